"""What the elements of a page become on paper: the kinds of node that book.typ can set.

Whatever typst would refuse is mended here: headings without words or two levels down, a name that
two places share, an address without end. What is wider than the paper gets places to break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..elements import Element, Node
from .signs import LANGUAGE, Signs

Sheet = Any
"""A node as book.typ reads it: a text, or a list of a tag, attributes and what it holds."""

BLOCKS = frozenset(
    {"blockquote", "caption", "dd", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p"}
    | {"pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | {"article", "aside", "div", "footer", "header", "main", "nav", "section"}
    | {f"h{level}" for level in range(1, 7)}
)
"""What begins on a line of its own."""

TEXT_WIDTH = 390
"""Points between the margins that book.typ sets, rounded down."""

DEEPEST = 14
"""So many elements may stand within one another; of what stands deeper only the text is left."""

LONGEST_ADDRESS = 4000
"""Characters of an address; typst refuses one of 8,000."""

_HEARD = "visually-hidden"
"""The class of words that only a screen reader says. In a link they say to what, which on paper its
place does; elsewhere they say what colours do on a screen."""

_FRAMES = frozenset({"dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
"""What holds blocks and no text; its name goes to the first of them."""

_LINES = frozenset({"del", "ins", "s", "u"})
"""What has a line under it or through it; typst gives a text only one."""

_INDENTED = frozenset({"blockquote", "dd", "li"})
_INDENT = 20
_WIDEST_LETTER = 10
_LETTER_IN_TABLE = 4.5
_LETTERS_OF_CODE = 75
_LONGEST_WORD = 30
"""Letters; typst puts a hyphen in a word that it knows, which looks better than a bare break."""

_LETTERS_OF_TITLE = 26
"""As many fit in a line of the largest titles, in which typst puts no hyphens."""

_DONE, _TO_DO = "\N{BALLOT BOX WITH CHECK} ", "\N{BALLOT BOX} "
_BREAK = "\N{ZERO WIDTH SPACE}"

_HEADING = re.compile(r"h([1-6])")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\S+")
_PRONOUNCED = re.compile(
    r"[b-df-hj-np-tv-z]{0,6}(?:[aeiouy]{1,4}[b-df-hj-np-tv-z]{1,6})*[aeiouy]{0,4}", re.IGNORECASE
)
_SIGN_IN_ADDRESS = re.compile(r"(?<=[/._?&=#@:;,+~%-])(?![/._?&=#@:;,+~%\s-])")


@dataclass
class Paper:
    """Makes sheets of the pages of one book, in their order.

    Attributes:
        signs: Those that cannot be shown.
        picture: Gives the name under which typst finds the picture at a path below docs/; None
            where it cannot be shown.
        places: The names of the places that have been set; each stands once in the book.
    """

    signs: Signs
    picture: Callable[[str], str | None]
    places: set[str] = field(default_factory=set)

    def sheets(self, nodes: Iterable[Node], level: int) -> list[Sheet]:
        """Return the nodes of a page as sheets; `level` is that of the page's own heading."""
        return [*_Page(self, level).nodes(nodes, _Where())]


@dataclass(frozen=True)
class _Where:
    """What stands round a node.

    Attributes:
        depth: How many elements it is within.
        width: How many points it has from side to side.
        letters: How many letters a word may have and still be whole.
        as_written: Whether white space is kept.
        lined: Whether a line stands under it or through it.
        parent: The element directly round it.
    """

    depth: int = 0
    width: float = TEXT_WIDTH
    letters: int = TEXT_WIDTH // _WIDEST_LETTER
    as_written: bool = False
    lined: bool = False
    parent: Element | None = None

    @property
    def in_frame(self) -> bool:
        """Whether only the parts of a list or table may stand here."""
        return self.parent is not None and self.parent.tag in _FRAMES

    def inside(self, element: Element) -> _Where:
        """Return the same for what stands in an element."""
        lined = self.lined or element.tag in _LINES
        inside = replace(self, depth=self.depth + 1, lined=lined, parent=element)
        if element.tag in _INDENTED:
            width = max(self.width - _INDENT, _INDENT)
            letters = min(self.letters, int(width / _WIDEST_LETTER))
            return replace(inside, width=width, letters=max(letters, 4))
        if element.tag == "table":
            width = self.width / _columns(element)
            return replace(inside, width=width, letters=max(int(width / _LETTER_IN_TABLE), 4))
        if element.tag == "pre":
            return replace(inside, letters=_LETTERS_OF_CODE, as_written=True)
        return inside


@dataclass
class _Page:
    """One page; `level` is that of the heading above what comes next."""

    paper: Paper
    level: int

    def nodes(
        self, nodes: Iterable[Node], where: _Where, names: tuple[str, ...] = ()
    ) -> Iterator[Sheet]:
        """Yield nodes as sheets, after the names of the places at which they stand.

        White space becomes one space, as in HTML, and none beside a block.
        """
        nodes = [*nodes]
        if not where.in_frame:
            yield from map(_place, names)
            names = ()
        beside_block = any(isinstance(node, Element) and node.tag in BLOCKS for node in nodes)
        for node in nodes:
            if isinstance(node, Element):
                yield from self._element(node, where, names)
                names = ()
            elif where.as_written or not beside_block or node.strip():
                yield from self._text(node, where)

    def _element(self, element: Element, where: _Where, names: tuple[str, ...]) -> Iterator[Sheet]:
        names += self._names(element)
        if _HEARD in element.classes and where.parent is not None and where.parent.tag == "a":
            yield from map(_place, names)
            return
        if element.tag in _DRAWN or (where.depth >= DEEPEST and not where.in_frame):
            yield from map(_place, names)
            yield from self._drawn(element, where)
            return
        inside = [*self.nodes(element.children, where.inside(element), names)]
        attributes = _attributes(element)
        if element.tag == "a" and (where.lined or _has_lines(element)):
            attributes["bare"] = "bare"
        yield [self._tag(element, where), attributes, inside]

    def _drawn(self, element: Element, where: _Where) -> Iterator[Sheet]:
        """Yield what stands in the place of something that is no text; or that is too deep."""
        attributes = element.attributes
        if element.tag == "input":
            yield _DONE if "checked" in attributes else _TO_DO
        elif element.tag == "svg":
            yield from self._text(attributes.get("aria-label", ""), where)
        elif element.tag == "img":
            yield from self._picture(element, where)
        elif element.tag in {"br", "hr"}:
            yield [element.tag, {}, []]
        elif element.tag != "wbr":
            tag = "p" if element.tag in BLOCKS else "span"
            yield [tag, {}, [*self._text(element.text, where)]]

    def _text(self, text: str, where: _Where) -> Iterator[Sheet]:
        for part, is_description in self.paper.signs.parts(text):
            broken_up = _breakable(
                part if where.as_written else _SPACE.sub(" ", part), where.letters
            )
            yield ["span", {"lang": LANGUAGE}, [broken_up]] if is_description else broken_up

    def _picture(self, element: Element, where: _Where) -> Iterator[Sheet]:
        description = element.attributes.get("alt", "").strip()
        name = self.paper.picture(element.attributes.get("src", "")) if description else None
        if name is None:
            yield from self._text(description, where)
        else:
            yield ["img", {"src": name, "alt": description, "width": where.width}, []]

    def _names(self, element: Element) -> tuple[str, ...]:
        name = element.attributes.get("id", "")
        if not name or name in self.paper.places:
            return ()
        self.paper.places.add(name)
        return (name,)

    def _tag(self, element: Element, where: _Where) -> str:
        if heading := _HEADING.fullmatch(element.tag):
            if not element.text.strip():
                return "p"
            self.level = min(int(heading[1]), self.level + 1)
            return f"h{self.level}"
        if element.tag in _LINES and where.lined:
            return "span"
        item = where.parent if where.parent is not None and where.parent.tag == "li" else None
        if element.tag == "span" and item and not element.attributes:
            return "line"  # In a list of pages, what a page is about.
        if element.tag == "time" and item and element is item.children[0]:
            return "strong"  # The date of a milestone, which stands before its words.
        return element.tag


_DRAWN = frozenset({"br", "hr", "img", "input", "svg", "wbr"})


def _attributes(element: Element) -> dict[str, str]:
    """Return what of the attributes has a meaning on paper."""
    kept = {name: element.attributes.get(name, "") for name in ("class", "href", "lang", "start")}
    kept["lang"] = kept["lang"].partition("-")[0].lower()
    if not _LANGUAGE.fullmatch(kept["lang"]):
        kept["lang"] = ""
    if len(kept["href"]) > LONGEST_ADDRESS:
        kept["href"] = ""
    if not kept["start"].isdecimal() or len(kept["start"]) > 9:
        kept["start"] = ""
    return {name: value for name, value in kept.items() if value}


def _has_lines(element: Element) -> bool:
    return any(inside.tag in _LINES for inside in element.elements())


def _place(name: str) -> Sheet:
    return ["place", {"id": name}, []]


def _columns(table: Element) -> int:
    rows = (element for element in table.elements() if element.tag == "tr")
    cells = (sum(isinstance(cell, Element) for cell in row.children) for row in rows)
    return max(cells, default=1) or 1


def title(text: str) -> str:
    """Return the title of a page, with places to break a word that is wider than the paper."""
    return _breakable(text, _LETTERS_OF_TITLE)


def _breakable(text: str, letters: int) -> str:
    """Return text in which no stretch of more than so many letters is without a place to break.

    Words in which typst may put a hyphen need none.
    """
    return _WORD.sub(lambda word: _broken(word[0], letters), text)


def _broken(word: str, letters: int) -> str:
    if len(word) <= letters or (len(word) <= _LONGEST_WORD and _PRONOUNCED.fullmatch(word)):
        return word
    parts = [
        part[start : start + letters]
        for part in _SIGN_IN_ADDRESS.split(word)
        for start in range(0, len(part), letters)
    ]
    return _BREAK.join(parts)

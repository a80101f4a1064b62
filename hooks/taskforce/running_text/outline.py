"""What a text consists of, for comparison: as GitHub reads it, and as it came out on the page.

Of both remain the blocks, what is within each line, and the words; not what only decorates them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from ..admonitions import says_kind
from ..elements import Element, parsed
from .marks import CITATION
from .syntax import Node, title_and_blocks
from .writing import shown_text

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset(
    {"box", "dd", "dl", "dt", "hr", "li", "ol", "p", "pre", "quote", "row", "table", "ul"}
    | {f"h{level}" for level in range(1, 7)}
)


@dataclass(frozen=True)
class Part:
    """A block or a stretch of text: what it is, and what it holds.

    Attributes:
        kind: The name of an HTML element, or of what has no element of its own.
        detail: What tells it from others of its kind: an address, a number, code.
        inside: Its parts and words, in order.
        line: On which line it stands, counted from 0; None where that is not known.
    """

    kind: str
    detail: str = ""
    inside: tuple[Part | str, ...] = ()
    line: int | None = field(default=None, compare=False)


Inside = tuple[Part | str, ...]


def difference(expected: Part, actual: Part) -> int | None:
    """Return the line of the first part that came out otherwise, or None where all is the same."""
    if expected == actual:
        return None
    return _line_of_difference(expected, actual, expected.line or 0)


def _line_of_difference(expected: Part, actual: Part, line: int) -> int:
    line = line if expected.line is None else expected.line
    if (expected.kind, expected.detail) != (actual.kind, actual.detail):
        return line
    for index, part in enumerate(expected.inside):
        other = actual.inside[index] if index < len(actual.inside) else ""
        if part == other:
            continue
        if isinstance(part, Part):
            if isinstance(other, Part):
                return _line_of_difference(part, other, line)
            return line if part.line is None else part.line
        return line
    return line


# --- as GitHub reads it ---------------------------------------------------------------------


def of_syntax(root: Node) -> Part:
    """Return the outline of a parsed text, its footnotes last and in the order of their names."""
    notes = sorted(
        (
            Part("note", node.meta["label"], _blocks(node.children), _line(node))
            for node in root.walk()
            if node.type == "footnote_reference"
        ),
        key=lambda note: note.detail,
    )
    return Part("text", inside=(*_blocks(root.children), *notes), line=0)


def _blocks(nodes: Iterable[Node]) -> Inside:
    return _tidied([part for node in nodes for part in _block(node)])


def _block(node: Node) -> Iterator[Part | str]:
    kind, line = node.type, _line(node)
    if kind == "paragraph":
        inside = _within(node)
        if node.hidden:
            yield from inside
        elif inside:
            yield Part("p", "", inside, line)
    elif kind == "heading":
        yield Part(node.tag, "", _within(node), line)
    elif kind in {"fence", "code_block"}:
        yield Part("pre", node.content.removesuffix("\n"), (), line)
    elif kind in {"bullet_list", "ordered_list"}:
        start = str(node.attrs.get("start", 1)) if kind == "ordered_list" else ""
        yield Part(node.tag, start, tuple(map(_item, node.children)), line)
    elif kind == "blockquote":
        yield Part("quote", "", _blocks(node.children), line)
    elif kind == "alert":
        yield Part("box", "", _blocks(node.children[1:]), line)
    elif kind == "container":
        title, blocks = title_and_blocks(node)
        yield Part("box", "", (*_title(node, title), *_blocks(blocks)), line)
    elif kind == "table":
        rows = (row for part in node.children for row in part.children)
        yield Part("table", "", tuple(map(_row, rows)), line)
    elif kind == "dl":
        parts = (
            Part(part.type, "", _within(part) if part.type == "dt" else _blocks(part.children))
            for part in node.children
        )
        yield Part("dl", "", tuple(parts), line)
    elif kind == "hr":
        yield Part("hr", line=line)
    elif kind != "footnote_reference":
        yield Part(kind, node.content, (), line)


def _title(box: Node, title: Node | None) -> Iterator[Part]:
    """Yield the title that an editor gave, unless it is the one that the kind has by itself."""
    inside = _within(title) if title is not None else ()
    if inside and not (len(inside) == 1 and says_kind(inside[0], box.meta["kind"])):
        yield Part("title", "", inside)


def _item(node: Node) -> Part:
    task: Inside = ()
    if "checked" in node.meta:
        task = (Part("task", "x" if node.meta["checked"] else ""),)
    return Part("li", "", _tidied([*task, *_blocks(node.children)]), _line(node))


def _row(node: Node) -> Part:
    return Part("row", "", tuple(Part("cell", "", _within(cell)) for cell in node.children))


def _line(node: Node) -> int | None:
    return node.map[0] if node.map else None


def _within(node: Node) -> Inside:
    children = [child for inline in node.children for child in inline.children]
    return _tidied([part for child in children for part in _inline(child)])


def _inline(node: Node) -> Iterator[Part | str]:
    kind = node.type
    if kind == "text":
        yield shown_text(node.content)
    elif kind == "text_special":
        yield node.content
    elif kind == "softbreak":
        yield " "
    elif kind == "hardbreak":
        yield Part("br")
    elif kind == "code_inline":
        yield Part("code", _SPACE.sub(" ", node.content).strip())
    elif kind == "link":
        yield from _titled(Part("a", str(node.attrs["href"]), _inside(node)), node.attrs)
    elif kind == "image":
        yield from _titled(Part("img", str(node.attrs["src"])), node.attrs)
    elif kind == "footnote_ref":
        label = node.meta["label"]
        yield Part("ref", label) if node.meta["noted"] else f"{CITATION}{label}{CITATION}"
    elif kind in {"icon", "keys"}:
        yield Part(kind)
    elif kind == "s":
        yield Part("sub" if node.markup == "~" else "del", "", _inside(node))
    elif kind in {"em", "ins", "mark", "strong", "sup"}:
        yield Part(kind, "", _inside(node))
    elif kind not in {"anchor", "language"}:
        yield Part(kind, node.content)


def _titled(part: Part, attributes: Mapping[str, object]) -> Iterator[Part]:
    """Yield a link or picture, and behind it its title: a caption stands outside the link too."""
    titles = [child for child in part.inside if isinstance(child, Part) and child.kind == "title"]
    yield Part(part.kind, part.detail, tuple(c for c in part.inside if c not in titles))
    yield from titles
    yield from _caption(str(attributes.get("title", "")))


def _caption(words: str) -> Iterator[Part]:
    if folded := _SPACE.sub(" ", words).strip():
        yield Part("title", "", (folded,))


def _inside(node: Node) -> Inside:
    return _tidied([part for child in node.children for part in _inline(child)], at_edges=False)


def _tidied(parts: list[Part | str], *, at_edges: bool = True) -> Inside:
    """Return the parts with white space folded, and none beside a block or a line break."""
    merged: list[Part | str] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    tidied: list[Part | str] = []
    for index, part in enumerate(merged):
        if isinstance(part, str):
            part = _SPACE.sub(" ", part)
            if at_edges if index == 0 else _is_edge(merged[index - 1]):
                part = part.lstrip(" ")
            if at_edges if index == len(merged) - 1 else _is_edge(merged[index + 1]):
                part = part.rstrip(" ")
        if part:
            tidied.append(part)
    return tuple(tidied)


def _is_edge(part: Part | str) -> bool:
    return isinstance(part, Part) and part.kind in _BLOCKS | {"br", "cell", "task"}


# --- as it came out -------------------------------------------------------------------------


def of_html(content: str) -> Part:
    """Return the outline of what Markdown made, in the same form as `of_syntax`."""
    notes: list[Part] = []
    inside = _tidied(list(_of_nodes(parsed(content), notes)))
    return Part("text", inside=(*inside, *sorted(notes, key=lambda note: note.detail)), line=0)


def _of_nodes(nodes: Iterable[Element | str], notes: list[Part]) -> Iterator[Part | str]:
    nodes = list(nodes)
    for node, after in zip_longest(nodes, nodes[1:], fillvalue=""):
        if isinstance(node, Element):
            yield from _of_element(node, notes)
        else:
            yield node.removesuffix("\N{NO-BREAK SPACE}") if _is_way_back(after) else node


def _is_way_back(node: Element | str) -> bool:
    return isinstance(node, Element) and "footnote-backref" in node.classes


def _of_element(element: Element, notes: list[Part]) -> Iterator[Part | str]:
    tag, classes = element.tag, element.classes
    if "footnote" in classes and tag == "div":
        notes += _notes(element)
    elif classes & {"admonition-title", "tabs__title", "footnote-backref"} or tag in _TITLES:
        return
    elif tag == "sup" and element.attributes.get("id", "").startswith("fnref"):
        yield Part("ref", element.attributes["id"].partition(":")[2])
    elif classes & {"admonition", "tabs__panel"} or tag == "details":
        title = _title_shown(element, notes)
        yield Part("box", "", (*title, *_inside_of(element, notes)))
    elif tag == "svg" or "icon" in classes:
        yield Part("icon")
    elif "keys" in classes:
        yield Part("keys")
    elif tag == "pre":
        yield Part("pre", element.text)
    elif tag == "code":
        yield Part("code", _SPACE.sub(" ", element.text).strip())
    elif tag == "input":
        yield Part("task", "x" if "checked" in element.attributes else "")
    elif tag in _DETAILS:
        detail = _DETAILS[tag](element.attributes)
        part = Part(tag, detail, _inside_of(element, notes, at_edges=tag != "a"))
        yield from _titled(part, element.attributes)
    elif tag == "figure" and "titled-code" not in classes:
        inside = _inside_of(element, notes)
        words = "".join(child.text for child in element.elements() if child.tag == "figcaption")
        yield Part("p", "", (*inside[:1], *_caption(words), *inside[1:]))
    elif tag in _PLAIN:
        inside = _inside_of(element, notes, at_edges=_PLAIN[tag] in _EDGED)
        if inside or tag != "p":  # A footnote that ends in a list gets one for the way back.
            yield Part(_PLAIN[tag], "", inside)
    else:
        yield from _of_nodes(element.children, notes)


def _title_shown(box: Element, notes: list[Part]) -> Iterator[Part]:
    """Yield the title of a box or tab, without the icon and the word of its kind."""
    children = next(box.elements()).children
    if box.classes - {"admonition", "details", "tabs__panel"}:
        word = next((i for i, node in enumerate(children) if _is_word_of_kind(node)), None)
        children = children[word + 1 :] if word is not None else []
    if inside := _tidied(list(_of_nodes(children, notes))):
        yield Part("title", "", inside)


def _is_word_of_kind(node: Element | str) -> bool:
    return isinstance(node, Element) and "visually-hidden" in node.classes


_TITLES = frozenset({"figcaption", "summary"})
_DETAILS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "a": lambda attributes: attributes.get("href", ""),
    "img": lambda attributes: attributes.get("src", ""),
    "ol": lambda attributes: attributes.get("start", "1"),
}
_PLAIN: Mapping[str, str] = {
    **{tag: tag for tag in ("br", "dd", "del", "dl", "dt", "em", "hr", "ins", "li", "mark", "p")},
    **{tag: tag for tag in ("strong", "sub", "sup", "table", "ul")},
    # The first row has the heads, and what has no words is none (`features.tables`).
    **dict.fromkeys(("td", "th"), "cell"),
    **{f"h{level}": f"h{level}" for level in range(1, 7)},
    "blockquote": "quote",
    "tr": "row",
}
_EDGED = _BLOCKS | {"cell"}


def _inside_of(element: Element, notes: list[Part], *, at_edges: bool = True) -> Inside:
    return _tidied(list(_of_nodes(element.children, notes)), at_edges=at_edges)


def _notes(element: Element) -> Iterator[Part]:
    for item in element.elements():
        label = item.attributes.get("id", "").removeprefix("fn:")
        if item.tag == "li" and item.attributes.get("id", "").startswith("fn:"):
            yield Part("note", label, _inside_of(item, []))

"""The book as a PDF that a screen reader can read: tagged, with bookmarks (PDF/UA-1).

book.typ says how it looks and what each element is. The date on the cover is given, and two builds
of one commit give the same bytes.
"""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from .. import mark
from ..elements import Node
from ..labels import labels
from ..publish.previews import Look
from .binding import CHAPTER, Book, Section
from .packing import packed
from .paper import BLOCKS, Paper, Sheet, title
from .signs import Signs, unknown_signs
from .typesetting import Typesetter, TypesettingError, typesetter

_TEMPLATE = Path(__file__).with_name("book.typ")
_WORDS = ("contents", "book_cover", "book_left_out")


class BookError(RuntimeError):
    """The PDF cannot be made, whatever is left out; the message says why."""


@dataclass(frozen=True)
class Cover:
    """What stands on the cover beside the title.

    Attributes:
        address: Where the site stands.
        statement: Whose site it is.
        date: When the book's text last changed, in words; empty where that is not known.
    """

    address: str
    statement: str = ""
    date: str = ""


@dataclass(frozen=True)
class Pdf:
    """The book as a PDF.

    Attributes:
        content: The file.
        left_out: The pages of which a part is on the site only, since typst refuses it.
    """

    content: bytes
    left_out: tuple[Section, ...]


@dataclass(frozen=True)
class _Set:
    """A section in the form that book.typ reads, and what is left out of it."""

    section: Section
    title: str
    sheets: tuple[Sheet, ...]
    is_whole: bool = True


Pictures = Callable[[str], bytes | None]
"""Gives the content of the picture at a path below docs/; None where there is none."""


def pdf_of(book: Book, look: Look, cover: Cover, pictures: Pictures = lambda _: None) -> Pdf:
    """Return the book as a PDF.

    What typst refuses is left out: a block or, where that does not do, the text of its page. In
    its place stands where it can be read on the site.

    Raises:
        BookError: Typst refuses even a cover.
    """
    with typesetter(look.typeface) as setter:
        press = _Press(book, look, cover, setter, _signs(book, setter))
        sections = press.sections(pictures)
        content = press.pdf_if_possible(sections)
        if content is None:
            sections = press.without_culprits([press.mended(section) for section in sections])
            content = press.pdf_if_possible(sections)
        if content is None:  # It is not what the pages hold: a cover can still be made.
            sections = [replace(section, is_whole=False) for section in sections]
            content = press.pdf(())
        return Pdf(packed(content), tuple(item.section for item in sections if not item.is_whole))


@dataclass(frozen=True)
class _Press:
    book: Book
    look: Look
    cover: Cover
    setter: Typesetter
    signs: Signs

    def sections(self, pictures: Pictures) -> list[_Set]:
        anchors = {section.anchor for section in self.book.sections}
        paper = Paper(self.signs, _Drawings(self.setter, pictures).name, anchors)
        return [
            _Set(
                section,
                title(self.signs.described(section.title)),
                (self._notice(section),)
                if section.is_left_out
                else tuple(paper.sheets(section.nodes, section.level)),
                is_whole=not section.is_left_out,
            )
            for section in self.book.sections
        ]

    def pdf(self, sections: Sequence[_Set]) -> bytes:
        data = {
            "title": self.signs.described(self.book.title),
            "language": self.book.language,
            "words": {name: labels()[name].in_language(self.book.language) for name in _WORDS},
            "address": self.cover.address,
            "statement": self.cover.statement,
            "date": self.cover.date,
            "colours": {"deep": self.look.ground, "accent": self.look.accent},
            "mark": {"size": mark.SIZE, "steps": mark.STEPS, "curve": mark.CURVE},
            "blocks": sorted(BLOCKS),
            "places": dict.fromkeys(_places(sections), True),
            "sections": [
                {
                    "anchor": item.section.anchor,
                    "title": item.title,
                    "language": item.section.language,
                    "level": item.section.level,
                    "nodes": item.sheets,
                }
                for item in sections
            ],
        }
        given = json.dumps(data, ensure_ascii=False)
        try:
            return self.setter.pdf(_TEMPLATE.read_bytes(), book=given)
        except TypesettingError as error:
            raise BookError(str(error)) from error

    def pdf_if_possible(self, sections: Sequence[_Set]) -> bytes | None:
        try:
            return self.pdf(sections)
        except BookError:
            return None

    def mended(self, section: _Set) -> _Set:
        """Return a section without the blocks that typst refuses."""
        if self._works(section):
            return section
        kept: list[Sheet] = []
        notice = self._notice(section.section)
        for sheet in section.sheets:
            tried = [*kept, sheet]
            if self._works(replace(section, sheets=tuple(tried))):
                kept = tried
            elif not kept or kept[-1] != notice:
                kept.append(notice)
        return replace(section, sheets=tuple(kept), is_whole=False)

    def without_culprits(self, sections: Sequence[_Set]) -> list[_Set]:
        """Return the sections, with the way to its text in each that typst refuses after others."""
        kept = [*sections]
        while self.pdf_if_possible(kept) is None:
            culprit = bisect(
                range(len(kept)), False, key=lambda last: not self._works(*kept[: last + 1])
            )
            if culprit == len(kept):
                break  # It is not what the pages hold.
            only = (self._notice(kept[culprit].section),)
            if kept[culprit].sheets == only:
                break
            kept[culprit] = replace(kept[culprit], sheets=only, is_whole=False)
        return kept

    def _works(self, *sections: _Set) -> bool:
        opening = Section("-", self.book.title, self.book.language, CHAPTER, ())
        before = [_Set(opening, self.book.title, ())] if sections[0].section.level > CHAPTER else []
        return self.pdf_if_possible([*before, *sections]) is not None

    def _notice(self, section: Section) -> Sheet:
        notice = labels()["book_left_out"].in_language(self.book.language)
        link = ["a", {"href": section.address}, [section.address]]
        return ["p", {"class": "left-out", "lang": self.book.language}, [f"{notice} ", link]]


@dataclass
class _Drawings:
    """The pictures of the book as files for typst, each written when it is first asked."""

    setter: Typesetter
    pictures: Pictures
    names: dict[str, str | None] = field(default_factory=dict)

    def name(self, path: str) -> str | None:
        """Return the name of the file of a picture; None where typst cannot draw it."""
        if path not in self.names:
            content = self.pictures(path)
            self.names[path] = None if content is None else self._written(path, content)
        return self.names[path]

    def _written(self, path: str, content: bytes) -> str | None:
        name = f"{len(self.names)}{PurePosixPath(path).suffix.lower()}"
        (self.setter.folder / name).write_bytes(content)
        return name if self.setter.can_draw(name) else None


def _places(sections: Iterable[_Set]) -> Iterator[str]:
    """Yield the names of all places; a link to any other is no more than its words."""
    for item in sections:
        yield item.section.anchor
        yield from _places_in(item.sheets)


def _places_in(sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if not isinstance(sheet, str):
            tag, attributes, inside = sheet
            if tag == "place":
                yield attributes["id"]
            yield from _places_in(inside)


def _signs(book: Book, setter: Typesetter) -> Signs:
    """Return the signs in a book that cannot be shown."""
    titles = [book.title, *(section.title for section in book.sections)]
    texts = (text for section in book.sections for text in _texts(section.nodes))
    return unknown_signs([*titles, *texts], setter.known, setter.can_show)


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield all text in nodes, also what is said of pictures."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from (
                node.attributes[name] for name in ("alt", "aria-label") if name in node.attributes
            )
            yield from _texts(node.children)

"""The book as a PDF that a screen reader can read: tagged, with bookmarks (PDF/UA-1).

book.typ says how it looks and what each element is. Typst has no clock here: the date on the cover
is given, and two builds of one commit give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from ..labels import labels
from ..publish.previews import Look
from .binding import Book
from .elements import Element, Node

_BLOCKS = {
    *("blockquote", "dd", "div", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p"),
    *("pre", "section", "table", "tbody", "thead", "tr", "ul"),
}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TEMPLATE = Path(__file__).with_name("book.typ")


class BookError(RuntimeError):
    """The PDF cannot be made; the message says why."""


@dataclass(frozen=True)
class Cover:
    """What stands on the cover beside the title.

    Attributes:
        address: Where the site stands.
        date: When the book's text last changed, in words; empty where that is not known.
    """

    address: str
    date: str = ""


def pdf_of(book: Book, look: Look, cover: Cover) -> bytes:
    """Return the book as a PDF.

    Raises:
        BookError: Typst refuses it, for example because a link within it leads nowhere.
    """
    words = {
        name: labels()[name].within(book.language)
        for name in ("contents", "book_independent", "book_cover")
    }
    data = {
        "title": book.title,
        "language": book.language,
        "words": words,
        "address": cover.address,
        "date": cover.date,
        "colours": {"deep": look.ground, "accent": look.accent},
        "sections": [
            {
                "anchor": section.anchor,
                "title": section.title,
                "language": section.language,
                "level": section.level,
                "nodes": list(_plain(section.nodes)),
            }
            for section in book.sections
        ],
    }
    with TemporaryDirectory(prefix="typeface_") as folder:
        Path(folder, "text.ttf").write_bytes(_true_type(look.typeface))
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder]
        )
        try:
            made = typst.compile(
                _TEMPLATE.read_bytes(),
                font_paths=fonts,
                format="pdf",
                pdf_standards="ua-1",
                sys_inputs={"book": json.dumps(data, ensure_ascii=False)},
            )
        except typst.TypstError as error:
            raise BookError(f"{error.message} {' '.join(error.hints)}".strip()) from error
    assert isinstance(made, bytes)
    return made


def _plain(nodes: Iterable[Node], *, as_written: bool = False) -> Iterator[Any]:
    """Yield nodes as JSON holds them: a text, or a tag with attributes and what it holds.

    White space becomes one space, as in HTML, and none beside a block; what is shown as it was
    written keeps it.
    """
    nodes = list(nodes)
    beside_block = any(isinstance(node, Element) and node.tag in _BLOCKS for node in nodes)
    for node in nodes:
        if isinstance(node, str):
            if as_written or not beside_block or node.strip():
                yield node if as_written else _SPACE.sub(" ", node)
        else:
            inside = _plain(node.children, as_written=as_written or node.tag == "pre")
            yield [node.tag, node.attributes, list(inside)]


@lru_cache(maxsize=1)
def _true_type(typeface: bytes) -> bytes:
    """Return the typeface as TrueType, which Typst reads; with its axis for weight."""
    font = TTFont(BytesIO(typeface), recalcTimestamp=False)
    font.flavor = None
    made = BytesIO()
    font.save(made)
    return made.getvalue()

"""The links and pictures of a running text, each with its place; and what only looks like one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from .documents import KEPT, Document
from .nodes import Position
from .running_text.syntax import Node, is_readable, lines_of, parsed

_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")
"""A scheme, or what browsers take for the slashes before a host."""

Form = Literal["doubled", "spaced", "turned", "unreadable", "unclosed", "undefined"]
"""What is wrong with what looks like a link."""


@dataclass(frozen=True)
class Link:
    """A link or picture.

    Attributes:
        address: Where it leads, as browsers read it.
        raw: The same, as it stands in the text.
        words: What the link says, or the picture shows.
        is_picture: Whether it is a picture.
        position: Where the address stands.
    """

    address: str
    raw: str
    words: str
    is_picture: bool
    position: Position

    @property
    def read_again(self) -> str:
        """The address as whoever reads it a second time would have it: so nothing hides in it."""
        return "".join(html.unescape(self.address).split())

    @property
    def leads_outside(self) -> bool:
        """Whether it leads out of docs/, to another site or program."""
        return _OUTSIDE.match(self.read_again) is not None


@dataclass(frozen=True)
class Unmade:
    """Text that looks like a link and is none.

    Attributes:
        form: What is wrong with it.
        raw: All of it.
        position: Where it stands.
    """

    form: Form
    raw: str
    position: Position


@lru_cache(maxsize=KEPT)
def links(document: Document) -> tuple[Link, ...]:
    """Return the links and pictures of a page, in order."""
    return tuple(_links(document))


def _links(document: Document) -> Iterator[Link]:
    text = _Source(document)
    for inline in _inlines(document):
        for node in inline.walk():
            if node.type in {"link", "image"}:
                address = str(node.attrs["href" if node.type == "link" else "src"])
                raw, position = text.address(inline, address)
                words = "".join(map(_words, node.children)).strip()
                yield Link(address, raw, words, node.type == "image", position)


def _inlines(document: Document) -> list[Node]:
    """Return the lines of text in the blocks of a page, in order."""
    if not is_readable(document.body):  # Which is a problem of its own.
        return []
    return [node for node in parsed(document.body).walk() if node.type == "inline"]


def _words(node: Node) -> str:
    """Return what a node says to those who hear it."""
    if node.type == "icon":
        return node.markup
    return node.content or "".join(map(_words, node.children))


# --- what only looks like a link ------------------------------------------------------------

_MADE, _ESCAPED, _OTHER, _NOTE = "\ue000", "\ue001", "\ue002", "\ue003"
"""Stand for what is no plain text: an address that became a link, a sign that means itself, the
rest, and a reference to a note."""

NOTE = re.compile(r"\[\^[^\[\]]+\]")
"""How a reference to a note is written."""

_WRITTEN = {_MADE: r"[^\[\]]+?", _OTHER: r"[^\[\]]+?", _NOTE: NOTE.pattern}
"""How what they stand for may be written."""

_LIKE_ADDRESS = (
    r"[^()\[\]\s]*\.(?:md|html?|png|jpe?g|webp|svg|pdf|csv|od[st])(?:#[^()\[\]\s]*)?"
    rf"|\.{{1,2}}/[^()\[\]\s]*|[^()\[\]\s]+/|\#[^()\[\]\s]+|https?:[^()\s]+|www\.[^()\s]+|{_MADE}"
)
"""What is meant as an address, though it stands in plain text."""

_BRACKETED = rf"!?\[[^\[\]^{_ESCAPED}][^\[\]{_ESCAPED}]*\]"

_UNMADE: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("doubled", re.compile(rf"!?\[\[[^\[\]{_ESCAPED}]+\]\]")),
    ("spaced", re.compile(rf"{_BRACKETED}\s+\((?:{_LIKE_ADDRESS})\)")),
    ("turned", re.compile(rf"\([^()\n]+\)\[(?:{_LIKE_ADDRESS})\]")),
    ("unreadable", re.compile(rf"{_BRACKETED}\((?:[^()\n{_ESCAPED}]+)\)")),
    ("unclosed", re.compile(rf"{_BRACKETED}\((?:{_LIKE_ADDRESS})(?=\s|$)")),
    ("undefined", re.compile(rf"{_BRACKETED}\[(?!\^)[^\[\]{_ESCAPED}]*\]")),
)


@lru_cache(maxsize=KEPT)
def unmade_links(document: Document) -> tuple[Unmade, ...]:
    """Return what looks like a link in the text of a page and is none, block by block."""
    return tuple(_unmade_links(document))


def _unmade_links(document: Document) -> Iterator[Unmade]:
    if "]" not in document.body:
        return
    text = _Source(document)
    for inline in _inlines(document):
        for parent in inline.walk():
            if not any(child.type == "text" and "[" in child.content for child in parent.children):
                continue
            remaining = "".join(map(_shown, parent.children))
            for form, pattern in _UNMADE:
                for match in pattern.finditer(remaining):
                    raw, position = text.part(inline, match[0])
                    yield Unmade(form, raw, position)
                remaining = pattern.sub(lambda match: _OTHER * len(match[0]), remaining)


def _shown(node: Node) -> str:
    if node.type == "text":
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return "\n"
    if node.type == "text_special":
        return _ESCAPED
    if node.type == "footnote_ref":
        return _NOTE
    return _MADE if node.type == "link" and node.info == "auto" else _OTHER


# --- where things stand ---------------------------------------------------------------------


class _Source:
    """The lines of a page's running text, and what has been found in them already."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = document.body.split("\n")
        self._found: set[tuple[int, int]] = set()

    def address(self, inline: Node, address: str) -> tuple[str, Position]:
        """Return an address as it is written, and where: in its block or where it is defined."""
        first, last = lines_of(inline)
        if not address:
            place = self._place(range(first, last), r"\]\(", r"(?=\s*(?:<>\s*)?\))")
            return "", self._position(*place, 1) if place else self._whole_line(first)
        for lines in (range(first, last), range(len(self._lines))):
            for raw in dict.fromkeys((address, unquote(address))):
                for before in (r"\]\(\s*<?", r"\]:\s*<?", "<", ""):
                    if place := self._place(lines, before, re.escape(raw)):
                        return raw, self._position(*place, len(raw))
        return address, self._whole_line(first)

    def part(self, inline: Node, text: str) -> tuple[str, Position]:
        """Return a part of a block as it is written, and where."""
        first, last = lines_of(inline)
        pattern = "".join(_WRITTEN.get(sign) or re.escape(sign) for sign in text)
        lines = range(first, last)
        if place := self._place(lines, "", pattern):
            match = re.compile(pattern).match(self._lines[place[0]], place[1])
            raw = match[0] if match else text
            return raw, self._position(*place, len(raw))
        raw = re.sub(f"[{_MADE}{_ESCAPED}{_OTHER}{_NOTE}]", "…", " ".join(text.split()))
        return raw, self._whole_line(first)

    def _place(self, lines: range, before: str, pattern: str) -> tuple[int, int] | None:
        """Return the line and column, from 0, of the first match that was not found before."""
        compiled = re.compile(f"{before}(?P<part>{pattern})")
        for number in lines:
            for match in compiled.finditer(self._lines[number]):
                place = number, match.start("part")
                if place not in self._found:
                    self._found.add(place)
                    return place
        return None

    def _position(self, number: int, column: int, length: int) -> Position:
        line = self._document.body_line + number
        return Position(line, column + 1, line, column + 1 + length)

    def _whole_line(self, number: int) -> Position:
        last = max(1, len(self._document.lines))
        return self._document.whole_line(min(self._document.body_line + number, last))

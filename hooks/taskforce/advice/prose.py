"""The prose of a page: what readers read, passage by passage, with its place in the file.

Read from the tree of the running text and of the fields: code, addresses, names of fields and the
titles of sources are no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from unicodedata import normalize

from ..bodies import NAME
from ..documents import Document
from ..foreign import field_texts
from ..languages import Language, Text
from ..nodes import Position, Scalar, scalar_in
from ..problems import Problem, Rule
from ..running_text.syntax import Node, is_readable, lines_of, parsed, with_next

PassageKind = Literal["text", "title", "cell", "quotation"]
"""A text of sentences, a heading or title, a cell or term, or what somebody else said."""

BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is no prose, or in another language: as long as what it stands for."""

_INLINE_CODE = frozenset({"code_inline", "html_inline", "icon", "keys"})
_KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(("container_title", "heading"), "title"),
    **dict.fromkeys(("th", "td", "dt"), "cell"),
    "blockquote": "quotation",
}
_QUOTATION = re.compile(r"‘[^‘]*?’(?!\w)|“[^“]*?”|\"[^\"]*\"")
_LONG_QUOTATION = 5
"""Words; fewer are a name or a term."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, item, heading or cell of the text, or the text of a field.

    Attributes:
        document: The page.
        field: The name of the field, or that of the running text.
        language: In which it is written.
        kind: What it is.
        text: What readers read.
        own: The same, with `BLANK` for each letter that is in another language, or no prose.
        lines: The first and the last line of the file on which it stands.
    """

    document: Document
    field: str
    language: Language
    kind: PassageKind
    text: str
    own: str
    lines: tuple[int, int]

    @cached_property
    def measured(self) -> str:
        """What its editor wrote: each long quotation is one word here."""
        return _QUOTATION.sub(_without_long_quotation, self.own)

    @cached_property
    def unquoted(self) -> str:
        """What its editor says: each quotation, word or example between quotes is blank."""
        return _QUOTATION.sub(lambda match: BLANK * len(match[0]), self.own)

    def problem(self, rule: Rule, quoted: str, **values: str | Text) -> Problem:
        """Return the advice of a rule about some words of the passage."""
        return self.document.problem(rule, self.field, self._position(quoted), **values)

    def _position(self, quoted: str) -> Position:
        """Return where the words stand, or as many of them as stand on one line together."""
        first, last = self.lines
        words = quoted.split(" ")
        for count in range(len(words), 0, -1):
            part = " ".join(words[:count])
            pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
            for number in range(first, last + 1):
                if match := pattern.search(self.document.lines[number - 1]):
                    return Position(number, match.start() + 1, number, match.end() + 1)
        return self.document.whole_line(first)


def passages(document: Document, language: Language) -> tuple[Passage, ...]:
    """Return the prose of a page that can be read, in the order of the file.

    Args:
        document: The page.
        language: Its language; a field can say that a text is in another.
    """
    if not document.readable or not is_readable(document.body):
        return ()
    of_text = _of_text(parsed(document.body), document, language)
    return (*_of_fields(document, language), *of_text)


# --- fields ---------------------------------------------------------------------------------


def _of_fields(document: Document, language: Language) -> Iterator[Passage]:
    if (title := scalar_in(document.fields, "title")) is not None:
        yield _of_field(document, "title", language, "title", title)
    for name, of_text, scalar in field_texts(document.fields, language):
        yield _of_field(document, name, of_text, "text", scalar)


def _of_field(
    document: Document, name: str, language: Language, kind: PassageKind, scalar: Scalar
) -> Passage:
    text = normalize("NFC", " ".join(scalar.text.split()))
    end = scalar.position.end_line - (scalar.position.end_column == 1)
    last = min(max(scalar.position.line, end), len(document.lines))
    return Passage(document, name, language, kind, text, text, (scalar.position.line, last))


# --- running text ---------------------------------------------------------------------------


def _of_text(root: Node, document: Document, language: Language) -> Iterator[Passage]:
    for node in root.walk():
        if node.type != "inline":
            continue
        pieces = list(_pieces(node))
        text, own = ("".join(part) for part in zip(*pieces, strict=True)) if pieces else ("", "")
        if text.strip():
            first, end = lines_of(node)
            last = len(document.lines)
            lines = (
                min(document.body_line + first, last),
                min(document.body_line + max(first, end - 1), last),
            )
            yield Passage(document, NAME, language, _kind(node), text, own, lines)


def _pieces(node: Node) -> Iterator[tuple[str, str]]:
    """Yield what is within a line: as readers read it, and as far as it is the page's own words."""
    for child, after in with_next(node):
        if child.type in {"text", "text_special"}:
            # An accent that is a sign of its own would part a word.
            content = normalize("NFC", child.content)
            yield content, content
        elif child.type in {"softbreak", "hardbreak"}:
            yield " ", " "
        elif child.type in _INLINE_CODE or (child.type == "link" and child.info == "auto"):
            yield BLANK, BLANK
        elif child.type == "image":
            continue
        elif after is not None and after.type == "language":
            for text, _ in _pieces(child):
                yield text, re.sub(r"\w", BLANK, text)
        else:
            yield from _pieces(child)


def _kind(node: Node) -> PassageKind:
    above: Node | None = node.parent
    kinds: list[PassageKind] = []
    while above is not None:
        kinds += [_KINDS[above.type]] if above.type in _KINDS else []
        above = above.parent
    return kinds[-1] if kinds else "text"  # The outermost: a heading may stand in a quotation.


def _without_long_quotation(match: re.Match[str]) -> str:
    quoted = match[0]
    if len(quoted.split()) < _LONG_QUOTATION:
        return quoted
    end = next((sign for sign in ".?!" if quoted.endswith(sign, 0, -1)), "")
    return (BLANK + end).ljust(len(quoted))

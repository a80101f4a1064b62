"""Fields that stand below the block of fields, where they are text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from .bodies import NAME
from .documents import Document
from .kinds import FIELD_NAMES
from .problems import Problem
from .rules import files as rules

_FENCE = re.compile(r"---[ \t]*")
_FIELD = re.compile(rf"(?:{'|'.join(sorted(FIELD_NAMES))}):(?:[ \t].*)?")
_PART = re.compile(r"[ \t]+\S.*|- .*|[A-Za-z_]+:(?:[ \t].*)?")


def stray_fields(document: Document) -> Iterator[Problem]:
    """Yield each second block of fields in the running text: fields, and `---` below them."""
    lines = document.body.split("\n")
    if not any(map(_FENCE.fullmatch, lines)) or not any(map(_FIELD.fullmatch, lines)):
        return
    for index in _code(document.body):
        lines[index] = ""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _PART.fullmatch(lines[end]):
            end += 1
        if end < len(lines) and _FENCE.fullmatch(lines[end]) and _FIELD.fullmatch(lines[start]):
            first = start - 1 if start and _FENCE.fullmatch(lines[start - 1]) else start
            where = document.whole_line(document.body_line + first)
            yield document.problem(rules.SECOND_BLOCK, NAME, where)
        start = end + 1


def _code(body: str) -> Iterator[int]:
    """Yield the indexes of the lines that are code."""
    for token in MarkdownIt("commonmark").parse(body):
        if token.type in ("fence", "code_block") and token.map:
            yield from range(*token.map)

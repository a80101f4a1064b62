"""What others wrote, as code within Markdown: there nothing is markup, mention, link or number."""

from __future__ import annotations

from collections.abc import Iterable

from .markdown import code_block
from .problems import LONGEST_VALUE, shown_value, visible

NOTHING = "–"
"""Stands for an empty text: code that holds nothing is no code to Markdown."""


def as_code(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return code within a line that reads as `text`, cut off when long, without backticks."""
    return f"`{shown_value(text.replace('`', ''), longest).strip() or NOTHING}`"


def as_code_block(lines: Iterable[str]) -> str:
    """Return lines as a block of code."""
    return str(code_block("\n".join(map(visible, lines)), "text"))

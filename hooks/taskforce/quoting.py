"""What others wrote, as code within Markdown: there nothing is markup, mention, link or number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .problems import LONGEST_VALUE, shown_value, visible

NOTHING = "–"
"""Stands for an empty text: code that holds nothing is no code to Markdown."""


def as_code(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return code within a line that reads as `text`, cut off when long, without backticks."""
    return f"`{shown_value(text.replace('`', ''), longest).strip() or NOTHING}`"


def as_code_block(lines: Iterable[str]) -> str:
    """Return lines as a block of code."""
    text = "\n".join(map(visible, lines))
    longest = max(map(len, re.findall(r"~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"

"""In which language a text seems to be, and in which its page says that it is."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_READ_OUT = ("title", "aria-label", "alt", "placeholder", "aria-description")
"""Attributes whose value is read to people."""

_NO_PROSE = ("title", "script", "style", "code", "pre", "kbd", "samp")


def spoken(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield every text of a page that people see or hear, with the language that it claims."""
    yield from _spoken(page, "")


def _spoken(within: Tag, language: str) -> Iterator[tuple[str, str]]:
    language = str(within.get("lang") or language)
    for name, value in within.attrs.items():
        # What scripts say stands in data-* attributes.
        if (
            name in _READ_OUT
            or (name == "content" and within.get("name") == "description")
            or (name.startswith("data-") and " " in str(value))
        ):
            yield str(value), language
    for piece in within.children:
        if isinstance(piece, Tag):
            if piece.name not in _NO_PROSE:
                yield from _spoken(piece, language)
        elif type(piece) is NavigableString and piece.strip():
            yield " ".join(piece.split()), language

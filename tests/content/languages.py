"""In which language a text seems to be, and in which its page says that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from hooks.taskforce.languages import LANGUAGES, Language

_DUTCH = """
aan als bij dan dat de deze die dit door een er geen haar heeft het hoe hun ik je kan kun maar met
mijn moet moeten naar niet nog om onze ook te tot uit van veel voor waar wat wel werd wie wij worden
wordt zich zij zijn zo zonder
"""
_ENGLISH = """
about after all an and any are at be been but by can each every for from has have how it its not on
or our shall she should than that the their there these they this those to what when where which
while who whom will with would you your
"""
_TELLING: dict[Language, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""Words that belong to one of the two languages only; two of them tell what a text is in."""

OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}

_READ_OUT = ("title", "aria-label", "alt", "placeholder", "aria-description")
"""Attributes whose value is read to people."""

_NO_PROSE = ("title", "script", "style", "code", "pre", "kbd", "samp")


def seems_to_be_in(words: str) -> Language | None:
    """Return the language that the words of a text tell, if they do."""
    found = re.findall(r"[^\W\d_]+", words.casefold())
    counts = {language: sum(word in _TELLING[language] for word in found) for language in LANGUAGES}
    for language in LANGUAGES:
        if counts[language] >= 2 and counts[language] > 2 * counts[OTHER[language]]:
            return language
    return None


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

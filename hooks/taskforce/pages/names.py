"""The names of places on a page: what the site adds has them, and so have the editors' headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown.extensions.toc import slugify, unique

from ..catalogue import Entity
from ..languages import SOURCE_LANGUAGE, Language, Text
from ..model import Page
from ..running_text.headings import Name, headings, source_names, translated_names
from ..values import as_slug

_CODE = re.compile(r"^( *)(`{3,})[^`\n]*\n.*?^\1\2$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_NAMES = re.compile(r'^#+ .*\{#([\w:-]+)[^{}\n]*\}$|<[^<>]*\sid="([^"]+)"', re.MULTILINE)


def names_in(text: str) -> frozenset[str]:
    """Return the names of places in Markdown that the site itself has made."""
    return frozenset(name for pair in _NAMES.findall(_CODE.sub("", text)) for name in pair if name)


def heading_names(
    entity: Entity[Page], language: Language, added: frozenset[str]
) -> tuple[Name, ...]:
    """Return the names of the headings in the running text of a page, in order.

    Args:
        entity: The page.
        language: That of the page.
        added: The names of what the site adds to it.
    """
    dutch = headings(entity.version(SOURCE_LANGUAGE).body)
    if language == SOURCE_LANGUAGE or not entity.is_translated(language):
        return tuple(map(Name, source_names(dutch, added)))
    return translated_names(headings(entity.version(language).body), dutch, added)


def name_of(heading: Text) -> str:
    """Return the name of a heading that the site adds, the same in every language."""
    return as_slug(heading.in_language(SOURCE_LANGUAGE))


def names_of(things: Iterable[Text | str], *taken: str) -> Mapping[Text | str, str]:
    """Return the names of headings that the site adds; no two are the same.

    Args:
        things: What the headings say.
        taken: Names that they cannot have.
    """
    used = {*taken}
    words = {
        thing: thing if isinstance(thing, str) else thing.in_language(SOURCE_LANGUAGE)
        for thing in things
    }
    return {thing: unique(slugify(heading, "-"), used) for thing, heading in words.items()}

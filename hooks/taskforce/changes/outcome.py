"""What comes out of a catalogue, without MkDocs: pages as Markdown, and all that stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from ..catalogue import Catalogue
from ..languages import LANGUAGES, Language, Text
from ..pages.expansion import expanded
from ..pages.templates import Templates
from ..publish.files import files_of_language, shared_files
from ..publish.site import Site

_SITE = Site("/", Text.same(""))
_SCHEMA = ".schema.json"
"""Ends the names of files that say nothing of the content."""

_NOW = "2100-01-01"
"""Stands for the day of a change: feeds and calendar say when a page changed last."""


@dataclass(frozen=True)
class Outcome:
    """What readers and programs get.

    Attributes:
        pages: The text of each page that there is in a language, by its path and the language.
        files: What each file beside the pages holds, by its address.
    """

    pages: Mapping[tuple[str, Language], str]
    files: Mapping[str, bytes]


def outcome(catalogue: Catalogue, templates: Templates, edited: Iterable[str] = ()) -> Outcome:
    """Return what comes out of a catalogue.

    Args:
        catalogue: Everything the site knows.
        templates: Those of the site.
        edited: The paths of files that were changed now.
    """
    pages = {
        (entity.path, language): expanded(catalogue, entity, language, templates)
        for entity in catalogue.entities
        for language in entity.versions
    }
    days = dict.fromkeys(edited, _NOW)
    of_languages = (files_of_language(catalogue, _SITE, code, days) for code in LANGUAGES)
    files = {
        file.target: file.make()
        for file in chain(shared_files(catalogue, _SITE, None), *of_languages)
        if not file.path.endswith(_SCHEMA)
    }
    return Outcome(pages, files)

"""The whole site as a plain tree of Markdown, with everything expanded, for any other generator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .addresses import file_in
from .catalogue import Catalogue
from .pages.division import Division
from .pages.expansion import expanded, further_expanded
from .pages.lists import Lists
from .pages.templates import Templates
from .running_text.marks import without_marks

_FIELDS = ("title", "description")


def exported(catalogue: Catalogue, templates: Templates) -> Iterator[tuple[Path, str]]:
    """Yield every page's path below docs/ and its text; a page without translation comes once."""
    for entity in catalogue.entities:
        for language, version in entity.versions.items():
            text = expanded(catalogue, entity, language, templates)
            yield Path(version.path), _file(version.title, version.summary, text)
            for page in Division.of(Lists(catalogue, language), entity).further():
                path = file_in(page.path, language)
                text = further_expanded(catalogue, page, language, templates)
                yield Path(path), _file(page.title(language), version.summary, text)


def _file(title: str, summary: str, text: str) -> str:
    # A JSON string is a YAML string in double quotes.
    named = (json.dumps(words, ensure_ascii=False) for words in (title, summary))
    fields = "".join(f"{name}: {words}\n" for name, words in zip(_FIELDS, named, strict=True))
    return f"---\n{fields}---\n\n{without_marks(text)}"

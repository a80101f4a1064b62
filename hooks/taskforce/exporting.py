"""The whole site as a plain tree of Markdown, with everything expanded, for any other generator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .catalogue import Catalogue
from .pages.expansion import expanded
from .pages.templates import Templates
from .running_text.marks import without_marks


def exported(catalogue: Catalogue, templates: Templates) -> Iterator[tuple[Path, str]]:
    """Yield every page's path below docs/ and its text; a page without translation comes once."""
    for entity in catalogue.entities:
        for language, version in entity.versions.items():
            # A JSON string is a YAML string in double quotes.
            title, description = (
                json.dumps(text, ensure_ascii=False) for text in (version.title, version.summary)
            )
            fields = f"---\ntitle: {title}\ndescription: {description}\n---\n\n"
            text = without_marks(expanded(catalogue, entity, language, templates))
            yield Path(version.path), fields + text

"""Where the files of the site are kept, and what GitHub shows of each: all from one setting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Entity
from .kinds import KINDS
from .languages import SOURCE_LANGUAGE, Language
from .vocabulary import Overview

_EDIT = re.compile(r"(https://github\.com/[^/]+/[^/]+)/edit/([^{}]*)\{path\}")

MADE_FROM: Mapping[Overview, str] = {
    **{kind.overview: f"docs/{kind.collection.folder}" for kind in KINDS},
    Overview.HOME: "docs",
    Overview.TIMELINE: "docs",
    Overview.EVERYTHING: "docs",
    Overview.TRANSLATIONS: "docs",
    Overview.REVIEWS: "docs",
    Overview.DATA: "hooks/taskforce/publish",
    Overview.RULES: "hooks/taskforce/rules",
    Overview.FIELDS: "hooks/taskforce/model.py",
    Overview.FORMATTING: "hooks/taskforce/formatting.yml",
    Overview.AUDIT: "hooks/taskforce/audit.yml",
    Overview.ACCESSIBILITY: "hooks/taskforce/audit.yml",
    Overview.CONTACT: "mkdocs.yml",
}
"""What the site makes its overviews from, as a path in the repository, where no page says it."""


@dataclass(frozen=True)
class Repository:
    """The repository on GitHub; without addresses where the site is kept elsewhere, or nowhere.

    Attributes:
        template: Where a file below docs/ can be changed, with `{path}` in it: `edit_uri_template`
            of mkdocs.yml.
        is_archived: Whether it can be read only.
    """

    template: str = ""
    is_archived: bool = False

    def edit_of(self, path: str) -> str:
        """Return the address at which a file below docs/ can be changed; empty where none can."""
        return "" if self.is_archived else self.template.replace("{path}", path)

    def changes_of(self, path: str) -> str:
        """Return the address that shows how a file below docs/ changed; empty without GitHub."""
        parts = _EDIT.fullmatch(self.template)
        return f"{parts[1]}/commits/{parts[2]}{path}" if parts else ""

    @property
    def weaknesses(self) -> str:
        """The address at which a weakness is reported in private; empty where none can be."""
        parts = _EDIT.fullmatch(self.template)
        return f"{parts[1]}/security/advisories/new" if parts and not self.is_archived else ""

    def history(self, entity: Entity[Any], language: Language) -> Mapping[str, str]:
        """Return the addresses that show how a page came to be, by the label for each.

        A translation has its own words and the facts of the Dutch page; an overview has what it
        is made from. Empty where there is no GitHub.

        Args:
            entity: The page.
            language: That of its text.
        """
        return dict(self._history(entity, language)) if self.changes_of("") else {}

    def _history(self, entity: Entity[Any], language: Language) -> Iterator[tuple[str, str]]:
        yield "history", self.changes_of(entity.version(language).path)
        if language != SOURCE_LANGUAGE:
            yield "history_dutch", self.changes_of(entity.path)
        if (overview := entity.overview) is not None and overview in MADE_FROM:
            docs = self.changes_of("")
            yield "history_overview", docs.removesuffix("docs/") + MADE_FROM[overview]

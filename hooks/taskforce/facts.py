"""What decides what the site adds to a page, beside the page's own text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from .catalogue import Catalogue, Entity
from .model import Page
from .vocabulary import Overview


@dataclass(frozen=True)
class Facts:
    """What pages may show of others, as fingerprints that are others as soon as that is.

    Attributes:
        shown: All facts, titles and summaries.
        behind: Which translations are behind, and of what words: that changes with every text, and
            one overview says so.
    """

    shown: str = ""
    behind: str = ""

    @classmethod
    def of(cls, catalogue: Catalogue) -> Facts:
        """Return those of everything the site knows."""
        shown = map(_shown, catalogue.entities)
        return cls(_digest([catalogue.day, *shown]), _digest(map(_behind, catalogue.entities)))

    def seen_by(self, entity: Entity[Page]) -> list[str]:
        """Return those of which anything may stand on a page."""
        says_what_is_behind = entity.overview is Overview.TRANSLATIONS
        return [self.shown, self.behind] if says_what_is_behind else [self.shown]


def _digest(parts: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(repr(part).encode())
    return digest.hexdigest()


def _shown(entity: Entity[Page]) -> object:
    versions = [
        (code, version.path, version.title, version.summary)
        for code, version in entity.versions.items()
    ]
    return entity.path, entity.record, versions, entity.cited


def _behind(entity: Entity[Page]) -> object:
    behind = [code for code, version in entity.versions.items() if version.outdated]
    return behind, entity.fingerprint if behind else ""

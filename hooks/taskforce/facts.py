"""What all pages may show of a page: everything but its running text."""

from __future__ import annotations

import hashlib

from .catalogue import Catalogue, Entity
from .model import Page


def facts_of(catalogue: Catalogue) -> str:
    """Return a text that is another as soon as any fact is, and the same whatever texts say."""
    digest = hashlib.sha256(repr(catalogue.day).encode())
    for entity in catalogue.entities:
        digest.update(repr(_facts(entity)).encode())
    return digest.hexdigest()


def _facts(entity: Entity[Page]) -> object:
    versions = [
        (code, version.path, version.title, version.summary, version.outdated)
        for code, version in entity.versions.items()
    ]
    is_behind = any(version.outdated for version in entity.versions.values())
    # Who is to renew a translation is told the fingerprint of what it is of.
    renewed = entity.fingerprint if is_behind else ""
    return entity.path, entity.record, versions, entity.cited, renewed

"""Which pages stand for all: of every kind of page the fullest, in both languages.

What is slow is done on these, by tests and by the audit; what is fast is done on every page. The
kinds follow from the content: a new overview or collection is looked at without a change here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hooks.engine.content import day_of_build
from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Entity
from hooks.taskforce.languages import LANGUAGES, SOURCE_LANGUAGE, Language
from hooks.taskforce.loading import Circumstances, load
from hooks.taskforce.model import Page
from hooks.taskforce.vocabulary import Overview

ROOT = Path(__file__).parent.parent

NOT_FOUND = "404.html"
"""The page for addresses that are not there; it speaks both languages."""


@dataclass(frozen=True)
class PageOfKind:
    """A page that stands for its kind.

    Attributes:
        kind: What it is, such as `theme`, `overview-home` or `text`.
        language: The language in which the site speaks on it.
        address: Where it stands, below the address of the site.
    """

    kind: str
    language: Language
    address: str


def kind_with(overview: Overview) -> str:
    """Return what kind of page one with this overview is."""
    return f"overview-{overview.value}"


def kind_of(entity: Entity[Page], language: Language) -> str:
    """Return what kind of page an entity has in a language.

    Pages of one kind are made with the same templates. A page that is not translated is a kind of
    its own: a text in one language within a page in another.
    """
    if not entity.is_translated(language):
        return "not-translated"
    if entity.collection is not None:
        return entity.collection.label.in_language("en")
    return "text" if entity.overview is None else kind_with(entity.overview)


def page_kinds(site: Path, docs: Path = ROOT / "docs") -> list[PageOfKind]:
    """Return the fullest page of each kind in each language, and the page for what is not there.

    Args:
        site: The folder of the built site.
        docs: The content that it was built of; that of this repository, unless another is given.

    Raises:
        FileNotFoundError: When a page of the content was not built.
    """
    fullest: dict[tuple[str, Language], tuple[int, str]] = {}
    for entity in load(docs, Circumstances(day=day_of_build())).catalogue.entities:
        for language in LANGUAGES:
            address = path_in(page_address(entity.path), language)
            size = (site / address / "index.html").stat().st_size
            kind = kind_of(entity, language)
            fullest[kind, language] = max(fullest.get((kind, language), (0, "")), (size, address))
    pages = [
        PageOfKind(kind, language, address)
        for (kind, language), (_, address) in sorted(fullest.items())
    ]
    return [*pages, PageOfKind("not-found", SOURCE_LANGUAGE, NOT_FOUND)]

"""Links from one page to others, in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..addresses import relative_address
from ..catalogue import Catalogue, Entity
from ..languages import Language
from ..markdown import escaped, link, relative_path
from ..model import Page
from ..parts import Link, Source
from ..vocabulary import Collection, Overview
from ..web_addresses import as_read


@dataclass(frozen=True)
class Links:
    """Links from the page at a path below docs/, whose text is in one language."""

    catalogue: Catalogue
    path: str
    language: Language

    def to(self, entity: Entity[Any], words: str | None = None, place: str = "") -> Markup:
        """Return a link to a page, or a place on it, marked where it is in another language.

        Args:
            entity: The page.
            words: What the link says; its title where there are none.
            place: The name of the place.
        """
        version = entity.version(self.language)
        other = version.language if version.language != self.language else None
        target = relative_path(entity.path, self.path) + (f"#{place}" if place else "")
        return link(words or version.title, target, other if words is None else None)

    def to_path(self, path: str, words: str) -> Markup:
        """Return a link to a page that is made, by its path, with what the link says."""
        return link(words, relative_path(path, self.path))

    def address(self, path: str) -> Markup:
        """Return the address of a page that is made, for within HTML."""
        return Markup(relative_address(path, self.path))

    def to_overview(self, overview: Overview, words: str | None = None, place: str = "") -> Markup:
        """Return a link to the page with an overview; only the words where there is none."""
        page = self.catalogue.page_with(overview)
        return escaped(words or "") if page is None else self.to(page, words, place)

    def to_heading(self, entity: Entity[Any], name: str, words: str) -> Markup:
        """Return a link to the heading with a name that editors gave; nothing without it."""
        is_there = self.catalogue.has_heading(entity, name)
        return self.to(entity, words, name) if is_there else Markup()

    def short(self, entity: Entity[Any]) -> Markup:
        """Return a link to a page, by its abbreviation where it has one."""
        return self.to(entity, getattr(entity.record, "abbreviation", None))

    def in_full(self, entity: Entity[Page]) -> Markup:
        """Return a link to a page, with its abbreviation behind it where it has one."""
        short = getattr(entity.record, "abbreviation", None)
        return Markup(f"{self.to(entity)} ({escaped(short)})") if short else self.to(entity)

    def to_organisation(self, slug: str) -> Markup:
        """Return a link to an organisation, by its abbreviation where it has one."""
        return self.short(self.catalogue.page(Collection.ORGANISATIONS, slug))

    def to_website(self, url: str) -> Markup:
        """Return a link to a website, by its name."""
        return link(as_read(url), url, name="is-address")

    def to_document(self, item: Link | Source) -> Markup:
        """Return a link to a document or source, marked where it is in another language."""
        language = item.language.value
        return link(item.title, item.url, language if language != self.language else None)

"""A built site as it is judged: its pages, read once, and what its content says."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup

from hooks.engine.content import day_of_build
from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.languages import LANGUAGES, SOURCE_LANGUAGE, Language
from hooks.taskforce.loading import Circumstances, load
from hooks.taskforce.model import Page
from hooks.taskforce.vocabulary import Overview
from tests.pages import ADDRESS, Pages


class Built:
    """A built site, and the content that it was built of."""

    def __init__(self, site: Path, docs: Path, *, with_drafts: bool = False) -> None:
        self.site = site
        self.docs = docs
        self._with_drafts = with_drafts
        self.pages = Pages(site)
        self.ids = cache(self._ids)
        self.links = cache(self._links)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the content says."""
        given = Circumstances(day=day_of_build(), with_drafts=self._with_drafts)
        return load(self.docs, given).catalogue

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every page, the 404 page left out."""
        return tuple(self.pages.addresses())

    def with_overview(self, overview: Overview, language: Language) -> BeautifulSoup | None:
        """Return the page with an overview, if there is one."""
        entity = self.catalogue.page_with(overview)
        return None if entity is None else self.pages[address_of(entity, language)]

    def _ids(self, address: str) -> tuple[str, ...]:
        return tuple(str(tag["id"]) for tag in self.pages[address].find_all(id=True))

    def _links(self, address: str) -> tuple[tuple[str, str], ...]:
        base = full(address)
        found = dict.fromkeys(
            urljoin(base, str(link["href"]))
            for link in self.pages[address].find_all("a", href=True)
        )
        apart = map(urldefrag, found)
        # What is asked of a page or file behind `?` does not say which one it is.
        return tuple((whole.partition("?")[0], fragment) for whole, fragment in apart)


def full(address: str) -> str:
    """Return the full address of a page, as its canonical link has it."""
    return ADDRESS + (f"{address}/" if address else "")


def address_of(entity: Entity[Page], language: Language) -> str:
    """Return where a page stands in the part of the site that is in `language`."""
    return path_in(page_address(entity.path), language).strip("/")


def language_of(address: str) -> Language:
    """Return the language in which the site speaks on a page."""
    return next((code for code in LANGUAGES if address.split("/")[0] == code), SOURCE_LANGUAGE)

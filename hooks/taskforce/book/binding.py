"""The pages become one text: headings lower, names unique, links within it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urljoin

from ..addresses import page_address, path_in
from ..catalogue import Catalogue, Entity, Version
from ..elements import Element, Node, as_json, from_json, parsed
from ..kinds import KINDS
from ..labels import labels
from ..languages import Language
from ..pages.expansion import Expansion
from ..pages.lists import Lists
from ..pages.sources import SOURCE
from ..pages.templates import Templates
from ..publish.site import Site
from ..vocabulary import Overview
from .adapting import adapted, said_once
from .order import Chapter, chapters, is_in_book
from .volumes import LARGEST, Volume, volumes

CHAPTER, PAGE = 2, 3
"""The levels of headings; the book's own title is at level 1."""

LOWEST = 6

_HEADING = re.compile(r"h([1-6])")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:")
_NAMED = frozenset({"a", "img", "input", "svg"})
"""Elements whose name is read with them, wherever they stand."""

_TEMPLATES: Mapping[Overview | None, str] = {
    **{kind.overview: "page.html" for kind in KINDS if kind.overview is not Overview.TREKKERS},
    Overview.HOME: "book_home.html",
    Overview.DELIVERABLES: "book_deliverables.html",
    Overview.SOURCES: "book_sources.html",
    Overview.TIMELINE: "overview_timeline.html",
    Overview.ACCESSIBILITY: "overview_accessibility.html",
}
"""The templates of overviews that the book has otherwise: most would only repeat the pages which
follow them."""

_LISTS = frozenset({Overview.TIMELINE, Overview.SOURCES})
"""Where all milestones and sources stand in the book, whatever page they are of."""

Render = Callable[[Entity[Any], Language, Callable[[], str]], str]
"""Makes the Markdown of a page in a language into HTML, with its links, as the site has it; it asks
for the Markdown only where it has to."""

Keep = Callable[[str, object, Callable[[], str]], str]
"""Returns a text, by what it is and all that it is made of, and makes it where it is not kept."""


def kept_nowhere(what: str, of: object, make: Callable[[], str]) -> str:
    """Return a text, made anew."""
    return make()


@dataclass(frozen=True)
class Section:
    """A page in the book.

    Attributes:
        anchor: Its name within the book.
        title: Its title.
        language: The language of its text.
        level: The level of its heading.
        nodes: What it holds, its title left out; pictures by their path below the root of the site.
        path: The file of the page below docs/; empty where there is none.
        address: Where the page stands on the site.
        is_left_out: Whether the page is too large for the book.
    """

    anchor: str
    title: str
    language: Language
    level: int
    nodes: tuple[Node, ...]
    path: str = ""
    address: str = ""
    is_left_out: bool = False


@dataclass(frozen=True)
class Book:
    """The whole site in one language, or a volume of it, in reading order."""

    title: str
    language: Language
    sections: tuple[Section, ...]

    @property
    def pictures(self) -> frozenset[str]:
        """The paths of the pictures in it, below the root of the site."""
        elements = (item for section in self.sections for item in _elements(section.nodes))
        return frozenset(item.attributes.get("src", "") for item in elements if item.tag == "img")


def anchor(path: str) -> str:
    """Return the name that a page has within the book; no other name on a page has a slash."""
    return f"/{path.removesuffix('.md').removesuffix('index')}"


def _lead_somewhere(sections: tuple[Section, ...]) -> None:
    """Have each link within the book lead to a place that is there, or to the page around it.

    A page may name a place that is not there. MkDocs says so, with the name of the file.
    """
    elements = [element for section in sections for element in _elements(section.nodes)]
    pages = {section.anchor for section in sections}
    places = pages | {element.attributes.get("id", "") for element in elements}
    for element in elements:
        place = element.attributes.get("href", "")
        if element.tag != "a" or not place.startswith("#") or place[1:] in places:
            continue
        page = place[1:].partition(".")[0]
        if page in pages:
            element.attributes["href"] = f"#{page}"
        else:
            del element.attributes["href"]


@dataclass(frozen=True)
class Binding:
    """What the book holds in a language, from which each volume of it is bound.

    Attributes:
        catalogue: Everything the site knows.
        language: That of the book; a page that has not been translated is in it in Dutch.
        templates: Those of the pages.
        site: Where the site stands, for links to what is not in a volume.
        on_site: The HTML of each page on the site in that language, by the path of its Dutch file.
        render: Makes HTML of the few pages that are other in the book.
        largest: How many characters of HTML a volume may have.
        keep: Keeps what the book makes of a page.
    """

    catalogue: Catalogue
    language: Language
    templates: Templates
    site: Site
    on_site: Mapping[str, str]
    render: Render
    largest: int = LARGEST
    keep: Keep = kept_nowhere

    @cached_property
    def volumes(self) -> tuple[Volume, ...]:
        """The volumes of the book; one, where that is not too large."""
        found = chapters(self.catalogue, self.language)
        return volumes(found, lambda page: len(self._html[page.path]), self.largest)

    def bound(self, volume: Volume) -> Book:
        """Return the text of a volume."""
        sections = tuple(_Volume(self, volume).sections())
        _lead_somewhere(sections)
        title = self.site.names.in_language(self.language)
        if not volume.is_whole:
            title = f"{title}, {self.name(volume)}"
        return Book(title, self.language, sections)

    def name(self, volume: Volume) -> str:
        """Return what a volume is called among others."""
        words = labels()["book_volume"].in_language(self.language)
        return words.format(number=volume.number, total=volume.total)

    def titles(self, volume: Volume) -> tuple[Version, ...]:
        """Return the first and the last page of a volume, once where it has only one."""
        first, last = volume.pages[:1], volume.pages[1:][-1:]
        return tuple(page.version(self.language) for page in first + last)

    def is_too_large(self, page: Entity[Any]) -> bool:
        """Return whether a page does not fit in any volume."""
        return len(self._html[page.path]) > self.largest

    @cached_property
    def _html(self) -> Mapping[str, str]:
        """The HTML of each page of the book, by its path."""
        pages = filter(is_in_book, self.catalogue.entities)
        return {page.path: self._html_of(page) for page in pages}

    def _html_of(self, entity: Entity[Any]) -> str:
        template = _TEMPLATES.get(entity.overview)
        if template is None:
            return self.on_site[entity.path]
        language = entity.version(self.language).language
        page = Expansion(self.catalogue, entity, language, self.templates, self.numbers, template)
        return self.render(entity, language, page.text)

    def html(self, entity: Entity[Any]) -> str:
        """Return the HTML of which a page in the book is made."""
        return "" if self.is_too_large(entity) else self._html[entity.path]

    def nodes(self, entity: Entity[Any]) -> list[Node]:
        """Return what a page has in the book."""
        nodes = adapted(parsed(self.html(entity)), self.numbers)
        return nodes if entity.overview in _LISTS else said_once(nodes, self.numbers)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of every source in the list of all sources."""
        sources = Lists(self.catalogue, self.language).sources()
        return {source.id: number for number, source in enumerate(sources, 1)}

    @cached_property
    def root(self) -> str:
        """Where the site stands in the language of the book."""
        return self.site.address + path_in("", self.language)

    @cached_property
    def pages(self) -> Mapping[str, Entity[Any]]:
        """Every page of the site by its address below that."""
        return {page_address(entity.path): entity for entity in self.catalogue.entities}


@dataclass(frozen=True)
class _Volume:
    """Makes the sections of a volume."""

    binding: Binding
    volume: Volume

    def sections(self) -> Iterator[Section]:
        for chapter in self.volume.chapters:
            yield self._opening(chapter)
            for entity in chapter.parts:
                yield self._section(entity, PAGE)

    def _opening(self, chapter: Chapter) -> Section:
        if chapter.page is None:
            title = labels()[chapter.label].in_language(self.language)
            return Section(anchor(chapter.path), title, self.language, CHAPTER, ())
        if chapter.is_continued:
            version = chapter.page.version(self.language)
            return Section(anchor(chapter.path), version.title, version.language, CHAPTER, ())
        return self._section(chapter.page, CHAPTER)

    @property
    def language(self) -> Language:
        return self.binding.language

    @cached_property
    def _here(self) -> frozenset[str]:
        """The paths of the pages in it."""
        return frozenset(page.path for page in self.volume.pages)

    @cached_property
    def _has_sources(self) -> bool:
        """Whether the list of all sources is in it."""
        page = self.binding.catalogue.page_with(Overview.SOURCES)
        return page is not None and page.path in self._here and not self.binding.is_too_large(page)

    def _section(self, entity: Entity[Any], level: int) -> Section:
        version = entity.version(self.language)
        section = Section(
            anchor(entity.path),
            version.title,
            version.language,
            level,
            (),
            version.path,
            self.binding.site.page(entity, self.language),
            self.binding.is_too_large(entity),
        )
        of = [self._around, repr((entity.overview, section)), self.binding.html(entity)]
        nodes = self.binding.keep(
            "page in the book", of, lambda: as_json(self._nodes(entity, section))
        )
        return replace(section, nodes=tuple(from_json(nodes)))

    @cached_property
    def _around(self) -> str:
        """Stands for all that decides what is made of any page of the volume."""
        site, pages = self.binding.site, self.binding.catalogue.entities
        addresses = {page.path: site.page(page, self.language) for page in pages}
        of = site.address, self.language, self.binding.numbers, addresses, sorted(self._here)
        return hashlib.sha256(repr((*of, self._has_sources)).encode()).hexdigest()

    def _nodes(self, entity: Entity[Any], section: Section) -> list[Node]:
        nodes = self.binding.nodes(entity)
        for element in _elements(nodes):
            self._fit(element, entity, section)
        return nodes

    def _fit(self, element: Element, entity: Entity[Any], section: Section) -> None:
        """Give an element of a page its place in the book."""
        if heading := _HEADING.fullmatch(element.tag):
            element.tag = f"h{min(int(heading[1]) + section.level - 1, LOWEST)}"
        elif element.tag == "details":
            # Paper does not open.
            element.tag = "div"
            element.attributes["class"] = (
                f"admonition {element.attributes.get('class', '')}".strip()
            )
        elif element.tag == "summary":
            element.tag = "p"
            element.attributes["class"] = "admonition-title"
        name = element.attributes.get("id", "")
        if name and not name.startswith(SOURCE):
            element.attributes["id"] = f"{section.anchor}.{name}"
        for reference in ("aria-labelledby", "aria-describedby", "open", "tabindex"):
            element.attributes.pop(reference, None)
        if element.tag not in _NAMED:
            # Many pages in one: what is a landmark on each would be one of many alike here.
            element.attributes.pop("role", None)
            element.attributes.pop("aria-label", None)
        if element.tag == "a" and "href" in element.attributes:
            element.attributes["href"] = self._target(element.attributes["href"], entity, section)
        elif element.tag == "img" and "src" in element.attributes:
            element.attributes["src"] = self._file(element.attributes["src"], entity)

    def _target(self, href: str, entity: Entity[Any], section: Section) -> str:
        """Return to where a link of a page leads in the book."""
        path, _, place = href.partition("#")
        if not path and place.startswith(SOURCE):
            return href if self._has_sources else f"{section.address}{href}"
        if not path:
            return f"#{section.anchor}.{place}"
        if _ADDRESS.match(path):
            return href
        address = self._address(path, entity)
        page = self.binding.pages.get(unquote(address.removeprefix(self.binding.root)))
        if page is None:
            return address + (f"#{place}" if place else "")
        if page.path not in self._here:
            outside = self.binding.site.page(page, self.language)
            return outside + (f"#{place}" if place else "")
        return f"#{anchor(page.path)}{f'.{place}' if place else ''}"

    def _file(self, address: str, entity: Entity[Any]) -> str:
        """Return the path below the root of the site of a file that a page shows."""
        return unquote(self._address(address, entity).removeprefix(self.binding.site.address))

    def _address(self, relative: str, entity: Entity[Any]) -> str:
        """Return the full address of what a page names by one that begins at its own."""
        return urljoin(f"{self.binding.root}{page_address(entity.path)}", relative)


def _elements(nodes: Iterable[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from node.elements()

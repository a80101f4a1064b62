"""Lists of the pages: robots.txt and llms.txt for programs, one for the page on what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..addresses import HOME, page_address
from ..catalogue import Catalogue, Entity
from ..kinds import KINDS
from ..labels import labels
from ..languages import LANGUAGES, Language
from ..markdown import escaped
from ..model import Page
from .site import CALENDAR, CATALOGUE, FEED, Site, one_line
from .tables import TABLES


def robots(site: Site) -> bytes:
    """Return robots.txt (RFC 9309): everybody may read everything, and where the sitemap is.

    Crawlers read it at the root of a host only; below a project's path it does no harm.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.file('sitemap.xml')}\n".encode()


def language_models(catalogue: Catalogue, site: Site) -> bytes:
    """Return llms.txt: every page with its summary, as Markdown (https://llmstxt.org)."""
    return ("\n".join(_lines(catalogue, site)) + "\n").encode()


def pages(catalogue: Catalogue, language: Language) -> bytes:
    """Return the address and title of each page, as the page for unknown addresses reads them.

    Addresses begin at the root of the language, which has all pages; the home page needs no line. A
    title in another language has that beside it.
    """
    rows = []
    for entity in catalogue.entities:
        version = entity.version(language)
        own = [] if version.language == language else [version.language]
        if address := page_address(entity.path):
            rows.append([address, one_line(version.title), *own])
    return f"{json.dumps(rows, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _lines(catalogue: Catalogue, site: Site) -> Iterator[str]:
    home = catalogue.by_path.get(HOME)
    yield f"# {escaped(one_line(site.names.nl))}"
    for language in LANGUAGES:
        if home is not None and home.is_translated(language):
            yield from ("", f"> {escaped(one_line(home.version(language).summary))}")
    for language in LANGUAGES:
        groups: dict[str, Iterable[Entity[Page]]] = {
            kind.name: catalogue.of(kind.collection).values() for kind in KINDS
        }
        groups["other_pages"] = catalogue.pages.values()
        for name, entities in groups.items():
            # A page that is not translated is listed once, in Dutch.
            translated = [entity for entity in entities if entity.is_translated(language)]
            if translated:
                yield from ("", f"## {labels()[name].in_language(language)} ({language})", "")
                yield from (_page(entity, site, language) for entity in translated)
    yield from ("", "## Data", "")
    for path in (CATALOGUE, *(table.path for table in TABLES)):
        yield f"- {_link(path, site.file(path))}"
    for language in LANGUAGES:
        for path in (FEED, CALENDAR):
            address = site.file(path, language)
            yield f"- {_link(address.removeprefix(site.address), address)}"


def _page(entity: Entity[Page], site: Site, language: Language) -> str:
    version = entity.version(language)
    title, summary = one_line(version.title), one_line(version.summary)
    return f"- {_link(title, site.page(entity, language))}: {escaped(summary)}"


def _link(words: str, address: str) -> str:
    """Return a link without the optional `<` and `>`, which readers of llms.txt do not expect."""
    return f"[{escaped(words)}]({address})"

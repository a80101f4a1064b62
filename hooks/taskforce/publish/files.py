"""All files that are published beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType

from .. import mark
from ..addresses import path_in
from ..audit import Report, as_json
from ..catalogue import Catalogue
from ..languages import SOURCE_LANGUAGE, Language
from ..places import ICON
from . import records
from .calendar import calendar
from .data import published
from .feeds import feed_of_theme, site_feed
from .listings import language_models, pages, robots
from .previews import Look, Preview, picture
from .schemas import audit_schema, catalogue_json, catalogue_schema, fields_schema
from .site import (
    AUDIT,
    AUDIT_SCHEMA,
    CALENDAR,
    CATALOGUE,
    CATALOGUE_SCHEMA,
    FEED,
    FRONT_MATTER_SCHEMA,
    PAGES,
    Site,
    former_feeds,
    theme_feed,
)
from .tables import TABLES, Table


@dataclass(frozen=True)
class PublishedFile:
    """A file beside the pages.

    Attributes:
        path: By which pages link to it, the same in every language, as for pages.
        make: Returns what it holds.
        language: Its language; a file in the source language may hold all of them.
        made_of: All that decides what it holds, as text, where that is little.
    """

    path: str
    make: Callable[[], bytes]
    language: Language = SOURCE_LANGUAGE
    made_of: str = ""

    @property
    def target(self) -> str:
        """Where the file stands below the root of the site."""
        return path_in(self.path, self.language)


def shared_files(
    catalogue: Catalogue, site: Site, look: Look | None, report: Report | None = None
) -> Iterator[PublishedFile]:
    """Yield the files that are the same for every language.

    Args:
        catalogue: Everything the site knows.
        site: Where it stands.
        look: What previews are made with; there are none without.
        report: What was measured of the site; it is published where there is one.
    """
    data = cache(partial(published, catalogue, site))
    yield PublishedFile("robots.txt", partial(robots, site))
    yield PublishedFile("llms.txt", partial(language_models, catalogue, site))
    yield PublishedFile(CATALOGUE, lambda: catalogue_json(data()))
    schemas = {
        CATALOGUE_SCHEMA: catalogue_schema,
        FRONT_MATTER_SCHEMA: fields_schema,
        AUDIT_SCHEMA: audit_schema,
    }
    for path, schema in schemas.items():
        yield PublishedFile(path, partial(schema, site), made_of=repr(site))
    if report is not None:
        yield PublishedFile(AUDIT, lambda: as_json(report).encode())
    for table in TABLES:
        yield PublishedFile(table.path, partial(_table, table, data))
    if look is not None:
        icon = partial(mark.icon, look.ground, steps=look.accent, curve=look.ink)
        yield PublishedFile(ICON, icon)
        for preview in Preview.every(catalogue, site):
            drawn = partial(picture, preview, look)
            yield PublishedFile(preview.path, drawn, made_of=f"{preview!r} {look.fingerprint}")


def _table(table: Table, data: Callable[[], records.Head]) -> bytes:
    return table.text(data())


def files_of_language(
    catalogue: Catalogue,
    site: Site,
    language: Language,
    changes: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[PublishedFile]:
    """Yield the feeds, the calendar and the list of pages in one language.

    Args:
        catalogue: Everything the site knows.
        site: Where it stands.
        language: Their language.
        changes: The day on which each file below docs/ last changed, as `YYYY-MM-DD`.
    """
    yield PublishedFile(FEED, partial(site_feed, catalogue, site, language, changes), language)
    for theme in catalogue.themes.values():
        feed = partial(feed_of_theme, catalogue, theme, site, language, changes)
        for path in (theme_feed(theme.slug), *former_feeds(theme)):
            yield PublishedFile(path, feed, language)
    yield PublishedFile(CALENDAR, partial(calendar, catalogue, site, language, changes), language)
    yield PublishedFile(PAGES, partial(pages, catalogue, language), language)

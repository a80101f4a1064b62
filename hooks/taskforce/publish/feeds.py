"""Atom feeds of what happened: one of the whole site and one of each theme, per language.

RFC 4287 wants a moment for every entry, while a milestone may be known by its year only. So the
summary begins with the date in words, as precise as it is known, and only a milestone with a day
has a `published`. `updated`, which is obligatory, is the first day of the period; or the day on
which the source was looked at, where that came first: what is still to come was news then.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from ..catalogue import Catalogue, Entity, Event
from ..labels import labels
from ..languages import LANGUAGES, Language
from ..model import Theme
from .site import (
    FEED,
    LICENCE,
    Site,
    known_since,
    milestone_tag,
    one_line,
    tag,
    theme_feed,
    within,
)

NEWEST = 100
"""Entries in one feed; the calendar and the data hold all milestones."""

BEFORE_ALL = date(1970, 1, 1)
"""When a feed without a single entry was updated: RFC 4287 wants a date there too."""


def site_feed(catalogue: Catalogue, site: Site, language: Language) -> bytes:
    """Return the feed of all milestones, newest first, as Atom (RFC 4287)."""
    home = catalogue.by_path.get("index.md")
    return _Feed(
        title=one_line(site.names.within(language)),
        subtitle=one_line(home.version(language).summary) if home is not None else None,
        path=FEED,
        page=site.page(home, language) if home is not None else site.address,
        site=site,
        language=language,
    ).text(catalogue, catalogue.timeline)


def feed_of_theme(
    catalogue: Catalogue, theme: Entity[Theme], site: Site, language: Language
) -> bytes:
    """Return the feed of the milestones of a theme and its deliverables, as Atom (RFC 4287)."""
    version = theme.version(language)
    return _Feed(
        title=one_line(theme_title(theme, site, language)),
        subtitle=one_line(version.summary),
        path=theme_feed(theme.slug),
        page=site.page(theme, language),
        site=site,
        language=language,
    ).text(catalogue, catalogue.events_of(theme))


def theme_title(theme: Entity[Theme], site: Site, language: Language) -> str:
    """Return the title of the feed of a theme."""
    return f"{theme.version(language).title} – {site.names.within(language)}"


def entry_date(catalogue: Catalogue, event: Event) -> datetime:
    """Return the moment that an entry counts as updated; see the top of this module."""
    return _midnight(min(event.milestone.date.earliest, known_since(catalogue, event.milestone)))


def summary(catalogue: Catalogue, event: Event, language: Language) -> str:
    """Return what a reader must know beside the words of a milestone: date, page, source."""
    milestone = event.milestone
    source = catalogue.sources[milestone.source]
    parts = [
        milestone.date.shown(language),
        labels()["probable_milestone"].within(language) if milestone.probable else "",
        event.entity.version(language).title,
        f"{labels()['source'].within(language)}: {source.title}, {source.publisher}",
    ]
    return one_line(" ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


class _Feed(Atom1Feed):  # type: ignore[misc]
    """Atom with what feedgenerator leaves out: licence, source, language of links; no clock."""

    def __init__(
        self,
        *,
        title: str,
        subtitle: str | None,
        path: str,
        page: str,
        site: Site,
        language: Language,
    ) -> None:
        super().__init__(
            title=title,
            link=page,
            description="",
            subtitle=subtitle,
            language=language,
            author_name=labels()["makers_of_the_site"].within(language),
            feed_url=site.file(path, language),
            feed_copyright=labels()["licence"].within(language),
            feed_guid=tag(within(path, language)),
        )
        self.site = site
        self.path = path
        self.edition: Language = language

    def text(self, catalogue: Catalogue, events: Iterable[Event]) -> bytes:
        """Return the feed with an entry for each of the newest events."""
        for event in list(events)[:NEWEST]:
            milestone = event.milestone
            moment = entry_date(catalogue, event)
            self.add_item(
                title=one_line(milestone.text.text.within(self.edition)),
                link=self.site.page(event.entity, self.edition),
                # The library declares every summary to be HTML.
                description=html.escape(summary(catalogue, event, self.edition), quote=False),
                unique_id=f"{milestone_tag(catalogue, event)}/{self.edition}",
                pubdate=moment if milestone.date.day is not None else None,
                updateddate=moment,
                via=catalogue.sources[milestone.source].url,
            )
        written = StringIO()
        self.write(written, "utf-8")
        return written.getvalue().encode()

    def latest_post_date(self) -> datetime:
        """Return the moment of the newest entry; the library's own falls back to the clock."""
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=_midnight(BEFORE_ALL))

    def add_root_elements(self, handler: Any) -> None:
        """Add the licence (RFC 4946) and the same feed in the other languages."""
        super().add_root_elements(handler)
        handler.addQuickElement("link", "", {"rel": "license", "href": LICENCE})
        for language in LANGUAGES:
            if language != self.edition:
                attributes = {
                    "rel": "alternate",
                    "type": "application/atom+xml",
                    "hreflang": language,
                    "href": self.site.file(self.path, language),
                }
                handler.addQuickElement("link", "", attributes)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Add where the milestone was found (RFC 4287, section 4.2.7.2: `via`)."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})

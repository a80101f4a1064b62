"""Atom feeds of what happened: one of the whole site and one of each theme, per language.

RFC 4287 wants a moment for every entry, while a milestone may be known by its year only, or be
still to come. So the title begins with the date in words, as precise as it is known, and with what
is uncertain about it. `updated`, which is obligatory, is the day on which its
page last changed. Those that changed last stand first, and of one day those that have come.
`published` is left out: it would be read as the day on which it happened.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from io import StringIO
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from ..addresses import HOME, path_in
from ..catalogue import Catalogue, Entity, Event
from ..certainty import history, in_brackets, marks
from ..labels import labels
from ..languages import LANGUAGES, Language, sentence_case
from ..model import Deliverable, Theme
from .site import FEED, LICENCE, Site, milestone_tag, one_line, revised, tag, theme_feed

NEWEST = 100
"""Entries in one feed; the calendar and the data hold all milestones."""

BEFORE_ALL = date(1970, 1, 1)
"""When a feed without a single entry was updated: RFC 4287 wants a date there too."""


Changes = Mapping[str, str]
"""The day on which each file below docs/ last changed, as `YYYY-MM-DD`."""

UNCHANGED: Changes = MappingProxyType({})
"""Where that is not known."""


def site_feed(
    catalogue: Catalogue, site: Site, language: Language, changes: Changes = UNCHANGED
) -> bytes:
    """Return the feed of all milestones, last changed first, as Atom (RFC 4287)."""
    home = catalogue.by_path.get(HOME)
    return _Feed(
        title=one_line(site.names.in_language(language)),
        subtitle=one_line(home.version(language).summary) if home is not None else None,
        path=FEED,
        name=FEED,
        page=site.page(home, language) if home is not None else site.address,
        site=site,
        language=language,
    ).text(catalogue, catalogue.timeline, changes)


def feed_of_theme(
    catalogue: Catalogue,
    theme: Entity[Theme],
    site: Site,
    language: Language,
    changes: Changes = UNCHANGED,
) -> bytes:
    """Return the feed of the milestones of a theme and its deliverables, as Atom (RFC 4287)."""
    version = theme.version(language)
    return _Feed(
        title=one_line(theme_title(theme, site, language)),
        subtitle=one_line(version.summary),
        path=theme_feed(theme.slug),
        name=f"{theme.first_name}/{FEED}",
        page=site.page(theme, language),
        site=site,
        language=language,
    ).text(catalogue, catalogue.events_of(theme), changes)


def theme_title(theme: Entity[Any], site: Site, language: Language) -> str:
    """Return the title of the feed of a theme."""
    return f"{theme.version(language).title} – {site.names.in_language(language)}"


def language_of(event: Event, language: Language) -> Language:
    """Return the language in which a reader of `language` reads a milestone."""
    return event.milestone.text.text.language(language)


def entry_title(catalogue: Catalogue, event: Event, language: Language) -> str:
    """Return when it happened, what is uncertain, and what happened."""
    milestone = event.milestone
    beside = in_brackets(marks(catalogue, milestone), language)
    return (
        f"{milestone.date.in_words(language)}{beside}: {milestone.text.text.in_language(language)}"
    )


def summary(catalogue: Catalogue, event: Event, language: Language) -> str:
    """Return what a reader must know beside the title: what is inferred, page, standing, source."""
    milestone, record = event.milestone, event.entity.record
    source = catalogue.sources[milestone.source]
    standing = history(record.standing, language) if isinstance(record, Deliverable) else ""
    label = labels()["source"].in_language(language)
    parts = [
        *(sentence_case(word.sentence.in_language(language)) for word in milestone.probable),
        event.entity.version(language).title,  # Whose letters are as they are: iBestuur.
        sentence_case(standing),
        sentence_case(f"{label}: {source.title}, {source.publisher}"),
    ]
    return one_line(" ".join(f"{part}." for part in parts if part))


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
        name: str,
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
            author_name=sentence_case(site.owner.name.in_language(language)),
            feed_url=site.file(path, language),
            feed_copyright=labels()["licence"].in_language(language),
            feed_guid=tag(path_in(name, language)),
        )
        self.site = site
        self.path = path
        self.edition: Language = language

    def text(self, catalogue: Catalogue, events: Iterable[Event], changes: Changes) -> bytes:
        """Return the feed with an entry for each of the events that changed last."""
        dated = [
            (
                revised(catalogue, event, changes),
                not catalogue.is_expected(event.milestone.date, event.milestone.source),
                event,
            )
            for event in events
        ]
        for day, _, event in sorted(dated, key=itemgetter(0, 1), reverse=True)[:NEWEST]:
            language = language_of(event, self.edition)
            self.add_item(
                title=one_line(entry_title(catalogue, event, language)),
                link=self.site.page(event.entity, self.edition),
                # The library declares every summary to be HTML.
                description=html.escape(summary(catalogue, event, language), quote=False),
                language=language,
                unique_id=f"{milestone_tag(catalogue, event)}/{self.edition}",
                updateddate=_midnight(day),
                via=catalogue.sources[event.milestone.source].url,
            )
        buffer = StringIO()
        self.write(buffer, "utf-8")
        return buffer.getvalue().encode()

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

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Return the language of an entry that is not in the one of the feed."""
        return {} if item["language"] == self.edition else {"xml:lang": item["language"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Add where the milestone was found (RFC 4287, section 4.2.7.2: `via`)."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})

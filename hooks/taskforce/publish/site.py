"""Where everything stands: the addresses of pages and files, and names that never change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..catalogue import Catalogue, Entity, Event
from ..languages import SOURCE_LANGUAGE, Language, Text
from ..model import Page
from ..parts import Milestone
from ..places import BOOK as BOOK

AUTHORITY = "taskforce-eht.github.io,2026"
"""Who gives out the names below, and since when (RFC 4151, section 2.1).

Feed readers know an entry by its name, also after the site has moved (RFC 4287, section 4.2.6): so
this stays what it is, whatever the address of the site becomes.
"""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

FEED = "feed.xml"
CALENDAR = "data/mijlpalen.ics"
AUDIT = "data/audit.json"
AUDIT_SCHEMA = "data/audit.schema.json"
CATALOGUE = "data/catalogus.json"
CATALOGUE_SCHEMA = "data/catalogus.schema.json"
FRONT_MATTER_SCHEMA = "data/velden.schema.json"

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Site:
    """The site as the world sees it.

    Attributes:
        address: Its full address, with a slash at the end.
        names: Its name in every language.
    """

    address: str
    names: Text

    def page(self, entity: Entity[Page], language: Language) -> str:
        """Return the address of a page, of the Dutch one where it has not been translated."""
        folder, _, name = page_name(entity).rpartition("/")
        parts = [part for part in (folder, "" if name == "index" else name) if part]
        path = "".join(f"{part}/" for part in parts)
        return self.address + within(path, entity.version(language).language)

    def file(self, path: str, language: Language = SOURCE_LANGUAGE) -> str:
        """Return the address of a published file."""
        return self.address + within(path, language)


def within(path: str, language: Language) -> str:
    """Return a path below the root of the site, in the part that is in `language`."""
    return path if language == SOURCE_LANGUAGE else f"{language}/{path}"


def theme_feed(slug: str) -> str:
    """Return the path of the feed of a theme."""
    return f"themas/{slug}/feed.xml"


def thing(entity: Entity[Page], site: Site) -> str:
    """Return the identifier of what a page is about, the same in every language."""
    return f"{site.page(entity, SOURCE_LANGUAGE)}#onderwerp"


def page_name(entity: Entity[Page]) -> str:
    """Return what a page is called in data: its path without extension, as `resultaten/canvas`."""
    return entity.path.removesuffix(".md")


def tag(name: str) -> str:
    """Return the tag URI of something that the site names (RFC 4151)."""
    return f"tag:{AUTHORITY}:{name}"


def milestone_tag(event: Event) -> str:
    """Return the name by which a milestone is known for ever, in whatever words.

    It holds the page, the date and the source; the second milestone with all three the same gets
    a number. So correcting the words of a milestone, or adding another, makes no new one of it.
    """
    milestone = event.milestone
    alike = [
        other
        for other in event.entity.record.milestones
        if (other.date, other.source) == (milestone.date, milestone.source)
    ]
    place = next(index for index, other in enumerate(alike, 1) if other is milestone)
    number = f"/{place}" if place > 1 else ""
    return tag(f"{page_name(event.entity)}/{milestone.date}/{milestone.source}{number}")


def known_since(catalogue: Catalogue, milestone: Milestone) -> date:
    """Return the day on which the source of a milestone was looked at."""
    return catalogue.sources[milestone.source].seen.earliest


def one_line(text: str) -> str:
    """Return the text on one line, with only characters that XML 1.0 can hold.

    Others become U+FFFD (XML 1.0, section 2.2; RFC 5545 forbids control characters too).
    """
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))

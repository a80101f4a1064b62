"""Where everything stands: the addresses of pages and files, and names that never change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..addresses import page_address, path_in
from ..catalogue import Catalogue, Entity, Event
from ..languages import SOURCE_LANGUAGE, Language, Text
from ..model import Page, Theme
from ..owner import Owner
from ..parts import Milestone
from ..vocabulary import Collection
from ..words import plain_words

AUTHORITY = "taskforce-eht.github.io,2026"
"""Who gives out the names below, and since when (RFC 4151, section 2.1).

Feed readers know an entry by its name, also after the site has moved (RFC 4287, section 4.2.6): so
this stays what it is, whatever the address of the site becomes.
"""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

FEED = "feed.xml"
PAGES = "paginas.json"
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
        owner: Whose it is.
    """

    address: str
    names: Text
    owner: Owner = field(default_factory=Owner)

    def page(self, entity: Entity[Page], language: Language) -> str:
        """Return the address of a page, of the Dutch one where it has not been translated."""
        own = entity.version(language).language
        return self.address + path_in(page_address(entity.path), own)

    def file(self, path: str, language: Language = SOURCE_LANGUAGE) -> str:
        """Return the address of a published file."""
        return self.address + path_in(path, language)


def theme_feed(slug: str) -> str:
    """Return the path of the feed of a theme."""
    return f"{Collection.THEMES.folder}/{slug}/{FEED}"


def former_feeds(theme: Entity[Theme]) -> tuple[str, ...]:
    """Return where a theme's feed stood before: a feed reader follows no page that leads on."""
    folder = f"{Collection.THEMES.folder}/"
    return tuple(f"{name}/{FEED}" for name in theme.former_names if name.startswith(folder))


def thing(entity: Entity[Page], site: Site) -> str:
    """Return the identifier of what a page is about, the same in every language."""
    return f"{site.page(entity, SOURCE_LANGUAGE)}#onderwerp"


def tag(name: str) -> str:
    """Return the tag URI of something that the site names (RFC 4151)."""
    return f"tag:{AUTHORITY}:{name}"


def milestone_tag(catalogue: Catalogue, event: Event) -> str:
    """Return the name by which a milestone is known for ever.

    It holds the source and the year, and so stays what it is when the words are corrected, the date
    becomes more precise, or the page gets another name. Where that is not enough, it also holds the
    page (one source, one year, more than one page) and the words (all of it on one page): never a
    place among others, since names would then change hands when a milestone is put in front.
    """
    milestone = event.milestone
    alike = catalogue.events_like(milestone)
    parts = [milestone.source, str(milestone.date.year)]
    if len({other.entity.path for other in alike}) > 1:
        parts.append(event.entity.first_name)
    on_page = [other.milestone for other in alike if other.entity.path == event.entity.path]
    if len(on_page) > 1:
        words = _words(milestone)
        same = [other for other in on_page if _words(other) == words]
        place = next(index for index, other in enumerate(same) if other is milestone)
        parts += [words, *([str(place + 1)] if place else [])]
    return tag("/".join(parts))


def _words(milestone: Milestone) -> str:
    """Return a mark of what a milestone says, whatever its capitals, accents and signs."""
    words = " ".join(plain_words(milestone.text.nl))
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def revised(catalogue: Catalogue, event: Event, changes: Mapping[str, str]) -> date:
    """Return the day on which what is said of a milestone last changed.

    That is when one of the files it comes from did, where that is known; at least the day on which
    its source was looked at. It never goes back.

    Args:
        catalogue: Everything the site knows.
        event: The milestone.
        changes: The day on which each file below docs/ last changed, as `YYYY-MM-DD`.
    """
    paths = {version.path for version in event.entity.versions.values()}
    days = [date.fromisoformat(changes[path]) for path in paths if path in changes]
    return max([catalogue.sources[event.milestone.source].seen.earliest, *days])


def one_line(text: str) -> str:
    """Return the text on one line, with only characters that XML 1.0 can hold.

    Others become U+FFFD (XML 1.0, section 2.2; RFC 5545 forbids control characters too).
    """
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))

"""Long lists: what of them stands on a page itself, and the pages on which all of it stands.

A page shows its lists in full while they have no more than `Bounds.most` rows together; so do all
pages of a small site. Beyond that, each long one begins there and is had in full on pages of its
own, a bounded number of rows each. All of it is plain links: it works without JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..addresses import further_path
from ..catalogue import Entity
from ..kinds import KINDS, kind_of
from ..labels import labels
from ..languages import Language, Text, sentence_case
from ..model import Page, Theme, Trekker
from ..vocabulary import Collection, Overview
from .lists import Lists
from .names import names_of


@dataclass(frozen=True)
class Bounds:
    """How many rows there are at most, of some hundreds of bytes to one and a half kilobyte each.

    With these no page but the book has over 500 kB of HTML, some 50 kB as it is sent. That is a
    second on a slow phone line (400 kbit/s), and a length of which the browser on a cheap phone
    still scrolls and a screen reader still lists the links. Tried in Chromium; see
    tests/test_division.py.

    Attributes:
        most: On a page with all of its lists in full.
        first: Of each list, where it has more.
        further: On each of the pages where such a list is in full.
        beside: Of links within a row, on a page with more.
    """

    most: int = 200
    first: int = 20
    further: int = 200
    beside: int = 10


BOUNDS = Bounds()
WHOLE = Bounds(most=2**31, first=2**31, further=2**31, beside=2**31)
"""Without bounds, as in the book."""


@dataclass(frozen=True)
class LongList:
    """A list that grows with the site.

    Attributes:
        name: The name of its heading; in the address of the pages where it is in full.
        title: What it is called.
        shape: The macro of overrides/overviews/macros.html that shows its rows.
        items: All of its rows.
        stands_on: Other pages that have them in full, where it has no pages of its own.
    """

    name: str
    title: Text
    shape: str
    items: Sequence[Any]
    stands_on: tuple[Entity[Any], ...] = ()


@dataclass(frozen=True)
class FurtherPage:
    """A page where a part of a long list stands.

    Attributes:
        division: The page to which the list belongs, with its lists.
        list: The list.
        number: The number of the page, from 1.
        total: How many there are.
        start: How many rows stand on the pages before it.
        items: Its rows.
    """

    division: Division
    list: LongList
    number: int
    total: int
    start: int
    items: Sequence[Any]

    @property
    def entity(self) -> Entity[Page]:
        """The page to which the list belongs."""
        return self.division.entity

    @property
    def path(self) -> str:
        """Its path, as if it were a Dutch file below docs/."""
        return self.path_of(self.number)

    def path_of(self, number: int) -> str:
        """Return the path of another page of the same list."""
        return further_path(self.entity.path, self.list.name, number)

    @property
    def shown(self) -> object:
        """What it shows of its list, and where in it that stands."""
        place = self.number, self.total, self.start, len(self.list.items)
        return place, self.list.shape, self.division.is_divided, self.items

    def title(self, language: Language) -> str:
        """Return what it is called."""
        label = labels()["further_title" if self.total == 1 else "further_title_page"]
        return label.in_language(language).format(
            page=self.entity.version(language).title,
            list=sentence_case(self.list.title.in_language(language)),
            number=self.number,
            total=self.total,
        )

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The pages to name: the first, the last and those beside it; None for what is skipped."""
        near = {1, self.number - 1, self.number, self.number + 1, self.total}
        named = sorted(number for number in near if 1 <= number <= self.total)
        shown: list[int | None] = []
        for number in named:
            gap = number - (shown[-1] or 0) - 1 if shown else 0
            shown += [number - 1] if gap == 1 else [None] if gap else []
            shown.append(number)
        return tuple(shown)


@dataclass(frozen=True)
class Division:
    """The long lists of a page, in full or divided."""

    entity: Entity[Page]
    lists: Mapping[str, LongList]
    bounds: Bounds

    @classmethod
    def of(cls, lists: Lists, entity: Entity[Page], bounds: Bounds | None = None) -> Division:
        """Return the lists of a page, in the language of the lists."""
        named = {one.name: one for one in long_lists(lists, entity)}
        return cls(entity, named, bounds or BOUNDS)

    @cached_property
    def is_divided(self) -> bool:
        """Whether the page has more rows than it can show."""
        return sum(len(one.items) for one in self.lists.values()) > self.bounds.most

    @property
    def first(self) -> int:
        """How many rows each list has on the page, where it has more and the page is divided."""
        return max(1, min(self.bounds.first, self.bounds.most // len(self.lists)))

    def cut(self, name: str) -> LongList | None:
        """Return a list that only begins on the page; None where all of it stands there."""
        one = self.lists.get(name)
        is_cut = one is not None and self.is_divided and len(one.items) > self.first
        return one if is_cut else None

    def shown(self, name: str) -> Sequence[Any]:
        """Return the rows of a list on the page itself; none of a list that it does not have."""
        if self.cut(name):
            return self.lists[name].items[: self.first]
        return self.lists[name].items if name in self.lists else ()

    def pages(self, name: str) -> Iterator[FurtherPage]:
        """Yield the pages of its own on which a list is in full, where it has any."""
        one, size = self.cut(name), self.bounds.further
        if one is None or one.stands_on:
            return
        starts = range(0, len(one.items), size)
        for number, start in enumerate(starts, 1):
            items = one.items[start : start + size]
            yield FurtherPage(self, one, number, len(starts), start, items)

    def further(self) -> Iterator[FurtherPage]:
        """Yield all pages where its lists are in full."""
        for name in self.lists:
            yield from self.pages(name)

    def beside(self, items: Sequence[Any], *, always: bool = False) -> Sequence[Any]:
        """Return which of many links within a row are shown, on a page with many rows or always."""
        return items[: self.bounds.beside] if always or self.is_divided else items


def long_lists(lists: Lists, entity: Entity[Any]) -> Iterator[LongList]:
    """Yield the lists of a page that grow with the site."""
    if entity.kind is None:
        yield from _of_overview(lists, entity)
        return
    catalogue, words = lists.catalogue, labels()
    if isinstance(entity.record, Theme):
        deliverables: Sequence[Any] = catalogue.deliverables_of_theme(entity.slug)
        yield LongList("resultaten", words["deliverables"], "deliverables", deliverables)
    if isinstance(entity.record, Trekker):
        deliverables = catalogue.deliverables_of_trekker(entity)
        # What many people led stands in full with what they led, not once more with each.
        led = catalogue.led_by(entity)
        title = words["deliverables_of_trekker"]
        yield LongList("resultaten", title, "deliverables", deliverables, led)
        own, others = lists.own_events(entity), lists.other_events(entity)
        yield LongList("mijlpalen", words["page.milestones"], "events", own)
        title = words[events_label(entity)]
        yield LongList("mijlpalen-van-het-thema", title, "events", others, led)
    else:
        events = catalogue.events_of(entity)
        yield LongList("mijlpalen", words["page.milestones"], "events", events)
    yield LongList("gevraagd", words["asked_of_the_state"], "asks", catalogue.asks_of(entity))
    for relation, items in catalogue.naming(entity):
        if relation.heading is not None:
            is_work = items[0].collection is Collection.DELIVERABLES
            shape = "deliverables" if is_work else "titles_listed"
            yield LongList(relation.place, relation.heading, shape, items)


def events_label(trekker: Entity[Trekker]) -> str:
    """Return the label of the milestones of what someone leads."""
    leads = trekker.record.leads
    return "events_of_theme" if len(leads) == 1 and leads[0].theme else "events_of_work"


def _of_overview(lists: Lists, entity: Entity[Any]) -> Iterator[LongList]:
    catalogue, words = lists.catalogue, labels()
    match entity.overview:
        case Overview.HOME:
            yield LongList("gevraagd", words["asked_of_the_state"], "asks_at_home", catalogue.asks)
        case Overview.DELIVERABLES:
            for progress, items in lists.by_progress().items():
                yield LongList(progress.value, progress.label, "deliverables", items)
            items = tuple(lists.in_order(kind_of(Collection.DELIVERABLES)))
            yield LongList("tabel", words["in_one_table"], "table_of_deliverables", items)
        case Overview.ORGANISATIONS:
            for kind, organisations in lists.by_kind_of_organisation().items():
                yield LongList(kind.value, kind.heading, "organisations_listed", organisations)
        case Overview.TREKKERS:
            people = tuple(catalogue.trekkers.values())
            yield LongList("tabel", words["in_one_table"], "table_of_trekkers", people)
        case Overview.TIMELINE:
            for year, events in lists.by_year().items():
                title = Text.same(f"{year}")
                yield LongList(f"jaar-{year}", title, "anchored_events", events)
        case Overview.SOURCES:
            groups = lists.sources_by_publisher()
            names = names_of(groups, "overige")
            for publisher, sources in groups.items():
                title = Text.same(publisher) if publisher else words["other_publishers"]
                name = names[publisher] if publisher else "overige"
                yield LongList(name, title, "sources_listed", sources)
        case Overview.TRANSLATIONS:
            missing, outdated = lists.missing_translations(), catalogue.outdated_translations
            yield LongList("ontbreekt", words["missing_translations"], "missing", missing)
            yield LongList("achter", words["outdated_translations"], "outdated", outdated)
        case Overview.REVIEWS:
            due = catalogue.to_review
            yield LongList("nakijken", words["pages_to_review"], "to_review", due)
        case overview:
            # A kind without an overview of its own.
            for other in KINDS:
                if other.overview is overview and overview is not Overview.THEMES:
                    pages = tuple(lists.in_order(other))
                    yield LongList("lijst", other.collection.several, "pages", pages)

"""Everything the site knows, checked and immutable, and the questions that pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from .addresses import former_name
from .dates import PartialDate
from .field_types import single_values
from .kinds import KINDS, Kind, Relation, by_title, kind_of
from .languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text
from .model import Deliverable, Organisation, Page, PlainPage, Theme, Trekker
from .parts import Ask, Lead, Localised, Milestone, Source, Term
from .publication import ALWAYS, as_field
from .running_text.citations import cited
from .running_text.headings import headings
from .translations import fingerprint
from .values import SlugOf
from .vocabulary import Collection, Overview

RecordT_co = TypeVar("RecordT_co", bound=Page, covariant=True)
TASKFORCE = "taskforce"
"""The slug of the organisation that the taskforce itself is."""


@dataclass(frozen=True)
class Version:
    """A page in one language, as its file has it."""

    language: Language
    path: str
    title: str
    summary: str
    body: str
    outdated: bool = False


@dataclass(frozen=True)
class Entity(Generic[RecordT_co]):
    """A page in every language it exists in, with its facts.

    `path` is that of the Dutch file below docs/; `slug` is its name, the folder left out.
    """

    path: str
    slug: str
    collection: Collection | None
    record: RecordT_co
    versions: Mapping[Language, Version]

    @property
    def kind(self) -> Kind | None:
        """What kind of page it is; none for one that stands by itself."""
        return None if self.collection is None else kind_of(self.collection)

    @property
    def overview(self) -> Overview | None:
        """The overview that the page has, if it has one."""
        return self.record.overview if isinstance(self.record, PlainPage) else None

    def version(self, language: Language) -> Version:
        """Return the page in `language`, or in Dutch where it has not been translated."""
        return self.versions.get(language, self.versions[SOURCE_LANGUAGE])

    @property
    def name(self) -> str:
        """What the page is called: its path without extension, as `resultaten/canvas`."""
        return self.path.removesuffix(".md")

    @property
    def former_names(self) -> tuple[str, ...]:
        """The names that lead to the page, and are of no page today; the oldest first."""
        return tuple(former_name(written, self.path) for written in self.record.formerly)

    @property
    def first_name(self) -> str:
        """What the page was called first, by which it is known for ever.

        A page that opens a folder also leads on from pages of that folder that are gone, whose
        names were never its own.
        """
        folder, _, file = self.name.rpartition("/")
        below = (f"{folder}/" if folder else "") if file == "index" else None
        own = (name for name in self.former_names if below is None or not name.startswith(below))
        return next(own, self.name)

    @property
    def title(self) -> Text:
        """The title of the page in every language that it exists in."""
        return Text(**{code: version.title for code, version in self.versions.items()})

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids of all sources of the page: of its facts first, then of its text."""
        in_text = [name for version in self.versions.values() for name in cited(version.body)]
        return tuple(dict.fromkeys([*self.record.cited(), *in_text]))

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones of the page; of something that took place, the day itself too."""
        day = self.kind.day if self.kind else ""
        if not day or not self.cited:
            return self.record.milestones
        titles = {code: self.version(code).title for code in LANGUAGES}
        itself = Milestone(
            date=getattr(self.record, day), text=Localised(**titles), source=self.cited[0]
        )
        return (*self.record.milestones, itself)

    @property
    def fingerprint(self) -> str:
        """What stands for the words of the Dutch page, from which others are translated."""
        dutch = self.versions[SOURCE_LANGUAGE]
        return fingerprint(dutch.title, dutch.summary, dutch.body)

    def is_translated(self, language: Language) -> bool:
        """Return whether the page exists in `language`."""
        return language in self.versions


@dataclass(frozen=True)
class Review:
    """A page that was certainly correct until a day.

    Attributes:
        entity: The page.
        until: That day.
        field: The field that says so.
    """

    entity: Entity[Any]
    until: PartialDate
    field: str

    @property
    def line(self) -> str:
        """What says so, as a line."""
        return f"{self.field}: {self.until}"


@dataclass(frozen=True)
class Event:
    """A milestone, with the page it stands on."""

    milestone: Milestone
    entity: Entity[Page]

    @property
    def order(self) -> tuple[PartialDate, str, str]:
        """By date, then by the words: always the same order."""
        return self.milestone.date, self.milestone.text.nl, self.entity.path


@dataclass(frozen=True)
class Appointment:
    """A trekker, with one of the things that he or she leads."""

    trekker: Entity[Trekker]
    lead: Lead


Entities = Mapping[str, Entity[RecordT_co]]


@dataclass(frozen=True)
class Catalogue:
    """All pages by slug, in the order of their kind, and all sources by id."""

    by_collection: Mapping[Collection, Entities[Any]] = field(default_factory=dict)
    pages: Entities[PlainPage] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    day: date = ALWAYS
    """The day for which the site is made."""

    def of(self, collection: Collection) -> Entities[Any]:
        """Return the pages of a collection by slug, in the order of their kind."""
        return self.by_collection.get(collection, MappingProxyType({}))

    def page(self, collection: Collection, slug: str) -> Entity[Any]:
        """Return the page of a kind with a slug.

        Raises:
            KeyError: There is none.
        """
        return self.of(collection)[slug]

    @property
    def themes(self) -> Entities[Theme]:
        """The themes, in the order that they give themselves."""
        return self.of(Collection.THEMES)

    @property
    def trekkers(self) -> Entities[Trekker]:
        """The trekkers, by surname."""
        return self.of(Collection.TREKKERS)

    @property
    def deliverables(self) -> Entities[Deliverable]:
        """The deliverables, by title."""
        return self.of(Collection.DELIVERABLES)

    @property
    def organisations(self) -> Entities[Organisation]:
        """The organisations, by title."""
        return self.of(Collection.ORGANISATIONS)

    @property
    def taskforce(self) -> Entity[Organisation] | None:
        """The organisation that the taskforce itself is, where it has a page."""
        return self.organisations.get(TASKFORCE)

    @cached_property
    def entities(self) -> tuple[Entity[Page], ...]:
        """Every page: those of a kind first, then those that stand by themselves."""
        of_kinds = (entity for kind in KINDS for entity in self.of(kind.collection).values())
        return (*of_kinds, *self.pages.values())

    @cached_property
    def by_path(self) -> Mapping[str, Entity[Page]]:
        """Every page by the path of its Dutch file below docs/."""
        return MappingProxyType({entity.path: entity for entity in self.entities})

    def page_with(self, overview: Overview) -> Entity[PlainPage] | None:
        """Return the page that has an overview, if there is one."""
        return next(
            (page for page in self.pages.values() if page.record.overview is overview), None
        )

    def is_public(self, entity: Entity[Page]) -> bool:
        """Return whether a page is on the site; others are in a preview of it only."""
        return entity.record.public_from <= self.day

    def _certain_until(self, entity: Entity[Page]) -> Review | None:
        """Return until when a page is certainly correct, if anything says so.

        Its editor says so, and what it expects: nobody has looked up yet what came of that.
        """
        found = [
            Review(entity, item.date, "milestones")
            for item in entity.milestones
            if self.is_expected(item.date, item.source)
        ]
        if entity.record.review_by:
            found.append(Review(entity, entity.record.review_by, "review_by"))
        return min(found, key=lambda review: review.until.latest, default=None)

    @cached_property
    def to_review(self) -> tuple[Review, ...]:
        """The pages that were certainly correct until a day that has passed, longest ago first."""
        found = filter(None, map(self._certain_until, self.entities))
        due = [review for review in found if review.until.latest < self.day]
        return tuple(sorted(due, key=lambda review: (review.until.latest, review.entity.path)))

    def due_since(self, day: date) -> tuple[tuple[Entity[Page], str], ...]:
        """Return what the days since one have changed by themselves, each with the line that says.

        A page came on the site, or went on the list to review.
        """
        came = [
            (entity, as_field(entity.record.public_from))
            for entity in self.entities
            if day < entity.record.public_from <= self.day
        ]
        passed = [
            (review.entity, review.line) for review in self.to_review if review.until.latest >= day
        ]
        return (*came, *passed)

    def in_order(self, kind: Kind, language: Language) -> list[Entity[Any]]:
        """Return the pages of a kind as its overview has them in a language."""
        return sorted(
            self.of(kind.collection).values(),
            key=lambda item: (
                kind.group(item.record),
                kind.order(item.record, item.version(language).title),
            ),
        )

    # --- relations --------------------------------------------------------------------------

    @cached_property
    def _naming(self) -> Mapping[tuple[Collection, str, Collection, str], tuple[Entity[Any], ...]]:
        """The pages that name a page, by their kind and field, and its kind and slug."""
        pages: dict[tuple[Collection, str, Collection, str], dict[str, Entity[Any]]] = {}
        for kind in KINDS:
            for entity in self.of(kind.collection).values():
                for name, inner, slug in single_values(entity.record):
                    if named := inner.mark(SlugOf):
                        key = kind.collection, name, named.collection, slug
                        pages.setdefault(key, {})[entity.slug] = entity
        return {key: tuple(entities.values()) for key, entities in pages.items()}

    def naming(self, entity: Entity[Page]) -> Iterator[tuple[Relation, tuple[Entity[Any], ...]]]:
        """Yield the pages that name a page, by the relation that they have with it."""
        if entity.collection is None:
            return
        for kind in KINDS:
            for relation in kind.relations:
                if pages := self._pages_naming(
                    entity.collection, entity.slug, kind.collection, relation.field
                ):
                    yield relation, pages

    def themes_of(self, entity: Entity[Page]) -> tuple[Entity[Theme], ...]:
        """Return the themes that a page belongs to, in their own order.

        A theme belongs to itself, a page to the themes that it names, and one that names none to
        those of the pages that name it.
        """
        slugs = set(_themes_named(entity))
        if not slugs:
            for _, others in self.naming(entity):
                slugs.update(slug for other in others for slug in _themes_named(other))
        return tuple(theme for slug, theme in self.themes.items() if slug in slugs)

    def _pages_naming(
        self, collection: Collection, slug: str, by: Collection, field: str
    ) -> tuple[Entity[Any], ...]:
        """Return the pages of one kind that name a page of another in a field."""
        return self._naming.get((by, field, collection, slug), ())

    # --- leads ------------------------------------------------------------------------------

    @cached_property
    def _appointments(self) -> tuple[Appointment, ...]:
        return tuple(
            Appointment(trekker, lead)
            for trekker in self.trekkers.values()
            for lead in trekker.record.leads
        )

    @cached_property
    def _appointments_by_theme(self) -> Mapping[str, tuple[Appointment, ...]]:
        return grouped((item.lead.theme, item) for item in self._appointments if item.lead.theme)

    def leads_of_theme(self, slug: str) -> tuple[Appointment, ...]:
        """Return who leads a theme, by surname."""
        return self._appointments_by_theme.get(slug, ())

    @cached_property
    def leads_of_taskforce(self) -> tuple[Appointment, ...]:
        """Who leads the taskforce as a whole."""
        return tuple(item for item in self._appointments if item.lead.taskforce)

    def led_by(self, trekker: Entity[Trekker]) -> tuple[Entity[Any], ...]:
        """Return the themes that someone leads, or the taskforce, where that has a page."""
        return tuple(filter(None, map(self._led, trekker.record.leads)))

    def _led(self, lead: Lead) -> Entity[Any] | None:
        return self.themes[lead.theme] if lead.theme else self.taskforce

    def trekkers_from(self, municipality: str) -> tuple[Entity[Trekker], ...]:
        """Return the trekkers who were aldermen in a municipality."""
        return self._pages_naming(
            Collection.ORGANISATIONS, municipality, Collection.TREKKERS, "municipality"
        )

    # --- deliverables -----------------------------------------------------------------------

    def deliverables_of_theme(self, slug: str) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables that name a theme as theirs."""
        return self._pages_naming(Collection.THEMES, slug, Collection.DELIVERABLES, "themes")

    def deliverables_of_trekker(self, trekker: Entity[Trekker]) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables of the themes someone leads; of the taskforce, those it made.

        What was done before someone began, or begun after someone stopped, is not among them.
        """
        deliverables = {
            item.slug: item
            for lead in trekker.record.leads
            for item in self._deliverables_led(lead)
        }
        return tuple(deliverables.values())

    def _deliverables_led(self, lead: Lead) -> Iterator[Entity[Deliverable]]:
        led = self.deliverables_of_theme(lead.theme) if lead.theme else self.made_by(TASKFORCE)
        return (item for item in led if lead.includes(*item.record.period))

    def trekkers_of_deliverable(self, deliverable: Entity[Deliverable]) -> tuple[Appointment, ...]:
        """Return who led the themes of a deliverable while it was made, each person once."""
        appointments: dict[str, Appointment] = {}
        for theme in deliverable.record.themes:
            for item in self.leads_of_theme(theme):
                if item.lead.includes(*deliverable.record.period):
                    appointments.setdefault(item.trekker.slug, item)
        return tuple(appointments.values())

    def asks_of(self, entity: Entity[Page]) -> tuple[tuple[Entity[Page], Ask], ...]:
        """Return what a page, or a theme with its deliverables, asks of the State; and who asks."""
        asking: list[Entity[Any]] = [entity]
        if isinstance(entity.record, Theme):
            asking += self.deliverables_of_theme(entity.slug)
        return tuple((item, ask) for item in asking for ask in getattr(item.record, "asks", ()))

    @cached_property
    def asks(self) -> tuple[tuple[Entity[Page], Ask], ...]:
        """All that is asked of central government, with the page that asks."""
        return tuple(
            (item, ask) for item in self.entities for ask in getattr(item.record, "asks", ())
        )

    # --- organisations ----------------------------------------------------------------------

    def made_by(self, organisation: str) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables that an organisation made."""
        return self._pages_naming(
            Collection.ORGANISATIONS, organisation, Collection.DELIVERABLES, "makers"
        )

    # --- running text -----------------------------------------------------------------------

    def has_heading(self, entity: Entity[Page], name: str) -> bool:
        """Return whether the text of a page has a heading to which editors gave a name."""
        titles = headings(entity.version(SOURCE_LANGUAGE).body)
        return any(heading.given == name for heading in titles)

    @cached_property
    def outdated_translations(self) -> tuple[tuple[Entity[Page], Version, str], ...]:
        """Each translation that was made from an older text, with what stands for the new one."""
        return tuple(
            (entity, version, entity.fingerprint)
            for entity in self.entities
            for version in entity.versions.values()
            if version.outdated
        )

    # --- milestones and sources -------------------------------------------------------------

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """All milestones, newest first."""
        return _newest_first(self.entities)

    @cached_property
    def _events_by_source_and_year(self) -> Mapping[tuple[str, int], tuple[Event, ...]]:
        return grouped(
            ((event.milestone.source, event.milestone.date.year), event) for event in self.timeline
        )

    def source(self, identifier: str) -> Source | None:
        """Return a source by its id; None where there is none."""
        return self.sources.get(identifier)

    def events_like(self, milestone: Milestone) -> tuple[Event, ...]:
        """Return the milestones of the same source in the same year, this one too."""
        return self._events_by_source_and_year[milestone.source, milestone.date.year]

    @cached_property
    def as_of(self) -> PartialDate | None:
        """The last day on which a source was looked at; none without sources."""
        return max((source.seen for source in self.sources.values()), default=None)

    def is_expected(self, day: PartialDate, source: str) -> bool:
        """Return whether what a source says of a day had yet to come when it was looked at.

        That the day has passed, or another source was looked at since, says not what came of it.
        """
        told = self.source(source)
        return told is not None and day.earliest > told.seen.latest

    @property
    def past_events(self) -> tuple[Event, ...]:
        """The milestones that had come when their source was looked at, newest first."""
        return tuple(
            event
            for event in self.timeline
            if not self.is_expected(event.milestone.date, event.milestone.source)
        )

    def events_of(self, entity: Entity[Page]) -> tuple[Event, ...]:
        """Return the milestones of a page and of what came of it or its work, newest first.

        Of what someone led, they are those of that time.
        """
        entities = [entity]
        for relation, others in self.naming(entity):
            if relation.brings_events:
                entities += others
        leads: dict[str, list[Lead]] = {}
        if isinstance(entity.record, Trekker):
            for lead in entity.record.leads:
                for item in filter(None, (self._led(lead), *self._deliverables_led(lead))):
                    leads.setdefault(item.path, []).append(lead)
        entities += map(self.by_path.__getitem__, leads)
        return tuple(
            event
            for event in _newest_first({item.path: item for item in entities}.values())
            if event.entity.path not in leads
            or any(
                lead.includes(event.milestone.date.earliest, event.milestone.date.latest)
                for lead in leads[event.entity.path]
            )
        )

    @cached_property
    def uses_of_source(self) -> Mapping[str, tuple[Entity[Page], ...]]:
        """The pages that name each source; the register of sources itself does not count."""
        register = self.page_with(Overview.SOURCES)
        return grouped(
            (source, entity)
            for entity in self.entities
            if entity is not register
            for source in entity.cited
        )

    # --- words ------------------------------------------------------------------------------

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All terms of the glossary."""
        return tuple(term for page in self.pages.values() for term in page.record.terms)

    def abbreviations(self, language: Language) -> Mapping[str, str]:
        """Return every abbreviation with what it stands for, in `language`."""
        meanings = {
            item.record.abbreviation: item.version(language).title
            for item in self.organisations.values()
            if item.record.abbreviation
        }
        meanings |= {
            term.abbreviation.text.in_language(language): term.term.text.in_language(language)
            for term in self.terms
            if term.abbreviation
        }
        return MappingProxyType(dict(sorted(meanings.items())))


_KeyT = TypeVar("_KeyT")
_ItemT = TypeVar("_ItemT")


def grouped(pairs: Iterable[tuple[_KeyT, _ItemT]]) -> Mapping[_KeyT, tuple[_ItemT, ...]]:
    """Return the items by their keys, in the order in which they come."""
    groups: dict[_KeyT, list[_ItemT]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in groups.items()})


def _themes_named(entity: Entity[Any]) -> Iterator[str]:
    """Yield the themes that a page names, or is."""
    if entity.collection is Collection.THEMES:
        yield entity.slug
    for _, inner, slug in single_values(entity.record):
        named = inner.mark(SlugOf)
        if named is not None and named.collection is Collection.THEMES:
            yield slug


def _newest_first(entities: Iterable[Entity[Page]]) -> tuple[Event, ...]:
    events = [Event(milestone, entity) for entity in entities for milestone in entity.milestones]
    return tuple(sorted(events, key=lambda event: event.order, reverse=True))


def by_order(page: Entity[PlainPage]) -> tuple[bool, int, str]:
    """Return what pages are sorted by where they say their order; those without one come last."""
    return page.record.order is None, page.record.order or 0, page.path


def by_slug(entities: Iterable[Entity[Page]]) -> dict[str, Entity[Page]]:
    """Return the entities of one kind by slug, in the order of the kind."""

    def key(entity: Entity[Page]) -> tuple[object, ...]:
        title = entity.versions[SOURCE_LANGUAGE].title
        order = entity.kind.order if entity.kind else by_title
        return order(entity.record, title), entity.slug

    return {entity.slug: entity for entity in sorted(entities, key=key)}

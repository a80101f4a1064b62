"""Everything the site knows, checked and immutable, and the questions that pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from .dates import PartialDate
from .languages import SOURCE_LANGUAGE, Language, person_sort_key, sort_key
from .model import Deliverable, Organisation, Page, PlainPage, Theme, Trekker
from .parts import Ask, Lead, Milestone, Source, Term
from .running_text.citations import cited
from .translations import fingerprint
from .vocabulary import Collection, OrganisationKind, Overview

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

    def version(self, language: Language) -> Version:
        """Return the page in `language`, or in Dutch where it has not been translated."""
        return self.versions.get(language, self.versions[SOURCE_LANGUAGE])

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids of all sources of the page: of its facts first, then of its text."""
        in_text = [name for version in self.versions.values() for name in cited(version.body)]
        return tuple(dict.fromkeys([*self.record.cited(), *in_text]))

    @property
    def fingerprint(self) -> str:
        """What stands for the words of the Dutch page, from which others are translated."""
        dutch = self.versions[SOURCE_LANGUAGE]
        return fingerprint(dutch.title, dutch.summary, dutch.body)

    def is_translated(self, language: Language) -> bool:
        """Return whether the page exists in `language`."""
        return language in self.versions


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
    """All pages by slug, in the order of their overviews, and all sources by id."""

    themes: Entities[Theme] = field(default_factory=dict)
    trekkers: Entities[Trekker] = field(default_factory=dict)
    deliverables: Entities[Deliverable] = field(default_factory=dict)
    organisations: Entities[Organisation] = field(default_factory=dict)
    pages: Entities[PlainPage] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    @cached_property
    def entities(self) -> tuple[Entity[Page], ...]:
        """Every page."""
        return (
            *self.themes.values(),
            *self.trekkers.values(),
            *self.deliverables.values(),
            *self.organisations.values(),
            *self.pages.values(),
        )

    @cached_property
    def by_path(self) -> Mapping[str, Entity[Page]]:
        """Every page by the path of its Dutch file below docs/."""
        return MappingProxyType({entity.path: entity for entity in self.entities})

    def page_with(self, overview: Overview) -> Entity[PlainPage] | None:
        """Return the page that has an overview, if there is one."""
        return next(
            (page for page in self.pages.values() if page.record.overview is overview), None
        )

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
        return _grouped((item.lead.theme, item) for item in self._appointments if item.lead.theme)

    def leads_of_theme(self, slug: str) -> tuple[Appointment, ...]:
        """Return who leads a theme, by surname."""
        return self._appointments_by_theme.get(slug, ())

    @cached_property
    def leads_of_taskforce(self) -> tuple[Appointment, ...]:
        """Who leads the taskforce as a whole."""
        return tuple(item for item in self._appointments if item.lead.taskforce)

    @cached_property
    def _trekkers_by_municipality(self) -> Mapping[str, tuple[Entity[Trekker], ...]]:
        return _grouped((item.record.municipality, item) for item in self.trekkers.values())

    def trekkers_from(self, municipality: str) -> tuple[Entity[Trekker], ...]:
        """Return the trekkers who were aldermen in a municipality."""
        return self._trekkers_by_municipality.get(municipality, ())

    # --- deliverables -----------------------------------------------------------------------

    @cached_property
    def _deliverables_by_theme(self) -> Mapping[str, tuple[Entity[Deliverable], ...]]:
        return _grouped(
            (theme, item) for item in self.deliverables.values() for theme in item.record.themes
        )

    def deliverables_of_theme(self, slug: str) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables of a theme."""
        return self._deliverables_by_theme.get(slug, ())

    def deliverables_of_trekker(self, trekker: Entity[Trekker]) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables of the themes someone leads; of the taskforce, those it made."""
        found: dict[str, Entity[Deliverable]] = {}
        for lead in trekker.record.leads:
            led = self.deliverables_of_theme(lead.theme) if lead.theme else self.made_by(TASKFORCE)
            found |= {item.slug: item for item in led}
        return tuple(found.values())

    def trekkers_of_deliverable(self, deliverable: Entity[Deliverable]) -> tuple[Appointment, ...]:
        """Return who leads the themes of a deliverable, each person once."""
        found: dict[str, Appointment] = {}
        for theme in deliverable.record.themes:
            for item in self.leads_of_theme(theme):
                found.setdefault(item.trekker.slug, item)
        return tuple(found.values())

    def asks_of(self, entity: Entity[Page]) -> tuple[tuple[Entity[Page], Ask], ...]:
        """Return what a page, or a theme with its deliverables, asks of the State; and who asks."""
        asking: list[Entity[Any]] = [entity]
        if isinstance(entity.record, Theme):
            asking += self.deliverables_of_theme(entity.slug)
        return tuple((item, ask) for item in asking for ask in getattr(item.record, "asks", ()))

    @cached_property
    def asks(self) -> tuple[tuple[Entity[Page], Ask], ...]:
        """All that is asked of central government, with the page that asks."""
        asking: list[Entity[Any]] = [*self.themes.values(), *self.deliverables.values()]
        return tuple((item, ask) for item in asking for ask in item.record.asks)

    # --- organisations ----------------------------------------------------------------------

    @cached_property
    def _deliverables_by_maker(self) -> Mapping[str, tuple[Entity[Deliverable], ...]]:
        return _grouped(
            (maker, item) for item in self.deliverables.values() for maker in item.record.makers
        )

    @cached_property
    def _deliverables_by_partner(self) -> Mapping[str, tuple[Entity[Deliverable], ...]]:
        return _grouped(
            (partner, item)
            for item in self.deliverables.values()
            for partner in item.record.partners
        )

    @cached_property
    def _themes_by_partner(self) -> Mapping[str, tuple[Entity[Theme], ...]]:
        return _grouped(
            (partner, item) for item in self.themes.values() for partner in item.record.partners
        )

    def made_by(self, organisation: str) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables that an organisation made."""
        return self._deliverables_by_maker.get(organisation, ())

    def supported_by(self, organisation: str) -> tuple[Entity[Deliverable], ...]:
        """Return the deliverables that an organisation is involved in without being the maker."""
        return self._deliverables_by_partner.get(organisation, ())

    def themes_with(self, organisation: str) -> tuple[Entity[Theme], ...]:
        """Return the themes that an organisation takes part in."""
        return self._themes_by_partner.get(organisation, ())

    @cached_property
    def organisations_by_kind(
        self,
    ) -> Mapping[OrganisationKind, tuple[Entity[Organisation], ...]]:
        """Organisations by kind, in the order of the vocabulary; a kind without any is left out."""
        grouped = _grouped((item.record.kind, item) for item in self.organisations.values())
        return MappingProxyType(
            {kind: grouped[kind] for kind in OrganisationKind if kind in grouped}
        )

    # --- milestones and sources -------------------------------------------------------------

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """All milestones, newest first."""
        return _newest_first(self.entities)

    @cached_property
    def _events_by_source_and_year(self) -> Mapping[tuple[str, int], tuple[Event, ...]]:
        return _grouped(
            ((event.milestone.source, event.milestone.date.year), event) for event in self.timeline
        )

    def events_like(self, milestone: Milestone) -> tuple[Event, ...]:
        """Return the milestones of the same source in the same year, this one too."""
        return self._events_by_source_and_year[milestone.source, milestone.date.year]

    @cached_property
    def as_of(self) -> PartialDate | None:
        """The last day on which a source was looked at; none without sources."""
        return max((source.seen for source in self.sources.values()), default=None)

    def is_expected(self, milestone: Milestone) -> bool:
        """Return whether a milestone had yet to come when the sources were last looked at."""
        as_of = self.as_of
        return as_of is not None and milestone.date.earliest > as_of.latest

    @property
    def past_events(self) -> tuple[Event, ...]:
        """The milestones that had come when the sources were last looked at, newest first."""
        return tuple(event for event in self.timeline if not self.is_expected(event.milestone))

    def events_of(self, entity: Entity[Page]) -> tuple[Event, ...]:
        """Return the milestones of a page and of its deliverables, newest first."""
        return _newest_first(
            {item.path: item for item in (entity, *self._related(entity))}.values()
        )

    def _related(self, entity: Entity[Page]) -> tuple[Entity[Page], ...]:
        if isinstance(entity.record, Theme):
            return self.deliverables_of_theme(entity.slug)
        if isinstance(entity.record, Trekker):
            return self._led_by(entity)  # type: ignore[arg-type]
        if isinstance(entity.record, Organisation):
            return self.made_by(entity.slug)
        return ()

    def _led_by(self, trekker: Entity[Trekker]) -> tuple[Entity[Page], ...]:
        """Return what someone leads, with its deliverables."""
        led: list[Entity[Any] | None] = [
            self.themes[lead.theme] if lead.theme else self.organisations.get(TASKFORCE)
            for lead in trekker.record.leads
        ]
        return *filter(None, led), *self.deliverables_of_trekker(trekker)

    @cached_property
    def uses_of_source(self) -> Mapping[str, tuple[Entity[Page], ...]]:
        """The pages that name each source; the register of sources itself does not count."""
        register = self.page_with(Overview.SOURCES)
        return _grouped(
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
        found = {
            item.record.abbreviation: item.version(language).title
            for item in self.organisations.values()
            if item.record.abbreviation
        }
        found |= {
            term.abbreviation.text.within(language): term.term.text.within(language)
            for term in self.terms
            if term.abbreviation
        }
        return MappingProxyType(dict(sorted(found.items())))


_KeyT = TypeVar("_KeyT")
_ItemT = TypeVar("_ItemT")


def _grouped(pairs: Iterable[tuple[_KeyT, _ItemT]]) -> Mapping[_KeyT, tuple[_ItemT, ...]]:
    groups: dict[_KeyT, list[_ItemT]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in groups.items()})


def _newest_first(entities: Iterable[Entity[Page]]) -> tuple[Event, ...]:
    events = [
        Event(milestone, entity) for entity in entities for milestone in entity.record.milestones
    ]
    return tuple(sorted(events, key=lambda event: event.order, reverse=True))


def in_order(entities: Iterable[Entity[Page]]) -> dict[str, Entity[Page]]:
    """Return the entities of one collection by slug, in the order of its overview."""

    def key(entity: Entity[Page]) -> tuple[object, ...]:
        title = entity.versions[SOURCE_LANGUAGE].title
        if isinstance(entity.record, Theme):
            return entity.record.order, sort_key(title), entity.slug
        if isinstance(entity.record, Trekker):
            return person_sort_key(title), entity.slug
        return sort_key(title), entity.slug

    return {entity.slug: entity for entity in sorted(entities, key=key)}

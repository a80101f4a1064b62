"""What overviews list, in which order and groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue, Entity, Event, grouped
from ..kinds import Kind, kind_of
from ..languages import TRANSLATIONS, Language, Text, language_name, sort_key
from ..model import Deliverable, Organisation, Page
from ..parts import Milestone, Source, Term
from ..vocabulary import Collection, OrganisationKind, Progress

MOST_PUBLISHERS = 20
"""How many publishers have a heading in the list of sources."""


@dataclass(frozen=True)
class Lists:
    """The lists of a catalogue, in the order of one language."""

    catalogue: Catalogue
    language: Language

    def in_order(self, kind: Kind) -> list[Entity[Any]]:
        """Return the pages of a kind, as their overview has them."""
        return self.catalogue.in_order(kind, self.language)

    # --- deliverables and organisations -----------------------------------------------------

    def newest_deliverables(self, limit: int) -> list[Entity[Deliverable]]:
        """Return the deliverables of which something was last known, newest first."""
        newest = sorted(
            self.catalogue.deliverables.values(),
            key=lambda item: item.record.newest.date,
            reverse=True,
        )
        return newest[:limit]

    def by_progress(self) -> Mapping[Progress, tuple[Entity[Deliverable], ...]]:
        """Return the deliverables by progress; each stands in one group, and none is left out."""
        groups = grouped(
            (item.record.newest.progress, item) for item in self.catalogue.deliverables.values()
        )
        return {progress: groups[progress] for progress in Progress if progress in groups}

    def by_kind_of_organisation(
        self,
    ) -> Mapping[OrganisationKind, tuple[Entity[Organisation], ...]]:
        """Return the organisations by what they are; each stands in one group."""
        organisations = self.in_order(kind_of(Collection.ORGANISATIONS))
        return grouped((item.record.kind, item) for item in organisations)

    def roles(self, organisation: Entity[Organisation]) -> list[Entity[Page]]:
        """Return all that an organisation takes part in."""
        pages: dict[str, Entity[Page]] = {}
        for relation, others in self.catalogue.naming(organisation):
            if relation.heading is not None:
                pages |= {entity.path: entity for entity in others}
        return list(pages.values())

    # --- milestones -------------------------------------------------------------------------

    def by_year(self) -> Mapping[int, tuple[Event, ...]]:
        """Return the events of the timeline by year, newest first."""
        return grouped((event.milestone.date.year, event) for event in self.catalogue.timeline)

    def own_events(self, entity: Entity[Page]) -> tuple[Event, ...]:
        """Return the milestones of a page itself, newest first."""
        return tuple(item for item in self.catalogue.events_of(entity) if item.entity is entity)

    def other_events(self, entity: Entity[Page]) -> tuple[Event, ...]:
        """Return the milestones of what came of a page or its work, newest first."""
        return tuple(item for item in self.catalogue.events_of(entity) if item.entity is not entity)

    def first(self, entity: Entity[Page]) -> Milestone | None:
        """Return the first milestone of a page, which may have none."""
        return min(entity.milestones, key=lambda item: item.date, default=None)

    def certain_years(self, entity: Entity[Page]) -> str:
        """Return from which until which year a page has milestones that are certain."""
        years = {item.date.year for item in entity.record.milestones if not item.probable}
        return "–".join(str(year) for year in sorted({min(years), max(years)})) if years else ""

    # --- words ------------------------------------------------------------------------------

    def terms(self) -> list[Term]:
        """Return the terms of the glossary in alphabetical order."""
        return sorted(
            self.catalogue.terms,
            key=lambda term: sort_key(term.term.text.in_language(self.language)),
        )

    def with_abbreviation(self) -> list[Entity[Organisation]]:
        """Return the organisations with an abbreviation, in its alphabetical order."""
        organisations = [
            item for item in self.catalogue.organisations.values() if item.record.abbreviation
        ]
        return sorted(organisations, key=lambda item: sort_key(item.record.abbreviation or ""))

    # --- sources ----------------------------------------------------------------------------

    def sources(self) -> list[Source]:
        """Return all sources by publisher and title."""
        return sorted(
            self.catalogue.sources.values(),
            key=lambda source: (sort_key(source.publisher), sort_key(source.title), source.id),
        )

    def sources_by_publisher(
        self, several: int = 3, most: int = MOST_PUBLISHERS
    ) -> Mapping[str, tuple[Source, ...]]:
        """Return the sources by publisher; those who publish few of them share the last.

        The name of that last group is empty.

        Args:
            several: How many are not few.
            most: How many publishers have a group of their own; those with the most sources do.
        """
        published = Counter(source.publisher for source in self.catalogue.sources.values())
        numbers = sorted(published.values(), reverse=True)
        several = max([several, *(number + 1 for number in numbers[most : most + 1])])
        groups = grouped(
            (source.publisher if published[source.publisher] >= several else "", source)
            for source in self.sources()
        )
        last = {"": groups.get("", ())}
        return {name: sources for name, sources in groups.items() if name} | last

    # --- translations -----------------------------------------------------------------------

    def missing_translations(self) -> list[tuple[Entity[Page], list[Text]]]:
        """Return the pages that lack a language, each with what those are called."""
        lacking = (
            (entity, [code for code in TRANSLATIONS if not entity.is_translated(code)])
            for entity in self.catalogue.entities
        )
        return [(entity, list(map(language_name, codes))) for entity, codes in lacking if codes]

"""The catalogue as records of the published data, with every relation resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue, Entity
from ..languages import Text
from ..parts import Ask, Lead, Link, Localised, Standing
from ..vocabulary import Word
from . import records
from .kinds import Addresses, InLanguages, PageReference, Reference
from .site import CATALOGUE_SCHEMA, LICENCE, Site, milestone_tag, page_name


def published(catalogue: Catalogue, site: Site) -> records.Catalogue:
    """Return all that is published, in the order in which the site shows it."""
    made = _Records(catalogue, site)
    return records.Catalogue(
        **{"$schema": site.file(CATALOGUE_SCHEMA)},
        version=records.VERSION,
        licence=LICENCE,
        name=_words(site.names),
        url=site.address,
        as_of=str(catalogue.as_of) if catalogue.as_of else None,
        themes=tuple(map(made.theme, catalogue.themes.values())),
        trekkers=tuple(map(made.trekker, catalogue.trekkers.values())),
        deliverables=tuple(map(made.deliverable, catalogue.deliverables.values())),
        organisations=tuple(map(made.organisation, catalogue.organisations.values())),
        milestones=tuple(made.milestones()),
        asks=tuple(made.asks()),
        terms=tuple(made.terms()),
        sources=tuple(made.sources()),
        pages=tuple(made.pages()),
    )


def _words(text: Text | Localised) -> InLanguages:
    return InLanguages(nl=text.nl, en=text.en)


@dataclass(frozen=True)
class _Records:
    """Makes records, each of one entity or part of one."""

    catalogue: Catalogue
    site: Site

    def addresses(self, entity: Entity[Any], anchor: str = "") -> Addresses:
        english = self.site.page(entity, "en") + anchor if entity.is_translated("en") else None
        return Addresses(nl=self.site.page(entity, "nl") + anchor, en=english)

    def reference(self, entity: Entity[Any]) -> Reference:
        return Reference(slug=entity.slug, title=_title(entity), url=self.addresses(entity))

    def page_reference(self, entity: Entity[Any]) -> PageReference:
        return PageReference(
            path=page_name(entity), title=_title(entity), url=self.addresses(entity)
        )

    def organisations(self, slugs: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self.reference(self.catalogue.organisations[slug]) for slug in slugs)

    def texts(self, entity: Entity[Any]) -> dict[str, Any]:
        dutch, english = entity.versions["nl"], entity.versions.get("en")
        return {
            "url": self.addresses(entity),
            "title": _title(entity),
            "summary": InLanguages(nl=dutch.summary, en=english.summary if english else None),
        }

    def common(self, entity: Entity[Any]) -> dict[str, Any]:
        record = entity.record
        return {
            "slug": entity.slug,
            **self.texts(entity),
            "links": tuple(map(_link, record.links)),
            "sources": entity.cited,
        }

    def theme(self, entity: Entity[Any]) -> records.Theme:
        leads = {item.trekker.slug: item for item in self.catalogue.leads_of_theme(entity.slug)}
        return records.Theme(
            **self.common(entity),
            order=entity.record.order,
            partners=self.organisations(entity.record.partners),
            asks=tuple(map(_ask, entity.record.asks)),
            leads=tuple(self.reference(item.trekker) for item in leads.values()),
            deliverables=tuple(
                map(self.reference, self.catalogue.deliverables_of_theme(entity.slug))
            ),
        )

    def lead(self, lead: Lead) -> records.Lead:
        return records.Lead(
            **{"from": str(lead.start)},
            theme=self.reference(self.catalogue.themes[lead.theme]) if lead.theme else None,
            taskforce=lead.taskforce is True,
            until=str(lead.until) if lead.until else None,
            source=lead.source,
        )

    def trekker(self, entity: Entity[Any]) -> records.Trekker:
        record = entity.record
        return records.Trekker(
            **self.common(entity),
            municipality=self.reference(self.catalogue.organisations[record.municipality]),
            office=_words(record.office),
            leads=tuple(map(self.lead, record.leads)),
        )

    def deliverable(self, entity: Entity[Any]) -> records.Deliverable:
        record = entity.record
        return records.Deliverable(
            **self.common(entity),
            kind=record.kind.written,
            standing=tuple(map(_standing, record.standing)),
            themes=tuple(self.reference(self.catalogue.themes[slug]) for slug in record.themes),
            makers=self.organisations(record.makers),
            other_makers=_words(record.other_makers) if record.other_makers else None,
            partners=self.organisations(record.partners),
            asks=tuple(map(_ask, record.asks)),
        )

    def organisation(self, entity: Entity[Any]) -> records.Organisation:
        record = entity.record
        return records.Organisation(
            **self.common(entity),
            kind=record.kind.written,
            abbreviation=record.abbreviation,
            website=record.url,
        )

    def milestones(self) -> Iterable[records.Milestone]:
        for event in self.catalogue.timeline:
            milestone = event.milestone
            yield records.Milestone(
                id=milestone_tag(self.catalogue, event),
                date=str(milestone.date),
                text=_words(milestone.text),
                probable=_words_written(milestone.probable),
                source=milestone.source,
                page=self.page_reference(event.entity),
            )

    def asks(self) -> Iterable[records.AskOfPage]:
        for entity, ask in self.catalogue.asks:
            yield records.AskOfPage(
                text=_words(ask), source=ask.source, page=self.page_reference(entity)
            )

    def terms(self) -> Iterable[records.Term]:
        for entity in self.catalogue.pages.values():
            for term in entity.record.terms:
                yield records.Term(
                    id=term.id,
                    url=self.addresses(entity, f"#{term.id}"),
                    term=_words(term.term),
                    definition=_words(term.definition),
                    abbreviation=_words(term.abbreviation) if term.abbreviation else None,
                    source=term.source,
                )

    def sources(self) -> Iterable[records.Source]:
        uses = self.catalogue.uses_of_source
        for source in sorted(self.catalogue.sources.values(), key=lambda source: source.id):
            yield records.Source(
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                url=source.url,
                seen=str(source.seen),
                published=str(source.published) if source.published else None,
                language=source.language.written,
                copied=source.copied,
                archived=source.archived,
                used_on=tuple(map(self.page_reference, uses.get(source.id, ()))),
            )

    def pages(self) -> Iterable[records.OtherPage]:
        for entity in self.catalogue.pages.values():
            yield records.OtherPage(path=page_name(entity), **self.texts(entity))


def _title(entity: Entity[Any]) -> InLanguages:
    english = entity.versions.get("en")
    return InLanguages(nl=entity.versions["nl"].title, en=english.title if english else None)


def _link(link: Link) -> records.Link:
    return records.Link(
        url=link.url,
        title=link.title,
        format=link.format.written,
        language=link.language.written,
        megabytes=link.megabytes,
    )


def _standing(standing: Standing) -> records.Standing:
    return records.Standing(
        progress=standing.progress.written,
        date=str(standing.date),
        source=standing.source,
        probable=_words_written(standing.probable),
    )


def _words_written(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.written for word in words)


def _ask(ask: Ask) -> records.Ask:
    return records.Ask(text=_words(ask), source=ask.source)

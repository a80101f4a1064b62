"""The catalogue as records of the published data, with every relation resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .. import model
from ..catalogue import Catalogue, Entity
from ..kinds import KINDS, Kind
from ..languages import LANGUAGES, Language
from ..vocabulary import Collection
from . import records
from .forms import in_languages, published_values
from .kinds import Addresses, InLanguages, PageReference, Reference
from .site import CATALOGUE_SCHEMA, LICENCE, Site, milestone_tag


def published(catalogue: Catalogue, site: Site) -> records.Head:
    """Return all that is published, in the order in which the site shows it."""
    of = _Records(catalogue, site)
    values = {
        "$schema": site.file(CATALOGUE_SCHEMA),
        "version": records.VERSION,
        "licence": LICENCE,
        "name": in_languages(site.names),
        "url": site.address,
        "as_of": str(catalogue.as_of) if catalogue.as_of else None,
        **{kind.name: tuple(of.of_kind(kind)) for kind in KINDS},
        "milestones": tuple(of.milestones()),
        "asks": tuple(of.asks()),
        "terms": tuple(of.terms()),
        "sources": tuple(of.sources()),
        "pages": tuple(of.pages()),
    }
    head: records.Head = records.Catalogue(**values)
    return head


@dataclass(frozen=True)
class _Records:
    """Makes records, each of one entity or part of one."""

    catalogue: Catalogue
    site: Site

    def addresses(self, entity: Entity[Any], anchor: str = "") -> Addresses:
        return Addresses(
            **_each(entity, lambda language: self.site.page(entity, language) + anchor)
        )

    def named(self, collection: Collection, slug: str) -> Reference:
        return self.reference(self.catalogue.of(collection)[slug])

    def reference(self, entity: Entity[Any]) -> Reference:
        return Reference(slug=entity.slug, title=_title(entity), url=self.addresses(entity))

    def page_reference(self, entity: Entity[Any]) -> PageReference:
        return PageReference(path=entity.name, title=_title(entity), url=self.addresses(entity))

    def texts(self, entity: Entity[Any]) -> dict[str, Any]:
        return {
            "url": self.addresses(entity),
            "title": _title(entity),
            "summary": InLanguages(
                **_each(entity, lambda language: entity.version(language).summary)
            ),
            "formerly": entity.former_names,
        }

    def of_kind(self, kind: Kind) -> Iterable[Any]:
        record_type = records.OF_KINDS[kind.collection]
        for entity in self.catalogue.of(kind.collection).values():
            naming = dict(self.catalogue.naming(entity))
            yield record_type(
                slug=entity.slug,
                **self.texts(entity),
                links=records.LINKS.convert(entity.record.links, self),
                sources=entity.cited,
                **published_values(entity.record, self, without=model.Page),
                **{
                    backlinks.name: tuple(map(self.reference, naming.get(relation, ())))
                    for _, relation, backlinks in records.published_relations(kind)
                },
            )

    def milestones(self) -> Iterable[Any]:
        for event in self.catalogue.timeline:
            yield records.Milestone(
                id=milestone_tag(self.catalogue, event),
                **published_values(event.milestone, self),
                page=self.page_reference(event.entity),
            )

    def asks(self) -> Iterable[records.AskOfPage]:
        for entity, ask in self.catalogue.asks:
            yield records.AskOfPage(
                text=in_languages(ask), source=ask.source, page=self.page_reference(entity)
            )

    def terms(self) -> Iterable[Any]:
        for entity in self.catalogue.pages.values():
            for term in entity.record.terms:
                yield records.Term(
                    url=self.addresses(entity, f"#{term.id}"), **published_values(term, self)
                )

    def sources(self) -> Iterable[Any]:
        uses = self.catalogue.uses_of_source
        for source in sorted(self.catalogue.sources.values(), key=lambda source: source.id):
            yield records.Source(
                **published_values(source, self),
                used_on=tuple(entity.name for entity in uses.get(source.id, ())),
            )

    def pages(self) -> Iterable[records.OtherPage]:
        for entity in self.catalogue.pages.values():
            yield records.OtherPage(path=entity.name, **self.texts(entity))


def _title(entity: Entity[Any]) -> InLanguages:
    return InLanguages(**_each(entity, lambda language: entity.version(language).title))


def _each(entity: Entity[Any], of: Callable[[Language], str]) -> dict[Language, str | None]:
    """Return something of a page in each language; None where it has not been translated."""
    return {code: of(code) if entity.is_translated(code) else None for code in LANGUAGES}

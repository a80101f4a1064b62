"""What the search must know of a page: which text counts, its kind, its themes, its other names.

What editors wrote about the subject itself counts in full. What the site adds is mostly about other
pages and would drown those, so it counts for less, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .catalogue import Catalogue, Entity
from .field_types import single_values
from .languages import LANGUAGES, Language, Text
from .model import Deliverable, Organisation, Page, PlainPage, Theme, Trekker
from .running_text.headings import headings
from .values import SlugOf
from .vocabulary import Collection, Overview, Word
from .words import folded, plain_words

_ADDED_SECTIONS = {"gevraagd": 1.0, "trekkers": 1.0, "mijlpalen": 0.5}
"""How much sections count that templates add, by the name of their heading; others do not."""

_WHOLE_OVERVIEWS = {
    Overview.TIMELINE: 0.3,
    Overview.RULES: 0.3,
    Overview.FIELDS: 0.3,
    Overview.FORMATTING: 0.3,
}
"""How much the contents of an overview count where no other page has them."""

_PRIOR_OF_OVERVIEW = 0.9
_PRIOR_OF_TERM = 0.8
"""Overviews and terms lead to what the site is about."""

_BETWEEN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_OVERVIEW = Text(nl="overzicht", en="overview")
_ABOUT = Text(nl="over deze site", en="about this site")
_TERM = Text(nl="begrip", en="term")


@dataclass(frozen=True)
class Findable:
    """What the search knows of a page in one language, its text excepted.

    Attributes:
        title: Its title.
        summary: Its summary.
        kind: What kind of page it is.
        themes: The titles of the themes that it belongs to, by their slugs.
        names: Other names of what the page is about, such as an abbreviation.
        near: What belongs closely to it, such as who leads it.
        own_headings: The headings that its editors wrote, in comparable words.
        added: How much other sections count; by the name of their heading, or any.
        prior: How likely it is meant, whatever was asked; multiplies its score.
    """

    title: str
    summary: str
    kind: Text
    themes: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    own_headings: frozenset[str] = frozenset()
    added: Mapping[str, float] | float = 0.0
    prior: float = 1.0

    def weight(self, name: str, heading: str) -> float:
        """Return how much a section counts; 0 is not at all.

        Args:
            name: The name of its heading, as in the address.
            heading: The words of its heading.
        """
        if _comparable(heading) in self.own_headings:
            return 1.0
        return self.added if isinstance(self.added, float) else self.added.get(name, 0.0)


def findable(catalogue: Catalogue, entity: Entity[Page], language: Language) -> Findable | None:
    """Return what the search knows of a page; nothing of what only repeats others."""
    version = entity.version(language)
    overview = entity.overview
    if overview is Overview.SEARCH:
        return None
    kind = entity.collection.label if entity.collection else _OVERVIEW if overview else _ABOUT
    names = dict.fromkeys(_names(catalogue, entity))
    names.pop(version.title, None)
    return Findable(
        title=version.title,
        summary=version.summary,
        kind=kind,
        themes={theme.slug: theme.version(language).title for theme in catalogue.themes_of(entity)},
        names=tuple(names),
        near=tuple(dict.fromkeys(_near(catalogue, entity, language))),
        own_headings=frozenset(
            _comparable(heading.words) for heading in headings(version.body) if heading.level == 2
        ),
        added=_ADDED_SECTIONS if overview is None else _WHOLE_OVERVIEWS.get(overview, 0.0),
        prior=entity.kind.prior if entity.kind else _PRIOR_OF_OVERVIEW if overview else 1.0,
    )


def findable_terms(entity: Entity[Page], language: Language) -> Iterator[tuple[str, Findable]]:
    """Yield the terms that a page explains, each with its place on the page."""
    record = entity.record
    for term in record.terms if isinstance(record, PlainPage) else ():
        texts = [text.text for text in (term.term, term.abbreviation) if text is not None]
        title = term.term.text.in_language(language)
        names = dict.fromkeys(text.in_language(code) for text in texts for code in LANGUAGES)
        names.pop(title, None)
        yield (
            term.id,
            Findable(
                title=title[:1].upper() + title[1:],
                summary=term.definition.text.in_language(language),
                kind=_TERM,
                names=tuple(names),
                prior=_PRIOR_OF_TERM,
            ),
        )


def _comparable(heading: str) -> str:
    return " ".join(plain_words(heading))


def _names(catalogue: Catalogue, entity: Entity[Page]) -> Iterator[str]:
    """Yield the names of a page in every language, and abbreviations with what they stand for."""
    titles = [entity.version(code).title for code in LANGUAGES]
    yield from titles
    if isinstance(entity.record, Organisation) and entity.record.abbreviation:
        yield entity.record.abbreviation
    subjects = {folded(_BETWEEN_BRACKETS.sub("", title)) for title in titles}
    for term in catalogue.terms:
        long = [term.term.text.in_language(code) for code in LANGUAGES]
        if term.abbreviation and subjects & set(map(folded, long)):
            yield from long
            yield from (term.abbreviation.text.in_language(code) for code in LANGUAGES)


def _near(catalogue: Catalogue, entity: Entity[Any], language: Language) -> Iterator[str]:
    """Yield what belongs to a page: what kind of thing it is, who leads it, what it is part of."""
    of_kind = _NEAR.get(entity.collection, _near_any)
    if entity.overview is Overview.TIMELINE:
        yield from map(str, sorted({event.milestone.date.year for event in catalogue.timeline}))
    yield from of_kind(catalogue, entity, language)


def _near_any(catalogue: Catalogue, entity: Entity[Any], language: Language) -> Iterator[str]:
    """Yield the words of a vocabulary that a page has, and the titles of the pages it names."""
    for _, inner, value in single_values(entity.record) if entity.collection else ():
        if isinstance(value, Word):
            yield value.label.in_language(language)
        elif named := inner.mark(SlugOf):
            yield catalogue.of(named.collection)[value].version(language).title


def _near_deliverable(
    catalogue: Catalogue, entity: Entity[Deliverable], language: Language
) -> Iterator[str]:
    yield entity.record.kind.label.in_language(language)
    yield from (catalogue.themes[slug].version(language).title for slug in entity.record.themes)


def _near_trekker(
    catalogue: Catalogue, entity: Entity[Trekker], language: Language
) -> Iterator[str]:
    record = entity.record
    yield f"{_TREKKER.in_language(language)}, {record.office.text.in_language(language)}"
    yield catalogue.organisations[record.municipality].version(language).title
    yield from (led.version(language).title for led in catalogue.led_by(entity))


def _near_theme(catalogue: Catalogue, entity: Entity[Theme], language: Language) -> Iterator[str]:
    yield entity.version(language).title
    leads = tuple(item.trekker for item in catalogue.leads_of_theme(entity.slug))
    yield from _people(leads, language)


def _near_organisation(
    catalogue: Catalogue, entity: Entity[Organisation], language: Language
) -> Iterator[str]:
    yield entity.record.kind.label.in_language(language)
    leads = catalogue.trekkers_from(entity.slug)
    if entity is catalogue.taskforce:
        leads = tuple(item.trekker for item in catalogue.leads_of_taskforce)
    yield from _people(leads, language)


def _people(leads: tuple[Entity[Trekker], ...], language: Language) -> Iterator[str]:
    if leads:
        yield _TREKKER.in_language(language)
        yield from (lead.version(language).title for lead in leads)


_TREKKER = Collection.TREKKERS.label

_NEAR: Mapping[Collection | None, Callable[[Catalogue, Entity[Any], Language], Iterator[str]]] = {
    Collection.THEMES: _near_theme,
    Collection.TREKKERS: _near_trekker,
    Collection.DELIVERABLES: _near_deliverable,
    Collection.ORGANISATIONS: _near_organisation,
}
"""What is near to a page of a kind of which not all counts that it names."""

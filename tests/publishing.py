"""What the tests of publishing share: a small catalogue, and the same with any words in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.languages import LANGUAGES, Text
from hooks.taskforce.model import Page
from hooks.taskforce.parts import Localised
from hooks.taskforce.publish.site import Site
from tests.builders import added, loaded, page

SITE = Site("https://example.org/taskforce/", Text(nl="De taskforce & co", en="The taskforce & co"))
HOSTILE = "R&D <b>\"x\"</b> </script> ]]> <!-- ; , \\n 'q' \u2028 =1+1 é 🏛 {{ x }}"

ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)

EVENTS = page(
    """\
title: City Deal
summary: Afspraken over binnensteden, tussen steden en Rijk.
kind: city-deal
standing:
  - {progress: in-preparation, date: 2021, source: vng-2021}
themes: [mkb]
milestones:
  - {date: 2021, text: {nl: Er wordt aan gewerkt, en: It is being prepared}, source: vng-2021}
  - {date: 2021-03, text: {nl: Een maand, en: A month}, source: vng-2021}
  - {date: 2023-06-14, text: {nl: Getekend, en: Signed}, source: vng-2021, probable: [connection]}
  - {date: 2023-06-14, text: {nl: Gevierd, en: Celebrated}, source: vng-2021}
  - {date: 2099-06-14, text: {nl: Loopt af, en: Ends}, source: vng-2021}
"""
)


def small() -> Catalogue:
    """Return a catalogue with every kind of page, some of them not translated."""
    found = loaded(added("resultaten/city-deal.md", EVENTS))
    assert not found.problems
    return found.catalogue


def with_words(catalogue: Catalogue, words: str) -> Catalogue:
    """Return the catalogue with the same words in every title, summary, text and source."""
    sources = {
        name: source.model_copy(update={"title": words, "publisher": words})
        for name, source in catalogue.sources.items()
    }

    def reworded(entities: Mapping[str, Entity[Any]]) -> dict[str, Entity[Any]]:
        return {slug: _reworded(entity, words) for slug, entity in entities.items()}

    return Catalogue(
        {name: reworded(group) for name, group in catalogue.by_collection.items()},
        pages=reworded(catalogue.pages),
        sources=sources,
    )


def _reworded(entity: Entity[Any], words: str) -> Entity[Any]:
    both = Localised.model_construct(nl=words, en=words)
    record: Page = entity.record
    changes: dict[str, Any] = {
        "milestones": tuple(
            milestone.model_copy(update={"text": both}) for milestone in record.milestones
        ),
        "links": tuple(link.model_copy(update={"title": words}) for link in record.links),
    }
    if hasattr(record, "asks"):
        changes["asks"] = tuple(
            ask.model_copy(update={"nl": words, "en": words}) for ask in record.asks
        )
    if hasattr(record, "office"):
        changes["office"] = both
    if getattr(record, "abbreviation", None):
        changes["abbreviation"] = words
    if hasattr(record, "terms"):
        changes["terms"] = tuple(
            term.model_copy(update={"term": both, "definition": both, "abbreviation": both})
            for term in record.terms
        )
    versions = {
        language: replace(version, title=words, summary=words)
        for language, version in entity.versions.items()
    }
    assert set(versions) <= set(LANGUAGES)
    return replace(entity, record=record.model_copy(update=changes), versions=versions)

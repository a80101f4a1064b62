"""The registry of kinds: it is whole, and a kind that is not said whole does not load."""

from __future__ import annotations

import pytest

from hooks.taskforce.kinds import KINDS, Kind, Relation, kind_of
from hooks.taskforce.languages import Text
from hooks.taskforce.model import Page, Theme
from hooks.taskforce.parts import Ask, Record, described
from hooks.taskforce.publish.forms import record_type
from hooks.taskforce.values import SourceId
from hooks.taskforce.vocabulary import Collection, Overview


def test_every_collection_has_a_kind_and_every_kind_an_overview_of_its_own() -> None:
    assert {kind_of(collection).collection for collection in Collection} == set(Collection)
    assert len({kind.overview for kind in KINDS}) == len(KINDS) == len(Collection)


@pytest.mark.parametrize(
    ("relations", "more"),
    [
        ((), {}),
        ((Relation("partners"), Relation("order")), {}),
        ((Relation("partners", heading=Text(nl="x", en="x")),), {}),
        ((Relation("partners"),), {"properties": {"partner": "about"}}),
        ((Relation("partners"),), {"row_of": "partner"}),
    ],
    ids=["relation forgotten", "no relation", "no place", "no such field", "no such rows"],
)
def test_a_kind_that_is_not_whole_does_not_load(
    relations: tuple[Relation, ...], more: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match="themas"):
        Kind(
            Collection.THEMES,
            Theme,
            Overview.THEMES,
            type_of=lambda theme: "Thing",
            relations=relations,
            **more,  # type: ignore[arg-type]
        )


def test_a_field_of_a_type_that_nobody_publishes_does_not_load() -> None:
    class Odd(Record):
        """A record with a field of a type that no other has."""

        value: bytes = described("Iets.", "Something.", label=("Iets", "Something"))

    with pytest.raises(TypeError, match="bytes"):
        record_type(Odd)


def test_each_source_that_a_page_names_counts_wherever_the_model_has_it() -> None:
    class Visit(Page):
        """A page with a source in a field, and in a part of a part."""

        seen_in: SourceId = described("Waar.", "Where.", label=("Waar", "Where"))
        asks: tuple[Ask, ...] = described("Wat.", "What.", label=("Wat", "What"), default=())

    page = Visit(
        title="Bezoek",
        summary="Een bezoek waar ook iets werd gevraagd, aan de kust.",
        sources=("c",),
        seen_in="a",
        asks=(Ask(nl="Geld", en="Money", source="b"), Ask(nl="Tijd", en="Time", source="a")),
    )
    assert page.cited() == ("c", "a", "b")

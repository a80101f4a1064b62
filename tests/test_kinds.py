"""The registry of kinds: it is whole, and a kind that is not said whole does not load."""

from __future__ import annotations

import pytest

from hooks.taskforce.kinds import KINDS, Kind, Relation, kind_of
from hooks.taskforce.languages import Text
from hooks.taskforce.model import Theme
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

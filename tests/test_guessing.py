"""What somebody probably meant is offered where it is one thing, not where it may be two."""

from __future__ import annotations

import pytest

from hooks.taskforce.guessing import (
    choose_from,
    each_surely_named_so,
    named_so,
    nearest_name,
    surely_named_so,
)

NAMES = {
    "Zwolle": "zwolle",
    "VNG": "vng",
    "VNG Realisatie": "vng-realisatie",
    "Ministerie van Economische Zaken en Klimaat": "ezk",
    "Ministerie van Binnenlandse Zaken": "bzk",
    "Human capital": "human-capital",
    "Vitale binnensteden": "vitale-binnensteden",
}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("zwolle", "zwolle"),
        ("Gemeente Zwolle", "zwolle"),
        ("VNG", "vng"),
        ("VNG Realisatie (Den Haag)", "vng-realisatie"),  # of two that fit, the longest
        ("Economische Zaken", "ezk"),
        ("Zaken", None),
        ("Zwolle en Human capital", "human-capital"),
        ("Deventer", None),
        ("de", None),
        ("?", None),
    ],
)
def test_a_name_with_words_too_many_or_too_few_is_that_of_the_one_thing(
    value: str, meant: str | None
) -> None:
    assert named_so(value, NAMES) == meant


def test_a_text_without_words_names_nothing_however_little_there_is() -> None:
    assert named_so("…", {"Zwolle": "zwolle"}) is None
    assert named_so("Zwolle", {"…": "punten"}) is None


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("zwolle", "zwolle"),
        ("gemeente Zwolle", "zwolle"),
        ("Zwolle (Overijssel)", None),  # a word is left over
        ("VNG", "vng"),
        ("Economische Zaken", "ezk"),
        ("Zaken", None),
        ("gemeente", None),
    ],
)
def test_a_name_is_certain_where_no_word_of_it_is_left_over(value: str, meant: str | None) -> None:
    assert surely_named_so(value, NAMES) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("VNG en Zwolle", ("vng", "zwolle")),
        ("Zwolle/VNG, Zwolle", ("zwolle", "vng")),
        ("Zaken en Klimaat", ("ezk",)),  # the name of one, though ‘Zaken’ may be that of two
        ("VNG en Deventer", ()),
    ],
)
def test_several_names_are_certain_where_each_is(value: str, meant: tuple[str, ...]) -> None:
    assert each_surely_named_so(value, NAMES) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("binnnensteden", "binnensteden"),
        ("Binnensteden", "binnensteden"),
        ("kezk", "ezkk"),
        ("ZEK", "ezk"),
        ("samthe", "themas"),
        ("them", None),  # too short to be sure
        ("ezl", None),  # alike by accident
        ("vitaal", None),
        ("ezkkk", None),  # near a short name only
    ],
)
def test_a_slip_of_the_keyboard_is_seen(value: str, meant: str | None) -> None:
    assert nearest_name(value, {"binnensteden", "ezk", "ezkk", "themas"}) == meant


def test_what_there_is_to_choose_from_is_listed_as_far_as_there_is_room() -> None:
    assert choose_from(["a", "b"]).nl == "kies uit: a, b"
    listed = choose_from([str(number) for number in range(100)]).nl
    assert listed.startswith("kies uit: 0, 1, ")
    assert listed.endswith(", …")
    assert len(listed) < 100
    assert choose_from([]).nl == "maak die eerst"

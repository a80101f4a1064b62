"""Of a date in another form is said what it means, where that can be one date only."""

from __future__ import annotations

import pytest

from hooks.taskforce.dates import ImpossibleDateError, NotADateError, PartialDate


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12-3-2022", "2022-03-12"),
        ("2022-3-12", "2022-03-12"),
        ("3/25/2022", "2022-03-25"),
        ("zaterdag 12-3-2022", "2022-03-12"),
        ("202203", "2022-03"),
        ("20220312", "2022-03-12"),
        ("sept. 2022", "2022-09"),
        ("de 3e van maart 2022", "2022-03-03"),
        ("voorjaar 2022", "2022"),
        ("week 12 2022", "2022"),
    ],
)
def test_the_one_date_that_a_text_can_mean_is_told(text: str, meant: str) -> None:
    with pytest.raises(NotADateError) as told:
        PartialDate.parse(text)
    assert told.value.suggestion == PartialDate.parse(meant)


@pytest.mark.parametrize(
    "text",
    [
        "na 2022",
        "vóór 12 maart 2022",
        "2021 of 2022",
        "maart-april 2022",
        "12 en 13 maart 2022",
        "13-14-2022",
        "20223",
        "2022-03-12-1",
        "maart",
        "",
    ],
)
def test_a_text_that_can_mean_none_or_several_is_no_date(text: str) -> None:
    with pytest.raises(NotADateError) as told:
        PartialDate.parse(text)
    assert told.value.suggestion is None


@pytest.mark.parametrize("text", ["2022-02-30", "30-2-2022", "30 februari 2022"])
def test_of_a_day_that_there_is_not_the_month_is_told(text: str) -> None:
    with pytest.raises(ImpossibleDateError) as told:
        PartialDate.parse(text)
    assert told.value.month == PartialDate(2022, 2)

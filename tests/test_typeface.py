"""The typeface of the site is the one its authors publish, without what no page shows."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tests.conftest import ROOT
from tests.typeface.__main__ import TYPEFACE
from tests.typeface.making import PUBLISHED, made

WEIGHT = re.compile(r"font-weight: ([\d ]+);")


@pytest.fixture(scope="module")
def small() -> TTFont:
    return TTFont(TYPEFACE)


@pytest.fixture(scope="module")
def whole() -> TTFont:
    return TTFont(PUBLISHED)


def test_every_character_is_still_there_and_as_wide(small: TTFont, whole: TTFont) -> None:
    def widths(font: TTFont) -> dict[int, int]:
        return {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}

    assert widths(small) == widths(whole)


def test_every_weight_of_the_style_sheets_is_in_it(small: TTFont) -> None:
    (axis,) = small["fvar"].axes
    asked = {
        int(weight)
        for sheet in (ROOT / "docs/assets/css").glob("*.css")
        if sheet.name != "tokens.css"  # names the weights of the fallbacks
        for weights in WEIGHT.findall(sheet.read_text("utf-8"))
        for weight in weights.split()
    }
    assert axis.minValue <= min(asked)
    assert max(asked) <= axis.maxValue


def test_numbers_can_be_set_below_each_other_and_letters_joined(small: TTFont) -> None:
    tags = {one.FeatureTag for one in small["GSUB"].table.FeatureList.FeatureRecord}
    assert {"tnum", "liga", "ccmp"} <= tags


def test_an_accent_changes_no_kerning(small: TTFont) -> None:
    (subtable,) = small["GPOS"].table.LookupList.Lookup[0].SubTable
    rows, columns = subtable.ClassDef1.classDefs, subtable.ClassDef2.classDefs

    def kerning(left: str, right: str) -> int:
        row = subtable.Class1Record[rows.get(left, 0)]
        return int(row.Class2Record[columns.get(right, 0)].Value1.XAdvance)

    assert kerning("T", "o") < -100
    assert kerning("T", "odieresis") == kerning("T", "o")
    assert kerning("V", "A") == kerning("V", "Adieresis") < -100


def test_it_says_whose_it_is_and_under_which_licence(small: TTFont, whole: TTFont) -> None:
    for number in (0, 1, 14):
        assert small["name"].getDebugName(number) == whole["name"].getDebugName(number)


@pytest.mark.depth  # takes a second, and the typeface seldom changes
def test_it_is_what_the_command_makes_of_what_its_authors_publish() -> None:
    again = TTFont(BytesIO(made(PUBLISHED.read_bytes())))
    here = TTFont(TYPEFACE)
    # Not the bytes: another version of the compression may pack the same tables otherwise.
    assert tables(again) == tables(here)


def tables(font: TTFont) -> dict[str, bytes]:
    return {tag: font.reader[tag] for tag in sorted(font.reader.keys())}

"""Signs that nobody sees are found, but where they make an emoji."""

from __future__ import annotations

import pytest

from hooks.taskforce.invisible import INVISIBLE, blanked, word_without
from hooks.taskforce.problems import as_text
from tests.builders import added, loaded, page

EMOJI = {
    "joined": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "joined with a colour of skin": "\U0001f469\U0001f3fd\u200d\U0001f692",
    "joined with a sign in colour": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "heart": "\u2764\ufe0f",
    "heart without colour": "\u2764\ufe0e",
    "key": "1\ufe0f\u20e3",
    "flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "flag of the Netherlands": "\U0001f1f3\U0001f1f1",
}
"""Emoji that are made with signs that nobody sees (Unicode Technical Standard 51)."""


@pytest.mark.parametrize("emoji", EMOJI.values(), ids=[*EMOJI])
def test_an_emoji_is_whole_in_a_title_and_in_text(emoji: str) -> None:
    text = page(f"title: Los {emoji}\nsummary: Een pagina waarop niets bijzonders staat.\n", emoji)
    assert as_text(loaded(added("los.md", f"{text}\n")).problems) == ""


@pytest.mark.parametrize(
    "sign", ["\u00a0", "\u202f", "\u2011", "\u2019", "é", "e\u0301", "中", "\ufffd"]
)
def test_what_can_be_seen_is_left_alone(sign: str) -> None:
    assert INVISIBLE.search(f"a{sign}b") is None


def test_every_column_stays_where_it_is() -> None:
    text = "a\u200bb\u00adc\U000e0041d"
    assert blanked(text) == "a b c d"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("een wo\u200bo\u00adrd hier", "woord"),
        ("\u2060 los", ""),
        ("\u200e", ""),
        ("x\u202ey", "xy"),
        ("hier zes\u2028ste\u00adden samen", "zes steden"),
        ("los\u2029 einde", "los"),
    ],
)
def test_the_word_round_a_sign_is_offered_without_any(text: str, word: str) -> None:
    sign = INVISIBLE.search(text)
    assert sign is not None
    assert word_without(sign) == word

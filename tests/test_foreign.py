"""What is in another language is told; what may be in another language is not."""

from __future__ import annotations

import pytest

from hooks.taskforce.foreign import FEWEST, is_foreign, seems_to_be_in
from hooks.taskforce.languages import Language
from tests.builders import PNG, added, loaded, page
from tests.publishing import HOSTILE

FIELDS = "title: Rapport\nsummary: Wat er in dit rapport over onze steden te lezen is.\n"
ENGLISH = "What happened to the plan that was made, and who is at work on it now."


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Deze pagina is nog niet vertaald; je leest de Engelse tekst", "nl"),
        ("This page has not been translated; what you read is Dutch", "en"),
        ("City Deal Dynamische Binnensteden", None),
        ("De what en de how van het plan", None),
        ("Read https://example.org/wat-er-van-het-plan-van-de-stad-is-geworden", None),
        ("", None),
        (HOSTILE, None),
    ],
)
def test_the_language_of_a_text_is_recognised(words: str, language: Language | None) -> None:
    assert seems_to_be_in(words) == language


@pytest.mark.parametrize("language", ["de", "ar", "fy"])
def test_of_a_language_that_the_site_does_not_speak_nothing_is_told(language: str) -> None:
    assert not is_foreign(ENGLISH, language)
    body = f"Het *{ENGLISH}*{{lang={language}}} en **dit**{{lang={language}}} staan er zo.\n"
    assert [str(problem) for problem in loaded(added("los.md", page(FIELDS, body))).problems] == []


def test_a_few_words_tell_nothing_where_many_are_asked_for() -> None:
    short = "What works for whom and why"
    assert len(short.split()) < FEWEST
    assert seems_to_be_in(short) == "en"
    assert seems_to_be_in(short, FEWEST) is None


FIELDS = "title: Rapport\nsummary: Wat er in dit rapport over onze steden te lezen is.\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{ENGLISH}",
        f'!!! note "{ENGLISH}"\n\n    Zo.',
        f'??? "{ENGLISH}"\n\n    Zo.',
        f'=== "{ENGLISH}"\n\n    Zo.',
        f'![Gevels](gevels.png "{ENGLISH}")',
        f'Zie [daar](index.md "{ENGLISH}") voor meer.',
    ],
)
def test_what_is_in_another_language_is_a_problem(body: str) -> None:
    tree = added("los.md", page(FIELDS, f"{body}\n")) | {"gevels.png": PNG}
    assert [problem.rule for problem in loaded(tree).problems] == ["other-language"]


def test_a_cell_in_another_language_is_told_by_its_own_line() -> None:
    body = f"Tekst.\n\n| Naam | Wat |\n| --- | --- |\n| een | twee |\n| drie | {ENGLISH} |\n"
    text = page(FIELDS, body)
    (problem,) = loaded(added("los.md", text)).problems
    assert ENGLISH in text.splitlines()[problem.place.line - 1]


@pytest.mark.parametrize(
    "body",
    [
        "Het rapport What works for whom and why gaat daarover.",
        "Zie [What works for whom and why](index.md).",
        f"Zie *{ENGLISH}*{{lang=en}} voor wat er nu van is geworden.",
        f"[*{ENGLISH}*{{lang=en}}](index.md)",
        f"> *{ENGLISH}*{{lang=en}}",
        f"**{ENGLISH}**{{lang=en}}",
        f"Zie ***{ENGLISH}***{{lang=en}} en __{ENGLISH}__{{lang=en}}",
        f"`{ENGLISH}`",
        "Lees het: <https://example.org/what-is-the-plan-that-was-made-for-all-and-who-is-at-work>.",
        f'!!! note "*{ENGLISH}*{{lang=en}}"\n\n    Zo.',
        '=== "What works for whom and why"\n\n    Zo.',
        f"```text\n{ENGLISH}\n```",
        "Amsterdam, Breda, Eindhoven, Groningen, Nijmegen, Roosendaal, Utrecht en Zwolle.",
        "| City Deal | Human Capital | Smart City |\n| - | - | - |\n| Living Lab | Hub | Lead |",
    ],
)
def test_what_may_be_in_another_language_is_no_problem(body: str) -> None:
    tree = added("los.md", page(FIELDS, f"{body}\n"))
    assert [str(problem) for problem in loaded(tree).problems] == []

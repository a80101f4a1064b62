"""How sure the site is of a fact, in words: one spelling on pages, in pictures, feeds and data."""

from __future__ import annotations

from collections.abc import Iterable

from .catalogue import Catalogue
from .labels import labels
from .languages import Language
from .parts import Milestone, Standing


def marks(catalogue: Catalogue, milestone: Milestone, language: Language) -> tuple[str, ...]:
    """Return what must be said beside a milestone: that it is still to come, what is inferred."""
    expected = (labels()["expected"].within(language),) if catalogue.is_expected(milestone) else ()
    return (*expected, *doubts(milestone, language))


def doubts(fact: Milestone | Standing, language: Language) -> tuple[str, ...]:
    """Return what of a fact is the site's own conclusion."""
    return tuple(word.label.within(language) for word in fact.probable)


def in_brackets(words: Iterable[str]) -> str:
    """Return words between brackets with a space before them, or nothing where there are none."""
    found = ", ".join(words)
    return f" ({found})" if found else ""


def history(standings: Iterable[Standing], language: Language) -> str:
    """Return standings on one line, such as `2021: in preparation → 2023: in progress`."""
    return " → ".join(
        f"{standing.date.shown(language)}: {standing.progress.label.within(language)}"
        f"{in_brackets(doubts(standing, language))}"
        for standing in standings
    )

"""How sure the site is of a fact, in words: one spelling on pages, in pictures, feeds and data."""

from __future__ import annotations

from collections.abc import Iterable

from .catalogue import Catalogue
from .labels import labels
from .languages import Language, Text
from .parts import Milestone, Standing


def marks(catalogue: Catalogue, milestone: Milestone) -> tuple[Text, ...]:
    """Return what must be said beside a milestone: that it is still to come, what is inferred."""
    expected = (
        (labels()["expected"],) if catalogue.is_expected(milestone.date, milestone.source) else ()
    )
    return (*expected, *doubts(milestone))


def doubts(fact: Milestone | Standing) -> tuple[Text, ...]:
    """Return what of a fact is the site's own conclusion."""
    return tuple(word.label for word in fact.probable)


def in_brackets(words: Iterable[Text], language: Language) -> str:
    """Return words between brackets with a space before them, or nothing where there are none."""
    listed = ", ".join(text.in_language(language) for text in words)
    return f" ({listed})" if listed else ""


def history(standings: Iterable[Standing], language: Language) -> str:
    """Return standings on one line, such as `2021: in preparation → 2023: in progress`."""
    return " → ".join(
        f"{standing.date.in_words(language)}: {standing.progress.label.in_language(language)}"
        f"{in_brackets(doubts(standing), language)}"
        for standing in standings
    )

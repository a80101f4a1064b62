"""Prose that is harder to read than it need be: sentences, words, and a page as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..problems import Problem
from ..rules import advice as rules
from .measuring import reading_ease, sentences, words_that_count
from .prose import BLANK, Passage
from .style import Style

_SHOWN = 6
"""Words of a sentence that are quoted."""
_IN_A_ROW = 3
"""Passive sentences that are worth a word; one or two are good style."""


def long_sentences(passage: Passage, style: Style) -> Iterator[Problem]:
    """Yield the sentences of a passage that are too long."""
    for sentence in sentences(passage.measured, style):
        length = len(words_that_count(sentence))
        if length > style.longest_sentence:
            yield passage.problem(
                rules.LONG_SENTENCE,
                beginning(sentence),
                value=f"{beginning(sentence)} …",
                found=str(length),
                limit=str(style.longest_sentence),
            )


def long_words(passage: Passage, style: Style, known: frozenset[str]) -> Iterator[Problem]:
    """Yield the words of a passage that are too long, and are in no name or term of the site."""
    for word in dict.fromkeys(re.findall(r"[^\W\d_]+", passage.measured)):
        if len(word) > style.longest_word and word.lower() not in known and BLANK not in word:
            yield passage.problem(rules.LONG_WORD, word, value=word, found=str(len(word)))


def passive_runs(passage: Passage, style: Style) -> Iterator[Problem]:
    """Yield where several sentences in a row do not say who does something."""
    run: list[str] = []
    for sentence in (*sentences(passage.measured, style), ""):
        if style.passive_part.search(sentence):
            run.append(sentence)
            continue
        if len(run) >= _IN_A_ROW:
            first = beginning(run[0])
            yield passage.problem(rules.PASSIVE, first, value=f"{first} …", found=str(len(run)))
        run = []


def hard_page(passages: Sequence[Passage], style: Style) -> Iterator[Problem]:
    """Yield the advice for a page that is clearly harder to read than is needed."""
    ease = reading_ease(passages, style)
    if ease is None or ease >= style.ease.least:
        return
    passage, hardest = max(
        (
            (passage, sentence)
            for passage in passages
            if passage.kind == "text"
            for sentence in sentences(passage.measured, style)
        ),
        key=lambda found: len(words_that_count(found[1])),
    )
    first = beginning(hardest)
    yield passage.problem(
        rules.HARD_PAGE,
        first,
        value=f"‘{first} …’",
        found=str(round(ease)),
        limit=str(round(style.ease.least)),
        scale=style.ease.name,
    )


def beginning(sentence: str) -> str:
    """Return the first words of a sentence, as they can be found on its line."""
    return " ".join(sentence.partition(BLANK)[0].split()[:_SHOWN]) or sentence[:1]

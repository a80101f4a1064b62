"""How hard prose is to read: its sentences, their words and syllables, and a figure for a page.

Names and long quotations count little, for their editor cannot choose them: names that follow one
another are one word of two syllables, and so is a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .prose import BLANK, Passage
from .style import Style

_WORD = re.compile(rf"[\w{BLANK}]+(?:['’\-.,][\w{BLANK}]+)*")
_END = re.compile(rf"[.!?…]+[’”\")\]]*(?=\s+[‘“\"(\[]*(?:[^\W_a-zà-ÿ]|{BLANK})|\s*$)")
_NAME = re.compile(rf"(?:[^\W\d_a-zà-ÿ{BLANK}]|[{BLANK}]|\d)")
"""How a name begins, a number, or what is no prose."""
_JOINED = re.compile(
    r"(?:\s|,|&|/|–|\ben\b|\band\b|\bde\b|\bvan\b|\bder\b|\bten\b|\bof\b|\bthe\b)*"
)
"""What can stand between the names of a list."""
_LONGEST_SHORTENED = 12
"""Letters of a word of which may be seen whether it is shortened."""
_OF_A_NAME = 2
"""Syllables."""
_FEWEST_WORDS = 100
"""A page of fewer words has no level: a single sentence would make it."""


def sentences(text: str, style: Style) -> tuple[str, ...]:
    """Return the sentences of a passage, in order."""
    found: list[str] = []
    start = 0
    text = text.rstrip()
    for end in _END.finditer(text):
        before = text[max(start, end.start() - _LONGEST_SHORTENED) : end.start()].split()[-1:]
        last = before[0].lstrip('(‘“"').lower() if before else ""
        is_shortened = end[0] == "." and (
            last in style.abbreviations or (len(last) == 1 and last.isalpha())
        )
        if not is_shortened or end.end() == len(text):
            found.append(text[start : end.end()].strip())
            start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return tuple(found)


def words_that_count(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence; names that follow one another are one, an empty one."""
    words: list[str] = []
    end_of_name = -1
    for number, match in enumerate(_WORD.finditer(sentence)):
        if number and _NAME.match(match[0]):
            between = sentence[end_of_name : match.start()] if end_of_name >= 0 else "."
            if not _JOINED.fullmatch(between):
                words.append("")
            else:  # What joins two names is no word either.
                while words[-1:] and words[-1] != "":
                    words.pop()
            end_of_name = match.end()
        else:
            words.append(match[0])
    return tuple(words)


def syllables(word: str, style: Style) -> int:
    """Return how many syllables a word has, about; every word has one."""
    return _syllables(word.lower(), style.vowels, style.silent)


@lru_cache(maxsize=20_000)
def _syllables(word: str, vowels: str, silent: str) -> int:
    heard = re.sub(silent, "", word) if silent else word
    return max(1, len(re.findall(vowels, heard)))


def reading_ease(passages: Iterable[Passage], style: Style) -> float | None:
    """Return how easy passages read together, about 100 for easy and 0 for hard.

    None where there is too little to say. Source: Flesch (1948), for Dutch Douma (1960).
    """
    counted = [
        words_that_count(sentence)
        for passage in passages
        if passage.kind == "text"
        for sentence in sentences(passage.measured, style)
    ]
    words = [word for sentence in counted for word in sentence]
    if len(words) < _FEWEST_WORDS:
        return None
    heard = sum(syllables(word, style) if word else _OF_A_NAME for word in words)
    ease = style.ease
    return (
        ease.start
        - ease.of_words * len(words) / len(counted)
        - ease.of_syllables * heard / len(words)
    )

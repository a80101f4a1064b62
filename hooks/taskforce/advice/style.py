"""What makes good prose in a language: the words of the rules, and the figures to measure it by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from ..languages import Language
from ..own_yaml import Own, own_yaml


class Ease(Own):
    """A formula for reading ease: `start - of_words * W - of_syllables * S`.

    W is the number of words per sentence, S that of syllables per word.
    """

    name: str
    start: float
    of_words: float
    of_syllables: float
    least: float
    """A page that scores less is clearly harder than the rest."""


class Style(Own):
    """The words of one language that the rules look for; each list can be empty."""

    ease: Ease
    vowels: str
    """What a syllable has, as a regular expression."""
    silent: str = ""
    """What looks like a syllable and is none, as a regular expression."""
    longest_sentence: int
    """Words."""
    longest_word: int
    """Letters."""
    abbreviations: tuple[str, ...] = ()
    """They end in a full stop, and the sentence goes on."""
    participle: str
    """What a past participle looks like, as a regular expression."""
    passive: str
    """What makes a sentence passive, as a regular expression with `{participle}` in it."""
    vague_links: tuple[str, ...] = ()
    """What a link can say without saying where it leads."""
    picture_of: tuple[str, ...] = ()
    """How an alternative text can begin that says that it is about a picture."""
    passing: tuple[str, ...] = ()
    """When something is, told from the day of writing."""
    number_in_a_word: str = r"(?!)"
    """What a number looks like that is written as one word, as a regular expression."""
    numbers: tuple[str, ...] = ()
    """Numbers in letters, from one on."""
    counted: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """Other words for pages of a kind, by its folder."""
    all_of: tuple[str, ...] = ()
    """What stands before the number of all pages of a kind,"""
    about_us: tuple[str, ...] = ()
    """and what after it."""

    @cached_property
    def passive_part(self) -> re.Pattern[str]:
        """Finds what makes a sentence passive."""
        pattern = self.passive.replace("{participle}", self.participle)
        return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)

    @cached_property
    def passing_words(self) -> re.Pattern[str]:
        """Finds the words of `passing`."""
        return any_of(self.passing)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some words, the longest first; nothing where there are none."""
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


@cache
def style_of(language: Language) -> Style | None:
    """Return the style of a language; none where nobody described it.

    Raises:
        pydantic.ValidationError: The file of the language is not right.
    """
    path = Path(__file__).with_name(f"{language}.yml")
    return Style.model_validate(own_yaml(path)) if path.is_file() else None

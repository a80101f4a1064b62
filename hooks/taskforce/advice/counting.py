"""Numbers in prose that the site counts itself: ‘four themes’, where a fifth has come.

A number that says how many pages of a kind there are can be about all of them, or about those that
belong to a page: the leads of a theme. It is right where any of these numbers is the same. So it is
certainly wrong only where a change made it so; without a change to compare with, only what says
that it is about all is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..catalogue import Catalogue, Entity
from ..field_types import single_values
from ..languages import Language
from ..model import Page
from ..problems import Problem
from ..rules import advice as rules
from ..values import SlugOf
from ..vocabulary import Collection
from .measuring import sentences
from .prose import Passage
from .style import Style, any_of

_Scope = tuple[str, str]
"""Which pages are counted: all, or those that have to do with a page in one of two ways."""

_ALL: _Scope = ("", "all")


@dataclass(frozen=True)
class Miscount:
    """A number that is not right: the advice, and whether a change made it so."""

    problem: Problem
    is_caused: bool


class Counting:
    """Finds the numbers in one language that are not right.

    Args:
        language: The language.
        style: The words of that language.
        now: What the site knows.
        before: What it knew before a change; none where there is nothing to compare with.
    """

    def __init__(
        self, language: Language, style: Style, now: Catalogue, before: Catalogue | None
    ) -> None:
        self._language = language
        self._style = style
        self._now, self._before = now, before
        own = {item.several.in_language(language).lower(): item for item in Collection}
        self._nouns = {
            word: item for item in Collection for word in style.counted.get(item.folder, ())
        } | own
        self._own = any_of(
            {*own, *(item.label.in_language(language) for item in Collection), "taskforce"}
        )
        self._others = self._nouns.keys() - own.keys()

    def miscounts(self, passage: Passage, path: str) -> Iterator[Miscount]:
        """Yield the numbers in a passage of a page that are not right."""
        if self._claim.search(passage.unquoted):
            for sentence in sentences(passage.unquoted, self._style):
                for claim in self._claim.finditer(sentence):
                    if claim["noun"].lower() in self._others and not self._own.search(sentence):
                        continue
                    yield from self._judged(passage, path, sentence, claim)

    @cached_property
    def _claim(self) -> re.Pattern[str]:
        numbers = [*self._style.numbers[1:], r"[2-9]|[1-9]\d{1,2}"]
        nouns = map(re.escape, sorted(self._nouns, key=len, reverse=True))
        before, after = (
            "|".join(map(re.escape, words)) or r"(?!)"
            for words in (self._style.all_of, self._style.about_us)
        )
        return re.compile(
            rf"(?P<all>\b(?:{before}) )?(?<![\w.,€$-])(?P<number>{'|'.join(numbers)}) "
            rf"(?P<noun>{'|'.join(nouns)})(?![\w-])(?P<ours> (?:{after})\b)?",
            re.IGNORECASE,
        )

    def _judged(
        self, passage: Passage, path: str, sentence: str, claim: re.Match[str]
    ) -> Iterator[Miscount]:
        number = self._value(claim["number"])
        kind = self._nouns[claim["noun"].lower()]
        now = self._counts(self._now, kind, sentence, path)
        if number in now.values():
            return
        before = self._counts(self._before, kind, sentence, path) if self._before else {}
        was_right = [scope for scope, count in before.items() if count == number]
        if was_right or (claim["all"] and claim["ours"]):
            right = next((now[scope] for scope in was_right if scope in now), now[_ALL])
            written = f"{claim['number']} {claim['noun']}"
            problem = passage.problem(
                rules.WRONG_COUNT,
                written,
                value=written,
                found=str(right),
                instead=f"{self._written(right, claim['number'])} {claim['noun']}",
            )
            yield Miscount(problem, bool(was_right))

    def _value(self, written: str) -> int:
        small = written.lower()
        return int(small) if small.isdecimal() else self._style.numbers.index(small) + 1

    def _written(self, number: int, like: str) -> str:
        """Return a number in letters where the old one was, as far as there are letters for it."""
        if like.isdecimal() or not 0 < number <= len(self._style.numbers):
            return str(number)
        word = self._style.numbers[number - 1]
        return word.capitalize() if like[0].isupper() else word

    def _counts(
        self, catalogue: Catalogue, kind: Collection, sentence: str, path: str
    ) -> Mapping[_Scope, int]:
        """Return what a sentence of a page can be counting, with the numbers."""
        counts = {_ALL: len(catalogue.of(kind))}
        small = sentence.lower()
        for entity in catalogue.entities:
            title = entity.version(self._language).title.lower()
            if entity.path == path or title in small:
                counts[entity.path, "naming"] = _naming(catalogue, entity, kind)
                counts[entity.path, "named"] = _named(entity, kind)
        return counts


def _naming(catalogue: Catalogue, entity: Entity[Page], kind: Collection) -> int:
    """Return how many pages of a kind name a page."""
    pages = (page for _, others in catalogue.naming(entity) for page in others)
    return len({page.path for page in pages if page.collection is kind})


def _named(entity: Entity[Page], kind: Collection) -> int:
    """Return how many pages of a kind a page names."""
    return len(
        {
            slug
            for _, inner, slug in single_values(entity.record)
            if (named := inner.mark(SlugOf)) is not None and named.collection is kind
        }
    )

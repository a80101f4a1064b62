"""Words that no dictionary knows, and that are no name, title or term of the site.

A word with a capital is a name, and nobody can know all names; so it is only looked at where it
begins a sentence, or where it is one letter off a name that the site has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection as Words
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol
from unicodedata import normalize

from ..catalogue import Catalogue
from ..languages import LANGUAGES, Language, Text
from ..problems import Problem
from ..rules import advice as rules
from ..vocabulary import Collection, DeliverableKind, OrganisationKind, Progress
from .prose import BLANK, Passage
from .style import Style

LIST = ".woordenlijst.txt"
"""Below docs/: the words that editors say are right, each on a line of its own."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_DOUBLED = re.compile(r"(.)\1")
_BEGINS = re.compile(r"(?:^|[.!?:…]['’”\")\]]*\s+)[‘“\"'(\[]*$")
_AROUND = 9
"""Letters before a word that tell whether it begins a sentence."""
_FEWEST = 4
"""Letters of a word that is looked up; shorter ones are mostly abbreviations."""
_OF_A_NAME = 6
"""Letters of a name that another may be a slip for; shorter ones are alike by accident."""
_LONG = 10
"""Letters of a word in which two can be wrong."""


class Dictionary(Protocol):
    """Who knows the words of some languages."""

    @property
    def languages(self) -> Words[Language]:
        """The languages; of another nothing may be asked."""

    def unknown(
        self, language: Language, words: Sequence[str], *, compounds: bool
    ) -> frozenset[str]:
        """Return which words it does not know.

        Args:
            language: The language.
            words: The words.
            compounds: Whether words that are made of known ones are known as well.
        """

    def suggestions(self, language: Language, word: str) -> Sequence[str]:
        """Return what may be meant by a word, the likeliest first."""


@dataclass(frozen=True)
class Known:
    """The words that the site knows.

    Attributes:
        words: All of them, in small letters.
        names: Those with a capital, as they are written.
    """

    words: frozenset[str]
    names: frozenset[str]


def known_words(catalogue: Catalogue, listed: Iterable[str] = ()) -> Known:
    """Return the words of titles, terms, publishers, the model's vocabulary, and a list."""
    texts = [text for entity in catalogue.entities for text in entity.title.by_language.values()]
    texts += [
        text
        for language in LANGUAGES
        for pair in catalogue.abbreviations(language).items()
        for text in pair
    ]
    texts += [
        text
        for term in catalogue.terms
        for part in (term.term, term.abbreviation)
        if part
        for text in part.text.by_language.values()
    ]
    texts += (source.publisher for source in catalogue.sources.values())
    texts += [
        text
        for words in (Collection, DeliverableKind, OrganisationKind, Progress)
        for word in words
        for text in word.label.by_language.values()
    ]
    texts += [text for item in Collection for text in item.several.by_language.values()]
    texts += listed
    found = {part for text in texts for word in _WORD.findall(text) for part in _with_parts(word)}
    return Known(
        frozenset(word.lower() for word in found),
        frozenset(word for word in found if word[0].isupper()),
    )


def words_of_list(text: str) -> tuple[str, ...]:
    """Return the words of an editors' list: one a line, `#` for a remark."""
    composed = normalize("NFC", text.removeprefix("\ufeff"))
    lines = (line.partition("#")[0].strip() for line in composed.splitlines())
    return tuple(sorted({line for line in lines if line}, key=str.lower))


def misspellings(
    language: Language,
    style: Style,
    passages: Sequence[Passage],
    known: Known,
    dictionary: Dictionary,
) -> Iterator[Problem]:
    """Yield the words of passages in one language that are probably wrong, each once a page."""
    if language not in dictionary.languages:
        return
    found = [(passage, *pair) for passage in passages for pair in _words(passage)]
    names = Counter(word for _, word, begins in found if word[0].isupper() and not begins)
    asked = {
        part
        for _, word, begins in found
        for part in _with_parts(word)
        if not _is_known(part, known, style)
    }
    strange = frozenset(asked)
    for each in dictionary.languages:  # A word of another language is no slip.
        strange = dictionary.unknown(each, sorted(strange), compounds=each == language)
    told: set[tuple[str, str]] = set()
    for passage, word, begins in found:
        if not _is_strange(word, strange) or (passage.document.path, word) in told:
            continue
        if word[0].isupper():
            near = _slip_of(word, known.names) if len(word) >= _OF_A_NAME else ""
            if not near and (not begins or names[word] or len(word) < _OF_A_NAME):
                continue
            guesses = [near] if near else _near(word, dictionary.suggestions(language, word))
            if not guesses:
                continue
        else:
            guesses = _near(word, dictionary.suggestions(language, word))
        told.add((passage.document.path, word))
        yield passage.problem(
            rules.UNKNOWN_WORD, word, value=word, guess=_guess(guesses), list=LIST
        )


def _words(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Yield the words of a passage that can be looked up, and whether each begins a sentence."""
    for match in _WORD.finditer(passage.own):
        word = re.sub(r"['’]s?$", "", match[0]).replace("’", "'")
        around = passage.own[max(0, match.start() - 1) : match.end() + 1]
        is_part = BLANK in around or any(sign in around for sign in "_@/\\0123456789")
        if len(word) >= _FEWEST and not is_part and word[1:] == word[1:].lower():
            before = passage.own[max(0, match.start() - _AROUND) : match.start()]
            begins = passage.kind != "cell" and _BEGINS.search(before) is not None
            yield word, begins


def _with_parts(word: str) -> tuple[str, ...]:
    parts = word.split("-")
    return (word, *parts) if len(parts) > 1 else (word,)


def _is_known(word: str, known: Known, style: Style) -> bool:
    small = word.lower()
    return (
        len(word) < _FEWEST
        or small in style.abbreviations
        or not known.words.isdisjoint((small, small.removesuffix("s")))
        or re.fullmatch(style.number_in_a_word, small) is not None
    )


def _is_strange(word: str, strange: Words[str]) -> bool:
    """Return whether nobody knows a word, nor all of its parts."""
    parts = word.split("-")
    return word in strange and any(part in strange for part in parts)


def _near(word: str, suggestions: Sequence[str]) -> list[str]:
    """Return what a word is probably a slip for: one letter off, or two where it is long."""
    most = 1 if word[0].isupper() or len(word) < _LONG else 2
    small = word.lower()
    near = {
        item: (
            _distance(small, item.lower()),
            # A letter that stands twice is the likeliest slip; then letters that changed places.
            _DOUBLED.sub(r"\1", item) != _DOUBLED.sub(r"\1", small),
            sorted(item) != sorted(small),
            -SequenceMatcher(None, small, item).ratio(),
        )
        for item in suggestions
        if item.lower() != small
    }
    return sorted((item for item in near if near[item][0] <= most), key=near.__getitem__)[:1]


def _slip_of(word: str, names: Words[str]) -> str:
    """Return the name that a word is one letter off, with the same ends; empty where there is none.

    With another end it is another word, such as what comes from there: Groninger.
    """
    return next(
        (
            name
            for name in sorted(names)
            if name[0] == word[0]
            and name[-2:] == word[-2:]
            and abs(len(name) - len(word)) <= 1
            and _distance(name, word) == 1
        ),
        "",
    )


def _distance(one: str, other: str) -> int:
    """Return in how many letters two words differ; letters that changed places differ once.

    Source: the optimal string alignment distance (Damerau-Levenshtein, each place once).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        before, last, row = row, before, [number]
        for column, another in enumerate(other, start=1):
            costs = [
                before[column] + 1,
                row[column - 1] + 1,
                before[column - 1] + (letter != another),
            ]
            if last and column > 1 and letter == other[column - 2] and one[number - 2] == another:
                costs.append(last[column - 2] + 1)
            row.append(min(costs))
    return row[-1]


def _guess(guesses: Sequence[str]) -> Text:
    if not guesses:
        return Text.same("")
    return Text(nl=f"bedoelde je ‘{guesses[0]}’? ", en=f"did you mean ‘{guesses[0]}’? ")

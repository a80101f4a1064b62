"""The words of all pages in one language, and the hidden words by which a page is found as well.

search.yml says which words stand for each other. What follows from it is indexed beside the text
of a page and never shown, so that excerpts stay clean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from sys import intern

from .languages import Language
from .own_yaml import Own, own_yaml
from .typed_dates import typed_dates
from .words import Compounds, around_signs, plain_words, uninflected

_SHORTEST_KNOWN = 3
"""Shorter words are no use in correcting a typing mistake."""
_SHORTEST_PART = 4


_Line = Mapping[Language, tuple[str, ...]]
"""One line of search.yml: words by language."""


class Table(Own):
    """The whole of search.yml."""

    same: tuple[_Line, ...] = ()
    subjects: tuple[_Line, ...] = ()
    forms: tuple[_Line, ...] = ()
    stop: tuple[_Line, ...] = ()
    parts: tuple[_Line, ...] = ()
    whole: tuple[_Line, ...] = ()

    def groups(self, name: str, language: Language) -> list[tuple[str, ...]]:
        """Return the lists of one language below a key, without the empty ones."""
        lines: tuple[_Line, ...] = getattr(self, name)
        return [words for line in lines if (words := line.get(language))]

    def words(self, name: str, language: Language) -> frozenset[str]:
        """Return all words of one language below a key."""
        return frozenset(word for group in self.groups(name, language) for word in group)


@cache
def table() -> Table:
    """Return what search.yml holds.

    Raises:
        pydantic.ValidationError: It holds something that it may not.
    """
    path = Path(__file__).with_name("search.yml")
    return Table.model_validate(own_yaml(path))


class Lexicon:
    """What is known of the words of one language, after all its pages have been read."""

    def __init__(
        self, language: Language, texts: Iterable[str], words: Table | None = None
    ) -> None:
        """Read the texts of all pages, each with its hidden names.

        Args:
            language: The language of the texts.
            texts: What each page says.
            words: Replaces search.yml.
        """
        self._language = language
        self._table = words or table()
        # Each word is in memory once, however many pages have it.
        self._texts = [tuple(map(intern, dict.fromkeys(plain_words(text)))) for text in texts]
        self._pages: dict[str, list[int]] = defaultdict(list)
        for number, words_of_text in enumerate(self._texts):
            for word in words_of_text:
                self._pages[word].append(number)

    def stop_words(self) -> list[str]:
        """Return the words that a search leaves out."""
        return sorted(self._table.words("stop", self._language))

    def known_words(self, hidden: Iterable[Iterable[str]] = ()) -> dict[str, list[int]]:
        """Return the words that can be searched with, those on most pages first.

        Args:
            hidden: The hidden words of each page.

        Returns:
            By word the numbers of the pages that have it, in the order of the texts.
        """
        also: dict[str, list[int]] = defaultdict(list)
        for number, forms in enumerate(hidden):
            for word in {word for form in forms for word in plain_words(form)}:
                also[word].append(number)
        pages = {
            word: sorted({*self._pages.get(word, ()), *also.get(word, ())})
            for word in self._pages.keys() | also.keys()
            if len(word) >= _SHORTEST_KNOWN and not word.isdigit()
        }
        return {word: pages[word] for word in sorted(pages, key=lambda w: (-len(pages[w]), w))}

    def query(self, text: str) -> str:
        """Return a text as a query for it is understood (docs/assets/js/search-query.js)."""
        words, stop = plain_words(text), self._table.words("stop", self._language)
        return " ".join([word for word in words if word not in stop] or words)

    def hidden(self, text: str, *, is_title: bool = False) -> list[str]:
        """Return what a text must be found by and does not say, each once, in a fixed order."""
        words = plain_words(text)
        said = frozenset(words)
        sequence = _in_sequence(words)

        def is_said(form: str) -> bool:
            return f" {form} " in sequence if " " in form else form in said

        added: dict[str, None] = {}
        for word in dict.fromkeys(words):
            added |= dict.fromkeys(self._related(word))
        of_compounds = frozenset(added)
        for group, forms in self._groups + (self._subjects if is_title else []):
            if any(form in of_compounds or is_said(form) for form in forms):
                added |= dict.fromkeys(group)
        not_said = [form for form in added if not is_said(_comparable(form))]
        typed = [*around_signs(text), *typed_dates(text, self._language)]
        return list(dict.fromkeys([*not_said, *typed]))

    def related(self, number: int) -> dict[str, list[str]]:
        """Return which words go with those of a text: all that other texts decide of `hidden`.

        Args:
            number: Which text it is, in their order.
        """
        related = {word: self._related(word) for word in sorted(self._texts[number])}
        return {word: others for word, others in related.items() if others}

    def subjects(self, title: str) -> Iterator[str]:
        """Yield what else people call the subject of a page with this title, and nothing else."""
        name = self.query(title)
        for group, forms in self._subjects:
            if name in forms:
                yield from group

    @cached_property
    def _groups(self) -> list[tuple[tuple[str, ...], list[str]]]:
        """Words that stand for each other, as they are written and as they are compared."""
        return self._comparable("same") + self._comparable("forms")

    @cached_property
    def _subjects(self) -> list[tuple[tuple[str, ...], list[str]]]:
        """Names that stand for each other in titles only."""
        return self._comparable("subjects")

    @cached_property
    def _adjectives(self) -> Mapping[str, list[str]]:
        """The other form of each adjective of which the pages have both, with -e and without."""
        forms: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._pages) if self._language == "nl" else ():
            for base in uninflected(word):
                if base in self._pages:
                    forms[word].append(base)
                    forms[base].append(word)
        return forms

    def _comparable(self, name: str) -> list[tuple[tuple[str, ...], list[str]]]:
        groups = self._table.groups(name, self._language)
        return [(group, [*map(_comparable, group)]) for group in groups]

    @cached_property
    def _compounds(self) -> Compounds:
        own = {word for word in self._pages if len(word) >= _SHORTEST_PART and word.isalpha()}
        return Compounds(
            own | self._table.words("parts", self._language),
            never=self._table.words("stop", self._language),
            whole=self._table.words("whole", self._language),
        )

    def _related(self, word: str) -> list[str]:
        return [*self._of_compound(word), *self._adjectives.get(word, ())]

    def _of_compound(self, word: str) -> Iterator[str]:
        """Yield the parts of a compound, and the compound with another form of its last part."""
        parts = self._compounds.parts(word) if self._language == "nl" else ()
        if not parts:
            return
        yield from parts
        for forms in self._table.groups("forms", self._language):
            if parts[-1] in forms:
                first = word.removesuffix(parts[-1])
                yield from (first + other for other in forms if other != parts[-1])


@lru_cache(maxsize=20_000)  # The same few forms are looked for in every text.
def _comparable(form: str) -> str:
    return " ".join(plain_words(form))


def _in_sequence(words: list[str]) -> str:
    """Return words in a form in which a phrase can be looked for."""
    return f" {' '.join(words)} "

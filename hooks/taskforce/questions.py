"""What a page asks of the catalogue: it is made again where an answer is another, and only there.

Whoever makes a page is handed a catalogue that notes each question with a mark of its answer. So
what decides a page is told by what made it, and by no list of what a page of its kind may show.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property, partial
from typing import Any, cast

from pydantic import BaseModel

from .catalogue import Catalogue, Entity
from .dates import PartialDate
from .kinds import KINDS, Kind
from .model import Page
from .vocabulary import Collection, Overview

Marks = dict[str, str]
"""The mark of each answer, by the question as text."""

_EVERYTHING = ("entities", "day")
"""The questions whose answers are others as soon as anything but running text is."""

_READ: Mapping[str, Callable[[str], object]] = {
    "kind": {kind.name: kind for kind in KINDS}.__getitem__,
    "collection": {item.value: item for item in Collection}.__getitem__,
    "overview": {item.value: item for item in Overview}.__getitem__,
    "day": PartialDate.parse,
    "text": str,
}
"""Reads what was given with a question, beside pages."""

_SEPARATOR = "\t"
"""Between what is asked and what is given with it."""


@dataclass(frozen=True)
class Answers:
    """What a catalogue answers, as marks that are others as soon as an answer is.

    The mark of a page has its facts, titles and summaries. It has no running text, which would make
    whatever names a page again with every word of it: what shows something of the text of another
    page asks the catalogue for that.
    """

    catalogue: Catalogue = field(default_factory=Catalogue)
    _marks: Marks = field(default_factory=dict)
    _records: dict[int, tuple[BaseModel, str]] = field(default_factory=dict)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The mark of each page, by its path."""
        return {entity.path: _digest(_shown(entity)) for entity in self.catalogue.entities}

    @cached_property
    def facts(self) -> str:
        """The mark of all facts, titles and summaries."""
        return _digest([self.catalogue.day, self.pages])

    def own(self, entity: Entity[Page]) -> list[object]:
        """Return what decides what is made of a page, beside what is asked for it."""
        texts = [version.body for version in entity.versions.values()]
        return [entity.path, texts, self.pages[entity.path]]

    def are(self, marks: Marks) -> bool:
        """Return whether all questions have the answers that they had."""
        return all(
            self.mark(question, partial(self._answer, question)) == mark
            for question, mark in marks.items()
        )

    def mark(self, question: str, answer: Callable[[], object]) -> str:
        """Return the mark of what is answered to a question."""
        if question not in self._marks:
            self._marks[question] = _digest(self.told(answer()))
        return self._marks[question]

    def told(self, value: object) -> object:
        """Return what stands for a value in a mark: a page stands there by its own mark."""
        if isinstance(value, Entity):
            return self.pages[value.path]
        if isinstance(value, BaseModel):  # Immutable, and shown by many pages.
            if id(value) not in self._records:
                self._records[id(value)] = value, repr(value)
            return self._records[id(value)][1]
        if isinstance(value, Mapping):
            return [(self.told(key), self.told(item)) for key, item in value.items()]
        if isinstance(value, tuple | list):
            return [*map(self.told, value)]
        if is_dataclass(value) and not isinstance(value, type):
            return [self.told(getattr(value, item.name)) for item in fields(value)]
        return repr(value)

    def _answer(self, question: str) -> object:
        """Return the answer to a question; a text that no answer is where it cannot be asked."""
        name, *given = question.split(_SEPARATOR)
        try:
            return _answered(self.catalogue, name, [*map(self._read, given)])
        except LookupError:  # A page that was there.
            return "no answer"

    def _read(self, written: str) -> object:
        what, _, text = written.partition("=")
        return self.catalogue.by_path[text] if what == "page" else _READ[what](text)


class _Asked:
    """Answers as a catalogue does, and notes each question once."""

    def __init__(self, answers: Answers, marks: Marks) -> None:
        self._all = answers
        self._known: dict[str, Any] = {}
        self._marks = marks

    def __getattr__(self, name: str) -> Any:
        is_method = callable(getattr(Catalogue, name, None))
        return partial(self._ask, name) if is_method else self._ask(name)

    def _ask(self, name: str, *given: object) -> Any:
        written = [*map(_written, given)]
        if None in written:
            for everything in _EVERYTHING:
                self._ask(everything)
            return _answered(self._all.catalogue, name, given)
        question = _SEPARATOR.join([name, *filter(None, written)])
        if question not in self._known:
            found = _answered(self._all.catalogue, name, given)
            self._known[question] = found
            self._marks[question] = self._all.mark(question, lambda: found)
        return self._known[question]


def asked(answers: Answers) -> tuple[Catalogue, Marks]:
    """Return a catalogue, and the marks of what it has answered; these come as it is asked."""
    marks: Marks = {}
    return cast(Catalogue, _Asked(answers, marks)), marks


def _answered(catalogue: Catalogue, name: str, given: Iterable[object]) -> Any:
    """Return what a catalogue answers to a question, which can be read more than once."""
    found = getattr(catalogue, name)
    if callable(found):
        found = found(*given)
    return tuple(found) if isinstance(found, Iterator) else found


def _written(given: object) -> str | None:
    """Return what is given with a question as text; None where it cannot be read back."""
    match given:
        case Entity():
            return f"page={given.path}"
        case Kind():
            return f"kind={given.name}"
        case Overview():
            return f"overview={given.value}"
        case Collection():
            return f"collection={given.value}"
        case PartialDate():
            return f"day={given}"
        case str() if _SEPARATOR not in given:
            return f"text={given}"
    return None


def _digest(told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _shown(entity: Entity[Page]) -> object:
    versions = [(item.path, item.title, item.summary) for item in entity.versions.values()]
    return entity.path, entity.record, versions, entity.cited

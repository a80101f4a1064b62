"""Answers as people type them become what the fields of a page hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count, filterfalse
from typing import Literal

from pydantic import BaseModel

from ..dates import ImpossibleDateError, NotADateError, PartialDate
from ..field_types import FieldType
from ..guessing import surely_named_so
from ..invisible import INVISIBLE
from ..languages import LANGUAGES
from ..parts import Record
from ..values import NO, YES, DateOf, IdOfSource, Known, SlugOf, as_slug, bare_address, says_nothing
from .questions import IDENTIFIER, SOURCES, Answers, Question, ordered_fields, questions

Values = dict[str, object]
"""Fields with what they hold: a text, a list, or again fields."""

_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+(?:en|and|&|\+)\s+|/")
"""Stands between two names, or within one."""

_ONE_DATE = re.compile(
    r"(?:\d{1,2} )?[^\W\d_]+\.? \d{4}"  # A month in words.
    r"|(?:1[3-9]|2\d|3[01])[-/.]\d{1,2}[-/.]\d{4}"  # Only a day can be more than 12.
    r"|\d{1,2}[-/.]\d{4}",
    re.ASCII,
)
_LONGEST_IDENTIFIER = 50


class Typed(str):
    """A text that YAML reads as a number, a date or a truth, which is what it is."""


def one_line(text: str) -> str:
    """Return a text on one line, without what no page may hold since nobody sees it."""
    return INVISIBLE.sub("", " ".join(text.split())).strip()


def listed(text: str) -> tuple[str, ...]:
    """Return the values in the answer to a question that takes several."""
    return tuple(filter(None, map(one_line, _BETWEEN.split(text))))


def complete(record: type[Record], answers: Answers, known: Known) -> dict[str, str]:
    """Return the answers in the words that pages use, and those that follow from them.

    What is not certain stays as it was typed, for the check to say what is wrong with it.

    Args:
        record: What was asked for.
        answers: What was answered.
        known: The pages and sources that there are.
    """
    asked = questions(record)
    meant = {
        question.name: text
        for question in asked
        if (text := _meant(question, answers.get(question.name, ""), known))
    }
    described = _with_identifiers(asked, _without_known_source(meant, known), known)
    return _with_sources(asked, described)


def _without_known_source(given: Answers, known: Known) -> Answers:
    """Return the answers with the id of a source that they describe, where the site has it."""
    address = bare_address(given.get(f"{SOURCES}.url", ""))
    for url, name in known.addresses.items():
        if address == bare_address(url):
            sources = dict.fromkeys((*listed(given.get(SOURCES, "")), name))
            others = {key: text for key, text in given.items() if not key.startswith(f"{SOURCES}.")}
            return others | {SOURCES: ", ".join(sources)}
    return given


def _with_identifiers(asked: Iterable[Question], given: Answers, known: Known) -> Answers:
    """Return the answers with an id for a source that was described without."""
    identifiers: dict[str, str] = {}
    for question in asked:
        above = question.name.removesuffix(IDENTIFIER)
        publisher, title = given.get(f"{above}publisher"), given.get(f"{above}title")
        if question.field == IDENTIFIER and publisher and title:
            identifiers[question.name] = _free_identifier(f"{publisher} {title}", known)
    return identifiers | {**given}


def _with_sources(asked: Iterable[Question], given: Answers) -> dict[str, str]:
    """Return the answers with the first source of the page for each fact that names none."""
    sources = (*listed(given.get(SOURCES, "")), given.get(f"{SOURCES}.{IDENTIFIER}", ""))
    if not any(sources):
        return {**given}
    first = next(filter(None, sources))
    facts = {
        question.name: first
        for question in asked
        if question.type.mark(IdOfSource)
        and question.name != SOURCES
        and any(name.startswith(f"{question.above}.") for name in given)
    }
    return facts | {**given}


def _meant(question: Question, answer: str, known: Known) -> str:
    text = one_line(answer)
    if question.is_yes:
        return {**dict.fromkeys(YES, "true"), **dict.fromkeys(NO, "")}.get(text.casefold(), text)
    if question.type.mark(DateOf):
        text = _date(text)
    names = {name.casefold(): reference for name, reference in _names(question.type, known)}
    if says_nothing(text) and text.casefold() not in names:
        return ""
    if not question.type.several or text.casefold() in names:
        return _reference(question.type, text, names) or text
    return ", ".join(
        reference
        for item in listed(answer)
        for reference in _references(question.type, item, names)
    )


def _date(text: str) -> str:
    """Return a date as this site writes it, where a text can mean no other, or else the text."""
    try:
        return str(PartialDate.parse(text))
    except ImpossibleDateError:
        return text
    except NotADateError as error:
        meant = error.suggestion
    is_certain = meant is not None and meant.month is not None and _ONE_DATE.fullmatch(text)
    return str(meant) if is_certain else text


def _references(kind: FieldType, text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a text means that may name several things, or else the text."""
    if reference := _reference(kind, text, names):
        return (reference,)
    parts = tuple(filter(None, (_reference(kind, part, names) for part in _AND.split(text))))
    return parts if len(parts) == len(_AND.split(text)) else (text,)


def _reference(kind: FieldType, text: str, names: Mapping[str, str]) -> str | None:
    """Return the word, slug or id that a text means, where that is certain."""
    for name in (text.casefold(), bare_address(text)):
        if name in names:
            return names[name]
    return surely_named_so(text, names) if kind.mark(SlugOf) else None


def _names(kind: FieldType, known: Known) -> Iterator[tuple[str, str]]:
    """Yield what people call the values that a field can have, with each value."""
    for word in kind.words:
        yield word.value, word.value
        yield from ((word.label.in_language(code), word.value) for code in LANGUAGES)
    if named := kind.mark(SlugOf):
        names = known.names.get(named.collection, {}).items()
        right = known.municipalities if named.municipality else {slug for _, slug in names}
        yield from ((name, slug) for name, slug in names if slug in right)
    if kind.mark(IdOfSource):
        yield from ((bare_address(url), name) for url, name in known.addresses.items())
        yield from known.titles.items()
        yield from ((name, name) for name in known.sources)


def _free_identifier(words: str, known: Known) -> str:
    name = as_slug(words)
    if len(name) > _LONGEST_IDENTIFIER:
        name = name[:_LONGEST_IDENTIFIER].rpartition("-")[0] or name[:_LONGEST_IDENTIFIER]
    return first_free(name, known.sources.__contains__)


def first_free(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a name, with the first number from 2 that makes it free where it is taken."""
    numbered = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(filterfalse(is_taken, numbered))


def field_values(record: type[BaseModel], answers: Mapping[str, str], above: str = "") -> Values:
    """Return what the fields of a record hold, in the order in which they are written."""
    values: Values = {}
    for field, _, kind in ordered_fields(record):
        name, below = f"{above}{field}", f"{above}{field}."
        items = [*_scalars(kind, answers.get(name, ""))]
        if kind.part is not None and any(key.startswith(below) for key in answers):
            items.append(field_values(kind.part, answers, below))
        if items:
            values[field] = items if kind.several else items[0]
    return values


def _scalars(kind: FieldType, answer: str) -> Iterator[object]:
    is_typed = kind.mark(DateOf) or kind.base in (bool, int, float, Literal[True])
    for text in listed(answer) if kind.several else filter(None, (answer,)):
        yield Typed(text) if is_typed else text


def answers_of(values: object, name: str = "") -> dict[str, str]:
    """Return what fields hold as answers, with one item of each list: `field_values` reversed."""
    if isinstance(values, list) and isinstance(values[0], dict):
        values = values[0]
    if not isinstance(values, dict):
        return {name: ", ".join(values) if isinstance(values, list) else str(values)}
    given: dict[str, str] = {}
    for field, value in values.items():
        given |= answers_of(value, f"{name}.{field}" if name else field)
    return given

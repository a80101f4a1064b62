"""What to ask for a page, or a part of one: a question for each value that its fields can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..field_types import FieldType, field_type, written_fields
from ..languages import Text
from ..model import Page
from ..parts import Localised, Record, field_explanation, field_label
from ..problems import Problem
from ..rules.references import SOURCE_BY_ADDRESS, UNKNOWN_SOURCE
from ..values import AddressBefore, DateOf, IdOfSource, SlugOf
from .rules import NEW_SOURCE_FIRST

Answers = Mapping[str, str]
"""What was answered, as it was typed, by the name of the question."""

SOURCES = "sources"
"""The field of a page that names its sources, or describes one that no page described before."""

IDENTIFIER = "id"
"""The field that follows from the others where nobody gives it."""

_OF_UNKNOWN_SOURCES = {UNKNOWN_SOURCE.id, SOURCE_BY_ADDRESS.id}
_OWN_SOURCES = FieldType(str, (IdOfSource(),), several=True)
_OWN_SOURCES_EXPLANATION = Text(
    nl="Bronnen die al op de site staan: hun id, titel of adres. Meer met een komma ertussen. "
    "Beschrijf een bron die er nog niet staat als nieuwe bron.",
    en="Sources that the site has already: their id, title or address. Several with a comma "
    "between them. Describe a source that it has not got as a new source.",
)
NEW_SOURCE = Text(nl="Nieuwe bron", en="New source")
_ABOUT = Text(nl="{about} {explanation}", en="{about} {explanation}")
_WITHIN = Text(nl="{group}: {label}", en="{group}: {label}")


@dataclass(frozen=True)
class Question:
    """One value to ask for.

    Attributes:
        name: Where the answer goes: the names of fields within each other, with dots.
        label: What it is called.
        explanation: What to answer.
        type: What the answer has to be.
        required: Whether its group cannot do without, or, where it is in none, the page.
        group: The name of the nearest field round it that can be left out, if there is one.
        alternatives: The questions of which an answer makes this one superfluous.
    """

    name: str
    label: Text
    explanation: Text
    type: FieldType
    required: bool
    group: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The field that holds the answer."""
        return self.name.rpartition(".")[2]

    @property
    def above(self) -> str:
        """The names of the fields round that one; empty where there are none."""
        return self.name.rpartition(".")[0]

    @property
    def hint(self) -> Text | None:
        """How to write the answer, where the explanation does not say."""
        if self.type.mark(IdOfSource) and not self.type.several:
            return _SOURCE
        if self.type.mark(SlugOf):
            return _SLUGS if self.type.several else _SLUG
        if dated := self.type.mark(DateOf):
            return _DAY if dated.whole_day else _DATE
        return None

    @property
    def is_yes(self) -> bool:
        """Whether the answer is yes, or nothing."""
        return self.type.base in (bool, Literal[True])


_SOURCE = Text(
    nl="De titel of het adres van een bron die al op de site staat, mag ook.",
    en="The title or address of a source that the site has already will do, too.",
)
_SLUG = Text(nl="De titel van de pagina.", en="The title of the page.")
_SLUGS = Text(
    nl="De titels van de pagina's, met een komma ertussen.",
    en="The titles of the pages, with a comma between them.",
)
_DATE = Text(
    nl="Een jaar, maand of dag, zoals 2021, 2021-03 of 2021-03-14.",
    en="A year, month or day, such as 2021, 2021-03 or 2021-03-14.",
)
_DAY = Text(nl="Een dag, zoals 2021-03-14.", en="A day, such as 2021-03-14.")


@cache
def questions(record: type[Record]) -> tuple[Question, ...]:
    """Return what to ask for a record, in the order in which its fields are written.

    A page has at least one source, and the first is that of each of its facts that names none.
    """
    asked = tuple(_questions(record))
    if SOURCES not in record.model_fields:
        return asked
    return tuple(
        replace(question, required=question.name == SOURCES)
        if question.type.mark(IdOfSource)
        else question
        for question in asked
    )


def missing(asked: tuple[Question, ...], answers: Answers) -> tuple[Question, ...]:
    """Return the questions without an answer that cannot do without one."""
    return tuple(
        question
        for question in asked
        if question.required
        and not answers.keys() & {question.name, *question.alternatives}
        and (not question.group or _is_begun(question.group, answers))
        and not (question.name == SOURCES and _is_begun(SOURCES, answers))
    )


def asked_by(problem: Problem) -> str:
    """Return the name of the question that the field of a problem answers."""
    return re.sub(r"\.\d+(?=\.|$)", "", problem.field)


def as_asked(problem: Problem, register: str, part: str = "") -> Problem:
    """Return a problem of a page as one of the answers that the page was made of.

    Args:
        problem: What the check says.
        register: The file of the sources, in which who answers writes nothing.
        part: The field of which one item was asked for, where that was all.
    """
    if problem.rule in _OF_UNKNOWN_SOURCES and register in problem.remedy.nl:
        problem = replace(problem, remedy=NEW_SOURCE_FIRST)
    if asked_by(problem).startswith(f"{part}."):
        problem = replace(problem, field=asked_by(problem).removeprefix(f"{part}."))
    return problem


def _is_begun(group: str, answers: Answers) -> bool:
    return any(name.startswith(f"{group}.") for name in answers)


def _questions(
    record: type[BaseModel],
    above: str = "",
    label: Text | None = None,
    group: str = "",
    about: Text | None = None,
) -> Iterator[Question]:
    """Yield what to ask for a record.

    Args:
        record: The page, or a part of it.
        above: The names of the fields round it, with a dot behind each.
        label: What those are called.
        group: The name of the nearest of those that can be left out.
        about: What is said of it, where its own fields say only in which language.
    """
    alternatives: tuple[str, ...] = getattr(record, "one_of", ())
    for field, information, kind in ordered_fields(record):
        name = f"{above}{field}"
        own_label = field_label(information)
        own_label = _WITHIN.format(group=label, label=own_label) if label else own_label
        explanation = field_explanation(information)
        if about is not None:
            explanation = _ABOUT.format(about=about, explanation=explanation)
        is_union = kind.part is not None and kind.part is not kind.base
        if is_union:
            kind_asked, explanation, required = _OWN_SOURCES, _OWN_SOURCES_EXPLANATION, False
        else:
            kind_asked = kind
            required = information.is_required() or field in alternatives[:1]
        if kind.part is None or is_union:
            others = tuple(f"{above}{other}" for other in alternatives if other != field)
            yield Question(
                name,
                own_label,
                explanation,
                kind_asked,
                required and field != IDENTIFIER,
                group,
                others if field in alternatives else (),
            )
        if kind.part is not None:
            yield from _questions(
                kind.part,
                f"{name}.",
                NEW_SOURCE if is_union else own_label,
                group if information.is_required() else name,
                explanation if kind.part is Localised else None,
            )


def ordered_fields(record: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, FieldType]]:
    """Yield the fields that a new record can have as editors write them, in the order of a page.

    What any page may have (milestones, links, sources) comes after what is its kind's own.
    """
    common = written_fields(Page) if issubclass(record, Page) else {}
    fields = sorted(
        written_fields(record).items(),
        key=lambda item: item[0] in common and not item[1].is_required(),
    )
    for name, information in fields:
        kind = field_type(information)
        if not kind.mark(AddressBefore):
            yield name, information, kind

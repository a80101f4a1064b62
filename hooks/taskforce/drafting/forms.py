"""The forms on GitHub by which a page, source or milestone is proposed without a file.

Source: docs.github.com, "Syntax for GitHub's form schema". GitHub puts what somebody filled in into
an issue, as `### Label`, an empty line and the answer; `_No response_` where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from ..field_types import FieldType
from ..kinds import KINDS, Kind
from ..languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text
from ..parts import Milestone, Record, Source
from ..values import IdOfSource, Known, LifeOfPage, SlugOf
from .answers import answers_of
from .drafts import PAGE, Draft, new_milestone, new_page, new_source
from .examples import example
from .questions import (
    IDENTIFIER,
    NEW_SOURCE,
    SOURCES,
    Answers,
    Question,
    ordered_fields,
    questions,
)
from .site import Site

TEXT = "text"
"""The question what the page says."""

_NOTHING = frozenset({"", "_No response_", "None"})
_CHECKED = ("- [x] ", "- [X] ")
GENERATED = "Made from the model by `make forms`: change the model, and make it again."
"""What a file says that nobody should change by hand."""

_PLAIN = FieldType(str, ())
_PAGE_ASKED = Question(
    PAGE,
    Text(nl="Pagina", en="Page"),
    Text(nl="De titel of het adres van de pagina.", en="The title or address of the page."),
    _PLAIN,
    required=True,
)
_TEXT_ASKED = Question(
    TEXT,
    Text(nl="Tekst", en="Text"),
    Text(
        nl="Wat er op de pagina staat. Begin met een gewone alinea. Noem een bron bij de zin waar "
        "zij bij hoort, met haar id: [^id].",
        en="What the page says. Begin with a plain paragraph. Name a source with the sentence it "
        "belongs to, by its id: [^id].",
    ),
    _PLAIN,
    required=False,
)
_INTRODUCTION = Text(
    nl="Wat je invult, wordt een voorstel. Binnen een paar minuten lees je hieronder of er iets "
    "niet klopt. Alles is openbaar.",
    en="What you fill in becomes a proposal. Within a few minutes you read below whether anything "
    "is wrong with it. All of it is public.",
)
_IN_DUTCH = Text(
    nl="Schrijf in het Nederlands. De Engelse pagina wordt later daarvan gemaakt.",
    en="Please write in Dutch. The English page is made from that later.",
)
_YES = Text(nl="Ja", en="Yes")
_NEW_PAGE = Text(nl="Nieuwe pagina: {kind}", en="New page: {kind}")
_ABOUT_PAGE = Text(
    nl="Stel een pagina voor. Je hebt geen bestand nodig.",
    en="Propose a page. You need no file.",
)
_ABOUT_SOURCE = Text(
    nl="Beschrijf een bron die pagina's kunnen noemen.",
    en="Describe a source that pages can name.",
)
_NEW_MILESTONE = Text(nl="Nieuwe mijlpaal", en="New milestone")
_ABOUT_MILESTONE = Text(
    nl="Zet iets wat gebeurde of gaat gebeuren op een pagina en op de tijdlijn.",
    en="Put something that happened or will happen on a page and on the timeline.",
)


@dataclass(frozen=True)
class Form:
    """A form in one language.

    Attributes:
        name: What it is for.
        language: That of its questions.
        record: What it asks for.
        title: What it is called in the list of forms.
        description: What it is for, in that list.
        questions: What it asks, in order.
        draft: Returns what the answers propose.
    """

    name: str
    language: Language
    record: type[Record]
    title: Text
    description: Text
    questions: tuple[Question, ...]
    draft: Callable[[Answers, Site], Draft]

    @property
    def path(self) -> str:
        """The path of its file, in the order in which GitHub lists the forms."""
        number = 4 + LANGUAGES.index(self.language)
        return f".github/ISSUE_TEMPLATE/{number}-{self.language}-{self.name}.yml"

    @property
    def file(self) -> str:
        """The text of its file."""
        texts = (_INTRODUCTION, *([_IN_DUTCH] if self._is_of_a_page else []))
        introduction = {"value": " ".join(text.in_language(self.language) for text in texts)}
        form = {
            "name": self.title.in_language(self.language),
            "description": self.description.in_language(self.language),
            "title": self.title.in_language(self.language),
            "body": [
                {"type": "markdown", "attributes": introduction},
                *map(self._element, self.questions),
            ],
        }
        return f"# {GENERATED}\n" + yaml.safe_dump(
            form, allow_unicode=True, sort_keys=False, width=100
        )

    @property
    def _is_of_a_page(self) -> bool:
        """Whether the answers become a page, which is in the source language first."""
        return _TEXT_ASKED in self.questions

    @property
    def _examples(self) -> Answers:
        """An example of an answer to each question that asks for no name of a page or source."""
        language = SOURCE_LANGUAGE if self._is_of_a_page else self.language
        answers = answers_of(example(self.record, Known(), language))
        return {
            question.name: answers[question.name]
            for question in self.questions
            if question.name in answers
            and question.type.mark(SlugOf) is None
            and question.type.mark(IdOfSource) is None
        }

    def _element(self, question: Question) -> dict[str, Any]:
        texts = (question.explanation, question.hint)
        attributes: dict[str, Any] = {
            "label": self.label(question),
            "description": " ".join(text.in_language(self.language) for text in texts if text),
        }
        kind = "textarea" if question.name == TEXT else "input"
        if question.is_yes:
            kind = "checkboxes"
            attributes["options"] = [{"label": _YES.in_language(self.language)}]
        elif words := question.type.words:
            kind = "dropdown"
            attributes["options"] = [word.label.in_language(self.language) for word in words]
            attributes |= {"multiple": True} if question.type.several else {}
        elif question.name in self._examples:
            attributes["placeholder"] = self._examples[question.name]
        element = {"type": kind, "id": question.name.replace(".", "-"), "attributes": attributes}
        is_required = question.required and not question.group and question.name != SOURCES
        if is_required and not question.alternatives:
            element["validations"] = {"required": True}
        return element

    def label(self, question: Question) -> str:
        """Return the label of a question, by which its answer is found again."""
        return question.label.in_language(self.language)

    @property
    def headings(self) -> tuple[str, ...]:
        """The lines that part the answers, in order."""
        return tuple(f"### {self.label(question)}" for question in self.questions)

    def answers(self, body: str) -> Answers | None:
        """Return the answers in the text of an issue; none where it is not of this form.

        The labels of the questions part the answers; whatever else looks like a heading is part
        of an answer. The text of a page comes last, so nothing in it is taken for a label.
        """
        lines = _lines(body)
        starts: list[int] = []
        for heading in self.headings:
            try:
                starts.append(lines.index(heading, starts[-1] + 1 if starts else 0))
            except ValueError:
                return None
        if starts[0] != 0:
            return None
        ends = [*starts[1:], len(lines)]
        return {
            question.name: _answer(question, "\n".join(lines[start + 1 : end]).strip())
            for question, start, end in zip(self.questions, starts, ends, strict=True)
        }


def _lines(body: str) -> list[str]:
    return body.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")


def _answer(question: Question, text: str) -> str:
    if question.is_yes:
        return "ja" if text.startswith(_CHECKED) else ""
    return "" if text in _NOTHING else text


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms: for what is added most, which is not what stands in the menu."""
    return tuple(
        form
        for language in LANGUAGES
        for form in (
            *(_of_kind(kind, language) for kind in KINDS if not kind.in_menu),
            Form(
                "bron",
                language,
                Source,
                NEW_SOURCE,
                _ABOUT_SOURCE,
                tuple(_asked(Source)),
                new_source,
            ),
            Form(
                "mijlpaal",
                language,
                Milestone,
                _NEW_MILESTONE,
                _ABOUT_MILESTONE,
                (_PAGE_ASKED, *_asked(Milestone)),
                new_milestone,
            ),
        )
    )


def _of_kind(kind: Kind, language: Language) -> Form:
    return Form(
        kind.collection.folder,
        language,
        kind.record,
        _NEW_PAGE.format(kind=kind.collection.label),
        _ABOUT_PAGE,
        (*_asked(kind.record), _TEXT_ASKED),
        lambda answers, site: new_page(kind, answers, site, body=answers.get(TEXT, "")),
    )


def _asked(record: type[Record]) -> Iterable[Question]:
    """Yield what a form asks: what a page needs, and what is one value or a text.

    Longer lists, and when the page is on the site, are written in the file; an identifier and the
    source of a fact follow from the other answers.
    """
    lists = {field for field, _, kind in ordered_fields(record) if kind.several}
    for question in questions(record):
        is_cited = question.type.mark(IdOfSource) and question.name != SOURCES
        follows = question.field == IDENTIFIER or (is_cited and not question.required)
        is_in_file = question.group in lists or question.type.mark(LifeOfPage) is not None
        is_new_source = question.group == SOURCES and question.required
        if not follows and (is_new_source or not is_in_file):
            yield question


def form_of(body: str) -> tuple[Form, Answers] | None:
    """Return the form that an issue was written with, and the answers; none where it was not."""
    matches = [(form, answers) for form in forms() if (answers := form.answers(body)) is not None]
    return max(matches, key=lambda match: len(match[1]), default=None)


def broken_form_of(body: str) -> Form | None:
    """Return the form that an issue was written with, where most of its headings are still there.

    Args:
        body: The text of an issue, which is as it is no form.
    """
    lines = {*_lines(body)}
    left = {form: sum(heading in lines for heading in form.headings) for form in forms()}
    nearest = max(forms(), key=lambda form: left[form] / len(form.headings))
    return nearest if 2 * left[nearest] > len(nearest.headings) else None

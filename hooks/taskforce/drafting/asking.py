"""The questions about a page are put to somebody, one by one, until each has a right answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..frontmatter import read
from ..guessing import choose_from
from ..languages import Text
from ..parts import Record
from ..problems import Problem
from ..validation import validated
from ..values import IdOfSource, Known, SlugOf, says_nothing
from .answers import complete, field_values
from .questions import SOURCES, Answers, Question, as_asked, asked_by, questions
from .skeleton import as_yaml, page

Ask = Callable[[str], str]
"""Returns what somebody typed; raises EOFError or KeyboardInterrupt where that is the end of it."""

Say = Callable[[str], None]

_REQUIRED = Text(nl="dit is nodig", en="this is needed")
_EMPTY = Text(nl="mag leeg blijven", en="may stay empty")
_NEW_SOURCE = Text(
    nl="Leeg als de bron nog niet op de site staat.",
    en="Empty if the source is not on the site yet.",
)


def answered(
    record: type[Record], answers: Answers, known: Known, ask: Ask, say: Say
) -> dict[str, str]:
    """Return the answers with those to all that a page needs and to what goes with that.

    Args:
        record: What is asked for.
        answers: What was answered already.
        known: The pages and sources that there are.
        ask: Asks for one line.
        say: Shows one line.
    """
    given = {**answers}
    asked = questions(record)
    needed = {question.name.partition(".")[0] for question in asked if question.required}
    for question in asked:
        is_needed = not question.group and question.name.partition(".")[0] in needed
        follows = not question.required and question.type.mark(IdOfSource) is not None
        of_new_source = question.group == SOURCES and question.required and SOURCES not in given
        is_answered = bool(given.keys() & {question.name, *question.alternatives})
        if (is_needed or of_new_source) and not (is_answered or follows):
            given[question.name] = _answer(record, question, given, known, ask, say)
            given = {name: text for name, text in given.items() if text}
    return given


def _answer(
    record: type[Record], question: Question, given: Answers, known: Known, ask: Ask, say: Say
) -> str:
    for line in explained(question, known):
        say(line)
    may_be_empty = not question.required or question.alternatives or question.name == SOURCES
    while True:
        answer = ask("> ").strip()
        answer = "" if says_nothing(answer) else answer
        if not answer:
            if may_be_empty:
                return ""
            say(_REQUIRED.in_every_language())
        elif problem := problem_with(record, question, {**given, question.name: answer}, known):
            for sentence in problem.sentences:
                say(sentence)
        else:
            return answer


def explained(question: Question, known: Known) -> Iterator[str]:
    """Yield the lines that say what a question asks, and what can be chosen."""
    yield ""
    label = question.label.in_every_language()
    yield label if question.required else f"{label} ({_EMPTY.in_every_language()})"
    for text in (question.explanation, question.hint):
        if text is not None:
            yield f"  {text.in_every_language()}"
    if question.name == SOURCES:
        yield f"  {_NEW_SOURCE.in_every_language()}"
    for word in question.type.words:
        yield f"  - {word.value} ({word.label.in_every_language()})"
    if named := question.type.mark(SlugOf):
        slugs = known.municipalities if named.municipality else known.slugs[named.collection]
        yield f"  {choose_from(sorted(slugs)).in_every_language()}"


def problem_with(
    record: type[Record], question: Question, answers: Answers, known: Known
) -> Problem | None:
    """Return what is wrong with the answer to a question, if anything is."""
    values = field_values(record, complete(record, answers, known))
    document = read("", page(as_yaml(values)).encode())
    problems = (*document.problems, *validated(document, record, known)[1])
    asked = (as_asked(problem, known.register) for problem in problems)
    return next((problem for problem in asked if asked_by(problem) == question.name), None)

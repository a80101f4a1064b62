"""What is wrong with the content: where, what, what to write instead; and how that is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .invisible import INVISIBLE
from .languages import LANGUAGES, Language, Text

LONGEST_VALUE = 60
"""A value quoted in a message is cut off after this many characters."""

LONGEST_REMEDY = 300
"""A value to write instead is there to be copied, so it may be longer."""

LONGEST_SOURCE = 160
"""Of a source line at most this many characters are shown."""

_SHOWN_IN = Text(nl="In het Nederlands", en="In English")


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line in a file: 1-based line and column, and its length in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True)
class Problem:
    """One mistake in one place."""

    place: Place
    field: str
    rule: str
    message: Text
    remedy: Text
    source_line: str = ""

    @property
    def order(self) -> tuple[Place, str, str]:
        """Problems are listed by place, then rule and field."""
        return self.place, self.rule, self.field

    def sentence(self, language: Language) -> str:
        """Return what is wrong and what to write instead, in one line."""
        return f"{self.message.in_language(language)}; {self.remedy.in_language(language)}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same in every language that it is told in."""
        return tuple(dict.fromkeys(map(self.sentence, LANGUAGES)))


@dataclass(frozen=True)
class Rule:
    """One thing that content must keep: its id, its messages, and its paragraph for editors.

    `message` and `remedy` are templates for `str.format`.
    """

    id: str
    title: Text
    message: Text
    remedy: Text
    explanation: Text

    def problem(
        self, place: Place, field: str, source_line: str = "", **values: str | Text
    ) -> Problem:
        """Return the problem of breaking this rule; `values` are made safe to show."""
        in_full = {
            name: value.map(visible)
            if isinstance(value, Text)
            else shown_value(value, LONGEST_REMEDY)
            for name, value in values.items()
        }
        shortened = in_full | {
            name: shown_value(value) for name, value in values.items() if isinstance(value, str)
        }
        return Problem(
            place=place,
            field=shown_value(field),
            rule=self.id,
            message=self.message.format(**shortened),
            remedy=self.remedy.format(**in_full),
            source_line=source_line,
        )


_MAKES_EMOJI = re.compile("[\u200d\U000e0020-\U000e007f]")
"""What joins signs to one emoji (👩‍🌾), and what a flag is of, where they do so."""


def visible(text: str) -> str:
    """Return `text` on one line, with a sign for every character that cannot be shown."""
    if text.isprintable():
        return text
    alone = {match.start() for match in INVISIBLE.finditer(text)}
    return "".join(
        letter
        if letter.isprintable() or (_MAKES_EMOJI.match(letter) and place not in alone)
        else "\N{REPLACEMENT CHARACTER}"
        for place, letter in enumerate(text)
    )


def shown_value(value: str, longest: int = LONGEST_VALUE) -> str:
    """Return `value` on one line, cut off when long."""
    text = visible(value[: longest + 1])
    return text if len(text) <= longest else text[: longest - 1] + "…"


def as_text(problems: Iterable[Problem], languages: tuple[Language, ...] = LANGUAGES) -> str:
    """Return the problems for a terminal, each with its source line.

    The first language has the line that editors' tools parse,
    `path:line:column: field: what is wrong; what to write instead [rule-id]`;
    further languages follow under the source line.
    """
    return "\n".join(_text_lines(problem, languages) for problem in problems)


def _text_lines(problem: Problem, languages: tuple[Language, ...]) -> str:
    place = problem.place
    where = f"{visible(place.path)}:{place.line}:{place.column}: {problem.field}"
    lines = [f"{where}: {problem.sentence(languages[0])} [{problem.rule}]"]
    if problem.source_line.strip():
        number = str(place.line)
        gutter = " " * len(number)
        source, column = shown_source(problem.source_line, place.column)
        caret = " " * (column - 1) + "^" * max(1, min(place.length, len(source) - column + 1))
        lines += [f"  {number} | {source}", f"  {gutter} | {caret}"]
    lines += [
        f"  {_SHOWN_IN.in_language(language)}: {problem.sentence(language)}"
        for language in languages[1:]
        if problem.message.language(language) == language
    ]
    return "\n".join(lines)


def shown_source(line: str, column: int) -> tuple[str, int]:
    """Return the part of a source line round a column, and where the column is in it.

    Every character keeps its width in columns: a tab is one, as it is in a `Place`.
    """
    start = 0 if column <= LONGEST_SOURCE else column - LONGEST_SOURCE // 2
    part = visible(line[start : start + LONGEST_SOURCE].replace("\t", " "))
    return ("…" + part[1:] if start else part), column - start


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems as they are listed, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


Lines = Mapping[str, frozenset[int]]
"""Lines of files, by the path that a `Place` has."""


def nearest_first(problems: Iterable[Problem], changed: Lines) -> list[Problem]:
    """Return the problems with those first that stand on what was changed.

    Of each severity GitHub shows ten with the lines of a pull request, the first that it is told
    (actions/toolkit, docs/problem-matchers.md, "Limitations").

    Args:
        problems: In the order of their places.
        changed: The lines that were changed, by file: first come problems on such a line, then
            those elsewhere in such a file, then all others.
    """

    def distance(problem: Problem) -> int:
        lines = changed.get(problem.place.path)
        return 2 if lines is None else int(problem.place.line not in lines)

    return sorted(problems, key=distance)


Severity = Literal["error", "notice"]
"""A notice is worth knowing and stops nothing. (The words are GitHub's.)"""


def as_github(problems: Iterable[Problem], severity: Severity = "error") -> str:
    """Return the problems as GitHub annotations, in every language.

    Source: GitHub Actions, workflow commands, `::error file=,line=,col=,title=::message`.
    """
    return "\n".join(_github_line(problem, severity) for problem in problems)


def _github_line(problem: Problem, severity: Severity) -> str:
    place = problem.place
    properties = {
        "file": visible(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.field} [{problem.rule}]",
    }
    listed = ",".join(
        f"{name}={_github_data(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    message = "\n".join(problem.sentences)
    return f"::{severity} {listed}::{_github_data(message)}"


def _github_data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_json(problems: Iterable[Problem], notices: Iterable[Problem] = ()) -> str:
    """Return the problems as a JSON list of objects, and after them what stops nothing."""
    rows = [*_rows(problems, "error"), *_rows(notices, "notice")]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _rows(problems: Iterable[Problem], severity: Severity) -> list[dict[str, object]]:
    return [
        {
            "severity": severity,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "length": problem.place.length,
            "field": problem.field,
            "rule": problem.rule,
            "message": problem.message.by_language,
            "remedy": problem.remedy.by_language,
        }
        for problem in problems
    ]

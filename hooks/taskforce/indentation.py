"""How far the lines of a block of fields are indented, and how far they ought to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from .block_mistakes import field_at, field_name
from .documents import Document
from .languages import LANGUAGES, Text
from .nodes import Entry, Mapping, Position, Scalar
from .problems import Problem, Rule
from .rules import syntax

INDENTED = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)")
_FIELD_LINE = re.compile(r"(?P<indent> +)(?P<dashes>(?:- +)*)(?:[A-Za-z_][\w-]*:(?: |$)|(?<=- )\S)")
_OUTERMOST = re.compile(r"[A-Za-z_][\w-]*:(?: |$)")
_ODD_SPACE = re.compile(
    r"([ \t]*(?:-[ \t]*)*(?:[\w-]+:)?[ \t]*)([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"
)
_OUT_OF_PLACE = ("mapping values are not allowed", "did not find expected")
"""What the parser says where a line does not stand below the lines that it belongs to."""


def _right_indentation(lines: list[str], index: int) -> int | None:
    """Return how far a line with a field ought to be indented; None where that is not wrong.

    Within its outermost field it must begin below a line of the same kind: an item below an item,
    a field below a field.
    """
    if not (here := _FIELD_LINE.match(lines[index])):
        return None
    start = max((i for i, line in enumerate(lines[:index]) if _OUTERMOST.match(line)), default=0)
    filled = filter(str.strip, lines[start:index])
    above = [match for line in filled if (match := INDENTED.match(line))]
    if here["dashes"]:
        places = {len(match["indent"]) for match in above if match["dashes"]}
    else:
        places = {match.end() for match in above}
    if not places or len(here["indent"]) in places:
        return None
    return min(places, key=lambda place: (abs(place - len(here["indent"])), place))


def _is_first_indented(lines: list[str]) -> bool:
    """Return whether the first field stands further in than one below it, which has no indentation.

    Where all fields are indented as far, they are fields all the same.
    """
    first, *rest = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return _FIELD_LINE.match(first) is not None and any(map(_OUTERMOST.match, rest))


def with_languages_inside(entries: Iterable[Entry]) -> Iterator[Entry | tuple[Entry, Position]]:
    """Yield the entries of a group, with texts per language within the empty field above them.

    Such a field comes with the place of the first text, which is not indented far enough.
    """
    waiting = [*entries]
    while waiting:
        entry, *waiting = waiting
        inside: list[Entry] = []
        if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
            while waiting and waiting[0].key.text in LANGUAGES:
                inside.append(waiting.pop(0))
        if inside:
            position = inside[0].key.position
            yield Entry(entry.key, Mapping(position, tuple(inside))), position
        else:
            yield entry


def with_plain_indentation(document: Document, line: str, number: int) -> tuple[str, list[Problem]]:
    """Return the line with plain spaces where YAML wants those, and what stood there."""
    problems: list[Problem] = []

    def add(rule: Rule, column: int, **values: str) -> None:
        position = Position(number, column, number, column + 1)
        problems.append(document.problem(rule, field_name(line), position, **values))

    if match := _ODD_SPACE.match(line):
        add(syntax.ODD_SPACE, match.start(2) + 1, value=f"U+{ord(match[2][0]):04X}")
        while match := _ODD_SPACE.match(line):
            line = match[1] + " " * len(match[2]) + line[match.end() :]
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in indentation:
        add(syntax.TAB, indentation.index("\t") + 1)
        line = indentation.replace("\t", "  ") + line[len(indentation) :]
    return line, problems


def with_right_indentation(
    document: Document, lines: list[str], first_line: int
) -> tuple[list[str], list[Problem]]:
    """Return the lines with each at its place that the parser stumbles on, and which those were.

    So one line that is not in its place hides nothing, and is no mistake of the fields round it.
    """
    problems: list[Problem] = []
    while (misplaced := _misplaced(lines)) and len(problems) < len(lines):
        index, indentation = misplaced
        where = document.whole_line(index + first_line)
        name = field_name(lines[index]) if indentation == 0 else field_at(lines, index)
        instead = indented_so(indentation)
        problems.append(document.problem(syntax.INDENTATION, name, where, instead=instead))
        lines = [*lines]
        lines[index] = " " * indentation + lines[index].lstrip(" ")
    return lines, problems


def _misplaced(lines: list[str]) -> tuple[int, int] | None:
    """Return the index of a line that is not at its place, and how far it ought to be indented."""
    try:
        for _ in yaml.parse("\n".join(lines) + "\n", Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        message, mark = error.problem or "", error.problem_mark
        if mark is None or mark.line >= len(lines) or not message.startswith(_OUT_OF_PLACE):
            return None
        if "<document start>" in message and _is_first_indented(lines):
            return next(index for index, line in enumerate(lines) if line.startswith(" ")), 0
        indentation = _right_indentation(lines, mark.line)
        return None if indentation is None else (mark.line, indentation)
    except yaml.YAMLError:
        pass
    return None


def indented_so(spaces: int) -> Text:
    """Return how far a line has to be indented, as a remedy says it."""
    if spaces == 0:
        return Text(
            nl="haal de spaties aan het begin van de regel weg",
            en="remove the spaces at the start of the line",
        )
    if spaces == 1:
        return Text(nl="begin de regel met één spatie", en="begin the line with one space")
    return Text(
        nl=f"begin de regel met {spaces} spaties", en=f"begin the line with {spaces} spaces"
    )

"""The block of fields at the top of a file becomes a tree; one mistake in it hides no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from sys import intern

import yaml

from .block_mistakes import (
    CURLY,
    DEEPEST,
    TOP_LEVEL,
    as_field,
    field_name,
    syntax_problem,
    with_apostrophe,
)
from .documents import WHOLE_FILE, Document
from .indentation import (
    INDENTED,
    indented_so,
    with_languages_inside,
    with_plain_indentation,
    with_right_indentation,
)
from .invisible import INVISIBLE, blanked
from .languages import Text
from .nodes import Entry, Mapping, Node, Position, Scalar, Sequence
from .problems import Problem, Rule
from .rules import files, syntax

LONGEST_BLOCK = 60_000
"""Characters of front-matter; the register of sources is by far the longest."""

_LOST_APOSTROPHE = re.compile(r"[stn][- ]")
"""How a text begins whose apostrophe was taken for a quote: `'s-Hertogenbosch'`, `'t Gooi'`."""


def with_fields(document: Document, opening: int, close: int) -> Document:
    """Return the document with the fields that stand between the lines with these indexes."""
    lines = list(document.lines[opening + 1 : close])
    first = opening + 2
    if sum(map(len, lines)) > LONGEST_BLOCK:
        problem = document.problem(files.LONG_FRONT_MATTER, WHOLE_FILE, limit=str(LONGEST_BLOCK))
        return replace(document, readable=False, problems=(*document.problems, problem))
    problems = list(document.problems)
    for index, line in enumerate(lines):
        lines[index], more = with_plain_indentation(document, line, index + first)
        problems += more
    whole = _parsed(document, lines, first)
    if whole.failure is not None:
        lines, more = with_right_indentation(document, lines, first)
        problems += more
        whole = _parsed(document, lines, first) if more else whole
    parts = [whole]
    unread: set[str] = set()
    if whole.failure is not None:
        chunks = list(_chunks(lines, first))
        parts = [_parsed(document, chunk, first_line) for chunk, first_line in chunks]
        unread = {
            field_name(chunk[0])
            for (chunk, _), part in zip(chunks, parts, strict=True)
            if part.failure is not None
        }
        # A block can be wrong as a whole though each of its fields is right.
        failures = [part.failure for part in parts if part.failure] or [whole.failure]
        reported = {problem.place.line for problem in problems}
        problems += [failure for failure in failures if failure.place.line not in reported]
    for part in parts:
        problems += part.problems
    entries, repeated = _unique_entries(
        document, [entry for part in parts for entry in part.entries]
    )
    end = len(document.lines[close - 1]) + 1
    return replace(
        document,
        fields=Mapping(Position(first, 1, close, end), entries),
        unread=frozenset(unread),
        problems=(*problems, *repeated),
    )


def _chunks(lines: list[str], first_line: int) -> Iterator[tuple[list[str], int]]:
    """Yield the lines of each field, with the number of the first in the file."""
    starts = sorted({0, *(i for i, line in enumerate(lines) if TOP_LEVEL.match(line))})
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start:end], start + first_line


@dataclass(frozen=True)
class _Parsed:
    """What some lines hold: their fields, or why they cannot be read."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    failure: Problem | None


def _parsed(document: Document, lines: list[str], first_line: int) -> _Parsed:
    builder = _Builder(document, lines, first_line)
    entries: tuple[Entry, ...] = ()
    failure: Problem | None = None
    try:
        entries = builder.entries()
    except yaml.YAMLError as error:
        failure = syntax_problem(error, document, lines, first_line)
    except _UnusableError as error:
        failure = error.problem
    problems = builder.problems
    if failure is not None:  # What stops the parser says more of its place than what was met there.
        problems = [problem for problem in problems if _start(problem) != _start(failure)]
    return _Parsed(entries, tuple(problems), failure)


def _start(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


class _UnusableError(Exception):
    """Some lines cannot be made into fields."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass
class _Builder:
    """Makes the tree from YAML events, which carry what a composed tree has lost."""

    document: Document
    lines: list[str]
    first_line: int
    problems: list[Problem] = field(default_factory=list)

    def entries(self) -> tuple[Entry, ...]:
        """Return the fields that the lines hold; raise where they cannot be read."""
        # The parser of MkDocs too, so that what is read here is what is read there.
        events = yaml.parse("\n".join(self.lines) + "\n", Loader=yaml.CSafeLoader)
        root: Node | None = None
        for event in events:
            if not isinstance(event, yaml.NodeEvent):
                continue
            if root is not None:
                raise self._no_field(WHOLE_FILE, self._between(event))
            root = self._node(event, events, WHOLE_FILE, 0)
        if root is None:
            return ()
        if not isinstance(root, Mapping):
            raise self._no_field(field_name(self.lines[0]), root.position)
        return root.entries

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], name: str, depth: int) -> Node:
        position = self._between(event)
        if isinstance(event, yaml.AliasEvent):
            value = f"*{event.anchor}"
            self._add(syntax.YAML_ANCHOR, name, position, value=value)
            return Scalar(position, value, plain=False)
        self._report_extras(event, name, position)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, name, position)
        if depth >= DEEPEST:
            raise self._unusable(syntax.TOO_DEEP, name, position, limit=str(DEEPEST))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, name, depth, position)
        flow = bool(getattr(event, "flow_style", False))
        return self._mapping(events, name, depth, position, flow=flow)

    def _scalar(self, event: yaml.ScalarEvent, name: str, position: Position) -> Scalar:
        plain = event.style in (None, "")
        if plain:
            self._refuse_swallowed_item(name, position)
            rest = self._line(position.end_line)[position.end_column - 1 :]
            if re.match(r"[ \t]+#", rest):
                self._add(syntax.CUT_OFF, name, position, value=event.value)
            if CURLY.fullmatch(event.value):
                self._add(syntax.TYPOGRAPHIC_QUOTES, name, position, value=event.value)
        if event.style == "'" and _LOST_APOSTROPHE.match(event.value):
            before = self._line(position.line)[: position.column - 1]
            instead = with_apostrophe(before, f"'{event.value}")
            self._add(syntax.APOSTROPHE_FIRST, name, position, instead=instead)
        # Only an escape in double quotes ("\x00") comes this far.
        if sign := INVISIBLE.search(event.value):
            values = files.without(sign)
            self._add(files.CONTROL_CHARACTER, name, position, **values)
        return Scalar(position, intern(blanked(event.value)), plain)

    def _refuse_swallowed_item(self, name: str, position: Position) -> None:
        """Raise where an item, indented too far, has become part of the item above it."""
        first = INDENTED.match(self._line(position.line))
        if first is None or not first["dashes"]:
            return
        for number in range(position.line + 1, position.end_line + 1):
            if (item := INDENTED.match(self._line(number))) and item["dashes"]:
                where = self.document.whole_line(number)
                instead = indented_so(len(first["indent"]))
                raise self._unusable(syntax.INDENTATION, name, where, instead=instead)

    def _sequence(
        self, events: Iterator[yaml.Event], name: str, depth: int, position: Position
    ) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, name, depth + 1))
        return Sequence(position, tuple(items))

    def _mapping(
        self,
        events: Iterator[yaml.Event],
        name: str,
        depth: int,
        position: Position,
        *,
        flow: bool,
    ) -> Mapping:
        entries: list[Entry] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, name, depth + 1)
            if not isinstance(key, Scalar) or not key.text.strip():
                raise self._no_field(name, key.position)
            inner = key.text if depth == 0 else f"{name}.{key.text}"
            entries.append(Entry(key, self._node(next(events), events, inner, depth + 1)))
        if not flow:
            entries = self._with_languages_inside(entries, name if depth else "")
        if depth == 0:
            return Mapping(position, tuple(entries), flow)
        kept, problems = _unique_entries(self.document, entries, name)
        self.problems += problems
        return Mapping(position, kept, flow)

    def _with_languages_inside(self, entries: list[Entry], name: str) -> list[Entry]:
        """Return the entries, each text per language within the empty field above it."""
        placed: list[Entry] = []
        for item in with_languages_inside(entries):
            if isinstance(item, Entry):
                placed.append(item)
                continue
            entry, position = item
            inside = ".".join(filter(None, (name, entry.key.text)))
            where = self.document.whole_line(position.line)
            instead = indented_so(entry.key.position.column + 1)
            self._add(syntax.INDENTATION, inside, where, instead=instead)
            placed.append(entry)
        return placed

    def _report_extras(self, event: yaml.Event, name: str, position: Position) -> None:
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self._add(syntax.YAML_ANCHOR, name, position, value=f"&{anchor}")
        if getattr(event, "tag", None) is not None:
            tag = re.search(r"!\S*", self._line(position.line)[position.column - 1 :])
            self._add(syntax.YAML_TAG, name, position, value=tag[0] if tag else "!")

    def _line(self, number: int) -> str:
        index = number - self.first_line
        return self.lines[index] if index < len(self.lines) else ""

    def _between(self, event: yaml.Event) -> Position:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        return Position(
            start.line + self.first_line,
            start.column + 1,
            end.line + self.first_line,
            end.column + 1,
        )

    def _add(self, rule: Rule, name: str, position: Position, **values: str | Text) -> None:
        self.problems.append(self.document.problem(rule, name, position, **values))

    def _no_field(self, name: str, position: Position) -> _UnusableError:
        instead = as_field(self._line(position.line))
        return self._unusable(syntax.NOT_A_FIELD, name, position, instead=instead)

    def _unusable(
        self, rule: Rule, name: str, position: Position, **values: str | Text
    ) -> _UnusableError:
        return _UnusableError(self.document.problem(rule, name, position, **values))


def _unique_entries(
    document: Document, entries: list[Entry], parent: str = ""
) -> tuple[tuple[Entry, ...], list[Problem]]:
    kept: dict[str, Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        key = entry.key
        first = kept.setdefault(key.text, entry)
        if first is not entry:
            problems.append(
                document.problem(
                    syntax.DUPLICATE_KEY,
                    f"{parent}.{key.text}" if parent else key.text,
                    key.position,
                    line=str(first.key.position.line),
                )
            )
    return tuple(kept.values()), problems

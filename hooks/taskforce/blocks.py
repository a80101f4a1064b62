"""The block of fields at the top of a file becomes a tree; one mistake in it hides no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from sys import intern

import yaml

from .documents import WHOLE_FILE, Document
from .guessing import write
from .indentation import INDENTED, is_first_indented, right_indentation, with_languages_inside
from .invisible import INVISIBLE, blanked
from .languages import Text
from .nodes import Entry, Mapping, Node, Position, Scalar, Sequence
from .problems import Problem, Rule
from .rules import files, syntax

DEEPEST = 6
"""Levels of lists and groups within each other; the model itself needs four."""

LONGEST_BLOCK = 60_000
"""Characters of front-matter; the register of sources is by far the longest."""

_TOP_LEVEL = re.compile(r"[^\s#\[\]{},-]|-\S")
_FIELD_NAME = re.compile(r"\s*(?:- +)*[\"']?([^\"':]+?)[\"']?\s*:")
_ODD_SPACE = re.compile(
    r"([ \t]*(?:-[ \t]*)*(?:[\w-]+:)?[ \t]*)([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"
)
_CURLY = re.compile(r"[“”„][^“”„]*[“”„]|‘[^‘’]*’")
_CLOSING = {"[": "]", "{": "}"}
_OUT_OF_PLACE = ("mapping values are not allowed", "did not find expected")
"""What the parser says where a line does not stand below the lines that it belongs to."""

_APOSTROPHE = r"'(?:[A-Za-z]\b|\d\d\b)"
_APOSTROPHE_FIRST = re.compile(rf"(?:[:-] +|[\[{{,] *)(?P<value>{_APOSTROPHE}.*)")
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
        lines[index], more = _with_plain_indentation(document, line, index + first)
        problems += more
    whole = _parsed(document, lines, first)
    if whole.failure is not None:
        lines, more = _with_right_indentation(document, lines, first)
        problems += more
        whole = _parsed(document, lines, first) if more else whole
    parts = [whole]
    unread: set[str] = set()
    if whole.failure is not None:
        chunks = list(_chunks(lines, first))
        parts = [_parsed(document, chunk, first_line) for chunk, first_line in chunks]
        unread = {
            _field_name(chunk[0])
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


def _with_plain_indentation(
    document: Document, line: str, number: int
) -> tuple[str, list[Problem]]:
    """Return the line with plain spaces where YAML wants those, and what stood there."""
    problems: list[Problem] = []

    def add(rule: Rule, column: int, **values: str) -> None:
        position = Position(number, column, number, column + 1)
        problems.append(document.problem(rule, _field_name(line), position, **values))

    if match := _ODD_SPACE.match(line):
        add(syntax.ODD_SPACE, match.start(2) + 1, value=f"U+{ord(match[2][0]):04X}")
        while match := _ODD_SPACE.match(line):
            line = match[1] + " " * len(match[2]) + line[match.end() :]
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in indentation:
        add(syntax.TAB, indentation.index("\t") + 1)
        line = indentation.replace("\t", "  ") + line[len(indentation) :]
    return line, problems


def _with_right_indentation(
    document: Document, lines: list[str], first_line: int
) -> tuple[list[str], list[Problem]]:
    """Return the lines with each at its place that the parser stumbles on, and which those were.

    So one line that is not in its place hides nothing, and is no mistake of the fields round it.
    """
    problems: list[Problem] = []
    while (misplaced := _misplaced(lines)) and len(problems) < len(lines):
        index, indentation = misplaced
        where = document.whole_line(index + first_line)
        name = _field_name(lines[index]) if indentation == 0 else _field_at(lines, index)
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
        if "<document start>" in message and is_first_indented(lines):
            return next(index for index, line in enumerate(lines) if line.startswith(" ")), 0
        indentation = right_indentation(lines, mark.line)
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
    return Text(
        nl=f"begin de regel met {spaces} spaties", en=f"begin the line with {spaces} spaces"
    )


def _field_name(line: str) -> str:
    match = _FIELD_NAME.match(line)
    return match[1].strip() if match else WHOLE_FILE


def _field_at(lines: list[str], index: int) -> str:
    """Return the name of the field that a line belongs to."""
    top = (line for line in reversed(lines[: index + 1]) if _TOP_LEVEL.match(line))
    return _field_name(next(top, lines[0]))


def _chunks(lines: list[str], first_line: int) -> Iterator[tuple[list[str], int]]:
    """Yield the lines of each field, with the number of the first in the file."""
    starts = sorted({0, *(i for i, line in enumerate(lines) if _TOP_LEVEL.match(line))})
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
        failure = _syntax_problem(error, document, lines, first_line)
    except _UnusableError as error:
        failure = error.problem
    problems = builder.problems
    if failure is not None:  # What stops the parser says more of its place than what was met there.
        problems = [problem for problem in problems if _start(problem) != _start(failure)]
    return _Parsed(entries, tuple(problems), failure)


def _start(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def _syntax_problem(
    error: yaml.YAMLError, document: Document, lines: list[str], first_line: int
) -> Problem:
    """Return the problem that the parser's error stands for, in its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        position = Position(first_line, 1, first_line, 2)
        return document.problem(syntax.YAML_SYNTAX, WHOLE_FILE, position, value=str(error))
    message = error.problem or ""
    at_end = mark.line >= len(lines)
    at = _point(len(lines) - 1, len(lines[-1]), first_line) if at_end else _at(mark, first_line)
    name = _field_at(lines, at.line - first_line)
    line = lines[at.line - first_line]
    before = line[: at.column - 1].rstrip()
    opening, sign = at, ""
    if error.context_mark is not None and error.context_mark.line < len(lines):
        opening = _at(error.context_mark, first_line)
        sign = lines[opening.line - first_line][opening.column - 1 :][:1]
    context = error.context or ""
    if "nesting depth" in message:
        return document.problem(syntax.TOO_DEEP, name, at, limit=str(DEEPEST))
    if context == "while scanning a quoted scalar":
        return _apostrophe(document, lines, opening, first_line, name) or document.problem(
            syntax.UNCLOSED_QUOTE, name, opening
        )
    if at_end and context.startswith("while parsing a flow") and sign in _CLOSING:
        return document.problem(
            syntax.UNCLOSED_BRACKET, name, opening, value=sign, instead=_CLOSING[sign]
        )
    if message.startswith("mapping values are not allowed"):
        instead = _quoted(line, at.column - 1)
        return document.problem(syntax.UNQUOTED_COLON, name, at, instead=instead)
    if message.startswith("did not find expected") and not at_end and before.endswith(('"', "'")):
        return _apostrophe(document, lines, at, first_line, name) or document.problem(
            syntax.TEXT_AFTER_QUOTE, name, at, instead=_with_other_quotes(line)
        )
    if message == "found character that cannot start any token" or context in {
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a directive",
    }:
        remedy = _without_special(lines[opening.line - first_line], opening.column - 1)
        return document.problem(syntax.SPECIAL_CHARACTER, name, opening, value=sign, instead=remedy)
    if context == "while parsing a tag" or message == "found undefined tag handle":
        return document.problem(syntax.YAML_TAG, name, opening, value=sign)
    if _NOTHING.fullmatch(line):
        nothing = Text(nl="", en="")
        return document.problem(syntax.EMPTY_VALUE, name, at, instead=FILL_IN, hint=nothing)
    if message.startswith("block sequence entries are not allowed"):
        if on_line := _LIST_ON_LINE.fullmatch(line):
            return document.problem(syntax.LIST_ON_LINE, name, at, instead=f"[{on_line[1]}]")
    elif message.startswith("did not find expected") and (link := _LINK.fullmatch(line)):
        return document.problem(syntax.LINK_IN_FIELD, name, at, instead=link[1])
    return document.problem(syntax.YAML_SYNTAX, name, at, value=message)


_LIST_ON_LINE = re.compile(r"\s*(?:- )?[\w-]+:\s+- +([^\s#\[{\"'].*?)\s*")
_LINK = re.compile(r"\s*(?:- )?[\w-]+:\s+\[[^\]]*\]\((\S+)\)\s*")
_FIELD = re.compile(r"\s*(?:- )?[\w-]+:\s+(?P<value>[^\s\"'\[{].*?)\s*")
"""A field with its value on one line."""

_NOTHING = re.compile(r"\s*(?:- )?[\w-]+:\s+[-?]\s*")
"""A field with a sign for which there is no value."""

_IN_SINGLE_QUOTES = re.compile(r"\s*(?:- )?[\w-]+:\s+'([^\"\\]*)'\s*")
_STARRED_ITEM = re.compile(r"\s*\*\s+(\S.*?)\s*")
_ALMOST_FIELD = re.compile(r"([A-Za-z_]+)\s*[:=]\s*([^\s=:][^:]*)")
"""A field without the space after its colon, or with another sign for that."""

FILL_IN = Text(nl="vul iets in of haal het veld weg", en="fill it in or remove the field")
"""What to do with a field that has no value."""


def _with_other_quotes(line: str) -> Text:
    """Return how a value with quotes within has to be written."""
    if quoted := _IN_SINGLE_QUOTES.fullmatch(line):
        return Text(
            nl=f'zet dubbele aanhalingstekens om het geheel: "{quoted[1]}"',
            en=f'put double quotes round the whole: "{quoted[1]}"',
        )
    return Text(
        nl="gebruik binnen de waarde ‘ ’ als aanhalingstekens; zet tussen twee velden in {…} een "
        "komma",
        en="use ‘ ’ as quotes within the value; put a comma between two fields in {…}",
    )


def _without_special(line: str, index: int) -> Text:
    """Return how a value that begins with a special sign has to be written."""
    if item := _STARRED_ITEM.fullmatch(line):
        return Text(
            nl=f"een regel van een lijst begint met een streepje: ‘- {item[1]}’",
            en=f"a line of a list begins with a dash: ‘- {item[1]}’",
        )
    instead = _quoted(line, index)
    return Text(
        nl=f"zet de hele waarde tussen rechte aanhalingstekens: {instead}",
        en=f"put the whole value between straight quotes: {instead}",
    )


def _as_field(line: str) -> Text:
    """Return how a line has to be written to be a field."""
    if match := _ALMOST_FIELD.fullmatch(line.strip()):
        return write(f"{match[1]}: {match[2]}")
    return Text(
        nl="maak er een veld van; hoort de regel bij het veld erboven, begin haar dan met twee "
        "spaties",
        en="make a field of it; if the line belongs to the field above it, begin it with two "
        "spaces",
    )


def _quoted(line: str, index: int) -> str:
    """Return the value in which a sign stands as it has to be written; `"…"` where that is open."""
    match = _FIELD.fullmatch(line)
    if match is None or match.start("value") > index or re.search(r'["\\]| #', match["value"]):
        return '"…"'
    value = match["value"]
    return f'"{value[1:-1] if _CURLY.fullmatch(value) else value}"'


def _apostrophe(
    document: Document, lines: list[str], at: Position, first_line: int, name: str
) -> Problem | None:
    """Return the problem of a value with an apostrophe in front, where that is what is wrong."""
    line = lines[at.line - first_line]
    match = _APOSTROPHE_FIRST.search(line)
    if match is None or match.start("value") >= at.column:
        return None
    column = match.start("value") + 1
    position = Position(at.line, column, at.line, column + 1)
    instead = _with_apostrophe(line[: column - 1], match["value"])
    return document.problem(syntax.APOSTROPHE_FIRST, name, position, instead=instead)


def _with_apostrophe(before: str, value: str) -> str:
    """Return a value that begins with an apostrophe as it ought to be written, with its field.

    Args:
        before: What stands before it on the line.
        value: The value, and all that comes after it on the line.
    """
    lead = re.search(r"(?:[\w-]+:|-) +$", before)
    if re.search(r"[\[{][^\]}]*$", before):  # Within braces, where the value ends at a comma.
        lead, value = None, re.split(r"[,\]}]", value)[0]
    words = value.strip().removesuffix("'").replace("\\", "\\\\").replace('"', '\\"')
    return f'{lead[0] if lead else ""}"{words}"'


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
            raise self._no_field(_field_name(self.lines[0]), root.position)
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
            if _CURLY.fullmatch(event.value):
                self._add(syntax.TYPOGRAPHIC_QUOTES, name, position, value=event.value)
        if event.style == "'" and _LOST_APOSTROPHE.match(event.value):
            before = self._line(position.line)[: position.column - 1]
            instead = _with_apostrophe(before, f"'{event.value}")
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
        instead = _as_field(self._line(position.line))
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


def _at(mark: yaml.Mark, first_line: int) -> Position:
    return _point(mark.line, mark.column, first_line)


def _point(line: int, column: int, first_line: int) -> Position:
    number = line + first_line
    return Position(number, column + 1, number, column + 2)

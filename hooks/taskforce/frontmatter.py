"""One file becomes fields with their places, and a body; a mistake becomes a problem.

MkDocs drops broken front-matter without a word, takes the last of two equal keys and cuts a value
off at ` #`. So files are read here first, and what passes here means the same to MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

import yaml

from .nodes import Entry, Mapping, Node, Position, Scalar, Sequence
from .problems import Place, Problem, Rule
from .rules import files, syntax

DEEPEST = 6
"""Levels of lists and groups within each other; the model itself needs four."""

LONGEST_BLOCK = 60_000
"""Characters of front-matter; the register of sources is by far the longest."""

WHOLE_FILE = "-"
"""Stands for the field where a problem is the file's as a whole."""

_FENCE = re.compile(r"(---|\.\.\.)[ \t]*")
_TOP_LEVEL = re.compile(r"[^\s#-]|-\S")
_FIELD_LIKE = re.compile(r"[A-Za-z_][\w-]*:(\s|$)|\s+\S|- |#(?!#)|$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


NO_FIELDS = Mapping(Position(1, 1, 1, 1), ())


@dataclass(frozen=True)
class Document:
    """What one file says. `broken` names the fields that could not be read."""

    path: str
    lines: tuple[str, ...] = ()
    fields: Mapping = NO_FIELDS
    body: str = ""
    body_line: int = 1
    broken: frozenset[str] = frozenset()
    readable: bool = True
    problems: tuple[Problem, ...] = ()

    def problem(
        self, rule: Rule, name: str, position: Position | None = None, **values: object
    ) -> Problem:
        """Return the problem of breaking `rule` at `position` (default: the first line)."""
        where = position or Position(1, 1, 1, 2)
        place = Place(self.path, where.line, where.column, where.length)
        source = self.lines[where.line - 1] if where.line <= len(self.lines) else ""
        return rule.problem(place, name, source, **values)  # type: ignore[arg-type]


def read(path: str, content: bytes) -> Document:
    """Return what the file holds, with every mistake in its form.

    Args:
        path: how messages name the file.
        content: its bytes.
    """
    document = Document(path)
    problems: list[Problem] = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems.append(document.problem(files.BYTE_ORDER_MARK, WHOLE_FILE))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        # Windows-1252 is what such a file almost always is: reading on finds the other mistakes.
        text = content.decode("cp1252", "replace")
        document = replace(document, lines=tuple(text.splitlines()))
        problems.append(
            document.problem(files.NOT_UTF8, WHOLE_FILE, Position(line, column, line, column + 1))
        )
        if b"\x00" in content:
            return replace(document, readable=False, problems=tuple(problems))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        document = replace(document, lines=tuple(text.split("\n")))
        end = len(document.lines[line - 1]) + 1
        problems.append(
            document.problem(files.LINE_ENDINGS, WHOLE_FILE, Position(line, end, line, end + 1))
        )
    document = replace(document, lines=tuple(text.split("\n")))
    if not text.strip():
        problems.append(document.problem(files.EMPTY_FILE, WHOLE_FILE))
        return replace(document, readable=False, problems=tuple(problems))
    for number, line_text in enumerate(document.lines, start=1):
        if match := _CONTROL.search(line_text):
            column = match.start() + 1
            problems.append(
                document.problem(
                    files.CONTROL_CHARACTER,
                    WHOLE_FILE,
                    Position(number, column, number, column + 1),
                    value=f"U+{ord(match[0]):04X}",
                )
            )
    document = replace(
        document, lines=tuple(_CONTROL.sub(" ", line_text) for line_text in document.lines)
    )
    return _read_block(replace(document, problems=tuple(problems)))


def _read_block(document: Document) -> Document:
    lines = document.lines
    if not _FENCE.fullmatch(lines[0]) or lines[0].startswith("."):
        return replace(
            document,
            body="\n".join(lines),
            readable=False,
            problems=(*document.problems, document.problem(files.NO_FRONT_MATTER, WHOLE_FILE)),
        )
    close = next(
        (index for index, line in enumerate(lines[1:], start=1) if _FENCE.fullmatch(line)), None
    )
    problems = list(document.problems)
    if close is None or lines[close].startswith("."):
        close = close or _end_of_fields(lines)
        where = min(close, len(lines) - 1)
        length = max(1, len(lines[where]))
        problems.append(
            document.problem(
                files.UNCLOSED_FRONT_MATTER,
                WHOLE_FILE,
                Position(where + 1, 1, where + 1, 1 + length),
            )
        )
    block = _Block(document, close)
    block_problems, fields, broken = block.read()
    return replace(
        document,
        fields=fields,
        broken=broken,
        body="\n".join(lines[close + 1 :]),
        body_line=close + 2,
        problems=(*problems, *block_problems),
    )


def _end_of_fields(lines: tuple[str, ...]) -> int:
    """Return the index of the first line that looks no longer like a field."""
    for index, line in enumerate(lines[1:], start=1):
        if not line.strip() or not _FIELD_LIKE.match(line):
            return index
    return len(lines)


class _UnusableError(Exception):
    """A part of the block cannot be made into fields."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass
class _Block:
    """The lines between the fences, on their way to a tree."""

    document: Document
    close: int
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> tuple[list[Problem], Mapping, frozenset[str]]:
        """Return the problems, the fields, and the names of the fields that are broken."""
        lines = list(self.document.lines[1 : self.close])
        if sum(map(len, lines)) > LONGEST_BLOCK:
            self._add(files.LONG_FRONT_MATTER, WHOLE_FILE, None, limit=str(LONGEST_BLOCK))
            return self.problems, NO_FIELDS, frozenset()
        lines = [self._without_tabs(line, number) for number, line in enumerate(lines, start=2)]
        try:
            entries = list(self._entries(lines, 2, yaml.CSafeLoader))
            broken: frozenset[str] = frozenset()
        except (yaml.YAMLError, _UnusableError):
            entries, broken = self._entries_one_by_one(lines)
        kept = self._without_duplicates(entries)
        end = len(self.document.lines[self.close - 1]) + 1
        return self.problems, Mapping(Position(2, 1, self.close, end), kept), broken

    def _add(self, rule: Rule, name: str, position: Position | None, **values: object) -> None:
        self.problems.append(self.document.problem(rule, name, position, **values))

    def _without_tabs(self, line: str, number: int) -> str:
        indentation = line[: len(line) - len(line.lstrip())]
        if "\t" not in indentation:
            return line
        column = indentation.index("\t") + 1
        name = line.strip().removeprefix("- ").split(":", 1)[0]
        self._add(syntax.TAB, name or WHOLE_FILE, Position(number, column, number, column + 1))
        return indentation.replace("\t", "  ") + line.lstrip()

    def _entries(
        self, lines: list[str], first_line: int, loader: type[yaml.SafeLoader | yaml.CSafeLoader]
    ) -> Iterator[Entry]:
        """Yield the fields in these lines; raise at the first that cannot be read."""
        text = "\n".join(lines) + "\n"
        builder = _Builder(self.document, lines, first_line)
        root = builder.build(yaml.parse(text, Loader=loader))
        if isinstance(root, Mapping):
            self.problems += builder.problems
            yield from root.entries
        elif root is not None:
            raise _UnusableError(
                self.document.problem(syntax.NOT_A_FIELD, WHOLE_FILE, root.position)
            )

    def _entries_one_by_one(self, lines: list[str]) -> tuple[list[Entry], frozenset[str]]:
        """Return the fields that can be read on their own: one mistake hides no other."""
        starts = [index for index, line in enumerate(lines) if _TOP_LEVEL.match(line)]
        starts = sorted({0, *starts})
        entries: list[Entry] = []
        broken: set[str] = set()
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            chunk = lines[start:end]
            name = chunk[0].split(":", 1)[0].strip() if ":" in chunk[0] else WHOLE_FILE
            name = name or WHOLE_FILE
            try:
                entries += self._entries(chunk, start + 2, yaml.SafeLoader)
            except yaml.MarkedYAMLError as error:
                broken.add(name)
                self.problems.append(self._syntax_problem(error, name, chunk, start + 2))
            except yaml.YAMLError as error:
                broken.add(name)
                line = start + 2
                position = Position(line, 1, line, 1 + len(chunk[0]))
                self._add(syntax.YAML_SYNTAX, name, position, value=str(error))
            except _UnusableError as error:
                broken.add(name)
                self.problems.append(replace(error.problem, field=name))
        return entries, frozenset(broken)

    def _syntax_problem(
        self, error: yaml.MarkedYAMLError, name: str, chunk: list[str], first_line: int
    ) -> Problem:
        mark = error.problem_mark or error.context_mark
        at = _at(mark, first_line) if mark else Position(first_line, 1, first_line, 2)
        if at.line > first_line + len(chunk) - 1:
            last = first_line + len(chunk) - 1
            at = Position(last, max(1, len(chunk[-1])), last, len(chunk[-1]) + 1)
        said = error.problem or ""
        if error.context == "while scanning a quoted scalar" and error.context_mark:
            opening = _at(error.context_mark, first_line)
            return self.document.problem(syntax.UNCLOSED_QUOTE, name, opening)
        if said.startswith("mapping values are not allowed"):
            return self.document.problem(syntax.UNQUOTED_COLON, name, at)
        character = chunk[at.line - first_line][at.column - 1 : at.column]
        if said.startswith("found character") and "cannot start any token" in said:
            return self.document.problem(syntax.SPECIAL_CHARACTER, name, at, value=character)
        if (
            error.context
            in {
                "while scanning an alias",
                "while scanning an anchor",
                "while scanning a tag",
                "while scanning a directive",
            }
            and error.context_mark
        ):
            opening = _at(error.context_mark, first_line)
            sign = chunk[opening.line - first_line][opening.column - 1]
            return self.document.problem(syntax.SPECIAL_CHARACTER, name, opening, value=sign)
        return self.document.problem(syntax.YAML_SYNTAX, name, at, value=said)

    def _without_duplicates(self, entries: list[Entry]) -> tuple[Entry, ...]:
        kept, problems = _unique_entries(self.document, entries)
        self.problems += problems
        return kept


@dataclass
class _Builder:
    """Makes the tree from YAML events, which carry what a composed tree has lost."""

    document: Document
    lines: list[str]
    first_line: int
    problems: list[Problem] = field(default_factory=list)

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the tree of the only YAML document in `events`, or nothing where it is empty."""
        root: Node | None = None
        for event in events:
            if not isinstance(event, yaml.NodeEvent):
                continue
            if root is not None:
                position = _between(event, self.first_line)
                raise _UnusableError(
                    self.document.problem(syntax.NOT_A_FIELD, WHOLE_FILE, position)
                )
            root = self._node(event, events, WHOLE_FILE, 0)
        return root

    def _node(
        self, event: yaml.NodeEvent, events: Iterator[yaml.Event], name: str, depth: int
    ) -> Node:
        position = _between(event, self.first_line)
        if isinstance(event, yaml.AliasEvent):
            value = f"*{event.anchor}"
            self._add(syntax.YAML_ANCHOR, name, position, value=value)
            return Scalar(position, value, plain=False)
        self._report_extras(event, name, position)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            if plain:
                self._report_cut_off(event, name, position)
            return Scalar(position, event.value, plain)
        if depth >= DEEPEST:
            raise _UnusableError(
                self.document.problem(syntax.TOO_DEEP, name, position, limit=str(DEEPEST))
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, name, depth, position)
        return self._mapping(
            events, name, depth, position, flow=bool(getattr(event, "flow_style", False))
        )

    def _sequence(
        self, events: Iterator[yaml.Event], name: str, depth: int, position: Position
    ) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
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
            assert isinstance(event, yaml.NodeEvent)
            key = self._node(event, events, name, depth + 1)
            if not isinstance(key, Scalar):
                raise _UnusableError(self.document.problem(syntax.NOT_A_FIELD, name, key.position))
            value_event = next(events)
            assert isinstance(value_event, yaml.NodeEvent)
            value_name = key.text if depth == 0 else f"{name}.{key.text}"
            entries.append(Entry(key, self._node(value_event, events, value_name, depth + 1)))
        if depth == 0:
            return Mapping(position, tuple(entries), flow)
        kept, problems = _unique_entries(self.document, entries, name)
        self.problems += problems
        return Mapping(position, kept, flow)

    def _report_extras(self, event: yaml.NodeEvent, name: str, position: Position) -> None:
        if event.anchor is not None:
            self._add(syntax.YAML_ANCHOR, name, position, value=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = self.lines[position.line - self.first_line][position.column - 1 :]
            self._add(syntax.YAML_TAG, name, position, value=written.split(maxsplit=1)[0])

    def _report_cut_off(self, event: yaml.ScalarEvent, name: str, position: Position) -> None:
        if not event.value:
            return
        line = self.lines[position.end_line - self.first_line]
        rest = line[position.end_column - 1 :]
        if re.match(r"[ \t]+#", rest):
            self._add(syntax.CUT_OFF, name, position, value=event.value)

    def _add(self, rule: Rule, name: str, position: Position, **values: object) -> None:
        self.problems.append(self.document.problem(rule, name, position, **values))


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
    line = mark.line + first_line
    return Position(line, mark.column + 1, line, mark.column + 2)


def _between(event: yaml.Event, first_line: int) -> Position:
    start, end = cast("tuple[yaml.Mark, yaml.Mark]", (event.start_mark, event.end_mark))
    return Position(
        start.line + first_line, start.column + 1, end.line + first_line, end.column + 1
    )

"""One file of docs/: its lines, its fields with their places, and its running text."""

from __future__ import annotations

from dataclasses import dataclass

from .languages import Text
from .nodes import Mapping, Position
from .problems import Place, Problem, Rule

KEPT = 1 << 14
"""Of so many files and texts is kept what was read of them: while serving, all but one are as they
were. Their trees are a hundred times as large."""

WHOLE_FILE = "-"
"""Stands for the field where a problem is the file's as a whole."""

NO_FIELDS = Mapping(Position(1, 1, 1, 1), ())


@dataclass(frozen=True, eq=False)
class Document:
    """What one file says, as it was read: one is the same as another when it is that one.

    `unread` names the fields that could not be read.
    """

    path: str
    lines: tuple[str, ...] = ()
    fields: Mapping = NO_FIELDS
    body: str = ""
    body_line: int = 1
    unread: frozenset[str] = frozenset()
    readable: bool = True
    problems: tuple[Problem, ...] = ()

    @property
    def content(self) -> bytes:
        """What the file holds, where nothing of it was mended to read it."""
        return "\n".join(self.lines).encode("utf-8", "surrogatepass")

    def whole_line(self, number: int) -> Position:
        """Return where line `number` (1-based) stands, from its first character to its last."""
        return Position(number, 1, number, 1 + len(self.lines[number - 1]))

    def problem(
        self, rule: Rule, name: str, position: Position | None = None, **values: str | Text
    ) -> Problem:
        """Return the problem of breaking `rule` at `position` (default: the first line)."""
        where = position or Position(1, 1, 1, 2)
        line = max(1, min(where.line, len(self.lines)))
        source = self.lines[line - 1] if self.lines else ""
        place = Place(self.path, line, min(where.column, len(source) + 1), where.length)
        return rule.problem(place, name, source, **values)

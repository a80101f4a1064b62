"""YAML as a small tree that remembers where everything stands; nothing in it is interpreted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import yaml


@dataclass(frozen=True, slots=True)
class Position:
    """Where a node begins, and where it ends: 1-based line and column in the file."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def length(self) -> int:
        """Characters on the first line; at least one."""
        return max(1, self.end_column - self.column) if self.line == self.end_line else 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as it is written. `plain` is true when it has no quotes and is no block."""

    position: Position
    text: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order of the file."""

    position: Position
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True)
class Mapping:
    """A group of keys with values, in the order of the file; a key stands once."""

    position: Position
    entries: tuple[Entry, ...]
    flow: bool = False

    @cached_property
    def by_name(self) -> dict[str, Entry]:
        """The entries by their keys."""
        return {entry.key.text: entry for entry in self.entries}


Node = Scalar | Sequence | Mapping


def descend(node: Node, location: tuple[int | str, ...]) -> tuple[Node, Entry | None]:
    """Return the deepest node that `location` (keys and list indexes) reaches, and its entry.

    Where the location goes on past what is there, the last node found is the answer: of a field
    that is missing, all fields.
    """
    entry: Entry | None = None
    for step in location:
        if isinstance(node, Mapping):
            inner = node.by_name.get(str(step))
            if inner is None:
                return node, entry
            node, entry = inner.value, inner
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return node, entry
    return node, entry


def scalar_in(node: Node, name: str) -> Scalar | None:
    """Return the value of a field in a group; None where it has no single one, or is not there."""
    entry = node.by_name.get(name) if isinstance(node, Mapping) else None
    return entry.value if entry is not None and isinstance(entry.value, Scalar) else None


def text_in(node: Node, name: str) -> str:
    """Return what `scalar_in` finds as text, empty where it finds nothing."""
    value = scalar_in(node, name)
    return "" if value is None else value.text


def items_in(node: Node, name: str) -> tuple[Node, ...]:
    """Return the items of the list in a field of a group; none where there is no list."""
    entry = node.by_name.get(name) if isinstance(node, Mapping) else None
    return entry.value.items if entry is not None and isinstance(entry.value, Sequence) else ()


_RESOLVER = yaml.resolver.Resolver()


class Untyped(str):
    """A text without quotes that YAML 1.1 reads as something other than text."""

    tag: str

    def __new__(cls, text: str, tag: str) -> Untyped:
        """Keep the tag that YAML gives the text."""
        self = super().__new__(cls, text)
        self.tag = tag
        return self


def value_of(node: Node) -> object:
    """Return `node` as plain dicts, lists and texts; a text that YAML types is `Untyped`."""
    if isinstance(node, Mapping):
        return {entry.key.text: value_of(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    if node.plain:
        tag = _RESOLVER.resolve(yaml.ScalarNode, node.text, (True, False))  # type: ignore[no-untyped-call]
        if tag != "tag:yaml.org,2002:str":
            return Untyped(node.text, tag)
    return node.text

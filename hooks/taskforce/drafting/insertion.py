"""An item is added to a list in the fields of a page; every other line stays as it is."""

from __future__ import annotations

from ..documents import Document
from ..frontmatter import read
from ..nodes import Entry, Sequence, value_of
from .answers import Values
from .skeleton import as_yaml


def with_item(text: str, field: str, item: Values) -> str | None:
    """Return the text of a page with an item at the end of a list.

    None where its fields cannot be read.

    Args:
        text: The whole file.
        field: The field that holds the list; it need not be there.
        item: What to add.
    """
    document = read("", text.encode())
    if document.problems:
        return None
    lines = [*document.lines]
    new = as_yaml({field: [item]}).splitlines()
    entry = document.fields.by_name.get(field)
    if entry is None:
        close = document.body_line - 2
        lines[close:close] = new
        return "\n".join(lines)
    start, end = entry.key.position.line - 1, _end(document, entry)
    values = value_of(entry.value)
    if isinstance(entry.value, Sequence) and _begins_with(document, entry.value) == "-":
        indent = " " * (entry.value.position.column - 1)
        lines[end:end] = [f"{indent}{line.removeprefix('  ')}" for line in new[1:]]
    else:  # A list between brackets.
        lines[start:end] = as_yaml(
            {field: [*(values if isinstance(values, list) else ()), item]}
        ).splitlines()
    return "\n".join(lines)


def _begins_with(document: Document, values: Sequence) -> str:
    """Return the first sign of a list: a dash or a bracket."""
    return document.lines[values.position.line - 1][values.position.column - 1]


def _end(document: Document, entry: Entry) -> int:
    """Return the index of the line after the last of a field; comments go with the next field."""
    starts = [other.key.position.line - 1 for other in document.fields.entries]
    later = [start for start in starts if start >= entry.key.position.line]
    end = min(later, default=document.body_line - 2)
    while not document.lines[end - 1].strip() or document.lines[end - 1].startswith("#"):
        end -= 1
    return end

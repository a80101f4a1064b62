"""How a record of the published data becomes the cells of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from ..dates import PartialDate
from ..parts import Record
from ..vocabulary import Word
from .kinds import Addresses, InLanguages, PageReference, Partial, Reference, Vocabulary

LIST_SEPARATOR = ", "
TITLE_SEPARATOR = "; "
"""Between titles, which may have commas themselves."""


@dataclass(frozen=True)
class Column:
    """A column: its name, the field it shows a part of, and how to read a row's cell.

    `read` takes a record, and the item of its list that the row is about.
    """

    name: str
    field: str
    read: Callable[[Any, Any], str]


_Cell = tuple[str, Callable[[Any], str]]
"""A suffix to the name of a field, and how to write its value."""


def columns(record: type[Record], items_of: str = "") -> Iterator[Column]:
    """Yield the columns of a table of records, in the order of the model.

    Args:
        record: What the table holds.
        items_of: The field, a list itself, of which a row shows one item.
    """
    for attribute, information in record.model_fields.items():
        name = information.alias or attribute
        if attribute != items_of:
            for suffix, write in _cells(information):
                yield Column(name + suffix, name, _of_record(attribute, write))
            continue
        part = get_args(information.annotation)[0]
        for inner, about in part.model_fields.items():
            for suffix, write in _cells(about):
                full_name = f"{name}_{about.alias or inner}{suffix}"
                yield Column(full_name, name, _of_item(inner, write))


def words_of(information: FieldInfo) -> tuple[Word, ...]:
    """Return the words that a field can hold, where it has a vocabulary."""
    kind, marks = _kind(information.annotation)
    if get_origin(kind) is tuple:
        _, marks = _kind(get_args(kind)[0])
    return tuple(
        word
        for mark in [*marks, *information.metadata]
        if isinstance(mark, Vocabulary)
        for word in mark.words
    )


def _of_record(attribute: str, write: Callable[[Any], str]) -> Callable[[Any, Any], str]:
    return lambda record, item: _written(getattr(record, attribute), write)


def _of_item(attribute: str, write: Callable[[Any], str]) -> Callable[[Any, Any], str]:
    return lambda record, item: _written(getattr(item, attribute), write)


def _written(value: Any, write: Callable[[Any], str]) -> str:
    return "" if value is None else write(value)


def _cells(information: FieldInfo) -> Iterator[_Cell]:
    """Yield the columns that a field gets.

    A list of records gets none, as it would need a table of its own; the JSON has it.
    """
    kind, marks = _kind(information.annotation)
    marks += information.metadata
    if kind in (InLanguages, Addresses):
        yield "_nl", lambda value: str(value.nl)
        yield "_en", lambda value: str(value.en or "")
    elif kind is PageReference:
        yield "", lambda value: str(value.path)
        yield from _titles()
        yield "_url_nl", lambda value: str(value.url.nl)
        yield "_url_en", lambda value: str(value.url.en or "")
    elif kind is Reference:
        yield "", lambda value: str(value.slug)
        yield from _titles()
    elif get_origin(kind) is tuple:
        item, of_item = _kind(get_args(kind)[0])
        if (name := _NAMES.get(item)) is not None:
            for suffix, write in [
                ("", name),
                *(cell for mark in of_item for cell in _beside(mark)),
            ]:
                yield suffix, _joined(write)
            if item in (Reference, PageReference):
                for suffix, write in _titles():
                    yield suffix, _joined(write, TITLE_SEPARATOR)
    elif kind is bool:
        yield "", lambda value: "true" if value else "false"
    else:
        yield "", str
        for mark in marks:
            yield from _beside(mark)


def _joined(write: Callable[[Any], str], separator: str = LIST_SEPARATOR) -> Callable[[Any], str]:
    return lambda values: separator.join(map(write, values))


def _titles() -> Iterator[_Cell]:
    """Yield what a page is called, for who reads a table and knows no slugs."""
    yield "_title_nl", lambda value: str(value.title.nl)
    yield "_title_en", lambda value: str(value.title.en or value.title.nl)


def _beside(mark: object) -> Iterator[_Cell]:
    """Yield what is shown beside a value: the labels of a word, the days that a date can mean."""
    if isinstance(mark, Vocabulary):
        labels = {word.written: word.label for word in mark.words}
        yield "_nl", lambda value: labels[value].nl
        yield "_en", lambda value: labels[value].en
    elif isinstance(mark, Partial):
        # Excel makes 1 March of "2021-03"; these two stay right.
        yield "_earliest", lambda value: PartialDate.parse(value).earliest.isoformat()
        yield "_latest", lambda value: PartialDate.parse(value).latest.isoformat()


def _kind(annotation: Any) -> tuple[Any, list[object]]:
    """Return the type of a value that is there, and the marks on it."""
    if get_origin(annotation) is Annotated:
        kind, *marks = get_args(annotation)
        return kind, marks
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation) and len(parts) == 1:
        return _kind(parts[0])
    return annotation, []


_NAMES: dict[Any, Callable[[Any], str]] = {
    str: str,
    Reference: lambda value: str(value.slug),
    PageReference: lambda value: str(value.path),
}

"""How a record of the published data becomes the cells of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic.fields import FieldInfo

from ..dates import PartialDate
from ..field_types import field_type
from ..languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text
from ..parts import Record
from ..values import Vocabulary
from ..vocabulary import Word
from .kinds import Addresses, InLanguages, PageReference, Partial, Reference

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
        part = field_type(information).part
        for inner, about in part.model_fields.items() if part is not None else ():
            for suffix, write in _cells(about):
                full_name = f"{name}_{about.alias or inner}{suffix}"
                yield Column(full_name, name, _of_item(inner, write))


def words_of(information: FieldInfo) -> tuple[Word, ...]:
    """Return the words that a field can hold, where it has a vocabulary."""
    vocabulary = field_type(information).mark(Vocabulary)
    return tuple(vocabulary.words) if vocabulary is not None else ()


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
    kind = field_type(information)
    if kind.several:
        if (name := _NAMES.get(kind.base)) is not None:
            yield "", _joined(name)
            for mark in kind.marks:
                for suffix, write in _beside(mark):
                    yield suffix, _joined(write)
            if kind.base in (Reference, PageReference):
                for suffix, write in _titles():
                    yield suffix, _joined(write, TITLE_SEPARATOR)
    elif kind.base in (InLanguages, Addresses):
        for language in LANGUAGES:
            yield f"_{language}", partial(_in_language, language)
    elif kind.base is PageReference:
        yield "", lambda value: str(value.path)
        yield from _titles()
        for language in LANGUAGES:
            yield f"_url_{language}", partial(_url, language)
    elif kind.base is Reference:
        yield "", lambda value: str(value.slug)
        yield from _titles()
    elif kind.base is bool:
        yield "", lambda value: "true" if value else "false"
    else:
        yield "", str
        for mark in kind.marks:
            yield from _beside(mark)


def _joined(write: Callable[[Any], str], separator: str = LIST_SEPARATOR) -> Callable[[Any], str]:
    return lambda values: separator.join(map(write, values))


def _titles() -> Iterator[_Cell]:
    """Yield what a page is called, for who reads a table and knows no slugs."""
    for language in LANGUAGES:
        yield f"_title_{language}", partial(_title, language)


def _in_language(language: Language, value: Any) -> str:
    return getattr(value, language) or ""


def _url(language: Language, value: Any) -> str:
    return _in_language(language, value.url)


def _title(language: Language, value: Any) -> str:
    return _in_language(language, value.title) or _in_language(SOURCE_LANGUAGE, value.title)


def _beside(mark: object) -> Iterator[_Cell]:
    """Yield what is shown beside a value: the labels of a word, the days that a date can mean."""
    if isinstance(mark, Vocabulary):
        labels = {word.value: word.label for word in mark.words}
        for language in LANGUAGES:
            yield f"_{language}", partial(_label, labels, language)
    elif isinstance(mark, Partial):
        # Excel makes 1 March of "2021-03"; these two stay right.
        yield "_earliest", lambda value: PartialDate.parse(value).earliest.isoformat()
        yield "_latest", lambda value: PartialDate.parse(value).latest.isoformat()


def _label(labels: Mapping[str, Text], language: Language, value: Any) -> str:
    return labels[value].in_language(language)


_NAMES: dict[Any, Callable[[Any], str]] = {
    str: str,
    Reference: lambda value: str(value.slug),
    PageReference: lambda value: str(value.path),
}

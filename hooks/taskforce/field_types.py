"""What the type of a field says: one value or several, and of what sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .values import Choice
from .vocabulary import Word

_MarkT = TypeVar("_MarkT")


@dataclass(frozen=True)
class FieldType:
    """The type of a field.

    Attributes:
        base: The type of one value.
        marks: What `Annotated` says of one value, the nearest first.
        several: Whether the field holds a list of values.
        optional: Whether it may hold nothing.
    """

    base: Any
    marks: tuple[object, ...]
    several: bool = False
    optional: bool = False

    def mark(self, kind: type[_MarkT]) -> _MarkT | None:
        """Return the mark of a class that a value has, if it has one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    @property
    def part(self) -> type[BaseModel] | None:
        """The group of fields that a value is, or may be, if it is one."""
        options = map(_unmarked, get_args(self.base) or (self.base,))
        return next((item for item in options if _is_record(item)), None)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words to choose from; none where it has no vocabulary."""
        choice = self.mark(Choice)
        return tuple(choice.words) if choice is not None else ()


def field_type(information: FieldInfo) -> FieldType:
    """Return what the type of a field says."""
    annotation, marks, optional = _bare(information.annotation)
    if get_origin(annotation) is not tuple:
        return FieldType(annotation, (*marks, *information.metadata), optional=optional)
    item, of_item, _ = _bare(get_args(annotation)[0])
    return FieldType(item, of_item, several=True, optional=optional)


@cache
def written_fields(record: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields of a record, by the names that they have in a file."""
    return MappingProxyType(
        {
            information.alias or name: information
            for name, information in record.model_fields.items()
        }
    )


def _bare(annotation: Any) -> tuple[Any, tuple[object, ...], bool]:
    """Return a type without its marks and without None, its marks, and whether None was in it."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        bare, others, optional = _bare(inner)
        return bare, (*others, *marks), optional
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation) and len(parts) == 1:
        bare, marks_of, _ = _bare(parts[0])
        return bare, marks_of, True
    return annotation, (), False


def _unmarked(annotation: Any) -> Any:
    return _bare(annotation)[0]


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@cache
def field_types(record: type[BaseModel]) -> Mapping[str, FieldType]:
    """Return the types of the fields of a record, by the names of its attributes."""
    return MappingProxyType(
        {name: field_type(information) for name, information in record.model_fields.items()}
    )


def single_values(record: BaseModel) -> Iterator[tuple[str, FieldType, Any]]:
    """Yield each value that a record holds, those of its parts too, with its type.

    First comes the name of the field of the record itself that holds it.
    """
    for name, kind in field_types(type(record)).items():
        value = getattr(record, name)
        for item in value if kind.several else (value,):
            if isinstance(item, BaseModel):
                for _, inner, part in single_values(item):
                    yield name, inner, part
            elif item is not None:
                yield name, kind, item


def types_within(record: type[BaseModel]) -> Iterator[tuple[str, FieldType]]:
    """Yield the types of all that a record can hold, as `single_values` does for what it holds."""
    for name, kind in field_types(record).items():
        if kind.part is None:
            yield name, kind
        else:
            for _, inner in types_within(kind.part):
                yield name, inner

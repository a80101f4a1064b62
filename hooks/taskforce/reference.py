"""The model described for editors: every kind of page with its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from .catalogue import Catalogue
from .drafting.examples import example, example_page, known_in
from .drafting.skeleton import as_yaml
from .field_types import field_type, written_fields
from .kinds import KINDS
from .languages import SOURCE_LANGUAGE, Text
from .model import Page, PlainPage, Translation
from .parts import field_explanation, field_label
from .vocabulary import Word

_PAGES: tuple[type[Page], ...] = (*(kind.record for kind in KINDS), PlainPage)


@dataclass(frozen=True)
class FieldDescription:
    """One field, as editors meet it."""

    name: str
    label: Text
    explanation: Text
    required: bool
    words: tuple[Word, ...]


@dataclass(frozen=True)
class RecordDescription:
    """A kind of page, or a part of one, with its fields, and an example of it."""

    name: str
    kind: Text | None
    fields: tuple[FieldDescription, ...]
    example: str = ""


def page_descriptions(catalogue: Catalogue) -> tuple[RecordDescription, ...]:
    """Return the kinds of page that have a folder of their own, with examples for a site."""
    known = known_in(catalogue)
    return tuple(
        RecordDescription(
            kind.collection.folder,
            kind.collection.label,
            tuple(_fields(kind.record)),
            example_page(kind.record, known),
        )
        for kind in KINDS
    )


def plain_page_description() -> RecordDescription:
    """Return the fields of any other page."""
    return RecordDescription("", None, tuple(_fields(PlainPage)))


def translation_description() -> RecordDescription:
    """Return the fields of a page in another language."""
    return RecordDescription("", None, tuple(_fields(Translation)))


def part_descriptions(catalogue: Catalogue) -> tuple[RecordDescription, ...]:
    """Return the groups of fields within pages, by the field that holds them, with examples."""
    parts = {
        name: kind.part
        for record in _PAGES
        for name, information in written_fields(record).items()
        if (kind := field_type(information)).several and kind.part is not None
    }
    known = known_in(catalogue)
    return tuple(
        RecordDescription(
            name,
            None,
            tuple(_fields(record)),
            as_yaml({name: [example(record, known, SOURCE_LANGUAGE, whole=False)]}),
        )
        for name, record in parts.items()
    )


def _fields(record: type[BaseModel]) -> Iterator[FieldDescription]:
    # What every page has comes first, then what is this kind's own, each in the model's order.
    common, own = written_fields(Page), written_fields(record)
    for name in sorted(own, key=lambda name: name not in common):
        information = own[name]
        yield FieldDescription(
            name=name,
            label=field_label(information),
            explanation=field_explanation(information),
            required=information.is_required(),
            words=field_type(information).words,
        )

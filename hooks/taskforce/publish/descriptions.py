"""The published data described for readers: every file, and every field of every list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..catalogue import Catalogue, Entity
from ..field_types import field_type, written_fields
from ..labels import labels
from ..languages import Text
from ..markdown import link, relative_path
from ..model import Page
from ..parts import field_explanation, field_label
from ..vocabulary import Word
from . import records
from .cells import words_of
from .kinds import PageReference, Reference
from .site import (
    AUDIT,
    AUDIT_SCHEMA,
    CALENDAR,
    CATALOGUE,
    CATALOGUE_SCHEMA,
    FEED,
    FRONT_MATTER_SCHEMA,
    theme_feed,
)
from .tables import TABLES, Table


@dataclass(frozen=True)
class FileDescription:
    """A file that can be fetched."""

    path: str
    label: Text


@dataclass(frozen=True)
class FieldDescription:
    """A field of the published data, with the columns that it has in a table."""

    name: str
    label: Text
    explanation: Text
    columns: tuple[str, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True)
class ListDescription:
    """A list of the published data, or a group of fields within one."""

    name: str
    label: Text
    table: str | None
    fields: tuple[FieldDescription, ...]


def data_files(*, audited: bool) -> tuple[FileDescription, ...]:
    """Return the files with data.

    Args:
        audited: Whether there is a report of what was measured of the site.
    """
    lists = {description.name: description for description in data_lists()}
    return (
        FileDescription(CATALOGUE, labels()["data_all"]),
        *(
            FileDescription(
                table.path, labels()[table.label] if table.label else lists[table.name].label
            )
            for table in TABLES
        ),
        *((FileDescription(AUDIT, labels()["data_audit"]),) if audited else ()),
        FileDescription(CATALOGUE_SCHEMA, labels()["data_schema"]),
        FileDescription(FRONT_MATTER_SCHEMA, labels()["data_fields_schema"]),
        FileDescription(AUDIT_SCHEMA, labels()["data_audit_schema"]),
    )


def subscriptions(catalogue: Catalogue) -> tuple[FileDescription, ...]:
    """Return what a reader can subscribe to."""
    feeds = [FileDescription(FEED, labels()["feed_of_site"])]
    for theme in catalogue.themes.values():
        label = labels()["feed_of_theme"].format(theme=theme.title)
        feeds.append(FileDescription(theme_feed(theme.slug), label))
    return (*feeds, FileDescription(CALENDAR, labels()["calendar"]))


def to_file(path: str, page: Entity[Page], words: str) -> Markup:
    """Return a Markdown link to a published file, as a link on `page` writes it."""
    return link(words, relative_path(path, page.path))


def data_lists() -> tuple[ListDescription, ...]:
    """Return the lists of the published data."""
    tables = {table.name: table for table in TABLES if not table.label}
    return tuple(
        ListDescription(
            name,
            field_label(information),
            tables[name].path if name in tables else None,
            _fields(item, tables.get(name)),
        )
        for name, information in records.Catalogue.model_fields.items()
        if (item := _item(information)) is not None
    )


def data_head() -> ListDescription:
    """Return the fields that stand above the lists."""
    fields = tuple(
        _field(name, information, ())
        for name, information in written_fields(records.Catalogue).items()
        if _item(information) is None
    )
    return ListDescription("head", labels()["data_head"], None, fields)


def data_parts() -> tuple[ListDescription, ...]:
    """Return the groups of fields within lists that have no table of their own."""
    parts = {
        name: ListDescription(name, field_label(information), None, _fields(part))
        for of_list in map(_item, records.Catalogue.model_fields.values())
        if of_list is not None
        for name, information in of_list.model_fields.items()
        if (part := _item(information)) not in (None, Reference, PageReference)
    }
    return tuple(parts.values())


def _item(information: FieldInfo) -> type[BaseModel] | None:
    """Return what a list holds, or None for a field that is no list."""
    kind = field_type(information)
    return kind.part if kind.several else None


def _fields(record: type[BaseModel], table: Table | None = None) -> tuple[FieldDescription, ...]:
    columns: dict[str, list[str]] = {}
    for column in table.columns() if table is not None else ():
        columns.setdefault(column.field, []).append(column.name)
    return tuple(
        _field(name, information, columns.get(name, []))
        for name, information in written_fields(record).items()
    )


def _field(name: str, information: FieldInfo, columns: Iterable[str]) -> FieldDescription:
    return FieldDescription(
        name=name,
        label=field_label(information),
        explanation=field_explanation(information),
        columns=tuple(columns),
        words=words_of(information),
    )

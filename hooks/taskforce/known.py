"""What references may refer to: the pages of every collection, and the sources."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import date

from .documents import Document
from .former_addresses import claims
from .guessing import nearest_choice
from .languages import SOURCE_LANGUAGE
from .model import Page
from .naming import PageFile
from .nodes import (
    Entry,
    Mapping,
    Node,
    Position,
    Scalar,
    Sequence,
    items_in,
    scalar_in,
    text_in,
)
from .parts import Milestone, field_label
from .problems import Problem
from .publication import Opening, opening_of
from .rules import references
from .values import SLUG, Known
from .vocabulary import Collection, OrganisationKind, Overview

_SOURCES = "sources"

_SOURCE_FIELDS = {
    _SOURCES: field_label(Page.model_fields[_SOURCES]),
    "source": field_label(Milestone.model_fields["source"]),
}

_ID_LINE = re.compile(rf"\s*(?:-\s*)?\{{?\s*id\s*:?\s*[\"']?({SLUG.pattern})", re.IGNORECASE)

_REGISTER = "bronnen.md"
"""Where sources are described unless a page says that it has the overview of them."""


def known_from(
    files: Iterable[PageFile], misnamed: Iterable[PageFile], root: str, today: date | None
) -> tuple[Known, list[Problem]]:
    """Return what the Dutch pages describe, and the sources that are described twice.

    Args:
        files: The files with a right name.
        misnamed: The others: to refer to one of those is no second mistake.
        root: The name of the docs folder.
        today: The day of the check.
    """
    right = [file for file in files if file.language == SOURCE_LANGUAGE]
    wrong = [file for file in misnamed if file.language == SOURCE_LANGUAGE]
    every = [*right, *wrong]
    sources, problems = _sources(right)
    for file in wrong:
        sources |= {identifier.text for _, identifier in _source_ids(file.document)}
    for file in every:
        if file.document.problems or not file.document.readable:
            sources |= set(_ids_in_text(file.document))
    register = next((file for file in every if file.shows(Overview.SOURCES)), None)
    return (
        Known(
            slugs={
                collection: frozenset(file.slug for file in every if file.collection is collection)
                for collection in Collection
            },
            names={
                collection: {
                    name: file.slug
                    for file in every
                    if file.collection is collection
                    for name in _names(file)
                }
                for collection in Collection
            },
            municipalities=frozenset(
                file.slug
                for file in every
                if file.collection is Collection.ORGANISATIONS and _may_be_municipality(file)
            ),
            sources=frozenset(sources),
            addresses=dict(_sources_by("url", every)),
            titles=dict(_sources_by("title", every)),
            has_every_source=all(_has_every_source(file.document) for file in every),
            register=register.path_meant(root) if register else f"{root}/{_REGISTER}",
            openings={
                collection: {
                    file.slug: opening_of(file.document)
                    for file in right
                    if file.collection is collection
                }
                for collection in Collection
            },
            openings_of_sources=_openings_of_sources(right),
            today=today,
        ),
        problems,
    )


def titles_of(files: Iterable[PageFile]) -> dict[str, str]:
    """Return what pages are called, with their paths below docs/."""
    return {name: file.name for file in files for name in _names(file)}


def _may_be_municipality(file: PageFile) -> bool:
    """Return whether an organisation is a municipality; where its kind is wrong, it may be one."""
    kind = scalar_in(file.document.fields, "kind")
    others = {word.value for word in OrganisationKind} - {OrganisationKind.MUNICIPALITY.value}
    return kind is None or kind.text not in others


def _names(file: PageFile) -> Iterator[str]:
    """Yield what editors may call a page in place of its slug, its former ones too."""
    yield file.slug
    for field in ("title", "abbreviation"):
        if (name := scalar_in(file.document.fields, field)) is not None:
            yield name.text
    folder = posixpath.dirname(file.name)
    for claim in claims([file]):
        if posixpath.dirname(claim.name) == folder:
            yield posixpath.basename(claim.name)


def unsourced(file: PageFile, known: Known) -> Iterator[Problem]:
    """Yield the problem of a page that has facts and names no source for any of them."""
    document = file.document
    has_facts = file.collection is not None or "terms" in document.fields.by_name
    if has_facts and not document.unread and not _names_source(document.fields):
        entry = document.fields.by_name.get(_SOURCES)
        position = entry.value.position if entry is not None else Position(1, 1, 1, 4)
        yield document.problem(references.NO_SOURCE, _SOURCES, position, register=known.register)


def _names_source(node: Node) -> bool:
    """Return whether a source is named anywhere, or was meant to be."""
    fields = frozenset(_filled_fields(node))
    return not fields.isdisjoint(_SOURCE_FIELDS) or any(
        nearest_choice(field, _SOURCE_FIELDS, _SOURCE_FIELDS) is not None for field in fields
    )


def _filled_fields(node: Node) -> Iterator[str]:
    """Yield the names of the fields at any depth, but for lists without items."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _filled_fields(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if not isinstance(entry.value, Sequence) or entry.value.items:
                yield entry.key.text
            yield from _filled_fields(entry.value)


# --- sources --------------------------------------------------------------------------------


def _sources(files: Iterable[PageFile]) -> tuple[set[str], list[Problem]]:
    sources: dict[str, tuple[Document, Position]] = {}
    problems: list[Problem] = []
    for file in files:
        for index, identifier in _source_ids(file.document):
            here = file.document, identifier.position
            other, position = sources.setdefault(identifier.text, here)
            if (other, position) != here:
                problems.append(
                    file.document.problem(
                        references.DUPLICATE_SOURCE,
                        f"sources.{index + 1}.id",
                        identifier.position,
                        value=identifier.text,
                        other=other.path,
                        line=str(position.line),
                    )
                )
    return set(sources), problems


def _openings_of_sources(files: Iterable[PageFile]) -> dict[str, Opening]:
    """Return when each source comes on the site: with the first page that describes it."""
    openings: dict[str, Opening] = {}
    for file in files:
        opening = opening_of(file.document)
        for _, identifier in _source_ids(file.document):
            known = openings.setdefault(identifier.text, opening)
            openings[identifier.text] = min(known, opening, key=lambda item: item.day)
    return openings


def _source_ids(document: Document) -> Iterator[tuple[int, Scalar]]:
    """Yield the ids of the sources that a page describes, with their places in its list."""
    for index, source in enumerate(items_in(document.fields, _SOURCES)):
        if (identifier := scalar_in(source, "id")) is not None:
            yield index, identifier


def _sources_by(field: str, files: Iterable[PageFile]) -> Iterator[tuple[str, str]]:
    """Yield what a field says of each source that the pages describe, with the source's id."""
    for file in files:
        for source in items_in(file.document.fields, _SOURCES):
            value, identifier = scalar_in(source, field), scalar_in(source, "id")
            if value is not None and identifier is not None:
                yield value.text, identifier.text


def _ids_in_text(document: Document) -> Iterator[str]:
    """Yield what looks like an id in a file of which some fields may not have been read."""
    for line in document.lines:
        if match := _ID_LINE.match(line):
            yield match[1]


def _has_every_source(document: Document) -> bool:
    """Return whether the ids of all sources that a page may describe are known.

    Where one is not, nobody can say of an unknown id that no source has it.
    """
    return (
        document.readable
        and all(
            isinstance(source, Scalar) or SLUG.fullmatch(text_in(source, "id"))
            for source in items_in(document.fields, _SOURCES)
        )
        and not any(_is_misnamed_list(entry) for entry in document.fields.entries)
    )


def _is_misnamed_list(entry: Entry) -> bool:
    """Return whether a field with another name looks like a list of sources."""
    value = entry.value
    return (
        entry.key.text != _SOURCES
        and isinstance(value, Sequence)
        and any(
            isinstance(item, Mapping) and {"id", "url"} <= set(item.by_name) for item in value.items
        )
    )

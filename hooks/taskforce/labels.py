"""The words that the site itself adds to a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, TypeAdapter

from .field_types import field_type
from .kinds import KINDS
from .languages import Text, sentence_case
from .model import Page
from .own_yaml import own_yaml
from .parts import field_label
from .vocabulary import Collection


@cache
def labels() -> Mapping[str, Text]:
    """Return every label by name.

    A kind of page is called what the vocabulary calls it, and a field what the model calls it:
    `page.title`, `deliverables.kind`, `deliverables.standing.progress`.

    Raises:
        pydantic.ValidationError: a label lacks a language.
    """
    path = Path(__file__).with_name("labels.yml")
    read = own_yaml(path)
    own = TypeAdapter(dict[str, Text]).validate_python(read)
    return MappingProxyType(own | _of_kinds() | dict(_of_fields(Page, "page")))


def _of_kinds() -> dict[str, Text]:
    """Return what a kind of page is called above one page and above several."""
    found = {}
    for collection in Collection:
        several = collection.name.lower()
        found[several.removesuffix("s")] = _heading(collection.label)
        found[several] = _heading(collection.several)
    for kind in KINDS:
        found |= dict(_of_fields(kind.record, kind.name))
    return found


def _of_fields(record: type[BaseModel], name: str) -> Iterator[tuple[str, Text]]:
    for field, information in record.model_fields.items():
        inner = f"{name}.{field}"
        yield inner, field_label(information)
        if part := field_type(information).part:
            yield from _of_fields(part, inner)


def _heading(words: Text) -> Text:
    return Text(nl=sentence_case(words.nl), en=sentence_case(words.en))

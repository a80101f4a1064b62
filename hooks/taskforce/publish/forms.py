"""What a field of the model is in the published data: that follows from its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from .. import parts
from ..field_types import FieldType, field_type
from ..languages import LANGUAGES, Text
from ..parts import Localised, Record, described
from ..values import Choice, DateOf, PublishedAs, SlugOf, Vocabulary, WebAddress
from ..vocabulary import Collection
from .kinds import Address, InLanguages, PartialDay, Reference, WholeDay, like

_PLAIN = (str, int, float, bool)
"""Types that are the same in the data as in the model."""


class Pages(Protocol):
    """Knows the pages that a slug can name."""

    def named(self, collection: Collection, slug: str) -> Reference:
        """Return a page as other data name it."""


@dataclass(frozen=True)
class Form:
    """What a field is in the published data: its type there, and how its value is made."""

    type: Any
    convert: Callable[[Any, Pages], Any]


class Ask(Record):
    """What is asked of central government."""

    text: InLanguages = described(
        "Wat er wordt gevraagd.", "What is asked.", label=("Vraag", "Question")
    )
    source: str = like(parts.Ask.model_fields["source"])


def form(information: FieldInfo) -> Form:
    """Return what a field is in the published data.

    Raises:
        TypeError: Nothing says what a field of its type is there.
    """
    kind = field_type(information)
    one = _form_of_one(kind)
    if kind.several:
        return Form(
            tuple[one.type, ...],  # type: ignore[name-defined]
            lambda values, pages: tuple(one.convert(value, pages) for value in values),
        )
    if kind.optional and kind.base != Literal[True]:
        return Form(
            one.type | None,
            lambda value, pages: None if value is None else one.convert(value, pages),
        )
    return one


def _form_of_one(kind: FieldType) -> Form:
    """Return what one value is, there being one."""
    if named := kind.mark(SlugOf):
        collection = named.collection
        return Form(Reference, lambda slug, pages: pages.named(collection, slug))
    if choice := kind.mark(Choice):
        return Form(Annotated[str, Vocabulary(choice.words)], lambda word, _: word.value)
    if dated := kind.mark(DateOf):
        return Form(WholeDay if dated.whole_day else PartialDay, lambda date, _: str(date))
    if kind.mark(WebAddress):
        return Form(Address, lambda url, _: url)
    if kind.base is Localised:
        return Form(InLanguages, lambda text, _: in_languages(text))
    if kind.base is parts.Ask:
        return Form(Ask, lambda ask, _: Ask(text=in_languages(ask), source=ask.source))
    if kind.base == Literal[True]:
        return Form(bool, lambda value, _: value is True)
    if kind.part is not None and kind.part is kind.base:
        published = part_type(kind.part)
        return Form(published, lambda part, pages: published(**published_values(part, pages)))
    if kind.base in _PLAIN:
        return Form(kind.base, lambda value, _: value)
    raise TypeError(f"what is this in the published data? {kind}")


@dataclass(frozen=True)
class PublishedField:
    """A field as it is published.

    Attributes:
        name: That of the field in the model.
        attribute: That in the type of the published data.
        form: What it is there.
        information: What the model says of it.
    """

    name: str
    attribute: str
    form: Form
    information: FieldInfo


@cache
def _fields(record: type[BaseModel], without: type[BaseModel]) -> tuple[PublishedField, ...]:
    """Return the fields of a record as they are published, in order."""
    fields = []
    for name, information in record.model_fields.items():
        if name not in without.model_fields:
            renamed = field_type(information).mark(PublishedAs)
            attribute = renamed.name if renamed else name
            fields.append(PublishedField(name, attribute, form(information), information))
    return tuple(fields)


@cache
def part_type(record: type[BaseModel]) -> Any:
    """Return what a group of fields is in the published data; the same type every time."""
    return record_type(record)


def record_type(
    record: type[BaseModel],
    base: type[Record] = Record,
    *,
    without: type[BaseModel] = BaseModel,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Any:
    """Return a type with the fields of a record, as they are published.

    Args:
        record: The record of the model.
        base: The type with the fields that come first, which it shares with others.
        without: The type in the model that has those.
        before: Other fields that come before its own, each as a type and a field.
        after: Those that come after.
    """
    own = {
        field.attribute: (field.form.type, like(field.information))
        for field in _fields(record, without)
    }
    fields: dict[str, Any] = {**(before or {}), **own, **(after or {})}
    return create_model(record.__name__, __base__=base, __doc__=record.__doc__, **fields)


def published_values(
    record: BaseModel, pages: Pages, *, without: type[BaseModel] = BaseModel
) -> dict[str, Any]:
    """Return the values of a record as they are published, by their names there."""
    return {
        field.information.alias or field.attribute: field.form.convert(
            getattr(record, field.name), pages
        )
        for field in _fields(type(record), without)
    }


def in_languages(text: Text | Localised) -> InLanguages:
    """Return a text as it is published: every language, null where it is not in one."""
    texts = text.by_language if isinstance(text, Text) else text.model_dump()
    return InLanguages(**{language: texts.get(language) for language in LANGUAGES})

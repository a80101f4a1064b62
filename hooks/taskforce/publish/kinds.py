"""Kinds of value in the published data, and fields that say what they are."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from pydantic.fields import FieldInfo

from ..dates import EDTF
from ..languages import SOURCE_LANGUAGE, Language, Text, language_name
from ..parts import (
    IN_LANGUAGE,
    Record,
    described,
    described_as,
    field_explanation,
    field_label,
    for_each_language,
)


class Partial:
    """Marks a date that may be a month or a year."""


PartialDay = Annotated[str, Partial(), Field(pattern=EDTF)]
WholeDay = Annotated[str, Field(json_schema_extra={"format": "date"})]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


_PAGE_IN_LANGUAGE = Text(nl="Van de pagina in het {language}.", en="Of the page in {language}.")


def _text(language: Language) -> tuple[Any, Any]:
    explanation = IN_LANGUAGE.format(language=language_name(language))
    type_ = str if language == SOURCE_LANGUAGE else str | None
    return type_, described_as(explanation, language_name(language))


def _address(language: Language) -> tuple[Any, Any]:
    explanation = _PAGE_IN_LANGUAGE.format(language=language_name(language))
    type_ = Address if language == SOURCE_LANGUAGE else Address | None
    return type_, described_as(explanation, Text.same(language))


class InLanguages(for_each_language(_text)):  # type: ignore[misc]
    """A text in every language; null where the page has not been translated into it."""


class Addresses(for_each_language(_address)):  # type: ignore[misc]
    """The address of a page in every language; null where there is no translation."""


class Reference(Record):
    """Another record, by its slug, its title and its page."""

    slug: str = described("De naam.", "The name.", label=("Naam", "Name"))
    title: InLanguages = described("De titel.", "The title.", label=("Titel", "Title"))
    url: Addresses = described("De pagina.", "The page.", label=("Pagina", "Page"))


class PageReference(Record):
    """A page of any kind."""

    path: str = described("De map en de naam.", "The folder and the name.", label=("Pad", "Path"))
    title: InLanguages = described("De titel.", "The title.", label=("Titel", "Title"))
    url: Addresses = described("De pagina.", "The page.", label=("Pagina", "Page"))


def like(information: FieldInfo) -> Any:
    """Return a field with the label, explanation and alias that the editors' model gives it."""
    alias = {"alias": information.alias} if information.alias else {}
    return described_as(field_explanation(information), field_label(information), **alias)

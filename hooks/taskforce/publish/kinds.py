"""Kinds of value in the published data, and fields that say what they are."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from ..parts import Record, described, field_explanation, field_label
from ..vocabulary import Word

EDTF = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A year, a month or a day (Extended Date/Time Format, level 0; ISO 8601-1)."""


class Vocabulary:
    """Marks a text that is a word of a vocabulary, and describes that in the schema."""

    def __init__(self, words: type[Word]) -> None:
        self.words = words

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": [word.written for word in self.words],
            "x-labels": {word.written: word.label.model_dump() for word in self.words},
        }


class Partial:
    """Marks a date that may be a month or a year."""


PartialDay = Annotated[str, Partial(), Field(pattern=EDTF)]
WholeDay = Annotated[str, Field(json_schema_extra={"format": "date"})]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class InLanguages(Record):
    """A text in Dutch and English; English is null where the page has not been translated."""

    nl: str = described("In het Nederlands.", "In Dutch.", label=("Nederlands", "Dutch"))
    en: str | None = described("In het Engels.", "In English.", label=("Engels", "English"))


class Addresses(Record):
    """The address of a page in Dutch and English; null where there is no translation."""

    nl: Address = described("Van de Nederlandse pagina.", "Of the Dutch page.", label=("nl", "nl"))
    en: Address | None = described(
        "Van de Engelse pagina.", "Of the English page.", label=("en", "en")
    )


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
    label, explanation = field_label(information), field_explanation(information)
    alias = {"alias": information.alias} if information.alias else {}
    return described(explanation.nl, explanation.en, label=(label.nl, label.en), **alias)

"""What the fields of a page could hold: for a comment, a form, the guide."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..field_types import FieldType
from ..languages import Language, Text
from ..parts import Localised, Source, field_explanation
from ..values import DateOf, IdOfSource, Known, SlugOf, WebAddress
from .answers import Typed, Values
from .questions import written_fields

_PAGE, _SOURCE = "naam-van-de-pagina", "naam-van-de-bron"
"""Stand where no page or source is there yet that could be named."""


def example(
    record: type[BaseModel], known: Known, language: Language, *, whole: bool = True
) -> Values:
    """Return an example of what a record holds: names that there are, and words of the model.

    Args:
        record: A kind of page, or a part of one.
        known: The pages and sources that there are.
        language: That of its texts.
        whole: Whether fields that can be left out are in it.
    """
    alternatives: tuple[str, ...] = getattr(record, "one_of", ())
    held: Values = {}
    for field, information, kind in written_fields(record):
        if whole or information.is_required() or field in alternatives[:1]:
            one = _one(record, field, information, kind, known, language)
            held[field] = [one] if kind.several else one
    return held


def _one(
    record: type[BaseModel],
    field: str,
    information: FieldInfo,
    kind: FieldType,
    known: Known,
    language: Language,
) -> object:
    if kind.part is Localised:
        text = example_text(record, field, information)
        return dict(text.by_language)
    if kind.part is not None and kind.part is kind.base:
        return example(kind.part, known, language, whole=False)
    if kind.words:
        return kind.words[0].written
    if named := kind.mark(SlugOf):
        slugs = known.municipalities if named.municipality else known.slugs.get(named.collection)
        return _first(slugs or (), _PAGE)
    if kind.part is Source or kind.mark(IdOfSource) is not None:
        return _first(known.sources, _SOURCE)
    if kind.mark(DateOf):
        return Typed("2023-11-15")
    if kind.mark(WebAddress):
        return "https://www.voorbeeld.nl/pagina"
    if kind.base in (bool, Literal[True]):
        return Typed("true")
    if kind.base in (int, float):
        return Typed("1")
    return example_text(record, field, information).within(language)


def _first(names: Collection[str], otherwise: str) -> str:
    return min(names, default=otherwise)


def example_text(record: type[BaseModel], field: str, information: FieldInfo) -> Text:
    """Return the example that a record gives of a text, or else what it says of that text."""
    examples: Mapping[str, Text] = getattr(record, "examples", {})
    return examples.get(field) or field_explanation(information)

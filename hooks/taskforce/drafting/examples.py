"""What the fields of a page could hold: for a comment, a form, the guide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..catalogue import Catalogue
from ..field_types import FieldType
from ..languages import SOURCE_LANGUAGE, Language, Text
from ..parts import Localised, Record, Source, field_explanation
from ..values import DateOf, IdOfSource, Known, SlugOf, WebAddress
from ..vocabulary import Collection, OrganisationKind
from .answers import Typed, Values
from .questions import ordered_fields, questions
from .skeleton import as_yaml, page

_PAGE, _SOURCE = "naam-van-de-pagina", "naam-van-de-bron"
"""Stand where no page or source is there yet that could be named."""

_BODY = Text(
    nl="Hier staat de tekst van de pagina, met de bron bij de zin waar zij bij hoort.",
    en="Here goes the text of the page, with its source at the end of the sentence.",
)


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
    values: Values = {}
    for field, information, kind in ordered_fields(record):
        if whole or information.is_required() or field in alternatives[:1]:
            one = _one(record, field, information, kind, known, language)
            values[field] = [one] if kind.several else one
    return values


def example_page(record: type[Record], known: Known) -> str:
    """Return the text of a small page, with what a page of its kind cannot do without."""
    needed = {
        question.name.partition(".")[0]
        for question in questions(record)
        if question.required and not question.group
    }
    values = example(record, known, SOURCE_LANGUAGE)
    source = _first(known.sources, _SOURCE)
    return page(
        as_yaml({field: value for field, value in values.items() if field in needed}),
        f"{_BODY.in_language(SOURCE_LANGUAGE)}[^{source}]",
    )


def known_in(catalogue: Catalogue) -> Known:
    """Return the pages and sources of a catalogue, as names for an example."""
    return Known(
        slugs={collection: frozenset(catalogue.of(collection)) for collection in Collection},
        municipalities=frozenset(
            slug
            for slug, page in catalogue.organisations.items()
            if page.record.kind is OrganisationKind.MUNICIPALITY
        ),
        sources=frozenset(catalogue.sources),
    )


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
        named = getattr(record, "examples", {}).get(field)
        return named.nl if named else kind.words[0].value
    if target := kind.mark(SlugOf):
        slugs = known.municipalities if target.municipality else known.slugs.get(target.collection)
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
    return example_text(record, field, information).in_language(language)


def _first(names: Iterable[str], otherwise: str) -> str:
    return min(names, default=otherwise)


def example_text(record: type[BaseModel], field: str, information: FieldInfo) -> Text:
    """Return the example that a record gives of a text, or else what it says of that text."""
    examples: Mapping[str, Text] = getattr(record, "examples", {})
    return examples.get(field) or field_explanation(information)

"""The kinds of value that fields hold, each with its check and its place in the JSON Schema.

A value arrives as the text that stands in the file (`nodes.value_of`); a check returns the value or
raises an error whose type is the id of a rule.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from collections.abc import Collection as Choices
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any, cast
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, TypeAdapter, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .dates import ImpossibleDateError, NotADateError, PartialDate
from .languages import Text, sort_key
from .nodes import Untyped
from .problems import Rule
from .rules import fields as rules
from .rules import references
from .vocabulary import Collection, Word

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What a slug or an id looks like."""

_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.ASCII)
"""Names that Windows keeps for devices, whatever follows the dot.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_TEXT = 80, 200, 400

_MEANINGS = {
    "bool": Text(nl="ja of nee (waar of onwaar)", en="yes or no (true or false)"),
    "int": Text(nl="een getal", en="a number"),
    "float": Text(nl="een getal", en="a number"),
    "null": Text(nl="niets", en="nothing"),
    "timestamp": Text(nl="een datum", en="a date"),
    "merge": Text(nl="een YAML-code", en="a YAML code"),
    "value": Text(nl="een YAML-code", en="a YAML code"),
}


@dataclass(frozen=True)
class Known:
    """What references may refer to: the slugs of every collection, and the sources."""

    slugs: Mapping[Collection, frozenset[str]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()


def broken(rule: Rule, **values: str | Text) -> PydanticCustomError:
    """Return the validation error that says that `rule` is broken, with its values."""
    return PydanticCustomError(rule.id, "{rule}", {"rule": rule.id, "values": values})


def nearest_choice(
    value: str, choices: Choices[str], labels: Mapping[str, Text] = MappingProxyType({})
) -> str | None:
    """Return the right value that `value` looks most like, if it looks like any (see `nearest`)."""
    words = {
        word.casefold(): choice for choice, label in labels.items() for word in (label.nl, label.en)
    } | {choice: choice for choice in choices}
    near = difflib.get_close_matches(value.casefold(), words, n=1, cutoff=0.6)
    return words[near[0]] if near else None


def nearest(
    value: str, choices: Choices[str], labels: Mapping[str, Text] = MappingProxyType({})
) -> Text:
    """Return the remedy: the nearest right value, or all of them where none is near.

    `labels` gives what readers see for a choice, which an editor may have written in its place.
    """
    if (right := nearest_choice(value, choices, labels)) is not None:
        return Text(nl=f"bedoelde je ‘{right}’?", en=f"did you mean ‘{right}’?")
    listed = ", ".join([*choices][:20]) + (", …" if len(choices) > 20 else "")
    if not listed:
        return Text(nl="maak die eerst", en="make it first")
    return Text(nl=f"kies uit: {listed}", en=f"choose from: {listed}")


def as_slug(value: str) -> str:
    """Return the slug nearest to `value`."""
    return "-".join(re.findall(r"[a-z0-9]+", sort_key(value)[0])) or "naam"


def is_file_name(value: str) -> bool:
    """Tell whether a file or folder can be called so on every computer, and in a web address."""
    return bool(SLUG.fullmatch(value)) and not _DEVICE.fullmatch(value)


def as_file_name(value: str) -> str:
    """Return the name nearest to `value` for which `is_file_name` holds."""
    slug = as_slug(value)
    return slug if is_file_name(slug) else f"{slug}-1"


# --- kinds of value -------------------------------------------------------------------------


def _not_text(value: Untyped) -> PydanticCustomError:
    meaning = _MEANINGS[value.tag.rsplit(":", 1)[-1]]
    return broken(rules.NOT_TEXT, value=str(value), meaning=meaning)


def text_of(limit: int) -> Callable[[object], object]:
    """Return a check for text of at most `limit` characters, on one line."""

    def check(value: object) -> object:
        if isinstance(value, Untyped):
            raise _not_text(value)
        if not isinstance(value, str):
            return value
        text = " ".join(value.split())
        if len(text) > limit:
            raise broken(rules.TEXT_LENGTH, length=str(len(text)), limit=str(limit))
        return text

    return check


def _slug(value: object) -> object:
    if isinstance(value, str):
        if not SLUG.fullmatch(value):
            name = value.rsplit("/", 1)[-1].removesuffix(".md")
            raise broken(rules.BAD_IDENTIFIER, value=value, instead=as_slug(name))
        if isinstance(value, Untyped):
            raise _not_text(value)
    return value


def _url(value: object) -> object:
    if not isinstance(value, str):
        return value
    if rule := url_rule(value):
        raise broken(rule, value=value, instead="https" + value.strip()[4:])
    return str(value)


def url_rule(value: str) -> Rule | None:
    """Return the rule that an address outside the site breaks, if any (RFC 3986)."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return rules.BAD_URL
    usable = (
        host is not None
        and re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}", host) is not None
        and parts.username is None
        and re.search(r"[\s<>\"'`{}|\\^]", value) is None
        and value.isprintable()
    )
    if usable and parts.scheme == "http":
        return rules.HTTP_URL
    return None if usable and parts.scheme == "https" else rules.BAD_URL


class Choice:
    """Reads a word of a vocabulary, and describes the vocabulary in the schema."""

    def __init__(self, words: type[Word]) -> None:
        self.words = words

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": [word.written for word in self.words],
            "x-labels": {word.written: word.label.model_dump() for word in self.words},
        }

    def _read(self, value: object) -> Word:
        if isinstance(value, self.words):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        for word in self.words:
            if word.written == value:
                return word
        labels = {word.written: word.label for word in self.words}
        raise broken(rules.UNKNOWN_WORD, value=value, instead=nearest(value, labels, labels))


class _Date:
    """Reads a partial date, and describes it in the schema."""

    def __init__(self, *, whole_day: bool = False) -> None:
        self.whole_day = whole_day

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._read, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        pattern = r"^\d{4}-\d{2}-\d{2}$" if self.whole_day else r"^\d{4}(-\d{2}(-\d{2})?)?$"
        return {"type": "string", "pattern": pattern}

    def _read(self, value: object) -> PartialDate:
        if isinstance(value, PartialDate):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        example = "2021-03-14" if self.whole_day else "2021, 2021-03, 2021-03-14"
        try:
            date = PartialDate.parse(value)
        except ImpossibleDateError:
            raise broken(rules.IMPOSSIBLE_DATE, value=value) from None
        except NotADateError as error:
            instead = error.suggestion or example
            raise broken(rules.DATE_FORM, value=value, instead=instead) from None
        if self.whole_day and date.day is None:
            raise broken(rules.DATE_FORM, value=value, instead=example)
        return date


class _Reference:
    """Checks that a slug names a page of a collection."""

    def __init__(self, collection: Collection, *, municipality: bool = False) -> None:
        self.collection = collection
        self.municipality = municipality

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            self._check, TypeAdapter(Annotated[str, BeforeValidator(_slug)]).core_schema
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": f"^{SLUG.pattern}$",
            "x-reference": self.collection.folder,
        }

    def _check(self, value: str, info: ValidationInfo) -> str:
        known = cast("Known | None", info.context)
        if known is None:
            return value
        right = known.slugs.get(self.collection, frozenset())
        kind = self.collection.label
        if self.municipality:
            right = known.municipalities
            kind = Text(nl="gemeente", en="municipality")
        if value in right:
            return value
        instead = nearest(value, sorted(right))
        for collection, slugs in known.slugs.items():
            if value in slugs:
                raise broken(
                    references.WRONG_KIND,
                    value=value,
                    kind=kind,
                    found=collection.label,
                    instead=instead,
                )
        raise broken(references.UNKNOWN_SLUG, value=value, kind=kind, instead=instead)


def _known_source(value: str, info: ValidationInfo) -> str:
    known = cast("Known | None", info.context)
    if known is not None and value not in known.sources:
        instead = nearest(value, sorted(known.sources))
        raise broken(references.UNKNOWN_SOURCE, value=value, instead=instead)
    return value


class _SourceReference:
    """Checks that an id names a source."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            _known_source, TypeAdapter(Annotated[str, BeforeValidator(_slug)]).core_schema
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG.pattern}$", "x-reference": "sources"}


def unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the slugs, ids or records as they are; raise where one stands twice."""
    seen: set[str] = set()
    for value in values:
        name: str = value if isinstance(value, str) else value.id
        if name in seen:
            raise broken(references.REPEATED_REFERENCE, value=name)
        seen.add(name)
    return values


Title = Annotated[str, BeforeValidator(text_of(LONGEST_TITLE)), Field(max_length=LONGEST_TITLE)]
Summary = Annotated[
    str, BeforeValidator(text_of(LONGEST_SUMMARY)), Field(max_length=LONGEST_SUMMARY)
]
Line = Annotated[str, BeforeValidator(text_of(LONGEST_TEXT)), Field(max_length=LONGEST_TEXT)]
Identifier = Annotated[str, BeforeValidator(_slug), Field(pattern=f"^{SLUG.pattern}$")]
Url = Annotated[
    str, BeforeValidator(_url), Field(pattern="^https://", json_schema_extra={"format": "uri"})
]
Day = Annotated[PartialDate, _Date(whole_day=True)]
Date = Annotated[PartialDate, _Date()]
ThemeSlug = Annotated[str, _Reference(Collection.THEMES)]
OrganisationSlug = Annotated[str, _Reference(Collection.ORGANISATIONS)]
MunicipalitySlug = Annotated[str, _Reference(Collection.ORGANISATIONS, municipality=True)]
SourceId = Annotated[str, _SourceReference()]

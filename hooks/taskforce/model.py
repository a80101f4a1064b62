"""What a page is: every field described once, for the check, the schema and the editors' guide.

Values arrive as the texts that stand in the file (`nodes.value_of`); validation turns them into
values or into errors whose type is the id of a rule.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Self, TypeVar, cast
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    TypeAdapter,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .dates import ImpossibleDateError, NotADateError, PartialDate
from .languages import Text, sort_key
from .nodes import Untyped
from .problems import Rule
from .rules import fields as rules
from .rules import references
from .vocabulary import (
    Collection,
    DeliverableKind,
    DocumentLanguage,
    LinkFormat,
    OrganisationKind,
    Overview,
    Progress,
    Word,
)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What a slug or an id looks like."""

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
    return PydanticCustomError(rule.id, "{rule}", {"rule": rule.id, "values": values})  # type: ignore[arg-type]


def nearest(value: str, choices: list[str]) -> Text:
    """Return the remedy: the nearest right values, or all of them where none is near."""
    near = difflib.get_close_matches(value.lower(), choices, n=1, cutoff=0.6)
    if near:
        return Text(nl=f"bedoelde je ‘{near[0]}’?", en=f"did you mean ‘{near[0]}’?")
    listed = ", ".join(choices[:20]) + (", …" if len(choices) > 20 else "")
    if not listed:
        return Text(nl="maak die eerst", en="make it first")
    return Text(nl=f"kies uit: {listed}", en=f"choose from: {listed}")


def as_slug(value: str) -> str:
    """Return the slug nearest to `value`."""
    return "-".join(re.findall(r"[a-z0-9]+", sort_key(value)[0])) or "naam"


# --- kinds of value -------------------------------------------------------------------------


def _text_of(limit: int) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, Untyped):
            meaning = _MEANINGS[value.tag.rsplit(":", 1)[-1]]
            raise broken(rules.NOT_TEXT, value=str(value), meaning=meaning)
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
            raise broken(rules.BAD_IDENTIFIER, value=value, instead=as_slug(value))
        return str(value)
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


_WordT = TypeVar("_WordT", bound=Word)


class _Choice:
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
        choices = [word.written for word in self.words]
        labels = {
            label.casefold(): word.written
            for word in self.words
            for label in (word.label.nl, word.label.en)
        }
        if value.casefold() in labels:
            instead = nearest(labels[value.casefold()], choices)
        else:
            instead = nearest(value, choices)
        raise broken(rules.UNKNOWN_WORD, value=value, instead=instead)


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


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[str] = set()
    for value in values:
        name: str = value if isinstance(value, str) else value.id
        if name in seen:
            raise broken(references.REPEATED_REFERENCE, value=name)
        seen.add(name)
    return values


Title = Annotated[str, BeforeValidator(_text_of(LONGEST_TITLE)), Field(max_length=LONGEST_TITLE)]
Summary = Annotated[
    str, BeforeValidator(_text_of(LONGEST_SUMMARY)), Field(max_length=LONGEST_SUMMARY)
]
Line = Annotated[str, BeforeValidator(_text_of(LONGEST_TEXT)), Field(max_length=LONGEST_TEXT)]
Identifier = Annotated[str, BeforeValidator(_slug), Field(pattern=f"^{SLUG.pattern}$")]
Url = Annotated[str, BeforeValidator(_url), Field(pattern="^https://", json_schema_extra={"format": "uri"})]
Day = Annotated[PartialDate, _Date(whole_day=True)]
Date = Annotated[PartialDate, _Date()]
ThemeSlug = Annotated[str, _Reference(Collection.THEMES)]
OrganisationSlug = Annotated[str, _Reference(Collection.ORGANISATIONS)]
MunicipalitySlug = Annotated[str, _Reference(Collection.ORGANISATIONS, municipality=True)]
SourceId = Annotated[str, _SourceReference()]


def described(nl: str, en: str, *, label: tuple[str, str], **options: Any) -> Any:
    """Return a field with its label and explanation in every language."""
    return Field(
        title=label[1],
        description=en,
        json_schema_extra={"x-nl": {"title": label[0], "description": nl}},
        **options,
    )


def field_label(information: FieldInfo) -> Text:
    """Return the label that `described` gave to a field."""
    dutch = cast("dict[str, Any]", information.json_schema_extra or {}).get("x-nl", {})
    english = information.title or ""
    return Text(nl=dutch.get("title", english), en=english)


def field_explanation(information: FieldInfo) -> Text:
    """Return the explanation that `described` gave to a field."""
    dutch = cast("dict[str, Any]", information.json_schema_extra or {}).get("x-nl", {})
    english = information.description or ""
    return Text(nl=dutch.get("description", english), en=english)


class Record(BaseModel):
    """A group of fields; unknown ones are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


# --- parts of pages -------------------------------------------------------------------------


class Localised(Record):
    """A short text in Dutch and English."""

    nl: Line = described("In het Nederlands.", "In Dutch.", label=("Nederlands", "Dutch"))
    en: Line = described("In het Engels.", "In English.", label=("Engels", "English"))

    @property
    def text(self) -> Text:
        """The same as a `Text`."""
        return Text(nl=self.nl, en=self.en)


class Source(Record):
    """Where a fact comes from."""

    id: Identifier = described(
        "Korte naam waarmee andere pagina's deze bron noemen.",
        "Short name by which other pages name this source.",
        label=("Id", "Id"),
    )
    title: Annotated[str, BeforeValidator(_text_of(LONGEST_TEXT))] = described(
        "De titel zoals de bron die zelf geeft.",
        "The title as the source itself gives it.",
        label=("Titel", "Title"),
    )
    publisher: Line = described(
        "Wie de bron uitgeeft.", "Who publishes the source.", label=("Uitgever", "Publisher")
    )
    url: Url = described(
        "Het webadres, met https.", "The web address, with https.", label=("Adres", "Address")
    )
    seen: Day = described(
        "De dag waarop de bron is bekeken.",
        "The day on which the source was looked at.",
        label=("Bekeken op", "Seen on"),
    )
    published: Date | None = described(
        "Wanneer de bron verscheen, zo precies als bekend.",
        "When the source appeared, as precise as is known.",
        label=("Verschenen", "Published"),
        default=None,
    )
    language: Annotated[DocumentLanguage, _Choice(DocumentLanguage)] = described(
        "De taal van de bron.",
        "The language of the source.",
        label=("Taal", "Language"),
        default=DocumentLanguage.NL,
    )


NAMED, WRITTEN_OUT = "<id>", "<source>"
"""How validation marks which of the two forms of a source it read."""

SourceOrId = Annotated[
    Annotated[Source, Tag(WRITTEN_OUT)] | Annotated[SourceId, Tag(NAMED)],
    Discriminator(lambda value: NAMED if isinstance(value, str) else WRITTEN_OUT),
]


class Milestone(Record):
    """Something that happened, with its source."""

    date: Date = described(
        "Wanneer, zo precies als bekend.",
        "When, as precise as is known.",
        label=("Datum", "Date"),
    )
    text: Localised = described(
        "Wat er gebeurde, in één korte zin.",
        "What happened, in one short sentence.",
        label=("Gebeurtenis", "Event"),
    )
    source: SourceId = described(
        "De id van de bron.", "The id of the source.", label=("Bron", "Source")
    )
    probable: bool = described(
        "`true` als het waarschijnlijk is en geen bron het zelf zegt.",
        "`true` when it is probable and no source says so itself.",
        label=("Waarschijnlijk", "Probable"),
        default=False,
    )


class Link(Record):
    """Where to read or download the thing itself."""

    url: Url = described(
        "Het webadres, met https.", "The web address, with https.", label=("Adres", "Address")
    )
    title: Line = described(
        "De titel van het document.", "The document's title.", label=("Titel", "Title")
    )
    format: Annotated[LinkFormat, _Choice(LinkFormat)] = described(
        "De vorm van het document.", "The document's form.", label=("Vorm", "Format")
    )
    language: Annotated[DocumentLanguage, _Choice(DocumentLanguage)] = described(
        "De taal van het document.", "The document's language.", label=("Taal", "Language")
    )
    megabytes: float | None = described(
        "De grootte in megabyte.",
        "The size in megabytes.",
        label=("Grootte (MB)", "Size (MB)"),
        default=None,
        gt=0,
    )


class Ask(Localised):
    """What is asked of the State."""

    source: SourceId = described(
        "De id van de bron.", "The id of the source.", label=("Bron", "Source")
    )


class Term(Record):
    """A word that the glossary explains."""

    id: Identifier = described(
        "Korte naam, voor het webadres.",
        "Short name, for the web address.",
        label=("Id", "Id"),
    )
    term: Localised = described("Het begrip.", "The term.", label=("Begrip", "Term"))
    definition: Localised = described(
        "De uitleg, in een of twee zinnen.",
        "The explanation, in one or two sentences.",
        label=("Uitleg", "Definition"),
    )
    abbreviation: Localised | None = described(
        "De afkorting, als die er is.",
        "The abbreviation, if there is one.",
        label=("Afkorting", "Abbreviation"),
        default=None,
    )
    source: SourceId | None = described(
        "De id van de bron.", "The id of the source.", label=("Bron", "Source"), default=None
    )


class Lead(Record):
    """What a trekker leads, from when until when."""

    theme: ThemeSlug | None = described(
        "Het thema dat iemand trekt.",
        "The theme that somebody leads.",
        label=("Thema", "Theme"),
        default=None,
    )
    taskforce: Literal[True] | None = described(
        "`true` voor wie de hele taskforce trekt.",
        "`true` for whoever leads the whole taskforce.",
        label=("Taskforce", "Taskforce"),
        default=None,
    )
    start: Date = described(
        "Sinds wanneer, zo precies als bekend.",
        "Since when, as precise as is known.",
        label=("Vanaf", "From"),
        alias="from",
    )
    until: Date | None = described(
        "Tot wanneer, als dat bekend is.",
        "Until when, if that is known.",
        label=("Tot", "Until"),
        default=None,
    )
    source: SourceId = described(
        "De id van de bron.", "The id of the source.", label=("Bron", "Source")
    )

    @model_validator(mode="before")
    @classmethod
    def _read_true(cls, value: object) -> object:
        if isinstance(value, dict) and value.get("taskforce") == "true":
            return value | {"taskforce": True}
        return value

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.theme is None and self.taskforce is None:
            raise broken(rules.LEADS_NOTHING)
        if self.theme is not None and self.taskforce is not None:
            raise broken(rules.LEADS_BOTH)
        if self.until is not None and self.until.latest < self.start.earliest:
            raise broken(rules.REVERSED_PERIOD, start=str(self.start), until=str(self.until))
        return self


# --- pages ----------------------------------------------------------------------------------


class Translation(Record):
    """The English page: only language, no facts."""

    title: Title = described(
        "De titel in het Engels.", "The title in English.", label=("Titel", "Title")
    )
    summary: Summary = described(
        "De samenvatting in het Engels.",
        "The summary in English.",
        label=("Samenvatting", "Summary"),
    )
    translates: Annotated[
        str | None, BeforeValidator(lambda value: str(value) if isinstance(value, str) else value)
    ] = described(
        "Kenmerk van de Nederlandse tekst waaruit is vertaald; "
        "`python -m hooks translations --update` vult het in.",
        "Fingerprint of the Dutch text that was translated; "
        "`python -m hooks translations --update` fills it in.",
        label=("Vertaling van", "Translates"),
        default=None,
    )


class Page(Record):
    """Any page; also the part that every kind of page has."""

    title: Title = described(
        "De titel; wordt de kop van de pagina.",
        "The title; becomes the page's heading.",
        label=("Titel", "Title"),
    )
    summary: Summary = described(
        "Eén zin die zegt wat er op de pagina staat.",
        "One sentence that says what the page holds.",
        label=("Samenvatting", "Summary"),
    )
    milestones: tuple[Milestone, ...] = described(
        "Gebeurtenissen; komen op de tijdlijn.",
        "Events; they go on the timeline.",
        label=("Mijlpalen", "Milestones"),
        default=(),
    )
    links: tuple[Link, ...] = described(
        "Waar je het document leest of ophaalt.",
        "Where to read or download the document.",
        label=("Lezen of downloaden", "Read or download"),
        default=(),
    )
    sources: Annotated[tuple[SourceOrId, ...], AfterValidator(_unique)] = described(
        "De bronnen: een id, of een hele beschrijving.",
        "The sources: an id, or a whole description.",
        label=("Bronnen", "Sources"),
        default=(),
    )

    def cited(self) -> tuple[str, ...]:
        """Return the ids of all sources that the page names, each once, in order of naming."""
        named = [source if isinstance(source, str) else source.id for source in self.sources]
        named += [milestone.source for milestone in self.milestones]
        return tuple(dict.fromkeys(named + self._cited_elsewhere()))

    def _cited_elsewhere(self) -> list[str]:
        return []


class PlainPage(Page):
    """A page that is none of the four kinds below."""

    overview: Annotated[Overview | None, _Choice(Overview)] = described(
        "Het overzicht dat onder de tekst komt.",
        "The overview that follows the text.",
        label=("Overzicht", "Overview"),
        default=None,
    )
    order: int | None = described(
        "De plaats in het menu.", "The place in the menu.", label=("Volgorde", "Order"), default=None, ge=1
    )
    terms: tuple[Term, ...] = described(
        "De begrippen van de begrippenlijst.",
        "The terms of the glossary.",
        label=("Begrippen", "Terms"),
        default=(),
    )

    def _cited_elsewhere(self) -> list[str]:
        return [term.source for term in self.terms if term.source is not None]


class Theme(Page):
    """A theme of the taskforce."""

    order: int = described(
        "De plaats in het menu en de lijsten.",
        "The place in the menu and the lists.",
        label=("Volgorde", "Order"),
        ge=1,
    )
    partners: Annotated[tuple[OrganisationSlug, ...], AfterValidator(_unique)] = described(
        "De organisaties die aan het thema meewerken.",
        "The organisations that take part in the theme.",
        label=("Partners", "Partners"),
        default=(),
    )
    asks: tuple[Ask, ...] = described(
        "Wat het thema van het Rijk vraagt.",
        "What the theme asks of the State.",
        label=("Gevraagd van het Rijk", "Asked of the State"),
        default=(),
    )

    def _cited_elsewhere(self) -> list[str]:
        return [ask.source for ask in self.asks]


class Trekker(Page):
    """An alderman who leads a theme or the taskforce."""

    municipality: MunicipalitySlug = described(
        "De gemeente waar de trekker toen wethouder was.",
        "The municipality where the lead was an alderman then.",
        label=("Gemeente", "Municipality"),
    )
    office: Localised = described(
        "Het ambt toen.", "The office held then.", label=("Ambt", "Office")
    )
    leads: tuple[Lead, ...] = described(
        "Wat de trekker trekt, met de periode.",
        "What the lead leads, with the period.",
        label=("Trekt", "Leads"),
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.leads:
            raise broken(rules.LEADS_NOTHING)
        return self

    def _cited_elsewhere(self) -> list[str]:
        return [lead.source for lead in self.leads]


class Deliverable(Page):
    """Something that was made, or is being made."""

    kind: Annotated[DeliverableKind, _Choice(DeliverableKind)] = described(
        "Wat het is.", "What it is.", label=("Soort", "Kind")
    )
    progress: Annotated[Progress, _Choice(Progress)] = described(
        "Hoe ver het is, voor zover bekend op de datum in `as_of`.",
        "How far it is, as far as is known on the date in `as_of`.",
        label=("Voortgang", "Progress"),
    )
    as_of: Date = described(
        "Van wanneer de kennis over de voortgang is.",
        "When what is known of the progress dates from.",
        label=("Stand van", "As of"),
    )
    themes: Annotated[tuple[ThemeSlug, ...], AfterValidator(_unique)] = described(
        "De thema's waar het bij hoort.",
        "The themes that it belongs to.",
        label=("Thema's", "Themes"),
        min_length=1,
    )
    makers: Annotated[tuple[OrganisationSlug, ...], AfterValidator(_unique)] = described(
        "De organisaties die het maakten; leeg als geen bron het zegt.",
        "The organisations that made it; empty where no source says.",
        label=("Makers", "Makers"),
        default=(),
    )
    other_makers: Localised | None = described(
        "De maker in woorden, als dat niet één organisatie is.",
        "The maker in words, where that is not one organisation.",
        label=("Andere makers", "Other makers"),
        default=None,
    )
    partners: Annotated[tuple[OrganisationSlug, ...], AfterValidator(_unique)] = described(
        "Organisaties die betrokken zijn zonder maker te zijn.",
        "Organisations that are involved without being the maker.",
        label=("Betrokken", "Involved"),
        default=(),
    )
    asks: tuple[Ask, ...] = described(
        "Wat het van het Rijk vraagt.",
        "What it asks of the State.",
        label=("Gevraagd van het Rijk", "Asked of the State"),
        default=(),
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.makers and self.other_makers is not None:
            raise broken(rules.NO_MAKER)
        return self

    def _cited_elsewhere(self) -> list[str]:
        return [ask.source for ask in self.asks]


class Organisation(Page):
    """An organisation that takes part."""

    kind: Annotated[OrganisationKind, _Choice(OrganisationKind)] = described(
        "Wat voor organisatie het is.", "What kind of organisation it is.", label=("Soort", "Kind")
    )
    abbreviation: Annotated[str, BeforeValidator(_text_of(LONGEST_TITLE))] | None = described(
        "De afkorting; op de hele site wordt die uitgelegd met de titel.",
        "The abbreviation; the whole site explains it with the title.",
        label=("Afkorting", "Abbreviation"),
        default=None,
    )
    url: Url | None = described(
        "De eigen website.", "The organisation's own website.", label=("Website", "Website"), default=None
    )


RECORDS: Mapping[Collection, type[Page]] = {
    Collection.THEMES: Theme,
    Collection.TREKKERS: Trekker,
    Collection.DELIVERABLES: Deliverable,
    Collection.ORGANISATIONS: Organisation,
}

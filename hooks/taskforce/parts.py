"""Parts of pages, each field described once: sources, milestones, links, terms, leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo

from .dates import PartialDate
from .languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text, language_name, words_in
from .rules import fields as rules
from .values import (
    LONGEST_TEXT,
    Choice,
    Date,
    Identifier,
    Line,
    OptionalDate,
    OptionalPastDate,
    PastDate,
    PastDay,
    SourceId,
    ThemeSlug,
    Uncertainties,
    Url,
    YesOrNo,
    text_of,
    violation,
)
from .vocabulary import DocumentLanguage, LinkFormat, Progress


def described(nl: str, en: str, *, label: tuple[str, str], **options: Any) -> Any:
    """Return a field with its label and explanation."""
    return described_as(Text(nl=nl, en=en), Text(nl=label[0], en=label[1]), **options)


def described_as(explanation: Text, label: Text, **options: Any) -> Any:
    """Return a field with its label and explanation: in English, and in Dutch beside it."""
    return Field(
        title=label.in_language("en"),
        description=explanation.in_language("en"),
        json_schema_extra={"x-nl": {"title": label.nl, "description": explanation.nl}},
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
    """A group of fields; unknown ones are errors.

    Attributes:
        examples: What its texts could say, and its words as they are written, by their fields.
        one_of: The fields of which it has exactly one, the likeliest first.
    """

    examples: ClassVar[Mapping[str, Text]] = {}
    one_of: ClassVar[tuple[str, ...]] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def for_each_language(field: Callable[[Language], tuple[Any, Any]]) -> Any:
    """Return a record with a field per language, each a type and what describes it."""
    fields: dict[str, Any] = {language: field(language) for language in LANGUAGES}
    return create_model("ForEachLanguage", __base__=Record, **fields)


IN_LANGUAGE = Text(nl="In het {language}.", en="In {language}.")


def _line(language: Language) -> tuple[Any, Any]:
    name = language_name(language)
    explanation = IN_LANGUAGE.format(language=name)
    if language == SOURCE_LANGUAGE or words_in(language).is_required:
        return Line, described_as(explanation, name)
    return Line | None, described_as(explanation, name, default=None)


class Localised(for_each_language(_line)):  # type: ignore[misc]
    """A short text in the languages of the site."""

    @property
    def text(self) -> Text:
        """What it says, in the languages that it was written in."""
        texts = {language: getattr(self, language) for language in LANGUAGES}
        return Text(**{language: text for language, text in texts.items() if text is not None})


class Source(Record):
    """Where facts come from."""

    examples: ClassVar[Mapping[str, Text]] = {
        "id": Text(nl="taketonews-mkb", en="taketonews-sme"),
        "title": Text(
            nl="Minister ontvangt actieagenda voor het MKB",
            en="Minister receives action agenda for SMEs",
        ),
        "publisher": Text(nl="Take to News", en="Take to News"),
    }

    id: Identifier = described(
        "Korte naam waarmee andere pagina's deze bron noemen.",
        "Short name by which other pages name this source.",
        label=("Id", "Id"),
    )
    title: Annotated[str, BeforeValidator(text_of(LONGEST_TEXT))] = described(
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
    seen: PastDay = described(
        "De dag waarop de bron is bekeken.",
        "The day on which the source was looked at.",
        label=("Bekeken op", "Seen on"),
    )
    published: OptionalPastDate | None = described(
        "Wanneer de bron verscheen, zo precies als bekend.",
        "When the source appeared, as precisely as is known.",
        label=("Verschenen", "Published"),
        default=None,
    )
    language: Annotated[DocumentLanguage, Choice(DocumentLanguage)] = described(
        "De taal van de bron.",
        "The language of the source.",
        label=("Taal", "Language"),
        default=DocumentLanguage.NL,
    )
    copied: YesOrNo = described(
        "`true` als het adres een kopie bij een ander is, niet de bron bij de uitgever.",
        "`true` when the address is a copy kept by someone else, not the publisher's own.",
        label=("Kopie", "Copy"),
        default=False,
    )
    archived: Url | None = described(
        "Het adres van een kopie in een webarchief, voor als het adres zelf verdwijnt.",
        "The address of a copy in a web archive, for when the address itself disappears.",
        label=("Gearchiveerd", "Archived"),
        default=None,
    )


NAMED, WRITTEN_OUT = "\0id", "\0source"
"""How validation marks which of the two forms of a source it read; no field has such a name."""

SourceOrId = Annotated[
    Annotated[Source, Tag(WRITTEN_OUT)] | Annotated[SourceId, Tag(NAMED)],
    Discriminator(lambda value: NAMED if isinstance(value, str) else WRITTEN_OUT),
]


def _source(**options: Any) -> Any:
    return described(
        "De id van de bron.", "The id of the source.", label=("Bron", "Source"), **options
    )


def _probable() -> Any:
    return described(
        "Wat een eigen conclusie is: de datum, het verband met de pagina, of allebei.",
        "What is the site's own conclusion: the date, the connection with the page, or both.",
        label=("Waarschijnlijk", "Probable"),
        default=(),
    )


class Milestone(Record):
    """Something that happened or will happen, with its source."""

    examples: ClassVar[Mapping[str, Text]] = {
        "text": Text(
            nl="De minister krijgt de actieagenda", en="The minister receives the action agenda"
        )
    }

    date: Date = described(
        "Wanneer, zo precies als bekend.",
        "When, as precisely as is known.",
        label=("Datum", "Date"),
    )
    text: Localised = described(
        "Wat er gebeurde, in één korte zin.",
        "What happened, in one short sentence.",
        label=("Gebeurtenis", "Event"),
    )
    probable: Uncertainties = _probable()
    source: SourceId = _source()


class Standing(Record):
    """How far a deliverable was, on a date and according to a source."""

    examples: ClassVar[Mapping[str, Text]] = {"progress": Text(nl="published", en="published")}

    progress: Annotated[Progress, Choice(Progress)] = described(
        "Hoe ver het toen was.", "How far it was then.", label=("Voortgang", "Progress")
    )
    date: PastDate = described(
        "Wanneer dat zo was, zo precies als bekend.",
        "When that was so, as precisely as is known.",
        label=("Stand van", "As of"),
    )
    source: SourceId = _source()
    probable: Uncertainties = _probable()


class Link(Record):
    """Where to read or download a document."""

    examples = {"title": Text(nl="De actieagenda als pdf", en="The action agenda as PDF")}

    url: Url = described(
        "Het webadres, met https.", "The web address, with https.", label=("Adres", "Address")
    )
    title: Line = described(
        "De titel van het document.", "The document's title.", label=("Titel", "Title")
    )
    format: Annotated[LinkFormat, Choice(LinkFormat)] = described(
        "De vorm van het document.", "The document's form.", label=("Vorm", "Format")
    )
    language: Annotated[DocumentLanguage, Choice(DocumentLanguage)] = described(
        "De taal van het document.", "The document's language.", label=("Taal", "Language")
    )
    megabytes: float | None = described(
        "De grootte in megabyte.",
        "The size in megabytes.",
        label=("Grootte (MB)", "Size (MB)"),
        default=None,
        gt=0,
        allow_inf_nan=False,
    )


class Ask(Localised):
    """What is asked of central government."""

    examples: ClassVar[Mapping[str, Text]] = {
        "nl": Text(nl="Geld voor advies aan ondernemers", en="Geld voor advies aan ondernemers"),
        "en": Text(nl="Money for advice to businesses", en="Money for advice to businesses"),
    }

    source: SourceId = _source()


class Term(Record):
    """A word that the glossary explains."""

    examples: ClassVar[Mapping[str, Text]] = {
        "id": Text(nl="brede-welvaart", en="brede-welvaart"),
        "term": Text(nl="brede welvaart", en="broad prosperity"),
        "definition": Text(
            nl="Alles wat mensen van waarde vinden, niet alleen geld.",
            en="All that people value, and not only money.",
        ),
    }

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
    source: SourceId | None = _source(default=None)


class Lead(Record):
    """What a trekker leads, from when until when."""

    one_of: ClassVar[tuple[str, ...]] = ("theme", "taskforce")

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
        validate_default=True,
    )
    start: Date = described(
        "Sinds wanneer, zo precies als bekend. Alleen een jaar zegt dat het in dat jaar zo was.",
        "Since when, as precisely as is known. A year alone says that it was so in that year.",
        label=("Vanaf", "From"),
        alias="from",
    )
    until: OptionalDate | None = described(
        "Tot wanneer, als dat bekend is.",
        "Until when, if that is known.",
        label=("Tot", "Until"),
        default=None,
    )
    source: SourceId = _source()

    @property
    def began_at_start(self) -> bool:
        """Whether it began then: of a year alone nobody knows that."""
        return self.until is not None or self.start.month is not None

    def includes(self, first: date, last: date) -> bool:
        """Return whether it may have been so on a day from the first to the last."""
        ended = self.until is not None and self.until.latest < first
        return self.start.earliest <= last and not ended

    @property
    def period_label(self) -> str:
        """The label of the period."""
        if self.until is not None:
            return "from_until"
        return "from_date" if self.began_at_start else "in_year"

    @model_validator(mode="before")
    @classmethod
    def _read_true(cls, value: object) -> object:
        if isinstance(value, dict) and value.get("taskforce") == "true":
            return value | {"taskforce": True}
        return value

    # Checks of one field against those before it run also where another field is wrong.

    @field_validator("taskforce")
    @classmethod
    def _leads_one_thing(cls, value: bool | None, info: ValidationInfo) -> bool | None:
        if "theme" in info.data:
            if value is None and info.data["theme"] is None:
                raise violation(rules.LEADS_NOTHING)
            if value is not None and info.data["theme"] is not None:
                raise violation(rules.LEADS_BOTH)
        return value

    @field_validator("until")
    @classmethod
    def _ends_after_start(
        cls, value: PartialDate | None, info: ValidationInfo
    ) -> PartialDate | None:
        start = info.data.get("start")
        if value is not None and start is not None and value.latest < start.earliest:
            raise violation(rules.REVERSED_PERIOD, start=str(start), until=str(value))
        return value

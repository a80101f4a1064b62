"""The kinds of value that fields hold, each with its check and its place in the JSON Schema.

A value arrives as the text that stands in the file (`nodes.value_of`); a check returns the value or
raises an error whose type is the id of a rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Collection as Choices
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .dates import EDTF, FIRST_YEAR, LAST_YEAR, ImpossibleDateError, NotADateError, PartialDate
from .guessing import (
    choose_from,
    did_you_mean,
    each_surely_named_so,
    named_so,
    nearest,
    nearest_name,
    write,
)
from .languages import TRANSLATIONS, Text, sort_key
from .nodes import Untyped
from .places import LONGEST_NAME
from .problems import Rule, shown_value
from .publication import NEVER, Opening
from .rules import addresses, references
from .rules import fields as rules
from .vocabulary import Collection, Uncertainty, Word
from .web_addresses import as_uri, url_mistake

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What a slug or an id looks like."""

_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.ASCII)
"""Names that Windows keeps for devices, whatever follows the dot.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

LONGEST_TITLE, LONGEST_TEXT = 80, 400

SHORTEST_SUMMARY, LONGEST_SUMMARY = 40, 160

_MEANINGS = {
    "bool": Text(nl="ja of nee (waar of onwaar)", en="yes or no (true or false)"),
    "int": Text(nl="een getal", en="a number"),
    "float": Text(nl="een getal", en="a number"),
    "null": Text(nl="niets", en="nothing"),
    "timestamp": Text(nl="een datum", en="a date"),
    "merge": Text(nl="een YAML-code", en="a YAML code"),
    "value": Text(nl="een YAML-code", en="a YAML code"),
}


@dataclass(frozen=True, eq=False)
class Known:
    """What references may refer to, and the day on which they are looked at.

    It is large: one is the same as another when it is that one (`same_as`).
    """

    slugs: Mapping[Collection, frozenset[str]] = field(default_factory=dict)
    names: Mapping[Collection, Mapping[str, str]] = field(default_factory=dict)
    """What pages are called, with their slugs."""

    municipalities: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where sources stand, with their ids."""

    titles: Mapping[str, str] = field(default_factory=dict)
    """What sources are called, with their ids."""

    has_every_source: bool = True
    """False where sources could not be read: what refers to those is no second mistake."""

    register: str = "docs/bronnen.md"
    openings: Mapping[Collection, Mapping[str, Opening]] = field(default_factory=dict)
    """When pages come on the site, by their slugs."""

    openings_of_sources: Mapping[str, Opening] = field(default_factory=dict)
    """When sources do, by their ids: with the page that describes them."""

    public_from: date = NEVER
    """The first day of the page that refers: by then all that it names must be public."""

    today: date | None = None
    """What lies after this day has yet to come; None where that is not looked at."""

    def same_as(self, other: Known) -> bool:
        """Return whether both hold the same."""
        return vars(self) == vars(other)


def violation(
    rule: Rule,
    *below: int | str,
    at_key: bool = False,
    of_whole: bool = False,
    **values: str | Text,
) -> PydanticCustomError:
    """Return the validation error that says that `rule` is broken, and where.

    Args:
        rule: The rule.
        below: The keys and indexes by which one gets from the value to what is wrong in it.
        at_key: Whether the field itself is wrong, rather than its value.
        of_whole: Whether the rule is about a whole text; of a part of one it says nothing.
        values: Those of the messages of the rule.
    """
    context = {
        "rule": rule.id,
        "below": below,
        "at_key": at_key,
        "of_whole": of_whole,
        "values": values,
    }
    return PydanticCustomError(rule.id, "{rule}", context)


def as_slug(value: str) -> str:
    """Return the slug nearest to `value`."""
    return "-".join(re.findall(r"[a-z0-9]+", sort_key(value)[0])) or "naam"


def has_slug(value: str) -> bool:
    """Return whether a text has a letter or digit that a slug can have."""
    return bool(re.search(r"[a-z0-9]", sort_key(value)[0]))


def is_file_name(value: str) -> bool:
    """Return whether a file or folder can be called so on every computer, and in a web address."""
    is_slug = len(value) <= LONGEST_NAME and SLUG.fullmatch(value)
    return bool(is_slug) and not _DEVICE.fullmatch(value)


def as_file_name(value: str) -> str:
    """Return the name nearest to `value` for which `is_file_name` holds."""
    slug = as_slug(value)[:LONGEST_NAME].strip("-")
    return slug if is_file_name(slug) else f"{slug}-1"


FORMER_ADDRESS = re.compile(rf"/?{SLUG.pattern}(?:/{SLUG.pattern})*", re.ASCII)
"""What the address of a page looks like where it stood before: a slug, or slugs of folders too."""

_AROUND_ADDRESS = re.compile(r"^(?:https?://[^/]*/|/?docs/)|(?:\.[a-z]{2})?(?:\.md)?$|[?#].*$")


def as_former_address(value: str) -> str:
    """Return the former address nearest to `value`, without what people put round it."""
    parts = [part for part in _AROUND_ADDRESS.sub("", value.strip()).split("/") if part.strip(". ")]
    if len(parts) > 1 and parts[0] in TRANSLATIONS:
        del parts[0]
    address = "/".join(map(as_file_name, parts)) or as_file_name("")
    return address[:LONGEST_NAME].strip("/-")


# --- kinds of value -------------------------------------------------------------------------


def _not_text(value: Untyped) -> PydanticCustomError:
    meaning = _MEANINGS[value.tag.rsplit(":", 1)[-1]]
    return violation(rules.NOT_TEXT, value=str(value), meaning=meaning)


_NOTHING = frozenset(("n.v.t.", "n.v.t", "nvt", "n/a", "n.a.", "geen", "none"))


def says_nothing(text: str) -> bool:
    """Return whether a text only says that there is none, such as ‘n.v.t.’ or ‘-’."""
    return text.casefold() in _NOTHING or not any(map(str.isalnum, text))


def text_of(limit: int) -> Callable[[object], object]:
    """Return a check for text of at most `limit` characters, on one line."""

    def check(value: object) -> object:
        if isinstance(value, Untyped):
            raise _not_text(value)
        if not isinstance(value, str):
            return value
        text = " ".join(value.split())
        if len(text) > limit:
            raise violation(rules.TEXT_LENGTH, length=str(len(text)), limit=str(limit))
        if text and says_nothing(text):
            raise violation(rules.NO_VALUE, value=text)
        return text

    return check


_END_OF_SENTENCE = re.compile(r"[.?!…][\"'’”)]*$")


def _summary(value: object) -> object:
    text = text_of(LONGEST_TEXT)(value)
    if isinstance(text, str) and not SHORTEST_SUMMARY <= len(text) <= LONGEST_SUMMARY:
        raise violation(
            rules.SUMMARY_LENGTH,
            of_whole=True,
            length=str(len(text)),
            least=str(SHORTEST_SUMMARY),
            most=str(LONGEST_SUMMARY),
        )
    if isinstance(text, str) and not _END_OF_SENTENCE.search(text):
        raise violation(rules.SUMMARY_END, of_whole=True, instead=f"{text.rstrip(' ,;:')}.")
    return text


def _slug(value: object) -> object:
    if isinstance(value, str):
        if not SLUG.fullmatch(value):
            name = value.rsplit("/", 1)[-1].removesuffix(".md")
            raise violation(rules.BAD_IDENTIFIER, value=value, instead=as_slug(name))
        if isinstance(value, Untyped):
            raise _not_text(value)
    return value


def _former_address(value: object) -> object:
    if isinstance(value, Untyped):
        raise _not_text(value)
    if isinstance(value, str):
        instead = as_former_address(value)
        if instead != value.removeprefix("/"):
            raise violation(addresses.FORMER_ADDRESS, value=value, instead=instead)
    return value


def _url(value: object) -> object:
    if not isinstance(value, str):
        return value
    address = as_uri(value)
    if mistake := url_mistake(address, value):
        rule, instead = mistake
        raise violation(rule, value=value, instead=instead)
    return address


class Vocabulary:
    """Marks a text that is a word of a vocabulary, and describes that in the schema."""

    def __init__(self, words: type[Word]) -> None:
        self.words = words

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": [word.value for word in self.words],
            "x-labels": {word.value: word.label.by_language for word in self.words},
        }


class Choice(Vocabulary):
    """Reads a word of a vocabulary."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def _read(self, value: object) -> Word:
        if isinstance(value, self.words):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        for word in self.words:
            if word.value == value:
                return word
        labels = {word.value: word.label for word in self.words}
        raise violation(rules.UNKNOWN_WORD, value=value, instead=nearest(value, labels, labels))


_NO_DATE = frozenset(
    ("heden", "nu", "tot heden", "t/m heden", "nog steeds", "vandaag", "present", "now", "today",
     "ongoing", "onbekend", "niet bekend", "unknown", "not known", "ntb", "n.t.b.", "nnb", "n.n.b.",
     "volgt", "tbd", "t.b.d.")
)  # fmt: skip
"""What people write where there is no date, or none yet."""

_WITHOUT_DATE = Text(
    nl="haal dit veld weg: zonder dit veld is er nog geen datum, of is die niet bekend",
    en="remove this field: without it there is no date yet, or none that is known",
)
_SOME_DATE = Text(
    nl="schrijf de datum uit de bron, zo precies als je weet: 2021, 2021-03 of 2021-03-14",
    en="write the date in the source, as precisely as you know it: 2021, 2021-03 or 2021-03-14",
)
_TODAY = Text(
    nl="schrijf vandaag of een eerdere datum", en="write the date of today, or an earlier one"
)
_WHOLE_DAY = Text(
    nl="jaar, maand en dag, zoals 2021-03-14", en="year, month and day, such as 2021-03-14"
)
_NO_DAY = Text(
    nl=f"schrijf {_WHOLE_DAY.nl}; is er geen dag en is het veld niet verplicht, haal het dan weg",
    en=f"write {_WHOLE_DAY.in_language('en')}; if there is no day and the field is not required, "
    "remove it",
)
_PERIOD = re.compile(
    r"(?:van |from )?(\d{4}) ?(?:[-–—/]|t/m|tot|tot en met|en|to|until|and) ?(\d{4})", re.ASCII
)
"""Two years, and what lies between them."""


class DateOf:
    """Reads a partial date, and describes it in the schema."""

    def __init__(
        self, *, whole_day: bool = False, past: bool = False, optional: bool = False
    ) -> None:
        self.whole_day = whole_day
        self.past = past
        self.optional = optional

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._read, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        if self.whole_day:
            return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        # YAML makes a number of a year alone.
        return {"type": ["string", "integer"], "pattern": EDTF}

    def _read(self, value: object, info: ValidationInfo) -> PartialDate:
        if isinstance(value, PartialDate):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        if says_nothing(value) or value.strip().casefold() in _NO_DATE:
            instead = _WITHOUT_DATE if self.optional else _SOME_DATE
            instead = _NO_DAY if self.whole_day else instead
            raise violation(rules.NO_DATE, value=value, instead=instead)
        try:
            date = PartialDate.parse(value)
        except ImpossibleDateError as error:
            instead = _possible_date(error.month, whole_day=self.whole_day)
            raise violation(rules.IMPOSSIBLE_DATE, value=value, instead=instead) from None
        except NotADateError as error:
            raise self._wrong_form(value, error.suggestion) from None
        if self.whole_day and date.day is None:
            raise self._wrong_form(value)
        known = cast("Known | None", info.context)
        if self.past and known is not None and known.today is not None:
            self._refuse_future(value, date, known, known.today)
        return date

    def _refuse_future(self, value: str, date: PartialDate, known: Known, today: date) -> None:
        """Refuse what has yet to come when the page appears, and sources that nobody read yet."""
        last, instead = today, _TODAY
        if not self.whole_day and today < known.public_from < NEVER:
            last = known.public_from
            instead = Text(
                nl=f"schrijf {last}, de dag waarop de pagina verschijnt, of een eerdere datum",
                en=f"write {last}, the day on which the page appears, or an earlier date",
            )
        if date.earliest > last:
            raise violation(rules.FUTURE_DATE, value=value, instead=instead)

    def _wrong_form(self, value: str, suggestion: PartialDate | None = None) -> PydanticCustomError:
        instead: str | Text = str(suggestion)
        if self.whole_day and (suggestion is None or suggestion.day is None):
            instead = _WHOLE_DAY
        elif suggestion is None and (years := _PERIOD.fullmatch(value.strip())):
            first, last = years.groups()
            instead = Text(nl=f"één datum: {first} of {last}", en=f"one date: {first} or {last}")
        elif suggestion is None:
            instead = Text(
                nl="een jaar, maand of dag: 2021, 2021-03 of 2021-03-14",
                en="a year, month or day: 2021, 2021-03 or 2021-03-14",
            )
        return violation(rules.DATE_FORM, value=value, instead=instead)


def _possible_date(month: PartialDate | None, *, whole_day: bool) -> Text:
    """Return the remedy for a date that does not exist, in a month that lacks the day, if any."""
    if month is None:
        return Text(
            nl=f"kijk de maand (01–12) en de dag na; het jaar ligt tussen {FIRST_YEAR} en "
            f"{LAST_YEAR}",
            en=f"check the month (01–12) and the day; the year is between {FIRST_YEAR} and "
            f"{LAST_YEAR}",
        )
    last = month.latest.isoformat()
    last_day = Text(
        nl=f"die dag is er niet: de laatste van die maand is {last}",
        en=f"there is no such day: the last of that month is {last}",
    )
    if whole_day:
        return last_day
    return Text(
        nl=f"{last_day.nl}; weet je alleen de maand, schrijf dan {month}",
        en=f"{last_day.in_language('en')}; if you only know the month, write {month}",
    )


class SlugOf:
    """Checks that a slug names a page of a collection."""

    def __init__(self, collection: Collection, *, municipality: bool = False) -> None:
        self.collection = collection
        self.municipality = municipality

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.with_info_before_validator_function(
            self._check, core_schema.str_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": f"^{SLUG.pattern}$",
            "x-reference": self.collection.folder,
        }

    def _check(self, value: object, info: ValidationInfo) -> object:
        known = cast("Known | None", info.context)
        if known is None or not isinstance(value, str) or isinstance(value, Untyped):
            return _slug(value)
        right = self._right(known)
        kind = self.collection.label
        if self.municipality:
            kind = Text(nl="gemeente", en="municipality")
        if value in right:
            _refuse_later(value, known.openings.get(self.collection, {}), known)
            return value
        if len(several := self.meant(value, known)) > 1:
            listed = ", ".join(several)
            raise violation(references.SEVERAL_NAMES, value=value, instead=listed)
        names = known.names.get(self.collection, {})
        meant = _page_meant(value, {name: slug for name, slug in names.items() if slug in right})
        if not SLUG.fullmatch(value) and meant is not None:
            raise violation(rules.BAD_IDENTIFIER, value=value, instead=meant)
        other = next((item for item, slugs in known.slugs.items() if value in slugs), None)
        if other is not None:
            instead = did_you_mean(meant) if meant else choose_from(sorted(right))
            raise violation(
                references.WRONG_KIND,
                value=value,
                kind=kind,
                found=other.label,
                instead=instead,
            )
        raise violation(
            references.UNKNOWN_SLUG,
            value=value,
            kind=kind,
            instead=did_you_mean(meant) if meant else self._way_out(value, right),
        )

    def _right(self, known: Known) -> frozenset[str]:
        return (
            known.municipalities
            if self.municipality
            else known.slugs.get(self.collection, frozenset())
        )

    def meant(self, value: str, known: Known) -> tuple[str, ...]:
        """Return the slugs of the pages that a text surely names; none where that is not sure."""
        right = self._right(known)
        names = known.names.get(self.collection, {}).items()
        return each_surely_named_so(
            value,
            {name: slug for name, slug in names if slug in right} | {slug: slug for slug in right},
        )

    def _way_out(self, value: str, right: Choices[str]) -> Text:
        """Return the remedy for a page that is like none of those that are there."""
        page = f"docs/{self.collection.folder}/{as_file_name(_bare(value))}.md"
        way_out = Text(
            nl=f"haal het weg, of zet de pagina ‘{page}’ (terug) in de map",
            en=f"remove it, or put the page ‘{page}’ (back) into the folder",
        )
        if not right:
            return way_out
        choices = choose_from(sorted(right))
        either = Text(nl="{choices}; of {way_out}", en="{choices}; or {way_out}")
        return either.format(choices=choices, way_out=way_out)


def _refuse_later(value: str, openings: Mapping[str, Opening], known: Known) -> None:
    """Raise where a page names what comes on the site later than the page itself."""
    opening = openings.get(value)
    if opening is not None and opening.day > known.public_from:
        raise violation(
            references.NOT_PUBLIC_YET,
            value=value,
            other=opening.path,
            when=opening.when,
            instead=opening.field,
        )


def _bare(value: str) -> str:
    """Return a slug that may be written as the path of a page."""
    return value.rsplit("/", 1)[-1].removesuffix(".md")


def _page_meant(value: str, names: Mapping[str, str]) -> str | None:
    """Return the slug of the page that an editor probably means."""
    bare = _bare(value)
    return named_so(bare, names) or nearest_name(as_slug(bare), frozenset(names.values()))


_ADDRESS = re.compile(r"https?:|www\.|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
"""How a text begins that is meant as the address of a web page."""


def _known_source(value: object, info: ValidationInfo) -> object:
    known = cast("Known | None", info.context)
    if known is None or not isinstance(value, str) or isinstance(value, Untyped):
        return _slug(value)
    if value in known.sources:
        _refuse_later(value, known.openings_of_sources, known)
        return value
    if _ADDRESS.match(value):
        raise _source_by_address(value, known)
    if not SLUG.fullmatch(value):
        meant = named_so(value, known.titles) or as_slug(value)
        if meant in known.sources:
            raise violation(rules.BAD_IDENTIFIER, value=value, instead=meant)
    if not known.has_every_source:
        return value
    near = nearest_name(value, known.sources)
    instead = did_you_mean(near) if near else _described_first(known)
    raise violation(references.UNKNOWN_SOURCE, value=value, instead=instead)


def no_address(value: object, info: ValidationInfo) -> object:
    """Return the value as it is; raise where an address stands in place of a list of sources."""
    known = cast("Known | None", info.context)
    if known is not None and isinstance(value, str) and _ADDRESS.match(value):
        raise _source_by_address(value, known)
    return value


def _source_by_address(value: str, known: Known) -> PydanticCustomError:
    by_address = {bare_address(url): name for url, name in known.addresses.items()}
    identifier = by_address.get(bare_address(value))
    instead = _described_first(known)
    if identifier is not None:
        instead = write(identifier)
    return violation(references.SOURCE_BY_ADDRESS, value=value, instead=instead)


def _described_first(known: Known) -> Text:
    return Text(
        nl=f"beschrijf de bron in ‘{known.register}’ en schrijf hier de id van daar",
        en=f"describe the source in ‘{known.register}’ and write the id from there here",
    )


def bare_address(url: str) -> str:
    """Return what two ways to write one address have in common."""
    return re.sub(r"^(?:https?:)?(?://)?(?:www\.)?", "", url.strip().casefold()).rstrip("/")


class IdOfSource:
    """Marks an id that names a source."""


def unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the slugs, ids, words or records as they are; raise where one stands twice."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        name: str = value if isinstance(value, str) else _name(value)
        if name in seen:
            raise violation(references.REPEATED_REFERENCE, index, value=name)
        seen.add(name)
    return values


def _name(value: Any) -> str:
    return str(value.value if isinstance(value, Word) else value.id)


def _says_what(value: object) -> object:
    """Return the value as it is; raise where it says that something is probable, but not what."""
    if isinstance(value, str) and value not in {word.value for word in Uncertainty}:
        raise violation(rules.PROBABLE_WHAT, value=value)
    return value


YES = frozenset({"ja", "j", "yes", "y", "true", "x"})
NO = frozenset({"nee", "n", "no", "false"})
"""What people type for the one and the other."""


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip().casefold()
    if text in ("true", "false"):
        return text == "true"
    either = Text(nl="‘true’ of ‘false’", en="‘true’ or ‘false’")
    meant = "true" if text in YES else "false" if text in NO else ""
    raise violation(
        rules.WRONG_TYPE,
        found=Text(nl=f"de tekst ‘{shown_value(value)}’", en=f"the text ‘{shown_value(value)}’"),
        expected=either,
        example=meant or either,
    )


class LifeOfPage:
    """Marks a field that says when a page is on the site, or is to be looked at again."""


class WebAddress:
    """Marks a text that is the address of a web page."""


class AddressBefore:
    """Marks what a page was called before; a new page was called nothing."""


@dataclass(frozen=True)
class PublishedAs:
    """Marks a field that has another name in the published data."""

    name: str


Title = Annotated[str, BeforeValidator(text_of(LONGEST_TITLE)), Field(max_length=LONGEST_TITLE)]
Summary = Annotated[
    str,
    BeforeValidator(_summary),
    Field(min_length=SHORTEST_SUMMARY, max_length=LONGEST_SUMMARY),
]
Line = Annotated[str, BeforeValidator(text_of(LONGEST_TEXT)), Field(max_length=LONGEST_TEXT)]
Identifier = Annotated[str, BeforeValidator(_slug), Field(pattern=f"^{SLUG.pattern}$")]
FormerAddress = Annotated[
    str,
    AddressBefore(),
    BeforeValidator(_former_address),
    WithJsonSchema({"type": "string", "pattern": f"^{FORMER_ADDRESS.pattern}$"}),
]
Url = Annotated[
    str,
    WebAddress(),
    BeforeValidator(_url),
    Field(pattern="^https://", json_schema_extra={"format": "uri"}),
]
Uncertainties = Annotated[
    tuple[Annotated[Uncertainty, Choice(Uncertainty)], ...],
    BeforeValidator(_says_what),
    AfterValidator(unique),
]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[PartialDate, DateOf(whole_day=True)]
PastDay = Annotated[PartialDate, DateOf(whole_day=True, past=True)]
PastDate = Annotated[PartialDate, DateOf(past=True)]
Date = Annotated[PartialDate, DateOf()]
OptionalDate = Annotated[PartialDate, DateOf(optional=True)]
OptionalPastDate = Annotated[PartialDate, DateOf(past=True, optional=True)]
ThemeSlug = Annotated[str, SlugOf(Collection.THEMES)]
OrganisationSlug = Annotated[str, SlugOf(Collection.ORGANISATIONS)]
MunicipalitySlug = Annotated[str, SlugOf(Collection.ORGANISATIONS, municipality=True)]
SourceId = Annotated[
    str,
    IdOfSource(),
    BeforeValidator(_known_source),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG.pattern}$", "x-reference": "sources"}),
]

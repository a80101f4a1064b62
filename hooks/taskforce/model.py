"""What a page is: every field described once, for the check, the schema and the editors' guide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, field_validator

from .field_types import single_values
from .languages import Text
from .parts import (
    Ask,
    Lead,
    Link,
    Localised,
    Milestone,
    Record,
    SourceOrId,
    Standing,
    Term,
    described,
)
from .publication import first_day
from .rules import fields as rules
from .values import (
    LONGEST_TITLE,
    Choice,
    Day,
    FormerAddress,
    IdOfSource,
    LifeOfPage,
    MunicipalitySlug,
    OrganisationSlug,
    PublishedAs,
    Summary,
    ThemeSlug,
    Title,
    Url,
    YesOrNo,
    no_address,
    text_of,
    unique,
    violation,
)
from .vocabulary import DeliverableKind, OrganisationKind, Overview


class Translation(Record):
    """A page in another language than Dutch: only language, no facts."""

    examples: ClassVar[Mapping[str, Text]] = {
        "title": Text(
            nl="Action agenda on services for SMEs", en="Action agenda on services for SMEs"
        ),
        "summary": Text(
            nl="An agenda by governments and businesses to improve support for SMEs.",
            en="An agenda by governments and businesses to improve support for SMEs.",
        ),
        "translates": Text(nl="1a2b3c4d", en="1a2b3c4d"),
    }

    title: Title = described(
        "De titel, in de taal van de pagina.",
        "The title, in the language of the page.",
        label=("Titel", "Title"),
    )
    summary: Summary = described(
        "De samenvatting in de taal van de pagina, van 40 tot 160 tekens.",
        "The summary in the language of the page, of 40 to 160 characters.",
        label=("Samenvatting", "Summary"),
    )
    translates: Annotated[
        str | None, BeforeValidator(lambda value: str(value) if isinstance(value, str) else value)
    ] = described(
        "Laat het weg. Krijgt de Nederlandse tekst later andere woorden en klopt de vertaling "
        "nog, dan geeft de controle de regel die dat zegt.",
        "Leave it out. If the wording of the Dutch text changes later and the translation is still "
        "right, the check gives the line that says so.",
        label=("Vertaling van", "Translates"),
        default=None,
    )


class Page(Record):
    """Any page; also the part that every kind of page has."""

    title: Title = described(
        "Wordt de kop van de pagina.",
        "Becomes the page's heading.",
        label=("Titel", "Title"),
    )
    summary: Summary = described(
        "Eén zin van 40 tot 160 tekens die zegt wat er op de pagina staat.",
        "One sentence of 40 to 160 characters that says what the page holds.",
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
    sources: Annotated[
        tuple[SourceOrId, ...], BeforeValidator(no_address), AfterValidator(unique)
    ] = described(
        "De bronnen: een id, of een hele beschrijving.",
        "The sources: an id, or a whole description.",
        label=("Bronnen", "Sources"),
        default=(),
    )
    formerly: tuple[FormerAddress, ...] = described(
        "Waar de pagina vroeger stond, het oudste adres eerst: de oude naam van het bestand zonder "
        "`.md`. Stond zij in een andere map, schrijf die erbij: `themas/oude-naam`. Wie het oude "
        "adres heeft, komt hier uit.",
        "Where the page was before, the oldest address first: the old name of the file without "
        "`.md`. If it was in another folder, write that too: `themas/old-name`. Whoever has the "
        "old address ends up here.",
        label=("Vroeger adres", "Former address"),
        default=(),
        examples=[["oude-naam"]],
    )
    draft: Annotated[YesOrNo, LifeOfPage()] = described(
        "`true` zolang de pagina een concept is: je ziet haar in het voorbeeld, en zij komt niet "
        "op de site. Haal de regel weg als de pagina klaar is.",
        "`true` as long as the page is a draft: you see it in the preview, and it does not appear "
        "on the site. Remove the line when the page is ready.",
        label=("Concept", "Draft"),
        default=False,
    )
    publish_from: Annotated[Day | None, LifeOfPage()] = described(
        "De dag waarop de pagina op de site komt; tot dan is zij een concept.",
        "The day on which the page appears on the site; until then it is a draft.",
        label=("Op de site vanaf", "On the site from"),
        default=None,
    )
    review_by: Annotated[Day | None, LifeOfPage()] = described(
        "De dag tot wanneer de pagina zeker klopt. Daarna staat zij op de lijst om na te kijken; "
        "lezers merken er niets van.",
        "The day until which the page is certainly correct. After that it is on the list of pages "
        "to review; readers notice nothing.",
        label=("Nakijken na", "Review after"),
        default=None,
    )

    @property
    def public_from(self) -> date:
        """The first day on which the page is on the site."""
        day = self.publish_from.earliest if self.publish_from else None
        return first_day(is_draft=self.draft, publish_from=day)

    def cited(self) -> tuple[str, ...]:
        """Return the ids of all sources that the page names, each once, in order of naming."""
        named = [source if isinstance(source, str) else source.id for source in self.sources]
        named += [value for _, kind, value in single_values(self) if kind.mark(IdOfSource)]
        return tuple(dict.fromkeys(named))


class PlainPage(Page):
    """A page that stands by itself: of none of the kinds below."""

    overview: Annotated[Overview | None, Choice(Overview)] = described(
        "Het overzicht dat onder de tekst komt.",
        "The overview that follows the text.",
        label=("Overzicht", "Overview"),
        default=None,
    )
    order: int | None = described(
        "De plaats in het menu.",
        "The place in the menu.",
        label=("Volgorde", "Order"),
        default=None,
        ge=1,
    )
    terms: tuple[Term, ...] = described(
        "De begrippen van de begrippenlijst.",
        "The terms of the glossary.",
        label=("Begrippen", "Terms"),
        default=(),
    )


class Theme(Page):
    """A theme of the taskforce."""

    examples: ClassVar[Mapping[str, Text]] = {
        "title": Text(nl="Werken aan de kust", en="Work on the coast"),
        "summary": Text(
            nl="Hoe gemeenten mensen en werk aan de kust bij elkaar brengen.",
            en="How municipalities bring people and work on the coast together.",
        ),
    }

    order: int = described(
        "De plaats in het menu en de lijsten.",
        "The place in the menu and the lists.",
        label=("Volgorde", "Order"),
        ge=1,
    )
    partners: Annotated[tuple[OrganisationSlug, ...], AfterValidator(unique)] = described(
        "De organisaties die bij het thema betrokken zijn.",
        "The organisations that are involved in the theme.",
        label=("Betrokken", "Involved"),
        default=(),
    )
    asks: tuple[Ask, ...] = described(
        "Wat het thema van het Rijk vraagt.",
        "What the theme asks of central government.",
        label=("Gevraagd van het Rijk", "Asked of central government"),
        default=(),
    )


class Trekker(Page):
    """An alderman who leads or led a theme or the taskforce."""

    examples: ClassVar[Mapping[str, Text]] = {
        "title": Text(nl="Sanne Voorbeeld", en="Sanne Voorbeeld"),
        "summary": Text(
            nl="Wethouder die het thema samen met andere gemeenten trok.",
            en="Alderman who led the theme together with other municipalities.",
        ),
        "office": Text(nl="wethouder Economische Zaken", en="alderman for Economic Affairs"),
    }

    municipality: MunicipalitySlug = described(
        "De gemeente waar de trekker toen wethouder was.",
        "The municipality where the lead was an alderman then.",
        label=("Gemeente", "Municipality"),
    )
    office: Localised = described(
        "De functie toen.", "The office held then.", label=("Functie", "Office")
    )
    leads: tuple[Lead, ...] = described(
        "Wat de trekker trekt, met de periode.",
        "What the lead leads, with the period.",
        label=("Trekker van", "Lead of"),
    )

    @field_validator("leads")
    @classmethod
    def _leads_something(cls, value: tuple[Lead, ...]) -> tuple[Lead, ...]:
        if not value:
            raise violation(rules.LEADS_NOTHING, at_key=True)
        return value


class Deliverable(Page):
    """Something that was made, or is being made."""

    examples: ClassVar[Mapping[str, Text]] = {
        "title": Text(
            nl="Actieagenda voor het MKB 2024-2026", en="Action agenda for SMEs 2024-2026"
        ),
        "summary": Text(
            nl="Een agenda van overheden en ondernemers om de hulp aan het MKB te verbeteren.",
            en="An agenda by governments and businesses to improve support for SMEs.",
        ),
        "kind": Text(nl="agenda", en="agenda"),
        "other_makers": Text(nl="elke gemeente zelf", en="each municipality itself"),
    }

    kind: Annotated[DeliverableKind, Choice(DeliverableKind)] = described(
        "Wat het is.", "What it is.", label=("Soort", "Kind")
    )
    standing: tuple[Standing, ...] = described(
        "Hoe ver het was en is: een regel per stand, de nieuwste onderaan.",
        "How far it was and is: one item for each standing, the newest last.",
        label=("Stand", "Standing"),
        min_length=1,
    )
    themes: Annotated[tuple[ThemeSlug, ...], AfterValidator(unique)] = described(
        "De thema's waar het bij hoort.",
        "The themes that it belongs to.",
        label=("Thema's", "Themes"),
        min_length=1,
    )
    makers: Annotated[tuple[OrganisationSlug, ...], AfterValidator(unique)] = described(
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
    partners: Annotated[tuple[OrganisationSlug, ...], AfterValidator(unique)] = described(
        "Organisaties die betrokken zijn zonder maker te zijn.",
        "Organisations that are involved without being the maker.",
        label=("Betrokken", "Involved"),
        default=(),
    )
    asks: tuple[Ask, ...] = described(
        "Wat het van het Rijk vraagt.",
        "What it asks of central government.",
        label=("Gevraagd van het Rijk", "Asked of central government"),
        default=(),
    )

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day of the work on it; without end where it may go on."""
        days = [item.date for item in self.standing] + [item.date for item in self.milestones]
        last = max(day.latest for day in days) if self.newest.progress.is_finished else date.max
        return min(day.earliest for day in days), last

    @property
    def newest(self) -> Standing:
        """How far it is, as far as is known."""
        return self.standing[-1]

    @field_validator("standing")
    @classmethod
    def _newest_last(cls, value: tuple[Standing, ...]) -> tuple[Standing, ...]:
        for index, (before, after) in enumerate(pairwise(value), start=1):
            # A year and a month within it may have come in any order.
            if after.date.latest < before.date.earliest:
                raise violation(
                    rules.STANDING_ORDER,
                    index,
                    "date",
                    value=str(after.date),
                    start=str(before.date),
                )
        return value

    @field_validator("other_makers")
    @classmethod
    def _is_only_maker(cls, value: Localised | None, info: ValidationInfo) -> Localised | None:
        if value is not None and info.data.get("makers"):
            raise violation(rules.NO_MAKER, at_key=True)
        return value


class Organisation(Page):
    """An organisation that takes part."""

    examples: ClassVar[Mapping[str, Text]] = {
        "title": Text(nl="Bond van Kustgemeenten", en="League of Coastal Municipalities"),
        "summary": Text(
            nl="Een bond waarin gemeenten aan de kust samen aan hun economie werken.",
            en="A league in which municipalities on the coast work on their economy together.",
        ),
        "kind": Text(nl="network", en="network"),
        "abbreviation": Text(nl="BKG", en="BKG"),
    }

    kind: Annotated[OrganisationKind, Choice(OrganisationKind)] = described(
        "Wat voor organisatie het is.", "What kind of organisation it is.", label=("Soort", "Kind")
    )
    abbreviation: Annotated[str, BeforeValidator(text_of(LONGEST_TITLE))] | None = described(
        "De afkorting; op de hele site wordt die uitgelegd met de titel.",
        "The abbreviation; the whole site explains it with the title.",
        label=("Afkorting", "Abbreviation"),
        default=None,
    )
    url: Annotated[Url | None, PublishedAs("website")] = described(
        "De eigen website.",
        "The organisation's own website.",
        label=("Website", "Website"),
        default=None,
    )

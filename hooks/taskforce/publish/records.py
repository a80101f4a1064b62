"""What the published data holds: every field described once, for the schema and the data page.

A field that editors fill in has the name and the explanation that it has for them. Each list of
`Catalogue` is a table too (`tables.py`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict

from .. import model, parts
from ..parts import Record, described
from ..vocabulary import (
    DeliverableKind,
    DocumentLanguage,
    LinkFormat,
    OrganisationKind,
    Progress,
    Uncertainty,
)
from .kinds import (
    Address,
    Addresses,
    InLanguages,
    PageReference,
    PartialDay,
    Reference,
    Vocabulary,
    WholeDay,
    like,
)

VERSION: Literal["1.0"] = "1.0"
"""The version of the form: the first number goes up when a field is renamed, removed or changes
its meaning, the second when one is added."""


class Link(Record):
    """Where to read or download a document."""

    url: Address = like(parts.Link, "url")
    title: str = like(parts.Link, "title")
    format: Annotated[str, Vocabulary(LinkFormat)] = like(parts.Link, "format")
    language: Annotated[str, Vocabulary(DocumentLanguage)] = like(parts.Link, "language")
    megabytes: float | None = like(parts.Link, "megabytes")


class Ask(Record):
    """What is asked of central government."""

    text: InLanguages = described(
        "Wat er wordt gevraagd.", "What is asked.", label=("Vraag", "Question")
    )
    source: str = like(parts.Ask, "source")


class Page(Record):
    """What every page has."""

    slug: str = described(
        "De naam waarmee andere gegevens ernaar verwijzen; verandert niet.",
        "The name by which other data refer to it; does not change.",
        label=("Naam", "Name"),
    )
    url: Addresses = described(
        "Het adres van de pagina, in elke taal.",
        "The address of the page, in each language.",
        label=("Adres", "Address"),
    )
    title: InLanguages = described(
        "De titel van de pagina, in elke taal.",
        "The title of the page, in each language.",
        label=("Titel", "Title"),
    )
    summary: InLanguages = described(
        "Eén zin over de pagina, in elke taal.",
        "One sentence about the page, in each language.",
        label=("Samenvatting", "Summary"),
    )
    links: tuple[Link, ...] = like(model.Page, "links")
    sources: tuple[str, ...] = described(
        "De id's van alle bronnen die de pagina noemt.",
        "The ids of all sources that the page names.",
        label=("Bronnen", "Sources"),
    )


class Theme(Page):
    """A theme of the taskforce."""

    order: int = like(model.Theme, "order")
    partners: tuple[Reference, ...] = like(model.Theme, "partners")
    asks: tuple[Ask, ...] = like(model.Theme, "asks")
    leads: tuple[Reference, ...] = described(
        "Wie het thema trekken of trokken.",
        "Who lead or led the theme.",
        label=("Trekkers", "Leads"),
    )
    deliverables: tuple[Reference, ...] = described(
        "De resultaten van het thema.",
        "The deliverables of the theme.",
        label=("Resultaten", "Deliverables"),
    )


class Lead(Record):
    """What a trekker leads, from when until when."""

    theme: Reference | None = like(parts.Lead, "theme")
    taskforce: bool = like(parts.Lead, "taskforce")
    start: PartialDay = like(parts.Lead, "start")
    until: PartialDay | None = like(parts.Lead, "until")
    source: str = like(parts.Lead, "source")


class Trekker(Page):
    """An alderman who leads or led a theme or the taskforce."""

    municipality: Reference = like(model.Trekker, "municipality")
    office: InLanguages = like(model.Trekker, "office")
    leads: tuple[Lead, ...] = like(model.Trekker, "leads")


Uncertainties = tuple[Annotated[str, Vocabulary(Uncertainty)], ...]


class Standing(Record):
    """How far a deliverable was, on a date and according to a source."""

    progress: Annotated[str, Vocabulary(Progress)] = like(parts.Standing, "progress")
    date: PartialDay = like(parts.Standing, "date")
    source: str = like(parts.Standing, "source")
    probable: Uncertainties = like(parts.Standing, "probable")


class Deliverable(Page):
    """Something that was made, or is being made."""

    kind: Annotated[str, Vocabulary(DeliverableKind)] = like(model.Deliverable, "kind")
    standing: tuple[Standing, ...] = like(model.Deliverable, "standing")
    themes: tuple[Reference, ...] = like(model.Deliverable, "themes")
    makers: tuple[Reference, ...] = like(model.Deliverable, "makers")
    other_makers: InLanguages | None = like(model.Deliverable, "other_makers")
    partners: tuple[Reference, ...] = like(model.Deliverable, "partners")
    asks: tuple[Ask, ...] = like(model.Deliverable, "asks")


class Organisation(Page):
    """An organisation that takes part."""

    kind: Annotated[str, Vocabulary(OrganisationKind)] = like(model.Organisation, "kind")
    abbreviation: str | None = like(model.Organisation, "abbreviation")
    website: Address | None = like(model.Organisation, "url")


class Milestone(Record):
    """Something that happened or will happen, with its source."""

    id: str = described(
        "Naam die gelijk blijft als de tekst wordt verbeterd.",
        "Name that stays the same when the text is corrected.",
        label=("Id", "Id"),
    )
    date: PartialDay = like(parts.Milestone, "date")
    text: InLanguages = like(parts.Milestone, "text")
    probable: Uncertainties = like(parts.Milestone, "probable")
    source: str = like(parts.Milestone, "source")
    page: PageReference = described(
        "De pagina waar de mijlpaal bij hoort.",
        "The page that the milestone belongs to.",
        label=("Pagina", "Page"),
    )


class AskOfPage(Ask):
    """What was asked of central government, and the page that tells of it."""

    page: PageReference = described(
        "De pagina waar de vraag bij hoort.",
        "The page that the question belongs to.",
        label=("Pagina", "Page"),
    )


class Term(Record):
    """A word that the glossary explains."""

    id: str = like(parts.Term, "id")
    url: Addresses = described(
        "De plaats in de begrippenlijst.",
        "The place in the glossary.",
        label=("Adres", "Address"),
    )
    term: InLanguages = like(parts.Term, "term")
    definition: InLanguages = like(parts.Term, "definition")
    abbreviation: InLanguages | None = like(parts.Term, "abbreviation")
    source: str | None = like(parts.Term, "source")


class Source(Record):
    """Where facts come from."""

    id: str = like(parts.Source, "id")
    title: str = like(parts.Source, "title")
    publisher: str = like(parts.Source, "publisher")
    url: Address = like(parts.Source, "url")
    seen: WholeDay = like(parts.Source, "seen")
    published: PartialDay | None = like(parts.Source, "published")
    language: Annotated[str, Vocabulary(DocumentLanguage)] = like(parts.Source, "language")
    copied: bool = like(parts.Source, "copied")
    archived: Address | None = like(parts.Source, "archived")
    used_on: tuple[PageReference, ...] = described(
        "De pagina's die de bron noemen.",
        "The pages that name the source.",
        label=("Gebruikt op", "Used on"),
    )


class OtherPage(Record):
    """A page of none of the kinds above."""

    path: str = described("Het pad van de pagina.", "The page's path.", label=("Pad", "Path"))
    url: Addresses = like(Page, "url")
    title: InLanguages = like(Page, "title")
    summary: InLanguages = like(Page, "summary")


class Catalogue(Record):
    """Everything that the site knows, apart from running text."""

    model_config = ConfigDict(title="Taskforce economisch herstel en transitie", extra="forbid")

    schema_address: Address = described(
        "Het adres van het JSON Schema waaraan dit bestand voldoet.",
        "The address of the JSON Schema that this file conforms to.",
        label=("Schema", "Schema"),
        alias="$schema",
    )
    version: Literal["1.0"] = described(
        "De versie van de vorm. Binnen versie 1 komen er alleen velden bij.",
        "The version of the form. Within version 1 fields are only added.",
        label=("Versie", "Version"),
    )
    licence: Address = described(
        "De licentie: gebruik is vrij met naamsvermelding.",
        "The licence: use is free with attribution.",
        label=("Licentie", "Licence"),
    )
    name: InLanguages = described(
        "De naam van de site, voor de naamsvermelding.",
        "The name of the site, for the attribution.",
        label=("Naam", "Name"),
    )
    url: Address = described(
        "Het adres van de site.", "The address of the site.", label=("Adres", "Address")
    )
    as_of: WholeDay | None = described(
        "De laatste dag waarop een bron is bekeken.",
        "The last day on which a source was looked at.",
        label=("Stand van", "As of"),
    )
    themes: tuple[Theme, ...] = described("De thema's.", "The themes.", label=("Thema's", "Themes"))
    trekkers: tuple[Trekker, ...] = described(
        "De trekkers.", "The leads.", label=("Trekkers", "Leads")
    )
    deliverables: tuple[Deliverable, ...] = described(
        "De resultaten.", "The deliverables.", label=("Resultaten", "Deliverables")
    )
    organisations: tuple[Organisation, ...] = described(
        "De organisaties.", "The organisations.", label=("Organisaties", "Organisations")
    )
    milestones: tuple[Milestone, ...] = described(
        "De mijlpalen, nieuwste eerst.",
        "The milestones, newest first.",
        label=("Mijlpalen", "Milestones"),
    )
    asks: tuple[AskOfPage, ...] = described(
        "Wat er van het Rijk is gevraagd.",
        "What was asked of central government.",
        label=("Vragen aan het Rijk", "Asked of central government"),
    )
    terms: tuple[Term, ...] = described("De begrippen.", "The terms.", label=("Begrippen", "Terms"))
    sources: tuple[Source, ...] = described(
        "De bronnen.", "The sources.", label=("Bronnen", "Sources")
    )
    pages: tuple[OtherPage, ...] = described(
        "De andere pagina's.", "The other pages.", label=("Andere pagina's", "Other pages")
    )

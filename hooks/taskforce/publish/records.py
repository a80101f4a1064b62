"""What the published data holds: every field described once, for the schema and the data page.

A field that editors fill in has the name and the explanation that it has for them. Each list of
`Catalogue` is a table too (`tables.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ConfigDict, create_model

from .. import model, parts
from ..kinds import KINDS, Backlinks, Kind, Relation
from ..labels import labels
from ..languages import Text
from ..parts import Record, described, described_as
from ..vocabulary import Collection
from .forms import Ask, form, record_type
from .kinds import Address, Addresses, InLanguages, PageReference, Reference, WholeDay, like

VERSION = "2.1"
"""The version of the form: the first number goes up when a field is renamed, removed or changes
its meaning, the second when one is added, or a word that a field can hold."""

_FIRST = VERSION.partition(".")[0]


class Page(Record):
    """What every page of a kind begins with."""

    slug: str = described(
        "De naam waarmee andere gegevens ernaar verwijzen.",
        "The name by which other data refer to it.",
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


_FORMERLY = described(
    "De vroegere namen die nu naar deze pagina leiden, met hun map; de oudste eerst.",
    "The former names that lead to this page now, with their folder; the oldest first.",
    label=("Vroegere namen", "Former names"),
)


class OtherPage(Record):
    """A page of none of the kinds above."""

    path: str = described("Het pad van de pagina.", "The page's path.", label=("Pad", "Path"))
    url: Addresses = like(Page.model_fields["url"])
    title: InLanguages = like(Page.model_fields["title"])
    summary: InLanguages = like(Page.model_fields["summary"])
    formerly: tuple[str, ...] = _FORMERLY


LINKS = form(model.Page.model_fields["links"])
"""What the links of a page are."""


def _of_kind(kind: Kind) -> Any:
    """Return what the data hold of a page of a kind: its fields, and the pages that name it."""
    backlinks = {
        backlinks.name: (
            tuple[Reference, ...],
            described_as(backlinks.explanation, labels()[naming.name]),
        )
        for naming, _, backlinks in published_relations(kind)
    }
    shared = {
        "links": (LINKS.type, like(model.Page.model_fields["links"])),
        "sources": (
            tuple[str, ...],
            described(
                "De id's van alle bronnen die de pagina noemt.",
                "The ids of all sources that the page names.",
                label=("Bronnen", "Sources"),
            ),
        ),
    }
    after = backlinks | {"formerly": (tuple[str, ...], _FORMERLY)}
    return record_type(kind.record, Page, without=model.Page, before=shared, after=after)


def published_relations(kind: Kind) -> Iterator[tuple[Kind, Relation, Backlinks]]:
    """Yield the relations of which the data of a page of a kind list the other pages."""
    for naming in KINDS:
        for relation in naming.relations:
            if relation.published and kind.collection in naming.named_in(relation.field):
                yield naming, relation, relation.published


OF_KINDS: Mapping[Collection, Any] = {kind.collection: _of_kind(kind) for kind in KINDS}

_PAGE = described(
    "De pagina waar de mijlpaal bij hoort.",
    "The page that the milestone belongs to.",
    label=("Pagina", "Page"),
)

Milestone = record_type(
    parts.Milestone,
    before={
        "id": (
            str,
            described(
                "Naam van de bron en het jaar, en waar nodig van de pagina en de woorden.",
                "Name of the source and the year, and where needed of the page and the words.",
                label=("Id", "Id"),
            ),
        )
    },
    after={"page": (PageReference, _PAGE)},
)


class AskOfPage(Ask):
    """What was asked of central government, and the page that tells of it."""

    page: PageReference = described(
        "De pagina waar de vraag bij hoort.",
        "The page that the question belongs to.",
        label=("Pagina", "Page"),
    )


_ADDRESS_OF_TERM = described(
    "De plaats in de begrippenlijst.", "The place in the glossary.", label=("Adres", "Address")
)

Term = record_type(
    parts.Term,
    before={
        "id": (str, like(parts.Term.model_fields["id"])),
        "url": (Addresses, _ADDRESS_OF_TERM),
    },
)

_USED_ON = described(
    "De map en de naam van elke pagina die de bron noemt.",
    "The folder and the name of each page that names the source.",
    label=("Gebruikt op", "Used on"),
)

Source = record_type(parts.Source, after={"used_on": (tuple[str, ...], _USED_ON)})


class Head(Record):
    """What stands above the lists."""

    model_config = ConfigDict(title="Taskforce economisch herstel en transitie", extra="forbid")

    schema_address: Address = described(
        "Het adres van het JSON Schema waaraan dit bestand voldoet.",
        "The address of the JSON Schema that this file conforms to.",
        label=("Schema", "Schema"),
        alias="$schema",
    )
    version: str = described(
        f"De versie van de vorm. Binnen versie {_FIRST} komen er alleen velden en woorden bij.",
        f"The version of the form. Within version {_FIRST} fields and words are only added.",
        label=("Versie", "Version"),
        pattern=rf"^{_FIRST}\.[0-9]+$",
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


def _list(item: type[Record], explanation: Text, label: Text) -> tuple[Any, Any]:
    return tuple[item, ...], described_as(explanation, label)  # type: ignore[valid-type]


_ALL_OF_KIND = Text(nl="De {several}.", en="The {several}.")


def _lists_of_kinds() -> dict[str, Any]:
    return {
        kind.name: _list(
            OF_KINDS[kind.collection],
            _ALL_OF_KIND.format(several=kind.collection.several),
            labels()[kind.name],
        )
        for kind in KINDS
    }


_LISTS: dict[str, Any] = _lists_of_kinds() | {
    "milestones": _list(
        Milestone,
        Text(nl="De mijlpalen, nieuwste eerst.", en="The milestones, newest first."),
        labels()["page.milestones"],
    ),
    "asks": _list(
        AskOfPage,
        Text(nl="Wat er van het Rijk is gevraagd.", en="What was asked of central government."),
        Text(nl="Vragen aan het Rijk", en="Asked of central government"),
    ),
    "terms": _list(
        Term, Text(nl="De begrippen.", en="The terms."), Text(nl="Begrippen", en="Terms")
    ),
    "sources": _list(Source, Text(nl="De bronnen.", en="The sources."), labels()["page.sources"]),
    "pages": _list(
        OtherPage,
        Text(nl="De andere pagina's.", en="The other pages."),
        Text(nl="Andere pagina's", en="Other pages"),
    ),
}

_DOCUMENTATION = "Everything that the site knows, apart from running text."

Catalogue: Any = create_model("Catalogue", __base__=Head, __doc__=_DOCUMENTATION, **_LISTS)
"""The whole of it: the head, a list of each kind of page, and lists of what pages hold."""

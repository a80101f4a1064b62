"""The kinds of page: all that the site does with each, in one place.

Menu, overviews, feeds, search, open data, linked data, book and tests go over `KINDS`. A new kind
is its words (`vocabulary.Collection` and `Overview`), its fields (`model.py`), a `Kind` below, the
template of its pages and the page that opens its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from .addresses import HOME
from .field_types import types_within, written_fields
from .languages import Text, person_sort_key, sort_key
from .model import Deliverable, Organisation, Page, PlainPage, Theme, Translation, Trekker
from .parts import Record
from .values import SlugOf
from .vocabulary import Collection, DeliverableKind, OrganisationKind, Overview

SortKey = tuple[Any, ...]

DELIVERABLE_TYPES: Mapping[DeliverableKind, str] = {
    DeliverableKind.WHITE_PAPER: "Report",
    DeliverableKind.POSITION_PAPER: "Report",
    DeliverableKind.AGENDA: "CreativeWork",
    DeliverableKind.ACTION_PLAN: "CreativeWork",
    DeliverableKind.CANVAS: "CreativeWork",
    DeliverableKind.CITY_DEAL: "CreativeWork",
    DeliverableKind.FUND: "Thing",  # Money, not a text; schema.org has only investment funds.
    DeliverableKind.HANDOVER: "Report",
}

ORGANISATION_TYPES: Mapping[OrganisationKind, str] = {
    OrganisationKind.TASKFORCE: "Organization",
    OrganisationKind.ASSOCIATION: "Organization",
    OrganisationKind.NETWORK: "Organization",
    OrganisationKind.MUNICIPALITY: "GovernmentOrganization",
    OrganisationKind.GOVERNMENT: "GovernmentOrganization",
    OrganisationKind.MINISTRY: "GovernmentOrganization",
    OrganisationKind.AGENCY: "GovernmentOrganization",
    OrganisationKind.KNOWLEDGE: "Organization",
    OrganisationKind.PROGRAMME: "Project",
    OrganisationKind.COOPERATION: "Organization",
}


@dataclass(frozen=True)
class Backlinks:
    """The list of pages that name a page, in the published data of that page."""

    name: str
    explanation: Text


@dataclass(frozen=True)
class Relation:
    """What the pages that a field names say of the page that names them.

    Attributes:
        field: The field, which holds a slug, slugs, or parts with one.
        heading: What stands above the pages there; without, the templates have their own words.
        place: The name of that heading, for links to it.
        brings_events: Whether the milestones stand there too.
        published: The list of the pages in the data of that page, if it has one.
    """

    field: str
    heading: Text | None = None
    place: str = ""
    brings_events: bool = False
    published: Backlinks | None = None


def by_title(record: Any, title: str) -> SortKey:
    """Return the place of a page in the alphabet."""
    return sort_key(title)


def _alike(record: Any) -> int:
    return 0


@dataclass(frozen=True)
class Kind:
    """A kind of page.

    Attributes:
        collection: Its folder and its words.
        record: Its fields.
        overview: The overview that has all of its pages.
        type_of: Returns the type of what a page is about, in schema.org.
        properties: The properties of that in schema.org, by the field that has them.
        page_type: The type of the page itself, in schema.org.
        order: Returns the place of a page among its kind, from its fields and its title.
        group: Returns the place of the group that a page stands in, in an overview with groups.
        prior: How likely its pages are meant, whatever was asked; multiplies a score in the search.
        day: The field with the day on which something took place; that is a milestone by itself.
        in_menu: Whether its pages stand in the menu; their number must not grow.
        relations: What the pages that it names say of it, one for each field that names any.
        row_of: The field, a list, of which each item is a row in the table of the published data.
        row_with_last_of: The field, a list, of which a row there shows the last item.
    """

    collection: Collection
    record: type[Page]
    overview: Overview
    type_of: Callable[[Any], str]
    properties: Mapping[str, str] = field(default_factory=dict)
    page_type: str = "WebPage"
    order: Callable[[Any, str], SortKey] = by_title
    group: Callable[[Any], int] = _alike
    prior: float = 1.0
    day: str = ""
    in_menu: bool = False
    relations: tuple[Relation, ...] = ()
    row_of: str = ""
    row_with_last_of: str = ""

    def __post_init__(self) -> None:
        naming = {name for name, inner in types_within(self.record) if inner.mark(SlugOf)}
        related = {relation.field for relation in self.relations}
        if naming != related:
            raise ValueError(f"{self.collection.folder}: relations {naming ^ related}")
        if any((item.heading is None) != (not item.place) for item in self.relations):
            raise ValueError(f"{self.collection.folder}: a heading and its place go together")
        fields = {*self.properties, self.day, self.row_of, self.row_with_last_of} - {""}
        if unknown := fields - set(self.record.model_fields):
            raise ValueError(f"{self.collection.folder}: no fields {unknown}")

    def named_in(self, name: str) -> set[Collection]:
        """Return the kinds of the pages that a field can name."""
        return {
            named.collection
            for field_name, inner in types_within(self.record)
            if field_name == name and (named := inner.mark(SlugOf))
        }

    @property
    def name(self) -> str:
        """Its name in code, data and templates, for several."""
        return self.collection.name.lower()

    @property
    def index(self) -> str:
        """The path below docs/ of the page that opens its folder."""
        return f"{self.collection.folder}/{HOME}"


KINDS: tuple[Kind, ...] = (
    Kind(
        Collection.THEMES,
        Theme,
        Overview.THEMES,
        type_of=lambda theme: "Thing",
        order=lambda theme, title: (theme.order, sort_key(title)),
        prior=1.2,  # Themes and what came of them are what the site is about.
        in_menu=True,
        relations=(Relation("partners", heading=Collection.THEMES.several, place="themas"),),
    ),
    Kind(
        Collection.TREKKERS,
        Trekker,
        Overview.TREKKERS,
        type_of=lambda trekker: "Person",
        properties={"leads": "memberOf"},
        page_type="ProfilePage",
        order=lambda trekker, title: person_sort_key(title),
        relations=(
            Relation("municipality"),
            Relation(
                "leads",
                published=Backlinks(
                    "leads",
                    Text(nl="Wie het thema trekken of trokken.", en="Who lead or led the theme."),
                ),
            ),
        ),
        row_of="leads",
    ),
    Kind(
        Collection.DELIVERABLES,
        Deliverable,
        Overview.DELIVERABLES,
        type_of=lambda deliverable: DELIVERABLE_TYPES[deliverable.kind],
        properties={
            # Whoever made it: that need not be the taskforce, and often no source says.
            "makers": "sourceOrganization",
            "themes": "about",
            "standing": "creativeWorkStatus",
            "links": "encoding",
        },
        prior=1.1,
        relations=(
            Relation(
                "themes",
                brings_events=True,
                published=Backlinks(
                    "deliverables",
                    Text(nl="De resultaten van het thema.", en="The deliverables of the theme."),
                ),
            ),
            Relation(
                "makers",
                heading=Text(
                    nl="resultaten van deze organisatie", en="deliverables by this organisation"
                ),
                place="gemaakt",
                brings_events=True,
            ),
            Relation("partners", heading=Text(nl="betrokken", en="involved"), place="betrokken"),
        ),
        row_with_last_of="standing",
    ),
    Kind(
        Collection.ORGANISATIONS,
        Organisation,
        Overview.ORGANISATIONS,
        type_of=lambda organisation: ORGANISATION_TYPES[organisation.kind],
        properties={"abbreviation": "alternateName", "url": "url"},
        group=lambda organisation: list(OrganisationKind).index(organisation.kind),
    ),
)
"""The kinds of page, in the order in which the site shows them."""

_BY_COLLECTION: Mapping[Collection, Kind] = MappingProxyType(
    {kind.collection: kind for kind in KINDS}
)
if missing := set(Collection) - set(_BY_COLLECTION):
    raise ValueError(f"no kind for {missing}")


def kind_of(collection: Collection) -> Kind:
    """Return what the site does with the pages in a collection."""
    return _BY_COLLECTION[collection]


_RECORDS: tuple[type[Record], ...] = (Translation, PlainPage, *(kind.record for kind in KINDS))

FIELD_NAMES = frozenset(name for record in _RECORDS for name in written_fields(record))
"""The names of all fields that a page of any kind can have at its top level."""

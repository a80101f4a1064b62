"""What each kind of page is about, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..catalogue import TASKFORCE, Catalogue, Entity
from ..certainty import history
from ..labels import labels
from ..languages import Language
from ..parts import Lead, Link
from ..vocabulary import Collection, DeliverableKind, LinkFormat, OrganisationKind, Overview
from .site import CATALOGUE, LICENCE, Site, thing
from .tables import TABLES

Node = dict[str, Any]

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

MEDIA_TYPES: Mapping[LinkFormat, str] = {
    LinkFormat.HTML: "text/html",
    LinkFormat.PDF: "application/pdf",
    LinkFormat.CSV: "text/csv",
    LinkFormat.SPREADSHEET: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    LinkFormat.DOCUMENT: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def main_entity(
    catalogue: Catalogue, entity: Entity[Any], site: Site, language: Language
) -> Node | None:
    """Return what a page is about, or None where it is only a page."""
    make = _MAKERS.get(entity.collection or getattr(entity.record, "overview", None))
    if make is None:
        return None
    node = make(_Things(catalogue, site, language), entity)
    return {key: value for key, value in node.items() if value not in (None, [], {})}


class _Things:
    def __init__(self, catalogue: Catalogue, site: Site, language: Language) -> None:
        self.catalogue = catalogue
        self.site = site
        self.language = language

    def named(self, kind: str, entity: Entity[Any]) -> Node:
        """Return enough of a thing to know it by."""
        name = entity.version(self.language).title
        return {"@type": kind, "@id": thing(entity, self.site), "name": name}

    def described(self, kind: str, entity: Entity[Any]) -> Node:
        return {
            **self.named(kind, entity),
            "description": entity.version(self.language).summary,
            "mainEntityOfPage": {"@id": self.site.page(entity, self.language)},
        }

    def organisation(self, slug: str) -> Node:
        entity = self.catalogue.organisations[slug]
        return self.named(ORGANISATION_TYPES[entity.record.kind], entity)

    def themes(self, slugs: Iterable[str]) -> list[Node]:
        return [self.named("Thing", self.catalogue.themes[slug]) for slug in slugs]

    def label(self, name: str, **values: object) -> str:
        return labels()[name].within(self.language).format(**values)

    # --- one for each kind of page --------------------------------------------------------------

    def about_theme(self, entity: Entity[Any]) -> Node:
        return self.described("Thing", entity)

    def about_organisation(self, entity: Entity[Any]) -> Node:
        return self.described(ORGANISATION_TYPES[entity.record.kind], entity) | {
            "alternateName": entity.record.abbreviation,
            "url": entity.record.url,
        }

    def about_deliverable(self, entity: Entity[Any]) -> Node:
        record = entity.record
        node = self.described(DELIVERABLE_TYPES[record.kind], entity)
        if node["@type"] == "Thing":
            return node
        return node | {
            # Whoever made it: that need not be the taskforce, and often no source says.
            "sourceOrganization": [self.organisation(slug) for slug in record.makers],
            "about": self.themes(record.themes),
            "creativeWorkStatus": history(record.standing, self.language),
            "encoding": [_encoding(link) for link in record.links],
        }

    def about_trekker(self, entity: Entity[Any]) -> Node:
        record = entity.record
        municipality = self.catalogue.organisations[record.municipality]
        office = record.office.text.within(self.language)
        return self.described("Person", entity) | {
            "memberOf": [self.role(lead) for lead in record.leads],
            # When the office itself began and ended is not known: only that it was held then.
            "hasOccupation": [
                {
                    "@type": "Role",
                    "description": self.label("office_then", period=self.period(lead)),
                    "hasOccupation": {
                        "@type": "Occupation",
                        "name": office,
                        "occupationLocation": {
                            "@type": "AdministrativeArea",
                            "name": municipality.version(self.language).title,
                        },
                    },
                }
                for lead in record.leads
            ],
        }

    def role(self, lead: Lead) -> Node:
        """Return what someone led in the taskforce, from when until when."""
        what = self.label("taskforce_as_a_whole")
        if lead.theme is not None:
            what = self.catalogue.themes[lead.theme].version(self.language).title
        node: Node = {
            "@type": "OrganizationRole",
            "roleName": f"{self.label('trekker')}: {what}",
            "startDate": str(lead.start),
        }
        if lead.until is not None:
            node["endDate"] = str(lead.until)
        if TASKFORCE in self.catalogue.organisations:
            node["memberOf"] = self.organisation(TASKFORCE)
        return node

    def period(self, lead: Lead) -> str:
        until = "" if lead.until is None else lead.until.shown(self.language)
        return self.label(lead.period_label, start=lead.start.shown(self.language), until=until)

    def glossary(self, entity: Entity[Any]) -> Node:
        address = self.site.page(entity, self.language)
        name = f"{address}#begrippen"
        return {
            "@type": "DefinedTermSet",
            "@id": name,
            "name": entity.version(self.language).title,
            "inLanguage": self.language,
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "@id": f"{address}#{term.id}",
                    "name": term.term.text.within(self.language),
                    "description": term.definition.text.within(self.language),
                    "inDefinedTermSet": {"@id": name},
                }
                | (
                    {"alternateName": term.abbreviation.text.within(self.language)}
                    if term.abbreviation
                    else {}
                )
                for term in self.catalogue.terms
            ],
        }

    def dataset(self, entity: Entity[Any]) -> Node:
        version = entity.version(self.language)
        paths = [(CATALOGUE, "application/json"), *((table.path, "text/csv") for table in TABLES)]
        return {
            "@type": "Dataset",
            "@id": thing(entity, self.site),
            "name": f"{version.title}: {self.site.names.within(self.language)}",
            "description": version.summary,
            "url": self.site.page(entity, self.language),
            "license": LICENCE,
            "isAccessibleForFree": True,
            "inLanguage": ["nl", "en"],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": self.site.file(path),
                    "encodingFormat": media_type,
                }
                for path, media_type in paths
            ],
        }


def _encoding(link: Link) -> Node:
    return {
        "@type": "MediaObject",
        "name": link.title,
        "contentUrl": link.url,
        "encodingFormat": MEDIA_TYPES[link.format],
        "inLanguage": link.language.written,
    }


_MAKERS: Mapping[object, Callable[[_Things, Entity[Any]], Node]] = {
    Collection.THEMES: _Things.about_theme,
    Collection.TREKKERS: _Things.about_trekker,
    Collection.DELIVERABLES: _Things.about_deliverable,
    Collection.ORGANISATIONS: _Things.about_organisation,
    Overview.GLOSSARY: _Things.glossary,
    Overview.DATA: _Things.dataset,
}

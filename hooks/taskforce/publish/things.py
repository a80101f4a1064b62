"""What each kind of page is about, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..catalogue import Catalogue, Entity
from ..certainty import history
from ..field_types import FieldType, field_types
from ..kinds import Kind
from ..labels import labels
from ..languages import LANGUAGES, Language
from ..model import Trekker
from ..parts import Lead, Link, Localised, Standing
from ..values import SlugOf
from ..vocabulary import LinkFormat, Overview, Word
from .site import CATALOGUE, LICENCE, Site, thing
from .tables import TABLES

Node = dict[str, Any]

ANYTHING = "Thing"
"""What schema.org calls what it has no type for, and so no properties."""

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
    things = _Things(catalogue, site, language)
    if entity.kind is not None:
        node = things.of_kind(entity, entity.kind)
    elif (make := _OF_OVERVIEWS.get(entity.overview)) is not None:
        node = make(things, entity)
    else:
        return None
    return {key: value for key, value in node.items() if value not in (None, [], {})}


class _Things:
    def __init__(self, catalogue: Catalogue, site: Site, language: Language) -> None:
        self.catalogue = catalogue
        self.site = site
        self.language = language

    def named(self, entity: Entity[Any]) -> Node:
        """Return enough of a thing to know it by."""
        kind = ANYTHING if entity.kind is None else entity.kind.type_of(entity.record)
        name = entity.version(self.language).title
        return {"@type": kind, "@id": thing(entity, self.site), "name": name}

    def described(self, entity: Entity[Any]) -> Node:
        return {
            **self.named(entity),
            "description": entity.version(self.language).summary,
            "mainEntityOfPage": {"@id": self.site.page(entity, self.language)},
        }

    def label(self, name: str, **values: object) -> str:
        return labels()[name].in_language(self.language).format(**values)

    # --- what a page is about -------------------------------------------------------------------

    def of_kind(self, entity: Entity[Any], kind: Kind) -> Node:
        node = self.described(entity)
        if node["@type"] == ANYTHING:
            return node
        types = field_types(kind.record)
        for name, property_name in kind.properties.items():
            node[property_name] = self.value(types[name], getattr(entity.record, name))
        return node | (self.occupations(entity) if kind.record is Trekker else {})

    def value(self, kind: FieldType, value: Any) -> object:
        """Return what a field holds in the words of schema.org."""
        if kind.part is Standing:
            return history(value, self.language)
        if kind.several:
            return [self.one(kind, item) for item in value]
        return None if value is None else self.one(kind, value)

    def one(self, kind: FieldType, value: Any) -> object:
        if named := kind.mark(SlugOf):
            return self.named(self.catalogue.of(named.collection)[value])
        if isinstance(value, Lead):
            return self.role(value)
        if isinstance(value, Link):
            return _encoding(value)
        if isinstance(value, Localised):
            return value.text.in_language(self.language)
        if isinstance(value, Word):
            return value.label.in_language(self.language)
        return str(value)

    def occupations(self, entity: Entity[Any]) -> Node:
        """Return the office that someone held when leading."""
        record = entity.record
        municipality = self.catalogue.organisations[record.municipality]
        office = record.office.text.in_language(self.language)
        return {
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
        }
        if lead.began_at_start:
            node["startDate"] = str(lead.start)
        else:
            node["description"] = self.period(lead)
        if lead.until is not None:
            node["endDate"] = str(lead.until)
        if taskforce := self.catalogue.taskforce:
            node["memberOf"] = self.named(taskforce)
        return node

    def period(self, lead: Lead) -> str:
        until = "" if lead.until is None else lead.until.in_words(self.language)
        return self.label(lead.period_label, start=lead.start.in_words(self.language), until=until)

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
                    "name": term.term.text.in_language(self.language),
                    "description": term.definition.text.in_language(self.language),
                    "inDefinedTermSet": {"@id": name},
                }
                | (
                    {"alternateName": term.abbreviation.text.in_language(self.language)}
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
            "name": f"{version.title}: {self.site.names.in_language(self.language)}",
            "description": version.summary,
            "url": self.site.page(entity, self.language),
            "license": LICENCE,
            "isAccessibleForFree": True,
            "inLanguage": list(LANGUAGES),
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
        "inLanguage": link.language.value,
    }


_OF_OVERVIEWS: Mapping[Overview | None, Callable[[_Things, Entity[Any]], Node]] = {
    Overview.GLOSSARY: _Things.glossary,
    Overview.DATA: _Things.dataset,
}

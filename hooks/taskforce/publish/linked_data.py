"""What a page is about, for search engines: JSON-LD in the words of schema.org.

Facts only: what the catalogue does not say is left out, rather than guessed to fill a property
that some search engine likes. Source: https://schema.org and JSON-LD 1.1.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from ..catalogue import Catalogue, Entity
from ..kinds import KINDS
from ..languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, Language
from ..model import Page
from ..vocabulary import Overview
from .breadcrumbs import ancestors
from .site import LICENCE, Site, thing
from .things import Node, main_entity

CONTEXT = "https://schema.org"

_LISTS = frozenset({*(kind.overview for kind in KINDS), Overview.TIMELINE, Overview.SOURCES})


def linked_data(
    catalogue: Catalogue, entity: Entity[Page], site: Site, language: Language
) -> dict[str, Any]:
    """Return the graph of a page: the site, the page, its place, and what it is about.

    A page that has not been translated is described in Dutch, as it is.
    """
    own = entity.version(language).language
    nodes = [_website(site), _page(catalogue, entity, site, own)]
    if above := ancestors(catalogue, entity):
        nodes.append(_breadcrumb([*above, entity], site, own))
    if about := main_entity(catalogue, entity, site, own):
        nodes.append(about)
    return {"@context": CONTEXT, "@graph": nodes}


def script_text(graph: dict[str, Any]) -> Markup:
    r"""Return JSON that can stand in a `script` element, whatever its texts hold.

    Source: HTML Living Standard, "Restrictions for contents of script elements": `<!--`, `<script`
    and `</script` must be escaped; as `\u003c` they mean the same in JSON.
    """
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _website(site: Site) -> Node:
    return {
        "@type": "WebSite",
        "@id": f"{site.address}#website",
        "url": site.address,
        "name": site.names.in_language(SOURCE_LANGUAGE),
        "alternateName": _one_or_more([site.names.in_language(code) for code in TRANSLATIONS]),
        "inLanguage": list(LANGUAGES),
    }


def _page(catalogue: Catalogue, entity: Entity[Page], site: Site, language: Language) -> Node:
    version = entity.version(language)
    address = site.page(entity, language)
    node: Node = {
        "@type": _page_type(entity),
        "@id": address,
        "url": address,
        "name": version.title,
        "description": version.summary,
        "inLanguage": language,
        "isPartOf": {"@id": f"{site.address}#website"},
        "license": LICENCE,
    }
    if entity.collection is not None:
        node["mainEntity"] = {"@id": thing(entity, site)}
        # Where the facts come from; an overview would only repeat all sources of the site.
        node["citation"] = [
            {"@type": "CreativeWork", "name": source.title, "url": source.url}
            for source in map(catalogue.sources.__getitem__, entity.cited)
        ]
    if ancestors(catalogue, entity):
        node["breadcrumb"] = {"@id": f"{address}#breadcrumb"}
    if language == SOURCE_LANGUAGE:
        translations = [code for code in TRANSLATIONS if entity.is_translated(code)]
        node["workTranslation"] = _one_or_more(
            [{"@id": site.page(entity, code)} for code in translations]
        )
    else:
        node["translationOfWork"] = {"@id": site.page(entity, SOURCE_LANGUAGE)}
    return {key: value for key, value in node.items() if value}


def _one_or_more(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _page_type(entity: Entity[Page]) -> str:
    if entity.kind is not None:
        return entity.kind.page_type
    return "CollectionPage" if entity.overview in _LISTS else "WebPage"


def _breadcrumb(path: list[Entity[Page]], site: Site, language: Language) -> Node:
    return {
        "@type": "BreadcrumbList",
        "@id": f"{site.page(path[-1], language)}#breadcrumb",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": entity.version(language).title,
                "item": site.page(entity, language),
            }
            for position, entity in enumerate(path, 1)
        ],
    }

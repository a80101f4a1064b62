"""JSON-LD: facts only, in words that schema.org has, safe in a page; and the preview of a link."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from PIL import Image
from pyld import jsonld  # type: ignore[import-untyped]

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.kinds import DELIVERABLE_TYPES, ORGANISATION_TYPES
from hooks.taskforce.languages import LANGUAGES, Text
from hooks.taskforce.publish import previews
from hooks.taskforce.publish.linked_data import CONTEXT, linked_data, script_text
from hooks.taskforce.publish.metadata import metadata
from hooks.taskforce.publish.previews import MARGIN, SIZE, Look, Preview, picture
from hooks.taskforce.publish.site import Site
from hooks.taskforce.publish.tables import TABLES
from hooks.taskforce.publish.things import MEDIA_TYPES
from hooks.taskforce.vocabulary import DeliverableKind, LinkFormat, OrganisationKind
from tests.conftest import ROOT
from tests.fixed_site import fixed_catalogue
from tests.publishing import ANY_TEXT, HOSTILE, SITE, small, with_words

CATALOGUE = small()
FIXED = fixed_catalogue()
SCHEMA = "https://schema.org/"

TYPES = [
    *("AdministrativeArea", "BreadcrumbList", "CollectionPage", "CreativeWork", "DataDownload"),
    *("Dataset", "DefinedTerm", "DefinedTermSet", "GovernmentOrganization", "ListItem"),
    *("MediaObject", "Occupation", "Organization", "OrganizationRole", "Person", "ProfilePage"),
    *("Project", "Report", "Role", "Thing", "WebPage", "WebSite"),
]
TEXTS = [
    *("alternateName", "creativeWorkStatus", "description", "encodingFormat", "endDate"),
    *("inLanguage", "isAccessibleForFree", "name", "position", "roleName", "startDate"),
]
LINKS = [
    *("about", "breadcrumb", "citation", "contentUrl", "distribution", "encoding"),
    *("hasDefinedTerm", "hasOccupation", "inDefinedTermSet", "isPartOf", "item", "itemListElement"),
    *("license", "mainEntity", "mainEntityOfPage", "memberOf", "occupationLocation"),
    *("sourceOrganization", "translationOfWork", "url", "workTranslation"),
]
"""The words of schema.org that the site uses, looked up in schema.org's own vocabulary (version 29,
as rdflib 7.6 carries it). Without `@vocab`, expanding drops every word that is not among them."""

LOCAL_CONTEXT: dict[str, Any] = {
    "@context": {name: f"{SCHEMA}{name}" for name in (*TYPES, *TEXTS)}
    | {name: {"@id": f"{SCHEMA}{name}", "@type": "@id"} for name in LINKS}
}


def expanded(graph: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the graph with full names, as a program reads it; without any network."""

    def local(address: str, options: object) -> dict[str, Any]:
        assert address == CONTEXT
        return {"contextUrl": None, "documentUrl": address, "document": LOCAL_CONTEXT}

    made: list[dict[str, Any]] = jsonld.expand(graph, {"documentLoader": local})
    return made


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)


def of_page(path: str, catalogue: Catalogue = FIXED, language: str = "nl") -> dict[str, Any]:
    """Return the nodes of a page by type."""
    code = next(code for code in LANGUAGES if code == language)
    graph = linked_data(catalogue, catalogue.by_path[path], SITE, code)["@graph"]
    return {node["@type"]: node for node in graph}


def test_every_word_on_every_page_is_one_of_schema_org() -> None:
    for entity in FIXED.entities:
        for language in LANGUAGES:
            graph = linked_data(FIXED, entity, SITE, language)
            written = list(nodes(graph["@graph"]))
            keys = sorted(key for node in written for key in node)
            types = sorted(node["@type"] for node in written if "@type" in node)
            read = list(nodes(expanded(graph)))
            full = [key.removeprefix(SCHEMA) for node in read for key in node]
            assert sorted(key for key in full if key in keys and key[0] != "@") == [
                key for key in keys if key[0] != "@"
            ], entity.path
            assert types == sorted(
                name.removeprefix(SCHEMA) for node in read for name in node.get("@type", [])
            )
            for node in read:
                assert node.get("@id", "https://").startswith("https://")


def test_every_page_has_the_site_itself_and_its_place() -> None:
    for entity in FIXED.entities:
        found = of_page(entity.path)
        assert found["WebSite"]["inLanguage"] == ["nl", "en"]
        page = next(node for kind, node in found.items() if kind.endswith("Page"))
        assert page["isPartOf"]["@id"] == found["WebSite"]["@id"]
        if entity.path == "index.md":
            assert "BreadcrumbList" not in found
            assert "breadcrumb" not in page
            continue
        items = found["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == SITE.address
        assert items[-1]["item"] == page["url"]
        assert page["breadcrumb"]["@id"] == found["BreadcrumbList"]["@id"]


def test_a_page_of_a_kind_says_what_it_is_about_and_where_that_was_found() -> None:
    for entity in FIXED.entities:
        graph = linked_data(FIXED, entity, SITE, "nl")["@graph"]
        page = next(node for node in graph if node["@type"].endswith("Page"))
        if entity.collection is None:
            assert not {"mainEntity", "citation"} & set(page), entity.path
            continue
        assert page["mainEntity"]["@id"] == graph[-1]["@id"]
        assert graph[-1]["mainEntityOfPage"]["@id"] == page["@id"]
        cited = [FIXED.sources[name] for name in entity.cited]
        assert [(one["name"], one["url"]) for one in page["citation"]] == [
            (source.title, source.url) for source in cited
        ]


def test_a_person_held_an_office_then_and_not_now() -> None:
    person = of_page("trekkers/rene-de-heer.md", CATALOGUE)["Person"]
    (role,) = person["memberOf"]
    assert role["roleName"] == "Trekker: MKB"
    assert (role["startDate"], role["endDate"]) == ("2021-01", "2022")
    assert role["memberOf"]["name"] == "De taskforce"
    (occupation,) = person["hasOccupation"]
    assert occupation["description"] == "Functie toen, als trekker januari 2021 tot 2022"
    assert occupation["hasOccupation"]["name"] == "wethouder Economie"
    assert not {"startDate", "endDate"} & set(occupation)
    assert not {"jobTitle", "worksFor", "affiliation"} & set(person)
    open_ended = of_page("trekkers/mariska-ten-heuw.md", CATALOGUE)["Person"]["memberOf"]
    assert open_ended
    assert all("endDate" not in role for role in open_ended)


def test_who_led_in_a_year_is_not_said_to_have_begun_then() -> None:
    role, *_ = of_page("trekkers/mariska-ten-heuw.md", CATALOGUE)["Person"]["memberOf"]
    assert "startDate" not in role
    assert role["description"] == "in 2021"
    begun = of_page("trekkers/anna-van-den-berg.md")["Person"]["memberOf"]
    assert [(role["startDate"], role.get("endDate")) for role in begun] == [
        ("2021-03", None),
        ("2021-03-25", "2022-06"),
    ]
    assert not any("description" in role for role in begun)


def test_a_work_is_of_whoever_made_it_and_of_nobody_where_no_source_says() -> None:
    assert (
        "sourceOrganization" not in of_page("resultaten/city-deal-havensteden.md")["CreativeWork"]
    )
    canvas = of_page("resultaten/welvaart-canvas.md")["CreativeWork"]
    (maker,) = canvas["sourceOrganization"]
    assert maker["name"] == "Havenlab"
    assert canvas["creativeWorkStatus"] == "juli 2021: gepubliceerd"
    deal = of_page("resultaten/city-deal-havensteden.md")["CreativeWork"]
    assert deal["creativeWorkStatus"] == (
        "2021: in voorbereiding → 14 juni 2023: in uitvoering (waarschijnlijk verband)"
    )
    fund = of_page("resultaten/kadefonds.md")
    assert "CreativeWork" not in fund
    assert "Thing" in fund


def test_what_a_page_is_about_has_one_name_in_both_languages() -> None:
    dutch = of_page("organisaties/stadsbond.md")["Organization"]
    english = of_page("organisaties/stadsbond.md", language="en")["Organization"]
    assert dutch["@id"] == english["@id"]
    assert dutch["name"] != english["name"]
    assert dutch["alternateName"] == "BVS"
    assert of_page("organisaties/oostdam.md")["GovernmentOrganization"]


def test_glossary_and_data_are_described() -> None:
    glossary = of_page("begrippen.md")["DefinedTermSet"]
    assert glossary["name"] == FIXED.by_path["begrippen.md"].title.nl
    assert len(glossary["hasDefinedTerm"]) == len(FIXED.terms)
    files = of_page("over/open-data.md")["Dataset"]["distribution"]
    assert [(file["contentUrl"], file["encodingFormat"]) for file in files] == [
        (f"{SITE.address}data/catalogus.json", "application/json"),
        *((SITE.file(table.path), "text/csv") for table in TABLES),
    ]


def test_a_page_that_is_not_translated_is_described_in_dutch() -> None:
    page = of_page("resultaten/city-deal.md", CATALOGUE, "en")["WebPage"]
    assert page["inLanguage"] == "nl"
    assert page["url"] == f"{SITE.address}resultaten/city-deal/"
    assert "workTranslation" not in page
    translated = of_page("themas/mkb.md", CATALOGUE, "en")["WebPage"]
    assert translated["translationOfWork"]["@id"] == f"{SITE.address}themas/mkb/"
    dutch = of_page("themas/mkb.md", CATALOGUE)["WebPage"]
    assert dutch["workTranslation"]["@id"] == translated["@id"] == f"{SITE.address}en/themas/mkb/"


def test_every_word_of_a_vocabulary_has_a_type() -> None:
    assert set(DELIVERABLE_TYPES) == set(DeliverableKind)
    assert set(ORGANISATION_TYPES) == set(OrganisationKind)
    assert set(MEDIA_TYPES) == set(LinkFormat)


@given(ANY_TEXT)
def test_any_text_is_safe_in_a_script_element_and_reads_back_the_same(words: str) -> None:
    catalogue = with_words(CATALOGUE, words)
    for path in ("resultaten/welvaart-canvas.md", "begrippen.md"):
        graph = linked_data(catalogue, catalogue.by_path[path], SITE, "nl")
        text = script_text(graph)
        assert not set("<>&\u2028\u2029") & set(text)
        assert json.loads(text) == graph


def test_a_page_that_closes_its_script_does_not() -> None:
    catalogue = with_words(CATALOGUE, HOSTILE)
    made = metadata(catalogue, catalogue.by_path["themas/mkb.md"], SITE, "nl")
    assert "\\u003c/script\\u003e" in made.linked_data


# --- Open Graph ---------------------------------------------------------------------------------


def test_a_shared_link_shows_the_page_in_its_own_language() -> None:
    for entity in FIXED.entities:
        for language in entity.versions:
            made = metadata(FIXED, entity, SITE, language)
            found = dict(made.properties)
            version = entity.version(language)
            assert found["og:title"] == version.title
            assert found["og:description"] == version.summary
            assert found["og:url"] == SITE.page(entity, language)
            assert found["og:locale"] == {"nl": "nl_NL", "en": "en_GB"}[language]
            assert found["og:image"].endswith(f"-{language}.png")
            assert found["og:image:alt"]
            assert found["og:image:type"] == "image/png"
            assert made.feeds[-1].path == {"nl": "feed.xml", "en": "en/feed.xml"}[language]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.md", "website"),
        ("en/index.md", "website"),
        ("trekkers/rene-de-heer.md", "profile"),
        ("themas/mkb.md", "article"),
        ("begrippen.md", "article"),
    ],
)
def test_a_shared_link_says_what_kind_of_page_it_is(path: str, kind: str) -> None:
    entity = CATALOGUE.by_path[path.removeprefix("en/")]
    language = LANGUAGES[path.startswith("en/")]
    assert dict(metadata(CATALOGUE, entity, SITE, language).properties)["og:type"] == kind


def test_a_page_left_in_dutch_says_so_in_an_english_site() -> None:
    made = metadata(CATALOGUE, CATALOGUE.by_path["resultaten/city-deal.md"], SITE, "en")
    found = dict(made.properties)
    assert found["og:locale"] == "nl_NL"
    assert found["og:image"].endswith("resultaten-city-deal-nl.png")
    assert "og:locale:alternate" not in found
    # The feed is that of the site around the page.
    assert made.feeds[0].path == "en/feed.xml"


def test_a_theme_offers_its_own_feed_first() -> None:
    made = metadata(FIXED, FIXED.by_path["themas/haven.md"], SITE, "en")
    assert [feed.path for feed in made.feeds] == ["en/themas/haven/feed.xml", "en/feed.xml"]


def test_a_site_without_pictures_names_none() -> None:
    made = metadata(FIXED, FIXED.by_path["index.md"], SITE, "nl", with_preview=False)
    assert not any("image" in name for name, _ in made.properties)


@pytest.fixture(scope="module")
def look() -> Look:
    typeface = (ROOT / "docs/assets/fonts/schibsted-grotesk-latin.woff2").read_bytes()
    return Look.of(typeface, *(styles(name) for name in ("tokens", "gables")))


def styles(name: str) -> str:
    return (ROOT / f"docs/assets/css/{name}.css").read_text(encoding="utf-8")


def test_a_theme_and_a_deliverable_have_a_picture_with_their_title_and_their_gables() -> None:
    haven, water = FIXED.themes["haven"], FIXED.themes["water"]
    deal = FIXED.deliverables["city-deal-havensteden"]
    of = {page.path: Preview.of(FIXED, page, SITE, "en") for page in (haven, water, deal)}
    for page in (haven, water, deal):
        assert of[page.path].title == page.version("en").title
        assert page.version("en").title in of[page.path].alternative
    assert len({preview.path for preview in of.values()}) == 3
    assert of[haven.path].gables != of[water.path].gables
    assert of[deal.path].gables == tuple(
        Preview.of(FIXED, FIXED.themes[slug], SITE, "en").gables[0] for slug in deal.record.themes
    )


def test_on_a_large_site_pages_with_the_same_gables_share_a_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(previews, "MOST_OWN", 3)
    every = {preview.path: preview for preview in Preview.every(FIXED, SITE)}
    shown: dict[tuple[str, tuple[int, ...]], set[str]] = {}
    for deliverable in FIXED.deliverables.values():
        shared = Preview.of(FIXED, deliverable, SITE, "nl")
        assert every[shared.path] == shared
        assert shared.title == "Resultaat"
        shown.setdefault((shared.title, shared.gables), set()).add(shared.path)
    assert all(len(paths) == 1 for paths in shown.values())
    assert 1 < len(shown) < len(FIXED.deliverables)


def test_there_is_a_small_picture_for_each_kind_of_page_and_language(look: Look) -> None:
    long = "Een taskforce met een naam die over twee regels moet en dan nog netjes staat"
    every = list(Preview.every(FIXED, Site(SITE.address, Text(nl=long, en=long))))
    assert len({preview.path for preview in every}) == len(every)
    used = {
        Preview.of(FIXED, entity, SITE, entity.version(language).language).path
        for entity in FIXED.entities
        for language in LANGUAGES
    }
    assert used <= {preview.path for preview in every}
    assert {preview.path for preview in every} - used <= {
        f"previews/{folder}-{language}.png"
        for folder in ("themas", "resultaten")
        for language in LANGUAGES
    }
    for preview in every:
        content = picture(preview, look)
        assert len(content) <= 100_000
        image = Image.open(BytesIO(content))
        assert (image.format, image.size) == ("PNG", SIZE)
        # The ground is the site's own colour, and the words keep clear of the edges.
        pixels = image.convert("RGB")
        ground = pixels.getpixel((0, 0))
        assert "#{:02x}{:02x}{:02x}".format(*ground) == look.ground  # type: ignore[misc]
        edge = pixels.crop((SIZE[0] - 60, 0, *SIZE))
        assert edge.getextrema() == tuple((channel, channel) for channel in ground)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Plan Yeşilgöz & Šárka", "Plan Yesilgöz & Sárka"),
        ("e\u0301e\u0301n Łódź", "één Lódz"),
        ("ĳs 👩🏽‍🔬 in 2021", "ijs in 2021"),
        ("‘Samen’ – voor € 5…", "‘Samen’ – voor € 5…"),
        ("中文", ""),
    ],
)
def test_a_picture_has_no_empty_boxes(look: Look, words: str, drawn: str) -> None:
    assert look.drawn(words) == drawn
    shown, meant = (
        picture(replace(next(Preview.every(FIXED, SITE)), title=text), look)
        for text in (words, drawn)
    )
    assert shown == meant


@pytest.mark.parametrize(
    "title",
    [
        "Samenwerkingsovereenkomst mkb",
        "Arbeidsmarktregiosamenwerkingsovereenkomstenregister",
        "Gemeenten werken met Rijk, provincies en ondernemers aan een sterke MKB-agenda 2",
    ],
)
def test_words_on_a_picture_stay_within_its_margins(look: Look, title: str) -> None:
    for preview in (
        Preview.of(FIXED, FIXED.deliverables["samen-sterk"], SITE, "nl"),
        Preview.of(FIXED, FIXED.pages["over/index"], SITE, "nl"),
    ):
        image = Image.open(BytesIO(picture(replace(preview, title=title), look))).convert("RGB")
        right = image.crop((SIZE[0] - MARGIN + 4, 0, *SIZE))
        assert len(right.getcolors() or ()) == 1
        below_mark = image.crop((0, 2 * MARGIN, MARGIN - 4, SIZE[1]))
        assert len(below_mark.getcolors() or ()) == 1


def test_a_picture_is_the_same_at_every_build(look: Look) -> None:
    preview = next(Preview.every(FIXED, SITE))
    first = picture(preview, look)
    assert picture(preview, look) == first


def test_a_style_sheet_without_the_colours_is_reported() -> None:
    with pytest.raises(ValueError, match="--deep"):
        Look.of(b"", ":root { --ground: #ffffff; }", styles("gables"))
    with pytest.raises(ValueError, match="--gable"):
        Look.of(b"", styles("tokens"), "")

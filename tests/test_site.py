"""The built site, read as HTML: what a reader must find, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.loading import load
from tests.conftest import PREFIX, ROOT, Pages

BASE = f"https://example.org{PREFIX}"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = load(ROOT / "docs")
    assert not loaded.problems
    return loaded.catalogue


def address_of(path: str, language: str) -> str:
    """Return the address of the page that stands in docs/ under `path`."""
    bare = path.removesuffix(".md").removesuffix("index").strip("/")
    return "/".join(part for part in ("" if language == "nl" else language, bare) if part)


def attribute(tag: Tag | None, name: str) -> str:
    assert isinstance(tag, Tag)
    value = tag.get(name)
    assert isinstance(value, str)
    return value


def test_every_page_stands_in_both_languages(pages: Pages, catalogue: Catalogue) -> None:
    expected = {
        address_of(entity.path, language) for entity in catalogue.entities for language in LANGUAGES
    }
    assert set(pages.addresses()) == expected


FINDABLE = [
    # What the source text says of each thing must be findable on its page.
    ("themas/vitale-binnensteden", ["nieuwe financiële", "transformatiefonds", "City Deal"]),
    ("en/themas/vitale-binnensteden", ["new financial arrangements", "transformation fund"]),
    ("themas/human-capital", ["René de Heer", "Mariska ten Heuw", "Carine Bloemhoff", "UWV"]),
    ("themas/human-capital", ["Wat er van het Rijk werd gevraagd", "structurele aanpak"]),
    (
        "en/themas/human-capital",
        ["What was asked of central government", "coherent and structural"],
    ),
    ("themas/vitale-binnensteden", ["Monique Esselbrugge", "Nijmegen"]),
    ("themas/regionale-economie", ["Jeroen Joon", "Pieter Meekels", "Welvaart Model canvas"]),
    ("organisaties/taskforce", ["Boaz Adank", "maart 2021", "G4", "M50", "P10"]),
    ("en/organisaties/taskforce", ["Boaz Adank", "March 2021", "lead"]),
    ("resultaten/mkb-uitvoeringsagenda", ["dienstverlening", "instrumenten", "digitalisering"]),
    ("resultaten/mkb-uitvoeringsagenda", ["circulaire economie", "EZK", "BZK", "IPO"]),
    ("en/resultaten/mkb-uitvoeringsagenda", ["circular economy", "digitalisation"]),
    ("resultaten/overdrachtsdocument", ["nieuwe bestuurders", "kabinet", "gemeenten"]),
    ("en/resultaten/overdrachtsdocument", ["new office-holders"]),
    ("resultaten/toekomstagenda", ["G40", "Platform31"]),
    ("resultaten/wendbare-en-weerbare-beroepsbevolking", ["Rijk", "brede welvaart", "regio"]),
    ("resultaten/transformatiefonds", ["Rijk", "genoeg"]),
    ("resultaten/actieplan-binnenstad", ["elke gemeente"]),
    ("resultaten/city-deal-binnensteden", ["waarschijnlijk", "14 juni 2023"]),
    ("en/resultaten/city-deal-binnensteden", ["probably", "14 June 2023"]),
    ("resultaten/welvaart-model-canvas", ["Interbestuurlijk Programma", "negen vragen"]),
    ("organisaties/regionale-mobiliteitsteams", ["werkgevers", "onderwijs", "UWV"]),
]


@pytest.mark.parametrize(("address", "words"), FINDABLE)
def test_what_the_source_text_says_is_on_its_page(
    pages: Pages, address: str, words: list[str]
) -> None:
    text = pages.text(address).casefold()
    assert [word for word in words if word.casefold() not in text] == []


def test_themes_overview_shows_trekkers_and_the_number_of_deliverables(
    pages: Pages, catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        text = pages.text(address_of("themas/index.md", language))
        for theme in catalogue.themes.values():
            assert theme.version(language).title in text
            for appointment in catalogue.leads_of_theme(theme.slug):
                assert appointment.trekker.version(language).title in text
        assert str(len(catalogue.deliverables_of_theme("human-capital"))) in text


def test_trekkers_overview_shows_municipality_office_theme_and_period(pages: Pages) -> None:
    for address, words in (
        ("trekkers", ["Jeroen Joon", "Gemeente Apeldoorn", "Regionale economie", "vanaf 2021"]),
        ("en/trekkers", ["Jeroen Joon", "Municipality of Apeldoorn", "from 2021"]),
    ):
        row = next(row for row in pages[address].find_all("tr") if "Jeroen Joon" in row.get_text())
        text = " ".join(row.get_text(" ").split())
        assert [word for word in words if word not in text] == []


def test_trekkers_stand_by_surname(pages: Pages) -> None:
    rows = pages["trekkers"].find_all("tr")[1:]
    cells = [row.find("td") for row in rows]
    names = [cell.get_text(strip=True) for cell in cells if cell is not None]
    assert names == [
        "Boaz Adank",
        "Carine Bloemhoff",
        "Monique Esselbrugge",
        "René de Heer",
        "Mariska ten Heuw",
        "Jeroen Joon",
        "Pieter Meekels",
    ]


def test_deliverables_overview_has_each_once_in_a_group_and_once_in_the_table(
    pages: Pages, catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        article = pages[address_of("resultaten/index.md", language)].find("article")
        assert isinstance(article, Tag)
        table = article.find("table")
        assert isinstance(table, Tag)
        for item in catalogue.deliverables.values():
            links = [
                link
                for link in article.find_all("a")
                if link.get_text(strip=True) == item.version(language).title
            ]
            assert len(links) == 2, item.slug
            row = next(link for link in table.find_all("a") if link in links).find_parent("tr")
            assert isinstance(row, Tag)
            progress = item.record.progress.label.within(language)
            assert progress in row.get_text(" "), "progress in words"
            assert str(item.record.as_of.year) in row.get_text(" "), "as of when"


def test_progress_always_says_as_of_when(pages: Pages) -> None:
    for address in pages.addresses():
        for badge in pages[address].select("article .badge"):
            following = badge.find_next_sibling()
            assert isinstance(following, Tag), address
            assert "as-of" in (following.get("class") or []), address


def test_organisations_overview_says_what_each_takes_part_in(pages: Pages) -> None:
    text = pages.text("organisaties")
    for word in ("VNG", "G40", "G4", "M50", "P10", "Platform31", "IPO", "EZK", "BZK", "UWV"):
        assert word in text
    assert "Betrokken bij" in text
    assert "Involved in" in pages.text("en/organisaties")


def test_timeline_has_every_milestone_newest_first_with_its_source(
    pages: Pages, catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        soup = pages[address_of("tijdlijn.md", language)]
        items = soup.select("article .timeline li")
        assert len(items) == len(catalogue.timeline)
        dates = []
        for item in items:
            dates.append(attribute(item.find("time"), "datetime"))
            sources = [attribute(link, "href") for link in item.find_all("a")]
            assert any(source.startswith("https://") for source in sources)
        assert [date[:4] for date in dates] == sorted((date[:4] for date in dates), reverse=True)


def test_glossary_has_abbreviations_and_terms(pages: Pages) -> None:
    for address, words in (
        ("begrippen", ["brede welvaart", "Uitvoeringsinstituut Werknemersverzekeringen", "MKB"]),
        ("en/begrippen", ["well-being", "Employee Insurance Agency", "SME"]),
    ):
        text = pages.text(address).casefold()
        assert [word for word in words if word.casefold() not in text] == []


def test_every_page_of_a_kind_shows_its_sources(pages: Pages, catalogue: Catalogue) -> None:
    for entity in catalogue.entities:
        if entity.collection is None:
            continue
        for language in LANGUAGES:
            address = address_of(entity.path, language)
            sources = pages[address].select("article .sources li")
            assert len(sources) == len(entity.record.cited()), address
            assert sources, address


def test_editors_rules_and_fields_are_all_explained(pages: Pages) -> None:
    from hooks.taskforce.model import RECORDS
    from hooks.taskforce.rules import ALL

    for address in ("over/regels", "en/over/regels"):
        ids = {tag.get("id") for tag in pages[address].find_all(True)}
        assert set(ALL) - ids == set()
    for address in ("over/velden", "en/over/velden"):
        words = {tag.get_text() for tag in pages[address].find_all("code")}
        for record in RECORDS.values():
            names = {information.alias or name for name, information in record.model_fields.items()}
            assert names - words == set()


def test_index_pages_keep_the_editors_text_above_the_overview(
    pages: Pages, catalogue: Catalogue
) -> None:
    for folder in ("themas", "trekkers", "resultaten", "organisaties"):
        page = catalogue.by_path[f"{folder}/index.md"]
        words = page.version("nl").body.split()[:5]
        article = pages[folder].find("article")
        assert isinstance(article, Tag)
        paragraph = article.find("p")
        assert isinstance(paragraph, Tag)
        assert paragraph.get_text(" ").split()[:5] == words


def test_abbreviations_expand_once_a_page_and_can_be_focused(pages: Pages) -> None:
    found = 0
    for address in pages.addresses():
        marked = pages[address].select("article abbr")
        words = [tag.get_text() for tag in marked]
        assert len(words) == len(set(words)), address
        for tag in marked:
            found += 1
            assert attribute(tag, "tabindex") == "0"
            assert attribute(tag, "title")
            assert tag.find_parent(["a", "h1", "h2", "h3", "button"]) is None
    assert found > 50


def test_no_markdown_is_left_in_the_html(pages: Pages) -> None:
    for address in pages.addresses():
        soup = BeautifulSoup(str(pages[address].find("article")), "html.parser")
        for code in soup.find_all(["code", "pre"]):
            code.decompose()
        text = soup.get_text(" ")
        assert not re.search(r"\]\(|\{:|\{#|\*\*|&#\d|\[\w+\]:|markdown=", text), address


def test_every_internal_link_leads_to_a_page_and_every_fragment_to_a_place(
    pages: Pages, built_site: Path
) -> None:
    broken = []
    for address in pages.addresses():
        base = urljoin(BASE, f"{address}/" if address else "")
        for link in pages[address].find_all("a", href=True):
            target = urlsplit(urljoin(base, attribute(link, "href")))
            if target.netloc != "example.org":
                continue
            path = target.path.removeprefix(PREFIX).strip("/")
            file = built_site / path / ("index.html" if target.path.endswith("/") else "")
            leads_somewhere = target.path.startswith(PREFIX) and file.is_file()
            if leads_somewhere and target.fragment:
                leads_somewhere = pages[path].find(id=target.fragment) is not None
            if not leads_somewhere:
                broken.append((address, link["href"]))
    assert broken == []


def test_every_page_can_be_reached_in_three_clicks(pages: Pages) -> None:
    for home in ("", "en"):
        reached = {home}
        for _ in range(3):
            for address in list(reached):
                base = urljoin(BASE, f"{address}/" if address else "")
                for link in pages[address].find_all("a", href=True):
                    path = urlsplit(urljoin(base, attribute(link, "href"))).path
                    found = path.removeprefix(PREFIX).strip("/")
                    if path.endswith("/") and path.startswith(PREFIX):
                        reached.add(found)
        own = {
            address
            for address in pages.addresses()
            if (address == "en" or address.startswith("en/")) == (home == "en")
        }
        assert own - reached == set()


def test_every_page_has_its_own_title_description_and_one_main_heading(pages: Pages) -> None:
    titles: dict[str, str] = {}
    for address in pages.addresses():
        soup = pages[address]
        title = " ".join(soup.title.get_text().split()) if soup.title else ""
        assert title, address
        assert titles.setdefault(title, address) == address
        assert attribute(soup.find("meta", {"name": "description"}), "content"), address
        assert len(soup.find_all("h1")) == 1, address
        identifiers = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(identifiers) == len(set(identifiers)), address


def test_language_canonical_and_switcher_agree(pages: Pages) -> None:
    for address in pages.addresses():
        soup = pages[address]
        english = address == "en" or address.startswith("en/")
        assert attribute(soup.find("html"), "lang") == ("en" if english else "nl")
        own = urljoin(BASE, f"{address}/" if address else "")
        assert attribute(soup.find("link", rel="canonical"), "href") == own
        other = f"{address}/".removeprefix("en/") if english else f"en/{address}/"
        expected = urljoin(BASE, other.strip("/") + "/" if other.strip("/") else "")
        switchers = [
            urljoin(own, attribute(link, "href"))
            for link in soup.find_all("a", hreflang=True)
            if link.find_parent("header") and link["hreflang"] != soup.find("html")["lang"]  # type: ignore[index]
        ]
        assert set(switchers) == {expected}, address


def test_sitemap_names_both_languages_and_a_default(pages: Pages, built_site: Path) -> None:
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    addresses = [location.text for location in root.iter(f"{space}loc")]
    assert sorted(filter(None, addresses)) == sorted(
        urljoin(BASE, f"{address}/" if address else "") for address in pages.addresses()
    )
    for url in root.iter(f"{space}url"):
        links = url.findall("{http://www.w3.org/1999/xhtml}link")
        assert [link.get("hreflang") for link in links] == ["en", "nl", "x-default"]


def test_all_that_pages_may_load_is_named_somewhere(built_site: Path) -> None:
    """So nothing of the theme's own is published, nor anything that nobody uses any more."""
    written = "\n".join(
        file.read_text(encoding="utf-8")
        for kind in ("html", "css", "js")
        for file in built_site.rglob(f"*.{kind}")
    )
    assets = [file for file in (built_site / "assets").rglob("*.*") if file.suffix != ".txt"]

    assert assets
    assert not [file for file in assets if file.name not in written]

"""The page for an address that is not there suggests the pages that are nearest to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.publish.listings import pages
from tests.axe import violations
from tests.browsing import watched
from tests.conftest import PREFIX, serving
from tests.page_kinds import NOT_FOUND
from tests.pages import ASSETS

LISTED = [
    ["organisaties/mkb/", "Mkb"],
    ["themas/mkb/", "MKB"],
    ["themas/regionale-economie/", "Regionale economie"],
    ["trekkers/boaz-adank/", "Boaz Adank"],
    ["trekkers/rene-de-heer/", "René de Heer"],
    ["resultaten/city-deal-binnensteden/", "City Deal binnensteden"],
    ["resultaten/mkb-agenda/", "Uitvoeringsagenda voor het mkb"],
    ["organisaties/g40/", "Stedennetwerk G40"],
    ["organisaties/g4/", "Vier grote gemeenten"],
    ["themas/", "Thema's"],
    ["tijdlijn/", "Tijdlijn"],
]


@pytest.fixture(scope="module")
def tab(chromium: Browser, served_fixed_site: str) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto(served_fixed_site)
    yield page
    page.close()


def nearest(tab: Page, address: str) -> list[str]:
    script = f"""async ([address, pages]) => {{
        const {{ nearest }} = await import("{PREFIX}{ASSETS}/js/missing.js");
        return nearest(address, pages).map(([found]) => found);
    }}"""
    found: list[str] = tab.evaluate(script, [address, LISTED])
    return found


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("themas/mkbb/", "themas/mkb/"),
        ("themas/mbk/", "themas/mkb/"),
        # Of two that are as near, the one in the same folder.
        ("organisaties/mkbb/", "organisaties/mkb/"),
        ("thema/regionale-economie.html", "themas/regionale-economie/"),
        ("Themas/Regionale_Economie", "themas/regionale-economie/"),
        ("regionale-economie/", "themas/regionale-economie/"),
        ("themas/regionale-economie/index.html", "themas/regionale-economie/"),
        ("trekkers/boaz-adanck/", "trekkers/boaz-adank/"),
        ("adank/", "trekkers/boaz-adank/"),
        ("trekkers/Ren%C3%A9%20de%20Heer/", "trekkers/rene-de-heer/"),
        ("resultaten/citydeal-binnenstad/", "resultaten/city-deal-binnensteden/"),
        ("resultaten/city-deal-binnensteden.en.md", "resultaten/city-deal-binnensteden/"),
        ("organisaties/g-40", "organisaties/g40/"),
        ("thema/", "themas/"),
        ("tijdljin", "tijdlijn/"),
        ("themas/qqqqqqq/", "themas/"),
        ("uitvoeringsagenda/", "resultaten/mkb-agenda/"),
        ("themas/mkb/%", "themas/mkb/"),
        # The end of a name says nothing of the page.
        ("organisaties/g4.en.md", "organisaties/g4/"),
        ("organisaties/g4.PDF", "organisaties/g4/"),
        ("themas/mkbb/index.html", "themas/mkb/"),
        # One word of several: with a slip of the pen, in full, or longer than the others.
        ("trekkers/adanck/", "trekkers/boaz-adank/"),
        ("economiebeleid/", "themas/regionale-economie/"),
        ("in-de-economie/", "themas/regionale-economie/"),
        # Not near enough by itself, and in the same folder.
        ("resultaten/mkbagqqqq/", "resultaten/mkb-agenda/"),
    ],
)
def test_the_nearest_page_comes_first(tab: Page, address: str, first: str) -> None:
    assert nearest(tab, address)[:1] == [first]


@pytest.mark.parametrize(
    "address",
    [
        "qqqqqqq/",
        "qqqqqqq/qqqqqqq/",
        "wp-login.php",
        ".env",
        "",
        "/",
        "index.html",
        "%E0%A4%A",
        "a/",
        "x" * 9000,
        "%EF%B7%BA" * 1000,
    ],
)
def test_where_nothing_is_near_nothing_is_said(tab: Page, address: str) -> None:
    assert nearest(tab, address) == []


def test_at_most_five_are_named(tab: Page) -> None:
    script = f"""async () => {{
        const {{ nearest }} = await import("{PREFIX}{ASSETS}/js/missing.js");
        const pages = [...Array(50).keys()].map((number) => [`themas/mkb-${{number}}/`, "MKB"]);
        return nearest("themas/mkb/", pages).length;
    }}"""
    assert tab.evaluate(script) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_but_home_is_in_the_list_of_its_language(
    fixed_site: Path, fixed_catalogue: Catalogue, language: Language
) -> None:
    text = (fixed_site / path_in("paginas.json", language)).read_text(encoding="utf-8")
    listed = json.loads(text)
    assert text.encode() == pages(fixed_catalogue, language)
    assert {row[0] for row in listed} == {
        page_address(entity.path) for entity in fixed_catalogue.entities
    } - {""}
    for address, _, *other in listed:
        assert (fixed_site / path_in(address, language) / "index.html").is_file()
        assert other in ([], ["nl"])
    assert any(row[2:] for row in listed) is (language != "nl")


def test_a_reader_is_led_on_in_the_language_of_the_address(
    chromium: Browser, served_fixed_site: str
) -> None:
    context = chromium.new_context()
    tab, seen = watched(context, served_fixed_site)
    for asked, heading, found in (
        ("themas/havn/", "Zocht je een van deze pagina's?", "themas/haven/"),
        ("en/themas/crafts", "Were you looking for one of these pages?", "en/themas/ambacht/"),
        ("en/resultaten/actieplan", "Were you looking for one", "en/resultaten/actieplan-strand/"),
    ):
        tab.goto(served_fixed_site + asked)
        place = tab.locator("[data-nearest]:has(h2)")
        expect(place).to_have_count(1)
        expect(place.locator("h2")).to_contain_text(heading)
        assert tab.locator(".prose > :first-child").evaluate("one => 'nearest' in one.dataset")
        first = tab.locator("h1 > span").first
        assert first.inner_text() == (
            "Page not found" if asked.startswith("en/") else "Pagina niet gevonden"
        )
        own, other = ("en", "nl") if asked.startswith("en/") else ("nl", "en")
        for said in (tab.locator("h1 > span"), tab.locator(".prose > p")):
            language = "one => one.closest('[lang]').lang"
            assert said.first.evaluate(language) == own
            assert said.last.evaluate(language) == other
        assert place.get_attribute("aria-live") == "polite"
        assert tab.evaluate("document.activeElement === document.body"), "the focus stays"
        assert violations(tab) == []
        link = place.locator("li a").first
        assert link.get_attribute("href") == f"{PREFIX}{found}"
        if "actieplan" in asked:
            assert link.inner_text() == "Actieplan strand & <duin>"
            assert link.get_attribute("lang") == "nl"
        link.click()
        tab.wait_for_url(served_fixed_site + found)
    for asked in ("qqqq/", "en/%3Cimg%20src=x%20onerror=alert(1)%3E/", "en/"[:-1] + "x/"):
        tab.goto(f"{served_fixed_site}{asked}", wait_until="networkidle")
        expect(tab.locator("[data-nearest] > *")).to_have_count(0)
        expect(tab.locator("article a")).to_have_count(2 * len(LANGUAGES))
    context.close()
    assert not [*seen.elsewhere, *seen.failed, *seen.messages, *seen.violations, *seen.dialogs]


def test_without_script_the_page_is_what_it_was(chromium: Browser, fixed_site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    with serving(fixed_site) as address:
        tab = context.new_page()
        tab.goto(f"{address}themas/havn/")
        assert tab.locator("article a").count() == 2 * len(LANGUAGES)
        assert tab.locator("article h2").count() == 0
    context.close()
    assert "missing.js" in (fixed_site / NOT_FOUND).read_text(encoding="utf-8")
    assert "missing.js" not in (fixed_site / "index.html").read_text(encoding="utf-8")

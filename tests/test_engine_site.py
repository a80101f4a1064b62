"""What becomes of a site in two languages: pages that fall back, the menu, the way through.

On the fixed site, which stands below the path of a project. What that path could hide is looked at
on a small site at the root of a domain.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from hooks.taskforce.addresses import path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES, Language
from tests.browsing import search, watched
from tests.builders import page, tiny_tree
from tests.conftest import build, serving
from tests.content.built import language_of
from tests.content.on_pages import words_of
from tests.page_kinds import NOT_FOUND
from tests.pages import PREFIX, Pages
from tests.small_site import write_site

FALLBACK = "en/themas/energie"

SMALL = {path: tiny_tree()[path] for path in ("index.md", "index.en.md")} | {
    "over/index.md": page(
        "title: Over de taskforce\nsummary: Een pagina die zegt wat dit is, zonder vertaling.\n"
    ),
    "vinden.md": page(
        "title: Zoeken\nsummary: Zoek in alle pagina's van deze site, die er niet veel heeft.\n"
        "overview: search\n"
    ),
}


@pytest.fixture(scope="module")
def root_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site for a domain of its own."""
    root = write_site(tmp_path_factory.mktemp("domain"), SMALL)
    done = build(root, root / "site", "https://example.org/")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def only(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def language_at(element: Tag) -> str:
    """Return the language that a browser and a screen reader take an element to be in."""
    return next(str(one["lang"]) for one in (element, *element.parents) if one.get("lang"))


def html(site: Path) -> Iterator[tuple[Language, str]]:
    """Yield the language and the text of every page."""
    for address in Pages(site).addresses():
        text = (site / address / "index.html").read_text(encoding="utf-8")
        yield language_of(address), text


# --- two languages ---------------------------------------------------------------------------


def test_fallback_is_dutch_text_with_an_english_notice(fixed_pages: Pages) -> None:
    fallback = fixed_pages[FALLBACK]
    notice = only(fallback, "[role=note]")
    assert "not been translated" in words_of(notice)
    assert notice["aria-label"]
    assert language_at(notice) == language_at(only(fallback, "[role=note] p")) == "en"
    assert notice.a is None
    text = fallback.select("h1, .prose :is(h2, p, .admonition)")
    assert {language_at(element) for element in text if notice not in element.parents} == {"nl"}
    assert words_of(only(fallback, "h1")) == "Energie"
    assert words_of(only(fallback, ".admonition-title")) == "Opmerking"


def test_what_a_fallback_shows_elsewhere_is_marked_as_dutch_too(fixed_pages: Pages) -> None:
    fallback = fixed_pages[FALLBACK]
    shown = fallback.select("title, meta[name=description], .toc a")
    assert len(shown) > 3, "there is a table of contents"
    assert {language_at(element) for element in shown} == {"nl"}
    for address in ("en", "en/themas"):
        marked = {words_of(element) for element in fixed_pages[address].select("nav [lang=nl]")}
        assert "Privacy" in marked, "its title in the menu of other pages"


def test_outdated_translation_says_so_and_links_to_the_dutch_page(fixed_pages: Pages) -> None:
    outdated = fixed_pages["en/themas/water"]
    assert "has changed" in words_of(only(outdated, "[role=note]"))
    assert only(outdated, "[role=note] a[hreflang=nl]")["href"] == "../../../themas/water/"
    assert language_at(only(outdated, ".prose")) == "en"


@pytest.mark.parametrize("address", ["themas/energie", "themas/water", "en/themas/haven"])
def test_a_page_that_is_as_it_should_be_has_no_notice(fixed_pages: Pages, address: str) -> None:
    assert not fixed_pages[address].select("[role=note], .prose[lang], h1[lang], title[lang]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_descriptions_are_text(
    fixed_pages: Pages, fixed_catalogue: Catalogue, language: Language
) -> None:
    plan = fixed_catalogue.deliverables["actieplan-strand"].version(language)
    assert "<" in plan.title and '"' in plan.summary
    shown = fixed_pages[path_in("resultaten/actieplan-strand", language)]
    assert words_of(shown.title).startswith(f"{plan.title} - Taskforce")
    assert words_of(shown.h1) == plan.title
    assert only(shown, "meta[name=description]")["content"] == plan.summary


def test_no_tag_of_a_title_or_description_is_one_on_any_page(fixed_site: Path) -> None:
    for _, text in html(fixed_site):
        assert "<b>" not in text
        assert "<duin>" not in text


def test_no_english_words_of_the_software_on_dutch_pages(fixed_site: Path) -> None:
    words = [
        "Permanent link", "Jump back", "Made with", "Back to", "Skip to", "Search", "Navigation",
        ">Warning<", ">Note<", "Table of contents", "Header", "Footer", '"Tabs"',
        "Select language", "generator",
    ]  # fmt: skip
    for language, text in html(fixed_site):
        assert language == "en" or [word for word in words if word in text] == []
    english = (fixed_site / "en/over/lopende-tekst/index.html").read_text(encoding="utf-8")
    assert "Back to footnote 1 in the text" in english
    assert ">Warning" in english


# --- the menu --------------------------------------------------------------------------------


def test_page_outside_the_menu_has_breadcrumb_and_active_section(fixed_pages: Pages) -> None:
    for start, section in (("", "Resultaten"), ("en/", "Deliverables")):
        fund = fixed_pages[f"{start}resultaten/kadefonds"]
        assert [words_of(item) for item in fund.select("header [aria-current]")] == [section]
        home, parent = fund.select(".path a")
        assert (str(home["href"]).rstrip("/"), parent["href"]) == ("../..", "../")
        assert words_of(parent) == section
        overview = fixed_pages[f"{start}resultaten"]
        assert [words_of(item) for item in overview.select("header [aria-current]")] == [section]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_take_the_title_of_their_index(
    fixed_pages: Pages, fixed_catalogue: Catalogue, language: Language
) -> None:
    menu = fixed_pages[path_in("", language)].select(".site-nav a")
    indexes = ("themas/index.md", "resultaten/index.md", "tijdlijn.md", "over/index.md")
    titles = {fixed_catalogue.by_path[path].version(language).title for path in indexes}
    assert titles <= {words_of(link) for link in menu}


# --- below a path, and at the root -----------------------------------------------------------


@pytest.mark.parametrize(
    ("built", "root", "search_page"),
    [("fixed_site", PREFIX, "zoeken/"), ("root_site", "/", "vinden/")],
)
def test_404_speaks_both_languages_at_any_depth(
    built: str, root: str, search_page: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(built)
    missing = Pages(site)[NOT_FOUND]
    assert only(missing, "html")["lang"] == "nl"
    assert "Pagina niet gevonden" in words_of(only(missing, "article h1"))
    assert words_of(only(missing, "article h1 [lang=en]")) == "Page not found"
    ways = [search_page, "", f"en/{search_page}", "en/"]
    assert [link["href"] for link in missing.select("article p a")] == [root + way for way in ways]
    for element in missing.select("[href], [src]"):
        address = str(element.get("href") or element["src"])
        # Links to the licence and the source lead off the site; nothing is loaded from there.
        if address.startswith("#") or (element.name == "a" and address.startswith("https://")):
            continue
        assert address.startswith(root), address
        file = site / address.removeprefix(root)
        assert (file / "index.html" if file.is_dir() else file).is_file(), address
    assert not (site / "en" / NOT_FOUND).exists()
    assert missing.select("header nav a"), "it has the menu of the Dutch site"
    other = only(missing, "header a[rel=alternate]")
    assert (other["hreflang"], other["href"]) == ("en", f"{root}en/")


def test_switcher_leads_to_the_same_page_wherever_the_site_stands(root_site: Path) -> None:
    pages = Pages(root_site)
    for address in pages.addresses():
        switch = str(only(pages[address], "header a[rel=alternate]")["href"])
        bare = address.removeprefix("en").removeprefix("/")
        same = path_in(bare, "nl" if language_of(address) == "en" else "en")
        target = posixpath.normpath(posixpath.join(address, switch))
        assert target == posixpath.normpath(same), address


def test_a_browser_finds_its_way_at_the_root(root_site: Path, chromium: Browser) -> None:
    """What it meets below a path it meets on the tour (tests/tour/)."""
    context = chromium.new_context()
    with serving(root_site, "/") as address:
        tab, seen = watched(context, address)
        for missing in ("nergens/", "en/no/where/at/all", "x.html"):
            tab.goto(address + missing)
            assert "Pagina niet gevonden" in tab.inner_text("h1")
        search(tab)
        for start in ("", "over/"):
            tab.goto(address + start)
            for language, target in (("en", f"en/{start}"), ("nl", start)):
                tab.locator(f"header a[hreflang={language}]").click()
                tab.wait_for_url(address + target)
    context.close()
    assert not [*seen.elsewhere, *seen.failed, *seen.messages]

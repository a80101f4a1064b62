"""What people do on the site, in the engines that readers use beside Chromium.

A wide window in Firefox, a phone's in WebKit. After each task nothing has been written to the
console, and no request has failed or left the site. `make test-all` runs these; where an engine is
missing they fail.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hooks.taskforce.catalogue import Catalogue
from tests.browsing import SCROLLS_SIDEWAYS
from tests.conftest import PREFIX, made_once, serving
from tests.engines.firefox import Firefox, firefox, firefox_tab
from tests.engines.reader import PATIENCE, Engine, Reader
from tests.engines.webkit import webkit, webkit_window
from tests.fixed_site import DOCS
from tests.page_kinds import NOT_FOUND, page_kinds

pytestmark = pytest.mark.engines

WATCH = Path(__file__).parent / "engines/watch.js"

Opens = Callable[[], AbstractContextManager[Engine]]
"""Opens a browser that knows nothing of what was before."""

WIDE, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="session")
def watched_site(fixed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fixed site, whose pages note what goes wrong on them."""

    def copy(folder: Path) -> None:
        shutil.copytree(fixed_site, folder, dirs_exist_ok=True)
        shutil.copy(WATCH, folder)
        for page in folder.rglob("*.html"):
            text = page.read_text("utf-8")
            first = f'<script src="{PREFIX}{WATCH.name}"></script><title>'
            page.write_text(text.replace("<title>", first, 1), encoding="utf-8")

    with serving(made_once(tmp_path_factory, "watched", copy)) as address:
        yield address


def program(name: str) -> str:
    """Return where a browser is, as `.ci/browser` found it."""
    usual = {"FIREFOX": "firefox-esr", "WEBKIT": "WebKitWebDriver"}[name]
    path = shutil.which(os.environ.get(name, usual))
    if path is None:
        pytest.fail(f"no {usual}: run `make test-all`, or set {name}", pytrace=False)
    return path


@pytest.fixture(scope="session")
def in_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opens]:
    with firefox(program("FIREFOX"), tmp_path_factory.mktemp("firefox")) as connection:
        yield partial(firefox_tab, connection)


@pytest.fixture(scope="session")
def in_webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opens]:
    with webkit(program("WEBKIT"), tmp_path_factory.mktemp("webkit")) as driver:
        yield partial(webkit_window, driver)


@pytest.fixture(params=["firefox", "webkit"])
def reader(request: pytest.FixtureRequest, watched_site: str) -> Iterator[Reader]:
    """Somebody who reads the site; what went wrong meanwhile fails the test."""
    opens: Opens = request.getfixturevalue(f"in_{request.param}")
    with opens() as engine:
        reader = Reader(engine, watched_site)
        reader.resize(*(PHONE if request.param == "webkit" else WIDE))
        yield reader
        assert reader.wrong() == []


in_both_languages = pytest.mark.parametrize("home", ["", "en/"], ids=["nl", "en"])


def test_every_kind_of_page_loads_and_fits(reader: Reader, fixed_site: Path) -> None:
    for page in page_kinds(fixed_site, DOCS):
        # Firefox writes to the console that what is not there is not there.
        if page.address != NOT_FOUND:
            reader.open(page.address)
            assert len(reader.texts("h1")) == 1, page
            assert reader.evaluate(f"return ({SCROLLS_SIDEWAYS})()") == "", page
            assert reader.evaluate("return document.fonts.check('1em Schibsted Grotesk')"), page


@in_both_languages
def test_skip_link_leads_past_the_header(reader: Reader, home: str) -> None:
    reader.open(f"{home}themas/haven/")
    reader.press("Tab", "Enter", "Tab")
    assert reader.has_focus("main a")


@pytest.mark.parametrize(
    ("home", "word", "title", "target"),
    [
        ("", "kadefonds", "Kadefonds", "resultaten/kadefonds/"),
        ("en/", "quays", "Quay fund", "en/resultaten/kadefonds/"),
    ],
)
def test_search_finds_and_back_returns_to_what_was_found(
    reader: Reader, home: str, word: str, title: str, target: str
) -> None:
    # The words are marked once the whole search is done.
    name = "document.querySelector('dialog[open] li:has(mark) a')?.innerText"
    field = "document.querySelector('dialog.search [name=q]')"
    reader.open(f"{home}trekkers/")
    reader.press("/")
    assert reader.has_focus("dialog[open] [name=q]")
    reader.type(word)
    reader.until(f"{name} === '{title}'")
    reader.press("ArrowDown")
    assert reader.has_focus(".search__results a")
    reader.press("Enter")
    reader.until_on(target)
    assert reader.text("h1") == title
    reader.back()
    reader.until(f"{name} === '{title}' && {field}.value === '{word}'")
    reader.press("Escape")
    reader.until("!document.querySelector('dialog.search').open")


def test_who_leaves_before_the_search_is_done_finds_all_on_coming_back(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_left = threading.Event()
    answer = SimpleHTTPRequestHandler.do_GET

    def answer_late(request: SimpleHTTPRequestHandler) -> None:
        if request.path.endswith(".pf_index"):
            has_left.wait(PATIENCE)
        answer(request)

    monkeypatch.setattr(SimpleHTTPRequestHandler, "do_GET", answer_late)
    status = "document.querySelector('dialog[open] [role=status]')?.innerText"
    reader.expected = "Failed to load the index chunk"
    reader.open("trekkers/")
    reader.press("/")
    reader.type("kadefonds")
    reader.until("document.querySelector('dialog[open] li a')")
    assert reader.evaluate(f"return {status}") == "Bezig met zoeken …"
    reader.press("ArrowDown", "Enter")
    reader.until_on("resultaten/kadefonds/")
    has_left.set()
    reader.back()
    reader.until(f"/^[1-9][0-9]* treffers?[.]$/.test({status})")


def test_search_page_shows_what_its_address_asks_also_after_back(reader: Reader) -> None:
    asked = "document.querySelector('.search-page [name=q]').value === 'havenagenda'"
    found = "document.querySelector('.search-page li mark')"
    reader.open("zoeken/?q=havenagenda")
    reader.until(found)
    reader.click(".search-page li a")
    reader.until_on("resultaten/havenagenda/")
    reader.back()
    reader.until(f"{found} && {asked}")
    reader.click("header a[hreflang]")
    reader.until_on("en/zoeken/?q=havenagenda")
    reader.until(f"document.querySelector('.search-page li') && {asked}")


ROWS = ".finder tbody tr td:first-child > a"
STATUS = ".finder [role=status]"


@pytest.mark.parametrize(
    ("home", "words"),
    [("", "{} van {} resultaten"), ("en/", "{} of {} deliverables")],
    ids=["nl", "en"],
)
def test_filter_narrows_the_list_and_says_so(
    reader: Reader, fixed_catalogue: Catalogue, home: str, words: str
) -> None:
    deliverables = fixed_catalogue.deliverables.values()
    harbour = sum("haven" in deliverable.record.themes for deliverable in deliverables)
    total = len(deliverables)
    box = "[name=thema][value=haven]"
    reader.open(f"{home}resultaten/")
    assert len(reader.texts(ROWS)) == total
    if not reader.texts(".filter legend"):
        reader.click(".filter__box > summary")  # on a phone it is folded away
    reader.tab_to(box)
    reader.press("Space")
    told = words.format(harbour, total)
    reader.until(f"document.querySelector('{STATUS}').innerText === '{told}'")
    assert len(reader.texts(ROWS)) == harbour
    assert reader.path == f"{home}resultaten/?thema=haven"

    reader.open(reader.path)
    assert len(reader.texts(ROWS)) == harbour, "the address keeps the filter"
    reader.click(f"{ROWS}[href='kadefonds/']")
    reader.until_on(f"{home}resultaten/kadefonds/")
    reader.back()
    reader.until_on(f"{home}resultaten/?thema=haven")
    reader.until(f"document.querySelector('{box}').checked")
    assert len(reader.texts(ROWS)) == harbour, "so does who comes back"
    reader.click("header a[hreflang]")
    other = "" if home else "en/"
    reader.until_on(f"{other}resultaten/?thema=haven")
    assert len(reader.texts(ROWS)) == harbour, "so does the other language"


@pytest.mark.parametrize(("home", "other"), [("", "en/"), ("en/", "")])
def test_the_other_language_opens_at_the_same_place(reader: Reader, home: str, other: str) -> None:
    reader.open(f"{home}over/lopende-tekst/#koppen")
    reader.evaluate("location.hash = 'lijsten'")
    reader.click("header a[hreflang]")
    reader.until_on(f"{other}over/lopende-tekst/#lijsten")
    heading = "document.getElementById('lijsten').getBoundingClientRect()"
    reader.until(f"{heading}.top >= 0 && {heading}.bottom <= innerHeight")


@in_both_languages
def test_menu_opens_and_closes_by_keyboard_in_a_narrow_window(reader: Reader, home: str) -> None:
    links = "header nav a"
    reader.resize(*PHONE)
    reader.open(f"{home}themas/haven/")
    assert reader.texts(links) == []
    for key in ("Enter", "Space"):
        reader.evaluate("document.querySelector('.skip').focus()")
        reader.tab_to("[data-menu-button]")
        reader.press(key)
        reader.until("document.querySelector('[data-menu-button]').ariaExpanded === 'true'")
        assert len(reader.texts(links)) > 4
        reader.press("Tab")
        assert reader.has_focus(links)
        reader.press("Escape")
        assert reader.has_focus("[data-menu-button]")
        assert reader.texts(links) == []
    reader.press("Enter", "Tab", "Tab", "Enter")
    reader.until_on(f"{home}trekkers/")


def test_details_and_tabs_open_by_keyboard(reader: Reader) -> None:
    reader.open("over/lopende-tekst/")
    reader.tab_to(".prose details > summary")
    reader.press("Enter")
    reader.until("document.activeElement.parentElement.open")
    reader.press("Space")
    reader.until("!document.activeElement.parentElement.open")

    reader.tab_to("[role=tab]")
    for key, place in (("ArrowRight", 1), ("End", 2), ("ArrowRight", 0), ("ArrowLeft", 2)):
        reader.press(key)
        selected = "[role=tab][aria-selected=true]"
        assert reader.has_focus(selected)
        assert reader.text(selected) == reader.texts("[role=tab]")[place]
        assert len(reader.texts("[role=tabpanel]")) == 1
    reader.open("over/lopende-tekst/#brood-op-de-kade")
    reader.until("document.getElementById('brood-op-de-kade').checkVisibility()")


def test_citation_is_copied(reader: Reader) -> None:
    reader.open("themas/haven/")
    reader.click("[data-copies]")
    reader.until("document.querySelector('.cite [role=status]').innerText === 'Gekopieerd'")
    reader.press("/")
    reader.press("Control+v")
    copied = "document.querySelector('dialog.search [name=q]').value"
    reader.until(copied)
    assert reader.text(".cite__text").startswith(reader.evaluate(f"return {copied}"))


def test_colours_are_switched_and_stay(reader: Reader) -> None:
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    reader.open("")
    light = reader.evaluate(ground)
    reader.click("[data-scheme-switch]")
    dark = reader.evaluate(ground)
    assert dark != light
    reader.open("en/")
    assert reader.evaluate(ground) == dark


def test_firefox_prints_all_that_an_overview_lists(
    in_firefox: Opens, served_fixed_site: str, fixed_catalogue: Catalogue
) -> None:
    with in_firefox() as tab:
        assert isinstance(tab, Firefox)
        tab.open(f"{served_fixed_site}resultaten/")
        pages = PdfReader(BytesIO(tab.printed())).pages
    words = "".join("".join(page.extract_text().split()) for page in pages)
    assert words.count("standvan") == len(fixed_catalogue.deliverables)

"""The search as one meets it: by keyboard, in both languages, on any page, with and without script.

Relevance is tested elsewhere; here, that what is found can be reached and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.lexicon import Lexicon, Table
from hooks.taskforce.words import plain_words
from tests.browsing import has_failed
from tests.conftest import PREFIX
from tests.pages import ASSETS

ENGINE = ("pagefind", "search-panel", "search-engine", "search-query", "words", "search.css")
"""What belongs to the search and must not be fetched before it is used."""


class Visit:
    """A tab, with all that it asked for and all that went wrong."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", self._fail)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._hear)

    def _fail(self, request: Request) -> None:
        if has_failed(request):
            self.wrong.append(f"{request.failure} {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        is_missing_page = "404" in message.text and message.location["url"] == self.page.url
        if message.type == "error" and not is_missing_page:
            self.wrong.append(message.text)

    def go(self, path: str) -> Visit:
        self.page.goto(self.address + path)
        return self

    def answering(self, address: str, answer: Callable[[Route], object]) -> Visit:
        """Answer what is asked for at an address, from the next page on.

        Not on one that is open: what it asks for meanwhile now and then gets no answer at all.
        """
        self.page.route(address, answer)
        return self

    def idle(self) -> None:
        """Wait until nothing is asked for any more."""
        self.page.wait_for_load_state("networkidle")

    def of_engine(self) -> list[str]:
        return [url for url in self.asked if any(name in url for name in ENGINE)]

    @property
    def status(self) -> str:
        return self.page.locator("dialog.search [role=status]").inner_text()

    def has_focus(self, selector: str) -> bool:
        return bool(self.page.evaluate("s => document.activeElement?.matches(s)", selector))

    def found(self, text: str) -> None:
        """Enter a text in the dialog that is open, at once, and wait for all of its results."""
        self.page.keyboard.insert_text(text)
        expect(self.page.locator("dialog.search .search__result").first).to_be_visible()
        status = self.page.locator("dialog.search [role=status]")
        expect(status).not_to_have_text(re.compile("^(Bezig|Searching)"))


@pytest.fixture
def visit(chromium: Browser, served_fixed_site: str) -> Iterator[Visit]:
    context = chromium.new_context()
    yield Visit(context.new_page(), served_fixed_site)
    context.close()


# --- opening and closing --------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "en/themas/haven/", "nergens/te/vinden", "en/no/where/"])
def test_nothing_is_fetched_before_the_search_is_used(visit: Visit, path: str) -> None:
    visit.go(path).idle()
    # What compares words with addresses is at work on the page for those that are not there, too.
    compares = ("/words.js", "/search-query.js") if "no/" in path or "nergens" in path else ()
    assert [url for url in visit.of_engine() if not url.endswith(compares)] == []
    visit.page.keyboard.press("/")
    visit.found("taskforce")
    assert len(visit.of_engine()) > len(ENGINE)
    assert visit.wrong == []


def test_the_dialog_has_a_name_takes_the_focus_and_gives_it_back(visit: Visit) -> None:
    for path, name in [("themas/haven/", "Zoeken"), ("en/themas/haven/", "Search")]:
        visit.go(path)
        button = visit.page.get_by_role("button", name=name, exact=True).first
        for key in ("Enter", "Space"):
            button.focus()
            visit.page.keyboard.press(key)
            expect(visit.page.get_by_role("dialog", name=name)).to_be_visible()
            assert visit.has_focus("dialog.search [name=q]")
            visit.page.keyboard.press("Escape")
            expect(visit.page.locator("dialog.search")).to_be_hidden()
            assert visit.has_focus("[data-opens=search]")
    assert visit.wrong == []


def test_escape_closes_at_once_even_with_something_typed(visit: Visit) -> None:
    visit.go("").page.keyboard.press("/")
    visit.found("haven")
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("dialog.search")).to_be_hidden()
    visit.page.keyboard.press("/")
    assert visit.page.locator("dialog.search [name=q]").input_value() == "haven", (
        "what was asked is still there"
    )


def test_its_button_and_a_click_beside_it_close_it_and_one_inside_does_not(visit: Visit) -> None:
    visit.go("").page.keyboard.press("/")
    dialog = visit.page.locator("dialog.search")
    dialog.get_by_role("button", name="Sluiten").click()
    expect(dialog).to_be_hidden()
    visit.page.keyboard.press("/")
    dialog.get_by_role("heading").click()
    expect(dialog).to_be_visible()
    visit.page.mouse.click(2, 2)
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_the_search(visit: Visit, key: str) -> None:
    visit.go("en/").page.keyboard.press(key)
    expect(visit.page.locator("dialog.search")).to_be_visible()
    assert visit.page.locator("dialog.search [name=q]").input_value() == "", (
        "the key itself is not typed"
    )


def test_a_slash_is_a_slash_where_one_types(visit: Visit) -> None:
    visit.go("").page.keyboard.press("/")
    visit.page.keyboard.type("en/of")
    assert visit.page.locator("dialog.search [name=q]").input_value() == "en/of"
    visit.go("zoeken/").page.locator(".search-page [name=q]").focus()
    visit.page.keyboard.type("a/b")
    assert visit.page.locator(".search-page [name=q]").input_value() == "a/b"
    expect(visit.page.locator("dialog.search")).to_be_hidden()


def test_other_keys_with_a_slash_or_k_do_nothing(visit: Visit) -> None:
    visit.go("")
    for key in ("k", "Control+/", "Alt+/", "Control+Shift+k", "Shift+k"):
        visit.page.keyboard.press(key)
        expect(visit.page.locator("dialog.search")).to_be_hidden()


def test_the_slash_can_be_switched_off_and_stays_off(visit: Visit) -> None:
    visit.go("zoeken/").page.locator("[data-shortcut]").uncheck()
    visit.go("themas/haven/").page.keyboard.press("/")
    expect(visit.page.locator("dialog.search")).to_be_hidden()
    visit.page.keyboard.press("Control+k")
    expect(visit.page.locator("dialog.search")).to_be_visible()
    visit.go("en/zoeken/")
    assert not visit.page.locator("[data-shortcut]").is_checked()
    visit.page.locator("[data-shortcut]").check()
    visit.go("").page.keyboard.press("/")
    expect(visit.page.locator("dialog.search")).to_be_visible()


def test_the_button_is_a_link_for_who_wants_a_new_tab(visit: Visit) -> None:
    for path, target in [("over/privacy/", "zoeken/"), ("en/over/privacy/", "en/zoeken/")]:
        link = visit.go(path).page.locator("[data-opens=search]")
        assert link.evaluate("link => link.href") == visit.address + target
        link.click(modifiers=["ControlOrMeta"])
        expect(visit.page.locator("dialog.search")).to_be_hidden()


# --- finding --------------------------------------------------------------------------------


def test_results_are_counted_marked_and_reached_by_tab_and_arrows(visit: Visit) -> None:
    visit.go("organisaties/stadsbond/").page.keyboard.press("/")
    visit.found("kadefonds")
    assert re.search(r"\btreffers?\.", visit.status)
    first = visit.page.locator("dialog.search .search__result").first
    assert first.locator("a").first.inner_text() == "Kadefonds"
    assert first.locator(".pill").inner_text() == "resultaat"
    assert "adefonds" in first.locator("mark").first.inner_text()

    links = visit.page.locator("dialog.search .search__results a")
    visit.page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    visit.page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("ArrowUp")
    expect(visit.page.locator("dialog.search [name=q]")).to_be_focused()
    visit.page.keyboard.press("ArrowUp")
    expect(visit.page.locator("dialog.search [name=q]")).to_be_focused()

    for selector in ("[type=submit]", "[name=soort]", "[name=thema]"):
        visit.page.keyboard.press("Tab")
        assert visit.has_focus(f"dialog.search {selector}")
    for number in range(links.count()):
        visit.page.keyboard.press("Tab")
        expect(links.nth(number)).to_be_focused()

    links.nth(0).focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(visit.address + "resultaten/kadefonds/")
    assert visit.wrong == []


def test_signs_against_a_word_that_was_found_are_not_marked(visit: Visit) -> None:
    visit.go("zoeken/?q=haven").idle()
    text = visit.page.locator(".search-page .search__text")
    expect(text.locator("mark").nth(3)).to_be_visible()
    marks = text.locator("mark").all_inner_texts()
    assert [mark for mark in marks if not re.fullmatch(r"\w(.*\w)?", mark)] == []
    follows = text.locator("mark").evaluate_all("marks => marks.map((one) => one.nextSibling.data)")
    assert any(re.match(r"[^\s\w…]", text) for text in follows), "they stand behind it"


def test_what_is_found_by_another_name_shows_its_summary(
    visit: Visit, fixed_catalogue: Catalogue
) -> None:
    with visit.page.expect_response("**/*.pf_fragment"):
        visit.go("zoeken/?q=literatuur")
    expect(visit.page.locator(".search-page .search__name a")).to_have_text(["Bronnen"])
    visit.idle()
    summary = fixed_catalogue.by_path["bronnen.md"].version("nl").summary
    expect(visit.page.locator(".search-page .search__text")).to_have_text(summary)


def test_a_text_that_begins_within_a_sentence_says_so(visit: Visit) -> None:
    visit.go("zoeken/?q=werkte").idle()
    text = visit.page.locator(
        ".search-page .search__text", has_text="werd gewerkt aan een City Deal"
    )
    text.first.scroll_into_view_if_needed()
    expect(text.first).to_have_text(re.compile("^… 2021 werd gewerkt"))


def test_more_results_come_when_asked_for(visit: Visit) -> None:
    visit.go("zoeken/?q=de")
    results = visit.page.locator(".search-page .search__result")
    expect(results).to_have_count(20)
    status = visit.page.locator(".search-page [role=status]")
    expect(status).to_contain_text("; dit zijn de eerste 20.")
    visit.page.get_by_role("button", name="Toon meer").press("Enter")
    expect(results.nth(20).locator("a").first).to_be_focused()
    expect(status).to_contain_text("; dit zijn de eerste 40.")
    while visit.page.get_by_role("button", name="Toon meer").is_visible():
        before = results.count()
        visit.page.get_by_role("button", name="Toon meer").click()
        expect(results).not_to_have_count(before)
    expect(status).to_contain_text(f"{results.count()} treffers.")
    visit.page.locator(".search-page [name=q]").press_sequentially(" ")
    expect(results).to_have_count(20)


def test_places_within_a_page_lead_there(visit: Visit) -> None:
    visit.go("en/").page.keyboard.press("/")
    visit.found("milestones of crafts")
    sections = visit.page.locator("dialog.search .search__result").first.locator(
        ".search__sections a"
    )
    addresses = sections.evaluate_all("links => links.map(({ href }) => href)")
    assert addresses[0] == f"{visit.address}en/themas/ambacht/#mijlpalen", "of which it speaks"
    sections.first.click()
    target = visit.page.url.partition("#")[2]
    assert visit.page.locator(f"[id='{target}']").count() == 1


def test_links_to_places_have_names_of_their_own(visit: Visit) -> None:
    visit.go("zoeken/?q=haven")
    expect(visit.page.locator(".search-page [role=status]")).to_contain_text("treffer")
    results = visit.page.locator(".search-page .search__result")
    for number in range(results.count()):
        results.nth(number).scroll_into_view_if_needed()
    visit.idle()
    places = visit.page.locator(".search-page .search__sections a")
    expect(places.first).to_be_visible()
    links = places.evaluate_all("links => links.map((link) => [link.innerText, link.ariaLabel])")
    assert len({name for _, name in links}) == len(links)
    assert [name for text, name in links if not name.startswith(f"{text} (")] == []


def test_one_letter_is_not_searched_for(visit: Visit) -> None:
    visit.go("").page.keyboard.press("/")
    status = visit.page.locator("dialog.search [role=status]")
    visit.found("haven")
    visit.page.locator("dialog.search [name=q]").fill("h")
    expect(status).to_have_text("Typ een of meer woorden.")
    expect(visit.page.locator("dialog.search .search__result")).to_have_count(0)


def test_the_first_letter_of_the_last_word_hides_nothing(visit: Visit) -> None:
    visit.go("zoeken/").page.locator(".search-page [name=q]").click()
    results = visit.page.locator(".search-page .search__result > p:first-child")
    visit.page.keyboard.insert_text("brede")
    results.first.wait_for()
    before = results.all_inner_texts()
    visit.page.keyboard.insert_text(" w")
    visit.page.wait_for_url("**/zoeken/?q=brede+w")
    visit.idle()
    assert results.all_inner_texts() == before


def test_first_results_do_not_wait_for_the_engine(visit: Visit) -> None:
    held: list[Route] = []
    visit.answering("**/wasm.nl.pagefind", lambda route: held.append(route)).go("")
    visit.page.keyboard.press("/")
    status = visit.page.locator("dialog.search [role=status]")
    visit.page.keyboard.insert_text("kadefonds")
    assert status.inner_text() == "Bezig met zoeken …", "at once"
    first = visit.page.locator("dialog.search .search__result a").first
    expect(first).to_have_text("Kadefonds")
    expect(status).to_have_text("Bezig met zoeken …")
    first.focus()
    # A word that stands in running text only.
    visit.page.locator("dialog.search [name=q]").fill("scheepstimmerwerkplaats")
    expect(first).to_have_attribute("href", re.compile("/resultaten/arbeidsmarktonderzoek/$"))
    first.focus()
    held[0].continue_()
    expect(status).to_contain_text("treffer")
    expect(first).to_be_focused()
    assert visit.wrong == []


def test_that_it_is_busy_is_said_once_whatever_is_typed(visit: Visit) -> None:
    held: list[Route] = []
    visit.answering("**/guide.nl.json", lambda route: held.append(route)).go("")
    visit.page.evaluate(
        """() => {
          const status = document.querySelector("dialog.search [role=status]");
          window.said = [];
          const hear = () => window.said.push(status.textContent);
          new MutationObserver(hear).observe(status, { childList: true });
        }"""
    )
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("haven")
    visit.page.locator("link[rel=stylesheet][href$='search.css']").wait_for(state="attached")
    visit.page.keyboard.type("agenda")
    assert visit.page.evaluate("said").count("Bezig met zoeken …") == 1


def test_what_is_needed_first_is_asked_for_at_once(visit: Visit) -> None:
    held: list[Route] = []
    visit.answering("**/search-panel.js", lambda route: held.append(route)).go("")
    with (
        visit.page.expect_request("**/search-engine.js"),
        visit.page.expect_request("**/guide.nl.json"),
    ):
        visit.page.keyboard.press("/")
    assert len(held) == 1


def test_results_do_not_wait_for_the_text_around_them(visit: Visit) -> None:
    visit.answering("**/*.pf_fragment", lambda route: route.abort()).go("")
    visit.page.keyboard.press("/")
    visit.found("kadefonds")
    first = visit.page.locator("dialog.search .search__result").first
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("treffer")
    assert first.locator(".search__text").inner_text()
    assert first.locator("mark").count() == 0


def test_only_results_that_are_seen_ask_for_the_text_around_them(visit: Visit) -> None:
    visit.go("zoeken/?q=de")
    results = visit.page.locator(".search-page .search__result")
    expect(visit.page.locator(".search-page [role=status]")).to_contain_text("de eerste 20.")
    visit.idle()
    asked = [address for address in visit.asked if address.endswith(".pf_fragment")]
    assert 0 < len(asked) < results.count() - 5
    with visit.page.expect_request("**/*.pf_fragment"):
        results.last.scroll_into_view_if_needed()


def test_a_term_leads_to_its_place_in_the_glossary(visit: Visit) -> None:
    visit.go("trekkers/").page.keyboard.press("/")
    visit.found("wat is een wethouder")
    link = visit.page.get_by_role("link", name="Wethouder", exact=True)
    assert link.get_attribute("href") == f"{visit.address}begrippen/#wethouder"
    link.click()
    assert visit.page.locator("#wethouder").inner_text() == "Wethouder"


def test_what_was_searched_for_instead_is_told(visit: Visit) -> None:
    visit.go("").page.keyboard.press("/")
    visit.found("welvart")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text(
        "Gezocht op ‘welvaart’."
    )
    visit.page.locator("dialog.search [name=q]").fill("welvaart qqqqqq")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text(
        "Niet op deze site: qqqqqq."
    )
    visit.page.locator("dialog.search [name=q]").fill("welvaart qqqqqq zzzzzz qqqqqq")
    expect(visit.page.locator("dialog.search [role=status]")).to_have_text(
        re.compile(r"Niet op deze site: qqqqqq, zzzzzz\.$")
    )
    visit.page.locator("dialog.search [name=q]").fill("westerveen hennep cookies")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("een deel ervan.")
    visit.page.locator("dialog.search [name=q]").fill("qqqqqq")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("Niets gevonden.")
    expect(visit.page.locator("dialog.search ol")).to_be_hidden()
    visit.page.locator("dialog.search [name=q]").fill("  ")
    expect(visit.page.locator("dialog.search [role=status]")).to_have_text(
        "Typ een of meer woorden."
    )


def test_what_one_types_is_text_and_never_runs(visit: Visit) -> None:
    visit.go("zoeken/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+%23+haven&soort=%3Cb%3E")
    expect(visit.page.locator(".search-page .search__result").first).to_be_visible()
    visit.idle()
    assert visit.page.locator(".search-page img, .search-page b").count() == 0
    assert visit.page.locator(".search-page [name=soort]").input_value() == ""
    assert visit.wrong == []


@pytest.mark.parametrize(
    "file",
    [
        *("guide.nl.json", "pagefind.js", "pagefind-entry.json*", "wasm.nl.pagefind"),
        *("*.pf_meta", "search-panel.js", "search-engine.js"),
    ],
)
def test_a_failure_is_told_and_the_next_try_works(visit: Visit, file: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    visit.answering(f"**/{file}", refuse).go("")
    visit.page.keyboard.press("/")
    visit.page.keyboard.insert_text("haven")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("lukt nu niet")
    visit.page.unroute(f"**/{file}", refuse)
    visit.found(" ")
    assert re.search(r"\btreffers\b", visit.status)
    expect(visit.page.locator("dialog.search [name=soort]")).to_be_enabled()


@pytest.mark.parametrize("asked", ["ambachtslieden", "scheepstimmerwerkplaats ambachtslieden"])
def test_a_part_of_the_index_that_does_not_come_hides_nothing(visit: Visit, asked: str) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="Weg")

    visit.answering("**/*.pf_index", refuse).go("")
    visit.page.keyboard.press("/")
    visit.found(asked)
    assert re.fullmatch(r"\d+ treffers?\.", visit.status), "it does not say that words are missing"
    result = visit.page.locator("dialog.search .search__result")
    link = result.locator("a").first
    expect(link).to_have_attribute("href", re.compile("/resultaten/arbeidsmarktonderzoek/$"))
    assert result.locator("mark").count() == 0
    visit.page.unroute("**/*.pf_index", refuse)
    visit.page.keyboard.type(" ")
    expect(result.locator("mark").first).to_be_visible()


def test_of_a_large_site_the_search_works_with_less_of_a_guide(visit: Visit) -> None:
    """Its guide has no summaries, tells of no words where they are, and only of a few words."""

    def shorten(route: Route) -> None:
        told = route.fetch().json()
        told["pages"]["summaries"] = []
        told["names"] = {name: at for name, at in told["names"].items() if " " not in name}
        told |= {"on": "", "words": "haven", "part": True}
        route.fulfill(json=told)

    visit.answering("**/guide.nl.json", shorten).go("")
    result = visit.page.locator("dialog.search .search__result")
    visit.page.keyboard.press("/")
    for typed, title in [
        ("kadefonds", "Kadefonds"),  # is no mistake, though the guide does not know it
        ("samen sterk wat de kust vraagt", "Samen sterk: wat de kust vraagt"),
    ]:
        visit.page.locator("dialog.search [name=q]").fill(typed)
        expect(result.locator("a").first).to_have_text(title)
        expect(result.locator(".search__text").first).not_to_be_empty()
    visit.page.locator("dialog.search [name=q]").fill("havne")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("Gezocht op")
    assert visit.wrong == []


def test_the_module_that_does_not_come_is_told_too(visit: Visit) -> None:
    visit.answering("**/search-panel.js", lambda route: route.abort()).go("")
    visit.page.keyboard.press("/")
    expect(visit.page.locator("dialog.search [role=status]")).to_contain_text("lukt nu niet")


# --- filters, and the page that can be linked -----------------------------------------------


def test_the_page_shows_what_its_address_asks_in_both_languages(visit: Visit) -> None:
    for path, title in [
        ("zoeken/?q=havenagenda", "Havenagenda"),
        ("en/zoeken/?q=quays", "Quay fund"),
    ]:
        visit.go(path)
        first = visit.page.locator(".search-page .search__result a").first
        expect(first).to_contain_text(title)
    assert visit.wrong == []


def test_what_is_asked_and_chosen_stands_in_the_address(visit: Visit) -> None:
    visit.go("zoeken/").idle()
    assert [url for url in visit.of_engine() if not url.endswith("search.css")] == []
    visit.page.locator(".search-page [name=q]").click()
    visit.page.keyboard.type("haven")
    others = visit.page.locator(".search-page .pill", has_not_text="resultaat")
    expect(others).not_to_have_count(0)
    assert visit.page.url.endswith("zoeken/?q=haven")
    visit.page.locator(".search-page [name=soort]").select_option("resultaat")
    expect(others).to_have_count(0)
    visit.page.locator(".search-page [name=thema]").select_option("Haven & handel")
    visit.page.wait_for_url("**/zoeken/?q=haven&soort=resultaat&thema=haven")
    titles = visit.page.locator(".search-page .search__name a")
    of_theme = [
        "Havenagenda 2021-2030",
        "Welvaart <canvas> & kaart",
        "City Deal havensteden",
        "Kadefonds",
        "Samen sterk: wat de kust vraagt",
    ]
    expect(titles).to_have_text(of_theme)

    visit.page.reload()
    expect(visit.page.locator(".search-page [name=soort]")).to_have_value("resultaat")
    expect(titles).to_have_text(of_theme)
    visit.page.locator(".search-page .search__result a").first.click()
    visit.page.wait_for_url("**/resultaten/**")
    visit.page.go_back()
    expect(visit.page.locator(".search-page [name=q]")).to_have_value("haven")
    expect(titles).to_have_text(of_theme)
    assert visit.wrong == []


def test_what_an_address_asks_outlives_a_failure(visit: Visit) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    visit.answering("**/guide.nl.json", refuse).go("zoeken/?q=haven&soort=thema")
    expect(visit.page.locator(".search-page [role=status]")).to_contain_text("lukt nu niet")
    assert visit.page.url.endswith("zoeken/?q=haven&soort=thema")
    visit.page.unroute("**/guide.nl.json", refuse)
    visit.page.locator(".search-page [name=q]").press("Enter")
    expect(visit.page.locator(".search-page [name=soort]")).to_have_value("thema")
    expect(visit.page.locator(".search-page .pill").first).to_have_text("thema")
    expect(visit.page.locator(".search-page .pill", has_not_text="thema")).to_have_count(0)


def test_an_address_asks_no_more_than_the_field_holds(visit: Visit) -> None:
    visit.go(f"zoeken/?q={'haven+' * 300}")
    expect(visit.page.locator(".search-page .search__result").first).to_be_visible()
    assert len(visit.page.locator(".search-page [name=q]").input_value()) <= 200


def test_who_comes_back_before_there_was_an_answer_gets_one(visit: Visit) -> None:
    held: list[Route] = []
    visit.answering(
        "**/guide.nl.json", lambda route: route.continue_() if held else held.append(route)
    )
    visit.go("zoeken/?q=haven&more=1")
    visit.page.wait_for_url("**/zoeken/?q=haven")
    # As a browser does that kept the page as it was left.
    back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    with visit.page.expect_navigation():
        visit.page.evaluate(back)
    expect(visit.page.locator(".search-page .search__result").first).to_be_visible()
    visit.page.evaluate("window.isSame = true")
    visit.page.evaluate(back)
    visit.idle()
    assert visit.page.evaluate("window.isSame"), "what was found is still there"


def test_in_the_other_language_the_same_is_asked_and_chosen(visit: Visit) -> None:
    visit.go("zoeken/?q=haven&soort=resultaat&thema=Haven+%26+handel")  # as addresses once were
    found = visit.page.locator(".search-page .search__result .pill")
    expect(found.first).to_have_text("resultaat")
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_url("**/en/zoeken/?q=haven&soort=resultaat&thema=haven")
    expect(found.first).to_have_text("deliverable")
    for name, words in (("soort", "Deliverable"), ("thema", "Harbours & trade")):
        chosen = visit.page.locator(f".search-page [name={name}] option:checked")
        expect(chosen).to_have_text(words)
    assert visit.wrong == []


@pytest.mark.parametrize("place", [".search-page", "dialog.search"])
def test_nothing_found_because_of_a_filter_is_told_and_undone(visit: Visit, place: str) -> None:
    if place == ".search-page":
        visit.go("zoeken/?q=kadefonds&soort=thema")
    else:
        visit.go("").page.keyboard.press("/")
        visit.found("kadefonds")
        visit.page.locator(f"{place} [name=soort]").select_option("thema")
    status = visit.page.locator(f"{place} [role=status]")
    expect(status).to_contain_text("Niets gevonden met dit filter.")
    button = visit.page.locator(place).get_by_role("button", name="Zoek zonder filter")
    button.press("Enter")
    expect(visit.page.locator(f"{place} .search__result a").first).to_be_focused()
    expect(visit.page.locator(f"{place} [name=soort]")).to_have_value("")
    expect(button).to_be_hidden()
    visit.page.locator(f"{place} [name=q]").fill("qqqqqq")
    expect(status).to_have_text("Niets gevonden. Probeer een korter of ander woord.")
    expect(button).to_be_hidden()
    assert visit.wrong == []


def test_on_paper_there_is_nothing_to_press_and_no_address(visit: Visit) -> None:
    visit.go("zoeken/?q=haven&soort=thema")
    link = visit.page.locator(".search-page .search__result a").first
    expect(link).to_be_visible()
    visit.page.emulate_media(media="print")
    shown = "elements => elements.filter((one) => one.checkVisibility()).map((one) => one.name)"
    pressed = visit.page.locator(".search-page :is(button, input, select)")
    assert pressed.evaluate_all(shown) == ["q", "soort"]
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == "none"


def test_enter_in_the_dialog_goes_to_the_page_with_the_same_results(visit: Visit) -> None:
    visit.go("en/trekkers/").page.keyboard.press("/")
    visit.found("harbours")
    visit.page.locator("dialog.search [name=soort]").select_option("thema")
    expect(visit.page.locator("dialog.search .search__result .pill").first).to_have_text("theme")
    visit.page.locator("dialog.search [name=q]").press("Enter")
    visit.page.wait_for_url("**/en/zoeken/?q=harbours&soort=thema")
    expect(visit.page.locator(".search-page .search__result .pill").first).to_have_text("theme")


def test_back_from_a_page_that_was_found_returns_to_the_results(visit: Visit) -> None:
    visit.go("en/trekkers/").page.keyboard.press("/")
    visit.found("harbours")
    dialog = visit.page.locator("dialog.search")
    dialog.locator("[name=soort]").select_option("thema")
    expect(dialog.locator(".pill").first).to_have_text("theme")
    found = dialog.locator(".search__results > li > p:first-child").all_inner_texts()
    dialog.locator(".search__result a").first.click()
    visit.page.wait_for_url("**/en/themas/haven/")
    expect(visit.page.locator("dialog.search")).to_be_hidden()

    visit.page.go_back()
    expect(dialog).to_be_visible()
    expect(dialog.locator("[name=q]")).to_have_value("harbours")
    expect(dialog.locator("[name=soort]")).to_have_value("thema")
    expect(dialog.locator(".search__results > li > p:first-child")).to_have_text(found)
    dialog.evaluate("dialog => dialog.close()")  # as the browser itself does
    visit.page.wait_for_function("!history.state?.asked")
    visit.page.reload(wait_until="networkidle")
    expect(dialog).to_be_hidden()
    assert visit.wrong == []


def test_a_place_on_this_very_page_is_seen_and_back_returns_too(visit: Visit) -> None:
    visit.go("begrippen/").page.keyboard.press("/")
    visit.found("wat is een wethouder")
    visit.page.get_by_role("link", name="Wethouder", exact=True).click()
    visit.page.wait_for_url("**/begrippen/#wethouder")
    dialog = visit.page.locator("dialog.search")
    expect(dialog).to_be_hidden()
    # Something else is searched for there.
    visit.page.keyboard.press("/")
    visit.page.locator("dialog.search [name=soort]").select_option("thema")
    visit.page.locator("dialog.search [name=q]").fill("haven")
    expect(dialog.locator(".pill").first).to_have_text("thema")
    visit.page.keyboard.press("Escape")

    visit.page.go_back()
    expect(dialog).to_be_visible()
    expect(dialog.locator("[name=q]")).to_have_value("wat is een wethouder")
    expect(dialog.locator("[name=soort]")).to_have_value("")
    expect(dialog.locator(".search__result a").first).to_have_text("Wethouder")
    visit.page.go_forward()
    visit.page.wait_for_url("**/begrippen/#wethouder")
    expect(dialog).to_be_hidden()
    # To the place where one is already.
    visit.page.keyboard.press("/")
    dialog.locator(".search__result a").first.click()
    expect(dialog).to_be_hidden()


def test_on_the_search_page_the_button_and_the_keys_go_to_its_field(visit: Visit) -> None:
    visit.go("zoeken/")
    for key in ("/", "Control+k"):
        visit.page.locator("[data-shortcut]").focus()
        visit.page.evaluate("document.activeElement.blur()")
        visit.page.keyboard.press(key)
        assert visit.has_focus(".search-page [name=q]")
    visit.page.locator("[data-opens=search]").click()
    assert visit.has_focus(".search-page [name=q]")
    expect(visit.page.locator("dialog.search")).to_be_hidden()


def test_without_javascript_the_page_says_what_works_instead(
    chromium: Browser, served_fixed_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, words in [("zoeken/", "JavaScript"), ("en/zoeken/", "needs JavaScript")]:
        page.goto(served_fixed_site + path)
        expect(page.locator(".search-page form")).to_be_hidden()
        instead = page.locator(".without-js")
        expect(instead).to_contain_text(words)
        assert instead.locator("a").count() >= 5
        page.locator("[data-opens=search]").click()
        assert page.url == served_fixed_site + path
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_sticks_out(chromium: Browser, served_fixed_site: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 640})
    page.goto(f"{served_fixed_site}zoeken/?q=taskforce", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{served_fixed_site}themas/", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("taskforce")
    expect(page.locator("dialog.search .search__result").first).to_be_visible()
    assert (
        page.evaluate(
            "(d => d.scrollWidth - d.clientWidth)(document.querySelector('dialog.search'))"
        )
        <= 0
    )
    page.close()


# --- the same words on both sides -----------------------------------------------------------

TEXTS = [
    "Thema's, thema’s en de leden' stem",
    "MKB-Uitvoeringsagenda 2021",
    "René ging naar coöperatie ‘De Heer’",
    "midden- en kleinbedrijf; (G40's) ﬁnanciën",
    "Straße \N{LATIN SMALL LIGATURE IJ}s \N{MATHEMATICAL BOLD CAPITAL M}kb™",
    "R&D, R & D en Q&A; haven&handel, C++ en C#; a+b, AT&T, #1",
    "",
    "–—…!?",
]


def test_the_browser_splits_words_as_the_index_does(
    chromium: Browser, served_fixed_site: str
) -> None:
    page = chromium.new_page()
    page.goto(served_fixed_site)
    split = f"""async texts => {{
        const {{ split }} = await import("{PREFIX}{ASSETS}/js/words.js");
        return texts.map(split);
    }}"""
    assert page.evaluate(split, TEXTS) == [plain_words(text) for text in TEXTS]
    page.close()


@pytest.fixture(scope="module")
def understand(chromium: Browser, served_fixed_site: str) -> Iterator[Callable[..., object]]:
    """What the search makes of a query: a function without state, asked on one page."""
    texts = [
        "wat is city deal welvaart mkb uitvoeringsagenda uitvoering agenda g40 weerbaar massieve",
        "skills still slecht tabellen stellen d20231115 d20230105 havenbonds havenfonds kadett",
        "havenfonds kadetten mkbagenda",
        "kadetten",
    ]
    lexicon = Lexicon("nl", texts, Table.model_validate({"stop": [{"nl": ["wat", "is"]}]}))
    lists = {
        "stop": " ".join(lexicon.stop_words()),
        "words": " ".join(lexicon.known_words()),
    }
    page = chromium.new_page()
    page.goto(served_fixed_site)
    script = f"""async ({{ text, stop, words, part }}) => {{
        const {{ Words, understand }} = await import("{PREFIX}{ASSETS}/js/search-query.js");
        return understand(text, new Words({{ stop, words, part }}));
    }}"""
    yield lambda typed, part=False: page.evaluate(script, {"text": typed, "part": part, **lists})
    page.close()


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("wat is welvaart", (["welvaart"], "", [])),
        ("wat is", (["wat", "is"], "", [])),
        ("welv", (["welv"], "", [])),
        ("welvart", (["welvaart"], "welvaart", [])),
        ("citydeal", (["city deal"], "", [])),
        ("uitvoerings agenda", (["uitvoeringsagenda"], "", [])),
        ("uitvoerings agenda mkb", (["uitvoeringsagenda", "mkb"], "", [])),
        ("city deal", (["city", "deal"], "", [])),
        ("mkb agenda", (["mkb", "agenda"], "", [])),
        ("welvaartsbeleid", (["welvaart"], "welvaart", [])),
        ("voering", (["uitvoering"], "uitvoering", [])),
        ("qqqq mkb", (["mkb"], "", ["qqqq"])),
        ("mbk", ([], "", ["mbk"])),
        ("g41", ([], "", ["g41"])),
        ("EU 2021", (["eu", "2021"], "", [])),
        # Another form of a word is that word.
        ("welvaarts", (["welvaart"], "", [])),
        ("weerbare", (["weerbaar"], "", [])),
        ("massief", (["massieve"], "", [])),
        ("skill cities", (["skill", "city"], "", [])),
        ("slechte", (["slecht"], "", [])),
        ("mkben stilen", (["mkb", "still"], "", [])),
        ("kadeten", (["kadetten"], "", [])),  # of two the one on most pages
        ("agen", (["agen"], "", [])),
        ("dealx dealig dealtje", (["dealx", "dealig", "dealtje"], "", [])),
        ("dealtjes", ([], "", ["dealtjes"])),
        # Words that are written together.
        ("mkbdeal", (["mkb deal"], "", [])),
        ("mkbg40", (["mkb g40"], "", [])),
        ("voerings", (["uitvoeringsagenda"], "uitvoeringsagenda", [])),
        ("agendapunten", (["agenda"], "agenda", [])),
        ("stillever", ([], "", ["stillever"])),
        ("oering", (["uitvoering"], "uitvoering", [])),
        ("vaart", ([], "", ["vaart"])),
        # A right word is not corrected into another one, nor into one that only ends in it.
        ("cite", ([], "", ["cite"])),
        ("stull", ([], "", ["stull"])),
        ("bellen", ([], "", ["bellen"])),
        ("aftellen", ([], "", ["aftellen"])),
        ("sills", ([], "", ["sills"])),
        # The first letter is seldom wrong; of words as near, the one on most pages.
        ("telvaart", ([], "", ["telvaart"])),
        ("havensonds", (["havenfonds"], "havenfonds", [])),
        # Short words only where two letters changed places; long ones for up to two mistakes.
        ("stlil", (["still"], "still", [])),
        ("uitvoreingsagnda", (["uitvoeringsagenda"], "uitvoeringsagenda", [])),
        ("dael", (["deal"], "deal", [])),
        ("sttill", (["still"], "still", [])),
        ("agnda", ([], "", ["agnda"])),
        ("agonda", ([], "", ["agonda"])),
        ("stxllen", (["stellen"], "stellen", [])),
        ("uitvuerimg", (["uitvoering"], "uitvoering", [])),
        ("uitvuerng", ([], "", ["uitvuerng"])),
        ("uitvaurimg", ([], "", ["uitvaurimg"])),
        ("uitv0ering", ([], "", ["uitv0ering"])),
        # The last word is still being typed.
        ("welvaart m", (["welvaart"], "", [])),
        ("welvaart mk", (["welvaart", "mk"], "", [])),
        ("15-11-2023 m", (["d20231115"], "", [])),
        ("m", (["m"], "", [])),
        # Signs of a name, and dates.
        ("R&D", (["rd"], "", [])),
        ("C++ c#", ([], "", ["c++", "c#"])),
        ("15-11-2023", (["d20231115"], "", [])),
        ("mkb 15/11/2023", (["mkb", "d20231115"], "", [])),
        ("2023-11", (["d202311"], "", [])),
        ("16.11.2023", (["d202311"], "11-2023", [])),
        ("1-1-2022", (["2022"], "2022", [])),
        ("5-1-2023", (["d20230105"], "", [])),
        ("2023-1-5", (["d20230105"], "", [])),
        ("31-12-2023", (["2023"], "2023", [])),
        ("32-12-2023", (["32", "12", "2023"], "", [])),
        ("0-12-2023", (["0", "12", "2023"], "", [])),
        ("15-13-2023", (["15", "13", "2023"], "", [])),
    ],
)
def test_a_query_is_understood(
    understand: Callable[[str], object], typed: str, understood: tuple[list[str], str, list[str]]
) -> None:
    words, changed, unknown = understood
    assert understand(typed) == {"words": words, "changed": changed, "unknown": unknown}


def test_of_a_large_site_no_word_is_a_mistake_for_its_guide(
    understand: Callable[..., object],
) -> None:
    for typed, word in [("16.11.2023", "d20231116"), ("welvart", "welvart")]:
        assert understand(typed, part=True) == {"words": [word], "changed": "", "unknown": []}

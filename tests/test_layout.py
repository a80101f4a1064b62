"""How pages look where room, light or means are few: a narrow window, paper, a finger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.loading import load
from tests.conftest import ROOT, Pages

LANGUAGES = ("", "en/")

LABELS = """cells => cells.map((cell) => {
  const label = getComputedStyle(cell, "::before");
  if (label.content === "none") return null;
  return parseFloat(getComputedStyle(cell).paddingLeft) + parseFloat(label.marginLeft);
})"""
"""Tells how far from the edge of its cell the name of a column begins, where a cell shows it."""


GENERATED = ".table-wrap:not(.table-wrap--text)"
"""The tables that the site makes itself: they are made to fit."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "docs").catalogue


@pytest.mark.parametrize("width", [320, 700, 768])
def test_tables_show_all_their_columns_in_a_narrow_window(
    page: Page, served_site: str, pages: Pages, width: int
) -> None:
    with_tables = [address for address in pages.addresses() if pages[address].select(GENERATED)]
    assert len(with_tables) >= 8
    page.set_viewport_size({"width": width, "height": 800})
    for address in with_tables:
        page.goto(f"{served_site}{address}/")
        hidden = page.locator(GENERATED).evaluate_all(
            "all => all.map((one) => one.scrollWidth - one.clientWidth)"
        )
        assert max(hidden) == 0, (address, hidden)
        labels = page.locator("td[data-label]").evaluate_all(LABELS)
        assert all(0 <= left < 1 for left in labels if left is not None), (address, labels)


def test_a_wide_table_in_running_text_scrolls_by_itself_and_has_a_name(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    boxes = page.get_by_role("region")
    expect(boxes).to_have_count(1)
    expect(boxes).to_have_accessible_name("Tabellen (2)")
    boxes.focus()
    expect(boxes).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=boxes.element_handle())
    # Where it fits it is no stop on the way.
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(boxes).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_as_of_stands_right_at_the_progress_that_it_dates(
    page: Page, served_site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served_site)
    gaps = page.locator(".home-delivered .standing").evaluate_all(
        """all => all.map((one) => {
          const [badge, date] = [...one.children].map((part) => part.getBoundingClientRect());
          return date.top - badge.bottom;
        })"""
    )
    assert len(gaps) >= 5
    assert max(gaps) < 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_abbreviation_that_the_text_explains_is_not_explained_again(
    page: Page, served_site: str, language: str
) -> None:
    page.goto(f"{served_site}{language}")
    page.emulate_media(media="print")
    opening = page.locator(".home-hero p").first
    assert "(VNG)" in opening.inner_text()
    assert opening.locator("abbr").count() == 0


def test_on_paper_an_abbreviation_is_explained_once(page: Page, served_site: str) -> None:
    page.emulate_media(media="print")
    explanation = "(one) => getComputedStyle(one, '::after').content"
    for address in ("themas/human-capital/", "en/resultaten/", "bronnen/"):
        page.goto(served_site + address)
        explained = page.locator("article abbr, .prose abbr")
        assert explained.count() > 0, address
        for number in range(explained.count()):
            assert explained.nth(number).evaluate(explanation) != "none", address


def test_home_shows_no_milestone_that_was_still_to_come(pages: Pages, catalogue: Catalogue) -> None:
    assert catalogue.as_of is not None
    future = [event for event in catalogue.timeline if event not in catalogue.past_events]
    assert future, "the content has one, or this test says nothing"
    for event in future:
        assert event.milestone.date.earliest > catalogue.as_of.latest
    for address in ("", "en"):
        shown = [str(time["datetime"]) for time in pages[address].select(".home-new li > time")]
        assert shown == [str(event.milestone.date) for event in catalogue.past_events[:6]]


def test_who_has_no_mouse_is_not_told_to_point(chromium: Browser, served_site: str) -> None:
    devices: list[tuple[bool, dict[str, Any]]] = [
        (True, {}),
        (False, {"has_touch": True, "is_mobile": True}),
    ]
    for seen, options in devices:
        context = chromium.new_context(viewport={"width": 1024, "height": 768}, **options)
        page = context.new_page()
        page.goto(served_site)
        assert page.locator(".picture__hint--hover").is_visible() is seen
        page.emulate_media(media="print")
        assert not page.locator(".picture__hint--hover").is_visible()
        context.close()


def test_keys_are_told_when_there_is_something_to_go_through(page: Page, served_site: str) -> None:
    page.goto(served_site)
    page.keyboard.press("/")
    keys = page.locator(".search__keys")
    expect(keys).to_be_hidden()
    page.keyboard.insert_text("binnenstad")
    expect(keys).to_be_visible()
    page.locator("dialog.search [name=q]").fill("qqqqqq")
    expect(page.locator("dialog.search [role=status]")).to_contain_text("Niets gevonden.")
    expect(keys).to_be_hidden()


def test_sources_stand_under_their_publisher(pages: Pages, catalogue: Catalogue) -> None:
    for address in ("bronnen", "en/bronnen"):
        article = pages[address].select_one(".prose")
        assert article is not None
        groups = [heading.get_text() for heading in article.select("h2")]
        *publishers, _ = groups
        assert {"G40", "Platform31", "VNG"} <= set(publishers)
        for heading in article.select("h2")[:-1]:
            listed = heading.find_next_sibling("div")
            assert listed is not None
            for item in listed.select("li"):
                assert f". {heading.get_text()}" in item.get_text(), address
        assert len(article.select(".sources li")) == len(catalogue.sources)


def test_a_copy_is_told_in_the_language_of_the_page(pages: Pages) -> None:
    assert "Platform31 (kopie op docslib.org)" in pages.text("bronnen")
    assert "Platform31 (copy on docslib.org)" in pages.text("en/bronnen")


def test_every_page_but_the_search_says_how_to_cite_it(pages: Pages) -> None:
    for address in pages.addresses():
        has_own_title = bool(pages[address].select(".page--own"))
        expected = not address.endswith("zoeken") and not has_own_title
        assert bool(pages[address].select(".cite")) is expected, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_finds_a_problem_finds_where_to_report_it(pages: Pages, language: str) -> None:
    for page in ("over/toegankelijkheid", "over/meedoen"):
        links = [str(link["href"]) for link in pages[language + page].select(".prose a[href]")]
        assert any(link.endswith("/issues") for link in links), page

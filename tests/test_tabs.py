"""Content tabs: with a script they are tabs of the ARIA practices, without one all is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import opened

ADDRESS = "over/lopende-tekst/"
TITLES = ["Schipper", "Bakker", "Wie er woont"]


@pytest.fixture
def page(chromium: Browser, served_fixed_site: str) -> Iterator[Page]:
    with opened(chromium, f"{served_fixed_site}{ADDRESS}") as page:
        yield page


def selected(page: Page) -> str:
    """Return the tab that is chosen, which must be the one whose panel shows."""
    (tab,) = page.get_by_role("tab", selected=True).all()
    (panel,) = page.get_by_role("tabpanel").all()
    name = tab.inner_text()
    assert panel.get_attribute("aria-labelledby") == tab.get_attribute("id")
    assert tab.get_attribute("aria-controls") == panel.get_attribute("id")
    return name


def test_one_tab_is_open_and_the_keyboard_opens_another(page: Page) -> None:
    tabs = page.get_by_role("tablist").get_by_role("tab")
    assert tabs.all_inner_texts() == TITLES
    assert selected(page) == TITLES[0]
    tabs.first.focus()
    for key, title in (
        ("ArrowRight", TITLES[1]),
        ("ArrowRight", TITLES[2]),
        ("ArrowRight", TITLES[0]),
        ("ArrowLeft", TITLES[2]),
        ("Home", TITLES[0]),
        ("End", TITLES[2]),
    ):
        page.keyboard.press(key)
        assert selected(page) == title
        expect(page.get_by_role("tab", name=title)).to_be_focused()
    # Tab leaves the row of tabs, for what it opened.
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel")).to_be_focused()


def test_a_click_opens_a_tab(page: Page) -> None:
    page.get_by_role("tab", name=TITLES[2]).click()
    assert selected(page) == TITLES[2]
    expect(page.get_by_role("checkbox", name="gedaan").first).to_be_visible()


def test_a_link_to_a_heading_in_a_closed_tab_opens_it(page: Page, served_fixed_site: str) -> None:
    heading = page.get_by_role("heading", name="Brood op de kade")
    expect(heading).to_be_hidden()
    page.evaluate("location.hash = 'brood-op-de-kade'")
    expect(heading).to_be_in_viewport()
    assert selected(page) == TITLES[1]
    # Also where a reader comes from another page.
    page.goto("about:blank")
    page.goto(f"{served_fixed_site}{ADDRESS}#brood-op-de-kade")
    expect(heading).to_be_in_viewport()


def test_a_browser_that_finds_nothing_hidden_is_helped(page: Page) -> None:
    """It may not know `until-found`, and so tell of no place that it is about to show."""
    page.evaluate(
        "addEventListener('beforematch', (event) => event.stopImmediatePropagation(), true)"
    )
    page.evaluate("location.hash = 'brood-op-de-kade'")
    expect(page.get_by_role("tab", name=TITLES[1])).to_have_attribute("aria-selected", "true")
    assert selected(page) == TITLES[1]


def test_without_a_script_and_on_paper_every_part_is_there_with_its_title(
    chromium: Browser, page: Page, served_fixed_site: str
) -> None:
    page.emulate_media(media="print")
    with chromium.new_context(java_script_enabled=False) as context:
        without = context.new_page()
        without.goto(f"{served_fixed_site}{ADDRESS}")
        for shown in (page, without):
            for place, title in enumerate(TITLES):
                part = shown.locator(".tabs__panel").nth(place)
                expect(part.locator(".tabs__title")).to_be_visible()
                expect(part.locator(".tabs__title")).to_have_text(title)
                expect(part.locator(":scope > :last-child")).to_be_visible()
            expect(shown.get_by_role("tablist")).to_have_count(0)

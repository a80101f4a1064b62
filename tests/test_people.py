"""What people do on the site with nothing but a keyboard, from the first key to the answer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def focused(page: Page, script: str) -> object:
    """Return what a script says of the element (`one`) that has the focus."""
    return page.evaluate(f"() => {{ const one = document.activeElement; return {script}; }}")


def tab_to(page: Page, text: str, at_most: int) -> None:
    """Press Tab until a link with this text has the focus."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if focused(page, "one.tagName === 'A' && one.textContent.trim()") == text:
            return
    pytest.fail(f"{at_most} times Tab does not reach ‘{text}’ on {page.url}")


def skip(page: Page) -> None:
    """Jump over the header."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("home", "theme", "trekker", "deliverable", "sources"),
    [
        ("", "Haven & handel", "Anna van den Berg", "Havenagenda 2021-2030", "Bronnen"),
        ("en/", "Harbours & trade", "Anna van den Berg", "Harbour agenda 2021-2030", "Sources"),
    ],
)
def test_from_home_to_a_theme_its_trekker_what_came_of_it_and_the_source(
    page: Page,
    served_fixed_site: str,
    home: str,
    theme: str,
    trekker: str,
    deliverable: str,
    sources: str,
) -> None:
    page.goto(f"{served_fixed_site}{home}")
    for text, folder in ((theme, "themas"), (trekker, "trekkers")):
        skip(page)
        tab_to(page, text, at_most=20)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served_fixed_site}{home}{folder}/*/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(text)
    page.go_back()
    skip(page)
    tab_to(page, deliverable, at_most=40)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_fixed_site}{home}resultaten/*/")
    skip(page)
    tab_to(page, sources, at_most=12)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, "!!one.closest('.sources')")
    address = str(focused(page, "one.href"))
    assert urlsplit(address).scheme == "https"
    assert not address.startswith(served_fixed_site)


# 640 pixels is a window of 1280 at 200 %.
@pytest.mark.parametrize("width", [320, 640])
def test_menu_opens_and_closes_and_is_out_of_the_way_when_closed(
    width: int, page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 480})
    page.goto(f"{served_fixed_site}themas/haven/")
    button = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    for key in ("Enter", "Space"):
        button.focus()
        expect(button).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Tab")
        assert not focused(page, "one.closest('header')"), "closed, it has no tab stops"
        button.focus()
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(menu).to_be_visible()
        links = menu.get_by_role("link")
        for number in range(links.count()):
            page.keyboard.press("Tab")
            expect(links.nth(number)).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "Trekkers", at_most=3)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_fixed_site}trekkers/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trekkers")


def test_the_other_language_shows_the_same_page_with_the_same_filter(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}resultaten/?thema=haven")
    rows = page.locator(".finder tbody tr:visible")
    expect(page.locator("[name=thema][value=haven]")).to_be_checked()
    number = rows.count()
    tab_to(page, "English", at_most=5)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_fixed_site}en/resultaten/?thema=haven")
    expect(rows).to_have_count(number)
    assert page.locator("html").get_attribute("lang") == "en"


def test_what_is_pressed_while_an_abbreviation_is_explained_stays_where_it_is(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}themas/haven/")
    page.set_viewport_size({"width": 320, "height": 640})
    explained = page.locator("article abbr[tabindex]").first
    link = page.locator("article abbr[tabindex] ~ a, article p:has(abbr[tabindex]) ~ * a").first
    explained.focus()
    box = link.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    assert focused(page, "!one.matches('abbr')")
    assert link.bounding_box() == box
    page.mouse.up()
    expect(explained).not_to_be_focused()

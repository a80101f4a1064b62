"""What people do on the site with nothing but a keyboard, from the first key to the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page_kinds import page_kinds

STOPS = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  window.stops = [...document.querySelectorAll(controls)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && !one.closest("[inert], dialog:not([open])")
    && one.checkVisibility({ visibilityProperty: true }));
  return window.stops.length;
}"""
"""Finds all that a keyboard should reach, in the order of the page; returns how many they are."""

REACHED = """() => {
  const one = document.activeElement;
  const [box] = one.getClientRects();
  const isSeen = box && [0.5, 0.1, 0.9].some((part) => {
    const x = box.left + box.width * part, y = box.top + box.height * part;
    const there = document.elementFromPoint(x, y);
    return there && (one.contains(there) || there.contains(one));
  });
  return [window.stops.indexOf(one), Boolean(isSeen), one.outerHTML.slice(0, 160)];
}"""
"""Tells which of these has the focus, and whether any of it can be seen."""


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


def test_every_page_begins_with_a_link_that_skips_to_its_text(
    page: Page, built_site: Path, served_site: str
) -> None:
    for kind in page_kinds(built_site):
        page.goto(f"{served_site}{kind.address}")
        page.keyboard.press("Tab")
        assert focused(page, "one.matches('.skip')"), kind
        box = page.locator(".skip").bounding_box()
        assert box is not None and box["y"] >= 0, kind
        page.keyboard.press("Enter")
        assert focused(page, "one.id") == "site:inhoud", kind
        page.keyboard.press("Tab")
        assert focused(page, "!one.closest('header')"), kind


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_goes_through_all_of_a_page_in_order_and_shows_where(
    width: int, page: Page, built_site: Path, served_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 480})
    wrong = []
    for kind in page_kinds(built_site):
        if kind.language != ("nl" if width == 320 else "en"):
            continue
        page.goto(f"{served_site}{kind.address}")
        # What scrolls by itself has been found.
        page.evaluate(
            "() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))"
        )
        stops = page.evaluate(STOPS)
        assert stops > 10, kind
        # Long pages repeat themselves.
        for expected in range(min(stops, 50)):
            page.keyboard.press("Tab")
            place, is_seen, html = page.evaluate(REACHED)
            if place != expected or not is_seen:
                wrong.append((kind.address, expected, place, is_seen, html))
                break
    assert wrong == []


@pytest.mark.parametrize(
    ("home", "theme", "trekker", "deliverable", "sources"),
    [
        ("", "Regionale economie", "Jeroen Joon", "Welvaart Model canvas", "Bronnen"),
        ("en/", "Regional economy", "Jeroen Joon", "Welvaart Model canvas", "Sources"),
    ],
)
def test_from_home_to_a_theme_its_trekker_what_came_of_it_and_the_source(
    page: Page,
    served_site: str,
    home: str,
    theme: str,
    trekker: str,
    deliverable: str,
    sources: str,
) -> None:
    page.goto(f"{served_site}{home}")
    for text, folder in ((theme, "themas"), (trekker, "trekkers")):
        skip(page)
        tab_to(page, text, at_most=20)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served_site}{home}{folder}/*/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(text)
    page.go_back()
    skip(page)
    tab_to(page, deliverable, at_most=40)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_site}{home}resultaten/*/")
    skip(page)
    tab_to(page, sources, at_most=12)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, "one.textContent") == sources  # the heading, a link to itself
    page.keyboard.press("Tab")
    assert focused(page, "!!one.closest('.sources')")
    address = str(focused(page, "one.href"))
    assert urlsplit(address).scheme == "https"
    assert not address.startswith(served_site)


# 640 pixels is a window of 1280 at 200 %.
@pytest.mark.parametrize("width", [320, 640])
def test_menu_opens_and_closes_and_is_out_of_the_way_when_closed(
    width: int, page: Page, served_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 480})
    page.goto(f"{served_site}themas/mkb/")
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
    page.wait_for_url(f"{served_site}trekkers/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trekkers")


def test_the_other_language_shows_the_same_page_with_the_same_filter(
    page: Page, served_site: str
) -> None:
    page.goto(f"{served_site}resultaten/?thema=mkb")
    rows = page.locator(".finder tbody tr:visible")
    expect(page.locator("[name=thema][value=mkb]")).to_be_checked()
    number = rows.count()
    tab_to(page, "English", at_most=5)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served_site}en/resultaten/?thema=mkb")
    expect(rows).to_have_count(number)
    assert page.locator("html").get_attribute("lang") == "en"


def test_what_is_pressed_while_an_abbreviation_is_explained_stays_where_it_is(
    page: Page, served_site: str
) -> None:
    page.goto(f"{served_site}themas/human-capital/")
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

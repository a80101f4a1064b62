"""Who switches language stays where he is: at the same heading, with the same words and filters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def switch(page: Page) -> str:
    """Go to the other language with the link in the header; return the address."""
    before = page.url
    page.locator("header a[hreflang]").click()
    page.wait_for_url(lambda url: url != before)
    return page.url


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("over/lopende-tekst/#koppen", "en/over/lopende-tekst/#koppen"),
        ("en/over/lopende-tekst/#koppen", "over/lopende-tekst/#koppen"),
        ("resultaten/?thema=haven", "en/resultaten/?thema=haven"),
        ("zoeken/?q=haven", "en/zoeken/?q=haven"),
        ("themas/haven/", "en/themas/haven/"),
    ],
)
def test_the_place_is_kept(page: Page, served_fixed_site: str, address: str, other: str) -> None:
    page.goto(f"{served_fixed_site}{address}")
    assert switch(page) == f"{served_fixed_site}{other}"


def test_the_place_is_that_of_the_moment(page: Page, served_fixed_site: str) -> None:
    page.goto(f"{served_fixed_site}over/lopende-tekst/#koppen")
    page.evaluate("location.hash = 'lijsten'")
    assert switch(page) == f"{served_fixed_site}en/over/lopende-tekst/#lijsten"


def test_words_searched_for_come_along_and_are_searched_for(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}zoeken/")
    field = page.locator("main [type=search]")
    field.fill("haven")
    page.wait_for_url(re.compile("[?]q=haven"))
    assert switch(page) == f"{served_fixed_site}en/zoeken/?q=haven"
    page.locator("main ol a").first.wait_for()
    assert field.input_value() == "haven"

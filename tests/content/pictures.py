"""Pictures of pages, as a reader sees them on a telephone and on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.audit.measuring import BlindError
from tests.audit.tools import chromium
from tests.conftest import ALONE, serving

MOST = 6
"""Pages of which there are pictures; each takes half a second."""

WIDTHS = (320, 1440)
"""Of the screen, in pixels: the narrowest that has to do (WCAG 1.4.10), and a wide one."""

_SCREEN, _TALLEST = 800, 2_400
"""The height of a screen, and what is seen of a long page at most."""

_HEIGHT = "() => document.documentElement.scrollHeight"

Pictures = Mapping[str, Mapping[int, bytes]]
"""By the file of a page, and by width: JPEG."""


def pictured(site: Path, pages: Sequence[str]) -> Pictures:
    """Return pictures of the first pages of a site.

    Args:
        site: The folder of the built site.
        pages: Files below it, those that matter most first.

    Raises:
        BlindError: A browser cannot look.
    """
    if not pages:
        return {}
    try:
        with serving(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ALONE)
            return {page: dict(_seen(browser, address, page)) for page in pages[:MOST]}
    except BrowserError as error:
        raise BlindError(f"The browser could not go on: {error.message[:300]}") from None


def _seen(browser: Browser, address: str, page: str) -> Iterator[tuple[int, bytes]]:
    tab = browser.new_page(reduced_motion="reduce", color_scheme="light")
    tab.set_viewport_size({"width": WIDTHS[0], "height": _SCREEN})
    tab.goto(address + page.removesuffix("index.html"), wait_until="load")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": _SCREEN})
        height = min(int(tab.evaluate(_HEIGHT)), _TALLEST)
        tab.set_viewport_size({"width": width, "height": height})
        yield width, tab.screenshot(type="jpeg", quality=60)
    tab.close()

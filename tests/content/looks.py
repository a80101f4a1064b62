"""Pages as a browser shows them: what axe finds, and what is too wide for a narrow screen.

Content can set neither colours nor sizes, so one view of each page tells: narrow, where most goes
wrong. `make audit` looks in all views, at colours, and at what scripts make of a page.

A browser opens one page, and puts the others in its place: axe is read once, and the pages are seen
as they are without script. That takes less than half the time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright

from tests.audit.measuring import BlindError
from tests.audit.tools import chromium
from tests.audit.visits import NARROW, axe_violations
from tests.axe import OF_COLOUR
from tests.browsing import SCROLLS_SIDEWAYS
from tests.conftest import ALONE, serving

_NOT_OF_CONTENT = (
    *OF_COLOUR,
    "scrollable-region-focusable",
    "target-size",
)
"""Rules about colours and sizes, and about what docs/assets/js/page.js makes of a wide table."""

_SHOW = """async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return false;
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const root = document.documentElement;
  history.replaceState(null, "", address);
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of other.documentElement.attributes) root.setAttribute(name, value);
  document.title = other.title;
  const there = [...document.styleSheets].map(({ href }) => href);
  for (const sheet of other.querySelectorAll("link[rel=stylesheet]")) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.media = sheet.media;
    link.href = sheet.getAttribute("href");
    if (there.includes(link.href)) continue;
    await new Promise((ready) => {
      link.addEventListener("load", ready);
      link.addEventListener("error", ready);
      document.head.append(link);
    });
  }
  document.body.replaceWith(document.adoptNode(other.body));
  document.querySelectorAll("main details").forEach((box) => { box.open = true; });
  return true;
}"""
_WORDS = """(selector) => {
  try { return document.querySelector(selector)?.textContent ?? ""; } catch { return ""; }
}"""


@dataclass(frozen=True)
class Sight:
    """Something wrong that was seen on a page.

    Attributes:
        page: The file of the page, below the site.
        kind: `axe` or `width`.
        found: What is wrong.
        words: The text of the element.
    """

    page: str
    kind: str
    found: str
    words: str = ""


def seen(site: Path, pages: Iterable[str]) -> list[Sight]:
    """Return what is wrong on the pages, in their order; several browsers share the work.

    Args:
        site: The folder of the built site.
        pages: Files below it.

    Raises:
        BlindError: A browser or axe cannot look.
    """
    large_first = sorted(pages, key=lambda page: -(site / page).stat().st_size)
    if not large_first:
        return []
    browsers = min(os.cpu_count() or 1, len(large_first))
    # So that each has as much to do as the others.
    shares = [large_first[number::browsers] for number in range(browsers)]
    with ProcessPoolExecutor(browsers, mp_context=get_context("spawn")) as pool:
        found = [sight for share in pool.map(partial(_seen, site), shares) for sight in share]
    return sorted(found, key=lambda sight: (sight.page, sight.kind, sight.found))


def _seen(site: Path, pages: Sequence[str]) -> list[Sight]:
    try:
        with serving(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=ALONE)
            tab = browser.new_page(
                viewport={"width": NARROW.width, "height": NARROW.height}, reduced_motion="reduce"
            )
            tab.goto(f"{address}{pages[0].removesuffix('index.html')}", wait_until="load")
            found = [sight for page in pages for sight in _on(tab, address, page)]
            browser.close()
    except BrowserError as error:
        raise BlindError(f"The browser could not go on: {error.message[:300]}") from None
    return found


def _on(tab: Page, address: str, page: str) -> Iterator[Sight]:
    if not tab.evaluate(_SHOW, address + page.removesuffix("index.html")):
        raise BlindError(f"{page} cannot be opened.")
    for fault in axe_violations(tab, _NOT_OF_CONTENT):
        selector = fault.rpartition(" (")[2].removesuffix(")")
        yield Sight(page, "axe", fault, str(tab.evaluate(_WORDS, selector)))
    if wide := tab.evaluate(SCROLLS_SIDEWAYS):
        yield Sight(page, "width", str(wide))

"""How a browser goes through the site: notes all that it meets, uses all that pages offer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request

STORED = {"scheme", "search-shortcut"}
"""All that the site keeps in a browser; docs/over/privacy.md says so."""

KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => `indexedDB ${database.name}`),
  ...await caches.keys(),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => `worker ${one.scope}`),
]"""
"""Script that returns the names of all that a page keeps in the browser, cookies left out."""

FOCUSED = {
    "abbreviation": "article abbr[tabindex]",
    "picture": ".picture__drawing a",
}
"""What looks different once the keyboard reaches it."""

WATCH = """
document.addEventListener("securitypolicyviolation", (event) => {
  report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`);
});
"""


@dataclass
class Seen:
    """What a browser met."""

    violations: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was met so far."""
        for met in (self.violations, self.messages, self.elsewhere, self.failed, self.dialogs):
            met.clear()


def has_failed(request: Request) -> bool:
    """Return whether a request that got no answer should have had one.

    A browser that goes to another page gives up what it was still asking for on this one.
    """
    return request.failure != "net::ERR_ABORTED"


def watched(context: BrowserContext, address: str) -> tuple[Page, Seen]:
    """Return a page that notes all that it does, in a browser that finds no host but this one."""
    seen = Seen()
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    context.expose_binding("report", lambda _, text: seen.violations.append(text))
    context.add_init_script(WATCH)

    # Not a route, which is slow and switches off the cache. What the policy of the page stops is
    # announced as a request, too, and fails without leaving.
    def note(request: Request) -> None:
        if not request.url.startswith((origin, "data:")) and request.failure != "csp":
            seen.elsewhere.append(request.url)

    context.on("requestfailed", note)
    context.on("requestfinished", note)
    page = context.new_page()

    def is_message(text: str, place: str) -> bool:
        # Chromium reports that a page that is not there is not there.
        return not ("404" in text and place == page.url)

    page.on(
        "console",
        lambda message: (
            seen.messages.append(f"{message.location['url']} {message.text}")
            if message.type in {"error", "warning"}
            and is_message(message.text, message.location["url"])
            else None
        ),
    )
    page.on("pageerror", lambda error: seen.messages.append(str(error)))
    page.on(
        "response",
        lambda response: (
            seen.failed.append(response.url)
            if response.status >= 400 and not response.request.is_navigation_request()
            else None
        ),
    )

    def dismiss(dialog: object) -> None:
        seen.dialogs.append(page.url)
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismiss)
    return page, seen


SCROLLS_SIDEWAYS = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return "";
  const wide = [...document.body.querySelectorAll("*")]
    .find((one) => one.getBoundingClientRect().right > page.clientWidth + 1);
  const name = `${wide?.tagName.toLowerCase()}.${wide?.className}`;
  return `${page.scrollWidth} px wide (${name}): ${wide?.outerHTML.slice(0, 120)}`;
}"""
"""Script that says what makes a page scroll sideways; an empty text where nothing does."""

USE = """() => {
  const isUsable = (one) => !one.disabled && one.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isUsable);
  const controls = "[data-scheme-switch], [role=tab], details > summary, .filter input";
  for (const one of all(controls)) one.click();
  for (const one of all("main select")) {
    one.selectedIndex = 1;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


def restyle(page: Page, rules: str) -> None:
    """Style a page with these rules too, whatever its policy; those of before go."""
    page.evaluate(
        """(rules) => {
          const style = new CSSStyleSheet();
          style.replaceSync(rules);
          document.adoptedStyleSheets = [style];
        }""",
        rules,
    )


def use(page: Page) -> None:
    """Use everything that a page offers, also on paper."""
    page.evaluate(USE)
    page.emulate_media(media="print")
    page.emulate_media(media="screen")


def search(page: Page) -> None:
    """Search, in the dialog or on the page for it, and leave."""
    _find(page)
    page.keyboard.press("Escape")


def _find(page: Page) -> None:
    page.locator("[data-opens=search]").first.click()
    page.keyboard.insert_text("taskforce")
    page.locator("dialog[open] ol a, .search-page ol a").first.wait_for()


PART = {
    "skip link focused": ".skip",
    "menu open": "header",
    "abbreviation focused": "article abbr:focus",
    "picture focused": ".picture",
    "details open": "main details",
    "filter used": ".filter, .finder",
    "filter without results": ".filter, .finder",
    "search open": "dialog[open]",
    "search results": "dialog[open]",
}
"""The part of a page in which a state differs from how the page loads, where it is a part."""


def states(page: Page, *, with_frame: bool) -> Iterator[str]:
    """Put a page in each state that it offers, one after the other; yield what each is called.

    Args:
        page: An opened page.
        with_frame: Whether to use what every page has alike, too: menu, colours and search.
    """
    yield "as it loads"
    if with_frame:
        page.locator(".skip").focus()
        yield "skip link focused"
        menu = page.locator("[data-menu-button]")
        if menu.is_visible():
            menu.click()
            yield "menu open"
            menu.click()
    for name, selector in FOCUSED.items():
        place = page.locator(selector).first
        if place.count() and place.is_visible():
            place.focus()
            yield f"{name} focused"
    if page.locator("main details:not([open]) > summary").count():
        page.evaluate(
            "() => document.querySelectorAll('main details').forEach((box) => { box.open = true; })"
        )
        yield "details open"
    boxes = page.locator(".filter input[type=checkbox]")
    if boxes.count():
        boxes.first.check()
        yield "filter used"
        page.locator(".filter input[type=search]").fill("xyzzy")
        page.locator(".finder__none").wait_for()
        yield "filter without results"
    if with_frame:
        switch = page.locator("[data-scheme-switch]")
        switch.click()
        yield "colours switched"
        switch.click()
        page.locator("[data-opens=search]").first.click()
        yield "search open"
        page.keyboard.press("Escape")
        _find(page)
        yield "search results"
        page.keyboard.press("Escape")


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Lend a page in a window as wide as that of most laptops."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(address)
        yield page

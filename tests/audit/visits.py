"""What a browser meets on the pages, in every view: one round gives seven measurements.

Every page is opened at 320 CSS pixels, which is also what a window of 1280 pixels has at 400 %
(WCAG 1.4.10). The fullest page of every kind is opened light and dark, narrow and wide, and in
every state that it offers: menu open, search results, filters used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from hooks.engine.policy import POLICY
from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import NODE_MODULES, BlindError, Subject, measured
from tests.axe import violations
from tests.browsing import KEPT, SCROLLS_SIDEWAYS, STORED, Seen, states, watched

Scheme = Literal["light", "dark"]

_AXE = NODE_MODULES / "axe-core/axe.min.js"


@dataclass(frozen=True)
class View:
    """How a page is looked at."""

    scheme: Scheme
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.scheme}, {self.width} px"


NARROW = View("light", 320, 256)
VIEWS = (NARROW, View("dark", 320, 256), View("light", 1440, 900), View("dark", 1440, 900))


@dataclass(frozen=True)
class Places:
    """Addresses of pages, below that of the site.

    Attributes:
        every: Every page.
        fullest: The ones that stand for their kind.
        searching: The ones of these on which the search is used.
    """

    every: Sequence[str]
    fullest: Sequence[str]
    searching: Sequence[str]


@dataclass
class Round:
    """What was met in all views so far."""

    looked_at: int = 0
    pages: set[str] = field(default_factory=set)
    found: dict[str, list[Evidence]] = field(default_factory=dict)

    def note(self, bar: str, where: str, faults: Iterable[str]) -> None:
        """Keep what is wrong, once for each place."""
        kept = self.found.setdefault(bar, [])
        kept += [
            evidence
            for fault in dict.fromkeys(faults)
            if (evidence := Evidence(where=where, found=fault[:500])) not in kept
        ]


def axe_violations(page: Page, without: Sequence[str] = ()) -> list[str]:
    """Return what axe finds on a page as it is now.

    Args:
        page: An opened page.
        without: Rules to leave out.

    Raises:
        BlindError: When axe cannot look, or no rule applied.
    """
    try:
        return violations(page, _AXE.read_text(encoding="utf-8"), without=without)
    except ValueError as error:
        raise BlindError(str(error)) from error


def _look(page: Page, where: str, view: View, met: Round) -> None:
    met.looked_at += 1
    met.note("axe", where, axe_violations(page))
    if view.width == NARROW.width:
        met.note("reflow", where, filter(None, [page.evaluate(SCROLLS_SIDEWAYS)]))


def _open(page: Page, seen: Seen, address: str) -> None:
    seen.clear()
    answer = page.goto(address, wait_until="load")
    if answer is None or answer.status != 200:
        raise BlindError(f"{address} cannot be opened.")


def _policies(page: Page) -> Iterator[str]:
    """Yield what is wrong with the policies that a page brings."""
    policies = page.locator("meta[http-equiv=Content-Security-Policy]").all()
    contents = [policy.get_attribute("content") for policy in policies]
    if contents != [POLICY]:
        yield f"policies of the page: {contents}"


def _through(view: View, subject: Subject, places: Places, browser: Browser, met: Round) -> None:
    """Open the pages in one view, and note all that is met."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        reduced_motion="reduce",
    )
    page, seen = watched(context, subject.address)
    for address in places.every if view is NARROW else places.fullest:
        _open(page, seen, subject.address + address)
        shown = address or "index.html"
        met.pages.add(address)
        met.note("policy", shown, _policies(page))
        if address in places.fullest:
            for state in states(page, with_frame=address in places.searching):
                _look(page, f"{shown} ({view}, {state})", view, met)
        else:
            _look(page, f"{shown} ({view})", view, met)
        met.note("policy", shown, seen.violations)
        met.note("third-party", shown, seen.elsewhere)
        met.note("failing-requests", shown, [*seen.failed, *seen.messages, *seen.dialogs])
    kept = set(page.evaluate(KEPT)) - STORED
    met.note("storage", str(view), sorted(kept))
    met.note("cookies", str(view), [str(cookie.get("name")) for cookie in context.cookies()])
    context.close()


def visits(subject: Subject, places: Places, browser: Browser) -> list[Measurement]:
    """Go through the site in every view; return what was met, one measurement for each bar.

    Raises:
        BlindError: When a page cannot be opened, or a state of it cannot be reached.
    """
    met = Round()
    for view in VIEWS:
        try:
            _through(view, subject, places, browser, met)
        except BrowserError as error:
            raise BlindError(f"The browser could not go on: {error.message[:300]}") from error

    def of(bar: str, what: str = "views") -> Measurement:
        return measured(
            bar,
            met.found.get(bar, []),
            checked=met.looked_at if what == "views" else len(met.pages),
            checked_what=what,
            command="make audit",
            tools=["axe-core", "chromium"] if bar == "axe" else ["chromium"],
        )

    return [
        of("axe"),
        of("reflow", "pages"),
        *(of(bar, "pages") for bar in ("third-party", "cookies", "storage")),
        *(of(bar, "pages") for bar in ("failing-requests", "policy")),
    ]

"""The rounds of the tour: narrow, wide and without script; what was met in all of them.

Colours do not follow the language: the Dutch page takes the one scheme and the English page the
other, so that every kind is seen in both. `make audit` looks at all of it in all combinations, with
a newer axe.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from hooks.taskforce.languages import SOURCE_LANGUAGE, Language
from hooks.taskforce.vocabulary import Overview
from tests import axe
from tests.browsing import KEPT, PART, STORED, Seen, search, states, use, watched
from tests.page_kinds import NOT_FOUND, PageOfKind, kind_with
from tests.tour import looks

Scheme = Literal["light", "dark"]

NARROW, WIDE, HEIGHT = 320, 1440, 480
_PHONE = 360
_BETWEEN = (700, 768)
"""Widths at which tables change."""

_MISSING: dict[Language, str] = {"nl": "bestaat/niet", "en": "en/bestaat-niet"}
"""Addresses of no page, so that the page for those is met at more than one depth."""

_SAME_WITHOUT_SCRIPT = {"theme", "trekker", "deliverable", "not-translated"}
"""The kinds of page to which script adds no words."""


_SEARCHED = {kind_with(Overview.HOME), "theme", "not-found"}
"""The kinds of page on which the search is used, which is the same on all of them."""


@dataclass
class Tour:
    """What was met.

    Attributes:
        faults: By what was looked for, and by where: what was wrong there.
        states: The states of pages that axe saw, each with the width and the colours.
        controls: How many kinds of control had the focus, by colours.
        words: What pages to which script adds no words show of their text, by address.
    """

    faults: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    states: list[str] = field(default_factory=list)
    controls: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def note(self, what: str, where: str, faults: Iterable[str]) -> None:
        """Keep what was wrong, and that it was looked for."""
        self.faults.setdefault(what, {}).setdefault(where, []).extend(dict.fromkeys(faults))

    def wrong(self, what: str) -> dict[str, list[str]]:
        """Return what was wrong, by where.

        Raises:
            KeyError: When it was not looked for.
        """
        return {where: faults for where, faults in self.faults[what].items() if faults}

    def save(self, file: Path) -> None:
        """Write down what was met."""
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Tour:
        """Return what was written down."""
        return cls(**json.loads(file.read_text(encoding="utf-8")))


def go(address: str, pages: Sequence[PageOfKind], browser: Browser) -> Tour:
    """Visit these pages of a site narrow, wide and without script; return what was met."""
    tour = Tour()
    visited = [*_with_missing(pages)]
    _with_script(address, visited, browser, NARROW, tour)
    _with_script(address, visited, browser, WIDE, tour)
    _without_script(address, visited, browser, tour)
    return tour


def _with_missing(pages: Iterable[PageOfKind]) -> Iterator[PageOfKind]:
    for page in pages:
        if page.address != NOT_FOUND:
            yield page
            continue
        for language, address in _MISSING.items():
            yield replace(page, language=language, address=address)


@contextmanager
def _visiting(
    browser: Browser, address: str, width: int, *, has_script: bool = True
) -> Iterator[tuple[Page, Seen]]:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        reduced_motion="reduce",
        java_script_enabled=has_script,
    )
    yield watched(context, address)
    context.close()


@dataclass
class _Round:
    """One round through the pages, at one width.

    Attributes:
        width: How wide the window is.
        tour: Keeps what was met.
        states: The states of pages that were met, by colours.
        controls: The kinds of control that had the focus, by colours.
        texts: The kinds of text, colours included, whose contrast was looked at.
    """

    width: int
    tour: Tour
    states: set[tuple[str, Scheme]] = field(default_factory=set)
    controls: dict[Scheme, set[str]] = field(
        default_factory=lambda: {"light": set(), "dark": set()}
    )
    texts: set[str] = field(default_factory=set)

    def visit(self, page: Page, seen: Seen, address: str, kind: PageOfKind) -> None:
        """Look at a page in every way, then use it."""
        is_source = kind.language == SOURCE_LANGUAGE
        scheme: Scheme = "light" if is_source == (self.width == WIDE) else "dark"
        where = f"{kind.address or 'index.html'} ({self.width} px, {scheme})"
        seen.clear()
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{address}{kind.address}", wait_until="load")
        looks.settle(page)
        for state in states(page, with_frame=kind.kind == kind_with(Overview.HOME)):
            if state == "as it loads":
                self._look(page, kind, where, scheme)
            elif (state, scheme) not in self.states:
                self.states.add((state, scheme))
                found = axe.violations(page, part=PART.get(state), met=self.texts)
                self.tour.note("axe", f"{where}, {state}", found)
        if self.width == WIDE:
            for width in _BETWEEN if page.locator(".table-wrap").count() else ():
                page.set_viewport_size({"width": width, "height": HEIGHT})
                self.tour.note("columns", f"{where}, {width} px", looks.hidden_columns(page))
            use(page)
            page.set_viewport_size({"width": self.width, "height": HEIGHT})
            if kind.kind in _SEARCHED:
                search(page)
        self.tour.note("policy", where, seen.violations)
        self.tour.note("elsewhere", where, seen.elsewhere)
        self.tour.note("failures", where, [*seen.failed, *seen.messages, *seen.dialogs])

    def _look(self, page: Page, kind: PageOfKind, where: str, scheme: Scheme) -> None:
        """Look at a page as it loads, and go through it by keyboard."""
        note = self.tour.note
        note("policies", where, looks.policies(page))
        note("motion", where, looks.moving(page))
        note("reflow", where, looks.too_wide(page))
        note("columns", where, looks.hidden_columns(page))
        # A page has the same colours at every width, and they take as long as all the rest; its
        # structure is the same in every language, and what the page with everything holds stands
        # on the other pages too.
        is_source = kind.language == SOURCE_LANGUAGE
        holds_all = kind.kind == kind_with(Overview.EVERYTHING)
        if is_source and not (holds_all and self.width == NARROW):
            without = axe.OF_COLOUR if self.width == NARROW else ()
            note("axe", where, axe.violations(page, without=without, met=self.texts))
        elif self.width == WIDE and not holds_all:
            note("axe", where, axe.violations(page, rules=axe.OF_COLOUR, met=self.texts))
        if self.width == NARROW and kind.kind in _SAME_WITHOUT_SCRIPT:
            self.tour.words[kind.address] = looks.words(page)
        # Every kind at either width; to a keyboard the languages are the same.
        if is_source == (self.width == NARROW):
            note("keyboard", where, looks.wrong_stops(page))
        if self.width == NARROW:
            note("text spacing", where, looks.lost_in_wide_text(page))
            # As wide as a small phone: at 320 px a long word would no longer fit.
            page.set_viewport_size({"width": _PHONE, "height": HEIGHT})
            note("large text", where, looks.too_wide_in_large_text(page))
            page.set_viewport_size({"width": self.width, "height": HEIGHT})
        else:
            note("skip link", where, looks.wrong_skip(page))
            note("focus ring", where, looks.vague_focus(page, self.controls[scheme]))


def _with_script(
    address: str, pages: Iterable[PageOfKind], browser: Browser, width: int, tour: Tour
) -> None:
    round_ = _Round(width, tour)
    with _visiting(browser, address, width) as (page, seen):
        for kind in pages:
            round_.visit(page, seen, address, kind)
        tour.note("kept", f"{width} px", sorted(set(page.evaluate(KEPT)) - STORED))
        cookies = page.context.cookies()
        tour.note("cookies", f"{width} px", [str(cookie.get("name")) for cookie in cookies])
    tour.states += [f"{state} ({width} px, {scheme})" for state, scheme in sorted(round_.states)]
    for scheme, names in round_.controls.items():
        tour.controls[scheme] = tour.controls.get(scheme, 0) + len(names)


def _without_script(
    address: str, pages: Sequence[PageOfKind], browser: Browser, tour: Tour
) -> None:
    # What is there without a script is the same in every language.
    in_dutch = [kind for kind in pages if kind.language == SOURCE_LANGUAGE]
    with _visiting(browser, address, NARROW, has_script=False) as (page, seen):
        for kind in in_dutch:
            where = kind.address or "index.html"
            seen.clear()
            page.goto(f"{address}{kind.address}", wait_until="load")
            tour.note("without script", where, looks.lost_without_script(page))
            if kind.kind in _SAME_WITHOUT_SCRIPT and tour.words[kind.address] != looks.words(page):
                tour.note("without script", where, ["other words than with script"])
            tour.note("elsewhere", f"{where} (without script)", seen.elsewhere)

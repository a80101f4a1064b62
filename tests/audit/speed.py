"""How fast pages are: Lighthouse's scores on a slow phone, and what a first visit loads."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import NODE_MODULES, BlindError, Subject, measured, run
from tests.conftest import FLAGS

CATEGORIES = ("accessibility", "best-practices", "seo", "performance")

_LIGHTHOUSE = NODE_MODULES / "lighthouse/cli/index.js"
_BYTES_PER_KB = 1000
_PATIENCE = 100
"""How often to look whether a page has loaded, ten times a second."""
_TRIES = 3
"""How often Lighthouse may be unable to look: on a busy machine it sometimes sees an empty page."""
_LATE = 1000
"""Milliseconds in which what is asked for after the results is asked for."""


def _judged(address: str) -> dict[str, Any]:
    """Return what one run of Lighthouse says; a run in which it could not look is done again.

    Raises:
        BlindError: When it could not judge the page in any of several runs.
    """
    for _ in range(_TRIES - 1):
        with suppress(BlindError):
            return _judge(address)
    return _judge(address)


def _judge(address: str) -> dict[str, Any]:
    """Return the categories of one run of Lighthouse, each with a score, and all its audits.

    Raises:
        BlindError: When Lighthouse could not judge the page.
    """
    command: list[str | Path] = [
        "node", _LIGHTHOUSE, address, "--quiet", "--output=json", "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]  # fmt: skip
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    said = run(command, environment={"CHROME_PATH": chromium})
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError as error:
        raise BlindError(f"Lighthouse gave no answer on {address}: {said[:200]!r}.") from error
    if "runtimeError" in answer:
        raise BlindError(f"Lighthouse could not look at {address}: {answer['runtimeError']}.")
    scores = {name: answer["categories"][name]["score"] for name in CATEGORIES}
    if None in scores.values():
        raise BlindError(f"Lighthouse gave {address} no score: {scores}.")
    return answer


def _score(answer: dict[str, Any], category: str) -> int:
    score: float = answer["categories"][category]["score"]
    return round(score * 100)


def _lost(answer: dict[str, Any], category: str) -> str:
    """Return on which of Lighthouse's audits a page lost points."""
    parts = answer["categories"][category]["auditRefs"]
    scores = {part["id"]: answer["audits"][part["id"]]["score"] for part in parts if part["weight"]}
    return ", ".join(name for name, score in scores.items() if score is not None and score < 1)


def lighthouse(
    subject: Subject, addresses: Sequence[str], book: Sequence[str], *, runs: int
) -> list[Measurement]:
    """Return for every category the lowest of the pages, each the median of its runs.

    Args:
        subject: The site.
        addresses: The pages, below the address of the site.
        book: The pages that hold the whole site; how fast these are is a measurement of its own.
        runs: How often each page is judged; a busy machine makes one run unlucky.

    Raises:
        BlindError: When Lighthouse could not judge a page.
    """
    judged = {
        address: [_judged(subject.address + address) for _ in range(runs)]
        for address in (*addresses, *book)
    }
    pages = {address: judged[address] for address in addresses}
    whole = {address: judged[address] for address in book}
    return [
        *(
            _lowest(f"lighthouse-{name}", name, judged)
            for name in CATEGORIES
            if name != "performance"
        ),
        _lowest("lighthouse-performance", "performance", pages),
        _lowest("book-performance", "performance", whole),
    ]


def _lowest(bar: str, category: str, judged: Mapping[str, Sequence[dict[str, Any]]]) -> Measurement:
    scores = {
        address: median(_score(answer, category) for answer in answers)
        for address, answers in judged.items()
    }
    return measured(
        bar,
        [
            Evidence(
                where=address or "index.html",
                found=f"{score:g}: {_lost(judged[address][-1], category)}",
            )
            for address, score in scores.items()
            if score < 100
        ],
        figure=min(scores.values(), default=0),
        checked=len(judged),
        checked_what="kinds",
        command="lighthouse ADDRESS --output=json",
        tools=["lighthouse", "chromium"],
    )


def _first_visit(
    browser: Browser, address: str, use: Callable[[Page], None] | None = None
) -> tuple[int, int]:
    """Return how many bytes and how many files a browser with nothing in store loads.

    Args:
        browser: The browser.
        address: The page.
        use: What is done on the page once it is there; only what that loads is counted then.

    Raises:
        BlindError: When the page does not stop loading, or breaks off what it loads.
    """
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    broken: list[str] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.requestWillBeSent",
        lambda event: asked.update({event["requestId"]: event["request"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )

    def fail(event: dict[str, Any]) -> None:
        # What the policy of the page stops weighs nothing; `policy-violations` is what counts it.
        if "blockedReason" in event:
            sizes[event["requestId"]] = 0
        else:
            broken.append(f"{asked[event['requestId']]}: {event['errorText']}")

    session.on("Network.loadingFailed", fail)
    page.goto(address, wait_until="networkidle")
    if use is not None:
        asked.clear()
        sizes.clear()
        use(page)
        page.wait_for_timeout(_LATE)
    for _ in range(_PATIENCE):
        if broken or asked.keys() <= sizes.keys():
            break
        page.wait_for_timeout(100)
    else:
        raise BlindError(f"{address} is still loading.")
    context.close()
    if broken:
        raise BlindError(f"{address} did not load {broken[0]}.")
    return round(sum(sizes.values())), len(sizes)


def _first_visits(
    subject: Subject, addresses: Sequence[str], browser: Browser
) -> Iterator[tuple[int, str]]:
    for address in addresses:
        size, files = _first_visit(browser, subject.address + address)
        if files < 2:
            raise BlindError(f"The browser counted {files} files on {address or 'the home page'}.")
        yield size, address or "index.html"


def first_view(
    subject: Subject, addresses: Sequence[str], browser: Browser, bar: str = "first-view"
) -> Measurement:
    """Return how many kB the heaviest page is, compressed, with all that it loads by itself.

    Args:
        subject: The site.
        addresses: The pages, below the address of the site.
        browser: The browser to load them with.
        bar: The bar that is measured: that of most pages, or that of the whole site on one.

    Raises:
        BlindError: When the browser counted nothing.
    """
    heaviest = max(_first_visits(subject, addresses, browser), default=(0, ""))
    return measured(
        bar,
        [Evidence(where=heaviest[1], found=f"{heaviest[0]} bytes")],
        figure=round(heaviest[0] / _BYTES_PER_KB, 1),
        checked=len(addresses),
        checked_what="pages",
        command="make audit",
        tools=["chromium"],
    )


def _search_for(text: str) -> Callable[[Page], None]:
    def search(page: Page) -> None:
        page.keyboard.press("/")
        page.locator("dialog.search [name=q]").fill(text)
        page.wait_for_function(
            """() => {
                const dialog = document.querySelector("dialog.search");
                const status = dialog.querySelector("[role=status]").textContent;
                return dialog.querySelector(".search__result") && status !== dialog.dataset.busy;
            }"""
        )

    return search


def first_search(subject: Subject, asked: Mapping[str, str], browser: Browser) -> Measurement:
    """Return how many kB the first search takes, until its results are there.

    Args:
        subject: The site.
        asked: What is searched for, by the address of the page where it is.
        browser: The browser to search with.

    Raises:
        BlindError: When the search gave no results.
    """
    try:
        sizes = {
            address: _first_visit(browser, subject.address + address, _search_for(text))[0]
            for address, text in asked.items()
        }
    except BrowserError as error:
        raise BlindError(f"The browser could not search: {error.message[:300]}") from error
    return measured(
        "first-search",
        [
            Evidence(where=address or "index.html", found=f"“{asked[address]}”: {size} bytes")
            for address, size in sizes.items()
        ],
        figure=round(max(sizes.values(), default=0) / _BYTES_PER_KB, 1),
        checked=len(asked),
        checked_what="queries",
        command="make audit",
        tools=["chromium"],
    )

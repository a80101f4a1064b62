"""How fast pages are: Lighthouse's scores on a slow phone, and what a first visit loads."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import NODE_MODULES, BlindError, Subject, measured, run
from tests.conftest import FLAGS

CATEGORIES = ("accessibility", "best-practices", "seo", "performance")

_LIGHTHOUSE = NODE_MODULES / "lighthouse/cli/index.js"
_BYTES_PER_KB = 1000


def _scores(address: str) -> dict[str, float]:
    """Return what one run of Lighthouse gives a page, in every category, of 100.

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
    return {name: round(score * 100) for name, score in scores.items()}


def lighthouse(subject: Subject, addresses: Sequence[str], *, runs: int) -> list[Measurement]:
    """Return for every category the lowest of the pages, each the median of its runs.

    Args:
        subject: The site.
        addresses: The pages, below the address of the site.
        runs: How often each page is judged; a busy machine makes one run unlucky.

    Raises:
        BlindError: When Lighthouse could not judge a page.
    """
    judged: dict[str, dict[str, float]] = {}
    for address in addresses:
        scores = [_scores(subject.address + address) for _ in range(runs)]
        judged[address] = {name: median(run[name] for run in scores) for name in CATEGORIES}
    measurements = []
    for name in CATEGORIES:
        lowest = min((scores[name] for scores in judged.values()), default=0)
        evidence = [
            Evidence(where=address or "index.html", found=f"{scores[name]:g}")
            for address, scores in judged.items()
            if scores[name] == lowest < 100
        ]
        measurements.append(
            measured(
                f"lighthouse-{name}",
                evidence,
                figure=lowest,
                checked=len(judged),
                checked_what="kinds",
                command="lighthouse ADDRESS --output=json",
                tools=["lighthouse", "chromium"],
            )
        )
    return measurements


def _first_visit(browser: Browser, address: str) -> tuple[int, int]:
    """Return how many bytes and how many files a browser with nothing in store loads."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    sizes: list[float] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return round(sum(sizes)), len(sizes)


def _first_visits(
    subject: Subject, addresses: Sequence[str], browser: Browser
) -> Iterator[tuple[int, str]]:
    for address in addresses:
        size, files = _first_visit(browser, subject.address + address)
        if files < 2:
            raise BlindError(f"The browser counted {files} files on {address or 'the home page'}.")
        yield size, address or "index.html"


def first_view(subject: Subject, addresses: Sequence[str], browser: Browser) -> Measurement:
    """Return how many kB the heaviest page is, compressed, with all that it loads by itself.

    Raises:
        BlindError: When the browser counted nothing.
    """
    heaviest = max(_first_visits(subject, addresses, browser), default=(0, ""))
    return measured(
        "first-view",
        [Evidence(where=heaviest[1], found=f"{heaviest[0]} bytes")],
        figure=round(heaviest[0] / _BYTES_PER_KB, 1),
        checked=len(addresses),
        checked_what="pages",
        command="make audit",
        tools=["chromium"],
    )

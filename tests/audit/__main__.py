"""Runs the audit: `python -m tests.audit`, or `make audit`, which first brings the tools."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from hooks.engine import search
from hooks.engine.policy import HEADERS_FILE
from hooks.taskforce.audit import Measurement, Report, as_json, report_of
from hooks.taskforce.publish.site import AUDIT
from hooks.taskforce.vocabulary import Overview, Result
from tests.audit.book import whole_pdf
from tests.audit.delivery import build, linear, reproducible, sizes
from tests.audit.feeds import feeds
from tests.audit.links import links
from tests.audit.markup import css_svg, html
from tests.audit.measuring import ROOT, BlindError, Subject, run
from tests.audit.opinions import second_opinions
from tests.audit.pages import active_content, descriptions, html_files
from tests.audit.searching import first_queries, searching
from tests.audit.serving import served
from tests.audit.speed import first_search, first_view, lighthouse
from tests.audit.supply import (
    bill_of_materials,
    unpinned,
    vulnerabilities,
    vulnerabilities_not_measured,
    workflows,
)
from tests.audit.tools import chromium, tools_of
from tests.audit.visits import Places, visits
from tests.conftest import ALONE
from tests.page_kinds import PageOfKind, kind_with, page_kinds
from tests.pages import differences, fingerprints, sends_on
from tests.specimen_report import failing_report

REPORT = "report.json"
BILL_OF_MATERIALS = "sbom.cdx.json"

_SHOW_REPORT = {kind_with(Overview.AUDIT), kind_with(Overview.ACCESSIBILITY)}
"""The kinds of page that show the report; only these may differ when the report does."""

_WHOLE_SITE = kind_with(Overview.EVERYTHING)
"""The kind of page that holds the whole site, and so has bars of its own for speed."""

_SEARCHING = {kind_with(Overview.HOME), kind_with(Overview.SEARCH), "not-found"}
"""The kinds of page on which the search is used; it is the same on all others."""


def _say(text: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def _commit() -> str | None:
    """Return what is audited, or None where the tree has changes of its own."""
    changed = run(["git", "status", "--porcelain"]).strip()
    return None if changed else run(["git", "rev-parse", "HEAD"]).strip()


def _places(subject: Subject, kinds: Iterable[PageOfKind]) -> Places:
    return Places(
        every=[
            subject.place(path).removesuffix("index.html")
            for path in html_files(subject)
            if not sends_on(path)
        ],
        fullest=[page.address for page in kinds],
        searching=[page.address for page in kinds if page.kind in _SEARCHING],
    )


def _judged_by_lighthouse(kinds: Iterable[PageOfKind]) -> list[str]:
    """Return each kind in one language, since both have the same templates; the home in each."""
    return [
        page.address
        for page in kinds
        if page.kind != "not-found"
        and (page.language == "nl" or page.kind == kind_with(Overview.HOME))
    ]


def measure(
    subject: Subject, report: Path, browser: Browser, *, runs: int, offline: bool
) -> list[Measurement]:
    """Return what was measured for every bar.

    Args:
        subject: The site, built and served.
        report: The report that it shows.
        browser: The browser to look with.
        runs: How often Lighthouse judges each page.
        offline: Whether to leave out what needs the network.

    Raises:
        BlindError: When a tool cannot look.
    """
    kinds = page_kinds(subject.site)
    addresses = [page.address for page in kinds]
    found: list[Measurement] = []
    _say("Pages, links and files")
    for look in (descriptions, active_content, links, html, css_svg, feeds, whole_pdf):
        found.append(look(subject))
    _say("Packages and workflows")
    found += [unpinned(ROOT), workflows(ROOT)]
    found.append(
        vulnerabilities_not_measured("This audit ran without network (OFFLINE=1).")
        if offline
        else vulnerabilities(ROOT)
    )
    _say("Builds")
    found += [reproducible(subject, report), sizes(subject), linear()]
    _say(f"{len(addresses)} pages in every view")
    found += visits(subject, _places(subject, kinds), browser)
    _say("Second opinions")
    found.append(second_opinions(subject, addresses, browser))
    found.append(searching(subject, browser))
    book = [page.address for page in kinds if page.kind == _WHOLE_SITE]
    others = [address for address in addresses if address not in book]
    found.append(first_view(subject, others, browser))
    found.append(first_search(subject, first_queries(), browser))
    found.append(first_view(subject, book, browser, "book-first-view"))
    _say(f"Lighthouse, {runs} runs a page")
    judged = _judged_by_lighthouse(kinds)
    found += lighthouse(
        subject,
        [address for address in judged if address in others],
        [address for address in judged if address in book],
        runs=runs,
    )
    return found


def table(report: Report) -> str:
    """Return the report as a table for a terminal, with what was found below each bar missed."""
    lines = []
    for item in report.measurements:
        bar = item.definition
        figure = "–" if item.figure is None else f"{item.figure:g}"
        bound = "≤" if bar.bound == "at-most" else "≥"
        measured = f"{figure:>6}  {bound} {bar.limit:<5g}  {item.checked} {item.checked_what}"
        lines.append(f"{item.result.value:12}  {bar.name:24}  {measured}")
        if item.result is Result.FAILED:
            lines += [f"    {evidence.where}: {evidence.found}" for evidence in item.evidence]
            lines += [f"    … and {item.left_off} more"] if item.left_off else []
        if item.reason:
            lines.append(f"    {item.reason}")
    return "\n".join(lines)


def _recheck(audited: Mapping[str, str], after: Subject, browser: Browser) -> list[str]:
    """Return what is wrong with the site now that it shows the report.

    It may differ from the audited one only where it shows the report, and what differs is audited
    again.
    """
    changed = differences(audited, fingerprints(after.site))
    shown_on = [page.address for page in page_kinds(after.site) if page.kind in _SHOW_REPORT]
    wrong = [f"{name} is not the audited one" for name in unaudited(changed, shown_on)]
    pages = [name.removesuffix("index.html") for name in changed if name.endswith(".html")]
    again = [html(after), links(after), descriptions(after), active_content(after), feeds(after)]
    if pages:
        again += visits(after, Places(every=pages, fullest=pages, searching=[]), browser)
    return wrong + _misses(again)


def unaudited(changed: Iterable[str], shown_on: Iterable[str]) -> list[str]:
    """Return which files changed with the report and have no reason to.

    Args:
        changed: The files that did.
        shown_on: The pages that show the report, below the address of the site.
    """
    # The search reads what those pages say, and the headers name the files of the search.
    may_differ = (*shown_on, AUDIT, f"{search.FOLDER}/", HEADERS_FILE)
    return [name for name in changed if not name.startswith(may_differ)]


def _misses(measurements: Iterable[Measurement]) -> list[str]:
    return [
        f"{item.bar}: {evidence.where}: {evidence.found}"
        for item in measurements
        if item.result is Result.FAILED
        for evidence in item.evidence
    ]


def _own_address(site: Path) -> str:
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    canonical = home.select_one("link[rel=canonical]")
    if canonical is None:
        raise BlindError("The home page does not say where the site stands (site_url).")
    return str(canonical["href"])


def audit(folder: Path, site: Path, *, runs: int, offline: bool) -> bool:
    """Audit the site, write the report, and build the site that shows it.

    Args:
        folder: Where the report and the bill of materials go.
        site: Where the site goes.
        runs: How often Lighthouse judges each page.
        offline: Whether to leave out what needs the network.

    Returns:
        Whether every bar was met.

    Raises:
        BlindError: When a tool cannot look.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / REPORT
    place.unlink(missing_ok=True)  # a report of before is not the report of now
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ALONE)
        built, before = Path(scratch) / "site", Path(scratch) / "before"
        with served(built) as address:
            _say("Build")
            # A report that fails everywhere shows all that the page about it can hold.
            stand_in = Path(scratch) / REPORT
            stand_in.write_text(as_json(failing_report()), encoding="utf-8")
            subject = Subject(built, address)
            build(ROOT, built, address, stand_in)
            found = measure(subject, stand_in, browser, runs=runs, offline=offline)
            (folder / BILL_OF_MATERIALS).write_text(bill_of_materials(), encoding="utf-8")
            report = report_of(
                found, tools_of(found), _commit(), datetime.now(UTC).replace(microsecond=0)
            )
            place.write_text(as_json(report), encoding="utf-8")
            _say("The same site, with this report")
            audited = fingerprints(built.rename(before))
            build(ROOT, built, address, place)
            wrong = _recheck(audited, subject, browser)
        browser.close()
    build(ROOT, site, None, place)
    final = Subject(site, _own_address(site))
    wrong += _misses([links(final), html(final), descriptions(final), feeds(final)])
    print(table(report))
    for fault in wrong:
        print(f"FAILED after the report was added: {fault}")
    print(f"\n{place}: {'every bar was met' if report.passed else 'NOT every bar was met'}")
    return report.passed and not wrong


def main() -> int:
    """Return 0 when every bar was met, 1 when one was missed, 2 when a tool could not look."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--offline", action="store_true", help="leave out what needs the network")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse a page (3)")
    parser.add_argument("--folder", type=Path, default=ROOT / "audit", help="where the report goes")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the site goes")
    options = parser.parse_args()
    os.environ.pop("AUDIT_REPORT", None)
    try:
        passed = audit(
            options.folder.absolute(),
            options.site.absolute(),
            runs=options.runs,
            offline=options.offline,
        )
    except BlindError as error:
        print(f"The audit could not look, so it says nothing. {error}", file=sys.stderr)
        return 2
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())

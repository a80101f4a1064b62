"""What stands on the built pages themselves: titles, descriptions, ids, and nothing that runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from hooks.engine.security import site_problems
from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import Subject, measured


def html_files(subject: Subject) -> list[Path]:
    """Return every page of the site."""
    return sorted(subject.site.rglob("*.html"))


def _content(page: BeautifulSoup, selector: str) -> str:
    found = page.select_one(selector)
    text = "" if found is None else str(found.get("content") or found.get_text())
    return " ".join(text.split())


def _is_original(page: BeautifulSoup, address: str) -> bool:
    """Return whether a page stands for itself: one without translation refers to another."""
    canonical = page.select_one("link[rel=canonical]")
    return not isinstance(canonical, Tag) or canonical.get("href") == address


def _faults(page: BeautifulSoup) -> Iterator[str]:
    if not _content(page, "meta[name=description]"):
        yield "no description"
    if not _content(page, "title"):
        yield "no title"
    if len(page.find_all("h1")) != 1:
        yield f"{len(page.find_all('h1'))} main headings (h1)"
    if page.html is None or not page.html.get("lang"):
        yield "no language"
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    yield from (f"id used {uses} times: {one}" for one, uses in Counter(ids).items() if uses > 1)


def descriptions(subject: Subject) -> Measurement:
    """Return the pages that do not say what they are, or say the same as another page."""
    findings: list[Evidence] = []
    said: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    paths = html_files(subject)
    for path in paths:
        place = subject.place(path)
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        findings += [Evidence(where=place, found=fault) for fault in _faults(page)]
        if _is_original(page, subject.address + place.removesuffix("index.html")):
            language = str(page.html.get("lang")) if page.html else ""
            for what, selector in (("title", "title"), ("description", "meta[name=description]")):
                said[language, what, _content(page, selector)].append(place)
    for (_, what, text), places in said.items():
        if text and len(places) > 1:
            findings += [
                Evidence(where=place, found=f"{what} of {len(places)} pages: {text}")
                for place in places
            ]
    return measured(
        "descriptions",
        findings,
        checked=len(paths),
        checked_what="pages",
        command="make audit",
        tools=["beautifulsoup4"],
    )


def active_content(subject: Subject) -> Measurement:
    """Return what in the site could run and is not the site's own, as the build itself looks."""
    files = [path for path in subject.site.rglob("*") if path.is_file()]
    return measured(
        "active-content",
        list(_split(site_problems(subject.site))),
        checked=len(files),
        checked_what="files",
        command="make audit",
        tools=[],
    )


def _split(problems: Iterable[str]) -> Iterator[Evidence]:
    for problem in problems:
        where, _, found = problem.partition(": ")
        yield Evidence(where=where, found=found)

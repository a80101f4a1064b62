"""What machines read: feeds, calendars, the sitemap and the data."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
from bs4 import BeautifulSoup
from icalendar import Calendar
from jsonschema_rs import Draft202012Validator, meta

from hooks.taskforce.audit import Evidence, Measurement
from hooks.taskforce.publish.tables import SEPARATOR
from tests.audit.measuring import Subject, measured
from tests.audit.pages import html_files

_SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_NOT_LISTED = "404.html"


def _own_addresses(text: str, subject: Subject) -> Iterator[str]:
    """Yield the path below the site of every full address of the site in a text."""
    found = re.findall(re.escape(subject.address) + r"[^\s\"'<>()\[\];|\\]*", text)
    for address in sorted(set(found)):
        path = address.removeprefix(subject.address).partition("#")[0].partition("?")[0]
        yield unquote(path.rstrip(".,;"))


def _dead(text: str, subject: Subject) -> Iterator[str]:
    for path in _own_addresses(text, subject):
        file = subject.site / path
        if not (file / "index.html" if path.endswith("/") or not path else file).is_file():
            yield f"not there: {path}"


def _feed(path: Path, subject: Subject) -> Iterator[str]:
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        yield f"not a feed: {feed.bozo_exception}"
    ids = [entry.get("id") for entry in feed.entries]
    if not all(ids) or len(set(ids)) < len(ids):
        yield "entries without an id of their own"
    yield from _dead(path.read_text(encoding="utf-8"), subject)


def _calendar(path: Path, subject: Subject) -> Iterator[str]:
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    uids = {str(event["UID"]) for event in events}
    if len(uids) < len(events):
        yield "events without an id of their own"
    yield from _dead(path.read_bytes().decode("utf-8").replace("\r\n ", ""), subject)


def _sitemap(path: Path, subject: Subject) -> Iterator[str]:
    """Every page that stands for itself is listed once, and nothing else is."""
    locations = ElementTree.parse(path).getroot().findall("s:url/s:loc", _SITEMAP)
    listed = [str(location.text) for location in locations]
    yield from (f"listed twice: {one}" for one in sorted(set(listed)) if listed.count(one) > 1)
    originals = set()
    for html in html_files(subject):
        place = subject.place(html)
        head, _, _ = html.read_text(encoding="utf-8").partition("</head>")
        page = BeautifulSoup(head, "html.parser")
        canonical = page.select_one("link[rel=canonical]")
        address = subject.address + place.removesuffix("index.html")
        hidden = page.select_one('meta[name=robots][content*="noindex"]')
        if place != _NOT_LISTED and not hidden and canonical and canonical["href"] == address:
            originals.add(address)
    yield from (f"not listed: {address}" for address in sorted(originals - set(listed)))
    yield from (f"lists what is no page: {address}" for address in sorted(set(listed) - originals))
    yield from _dead(path.read_text(encoding="utf-8"), subject)


def _table(path: Path, subject: Subject) -> Iterator[str]:
    text = path.read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(text.splitlines(keepends=True), delimiter=SEPARATOR, strict=True)
    if len(set(head)) < len(head):
        yield "columns without a name of their own"
    for number, row in enumerate(rows, 2):
        if len(row) != len(head):
            yield f"row {number} has {len(row)} columns instead of {len(head)}"
    yield from _dead(text, subject)


def _data(path: Path, subject: Subject) -> Iterator[str]:
    """Data keep the schema that they name, or that stands beside them."""
    data = json.loads(path.read_bytes())
    named = str(data.get("$schema", "")).removeprefix(subject.address)
    schema = subject.site / named if named else path.with_suffix(".schema.json")
    for error in Draft202012Validator(json.loads(schema.read_bytes())).iter_errors(data):
        path_within = "/".join(map(str, error.instance_path))
        yield f"{path_within}: {error.message[:200]}"
    yield from _dead(path.read_text(encoding="utf-8"), subject)


def _schema(path: Path, subject: Subject) -> Iterator[str]:
    meta.validate(json.loads(path.read_bytes()))
    yield from _dead(path.read_text(encoding="utf-8"), subject)


def _text(path: Path, subject: Subject) -> Iterator[str]:
    yield from _dead(path.read_text(encoding="utf-8"), subject)


Reader = Callable[[Path, Subject], Iterator[str]]


_READERS: tuple[tuple[str, Reader], ...] = (
    ("sitemap.xml", _sitemap),
    ("**/feed.xml", _feed),
    ("**/data/*.ics", _calendar),
    ("**/data/*.csv", _table),
    ("**/data/*.schema.json", _schema),
    ("**/data/*.json", _data),
    ("robots.txt", _text),
    ("llms.txt", _text),
)
"""What reads which files; the first that fits a file reads it."""


def _readers(subject: Subject) -> dict[Path, Reader]:
    """Return every file that machines read, with what reads it."""
    found: dict[Path, Reader] = {}
    for pattern, reader in _READERS:
        for path in sorted(subject.site.glob(pattern)):
            found.setdefault(path, reader)
    return found


def feeds(subject: Subject) -> Measurement:
    """Return what is wrong in the files that machines read, each read with its own reader."""
    findings = []
    readers = _readers(subject)
    for path, reader in readers.items():
        try:
            faults = list(reader(path, subject))
        except Exception as error:  # each reader has its own errors; all mean: cannot be read
            faults = [f"cannot be read: {type(error).__name__}: {error}"[:300]]
        findings += [Evidence(where=subject.place(path), found=fault) for fault in faults]
    findings += [
        Evidence(where=subject.place(path), found="no reader for this file")
        for path in sorted(subject.site.rglob("*.xml"))
        if path not in readers
    ]
    return measured(
        "feeds",
        findings,
        checked=len(readers),
        checked_what="files",
        command="make audit",
        tools=["feedparser", "icalendar", "jsonschema-rs"],
    )

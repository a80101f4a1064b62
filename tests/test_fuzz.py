"""Hostile words in every field and text, through the real build: none of them can run anywhere.

Every file that is published is read by a parser of its own kind, in search of our mark in a place
where a browser, a feed reader, a calendar or a spreadsheet would run it.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Browser

from hooks.taskforce.publish.tables import SEPARATOR
from hooks.taskforce.svg import first_unsafe
from tests.builders import Tree, loaded, page, tiny_tree, translation
from tests.conftest import build, serving
from tests.small_site import write_site

MARK = "qzx"
"""Stands in everything hostile and in nothing else; as a program it is called `qzx()`."""

COPIES = 6 if settings.get_current_profile_name() == "depth" else 2
"""How many of each kind of page, each with other words."""

PIECES = st.sampled_from(
    [
        *["<script>qzx()</script>", "</script><script>qzx()//", "<img src=x onerror=qzx()>"],
        *["'><svg onload=qzx()>", '"><svg/onload=qzx()>', '" onmouseover="qzx()'],
        *["</title><script>qzx()</script>", "</textarea><script>qzx()</script>", "<!--qzx", "-->"],
        *["]]><script>qzx()</script>", "<![CDATA[qzx", "<?qzx ?>", "<qzx onclick=qzx()>"],
        *["javascript:qzx()", "[x](javascript:qzx())", "<javascript:qzx()>", "data:text/html,qzx"],
        *["[x]: javascript:qzx()", "![x](x onerror=qzx())", "{: onclick=qzx() }"],
        *["&lt;script&gt;qzx()&lt;/script&gt;", "&#60;script>qzx()", "\\u003cscript>qzx()"],
        *["=HYPERLINK(qzx)", "+qzx", "-qzx", "@qzx", "|qzx", "qzx;VALUE=URI:javascript:qzx()"],
        *["\\nATTACH:javascript:qzx()", "END:VEVENT qzx", "{{ qzx }}", "{% qzx %}", "${qzx}"],
        *["`qzx`", "**qzx**", "qzx", "*[qzx]: <b onclick=qzx()>", "url(javascript:qzx())"],
        *["\u2028qzx", "\u202eqzx", "\\", "`", '"', "'", "&", "<", ">", "|", ": ", "# ", "[^1]: "],
    ]
)  # fmt: skip
VALUES = st.lists(PIECES, min_size=1, max_size=4).map(" ".join).filter(lambda text: MARK in text)

SLOTS = {
    "themas/mkb": ["title: MKB", "summary: Wat de taskforce doet voor het midden- en kleinbedrijf.",
                   "nl: Geld voor advies", "en: Money for advice"],
    "resultaten/welvaart-canvas": ["title: Welvaart Model canvas", "publisher: VNG",
                                   "summary: Een hulpmiddel om over brede welvaart te praten.",
                                   "title: Het canvas"],
    "resultaten/actieplan": ["title: Actieplan binnenstad", "nl: elke gemeente zelf",
                             "en: each municipality itself",
                             "summary: Een plan dat elke gemeente zelf maakt, hoe dan ook."],
    "trekkers/rene-de-heer": ["title: René de Heer", "nl: wethouder Economie",
                              "en: alderman for the Economy",
                              "summary: Wethouder in Zwolle en trekker van het thema MKB."],
    "organisaties/vng": ["title: Vereniging van Nederlandse Gemeenten", "abbreviation: VNG",
                         "summary: De vereniging waar alle gemeenten lid van zijn."],
    "themas/human-capital": ["title: Human capital", "nl: De taskforce begint",
                             "en: The taskforce starts",
                             "summary: Mensen en werk bij elkaar brengen, ook later."],
}  # fmt: skip
"""The text of each kind of page, in which hostile words are put."""


def quoted(text: str) -> str:
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).strip()


def collected(count: int) -> list[str]:
    """Return that many hostile texts, the same ones each time."""
    found: list[str] = []

    @settings(max_examples=2 * count, database=None, derandomize=True, deadline=None)
    @given(VALUES)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return list(dict.fromkeys(found))


def fuzzed_tree() -> Tree:
    """Return a docs/ without a problem, with hostile words wherever the checks let them pass."""
    tree = tiny_tree()
    pool = iter(collected(150 * COPIES))
    for path, slots in SLOTS.items():
        for copy in range(COPIES):
            name = f"{path}-{copy}"
            text = tiny_tree()[f"{path}.md"].replace("id: canvas-2021", f"id: canvas-{copy}")
            text = text.replace("source: canvas-2021", f"source: canvas-{copy}")
            for number, slot in enumerate(slots):
                key, _, value = slot.partition(": ")
                end = "." if key == "summary" else ""
                plain = f"{key}: {quoted(f'{value} {copy}{end}')}"
                text = text.replace(slot, plain, 1)
                for hostile in (next(pool) for _ in range(3)):
                    changed = text.replace(
                        plain, f"{key}: {quoted(f'{hostile} {copy}{number}{end}')}", 1
                    )
                    if not loaded(tree | {f"{name}.md": changed}).problems:
                        text = changed
                        break
            for hostile in (next(pool) for _ in range(3)):
                changed = text.replace("Gewone tekst.", hostile)
                if not loaded(tree | {f"{name}.md": changed}).problems:
                    text = changed
                    break
            assert not loaded(tree | {f"{name}.md": text}).problems
            tree[f"{name}.md"] = text
    for copy in range(COPIES):
        name = f"over/proef-{copy}"
        dutch = page(f"title: Proef {copy}\nsummary: Een pagina waarop niets bijzonders staat.\n")
        tree[f"{name}.md"] = dutch
        hostile = quoted(f"{next(pool)} {copy}")
        english = translation(hostile, quoted(next(pool)), dutch)
        if not loaded(tree | {f"{name}.en.md": english}).problems:
            tree[f"{name}.en.md"] = english
    return tree


# What can run


ADDRESSES = {
    *("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite"),
}
NEVER = {"iframe", "object", "embed", "applet", "base", "frame", "portal"}


def _bad_address(value: str) -> bool:
    """Tell whether an address runs, or leads elsewhere without saying so."""
    address = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")
    return address.startswith("//") or urlsplit(address).scheme.lower() not in (
        "",
        "https",
        "mailto",
    )


def in_html(content: str) -> Iterator[str]:
    for parser in ("html.parser", "lxml"):
        for element in BeautifulSoup(content, parser).find_all(True):
            if MARK in element.name or element.name in NEVER:
                yield f"{parser}: <{element.name}>"
            if element.name in ("script", "style") and MARK in element.get_text():
                if element.get("type") != "application/ld+json" or "<" in element.get_text():
                    yield f"{parser}: {element.name}: {element.get_text()[:80]}"
                else:
                    json.loads(element.get_text())
            for name, given_value in element.attrs.items():
                value = given_value if isinstance(given_value, str) else " ".join(given_value)
                named = name.lower()
                runs = named.startswith("on") or named in {"style", "srcdoc", "http-equiv"}
                if MARK in named or (runs and MARK in value):
                    yield f"{parser}: <{element.name} {name}={value[:80]}>"
                if named in ADDRESSES and MARK in value and _bad_address(value):
                    yield f"{parser}: <{element.name} {name}={value[:80]}>"


def in_xml(content: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(content).iter():
        name = element.tag.rpartition("}")[2].lower()
        if MARK in name or name in {"script", "foreignobject", *NEVER}:
            yield f"<{name}>"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2].lower()
            if MARK in key or attribute.startswith("on"):
                yield f"<{name} {key}={value[:80]}>"
            if attribute in ADDRESSES and _bad_address(value):
                yield f"<{name} {key}={value[:80]}>"
        if element.get("type") == "html":
            yield from in_html(element.text or "")


def in_svg(content: bytes) -> Iterator[str]:
    if unsafe := first_unsafe(content):
        yield f"line {unsafe[0]}: {unsafe[1]}"
    yield from in_xml(content)


def in_csv(content: bytes) -> Iterator[str]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = list(csv.reader(text, delimiter=SEPARATOR, strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"a row of {len(row)} cells, not {len(rows[0])}"
        for cell in row:
            # A spreadsheet takes these for the beginning of a formula (OWASP, CSV injection).
            if MARK in cell and cell.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")):
                yield f"formula {cell[:80]}"


CALENDAR = {
    *("BEGIN", "END", "VERSION", "PRODID", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"),
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "CLASS"),
    *("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "LAST-MODIFIED", "CATEGORIES", "STATUS"),
    "SEQUENCE",
}
"""The properties that our calendars may have; none of them attaches or starts anything."""


def in_calendar(content: bytes) -> Iterator[str]:
    Calendar.from_ical(content)
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        yield "a line that does not end as it must"
    for line in content.decode("utf-8").replace("\r\n ", "").split("\r\n"):
        name = re.split("[:;]", line, maxsplit=1)[0]
        if line and name not in CALENDAR:
            yield f"property {name}"
        if name == "URL" and _bad_address(line.partition(":")[2]):
            yield line[:80]


def in_json(content: bytes) -> Iterator[str]:
    json.loads(content)
    return iter(())


def executable(path: Path, content: bytes) -> list[str]:
    """Return what in a published file could run and has our mark."""
    look = {
        ".html": lambda: in_html(content.decode("utf-8")),
        ".xml": lambda: in_xml(content),
        ".svg": lambda: in_svg(content),
        ".csv": lambda: in_csv(content),
        ".ics": lambda: in_calendar(content),
        ".json": lambda: in_json(content),
    }.get(path.suffix)
    return list(look()) if look else []


# The site


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_site(tmp_path_factory.mktemp("fuzzed") / "root", fuzzed_tree())
    done = build(root, root / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def files_with_mark(site: Path) -> list[Path]:
    def content(path: Path) -> bytes:
        read = path.read_bytes()
        return gzip.decompress(read) if read.startswith(b"\x1f\x8b") else read

    return [p for p in sorted(site.rglob("*")) if p.is_file() and MARK.encode() in content(p)]


def test_hostile_words_reach_every_kind_of_file(fuzzed: Path) -> None:
    found = files_with_mark(fuzzed)
    kinds = {path.suffix for path in found}
    assert {".html", ".xml", ".csv", ".ics", ".json", ".pf_fragment"} <= kinds
    assert len([path for path in found if path.suffix == ".html"]) > 10 * COPIES
    home = (fuzzed / "index.html").read_text("utf-8")
    assert home.count(MARK) > 3


def test_no_hostile_word_can_run_in_any_file(fuzzed: Path) -> None:
    wrong = {
        str(path.relative_to(fuzzed)): found[:3]
        for path in sorted(fuzzed.rglob("*"))
        if path.is_file() and (found := executable(path, path.read_bytes()))
    }
    assert wrong == {}


def test_no_hostile_word_runs_in_a_browser(fuzzed: Path, chromium: Browser) -> None:
    """Without the policy, which would stop it: what is written must be harmless by itself."""
    context = chromium.new_context(bypass_csp=True)
    context.add_init_script("window.ran = 0; window.qzx = () => { window.ran += 1 }")
    tab = context.new_page()
    tab.on("dialog", lambda dialog: dialog.dismiss())
    pages = [
        path.parent.relative_to(fuzzed)
        for path in files_with_mark(fuzzed)
        if path.name == "index.html"
    ]
    chosen = pages[:: max(1, len(pages) // (4 * COPIES))]
    with serving(fuzzed) as address:
        for place in [".", "en", *map(str, chosen)]:
            tab.goto(f"{address}{place}/".replace("/./", "/"), wait_until="load")
            assert tab.evaluate("window.ran") == 0, place
        tab.goto(f"{address}zoeken/?q=qzx", wait_until="networkidle")
        assert tab.evaluate("window.ran") == 0
    context.close()


# The parsers see what they look for


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.html", "<script>qzx()</script>"),
        ("x.html", "<p onclick='qzx()'>"),
        ("x.html", "<a href=' java\tscript:qzx()'>x</a>"),
        ("x.html", "<a href='//qzx'>x</a>"),
        ("x.html", "<p style='qzx'>"),
        ("x.html", "<qzx>"),
        ("x.html", "<iframe>"),
        ("x.html", '<script type="application/ld+json">"</p>qzx"</script>'),
        ("x.xml", "<a><script>qzx</script></a>"),
        ("x.xml", "<a href='javascript:qzx()'/>"),
        ("x.xml", "<content type='html'>&lt;img onerror='qzx()'&gt;</content>"),
        ("x.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='qzx()'/>"),
        ("x.csv", "a;b\r\n=qzx;b\r\n"),
        ("x.csv", "a;b\r\nqzx;b;c\r\n"),
        ("x.ics", "BEGIN:VCALENDAR\r\nATTACH:javascript:qzx()\r\nEND:VCALENDAR\r\n"),
        ("x.ics", "BEGIN:VCALENDAR\r\nURL:javascript:qzx()\r\nEND:VCALENDAR\r\n"),
    ],
)  # fmt: skip
def test_what_can_run_is_seen(name: str, content: str) -> None:
    assert executable(Path(name), content.encode())


def test_what_is_no_json_is_seen() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        executable(Path("x.json"), b"{qzx}")

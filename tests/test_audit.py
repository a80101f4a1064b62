"""Every measurement of the audit finds what it is there for: a green audit is never a blind one.

`make audit` runs all of it before it measures, `make test-all` what needs no other tools.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

import pytest
from PIL import Image
from playwright.sync_api import Browser

from hooks.engine.policy import POLICY
from hooks.taskforce.audit import Measurement, definitions
from hooks.taskforce.vocabulary import Collection, Overview, Result
from tests.audit import delivery, speed, supply, visits
from tests.audit.__main__ import table
from tests.audit.book import whole_pdf
from tests.audit.feeds import feeds
from tests.audit.links import links
from tests.audit.markup import css_svg, html
from tests.audit.measuring import BlindError, Subject, measured, run
from tests.audit.opinions import second_opinions
from tests.audit.pages import active_content, descriptions
from tests.audit.serving import _PagesHandler, served
from tests.audit.speed import CATEGORIES, first_search, first_view, lighthouse
from tests.bench.measuring import Usage
from tests.bench.variants import Outcome
from tests.page_kinds import kind_with, page_kinds
from tests.pages import ADDRESS
from tests.specimen_report import failing_report, passing_report

pytestmark = pytest.mark.depth

HASH = "0" * 64
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
POLICY_LINE = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
TINY = '<link rel="stylesheet" href="tiny.css"><a href="#a">a</a> <a href="#b">b</a>'

GOOD = f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="Een goede bladzijde.">
<link rel="canonical" href="{{address}}">
<link rel="icon" href="picture.svg">
<title>Goed</title>
</head>
<body>
<main>
<h1 id="kop">Goed</h1>
<p>Een alinea met een <a href="#kop">koppeling</a>.</p>
</main>
</body>
</html>
"""

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{address}</loc></url>
</urlset>
"""
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><id>tag:example.org,2026:feed</id>
<updated>2026-01-01T00:00:00Z</updated>
<entry><title>E</title><id>tag:example.org,2026:e</id><updated>2026-01-01T00:00:00Z</updated>
<link href="{address}"/></entry></feed>
"""
EVENT = """BEGIN:VEVENT
UID:een
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260101
SUMMARY:Een
END:VEVENT
"""
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
{EVENT}END:VCALENDAR
"""


def write(folder: Path, files: dict[str, str | bytes], address: str = ADDRESS) -> Subject:
    """Write a small site that is right, but for these files."""
    right: dict[str, str | bytes] = {
        "index.html": GOOD.replace("{address}", address),
        "style.css": "p { color: #000000 }\n",
        "picture.svg": SVG.format('<path d="M0 0h1"/>'),
        "sitemap.xml": SITEMAP.replace("{address}", address),
        "feed.xml": FEED.replace("{address}", address),
        "data/mijlpalen.ics": CALENDAR.replace("\n", "\r\n"),
        "data/tabel.csv": "a;b\r\n1;2\r\n",
        "data/alles.schema.json": '{"type": "object"}',
        "data/alles.json": "{}",
    }
    for name, content in (right | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Subject(folder, address)


def page(before: str = "", after: str = "", **changes: str) -> str:
    """Return the good page with one thing replaced by another, and changes by name."""
    text = GOOD.replace("{address}", changes.get("address", ADDRESS))
    assert before in text
    return text.replace(before, after, 1) if before else text


def found(measurement: Measurement) -> str:
    return "\n".join(f"{one.where}: {one.found}" for one in measurement.evidence)


@contextmanager
def on_server(folder: Path, files: dict[str, str | bytes]) -> Iterator[Subject]:
    """Serve a small site with these files; `{address}` in a page becomes where it is served."""
    site = folder / "site"
    with served(site) as address:
        yield write(
            site,
            {
                name: content.replace(ADDRESS, address) if isinstance(content, str) else content
                for name, content in files.items()
            },
            address,
        )


# What is right passes


@pytest.mark.parametrize("look", [descriptions, active_content, links, feeds])
def test_a_site_that_is_right_passes(
    look: Callable[[Subject], Measurement], tmp_path: Path
) -> None:
    measurement = look(write(tmp_path, {}))
    assert measurement.figure == 0, found(measurement)


@pytest.mark.parametrize("look", [descriptions, active_content, links, feeds, whole_pdf])
def test_a_site_without_anything_is_no_good_news(
    look: Callable[[Subject], Measurement], tmp_path: Path
) -> None:
    with pytest.raises(BlindError):
        look(Subject(tmp_path, ADDRESS))


# Pages, links and files


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page('<meta name="description" content="Een goede bladzijde.">'), "no description"),
        (page("<title>Goed</title>"), "no title"),
        (page(' lang="nl"'), "no language"),
        (page("<p>", "<h1>Nog een</h1><p>"), "2 main headings"),
        (page("<p>", '<p id="kop">'), "id used 2 times: kop"),
    ],
)
def test_pages_say_what_they_are(text: str, said: str, tmp_path: Path) -> None:
    measurement = descriptions(write(tmp_path, {"index.html": text}))
    assert measurement.figure == 1
    assert said in found(measurement)


def test_pages_that_say_the_same_are_found_unless_one_refers_to_the_other(tmp_path: Path) -> None:
    copy = page(address=f"{ADDRESS}kopie/")
    same = descriptions(write(tmp_path / "same", {"kopie/index.html": copy}))
    assert same.figure == 4, found(same)
    assert "title of 2 pages: Goed" in found(same)
    assert descriptions(write(tmp_path / "refers", {"kopie/index.html": page()})).figure == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("index.html", page("<p>", "<script>alert(1)</script><p>")),
        ("index.html", page('content="default-src', 'content="img-src')),
        ("picture.svg", SVG.format("<script/>")),
    ],
)
def test_what_runs_is_found(name: str, content: str, tmp_path: Path) -> None:
    right = active_content(write(tmp_path / "right", {"index.html": page()}))
    wrong = active_content(write(tmp_path / "wrong", {name: content}))
    assert right.figure == 0, found(right)
    assert (wrong.figure or 0) >= 1


@pytest.mark.parametrize(
    "target", ["weg/", "#weg", f"{ADDRESS}weg/", "/taskforce/weg/", f"{ADDRESS}#weg", "weg.csv"]
)
def test_links_that_lead_nowhere_are_found(target: str, tmp_path: Path) -> None:
    measurement = links(write(tmp_path, {"index.html": page('href="#kop"', f'href="{target}"')}))
    assert measurement.figure == 1, found(measurement)
    assert found(measurement).startswith("index.html: ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("sitemap.xml", SITEMAP.replace("{address}", f"{ADDRESS}weg/"), "lists what is no page"),
        ("sitemap.xml", SITEMAP.replace("<url><loc>{address}</loc></url>", ""), "not listed"),
        ("sitemap.xml", "<urlset>", "cannot be read"),
        ("feed.xml", FEED.replace("</entry>", ""), "not a feed"),
        ("feed.xml", FEED.replace("{address}", f"{ADDRESS}weg/"), "not there: weg/"),
        ("feed.xml", FEED.replace("<id>tag:example.org,2026:e</id>", ""), "without an id"),
        ("other.xml", "<a/>", "no reader"),
        ("data/mijlpalen.ics", CALENDAR.replace("UID:een\n", ""), "cannot be read"),
        ("data/mijlpalen.ics", CALENDAR.replace(EVENT, EVENT * 2), "without an id"),
        ("data/tabel.csv", "a;b\r\n1;2;3\r\n", "row 2 has 3 columns"),
        ("data/alles.json", "[]", "cannot be read"),
        ("data/alles.json", '{"a": ', "cannot be read"),
        ("data/alles.schema.json", '{"type": "object", "required": ["x"]}', '"x" is a required'),
        ("data/alles.schema.json", '{"type": 1}', "cannot be read"),
        ("llms.txt", f"[x]({ADDRESS}weg/)", "not there: weg/"),
    ],
)
def test_files_for_machines_are_read(name: str, content: str, said: str, tmp_path: Path) -> None:
    measurement = feeds(write(tmp_path, {name: content}))
    assert said in found(measurement)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ('<p class="book-download"><a href="../alles.pdf">pdf</a></p>', ""),
        ("", "over/alles/index.html: no PDF"),
        (
            '<p class="book-download"><a href="../alles.pdf">pdf</a></p>'
            '<p class="book-left-out">Niet: <a href="#x">Een</a>, <a href="#y">Twee</a></p>',
            "over/alles/index.html: not wholly in the PDF: Een\n"
            "over/alles/index.html: not wholly in the PDF: Twee",
        ),
    ],
)
def test_what_is_not_in_the_pdf_is_found(before: str, said: str, tmp_path: Path) -> None:
    text = page("<p>", f'{before}<div class="book"></div><p>')
    measurement = whole_pdf(write(tmp_path, {"over/alles/index.html": text}))
    assert found(measurement) == said
    assert measurement.checked == 1


# In the browser


def look(subject: Subject, browser: Browser) -> dict[str, Measurement]:
    places = visits.Places(every=[""], fullest=[""], searching=[])
    return {item.bar: item for item in visits.visits(subject, places, browser)}


WRONG_IN_BROWSER: list[tuple[str, str, str, str]] = [
    ("third-party", POLICY_LINE, '<script src="https://example.com/x.js"></script>', "com/x.js"),
    ("failing-requests", "<p>", '<p><img src="weg.png" alt="">', "weg.png"),
    ("failing-requests", "</head>", '<script src="error.js"></script></head>', "stuk"),
    ("policy", "<p>", '<p style="color: red">', "style-src"),
    ("policy", "img-src 'self' data:", "img-src *", "policies of the page"),
    ("storage", "</head>", '<script src="store.js"></script></head>', "bezoeker"),
    ("cookies", "</head>", '<script src="cookie.js"></script></head>', "volg"),
    ("reflow", "<p>", '<link rel="stylesheet" href="wide.css"><p>', "px wide"),
]
SCRIPTS: dict[str, str | bytes] = {
    "error.js": "throw new Error('stuk')",
    "store.js": "localStorage.setItem('bezoeker', '1')",
    "cookie.js": "document.cookie = 'volg=1'",
    "wide.css": "p { width: 800px }",
}


@pytest.mark.parametrize(("bar", "before", "after", "said"), WRONG_IN_BROWSER)
def test_what_a_browser_meets_is_noted(
    bar: str,
    before: str,
    after: str,
    said: str,
    tmp_path: Path,
    chromium: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visits, "axe_violations", lambda page: [])
    with on_server(tmp_path, SCRIPTS | {"index.html": page(before, after)}) as subject:
        measurements = look(subject, chromium)
    assert said in found(measurements[bar])
    assert measurements[bar].result is Result.FAILED


def test_a_browser_that_meets_nothing_wrong_says_so(
    tmp_path: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "axe_violations", lambda page: [])
    with on_server(tmp_path, {"index.html": page()}) as subject:
        measurements = look(subject, chromium)
    assert all(item.result is Result.PASSED for item in measurements.values())
    assert {bar for bar, *_ in WRONG_IN_BROWSER} | {"axe"} == set(measurements)


def test_a_page_that_cannot_be_opened_stops_the_audit(tmp_path: Path, chromium: Browser) -> None:
    with on_server(tmp_path, {}) as subject, pytest.raises(BlindError):
        visits.visits(subject, visits.Places(["weg/"], ["weg/"], []), chromium)


def test_weight_is_what_comes_over_the_line(tmp_path: Path, chromium: Browser) -> None:
    # A picture that is none is broken off halfway.
    bitmap = BytesIO()
    Image.new("RGB", (200, 200)).save(bitmap, "BMP")
    heavy = page("<p>", '<p><img src="zwaar.bmp" alt="">')
    files: dict[str, str | bytes] = {"index.html": heavy, "zwaar.bmp": bitmap.getvalue()}
    with on_server(tmp_path / "heavy", files) as subject:
        measurement = first_view(subject, [""], chromium)
        book = first_view(subject, [""], chromium, "book-first-view")
    assert 120 < (measurement.figure or 0) < 123
    assert measurement.result is Result.FAILED
    assert book.bar == "book-first-view"
    assert book.figure == pytest.approx(measurement.figure, abs=1)
    # Compressed, as GitHub Pages sends it.
    padded = page("<p>", '<link rel="stylesheet" href="style.css"><p>' + "lorem ipsum " * 10_000)
    with on_server(tmp_path / "light", {"index.html": padded}) as subject:
        assert 1 < (first_view(subject, [""], chromium).figure or 0) < 5


def test_a_first_search_is_what_searching_adds(fixed_site: Path, chromium: Browser) -> None:
    with served(fixed_site) as address:
        subject = Subject(fixed_site, address)
        found_something = first_search(subject, {"": "kadefonds"}, chromium)
    engine = (fixed_site / "pagefind/wasm.nl.pagefind").stat().st_size
    assert engine < 1000 * (found_something.figure or 0) < 3 * engine
    assert "kadefonds" in found(found_something)


def test_a_page_that_does_not_load_in_full_stops_the_audit(
    tmp_path: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(handler: _PagesHandler, source: IO[bytes], target: IO[bytes]) -> None:
        content = source.read()
        is_cut = content.startswith(b"half")
        target.write(content[:4] if is_cut else content)
        handler.close_connection = is_cut

    monkeypatch.setattr(_PagesHandler, "copyfile", send)
    broken = page("<p>", '<link rel="stylesheet" href="half.woff2"><p>')
    with (
        on_server(tmp_path, {"index.html": broken, "half.woff2": "half a file"}) as subject,
        pytest.raises(BlindError, match=r"did not load .*half\.woff2: net::ERR_CONTENT_LENGTH"),
    ):
        first_view(subject, [""], chromium)


@pytest.mark.audit
@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("<p>", '<p><img src="picture.svg">', "image-alt"),
        ("<p>", '<link rel="stylesheet" href="pale.css"><p>', "color-contrast"),
        ("<p>", f"{TINY}<p>", "target-size"),
        ("<main>", "<div>", "region"),
        ("<p>", '<p id="axe"><img src="picture.svg">', "image-alt"),
    ],
)
def test_axe_finds_what_shuts_people_out(
    before: str, after: str, rule: str, tmp_path: Path, chromium: Browser
) -> None:
    styles: dict[str, str | bytes] = {
        "pale.css": "p { color: #bbb }",
        "tiny.css": "main > a { display: inline-block; width: 8px; height: 8px; font-size: 8px }",
    }
    with on_server(tmp_path, styles | {"index.html": page(before, after)}) as subject:
        assert rule in found(look(subject, chromium)["axe"])


@pytest.mark.audit
@pytest.mark.parametrize(
    ("after", "said"),
    [
        ('<form action="/"><label>Woord <input name="q"></label></form><p>', "html_codesniffer: "),
        ('<p><img src="picture.svg">', "accessibility-checker-engine: "),
    ],
)
def test_other_engines_find_what_shuts_people_out(
    after: str, said: str, tmp_path: Path, chromium: Browser
) -> None:
    with on_server(tmp_path, {"index.html": page("<p>", after)}) as subject:
        assert said in found(second_opinions(subject, [""], chromium))
    with on_server(tmp_path, {"index.html": page()}) as subject:
        assert second_opinions(subject, [""], chromium).figure == 0


@pytest.mark.audit
def test_lighthouse_gives_a_bad_page_less_in_every_category(tmp_path: Path) -> None:
    bad = page('<meta name="description" content="Een goede bladzijde.">')
    bad = bad.replace("<p>", '<p><img src="weg.png">')
    bad = bad.replace("</head>", '<script src="slow.js"></script></head>')
    slow = "const end = performance.now() + 3000; while (performance.now() < end);"
    with on_server(tmp_path, {"index.html": bad, "slow.js": slow}) as subject:
        measurements = lighthouse(subject, [""], ["#book"], runs=1)
    bars = {f"lighthouse-{name}" for name in CATEGORIES} | {"book-performance"}
    assert {item.bar for item in measurements} == bars
    assert [item.bar for item in measurements if item.result is not Result.FAILED] == []


@pytest.mark.parametrize("empty", [0, 2, 3])
def test_lighthouse_that_saw_an_empty_page_looks_again(
    empty: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {
        "categories": {name: {"score": 1, "auditRefs": []} for name in CATEGORIES},
        "audits": {},
    }
    looks = iter([*[None] * empty, *[whole] * 3])

    def judge(address: str) -> object:
        if (look := next(looks)) is None:
            raise BlindError("The page did not paint any content.")
        return look

    monkeypatch.setattr(speed, "_judge", judge)
    with on_server(tmp_path, {}) as subject:
        if empty < 3:
            assert {item.figure for item in lighthouse(subject, [""], ["#"], runs=1)} == {100}
        else:
            with pytest.raises(BlindError):
                lighthouse(subject, [""], [], runs=1)


@pytest.mark.audit
def test_lighthouse_that_cannot_look_stops_the_audit(tmp_path: Path) -> None:
    with on_server(tmp_path, {}) as subject, pytest.raises(BlindError):
        lighthouse(subject, ["weg/"], [], runs=1)


@pytest.mark.audit
@pytest.mark.parametrize(
    ("look", "name", "content"),
    [
        (html, "index.html", page("<p>", "<p><blink>")),
        (html, "index.html", page("</main>", "</div>")),
        (css_svg, "style.css", "p { colour: red }"),
        (css_svg, "picture.svg", SVG.format('<path d="M x"/>')),
    ],
)
def test_errors_in_markup_are_found(
    look: Callable[[Subject], Measurement], name: str, content: str, tmp_path: Path
) -> None:
    right = look(write(tmp_path / "right", {}))
    assert right.figure == 0, found(right)
    assert f"{name}:" in found(look(write(tmp_path / "wrong", {name: content})))


# What it is made with


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("requirements.txt", f"# x\nmkdocs>=1 \\\n    --hash=sha256:{HASH}\n", "mkdocs>=1"),
        ("requirements.txt", "mkdocs==1.6.1\n    # via x\n", "mkdocs==1.6.1"),
        ("tools/package-lock.json", '{"packages": {"": {}, "node_modules/a": {}}}', "modules/a"),
        (
            ".github/workflows/a.yml",
            "jobs: {a: {steps: [{uses: actions/checkout@v4}]}}",
            "actions/checkout@v4",
        ),
        (".github/workflows/a.yml", "jobs: {a: {uses: o/r/.github/workflows/x.yml@main}}", "@main"),
    ],
)
def test_what_could_be_another_version_tomorrow_is_found(
    name: str, content: str, said: str, tmp_path: Path
) -> None:
    pinned: dict[str, str] = {
        "requirements.txt": f"a[b]==1 ; python_version < '4' \\\n --hash=sha256:{HASH}\n",
        "tools/package-lock.json": json.dumps(
            {"packages": {"": {}, "node_modules/a": {"integrity": "sha512-x"}}}
        ),
        ".github/workflows/a.yml": "jobs: {a: {steps: [{uses: actions/checkout@"
        + "0" * 40
        + "}]}}",
    }
    for pinned_name, text in pinned.items():
        (tmp_path / pinned_name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pinned_name).write_text(text, encoding="utf-8")
    assert supply.unpinned(tmp_path).figure == 0
    (tmp_path / name).write_text(content, encoding="utf-8")
    measurement = supply.unpinned(tmp_path)
    assert measurement.figure == 1
    assert said in found(measurement)


UNSAFE = """\
on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo ${{ github.event.pull_request.title }}
"""


def test_an_unsafe_workflow_is_found_and_a_broken_one_stops_the_audit(tmp_path: Path) -> None:
    workflow = tmp_path / ".github/workflows/a.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(UNSAFE, encoding="utf-8")
    measurement = supply.workflows(tmp_path)
    assert "template-injection" in found(measurement)
    assert "dangerous-triggers" in found(measurement)
    workflow.write_text("on: [push\njobs: {", encoding="utf-8")
    with pytest.raises(BlindError):
        supply.workflows(tmp_path)


PIP_AUDIT = {
    "dependencies": [
        {"name": "a", "version": "1", "vulns": []},
        {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]},
    ]
}
NPM_AUDIT = {
    "vulnerabilities": {
        "c": {"severity": "high", "range": "<2", "via": [{"title": "Pollution"}, "d"]},
    },
    "metadata": {"dependencies": {"total": 3}},
}


def write_locks(root: Path) -> None:
    (root / "requirements.txt").write_text(
        f"jinja2==2.4.1 --hash=sha256:{HASH}\n", encoding="utf-8"
    )
    lodash = {"version": "4.17.4", "integrity": "sha512-" + "0" * 86 + "=="}
    lock = {
        "name": "x",
        "lockfileVersion": 3,
        "packages": {"": {"dependencies": {"lodash": "4.17.4"}}, "node_modules/lodash": lodash},
    }
    (root / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    manifest = {"name": "x", "dependencies": {"lodash": "4.17.4"}}
    (root / "package.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_weaknesses_of_both_kinds_of_packages_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: dict[str, object] = {"pip-audit": PIP_AUDIT, "npm": NPM_AUDIT}
    write_locks(tmp_path)
    monkeypatch.setattr(
        supply, "run", lambda command, **_: json.dumps(answers[Path(command[0]).name])
    )
    measurement = supply.vulnerabilities(tmp_path)
    assert (measurement.figure, measurement.checked) == (2, 5)
    assert found(measurement) == "b 2: PYSEC-1\nc <2: high: Pollution; d"


@pytest.mark.parametrize(
    ("tool", "answer"),
    [
        ("pip-audit", {"dependencies": [{"name": "a", "skip_reason": "not found"}]}),
        ("npm", {"message": "request failed"}),
    ],
)
def test_a_database_that_does_not_answer_stops_the_audit(
    tool: str, answer: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: dict[str, object] = {"pip-audit": PIP_AUDIT, "npm": NPM_AUDIT, tool: answer}
    write_locks(tmp_path)
    monkeypatch.setattr(
        supply, "run", lambda command, **_: json.dumps(answers[Path(command[0]).name])
    )
    with pytest.raises(BlindError):
        supply.vulnerabilities(tmp_path)


@pytest.mark.network
def test_known_weaknesses_are_found(tmp_path: Path) -> None:
    write_locks(tmp_path)
    measurement = supply.vulnerabilities(tmp_path)
    assert "jinja2 2.4.1" in found(measurement)
    assert "lodash" in found(measurement)


@pytest.mark.audit
def test_the_list_of_software_has_what_makes_the_site() -> None:
    listed = {part["name"]: part for part in json.loads(supply.bill_of_materials())["components"]}
    assert listed["mkdocs"]["version"] == "1.6.1"
    assert listed["mkdocs"]["licenses"]


# How it is made


def test_a_site_that_comes_out_otherwise_is_found(built_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(built_site, copy)
    assert delivery.reproducible(Subject(copy, ADDRESS), None).figure == 0
    (copy / "index.html").write_text("anders", encoding="utf-8")
    (copy / "extra.txt").touch()
    (copy / "robots.txt").unlink()
    measurement = delivery.reproducible(Subject(copy, ADDRESS), None)
    assert [one.where for one in measurement.evidence] == ["extra.txt", "index.html", "robots.txt"]


def test_the_largest_file_is_weighed_and_all_as_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "over").mkdir()
    (tmp_path / "over/alles.pdf").write_bytes(bytes(26_000_000))
    (tmp_path / "index.html").write_bytes(b"a" * 1_000_000)
    measurement = delivery.sizes(Subject(tmp_path, ADDRESS))
    assert (measurement.figure, measurement.result) == (26, Result.FAILED)
    largest, site = measurement.evidence
    assert largest.where == "over/alles.pdf"
    sent = re.fullmatch(r"27,000,000 bytes, (26,0\d\d,\d{3}) as sent", site.found)
    assert sent is not None, "text is compressed, a PDF is not"


def test_pages_that_become_dearer_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = {100: 1.0, 400: 8.0}
    made: list[int] = []
    monkeypatch.setattr(delivery, "prepare", lambda folder, size, *, others: made.append(int(size)))
    monkeypatch.setattr(
        delivery,
        "build_once",
        lambda variant, folder: Outcome(Usage(costs[made[-1]], 0.0, 0.0), 0, 0, {}),
    )
    measurement = delivery.linear()
    assert measurement.figure == 2
    assert measurement.result is Result.FAILED


# The audit itself


def test_a_tool_that_is_not_there_or_stops_is_no_good_news(tmp_path: Path) -> None:
    for command in (["no-such-tool"], ["git", "no-such-command"], ["false"]):
        with pytest.raises(BlindError):
            run(command, where=tmp_path)
    with pytest.raises(BlindError):  # says that it could look, and then says nothing
        run(["false"], accepted=(0, 1))


def test_nothing_checked_is_nothing_measured() -> None:
    with pytest.raises(BlindError, match="no pages"):
        measured("html", [], checked=0, checked_what="pages", command="", tools=[])


def test_the_table_has_every_bar_and_what_was_missed() -> None:
    for report in (passing_report(), failing_report("an image has no text")):
        lines = table(report)
        assert all(name in lines for name in definitions())
    assert "an image has no text" in lines


def test_every_kind_of_page_stands_for_itself_in_both_languages(built_site: Path) -> None:
    pages = page_kinds(built_site)
    kinds = {page.kind for page in pages}
    assert {kind_with(overview) for overview in Overview} <= kinds
    assert {collection.label.in_language("en") for collection in Collection} <= kinds
    assert len(pages) == len({page.address for page in pages})
    for page in pages:
        file = built_site / page.address
        assert (file if file.suffix else file / "index.html").is_file()
        assert page.address.startswith("en/") == (page.language == "en")

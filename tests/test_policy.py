"""The policy of the pages, in a real browser: it holds, and nothing on the site needs more."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, Route

from hooks.engine import policy
from hooks.engine.assets import folder_of, read
from hooks.engine.policy import FINGERPRINTED, FOREVER, HEADERS, HEADERS_FILE, POLICY, REFERRER
from hooks.taskforce.languages import LANGUAGES
from tests.browsing import watched
from tests.builders import MARKER
from tests.conftest import ROOT, serving
from tests.content.built import Built
from tests.hostile_inputs import files, texts
from tests.pages import ADDRESS, ASSETS

# The site; what a browser does with it is looked at on the tour (tests/tour/)


def test_every_page_has_the_policy_first(real_built: Built) -> None:
    pages = [*real_built.site.rglob("*.html")]
    assert pages
    for path in pages:
        head = path.read_text(encoding="utf-8").split("<meta ")[1:4]
        assert head[0].startswith('charset="utf-8">'), path
        assert head[1].startswith(f'http-equiv="Content-Security-Policy" content="{POLICY}">'), path
        assert head[2].startswith(f'name="referrer" content="{REFERRER}">'), path


def test_policy_allows_no_text_to_become_code() -> None:
    for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "sha256", "*", "http"):
        assert word not in POLICY
    assert POLICY.startswith("default-src 'none'; ")


# What gets past all checks

TRIED = {
    **{text.name: text.body.replace(MARKER, "") for text in texts() if text.rule == "raw-html"},
    "event": '<p onfocus="alert(1)" tabindex="0" autofocus>x</p>',
    "event-of-picture": '<img src="x" alt="" onerror="alert(1)">',
    "event-of-details": '<details open ontoggle="alert(1)">x</details>',
    "event-of-animation": '<style>@keyframes x{}</style><p style="animation:x 1s" '
    'onanimationstart="alert(1)">x</p>',
    "style-of-element": '<p style="background: url(//evil.example/t.gif)">x</p>',
}
"""Pieces of HTML that could do something, by name."""

LEAVES = "refresh"
"""The one that sends the reader of a page elsewhere, which no policy prevents."""


@dataclass(frozen=True)
class Done:
    """What pages did: which opened a dialog, and which asked another host for something."""

    ran: frozenset[str]
    asked: frozenset[str]


def done_by(pages: Mapping[str, str], chromium: Browser, folder: Path) -> Done:
    """Open each of these pages in a frame of one page, and return what they did."""
    frames = "".join(f'<iframe src="{name}.html"></iframe>' for name in pages)
    for name, content in {**pages, "index": frames}.items():
        (folder / f"{name}.html").write_text(f"<!doctype html>{content}", encoding="utf-8")
    asked: set[str] = set()
    ran: set[str] = set()
    context = chromium.new_context()

    def name_of(address: str) -> str:
        return urlsplit(address).path.rpartition("/")[2].removesuffix(".html")

    def note(request: Request) -> None:
        if request.failure != "csp" and "evil.example" in request.url:
            asked.add(name_of(request.frame.url))

    context.on("requestfailed", note)
    context.expose_binding("run", lambda source, _: ran.add(name_of(source["frame"].url)))
    context.add_init_script("window.alert = run")
    page = context.new_page()
    with serving(folder) as address:
        page.goto(f"{address}index.html", wait_until="load")
        page.wait_for_timeout(300)
    context.close()
    return Done(frozenset(ran), frozenset(asked))


def test_policy_stops_what_gets_past_all_checks(chromium: Browser, tmp_path: Path) -> None:
    policy_first = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    staying = {name: html for name, html in TRIED.items() if name != LEAVES}
    without = done_by(staying, chromium, tmp_path)
    stopped = {name: policy_first + html for name, html in staying.items()}

    assert len(without.ran) > 10, "or this test says nothing"
    assert len(without.asked) > 5, "or this test says nothing"
    assert done_by(stopped, chromium, tmp_path) == Done(frozenset(), frozenset())


def test_no_policy_keeps_a_page_from_sending_its_reader_elsewhere(
    chromium: Browser, tmp_path: Path
) -> None:
    """Which is why the check refuses it."""
    policy_first = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    left = done_by({LEAVES: policy_first + TRIED[LEAVES]}, chromium, tmp_path)
    assert left.asked == {LEAVES}


def test_headers_protect_files_that_have_no_policy_of_their_own(
    chromium: Browser, tmp_path: Path
) -> None:
    opened = ["over/beeld-script.svg", "over/beeld-link.svg", "over/pagina.html"]
    (tmp_path / "over").mkdir()
    for file in files():
        if file.path in opened:
            (tmp_path / file.path).write_bytes(file.content)
    ran = {}
    for name, headers in (("without", {}), ("with", HEADERS)):
        with serving(tmp_path, headers=headers) as address:
            context = chromium.new_context()
            page, seen = watched(context, address)
            for path in opened:
                page.goto(f"{address}{path}", wait_until="load")
            ran[name] = [url.removeprefix(address) for url in seen.dialogs]
            context.close()
    assert ran["without"] == ["over/beeld-script.svg", "over/pagina.html"]
    assert ran["with"] == []


def test_a_page_elsewhere_may_read_the_data(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    (tmp_path / "data.json").write_text("{}", encoding="utf-8")
    read = "url => fetch(url).then(answer => answer.text(), () => 'refused')"
    found = []
    with serving(tmp_path) as elsewhere:
        for headers in ({}, HEADERS):
            with serving(tmp_path, headers=headers) as address:
                page = chromium.new_page()
                page.goto(elsewhere)
                found.append(page.evaluate(read, f"{address}data.json"))
                page.close()
    assert found == ["refused", "{}"]


# The files for hosts and for finders


def test_headers_file_says_what_the_pages_say(real_built: Built) -> None:
    headers = rules_of(real_built.site)["/*"]
    assert headers == HEADERS
    assert headers["Content-Security-Policy"].startswith(f"{POLICY}; ")
    assert headers["Referrer-Policy"] == REFERRER
    lines = (real_built.site / HEADERS_FILE).read_text(encoding="utf-8").splitlines()
    assert all(line.startswith(("  ", "/")) and len(line) < 2000 for line in lines)


def rules_of(site: Path) -> dict[str, dict[str, str]]:
    """Return what `_headers` says, by place."""
    rules: dict[str, dict[str, str]] = {}
    for line in (site / HEADERS_FILE).read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            place = line
            rules[place] = {}
        else:
            name, _, value = line.strip().partition(": ")
            rules[place][name] = value
    return rules


def test_all_that_is_named_after_what_it_holds_may_be_kept_and_nothing_else(
    fixed_site: Path,
) -> None:
    rules = rules_of(fixed_site)
    files = [path.relative_to(fixed_site).as_posix() for path in fixed_site.rglob("*.*")]
    # Ours by the name of their folder, Pagefind's by their own; a picture keeps its name.
    named = re.compile(rf"{ASSETS}/.*|pagefind/.*[a-z]_?[0-9a-f]{{6,}}\.pf_(index|fragment|meta)")
    kept = {file for file in files if named.fullmatch(file)}
    assert {Path(file).suffix for file in kept} == {
        *(".css", ".js", ".woff2", ".txt", ".pf_fragment", ".pf_index", ".pf_meta")
    }
    for file in files:
        matching = [place for place in rules if fnmatchcase(f"/{file}", place)]
        told = [value["Cache-Control"] for place in matching if (value := rules[place]) != HEADERS]
        assert told == ([FOREVER] if file in kept else []), file
        by_servers = re.search(f"/(?:{FINGERPRINTED})", f"/taskforce/{file}")
        assert bool(by_servers) == (file in kept), file


def test_what_stands_by_a_name_that_is_kept_changes_with_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs/assets", docs / "assets")
    assert folder_of(read(docs)) == ASSETS
    (docs / "assets/img/nieuw.svg").write_text("<svg/>", encoding="utf-8")
    assert folder_of(read(docs)) == ASSETS
    sheet = docs / "assets/css/base.css"
    sheet.write_bytes(sheet.read_bytes() + b"p { color: red }")
    changed = folder_of(read(docs))
    sheet.rename(sheet.with_name("basis.css"))
    assert len({ASSETS, changed, folder_of(read(docs))}) == 3


def parsed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a security.txt (RFC 9116, section 4: the grammar)."""
    assert text.endswith("\n")
    assert "\r" not in text
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, separator, value = line.partition(": ")
            assert separator, line
            assert value == value.strip() != "", line
            yield name.lower(), value


def test_security_txt_is_valid(real_built: Built) -> None:
    file, pages = real_built.site / ".well-known/security.txt", real_built.pages
    if pages[""].select(".site-notice"):  # Nobody keeps the site up, and nothing is promised.
        assert not file.exists()
        return
    fields = list(parsed(file.read_text(encoding="utf-8")))
    names = [name for name, _ in fields]
    values = dict(fields)
    assert set(names) <= {
        "acknowledgments", "canonical", "contact", "encryption", "expires", "hiring", "policy",
        "preferred-languages",
    }  # fmt: skip
    assert names.count("expires") == 1
    assert names.count("preferred-languages") <= 1
    assert names.count("contact") >= 1
    for name in ("contact", "canonical", "policy"):
        assert urlsplit(values[name]).scheme == "https"
    assert values["canonical"] == f"{ADDRESS}.well-known/security.txt"
    assert values["preferred-languages"] == ", ".join(LANGUAGES)
    address = values["policy"].removeprefix(ADDRESS).rstrip("/")
    assert values["contact"] in {str(link.get("href")) for link in pages[address].find_all("a")}
    assert values["contact"] in {str(link["href"]) for link in pages[f"en/{address}"].select("a")}


def test_security_txt_expires_within_a_year_of_the_last_change() -> None:
    changed = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    given = (["https://example.org/report"], ["nl", "fy"], "https://example.org/", changed)
    fields = dict(parsed(policy.security_txt(*given)))
    assert fields["preferred-languages"] == "nl, fy"
    expires = datetime.fromisoformat(fields["expires"])
    assert 360 < (expires - changed).days < 365
    assert fields == dict(parsed(policy.security_txt(*given))), "the clock has no say"


def test_preview_allows_what_the_preview_adds_and_nothing_more(chromium: Browser) -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><body>'.encode()
    added = page + b"<script>document.title = 'ran'</script>"
    context = chromium.new_context()
    titles = []
    for content in (
        added,
        policy.for_preview(added),
        policy.for_preview(page) + added[len(page) :],
    ):
        context.unroute_all()
        answer = functools.partial(Route.fulfill, body=content, content_type="text/html")
        context.route("**/*", lambda route, _, answer=answer: answer(route))
        tab = context.new_page()
        tab.goto("http://example.org/")
        titles.append(tab.title())
    context.close()
    assert titles == ["", "ran", ""]

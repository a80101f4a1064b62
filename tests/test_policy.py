"""The policy of the pages, in a real browser: it holds, and nothing on the site needs more."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from hooks.engine import policy
from hooks.engine.policy import HEADERS, POLICY, REFERRER
from hooks.taskforce.languages import Language
from hooks.taskforce.publish.site import within
from tests.browsing import KEPT, STORED, Seen, search, use, watched
from tests.conftest import PREFIX, Pages
from tests.hostile_inputs import Text, files, texts
from tests.page_kinds import page_kinds
from tests.small_site import build_unchecked, served, write_site
from tests.test_hostile import hostile_tree, path_of

Scheme = Literal["light", "dark"]

# The site


# What a page asks for follows neither its language nor its colours: two visits see all of both.
@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_nothing_breaks_the_policy_and_nothing_comes_from_elsewhere(
    language: Language, scheme: Scheme, built_site: Path, served_site: str, chromium: Browser
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page, seen = watched(context, served_site)
    kinds = [kind for kind in page_kinds(built_site) if kind.language == language]
    for address in (*(kind.address for kind in kinds), "bestaat/niet", "en/bestaat-niet"):
        answer = page.goto(f"{served_site}{address}", wait_until="load")
        assert answer is not None
        assert page.locator("meta[http-equiv]").get_attribute("content") == POLICY
        use(page)
    for address in (within("", language), within("themas/mkb/", language), "bestaat/niet"):
        page.goto(f"{served_site}{address}", wait_until="load")
        search(page)
    stored = page.evaluate(KEPT)
    cookies = context.cookies()
    context.close()
    assert seen == Seen()
    assert set(stored) <= STORED
    assert cookies == []


def test_every_page_has_the_policy_first(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").split("<meta ")[1:4]
        assert head[0].startswith('charset="utf-8">'), path
        assert head[1].startswith(f'http-equiv="Content-Security-Policy" content="{POLICY}">'), path
        assert head[2].startswith(f'name="referrer" content="{REFERRER}">'), path


def test_policy_allows_no_text_to_become_code() -> None:
    for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "sha256", "*", "http"):
        assert word not in POLICY
    assert POLICY.startswith("default-src 'none'; ")


# What gets past both checks

LEAVES = "refresh"
"""The text that sends the reader of a page elsewhere."""

TABS = 8


@pytest.fixture(scope="module")
def unchecked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("policy")
    write_site(root, hostile_tree(), {file.path: file.content for file in files()})
    done = build_unchecked(root, root / "site", off="all")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def address_of(text: Text, address: str) -> str:
    return f"{address}{path_of(text).removesuffix('.md')}/"


def test_policy_stops_what_gets_past_both_checks(unchecked_site: Path, chromium: Browser) -> None:
    staying = [text for text in texts() if text.name != LEAVES]
    wrong = []
    with served(unchecked_site) as address:
        tabs = [watched(chromium.new_context(), address) for _ in range(TABS)]
        for first in range(0, len(staying), TABS):
            opened = list(zip(staying[first : first + TABS], tabs, strict=False))
            for text, (page, _) in opened:
                page.goto(address_of(text, address), wait_until="commit")
            for _, (page, _) in opened:
                page.wait_for_load_state("load")
            tabs[0][0].wait_for_timeout(120)
            for text, (page, seen) in opened:
                if seen.dialogs or seen.elsewhere or page.url != address_of(text, address):
                    wrong.append((text.name, seen.dialogs, seen.elsewhere, page.url))
                seen.clear()
        for page, _ in tabs:
            page.context.close()
    assert wrong == []


def test_no_policy_keeps_a_page_from_sending_its_reader_elsewhere(
    unchecked_site: Path, chromium: Browser
) -> None:
    """Which is why both checks refuse it."""
    (leaving,) = (text for text in texts() if text.name == LEAVES)
    with served(unchecked_site) as address:
        context = chromium.new_context()
        page, seen = watched(context, address)
        with page.expect_event("requestfailed"):
            page.goto(address_of(leaving, address), wait_until="commit")
        context.close()
    assert len(seen.elsewhere) == 1


def test_headers_protect_files_that_have_no_policy_of_their_own(
    unchecked_site: Path, chromium: Browser
) -> None:
    opened = ["over/beeld-script.svg", "over/beeld-link.svg", "over/pagina.html"]
    ran = {}
    for name, headers in (("without", {}), ("with", HEADERS)):
        with served(unchecked_site, headers) as address:
            context = chromium.new_context()
            page, seen = watched(context, address)
            for path in opened:
                page.goto(f"{address}{path}", wait_until="load")
            ran[name] = [url.removeprefix(address) for url in seen.dialogs]
            context.close()
    assert ran["without"] == ["over/beeld-script.svg", "over/pagina.html"]
    assert ran["with"] == []


# The files for hosts and for finders


def test_headers_file_says_what_the_pages_say(built_site: Path) -> None:
    first, *lines = (built_site / "_headers").read_text(encoding="utf-8").splitlines()
    assert first == "/*"
    headers = dict(line.strip().split(": ", 1) for line in lines)
    assert headers == HEADERS
    assert headers["Content-Security-Policy"].startswith(f"{POLICY}; ")
    assert headers["Referrer-Policy"] == REFERRER
    assert all(line.startswith("  ") and len(line) < 2000 for line in lines)


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


def test_security_txt_is_valid(built_site: Path, pages: Pages) -> None:
    fields = list(parsed((built_site / ".well-known/security.txt").read_text(encoding="utf-8")))
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
    assert values["canonical"] == f"https://example.org{PREFIX}.well-known/security.txt"
    assert values["preferred-languages"] == "nl, en"
    address = values["policy"].removeprefix(f"https://example.org{PREFIX}").rstrip("/")
    assert values["contact"] in {str(link.get("href")) for link in pages[address].find_all("a")}
    assert values["contact"] in {str(link["href"]) for link in pages[f"en/{address}"].select("a")}


def test_security_txt_expires_within_a_year_of_the_last_change() -> None:
    changed = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    text = policy.security_txt("https://example.org/report", "https://example.org/", changed)
    expires = datetime.fromisoformat(dict(parsed(text))["expires"])
    assert 360 < (expires - changed).days < 365
    assert text == policy.security_txt(
        "https://example.org/report", "https://example.org/", changed
    ), "the clock has no say"


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

"""The check after a deployment: it passes a whole site, and names each thing that is wrong."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from hooks.engine import version
from hooks.engine.policy import (
    ASK_AGAIN,
    FOREVER,
    HEADERS,
    SECURITY_TXT,
    SERVERS,
    security_txt,
    server_configuration,
)
from tests import smoke
from tests.conftest import ROOT, listening, serving
from tests.fixed_site import SITE
from tests.pages import ADDRESS

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(scope="module")
def whole(fixed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A copy of the fixed site where it says that it stands, and that address."""
    site = tmp_path_factory.mktemp("deployed") / "site"
    shutil.copytree(fixed_site, site)
    with serving(site) as address:
        for page in site.rglob("*.html"):  # The real site may be called something else.
            text = page.read_text("utf-8")
            for language, name in smoke.NAMES.items():
                text = text.replace(SITE.names.in_language(language), name)
            page.write_text(text, "utf-8")
        for path in (*site.rglob("*.xml"), site / SECURITY_TXT):
            if path.is_file():
                text = path.read_text("utf-8")
                path.write_text(text.replace(ADDRESS, address), "utf-8")
        contact = "https://example.org/report"
        expiring = security_txt([contact], ["nl"], address, datetime.now(UTC))
        (site / SECURITY_TXT).parent.mkdir(exist_ok=True)
        (site / SECURITY_TXT).write_text(expiring, "utf-8")
        (site / version.FILE).write_text(f"{COMMIT}\n", "utf-8")
        yield site, address


def looked(address: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the real command, with a Python that has no packages."""
    bare = [sys.executable, "-S", "-m", "tests.smoke"]
    return subprocess.run(
        [*bare, address, *options], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_good_site_passes_without_any_package(whole: tuple[Path, str]) -> None:
    done = looked(whole[1], "--commit", COMMIT, "--days", "300")
    assert (done.returncode, done.stdout, done.stderr) == (
        0, f"{whole[1]}: 12 checks, all well\n", "",
    )  # fmt: skip


def test_it_knows_every_language_and_name_that_the_settings_have() -> None:
    real = (ROOT / "mkdocs.yml").read_text("utf-8")
    further = "        - locale: fy\n          name: Frysk\n{}\nhooks:\n"
    named = real.replace("\nhooks:\n", further.format('          site_name: "A: b"  # x\n'))
    unnamed = real.replace("\nhooks:\n", further.format(""))
    assert smoke.names(named) == smoke.names(real) | {"fy": "A: b"}
    assert smoke.names(unnamed) == smoke.names(real) | {"fy": smoke.names(real)["nl"]}


def removed(path: Path) -> None:
    path.unlink()


def with_text(old: str, new: str, path: Path) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def with_content(content: str, path: Path) -> None:
    path.write_text(content, "utf-8")


def expired(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"Expires: \d{4}", "Expires: 2020", text), "utf-8")


Break = Callable[[Path], None]
BROKEN: list[tuple[str, Break, str]] = [
    ("index.html", removed, "/: status 404, not 200"),
    ("index.html", partial(with_text, "<title>", "<title>x</title><title>"), "/: its title is 'x'"),
    ("index.html", partial(with_text, 'http-equiv="C', 'name="C'), "/: its policy is ''"),
    ("index.html", partial(with_text, "c 'none'; s", "c 'self'; s"), "/: its policy is "),
    ("en/index.html", partial(with_text, 'lang="en"', 'lang="nl"'), "en/: its language is 'nl'"),
    ("en/index.html", partial(with_text, smoke.NAMES["en"], "Site"), "en/: its title is"),
    ("404.html", partial(with_text, smoke.NOT_FOUND, "Not found"), "not our page"),
    ("404.html", partial(with_text, "default-src", "x-src"), f"{smoke.MISSING}: its policy is"),
    ("sitemap.xml", removed, "sitemap.xml: status 404"),
    ("sitemap.xml", partial(with_text, "<loc>http", "<loc>ftp"), "sitemap.xml: it lists ["),
    ("sitemap.xml", partial(with_content, "<html>"), "sitemap.xml: no element found"),
    (smoke.ENTRY, removed, f"{smoke.ENTRY}: status 404"),
    (smoke.ENTRY, partial(with_text, '"en":', '"de":'), "the search has no pages in 'en'"),
    ("feed.xml", partial(with_text, "<entry>", "<x>"), "feed.xml: mismatched tag"),
    ("en/feed.xml", partial(with_content, "<rss/>"), "en/feed.xml: it is <rss>, not an Atom feed"),
    (smoke.DATA, partial(with_content, "{}"), f"{smoke.DATA}: it holds no records"),
    (smoke.DATA, partial(with_content, "{"), f"{smoke.DATA}: Expecting property name"),
    ("index.html", partial(with_text, "<body>", f"<body><p {smoke.ARCHIVED}>"), "it promises"),
    (SECURITY_TXT, removed, f"{SECURITY_TXT}: status 404"),
    (SECURITY_TXT, expired, f"{SECURITY_TXT}: it expires on 2020-"),
    (SECURITY_TXT, partial(with_text, "Canonical: ", "Canonical: x"), "Canonical is not"),
    (SECURITY_TXT, partial(with_text, "Contact: ", "X: "), f"{SECURITY_TXT}: it has no Contact"),
    (version.FILE, partial(with_text, "0123", "4567"), "of commit 4567456789"),
    (version.FILE, partial(with_content, "<html>"), f"{version.FILE}: '<html>' is no commit"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "break_it", "said"), BROKEN, ids=[said for *_, said in BROKEN])
def test_what_is_broken_is_named(
    path: str,
    break_it: Break,
    said: str,
    whole: tuple[Path, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    site, address = whole
    good = (site / path).read_bytes()
    try:
        break_it(site / path)
        assert smoke.main([address, "--commit", COMMIT]) == 1
    finally:
        (site / path).write_bytes(good)
    output = capsys.readouterr().out
    assert any(said in line for line in output.splitlines() if line.startswith("WRONG "))
    assert "Actions > Rollback > Run workflow" in output
    assert "README.md, Deploying" in output


def test_a_deep_page_is_looked_at_in_both_languages(
    whole: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    site, address = whole
    deep = [path for path in site.glob("**/index.html") if len(path.relative_to(site).parts) > 2]
    kept = {path: path.read_bytes() for path in deep}
    try:
        for path in deep:
            path.unlink()
        assert smoke.main([address]) == 1
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
    output = capsys.readouterr().out
    assert re.search(r"^WRONG a deep page in nl: http\S+: status 404", output, re.MULTILINE)
    assert re.search(r"^WRONG a deep page in en: http\S+/en/\S+: status 404", output, re.M)


def test_an_unknown_address_must_not_seem_to_exist(
    whole: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    site, address = whole
    page = site / smoke.MISSING / "index.html"
    page.parent.mkdir()
    shutil.copy(site / "404.html", page)
    try:
        assert smoke.main([address]) == 1
    finally:
        shutil.rmtree(page.parent)
    assert f"WRONG {smoke.MISSING}: status 200, not 404" in capsys.readouterr().out


def test_an_end_that_comes_soon_is_told(whole: tuple[Path, str]) -> None:
    done = looked(whole[1], "--days", "370")
    assert done.returncode == 1
    assert "within 370 days: any change to main renews it" in done.stdout


def test_it_waits_until_a_new_site_has_spread(
    whole: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    site, address = whole
    good = (site / version.FILE).read_bytes()
    (site / version.FILE).write_text("0" * 40, "utf-8")
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            (site / version.FILE).write_bytes(good)

    assert smoke.main([address, "--commit", COMMIT, "--wait", "60"], pause) == 0
    assert len(pauses) == 2
    assert capsys.readouterr().err.count("not yet: versie.txt: the site is of commit 000") == 2


def test_where_nobody_answers_all_is_wrong_and_said_once_each() -> None:
    with listening(SimpleHTTPRequestHandler) as address:
        pass
    done = looked(f"{address}/")
    assert done.returncode == 1
    assert done.stdout.count("WRONG ") == 12
    assert "no answer: " in done.stdout
    assert "Traceback" not in done.stderr


def test_an_answer_that_breaks_off_is_wrong() -> None:
    class Half(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")

        def log_message(self, format: str, *arguments: object) -> None:
            """Be quiet."""

    with listening(Half) as address:
        done = looked(f"{address}/")
    assert done.returncode == 1
    assert "WRONG /: no answer: " in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://x/?a"])
def test_no_full_address_is_a_wrong_call(address: str) -> None:
    assert looked(address).returncode == 2


# Which commit a site was built from


def test_the_commit_is_written_where_nothing_differs_from_it(tmp_path: Path) -> None:
    asked: list[tuple[str, ...]] = []

    def git(*arguments: str) -> str | None:
        asked.append(arguments)
        return f"{COMMIT}\n" if arguments[0] == "rev-parse" else ""

    version.write(tmp_path, git)
    assert (tmp_path / version.FILE).read_text("utf-8") == f"{COMMIT}\n"
    assert all((ROOT / name).exists() for name in version.MADE_OF)
    assert set(version.MADE_OF) <= set(asked[1])


@pytest.mark.parametrize(("commit", "changes"), [(COMMIT, " M docs/index.md\n"), (None, None)])
def test_no_commit_is_written_where_none_is_right(
    commit: str | None, changes: str | None, tmp_path: Path
) -> None:
    version.write(tmp_path, lambda name, *_: commit if name == "rev-parse" else changes)
    assert list(tmp_path.iterdir()) == []


# Headers for servers of one's own


@pytest.mark.parametrize(
    ("server", "line"),
    [
        ("nginx", r'add_header ([\w-]+) "([^"\\$]+)" always;'),
        ("caddy", r'header ([\w-]+) "([^"\\{}]+)"'),
        ("apache", r'Header always set ([\w-]+) "([^"\\%]+)"'),
    ],
)
def test_every_server_is_told_the_same_headers(server: str, line: str) -> None:
    told = server_configuration(server).splitlines()
    found = [match for match in map(re.compile(line).fullmatch, told) if match]
    assert {match[1]: match[2] for match in found} == HEADERS
    rest = told[len(found) :]
    known = re.compile(r"404|[Cc]aching|Cache-Control|@fingerprinted {|\tfile|\tpath_regexp|}")
    assert [text for text in rest if not known.search(text)] == []
    for caching in (FOREVER, ASK_AGAIN):
        assert sum(f'"{caching}"' in text for text in rest) == 1


def test_the_command_prints_them_for_the_servers_that_it_knows() -> None:
    command = [sys.executable, "-S", "-m", "hooks.engine.policy"]
    for server in SERVERS:
        done = subprocess.run(
            [*command, server], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout == server_configuration(server)
    wrong = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert wrong.returncode == 1
    assert "nginx|caddy|apache" in wrong.stderr


def test_security_txt_lasts_long_enough_to_be_warned_of_in_time() -> None:
    text = security_txt(["https://x/"], ["nl"], "https://x/", datetime.now(UTC))
    expires = datetime.fromisoformat(
        dict(line.split(": ", 1) for line in text.splitlines())["Expires"]
    )
    assert timedelta(days=300) < expires - datetime.now(UTC) < timedelta(days=366)


def test_the_search_entry_that_is_looked_at_is_the_one_that_is_written(fixed_site: Path) -> None:
    assert set(json.loads((fixed_site / smoke.ENTRY).read_bytes())["languages"]) == {"nl", "en"}

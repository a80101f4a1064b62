"""A small site, built with the real mkdocs.yml and templates, and without the domain.

It has what the real site may lack for a while: pages without a translation, an outdated one, a
title with tags in it. Nothing here looks at how a page is laid out.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Request, Response

from hooks.taskforce.mark import icon
from hooks.taskforce.publish.site import ICON
from tests.browsing import has_failed

ROOT = Path(__file__).parents[1]

EVENTS = f"""
import os
import sys
sys.path.insert(0, {str(ROOT)!r})
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from hooks.engine import labels, multilingual, navigation, settings, sitemap, theme
from hooks.engine.navigation import Section
from pathlib import Path

MENU = [
    Section("index.md"),
    Section("themas/index.md", (Section("themas/mkb.md"), Section("themas/onvertaald.md"))),
    Section("resultaten/index.md"),
    Section("tijdlijn.md"),
]

def problems():
    docs = Path(__file__).parent / "docs"
    wrong = [path for path in docs.rglob("*.md") if "FOUT" in path.read_text()]
    return "".join(f"{{path}}: problem" for path in wrong)

def on_config(config):
    is_default = multilingual.built_language(config) == multilingual.default_language(config)
    if is_default:
        given = os.environ.get(settings.ADDRESS, "")
        config.site_url = settings.site_address(given, config.site_url)
        if text := problems():
            raise Abort(text)
    multilingual.set_language(config)
    config.extra["owner"] = settings.owner_of(config)
    config.nav = navigation.menu(MENU)
    return config

@event_priority(-150)
def on_nav(nav, config, files):
    navigation.adopt_pages_outside_menu(nav, files.documentation_pages())
    return nav

def on_pre_page(page, config, files):
    labels.label_extensions(config, page.file.locale)
    return page

def on_page_markdown(markdown, page, config, files):
    multilingual.escape_metadata(page.meta)
    return markdown

def on_env(env, config, files):
    theme.add_globals(env, config.theme["language"])
    pages = files.documentation_pages()
    multilingual.mark_fallbacks(pages, config)
    navigation.name_sections(pages)
    return env

def on_page_context(context, page, config, nav):
    context["translations"] = multilingual.translations(page.file, config)
    config.extra["alternate"] = multilingual.switcher(page.file, config)
    return context

@event_priority(-200)
def on_post_build(config):
    if multilingual.is_last_event(config):
        sitemap.write(config)
"""

CONFIG = f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
theme: {{custom_dir: overrides}}
hooks: [events.py]
watch: []
"""

DUTCH_EXTRAS = """
Zie [mkb](themas/mkb.md#kop). Noot.[^1]

## Kop

!!! warning
    Pas op met de vergadering.

[^1]: Tekst van de noot.
"""
ENGLISH_EXTRAS = """
See [SMEs](themas/mkb.md#heading). Note.[^1]

## Heading

!!! warning
    Beware of the meeting.

[^1]: Text of the note.
"""

UNTRANSLATED = """
## Een kop

## Nog een

## En nog een

!!! note
    x

!!! note "Zelf"
    y
"""

# Path: (Dutch title, Dutch body, English title, English body); no English title: not translated.
PAGES: dict[str, tuple[str, str, str, str]] = {
    "index": ("Welkom", DUTCH_EXTRAS, "Welcome", ENGLISH_EXTRAS),
    "themas/index": ("Thema's", "Alles.", "Themes", "All."),
    "themas/mkb": ('R&D <b>"mkb"</b>', "Tekst.\n\n## Kop\n", "SMEs", "Text.\n\n## Heading\n"),
    "themas/onvertaald": ("Onvertaald & los", UNTRANSLATED, "", ""),
    "resultaten/index": ("Resultaten", "[fonds](fonds.md)", "Results", "[fund](fonds.md)"),
    "resultaten/fonds": ("Fonds", "Geld.", "Fund", "Money."),
    "tijdlijn": ("Tijdlijn", "Tijd.", "", ""),
}  # fmt: skip


def write_project(directory: Path) -> None:
    for path, (dutch, dutch_body, english, english_body) in PAGES.items():
        for suffix, title, body in [("", dutch, dutch_body), (".en", english, english_body)]:
            if not title:
                continue
            file = directory / "docs" / f"{path}{suffix}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            meta = {"title": title, "description": f'Over "{title}".'}
            if path == "resultaten/fonds" and suffix:
                meta["translation_outdated"] = True  # type: ignore[assignment]
            front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in meta.items())
            file.write_text(f"---\n{front}\n---\n{body}\n", encoding="utf-8")
    shutil.copytree(ROOT / "overrides", directory / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", directory / "docs" / "assets")
    # These hooks publish nothing beside the pages.
    (directory / "docs" / ICON).write_bytes(icon("#000000", "#808080", "#ffffff"))
    (directory / "package").mkdir()
    (directory / "events.py").write_text(EVENTS, encoding="utf-8")
    (directory / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def build(directory: Path, site: Path, **environment: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=directory,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("project")
    write_project(directory)
    return directory


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site as it is published: below the path of the project."""
    directory = tmp_path_factory.mktemp("published") / "taskforce"
    build(project, directory, SITE_URL="https://example.org/taskforce/", SOURCE_DATE_EPOCH="0")
    return directory


@pytest.fixture(scope="module")
def root_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site for a domain of its own."""
    directory = tmp_path_factory.mktemp("domain")
    build(project, directory, SITE_URL="https://example.org/")
    return directory


def soup(site: Path, url: str) -> BeautifulSoup:
    path = site / url / "index.html" if not url.endswith(".html") else site / url
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def text(element: Any) -> str:
    assert element is not None
    return " ".join(element.get_text().split())


def href(page: BeautifulSoup, selector: str) -> str:
    element = page.select_one(selector)
    assert element is not None, selector
    return str(element["href"])


def language_of(element: Any) -> str:
    """Return the language that a browser and a screen reader take an element to be in."""
    while not element.get("lang"):
        element = element.parent
    return str(element["lang"])


def pages(site: Path) -> list[str]:
    return sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))


# Two languages


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    dutch = {path.removesuffix("index").strip("/") or "." for path in PAGES}
    english = {"en" if url == "." else f"en/{url}" for url in dutch}
    assert set(pages(site)) == dutch | english
    for url in pages(site):
        html = soup(site, url).html
        assert html is not None
        assert html["lang"] == ("en" if url.startswith("en") else "nl")


def test_fallback_is_dutch_text_with_an_english_notice(site: Path) -> None:
    page = soup(site, "en/themas/onvertaald")
    article = page.article
    assert article is not None
    (notice,) = page.select("[role=note]")
    assert "not been translated" in text(notice)
    assert notice["aria-label"]
    assert language_of(notice) == language_of(notice.p) == "en"
    assert notice.find("a") is None
    assert text(article.h1) == "Onvertaald & los"
    headings = article.select("h1, h2, .admonition, .admonition p")
    assert {language_of(element) for element in headings} == {"nl"}
    assert [text(p) for p in article.select(".admonition-title")] == [
        "Opmerking",
        "Opmerking: Zelf",
    ]


def test_what_a_fallback_shows_elsewhere_is_marked_as_dutch_too(site: Path) -> None:
    page = soup(site, "en/themas/onvertaald")
    assert page.title is not None
    assert page.title["lang"] == "nl"
    assert [meta["lang"] for meta in page.select("meta[name=description]")] == ["nl"]
    links = page.select(".toc a[href='#een-kop']")
    assert links, "there is a table of contents"
    assert {language_of(link) for link in links} == {"nl"}
    for url in ("en", "en/themas"):
        marked = {text(element) for element in soup(site, url).select("nav [lang=nl]")}
        assert "Tijdlijn" in marked, "its title in the menu of other pages"


def test_fallback_names_the_dutch_page_as_canonical_and_is_no_translation(site: Path) -> None:
    page = soup(site, "en/themas/onvertaald")
    address = "https://example.org/taskforce/themas/onvertaald/"
    assert href(page, "link[rel=canonical]") == address
    assert not page.select("link[hreflang]")
    dutch = soup(site, "themas/onvertaald")
    assert not dutch.select("link[hreflang], [role=note], article [lang]")


def test_outdated_translation_says_so_and_links_to_the_dutch_page(site: Path) -> None:
    page = soup(site, "en/resultaten/fonds")
    assert "has changed" in text(page.select_one("[role=note]"))
    assert href(page, "[role=note] a[hreflang=nl]") == "../../../resultaten/fonds/"
    assert not page.select("article [lang]")
    assert not soup(site, "resultaten/fonds").select("[role=note]")


def test_canonical_and_hreflang_are_full_addresses_that_exist(site: Path) -> None:
    start = "https://example.org/taskforce/"
    for url in pages(site):
        page = soup(site, url)
        own = start + ("" if url == "." else f"{url}/")
        canonical = href(page, "link[rel=canonical]")
        links = {str(link["hreflang"]): str(link["href"]) for link in page.select("link[hreflang]")}
        if links:
            assert canonical == own
            assert own in links.values()
            assert set(links) == {"nl", "en", "x-default"}
            assert links["x-default"] == links["nl"]
            for address in links.values():
                assert (site / address.removeprefix(start) / "index.html").is_file()


@pytest.mark.parametrize("built", ["site", "root_site"])
def test_switcher_leads_to_the_same_page(built: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(built)
    for url in pages(site):
        page = soup(site, url)
        bare = url.removeprefix("en").strip("/.")
        other, target = ("nl", bare) if url.startswith("en") else ("en", f"en/{bare}")
        link = href(page, f"header a[hreflang={other}]")
        assert (site / url / link).resolve() == (site / target).resolve(), url


def test_titles_and_descriptions_are_text(site: Path) -> None:
    page = soup(site, "themas/mkb")
    assert page.title is not None
    assert text(page.title).startswith('R&D <b>"mkb"</b> - Taskforce')
    assert text(page.h1) == 'R&D <b>"mkb"</b>'
    assert page.select_one("meta[name=description]")["content"] == 'Over "R&D <b>"mkb"</b>".'  # type: ignore[index]
    for path in site.rglob("*.html"):
        assert "<b>" not in path.read_text(encoding="utf-8")
    home = text(soup(site, "en").title)
    assert home == "Welcome - Taskforce for Economic Recovery and Transition"


def test_no_english_words_of_the_software_on_dutch_pages(site: Path) -> None:
    words = [
        "Permanent link", "Jump back", "Made with", "Back to", "Skip to", "Search", "Navigation",
        ">Warning<", ">Note<", "Table of contents", "Header", "Footer", '"Tabs"',
        "Select language", "generator",
    ]  # fmt: skip
    for url in pages(site):
        html = (site / url / "index.html").read_text(encoding="utf-8")
        if not url.startswith("en"):
            assert [word for word in words if word in html] == [], url
    english = (site / "en" / "index.html").read_text(encoding="utf-8")
    assert "Back to footnote 1 in the text" in english
    assert ">Warning<" in english


# 404, sitemap


@pytest.mark.parametrize(("built", "root"), [("site", "/taskforce/"), ("root_site", "/")])
def test_404_speaks_both_languages_at_any_depth(
    built: str, root: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(built)
    page = soup(site, "404.html")
    assert page.html is not None
    assert page.html["lang"] == "nl"
    article = page.article
    assert article is not None
    assert "Pagina niet gevonden" in text(article.h1)
    assert text(article.select_one("h1 [lang=en]")) == "Page not found"
    addresses = [str(link["href"]) for link in article.select("p a")]
    ways = ["zoeken/", "", "en/zoeken/", "en/"]
    assert addresses == [f"{root}{way}" for way in ways]
    for element in page.select("[href], [src]"):
        address = str(element.get("href") or element["src"])
        # Links to the licence and the source lead off the site; nothing is loaded from there.
        allowed = (root, "#", "https://") if element.name == "a" else (root, "#")
        assert address.startswith(allowed), address
    assert not (site / "en" / "404.html").exists()
    assert page.select_one("header nav a"), "it has the menu of the Dutch site"
    (other,) = page.select("header a[rel=alternate]")
    assert (other["hreflang"], other["href"]) == ("en", f"{root}en/")


def test_sitemap_has_every_page_but_the_fallbacks(site: Path) -> None:
    sitemap = ElementTree.parse(site / "sitemap.xml")
    xml = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    start = "https://example.org/taskforce/"
    fallbacks = {"en/themas/onvertaald", "en/tijdlijn"}
    expected = {
        start + ("" if url == "." else f"{url}/") for url in pages(site) if url not in fallbacks
    }
    entries = {
        str(entry.findtext("s:loc", namespaces=xml)): [link.attrib for link in entry][1:]
        for entry in sitemap.iterfind("s:url", xml)
    }
    assert set(entries) == expected
    assert len(sitemap.findall("s:url", xml)) == len(expected)
    for address, links in entries.items():
        head = soup(site, address.removeprefix(start)).select("link[hreflang]")
        pairs = [(link["hreflang"], link["href"]) for link in links]
        assert pairs == [(link["hreflang"], link["href"]) for link in head]
    assert not list(site.rglob("*.gz"))


# Menu


def active(page: BeautifulSoup) -> set[str]:
    """Return the items of the menu that are marked as where the page stands."""
    marks = "header nav [aria-current], nav .md-tabs__item--active"
    return {text(element) for element in page.select(marks)}


def test_page_outside_the_menu_has_breadcrumb_and_active_section(site: Path) -> None:
    for prefix, section in [("", "Resultaten"), ("en/", "Results")]:
        page = soup(site, f"{prefix}resultaten/fonds")
        assert active(page) == {section}
        home, parent = page.select("article nav ol a")
        assert (site / prefix / "resultaten/fonds" / str(home["href"])).resolve() == site / prefix
        assert (text(parent), parent["href"]) == (section, "../")
        assert active(soup(site, f"{prefix}resultaten")) == {section}


def test_sections_take_the_title_of_their_index(site: Path) -> None:
    for url, names in [
        (".", {"Thema's", "Resultaten", "Tijdlijn"}),
        ("en", {"Themes", "Results", "Tijdlijn"}),
    ]:
        assert names <= {text(link) for link in soup(site, url).select("nav li a")}


def test_build_with_problems_ends_with_the_list_only(tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "docs" / "tijdlijn.md").write_text("FOUT", encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 1
    assert "tijdlijn.md: problem" in finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr


# In a browser


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves like GitHub Pages: 404.html of the site for what does not exist, at any depth."""

    not_found: Path

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = self.not_found.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(site: Path, root: str) -> Iterator[str]:
    """Serve the site below the path, and give the origin of the server."""
    handler = type("SiteHandler", (Handler,), {"not_found": site / "404.html"})
    directory = str(site if root == "/" else site.parent)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=directory)
    )
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


# What a browser meets in a folder it meets on the tour (tests/tour/) of the fixed site too.
ROOTS = [pytest.param("site", "/taskforce/", marks=pytest.mark.depth), ("root_site", "/")]


class Visit:
    """A page in the browser, what it asks for, and which of that it does not get."""

    def __init__(self, chromium: Browser) -> None:
        self.page = chromium.new_page()
        self.requests: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", self._fail)
        self.page.on("response", self._check)

    def _fail(self, request: Request) -> None:
        if has_failed(request):
            self.wrong.append(f"{request.failure} {request.url}")

    def _check(self, response: Response) -> None:
        is_navigation = response.request.is_navigation_request()
        if response.status not in (200, 304) and not (is_navigation and response.status == 404):
            self.wrong.append(f"{response.status} {response.url}")


@pytest.mark.parametrize(("built", "root"), ROOTS)
def test_no_request_fails_and_none_leaves_the_site(
    built: str, root: str, request: pytest.FixtureRequest, chromium: Browser
) -> None:
    site: Path = request.getfixturevalue(built)
    with served(site, root) as origin:
        some = pages(site) if root != "/" else [".", "en", "themas/mkb", "en/themas/onvertaald"]
        urls = [f"{root}{url}/" if url != "." else root for url in some]
        missing = [root + url for url in ("nergens/", "en/no/where/at/all", "x.html")]
        visits = [Visit(chromium) for _ in urls + missing]
        # All tabs at once: each takes half a second to be sure that it asks for nothing more.
        for visit, url in zip(visits, urls + missing, strict=True):
            visit.page.goto(origin + url, wait_until="commit")
        for visit in visits:
            visit.page.wait_for_load_state("networkidle")
            assert visit.wrong == [], visit.page.url
            assert [url for url in visit.requests if not url.startswith(origin)] == []
            assert [url for url in visit.requests if "sitemap" in url] == []
        for visit in visits[len(urls) :]:
            assert "Pagina niet gevonden" in visit.page.inner_text("h1")
        for visit in visits:
            visit.page.close()


@pytest.mark.parametrize(("built", "root"), ROOTS)
def test_switcher_leads_there_and_back_without_detours(
    built: str, root: str, request: pytest.FixtureRequest, chromium: Browser
) -> None:
    with served(request.getfixturevalue(built), root) as origin:
        visit = Visit(chromium)
        for url in ("", "themas/mkb/", "themas/onvertaald/"):
            visit.page.goto(origin + root + url)
            for language, target in [("en", f"en/{url}"), ("nl", url)]:
                visit.page.locator(f"header a[hreflang={language}]").first.click()
                visit.page.wait_for_url(origin + root + target)
                visit.page.wait_for_load_state("networkidle")
        assert visit.wrong == []
        visit.page.close()

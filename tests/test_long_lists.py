"""A built site of which the lists are long: without script, with the filter, and for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route, expect

from hooks.taskforce.addresses import path_in
from hooks.taskforce.languages import LANGUAGES
from tests.axe import violations
from tests.browsing import SCROLLS_SIDEWAYS, opened
from tests.conftest import build, serving
from tests.fixed_site import fixed_catalogue, write_fixed_site
from tests.pages import ADDRESS, parsed

pytestmark = pytest.mark.depth

FURTHER = 3
"""Rows on a page here, so that a small site is a large one."""

TOTAL = len(fixed_catalogue().deliverables)
assert 2 * FURTHER < TOTAL


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the fixed site as if a handful of rows were many."""
    root = write_fixed_site(tmp_path_factory.mktemp("long"))
    module = root / "hooks/taskforce/pages/division.py"
    text, found = re.subn(
        r"^BOUNDS = Bounds\(\)$",
        f"BOUNDS = Bounds(most=12, first=2, further={FURTHER}, beside=2)",
        module.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert found == 1
    module.write_text(text, encoding="utf-8")
    target = root / "site"
    done = build(root, target)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return target


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    with opened(chromium, f"{address}resultaten/") as page:
        yield page


def read(site: Path, path: str) -> BeautifulSoup:
    return parsed((site / path / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_further_page_has_its_place_in_the_site(site: Path, language: str) -> None:
    path = path_in("resultaten/alle/tabel/2/", language)
    page = read(site, path)
    own = f"{ADDRESS}{path}"
    canonical = page.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == own
    alternates = {str(one["hreflang"]): one["href"] for one in page.select("link[hreflang]")}
    assert alternates[language] == own
    assert set(alternates) == {*LANGUAGES, "x-default"}
    assert f"<loc>{own}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    parents = [one["href"] for one in page.select(".path a")]
    assert parents[-1] == "../../../"
    switch = page.select_one(".site-tools [hreflang]")
    assert switch is not None
    assert (site / path / str(switch["href"]) / "index.html").is_file()


def test_every_deliverable_is_in_the_table_without_script(site: Path) -> None:
    pages = sorted((site / "resultaten/alle/tabel").rglob("index.html"))
    rows = [row for page in pages for row in parsed(page.read_text("utf-8")).select("tbody tr")]
    assert len(rows) == TOTAL
    assert len(pages) == -(-TOTAL // FURTHER)


def test_every_link_leads_to_a_place_that_is_there(site: Path) -> None:
    pages = {path.parent: parsed(path.read_text("utf-8")) for path in site.rglob("index.html")}
    followed = 0
    for folder, page in pages.items():
        for link in page.select("main a[href]"):
            target, _, place = str(link["href"]).partition("#")
            if ":" in target or Path(target).suffix:
                continue
            there = pages.get((folder / target.partition("?")[0]).resolve())
            assert there is not None, (folder, link)
            assert not place or there.find(id=place) is not None, (folder, link)
            followed += 1
    assert followed > TOTAL


def test_the_filter_finds_rows_of_all_pages(page: Page, address: str) -> None:
    rows, status = page.locator(".finder tbody tr"), page.locator(".finder [role=status]")
    expect(status).to_have_text(f"{TOTAL} resultaten")
    assert rows.count() < FURTHER
    expect(page.locator(".further:visible")).to_have_count(1)  # of the table
    page.locator(".filter [name=thema]").first.check()
    expect(status).to_have_text(re.compile(rf"^\d+ van {TOTAL} resultaten$"))
    page.locator("form [data-clears]").click()
    expect(rows).to_have_count(TOTAL)
    expect(page.locator(".further:visible")).to_have_count(0)
    links = page.locator(".finder tbody td:first-child > a")
    titles = [" ".join(title.split()) for title in links.all_inner_texts()]
    assert len(set(titles)) == TOTAL
    href = links.last.evaluate("link => link.href")
    assert re.fullmatch(rf"{re.escape(address)}resultaten/[a-z0-9-]+/", href)
    page.goto(href)
    expect(page.locator("h1")).to_have_text(titles[-1])


def test_a_filtered_address_finds_them_at_once(page: Page, address: str) -> None:
    last = max(fixed_catalogue().deliverables.values(), key=lambda one: one.version("nl").title)
    theme = last.record.themes[0]
    page.goto(f"{address}resultaten/?thema={theme}")
    number = sum(theme in one.record.themes for one in fixed_catalogue().deliverables.values())
    expect(page.locator(".finder tbody tr")).to_have_count(number)


def test_what_cannot_be_fetched_is_said_and_asked_for_again(page: Page) -> None:
    def fail(route: Route) -> None:
        route.abort()

    page.route("**/alle/tabel/**", fail)
    page.reload()
    page.locator(".filter [name=thema]").first.check()
    status = page.locator(".finder [role=status]")
    expect(status).to_have_text("De lijst kan nu niet worden opgehaald. Probeer het later opnieuw.")
    page.unroute("**/alle/tabel/**")
    page.locator(".filter [name=thema]").first.uncheck()
    expect(status).to_have_text(f"{TOTAL} resultaten")


@pytest.mark.parametrize(
    "path",
    [
        "resultaten/",
        "resultaten/alle/tabel/2/",
        "tijdlijn/",
        "bronnen/",
        "en/resultaten/alle/tabel/",
    ],
)
def test_pages_with_long_lists_are_accessible_and_fit_a_phone(
    chromium: Browser, address: str, path: str
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}{path}")
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert not violations(page)
    context.close()

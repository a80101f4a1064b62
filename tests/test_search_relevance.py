"""The search finds what people look for: tests/search_queries.yml, asked in a real browser.

The queries go through the same function as the interface does. `pytest -s` prints the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from hooks.taskforce.languages import LANGUAGES
from tests.conftest import PREFIX, Pages

QUERIES = Path(__file__).with_name("search_queries.yml")
FEWEST = 60
"""Queries per language, at least."""

NEAR = 3
"""How far down the list a page may stand that has to be near."""

ASK = """async ({ prefix, queries }) => {
    const { search } = await import(new URL(`${prefix}assets/js/search-engine.js`, location));
    const answers = [];
    for (const query of queries) {
        const { results } = await search(query);
        answers.push(results.map(({ url }) => new URL(url, location).pathname));
    }
    return answers;
}"""


@dataclass(frozen=True)
class Query:
    group: str
    text: str
    page: str
    within: int


def queries(language: str) -> list[Query]:
    groups = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))[language]
    return [
        Query(
            group,
            item["query"],
            item["first"] if "first" in item else item["near"],
            1 if "first" in item else NEAR,
        )
        for group, items in groups.items()
        for item in items
    ]


def home(language: str) -> str:
    return "" if language == "nl" else f"{language}/"


@pytest.fixture(scope="module")
def tab(chromium: Browser, served_site: str) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def ask(tab: Page, texts: list[str]) -> list[list[str]]:
    answers: list[list[str]] = tab.evaluate(ASK, {"prefix": PREFIX, "queries": texts})
    return answers


def ranks(tab: Page, address: str, asked: list[Query], language: str) -> list[int]:
    """The place of each expected page in the list, from 1; 0 where it is not in it."""
    tab.goto(address + home(language))
    answers = ask(tab, [query.text for query in asked])
    found = []
    for query, paths in zip(asked, answers, strict=True):
        pages = [path.removeprefix(PREFIX).strip("/") for path in paths]
        expected = f"{home(language)}{query.page}"
        found.append(pages.index(expected) + 1 if expected in pages else 0)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_is_answered_by_the_right_page(
    tab: Page, served_site: str, language: str
) -> None:
    asked = queries(language)
    rows = list(zip(asked, ranks(tab, served_site, asked, language), strict=True))
    wrong = [row for row in rows if not 0 < row[1] <= row[0].within]
    print(f"\n{language}: {len(rows) - len(wrong)} of {len(rows)}\n{table(rows)}")
    assert not wrong, f"{len(wrong)} of {len(rows)} queries:\n{table(wrong)}"


def table(rows: list[tuple[Query, int]]) -> str:
    lines = [("query", "expected", "within", "rank")]
    lines += [(query.text, query.page, str(query.within), str(rank)) for query, rank in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_different_queries_about_pages_that_exist(
    pages: Pages, language: str
) -> None:
    asked = queries(language)
    assert len({query.text for query in asked}) == len(asked) >= FEWEST
    existing = set(pages.addresses())
    assert [query for query in asked if f"{home(language)}{query.page}" not in existing] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_the_other_language(tab: Page, served_site: str, language: str) -> None:
    tab.goto(served_site + home(language))
    answers = ask(tab, ["taskforce", "2021", "mkb", "vng", "platform31"])
    paths = [path for answer in answers for path in answer]
    assert paths
    english = f"{PREFIX}en/"
    assert [path for path in paths if path.startswith(english) != (language == "en")] == []

"""Asks the search, in a real browser, through the same function as the interface does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

from hooks.taskforce.addresses import path_in
from hooks.taskforce.languages import Language
from tests.pages import ASSETS, PREFIX

NEAR = 3
"""How far down the list a page may stand that has to be near."""

_ASK = """async ({ prefix, assets, queries }) => {
    const { search } = await import(new URL(`${prefix}${assets}/js/search-engine.js`, location));
    const answers = [];
    for (const query of queries) {
        const { results } = await search(query);
        answers.push(results.map(({ url }) => new URL(url, location).pathname));
    }
    return answers;
}"""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the page that must answer.

    Attributes:
        text: What is typed.
        page: The address of the page in its part of the site.
        most: The place in the list that the page may have at most, from 1.
    """

    text: str
    page: str
    most: int


def queries(file: Path, language: Language) -> list[Query]:
    """Return the queries of a file in a language."""
    groups = yaml.safe_load(file.read_text(encoding="utf-8"))[language]
    return [
        Query(item["query"], item["first"], 1)
        if "first" in item
        else Query(item["query"], item["near"], NEAR)
        for items in groups.values()
        for item in items
    ]


def answers(tab: Page, texts: Sequence[str]) -> list[list[str]]:
    """Return the addresses that the page in a tab finds for each text, in order."""
    found: list[list[str]] = tab.evaluate(
        _ASK, {"prefix": PREFIX, "assets": ASSETS, "queries": [*texts]}
    )
    return [[path.removeprefix(PREFIX).strip("/") for path in paths] for paths in found]


def places(tab: Page, address: str, asked: Sequence[Query], language: Language) -> list[int]:
    """Return the place of each expected page in the list, from 1; 0 where it is not in it.

    Args:
        tab: A tab of the browser.
        address: Where the site is served.
        asked: The queries.
        language: The part of the site in which they are asked.
    """
    tab.goto(address + path_in("", language))
    expected = [path_in(query.page, language).strip("/") for query in asked]
    return [
        found.index(page) + 1 if page in found else 0
        for page, found in zip(expected, answers(tab, [query.text for query in asked]), strict=True)
    ]


def is_answered(query: Query, place: int) -> bool:
    """Return whether the page stands where it must."""
    return 0 < place <= query.most

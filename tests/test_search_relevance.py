"""The search finds what people look for, in the words that they use.

Asked on the fixed site; on the real content it is a figure of the audit (tests/audit/searching.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hooks.taskforce.addresses import path_in
from hooks.taskforce.languages import LANGUAGES, Language
from tests.asking import Query, answers, is_answered, places, queries
from tests.audit.measuring import BlindError, Subject
from tests.audit.searching import QUERIES, searching

FIXED_QUERIES = Path(__file__).parent / "site" / "queries.yml"
FEWEST = 60
"""Queries about the real content per language, at least."""


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_is_answered_by_the_right_page(
    tab: Page, served_fixed_site: str, language: Language
) -> None:
    asked = queries(FIXED_QUERIES, language)
    assert asked
    found = zip(asked, places(tab, served_fixed_site, asked, language), strict=True)
    wrong = [(query, place) for query, place in found if not is_answered(query, place)]
    assert not wrong, f"{len(wrong)} of {len(asked)} queries:\n{table(wrong)}"


def table(rows: Sequence[tuple[Query, int]]) -> str:
    lines = [("query", "expected", "at most", "place")]
    lines += [(query.text, query.page, str(query.most), str(place)) for query, place in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_the_other_language(
    tab: Page, served_fixed_site: str, language: Language
) -> None:
    tab.goto(served_fixed_site + path_in("", language))
    found = [path for answer in answers(tab, ["taskforce", "2021", "City Deal"]) for path in answer]
    assert found
    assert [path for path in found if path.startswith("en") != (language == "en")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_audit_asks_enough_and_nothing_twice(language: Language) -> None:
    texts = [query.text for query in queries(QUERIES, language)]
    assert len({*texts}) == len(texts) >= FEWEST


def test_the_audit_counts_what_is_answered_and_leaves_out_pages_that_are_gone(
    fixed_site: Path, served_fixed_site: str, chromium: Browser, tmp_path: Path
) -> None:
    subject = Subject(fixed_site, served_fixed_site)
    file = tmp_path / "queries.yml"
    file.write_text(
        """\
nl:
  some:
    - {query: haven, first: themas/haven}
    - {query: haven, first: over/privacy}
    - {query: haven, first: themas/weg}
en:
  some:
    - {query: harbours, first: themas/haven}
    - {query: nothing like it, near: themas/haven}
"""
    )
    measurement = searching(subject, chromium, file)
    assert (measurement.figure, measurement.checked) == (50, 4)
    assert [one.where for one in measurement.evidence] == ["over/privacy", "en/themas/haven"]

    file.write_text("nl: {some: [{query: haven, first: weg}]}\nen: {some: []}\n")
    with pytest.raises(BlindError, match="no queries"):
        searching(subject, chromium, file)

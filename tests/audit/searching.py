"""Whether the search finds what people look for: queries about the real content."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from hooks.taskforce.addresses import path_in
from hooks.taskforce.audit import Evidence, Measurement
from hooks.taskforce.languages import LANGUAGES
from tests.asking import is_answered, places, queries
from tests.audit.measuring import BlindError, Subject, measured

QUERIES = Path(__file__).with_name("search_queries.yml")


def first_queries(file: Path = QUERIES) -> dict[str, str]:
    """Return the first query of each language, by the address of the home page where it is."""
    return {path_in("", language): queries(file, language)[0].text for language in LANGUAGES}


def searching(subject: Subject, browser: Browser, file: Path = QUERIES) -> Measurement:
    """Return how many queries of a hundred are answered by the page that must answer.

    A query about a page that is no longer there counts for nothing.

    Raises:
        BlindError: When the browser cannot ask, or there is nothing to ask.
    """
    findings: list[Evidence] = []
    checked = 0
    tab = browser.new_page()
    try:
        for language in LANGUAGES:
            asked = [
                query
                for query in queries(file, language)
                if (subject.site / path_in(query.page, language) / "index.html").is_file()
            ]
            found = places(tab, subject.address, asked, language)
            checked += len(asked)
            findings += [
                Evidence(
                    where=path_in(query.page, language),
                    found=f"“{query.text}”: place {place or 'none'}, at most {query.most}",
                )
                for query, place in zip(asked, found, strict=True)
                if not is_answered(query, place)
            ]
    except BrowserError as error:
        raise BlindError(f"The browser could not search: {error.message[:300]}") from error
    finally:
        tab.close()
    return measured(
        "search",
        findings,
        checked=checked,
        checked_what="queries",
        command="make audit",
        tools=["chromium"],
        figure=round(100 * (1 - len(findings) / max(checked, 1)), 1),
    )

"""What holds for all that is published beside the pages: feeds, data, search, book."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import Tag
from pypdf import PdfReader

from hooks.engine import search
from hooks.taskforce.addresses import path_in
from hooks.taskforce.book.order import is_in_book
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.places import BOOK
from hooks.taskforce.vocabulary import Overview
from tests.audit.feeds import feeds
from tests.audit.measuring import Subject
from tests.content.built import Built, address_of, full
from tests.pages import ADDRESS


def pages_name_files_that_exist(built: Built) -> Iterator[str]:
    """Each page names a feed, and a picture to show where it is shared."""
    for address in built.addresses:
        page = built.pages[address]
        named = [
            str(link["href"])
            for link in page.select('link[rel="alternate"][type="application/atom+xml"]')
        ]
        if not named:
            yield f"{address}: names no feed"
        picture = page.find("meta", property="og:image")
        if isinstance(picture, Tag):
            named.append(str(picture["content"]))
        else:
            yield f"{address}: names no picture"
        for name in named:
            file = urljoin(full(address), name).removeprefix(ADDRESS)
            if not (built.site / file).is_file():
                yield f"{address}: not there: {file}"


def pages_have_linked_data(built: Built) -> Iterator[str]:
    """The linked data of a page can be read, and is about that page."""
    for address in built.addresses:
        page = built.pages[address]
        nodes: list[dict[str, Any]] = [
            node
            for script in page.select('script[type="application/ld+json"]')
            for node in json.loads(script.get_text())["@graph"]
        ]
        canonical = page.select_one("link[rel=canonical]")
        if canonical is None or canonical["href"] not in {node.get("url") for node in nodes}:
            yield f"{address}: not in its linked data"


def files_for_machines_are_right(built: Built) -> Iterator[str]:
    """Feeds, calendars, tables, data and the sitemap read well and lead to pages that exist."""
    found = feeds(Subject(built.site, ADDRESS))
    yield from (f"{one.where}: {one.found}" for one in found.evidence)
    if found.left_off:
        yield f"and {found.left_off} more"


def the_search_knows_every_page(built: Built) -> Iterator[str]:
    """Every page is found in each language that it is written in, and in no other."""
    found = {address.strip("/") for address in found_in(built.site / search.FOLDER)}
    for entity in built.catalogue.entities:
        if entity.overview is Overview.SEARCH:
            continue
        for language in LANGUAGES:
            address = address_of(entity, language)
            if (address in found) != entity.is_translated(language):
                yield f"{address}: {'found' if address in found else 'not found'}"


def found_in(index: Path) -> Iterator[str]:
    """Yield the address of each page that the search shows with what it has of that page."""
    shown = {path.stem for path in index.glob("fragment/*")}
    for language in LANGUAGES:
        told = json.loads((index / f"guide.{language}.json").read_text("utf-8"))
        for page, address in zip(told["ids"].split(), told["pages"]["addresses"], strict=True):
            if f"{language}_{page}" in shown:
                yield address


def the_book_has_every_page(built: Built) -> Iterator[str]:
    """Every page has a bookmark in a PDF, and a heading on the page with everything.

    That page has the list of volumes instead where these are several.
    """
    for language in LANGUAGES:
        page = built.with_overview(Overview.EVERYTHING, language)
        if page is None:
            continue
        folder = built.site / path_in("over/alles", language)
        files = [folder / str(link["href"]) for link in page.select(".book-download a")]
        marks = {title for file in files for title in _titles(PdfReader(file).outline)}
        headings = {
            " ".join(heading.get_text().split()) for heading in page.select("article :is(h2, h3)")
        }
        for entity in built.catalogue.entities:
            title = " ".join(entity.version(language).title.split())
            if is_in_book(entity) and title not in marks:
                yield f"{path_in(BOOK, language)}: no bookmark {title!r}"
            if is_in_book(entity) and len(files) == 1 and title not in headings:
                yield f"{path_in('over/alles', language)}: no heading {title!r}"


def _titles(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield " ".join(str(item.title).split())

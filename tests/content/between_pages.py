"""What holds between pages: links that lead somewhere, and ways that lead to every page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from hooks.taskforce.languages import LANGUAGES, TRANSLATIONS
from tests.content.built import Built, address_of, full, language_of
from tests.pages import ADDRESS, HOST

_CLICKS = 3


def links_lead_somewhere(built: Built) -> Iterator[str]:
    """Every link within the site leads to a page or file, and to a place that is there."""
    pages = {full(address): address for address in built.addresses}
    for address in built.addresses:
        for target, fragment in built.links(address):
            if not target.startswith(ADDRESS):
                if target.startswith(HOST):
                    yield f"{address}: leads out of the site: {target}"
                continue
            if target in pages:
                if fragment and unquote(fragment) not in built.ids(pages[target]):
                    yield f"{address}: no place #{fragment} on {target}"
            elif not (built.site / unquote(target.removeprefix(ADDRESS))).is_file():
                yield f"{address}: not there: {target}"


def pages_are_reached_in_three_clicks(built: Built) -> Iterator[str]:
    """From the home page of its language."""
    pages = {full(address): address for address in built.addresses}
    for home in ("", *TRANSLATIONS):
        reached = {home}
        for _ in range(_CLICKS):
            reached |= {
                pages[target]
                for address in reached
                for target, _ in built.links(address)
                if target in pages
            }
        for address in built.addresses:
            if language_of(address) == language_of(home) and address not in reached:
                yield f"{address}: not reached"


def overviews_have_every_page_of_their_kind(built: Built) -> Iterator[str]:
    """Nothing that has a kind is left out of the overview of that kind."""
    for entity in built.catalogue.entities:
        if entity.kind is None:
            continue
        overview = built.catalogue.page_with(entity.kind.overview)
        for language in LANGUAGES if overview is not None else ():
            assert overview is not None
            address = address_of(overview, language)
            targets = {target for target, _ in built.links(address)}
            if not targets & {full(address_of(entity, code)) for code in (language, "nl")}:
                yield f"{address}: {entity.path} is not on it"

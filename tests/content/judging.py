"""All judgements on a built site together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.content import beside_pages, between_pages, on_pages
from tests.content.built import Built

Judgement = Callable[[Built], Iterator[str]]

JUDGEMENTS: tuple[Judgement, ...] = (
    on_pages.pages_stand_in_both_languages,
    on_pages.pages_have_a_title_of_their_own,
    on_pages.names_of_places_are_unique,
    on_pages.headings_skip_no_level,
    on_pages.links_are_called_by_words,
    on_pages.pictures_say_what_they_show,
    on_pages.texts_are_in_the_language_they_claim,
    on_pages.languages_lead_to_each_other,
    on_pages.kinds_show_their_sources,
    between_pages.links_lead_somewhere,
    between_pages.pages_are_reached_in_three_clicks,
    between_pages.overviews_have_every_page_of_their_kind,
    beside_pages.pages_name_files_that_exist,
    beside_pages.pages_have_linked_data,
    beside_pages.files_for_machines_are_right,
    beside_pages.the_search_knows_every_page,
    beside_pages.the_book_has_every_page,
)


def judged(built: Built) -> list[str]:
    """Return all that is wrong with a built site, each fault under the judgement that found it."""
    return [f"{judge.__name__}: {fault}" for judge in JUDGEMENTS for fault in judge(built)]

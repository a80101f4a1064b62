"""What holds on every page by itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urljoin

from bs4 import Tag

from hooks.taskforce.foreign import FEWEST, is_foreign, seems_to_be_in
from hooks.taskforce.languages import LANGUAGES, SOURCE_LANGUAGE
from tests.content.built import Built, address_of, full, language_of
from tests.content.languages import spoken
from tests.page_kinds import NOT_FOUND


def words_of(element: Tag | None) -> str:
    """Return the words in an element, with white space folded."""
    return "" if element is None else " ".join(element.get_text(" ").split())


def pages_stand_in_both_languages(built: Built) -> Iterator[str]:
    """Every page of the content is there in each language, and there is no other."""
    expected = {
        address_of(entity, language)
        for entity in built.catalogue.entities
        for language in LANGUAGES
    }
    yield from (f"{address}: not built" for address in sorted(expected - {*built.addresses}))
    yield from (f"{address}: of no content" for address in sorted({*built.addresses} - expected))


def pages_have_a_title_of_their_own(built: Built) -> Iterator[str]:
    """A title that no other page has, a description, and one main heading."""
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for address in built.addresses:
        page = built.pages[address]
        titles[words_of(page.title)].append(address)
        description = page.find("meta", {"name": "description"})
        if not isinstance(description, Tag) or not str(description.get("content", "")).strip():
            yield f"{address}: no description"
        if len(page.find_all("h1")) != 1:
            yield f"{address}: {len(page.find_all('h1'))} main headings"
        shared = page.find("meta", property="og:title")
        if not isinstance(shared, Tag) or shared["content"] != words_of(page.h1):
            yield f"{address}: shared under another title than its heading"
    for title, places in titles.items():
        if not title or len(places) > 1:
            yield f"{places}: title {title!r}"


def names_of_places_are_unique(built: Built) -> Iterator[str]:
    """No id stands twice on a page."""
    for address in (*built.addresses, NOT_FOUND):
        for name, uses in Counter(built.ids(address)).items():
            if uses > 1:
                yield f"{address}: id {name!r} stands {uses} times"


def headings_skip_no_level(built: Built) -> Iterator[str]:
    """Headings have words, begin with the main one and go down one level at a time."""
    for address in built.addresses:
        headings = [
            heading
            for heading in built.pages[address].select("main :is(h1, h2, h3, h4, h5, h6)")
            if heading.find_parent("template") is None
        ]
        levels = [int(heading.name[1]) for heading in headings]
        if levels[:1] != [1] or any(below > above + 1 for above, below in pairwise(levels)):
            yield f"{address}: levels of headings {levels}"
        if not all(map(words_of, headings)):
            yield f"{address}: a heading without words"


def links_are_called_by_words(built: Built) -> Iterator[str]:
    """Every link and button has a name that can be said; a link may be a picture with one."""
    for address in (*built.addresses, NOT_FOUND):
        for control in built.pages[address].select("a[href], button, summary"):
            if control.find_parent("template") is not None:
                continue  # filter.js fills it in
            names = [str(picture.get("alt") or "") for picture in control.select("img")]
            name = " ".join([str(control.get("aria-label") or words_of(control)), *names])
            if not re.search(r"\S", name):
                yield f"{address}: no words in {control}"


def pictures_say_what_they_show(built: Built) -> Iterator[str]:
    """Every picture has a text in its place."""
    for address in built.addresses:
        for picture in built.pages[address].select("main img"):
            if not str(picture.get("alt") or "").strip():
                yield f"{address}: no text for {picture.get('src')}"


def texts_are_in_the_language_they_claim(built: Built, fewest: int = FEWEST) -> Iterator[str]:
    """No text says that it is in one language and is in another.

    Short ones do not count, as in the check: what has a name has it in any language.
    """
    for address in (*built.addresses, NOT_FOUND):
        for words, claimed in spoken(built.pages[address]):
            if is_foreign(words, claimed, fewest):
                seems = seems_to_be_in(words, fewest)
                yield f"{address}: in {seems}, marked as {claimed}: {words}"


def languages_lead_to_each_other(built: Built) -> Iterator[str]:
    """A page has the language of its part of the site, and leads to itself in the others."""
    places = [
        {language: full(address_of(entity, language)) for language in LANGUAGES}
        for entity in built.catalogue.entities
    ]
    of_page = {address: versions for versions in places for address in versions.values()}
    dutch_only = {
        full(address_of(entity, language)): full(address_of(entity, SOURCE_LANGUAGE))
        for entity in built.catalogue.entities
        for language in LANGUAGES
        if not entity.is_translated(language)
    }
    for address in built.addresses:
        page = built.pages[address]
        language = language_of(address)
        if page.html is None or page.html.get("lang") != language:
            yield f"{address}: not marked as {language}"
        canonical = page.select_one("link[rel=canonical]")
        own = full(address)
        if canonical is None or canonical["href"] != dutch_only.get(own, own):
            yield f"{address}: another canonical address"
        switches = {
            str(link["hreflang"]): urljoin(own, str(link["href"]))
            for link in page.select("header a[hreflang]")
        }
        if switches | {language: own} != of_page.get(own, {}):
            yield f"{address}: the switcher leads to {switches}"


def kinds_show_their_sources(built: Built) -> Iterator[str]:
    """A theme, lead, deliverable or organisation lists every source that it names."""
    for entity in built.catalogue.entities:
        for language in LANGUAGES if entity.collection is not None else ():
            address = address_of(entity, language)
            shown = built.pages[address].select("article .sources li")
            if len(shown) != len(entity.cited):
                yield f"{address}: shows {len(shown)} of {len(entity.cited)} sources"

"""How every page is heard rather than seen: landmarks, headings, names, titles, languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.owner import Owner
from hooks.taskforce.vocabulary import DeliverableKind
from tests.content.built import language_of
from tests.content.on_pages import words_of
from tests.fixed_site import SITE
from tests.page_kinds import NOT_FOUND
from tests.pages import Pages


def every_page(pages: Pages) -> Iterator[tuple[str, Language, BeautifulSoup]]:
    """Yield the address, the language and the content of each page, the 404 page too."""
    for address in [*pages.addresses(), NOT_FOUND]:
        yield address, language_of(address), pages[address]


# --- order -----------------------------------------------------------------------------------


def test_the_skip_link_comes_first_and_leads_to_the_content(fixed_pages: Pages) -> None:
    for address, _, page in every_page(fixed_pages):
        assert page.body is not None
        first = page.body.find(["a", "button", "input", "select", "summary", "textarea"])
        assert isinstance(first, Tag)
        assert first["class"] == ["skip"], address
        (target,) = page.find_all(id=str(first["href"]).removeprefix("#"))
        assert target.find_parent("main") is not None
        assert target["tabindex"] == "-1", address


def test_landmarks_are_complete_and_each_has_a_name_of_its_own(fixed_pages: Pages) -> None:
    for address, _, page in every_page(fixed_pages):
        assert page.body is not None
        for name in ("header", "main", "footer"):
            assert len(page.body.find_all(name, recursive=False)) == 1, (address, name)
        names = []
        for landmark in page.select("nav, [role=search], section[aria-labelledby], dialog"):
            if landmark.name == "form" and landmark.find_parent("dialog"):
                continue  # in a dialog there is one thing to do, with the dialog's name
            by = landmark.get("aria-labelledby")
            named = page.select_one(f"[id='{by}']") if by else None
            name = words_of(named) if named else str(landmark.get("aria-label") or "")
            assert name, (address, landmark.name)
            names.append((landmark.name, name))
        assert Counter(names).most_common(1)[0][1] == 1, (address, names)


def test_no_two_headings_in_a_row_are_the_same(fixed_pages: Pages) -> None:
    for address, _, page in every_page(fixed_pages):
        names = [words_of(heading) for heading in page.select("main :is(h1, h2, h3, h4, h5, h6)")]
        assert all(one != other for one, other in pairwise(filter(None, names))), address


def test_a_heading_is_called_by_its_words_only(fixed_pages: Pages) -> None:
    for address, _, page in every_page(fixed_pages):
        for heading in page.select("h1, h2, h3, h4, dt"):
            assert not re.search(r"[¶§]", words_of(heading)), (address, words_of(heading))
            assert not heading.select("a[title], a[aria-label]"), address


def test_the_title_says_the_page_first_and_the_site_last(fixed_pages: Pages) -> None:
    for address, language, page in every_page(fixed_pages):
        title = words_of(page.title)
        heading = words_of(page.h1)
        if address == NOT_FOUND:  # it says it in both languages
            other = words_of(page.select_one("h1 > [lang]"))
            heading = heading.replace(other, f"· {other}")
        site = SITE.names.in_language(language)
        assert title == (heading if heading == site else f"{heading} - {site}"), address


def test_every_page_ends_with_whose_it_is(fixed_pages: Pages) -> None:
    for address, language, page in every_page(fixed_pages):
        said = words_of(page.select_one("footer .site-footer__name + p"))
        assert said == Owner().statement.in_language(language), address


# --- language of parts -----------------------------------------------------------------------


def said_language(element: Tag) -> str:
    """Return the language that the nearest `lang` says."""
    while not element.get("lang"):
        assert element.parent is not None
        element = element.parent
    return str(element["lang"])


OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}


def fixed_words(language: Language) -> set[str]:
    """Return all that the site itself says in a language, where the other says it otherwise."""
    kinds = [kind.label for kind in DeliverableKind]  # “Agenda” is one in English.
    said = {
        code: {label.in_language(code).casefold() for label in (*labels().values(), *kinds)}
        for code in LANGUAGES
    }
    return {words for words in said[language] - said[OTHER[language]] if "{" not in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_control_or_heading_is_in_the_other_language(
    fixed_pages: Pages, language: Language
) -> None:
    foreign = fixed_words(OTHER[language])
    assert len(foreign) > 100
    wrong = []
    heard = set()
    for address, own, page in every_page(fixed_pages):
        if own != language:
            continue
        for element in page.select(
            "a, button, summary, label, legend, option, h1, h2, h3, th, dt, [aria-label], [title]"
        ):
            if said_language(element) != language or element.select("[lang]"):
                continue
            for words in (words_of(element), element.get("aria-label"), element.get("title")):
                if words:
                    heard.add(str(words).casefold())
                if str(words).casefold() in foreign:
                    wrong.append((address, words))
    assert wrong == []
    assert len(heard & fixed_words(language)) > 30


def test_a_link_to_text_in_another_language_says_so(fixed_pages: Pages) -> None:
    """The language of the target in `hreflang`; of the words too, where they are in it."""
    marked = 0
    for address, language, page in every_page(fixed_pages):
        for link in page.select("main a[hreflang]"):
            if link["hreflang"] != language and link.get("lang"):
                marked += 1
                assert link["lang"] in LANGUAGES, address
        (version,) = page.select("header a[rel=alternate]")
        assert version["lang"] == version["hreflang"] == OTHER[language], address
    assert marked > 50

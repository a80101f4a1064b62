"""How every page is heard rather than seen: landmarks, headings, names, titles, languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from jinja2 import Environment

from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language
from tests.conftest import ROOT, Pages
from tests.page_kinds import NOT_FOUND

SITE_NAMES: dict[Language, str] = {
    "nl": "Taskforce economisch herstel en transitie",
    "en": "Taskforce for Economic Recovery and Transition",
}


def text(element: Tag | None) -> str:
    """Return the words in an element."""
    assert element is not None
    return " ".join(element.get_text(" ").split())


def every_page(pages: Pages) -> Iterator[tuple[str, Language, BeautifulSoup]]:
    """Yield the address, the language and the content of each page, the 404 page too."""
    for address in [*pages.addresses(), NOT_FOUND]:
        yield address, "en" if address.split("/")[0] == "en" else "nl", pages[address]


# --- order -----------------------------------------------------------------------------------


def test_the_skip_link_comes_first_and_leads_to_the_content(pages: Pages) -> None:
    for address, _, page in every_page(pages):
        assert page.body is not None
        first = page.body.find(["a", "button", "input", "select", "summary", "textarea"])
        assert isinstance(first, Tag)
        assert first["class"] == ["skip"], address
        (target,) = page.find_all(id=str(first["href"]).removeprefix("#"))
        assert target.find_parent("main") is not None
        assert target["tabindex"] == "-1", address


def test_landmarks_are_complete_and_each_has_a_name_of_its_own(pages: Pages) -> None:
    for address, _, page in every_page(pages):
        assert page.body is not None
        for name in ("header", "main", "footer"):
            assert len(page.body.find_all(name, recursive=False)) == 1, (address, name)
        names = []
        for landmark in page.select("nav, [role=search], section[aria-labelledby], dialog"):
            if landmark.name == "form" and landmark.find_parent("dialog"):
                continue  # in a dialog there is one thing to do, with the dialog's name
            by = landmark.get("aria-labelledby")
            named = page.select_one(f"[id='{by}']") if by else None
            name = text(named) if named else str(landmark.get("aria-label") or "")
            assert name, (address, landmark.name)
            names.append((landmark.name, name))
        assert Counter(names).most_common(1)[0][1] == 1, (address, names)


def test_headings_skip_no_level_and_have_no_name_twice_in_a_row(pages: Pages) -> None:
    for address, _, page in every_page(pages):
        headings = [
            heading
            for heading in page.select("main :is(h1, h2, h3, h4, h5, h6)")
            if heading.find_parent("template") is None
        ]
        levels = [int(heading.name[1]) for heading in headings]
        assert levels[:1] == [1], address
        assert levels.count(1) == 1, address
        assert all(below <= above + 1 for above, below in pairwise(levels)), (address, levels)
        names = [text(heading) for heading in headings]
        assert all(names), address
        assert all(one != other for one, other in pairwise(names)), (address, names)


def test_a_heading_is_called_by_its_words_only(pages: Pages) -> None:
    for address, _, page in every_page(pages):
        for heading in page.select("h1, h2, h3, h4, dt"):
            assert not re.search(r"[¶§]", text(heading)), (address, text(heading))
            assert not heading.select("a[title], a[aria-label]"), address


def test_the_title_says_the_page_first_and_the_site_last(pages: Pages) -> None:
    for address, language, page in every_page(pages):
        title = text(page.title)
        heading = text(page.h1)
        if other := page.select_one("h1 > [lang]"):  # the 404, which says it in both languages
            heading = heading.replace(text(other), f"· {text(other)}")
        site = SITE_NAMES[language]
        assert title == (heading if heading == site else f"{heading} - {site}"), address


def test_every_link_and_button_is_called_by_words(pages: Pages) -> None:
    for address, _, page in every_page(pages):
        for control in page.select("a[href], button, summary"):
            if control.find_parent("template") is not None:
                continue  # filter.js fills it in
            name = str(control.get("aria-label") or text(control))
            assert re.search(r"\w", name), (address, str(control))


# --- language of parts -----------------------------------------------------------------------

DUTCH = """
aan als bij dan dat de deze die dit door een er geen haar heeft het hoe hun ik je kan kun maar met
mijn moet moeten naar niet nog om onze ook te tot uit van veel voor waar wat wel werd wie wij worden
wordt zich zij zijn zo zonder
"""
ENGLISH = """
about after all an and any are at be been but by can each every for from has have how it its not on
or our shall she should than that the their there these they this those to what when where which
while who whom will with would you your
"""
TELLING: dict[Language, frozenset[str]] = {
    "nl": frozenset(DUTCH.split()),
    "en": frozenset(ENGLISH.split()),
}
"""Words that belong to one of the two languages only; two of them tell what a text is in."""
OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}


def seems_to_be_in(words: str) -> Language | None:
    """Return the language that the words of a text tell, if they do."""
    found = re.findall(r"[^\W\d_]+", words.casefold())
    counts = {language: sum(word in TELLING[language] for word in found) for language in LANGUAGES}
    for language in LANGUAGES:
        if counts[language] >= 2 and counts[language] > 2 * counts[OTHER[language]]:
            return language
    return None


def test_the_language_of_a_text_is_recognised() -> None:
    assert seems_to_be_in("Deze pagina is nog niet vertaald; je leest de Engelse tekst") == "nl"
    assert seems_to_be_in("This page has not been translated; what you read is Dutch") == "en"
    assert seems_to_be_in("City Deal Dynamische Binnensteden") is None


def language_of(element: Tag) -> str:
    """Return the language that the nearest `lang` says."""
    while not element.get("lang"):
        assert element.parent is not None
        element = element.parent
    return str(element["lang"])


SPOKEN = ("title", "aria-label", "alt", "placeholder", "aria-description", "aria-roledescription")
"""Attributes whose value is read to people."""


def spoken(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield every text of a page that people see or hear, with the language that it claims."""
    skipped = {"script", "style", "code", "pre", "kbd", "samp"}
    for piece in page.find_all(string=True):
        within = piece.parent
        if type(piece) is not NavigableString or within is None or not piece.strip():
            continue
        if within.find_parent(skipped) is None and within.name not in skipped:
            yield " ".join(piece.split()), language_of(within)
    for element in page.find_all(True):
        for name in (*SPOKEN, "content" if element.get("name") == "description" else ""):
            if value := element.get(name):
                yield str(value), language_of(element)
        # What scripts say stands in data-* attributes.
        yield from (
            (str(value), language_of(element))
            for name, value in element.attrs.items()
            if name.startswith("data-") and " " in str(value)
        )


def test_no_text_is_in_another_language_than_it_says(pages: Pages) -> None:
    wrong = set()
    told: Counter[Language] = Counter()
    for address, _, page in every_page(pages):
        for words, language in spoken(page):
            seems = seems_to_be_in(words)
            if seems is not None:
                told[seems] += 1
                if seems != language:
                    wrong.add((address, language, words))
    assert sorted(wrong) == []
    assert min(told.values()) > 500, "most running text tells its language"


def fixed_words(language: Language) -> set[str]:
    """Return all that the site itself says in a language, where the other says it otherwise."""
    template = (ROOT / "overrides/partials/labels.html").read_text(encoding="utf-8")
    module = Environment().from_string(template).make_module({"config": None})
    pairs = [
        *cast(Any, module).labels.values(),
        *({"nl": label.nl, "en": label.en} for label in labels().values()),
    ]
    said = {name: {pair[name].casefold() for pair in pairs} for name in LANGUAGES}
    return {words for words in said[language] - said[OTHER[language]] if "{" not in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_control_or_heading_is_in_the_other_language(
    pages: Pages, language: Language
) -> None:
    foreign = fixed_words(OTHER[language])
    assert len(foreign) > 100
    wrong = []
    heard = set()
    for address, own, page in every_page(pages):
        if own != language:
            continue
        for element in page.select(
            "a, button, summary, label, legend, option, h1, h2, h3, th, dt, [aria-label], [title]"
        ):
            if language_of(element) != language or element.select("[lang]"):
                continue
            for words in (text(element), element.get("aria-label"), element.get("title")):
                if words:
                    heard.add(str(words).casefold())
                if str(words).casefold() in foreign:
                    wrong.append((address, words))
    assert wrong == []
    assert len(heard & fixed_words(language)) > 30


def test_a_link_to_text_in_another_language_says_so(pages: Pages) -> None:
    """The language of the target in `hreflang`; of the words too, where they are in it."""
    marked = 0
    for address, language, page in every_page(pages):
        for link in page.select("main a[hreflang]"):
            if link["hreflang"] != language and link.get("lang"):
                marked += 1
                assert link["lang"] in LANGUAGES, address
        for version in page.select("header a[rel=alternate]"):
            assert version["lang"] == version["hreflang"] == OTHER[language], address
    assert marked > 50

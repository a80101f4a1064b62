"""Each judgement on a built site finds what it is there for."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content import beside_pages, between_pages, on_pages
from tests.content.built import Built
from tests.content.judging import JUDGEMENTS, Judgement

Spoil = Callable[[Path], None]


def rewritten(file: str, old: str, new: str, times: int = 1) -> Spoil:
    """Replace the first pieces of a file that fit a pattern."""

    def spoil(site: Path) -> None:
        path = site / file
        before = path.read_text(encoding="utf-8")
        text, found = re.subn(old, new, before, count=times, flags=re.DOTALL)
        assert found == times, old
        path.unlink()  # It is shared with the site that others look at.
        path.write_text(text, encoding="utf-8")

    return spoil


def removed(file: str) -> Spoil:
    return lambda site: (site / file).unlink()


def copied(file: str, to: str) -> Spoil:
    def spoil(site: Path) -> None:
        (site / to).parent.mkdir(exist_ok=True)
        (site / to).unlink(missing_ok=True)
        shutil.copy(site / file, site / to)

    return spoil


def one_fragment_less(site: Path) -> None:
    next((site / "pagefind/fragment").iterdir()).unlink()


PAGE = "en/themas/haven/index.html"
OVERVIEW = "resultaten/index.html"
TEXT = "over/lopende-tekst/index.html"


@dataclass(frozen=True)
class Case:
    judge: Judgement
    spoil: Spoil
    found: str


CASES = [
    Case(on_pages.pages_stand_in_both_languages, removed(PAGE), "not built"),
    Case(on_pages.pages_stand_in_both_languages, copied(PAGE, "extra/index.html"), "no content"),
    Case(
        on_pages.pages_have_a_title_of_their_own,
        rewritten(
            PAGE,
            "<title[^>]*>[^<]*",
            "<title>Leads - Taskforce for Economic Recovery and Transition",
        ),
        "Leads",
    ),
    Case(
        on_pages.pages_have_a_title_of_their_own,
        rewritten(PAGE, '<meta name="description"', '<meta name="other"'),
        "no description",
    ),
    Case(
        on_pages.pages_have_a_title_of_their_own, rewritten(PAGE, "</h1>", "</h1><h1>x</h1>"), "2"
    ),
    Case(
        on_pages.pages_have_a_title_of_their_own,
        rewritten(PAGE, 'property="og:title" content="[^"]*', 'property="og:title" content="x'),
        "shared",
    ),
    Case(
        on_pages.names_of_places_are_unique,
        rewritten(PAGE, "<p>", '<b id="x"></b><p id="x">'),
        "'x'",
    ),
    Case(on_pages.headings_skip_no_level, rewritten(PAGE, "</h1>", "</h1><h3>x</h3>"), "levels"),
    Case(on_pages.headings_skip_no_level, rewritten(PAGE, "</h1>", "</h1><h2> </h2>"), "words"),
    Case(
        on_pages.links_are_called_by_words, rewritten(PAGE, "<p>", '<p><a href="#"></a>'), "words"
    ),
    Case(on_pages.pictures_say_what_they_show, rewritten(TEXT, 'alt="[^"]*"', 'alt=""'), "canvas"),
    Case(
        on_pages.texts_are_in_the_language_they_claim,
        rewritten(PAGE, "<p>", "<p>Dit is niet wat er op deze pagina hoort.</p><p>"),
        "in nl, marked as en",
    ),
    Case(
        on_pages.texts_are_in_the_language_they_claim,
        rewritten(PAGE, "<main", '<main aria-label="Dit is niet wat er op deze pagina hoort."'),
        "in nl, marked as en",
    ),
    Case(
        on_pages.languages_lead_to_each_other, rewritten(PAGE, 'lang="en"', 'lang="nl"'), "not ma"
    ),
    Case(
        on_pages.languages_lead_to_each_other,
        rewritten(PAGE, r'<link rel="canonical" href="[^"]*', '<link rel="canonical" href="x'),
        "canonical",
    ),
    Case(
        on_pages.languages_lead_to_each_other,
        rewritten(PAGE, r'hreflang="nl" rel="alternate" href="', r"\g<0>../"),
        "leads to",
    ),
    Case(
        on_pages.kinds_show_their_sources,
        rewritten(PAGE, r'(class="sources".*?)<li.*?</li>', r"\1"),
        "shows 2 of 3",
    ),
    Case(between_pages.links_lead_somewhere, rewritten(PAGE, "<p>", '<p><a href="x/">x</a>'), "x/"),
    Case(between_pages.links_lead_somewhere, rewritten(PAGE, "<p>", '<p><a href="#x">x</a>'), "#x"),
    Case(
        between_pages.links_lead_somewhere, rewritten(PAGE, "<p>", '<p><a href="/x">x</a>'), "out"
    ),
    Case(
        between_pages.pages_are_reached_in_three_clicks,
        copied(PAGE, "x/index.html"),
        "x: not reached",
    ),
    Case(
        between_pages.overviews_have_every_page_of_their_kind,
        rewritten(OVERVIEW, 'href="havenagenda/"', 'href="./"', times=2),
        "havenagenda",
    ),
    Case(
        beside_pages.pages_name_files_that_exist,
        rewritten(PAGE, 'type="application/atom.xml"[^>]*href="', r"\g<0>x"),
        "not there",
    ),
    Case(
        beside_pages.pages_name_files_that_exist,
        rewritten(PAGE, 'property="og:image"', 'property="x"'),
        "no picture",
    ),
    Case(
        beside_pages.pages_have_linked_data,
        rewritten(PAGE, 'rel="canonical" href="', r"\g<0>x"),
        "linked data",
    ),
    Case(beside_pages.files_for_machines_are_right, removed("themas/haven/index.html"), "sitemap"),
    Case(beside_pages.the_search_knows_every_page, one_fragment_less, "not found"),
    Case(
        beside_pages.the_book_has_every_page, copied("en/over/alles.pdf", "over/alles.pdf"), "book"
    ),
    Case(
        beside_pages.the_book_has_every_page,
        rewritten("over/alles/index.html", "(<h3[^>]*>.*?)Energie", r"\1Iets"),
        "no heading 'Energie'",
    ),
]


@pytest.mark.depth
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.judge.__name__}: {case.found}")
def test_what_is_wrong_is_found(case: Case, fixed_built: Built, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(fixed_built.site, site, copy_function=os.link)
    case.spoil(site)
    spoilt = Built(site, fixed_built.docs)

    assert case.found in "\n".join(case.judge(spoilt))


def test_every_judgement_has_a_case() -> None:
    assert {case.judge for case in CASES} == set(JUDGEMENTS)


def test_the_words_of_the_site_itself_are_in_its_language_however_few(fixed_built: Built) -> None:
    assert list(on_pages.texts_are_in_the_language_they_claim(fixed_built, fewest=0)) == []

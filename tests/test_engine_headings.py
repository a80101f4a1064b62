"""Links to headings."""

from __future__ import annotations

import pytest
from mkdocs.structure.toc import AnchorLink

from hooks.engine.headings import LISTED, link_headings, mark_contents
from tests.conftest import Pages


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ('<h2 id="x">Kop</h2>', '<h2 id="x"><a class="heading-link" href="#x">Kop</a></h2>'),
        (
            '<h3 class="y" id="a-b" lang="nl">Een <em>kop</em>\n&amp; meer</h3><p>Tekst</p>',
            '<h3 class="y" id="a-b" lang="nl"><a class="heading-link" href="#a-b">'
            "Een <em>kop</em>\n&amp; meer</a></h3><p>Tekst</p>",
        ),
        (
            '<h2 id="x">1</h2><h2 id="y">2</h2>',
            '<h2 id="x"><a class="heading-link" href="#x">1</a></h2>'
            '<h2 id="y"><a class="heading-link" href="#y">2</a></h2>',
        ),
        (  # The page lists these three.
            '<h2 id="x">1</h2><h2 id="y">2</h2><h3 id="w">2a</h3><h2 id="z">3</h2>',
            '<h2 id="x"><a class="heading-link" href="#x" tabindex="-1">1</a></h2>'
            '<h2 id="y"><a class="heading-link" href="#y" tabindex="-1">2</a></h2>'
            '<h3 id="w"><a class="heading-link" href="#w">2a</a></h3>'
            '<h2 id="z"><a class="heading-link" href="#z" tabindex="-1">3</a></h2>',
        ),
    ],
)
def test_a_heading_becomes_a_link_to_itself(html: str, linked: str) -> None:
    assert link_headings(html) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="x">Zie <a href="y/">daar</a></h2>',
        '<h1 id="x">Titel</h1>',
        "<h2>Zonder plaats</h2>",
        '<h2 data-id="x">Zonder plaats</h2>',
        "<pre><code>&lt;h2 id=&quot;x&quot;&gt;Kop&lt;/h2&gt;</code></pre>",
    ],
)
def test_what_is_a_link_or_has_no_place_of_its_own_stays(html: str) -> None:
    assert link_headings(html) == html


def test_where_a_page_lists_its_sections_their_headings_are_no_stops(fixed_pages: Pages) -> None:
    seen = set()
    for address in fixed_pages.addresses():
        page = fixed_pages[address]
        links = page.select(".prose h2 > .heading-link")
        stops = [link for link in links if not link.has_attr("tabindex")]
        listed = page.select(".toc__list > li")
        assert len(stops) == (0 if listed else len(links)), address
        seen.add((len(links), bool(listed)))
    assert {(LISTED - 1, False), (LISTED, True)} <= seen


def test_a_heading_of_another_language_is_marked_in_the_contents_too() -> None:
    inner, plain, marked = (AnchorLink(words, words, 2) for words in ("inner", "plain", "marked"))
    marked.children.append(inner)
    mark_contents(
        [marked, plain],
        '<h2 id="marked"><span lang="en">Words</span></h2><h2 id="plain">Woorden</h2>'
        '<h3 id="inner"><span lang="fr">Mots</span></h3>'
        '<h2 id="plain">Een <span lang="en">word</span></h2>',
    )
    assert [item.title for item in (marked, inner, plain)] == [
        '<span lang="en">marked</span>',
        '<span lang="fr">inner</span>',
        "plain",
    ]

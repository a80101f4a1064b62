"""The built site, read as HTML: what a reader must find, in both languages."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from bs4 import Tag

from hooks.taskforce.addresses import path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.kinds import KINDS
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.rules import ADVICE, ALL
from hooks.taskforce.vocabulary import Collection
from tests.content.on_pages import words_of
from tests.pages import Pages


def attribute(tag: Tag | None, name: str) -> str:
    assert isinstance(tag, Tag)
    value = tag.get(name)
    assert isinstance(value, str)
    return value


def test_themes_overview_shows_trekkers_and_the_number_of_deliverables(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        text = fixed_pages.text(path_in("themas", language))
        for theme in fixed_catalogue.themes.values():
            assert theme.version(language).title in text
            for appointment in fixed_catalogue.leads_of_theme(theme.slug):
                assert appointment.trekker.version(language).title in text
        assert str(len(fixed_catalogue.deliverables_of_theme("haven"))) in text


def test_trekkers_overview_shows_municipality_office_theme_and_period(fixed_pages: Pages) -> None:
    for address, said in (
        ("trekkers", "Oostdam wethouder Economie, Haven & Werk Haven & handel 25 maart 2021 tot"),
        (
            "en/trekkers",
            "Oostdam alderman for the Economy, Harbour & Work Harbours & trade 25 March",
        ),
    ):
        assert said in fixed_pages.text(address)


def test_trekkers_stand_by_surname_with_a_row_for_each_thing_they_lead(fixed_pages: Pages) -> None:
    rows = fixed_pages["trekkers"].find_all("tr")[1:]
    assert [words_of(row.find("td")) for row in rows] == [
        *["Anna van den Berg"] * 2,
        "Jan 't Hart",
        *["Édouard Öztürk"] * 2,
        "María de Wit-O’Neill",
    ]


def test_deliverables_overview_has_each_once_in_a_group_and_once_in_the_table(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        article = fixed_pages[path_in("resultaten", language)].article
        assert article is not None
        table = article.find("table")
        assert isinstance(table, Tag)
        for item in fixed_catalogue.deliverables.values():
            links = [
                link
                for link in article.find_all("a")
                if link.get_text(strip=True) == item.version(language).title
            ]
            assert len(links) == 2, item.slug
            row = next(link for link in table.find_all("a") if link in links).find_parent("tr")
            assert isinstance(row, Tag)
            progress = item.record.newest.progress.label.in_language(language)
            assert progress in row.get_text(" "), "progress in words"
            assert str(item.record.newest.date.year) in row.get_text(" "), "as of when"


def test_progress_always_says_as_of_when(fixed_pages: Pages) -> None:
    badges = [
        badge
        for address in fixed_pages.addresses()
        for badge in fixed_pages[address].select("article .badge")
    ]
    assert badges
    for badge in badges:
        following = badge.find_next_sibling()
        assert isinstance(following, Tag), badge
        assert "as-of" in (following.get("class") or []), badge


def test_organisations_overview_says_what_each_takes_part_in(fixed_pages: Pages) -> None:
    for address, label in (("organisaties", "Betrokken bij"), ("en/organisaties", "Involved in")):
        text = fixed_pages.text(address)
        assert label in text
        assert "BVS" in text


def test_timeline_has_every_milestone_newest_first_with_the_page_that_names_its_source(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for language in LANGUAGES:
        timeline = path_in("tijdlijn", language)
        items = fixed_pages[timeline].select("article .timeline li")
        assert len(items) == len(fixed_catalogue.timeline)
        dates = []
        for item, event in zip(items, fixed_catalogue.timeline, strict=True):
            dates.append(attribute(item.find("time"), "datetime"))
            (link,) = item.find_all("a")
            assert link.get_text() == event.entity.version(language).title
            page = fixed_pages[posixpath.normpath(posixpath.join(timeline, str(link["href"])))]
            same = next(
                own
                for own in page.select(".timeline li:has(.citation)")
                if attribute(own.find("time"), "datetime") == dates[-1]
            )
            (number,) = same.select(".citation a")
            source = page.select_one(f"[id='{str(number['href']).removeprefix('#')}']")
            assert source is not None
            assert source.find_parent(class_="sources") is not None
        assert [date[:4] for date in dates] == sorted((date[:4] for date in dates), reverse=True)


def test_glossary_has_abbreviations_and_terms(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for address, words in (
        (
            "begrippen",
            ["Brede welvaart", "Bond van Verzonnen Steden", "BVS", "(MHB)", "klein & alles"],
        ),
        ("en/begrippen", ["Broad prosperity", "Union of Invented Towns", "BVS", "(SHB)"]),
    ):
        text = fixed_pages.text(address)
        assert [word for word in words if word not in text] == []
        places = {tag["id"] for tag in fixed_pages[address].select("[id]")}
        assert {term.id for term in fixed_catalogue.terms} <= places


def test_editors_rules_and_fields_are_all_explained(fixed_pages: Pages) -> None:
    for language in LANGUAGES:
        rules = fixed_pages[path_in("over/regels", language)]
        told = {*ALL, *(rule.id for rule in ADVICE[1])}
        assert told - {tag["id"] for tag in rules.select("[id]")} == set()
        words = {
            tag.get_text() for tag in fixed_pages[path_in("over/velden", language)].select("code")
        }
        for kind in KINDS:
            fields = kind.record.model_fields.items()
            names = {information.alias or name for name, information in fields}
            assert names - words == set()


def test_index_pages_keep_the_editors_text_above_the_overview(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for collection in Collection:
        page = fixed_catalogue.by_path[f"{collection.folder}/index.md"]
        article = fixed_pages[collection.folder].article
        assert article is not None
        assert words_of(article.find("p")) == " ".join(page.version("nl").body.split())


def test_abbreviations_expand_once_a_page_and_can_be_focused(fixed_pages: Pages) -> None:
    found = 0
    for address in fixed_pages.addresses():
        marked = fixed_pages[address].select("article abbr")
        words = [tag.get_text() for tag in marked]
        assert len(words) == len(set(words)), address
        for tag in marked:
            found += 1
            assert attribute(tag, "tabindex") == "0"
            assert attribute(tag, "title")
            assert tag.find_parent(["a", "h1", "h2", "h3", "button"]) is None
    assert found > 10


def test_no_markdown_is_left_in_the_html(fixed_pages: Pages) -> None:
    for address in fixed_pages.addresses():
        article = fixed_pages[address].article
        assert article is not None
        texts = article.find_all(string=True)
        text = " ".join(one for one in texts if one.find_parent(["code", "pre"]) is None)
        assert not re.search(r"\]\(|\{:|\{#|\*\*|&#\d|\[\w+\]:|markdown=", text), address


def test_all_that_pages_may_load_is_named_somewhere(fixed_site: Path) -> None:
    """So nothing of the theme's own is published, nor anything that nobody uses any more."""
    written = "\n".join(
        file.read_text(encoding="utf-8")
        for kind in ("html", "css", "js")
        for file in fixed_site.rglob(f"*.{kind}")
    )
    assets = [
        file
        for folder in fixed_site.glob("assets*")
        for file in folder.rglob("*.*")
        if file.suffix != ".txt"
    ]

    assert assets
    assert not [file for file in assets if file.name not in written]

"""Long lists: what stands on a page, and on the pages where they go on; nothing is lost."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.exporting import exported
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.pages import division
from hooks.taskforce.pages.division import BOUNDS, Bounds, Division, FurtherPage
from hooks.taskforce.pages.expansion import Expansion, expanded, further_expanded
from hooks.taskforce.pages.lists import Lists
from hooks.taskforce.pages.templates import Templates, read_templates
from hooks.taskforce.rendering import renderer
from hooks.taskforce.vocabulary import Overview
from tests.builders import Tree, loaded, page, tiny_tree
from tests.fixed_site import fixed_catalogue

LARGEST = 500_000
"""Bytes of HTML that no page may have; the reason stands with the bounds."""

AROUND = 25_000
"""Bytes of HTML around what a page shows."""

TIGHT = Bounds(most=12, first=2, further=5, beside=1)
MORE = 30
"""So many deliverables more than the tiny tree has."""


def tree() -> Tree:
    plan = tiny_tree()["resultaten/welvaart-canvas.md"].replace(
        "partners:", "asks: [{nl: Geld, en: Money, source: vng-2021}]\npartners:"
    )
    plans = {
        f"resultaten/plan-{number:02}.md": plan.replace("Welvaart Model canvas", f"Plan {number}")
        .replace("canvas-2021", f"plan-{number}")
        .replace("/canvas", f"/plan-{number}")
        for number in range(MORE)
    }
    overviews = {
        f"{path}.md": page(
            f"title: {title}\nsummary: Een overzicht van alles van deze soort, op volgorde.\n"
            f"overview: {overview.value}\n"
        )
        for path, title, overview in (
            ("tijdlijn", "Tijdlijn", Overview.TIMELINE),
            ("resultaten/index", "Resultaten", Overview.DELIVERABLES),
            ("organisaties/index", "Organisaties", Overview.ORGANISATIONS),
        )
    }
    return tiny_tree() | plans | overviews


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    read = loaded(tree())
    assert not read.problems
    return read.catalogue


@pytest.fixture(scope="module")
def templates() -> Templates:
    return read_templates()


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> Bounds:
    monkeypatch.setattr(division, "BOUNDS", TIGHT)
    return TIGHT


def divisions(catalogue: Catalogue) -> Iterator[Division]:
    for entity in catalogue.entities:
        yield Division.of(Lists(catalogue, "nl"), entity)


def pages_of(catalogue: Catalogue) -> dict[str, FurtherPage]:
    return {page.path: page for one in divisions(catalogue) for page in one.further()}


def targets(text: str, path: str) -> set[str]:
    """Return the pages that Markdown links to, by their paths below docs/."""
    links = re.findall(r"\]\(<([^>#]+\.md)", text)
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in links}


def test_a_site_with_few_rows_has_no_further_pages() -> None:
    assert not pages_of(fixed_catalogue())


@pytest.mark.usefixtures("tight")
def test_every_row_stands_once_on_the_further_pages_and_in_its_order(catalogue: Catalogue) -> None:
    divided = [one for one in divisions(catalogue) if one.is_divided]
    assert {"resultaten/index.md", "tijdlijn.md", "themas/mkb.md", "index.md"} <= {
        one.entity.path for one in divided
    }
    for one in divided:
        for name, whole in one.lists.items():
            pages = list(one.pages(name))
            if whole.stands_on:
                assert not pages
                continue
            if one.cut(name) is None:
                assert not pages
                assert list(one.shown(name)) == list(whole.items)
                continue
            assert [row for page in pages for row in page.items] == list(whole.items)
            assert 1 <= one.first <= TIGHT.first
            assert all(0 < len(page.items) <= TIGHT.further for page in pages)
            assert list(one.shown(name)) == list(whole.items[: one.first])


def test_a_page_whose_rows_fit_has_all_of_them_and_no_other_page_more_than_fit(
    catalogue: Catalogue,
) -> None:
    for one in divisions(catalogue):
        total = sum(len(whole.items) for whole in one.lists.values())
        fits = replace(one, bounds=replace(TIGHT, most=total))
        assert not any(map(fits.cut, one.lists))
        assert not list(fits.further())
        for most in range(total):
            divided = replace(one, bounds=replace(TIGHT, most=most, first=total))
            shown = sum(len(divided.shown(name)) for name in one.lists)
            assert shown <= max(most, len(one.lists)), one.entity.path


def test_a_list_is_cut_only_where_rows_are_left_out(catalogue: Catalogue) -> None:
    for one in divisions(catalogue):
        for name, whole in one.lists.items():
            divided = replace(one, bounds=replace(TIGHT, most=0, first=1))
            assert (divided.cut(name) is not None) is (len(whole.items) > 1)


def test_links_within_a_row_are_bounded_where_there_are_many_rows(catalogue: Catalogue) -> None:
    one = Division.of(Lists(catalogue, "nl"), catalogue.themes["mkb"])
    links = range(3)
    few, many = (replace(one, bounds=replace(TIGHT, most=most)) for most in (2**31, 0))
    assert [*few.beside(links)] == [*links]
    assert [*few.beside(links, always=True)] == [*many.beside(links)] == [*links][: TIGHT.beside]


@pytest.mark.usefixtures("tight")
def test_all_links_lead_to_pages_and_all_further_pages_are_linked(
    catalogue: Catalogue, templates: Templates
) -> None:
    further = pages_of(catalogue)
    known = {*further, *catalogue.by_path}
    linked: set[str] = set()
    for language in LANGUAGES:
        for entity in catalogue.entities:
            linked |= targets(expanded(catalogue, entity, language, templates), entity.path)
        for path, listed in further.items():
            text = further_expanded(catalogue, listed, language, templates)
            linked |= targets(text, path)
    assert linked <= known
    assert linked >= set(further)


@pytest.mark.usefixtures("tight")
def test_a_page_says_what_it_leaves_out_and_keeps_its_headings(
    catalogue: Catalogue, templates: Templates
) -> None:
    theme = catalogue.themes["mkb"]
    text = expanded(catalogue, theme, "nl", templates)
    total = len(catalogue.deliverables_of_theme("mkb"))
    assert f"Hier staan de eerste {TIGHT.first} van {total}." in text
    assert f"[Resultaten: alle {total}](<mkb/alle/resultaten.md>)" in text
    whole = expanded_without_bounds(catalogue, templates)
    assert re.findall(r"^#+ .*$", text, re.M) == re.findall(r"^#+ .*$", whole, re.M)


def expanded_without_bounds(catalogue: Catalogue, templates: Templates) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "BOUNDS", BOUNDS)
        return expanded(catalogue, catalogue.themes["mkb"], "nl", templates)


@pytest.mark.usefixtures("tight")
def test_a_further_page_says_where_it_is_and_names_its_neighbours(
    catalogue: Catalogue, templates: Templates
) -> None:
    page = pages_of(catalogue)["themas/mkb/alle/resultaten/2.md"]
    assert page.title("nl") == f"MKB: Resultaten (pagina 2 van {page.total})"
    assert page.title("en").startswith("SMEs: ")
    soup = BeautifulSoup(
        renderer("nl").convert(further_expanded(catalogue, page, "nl", templates)), "html.parser"
    )
    assert soup.p is not None
    assert soup.p.get_text().startswith("6 tot en met 10 van ")
    navigation = soup.find("nav")
    assert navigation is not None
    assert navigation["aria-label"] == "Pagina's van deze lijst"
    words = [" ".join(link.get_text().split()) for link in navigation.find_all("a")]
    assert words[:4] == ["Vorige", "pagina 1", "pagina 2", "pagina 3"]
    assert words[-1] == "Volgende"
    current = navigation.select("[aria-current=page]")
    assert [" ".join(link.get_text().split()) for link in current] == ["pagina 2"]


@pytest.mark.usefixtures("tight")
def test_the_book_leaves_nothing_out(catalogue: Catalogue, templates: Templates) -> None:
    numbers = {name: number for number, name in enumerate(catalogue.sources, 1)}
    for entity in catalogue.entities:
        text = Expansion(catalogue, entity, "nl", templates, numbers).text()
        assert "Hier staan de eerste" not in text, entity.path


@pytest.mark.usefixtures("tight")
def test_what_a_theme_says_of_itself_is_cited_on_its_own_page_only(
    catalogue: Catalogue, templates: Templates
) -> None:
    page = pages_of(catalogue)["themas/mkb/alle/gevraagd.md"]
    text = further_expanded(catalogue, page, "nl", templates)
    assert "#bron:" not in text
    assert "Geld voor advies ([MKB](<../../mkb.md>))" in text


@pytest.mark.usefixtures("tight")
def test_a_page_names_the_first_of_many_leads_and_that_of_what_they_lead_all(
    templates: Templates,
) -> None:
    other = tiny_tree()["trekkers/rene-de-heer.md"].replace("René de Heer", "Sanne Voorbeeld")
    catalogue = loaded(tree() | {"trekkers/sanne-voorbeeld.md": other}).catalogue

    def named(path: str) -> set[str]:
        text = expanded(catalogue, catalogue.by_path[path], "nl", templates)
        people = {link for link in targets(text, path) if link.startswith("trekkers/")}
        assert (") en nog 1" in text) == (len(people) == TIGHT.beside)
        return people

    first = catalogue.leads_of_theme("mkb")[0].trekker.path
    assert named("resultaten/mkb-agenda.md") == {first}
    assert len(named("themas/mkb.md")) == 2


@pytest.mark.usefixtures("tight")
def test_a_row_names_the_first_of_many_themes_and_makers(templates: Templates) -> None:
    plan = tree()["resultaten/actieplan.md"]
    whole = "themes: [mkb, human-capital]\nmakers: [vng, taskforce, zwolle]"
    plan = re.sub("themes:.*\nother_makers:.*", whole, plan)
    catalogue = loaded(tree() | {"resultaten/actieplan.md": plan}).catalogue
    text = expanded(catalogue, catalogue.by_path["resultaten/index.md"], "nl", templates)
    row = next(line for line in text.splitlines() if line.startswith("| [Actieplan"))
    _, _, _, themes, makers, *_ = row.strip("| ").split(" | ")
    assert ") en nog 1" in themes
    assert ") en nog 2" in makers


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (1, 1, (1,)),
        (1, 3, (1, 2, 3)),
        (5, 9, (1, None, 4, 5, 6, None, 9)),
        (3, 9, (1, 2, 3, 4, None, 9)),
        (4, 6, (1, 2, 3, 4, 5, 6)),
    ],
)
def test_pages_are_named_as_far_as_one_needs(
    catalogue: Catalogue, number: int, total: int, shown: tuple[int | None, ...]
) -> None:
    one = next(divisions(catalogue))
    page = FurtherPage(one, next(iter(one.lists.values())), number, total, 0, ())
    assert page.numbers == shown


def test_publishers_with_a_heading_are_bounded(catalogue: Catalogue) -> None:
    lists = Lists(catalogue, "nl")
    assert set(lists.sources_by_publisher(several=1)) > {""}
    groups = lists.sources_by_publisher(several=1, most=0)
    assert set(groups) == {""}
    assert len(groups[""]) == len(catalogue.sources)


def test_no_page_can_become_larger_than_the_bound(templates: Templates) -> None:
    """What a row of any list weighs in the fixed site, times as many as there can be."""
    catalogue = fixed_catalogue()
    convert = renderer("nl").convert
    tried = set()
    for one in divisions(catalogue):
        for whole in one.lists.values():
            if len(whole.items) < 3 or whole.stands_on:
                continue
            few = replace(one, bounds=replace(BOUNDS, most=0, first=0, further=2**31))
            (page,) = few.pages(whole.name)
            text = further_expanded(catalogue, page, "nl", templates)
            row = len(convert(text).encode()) / len(whole.items)
            tried.add(whole.shape)
            assert AROUND + row * BOUNDS.further <= LARGEST, whole
            assert AROUND + row * max(BOUNDS.most, BOUNDS.first * len(one.lists)) <= LARGEST
    assert {"deliverables", "table_of_deliverables", "anchored_events", "sources_listed"} <= tried


@pytest.mark.usefixtures("tight")
def test_the_export_has_the_further_pages(catalogue: Catalogue, templates: Templates) -> None:
    paths = {path for path, _ in exported(catalogue, templates)}
    assert Path("resultaten/alle/tabel.md") in paths
    assert Path("themas/mkb/alle/resultaten/2.en.md") in paths

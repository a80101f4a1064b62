"""The pictures: where everything stands, what the SVG says, and what a browser makes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from playwright.sync_api import Browser, Page

from hooks.taskforce.addresses import page_address, relative_address
from hooks.taskforce.catalogue import TASKFORCE, Catalogue, Entity, Version
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language, Text
from hooks.taskforce.model import Deliverable, Organisation, Theme, Trekker
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.pictures import geometry
from hooks.taskforce.pictures import relations as relations_module
from hooks.taskforce.pictures import timeline as timeline_module
from hooks.taskforce.pictures.drawing import picture_of_relations, picture_of_timeline
from hooks.taskforce.pictures.geometry import LETTERS, WIDTH, Box, short
from hooks.taskforce.pictures.lettering import legible, lines, width
from hooks.taskforce.pictures.relations import Node, Relations, relations
from hooks.taskforce.pictures.spreading import spread
from hooks.taskforce.pictures.timeline import (
    AXIS_END,
    AXIS_START,
    TITLE_END,
    Precision,
    Timeline,
    short_date,
    timeline,
)
from hooks.taskforce.values import LONGEST_TITLE, says_nothing
from hooks.taskforce.vocabulary import (
    Collection,
    DeliverableKind,
    OrganisationKind,
    Progress,
)
from tests.builders import loaded, tiny_tree
from tests.conftest import ROOT
from tests.content.built import full, language_of
from tests.pages import ADDRESS, Pages

TEMPLATES = read_templates().html
STYLES = (ROOT / "docs" / "assets" / "css" / "pictures.css").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"
SUMMARY = "Een zin die zo lang is als een samenvatting moet zijn."

LONG_WORDS = [
    "arbeidsongeschiktheidsverzekeringsmaatschappijen",
    "gebiedsontwikkelingssamenwerkingsovereenkomst",
    "toekomstbestendigheidsonderzoek",
    "MKB-dienstverleningsactieprogramma",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "economie",
    "de",
    "en",
]
DUTCH = st.lists(st.sampled_from(LONG_WORDS), min_size=1, max_size=8).map(
    lambda words: " ".join(words)[:LONGEST_TITLE].strip()
)
ANYTHING = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    min_size=1,
    max_size=LONGEST_TITLE,
).filter(lambda text: legible(text) and not says_nothing(" ".join(text.split())))
TITLES = st.one_of(DUTCH, ANYTHING, st.just("<script>&\"'</title>]]>*x* [y](z) {{ 1 }} {# #}"))


# --- catalogues -----------------------------------------------------------------------------


def entity(collection: Collection, slug: str, record: Any, english: str | None = None) -> Any:
    def version(language: Language, title: str) -> Version:
        return Version(language, f"{slug}.md", title, "x", "")

    versions: dict[Language, Version] = {"nl": version("nl", record.title)}
    if english is not None:
        versions["en"] = version("en", english)
    path = f"{collection.folder}/{slug}.md"
    return Entity(path, slug, collection, record, versions)


@dataclass(frozen=True)
class Shape:
    """What a catalogue is made from: titles, and what belongs to which theme by number.

    None among the themes is the taskforce as a whole.
    """

    themes: tuple[str, ...]
    trekkers: tuple[tuple[str, tuple[int | None, ...]], ...]
    deliverables: tuple[
        tuple[str, tuple[int, ...], bool, tuple[tuple[PartialDate, bool], ...]], ...
    ]
    with_page_of_taskforce: bool = True

    def catalogue(self) -> Catalogue:
        themes = {
            f"t{number}": entity(
                Collection.THEMES,
                f"t{number}",
                Theme(title=title, summary=SUMMARY, order=number + 1),
            )
            for number, title in enumerate(self.themes)
        }
        trekkers = {}
        for number, (title, leads) in enumerate(self.trekkers):
            record = Trekker.model_validate(
                {
                    "title": title,
                    "summary": SUMMARY,
                    "municipality": "m",
                    "office": {"nl": "a", "en": "b"},
                    "leads": [
                        {"from": "2021", "source": "s"}
                        | ({"taskforce": "true"} if lead is None else {"theme": f"t{lead}"})
                        for lead in leads
                    ],
                }
            )
            trekkers[f"p{number}"] = entity(Collection.TREKKERS, f"p{number}", record)
        deliverables = {}
        for number, (title, on, of_taskforce, dates) in enumerate(self.deliverables):
            record_of = Deliverable.model_validate(
                {
                    "title": title,
                    "summary": SUMMARY,
                    "kind": DeliverableKind.AGENDA,
                    "standing": [{"progress": Progress.UNKNOWN, "date": "2021", "source": "s"}],
                    "themes": [f"t{theme}" for theme in on],
                    "makers": [TASKFORCE] if of_taskforce else [],
                    "milestones": [
                        {
                            "date": str(date),
                            "text": {"nl": title, "en": title},
                            "source": "s",
                            "probable": ["date"] if probable else [],
                        }
                        for date, probable in dates
                    ],
                }
            )
            deliverables[f"d{number}"] = entity(
                Collection.DELIVERABLES, f"d{number}", record_of, title[::-1].strip() or None
            )
        organisation = Organisation(title="TF", summary=SUMMARY, kind=OrganisationKind.TASKFORCE)
        whole = entity(Collection.ORGANISATIONS, TASKFORCE, organisation)
        return Catalogue(
            {
                Collection.THEMES: themes,
                Collection.TREKKERS: trekkers,
                Collection.DELIVERABLES: deliverables,
                Collection.ORGANISATIONS: {TASKFORCE: whole} if self.with_page_of_taskforce else {},
            }
        )


DATES = st.one_of(
    st.builds(PartialDate, st.integers(1900, 2100)),
    st.builds(PartialDate, st.integers(2019, 2024), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(2019, 2024), st.integers(1, 12), st.integers(1, 28)),
    st.sampled_from([PartialDate(2019, 1, 1), PartialDate(2024, 12, 31), PartialDate(2020, 2, 29)]),
)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    themes = draw(st.lists(TITLES, min_size=1, max_size=20))
    numbers = st.integers(0, len(themes) - 1)
    on = st.lists(numbers, min_size=1, max_size=4, unique=True).map(tuple)
    leads = st.lists(st.one_of(st.none(), numbers), min_size=1, max_size=3).map(tuple)
    dates = st.lists(st.tuples(DATES, st.booleans()), max_size=5).map(tuple)
    return Shape(
        tuple(themes),
        tuple(draw(st.lists(st.tuples(TITLES, leads), max_size=25))),
        tuple(draw(st.lists(st.tuples(TITLES, on, st.booleans(), dates), max_size=25))),
        draw(st.booleans()),
    )


def many(themes: int, trekkers: int, deliverables: int) -> Catalogue:
    """Return a catalogue with the longest titles that are allowed."""

    def title(number: int) -> str:
        return f"{number} {LONG_WORDS[number % 5]} {LONG_WORDS[number % 3]} economie"[
            :LONGEST_TITLE
        ]

    return Shape(
        tuple(title(number) for number in range(themes)),
        tuple((title(number), (number % themes,)) for number in range(trekkers)),
        tuple(
            (
                title(number),
                tuple({number * 7 % themes, number * 5 % themes}),
                False,
                ((PartialDate(2010 + number % 20, number % 12 + 1), number % 2 == 0),),
            )
            for number in range(deliverables)
        ),
    ).catalogue()


def tiny() -> Catalogue:
    found = loaded(tiny_tree())
    assert not found.problems
    return found.catalogue


def drawn_relations(catalogue: Catalogue, language: Language = "nl") -> Relations:
    return relations(catalogue, language, "index.md", Text(nl="De hele taskforce"))


# --- addresses ------------------------------------------------------------------------------

PATHS = [
    "index.md",
    "tijdlijn.md",
    "themas/index.md",
    "themas/mkb.md",
    "trekkers/rene-de-heer.md",
    "over/diep/index.md",
    "index/index.md",
]


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("themas/mkb.md", "index.md", "themas/mkb/"),
        ("themas/mkb.md", "themas/index.md", "mkb/"),
        ("index.md", "index.md", "./"),
        ("index.md", "tijdlijn.md", "../"),
        ("trekkers/a.md", "resultaten/b.md", "../../trekkers/a/"),
    ],
)
def test_an_address_is_relative_to_that_of_the_page(target: str, page: str, address: str) -> None:
    assert relative_address(target, page) == address


@given(st.sampled_from(PATHS), st.sampled_from(PATHS), st.sampled_from(["", "en/"]))
def test_an_address_leads_to_the_page_in_the_same_language(
    target: str, page: str, language: str
) -> None:
    root = f"https://example.org/taskforce/{language}"
    found = urljoin(root + page_address(page), relative_address(target, page))
    assert found == root + page_address(target)


# --- text without a font --------------------------------------------------------------------


@given(TITLES, st.integers(60, 300))
def test_lines_hold_all_of_the_text_and_fit(text: str, room: int) -> None:
    found = lines(text, LETTERS, room)
    assert found

    def letters(words: str) -> str:
        return re.sub(r"[\s\-\u00ad]", "", words)

    assert "".join(letters(line.text) for line in found) == letters(legible(text))
    for line in found:
        assert width(line.text, LETTERS) <= room
        assert line.text == line.text.strip() != ""


@given(TITLES)
def test_a_line_is_broken_only_where_it_must_be(text: str) -> None:
    (line,) = lines(text, LETTERS, 10_000)
    assert line.text == legible(text).replace("\u00ad", "")
    assert not line.goes_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een wendbare en weerbare aanpak", ["Een wendbare en", "weerbare aanpak"]),
        ("MKB-Uitvoeringsagenda", ["MKB-", "Uitvoeringsagenda"]),
        ("gebiedsontwikkelingen", ["gebiedsontwikkelin-", "gen"]),
        ("arbeids\u00admarktbeleidsplan", ["arbeids-", "marktbeleidsplan"]),
        ("arbeidsongeschiktheden", ["arbeidsongeschikt-", "heden"]),
        ("transformatieprogramma", ["transformatiepro-", "gramma"]),
    ],
)
def test_words_break_where_a_reader_expects(text: str, expected: list[str]) -> None:
    assert [line.text for line in lines(text, LETTERS, 166)] == expected


def test_only_what_xml_can_hold_is_kept() -> None:
    assert legible("a\x00b\x1f \ufffe\udc80c\u0301\n d") == "ab ć d"


# --- places ---------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(5, 80)), min_size=1, max_size=30),
    st.floats(0, 300),
)
def test_things_in_a_column_keep_their_order_and_distance(
    things: list[tuple[float, float]], more: float
) -> None:
    wanted, sizes = [thing[0] for thing in things], [thing[1] for thing in things]
    room = sum(sizes) + 6.0 * (len(sizes) - 1) + more
    places = spread(wanted, sizes, 6.0, room)
    assert places[0] - sizes[0] / 2 >= -1e-6
    assert places[-1] + sizes[-1] / 2 <= room + 1e-6
    for (one, size), (other, next_size) in pairwise(zip(places, sizes, strict=True)):
        assert other - next_size / 2 - (one + size / 2) >= 6.0 - 1e-6


def test_things_in_a_column_stand_where_they_want_if_there_is_room() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 6, 200) == pytest.approx([10, 50, 90])
    # Two that want the same place make way alike.
    assert spread([50, 50], [10, 10], 6, 200) == pytest.approx([42, 58])


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right - 1e-6
        and other.x < one.right - 1e-6
        and one.y < other.bottom - 1e-6
        and other.y < one.bottom - 1e-6
    )


def text_boxes(node: Any, anchor: str, size: float = LETTERS) -> Iterator[Box]:
    for line in node.letters:
        wide = width(line.text, size)
        left = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        yield Box(line.x - left, line.y - size * 0.8, wide, size)


def inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - 1e-6
        and inner.right <= outer.right + 1e-6
        and inner.y >= outer.y - 1e-6
        and inner.bottom <= outer.bottom + 1e-6
    )


def check_relations(picture: Relations, catalogue: Catalogue) -> None:
    whole = Box(0, 0, picture.width, picture.height)
    columns = [
        ("end", picture.trekkers),
        ("middle", picture.themes),
        ("start", picture.deliverables),
    ]
    nodes = [node for _, column in columns for node in column]
    for anchor, column in columns:
        for node in column:
            assert inside(node.box, whole)
            assert node.box.y >= relations_module.HEAD - 1e-6
            for box in text_boxes(node, anchor):
                assert inside(box, node.box)
    for one, other in combinations(nodes, 2):
        assert not overlap(one.box, other.box)
    assert Counter(relation for relation in drawn_pairs(picture)) == expected_pairs(catalogue)
    for leaf in picture.leaves:
        for line in leaf.lines:
            x, y = (float(part) for part in line.path.split("C")[0][1:].split())
            end_x, end_y = (float(part) for part in line.path.split()[-2:])
            theme = picture.themes[line.theme - 1].box
            assert {x, end_x} in (
                {relations_module.TREKKERS_END, theme.x},
                {relations_module.DELIVERABLES_START, theme.right},
            )
            assert y == pytest.approx(leaf.box.middle, abs=0.1)
            assert theme.y + relations_module.GABLE <= end_y <= theme.bottom


def drawn_pairs(picture: Relations) -> Iterator[tuple[str | None, str | None]]:
    for leaf in picture.leaves:
        assert leaf.themes == tuple(line.theme for line in leaf.lines)
        for line in leaf.lines:
            yield leaf.address, picture.themes[line.theme - 1].address


def expected_pairs(catalogue: Catalogue) -> Counter[tuple[str | None, str | None]]:
    whole = f"organisaties/{TASKFORCE}/" if TASKFORCE in catalogue.organisations else None
    pairs: set[tuple[str | None, str | None]] = set()
    for slug, trekker in catalogue.trekkers.items():
        for lead in trekker.record.leads:
            pairs.add((f"trekkers/{slug}/", f"themas/{lead.theme}/" if lead.theme else whole))
    for slug, item in catalogue.deliverables.items():
        pairs |= {(f"resultaten/{slug}/", f"themas/{theme}/") for theme in item.record.themes}
        if TASKFORCE in item.record.makers:
            pairs.add((f"resultaten/{slug}/", whole))
    return Counter(pairs)


@given(shapes())
def test_every_relation_is_drawn_once_and_nothing_overlaps(shape: Shape) -> None:
    catalogue = shape.catalogue()
    check_relations(drawn_relations(catalogue), catalogue)


@pytest.mark.parametrize(
    ("themes", "trekkers", "deliverables"), [(4, 7, 9), (20, 60, 200), (24, 240, 240), (1, 90, 3)]
)
def test_large_pictures_hold_as_well(themes: int, trekkers: int, deliverables: int) -> None:
    catalogue = many(themes, trekkers, deliverables)
    picture = drawn_relations(catalogue)
    assert picture.drawable
    check_relations(picture, catalogue)


def test_the_taskforce_stands_above_the_themes_and_has_what_it_made() -> None:
    picture = drawn_relations(tiny())
    assert [node.title for node in picture.themes] == ["De hele taskforce", "Human capital", "MKB"]
    made = [node.title for node in picture.deliverables if 1 in node.themes]
    assert made == ["MKB-Uitvoeringsagenda"]
    assert [node.themes for node in picture.trekkers] == [(1, 2), (3,)]


def test_without_a_role_for_the_taskforce_there_are_only_themes() -> None:
    catalogue = Shape(("A", "B"), (("P", (1,)),), (("D", (0,), False, ()),)).catalogue()
    assert [node.title for node in drawn_relations(catalogue).themes] == ["A", "B"]


# --- timeline -------------------------------------------------------------------------------


def check_timeline(picture: Timeline, catalogue: Catalogue) -> None:
    whole = Box(0, 0, WIDTH, picture.height)
    drawn: list[str] = []
    bottom = picture.top
    for row in picture.rows:
        assert row.box.y >= bottom
        assert row.box.bottom <= row.bottom
        for box in text_boxes(row, "start"):
            assert inside(box, whole) and inside(box, row.box) and box.right <= TITLE_END
        for mark in row.marks:
            assert inside(mark.box, whole) and inside(mark.shape, mark.box)
            assert bottom - 1e-6 <= mark.box.y and mark.box.bottom <= row.bottom + 1e-6
            assert mark.box.x >= row.box.right
            assert mark.box.width >= 26 and mark.box.height >= 26
            if mark.letters is not None:
                wide = width(mark.letters.text, timeline_module.SMALL)
                left = mark.letters.x - (wide if mark.before else 0)
                assert inside(Box(left, mark.box.y, wide, 1), mark.box)
                assert not overlap(Box(left, mark.box.y, wide, mark.box.height), mark.shape)
            drawn.append(mark.anchor)
        for one, other in combinations(row.marks, 2):
            assert not overlap(one.box, other.box)
        bottom = row.bottom
    assert picture.bottom == bottom
    assert len(drawn) == len(set(drawn)) == len(catalogue.timeline)
    labelled = [year for year in picture.years if year.middle is not None]
    assert labelled
    half = width("0000", timeline_module.SMALL) / 2
    assert labelled[-1].middle is not None and labelled[-1].middle + half <= WIDTH
    for year, following in pairwise(labelled):
        assert year.middle is not None and following.middle is not None
        assert following.middle - year.middle >= 2 * half


@given(shapes().filter(lambda shape: any(item[3] for item in shape.deliverables)))
def test_every_milestone_is_drawn_once_and_nothing_overlaps(shape: Shape) -> None:
    catalogue = shape.catalogue()
    for language in LANGUAGES:
        picture = timeline(catalogue, language, "tijdlijn.md")
        assert picture is not None
        check_timeline(picture, catalogue)


def test_a_long_timeline_holds_as_well() -> None:
    catalogue = many(20, 0, 200)
    picture = timeline(catalogue, "nl", "tijdlijn.md")
    assert picture is not None and len(picture.rows) == 200
    check_timeline(picture, catalogue)


def test_a_date_is_as_wide_as_it_is_vague() -> None:
    dates = [PartialDate(2021), PartialDate(2022, 2), PartialDate(2022, 12, 31)]
    shape = Shape(("A",), (), (("D", (0,), False, tuple((date, False) for date in dates)),))
    picture = timeline(shape.catalogue(), "nl", "tijdlijn.md")
    assert picture is not None
    (row,) = picture.rows
    year, month, day = row.marks
    axis = AXIS_END - AXIS_START
    assert [mark.precision for mark in row.marks] == [
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
    ]
    assert (year.shape.x, year.shape.right) == pytest.approx(
        (AXIS_START, AXIS_START + axis / 2), abs=2
    )
    assert month.shape.width == pytest.approx(axis * 28 / 730)
    assert month.shape.x == pytest.approx(AXIS_START + axis * (365 + 31) / 730)
    assert day.shape.x + day.shape.width / 2 == pytest.approx(AXIS_START + axis * 729.5 / 730)


def test_years_without_a_milestone_are_folded() -> None:
    dates = [PartialDate(1990), PartialDate(2021, 3, 1), PartialDate(2022), PartialDate(2025, 12)]
    shape = Shape(("A",), (), (("D", (0,), False, tuple((date, False) for date in dates)),))
    picture = timeline(shape.catalogue(), "nl", "tijdlijn.md")
    assert picture is not None
    assert [year.number for year in picture.years] == [1990, 2021, 2022, 2025]
    starts = [year.x for year in picture.years]
    wide = starts[2] - starts[1]
    assert [fold.x for fold in picture.folds] == pytest.approx([starts[0] + wide, starts[2] + wide])
    for fold, later in zip(picture.folds, (starts[1], starts[3]), strict=True):
        assert fold.x + fold.width == pytest.approx(later)
        assert fold.width < wide / 4
    assert starts[-1] + wide == pytest.approx(picture.end)
    (row,) = picture.rows
    assert row.marks[-1].shape.right == pytest.approx(picture.end)


def test_a_day_is_drawn_surest_and_a_year_palest(served_fixed_site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{served_fixed_site}tijdlijn/", 1440)
    fills = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d');
          const lightness = (precision) => {
            const mark = `.picture__mark--${precision}:not(.picture__mark--probable)`;
            const shape = document.querySelector(`${mark} > .picture__shape`);
            canvas.fillStyle = getComputedStyle(shape).fill;
            canvas.fillRect(0, 0, 1, 1);
            const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
            return red + green + blue;
          };
          return ['day', 'month', 'year'].map(lightness);
        }"""
    )
    assert fills == sorted(fills)
    assert len(set(fills)) == len(fills)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_short_date_begins_the_whole_date(language: Language, month: int) -> None:
    for date in (PartialDate(2021, month), PartialDate(2021, month, 7)):
        assert date.in_words(language).startswith(short_date(date, language))
        assert width(short_date(date, language), timeline_module.SMALL) < 70


# --- the SVG --------------------------------------------------------------------------------


def pictures(catalogue: Catalogue, language: Language) -> list[str]:
    return [
        str(picture_of_relations(catalogue, language, "index.md", TEMPLATES)),
        str(picture_of_timeline(catalogue, language, "tijdlijn.md", TEMPLATES)),
    ]


def check_markup(html: str) -> ElementTree.Element:
    figure = ElementTree.fromstring(html)
    elements = list(figure.iter())
    ids = [element.attrib["id"] for element in elements if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    for element in elements:
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert element.tag not in {"style", "script", "foreignObject", "image", "use"}
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(element.get(name, "").split()) <= set(ids)
    for link in figure.iter("a"):
        target = link.attrib["href"]
        assert re.fullmatch(r"#[\w:-]+|(?:\.\./)*(?:[\w-]+/)+|(?:\.\.?/)+", target)
    assert "\n\n" not in html
    return figure


@given(shapes(), st.sampled_from(LANGUAGES))
def test_the_svg_says_what_the_titles_say_whatever_they_hold(
    shape: Shape, language: Language
) -> None:
    catalogue = shape.catalogue()
    hang_together, milestones = pictures(catalogue, language)

    def titles(entities: Any) -> list[str]:
        return sorted(legible(item.version(language).title) for item in entities)

    if hang_together:
        figure = check_markup(hang_together)
        names = [
            link.attrib["aria-label"] for link in figure.iter("a") if "aria-label" in link.attrib
        ]
        themes = [*catalogue.themes.values()]
        wanted = titles([*themes, *catalogue.trekkers.values(), *catalogue.deliverables.values()])
        if shape.with_page_of_taskforce and len(drawn_relations(catalogue).themes) > len(themes):
            wanted.append(labels()["taskforce_as_a_whole"].in_language(language))
        assert sorted(names) == sorted(wanted)
        for link in figure.iter("a"):
            if "aria-label" in link.attrib:
                shown = "".join(part.text or "" for part in link.iter("text"))
                assert re.sub(r"[\s\-\u00ad]", "", shown) == re.sub(
                    r"[\s\-\u00ad]", "", link.attrib["aria-label"]
                )
    if milestones:
        figure = check_markup(milestones)
        drawn = {event.entity.path: event.entity for event in catalogue.timeline}
        names = [
            link.attrib["aria-label"] for link in figure.iter("a") if "aria-label" in link.attrib
        ]
        assert sorted(names) == titles(drawn.values())
        told = [title.text or "" for title in figure.iter("title")]
        for event in catalogue.timeline:
            words = legible(event.milestone.text.text.in_language(language))
            assert any(title.endswith(f": {words}") for title in told)


@given(shapes())
def test_markdown_leaves_a_picture_as_it_is(shape: Shape) -> None:
    for html in pictures(shape.catalogue(), "nl"):
        converter = Markdown(extensions=["abbr", "attr_list", "md_in_html", "tables"])
        page = converter.convert(f"Voor.\n\n{html}\n\nNa.\n\n*[MKB]: midden- en kleinbedrijf")
        assert html in page
        assert page.startswith("<p>Voor.</p>") and page.endswith("<p>Na.</p>")


def test_a_picture_is_the_same_each_time() -> None:
    for language in LANGUAGES:
        assert pictures(tiny(), language) == pictures(tiny(), language)


def test_a_title_that_is_not_translated_says_its_language() -> None:
    hang_together, milestones = pictures(tiny(), "en")
    for html, title in ((hang_together, "Actieplan binnenstad"), (milestones, "Human capital")):
        figure = check_markup(html)
        (link,) = [link for link in figure.iter("a") if link.get("aria-label") == title]
        # The Nu HTML Checker takes `hreflang` on links in HTML only, not in SVG.
        assert (link.get("lang"), link.get("hreflang")) == ("nl", None)
    (description,) = [
        item
        for item in check_markup(hang_together).iter("desc")
        if "Welvaart" in (item.text or "")
        and "MKB-" not in (item.text or "")
        and "Actieplan" not in (item.text or "")
    ]
    assert description.get("lang") == "en"


def test_what_the_lines_say_stands_below_in_words() -> None:
    html = pictures(tiny(), "nl")[0]
    words = [
        " ".join("".join(item.itertext()).split())
        for item in check_markup(html).iter()
        if item.tag in {"dt", "dd"}
    ]
    assert words == [
        "De hele taskforce",
        "Trekkers: Mariska ten Heuw",
        "Resultaten: MKB-Uitvoeringsagenda",
        "Human capital",
        "Trekkers: Mariska ten Heuw",
        "Resultaten: Welvaart Model canvas",
        "MKB",
        "Trekkers: René de Heer",
        "Resultaten: MKB-Uitvoeringsagenda, Welvaart Model canvas, Actieplan binnenstad",
    ]


def test_a_theme_without_anyone_says_so() -> None:
    catalogue = Shape(("A",), (), (("D", (0,), False, ()),)).catalogue()
    figure = check_markup(pictures(catalogue, "nl")[0])
    without = labels()["no_leads"].nl
    assert next(item.text for item in figure.iter("dd")) == without
    assert any((item.text or "").startswith(without) for item in figure.iter("desc"))


def test_probable_and_vague_milestones_look_different_and_the_legend_says_how() -> None:
    figure = check_markup(pictures(tiny(), "nl")[1])
    marks = {
        link.attrib["href"]: link.attrib["class"].split()
        for link in figure.iter("a")
        if link.attrib["href"].startswith("#mijlpaal")
    }
    assert marks == {
        "#mijlpaal:resultaten-mkb-agenda-2021": ["picture__mark", "picture__mark--year"],
        "#mijlpaal:themas-human-capital-2021-03": ["picture__mark", "picture__mark--month"],
        "#mijlpaal:resultaten-welvaart-canvas-2021-06-10": [
            "picture__mark",
            "picture__mark--day",
            "picture__mark--probable",
        ],
    }
    legend = [" ".join("".join(item.itertext()).split()) for item in figure.iter("li")]
    assert legend == ["een dag", "een maand", "een jaar", "waarschijnlijk"]
    (tip,) = [title.text for title in figure.iter("title") if "canvas" in (title.text or "")]
    assert tip == "10 juni 2021 (waarschijnlijke datum): Het canvas verschijnt"


# --- sizes ----------------------------------------------------------------------------------


def test_too_much_to_draw_is_there_in_words_when_asked_for() -> None:
    for catalogue in (many(25, 5, 30), many(4, 241, 5), many(4, 5, 241)):
        html = pictures(catalogue, "nl")[0]
        figure = check_markup(html)
        assert not list(figure.iter("svg"))
        (words,) = figure.iter("details")
        assert "open" not in words.attrib
        assert len(list(words.iter("dt"))) == len(catalogue.themes)
    assert picture_of_timeline(many(4, 0, 241), "nl", "tijdlijn.md", TEMPLATES) == ""


def test_a_tall_picture_is_there_when_asked_for() -> None:
    for html in pictures(many(20, 60, 200), "nl"):
        svg = [child for fold in check_markup(html).iter("details") for child in fold.iter("svg")]
        assert len(svg) == 1
    for html in pictures(many(4, 7, 9), "nl"):
        assert [item.tag for item in check_markup(html) if item.tag == "svg"] == ["svg"]


def test_without_anything_to_relate_there_is_no_picture() -> None:
    assert pictures(Catalogue(), "nl") == ["", ""]
    assert pictures(Shape(("A",), (), ()).catalogue(), "en") == ["", ""]


def test_lengths_are_written_alike() -> None:
    assert [short(number) for number in (12.0, 12.04, 12.25001, -0.01, 13145.16)] == [
        "12",
        "12",
        "12.3",
        "0",
        "13145.2",
    ]


# --- the style sheet ------------------------------------------------------------------------


def test_the_style_sheet_has_the_sizes_of_the_geometry() -> None:
    assert f"font: 450 {geometry.LETTERS:g}px/1 var(--font)" in STYLES
    assert set(re.findall(r"font-size: (\d+)px", STYLES)) == {f"{timeline_module.SMALL:g}"}


def test_colours_come_from_the_site_or_the_system() -> None:
    on_screen = STYLES.split("@media print")[0]
    assert "var(--" in on_screen
    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl|oklch", on_screen)


# --- the built site -------------------------------------------------------------------------

WITH_PICTURES = ["", "en", "tijdlijn", "en/tijdlijn"]


@pytest.mark.parametrize("address", WITH_PICTURES)
def test_links_in_a_picture_stay_in_its_language(fixed_pages: Pages, address: str) -> None:
    figure = fixed_pages[address].select_one("figure.picture")
    assert figure is not None and figure.select_one("svg.picture__drawing") is not None
    links = {urljoin(full(address), str(link["href"])) for link in figure.select("a[href]")}
    assert len(links) > 10
    for link in links:
        assert language_of(link.removeprefix(ADDRESS)) == language_of(address), link
    assert not figure.select("[style]")


@pytest.mark.parametrize("address", ["tijdlijn", "en/tijdlijn"])
def test_a_mark_leads_to_its_milestone_in_the_list(fixed_pages: Pages, address: str) -> None:
    soup: BeautifulSoup = fixed_pages[address]
    marks = soup.select("svg a.picture__mark")
    assert marks
    for mark in marks:
        entry = soup.find(id=str(mark["href"]).removeprefix("#"))
        assert entry is not None
        item = entry.find_parent("li")
        assert item is not None
        title = mark.find("title")
        assert title is not None
        date, words = title.get_text().split(": ", 1)
        text = " ".join(item.get_text().split())
        assert entry.get_text() == date.split(" (")[0]
        assert words in text
        assert ("(" in date) == (item.select_one(".pill") is not None)


@pytest.mark.parametrize("address", WITH_PICTURES)
def test_all_text_stays_within_what_can_be_pressed(
    served_fixed_site: str, chromium: Browser, address: str
) -> None:
    page = opened(chromium, served_fixed_site + address, 768)
    assert page.locator(".picture__drawing a .picture__target").count()
    for wide in (768, 1440):
        page.set_viewport_size({"width": wide, "height": 900})
        outside = page.evaluate(
            """() => [...document.querySelectorAll('.picture__drawing a')].flatMap((link) => {
              const box = link.querySelector('.picture__target').getBoundingClientRect();
              return [...link.querySelectorAll('text')].filter((text) => {
                const own = text.getBoundingClientRect();
                return own.left < box.left || own.right > box.right
                  || own.top < box.top - 1 || own.bottom > box.bottom + 1;
              }).map((text) => text.textContent);
            })"""
        )
        assert outside == [], wide
        small = page.evaluate(
            """() => [...document.querySelectorAll('.picture__drawing .picture__target')]
              .map((target) => target.getBoundingClientRect())
              .filter((box) => box.width < 24 || box.height < 24).length"""
        )
        assert small == 0, wide
    page.close()


def opened(browser: Browser, address: str, wide: int) -> Page:
    page = browser.new_page(viewport={"width": wide, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    page.evaluate("() => document.fonts.ready")
    return page


LIT = """() => [...document.querySelectorAll('.picture__drawing .picture__name')]
  .filter((name) => getComputedStyle(name).getPropertyValue('--name')
    === getComputedStyle(name.ownerSVGElement).getPropertyValue('--lit-name'))
  .map((name) => name.getAttribute('aria-label'))"""


def test_what_belongs_together_comes_forward_with_mouse_and_keyboard(
    served_fixed_site: str, chromium: Browser
) -> None:
    page = opened(chromium, served_fixed_site, 1440)
    assert page.evaluate(LIT) == []
    page.get_by_role("link", name="Haven & handel", exact=True).and_(
        page.locator(".picture__name")
    ).hover()
    theme = set(page.evaluate(LIT))
    assert {"Anna van den Berg", "María de Wit-O’Neill", "Kadefonds"} <= theme
    assert not {"Jan 't Hart", "Actieplan strand"} & theme
    page.mouse.move(0, 0)
    assert page.evaluate(LIT) == []

    page.locator(".picture__skip").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-label')") == "María de Wit-O’Neill"
    )
    trekker = set(page.evaluate(LIT))
    assert {"María de Wit-O’Neill", "Haven & handel", "Kadefonds"} <= trekker
    assert not {"Anna van den Berg", "Actieplan strand", "Water"} & trekker
    page.locator(".picture__skip").focus()
    assert page.evaluate(LIT) == []
    page.close()


def test_on_a_narrow_screen_the_words_take_the_place_of_the_picture(
    served_fixed_site: str, chromium: Browser
) -> None:
    page = opened(chromium, served_fixed_site, 320)
    assert page.locator(".picture__drawing").is_hidden()
    page.locator(".picture__words > summary").click()
    assert page.locator(".picture__words dd a").first.is_visible()
    page.close()
    page = opened(chromium, f"{served_fixed_site}tijdlijn/", 320)
    assert page.locator(".picture").is_hidden()
    page.close()


def test_the_picture_that_fits_on_a_page_is_printed(
    served_fixed_site: str, chromium: Browser
) -> None:
    page = opened(chromium, served_fixed_site, 650)
    page.emulate_media(media="print")
    assert page.locator(".picture__drawing").is_visible()
    page.evaluate(
        "document.querySelector('.picture__drawing').remove()"
    )  # As where it is too much.
    assert page.locator("#samenhang").is_hidden()
    page.goto(f"{served_fixed_site}tijdlijn/")
    assert page.locator(".picture").is_hidden()
    assert page.locator(".timeline").first.is_visible()
    page.close()


def test_a_node_meets_only_its_own_themes() -> None:
    def node(*themes: int) -> Node:
        return Node("x", "nl", None, (), Box(0, 0, 1, 1), themes)

    assert node(1, 3).meets(node(3))
    assert not node(1, 3).meets(node(2))

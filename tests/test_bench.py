"""The programme that is measured with is right and always the same; what is told of it adds up."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.base import load_config

from hooks.taskforce.formatting import formatting
from hooks.taskforce.loading import Circumstances, Loaded, load_files
from hooks.taskforce.problems import as_text
from hooks.taskforce.reading import Files
from tests.bench import stages
from tests.bench.__main__ import size as size_asked_for
from tests.bench.__main__ import write
from tests.bench.measuring import MeasuringError, Usage, usage_of
from tests.bench.programme import NEEDS, UNTRANSLATED, programme, size_for
from tests.bench.report import Axis, Row, Spread, apart, as_json, as_svg, growth, ratios
from tests.bench.report import as_text as table
from tests.bench.variants import (
    COLD,
    ROOT,
    VARIANTS,
    WARM,
    Outcome,
    menu_of,
    rounds,
    stock_settings,
)

FEW = 3
SVG = "{http://www.w3.org/2000/svg}"


@cache
def small() -> Loaded:
    contents = {path: text.encode() for path, text in programme(FEW, with_book=True).items()}
    return load_files(Files(contents, others=(NEEDS,)), Circumstances(date(2026, 11, 27)))


# The programme


def test_the_check_has_nothing_to_say_of_it() -> None:
    assert as_text(small().problems) == ""
    assert (ROOT / "docs" / NEEDS).exists()


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others() -> None:
    assert programme(FEW) == programme(FEW)
    assert list(programme(FEW)) == list(programme(FEW))
    assert programme(FEW) != programme(FEW, seed=1)


@pytest.mark.parametrize("deliverables", [1, FEW, 45])
def test_there_are_as_many_pages_as_asked(deliverables: int) -> None:
    tree, size = programme(deliverables), size_for(deliverables)
    for folder, count in {
        "resultaten": size.deliverables,
        "themas": size.themes,
        "trekkers": size.trekkers,
        "organisaties": size.organisations,
    }.items():
        pages = [path for path in tree if path.startswith(f"{folder}/") and "index" not in path]
        dutch = [path for path in pages if not path.endswith(".en.md")]
        assert len(dutch) == count
        missing = count // UNTRANSLATED if folder == "resultaten" else 0
        assert len(pages) == 2 * count - missing
    assert size.deliverables == deliverables


def test_the_book_is_there_when_it_is_asked_for() -> None:
    with_book, without = programme(FEW, with_book=True), programme(FEW)
    assert with_book.keys() - without.keys() == {"over/alles.md", "over/alles.en.md"}


def test_nothing_is_no_programme() -> None:
    with pytest.raises(ValueError, match="one deliverable"):
        programme(0)


def test_every_example_of_running_text_is_in_it_in_both_languages() -> None:
    texts = {"nl": "", "en": ""}
    for path, text in programme(FEW).items():
        texts["en" if path.endswith(".en.md") else "nl"] += text
    for feature in (feature for group in formatting().groups for feature in group.features):
        if feature.cites or "#mijn-kop" in feature.markdown.nl:  # These lead to what is there.
            continue
        for language, text in texts.items():
            assert feature.markdown.in_language(language) in text, feature.name.nl


def test_facts_of_every_kind_are_in_it() -> None:
    catalogue = small().catalogue
    records = [entity.record for entity in catalogue.entities]
    for field in (
        "milestones",
        "links",
        "sources",
        "themes",
        "makers",
        "partners",
        "asks",
        "leads",
    ):
        assert any(getattr(record, field, ()) for record in records), field


# How it is built


def test_builds_go_there_and_back_and_what_is_warm_was_built_before() -> None:
    counted = [variant for variant, _ in rounds((COLD, WARM), 3, lambda _: outcome(1.0))]
    assert counted == [COLD, WARM, WARM, COLD, COLD, WARM]
    assert VARIANTS.index(COLD) < VARIANTS.index(WARM)
    assert COLD.folder == WARM.folder


def test_names_of_variants_are_told_apart() -> None:
    assert len({variant.name for variant in VARIANTS}) == len(VARIANTS)


def test_the_menu_has_pages_at_the_top_and_those_that_open_a_folder(tmp_path: Path) -> None:
    for name in ("a.md", "a.en.md", "index.md", "b/index.md", "b/index.en.md", "b/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert menu_of(tmp_path) == ["index.md", "a.md", "b/index.md"]


def test_stock_has_our_extensions_and_nothing_else_of_ours(tmp_path: Path) -> None:
    extensions = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nmarkdown_extensions:\n")[2]
    file = tmp_path / "stock.yml"
    file.write_text(stock_settings(extensions, features="[navigation.prune]"), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    config = load_config(str(file))
    assert {"admonition", "pymdownx.tabbed"} <= set(config.markdown_extensions)
    assert config.theme["features"] == ["navigation.prune"]
    assert config.theme.custom_dir is None
    assert [str(hook) for hook in config.hooks] == [str(Path(stages.__file__).resolve())]


# What it takes


def test_usage_is_that_of_the_command(tmp_path: Path) -> None:
    code = "import os; open('seen', 'w').write(os.environ['BENCH_TEST']); bytearray(90_000_000)"
    usage = usage_of([sys.executable, "-c", code], tmp_path, {"BENCH_TEST": "yes"})
    assert (tmp_path / "seen").read_text() == "yes"
    assert usage.seconds > 0
    assert usage.processor_seconds > 0
    assert usage.peak_megabytes > 90


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(MeasuringError, match="no luck"):
        usage_of([sys.executable, "-c", "raise SystemExit('no luck')"], tmp_path, {})


def test_all_time_belongs_to_one_stage() -> None:
    clock = stages.Clock()
    for stage in ("a", "b", "a"):
        sum(range(10_000))
        clock.ends(stage)
    total = sum(clock.taken.values())
    assert set(clock.taken) == {"a", "b"}
    assert 0 < total <= stages.processor_seconds()


def test_every_event_that_ends_a_stage_is_answered() -> None:
    events = {name.removeprefix("before ") for name in stages.STAGES} - {"end"}
    assert events == {name for name in vars(stages) if name.startswith("on_")}


# What is told


def outcome(seconds: float, size: int = 1_000_000) -> Outcome:
    return Outcome(Usage(seconds, 2 * seconds, 100.0), size, 10, {"menu": seconds, "writing": 0.0})


def row(size: str, pages: int, name: str, *seconds: float) -> Row:
    return Row(size, pages, name, tuple(outcome(one) for one in seconds))


FIGURES = st.lists(st.floats(0.001, 1000), min_size=1, max_size=9)


@given(FIGURES)
def test_a_spread_has_its_figures_within(figures: list[float]) -> None:
    spread = Spread.of(figures)
    assert spread.least in figures
    assert spread.most in figures
    assert sum(figure <= spread.median for figure in figures) * 2 >= len(figures)
    assert sum(figure >= spread.median for figure in figures) * 2 >= len(figures)


def test_nothing_has_no_spread() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Spread.of([])


@given(FIGURES, st.floats(0.1, 10))
def test_whatever_takes_so_many_times_as_much_each_round_does_so_at_the_median(
    figures: list[float], times: float
) -> None:
    spread = ratios([figure * times for figure in figures], figures)
    for figure in (spread.least, spread.median, spread.most):
        assert figure == pytest.approx(times)


def test_ratios_are_taken_round_by_round() -> None:
    assert ratios([2.0, 40.0, 3.0], [1.0, 10.0, 2.0]) == Spread(1.5, 2.0, 4.0)
    with pytest.raises(ValueError, match="zip"):
        ratios([1.0], [1.0, 2.0])


@given(st.floats(0.5, 2.5))
def test_growth_is_the_exponent(exponent: float) -> None:
    larger = row("200", 400, COLD.name, 3.0 * 4**exponent)
    assert growth(row("50", 100, COLD.name, 3.0), larger) == pytest.approx(exponent)


ROWS = [
    row("50", 100, "stock", 8.0, 10.0, 9.0),
    row("50", 100, COLD.name, 4.0, 5.0, 9.0),
    row("500", 1000, COLD.name, 40.0, 50.0, 90.0),
]


def test_the_table_has_medians_and_ratios() -> None:
    text = table(ROWS)
    assert "| 50 | 100 | stock | 9.0 (8.0–10.0) | 18.0 (16.0–20.0) | 0.50 (0.50–1.00) |" in text
    assert "exponent 1.00" in text
    assert "5.00 (4.00–9.00)  menu" in text


def test_the_figures_say_by_which_command_they_came() -> None:
    found = json.loads(as_json(ROWS, {"command": "make bench"}))
    assert found["command"] == "make bench"
    assert found["rows"][0]["ours_cold_is_times"]["seconds"] == {
        "least": 0.5,
        "median": 0.5,
        "most": 1.0,
    }
    assert len(found["rows"][0]["outcomes"]) == 3


def test_the_graph_says_in_words_what_it_shows() -> None:
    svg = ElementTree.fromstring(as_svg([*ROWS, row("site", 126, COLD.name, 6.0)], "make <bench>"))
    assert svg.get("role") == "img"
    named = {part.get("id"): part.text or "" for part in svg if part.get("id")}
    assert set((svg.get("aria-labelledby") or "").split()) == set(named)
    assert "stock: 9.0 s for 100 pages" in named["told"]
    assert "5.0 s for 100 pages, 50.0 s for 1,000 pages" in named["told"]
    assert "6.0 s" not in named["told"]  # The real site is no programme of another size.
    shown = "".join(text.text or "" for text in svg.iter(f"{SVG}text"))
    assert "make <bench>" in shown
    with pytest.raises(ValueError, match="no invented"):
        as_svg([row("site", 126, COLD.name, 6.0)], "")


@given(st.lists(st.floats(0, 400), max_size=6).map(sorted), st.floats(1, 30))
def test_names_beside_lines_do_not_touch(places: Sequence[float], distance: float) -> None:
    found = apart(places, distance)
    assert len(found) == len(places)
    assert all(new >= old for new, old in zip(found, places, strict=True))
    assert all(b - a >= distance * 0.999 for a, b in itertools.pairwise(found))


@given(st.floats(0.01, 100), st.floats(1.1, 1000))
def test_an_axis_has_equal_ratios_equally_far_apart(least: float, times: float) -> None:
    axis = Axis(least, least * times**2, 10, 110)
    assert axis.place(least) == pytest.approx(10)
    assert axis.place(least * times) == pytest.approx(60)
    assert axis.place(least * times**2) == pytest.approx(110)
    assert all(axis.least <= mark <= axis.most for mark in axis.marks())


def test_a_size_is_the_real_site_or_a_number() -> None:
    assert [size_asked_for(text) for text in ("site", "500")] == ["site", "500"]
    for wrong in ("0", "-1", "many"):
        with pytest.raises(ValueError, match=wrong):
            size_asked_for(wrong)


def test_what_was_measured_is_written_for_programs_and_people(tmp_path: Path) -> None:
    found = {"command": "make bench", "commit": "0123456789ab"}
    write(ROWS, found, tmp_path / "new")
    table_of = (tmp_path / "new/table.md").read_text("utf-8")
    assert table_of.startswith("command: make bench\ncommit: 0123456789ab\n")
    assert table(ROWS) in table_of
    assert json.loads((tmp_path / "new/figures.json").read_text("utf-8"))["commit"]
    assert "make bench" in (tmp_path / "new/graph.svg").read_text("utf-8")
    write([row("site", 126, COLD.name, 6.0)], found, tmp_path / "site")
    assert not (tmp_path / "site/graph.svg").exists()

"""What a browser meets on its tour of the site (tests/tour/), each test for one thing.

The fixed site has every kind of page in every state; `make test-all` tours the real site too, on
which the same must hold whatever its content.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, made_once
from tests.fixed_site import DOCS
from tests.page_kinds import page_kinds
from tests.tour.rounds import NARROW, WIDE, Tour, go


@pytest.fixture(scope="session", params=["fixed", pytest.param("real", marks=pytest.mark.depth)])
def tour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tour:
    whose = request.param

    def make(folder: Path) -> None:
        site, docs, served = {
            "fixed": ("fixed_site", DOCS, "served_fixed_site"),
            "real": ("built_site", ROOT / "docs", "served_site"),
        }[whose]
        pages = page_kinds(request.getfixturevalue(site), docs)
        address = request.getfixturevalue(served)
        go(address, pages, request.getfixturevalue("chromium")).save(folder / "tour.json")

    return Tour.read(made_once(tmp_path_factory, f"tour-{whose}", make) / "tour.json")


# What shuts people out


def test_axe_finds_nothing_as_pages_load_and_in_every_state(tour: Tour) -> None:
    assert tour.wrong("axe") == {}


def test_every_state_was_looked_at_in_both_colours(tour: Tour) -> None:
    everywhere = {
        *("skip link focused", "abbreviation focused", "details open", "filter used"),
        *("filter without results", "colours switched", "search open", "search results"),
    }
    expected = {
        f"{state} ({width} px, {scheme})"
        for scheme in ("light", "dark")
        for width, states in (
            (NARROW, everywhere | {"menu open"}),
            (WIDE, everywhere | {"picture focused"}),
        )
        for state in states
    }
    assert expected - set(tour.states) == set()


def test_nobody_has_to_scroll_sideways(tour: Tour) -> None:
    assert tour.wrong("reflow") == {}


def test_text_can_be_set_wider_on_the_narrowest_screen(tour: Tour) -> None:
    assert tour.wrong("text spacing") == {}


def test_letters_can_be_twice_as_large_on_a_phone(tour: Tour) -> None:
    assert tour.wrong("large text") == {}


def test_tables_show_all_their_columns_at_any_width(tour: Tour) -> None:
    assert tour.wrong("columns") == {}


def test_nothing_moves_for_who_asks_for_rest(tour: Tour) -> None:
    assert tour.wrong("motion") == {}


def test_every_page_is_whole_without_script(tour: Tour) -> None:
    assert tour.wrong("without script") == {}


# With nothing but a keyboard


def test_tab_goes_through_all_of_a_page_in_order_and_shows_where(tour: Tour) -> None:
    assert tour.wrong("keyboard") == {}


def test_every_page_begins_with_a_link_that_skips_to_its_text(tour: Tour) -> None:
    assert tour.wrong("skip link") == {}


def test_focus_can_be_seen_on_every_kind_of_control(tour: Tour) -> None:
    assert min(tour.controls.values()) > 40
    assert tour.wrong("focus ring") == {}


# What a browser does on its own


def test_every_page_has_the_policy_and_no_other(tour: Tour) -> None:
    assert tour.wrong("policies") == {}


def test_nothing_breaks_the_policy(tour: Tour) -> None:
    assert tour.wrong("policy") == {}


def test_nothing_comes_from_elsewhere(tour: Tour) -> None:
    assert tour.wrong("elsewhere") == {}


def test_nothing_fails_and_nothing_is_said_in_the_console(tour: Tour) -> None:
    assert tour.wrong("failures") == {}


def test_nothing_is_kept_but_what_the_privacy_page_names(tour: Tour) -> None:
    assert tour.wrong("kept") == {}
    assert tour.wrong("cookies") == {}

"""The overview of deliverables as one works with it: by keyboard, by address, without script."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.vocabulary import Progress
from tests.browsing import opened, restyle
from tests.fixed_site import fixed_catalogue

DELIVERABLES = fixed_catalogue().deliverables
TOTAL = len(DELIVERABLES)
HARBOUR = sum("haven" in item.record.themes for item in DELIVERABLES.values())
assert 1 < HARBOUR < TOTAL


@pytest.fixture
def page(chromium: Browser, served_fixed_site: str) -> Iterator[Page]:
    with opened(chromium, f"{served_fixed_site}resultaten/") as page:
        yield page


def shown(page: Page) -> list[str]:
    """Return the titles of the rows that can be seen, in their order."""
    titles = page.locator(".finder tbody tr:visible td:first-child > a").all_inner_texts()
    return [title.strip() for title in titles]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that matches has the focus."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {selector}")


def test_all_are_listed_and_the_lists_by_progress_are_put_away(page: Page) -> None:
    assert len(shown(page)) == TOTAL
    expect(page.locator(".finder [role=status]")).to_have_text(f"{TOTAL} resultaten")
    assert page.locator(".finder-group:visible").count() == 0


def test_filter_by_keyboard_alone(page: Page) -> None:
    tab_to(page, "[name=thema][value=haven]")
    page.keyboard.press("Space")
    status = page.locator(".finder [role=status]")
    expect(status).to_have_text(f"{HARBOUR} van {TOTAL} resultaten")
    assert len(shown(page)) == HARBOUR
    assert query(page) == {"thema": ["haven"]}
    assert page.evaluate("document.activeElement.value") == "haven", "the focus stays"

    page.reload()
    assert len(shown(page)) == HARBOUR, "the address keeps the state"
    assert page.locator("[name=thema][value=haven]").is_checked()

    tab_to(page, "form [data-clears]")
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"{TOTAL} resultaten")
    assert query(page) == {}


def test_back_button_goes_back_one_choice(page: Page) -> None:
    page.locator("[name=thema][value=water]").check()
    page.locator("[name=voortgang][value=in-progress]").check()
    expect(page.locator(".finder tbody tr:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator("[name=voortgang][value=in-progress]")).not_to_be_checked()
    assert query(page) == {"thema": ["water"]}
    page.go_back()
    expect(page.locator(".finder tbody tr:visible")).to_have_count(TOTAL)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("CANVAS", ["Welvaart <canvas> & kaart"]),
        ("negen vragen", ["Welvaart <canvas> & kaart"]),
        ("elke gemeente zelf", ["Actieplan strand & <duin>"]),
    ],
)
def test_free_text_looks_in_titles_summaries_and_makers(
    page: Page, words: str, expected: list[str]
) -> None:
    page.locator("[name=zoek]").fill(words)
    expect(page.locator(".finder tbody tr:visible")).to_have_count(len(expected))
    assert shown(page) == expected


def test_a_jump_within_the_page_leaves_what_is_being_typed(page: Page) -> None:
    page.evaluate(
        """() => {
          const field = document.querySelector("[name=zoek]");
          field.value = "kadefonds";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          location.hash = "tabel";
        }"""
    )
    page.wait_for_url("**/resultaten/?zoek=kadefonds*")
    assert shown(page) == ["Kadefonds"]


def test_enter_in_the_field_stays_there_where_all_is_in_view(page: Page) -> None:
    page.locator("[name=zoek]").fill("kadefonds")
    page.keyboard.press("Enter")
    expect(page.locator(".finder [role=status]")).to_have_text(f"1 van {TOTAL} resultaten")
    expect(page.locator("[name=zoek]")).to_be_focused()
    assert page.locator(".filter details").first.evaluate("box => box.open")


def test_nothing_found_says_so_and_offers_a_way_out(page: Page) -> None:
    page.locator("[name=zoek]").fill("zzzz")
    none = page.locator(".finder__none")
    expect(none).to_be_visible()
    assert shown(page) == []
    none.get_by_role("button").click()
    expect(page.locator(".finder tbody tr:visible")).to_have_count(TOTAL)
    expect(none).to_be_hidden()
    # The button is gone: who uses a keyboard goes on at what was found.
    expect(page.locator(".finder [role=status]")).to_be_focused()


def test_sorting_is_told_to_screen_readers(page: Page) -> None:
    titles = shown(page)
    assert titles == sorted(titles, key=str.casefold)
    page.locator("[name=sorteer]").select_option("voortgang")
    words = page.locator(".finder tbody tr:visible .badge").all_inner_texts()
    steps = [progress.label.nl.casefold() for progress in Progress]
    places = [steps.index(word.strip().casefold()) for word in words]
    assert places == sorted(places)
    assert len(set(places)) > 3
    sorted_by = page.locator("th[aria-sort]")
    expect(sorted_by).to_have_text("Voortgang")
    assert query(page) == {"sorteer": ["voortgang"]}


def test_a_shared_address_opens_filtered_in_either_language(
    page: Page, served_fixed_site: str
) -> None:
    deal = DELIVERABLES["city-deal-havensteden"]
    for folder, language in (("", LANGUAGES[0]), ("en/", LANGUAGES[1])):
        page.goto(f"{served_fixed_site}{folder}resultaten/?thema=water&voortgang=in-progress")
        assert shown(page) == [deal.version(language).title]


@pytest.mark.parametrize(
    "address", ["?thema=bestaat-niet", "?thema=<img src=x onerror=alert(1)>", "?x=y&sorteer=z"]
)
def test_values_that_do_not_exist_do_nothing(
    page: Page, served_fixed_site: str, address: str
) -> None:
    dialogs: list[str] = []

    def note_and_dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note_and_dismiss)
    page.goto(f"{served_fixed_site}resultaten/{address}")
    assert len(shown(page)) == TOTAL
    assert dialogs == []


def test_without_script_the_whole_table_stands_grouped_and_nothing_seems_to_work(
    chromium: Browser, served_fixed_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_fixed_site}resultaten/")
    assert page.locator(".finder tbody tr:visible").count() == TOTAL
    assert page.locator(".finder-group:visible").count() > 1
    assert page.locator("main :is(input, select, button):visible").count() == 0
    context.close()


def test_on_a_phone_the_filters_fold_away(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.reload()
    assert page.locator("[name=zoek]").is_hidden()
    page.locator(".filter__box > summary").click()
    assert page.locator("[name=zoek]").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_buttons_take_one_line_and_none_of_a_low_window(page: Page) -> None:
    buttons = page.locator(".filter__buttons")
    for height, position in ((700, "sticky"), (320, "static")):
        page.set_viewport_size({"width": 320, "height": height})
        page.reload()
        page.locator(".filter__box > summary").click()
        tops = buttons.locator("button").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().top)"
        )
        assert len(set(tops)) == 1
        assert buttons.evaluate("one => getComputedStyle(one).position") == position


@pytest.mark.parametrize("width", [320, 1440])
def test_only_long_words_of_the_table_are_cut(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for words in (".finder td > a", ".finder .badge"):
        rule = "one => getComputedStyle(one).hyphenateLimitChars"
        assert page.locator(words).first.evaluate(rule) in {"10 4 4", "18 6 6"}


def test_what_stands_below_the_filter_begins_at_the_edge_of_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    left = "one => one.getBoundingClientRect().left"
    assert page.locator(".page__foot").evaluate(left) == page.locator("h1").evaluate(left)


def test_a_scrollbar_counts_for_whether_the_filter_stands_beside_the_list(page: Page) -> None:
    page.set_viewport_size({"width": 1030, "height": 900})
    page.reload()
    box = page.locator(".filter__box")
    expect(box).to_have_attribute("open", "")
    restyle(page, "html { padding-inline-end: 15px; }")
    expect(box).not_to_have_attribute("open", "")
    box.locator("summary").click()
    page.locator("[name=thema][value=haven]").check()
    page.locator(".filter__show").click()
    expect(box).not_to_have_attribute("open", "")
    expect(page.locator(".finder [role=status]")).to_be_focused()


@pytest.mark.parametrize("width", [700, 1000])
def test_a_field_is_as_high_beside_a_long_list_of_boxes(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.reload()
    page.locator(".filter__box > summary").click()
    fields = page.locator(".filter :is([type=search], select)")
    heights = fields.evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert len(heights) == 3
    assert set(heights) == {44}

"""How pages look where room, light or means are few: a narrow window, paper, a finger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.taskforce.catalogue import Catalogue
from tests.browsing import SCROLLS_SIDEWAYS, restyle
from tests.conftest import Pages

LANGUAGES = ("", "en/")
EVENTS_OF_TREKKER = ("mijlpalen", "mijlpalen-van-het-thema")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def at_once(page: Page, *selectors: str) -> list[dict[str, float]]:
    """Return where things stand at one moment: a window that was resized is laid out in steps."""
    found: list[dict[str, float]] = page.evaluate(
        "names => names.map(name => document.querySelector(name).getBoundingClientRect().toJSON())",
        list(selectors),
    )
    return found


def test_a_wide_table_in_running_text_scrolls_by_itself_and_has_a_name(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    boxes = page.get_by_role("region")
    expect(boxes).to_have_count(1)
    expect(boxes).to_have_accessible_name("Tabellen (2)")
    shade = "box => getComputedStyle(box).backgroundImage"
    assert "gradient" in boxes.evaluate(shade), "that there is more is seen"
    page.emulate_media(forced_colors="active")
    assert boxes.evaluate(shade) == "none"
    page.emulate_media(forced_colors="none")
    boxes.focus()
    expect(boxes).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=boxes.element_handle())
    # A cell with much in it makes its column wide, not its row high and empty.
    cell = boxes.locator("td").last
    cell.evaluate("cell => { cell.textContent = 'woord '.repeat(40); }")
    page.set_viewport_size({"width": 321, "height": 800})
    expect(boxes).to_have_count(1)
    box = cell.bounding_box()
    assert box is not None
    assert 240 < box["width"] < 288
    assert box["height"] < 320
    # Where it fits, if need be with narrower columns, it is no stop on the way.
    for width in (1000, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        expect(boxes).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1440])
def test_no_date_is_split_and_no_line_begins_with_an_arrow_or_a_slash(
    page: Page, served_fixed_site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    whole = "all => all.every((one) => one.getClientRects().length <= 1)"
    tied = """all => all.every((one) => {
      const range = document.createRange();
      const bottom = (text, at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().bottom;
      };
      const before = one.querySelector(".as-of").lastChild;
      const arrow = [...one.childNodes].find(({ data }) => data?.includes("→"));
      const apart = bottom(before, before.length - 1) - bottom(arrow, arrow.data.indexOf("→"));
      return Math.abs(apart) < 8;
    })"""
    for address in ("", "en/", "resultaten/", "bronnen/", "en/bronnen/", "tijdlijn/"):
        page.goto(served_fixed_site + address)
        assert page.locator("time").evaluate_all(whole), address
        page.emulate_media(media="print")
        assert page.locator("time").evaluate_all(whole), f"{address} on paper"
        page.emulate_media(media="screen")
        assert page.locator(".standing__before:not(:has(.pill))").evaluate_all(tied), address
    cited = page.locator(".pill + .citation")
    apart = """([one]) => {
      const [pill, number] = [one.previousElementSibling, one.querySelector("a")];
      return Array.from({ length: 150 }, (_, step) => 220 + 2 * step).filter((width) => {
        one.parentElement.style.cssText = `display: block; width: ${width}px`;
        return number.getClientRects()[0].bottom - pill.getBoundingClientRect().bottom > 12;
      });
    }"""
    page.goto(f"{served_fixed_site}resultaten/city-deal-havensteden/")
    assert cited.count()
    assert cited.evaluate_all(apart) == []
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    sign = "all => all.map((one) => getComputedStyle(one, '::before').content)"
    assert set(page.locator(".path li").evaluate_all(sign)) == {"none"}


def test_in_forced_colours_code_has_an_edge_and_insertions_are_no_marks(
    page: Page, served_fixed_site: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    style = "(one, name) => getComputedStyle(one)[name]"
    assert page.locator("pre").first.evaluate(style, "borderTopStyle") == "solid"
    marked, inserted = (
        page.locator(f".prose {name}").first.evaluate(style, "backgroundColor")
        for name in ("mark", "ins")
    )
    assert marked != inserted


def test_in_forced_colours_all_marks_of_the_timeline_have_colours_of_the_system(
    page: Page, served_fixed_site: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{served_fixed_site}tijdlijn/")
    ink, ground = page.evaluate("""() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]""")
    fills = "all => all.map((one) => getComputedStyle(one).fill)"
    assert set(page.locator(".picture__shape").evaluate_all(fills)) == {ink, ground}


def test_no_heading_has_smaller_letters_than_the_text(page: Page, served_fixed_site: str) -> None:
    page.goto(f"{served_fixed_site}over/alles/")
    size = "all => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize)))"
    assert page.locator(".prose h6").count()
    headings = page.locator(".prose :is(h2, h3, h4, h5, h6)").evaluate_all(size)
    assert headings >= page.locator("body").evaluate_all(size)


def test_on_a_phone_a_line_of_a_mistake_fits_and_what_goes_on_stands_further_in(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served_fixed_site}over/opmaak/")
    starts = """(one, text) => {
      one.textContent = text;
      const range = document.createRange();
      range.selectNodeContents(one);
      const lines = Map.groupBy(range.getClientRects(), ({ top }) => top);
      return [...lines.values()].map(([{ left }]) => left);
    }"""
    code = page.locator(".prose > pre > code").first
    assert len(code.evaluate(starts, "  6 |   - progress: gepubliceerd")) == 1
    first, second = code.evaluate(starts, "summary: een langere regel in een bestand")
    assert second > first + 20
    titled = page.locator(".titled-code").first
    edge = "one => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft)"
    assert titled.locator("figcaption").evaluate(edge) == titled.locator("pre").evaluate(edge)


def test_as_of_stands_right_at_the_progress_that_it_dates(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(served_fixed_site)
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        gaps = page.locator(".home-delivered .standing").evaluate_all(
            """all => all.map((one) => {
              const badge = one.querySelector(".badge").getBoundingClientRect();
              const date = one.querySelector(".badge + .as-of").getBoundingClientRect();
              return date.top - badge.bottom;
            })"""
        )
        assert len(gaps) == 3
        assert max(gaps) < 8, width


def test_an_abbreviation_that_the_text_explains_is_not_explained_again(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}themas/water/")
    page.emulate_media(media="print")
    explaining = page.get_by_text("havenbedrijf (MHB)")
    assert "de MHB betaalde" in explaining.inner_text()
    assert explaining.locator("abbr").count() == 0


def test_on_paper_an_abbreviation_is_explained_once(page: Page, served_fixed_site: str) -> None:
    page.emulate_media(media="print")
    explanation = "(one) => getComputedStyle(one, '::after').content"
    for address in ("themas/haven/", "en/themas/haven/", "over/lopende-tekst/"):
        page.goto(served_fixed_site + address)
        explained = page.locator("article abbr, .prose abbr")
        assert explained.count() > 0, address
        words = explained.all_inner_texts()
        assert len(set(words)) == len(words), address
        for number in range(explained.count()):
            assert explained.nth(number).evaluate(explanation) != "none", address


def test_on_paper_nothing_is_closed_and_afterwards_all_is_as_it_was(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    opened = "[...document.querySelectorAll('.prose details')].map((box) => box.open)"
    before = page.evaluate(opened)
    assert {*before} == {True, False}
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert {*page.evaluate(opened)} == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == before


def test_on_paper_the_foot_of_the_home_page_stands_at_the_edge(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(served_fixed_site)
    page.emulate_media(media="print")
    left = "one => one.getBoundingClientRect().left"
    foot = page.locator(".page__foot")
    assert foot.evaluate(left) == page.locator("h1").evaluate(left)
    assert foot.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_on_paper_a_table_that_scrolls_in_a_window_is_not_cut_off(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served_fixed_site}over/lopende-tekst/")
    expect(page.get_by_role("region")).to_have_count(1)
    page.emulate_media(media="print")
    # Before the next frame, in which the table would be seen to fit: nobody sees that on paper.
    hidden = page.evaluate("""() => {
      const box = document.querySelector("[role=region]");
      for (const { cells: [first] } of box.querySelectorAll("tr")) {
        first.after(first.cloneNode(true));
        first.textContent = "Enkele woorden over de gemeente";
      }
      document.body.style.width = "174mm";
      return box.scrollWidth - box.clientWidth;
    }""")
    assert hidden == 0


def test_on_paper_nothing_stands_in_a_container_in_which_firefox_prints_nothing(
    page: Page, served_fixed_site: str
) -> None:
    """tests/test_engines.py prints with Firefox itself."""
    page.goto(f"{served_fixed_site}resultaten/")
    page.emulate_media(media="print")
    contained = """() => [...document.querySelectorAll("*")]
      .filter((one) => getComputedStyle(one).containerType !== "normal").length"""
    assert page.evaluate(contained) == 0
    hidden = page.evaluate("""() => {
      document.body.style.width = "174mm";
      const box = document.querySelector(".finder .table-wrap");
      return box.scrollWidth - box.clientWidth;
    }""")
    assert hidden == 0


def test_on_paper_a_term_stands_with_its_explanation(page: Page, served_fixed_site: str) -> None:
    page.goto(f"{served_fixed_site}begrippen/")
    page.emulate_media(media="print")
    kept = "one => getComputedStyle(one).breakAfter"
    assert page.locator(".prose dt").first.evaluate(kept) == "avoid"


def test_home_shows_no_milestone_that_was_still_to_come(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    future = [
        event for event in fixed_catalogue.timeline if event not in fixed_catalogue.past_events
    ]
    assert future, "the site has one, or this test says nothing"
    for event in future:
        seen = fixed_catalogue.sources[event.milestone.source].seen
        assert event.milestone.date.earliest > seen.latest
    for address in ("", "en"):
        shown = [
            str(time["datetime"]) for time in fixed_pages[address].select(".home-new li > time")
        ]
        assert shown == [str(event.milestone.date) for event in fixed_catalogue.past_events[:3]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_has_three_ways_in_on_the_first_screen_of_a_phone(
    page: Page, served_fixed_site: str, language: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served_fixed_site + language)
    ways = page.locator(".home-ways a")
    expect(ways).to_have_count(3)
    for way, folder in zip(ways.all(), ("zoeken", "resultaten", "trekkers"), strict=True):
        expect(way).to_be_in_viewport(ratio=1)
        assert str(way.get_attribute("href")).rstrip("/").endswith(folder)


def test_home_says_what_it_is_and_of_which_years(fixed_pages: Pages) -> None:
    for address, words in (("", "Onafhankelijk naslagwerk"), ("en", "Independent reference work")):
        kind = fixed_pages[address].select_one(".home-kind")
        assert kind is not None
        assert kind.get_text().startswith(words)
        # All that is certain of the taskforce of the fixed site is of one year.
        assert kind.get_text().endswith(" · 2021")


def test_of_four_themes_none_stands_alone(page: Page, served_fixed_site: str) -> None:
    page.goto(served_fixed_site)
    themes = page.locator(".home-themes li")
    assert themes.count() == 4
    for width, in_a_row in ((700, 2), (980, 2), (1024, 4), (1440, 4)):
        page.set_viewport_size({"width": width, "height": 800})
        tops = themes.evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom)")
        assert sorted(map(tops.count, tops)) == [in_a_row] * 4, width


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_leads_from_what_was_asked_to_what_came_of_it(
    page: Page, served_fixed_site: str, language: str
) -> None:
    page.goto(served_fixed_site + language)
    (link,) = page.locator(".home-asks > p a").all()
    link.click()
    page.wait_for_url(f"**/{language}organisaties/taskforce/#antwoorden")
    expect(page.locator("h2[id=antwoorden]")).to_be_in_viewport()


def test_who_has_no_mouse_is_not_told_to_point(chromium: Browser, served_fixed_site: str) -> None:
    devices: list[tuple[bool, dict[str, Any]]] = [
        (True, {}),
        (False, {"has_touch": True, "is_mobile": True}),
    ]
    for seen, options in devices:
        context = chromium.new_context(viewport={"width": 1024, "height": 768}, **options)
        page = context.new_page()
        page.goto(served_fixed_site)
        assert page.locator(".picture__hint--hover").is_visible() is seen
        page.emulate_media(media="print")
        assert not page.locator(".picture__hint--hover").is_visible()
        context.close()


def test_keys_are_told_when_there_is_something_to_go_through(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(served_fixed_site)
    page.keyboard.press("/")
    keys = page.locator(".search__keys")
    expect(keys).to_be_hidden()
    page.keyboard.insert_text("haven")
    expect(keys).to_be_visible()
    page.locator("dialog.search [name=q]").fill("qqqqqq")
    expect(page.locator("dialog.search [role=status]")).to_contain_text("Niets gevonden.")
    expect(keys).to_be_hidden()


def test_sources_stand_under_their_publisher(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for address in ("bronnen", "en/bronnen"):
        article = fixed_pages[address].select_one(".prose")
        assert article is not None
        groups = [heading.get_text() for heading in article.select("h2")]
        *publishers, _ = groups
        assert publishers == ["De Kustbode"]
        for heading in article.select("h2")[:-1]:
            listed = heading.find_next_sibling("div")
            assert listed is not None
            items = listed.select("li")
            assert items
            for item in items:
                assert heading.get_text() not in item.get_text().partition("(")[0], address
        assert len(article.select(".sources li")) == len(fixed_catalogue.sources)


def test_a_copy_is_told_in_the_language_of_the_page(fixed_pages: Pages) -> None:
    for address, words in (("bronnen", "kopie op"), ("en/bronnen", "copy on")):
        assert f" ({words} niemand.example.org)" in fixed_pages.text(address)


def test_a_copy_in_a_web_archive_stands_beside_the_source(fixed_pages: Pages) -> None:
    for address, words in (("bronnen", "kopie in een webarchief"), ("en/bronnen", "copy in a web")):
        (link,) = fixed_pages[address].select(".sources a[href^='https://archief.example.org/']")
        assert link.get_text().startswith(words)
        assert link.parent is not None
        assert "Een bron die geen enkele pagina noemt" in link.parent.get_text()


def test_the_answer_comes_before_the_facts(fixed_pages: Pages) -> None:
    seen = 0
    for address in fixed_pages.addresses():
        prose = fixed_pages[address].select_one(".prose:has(> .facts)")
        if prose is None or address.endswith("themas"):
            continue
        first = prose.find(["p", "dl", "h2"])
        assert first is not None
        assert first.name == "p", address
        assert first.get_text().strip(), address
        seen += 1
    assert seen > 30


def test_a_theme_says_once_who_leads_it_and_what_came_of_it(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    for theme in fixed_catalogue.themes.values():
        page = fixed_pages[f"themas/{theme.slug}"]
        added = page.select(".facts a, .ledger a")
        pages = [item.trekker.slug for item in fixed_catalogue.leads_of_theme(theme.slug)]
        pages += [item.slug for item in fixed_catalogue.deliverables_of_theme(theme.slug)]
        for slug in pages:
            links = [link for link in added if str(link["href"]).endswith(f"/{slug}/")]
            assert len(links) == 1, (theme.slug, slug)


def test_what_a_trekker_did_comes_before_what_happened_to_the_theme(fixed_pages: Pages) -> None:
    page = fixed_pages["trekkers/jan-t-hart"]
    own, of_theme = (page.select_one(f"h2[id='{name}']") for name in EVENTS_OF_TREKKER)
    assert own is None  # he has none of his own
    assert of_theme is not None
    assert of_theme.get_text() == "Mijlpalen van het thema"
    page = fixed_pages["trekkers/anna-van-den-berg"]
    own, of_work = (page.select_one(f"h2[id='{name}']") for name in EVENTS_OF_TREKKER)
    assert own is not None
    assert of_work is not None
    assert of_work.get_text() == "Mijlpalen bij dit werk"
    listed = own.find_next_sibling(class_="timeline")
    assert listed is not None
    assert [item.get_text() for item in listed.select("li > time")] == ["1 juni 2022"]
    assert of_work in own.find_all_next("h2")


def test_beside_the_text_one_can_follow_take_along_report_and_cite(
    page: Page, served_fixed_site: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served_fixed_site}themas/haven/")
    about = page.locator(".about")
    for words, end in (
        ("Feed (RSS)", "themas/haven/feed.xml"),
        ("Agenda", "data/mijlpalen.ics"),
        ("Hele site als pdf", "over/alles.pdf"),
        ("Open data", "over/open-data/"),
    ):
        address = about.get_by_role("link", name=words).evaluate("(link) => link.href")
        assert address == served_fixed_site + end
    text, card = at_once(page, ".prose", ".about")
    assert card["x"] >= text["x"] + text["width"]
    about.get_by_role("button", name="Kopieer").click()
    expect(about.get_by_role("status")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == about.locator("cite").inner_text()
    # Where nothing may be copied, it can be by hand.
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    about.get_by_role("button", name="Kopieer").click()
    page.wait_for_function(f"getSelection().toString().trim() === {copied!r}")
    page.evaluate("() => { window.print = () => { document.title = 'afgedrukt'; }; }")
    about.locator("[data-prints]").click()
    assert page.title() == "afgedrukt"
    page.set_viewport_size({"width": 768, "height": 800})
    text, card = at_once(page, ".prose", ".about")
    assert card["y"] >= text["y"] + text["height"]


def test_without_script_the_words_to_cite_are_there_and_no_button(
    chromium: Browser, served_fixed_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_fixed_site}themas/haven/")
    expect(page.locator(".cite__text")).to_be_visible()
    expect(page.locator(".about button:visible")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("script", ["page", "search"])
def test_where_a_script_does_not_arrive_the_page_is_as_without(
    page: Page, served_fixed_site: str, script: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.route(f"**/js/{script}.js", lambda route: route.abort())
    page.goto(f"{served_fixed_site}zoeken/?q=haven")
    expect(page.locator(".site-nav")).to_be_visible()
    expect(page.locator(".without-js").first).to_be_visible()
    expect(page.locator(".needs-js:visible")).to_have_count(0)


LARGE = "html { font-size: 200% !important; }"


def test_with_large_letters_the_header_leaves_a_phone_to_the_page(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(served_fixed_site)
    restyle(page, LARGE)
    header = page.locator(".site-header").bounding_box()
    assert header is not None
    assert header["height"] < 740 / 3


def test_with_large_letters_contents_do_not_stand_open_above_the_text(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}themas/haven/")
    box = page.locator(".toc__box")
    expect(box).to_have_attribute("open", "")
    restyle(page, LARGE)
    expect(box).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [320, 360])
def test_with_large_letters_what_a_cell_holds_has_room_on_a_phone(
    page: Page, served_fixed_site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{served_fixed_site}resultaten/")
    restyle(page, LARGE)
    hidden = page.locator(".finder .table-wrap").evaluate(
        "box => box.scrollWidth - box.clientWidth"
    )
    assert hidden == 0


@pytest.mark.parametrize("width", [640, 768])
def test_with_large_letters_what_is_said_of_a_milestone_stays_on_the_page(
    page: Page, served_fixed_site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{served_fixed_site}resultaten/city-deal-havensteden/")
    assert page.locator(".timeline .pill + .citation").count()
    restyle(page, LARGE)
    assert page.evaluate(SCROLLS_SIDEWAYS) == ""


SIZES = """() => Object.fromEntries([...document.querySelectorAll("body *")]
  .map((one, number) => [number, one])
  .filter(([, one]) => !one.closest("svg, dialog, .visually-hidden") && one.checkVisibility()
    && [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .map(([number, one]) => [number, [one.textContent.trim().slice(0, 20),
    parseFloat(getComputedStyle(one).fontSize)]]))"""


@pytest.mark.parametrize("address", ["", "themas/haven/", "resultaten/", "over/lopende-tekst/"])
def test_letters_can_be_twice_as_large(page: Page, served_fixed_site: str, address: str) -> None:
    """WCAG 2.2, 1.4.4: by larger letters alone, and by zooming, which halves the window."""
    page.goto(f"{served_fixed_site}{address}")
    before = page.evaluate(SIZES)
    restyle(page, LARGE)
    after = page.evaluate(SIZES)
    # What folds for want of room is not there to be read.
    sizes = [(*before[number], size) for number, (_, size) in after.items() if number in before]
    assert len(sizes) > 0.7 * len(before) > 20
    assert [one for one in sizes if one[2] < 2 * one[1] - 0.01] == []
    title = page.locator("h1").bounding_box()
    text = page.locator(".prose p").first.bounding_box()
    assert title is not None
    assert text is not None
    # Columns beside one another give way before their words do.
    assert min(title["width"], text["width"]) > 640
    page.goto(f"{served_fixed_site}{address}")
    page.set_viewport_size({"width": 640, "height": 400})
    for selector in ("h1", ".wordmark strong", ".prose p"):
        size = f"getComputedStyle(document.querySelector('{selector}')).fontSize"
        narrow = page.evaluate(size)
        page.set_viewport_size({"width": 1280, "height": 800})
        assert narrow == page.evaluate(size), selector
        page.set_viewport_size({"width": 640, "height": 400})


def test_a_title_of_one_long_word_is_not_cut_on_a_narrow_window(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served_fixed_site}themas/haven/")
    title = page.locator("h1")
    title.evaluate("(title) => { title.textContent = 'Overdrachtsdocument'; }")
    box = title.bounding_box()
    assert box is not None
    assert box["height"] < 26 * 1.5


@pytest.mark.parametrize("width", [320, 700])
def test_of_a_title_only_a_word_that_may_not_fit_on_a_line_is_cut(
    page: Page, served_fixed_site: str, width: int
) -> None:
    """Of the browsers here only Firefox and WebKit can cut words, so this asks for the rule."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served_fixed_site)
    title = page.locator("h1")
    words = title.inner_text().split()
    rule = "title => parseInt(getComputedStyle(title).hyphenateLimitChars)"
    shortest = int(title.evaluate(rule))
    assert max(map(len, words)) < shortest
    in_a_row = page.locator(".home-delivered li > a").first
    assert int(in_a_row.evaluate(rule)) == shortest
    room = title.bounding_box()
    assert room is not None
    title.evaluate("(title, word) => { title.textContent = word; }", "n" * (shortest - 1))
    box = title.bounding_box()
    assert box is not None
    assert box["height"] < 0.7 * room["height"], "the longest word that is never cut fits on a line"
    restyle(page, LARGE)
    page.set_viewport_size({"width": 319, "height": 800})
    assert int(title.evaluate(rule)) == 10


def test_a_gable_stands_on_the_line_of_the_name_of_its_theme(
    page: Page, served_fixed_site: str
) -> None:
    page.goto(f"{served_fixed_site}resultaten/")
    gaps = page.locator("td[data-label] > .gable").evaluate_all(
        """all => all.flatMap((one) => {
          const cell = one.closest("td");
          const widths = Array.from({ length: 60 }, (_, step) => 140 + 3 * step);
          return widths.map((width) => {
            cell.style.cssText = `display: block; width: ${width}px`;
            const name = one.nextElementSibling.getClientRects()[0];
            return Math.abs(one.getClientRects()[0].top - name.top);
          });
        })"""
    )
    assert len(gaps) > 200
    assert max(gaps) < 10


def test_what_stands_beside_the_text_ends_where_the_page_ends(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    for address, has_contents in (("over/contact/", False), ("themas/haven/", True)):
        page.goto(f"{served_fixed_site}{address}")
        assert bool(page.locator(".toc").count()) is has_contents
        text, card, bar = at_once(page, ".prose", ".about", ".site-header__bar")
        assert card["x"] + card["width"] == pytest.approx(bar["x"] + bar["width"], abs=1)
        assert card["x"] - (text["x"] + text["width"]) == pytest.approx(60, abs=1)


def test_a_scrollbar_leaves_all_of_the_home_page_in_line(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto(served_fixed_site)
    restyle(page, "html { padding-inline-end: 40px; }")  # this Chromium has none that takes room
    title, delivered, new, bar = at_once(
        page, "h1", ".home-delivered > h2", ".home-new > .timeline", ".site-header__bar"
    )
    assert delivered["x"] == pytest.approx(title["x"], abs=1)
    assert new["x"] + new["width"] == pytest.approx(bar["x"] + bar["width"], abs=1)


def test_on_a_phone_what_a_filter_finds_is_seen_while_one_chooses(
    page: Page, served_fixed_site: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{served_fixed_site}resultaten/")
    page.locator(".filter__box > summary").click()
    for theme in ("haven", "water"):
        option = page.locator(f"[name=thema][value={theme}]")
        option.check()
        show = page.locator(".filter__show")
        expect(show).to_be_in_viewport(ratio=1)
        found = page.locator(".finder tbody tr:not([hidden])").count()
        expect(show).to_contain_text(f"Toon {found} van ")
    show.click()
    expect(page.locator(".finder [role=status]")).to_be_in_viewport(ratio=1)
    expect(page.locator(".finder tbody tr:visible").first).to_be_in_viewport()


def test_every_page_but_the_search_says_how_to_cite_it(fixed_pages: Pages) -> None:
    for address in fixed_pages.addresses():
        has_own_title = bool(fixed_pages[address].select(".page--own"))
        expected = not address.endswith("zoeken") and not has_own_title
        assert bool(fixed_pages[address].select(".cite")) is expected, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_finds_a_problem_finds_where_to_report_it(fixed_pages: Pages, language: str) -> None:
    page = fixed_pages[f"{language}over/toegankelijkheid"]
    links = [str(link["href"]) for link in page.select(".prose a[href]")]
    assert any(link.endswith("/issues") for link in links)

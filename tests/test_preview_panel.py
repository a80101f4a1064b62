"""The panel of the preview in a browser: in view, in reach, put away and back with what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import Browser, Page, expect

from hooks.engine.panel import Refused
from hooks.engine.policy import POLICY
from hooks.taskforce.languages import Text
from hooks.taskforce.problems import Place
from hooks.taskforce.rules.fields import UNKNOWN_KEY
from tests.axe import violations
from tests.test_engine_serving import Site, previewed

PAGE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Pagina</title>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"></head>'
    '<body><main><h1>Pagina</h1><p>{}</p><svg width="9" height="3000"></svg>'
    '<a href="#x">de laatste link</a></main></body></html>'
)


def refused(count: int) -> Refused:
    meant = Text(nl="bedoelde je ‘title’?", en="did you mean ‘title’?")
    places = [
        Place(f"docs/resultaten/een-heel-lange-naam-{line}.md", line) for line in range(count)
    ]
    return Refused(
        "",
        [
            UNKNOWN_KEY.problem(one, "titel", "titel: x", value="titel", instead=meant)
            for one in places
        ],
    )


Open = Callable[[int, int], tuple[Page, LiveReloadServer]]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path / "site")
    made.page = PAGE
    return made


@pytest.fixture
def visit(site: Site, tmp_path: Path, chromium: Browser) -> Iterator[Open]:
    (tmp_path / "package").mkdir()
    with previewed(site, tmp_path / "package") as server:
        context = chromium.new_context()
        page = context.new_page()
        messages: list[str] = []
        page.on(
            "console", lambda said: messages.append(said.text) if said.type == "error" else None
        )

        def opened(width: int, height: int) -> tuple[Page, LiveReloadServer]:
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/sub/")
            return page, server

        yield opened
        context.close()
        assert not [text for text in messages if "404" not in text], messages


@pytest.mark.parametrize(("width", "height"), [(320, 568), (1280, 800), (320, 200)])
def test_it_stays_in_view_and_everything_in_reach(
    width: int, height: int, site: Site, visit: Open
) -> None:
    page, server = visit(width, height)
    expect(page.locator(".preview-panel")).to_have_count(0)
    site.failure = refused(30)
    server.builder()
    page, _ = visit(width, height)
    panel = page.get_by_role("region", name="30 problemen houden publicatie tegen")
    expect(panel.get_by_role("listitem")).to_have_count(30)
    page.mouse.wheel(0, 1500)
    # A function: an expression is evaluated at each look, which the policy forbids from the second.
    page.wait_for_function("() => scrollY > 1000")
    for part in (panel.get_by_role("heading"), panel.get_by_role("button", name="Sluiten")):
        expect(part).to_be_in_viewport(ratio=0.95)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # By keyboard: the list can be scrolled, and no link is hidden below the panel.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(panel.get_by_role("list")).to_be_focused()
    page.keyboard.press("End")
    expect(panel.get_by_role("code").last).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="de laatste link")
    expect(link).to_be_focused()
    page.wait_for_function(
        """([link, panel]) => link.getBoundingClientRect().bottom
          <= panel.getBoundingClientRect().top""",
        arg=[link.element_handle(), panel.element_handle()],
    )


def test_it_is_put_away_for_these_problems_and_comes_back_with_others(
    site: Site, visit: Open
) -> None:
    site.failure = refused(2)
    page, server = visit(1280, 800)
    server.builder()
    page.reload()
    page.get_by_role("button", name="Sluiten").press("Enter")
    expect(page.locator(".preview-panel")).to_be_hidden()
    server.builder()
    page.reload()
    expect(page.locator("[data-preview]")).to_have_count(1)
    expect(page.locator(".preview-panel")).to_be_hidden()
    site.failure = refused(3)
    server.builder()
    page.reload()
    expect(page.locator(".preview-panel")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".preview-panel")).to_be_hidden()


def test_a_page_that_waits_for_the_first_good_site_shows_it_by_itself(
    site: Site, tmp_path: Path, chromium: Browser
) -> None:
    (tmp_path / "package").mkdir()
    site.failure = Abort("what is wrong")
    with previewed(site, tmp_path / "package") as server:
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/sub/")
        expect(page.get_by_role("region")).to_contain_text("what is wrong")
        assert violations(page) == []
        site.failure = None
        server.builder()
        with server._epoch_cond:
            server._wanted_epoch += 1
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()
        expect(page.get_by_role("heading", name="Pagina")).to_be_visible()
        expect(page.get_by_role("region")).to_have_count(0)
        page.close()

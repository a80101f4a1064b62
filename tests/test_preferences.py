"""The site for who has set a browser to need: keyboard, wide text, own colours, rest, no script.

WCAG 1.4.10 and 1.4.12 (reflow, text spacing), 1.4.11 and 2.4.7 (the focus ring), 2.3.3 (motion).
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from hooks.taskforce.languages import SOURCE_LANGUAGE
from tests.page_kinds import NOT_FOUND, page_kinds

TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 lets people set."""

TOO_WIDE = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
    .slice(0, 3).map((one) => one.outerHTML.slice(0, 120));
}"""

CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((one) => {
  const { overflowX, overflowY, clipPath, position } = getComputedStyle(one);
  const isForEarsOnly = clipPath !== "none" && position === "absolute";
  const isCut = (overflow, needs, has) => ["hidden", "clip"].includes(overflow) && needs > has + 2;
  return !isForEarsOnly && !one.closest("svg") && one.textContent.trim() && one.checkVisibility()
    && (isCut(overflowX, one.scrollWidth, one.clientWidth)
      || isCut(overflowY, one.scrollHeight, one.clientHeight));
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Finds boxes that hide a part of their own text."""

MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const seconds = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
  return seconds.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""

# Of each kind of control one: what its element and that around it are called.
CONTROLS = """() => {
  const kinds = new Map();
  const name = (one) => `${one.tagName}.${one.getAttribute("class") ?? ""}[${one.type ?? ""}]`;
  for (const one of document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    const isShown = one.checkVisibility({ visibilityProperty: true }) || one.matches(".skip");
    if (!isShown || one.disabled || one.closest("[inert], dialog:not([open])")) continue;
    const ground = one.closest("header, footer, [class]:not(a)");
    const kind = `${name(one)} in ${ground ? name(ground) : ""}`;
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  window.controls = [...kinds.values()];
  return [...kinds.keys()];
}"""
EDGE = """(one) => [...(one.querySelector(".picture__target") ?? one).getClientRects()]
  .reduce((sum, box) => sum + 2 * (box.width + box.height), 0)"""
"""Gives the length of the edge of a control, in CSS pixels."""

Scheme = Literal["light", "dark"]
Colour = tuple[int, int, int]


@contextmanager
def opened(chromium: Browser, **settings: Any) -> Iterator[Page]:
    context = chromium.new_context(**{"reduced_motion": "reduce"} | settings)
    yield context.new_page()
    context.close()


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, Definitions)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, Definitions)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def picture(page: Page, **part: Any) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot(**part))).convert("RGB")


def pixels(image: Image.Image) -> list[Colour]:
    """Return the pixels of a picture, row after row."""
    return cast(list[Colour], list(image.get_flattened_data()))


def changed(before: list[Colour], after: list[Colour]) -> int:
    """Return how many pixels differ by a contrast of 3 or more."""
    pairs = Counter(pair for pair in zip(before, after, strict=True) if pair[0] != pair[1])
    return sum(number for pair, number in pairs.items() if contrast(*pair) >= 3)


def shown_focus(page: Page, control: Locator | Any) -> float:
    """Return how much of a ring of one pixel is drawn, at least, when a control has the focus."""
    control.scroll_into_view_if_needed()
    control.focus()
    box = control.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    left, top = max(0, box["x"] - 6), max(0, box["y"] - 6)
    clip = {
        "x": left,
        "y": top,
        "width": min(box["x"] + box["width"] + 6, size["width"]) - left,
        "height": min(box["y"] + box["height"] + 6, size["height"]) - top,
    }
    edge = control.evaluate(EDGE)
    with_focus = pixels(picture(page, clip=clip))
    page.evaluate("() => document.activeElement.blur()")
    return changed(pixels(picture(page, clip=clip)), with_focus) / float(edge)


@pytest.mark.parametrize(("scheme", "language"), [("light", "nl"), ("dark", "en")])
def test_focus_can_be_seen_on_every_kind_of_control(
    scheme: Scheme, language: str, chromium: Browser, built_site: Path, served_site: str
) -> None:
    met: dict[str, float] = {}
    with opened(chromium, color_scheme=scheme, viewport={"width": 1280, "height": 900}) as page:
        for kind in page_kinds(built_site):
            if kind.language != language and kind.address != NOT_FOUND:
                continue
            page.goto(f"{served_site}{kind.address}")
            page.evaluate("() => document.fonts.ready")
            page.keyboard.press("Tab")  # so that the browser knows of a keyboard
            for number, name in enumerate(page.evaluate(CONTROLS)):
                if name not in met:
                    control = page.evaluate_handle(f"() => window.controls[{number}]").as_element()
                    met[name] = shown_focus(page, control)
    assert len(met) > 40
    assert {name: share for name, share in met.items() if share < 1} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_can_be_set_wider_on_the_narrowest_screen(
    language: str, chromium: Browser, built_site: Path, served_site: str
) -> None:
    wrong = {}
    # The policy of the site forbids what this puts in; what people use is outside the page.
    with opened(chromium, viewport={"width": 320, "height": 640}, bypass_csp=True) as page:
        for kind in page_kinds(built_site):
            if kind.language != language:
                continue
            page.goto(f"{served_site}{kind.address}")
            page.add_style_tag(content=TEXT_SPACING)
            menu = page.locator("[data-menu-button]")
            menu.click()
            faults = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT_OFF)]
            menu.click()
            wrong[kind.address] = [*faults, *page.evaluate(TOO_WIDE)]
    assert {address: faults for address, faults in wrong.items() if faults} == {}


def test_nothing_moves_for_who_asks_for_rest(
    chromium: Browser, built_site: Path, served_site: str
) -> None:
    with opened(chromium) as page:
        for kind in page_kinds(built_site):
            if kind.language == SOURCE_LANGUAGE:
                page.goto(f"{served_site}{kind.address}")
                assert page.evaluate(MOVES) == [], kind
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVES) != [], "this test sees what moves"


INK = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY];
  })
  .filter(([left, top, right, bottom]) => right - left > 4 && bottom - top > 4)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_and_edges_survive_colours_of_ones_own(
    scheme: Scheme, chromium: Browser, built_site: Path, served_site: str
) -> None:
    """High contrast takes away grounds and shadows, and so what was drawn with these."""
    settings = {"forced_colors": "active", "color_scheme": scheme}
    with opened(chromium, viewport={"width": 360, "height": 800}, **settings) as page:
        for address in ("", "resultaten/", "themas/mkb/", "over/controle/"):
            page.goto(f"{served_site}{address}")
            page.evaluate("() => document.fonts.ready")
            boxes = page.evaluate(
                INK, "button svg, summary svg, .badge, .site-header button, input"
            )
            assert len(boxes) >= 3, address
            whole = picture(page, full_page=True)
            for box in boxes:
                colours = Counter(pixels(whole.crop(tuple(box))))
                ground = colours.most_common(1)[0][0]
                assert any(contrast(colour, ground) >= 3 for colour in colours), (address, box)


HIDDEN = """() => [...document.querySelectorAll("main :is(h2, h3, p, li, td, dd)")]
  .filter((one) => one.textContent.trim() && !one.checkVisibility()
    && !one.closest("details, .finder__none, .needs-js, .picture"))
  .map((one) => one.outerHTML.slice(0, 120))"""


def test_every_page_is_whole_without_script(
    chromium: Browser, built_site: Path, served_site: str
) -> None:
    small = {"viewport": {"width": 360, "height": 700}}
    text = "() => document.querySelector('h1').closest('main').innerText"
    with (
        opened(chromium, java_script_enabled=False, **small) as plain,
        opened(chromium, **small) as enhanced,
    ):
        for kind in page_kinds(built_site):
            plain.goto(f"{served_site}{kind.address}")
            assert plain.evaluate(HIDDEN) == [], kind
            for link in plain.locator(".site-nav a").all():
                assert link.is_visible(), (kind, link.inner_text())
            # What does nothing without script is not there; what took its place is.
            for button in plain.locator("header button, main button").all():
                assert not button.is_visible(), (kind, button.inner_text())
            assert plain.locator("header a[href$='zoeken/']").first.is_visible(), kind
            if kind.kind in {"theme", "trekker", "deliverable", "text"}:
                enhanced.goto(f"{served_site}{kind.address}")
                assert plain.evaluate(text) == enhanced.evaluate(text), kind

"""The site for who has set a browser to colours of their own.

What a browser is told of wide text, rest or no script is looked at on the tour (tests/tour/).
"""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.tour.pixels import colours, contrast, picture

INK = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY];
  })
  .filter(([left, top, right, bottom]) => right - left > 4 && bottom - top > 4)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_and_edges_survive_colours_of_ones_own(
    scheme: Literal["light", "dark"], chromium: Browser, served_fixed_site: str
) -> None:
    """High contrast takes away grounds and shadows, and so what was drawn with these."""
    page = chromium.new_page(
        viewport={"width": 360, "height": 800}, forced_colors="active", color_scheme=scheme
    )
    for address in ("", "resultaten/", "themas/haven/", "over/controle/"):
        page.goto(f"{served_fixed_site}{address}")
        page.evaluate("() => document.fonts.ready")
        boxes = page.evaluate(INK, "button svg, summary svg, .badge, .site-header button, input")
        assert len(boxes) >= 3, address
        whole = picture(page, full_page=True)
        for box in boxes:
            found = colours(whole.crop(tuple(box)))
            ground = max(found, key=lambda colour: found[colour])
            assert any(contrast(colour, ground) >= 3 for colour in found), (address, box)
    page.close()


def test_a_choice_of_colours_is_kept_until_the_system_has_the_same(
    chromium: Browser, served_fixed_site: str
) -> None:
    page = chromium.new_page(color_scheme="light")
    page.goto(served_fixed_site)
    switch = page.locator("[data-scheme-switch]")
    chosen = "[document.documentElement.dataset.scheme, localStorage.scheme]"

    def shows(scheme: str, choice: str | None) -> None:
        expect(switch).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
        assert page.evaluate(chosen) == [choice, choice]

    shows("light", None)
    switch.click()
    shows("dark", "dark")
    page.reload()
    shows("dark", "dark")
    page.emulate_media(color_scheme="dark")
    shows("dark", "dark")
    switch.click()
    shows("light", "light")
    switch.click()
    shows("dark", None)
    page.emulate_media(color_scheme="light")
    shows("light", None)
    page.close()

"""What axe-core finds wrong on the pages: nothing.

Every page that stands for its kind is looked at narrow and wide, and every kind light and dark at
both widths: colours do not follow the language, so the Dutch page takes the one and the English
page the other. A state is looked at where it is first met. `make audit` looks at all of it in all
combinations, with a newer axe.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from hooks.taskforce.languages import SOURCE_LANGUAGE
from hooks.taskforce.vocabulary import Overview
from tests import axe
from tests.browsing import states
from tests.page_kinds import NOT_FOUND, PageOfKind, kind_with, page_kinds

Scheme = Literal["light", "dark"]
NARROW, WIDE = 320, 1440


def schemes(page: PageOfKind, width: int) -> list[Scheme]:
    """Return the colours in which a page is looked at, at this width."""
    if page.address == NOT_FOUND:
        return ["light", "dark"]
    return ["light" if (page.language == SOURCE_LANGUAGE) == (width == NARROW) else "dark"]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing(
    width: int, built_site: Path, served_site: str, chromium: Browser
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    found: dict[str, list[str]] = {}
    met: set[tuple[str, Scheme]] = set()
    for kind in page_kinds(built_site):
        for scheme in schemes(kind, width):
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{served_site}{kind.address}")
            for state in states(page, with_frame=kind.kind == kind_with(Overview.HOME)):
                if state == "as it loads" or (state, scheme) not in met:
                    met.add((state, scheme))
                    where = f"{kind.address or 'index.html'} ({state}, {scheme})"
                    found[where] = axe.violations(page)
    context.close()
    assert {where: faults for where, faults in found.items() if faults} == {}
    expected = {
        *("skip link focused", "abbreviation focused", "details open"),
        *("filter used", "filter without results", "colours switched"),
        *("search open", "search results"),
        "menu open" if width == NARROW else "picture focused",
    }
    assert met >= {(state, scheme) for state in expected for scheme in ("light", "dark")}


def test_axe_sees_what_is_wrong(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(
        """<html lang="nl"><title>Fout</title><main><h1>Fout</h1>
        <p style="color: #888; background: #fff">Vaag</p><img src="data:,">
        <a href="#a" style="font-size: 9px">a</a><a href="#b" style="font-size: 9px">b</a>"""
    )
    rules = {fault.partition(":")[0] for fault in axe.violations(page)}
    page.close()
    assert rules >= {"color-contrast", "image-alt", "target-size"}

"""The tour finds what it looks for: each thing on a page that has all of it wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.conftest import serving
from tests.page_kinds import PageOfKind
from tests.tour.rounds import Tour, go

pytestmark = pytest.mark.depth
"""A test of tests, which seldom change."""

LINKS = "".join(f'<a href="#{number}">Naar {number}</a>\n' for number in range(12))
PAGE = f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="style-src 'self'">
<title>Fout</title>
<link rel="stylesheet" href="wrong.css">
<script src="wrong.js"></script>
</head>
<body>
<header><a class="skip" href="#elders">Sla over</a><a href="#menu">Menu</a></header>
<main>
<h1>Fout</h1>
<p class="pale">Vaag</p>
<p class="cut">Een regel die niet meer past zodra letters en woorden verder uit elkaar staan.</p>
<p style="color: red">Rood</p>
<p hidden>Alleen met script</p>
<img src="weg.png"><img src="https://example.com/pixel.png" alt="">
<div class="table-wrap"><table><tr><td class="wide">Breed</td></tr></table></div>
{LINKS}
<a href="#eerst" tabindex="5">Eerst</a>
</main>
</body>
</html>
"""
STYLES = """
.pale { color: #bbb; background: #fff; }
.cut { height: 1.2em; width: 20em; overflow: hidden; font: 12px/1.2 sans-serif; }
.wide { min-width: 2000px; white-space: nowrap; }
.table-wrap { overflow-x: auto; width: 200px; }
main > a { display: inline-block; outline: none; font-size: 8px; line-height: 1; }
h1 { width: 2000px; transition: color 1s; }
"""
SCRIPT = """
localStorage.setItem("bezoeker", "1");
document.cookie = "volg=1";
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("[hidden]").hidden = false;
});
throw new Error("stuk");
"""

WRONG = [
    ("axe", "image-alt"),
    ("axe", "color-contrast"),
    ("axe", "target-size"),
    ("policies", "style-src 'self'"),
    ("policy", "style-src"),
    ("motion", "<h1>"),
    ("reflow", "<h1>"),
    ("columns", "pixels hidden"),
    ("keyboard", "Eerst"),
    ("skip link", "it leads to"),
    ("text spacing", 'cut off: <p class="cut">'),
    ("large text", "px wide"),
    ("focus ring", "0.00 of a ring"),
    ("without script", "Alleen met script"),
    ("without script", "no way to the search"),
    ("elsewhere", "https://example.com/pixel.png"),
    ("failures", "weg.png"),
    ("failures", "stuk"),
    ("kept", "bezoeker"),
    ("cookies", "volg"),
]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Tour:
    site = tmp_path_factory.mktemp("wrong")
    for name, text in (("index.html", PAGE), ("wrong.css", STYLES), ("wrong.js", SCRIPT)):
        (site / name).write_text(text, encoding="utf-8")
    with serving(site) as address:
        return go(
            address, [PageOfKind("text", language, "") for language in ("nl", "en")], chromium
        )


@pytest.mark.parametrize(("what", "said"), WRONG)
def test_what_is_wrong_is_found(what: str, said: str, wrong: Tour) -> None:
    assert said in "\n".join(fault for faults in wrong.wrong(what).values() for fault in faults)


def test_all_that_is_looked_for_is_tried_here(wrong: Tour) -> None:
    assert {what for what, _ in WRONG} == set(wrong.faults)

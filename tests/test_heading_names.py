"""Names of places on a page: none twice, and none that a heading shares with the site round it."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from hooks.taskforce.kinds import KINDS
from hooks.taskforce.rendering import EXTENSIONS, SETTINGS
from hooks.taskforce.running_text.heading_names import TAKEN
from tests.builders import added, loaded, page
from tests.conftest import ROOT

FIELDS = "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n"
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
_NAME = re.compile(r"""(?<![-\w])id=["']([^"']*)["']""")


def names_of_the_site() -> set[str]:
    """Return the names that the templates give to elements, as they stand in the templates."""
    return {name for file in TEMPLATES for name in _NAME.findall(file.read_text(encoding="utf-8"))}


def test_every_name_that_a_template_writes_has_a_colon() -> None:
    names = names_of_the_site()
    assert len(names) > 20
    # What is wholly an expression is made elsewhere: of a source and a milestone with a colon, in
    # the book with a slash. `bar-` and the like are headings, written as `{#bar-…}`; and a place
    # keeps the name that it had as a heading.
    without = {name for name in names if ":" not in name and not name.startswith("{{")}
    assert {name for name in without if not TAKEN.fullmatch(name)} == set()


@given(st.text())
@example("site:hoofdmenu")
def test_no_heading_gets_a_name_with_a_colon_by_itself(words: str) -> None:
    text = "## " + " ".join(words.split())
    made = Markdown(extensions=[*EXTENSIONS], extension_configs=SETTINGS).convert(text)
    names = re.findall(r'<h[2-6] id="([^"]*)"', made)
    assert ":" not in "".join(names) or "{" in words, "only what stands between braces may"


def test_no_editor_can_give_a_heading_a_name_with_a_colon() -> None:
    tree = added(
        "los.md",
        page(
            "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
            "## Kop {#site:hoofdmenu}\n",
        ),
    )
    assert [problem.rule for problem in loaded(tree).problems] == ["attribute"]


def test_the_names_that_the_site_gives_to_headings_are_those_in_the_templates() -> None:
    written = {
        re.sub(r"\{\{.*", "x", name)
        for file in TEMPLATES
        for name in re.findall(r"\{#([a-z][a-z-]*(?:\{\{)?)", file.read_text(encoding="utf-8"))
    }
    written |= {item.place for kind in KINDS for item in kind.relations if item.place}
    assert {name for name in written if not TAKEN.fullmatch(name)} == set()
    written |= names_of_the_site()
    listed = TAKEN.pattern.split("|(?:")[0].split("|")
    assert set(listed) <= written


def test_headings_that_say_the_same_are_no_mistake() -> None:
    tree = added("los.md", page(FIELDS, "## Kop\n\n## Kop\n\n## Bronnen\n\n## Naam {#naam}\n"))
    assert loaded(tree).problems == ()

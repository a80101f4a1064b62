"""One file in docs/ is all it takes to publish something; here one without a translation."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from hooks.taskforce.addresses import path_in
from hooks.taskforce.languages import LANGUAGES, Language
from tests.builders import added, tiny_tree
from tests.conftest import build
from tests.pages import Pages
from tests.small_site import write_site

TITLE = "Actieplan strand & <duin>"
PAGE = "resultaten/actieplan-strand"
EVENT = {"nl": "Het eerste actieplan verschijnt", "en": "The first action plan appears"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_listed_wherever_it_belongs(fixed_pages: Pages, language: Language) -> None:
    for address in (
        "resultaten",
        "themas/water",
        "organisaties/havenlab",
        "trekkers/edouard-ozturk",
    ):
        assert TITLE in fixed_pages.text(path_in(address, language)), address
    assert EVENT[language] in fixed_pages.text(path_in("tijdlijn", language))


def test_without_a_translation_it_is_dutch_under_an_english_notice(fixed_pages: Pages) -> None:
    english = fixed_pages[f"en/{PAGE}"]
    assert english.find("html", lang="en")
    heading = english.find("h1")
    assert isinstance(heading, Tag)
    assert heading.find_parent(lang="nl") or heading.find(lang="nl")
    notice = english.find(role="note")
    assert isinstance(notice, Tag)
    assert "not been translated" in notice.get_text()
    text = fixed_pages.text(f"en/{PAGE}")
    assert "stand van maart 2022" in text, "wholly Dutch"
    assert "as of" not in text


def test_search_engines_are_told_of_the_dutch_page_only(fixed_pages: Pages) -> None:
    canonical = fixed_pages[f"en/{PAGE}"].find("link", rel="canonical")
    assert isinstance(canonical, Tag)
    assert str(canonical["href"]).endswith(f"/taskforce/{PAGE}/")
    sitemap = (fixed_pages.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"/taskforce/{PAGE}/" in sitemap
    assert f"/en/{PAGE}/" not in sitemap


def test_a_link_to_it_on_an_english_page_says_that_it_leads_to_dutch(fixed_pages: Pages) -> None:
    links = [link for link in fixed_pages["en/resultaten"].find_all("a") if link.text == TITLE]
    assert links
    assert all(link.get("lang") == "nl" for link in links)


def test_a_mistake_stops_the_build_with_the_list_and_without_a_traceback(tmp_path: Path) -> None:
    path = "resultaten/mkb-agenda.md"
    text = tiny_tree()[path].replace("themes: [mkb]", "themes: [mbk]")
    root = write_site(tmp_path / "root", added(path, text))
    done = build(root, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"docs/{path}:8:10: themes.1:" in said
    assert "[unknown-slug]" in said
    assert "‘mkb’" in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists(), "nothing is built of a wrong source"

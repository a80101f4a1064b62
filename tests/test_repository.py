"""Where readers see how a page came to be, and editors change it: addresses of one setting."""

from __future__ import annotations

import pytest

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.repository import MADE_FROM, Repository
from hooks.taskforce.vocabulary import Overview
from tests.conftest import ROOT
from tests.pages import Pages

COMMITS = "https://github.com/a/b/commits/main"
GITHUB = Repository("https://github.com/a/b/edit/main/docs/{path}")


def test_a_page_has_the_history_of_its_file(fixed_catalogue: Catalogue) -> None:
    theme = fixed_catalogue.by_path["themas/haven.md"]
    assert GITHUB.history(theme, "nl") == {"history": f"{COMMITS}/docs/themas/haven.md"}


def test_a_translation_has_that_of_its_words_and_of_the_facts(fixed_catalogue: Catalogue) -> None:
    theme = fixed_catalogue.by_path["themas/haven.md"]
    assert GITHUB.history(theme, "en") == {
        "history": f"{COMMITS}/docs/themas/haven.en.md",
        "history_facts": f"{COMMITS}/docs/themas/haven.md",
    }


@pytest.mark.parametrize(
    ("page", "made_from"),
    [
        ("themas/index.md", "docs/themas"),
        ("tijdlijn.md", "docs"),
        ("over/velden.md", "hooks/taskforce/model.py"),
    ],
)
def test_an_overview_has_that_of_what_it_is_made_from(
    fixed_catalogue: Catalogue, page: str, made_from: str
) -> None:
    overview = fixed_catalogue.by_path[page]
    assert GITHUB.history(overview, "nl") == {
        "history": f"{COMMITS}/docs/{page}",
        "history_overview": f"{COMMITS}/{made_from}",
    }


def test_what_overviews_are_made_from_is_there() -> None:
    assert [path for path in MADE_FROM.values() if not (ROOT / path).exists()] == []
    on_the_page_itself = {Overview.GLOSSARY, Overview.SOURCES, Overview.SEARCH}
    assert MADE_FROM.keys() | on_the_page_itself == {*Overview}


@pytest.mark.parametrize("template", ["", "https://git.example.org/a/b/_edit/main/docs/{path}"])
def test_without_github_there_is_no_history_and_no_form(
    template: str, fixed_catalogue: Catalogue
) -> None:
    elsewhere = Repository(template)
    assert elsewhere.history(fixed_catalogue.by_path["tijdlijn.md"], "nl") == {}
    assert elsewhere.weaknesses == elsewhere.changes_of("x.md") == ""
    assert elsewhere.edit_of("x.md") == template.replace("{path}", "x.md")


def test_an_archived_repository_can_be_read_only(fixed_catalogue: Catalogue) -> None:
    archived = Repository(GITHUB.template, is_archived=True)
    assert archived.edit_of("x.md") == archived.weaknesses == ""
    theme = fixed_catalogue.by_path["themas/haven.md"]
    assert archived.history(theme, "nl") == GITHUB.history(theme, "nl")


@pytest.mark.parametrize(
    ("address", "words", "files"),
    [
        ("themas/haven", "Wat er aan deze pagina veranderde", ["themas/haven.md"]),
        ("en/themas/haven", "What changed on this page", ["themas/haven.en.md", "themas/haven.md"]),
        ("en/themas/energie", "What changed on this page", ["themas/energie.md"]),
    ],
)
def test_every_page_links_to_its_history(
    fixed_pages: Pages, address: str, words: str, files: list[str]
) -> None:
    links = fixed_pages[address].select(".about__history a")
    assert links[0].get_text() == words
    ends = [str(link["href"]).partition("/commits/main/docs/")[2] for link in links]
    assert ends == files

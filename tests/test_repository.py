"""Where readers see how a page came to be, and editors change it: addresses of one setting."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

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
        "history_dutch": f"{COMMITS}/docs/themas/haven.md",
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


# --- what stands beside the site, for those who keep it ------------------------------------------

GUIDES = [*ROOT.glob("*.md"), *(ROOT / ".github").glob("*.md"), ROOT / "hooks/README.md"]
NAMED = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)")


def test_every_file_names_the_same_repository() -> None:
    """Whoever gives it another name reads here what was forgotten."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (here,) = set(NAMED.findall(settings))
    pages = {path: path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md")}
    named = {ROOT / "publiccode.yml": NAMED.findall((ROOT / "publiccode.yml").read_text("utf-8"))}
    named |= {
        path: re.findall(rf"{NAMED.pattern}/security/advisories", text)
        for path, text in pages.items()
    }
    assert {path: other for path, names in named.items() for other in names if other != here} == {}
    owners = set(re.findall(r"@([\w-]+)/", (ROOT / ".github/CODEOWNERS").read_text("utf-8")))
    assert owners == {here.partition("/")[0]}


def headings_of(path: Path) -> set[str]:
    """Return the names of the headings of a file, as GitHub makes them."""
    words = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in words}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_link_of_a_guide_leads_somewhere(guide: Path) -> None:
    wrong = []
    for target in re.findall(r"\]\(([^)\s]+)\)", guide.read_text("utf-8")):
        address = urlsplit(target)
        if address.scheme:
            continue
        form = re.fullmatch(r"(?:\.\./)+issues/new\?template=([\w.-]+)", target)
        place = (guide.parent / address.path).resolve() if address.path else guide
        place = ROOT / ".github/ISSUE_TEMPLATE" / form[1] if form else place
        named = not address.fragment or address.fragment in headings_of(place)
        if not place.exists() or not named:
            wrong.append(target)
    assert wrong == []

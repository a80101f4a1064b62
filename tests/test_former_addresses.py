"""An address that was published leads somewhere for ever, and a check says where it would not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import feedparser  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar

from hooks.engine.content import content_of
from hooks.engine.policy import POLICY
from hooks.engine.security import file_problems
from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.loading import Circumstances, load_files
from hooks.taskforce.problems import Problem
from hooks.taskforce.publish.calendar import calendar
from hooks.taskforce.publish.data import published
from hooks.taskforce.publish.feeds import site_feed
from hooks.taskforce.publish.files import files_of_language
from hooks.taskforce.publish.schemas import catalogue_json
from hooks.taskforce.reading import Files
from tests.builders import TODAY, Tree, as_bytes, loaded, page, tiny_tree
from tests.content.built import Built
from tests.pages import ADDRESS, Pages, sends_on
from tests.publishing import SITE
from tests.repositories import Repository

# --- the pages that send readers on -------------------------------------------------------------


def former(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return where readers must be sent on, with where to, and the language of the site there."""
    return {
        path_in(page_address(f"{name}.md"), language): (
            path_in(page_address(entity.path), language),
            language,
        )
        for entity in catalogue.entities
        for name in entity.former_names
        for language in LANGUAGES
    }


def test_every_former_address_sends_readers_on_in_every_language(fixed_built: Built) -> None:
    expected = former(fixed_built.catalogue)
    assert len(expected) > 4
    for address, (target, language) in expected.items():
        page = Pages(fixed_built.site)[address]
        refresh = page.select_one("meta[http-equiv=refresh]")
        link = page.select_one("main a[href]")
        assert page.html is not None
        assert refresh is not None
        assert link is not None
        delay, _, leads_to = str(refresh["content"]).partition("; url=")
        assert delay == "0"
        assert urljoin(f"{ADDRESS}{address}", leads_to) == f"{ADDRESS}{target}"
        assert urljoin(f"{ADDRESS}{address}", str(link["href"])) == f"{ADDRESS}{target}"
        assert (fixed_built.site / target / "index.html").is_file()
        assert page.html["lang"] == language
        assert page.select("meta[name=robots][content=noindex]")
        assert page.select_one("title")
        assert not page.select("nav, form")


def test_a_redirect_names_the_page_itself_and_the_language_of_its_title(fixed_built: Built) -> None:
    pages = Pages(fixed_built.site)
    untranslated = pages["en/resultaten/actieplan-kust"]
    canonical = untranslated.select_one("link[rel=canonical]")
    link = untranslated.select_one("main a")
    assert canonical is not None
    assert link is not None
    assert canonical["href"] == f"{ADDRESS}resultaten/actieplan-strand/"
    assert (link["lang"], link.get_text()) == ("nl", "Actieplan strand & <duin>")
    (canonical,) = pages["en/themas/visserij"].select("link[rel=canonical]")
    assert canonical["href"] == f"{ADDRESS}en/themas/"


def test_a_redirect_is_in_no_sitemap_search_menu_feed_or_data(fixed_built: Built) -> None:
    names = [name for entity in fixed_built.catalogue.entities for name in entity.former_names]
    full = [f"{ADDRESS}{path_in(name, language)}/" for name in names for language in LANGUAGES]
    assert full
    for path in fixed_built.site.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".csv", ".ics", ".txt", ".js"}:
            text = path.read_text(encoding="utf-8")
            if not sends_on(path):
                sought = names if path.suffix == ".html" else full  # Names of entries stay.
                assert not [one for one in sought if one in text], path


def test_only_a_way_within_the_site_is_no_problem_of_safety() -> None:
    page = (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n%s</head></html>'
    )
    once = '<meta http-equiv="refresh" content="0; url=../../themas/mkb/">'
    assert not file_problems("a/index.html", (page % once).encode())
    for wrong in (
        once + once,
        once.replace("../../themas", "https://evil.example"),
        once.replace("../../themas", "//evil.example"),
        once.replace("../../themas", "javascript:alert"),
        once.replace("refresh", "set-cookie"),
    ):
        assert file_problems("a/index.html", (page % wrong).encode()), wrong
    body = (page % "").replace("</head>", f"</head><body>{once}</body>")
    assert file_problems("a/index.html", body.encode())


# --- names that stay ----------------------------------------------------------------------------

OTHER = "  - date: 2021-06-10\n    text: {nl: Ook, en: Too}\n    source: canvas-2021\n"


def with_two_alike() -> Tree:
    """Return a tree in which two pages have a milestone of one source in one year."""
    tree = tiny_tree()
    tree["themas/human-capital.md"] = tree["themas/human-capital.md"].replace(
        "milestones:\n", f"milestones:\n{OTHER}"
    )
    return tree


def renamed(tree: Tree, old: str, new: str, field: str) -> Tree:
    """Return a tree in which a page has another name, and says so."""
    moved = {path: text for path, text in tree.items() if path != old}
    return moved | {new: tree[old].replace("title:", f"{field}\ntitle:", 1)}


def identifiers(tree: Tree, language: Language) -> list[set[str]]:
    """Return the names of all entries of the feed and the calendar, and of the data."""
    catalogue = loaded(tree).catalogue
    assert not loaded(tree).problems
    feed = feedparser.parse(site_feed(catalogue, SITE, language))
    data = json.loads(catalogue_json(published(catalogue, SITE)))
    events = Calendar.from_ical(calendar(catalogue, SITE, language)).walk("VEVENT")
    return [
        {entry.id for entry in feed.entries},
        {str(event["uid"]) for event in events},
        {str(entry["id"]) for entry in data["milestones"]},
    ]


@pytest.mark.parametrize(
    ("new", "field"),
    [
        ("resultaten/canvas.md", "formerly: [welvaart-canvas]"),
        ("resultaten/canvas.md", "formerly: [welvaart-canvas, tussendoor]"),
        ("canvas.md", "formerly: [resultaten/welvaart-canvas]"),
    ],
)
def test_entries_of_feed_and_calendar_keep_their_names_when_a_page_gets_another(
    new: str, field: str
) -> None:
    tree, old = with_two_alike(), "resultaten/welvaart-canvas.md"
    if "/" not in new:  # of no kind, so with fewer fields
        tree[old] = "\n".join(
            line
            for line in tree[old].split("\n")
            if not line.startswith(
                ("kind", "standing", "  - {prog", "themes", "makers", "partners")
            )
        )
        tree = renamed(tree, old, "canvas-plat.md", "formerly: [resultaten/welvaart-canvas]")
        old = "canvas-plat.md"
        field = "formerly: [resultaten/welvaart-canvas, canvas-plat]"
        before = identifiers(tree, "nl")
        tree[old] = tree[old].replace("formerly: [resultaten/welvaart-canvas]\n", "")
    else:
        before = identifiers(tree, "nl")
    assert identifiers(renamed(tree, old, new, field), "nl") == before
    without = renamed(tree, old, new, "")
    assert identifiers(without, "nl") != before, "or this test says nothing"


def test_a_theme_with_another_name_has_its_feed_where_it_stood_too() -> None:
    named = re.compile(r"\bmkb\b(?=[],.])")
    tree = {path: named.sub("bedrijven", text) for path, text in tiny_tree().items()}
    tree = renamed(tree, "themas/mkb.md", "themas/bedrijven.md", "formerly: [mkb, /elders]")
    before, after = loaded(tiny_tree()).catalogue, loaded(tree).catalogue
    assert "bedrijven" in after.themes
    for language in LANGUAGES:
        old = {file.path: file.make() for file in files_of_language(before, SITE, language)}
        new = {file.path: file.make() for file in files_of_language(after, SITE, language)}
        assert {*new} - {*old} == {"themas/bedrijven/feed.xml"}
        assert {*old} <= {*new}, "all that somebody follows is still there"
        there = new["themas/mkb/feed.xml"]
        assert there == new["themas/bedrijven/feed.xml"]
        feeds = [feedparser.parse(content).feed for content in (old["themas/mkb/feed.xml"], there)]
        assert feeds[0].id == feeds[1].id
        assert feeds[1].link == SITE.page(after.themes["bedrijven"], language)


def test_an_overview_that_leads_on_from_a_page_that_is_gone_keeps_its_own_name() -> None:
    tree = tiny_tree()
    tree["themas/index.md"] = tree["themas/index.md"].replace(
        "title:", "formerly: [themas/weg, /onderwerpen]\ntitle:"
    )
    entity = loaded(tree).catalogue.by_path["themas/index.md"]
    assert entity.former_names == ("themas/weg", "onderwerpen")
    assert entity.first_name == "onderwerpen"


# --- addresses that are lost --------------------------------------------------------------------


def lost(now: Tree, before: Tree) -> list[Problem]:
    """Return the problems of a tree that stands where another one stood."""
    contents = {path: as_bytes(text) for path, text in now.items()}
    texts = {path: as_bytes(text) for path, text in before.items()}
    ever = {path: lambda text=text: [(text, None)] for path, text in texts.items()}
    given = Circumstances(TODAY, published=lambda: ever)
    return [
        problem
        for problem in load_files(Files(contents), given).problems
        if problem.rule in {"moved-page", "removed-page", "withdrawn-page"}
    ]


CANVAS = "resultaten/welvaart-canvas.md"


def without(tree: Tree, *paths: str) -> Tree:
    return {path: text for path, text in tree.items() if path not in paths}


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """Return where each problem is, which rule is broken, and the line to write."""
    return [
        (problem.place.path, problem.rule, problem.remedy.nl.rpartition("formerly: ")[2])
        for problem in problems
    ]


def test_nothing_is_lost_where_all_pages_stand_where_they_stood() -> None:
    assert lost(tiny_tree(), tiny_tree()) == []
    more = tiny_tree() | {"oud.en.md": "", "kaart.png": "", "Oud Stuk.md": "", "data/x.md": ""}
    more["leesmij"] = "Van deze map komt niets op de site."
    assert lost(tiny_tree(), more) == [], "no Dutch page, or none that can have been published"


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ("resultaten/canvas.md", "[welvaart-canvas]"),
        ("trekkers/canvas.md", "[resultaten/welvaart-canvas]"),
    ],
)
def test_a_page_with_another_name_is_told_the_line_to_add(new: str, line: str) -> None:
    before = tiny_tree()
    now = without(before, CANVAS) | {new: before[CANVAS].replace("title: W", "title: Het w", 1)}
    assert told(lost(now, before)) == [(f"docs/{new}", "moved-page", line)]

    said = now | {new: now[new].replace("title:", f"formerly: {line}\ntitle:", 1)}
    assert lost(said, before) == []


def test_comments_of_a_form_do_not_make_another_page_the_successor() -> None:
    comments = "".join(f"# Uitleg {number}.\n" for number in range(60))
    before = tiny_tree() | {"resultaten/oud.md": page(f"{comments}title: Oud\n")}
    now = tiny_tree() | {"resultaten/heel-anders.md": page(f"{comments}title: Heel anders\n", "x")}
    assert [problem.rule for problem in lost(now, before)] == ["removed-page"]


def test_a_page_that_moves_twice_keeps_both_addresses() -> None:
    before = tiny_tree()
    text = before[CANVAS].replace("title:", "formerly: [eerst]\ntitle:", 1)
    now = without(before, CANVAS) | {"resultaten/canvas.md": text}
    (problem,) = lost(now, before)
    assert told([problem]) == [
        ("docs/resultaten/canvas.md", "moved-page", "[eerst, welvaart-canvas]")
    ]
    assert (problem.place.line, problem.field) == (2, "formerly")


def test_a_page_that_is_gone_is_told_at_the_overview_it_belonged_to() -> None:
    before = tiny_tree() | {"resultaten/index.md": tiny_tree()["themas/index.md"]}
    now = without(before, CANVAS, "organisaties/zwolle.md", "begrippen.md")
    assert told(lost(now, before)) == [
        ("docs/index.md", "removed-page", "[/begrippen, organisaties/zwolle]"),
        ("docs/resultaten/index.md", "removed-page", "[resultaten/welvaart-canvas]"),
    ]


def test_the_line_for_a_page_that_is_gone_fits_any_page() -> None:
    index = tiny_tree()["themas/index.md"].replace("title:", "formerly: [eerst]\ntitle:", 1)
    before = tiny_tree() | {"resultaten/index.md": index}
    (problem,) = lost(without(before, CANVAS), before)
    assert told([problem]) == [
        ("docs/resultaten/index.md", "removed-page", "[resultaten/welvaart-canvas]")
    ]


def test_the_line_of_many_pages_that_are_gone_is_whole() -> None:
    names = [f"organisaties/bond-van-proeven-nummer-{number}" for number in range(10, 70)]
    before = tiny_tree() | dict.fromkeys((f"{name}.md" for name in names), page("title: Bond\n"))
    (problem,) = lost(tiny_tree(), before)
    line = f"formerly: [{', '.join(names)}]"
    assert problem.remedy.nl.endswith(line)
    assert problem.remedy.in_language("en").endswith(line)


def test_a_page_that_is_gone_from_deep_below_is_told_at_the_nearest_overview() -> None:
    now = tiny_tree() | {
        "over/index.md": page("title: Over\nsummary: Wat deze site is en niet is.\n")
    }
    before = now | {"over/oud/diep/stuk.md": page("title: Stuk\n", "Een stuk.")}
    assert told(lost(now, before)) == [
        ("docs/over/index.md", "removed-page", "[over/oud/diep/stuk]")
    ]


def test_a_page_that_is_there_as_a_draft_is_not_looked_for_elsewhere() -> None:
    before = tiny_tree()
    other = page("title: Iets anders\nsummary: Een heel andere tekst.\ndraft: true\n", "Anders.")
    now = before | {CANVAS: other, "resultaten/canvas.md": before[CANVAS]}
    assert [(one.place.path, one.rule) for one in lost(now, before)] == [
        (f"docs/{CANVAS}", "withdrawn-page")
    ]


def test_a_page_that_is_gone_is_told_also_where_no_page_could_lead_on() -> None:
    before = tiny_tree()
    now = without(before, "begrippen.md", "index.md", "index.en.md")
    places = [problem.place.path for problem in lost(now, before)]
    assert places == ["docs/begrippen.md"]


@pytest.mark.parametrize("kept", [(), ("over/contact.md",), ("over/index.md",)])
def test_no_other_page_can_stand_for_the_home_page(kept: tuple[str, ...]) -> None:
    summary = "Een pagina die ook het oude adres van de voorpagina wil."
    text = page(f"title: Los\nformerly: [/index]\nsummary: {summary}\n")
    now = dict.fromkeys(kept, text) | {"zoeken.md": tiny_tree()["zoeken.md"]}
    (problem,) = loaded(now).problems
    assert (problem.place.path, problem.rule) == ("docs/index.md", "no-home")
    assert "‘docs/index.md’" in problem.remedy.nl
    home = {path: tiny_tree()[path] for path in ("index.md", "index.en.md")}
    assert lost(now, home) == [], "one message is enough"
    assert {problem.rule for problem in loaded({"index.en.md": home["index.en.md"]}).problems} == {
        "orphan-translation"
    }


def test_each_site_has_a_page_to_search() -> None:
    without_search = without(tiny_tree(), "zoeken.md")
    (problem,) = loaded(without_search).problems
    assert (problem.place.path, problem.rule) == ("docs/zoeken.md", "no-search")
    assert "‘docs/zoeken.md’" in problem.remedy.nl
    elsewhere = without_search | {"over/zoek.md": tiny_tree()["zoeken.md"]}
    assert not loaded(elsewhere).problems
    mistyped = tiny_tree()["zoeken.md"].replace("search", "serach")
    (problem,) = loaded(without_search | {"zoeken.md": mistyped}).problems
    assert problem.rule != "no-search", "one message is enough"


def test_nothing_is_called_lost_while_a_page_cannot_be_read() -> None:
    before = tiny_tree()
    now = without(before, CANVAS) | {"resultaten/canvas.md": "---\ntitle: [\n"}
    assert lost(now, before) == []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with one page more than the first commit had, and its home page."""
    made = Repository(tmp_path / "repository")
    pages: Mapping[str, str] = tiny_tree()
    home, plain = pages["index.md"], pages["index.md"].replace("overview: home\n", "")
    made.commit(index=home, zoeken=pages["zoeken.md"])
    made.commit(oud=plain.replace("Welkom", "Een pagina").replace("Waar", "Een zin over waar"))
    return made


def rules(repository: Repository) -> list[tuple[str, str]]:
    content, _ = content_of(repository.docs)
    return [(problem.place.path, problem.rule) for problem in content.problems]


@pytest.mark.parametrize("is_committed", [True, False])
def test_git_knows_which_pages_have_been_published(
    repository: Repository, is_committed: bool
) -> None:
    assert rules(repository) == []
    text = (repository.docs / "oud.md").read_text(encoding="utf-8")
    change = repository.commit if is_committed else repository.write
    change(oud="", nieuw=text)
    assert rules(repository) == [("docs/nieuw.md", "moved-page")]
    change(nieuw=text.replace("title:", "formerly: [oud]\ntitle:"))
    assert rules(repository) == []
    change(nieuw="")
    assert rules(repository)[0] == ("docs/index.md", "removed-page")


def test_what_a_branch_had_in_passing_was_never_published(repository: Repository) -> None:
    text = (repository.docs / "oud.md").read_text(encoding="utf-8").replace("Een", "Nog een")
    repository.branch("voorstel")
    repository.commit(tussendoor=text)
    repository.commit(tussendoor="", anders=text)
    repository.merge("voorstel")
    assert rules(repository) == []

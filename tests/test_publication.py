"""A page that is not public yet is in the preview, and nowhere in what is published."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from pypdf import PdfReader

from hooks.__main__ import main
from hooks.engine.content import changes_of, content_of, day_of_build
from hooks.engine.history import History
from hooks.engine.settings import with_drafts
from hooks.taskforce.documents import Document
from hooks.taskforce.former_addresses import Stood
from hooks.taskforce.hidden import hidden_files
from hooks.taskforce.loading import Circumstances, Loaded, load_files
from hooks.taskforce.naming import PageFile
from hooks.taskforce.problems import Problem
from hooks.taskforce.publication import ALWAYS
from hooks.taskforce.reading import Files
from hooks.taskforce.summary import summary
from tests.builders import PNG, TODAY, Tree, as_bytes, page, tiny_tree, translation, written
from tests.conftest import Pages
from tests.fixed_site import DOCS
from tests.repositories import Repository
from tests.small_site import python_in, write_site

EVE, DAY = date(2026, 12, 23), date(2026, 12, 24)
SECRET = "xgeheimx"
PLAIN = "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n"


def read(tree: Tree, day: date = TODAY, *, drafts: bool = False) -> Loaded:
    contents = {path: as_bytes(text) for path, text in tree.items()}
    others = tuple(path for path in tree if path.endswith(".png"))
    pages = {path: content for path, content in contents.items() if path not in others}
    given = Circumstances(TODAY, day=day, with_drafts=drafts)
    return load_files(Files(pages, others=others), given)


def with_fields(fields: str, path: str = "resultaten/welvaart-canvas.md") -> Tree:
    tree = tiny_tree()
    return tree | {path: tree[path].replace("title:", f"{fields}\ntitle:", 1)}


def paths(loaded: Loaded) -> set[str]:
    return {entity.path for entity in loaded.catalogue.entities}


CANVAS = "resultaten/welvaart-canvas.md"


# --- when ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "eve", "day"),
    [
        ("draft: true", False, False),
        ("draft: true\npublish_from: 2026-12-24", False, False),
        ("draft: false", True, True),
        ("publish_from: 2026-12-24", False, True),
        ("draft: false\npublish_from: 2026-12-24", False, True),
        ("review_by: 2026-12-24", True, True),
    ],
)
def test_a_page_is_public_always_from_a_day_on_or_not_at_all(
    fields: str, eve: bool, day: bool
) -> None:
    tree = with_fields(fields)
    for today, is_there in ((EVE, eve), (DAY, day)):
        loaded = read(tree, today)
        assert not loaded.problems
        assert (CANVAS in paths(loaded)) is is_there
        assert (CANVAS in loaded.hidden) is not is_there
        assert CANVAS in {entity.path for entity in loaded.whole.entities}
        preview = read(tree, today, drafts=True).catalogue
        assert preview.is_public(preview.by_path[CANVAS]) is is_there
    assert CANVAS in paths(read(tree, EVE, drafts=True))
    assert not read(tree, EVE, drafts=True).hidden


def test_a_day_that_is_written_wrongly_hides_no_link_that_comes_too_early() -> None:
    tree = with_fields("publish_from: 24 december 2026")
    tree["index.md"] += f"\nZie [het canvas]({CANVAS}).\n"
    rules = {problem.rule for problem in read(tree, EVE).problems}
    assert rules == {"date-form", "not-public-yet"}


def test_where_no_day_is_given_nothing_that_comes_later_is_public() -> None:
    contents = {
        path: text.encode() for path, text in with_fields("publish_from: 2021-01-01").items()
    }
    loaded = load_files(Files(contents))
    assert CANVAS not in paths(loaded)
    assert loaded.catalogue.day == ALWAYS


def test_a_translation_follows_its_page_and_what_only_they_show_goes_along() -> None:
    dutch = page(
        PLAIN + "draft: true\n", "![Kaart](kaart.png) [Kaart](samen.png) ![A](assets/a.png)\n"
    )
    tree = tiny_tree() | {
        "los.md": dutch,
        "los.en.md": translation("Loose", "A page on which nothing special stands at all.", dutch),
        "kaart.png": PNG,
        "samen.png": PNG,
        "alleen.png": PNG,
        "assets/a.png": PNG,  # What the site itself is made of.
        "elders.md": page(PLAIN.replace("Los", "Elders"), "![Kaart](samen.png)\n"),
    }
    loaded = read(tree)
    assert not loaded.problems
    assert loaded.hidden == {"los.md", "los.en.md", "kaart.png"}


class ComparedFile(PageFile):
    """A page that counts how often one is compared with another."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        ComparedFile.compared += 1
        return super().__eq__(other)

    __hash__ = PageFile.__hash__


def test_hidden_pages_are_found_by_name_and_not_by_going_through_all_of_them() -> None:
    files = [
        ComparedFile(f"{number}.md", str(number), "nl", Document(f"docs/{number}.md"))
        for number in range(100)
    ]
    hidden = hidden_files(files, (), lambda file: file.name < "5")
    assert 0 < len(hidden) < len(files)
    assert ComparedFile.compared < len(files)


def test_what_only_a_draft_says_is_nowhere_in_the_catalogue() -> None:
    tree = with_fields("draft: true")
    catalogue = read(tree).catalogue
    assert "canvas-2021" not in catalogue.sources
    assert not [event for event in catalogue.timeline if event.entity.path == CANVAS]
    assert CANVAS not in {
        page.path for _, pages in catalogue.naming(catalogue.themes["mkb"]) for page in pages
    }


def test_the_summary_counts_what_is_not_there_yet() -> None:
    tree = with_fields("draft: true")
    assert "1 daarvan nog niet op de site" in summary(read(tree), ("nl",))
    assert "1 of them not on the site yet" in summary(read(tree, drafts=True), ("en",))
    assert "nog niet op de site" not in summary(read(tiny_tree()), ("nl",))


# --- what may name what -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "is_right"),
    [
        ("", "draft: true\n", False),
        ("", "publish_from: 2026-12-24\n", False),
        ("", "publish_from: 2026-11-27\n", True),
        ("publish_from: 2026-11-01\n", "publish_from: 2026-11-27\n", True),
        ("publish_from: 2026-12-24\n", "publish_from: 2026-12-24\n", True),
        ("publish_from: 2026-12-25\n", "publish_from: 2026-12-24\n", True),
        ("publish_from: 2026-12-23\n", "publish_from: 2026-12-24\n", False),
        ("publish_from: 2026-12-25\n", "draft: true\n", False),
        ("draft: true\n", "publish_from: 2026-12-24\n", True),
        ("draft: true\n", "draft: true\n", True),
    ],
)
def test_a_page_names_only_what_is_public_when_it_is(here: str, there: str, is_right: bool) -> None:
    assert date(2026, 11, 27) == TODAY
    tree = tiny_tree() | {
        "los.md": page(PLAIN + here, "Zie [elders](elders.md) en [daar](elders.md#kop).\n"),
        "elders.md": page(PLAIN.replace("Los", "Elders") + there, "## Kop\n\nTekst.\n"),
    }
    for drafts in (False, True):
        problems = read(tree, drafts=drafts).problems
        expected = set() if is_right else {("docs/los.md", "not-public-yet")}
        assert {(item.place.path, item.rule) for item in problems} == expected
    for later in (EVE, DAY, date(2030, 1, 1)):
        assert not is_right or not read(tree, later).problems, "right once, and ever after"


@pytest.mark.parametrize(
    ("old", "new", "is_right"),
    [
        ("progress: published, date: 2021-06,", "progress: published, date: 2026-12-24,", True),
        ("progress: published, date: 2021-06,", "progress: published, date: 2026-12,", True),
        ("progress: published, date: 2021-06,", "progress: published, date: 2026-12-25,", False),
        ("    published: 2021", "    published: 2026-12-24", True),
        ("    seen: 2026-11-25", "    seen: 2026-12-24", False),
    ],
)
def test_a_page_may_say_what_is_so_on_the_day_on_which_it_appears(
    old: str, new: str, is_right: bool
) -> None:
    tree = with_fields("publish_from: 2026-12-24")
    assert tree[CANVAS].count(old) == 1
    tree[CANVAS] = tree[CANVAS].replace(old, new)
    found = read(tree).problems
    assert [item.rule for item in found] == ([] if is_right else ["future-date"])
    if "standing" in {item.field.partition(".")[0] for item in found}:
        assert "schrijf 2026-12-24, de dag waarop" in found[0].remedy.nl
    draft = tree | {CANVAS: tree[CANVAS].replace("publish_from: 2026-12-24", "draft: true")}
    assert [item.rule for item in read(draft).problems] == ["future-date"], "it has no such day"


def test_a_translation_names_what_is_public_when_its_page_is() -> None:
    tree = tiny_tree() | {"los.md": page(PLAIN + "draft: true\n")}
    tree["themas/mkb.en.md"] += "\nSee [this](../los.md).\n"
    (problem,) = read(tree).problems
    assert (problem.place.path, problem.rule) == ("docs/themas/mkb.en.md", "not-public-yet")


def test_a_heading_that_only_a_draft_brings_is_not_there() -> None:
    link = page(PLAIN, "Zie [wat zij maakten](organisaties/vng.md#gemaakt).\n")
    assert not read(tiny_tree() | {"los.md": link}).problems
    (problem,) = read(with_fields("draft: true") | {"los.md": link}).problems
    assert (problem.place.path, problem.rule) == ("docs/los.md", "missing-heading")
    of_draft = link.replace("title:", "draft: true\ntitle:")
    assert not read(with_fields("draft: true") | {"los.md": of_draft}).problems


def test_a_theme_that_is_not_public_has_no_feed() -> None:
    theme = tiny_tree()["themas/mkb.md"].replace("title: MKB", "draft: true\ntitle: Geheim")
    link = page(PLAIN, "Zie [de feed](themas/geheim/feed.xml).\n")
    rules = {
        is_draft: [
            problem.rule
            for problem in read(
                tiny_tree()
                | {"los.md": link, "themas/geheim.md": theme.replace("true", str(is_draft))}
            ).problems
        ]
        for is_draft in (True, False)
    }
    assert rules == {True: ["missing-file"], False: []}


# --- addresses that were public -----------------------------------------------------------------


def lost(now: Tree, before: Mapping[str, Stood], day: date = TODAY) -> list[Problem]:
    contents = {path: as_bytes(text) for path, text in now.items()}
    ever = {path: lambda stood=stood: stood for path, stood in before.items()}
    given = Circumstances(TODAY, published=lambda: ever, day=day)
    return list(load_files(Files(contents), given).problems)


def test_a_page_that_was_public_cannot_become_a_draft() -> None:
    was = tiny_tree()[CANVAS].encode()
    now = with_fields("draft: true")
    (problem,) = lost(now, {CANVAS: [(now[CANVAS].encode(), None), (was, TODAY)]})
    assert (problem.place.path, problem.place.line, problem.rule) == (
        f"docs/{CANVAS}",
        2,
        "withdrawn-page",
    )
    assert "formerly: [resultaten/welvaart-canvas]" in problem.remedy.nl
    later = with_fields("publish_from: 2026-12-24")
    (problem,) = lost(later, {CANVAS: [(was, TODAY)]})
    assert (problem.rule, problem.field) == ("withdrawn-page", "publish_from")
    assert lost(later, {CANVAS: [(was, TODAY)]}, DAY) == []


def test_a_draft_with_another_name_takes_the_address_along() -> None:
    was = tiny_tree()[CANVAS].encode()
    tree = with_fields("draft: true")
    text = tree.pop(CANVAS)
    (problem,) = lost(tree | {"resultaten/canvas.md": text}, {CANVAS: [(was, TODAY)]})
    assert (problem.place.path, problem.rule) == ("docs/resultaten/canvas.md", "withdrawn-page")
    # Its own `formerly` is not there yet either; that of a public page is.
    own = text.replace("draft", "formerly: [welvaart-canvas]\ndraft")
    (problem,) = lost(tree | {"resultaten/canvas.md": own}, {CANVAS: [(was, TODAY)]})
    assert problem.rule == "withdrawn-page"
    tree["index.md"] = tree["index.md"].replace("title", f"formerly: [{CANVAS[:-3]}]\ntitle", 1)
    assert lost(tree | {"resultaten/canvas.md": text}, {CANVAS: [(was, TODAY)]}) == []


def test_what_was_never_public_may_go() -> None:
    tree = with_fields("draft: true")
    draft, later = tree.pop(CANVAS), with_fields("publish_from: 2026-12-24")[CANVAS]
    assert lost(tree, {CANVAS: [(draft.encode(), TODAY)]}) == []
    assert lost(tree, {CANVAS: [(later.encode(), EVE)]}, DAY) == []
    # The daily build published it, though no commit says so.
    (problem,) = lost(tree, {CANVAS: [(later.encode(), DAY)]}, DAY)
    assert problem.rule == "removed-page"


def test_git_knows_until_when_a_page_was_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    repository = Repository(tmp_path / "repository")
    home = tiny_tree()["index.md"]
    draft = page(PLAIN.replace("Een", "Nog een") + "draft: true\n")

    def told() -> list[tuple[str, str]]:
        problems = content_of(repository.docs)[0].problems
        return [(problem.place.path, problem.rule) for problem in problems]

    repository.commit(index=home, zoeken=tiny_tree()["zoeken.md"], los=draft)
    repository.commit(los="", anders=draft)
    repository.commit(anders="")
    assert told() == [], "never public"
    from_june = draft.replace("draft: true", "publish_from: 2021-06-01")
    repository.commit("2021-05-01", los=from_june)
    repository.commit("2021-05-02", los="")
    assert told() == [], "gone before its day"
    repository.commit("2021-05-01", los=from_june)
    repository.commit("2021-05-02", los="", anders=from_june)
    assert told() == [], "called otherwise before its day"
    repository.commit("2021-05-03", anders="")
    repository.commit("2021-05-01", los=from_june)
    repository.commit("2021-06-02", los="")
    assert told() == [("docs/index.md", "removed-page")]
    repository.commit(los=draft)
    assert told() == [("docs/los.md", "withdrawn-page")]


# --- the day is an input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("1798066799", date(2026, 12, 23)),  # 23:59:59 in Amsterdam
        ("1798066800", DAY),
        (str(2**70), None),
        ("x", None),
        ("", None),
    ],
)
def test_a_day_begins_at_midnight_in_amsterdam(
    moment: str, day: date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    found = day_of_build()
    assert found == day if day else abs((found - date.today()).days) <= 1


def test_a_page_is_as_new_as_the_day_it_came_on() -> None:
    tree = with_fields("publish_from: 2026-12-24")
    days = {CANVAS: "2026-12-01", "index.md": "2026-12-02", "bronnen.md": "2026-12-25"}
    history = History()
    object.__setattr__(history, "last_changes", lambda: days)
    assert changes_of(read(tree, EVE), history) == {
        path: day for path, day in days.items() if path != CANVAS
    }
    assert changes_of(read(tree, DAY), history) == days | {CANVAS: "2026-12-24"}


# --- review -------------------------------------------------------------------------------------


def test_a_page_is_to_be_reviewed_when_its_day_has_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = "themas/mkb.md"
    tree = with_fields("review_by: 2026-01-01")
    tree[theme] = with_fields("review_by: 2026-12-23", theme)[theme]
    found = [
        [item.entity.slug for item in read(tree, day).catalogue.to_review] for day in (EVE, DAY)
    ]
    first, both = ["welvaart-canvas"], ["welvaart-canvas", "mkb"]
    assert found == [first, both], "the longest ago first"
    docs = written(tree, tmp_path)
    for moment, slugs in (("1798066799", first), ("1798066800", both)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        assert main(["reviews", "--docs", str(docs)]) == 0
        lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]
        assert [line.partition(".md")[0].rpartition("/")[2] for line in lines] == slugs
    assert lines[0] == f"- [ ] `{docs}/{CANVAS}`: `review_by: 2026-01-01`"


def test_a_page_is_to_be_reviewed_when_what_it_expects_ought_to_have_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = "themas/mkb.md"
    milestone = "{date: 2026-12-23, text: {nl: Het congres, en: The congress}, source: vng-2021}"
    tree = with_fields(f"review_by: 2027-01-01\nmilestones: [{milestone}]", theme)
    found = [
        [item.entity.slug for item in read(tree, day).catalogue.to_review] for day in (EVE, DAY)
    ]
    assert found == [[], ["mkb"]]
    docs = written(tree, tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798066800")
    assert main(["reviews", "--docs", str(docs)]) == 0
    assert f"- [ ] `{docs}/{theme}`: `milestones: 2026-12-23`" in capsys.readouterr().out
    assert main(["due", "--docs", str(docs), "--since", "2026-12-23"]) == 0
    assert capsys.readouterr().out == f"{docs}/{theme}: milestones: 2026-12-23\n"
    register = docs / "bronnen.md"
    text = register.read_text("utf-8").replace("seen: 2026-11-25", "seen: 2026-12-23")
    register.write_text(text, "utf-8")
    assert main(["reviews", "--docs", str(docs)]) == 0
    assert not capsys.readouterr().out


def test_what_the_day_alone_changes_is_due_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = "themas/mkb.md"
    tree = with_fields("publish_from: 2026-12-24")
    tree[theme] = with_fields("review_by: 2026-12-22", theme)[theme]
    tree["los.md"] = page(PLAIN + "draft: true\n")
    docs = written(tree, tmp_path)
    came = f"{docs}/{CANVAS}: publish_from: 2026-12-24"
    passed = f"{docs}/{theme}: review_by: 2026-12-22"
    for moment, since, expected in (
        ("1798066799", "2026-12-20", [passed]),
        ("1798066799", "2026-12-23", []),
        ("1798066800", "2026-12-20", [came, passed]),
        ("1798066800", "2026-12-23", [came]),
        ("1798066800", "2026-12-24", []),
    ):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        assert main(["due", "--docs", str(docs), "--since", since]) == 0
        assert capsys.readouterr().out.splitlines() == expected


# --- what is written anywhere -------------------------------------------------------------------


def contents(root: Path) -> dict[str, bytes]:
    """Return what each file below a folder says, its name included, in small letters."""
    paths = [path for path in root.rglob("*") if path.is_file()]
    names = {path.relative_to(root).as_posix(): path for path in paths}
    return {name: name.lower().encode() + content(path).lower() for name, path in names.items()}


def content(path: Path) -> bytes:
    """Return what a file says, also where that is packed."""
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        return " ".join(page.extract_text() for page in PdfReader(path).pages).encode()
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def test_nothing_of_a_draft_is_in_the_published_site(fixed_site: Path) -> None:
    in_docs = {name for name, said in contents(DOCS).items() if SECRET.encode() in said}
    assert {path.rpartition("/")[0] for path in in_docs} >= {"resultaten", "organisaties", "over"}
    published = contents(fixed_site)
    for word in (SECRET.encode(), b"xghx"):
        assert {name for name, said in published.items() if word in said} == set()
    # What is there is found, wherever it stands.
    known = {name.rpartition(".")[2] for name, said in published.items() if b"haven" in said}
    assert known >= {"html", "json", "xml", "ics", "csv", "txt", "pdf", "png", "pf_fragment"}


def test_nothing_of_a_draft_is_in_what_is_exported_or_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dutch = page(f"{PLAIN}draft: true\n", "![Kaart](xgeheimx.png)\n")
    tree = tiny_tree() | {
        "xgeheimx.md": dutch,
        "xgeheimx.en.md": translation("Loose", "A page on which nothing special stands.", dutch),
        "xgeheimx.png": PNG,
    }
    tree["xgeheimx.en.md"] = tree["xgeheimx.en.md"].replace("stands.", "stands at all.")
    docs, target = written(tree, tmp_path), tmp_path / "plain"
    assert main(["export", "--docs", str(docs), str(target)]) == 0
    assert [name for name, said in contents(target).items() if SECRET.encode() in said] == []
    assert (target / "index.md").is_file()
    capsys.readouterr()
    assert main(["translations", "--docs", str(docs)]) == 0
    assert SECRET not in capsys.readouterr().out
    # Whoever writes it can say that its translation is right nevertheless.
    file = docs / "xgeheimx.en.md"
    assert main(["translations", "--docs", str(docs), "--update", str(file)]) == 0


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a draft and a later page, built as a preview."""
    tree = with_fields("draft: true") | {"los.md": page(PLAIN + "publish_from: 2100-12-31\n")}
    root = write_site(tmp_path_factory.mktemp("preview"), tree)
    command = ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site")
    done = python_in(root, *command, DRAFTS="true")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_preview_has_it_with_a_notice_in_the_language_around_it(preview: Path) -> None:
    pages = Pages(preview)
    for address, words in {
        "resultaten/welvaart-canvas": "Concept: deze pagina staat niet op de site.",
        "en/resultaten/welvaart-canvas": "Draft: this page is not on the site.",
        "los": "Deze pagina staat vanaf 31 december 2100 op de site.",
        "en/los": "This page will be on the site from 31 December 2100.",
    }.items():
        notice, *_ = pages[address].select(".prose > .notice")
        assert " ".join(notice.get_text().split()).startswith(words)
        assert notice["role"] == "note"
    day = pages["los"].select_one(".notice time")
    assert day is not None
    assert day["datetime"] == "2100-12-31"
    assert not pages["themas/mkb"].select(".notice[aria-label='Nog niet op de site']")


@pytest.mark.parametrize("given", ["ja", 1, "true", None])
def test_drafts_are_asked_for_in_one_way(given: object) -> None:
    config = MkDocsConfig()
    config["extra"] = {"drafts": given}
    with pytest.raises(Abort, match="DRAFTS"):
        with_drafts(config)
    config["extra"] = {"drafts": True}
    assert with_drafts(config)
    config["extra"] = {}
    assert not with_drafts(config)

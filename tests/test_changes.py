"""What a change does to the site, told to whoever looks at a pull request."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from hooks.__main__ import main
from hooks.taskforce.changes.comparing import State, compared
from hooks.taskforce.changes.report import (
    MOST,
    FactChange,
    FileChange,
    Follower,
    Redirect,
    Report,
    Told,
    Untranslated,
)
from hooks.taskforce.changes.telling import LONGEST, MARK, as_markdown, comment
from hooks.taskforce.languages import Text
from hooks.taskforce.pages.templates import read_templates
from tests.builders import Tree, added, changed, loaded, page, tiny_tree, translation, written
from tests.repositories import Repository

TEMPLATES = read_templates()


def state(tree: Tree) -> State:
    content = loaded(tree)
    assert content.problems == ()
    return State(
        content.catalogue,
        content.whole,
        {path: text for path, text in tree.items() if path not in content.hidden},
    )


def report(after: Tree, before: Tree | None = None) -> Report:
    return compared(state(before or tiny_tree()), state(after), TEMPLATES)


def told(after: Tree, before: Tree | None = None) -> str:
    """Return what is said of a change in Dutch."""
    return as_markdown(report(after, before), LONGEST).partition("<details>")[0]


def renamed(old: str, new: str, formerly: str) -> Tree:
    """Return the tiny tree with a page under another name, which says so."""
    tree = tiny_tree()
    text = tree.pop(old)
    return tree | {new: text.replace("---\n", f"---\nformerly: [{formerly}]\n", 1)}


# --- kinds of change ------------------------------------------------------------------------


def test_nothing_changed_is_said() -> None:
    assert report(tiny_tree()) == Report()
    assert "Er verandert niets" in told(tiny_tree())


def test_a_page_that_is_added() -> None:
    text = tiny_tree()["organisaties/zwolle.md"].replace("Zwolle", "Deventer")
    found = report(added("organisaties/deventer.md", text))
    (new,) = found.pages
    assert (new.change, new.title.nl) == ("new", "Deventer")
    assert new.addresses == ("/organisaties/deventer/", "/en/organisaties/deventer/")
    assert [(one.title.nl, one.state) for one in found.untranslated] == [("Deventer", "missing")]
    assert "Bronnen" in {one.title.nl for one in found.followers if one.is_overview}
    assert {"/data/organisaties.csv", "/data/catalogus.json"} <= {one.path for one in found.files}
    assert (found.lost, found.redirects) == ((), ())
    assert not found.changes_menu


def test_a_page_that_is_translated() -> None:
    tree = tiny_tree()
    english = translation(
        "Human capital",
        "Bringing people and work together, later too.",
        tree["themas/human-capital.md"],
    )
    text = told(tree | {"themas/human-capital.en.md": english})
    assert "**Veranderd:** `Human capital`" in text
    assert "Tekst: nieuw in het Engels" in text
    assert "Vertalingen" not in text


def test_a_translation_that_goes_and_one_that_falls_behind() -> None:
    tree = changed("themas/mkb.md", "Gewone tekst.", "Heel andere woorden.")
    del tree["organisaties/vng.en.md"]
    text = told(tree)
    assert "Tekst: veranderd in het Nederlands" in text
    assert "Tekst: weg in het Engels" in text
    assert "Nu niet vertaald in het Engels: `Vereniging van Nederlandse Gemeenten`" in text
    assert "Vertaling in het Engels loopt nu achter: `MKB`" in text
    still = tree | {"organisaties/zwolle.md": tree["organisaties/zwolle.md"] + "\nMeer.\n"}
    assert report(still, tree).untranslated == (), "was so before"


def test_a_page_that_gets_another_name() -> None:
    tree = renamed("resultaten/actieplan.md", "resultaten/binnenstadsplan.md", "actieplan")
    found = report(tree)
    (page_,) = found.pages
    assert (page_.change, page_.stood_at) == ("renamed", "/resultaten/actieplan/")
    assert [(one.address, one.target) for one in found.redirects] == [
        ("/resultaten/actieplan/", "/resultaten/binnenstadsplan/")
    ]
    assert found.lost == ()
    assert "**Andere naam:** `Actieplan binnenstad`" in told(tree)


def test_a_page_that_goes_with_another_in_its_place() -> None:
    tree = changed(
        "resultaten/mkb-agenda.md", "kind: agenda", "kind: agenda\nformerly: [actieplan]"
    )
    del tree["resultaten/actieplan.md"]
    found = report(tree)
    gone = next(one for one in found.pages if one.change == "removed")
    assert (gone.title.nl, gone.leads_to) == ("Actieplan binnenstad", "/resultaten/mkb-agenda/")
    assert found.lost == ()


def test_pages_are_told_by_what_happened_to_them_and_where_their_addresses_lead() -> None:
    tree = renamed("resultaten/actieplan.md", "resultaten/binnenstadsplan.md", "actieplan")
    del tree["resultaten/mkb-agenda.md"]
    canvas = tree["resultaten/welvaart-canvas.md"]
    tree["resultaten/welvaart-canvas.md"] = canvas.replace(
        "kind:", "formerly: [mkb-agenda]\nkind:", 1
    )
    tree["resultaten/zwart.md"] = (
        tree["resultaten/binnenstadsplan.md"]
        .replace("title: Actieplan binnenstad", "title: Zwart", 1)
        .replace("formerly: [actieplan]\n", "")
    )
    text = told(tree)
    assert re.findall(r"^- \*\*(.*?):\*\* `(.*?)`", text, re.M) == [
        ("Nieuw", "Zwart"),
        ("Andere naam", "Actieplan binnenstad"),
        ("Veranderd", "Welvaart Model canvas"),
        ("Weg", "MKB-Uitvoeringsagenda"),
    ]
    assert "wie het adres heeft, komt bij `/resultaten/welvaart-canvas/`" in text
    assert "stond op `/resultaten/actieplan/`; dat verwijst nu door" in text
    pairs = ("mkb-agenda", "welvaart-canvas"), ("actieplan", "binnenstadsplan")
    (row,) = (line for line in text.splitlines() if line.startswith("- Verwijst nu door"))
    for old, new in pairs:
        assert f"`/resultaten/{old}/` → `/resultaten/{new}/`" in row
    assert "Bekijk het voorbeeld" not in text, "there is none"


@pytest.mark.parametrize(("count", "more"), [(20, []), (21, ["1"]), (50, ["30"])])
def test_of_many_values_that_came_it_is_told_how_many_are_left_out(
    count: int, more: list[str]
) -> None:
    zwolle = tiny_tree()["organisaties/zwolle.md"]
    names = [f"zwolle-{number}" for number in range(count)]
    before = tiny_tree() | {
        f"organisaties/{name}.md": zwolle.replace("title: Zwolle", f"title: {name}")
        for name in names
    }
    path = "themas/mkb.md"
    partners = before[path].replace("partners: [vng]", f"partners: [{', '.join(names)}]")
    (line,) = (
        line
        for line in told(before | {path: partners}, before).splitlines()
        if line.startswith("  - `Betrokken`")
    )
    assert line.count("`zwolle-") == 20
    assert re.findall(r", en nog (\d+)$", line) == more


def test_a_page_that_becomes_that_of_a_folder_stays_where_it_was() -> None:
    before = added(
        "los.md", page("title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n")
    )
    after = {path: text for path, text in before.items() if path != "los.md"}
    after["los/index.md"] = before["los.md"]
    assert report(after, before).pages == ()
    after["los/index.md"] = before["los.md"].replace("Gewone", "Andere")
    (moved,) = report(after, before).pages
    assert (moved.change, moved.stood_at, len(moved.texts)) == ("changed", "", 1)


def test_addresses_that_are_lost() -> None:
    tree = added("themas/foto.png", "")
    del tree["themas/foto.png"]
    del tree["resultaten/actieplan.md"]
    found = report(tree, added("themas/foto.png", ""))
    assert found.lost == (
        *("/resultaten/actieplan/", "/en/resultaten/actieplan/"),
        "/themas/foto.png",
    )
    assert "**Komt nergens meer uit:** `/resultaten/actieplan/`" in told(tree)


def test_a_theme_that_goes_takes_its_feed_along() -> None:
    before = added("themas/kust.md", tiny_tree()["themas/mkb.md"].replace("MKB", "Kust"))
    found = report(tiny_tree(), before)
    assert "/themas/kust/feed.xml" in found.lost
    assert found.changes_menu


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("resultaten/mkb-agenda.md", "makers: [taskforce]", "makers: [vng]",
         "`Makers`: `De taskforce` → `Vereniging van Nederlandse Gemeenten`"),
        ("resultaten/mkb-agenda.md", "kind: agenda", "kind: canvas",
         "`Soort`: `agenda` → `canvas`"),
        ("resultaten/mkb-agenda.md", "in-progress, date: 2021,", "published, date: 2021-05,",
         "`Stand`: `in uitvoering · 2021 · vng-2021` → `gepubliceerd · mei 2021 · vng-2021`"),
        ("organisaties/zwolle.md", "kind: mun", "url: https://zwolle.nl\nkind: mun",
         "`Website`: – → `https://zwolle.nl`"),
        ("resultaten/mkb-agenda.md", "themes: [mkb]", "themes: [mkb, human-capital]",
         "`Thema's`: – → `Human capital`"),
        ("resultaten/welvaart-canvas.md", "[mkb, human-capital]", "[human-capital, mkb]",
         "`Thema's`: weg `MKB`, `Human capital`; erbij `Human capital`, `MKB`"),
        ("resultaten/actieplan.md", "each municipality itself", "every municipality",
         "`elke gemeente zelf · each municipality itself` → `elke gemeente zelf · every "),
        ("organisaties/vng.en.md", "Association of N", "League of N",
         "`Titel (Engels)`: `Association of Netherlands Municipalities` → `League of"),
    ],
)  # fmt: skip
def test_a_fact_that_changes(path: str, old: str, new: str, expected: str) -> None:
    assert expected in told(changed(path, old, new))


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    long = " ".join(f"woord{number}" for number in range(12))
    old = "Een gemeente in Overijssel, aan de IJssel."
    before = changed("organisaties/zwolle.md", old, f"{long} a.")
    after = changed("organisaties/zwolle.md", old, f"{long} b.")
    start = "…woord9 woord10 woord11"
    assert f"`Samenvatting`: `{start} a.` → `{start} b.`" in told(after, before)


def test_a_milestone_comes_on_the_timeline_in_the_calendar_and_in_feeds() -> None:
    milestone = (
        "  - {date: 2022-04-01, text: {nl: Er komt een vervolg, en: A sequel}, source: vng-2021}\n"
    )
    timeline = "title: Tijdlijn\nsummary: Wat er gebeurde, van nieuw naar oud, op een rij.\n"
    before = added("tijdlijn.md", page(f"{timeline}overview: timeline\n"))
    path = "resultaten/mkb-agenda.md"
    after = before | {path: before[path].replace("milestones:\n", f"milestones:\n{milestone}")}
    text = told(after, before)
    assert "`Mijlpalen`: – → `1 april 2022 · Er komt een vervolg · vng-2021`" in text
    assert re.search(r"Overzichten:.*`Tijdlijn`", text)
    assert re.search(r"Andere pagina's:.*`MKB`", text), "the theme shows what came of it"
    assert re.search(r"Feeds:.*`/feed.xml`, `/themas/mkb/feed.xml`", text)
    assert "Agenda: `/data/mijlpalen.ics`" in text
    assert re.search(r"Open data:.*`/data/mijlpalen.csv`", text)


def test_a_text_that_changes_moves_its_milestones_up_in_the_feeds() -> None:
    found = report(changed("resultaten/mkb-agenda.md", "Gewone tekst.", "Andere tekst."))
    assert {"/feed.xml", "/themas/mkb/feed.xml"} <= {one.path for one in found.files}


def test_a_document_that_comes_and_one_that_is_replaced_are_told() -> None:
    path, old, new = "resultaten/plan.pdf", "%PDF-1.7 oud", "%PDF-1.7 nieuw"
    came = report(added(path, old))
    assert [(one.path, one.change) for one in came.uploads] == [(f"/{path}", "new")]
    assert came == Report(uploads=came.uploads)
    assert f"- **Nieuw:** `/{path}`" in told(added(path, old))
    replaced = told(added(path, new), added(path, old))
    assert f"#### Documenten en beelden\n\n- **Veranderd:** `/{path}`" in replaced
    assert "Er verandert niets" not in replaced
    assert report(added(path, old), added(path, old)) == Report()


def test_a_source_that_is_added() -> None:
    source = """\
  - id: g40-2022
    title: Terugblik
    publisher: G40
    url: https://g40.nl/terugblik
    seen: 2026-11-25
"""
    path = "bronnen.md"
    found = report(added(path, tiny_tree()[path].replace("sources:\n", f"sources:\n{source}")))
    (sources,) = found.pages
    assert [fact.label.nl for fact in sources.facts] == ["Bronnen"]
    assert "/data/bronnen.csv" in {one.path for one in found.files}


def test_an_organisation_with_another_title_shows_on_the_pages_that_name_it() -> None:
    found = renamed_organisation()
    assert [one.title.nl for one in found.pages] == ["Gemeente Zwolle"]
    followers = {one.title.nl for one in found.followers}
    assert "René de Heer" in followers
    assert "Hengelo" not in followers


def test_a_draft_is_told_and_changes_nothing_else() -> None:
    path = "organisaties/deventer.md"
    public = tiny_tree()["organisaties/zwolle.md"].replace("Zwolle", "Deventer")
    draft = public.replace("kind:", "draft: true\nkind:", 1)
    later = public.replace("kind:", "publish_from: 2100-12-31\nkind:", 1)
    found = report(added(path, draft))
    (new,) = found.pages
    assert new.not_yet is not None
    assert new.change == "new"
    assert (found.followers, found.files, found.untranslated, found.lost) == ((), (), (), ())
    text = told(added(path, draft))
    assert "**Nieuw:** `Deventer`" in text
    assert "**nog niet op de site:** `is een concept`" in text
    assert "`komt pas op 2100-12-31 op de site`" in told(added(path, later))
    becomes = report(added(path, public), added(path, draft))
    assert [(one.change, one.not_yet) for one in becomes.pages] == [("changed", None)]
    assert "Bronnen" in {one.title.nl for one in becomes.followers}
    assert [one.title.nl for one in becomes.untranslated] == ["Deventer"]


def test_an_abbreviation_counts_where_it_stands() -> None:
    found = report(changed("organisaties/vng.md", "van Nederlandse", "van de Nederlandse"))
    followers = {one.title.nl for one in found.followers}
    assert "Welvaart Model canvas" in followers
    assert "Welkom" not in followers


def test_what_could_not_be_read_before_was_there_all_the_same() -> None:
    before = state(tiny_tree() | {"organisaties/zwolle.md": tiny_tree()["organisaties/zwolle.md"]})
    broken = loaded(changed("organisaties/hengelo.md", "kind: municipality", "kind: stad"))
    assert broken.problems
    unsure = State(broken.catalogue, broken.whole, before.files, is_whole=False)
    found = compared(unsure, before, TEMPLATES)
    assert ("changed", "Hengelo") in [(one.change, one.title.nl) for one in found.pages]
    assert found.lost == ()
    assert "Dat is niet te zeggen" in as_markdown(found, LONGEST)


# --- what others wrote is data --------------------------------------------------------------

HOSTILE = [
    "@everyone @taskforce-eht/redactie",
    "Sluit #12, GH-12 en taskforce-eht/taskforce#3",
    "<img src=x onerror=alert(1)><!-- --><details>",
    "[klik](https://elders.example) https://elders.example www.elders.example",
    "**vet** _schuin_ | a | b | :tada: $`x`$ ~~weg~~",
    "`code` ``dubbel`` `",
    "​‮omgekeerd‬ ⁦x⁩",
    "```\n# Kop\n- punt\n",
    "~~~\n~~~~~~\n<b>x</b>",
    "</details></summary>",
    MARK,
]


def outside_code(markdown: str) -> str:
    """Return what GitHub reads as Markdown, HTML or mentions: all that is not code."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(gfm_autolink_plugin)
    tokens = reader.parse(markdown)
    inline = [child for token in tokens for child in token.children or []]
    blocks = [token.content for token in tokens if token.type == "html_block"]
    return "\n".join([*blocks, *(one.content for one in inline if one.type != "code_inline")])


@cache
def renamed_organisation() -> Report:
    return report(changed("organisaties/zwolle.md", "title: Zwolle", "title: Gemeente Zwolle"))


def hostile_report(text: str) -> Report:
    data = renamed_organisation().model_dump()

    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {name: spoil(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [spoil(part) for part in value]
        is_free = isinstance(value, str) and value not in {"new", "changed", "missing", "nl", "en"}
        return text if is_free else value

    words = Text.same(text)
    problem = Told(
        severity="error", path=text, line=1, field=text, rule=text, message=words, remedy=words
    )
    facts = [FactChange(label=words, before=(words,), after=(words, words)).model_dump()]
    spoilt = dict(spoil(data)) | {"problems": [problem.model_dump()], "lost": [text]}  # type: ignore[call-overload]
    spoilt["pages"] = [one | {"facts": facts, "stood_at": text} for one in spoilt["pages"]]
    spoilt["redirects"] = [{"address": text, "target": text}]
    return Report.model_validate_json(json.dumps(spoilt))


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_others_are_code_and_nothing_else(text: str) -> None:
    harmless = outside_code(comment(hostile_report("x")))
    shown = comment(hostile_report(text))
    assert outside_code(shown) == harmless
    assert shown.startswith(MARK)
    assert "‮" not in shown
    assert "​" not in shown


def test_a_title_of_a_page_is_such_a_word() -> None:
    title = '"<b>@everyone</b> [x](https://elders.example) `a` #12"'
    text = told(changed("organisaties/zwolle.md", "title: Zwolle", f"title: {title}"))
    assert "`<b>@everyone</b> [x](https://elders.example) a #12`" in text
    assert "@everyone" not in outside_code(text)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        '{"unknown": 1}',
        '{"lost": "x"}',
        '{"untranslated": [{"title": {"nl": "x"}, "language": "../../x", "state": "missing"}]}',
        '{"left_out": {"pages": -1}}',
        '{"left_out": {"pages": 1' + "0" * 4000 + "}}",
        '{"left_out": {"pages": NaN}}',
        '{"pages": [{"change": "other", "title": {"nl": "x"}, "addresses": []}]}',
        "[" * 100_000,
        '{"lost": ["' + "x" * 2_000_000 + '"]}',
    ],
)
def test_what_is_no_report_of_ours_is_refused(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "verslag.json"
    file.write_text(data, encoding="utf-8")
    assert main(["comment", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "geen verslag" in said.err


# --- how long -------------------------------------------------------------------------------


def long_report(count: int) -> Report:
    words = Text.same("@" + "<" * 400)
    problem = Told(
        severity="error",
        path="x" * 400,
        line=1,
        field="y" * 400,
        rule="z",
        message=words,
        remedy=words,
    )
    fact = FactChange(label=words, before=(words,) * 5, after=(words,) * 5)
    (changed_page,) = renamed_organisation().pages
    titles = (Text.same(f"{number}") for number in range(count))
    return Report(
        problems=(problem,) * count,
        pages=(changed_page.model_copy(update={"facts": (fact,) * 5}),) * count,
        followers=tuple(Follower(title=title, address="x", is_overview=False) for title in titles),
        uploads=(FileChange(path="/x/" * 100, change="new"),) * count,
        lost=("/x/" * 100,) * count,
    ).bounded()


@pytest.mark.parametrize("count", [5, 100, 300])
def test_a_comment_is_never_longer_than_github_takes_and_says_what_it_leaves_out(
    count: int,
) -> None:
    found = long_report(count)
    text = comment(found)
    assert len(text) <= LONGEST
    assert bool(re.search(r"and \d+ more", text)) is ("en nog " in text) is (count > 5)
    if count > 5:
        shown = text.partition("<details>")[0].count("- **Veranderd:**")
        assert 0 < shown < count
        assert f"- en nog {count - shown}\n" in text
    assert found.left_out.get("pages", 0) == max(count - MOST, 0)


def test_whatever_a_report_leaves_out_is_counted() -> None:
    words, title = Text.same("x"), renamed_organisation().pages[0].title
    things: dict[str, object] = {
        "pages": renamed_organisation().pages[0],
        "uploads": FileChange(path="/x.pdf", change="new"),
        "followers": Follower(title=title, address="/x/", is_overview=False),
        "files": FileChange(path="/themas/x/feed.xml", change="changed"),
        "untranslated": Untranslated(title=title, language="en", state="missing"),
        "redirects": Redirect(address="/x/", target="/y/"),
        "lost": "/x/",
        "problems": Told(
            severity="error", path="x", line=1, field="x", rule="x", message=words, remedy=words
        ),
    }
    several = {name for name, kind in Report.model_fields.items() if kind.default == ()}
    assert things.keys() == several
    for name, thing in things.items():
        found = Report.model_validate({name: (thing,) * (MOST + 7)}).bounded()
        text = as_markdown(found, 10**6).partition("<details>")[0]
        assert re.search(r"\ben nog 7$", text, re.M), name


@pytest.mark.parametrize(
    "part",
    [
        {"addresses": ["/" + "a" * 150] * 5000},
        {"addresses": [f"/{number}" for number in range(20_000)]},
        {"facts": [{"label": {"nl": "x" * 150}, "after": [{"nl": "y" * 150}]}] * 3000},
        {"texts": [{"language": "nl", "change": "new"}] * 5000},
    ],
)
def test_a_page_in_a_forged_report_is_no_longer_than_others(part: dict[str, object]) -> None:
    page_of_it = {"change": "changed", "title": {"nl": "x"}, "addresses": ["/x/"]} | part
    found = Report.model_validate_json(json.dumps({"pages": [page_of_it]}))
    assert len(comment(found)) <= LONGEST


# --- the command ----------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the tiny tree."""
    repository = Repository(tmp_path / "root")
    repository.docs.rmdir()
    written(tiny_tree(), repository.root)
    repository.commit()
    monkeypatch.chdir(repository.root)
    return repository


def test_what_stands_there_is_compared_with_a_commit_or_a_folder(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.docs / "organisaties/zwolle.md"
    path.write_text(path.read_text("utf-8").replace("title: Zw", "title: Gemeente Zw"), "utf-8")
    other = written(tiny_tree(), tmp_path / "other")
    for base in ("HEAD", str(other)):
        assert main(["changes", base]) == 0
        said = capsys.readouterr().out
        assert "`Titel`: `Zwolle` → `Gemeente Zwolle`" in said
        assert "<summary>English" in said
    repository.commit()
    assert main(["changes", "HEAD~1", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["pages"][0]["change"] == "changed"
    assert main(["changes", "HEAD~1", "HEAD~1"]) == 0
    assert "Er verandert niets" in capsys.readouterr().out
    assert main(["changes", "nergens"]) == 2
    assert "nergens: geen commit" in capsys.readouterr().err
    assert main(["changes", "HEAD", "--docs", "nergens"]) == 2
    assert "nergens: deze map is er niet" in capsys.readouterr().err
    assert main(["changes", str(other), str(other), "--docs", "nergens"]) == 0


def test_a_document_of_the_same_name_is_told_by_what_it_holds(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    document, style = repository.docs / "plan.pdf", repository.docs / "assets/css/los.css"
    style.parent.mkdir(parents=True)
    for text in ("%PDF-1.7 oud", "%PDF-1.7 nieuw"):
        document.write_text(text, encoding="utf-8")
        style.write_text(f"/* {text} */", encoding="utf-8")
        repository.commit()
    assert main(["changes", "HEAD~1", "HEAD", "--format", "json"]) == 0
    uploads = json.loads(capsys.readouterr().out)["uploads"]
    assert uploads == [{"path": "/plan.pdf", "change": "changed"}]


def test_a_file_that_is_not_published_has_no_address_to_lose(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    words, note = repository.docs / ".woordenlijst.txt", repository.docs / "los.txt"
    for file in (words, note):
        file.write_text("x", encoding="utf-8")
    repository.commit()
    for file in (words, note):
        file.unlink()
    assert main(["changes", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["lost"] == ["/los.txt"]


def test_where_something_is_wrong_that_comes_first(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.docs / "nieuw.md").write_text("Zonder feiten.\n", encoding="utf-8")
    output = tmp_path / "verslag.json"
    assert main(["changes", "HEAD", "--output", str(output)]) == 0
    said = capsys.readouterr().out
    assert "Verhelp eerst" in said
    assert "`docs/nieuw.md`, regel 1" in said
    arguments = ["--preview", "https://example.org/1", "--commit", "abc1234"]
    assert main(["comment", str(output), *arguments]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{MARK}\n")
    for words in ("(https://example.org/1)", "abc1234", "docs/nieuw.md", "Look at the preview"):
        assert words in text


def test_what_another_check_found_is_told_beside_what_changes(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.docs / "themas/mkb.md").write_text(
        tiny_tree()["themas/mkb.md"] + "\nMeer.\n", encoding="utf-8"
    )
    words = {"nl": "de pagina is te breed", "en": "the page is too wide"}
    fault = Told(
        severity="error", path="docs/themas/mkb.md", line=3, field="themas/mkb", rule="width",
        message=Text(**words), remedy=Text(nl="vraag", en="ask"),
    )  # fmt: skip
    found = tmp_path / "fouten.json"
    found.write_text(f"[{fault.model_dump_json()}]", encoding="utf-8")
    assert main(["changes", "HEAD", "--problems", str(found), str(tmp_path / "niets.json")]) == 0
    said = capsys.readouterr().out
    assert "de pagina is te breed; vraag" in said
    assert "Tekst: veranderd in het Nederlands" in said


def test_what_another_check_did_not_finish_is_left_out(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "fouten.json"
    for text in ("", "x", "{}", "[1]", '[{"severity": "error"}]', "[" * 100_000):
        found.write_text(text, encoding="utf-8")
        assert main(["changes", "HEAD", "--problems", str(found)]) == 0
        said = capsys.readouterr()
        assert "Er verandert niets" in said.out, text
        assert "geen lijst van problemen" in said.err, text


def test_before_the_first_page_there_was_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "root")
    repository.commit()
    docs = written(tiny_tree(), tmp_path / "later")
    docs.rename(repository.docs)
    monkeypatch.chdir(repository.root)
    assert main(["changes", "HEAD"]) == 0
    assert "- **Nieuw:** `Welkom`" in capsys.readouterr().out

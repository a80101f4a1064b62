"""`make content`: what it looks at, what it finds, and to whom it says so."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from hooks.engine.earlier import NoBaseError, start_of
from hooks.taskforce.languages import LANGUAGES
from tests.content import running
from tests.content.built import Built
from tests.content.changed import built_before, changed_files, differing
from tests.content.judging import JUDGEMENTS
from tests.content.looks import seen
from tests.content.pictures import pictured
from tests.content.preview import MOST, preview
from tests.content.telling import FAULTS, REMEDIES, Fault, Tell, fault_of, on_line
from tests.fixed_site import git
from tests.pages import ADDRESS

PAGE = "themas/haven/index.html"


@pytest.fixture
def spoilt(fixed_site: Path, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Returns a function that changes one page of a copy of the fixed site."""
    site = tmp_path / "site"
    shutil.copytree(fixed_site, site, copy_function=os.link)

    def spoil(page: str, old: str, new: str) -> Path:
        text = (site / page).read_text(encoding="utf-8")
        changed, times = re.subn(old, new, text, count=1)
        assert times == 1
        (site / page).unlink()  # It is shared with the site that others look at.
        (site / page).write_text(changed, encoding="utf-8")
        return site

    return spoil


# --- to whom it says so ---------------------------------------------------------------------


def test_whoever_looks_has_words_for_what_is_wrong() -> None:
    assert set(FAULTS) >= {judge.__name__ for judge in JUDGEMENTS}
    assert set(REMEDIES) < set(FAULTS)


def line_of(built: Built, path: str, piece: str) -> int:
    lines = (built.docs / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if piece in line)


def test_a_fault_is_told_by_file_and_line_in_both_languages(fixed_built: Built) -> None:
    path, piece = "over/lopende-tekst.md", "Een vierkant met negen vakken"
    fault = Fault("over/lopende-tekst/index.html", "html", "Bad value.", f"x {piece}, drie bij")
    problem = Tell(fixed_built).problem(fault)
    assert (problem.place.path, problem.place.line) == (
        f"docs/{path}",
        line_of(fixed_built, path, piece),
    )
    assert piece in problem.source_line
    for language in LANGUAGES:
        assert "Bad value." in problem.sentence(language)
    assert "geldige HTML" in problem.message.nl
    assert "ask a maintainer" in problem.remedy.in_language("en")


def test_a_fact_is_told_where_the_facts_stand(fixed_built: Built) -> None:
    path = "resultaten/havenagenda.md"
    number = line_of(fixed_built, path, "summary:")
    summary = (fixed_built.docs / path).read_text(encoding="utf-8").splitlines()[number - 1]
    address = path.removesuffix(".md")
    for page in (address, f"{address}/index.html"):
        problem = Tell(fixed_built).problem(fault_of("links", f"{page}: {summary}"))
        assert (problem.place.path, problem.place.line) == (f"docs/{path}", number)


def test_a_translation_is_told_by_its_own_file(fixed_built: Built) -> None:
    fault = Fault("en/themas/haven", "texts_are_in_the_language_they_claim", "xyzzy")
    problem = Tell(fixed_built).problem(fault)
    assert (problem.place.path, problem.place.line) == ("docs/themas/haven.en.md", 1)
    assert "{lang=nl}" in problem.remedy.in_language("en")


@pytest.mark.parametrize("said", ["feed.xml: no entries", "and 3 more", "404.html: x"])
def test_what_belongs_to_no_page_is_told_of_all(said: str, fixed_built: Built) -> None:
    problem = Tell(fixed_built).problem(fault_of("files_for_machines_are_right", said))
    assert problem.place.path == "docs"
    assert problem.field


def test_the_words_on_a_line_are_those_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>\nHet <b>woord</b>\n", encoding="utf-8")
    assert on_line(tmp_path, "x.html:2").split() == ["Het", "woord"]


# --- what changed ---------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits, of which the second changes one of two pages."""
    root = tmp_path / "root"
    (root / "docs").mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    for text in ("een", "twee"):
        (root / "docs/a.md").write_text(text, encoding="utf-8")
        (root / "docs/b.md").write_text("gelijk", encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "--quiet", f"--message={text}")
    return root


def copied(root: Path, site: Path) -> bool:
    """Stand in for a build: each page comes out as it is."""
    site.mkdir()
    for page in (root / "docs").glob("*.md"):
        shutil.copy(page, site / f"{page.stem}.html")
    return True


def test_pages_that_came_out_otherwise_are_found(repository: Path, tmp_path: Path) -> None:
    (repository / "docs/c.md").write_text("nieuw, nog niet vastgelegd", encoding="utf-8")
    before, after = tmp_path / "before", tmp_path / "after"
    commit = start_of(repository, "HEAD~1")
    assert built_before(repository, commit, before, copied)
    assert copied(repository, after)
    assert differing(before, after) == {"a.html", "c.html"}
    assert changed_files(repository, commit) == {"a.md"}
    assert git(repository, "worktree", "list").count("\n") == 0, "nothing is left behind"


def test_a_change_is_compared_with_where_it_started(repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "other", "HEAD~1")
    git(repository, "commit", "--quiet", "--allow-empty", "--message=elders")
    assert start_of(repository, "main") == git(repository, "rev-parse", "HEAD~1")
    git(repository, "switch", "--quiet", "main")
    assert start_of(repository, "HEAD") == start


def test_a_base_that_is_not_there_is_told(repository: Path) -> None:
    with pytest.raises(NoBaseError, match="nergens"):
        start_of(repository, "nergens")


# --- what it finds --------------------------------------------------------------------------


@pytest.mark.depth
def test_links_and_judgements_find_what_is_wrong(
    spoilt: Callable[[str, str, str], Path], fixed_built: Built
) -> None:
    site = spoilt(PAGE, "<h1", '<a href="../weg/">weg</a><img src="weg.png" alt="x"><h1')
    found = running.looks(Built(site, fixed_built.docs), [])
    faults = {(look.name, fault.page.strip("/")) for look in found for fault in look.faults}
    assert faults >= {("links", PAGE), ("judgements", "themas/haven")}
    said = "\n".join(map(str, found))
    assert re.search(r"\d !  links", said)
    assert "ok  accessibility" in said


@pytest.mark.audit
def test_a_browser_finds_what_shuts_people_out_and_what_is_too_wide(
    spoilt: Callable[[str, str, str], Path],
) -> None:
    site = spoilt(PAGE, "<h1", '<canvas width="900">x</canvas><img src="x.png"><h1')
    spoilt(PAGE, "</main>", "<details><summary>Meer</summary><ul><p>Fout</p></ul></details></main>")
    (site / "x.png").write_bytes(b"")
    found = seen(site, [PAGE, f"en/{PAGE}"])
    assert {(one.page, one.kind) for one in found} == {(PAGE, "axe"), (PAGE, "width")}
    rules = {one.found.partition(":")[0]: one.words for one in found if one.kind == "axe"}
    assert rules.keys() >= {"image-alt", "list"}
    assert rules["list"] == "Fout", "what is closed is looked at too"


def test_nothing_changed_is_nothing_to_look_at(fixed_site: Path) -> None:
    assert seen(fixed_site, []) == []


# --- the whole of it ------------------------------------------------------------------------


def test_what_the_check_finds_ends_it(
    fixed_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(fixed_root / "docs", docs)
    (docs / "tijdlijn.md").write_text("Zonder feiten.\n", encoding="utf-8")
    assert running.judge(tmp_path, None, "github", None) == 1
    said = capsys.readouterr().out
    assert said.startswith("::error file=")
    assert "tijdlijn.md" in said


def test_a_build_that_stops_is_no_mistake_of_the_editor(
    fixed_root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stops(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", "typst: panic")

    monkeypatch.setattr(running, "build", stops)
    assert running.judge(fixed_root, None, "text", None) == 1
    said = capsys.readouterr().err
    for words in ("Dat ligt niet aan jou", "not your mistake", "typst: panic"):
        assert words in " ".join(said.split())


@pytest.mark.audit
def test_a_changed_page_is_judged_and_shown(
    fixed_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "root"
    shutil.copytree(fixed_root, root, ignore=shutil.ignore_patterns("site"))
    page = root / "docs/themas/water.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    shown = tmp_path / "voorbeeld.html"
    listed = tmp_path / "problemen.json"
    assert running.judge(root, "HEAD", "text", shown, listed) == 0
    assert json.loads(listed.read_text("utf-8")) == []
    said = capsys.readouterr().out
    counted = re.search(r"(\d+) pages, (\d+) of them other than at", said)
    assert counted is not None
    assert 1 <= int(counted[2]) < int(counted[1]) / 4
    assert said.count("ok") == 5
    first = re.search(r"<li>.*?\((.*?)\)", shown.read_text(encoding="utf-8"))
    assert first is not None
    assert first[1] in {"themas/water/", "en/themas/water/"}, "what was edited comes first"


@pytest.mark.audit
def test_html_that_is_not_valid_is_found_on_the_pages_that_changed(
    spoilt: Callable[[str, str, str], Path], fixed_built: Built
) -> None:
    site = spoilt(PAGE, "<h1", '<p lang="nl"><div>Blok</div></p><h1')
    built = Built(site, fixed_built.docs)
    for pages, times in (([PAGE], 1), ([f"en/{PAGE}"], 0)):
        (validity,) = (look for look in running.looks(built, pages) if look.name == "html")
        assert [fault.page for fault in validity.faults] == [PAGE] * times


# --- the preview ----------------------------------------------------------------------------

PUBLISHED = "https://ergens.example/"


def test_the_preview_brings_all_that_it_shows(fixed_site: Path) -> None:
    pages = ["resultaten/welvaart-canvas/index.html", "en/index.html"]
    text = preview(fixed_site, pages, ADDRESS, PUBLISHED)
    for kind in ("data:font/woff2;base64,", "data:image/png;base64,", "--accent:"):
        assert kind in text
    assert "default-src 'none'" in text
    frames = re.findall(r'<iframe [^>]*sandbox="([^"]*)"', text)
    assert frames == ["allow-popups allow-popups-to-escape-sandbox"] * len(pages)
    assert f"href=&quot;{PUBLISHED}" in text
    assert f"href=&quot;{ADDRESS}" not in text


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        '<base href="https://elders.example/">',
        '<meta http-equiv="refresh" content="0; https://elders.example/">',
        '<link rel="preload" href="https://elders.example/x">',
        '<img src="https://elders.example/x.png" alt="">',
        '<iframe src="https://elders.example/"></iframe>',
        '<img src="../../../../../../etc/hostname" alt="">',
    ],
)
def test_nothing_in_the_preview_runs_or_loads(
    content: str, spoilt: Callable[[str, str, str], Path]
) -> None:
    site = spoilt(PAGE, "<h1", f"{content}<h1")
    text = preview(site, [PAGE], ADDRESS, PUBLISHED)
    assert "elders.example" not in text
    assert "alert(1)" not in text
    assert "etc/hostname" not in text


def test_a_browser_shows_the_preview_and_fetches_nothing(
    fixed_site: Path, tmp_path: Path, chromium: Browser
) -> None:
    file = tmp_path / "voorbeeld.html"
    text = preview(fixed_site, [PAGE], ADDRESS, PUBLISHED)
    file.write_text(text, encoding="utf-8")
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    met: list[str] = []
    page.on("console", lambda message: met.append(message.text))
    page.on("request", lambda request: met.append(request.url[:60]))
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    family = frame.locator("h1").evaluate("(heading) => getComputedStyle(heading).fontFamily")
    context.close()
    assert "Schibsted" in family
    assert [one for one in met if not one.startswith(("file:", "data:", "about:"))] == []


def test_pages_have_pictures_on_a_narrow_and_a_wide_screen(fixed_site: Path) -> None:
    # In a thread of its own, as the browser of other tests has this one.
    with ThreadPoolExecutor() as beside:
        made = beside.submit(pictured, fixed_site, [PAGE]).result()
        assert beside.submit(pictured, fixed_site, []).result() == {}
    assert list(made) == [PAGE]
    sizes = {width: Image.open(BytesIO(data)).size for width, data in made[PAGE].items()}
    assert [(width, size[0]) for width, size in sizes.items()] == [(320, 320), (1440, 1440)]
    text = preview(fixed_site, [PAGE, "en/index.html"], ADDRESS, PUBLISHED, made)
    assert text.count('<img width="320" alt="') == text.count('<img width="1440" alt="') == 1
    assert "Met beelden op 320 + 1440 pixels breed: 1;" in text
    assert text.index("data:image/jpeg") < text.index("<iframe")


def test_the_preview_says_how_much_it_leaves_out(fixed_site: Path) -> None:
    text = preview(fixed_site, [PAGE] * (MOST + 3), ADDRESS, PUBLISHED)
    assert text.count("<iframe") == MOST
    assert "nog 3 pagina" in text
    assert "Er verandert geen pagina" in preview(fixed_site, [], ADDRESS, PUBLISHED)

"""What a build keeps for the next one: never wrong, never in the way, and bounded."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from mkdocs.config import load_config

from hooks.engine import kept
from hooks.engine.content import (
    LastRead,
    content_of,
    judged_beside,
    problems_kept,
)
from hooks.engine.kept import Kept, circumstances
from hooks.engine.settings import as_text
from hooks.taskforce.bodies import Text, body_problems, judged
from hooks.taskforce.documents import Document
from hooks.taskforce.loading import Loaded, forget_files
from hooks.taskforce.publication import Opening
from tests.builders import Tree, loaded, page, tiny_tree, translation, written
from tests.conftest import ROOT
from tests.fixed_site import keep_apart
from tests.pages import differences, fingerprints
from tests.small_site import python_in, write_site


@pytest.fixture
def store(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", ["now"])


def counted(text: str) -> tuple[Callable[[], str], list[str]]:
    made: list[str] = []

    def make() -> str:
        made.append(text)
        return text

    return make, made


def files(store: Kept) -> list[Path]:
    return [path for path in store._folder.rglob("*") if path.is_file()]


def test_what_was_made_is_not_made_again(store: Kept, tmp_path: Path) -> None:
    make, made = counted("Łódź 🚲")
    assert store.is_empty
    assert [store.text("page", ["a", 1], make) for _ in range(3)] == ["Łódź 🚲"] * 3
    assert Kept(tmp_path / "kept", ["now"]).text("page", ["a", 1], make) == "Łódź 🚲"
    assert len(made) == 1
    assert not store.is_empty


def test_what_is_made_of_anything_else_is_made(store: Kept, tmp_path: Path) -> None:
    make, made = counted("x")
    store.text("page", ["a", 1], make)
    store.text("page", ["a", 2], make)
    store.text("page", ["a1"], make)
    store.text("other", ["a", 1], make)
    Kept(tmp_path / "kept", ["later"]).text("page", ["a", 1], make)
    assert len(made) == 5


def test_settings_are_told_by_what_they_are_wherever_the_site_stands(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("hooks", "overrides", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)

    def told(root: Path, **given: Any) -> str:
        return as_text(load_config(str(root / "mkdocs.yml"), **given))

    here = told(ROOT)
    assert here == told(ROOT, site_dir=str(tmp_path / "site"), strict=True)
    assert here == told(tmp_path)
    for other in ({"site_url": "https://example.org/"}, {"use_directory_urls": False}):
        assert here != told(ROOT, **other)
    file = tmp_path / "mkdocs.yml"
    for old, new in [("name: English", "name: X"), ("  - sane_lists\n", "")]:
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert here != told(tmp_path)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("text", ["Eén op drie.[^kvk]\n", "Eén op drie [kvk].\n"])
def test_a_text_is_judged_again_where_a_source_that_it_names_comes_or_goes(
    text: str, store: Kept
) -> None:
    document = Document("docs/index.md", tuple(text.split("\n")), body=text)
    for sources in ({"cbs"}, {"cbs", "kvk"}, {"kvk"}, {"wrr"}):
        judged = problems_kept(store, document, frozenset(sources), frozenset())
        assert judged == body_problems(document, frozenset(sources))
    assert len(files(store)) == 1


def test_a_text_is_judged_again_where_a_source_that_it_cites_comes_later(store: Kept) -> None:
    text = "Eén op drie.[^kvk]\n"
    document = Document("docs/index.md", tuple(text.split("\n")), body=text)
    opening = Opening("docs/resultaten/onderzoek.md", date(2030, 1, 1))
    for later in (frozenset[tuple[str, Opening]](), frozenset({("kvk", opening)})):
        judged = problems_kept(store, document, frozenset({"kvk"}), later)
        assert bool(judged) is bool(later)


def test_what_is_kept_takes_less_room_than_it_has_letters(store: Kept) -> None:
    text = "Een zin die op elke bladzijde staat. " * 1000
    assert store.text("page", "a", lambda: text) == store.text("page", "a", lambda: "other") == text
    (file,) = files(store)
    assert file.stat().st_size < len(text) / 10


def test_a_file_that_is_damaged_is_made_again(store: Kept) -> None:
    store.content("page", "a", lambda: b"whole")
    (file,) = files(store)
    for damaged in (b"", b"whole", file.read_bytes()[:-1], file.read_bytes() + b"x"):
        file.write_bytes(damaged)
        assert store.content("page", "a", lambda: b"whole") == b"whole"
        assert store.read(store.name("page", "a")) == b"whole"


def test_without_room_or_leave_to_write_all_goes_on(store: Kept) -> None:
    store._folder.parent.mkdir(exist_ok=True)
    store._folder.write_text("a file where the folder would be")
    assert store.text("page", "a", lambda: "made") == "made"
    store.tidy()


def test_what_may_only_be_read_is_read(store: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str | Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    store.content("page", "a", lambda: b"kept")
    monkeypatch.setattr(os, "utime", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    monkeypatch.setattr(kept, "MOST", 0)
    store.tidy()
    assert store.content("page", "a", lambda: b"made again") == b"kept"


def test_what_did_not_fit_on_the_disk_takes_no_room(
    store: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert store.content("page", "a", lambda: b"made") == b"made"
    assert files(store) == []


def test_what_was_asked_for_longest_ago_goes_first(
    store: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        store.content("page", number, partial(random.Random(number).randbytes, 100))
    for number in range(4):
        os.utime(store._path(store.name("page", number)), (number, number))
    store.read(store.name("page", 0))  # asked for just now
    monkeypatch.setattr(kept, "MOST", 2 * (100 + 64))
    store.tidy()
    left = [number for number in range(4) if store.read(store.name("page", number)) is not None]
    assert left == [0, 3]


@pytest.mark.parametrize("number", [3, 90])
def test_of_all_texts_is_told_what_is_wrong_also_a_second_time(store: Kept, number: int) -> None:
    def text(name: int) -> Text:
        body = "<script>" if name % 3 == 0 else f"Text {name}."
        document = Document(f"{name}.md", (body,), body=body)
        return document, frozenset(), frozenset()

    texts = [text(name) for name in range(number)]
    expected = judged(texts)()
    assert {problem.place.path for problem in expected} == {
        f"{name}.md" for name in range(0, number, 3)
    }
    for _ in range(2):
        assert judged_beside(store, texts)() == expected
    assert len(files(store)) == number - number // 3


def test_code_and_versions_decide_what_is_kept(tmp_path: Path) -> None:
    (tmp_path / "hooks").mkdir()
    code = tmp_path / "hooks" / "a.py"
    code.write_text("1")
    before = circumstances(tmp_path, ["hooks"])
    assert circumstances(tmp_path, ["hooks"]) == before
    assert any(item.startswith("mkdocs ") for item in before)
    (tmp_path / "hooks" / "__pycache__").mkdir()
    (tmp_path / "hooks" / "__pycache__" / "a.pyc").write_text("1")
    assert circumstances(tmp_path, ["hooks"]) == before
    code.write_text("2")
    assert circumstances(tmp_path, ["hooks"]) != before


# --- what a preview has judged before ---------------------------------------------------------

CHANGES = [
    ("themas/mkb.md", "title: MKB", "title: Ondernemers"),
    ("themas/mkb.md", "order: 2", "order: 1"),
    ("themas/mkb.md", "title: ", "draft: true\ntitle: "),
    ("themas/mkb.md", "title: ", "publish_from: 2026-12-24\ntitle: "),
    ("themas/mkb.md", "partners: [vng]", "partners: [niemand]"),
    ("themas/human-capital.md", "Gewone tekst.", "Zie [MKB](mkb.md#gevraagd)."),
    ("themas/human-capital.md", "Gewone tekst.", "Dat staat er.[^canvas-2021]"),
    ("resultaten/welvaart-canvas.md", "  - id: canvas-2021", "  - id: canvas-2022"),
    ("resultaten/welvaart-canvas.md", "makers: [vng]", "makers: [hengelo]"),
]


@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=6))
def test_what_was_judged_before_is_judged_just_so(
    changes: list[tuple[str, str, str]],
) -> None:
    def judged(tree: Tree) -> str:
        found = loaded(tree)
        return repr((found.problems, found.notices, found.hidden, found.catalogue.entities))

    states = [tiny_tree()]
    for path, old, new in changes:
        text = states[-1][path]
        assert isinstance(text, str)
        states.append(states[-1] | {path: text.replace(old, new, 1)})
    in_turn = [judged(tree) for tree in (*states, *reversed(states))]
    for number, tree in enumerate(states):
        forget_files()
        assert {in_turn[number], in_turn[-1 - number]} == {judged(tree)}


def test_pages_are_read_again_only_where_something_has_changed(tmp_path: Path) -> None:
    docs = written(tiny_tree(), tmp_path)
    last = LastRead()

    def read_now(**given: Any) -> Loaded:
        return content_of(docs, last=last, **given)[0]

    first = read_now()
    assert read_now() is first
    assert read_now(circumstances="other") is not first
    path = docs / "themas/mkb.md"
    before = read_now()
    path.write_text(path.read_text("utf-8").replace("MKB", "Bedrijven"), encoding="utf-8")
    assert read_now() is not before
    assert read_now().catalogue.by_path["themas/mkb.md"].record.title == "Bedrijven"


# --- whole sites ------------------------------------------------------------------------------

TEXT = st.sampled_from(
    [
        "Gewone tekst.\n",
        "Andere tekst, met een **woord**.\n\n## Een kop\n\nEn tekst eronder.\n",
        "Zie [het MKB](../themas/mkb.md).\n\n- een\n- twee\n",
        "Zie [een kop](../themas/mkb.md#een-kop).\n",
        "## Antwoorden {#antwoorden}\n\nDaar leidt de voorpagina heen.\n",
    ]
)
WORDS = st.sampled_from(["Het plan", "De agenda", "Iets met <b> & 'teken'", "Ander woord"])


class Edits(RuleBasedStateMachine):
    """A small site, changed at random; every build is what a build without anything kept is."""

    folder: Path

    @initialize()
    def begin(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.root = write_site(self.folder, tiny_tree())
        keep_apart(self.root)
        self.before = self.good = read(self.root)

    @rule(data=st.data(), text=TEXT)
    def edit_text(self, data: st.DataObject, text: str) -> None:
        path = data.draw(st.sampled_from(pages(self.root)))
        front, fields, _ = path.read_text("utf-8").split("---\n", 2)
        path.write_text(f"{front}---\n{fields}---\n\n{text}", "utf-8")

    @rule(data=st.data(), title=WORDS, field=st.sampled_from(["title", "summary"]))
    def edit_fact(self, data: st.DataObject, title: str, field: str) -> None:
        path = data.draw(st.sampled_from(pages(self.root)))
        lines = path.read_text("utf-8").split("\n")
        written = json.dumps(f"{title} ({path.stem}), dat lang genoeg is om iets te zeggen")
        path.write_text(
            "\n".join(
                f"{field}: {written}" if line.startswith(f"{field}:") else line for line in lines
            ),
            "utf-8",
        )

    @rule(title=WORDS, text=TEXT)
    def add_page(self, title: str, text: str) -> None:
        summary = "Een pagina die erbij komt, om te zien wat dat doet."
        written = f"title: {json.dumps(title)}\nsummary: {summary}"
        (self.root / "docs/over").mkdir(exist_ok=True)
        (self.root / "docs/over/nieuw.md").write_text(page(written, text), "utf-8")

    @rule(data=st.data(), text=TEXT)
    def translate(self, data: st.DataObject, text: str) -> None:
        dutch = [path for path in pages(self.root) if not path.name.endswith(".en.md")]
        path = data.draw(st.sampled_from(dutch))
        summary = "A summary that is long enough to say something."
        other = translation(f"A title of {path.stem}", summary, path.read_text("utf-8"), text)
        path.with_suffix(".en.md").write_text(other, "utf-8")

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        lonely = [path for path in pages(self.root) if path.name in {"nieuw.md", "vng.en.md"}]
        if lonely:
            data.draw(st.sampled_from(lonely)).unlink()

    @rule(word=WORDS)
    def edit_settings(self, word: str) -> None:
        path = self.root / "mkdocs.yml"
        lines = path.read_text("utf-8").split("\n")
        path.write_text(
            "\n".join(
                f"site_name: {json.dumps(word)}" if line.startswith("site_name:") else line
                for line in lines
            ),
            "utf-8",
        )

    @rule(word=WORDS)
    def edit_template(self, word: str) -> None:
        path = self.root / "overrides/partials/footer.html"
        path.write_text(f"{path.read_text('utf-8')}<p>{len(word)}</p>\n", "utf-8")

    @rule()
    def undo(self) -> None:
        write(self.root, self.before)

    @invariant()
    def is_as_without_anything_kept(self) -> None:
        if not hasattr(self, "root"):
            return
        with_kept, said = built(self.root)
        aside = self.root / "aside"
        (self.root / kept.FOLDER).rename(aside)
        without, said_anew = built(self.root)
        shutil.rmtree(self.root / kept.FOLDER)
        aside.rename(self.root / kept.FOLDER)
        assert said == said_anew
        assert differences(with_kept, without) == []
        if with_kept:
            self.good = read(self.root)
        else:  # The check refused it.
            write(self.root, self.good)


def pages(root: Path) -> list[Path]:
    return sorted((root / "docs").rglob("*.md"))


def read(root: Path) -> dict[str, bytes]:
    paths = [*pages(root), root / "mkdocs.yml", root / "overrides/partials/footer.html"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def write(root: Path, contents: dict[str, bytes]) -> None:
    for path in pages(root):
        path.unlink()
    for name, content in contents.items():
        (root / name).write_bytes(content)


def built(root: Path) -> tuple[dict[str, str], str]:
    """Return the site, as it stands after a build, and what was said where there was none."""
    shutil.rmtree(root / "site", ignore_errors=True)
    command = ("-m", "mkdocs", "build", "--strict", "--quiet")
    done = python_in(root, *command, SOURCE_DATE_EPOCH="1717200000")
    (root / kept.FOLDER).mkdir(exist_ok=True)
    return fingerprints(root / "site"), done.stdout + done.stderr


@pytest.mark.depth
def test_a_build_is_what_it_is_without_anything_kept(tmp_path: Path) -> None:
    Edits.folder = tmp_path / "site"
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=8,
            stateful_step_count=6,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

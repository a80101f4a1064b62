"""A page that was saved is shown before the rest of the site is made, just as it then comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hooks.engine import beside
from tests.builders import tiny_tree
from tests.fixed_site import keep_apart
from tests.pages import differences
from tests.small_site import python_in, write_site

pytestmark = pytest.mark.skipif(not beside.IS_POSSIBLE, reason="Only Linux copies a process.")

DUTCH = "themas/human-capital.md"
"""It has no translation: in English it is shown as it is."""

ENGLISH = "themas/mkb.en.md"

PREVIEW = """
import json, sys
from pathlib import Path

import mkdocs.commands.serve as command
from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

told, (edits, *flags) = [], json.loads(sys.argv.pop())


def read(server):
    site = Path(server.root)
    kinds = {".csv", ".html", ".ics", ".json", ".made", ".txt", ".xml"}
    files = [path for path in site.rglob("*.*") if path.suffix in kinds]
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}


def work(server, **_):
    build = command.build

    def whole(*values, **named):
        is_open = server._visible_epoch == server._wanted_epoch
        told[-1] |= {"sooner": read(server), "is_open": is_open}
        build(*values, **named)

    command.build = whole
    for path, old, new in edits:
        told.append({"before": read(server)})
        file = Path("docs", path)
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), "utf-8")
        server._wanted_epoch += 1
        server.builder()
        server._visible_epoch = server._wanted_epoch
        shown = server._inject_js_into_html(b"<html><head></head><body></body></html>", 1)
        told[-1] |= {"after": read(server), "is_told": b"preview-panel" in shown}


LiveReloadServer.serve = work
sys.argv = ["mkdocs", "serve", *flags]
try:
    cli()
finally:
    sys.stdout.write(json.dumps(told))
"""


@dataclass(frozen=True)
class Shown:
    """The files of a preview around one change, by their paths."""

    before: dict[str, str]
    sooner: dict[str, str]
    after: dict[str, str]
    is_open: bool
    is_told: bool

    @property
    def made(self) -> set[str]:
        """The pages that were made sooner."""
        return {path for path, text in self.sooner.items() if text != self.before.get(path)}


def previewed(root: Path, *edits: tuple[str, str, str], flag: str = "--quiet") -> list[Shown]:
    """Return what a real preview shows: at each edit, of which one follows on the other."""
    done = python_in(root, "-c", PREVIEW, json.dumps([edits, flag]))
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return [Shown(**one) for one in told]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("sooner"), tiny_tree())


@pytest.fixture(scope="module")
def shown(root: Path) -> dict[str, Shown]:
    tree = tiny_tree()
    assert DUTCH.replace(".md", ".en.md") not in tree
    edits: dict[str, tuple[str, str, str]] = {
        "text": (DUTCH, "Gewone tekst.", "Nieuwe **woorden**."),
        "english": (ENGLISH, "Plain text.", "New [words](../index.md)."),
        "fact": (DUTCH, "title: Human capital", "title: Werk en mensen"),
        "wrong": (DUTCH, "title:", "titel:"),
        "mended": (DUTCH, "titel:", "title:"),
        "again": (DUTCH, "title: Werk en mensen", "title: Mensen"),
    }
    return dict(zip(edits, previewed(root, *edits.values()), strict=True))


@pytest.mark.parametrize(
    ("edit", "path", "text"),
    [
        ("text", "themas/human-capital/", "Nieuwe <strong>woorden</strong>."),
        ("text", "en/themas/human-capital/", "Nieuwe <strong>woorden</strong>."),
        ("english", "en/themas/mkb/", 'New <a href="../../">words</a>.'),
        ("fact", "themas/human-capital/", "Werk en mensen"),
        ("fact", "en/themas/human-capital/", "Werk en mensen"),
        ("again", "themas/human-capital/", "<h1>Mensen</h1>"),
    ],
)
def test_a_page_that_was_saved_is_shown_before_the_rest(
    shown: dict[str, Shown], edit: str, path: str, text: str
) -> None:
    one, page = shown[edit], f"{path}index.html"
    assert one.is_open, "who looks does not wait for the rest"
    assert text not in one.before[page]
    assert text in one.sooner[page]
    assert one.sooner[page] == one.after[page]
    assert {path.removeprefix("en/") for path in one.made} <= {page.removeprefix("en/")}


def test_the_rest_follows(shown: dict[str, Shown]) -> None:
    assert "Werk en mensen" not in shown["fact"].sooner["themas/index.html"]
    assert "Werk en mensen" in shown["fact"].after["themas/index.html"]


def test_a_preview_that_has_seen_every_change_shows_what_a_new_one_shows(
    shown: dict[str, Shown], root: Path
) -> None:
    keep_apart(root)
    edit = (DUTCH, "title: Mensen", "title: Werk")
    (new,) = previewed(root, edit, flag="--clean")  # By which MkDocs means what it does anyway.
    assert differences(shown["again"].after, new.before) == []


@pytest.mark.parametrize("edit", ["wrong", "mended"])
def test_what_is_wrong_is_left_to_the_whole_build(shown: dict[str, Shown], edit: str) -> None:
    assert shown[edit].made == set()
    assert not shown[edit].is_open
    assert [name for name, one in shown.items() if one.is_told] == ["wrong"]

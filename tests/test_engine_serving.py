"""The preview: it keeps the last good site, tells what is wrong, and recovers."""

from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
import sys
import threading
import types
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.commands.serve
import mkdocs.utils
import pytest
from bs4 import BeautifulSoup
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer

from hooks.engine import serving
from hooks.engine.panel import Finding, Panel, Refused, text_of_failure, with_panel
from hooks.taskforce.languages import LANGUAGES, Text
from hooks.taskforce.problems import Place
from hooks.taskforce.reading import stamps
from hooks.taskforce.rules.fields import UNKNOWN_KEY
from tests.conftest import ROOT

MKDOCS = logging.getLogger("mkdocs")
PAGE = "<html lang=\"nl\"><head></head><body class='x'><p>{}</p></body></html>"


class Site:
    """A stand-in for MkDocs: builds one page, or fails as it is told."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.page, self.text = PAGE, "first"
        self.during: Callable[[], None] = lambda: None
        self.failure: BaseException | None = None
        self.builds = 0

    def build(self) -> None:
        mkdocs.utils.clean_directory(str(self.directory))
        self.directory.mkdir(exist_ok=True)
        self.builds += 1
        self.during()
        if self.failure:
            raise self.failure
        for name in ("index.html", "404.html"):
            (self.directory / name).write_text(self.page.format(self.text), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A stand-in for the package with the hooks."""
    (tmp_path / "package").mkdir()
    return tmp_path / "package"


@contextmanager
def previewed(
    site: Site, package: Path, sooner: serving.Sooner | None = None
) -> Iterator[LiveReloadServer]:
    """Yield a running server, as ``mkdocs serve`` makes it."""
    pages = package.parent / "docs"
    pages.mkdir()
    (pages / "page.md").touch()
    site.directory.mkdir()
    bytecode = sys.dont_write_bytecode
    preview = serving.Preview(package)
    command: Any = mkdocs.commands.serve
    build, command.build = command.build, site.build
    server_made = command.LiveReloadServer
    handlers, level = MKDOCS.handlers[:], MKDOCS.level
    try:
        preview.outlive_first_build()
        assert preview.is_running
        assert not serving.Preview(package).is_running, "hooks loaded anew are asked for nothing"
        command.build()
        assert command.build == site.build, "later builds are MkDocs' own"
    finally:
        command.build, command.LiveReloadServer = build, server_made
    root = str(site.directory)
    server = LiveReloadServer(site.build, "127.0.0.1", 0, root, "/sub/", polling_interval=9)
    server = preview.keep_last_good(server, site.build, [pages, package], sooner)
    server.watch(str(package))
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    sys.dont_write_bytecode = bytecode
    MKDOCS.handlers[:] = handlers
    MKDOCS.setLevel(level)
    socketserver_shutdown = super(LiveReloadServer, server).shutdown
    socketserver_shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def server(site: Site, package: Path) -> Iterator[LiveReloadServer]:
    with previewed(site, package) as running:
        yield running


def get(server: LiveReloadServer, path: str = "") -> tuple[int, str]:
    address = f"http://127.0.0.1:{server.server_port}/sub/{path}"
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def findings(page: str) -> list[str]:
    """What the panel of a page lists; nothing where there is no panel."""
    items = BeautifulSoup(page, "html.parser").select(".preview-panel li")
    return [" ".join(item.get_text(" ").split()) for item in items]


@pytest.mark.parametrize(
    ("arguments", "is_preview"),
    [
        ("serve", True),
        ("-q --color serve -a localhost:80", True),
        ("build --strict -d serve", False),
        ("gh-deploy -m serve", False),
        ("", False),
    ],
)
def test_a_preview_is_what_the_command_serve_makes(
    arguments: str, is_preview: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["mkdocs", *arguments.split()])
    assert serving.is_preview() is is_preview


def test_an_address_that_is_taken_is_told_in_words(
    server: LiveReloadServer, site: Site, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs.commands.serve, "LiveReloadServer", None)
    monkeypatch.setattr(mkdocs.commands.serve, "build", site.build)
    serving.Preview(package).outlive_first_build()
    made: Any = mkdocs.commands.serve
    taken, nowhere = ("127.0.0.1", server.server_port), ("192.0.2.1", 80)
    for (host, port), reason in ((taken, "staat al iets.* already"), (nowhere, "assign")):
        second = made.LiveReloadServer(site.build, host, port, str(site.directory))
        with pytest.raises(Abort, match=rf"^http://{host}[:0-9]*/: .*{reason}"):
            second.server_bind()
        second.server_close()


def test_good_rebuild_is_shown(server: LiveReloadServer, site: Site) -> None:
    assert "first" in get(server)[1]
    site.text = "second"
    server.builder()
    status, text = get(server)
    assert status == 200
    assert "second" in text
    assert "preview-panel" not in text


def test_a_page_that_was_saved_is_there_while_the_rest_is_made(site: Site, package: Path) -> None:
    def sooner(saved: Set[str], folder: Path) -> None:
        if saved != {"page.md"}:
            raise Abort("what is wrong")
        (folder / "index.html").write_text(PAGE.format("sooner"), encoding="utf-8")

    with previewed(site, package, sooner) as server:

        def save(name: str) -> tuple[str, bool]:
            """Return what is shown meanwhile, and whether it is loaded again at the end."""
            (package.parent / "docs" / name).write_text(f"{site.builds}", encoding="utf-8")
            server._wanted_epoch += 1
            seen = []
            site.during = lambda: seen.append(
                get(server)[1] if server._visible_epoch == server._wanted_epoch else "waiting"
            )
            server.builder()
            is_loaded_again = server._wanted_epoch > server._visible_epoch
            server._visible_epoch = server._wanted_epoch
            return seen[0], is_loaded_again

        shown, again = save("page.md")
        assert "sooner" in shown
        assert again
        assert "first" in get(server)[1]
        assert save("new.md")[0] == "waiting"
        assert save("new.md")[0] == "waiting", "it is wrong, which the whole build tells"
        assert "sooner" in save("page.md")[0]
        site.failure = Abort("worse")
        assert "sooner" in save("page.md")[0]
        assert save("page.md")[0] == "waiting", "after a failure all is made"
        site.failure = None
        assert save("page.md")[0] == "waiting"
        assert "sooner" in save("page.md")[0]
        (package / "part.py").touch()
        assert save("page.md")[0] == "waiting"
        assert save("page.md")[0] == "waiting", "it is of the code of before"


def test_pages_that_were_saved_are_told_where_nothing_else_has_changed() -> None:
    docs = Path("docs")
    others = Path("mkdocs.yml"), Path("overrides/c.md"), docs / "a.png"
    before = dict.fromkeys((docs / "a.md", docs / "over/b.en.md", *others), 1)

    def saved(*changed: str) -> set[str]:
        return {*serving.pages_saved(before, before | dict.fromkeys(map(Path, changed), 2), docs)}

    assert saved() == set()
    assert saved("docs/a.md", "docs/over/b.en.md") == {"a.md", "over/b.en.md"}
    for other in (docs / "c.md", *others):
        assert saved("docs/a.md", str(other)) == set(), other
    assert serving.pages_saved(before, {docs / "a.md": 2}, docs) == set()


def test_what_an_editor_keeps_for_itself_is_no_change(tmp_path: Path) -> None:
    seen = ("mkdocs.yml", "docs/a.md", "docs/.well-known/key.txt")
    for name in (*seen, "docs/.a.md.swp", "docs/.obsidian/workspace.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = stamps([tmp_path / "docs", tmp_path / "mkdocs.yml"])
    assert found.keys() == {tmp_path / name for name in seen}


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (Abort("docs/x.md:3 &lt; title <missing>"), "docs/x.md:3 &lt; title <missing>"),
        (KeyError("bug"), "KeyError: 'bug'"),
        (SystemExit(3), "SystemExit: 3"),
        (ValueError(), "ValueError: ValueError"),
        (SyntaxError("in a hook"), "SyntaxError: in a hook"),
    ],
)
def test_failed_rebuild_leaves_the_last_good_site(
    server: LiveReloadServer,
    site: Site,
    caplog: pytest.LogCaptureFixture,
    failure: BaseException,
    message: str,
) -> None:
    site.failure = failure
    with caplog.at_level(logging.INFO):
        server.builder()
    status, text = get(server)
    assert status == 200
    assert "first" in text
    assert findings(text) == [message], "the browser shows the problems, as text"
    assert "van vóór de laatste verandering" in text
    assert str(failure) in caplog.text
    assert "The last good site is still shown." in caplog.text
    assert "Traceback" not in caplog.text
    status, text = get(server, "nowhere/")
    assert status == 404
    assert "first" in text
    assert findings(text) == [message], "a page that is not there yet shows them, too"

    site.failure, site.text = None, "mended"
    server.builder()
    text = get(server)[1]
    assert "mended" in text
    assert findings(text) == []


def test_who_asks_for_more_sees_where_an_unexpected_failure_came_from(
    server: LiveReloadServer, site: Site
) -> None:
    MKDOCS.addHandler(logging.StreamHandler(said := io.StringIO()))
    MKDOCS.setLevel(logging.DEBUG)  # As `--verbose` does.
    site.failure = ValueError("a bug")
    server.builder()
    assert "Traceback" in said.getvalue()
    assert findings(get(server)[1]) == ["ValueError: a bug"]


def test_a_site_that_was_replaced_takes_no_room(tmp_path: Path) -> None:
    for name in ("served", "built"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, "utf-8")
    before = set(threading.enumerate())
    serving.replace_directory(tmp_path / "served", tmp_path / "built")
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert [path.name for path in tmp_path.iterdir()] == ["served"]
    assert (tmp_path / "served/index.html").read_text("utf-8") == "built"


def test_a_site_that_cannot_be_moved_leaves_the_last_good_one(tmp_path: Path) -> None:
    served = tmp_path / "served"
    served.mkdir()
    (served / "index.html").write_text("good", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        serving.replace_directory(served, tmp_path / "not built")
    assert [path.name for path in tmp_path.iterdir()] == ["served"]
    assert (served / "index.html").read_text("utf-8") == "good"


def test_each_problem_of_the_content_is_listed_with_its_place(
    server: LiveReloadServer, site: Site
) -> None:
    places = [Place("docs/a.md", 3, 1, 5), Place("docs/b.md", 4, 2)]
    problems = [
        UNKNOWN_KEY.problem(place, "x", "titel: <b>", value="titel", instead=Text(nl="a", en="b"))
        for place in places
    ]
    site.failure = Refused("all of it, as text", problems)
    server.builder()
    shown = findings(get(server)[1])
    assert [item.split()[0] for item in shown] == ["docs/a.md:3:1:", "docs/b.md:4:2:"]
    assert all("[unknown-key] titel: <b>" in item for item in shown)
    assert "geen veld" in shown[0]
    site.page = site.page.replace('lang="nl"', 'lang="en"')
    site.failure = None
    server.builder()
    site.failure = Refused("", problems)
    server.builder()
    assert "not a field" in findings(get(server)[1])[0], "in the language of the page"


def test_what_only_a_strict_build_stops_at_is_shown_and_goes_when_mended(
    server: LiveReloadServer, site: Site
) -> None:
    def warn() -> None:
        for _ in LANGUAGES:
            logging.getLogger("mkdocs.structure.pages").warning("a link to %s", "#nowhere")
        logging.getLogger("mkdocs.livereload").warning("GET / code 404")
        logging.getLogger("mkdocs.structure.pages").info("a page")

    site.text, site.during = "second", warn
    server.builder()
    text = get(server)[1]
    assert "second" in text, "the page is new"
    assert "kunnen ze niet online" in text
    assert findings(text) == ["a link to #nowhere"]
    assert 'lang="en">a link to #nowhere' in text
    site.failure = Abort("worse")
    server.builder()
    assert findings(get(server)[1]) == ["worse", "a link to #nowhere"]
    site.failure, site.during = None, lambda: None
    server.builder()
    assert findings(get(server)[1]) == []


def test_warnings_are_shown_where_the_terminal_is_to_be_quiet(site: Site, package: Path) -> None:
    terminal = logging.StreamHandler(io.StringIO())
    MKDOCS.addHandler(terminal)
    MKDOCS.setLevel(logging.ERROR)
    site.during = lambda: logging.getLogger("mkdocs.x").warning("a warning")
    try:
        with previewed(site, package) as server:
            assert findings(get(server)[1]) == ["a warning"]
            logging.getLogger("mkdocs.x").error("an error")
        assert terminal.stream.getvalue() == "an error\n"
    finally:
        MKDOCS.removeHandler(terminal)
        MKDOCS.setLevel(logging.NOTSET)


def test_a_first_build_that_fails_is_told_at_every_address_until_it_is_mended(
    site: Site, package: Path
) -> None:
    site.failure = Abort("what is wrong")
    with previewed(site, package) as server:
        for path in ("", "themas/mkb/"):
            status, text = get(server, path)
            assert status == 404
            assert findings(text) == ["what is wrong"]
            assert "Er is nog geen goede site" in text
            assert "livereload(" in text, "it looks whether it is mended"
        for name in ("panel.css", "panel.js"):
            assert f'"/sub/preview/{name}"' in text
            assert get(server, f"preview/{name}")[0] == 200
        site.failure = None
        server.builder()
        assert get(server)[0] == 200
        assert "first" in get(server)[1]
        assert findings(get(server)[1]) == []
        assert get(server, "preview/panel.js")[0] == 200


def test_a_page_with_the_panel_keeps_a_policy_that_its_style_and_script_pass() -> None:
    panel = Panel((Finding(Text(nl="a", en="a")),))
    page = b"<html><head></head><body></body></html>"
    shown = with_panel(page, panel, "/sub/").decode()
    assert not re.search(r"<style|<script>|style=|onclick", shown)
    assert with_panel(page, None, "/sub/") == page


def test_interrupt_is_not_swallowed(server: LiveReloadServer, site: Site) -> None:
    site.failure = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        server.builder()


def test_changed_hooks_are_imported_anew(
    server: LiveReloadServer, site: Site, package: Path
) -> None:
    hook, hooks = package / "hook.py", Hooks("plugins")

    def loaded() -> object:
        return hooks._load_hook(hook.name, str(hook))

    sys.modules["package"] = sys.modules["package.part"] = types.ModuleType("package")
    try:
        hook.touch()
        server.builder()
        sys.modules["package"], first = types.ModuleType("package"), loaded()
        server.builder()
        assert "package" in sys.modules, "nothing has changed"
        assert loaded() is first
        (package / "__pycache__").mkdir()
        (package / "__pycache__" / "part.pyc").touch()
        server.builder()
        assert "package" in sys.modules, "what Python keeps is no change"
        for name in ("part.py", "words.yml"):
            (package / name).write_text("")
            server.builder()
            assert "package" not in sys.modules
            assert "package.part" not in sys.modules
            assert loaded() is not first
            sys.modules["package"] = types.ModuleType("package")
    finally:
        sys.modules.pop("package", None)
        sys.modules.pop("package.part", None)


def test_what_the_plugin_leaves_behind_is_put_back() -> None:
    build_log = logging.getLogger("mkdocs.commands.build")
    clean_directory, filters = mkdocs.utils.clean_directory, build_log.filters[:]

    def build() -> None:
        mkdocs.utils.clean_directory = lambda directory: None
        build_log.addFilter(lambda record: False)
        raise ValueError

    assert isinstance(serving.attempt(build), ValueError)
    assert mkdocs.utils.clean_directory is clean_directory
    assert build_log.filters == filters


def test_message_of_a_build_error_is_kept() -> None:
    def build() -> None:
        try:
            raise PluginError("what is wrong")
        except BuildError:
            raise Abort("Aborted with a BuildError!")  # noqa: B904 - as MkDocs does

    error = serving.attempt(build)
    assert error is not None
    assert text_of_failure(error) == "what is wrong"


def test_make_serves_from_memory_where_there_is_room() -> None:
    def served_in(*settings: str) -> str:
        command = ["make", "--dry-run", "serve", *settings]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        (line,) = (one for one in done.stdout.splitlines() if "mkdocs serve " in one)
        return line.partition(".venv/bin/mkdocs serve ")[0].strip()

    memory = Path("/dev/shm")
    has_room = memory.is_dir() and shutil.disk_usage(memory).free > 4_000_000 * 1024
    assert served_in() == (f"TMPDIR={memory}" if has_room else "")
    assert served_in("MEMORY=/nowhere") == ""

"""The preview: it keeps the last good site, tells what is wrong, and recovers."""

from __future__ import annotations

import logging
import os
import sys
import threading
import types
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import mkdocs.utils
import pytest
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer

from hooks.engine import serving

PAGE = "<html><body class='x'><p>{}</p></body></html>"


class Site:
    """A stand-in for MkDocs: builds one page, or fails as it is told."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.text = "first"
        self.failure: BaseException | None = None
        self.builds = 0

    def build(self) -> None:
        mkdocs.utils.clean_directory(str(self.directory))
        self.directory.mkdir(exist_ok=True)
        self.builds += 1
        if self.failure:
            raise self.failure
        for name in ("index.html", "404.html"):
            (self.directory / name).write_text(PAGE.format(self.text), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    directory = tmp_path / "site"
    site = Site(directory)
    site.build()
    return site


@pytest.fixture
def server(site: Site, tmp_path: Path) -> Iterator[LiveReloadServer]:
    """Return a running server, as ``mkdocs serve`` makes it."""
    server = LiveReloadServer(site.build, "127.0.0.1", 0, str(site.directory), polling_interval=9)
    package = tmp_path / "package"
    package.mkdir()
    bytecode = sys.dont_write_bytecode
    server = serving.keep_last_good(server, site.build, package)
    server.watch(str(package))
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    sys.dont_write_bytecode = bytecode
    socketserver_shutdown = super(LiveReloadServer, server).shutdown
    socketserver_shutdown()
    server.server_close()
    thread.join()


def get(server: LiveReloadServer, path: str = "/") -> tuple[int, str]:
    address = f"http://127.0.0.1:{server.server_port}{path}"
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_good_rebuild_is_shown(server: LiveReloadServer, site: Site) -> None:
    assert "first" in get(server)[1]
    site.text = "second"
    server.builder()
    status, text = get(server)
    assert status == 200
    assert "second" in text
    assert '<pre role="status"' not in text


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (Abort("docs/x.md:3 &lt; title <missing>"), "docs/x.md:3"),
        (Abort("Aborted with 1 warnings in strict mode!"), "strict mode"),
        (KeyError("bug"), "KeyError: &#x27;bug&#x27;"),
        (SystemExit(3), "SystemExit: 3"),
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
    assert message in text, "the browser shows the problems"
    assert "<missing>" not in text, "as text, not as HTML"
    assert str(failure) in caplog.text
    assert "Traceback" not in caplog.text
    assert get(server, "/nowhere/") == (404, PAGE.format("first"))

    site.failure, site.text = None, "mended"
    server.builder()
    text = get(server)[1]
    assert "mended" in text
    assert message not in text


def test_interrupt_is_not_swallowed(server: LiveReloadServer, site: Site) -> None:
    site.failure = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        server.builder()


def test_changed_hooks_are_imported_anew(
    server: LiveReloadServer, site: Site, tmp_path: Path
) -> None:
    sys.modules["package"] = sys.modules["package.part"] = types.ModuleType("package")
    try:
        server.builder()
        assert "package" in sys.modules, "nothing has changed"
        (tmp_path / "package" / "part.py").write_text("")
        server.builder()
        assert "package" not in sys.modules
        assert "package.part" not in sys.modules
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

    assert serving.attempt(build) == "ValueError: ValueError"
    assert mkdocs.utils.clean_directory is clean_directory
    assert build_log.filters == filters


def test_waiting_ends_when_a_changed_file_mends_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = tmp_path / "page.md"
    page.write_text("wrong")
    looks: list[int] = []

    def edit() -> None:
        looks.append(1)
        text = {1: "wrong", 2: "still wrong", 3: "right"}[len(looks)]
        page.write_text(text)
        os.utime(page, ns=(len(looks), len(looks)))

    def check() -> str:
        return "" if page.read_text() == "right" else f"problem: {page.read_text()}"

    with caplog.at_level(logging.ERROR):
        serving.wait_until_mended(check, [tmp_path], edit)
    assert len(looks) == 3
    assert "problem: wrong" in caplog.text
    assert "problem: still wrong" in caplog.text


def test_no_waiting_when_all_is_well(tmp_path: Path) -> None:
    serving.wait_until_mended(lambda: "", [tmp_path], lambda: pytest.fail("waited"))


def test_message_of_a_build_error_is_kept() -> None:
    def build() -> None:
        try:
            raise PluginError("what is wrong")
        except BuildError:
            raise Abort("Aborted with a BuildError!")  # noqa: B904 - as MkDocs does

    assert serving.attempt(build) == "what is wrong"


def test_problems_are_shown_once_at_the_top() -> None:
    page = PAGE.format("x").encode()
    assert serving.show_problems(page, "") == page
    shown = serving.show_problems(page, r"a \1 <b>").decode()
    assert shown.index("a \\1 &lt;b&gt;") < shown.index("<p>")

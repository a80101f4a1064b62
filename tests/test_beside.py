"""Work in a process of its own ends as if it had been done here: result, log, mistakes."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.exceptions import Abort

from hooks.engine import beside
from hooks.engine.beside import Beside
from hooks.taskforce import compiling
from hooks.taskforce.compiling import CompiledOnce
from hooks.taskforce.pages.templates import compile_all, read_templates
from tests.fixed_site import keep_apart, write_fixed_site
from tests.pages import differences, fingerprints
from tests.small_site import environment

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(not beside.IS_POSSIBLE, reason="Only Linux copies a process.")

log = logging.getLogger("mkdocs.plugins.example")


@pytest.fixture
def shown(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.INFO)
    yield caplog


def test_what_was_made_is_handed_over() -> None:
    here = os.getpid()
    work = Beside(lambda: (os.getpid(), {"made": [1, 2]}))
    process, made = work.result()
    assert process != here
    assert made == {"made": [1, 2]}


def test_what_is_logged_there_is_logged_here_at_its_end(shown: pytest.LogCaptureFixture) -> None:
    def work() -> None:
        log.info("a %s of %d", "page", 3)
        log.warning("careful")

    done = Beside(work)
    assert not shown.messages
    done.result()
    assert [(item.levelname, item.getMessage()) for item in shown.records] == [
        ("INFO", "a page of 3"),
        ("WARNING", "careful"),
    ]


def test_templates_that_another_process_has_compiled_are_not_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compiling, "_CODE", {})

    def compiled() -> dict[str, bytes]:
        compile_all()
        return compiling.code()

    compiling.take_over(Beside(compiled).result())
    compile_one = Mock(side_effect=AssertionError)
    monkeypatch.setattr(Environment, "compile", compile_one)
    templates = read_templates()
    assert templates.markdown.get_template("page.html").name == "page.html"
    assert templates.html.get_template("book.html").name == "book.html"
    with pytest.raises(AssertionError):
        templates.html.get_template("page.html")


def test_a_template_that_has_changed_is_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "_CODE", {})

    def shown(text: str) -> str:
        loader = DictLoader({"a.html": text})
        environment = Environment(loader=loader, bytecode_cache=CompiledOnce("test"))
        return environment.get_template("a.html").render()

    assert [shown("old"), shown("new"), shown("new")] == ["old", "new", "new"]


def test_where_a_logger_keeps_its_log_to_itself_it_is_heard_too() -> None:
    alone = logging.getLogger("alone-with-its-log")
    heard: list[str] = []
    hearing = logging.Handler()
    hearing.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    alone.addHandler(hearing)
    alone.propagate = False
    Beside(lambda: alone.warning("careful")).result()
    assert heard == ["careful"]


def test_what_stops_it_there_stops_it_here() -> None:
    def work() -> None:
        raise Abort("This page is not right.")

    with pytest.raises(Abort, match=r"This page is not right\."):
        Beside(work).result()


def test_a_mistake_that_cannot_be_handed_over_is_told(shown: pytest.LogCaptureFixture) -> None:
    class OwnError(Exception):
        pass

    def work() -> None:
        raise OwnError("only known there")

    with pytest.raises(Abort, match="only known there"):
        Beside(work).result()
    assert "OwnError" in shown.text


def test_a_process_that_is_killed_stops_the_build() -> None:
    with pytest.raises(Abort, match=str(-signal.SIGKILL)):
        Beside(lambda: os.kill(os.getpid(), signal.SIGKILL)).result()


def test_a_process_waits_for_what_it_does_later(
    shown: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    made: list[str] = []

    def later(name: str, folder: Path) -> None:
        log.info("later")
        (folder / name).write_text(" ".join(made))

    work = Beside(lambda: made.append("known only there"), later)
    work.result()
    assert not (tmp_path / "x").exists()
    work.ask("x", tmp_path)
    work.answered()
    assert (tmp_path / "x").read_text() == "known only there"
    assert shown.messages == ["later"]
    wrong = Beside(lambda: None, later)
    wrong.result()
    wrong.ask("x", tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        wrong.answered()


WAITING = """
from hooks.engine.beside import Beside

Beside(lambda: None, print).result()
"""


def test_nobody_waits_for_a_process_that_waits() -> None:
    done = subprocess.run([sys.executable, "-c", WAITING], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0


def test_work_that_is_abandoned_ends_at_once() -> None:
    begun = time.monotonic()
    work = Beside(lambda: time.sleep(600))
    work.abandon()
    work.abandon()
    assert time.monotonic() - begun < 60


KILLED = """
import os, signal, sys, time
from pathlib import Path
from hooks.engine.beside import Beside

def work():
    Path(sys.argv[1]).write_text(str(os.getpid()))
    time.sleep(600)

begun = Beside(work)
while not Path(sys.argv[1]).exists():
    time.sleep(0.01)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_with_the_process_that_began_it(tmp_path: Path) -> None:
    told = tmp_path / "process"
    subprocess.run([sys.executable, "-c", KILLED, str(told)], cwd=ROOT, check=False, timeout=60)
    for _ in range(600):
        if not is_running(int(told.read_text("utf-8"))):
            return
        time.sleep(0.1)
    pytest.fail("It is still at work.")


def is_running(process: int) -> bool:
    """Return whether a process is there, and has not ended without anybody having asked for it."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


AFTER_EACH_OTHER = """
import sys
sys.path.insert(0, ".")
from hooks.engine import beside
beside.IS_POSSIBLE = False
from mkdocs.__main__ import cli
cli(sys.argv[1:])
"""


@pytest.mark.depth
def test_languages_built_after_each_other_are_the_same_site(
    fixed_site: Path, tmp_path: Path
) -> None:
    root = write_fixed_site(tmp_path / "root")
    keep_apart(root)
    command = [sys.executable, "-c", AFTER_EACH_OTHER, "build", "--strict"]
    subprocess.run(command, cwd=root, env=environment(), check=True)
    assert differences(fingerprints(root / "site"), fingerprints(fixed_site)) == []

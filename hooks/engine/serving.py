"""A preview that survives mistakes: ``mkdocs serve`` keeps showing the last good site.

MkDocs 1.6 empties its output directory before each build, and after a failed one lets every
request wait until a build succeeds ("the server will appear stuck"), with a traceback for a typing
error. Where the first build fails, it stops. It also never loads a changed hook again
(mkdocs#3993). And what only a strict build stops at, it tells the terminal alone.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

import mkdocs.commands.serve
import mkdocs.utils
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from hooks.engine import logs, panel
from hooks.engine.panel import Finding, Panel
from hooks.engine.policy import for_preview
from hooks.taskforce.disk import place_and_advice

log = logging.getLogger(__name__)

Stamps = dict[Path, int]


def is_preview() -> bool:
    """Return whether `mkdocs serve` runs; also after the hooks have been loaded anew."""
    return "serve" in sys.argv[1:]


class Preview:
    """One run of ``mkdocs serve``, which shows what is wrong in a panel on every page.

    It outlives the hooks, which are imported anew when they have changed; this module itself stays
    as it was until the server is started again.
    """

    def __init__(self, package: Path) -> None:
        """Begin one.

        Args:
            package: Directory of the package with the hooks.
        """
        self._package = package
        self._code: Stamps = {}
        self._failure: tuple[Finding, ...] = ()
        self._warnings = _Warnings()
        self._is_there = False

    def outlive_first_build(self) -> None:
        """Let the server start whether or not the first build succeeds; call in `on_startup`.

        Not where pages are not to be loaded again: MkDocs then calls no `on_serve`, and nobody
        would see what is wrong.
        """
        if "--no-livereload" in sys.argv:
            return
        command: Any = mkdocs.commands.serve
        original = command.build

        def first_build(*values: Any, **named: Any) -> None:
            command.build = original
            self._code = stamps([self._package])
            self._warnings.listen()
            self._try(lambda: original(*values, **named))

        command.build = first_build

    def keep_last_good(
        self, server: LiveReloadServer, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Return the server, made to serve a copy of the site that only a good build replaces.

        The copy is at one fixed path, because a request that waits for a rebuild has already
        chosen its file. Call it in ``on_serve``.

        Args:
            server: MkDocs' server, after the first build.
            builder: MkDocs' function that loads the configuration and builds the site.
        """
        built = Path(server.root)
        served = Path(mkdtemp(prefix="last_good_site_"))
        finalize(server, shutil.rmtree, served, ignore_errors=True)
        finalize(server, shutil.rmtree, _beside(served), ignore_errors=True)
        # Compiled files next to the watched sources would set off a second rebuild.
        sys.dont_write_bytecode = True

        def publish() -> None:
            replace_directory(served, built)
            panel.add_files(served)

        def rebuild() -> None:
            if self._code != (code := stamps([self._package])):
                self._code = code
                forget_modules(self._package.name)

            def build_and_publish() -> None:
                builder()
                publish()

            self._try(build_and_publish)

        def error_page(code: int) -> bytes:
            page = served / f"{code}.html"
            content = page.read_bytes() if page.is_file() else panel.waiting_page()
            return for_viewer(content, server._visible_epoch)

        inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

        def for_viewer(content: bytes, epoch: int) -> bytes:
            page = panel.with_panel(inject(content, epoch), self.panel(), server.mount_path)
            return for_preview(page)

        if self._is_there:
            publish()
        else:
            panel.add_files(served)
        server.root = str(served)
        server.builder = rebuild
        server.error_handler = error_page
        server._inject_js_into_html = for_viewer  # type: ignore[method-assign]
        return server

    def panel(self) -> Panel | None:
        """Return what is wrong now, or None."""
        findings = self._failure + self._warnings.findings()
        if not findings:
            return None
        return Panel(findings, is_new=not self._failure, is_there=self._is_there)

    def _try(self, builder: Callable[[], None]) -> None:
        """Build, and remember what went wrong."""
        self._warnings.clear()
        error = attempt(builder)
        self._failure = () if error is None else panel.findings_of_failure(error)
        self._is_there = self._is_there or error is None
        if error is not None:
            kept = "The last good site is still shown." if self._is_there else ""
            log.error("%s\n%s", panel.text_of_failure(error), kept)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, for which a strict build stops; not what its server says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: dict[Finding, None] = {}

    def listen(self) -> None:
        """Hear all warnings, also where MkDocs is told to be quiet."""
        logger = logs.generator_logger()
        if (level := logger.getEffectiveLevel()) > logging.WARNING:
            for other in logger.handlers:
                other.setLevel(max(level, other.level))
            logger.setLevel(logging.WARNING)
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning; each text once, as pages are built in each language."""
        if not record.name.startswith(f"{logs.NAME}.livereload"):
            self._kept[panel.finding_of_record(record)] = None

    def findings(self) -> tuple[Finding, ...]:
        """Return what was kept."""
        return tuple(self._kept)

    def clear(self) -> None:
        """Forget all, as a build begins."""
        self._kept.clear()


def attempt(builder: Callable[[], None]) -> BaseException | None:
    """Build, and return what went wrong, if anything did.

    Any exception counts, as a preview must not end; ``mkdocs serve --verbose`` shows where an
    unexpected one came from. What static-i18n changed for its nested builds is put back, which it
    forgets when one of them fails: it would leave the output uncleaned from then on.
    """
    build_log = logs.build_logger()
    filters, clean_directory = build_log.filters[:], mkdocs.utils.clean_directory
    try:
        builder()
    except (Exception, SystemExit) as error:
        log.debug("The build failed", exc_info=True)
        return error
    finally:
        build_log.filters[:] = filters
        mkdocs.utils.clean_directory = clean_directory
    return None


def stamps(directories: Iterable[Path]) -> Stamps:
    """Return every file below the directories with the time at which it last changed."""
    times: Stamps = {}
    for directory in directories:
        for path in directory.rglob("*"):
            if "__pycache__" in path.parts:
                continue
            try:
                times[path] = path.stat().st_mtime_ns
            except OSError:  # Editors save by writing a new file and renaming it.
                continue
    return times


def forget_modules(package: str) -> None:
    """Forget a package and MkDocs' hooks, so that the next build imports them anew.

    MkDocs keeps each hook for ever: ``Hooks._load_hook`` is cached without bound.
    """
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
    Hooks._load_hook.cache_clear()


def replace_directory(target: Path, source: Path) -> None:
    """Make the target directory a copy of the source; a full disk leaves it as it was."""
    copy = _beside(target)
    shutil.rmtree(copy, ignore_errors=True)
    try:
        shutil.copytree(source, copy)
    except OSError as error:
        shutil.rmtree(copy, ignore_errors=True)
        place, advice = place_and_advice(error, copy)
        raise Abort(f"{place}: {advice.in_every_language()}") from error
    shutil.rmtree(target, ignore_errors=True)
    copy.rename(target)


def _beside(directory: Path) -> Path:
    return directory.with_name(f"{directory.name}-new")

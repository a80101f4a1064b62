"""A preview that survives mistakes: ``mkdocs serve`` keeps showing the last good site.

MkDocs 1.6 empties its output directory before each build, and after a failed one lets every
request wait until a build succeeds ("the server will appear stuck"), with a traceback for a typing
error. Where the first build fails, it stops. It also never loads a changed hook again
(mkdocs#3993). And what only a strict build stops at, it tells the terminal alone.
"""

from __future__ import annotations

import errno
import logging
import shutil
import sys
from collections.abc import Callable, Sequence, Set
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
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
from hooks.taskforce.languages import Text
from hooks.taskforce.reading import Stamps, stamps

log = logging.getLogger(__name__)
"""Tells what is wrong as it is: MkDocs' own would break lines with their places to fit."""

_IN_USE = Text(
    nl="hier staat al iets, misschien een andere preview. Sluit die, of kies een ander adres met "
    "make serve ADDRESS=127.0.0.1:8001.",
    en="something is here already, perhaps another preview. Close that, or choose another address "
    "with make serve ADDRESS=127.0.0.1:8001.",
)

_POLLING = 0.2
"""Seconds between looks at what has changed; MkDocs looks twice a second."""

Sooner = Callable[[Set[str], Path], None]
"""Makes pages again in a folder, by the paths of their files below that of the pages."""


def is_preview() -> bool:
    """Return whether `mkdocs serve` runs; also after the hooks have been loaded anew.

    Only flags can stand before the command of MkDocs; after it `serve` may be a folder.
    """
    return next((word for word in sys.argv[1:] if not word.startswith("-")), "") == "serve"


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
        self._sources: Stamps = {}
        self._failure: tuple[Finding, ...] = ()
        self._warnings = _Warnings()
        self._is_there = False
        self.is_running = False
        """Whether the server, begun with these hooks, shows pages and loads them again."""

    def outlive_first_build(self) -> None:
        """Let the server start whether or not the first build succeeds; call in `on_startup`.

        Not where pages are not to be loaded again: MkDocs then calls no `on_serve`, and nobody
        would see what is wrong.
        """
        if "--no-livereload" in sys.argv:
            return
        self.is_running = True
        command: Any = mkdocs.commands.serve
        command.LiveReloadServer = partial(_Server, polling_interval=_POLLING)
        original = command.build

        def first_build(*values: Any, **named: Any) -> None:
            command.build = original
            self._code = stamps([self._package])
            self._warnings.listen()
            self._try(lambda: original(*values, **named))

        command.build = first_build

    def keep_last_good(
        self,
        server: LiveReloadServer,
        builder: Callable[[], None],
        watched: Sequence[Path],
        sooner: Sooner | None,
    ) -> LiveReloadServer:
        """Return the server, made to serve a site that only a good build replaces.

        It is at one fixed path, because a request that waits for a rebuild has already chosen its
        file. Call it in ``on_serve``.

        Args:
            server: MkDocs' server, after the first build.
            builder: MkDocs' function that loads the configuration and builds the site.
            watched: What is built again after a change: the folder of the pages, then all else.
            sooner: Makes pages that were saved, before all else is built again.
        """
        built = Path(server.root)
        served = Path(mkdtemp(prefix="last_good_site_"))
        finalize(server, shutil.rmtree, served, ignore_errors=True)
        self._sources = stamps(watched)
        # Compiled files next to the watched sources would set off a second rebuild.
        sys.dont_write_bytecode = True

        def publish() -> None:
            panel.add_files(built)
            replace_directory(served, built)

        def shown_sooner() -> bool:
            """Show what was saved, where that is all that has changed; return whether it was."""
            before, self._sources = self._sources, stamps(watched)
            saved = pages_saved(before, self._sources, *watched[:1])
            make = sooner if self._is_there and not self._failure else None
            if not saved or make is None or attempt(partial(make, saved, served)) is not None:
                return False
            with server._epoch_cond:
                server._visible_epoch = server._wanted_epoch
                server._epoch_cond.notify_all()
            return True

        def rebuild() -> None:
            nonlocal sooner
            if self._code != (code := stamps([self._package])):
                self._code = code
                forget_modules(self._package.name)
                sooner = None  # It is of the code of before.
            is_shown = shown_sooner()

            def build_and_publish() -> None:
                builder()
                publish()

            self._try(build_and_publish)
            if is_shown:
                server._wanted_epoch += 1  # Then all is loaded again.

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


class _Server(LiveReloadServer):
    """MkDocs' server, which says in words why it cannot stand somewhere: mostly another does."""

    def server_bind(self) -> None:
        """Take the address.

        Raises:
            Abort: The system does not give it.
        """
        try:
            super().server_bind()
        except OSError as error:
            reason = _IN_USE if error.errno == errno.EADDRINUSE else Text.same(str(error.strerror))
            raise Abort(f"{self.url}: {reason.in_every_language()}") from error


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
        if not record.name.startswith(logs.server_logger().name):
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
        logs.server_logger().debug("The build failed", exc_info=True)
        return error
    finally:
        build_log.filters[:] = filters
        mkdocs.utils.clean_directory = clean_directory
    return None


def forget_modules(package: str) -> None:
    """Forget a package and MkDocs' hooks, so that the next build imports them anew.

    MkDocs keeps each hook for ever: ``Hooks._load_hook`` is cached without bound.
    """
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
    Hooks._load_hook.cache_clear()


def pages_saved(before: Stamps, after: Stamps, pages: Path) -> frozenset[str]:
    """Return the pages that were saved, by their path below a folder, where nothing else was."""
    if before.keys() != after.keys():
        return frozenset()
    changed = [path for path, time in after.items() if before[path] != time]
    if any(path.suffix != ".md" or pages not in path.parents for path in changed):
        return frozenset()
    return frozenset(path.relative_to(pages).as_posix() for path in changed)


def replace_directory(target: Path, source: Path) -> None:
    """Let a directory take the place of another, which is removed meanwhile.

    Raises:
        OSError: It cannot; the other is where it was.
    """
    old = Path(mkdtemp(prefix=f"{target.name}-", dir=target.parent))
    target.rename(old / target.name)
    try:
        source.rename(target)
    except OSError:
        (old / target.name).rename(target)
        old.rmdir()
        raise
    # A second or so for some disks, which nobody has to wait for.
    Thread(target=shutil.rmtree, args=(old,), kwargs={"ignore_errors": True}).start()

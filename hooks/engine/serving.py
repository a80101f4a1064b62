"""A preview that survives mistakes: ``mkdocs serve`` keeps showing the last good site.

MkDocs 1.6 empties its output directory before each build, and after a failed one lets every
request wait until a build succeeds ("the server will appear stuck"), with a traceback for a typing
error. It also never loads a changed hook again (mkdocs#3993).
"""

from __future__ import annotations

import html
import logging
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

import mkdocs.utils
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort, BuildError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from hooks.engine.policy import for_preview
from hooks.taskforce.disk import place_and_advice

log = logging.getLogger(__name__)

Stamps = dict[Path, int]


def is_preview() -> bool:
    """Tell whether `mkdocs serve` runs; also after the hooks have been loaded anew."""
    return "serve" in sys.argv[1:]


def keep_last_good(
    server: LiveReloadServer, builder: Callable[[], None], package: Path
) -> LiveReloadServer:
    """Return the server, made to serve a copy of the site that only a good build replaces.

    A rebuild that fails logs its message and returns: that an editor's mistake is found is
    expected to be an ``Abort`` with the list of problems as its message, raised in an event. The
    browser reloads and shows the same list above the old page. The copy is at one fixed path,
    because a request that waits for a rebuild has already chosen its file.

    Call it in ``on_serve``.

    Args:
        server: MkDocs' server, after the first build.
        builder: MkDocs' function that loads the configuration and builds the site.
        package: Directory of the package with the hooks. It is imported anew when a file in it
            has changed; this module itself stays as it was until the server is started again.
    """
    built = Path(server.root)
    served = Path(mkdtemp(prefix="last_good_site_"))
    finalize(server, shutil.rmtree, served, ignore_errors=True)
    finalize(server, shutil.rmtree, _beside(served), ignore_errors=True)
    problems = ""
    code = stamps([package], "*.py")
    # Compiled files next to the watched sources would set off a second rebuild.
    sys.dont_write_bytecode = True

    def rebuild() -> None:
        nonlocal problems, code
        if code != (code := stamps([package], "*.py")):
            forget_modules(package.name)
        problems = attempt(builder) or attempt(lambda: replace_directory(served, built))
        if problems:
            log.error("%s\nThe last good site is still shown.", problems)

    def error_page(code: int) -> bytes | None:
        page = served / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def inject_problems(content: bytes, epoch: int) -> bytes:
        return for_preview(show_problems(inject(content, epoch), problems))

    replace_directory(served, built)
    server.root = str(served)
    server.builder = rebuild
    server.error_handler = error_page
    server._inject_js_into_html = inject_problems  # type: ignore[method-assign]
    return server


def attempt(builder: Callable[[], None]) -> str:
    """Build, and return what went wrong, or an empty text.

    Any exception counts, as a preview must not end; ``mkdocs serve --verbose`` shows where an
    unexpected one came from. What static-i18n changed for its nested builds is put back, which it
    forgets when one of them fails: it would leave the output uncleaned from then on.
    """
    build_log = logging.getLogger("mkdocs.commands.build")
    filters, clean_directory = build_log.filters[:], mkdocs.utils.clean_directory
    try:
        builder()
    except (Exception, SystemExit) as error:
        log.debug("The build failed", exc_info=True)
        # MkDocs replaces a BuildError by an Abort that no longer says what is wrong.
        cause = error.__context__ if isinstance(error.__context__, BuildError) else error
        text = str(cause) or type(cause).__name__
        return text if isinstance(cause, MkDocsException) else f"{type(cause).__name__}: {text}"
    finally:
        build_log.filters[:] = filters
        mkdocs.utils.clean_directory = clean_directory
    return ""


def wait_until_mended(
    check: Callable[[], str],
    watched: Iterable[Path],
    pause: Callable[[], None] = lambda: time.sleep(0.5),
) -> None:
    """Return when the check finds no problem; print the list each time a file has changed.

    MkDocs has no site to show before the first build succeeds, so it would stop. Call it in
    ``on_startup`` when the command is ``serve``.

    Args:
        check: Returns the list of problems as text, or an empty text.
        watched: Directories in which a mend is awaited.
        pause: Called between two looks at the files.
    """
    directories = list(watched)
    while True:
        seen = stamps(directories)
        problems = check()
        if not problems:
            return
        log.error("%s\nWaiting for a change; the preview starts when this is mended.", problems)
        while seen == stamps(directories):
            pause()


def stamps(directories: Iterable[Path], pattern: str = "*") -> Stamps:
    """Return every file below the directories with the time at which it last changed."""
    found: Stamps = {}
    for directory in directories:
        for path in directory.rglob(pattern):
            try:
                found[path] = path.stat().st_mtime_ns
            except OSError:  # Editors save by writing a new file and renaming it.
                continue
    return found


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
        place, said = place_and_advice(error, copy)
        raise Abort(f"{place}: {said.nl} / {said.en}") from error
    shutil.rmtree(target, ignore_errors=True)
    copy.rename(target)


def _beside(directory: Path) -> Path:
    return directory.with_name(f"{directory.name}-new")


def show_problems(page: bytes, problems: str) -> bytes:
    """Return the HTML of a page with the problems above it, if there are any."""
    if not problems:
        return page
    style = "<style>.problems{white-space:pre-wrap;padding:1em}</style>"
    notice = f'{style}<pre class="problems" role="status">{html.escape(problems)}'
    return re.sub(
        rb"<body[^>]*>", lambda found: found[0] + notice.encode() + b"</pre>", page, count=1
    )

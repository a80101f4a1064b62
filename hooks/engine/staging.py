"""A build that fails or is stopped leaves the last good site as it was.

MkDocs empties site/ first and then fills it, so that a mistake, a full disk or an impatient Ctrl+C
leaves half a site. Here a build goes into a new directory beside site/, and takes its place only
when all of it is right: two renames, in which nothing is copied. Killed just between those two, the
old site stands beside its place, and the next build puts it back. It also removes what a killed
build left behind.
"""

from __future__ import annotations

import errno
import logging
import os
import secrets
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from hooks.taskforce.disk import place_and_advice
from hooks.taskforce.languages import Text

if sys.platform != "win32":
    import fcntl

LEFT_BEHIND = 3600
"""Seconds after which Windows, which cannot lock a directory, takes a build to have been killed."""

_UNCHANGED = Text(
    nl="{advice}. De vorige site is niet veranderd.",
    en="{advice}. The previous site has not been changed.",
)
_NEW, _OLD = "new", "old"
_TRIES = 20

log = logging.getLogger(__name__)


@dataclass
class Staging:
    """Where a build goes first, and where it will stand."""

    directory: Path
    target: Path
    lock: int | None = None
    _old: list[Path] = field(default_factory=list)

    def finish(self, config: MkDocsConfig) -> None:
        """Put the new site in place of the old one, unless MkDocs is about to refuse it.

        Call it as the very last of `on_post_build`, when all languages are there.
        """
        config.site_dir = str(self.target)
        if config.strict and _has_warnings():
            self.abandon()
            return
        for _ in range(_TRIES):
            try:
                self._take_place()
            except OSError as error:
                # Another build was just before this one: its site is now the old one.
                if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                    raise
            else:
                self.abandon()
                return
        raise Abort(f"{self.target}: too many builds at once")

    def abandon(self) -> None:
        """Remove what was built, if it has not been put in place, and any site before it."""
        shutil.rmtree(self.directory, ignore_errors=True)
        for old in self._old:
            _remove(old, keep_hidden_in=self.target)
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None

    def _take_place(self) -> None:
        old = _beside(self.target, _OLD)
        self._old.append(old)
        try:
            with suppress(FileNotFoundError):  # There may be no site yet.
                self.target.rename(old)
            self.directory.rename(self.target)
        finally:
            # Whatever came between, Ctrl+C too.
            if old.exists() and not self.target.exists():
                old.rename(self.target)


def begin(config: MkDocsConfig) -> Staging | None:
    """Let MkDocs build into a new directory; return None where it must not.

    A dirty build (`--dirty`) changes the site that is there. Call it in `on_config`, in the first
    language only.

    Raises:
        Abort: nothing can be written there.
    """
    if "--dirty" in sys.argv or "--dirtyreload" in sys.argv:
        return None
    target = Path(os.path.realpath(config.site_dir))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_what_cannot_move(target)
        for place in (target.parent, target):
            if place.exists() and not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        _tidy(target)
        staging = _made_and_locked(target)
    except OSError as error:
        raise Abort(unwritable(error)) from error
    config.site_dir = str(staging.directory)
    return staging


def unwritable(error: OSError, staging: Staging | None = None) -> str:
    """Return what to say where a build stops because it cannot write or read."""
    place, advice = place_and_advice(error, staging.target if staging else Path())
    if staging:  # Where it would have stood: the name of the directory says nothing to a reader.
        place = place.replace(str(staging.directory), str(staging.target))
    return f"{place}: {_UNCHANGED.format(advice=advice).in_every_language()}"


def _has_warnings() -> bool:
    """Tell whether MkDocs has counted a warning, for which it stops after its last event."""
    return any(
        handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    )


def _refuse_what_cannot_move(target: Path) -> None:
    """Stop before the build where its end, putting the old site aside, would fail.

    Nothing moves into itself, so this moves nothing. A mount, also one of a folder of the same
    disk, is told by being refused as another disk.

    Raises:
        Abort: there is a file, or a disk or folder is mounted there.
    """
    if target.exists() and not target.is_dir():
        raise Abort(
            f"{target}: dit is een bestand; de site komt in een map. Haal het weg of kies een "
            "andere map met --site-dir. / "
            f"{target}: this is a file; the site goes into a folder. Remove it, or choose another "
            "folder with --site-dir."
        )
    try:
        target.rename(target / "moved")
    except OSError as error:
        if error.errno == errno.EXDEV:
            raise Abort(
                f"{target}: hier is een schijf of map aangekoppeld, en die kan niet in één keer "
                f"worden vervangen. Kies een map daarin: --site-dir {target / 'site'} / "
                f"{target}: a disk or folder is mounted here, which cannot be replaced in one "
                f"go. Choose a folder within it: --site-dir {target / 'site'}"
            ) from error


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}-{kind}-{secrets.token_hex(4)}")


def _made_and_locked(target: Path) -> Staging:
    """Make the directory to build in, locked until the build or its process ends."""
    while True:
        directory = _beside(target, _NEW)
        directory.mkdir()
        if sys.platform == "win32":
            return Staging(directory, target)
        lock = _locked(directory)
        if lock is not None and directory.is_dir():
            return Staging(directory, target, lock)
        # Another build took it, in this very moment, for one that was left behind.


def _locked(directory: Path) -> int | None:
    """Lock a directory, and return its descriptor; None where another has it, or it is gone."""
    try:
        descriptor = os.open(directory, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def _tidy(target: Path) -> None:
    """Put back a site that a killed build had moved aside, and remove what killed builds left."""
    old = sorted(target.parent.glob(f".{target.name}-{_OLD}-*"), key=_changed)
    if old and not target.exists():
        with suppress(FileNotFoundError):  # Its own build has just put it back.
            old[-1].rename(target)
            log.info("The previous site has been put back in %s", target)
    for directory in old:
        if target.exists():
            _remove(directory, keep_hidden_in=target)
    for directory in target.parent.glob(f".{target.name}-{_NEW}-*"):
        if sys.platform == "win32":
            if time.time() - _changed(directory) > LEFT_BEHIND:
                shutil.rmtree(directory, ignore_errors=True)
        elif (descriptor := _locked(directory)) is not None:
            shutil.rmtree(directory, ignore_errors=True)
            os.close(descriptor)


def _changed(directory: Path) -> float:
    try:
        return directory.stat().st_mtime
    except FileNotFoundError:  # Another build has just removed it.
        return time.time()


def _remove(old: Path, keep_hidden_in: Path) -> None:
    """Remove an old site, but keep what MkDocs never removes: hidden files, such as `.git`."""
    for entry in old.glob(".*"):
        if not (keep_hidden_in / entry.name).exists():
            with suppress(FileNotFoundError):  # Another build has just kept it.
                entry.rename(keep_hidden_in / entry.name)
    shutil.rmtree(old, ignore_errors=True)

"""A build that fails or is stopped leaves the last good site as it was.

MkDocs empties site/ first and then fills it, so that a mistake, a full disk or an impatient Ctrl+C
leaves half a site. Here a build goes into a new directory beside site/, and takes its place only
when all of it is right: two renames, in which nothing is copied. Killed just between those two, the
old site stands beside its place, and the next build puts it back.
"""

from __future__ import annotations

import errno
import logging
import os
import secrets
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

LEFT_BEHIND = 3600
"""Seconds after which a directory of a build that never ended is removed."""

_NEW, _OLD = "new", "old"
_TRIES = 20

log = logging.getLogger(__name__)


@dataclass
class Staging:
    """Where a build goes first, and where it will stand."""

    directory: Path
    target: Path

    def finish(self, config: MkDocsConfig) -> None:
        """Put the new site in place of the old one, unless MkDocs is about to refuse it.

        Call it as the very last of `on_post_build`, when all languages are there.
        """
        config.site_dir = str(self.target)
        if config.strict and _has_warnings():
            self.abandon()
            return
        for _ in range(_TRIES):
            old = _moved_aside(self.target)
            try:
                self.directory.rename(self.target)
            except OSError as error:
                if old is not None and not self.target.exists():
                    old.rename(self.target)
                # Another build was just before this one: its site is now the old one.
                if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                    raise
            else:
                _remove(old, keep_hidden_in=self.target)
                return
        raise Abort(f"{self.target}: too many builds at once")

    def abandon(self) -> None:
        """Remove what was built, if it has not been put in place."""
        shutil.rmtree(self.directory, ignore_errors=True)


def begin(config: MkDocsConfig) -> Staging | None:
    """Let MkDocs build into a new directory; return None where it must not.

    A dirty build (`--dirty`) changes the site that is there. Call it in `on_config`, in the first
    language only.

    Raises:
        Abort: nothing can be written there.
    """
    if "--dirty" in sys.argv or "--dirtyreload" in sys.argv:
        return None
    target = Path(config.site_dir).resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _tidy(target)
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        directory = _beside(target, _NEW)
        directory.mkdir()
    except OSError as error:
        raise Abort(unwritable(error)) from error
    config.site_dir = str(directory)
    return Staging(directory, target)


def unwritable(error: OSError) -> str:
    """Return what to say where a build stops because it cannot write or read."""
    place = f"{error.filename}: " if error.filename else ""
    return (
        f"{place}{error.strerror or error}. De vorige site is niet veranderd. / "
        "The previous site has not been changed."
    )


def _has_warnings() -> bool:
    """Tell whether MkDocs has counted a warning, for which it stops after its last event."""
    return any(
        handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    )


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}-{kind}-{secrets.token_hex(4)}")


def _moved_aside(target: Path) -> Path | None:
    """Move the old site out of the way, and return where to; None where there is none."""
    old = _beside(target, _OLD)
    try:
        target.rename(old)
    except FileNotFoundError:
        return None
    return old


def _tidy(target: Path) -> None:
    """Put back a site that a killed build had moved aside, and remove what others left."""
    old = sorted(target.parent.glob(f".{target.name}-{_OLD}-*"), key=_changed)
    if old and not target.exists():
        old.pop().rename(target)
        log.info("The previous site has been put back in %s", target)
    for directory in [*old, *target.parent.glob(f".{target.name}-{_NEW}-*")]:
        if time.time() - _changed(directory) > LEFT_BEHIND:
            shutil.rmtree(directory, ignore_errors=True)


def _changed(directory: Path) -> float:
    try:
        return directory.stat().st_mtime
    except FileNotFoundError:  # Another build has just removed it.
        return time.time()


def _remove(old: Path | None, keep_hidden_in: Path) -> None:
    """Remove an old site, but keep what MkDocs never removes: hidden files, such as `.git`."""
    if old is None:
        return
    for entry in old.glob(".*"):
        if not (keep_hidden_in / entry.name).exists():
            entry.rename(keep_hidden_in / entry.name)
    shutil.rmtree(old, ignore_errors=True)

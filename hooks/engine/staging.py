"""A build that fails or is stopped leaves the last good site as it was.

MkDocs empties site/ first and then fills it, so that a mistake, a full disk or an impatient Ctrl+C
leaves half a site. Here a build goes into a new directory beside site/, and takes its place only
when all of it is right: two renames, in which nothing is copied. Killed just between those two, the
old site stands beside its place, and the next build puts it back. Only where a disk is mounted at
site/, which cannot be renamed, is the old site emptied and filled.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler, clean_directory

from hooks.engine.logs import generator_logger
from hooks.taskforce.disk import place_and_advice
from hooks.taskforce.languages import Text

_UNCHANGED = Text(
    nl="{advice}. De vorige site is niet veranderd.",
    en="{advice}. The previous site has not been changed.",
)
_IS_A_FILE = Text(
    nl="dit is een bestand; de site komt in een map. Haal het weg of kies een andere map met "
    "--site-dir.",
    en="this is a file; the site goes into a folder. Remove it, or choose another folder with "
    "--site-dir.",
)


@dataclass(frozen=True)
class Staging:
    """Where a build goes first, where it will stand, and where the old site is put aside."""

    directory: Path
    target: Path
    old: Path

    def finish(self, config: MkDocsConfig) -> None:
        """Put the new site in place of the old one, unless MkDocs is about to refuse it.

        Call it as the very last of `on_post_build`, when all languages are there.

        Raises:
            OSError: It cannot be put there.
        """
        config.site_dir = str(self.target)
        if not (config.strict and _has_warnings()):
            self._take_place()
        self.abandon()

    def abandon(self) -> None:
        """Remove what was built and not put in place, and put back or remove the old site.

        What MkDocs never removes from a site stays in it: hidden files, such as `.git`.
        """
        shutil.rmtree(self.directory, ignore_errors=True)
        if self.old.exists() and not self.target.exists():
            self.old.rename(self.target)
        for kept in self.old.glob(".*"):
            if not (self.target / kept.name).exists():
                kept.rename(self.target / kept.name)
        shutil.rmtree(self.old, ignore_errors=True)

    def _take_place(self) -> None:
        if self.target.exists():
            try:
                self.target.rename(self.old)
            except OSError as error:
                if error.errno not in {errno.EBUSY, errno.EXDEV}:
                    raise
                clean_directory(str(self.target))
                shutil.copytree(self.directory, self.target, dirs_exist_ok=True)
                return
        self.directory.rename(self.target)


def begin(config: MkDocsConfig) -> Staging | None:
    """Let MkDocs build into a new directory; return None where it must not.

    A dirty build (`--dirty`) changes the site that is there. Call it in `on_config`, in the first
    language only.

    Raises:
        Abort: Nothing can be written there.
    """
    if is_dirty():
        return None
    target = Path(os.path.realpath(config.site_dir))
    if target.is_file():
        raise Abort(f"{target}: {_IS_A_FILE.in_every_language()}")
    new, old = (target.with_name(f".{target.name}-{which}") for which in ("new", "old"))
    staging = Staging(new, target, old)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for place in (target.parent, target):
            if place.exists() and not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        staging.abandon()  # what a killed build left behind
        new.mkdir()
    except OSError as error:
        raise Abort(unwritable(error, staging)) from error
    config.site_dir = str(new)
    return staging


def is_dirty() -> bool:
    """Return whether this build only changes the site that is there (`--dirty`)."""
    return "--dirty" in sys.argv or "--dirtyreload" in sys.argv


def unwritable(error: OSError, staging: Staging | None = None) -> str:
    """Return what to say where a build stops because it cannot write or read."""
    place, advice = place_and_advice(error, staging.target if staging else Path())
    if staging:  # Where it would have stood: the name of the directory says nothing to a reader.
        place = place.replace(str(staging.directory), str(staging.target))
    return f"{place}: {_UNCHANGED.format(advice=advice).in_every_language()}"


def _has_warnings() -> bool:
    """Return whether MkDocs has counted a warning, for which it stops after its last event."""
    return any(
        handler.get_counts()
        for handler in generator_logger().handlers
        if isinstance(handler, CountHandler)
    )

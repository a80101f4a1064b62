"""A build that fails or is stopped leaves the last good site as it was.

MkDocs empties site/ first and then fills it, so that a mistake, a full disk or an impatient Ctrl+C
leaves half a site. Here a build goes into a new directory beside site/, and takes its place only
when all of it is right: two renames, in which nothing is copied. Killed just between those two, the
old site stands beside its place, and the next build puts it back. Only where a disk is mounted at
site/, which cannot be renamed, is the old site emptied and filled.

Two builds at once would fill and remove the same directory, so the second is refused: the first
keeps the new directory locked. The system lets go of a lock when its process ends, however it ends.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler, clean_directory

from hooks.engine.logs import generator_logger
from hooks.engine.policy import SECURITY_TXT
from hooks.taskforce.disk import place_and_advice
from hooks.taskforce.languages import Text

if sys.platform != "win32":  # Which has no such locks: there no build is refused.
    import fcntl

_MADE = Path(SECURITY_TXT).parts[0]
"""The one hidden folder that a build makes: what is not in it any more may not stay in the site."""

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
_BUSY = Text(
    nl="een andere build is deze site al aan het maken; wacht tot die klaar is en probeer het "
    "opnieuw.",
    en="another build is making this site; wait until it is done and try again.",
)


@dataclass
class Staging:
    """Where a build goes first, where it will stand, and where the old site is put aside."""

    directory: Path
    target: Path
    old: Path
    claim: ExitStack
    """What other builds wait for."""

    is_ours: bool = True

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

        What MkDocs never removes from a site stays in it: hidden files, such as `.git`, but for
        `.well-known`, which is made anew. Once that is done another build may be at work here, so
        then it does nothing.
        """
        if not self.is_ours:
            return
        shutil.rmtree(self.directory, ignore_errors=True)
        self.restore()
        self.is_ours = False
        self.claim.close()

    def restore(self) -> None:
        """Put back or remove the old site, wherever a build was stopped."""
        if self.old.exists() and not self.target.exists():
            self.old.rename(self.target)
        for kept in self.old.glob(".*"):
            if kept.name != _MADE and not (self.target / kept.name).exists():
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
                shutil.rmtree(self.target / _MADE, ignore_errors=True)
                shutil.copytree(self.directory, self.target, dirs_exist_ok=True)
                return
        self.directory.rename(self.target)


def begin(config: MkDocsConfig) -> Staging | None:
    """Let MkDocs build into a new directory; return None where it must not.

    A dirty build (`--dirty`) changes the site that is there. Call it in `on_config`, in the first
    language only.

    Raises:
        Abort: Nothing can be written there, or another build is at work there.
    """
    if is_dirty():
        return None
    target = Path(os.path.realpath(config.site_dir))
    if target.is_file():
        raise Abort(f"{target}: {_IS_A_FILE.in_every_language()}")
    new, old = (target.with_name(f".{target.name}-{which}") for which in ("new", "old"))
    staging = Staging(new, target, old, ExitStack())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for place in (target.parent, target):
            if place.exists() and not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        new.mkdir(exist_ok=True)
        if not _is_claimed(new, staging.claim):
            raise Abort(f"{target}: {_BUSY.in_every_language()}")
        staging.restore()  # what a killed build left behind
        for left in new.iterdir():
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    except OSError as error:
        raise Abort(unwritable(error, staging)) from error
    config.site_dir = str(new)
    return staging


def _is_claimed(directory: Path, claim: ExitStack) -> bool:
    """Return whether this build alone has a directory, as long as the claim is not closed."""
    if sys.platform == "win32":
        return True
    try:
        opened = os.open(directory, os.O_RDONLY)
        claim.callback(os.close, opened)
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Between these, another build may have put it in place as its site.
        return os.path.samestat(os.fstat(opened), directory.stat())
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError as error:
        if error.errno in {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}:
            return True  # Some disks of others, over a network, have no locks.
        raise


def is_dirty() -> bool:
    """Return whether this build only changes the site that is there (`--dirty`)."""
    return "--dirty" in sys.argv or "--dirtyreload" in sys.argv


def unwritable(error: OSError, staging: Staging | None) -> str:
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

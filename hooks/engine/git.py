"""git, asked so that whoever runs it, and where, changes nothing in the answer.

Commands that people use (`log`, `diff`, `status`) follow their settings: colours, signatures,
order, names. So where it can be, those made for programs are asked (gitglossary: plumbing).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

Git = Callable[..., str | None]
"""Runs git with arguments, `given` on its standard input; returns what it prints.

None where it fails or is not there.
"""

Objects = Callable[[str], bytes | None]
"""Returns what git keeps under a name, such as `HEAD:./index.md`; None where it has no such."""

_ALWAYS = (
    "log.showSignature=false",
    "core.fsmonitor=false",
    "i18n.logOutputEncoding=UTF-8",
    "diff.renameLimit=0",
    "diff.autoRefreshIndex=true",
    "diff.orderFile=/dev/null",
)
"""Settings that count for commands made for programs too, and for `diff`: that alone tells a file
that was only touched from one that was changed."""

_OF_COMMIT = re.compile("[0-9a-f]{40,64}:")
"""How the name of what never changes begins."""


@cache
def git_in(directory: Path) -> Git:
    """Return a function that runs git in a directory."""

    def run(*arguments: str, given: str = "") -> str | None:
        try:
            done = subprocess.run(
                _command(directory, *arguments),
                input=given.encode("utf-8", "surrogateescape"),
                env=_environment(),
                capture_output=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", "surrogateescape")

    return run


def refusal(directory: Path) -> str:
    """Return why git cannot read the repository of a directory; nothing where it can, or none is.

    Mostly it is of another user, as where a container reads the files of who runs it.
    """
    above = directory.resolve()
    if not any((folder / ".git").exists() for folder in (above, *above.parents)):
        return ""
    try:
        done = subprocess.run(
            _command(directory, "rev-parse", "--git-dir"),
            env=_environment(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        return str(error)
    return done.stderr.decode("utf-8", "replace").strip() if done.returncode else ""


@cache
def _read_before(directory: Path) -> dict[str, bytes]:
    """Return the files of commits that were read before, by their names: those never change."""
    return {}


def forget_objects() -> None:
    """Forget those files: only a preview asks for them again, and together they are large."""
    _read_before.cache_clear()


@contextmanager
def objects_in(directory: Path) -> Iterator[Objects]:
    """Yield a function that reads files as they were; one git answers all of its calls."""
    try:
        git = subprocess.Popen(
            _command(directory, "cat-file", "--batch"),
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        yield lambda name: None
        return

    def read(name: str) -> bytes | None:
        if "\n" in name:  # It would be two questions: from then on, answers would be of others.
            return None
        if _OF_COMMIT.match(name) is None:
            return asked(name)
        before = _read_before(directory)
        found = before.get(name)
        if found is None and (found := asked(name)) is not None:
            before[name] = found
        return found

    def asked(name: str) -> bytes | None:
        assert git.stdin is not None
        assert git.stdout is not None
        try:
            git.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
            git.stdin.flush()
        except OSError:  # It has stopped: no repository.
            return None
        # "<object> SP <type> SP <size> LF <contents> LF", or "<name> SP missing LF"
        *_, size = git.stdout.readline().rsplit(maxsplit=1) or [b""]
        return git.stdout.read(int(size) + 1)[:-1] if size.isdigit() else None

    try:
        yield read
    finally:
        with suppress(OSError):
            git.communicate()


def _command(directory: Path, *arguments: str) -> list[str]:
    settings = [part for setting in _ALWAYS for part in ("-c", setting)]
    return ["git", *settings, "-C", str(directory), *arguments]


def _environment() -> Mapping[str, str]:
    """Return the environment without the repository that a git hook is run for.

    What a partial clone lacks is not fetched: a build asks nothing of the network.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG_")
    }
    return {**kept, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}

"""When pages last changed, as git knows it: never the clock, so that two builds are the same."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

Git = Callable[..., str | None]
"""Runs git with arguments, and returns what it prints, or None where it fails or is not there."""

_COMMIT = "\x01"


def git_in(directory: Path) -> Git:
    """Return a function that runs git in a directory."""

    def run(*arguments: str) -> str | None:
        try:
            done = subprocess.run(
                ["git", "-C", str(directory), *arguments], capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", "surrogateescape")

    return run


def last_changes(git: Git) -> Mapping[str, str]:
    """Return the day of the last commit of each file, as `YYYY-MM-DD`, by path below the directory.

    A file with changes that have not been committed is left out, and so is every file where there
    is no history, or only the end of it: a shallow clone gives all files the day of its oldest
    commit.

    Args:
        git: Runs git in the directory.
    """
    if (git("rev-parse", "--is-shallow-repository") or "").strip() != "false":
        return {}
    log = git("log", f"--format={_COMMIT}%cs", "--name-only", "--relative", "-z", "--", ".")
    changed = git("diff", "--name-only", "--relative", "-z", "HEAD", "--", ".")
    if log is None or changed is None:
        return {}
    days: dict[str, str] = {}
    day = ""
    # Newest first, so the first day found for a file is its last.
    for part in log.split("\0"):
        text = part.strip("\n")
        if text.startswith(_COMMIT):
            day = text.removeprefix(_COMMIT)
        elif text:
            days.setdefault(text, day)
    for path in changed.split("\0"):
        days.pop(path, None)
    return days


def newest(changes: Mapping[str, str], paths: Iterable[str]) -> str:
    """Return the day on which the last of these files changed, or an empty text if one is unknown.

    Args:
        changes: The day of each file, from `last_changes`.
        paths: The files that a page is made of.
    """
    days = [changes.get(path, "") for path in paths]
    return max(days, default="") if all(days) else ""

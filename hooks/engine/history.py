"""When pages came and last changed, as git knows it, so that two builds are the same."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ..taskforce.loading import Circumstances

Git = Callable[..., str | None]
"""Runs git with arguments, and returns what it prints, or None where it fails or is not there."""

_COMMIT = "\x01"
_EARLIEST_ZONE = timezone(timedelta(hours=14))


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
    # Newest first, so the first day found for a file is its last.
    for path, day in _days(log):
        days.setdefault(path, day)
    for path in changed.split("\0"):
        days.pop(path, None)
    return days


def _days(log: str) -> Iterator[tuple[str, str]]:
    """Yield the paths in a log, each with the day of its commit."""
    day = ""
    for part in log.split("\0"):
        text = part.strip("\n")
        if text.startswith(_COMMIT):
            day = text.removeprefix(_COMMIT)
        elif text:
            yield text, day


def first_commits(git: Git) -> Mapping[str, str]:
    """Return when the commit was made in which each file came, by path below the directory.

    A file that has not been committed is left out. Where there is no history, or only the end of
    it, nothing is known of any file.

    Args:
        git: Runs git in the directory.
    """
    if (git("rev-parse", "--is-shallow-repository") or "").strip() != "false":
        return {}
    log = git(
        "log",
        f"--format={_COMMIT}%ct",
        "--name-only",
        "--diff-filter=A",
        "--no-renames",
        "--relative",
        "-z",
        "--",
        ".",
    )
    # Newest first, so the last moment found for a file is its first.
    return dict(_days(log or ""))


def today(git: Git) -> date:
    """Return the day of today: the latest that is known to have come.

    The clock may be behind, or set to an earlier day to make a build twice; a commit, or the day
    that a build is made for (reproducible-builds.org, SOURCE_DATE_EPOCH), has come for certain.
    Where it is tomorrow already somewhere on Earth, it is tomorrow.

    Args:
        git: Runs git in the repository.
    """
    moments = [datetime.now(_EARLIEST_ZONE)]
    for seconds in (os.environ.get("SOURCE_DATE_EPOCH"), git("log", "-1", "--format=%ct")):
        try:
            moments.append(datetime.fromtimestamp(int(seconds or ""), _EARLIEST_ZONE))
        except (ValueError, OverflowError, OSError):
            continue
    return max(moments).date()


def circumstances(docs: Path) -> Circumstances:
    """Return what the check of a folder depends on besides its files."""
    git = git_in(docs)
    return Circumstances(today(git), lambda: first_commits(git))


def newest(changes: Mapping[str, str], paths: Iterable[str]) -> str:
    """Return the day on which the last of these files changed, or an empty text if one is unknown.

    Args:
        changes: The day of each file, from `last_changes`.
        paths: The files that a page is made of.
    """
    days = [changes.get(path, "") for path in paths]
    return max(days, default="") if all(days) else ""

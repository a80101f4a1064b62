"""Which pages a change touches: those that came out otherwise than at the commit it starts from."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from hooks.engine.earlier import checked_out

Build = Callable[[Path, Path], bool]
"""Builds the site below a folder into another; tells whether that went well."""


def changed_files(root: Path, commit: str) -> frozenset[str]:
    """Return the files below docs/ that are other than at a commit, committed or not."""
    names = _git(root, "diff", "--name-only", "--relative=docs", "-z", commit, "--", "docs")
    return frozenset(names.split("\0")) - {""}


def built_before(root: Path, commit: str, target: Path, build: Build) -> bool:
    """Build the site as it was at a commit; tell whether that went well."""
    with checked_out(root, commit) as before:
        return build(before, target)


def differing(before: Path, after: Path) -> frozenset[str]:
    """Return the pages of a site that are new, or other than they were, as paths below it."""
    return frozenset(
        place
        for page in after.rglob("*.html")
        if _content(before / (place := page.relative_to(after).as_posix())) != page.read_bytes()
    )


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", root, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout

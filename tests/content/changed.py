"""Which pages a change touches: those that came out otherwise than at the commit it starts from."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Build = Callable[[Path, Path], bool]
"""Builds the site below a folder into another; tells whether that went well."""


class NoBaseError(Exception):
    """There is no such commit; the message is what git says of it."""


def start_of(root: Path, base: str) -> str:
    """Return the commit from which the present one and `base` went their own ways.

    Raises:
        NoBaseError: git does not know `base`.
    """
    try:
        return _git(root, "merge-base", base, "HEAD").strip()
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip() or f"{base} and HEAD have nothing in common"
        raise NoBaseError(said) from error


def changed_files(root: Path, commit: str) -> frozenset[str]:
    """Return the files below docs/ that are other than at a commit, committed or not."""
    names = _git(root, "diff", "--name-only", "--relative=docs", "-z", commit, "--", "docs")
    return frozenset(names.split("\0")) - {""}


def built_before(root: Path, commit: str, target: Path, build: Build) -> bool:
    """Build the site as it was at a commit; tell whether that went well."""
    with _worktree(root, commit) as before:
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


@contextmanager
def _worktree(root: Path, commit: str) -> Iterator[Path]:
    """Check out a commit beside the present one, with its history: pages say when they changed."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "before"
        _git(root, "worktree", "add", "--quiet", "--detach", str(tree), commit)
        try:
            yield tree
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", root, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout

"""The content as it was at another commit, and which lines are other than there."""

from __future__ import annotations

import re
import tempfile
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hooks.engine.git import git_in
from hooks.taskforce.problems import Lines

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class NoBaseError(Exception):
    """There is no such commit, or it has nothing in common with the present one."""

    def __init__(self, base: str) -> None:
        super().__init__(f"{base}: geen commit waarop dit voortbouwt / no commit that this is of")


def start_of(directory: Path, base: str, last: str = "HEAD") -> str:
    """Return the commit from which `last` and `base` went their own ways.

    Raises:
        NoBaseError: git knows none.
    """
    commit = git_in(directory)("merge-base", "--end-of-options", base, last)
    if not commit:
        raise NoBaseError(base)
    return commit.strip()


@contextmanager
def checked_out(directory: Path, commit: str) -> Iterator[Path]:
    """Yield a folder with all files of a commit, and with its history; it goes afterwards.

    Raises:
        NoBaseError: git does not know the commit.
    """
    git = git_in(directory)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "before"
        # No hook of whoever runs this is asked, nor told.
        made = git(
            *("-c", f"core.hooksPath={folder}"),
            *("worktree", "add", "--quiet", "--detach", str(tree), commit),
        )
        if made is None:
            raise NoBaseError(commit)
        try:
            yield tree
        finally:
            git("worktree", "remove", "--force", str(tree))


def changed_lines(docs: Path, commit: str) -> Lines:
    """Return the lines that are other than at a commit, by the paths of the files with them.

    Paths begin with the name of the folder, as those of problems do.
    """
    patch = git_in(docs)(
        *("-c", "core.quotePath=false"),
        *("diff-index", "-p", "--unified=0", "--no-ext-diff", "--no-textconv", "--no-renames"),
        *("--no-color", "--src-prefix=a/", "--dst-prefix=b/", "--relative", commit, "--", "."),
    )
    root = docs.absolute().name
    return {f"{root}/{path}": lines for path, lines in _changed(patch or "")}


def _changed(patch: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield each file of a patch without context, with the lines that it adds."""
    path, lines, to_skip = "", set[int](), 0
    for line in patch.split("\n"):
        if to_skip and not line.startswith("\\"):  # "\ No newline at end of file"
            to_skip -= 1
        elif line.startswith("+++ "):
            name = line.removeprefix("+++ ").rstrip("\t")
            name = literal_eval(name) if name.startswith('"') else name
            path = name.removeprefix("b/") if name != "/dev/null" else ""
        elif hunk := _HUNK.match(line):
            removed, start, added = (int(part or 1) for part in hunk.groups())
            lines.update(range(start, start + added))
            to_skip = removed + added
        elif line.startswith("diff --git "):
            if path:
                yield path, frozenset(lines)
            path, lines = "", set()
    if path:
        yield path, frozenset(lines)

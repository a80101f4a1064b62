"""How the pages came to be, as git knows it: never the clock, so that two builds are the same.

Everything is read at once, whatever the number of pages: which files each commit changed, against
each of its parents. What follows from it is worked out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from hooks.engine.git import Git, Objects

Changes = Mapping[str, str]
"""Paths that were changed, each with the path that it had before; empty for a new file."""


@dataclass(frozen=True)
class Commit:
    """One commit, and what it changed against each parent; the first, against nothing.

    Attributes:
        name: Its hash.
        day: When it was made, as `YYYY-MM-DD` there and then.
        seconds: The same, as seconds since 1970.
        parents: The names of those that it follows.
        changes: What it changed against each.
    """

    name: str
    day: str
    seconds: str
    parents: tuple[str, ...]
    changes: tuple[Changes, ...]


@dataclass(frozen=True)
class History:
    """What git knows of a directory; empty where there is no git.

    Attributes:
        commits: Children before their parents.
        paths: The files of the last commit, as all paths below the directory.
        uncommitted: Files that differ from the last commit.
        is_shallow: Whether only the end of the history is there.
    """

    commits: tuple[Commit, ...] = ()
    paths: frozenset[str] = frozenset()
    uncommitted: frozenset[str] = frozenset()
    is_shallow: bool = False

    def _is_cut_off(self, commit: Commit) -> bool:
        """Return whether the commit only seems to be the first, and to have added all files."""
        return self.is_shallow and not commit.parents

    def last_changes(self) -> Mapping[str, str]:
        """Return the day on which each file last changed, as `YYYY-MM-DD`, by its path.

        As `git log -1 -- FILE` says for one file: a merge counts where it settled the text, and
        otherwise the commit that it took the text from. A file is left out where its last change
        is not committed, or lies before what is there of the history.
        """
        days: dict[str, str] = {}
        sought: dict[str, set[str]] = {}
        if self.commits:
            sought[self.commits[0].name] = set(self.paths)
        for commit in self.commits:
            paths = sought.pop(commit.name, set())
            for parent, changes in zip(commit.parents, commit.changes, strict=False):
                changed = paths & changes.keys()
                # The set itself goes on, so that a commit costs what it changed, not all files.
                paths -= changed
                sought[parent] = _united(paths, sought.get(parent, set()))
                paths = changed
            if not self._is_cut_off(commit):
                days.update(dict.fromkeys(paths, commit.day))
        return {path: day for path, day in days.items() if path not in self.uncommitted}

    def first_commits(self) -> Mapping[str, str]:
        """Return when the commit was made in which each file came, by its path.

        A file that has not been committed is left out. Where there is only the end of a history,
        nothing is known of any file.
        """
        if self.is_shallow:
            return {}
        return {
            path: commit.seconds
            for commit in self.commits  # The oldest comes last, and stays.
            for changes in commit.changes
            for path, before in changes.items()
            if before != path
        }

    @cached_property
    def _line(self) -> tuple[Commit, ...]:
        """The commits that the last one stands on by first parents: the site's own line."""
        named = {commit.name: commit for commit in self.commits}
        line = list(self.commits[:1])
        while line and line[-1].parents:
            line.append(named[line[-1].parents[0]])
        return tuple(line)

    def published(self) -> Mapping[str, str]:
        """Return every file that has stood in the site's own line, by its path.

        With it goes the name by which git knows what the file held last.
        """
        names = dict.fromkeys(self.paths, "HEAD")
        for commit in self._line:
            for before in commit.changes[0].values():
                if before:
                    names.setdefault(before, commit.parents[0])
        return {path: f"{commit}:./{path}" for path, commit in names.items()}

    def stood(self, path: str, objects: Objects) -> Iterator[tuple[bytes, date | None]]:
        """Yield what a file of the site's own line said, newest first, and until which day.

        None for what it says at the last commit.
        """
        until: date | None = None
        for place in sorted({*self._touched.get(path, ()), *self._left.get(path, ())}):
            commit = self._line[place]
            text = objects(f"{commit.name}:./{path}")
            if text is not None:
                yield text, until
            until = date.fromisoformat(commit.day)

    @cached_property
    def _left(self) -> Mapping[str, tuple[int, ...]]:
        """By path, the places in the line of the commits that gave it another name."""
        left: dict[str, list[int]] = defaultdict(list)
        for place, commit in enumerate(self._line):
            for path, before in commit.changes[0].items():
                if before and before != path:
                    left[before].append(place)
        return {path: tuple(places) for path, places in left.items()}

    @cached_property
    def _touched(self) -> Mapping[str, tuple[int, ...]]:
        """By path, the places in the line of the commits that changed it, newest first."""
        touched: dict[str, list[int]] = defaultdict(list)
        for place, commit in enumerate(self._line):
            for path in commit.changes[0]:
                touched[path].append(place)
        return {path: tuple(places) for path, places in touched.items()}

    def together(
        self, translation: str, source: str, objects: Objects
    ) -> Iterator[tuple[bytes | None, bytes | None]]:
        """Yield what a translation and its source held, each time that the translation changed.

        Newest first, along the site's own line: what a pull request changes, changes at once,
        in whatever order its commits came. Its source is the text as the pull request had it, which
        another may have changed before the merge. A source that was made later counts as
        it was first. Where only the end of the history is there, its beginning counts as a change
        of everything. None for what is not known.

        Args:
            translation: Path of the translation; earlier names are followed.
            source: Path of the text that it was made from.
            objects: Reads files as they were.
        """
        place = -1
        while True:
            place = next((at for at in self._touched.get(translation, ()) if at > place), -1)
            if place < 0:
                return
            commit = self._line[place]
            others = zip(commit.parents[1:], commit.changes[1:], strict=False)
            merged = (parent for parent, changes in others if translation not in changes)
            tree = next(merged, commit.name)
            beside = objects(f"{tree}:./{source}")
            if beside is None:
                later = [at for at in self._touched.get(source, ()) if at < place]
                beside = objects(f"{self._line[later[-1]].name}:./{source}") if later else None
            yield objects(f"{tree}:./{translation}"), beside
            source = commit.changes[0].get(source) or source
            translation = commit.changes[0][translation]


def read(git: Git) -> History:
    """Return the history of the directory in which git is run; empty where there is none."""
    last = (git("rev-parse", "HEAD", "--is-shallow-repository") or "").split()
    if len(last) != 2:
        return History()
    uncommitted = git("diff", "--no-renames", "--name-only", "--relative", "-z", "HEAD", "--", ".")
    if uncommitted is None:
        return History()
    name, is_shallow = last
    history = _committed(git, name, is_shallow == "true")
    return replace(history, uncommitted=_paths(uncommitted))


@lru_cache(maxsize=1)  # The preview asks again at every save.
def _committed(git: Git, name: str, is_shallow: bool) -> History:
    """Return the history up to a commit."""
    paths = git("ls-tree", "-r", "-z", "--name-only", name)
    listed = git("rev-list", "--topo-order", "--format=%cs %ct %P", name)
    if paths is None or listed is None:
        return History()
    # "commit NAME LF DAY SP SECONDS SP PARENTS LF" for each.
    lines = iter(listed.splitlines())
    known = [(line.removeprefix("commit "), *next(lines).split()) for line in lines]
    pairs = [(name, parent) for name, _, _, *parents in known for parent in parents or [""]]
    output = git(
        *("diff-tree", "--stdin", "--root", "-r", "-M", "-z", "--always", "--name-status"),
        *("--relative", "--", "."),
        given="".join(f"{name} {parent}".strip() + "\n" for name, parent in pairs),
    )
    if output is None:
        return History()
    changes = _changes(output)
    commits = tuple(
        Commit(name, day, seconds, tuple(parents), tuple(next(changes) for _ in parents or [""]))
        for name, day, seconds, *parents in known
    )
    return History(commits, _paths(paths), frozenset(), is_shallow)


def _united(some: set[str], others: set[str]) -> set[str]:
    """Return the larger of two sets, with what is in the smaller added to it."""
    smaller, larger = sorted((some, others), key=len)
    larger |= smaller
    return larger


def _paths(listed: str) -> frozenset[str]:
    return frozenset(listed.split("\0")) - {""}


def _changes(output: str) -> Iterator[Changes]:
    """Yield the changes of each comparison that `git diff-tree --stdin -z` was asked for.

    It writes `COMMIT NUL (STATUS NUL PATH NUL | R.. NUL OLD NUL NEW NUL)*` for each.
    """
    parts = iter(output.split("\0")[:-1])
    changes: dict[str, str] | None = None
    for part in parts:
        if len(part) >= 40:
            if changes is not None:
                yield changes
            changes = {}
        elif changes is not None:
            path = next(parts)
            if part.startswith("R"):
                changes[next(parts)] = path
            else:
                changes[path] = "" if part == "A" else path
    if changes is not None:
        yield changes


def newest(changes: Mapping[str, str], paths: Iterable[str]) -> str:
    """Return the day on which the last of these files changed, or an empty text if one is unknown.

    Args:
        changes: The day of each file, from `History.last_changes`.
        paths: The files that a page is made of.
    """
    days = [changes.get(path, "") for path in paths]
    return max(days, default="") if all(days) else ""

"""The commands that tell what a change does: `changes`, and `comment` of what that found."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter

from .engine.content import content_of
from .engine.earlier import changed_lines, checked_out, start_of
from .engine.git import git_in
from .taskforce.catalogue import Catalogue
from .taskforce.changes.comparing import State, compared
from .taskforce.changes.report import Report, Told
from .taskforce.changes.telling import LONGEST_SUMMARY, as_markdown, comment
from .taskforce.languages import Text
from .taskforce.loading import Loaded
from .taskforce.pages.templates import read_templates
from .taskforce.problems import Lines, as_json, nearest_first
from .taskforce.reading import files_below

LARGEST_REPORT = 2_000_000
"""Bytes of a report; one that is larger is not of our making."""

_LIST = TypeAdapter(tuple[Told, ...])

_NO_PROBLEMS = Text(
    nl="dit is geen lijst van problemen, en is overgeslagen",
    en="this is not a list of problems, and was left out",
)
_NO_NAME = Text(
    nl="noem een commit, een branch of een map; dit is leeg",
    en="name a commit, a branch or a folder; this is empty",
)
_NO_REPORT = Text(nl="dit is geen verslag van ‘hooks changes’", en="no report of ‘hooks changes’")


def add_reviewing(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], docs: argparse.ArgumentParser
) -> None:
    """Add the commands `changes` and `comment`."""
    comparing = commands.add_parser(
        "changes", parents=[docs], help="tell what a change does to the site"
    )
    comparing.add_argument(
        "base", type=_named, metavar="BASE", help="a commit or branch, or a folder of pages"
    )
    comparing.add_argument("head", metavar="HEAD", nargs="?", help="default: what stands there now")
    comparing.add_argument("--format", choices=("markdown", "json"), default="markdown")
    comparing.add_argument("--output", type=Path, help="a file for the report, as JSON")
    comparing.add_argument(
        "--problems",
        type=Path,
        nargs="+",
        default=(),
        help="files with what else is wrong, as JSON",
    )
    commenting = commands.add_parser("comment", help="print the comment on a pull request")
    commenting.add_argument("report", type=Path, help="what `changes --output` wrote")
    commenting.add_argument("--preview", default="", help="the address of the preview")
    commenting.add_argument("--commit", default="", help="what the report is of")


def _named(name: str) -> str:
    """Return what was named; nothing at all would mean the folder of today."""
    if not name:
        raise argparse.ArgumentTypeError(_NO_NAME.in_every_language())
    return name


def changes(chosen: argparse.Namespace) -> int:
    """Print what a change does to the site, and what is wrong with it.

    Raises:
        NoBaseError: git does not know a commit.
        NotADirectoryError: There is no folder of pages.
    """
    report = _report(chosen).bounded()
    data = report.model_dump_json(exclude_defaults=True)
    if chosen.output:
        chosen.output.write_text(data, encoding="utf-8")
    print(data if chosen.format == "json" else as_markdown(report, LONGEST_SUMMARY), end="")
    return 0


def _report(chosen: argparse.Namespace) -> Report:
    docs: Path = chosen.docs
    is_folder = Path(chosen.base).is_dir()
    head = chosen.head or ""
    folders = (chosen.base, head or str(docs))
    if not docs.is_dir() and not all(Path(name).is_dir() for name in folders):
        raise NotADirectoryError(docs)
    last = "HEAD" if not head or Path(head).is_dir() else head
    base = chosen.base if is_folder else start_of(docs, chosen.base, last)
    with _pages_at(head or str(docs), docs) as now, _pages_at(base, docs) as before:
        after, _ = content_of(now)
        lines = {} if is_folder else changed_lines(now, base)
        found = (*_told(after, lines), *_others(chosen.problems))
        # What there is no place for, is left out from the end.
        told = tuple(sorted(found, key=lambda one: one.severity == "notice"))
        if after.problems:
            return Report(is_compared=False, problems=told)
        # Before the first page there was no folder.
        earlier = content_of(before)[0] if before.is_dir() else Loaded(Catalogue(), ())
        report = compared(_state(earlier, before), _state(after, now), read_templates())
        return report.model_copy(update={"problems": told})


@contextmanager
def _pages_at(name: str, docs: Path) -> Iterator[Path]:
    """Yield the folder of pages that a name says: a folder, or a commit of the one of today."""
    if Path(name).is_dir():
        yield Path(name)
        return
    below = git_in(docs)("rev-parse", "--show-prefix") or ""
    with checked_out(docs, name) as tree:
        yield tree / below.strip()


def _state(loaded: Loaded, docs: Path) -> State:
    marks = {
        path.relative_to(docs).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_below(docs)
        if path.is_file()
    }
    return State(
        loaded.catalogue,
        loaded.whole,
        {path: mark for path, mark in marks.items() if path not in loaded.hidden},
        is_whole=not loaded.problems,
    )


def _told(loaded: Loaded, lines: Lines) -> Iterable[Told]:
    rows = as_json(nearest_first(loaded.problems, lines), nearest_first(loaded.notices, lines))
    return _LIST.validate_json(rows)


def _others(paths: Iterable[Path]) -> Iterator[Told]:
    """Yield what other checks found, where they wrote that; one may have been cut short."""
    for path in paths:
        if path.is_file():
            try:
                yield from _LIST.validate_json(path.read_bytes())
            except ValueError:
                print(f"{path}: {_NO_PROBLEMS.in_every_language()}", file=sys.stderr)


def tell(chosen: argparse.Namespace) -> int:
    """Print the comment on a pull request, of a report that anybody may have written.

    Raises:
        OSError: It cannot be read.
    """
    with chosen.report.open("rb") as file:
        data = file.read(LARGEST_REPORT + 1)
    try:
        if len(data) > LARGEST_REPORT:
            raise ValueError(len(data))
        report = Report.model_validate_json(data)
    except ValueError:  # Pydantic's own is one, too.
        print(f"{chosen.report}: {_NO_REPORT.in_every_language()}", file=sys.stderr)
        return 2
    print(comment(report.bounded(), chosen.preview, chosen.commit), end="")
    return 0

"""A folder of pages becomes what its files hold, before any of it is judged as a page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .documents import WHOLE_FILE
from .problems import Place, Problem, Rule
from .rules import files as rules
from .uploads import is_page_by_content, page_size_problem, upload_problems

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
"""What MkDocs takes for a page; only the first is used here."""

_HIDDEN_PAGE = re.compile(r"\.(?:[a-z0-9][^/]*\.)?md", re.IGNORECASE)
"""A page whose name was forgotten: `.md`, `.page.md`. Not what a Mac and Emacs leave: `._page.md`
and `.#page.md`."""

Stamps = dict[Path, int]
"""When files last changed, in nanoseconds."""


@dataclass(frozen=True)
class Files:
    """What stands below a folder of pages, before any page is read.

    Attributes:
        contents: The pages, by their paths below the folder.
        root: The name of the folder.
        others: The paths of what else is there: pictures, documents, pages that cannot be read.
        problems: What is wrong with files that are not read as pages.
    """

    contents: Mapping[str, bytes]
    root: str = "docs"
    others: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def unread(self) -> list[str]:
        """The paths of pages that cannot be read."""
        return list(filter(_is_called_page, self.others))


def _is_called_page(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _MARKDOWN


def files_in(docs: Path) -> Files:
    """Return the files below `docs`.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    if not docs.is_dir():
        raise NotADirectoryError(docs)
    root = docs.absolute().name
    contents: dict[str, bytes] = {}
    others: list[str] = []
    problems: list[Problem] = []

    def report(rule: Rule, path: Path) -> None:
        place = Place(f"{root}/{_name_below(docs, path)}")
        problems.append(rule.problem(place, WHOLE_FILE))

    def unreadable_folder(error: OSError) -> None:
        report(rules.UNREADABLE_FILE, Path(error.filename))

    for path in files_below(docs, unreadable_folder):
        name = _name_below(docs, path)
        others.append(name)
        if path.is_symlink():
            report(rules.SYMBOLIC_LINK, path)
            continue
        try:
            if not path.is_file():  # A pipe would keep us waiting for ever.
                raise OSError(path)
            if not _is_called_page(name) and not is_page_by_content(path, name):
                problems += upload_problems(path, name, root)
            elif problem := page_size_problem(path, name, root):
                problems.append(problem)
            else:
                contents[name] = path.read_bytes()
                others.pop()
        except OSError:
            report(rules.UNREADABLE_FILE, path)
    return Files(contents, root, tuple(others), tuple(problems))


def _name_below(docs: Path, path: Path) -> str:
    """Return the path below `docs`; a name that is no UTF-8 with a sign for its odd bytes."""
    return os.fsencode(path.relative_to(docs).as_posix()).decode("utf-8", "replace")


def files_below(docs: Path, unreadable: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Yield the files that MkDocs would publish, and links that it would follow, in order.

    A page without a name, which it would leave out in silence, is one of them.

    Args:
        docs: The folder of the pages.
        unreadable: Is told of each folder that cannot be read; by default nobody is.
    """
    for folder, folders, names in os.walk(docs, onerror=unreadable):
        folders[:] = sorted(filter(_is_published, folders))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if _is_published(name) or _HIDDEN_PAGE.fullmatch(name):
                yield Path(folder) / name


def _is_published(name: str) -> bool:
    """Return whether MkDocs publishes a file or folder of this name (`exclude_docs`)."""
    return not name.startswith(".") or name == ".well-known"


def stamps(places: Iterable[Path]) -> Stamps:
    """Return every file there, or below a folder, with the time at which it last changed.

    Not those in which an editor keeps what it is doing, such as `.page.md.swp` and `.obsidian`; nor
    folders, which change where it writes a new file and renames that.
    """
    times: Stamps = {}
    for place in places:
        for path in files_below(place) if place.is_dir() else [place]:
            if "__pycache__" in path.parts:
                continue
            with suppress(OSError):  # It may have another name by now.
                times[path] = path.stat().st_mtime_ns
    return times

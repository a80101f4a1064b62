"""What stands in docs/ beside the pages: pictures and documents that do nothing by themselves.

And how large a file may be, a page too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .documents import WHOLE_FILE
from .languages import TRANSLATIONS, Text
from .places import ASSETS, GENERATED_FOLDERS, free_name
from .problems import Place, Problem, Rule
from .rules import files, uploads
from .svg import first_unsafe
from .values import as_file_name, is_file_name


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it may begin, and how many kilobytes it may have."""

    limit: int
    beginnings: tuple[bytes, ...] = ()


LONGEST_PAGE = 300
"""Kilobytes of a page; the longest of today has a tenth of that."""

_SMALLER_PICTURE = Text(
    nl="maak het kleiner: een beeld met minder pixels, een document met kleinere beelden",
    en="make it smaller: a picture with fewer pixels, a document with smaller pictures",
)
_MORE_PAGES = Text(nl="verdeel de tekst over meer pagina's", en="divide the text over more pages")

_ZIP = (b"PK\x03\x04",)

FOR_EDITORS: Mapping[str, Kind] = {
    ".png": Kind(1000, (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": Kind(1000, (b"\xff\xd8\xff",)),
    ".webp": Kind(1000, (b"RIFF",)),
    ".svg": Kind(500),
    ".pdf": Kind(10_000, (b"%PDF-",)),
    ".ods": Kind(5000, _ZIP),
    ".odt": Kind(5000, _ZIP),
    ".csv": Kind(5000),
}
"""Kinds that may stand between the pages. None of them can run or look like a page."""

PICTURES = frozenset({".png", ".jpg", ".webp", ".svg"})
"""Those that a page can show; the others are for downloading."""

FOR_OWNERS: Mapping[str, Kind] = {
    **FOR_EDITORS,
    ".css": Kind(100),
    ".js": Kind(100),
    ".txt": Kind(100),
    ".woff2": Kind(200, (b"wOF2",)),
}
"""Kinds that may stand in docs/assets."""


def upload_problems(file: Path, name: str, root: str) -> Iterator[Problem]:
    """Yield what is wrong with a file that is no page.

    Args:
        file: Where it is.
        name: Its path below docs/.
        root: How messages name docs/.

    Raises:
        OSError: It cannot be read.
    """
    place = Place(f"{root}/{name}")

    def problem_of(rule: Rule, line: int = 1, **values: str) -> Problem:
        return rule.problem(Place(place.path, line), WHOLE_FILE, **values)

    path = PurePosixPath(name)
    is_asset = path.parts[0] == ASSETS and len(path.parts) > 1
    kinds = FOR_OWNERS if is_asset else FOR_EDITORS
    suffix = path.suffix.lower()
    kind = kinds.get(suffix)
    if kind is None:
        listed = ", ".join(sorted(kinds))
        kinds_allowed = Text(nl=listed, en=listed)
        yield uploads.FILE_KIND.problem(place, WHOLE_FILE, value=path.name, kinds=kinds_allowed)
        return
    if len(path.parts) > 1 and path.parts[0] in TRANSLATIONS:
        # Pages in either language find it where it stands beside the Dutch ones.
        yield problem_of(
            files.TAKEN_NAME, value=path.parts[0], instead=f"{root}/{name.partition('/')[2]}"
        )
        return
    if (free := free_name(name, GENERATED_FOLDERS)) is not None:
        yield problem_of(files.TAKEN_NAME, value=name, instead=f"{root}/{free}")
        return
    # A licence text is called as its writers called it.
    if path.name != _plain(path.name) and suffix != ".txt":
        yield problem_of(uploads.UPLOAD_NAME, value=path.name, instead=_plain(path.name))
    elif not all(is_file_name(folder) for folder in path.parts[:-1]):
        instead = "/".join((*map(as_file_name, path.parts[:-1]), path.name))
        yield problem_of(files.FILE_NAME, value=name, instead=f"{root}/{instead}")
    if problem := _size_problem(file, place, kind.limit, _SMALLER_PICTURE):
        yield problem
        return
    called = suffix[1:].upper()
    if suffix == ".svg":
        if unsafe := first_unsafe(file.read_bytes()):
            line, cause = unsafe
            rule = uploads.UNSAFE_SVG if cause else uploads.FILE_CONTENT
            yield problem_of(rule, line, value=cause, kind=called)
    elif kind.beginnings:
        with file.open("rb") as opened:
            beginning = opened.read(16)
        if not beginning.startswith(kind.beginnings):
            yield problem_of(uploads.FILE_CONTENT, kind=called)


_OPENS_FIELDS = re.compile(rb"(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n")


def is_page_by_content(file: Path, name: str) -> bool:
    """Return whether a file that is not called so is a page: of no other kind, and with fields.

    Args:
        file: Where it is.
        name: Its path below docs/.

    Raises:
        OSError: It cannot be read.
    """
    path = PurePosixPath(name)
    if path.suffix.lower() in FOR_OWNERS.keys() - {".txt"} or path.parts[0] == ASSETS:
        return False
    with file.open("rb") as opened:
        return _OPENS_FIELDS.match(opened.read(64)) is not None


def page_size_problem(file: Path, name: str, root: str) -> Problem | None:
    """Return the problem of a page that is too large to read; the arguments are as above."""
    return _size_problem(file, Place(f"{root}/{name}"), LONGEST_PAGE, _MORE_PAGES)


def _size_problem(file: Path, place: Place, limit: int, instead: Text) -> Problem | None:
    size = file.stat().st_size // 1000
    if size <= limit:
        return None
    sizes = {"size": f"{size} kB", "limit": f"{limit} kB"}
    return uploads.FILE_SIZE.problem(place, WHOLE_FILE, instead=instead, **sizes)


def _plain(name: str) -> str:
    """Return the name as it works everywhere."""
    *words, suffix = name.split(".")
    return f"{as_file_name('-'.join(words))}.{suffix.lower()}"

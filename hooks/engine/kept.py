"""What builds have made, kept for the next one by all that it was made of.

In a folder beside the site (`.cache/`), in which anything may be deleted at any time, and several
builds may write at once. A result has the fingerprint of what it was made of as its name: the code
and the versions of all that is installed (`circumstances`), and what its maker adds. So nothing is
ever out of date; it is only no longer asked for. What was asked for longest ago goes where the
folder would grow beyond `MOST`.

Results are text or bytes and never programs (no pickles): what stands there cannot run.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

FOLDER = ".cache"
"""Where results are kept, beside mkdocs.yml."""

MOST = 500_000_000
"""Bytes that are kept: of 2,000 deliverables in two languages 85 million are."""

_DIGEST = 32

_LEVEL = 1
"""How hard results are packed: less than half of the room for a hundredth of a build's time."""


class Kept:
    """Results in a folder, for builds under the same circumstances."""

    def __init__(self, folder: Path, circumstances: Iterable[str]) -> None:
        """Begin; nothing is read or written yet.

        Args:
            folder: Where they stand; it need not be there.
            circumstances: What decides every result, beside what each is made of.
        """
        self._folder = folder
        self.circumstances = _fingerprint([*circumstances])
        """Stands for all of them."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been kept yet, under whatever circumstances."""
        return not self._folder.exists()

    def text(self, what: str, of: object, make: Callable[[], str]) -> str:
        """Return a text, made only where it is not kept; see `content`."""
        return self.content(what, of, lambda: make().encode()).decode()

    def content(self, what: str, of: object, make: Callable[[], bytes]) -> bytes:
        """Return bytes, made only where they are not kept.

        Args:
            what: Which result it is of all that may be made of the same.
            of: All that it is made of, as JSON has it.
            make: Makes it.
        """
        name = self.name(what, of)
        found = self.read(name)
        if found is None:
            found = make()
            self.write(name, found)
        return found

    def name(self, what: str, of: object) -> str:
        """Return the name of a result under these circumstances."""
        return _fingerprint([self.circumstances, what, of])

    def read(self, name: str) -> bytes | None:
        """Return what is kept by a name; None where nothing is, or not all of it."""
        path = self._path(name)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # Who may only read it cannot say that it is still asked for.
            os.utime(path)
        digest, packed = stored[:_DIGEST], stored[_DIGEST:]
        if hashlib.sha256(packed).digest() != digest:
            return None
        return zlib.decompress(packed)

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes by a name, or do not, where the disk has no room for them.

        Whoever reads a part of them, as while they are written, sees that it is one.
        """
        path = self._path(name)
        packed = zlib.compress(content, level=_LEVEL)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(hashlib.sha256(packed).digest() + packed)
        except OSError:
            with suppress(OSError):  # A part of it would take the room that there is left.
                path.unlink()

    def tidy(self) -> None:
        """Remove what was asked for longest ago, as far as there is too much."""
        kept = sorted(_files(self._folder), reverse=True)
        room = MOST
        for _, size, path in kept:
            room -= size
            if room < 0:
                with suppress(OSError):  # It went meanwhile, or is of another user.
                    Path(path).unlink()

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]


def circumstances(root: Path, folders: Iterable[str]) -> list[str]:
    """Return what decides every result of a build: its code, and all that is installed.

    Args:
        root: The folder of the project.
        folders: The folders in it whose files decide what is made.
    """
    paths = sorted(path for name in folders for path in (root / name).rglob("*") if path.is_file())
    contents = (
        (path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in paths
        if "__pycache__" not in path.parts
    )
    return [sys.version, *_installed(), *(f"{name} {digest}" for name, digest in contents)]


@cache
def _installed() -> list[str]:
    return sorted(f"{item.name} {item.version}" for item in distributions())


def _fingerprint(of: Any) -> str:
    text = json.dumps(of, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _files(folder: Path) -> list[tuple[float, int, str]]:
    """Return when each file was last used, its size, and its path; those that are there."""
    found = []
    for part in _entries(folder):
        for entry in _entries(part):
            with suppress(OSError):
                stat = entry.stat()
                found.append((stat.st_mtime, stat.st_size, entry.path))
    return found


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [*entries]
    except OSError:
        return []

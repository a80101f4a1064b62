"""The site's own styles, scripts and typeface stand in a folder named after what they hold.

A browser may keep them for ever (`_headers`), and no page meets those of another build: what holds
something else stands elsewhere. One name for all, since they refer to each other by their places.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import tinycss2
from mkdocs.structure.files import Files
from rjsmin import jsmin

from hooks.taskforce.places import ASSETS

_MOVED = tuple(f"{ASSETS}/{kind}/" for kind in ("css", "fonts", "js"))
"""Folders of which no file can be changed or added to by editors."""

_DIGITS = 10
_LINE_END = re.compile(r"\n\s*")

Assets = Mapping[str, bytes]
"""What readers fetch, by its path among the pages."""


def read(docs: Path) -> Assets:
    """Return what stands in these folders, as readers fetch it."""
    paths = [path for folder in _MOVED for path in (docs / folder).rglob("*") if path.is_file()]
    return {path.relative_to(docs).as_posix(): packed(path) for path in sorted(paths)}


@lru_cache(maxsize=100)  # In `mkdocs serve` each save reads all of them.
def _sheet(text: str) -> str:
    """Return a style sheet without comments, and with a space for the end of a line."""
    parts = tinycss2.parse_component_value_list(text, skip_comments=True)
    return _LINE_END.sub(" ", tinycss2.serialize(parts))


_PACKERS: dict[str, Callable[[str], str]] = {".css": _sheet, ".js": jsmin}
"""What makes more than a quarter less of what readers fetch. Nothing is put in other words, as
browsers of some years ago may not know those."""


def packed(path: Path) -> bytes:
    """Return a style sheet or a script that says the same in less, and any other file as it is."""
    content = path.read_bytes()
    pack = _PACKERS.get(path.suffix)
    return pack(content.decode()).encode() if pack else content


def folder_of(assets: Assets) -> str:
    """Return the folder in the site for these: the same for the same bytes."""
    digest = hashlib.sha256()
    for name, content in sorted(assets.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return f"{ASSETS}-{digest.hexdigest()[:_DIGITS]}"


def move(files: Files, assets: Assets, site: Path) -> None:
    """Let these files stand in their folder; call it in `on_files`, once each has its language.

    Args:
        files: Those of the build.
        assets: What `read` returned.
        site: Where the site is built.
    """
    folder = folder_of(assets)
    for file in files:
        if file.src_uri in assets:
            place = folder + file.src_uri.removeprefix(ASSETS)
            # All three, for static-i18n has set each.
            file.dest_uri, file.url = place, quote(place)
            file.abs_dest_path = str(site / place)
            file.content_bytes = assets[file.src_uri]

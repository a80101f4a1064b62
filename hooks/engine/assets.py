"""The site's own styles, scripts and typeface stand in a folder named after what they hold.

A browser may keep them for ever (`_headers`), and no page meets those of another build: what holds
something else stands elsewhere. One name for all, since they refer to each other by their places.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import quote

from mkdocs.structure.files import Files

from hooks.taskforce.places import ASSETS

MOVED = tuple(f"{ASSETS}/{kind}/" for kind in ("css", "fonts", "js"))
"""Folders of which no file can be changed or added to by editors."""

_DIGITS = 10


def folder_of(docs: Path) -> str:
    """Return the folder in the site for what stands in `MOVED`: the same for the same bytes."""
    digest = hashlib.sha256()
    paths = [path for kind in MOVED for path in (docs / kind).rglob("*") if path.is_file()]
    for name, path in sorted((path.relative_to(docs).as_posix(), path) for path in paths):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return f"{ASSETS}-{digest.hexdigest()[:_DIGITS]}"


def move(files: Files, folder: str, site: Path) -> None:
    """Let these files stand in their folder; call it in `on_files`, once each has its language.

    Args:
        files: Those of the build.
        folder: What `folder_of` says.
        site: Where the site is built.
    """
    for file in files:
        if file.src_uri.startswith(MOVED):
            place = folder + file.src_uri.removeprefix(ASSETS)
            # All three, for static-i18n has set each.
            file.dest_uri, file.url = place, quote(place)
            file.abs_dest_path = str(site / place)

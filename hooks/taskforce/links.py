"""Links in the running text lead to pages that are there.

Places within a page (`#…`) and other files are left to MkDocs, which knows what is made of pages.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from .bodies import NAME, page_links
from .documents import Document
from .guessing import nearest
from .languages import TRANSLATIONS
from .problems import Problem
from .rules import references

_PAGE = ".md"
_PAGE_LIKE = (_PAGE, ".html", ".htm")


def link_problems(document: Document, name: str, pages: Collection[str]) -> Iterator[Problem]:
    """Yield the links to pages that are not there.

    Args:
        document: The page.
        name: Its path below docs/.
        pages: The paths of all pages in the source language.
    """
    folder = posixpath.dirname(name)
    for address, position in page_links(document):
        path = unquote(address).partition("#")[0].partition("?")[0]
        if not _means_page(path):
            continue
        target = posixpath.normpath(posixpath.join(folder, path))
        if path.startswith("/") or target not in pages:
            choices = [posixpath.relpath(page, folder or ".") for page in sorted(pages)]
            meant = posixpath.relpath(_page(target), folder or ".")
            yield document.problem(
                references.BROKEN_LINK,
                NAME,
                position,
                value=address,
                instead=nearest(meant, choices),
            )


def _means_page(path: str) -> bool:
    name = posixpath.basename(path)
    return bool(path) and (name.lower().endswith(_PAGE_LIKE) or "." not in name.strip("."))


def _page(target: str) -> str:
    """Return the path of the page that a path without right ending was meant for."""
    stem = target.strip("/")
    for ending in _PAGE_LIKE:
        stem = stem.removesuffix(ending)
    for language in TRANSLATIONS:
        stem = stem.removesuffix(f".{language}")
    return stem + _PAGE

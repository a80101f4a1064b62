"""The files that are not in the site because of the day: later pages, and what only they show."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from .destinations import target_of
from .links import links
from .naming import PageFile
from .places import ASSETS


def hidden_files(
    pages: Iterable[PageFile], others: Iterable[str], is_hidden: Callable[[PageFile], bool]
) -> frozenset[str]:
    """Return the paths below docs/ of the files that are not in the site.

    Args:
        pages: The pages, in every language.
        others: The paths of all other files; what the site itself is made of is always there.
        is_hidden: Returns whether a page is not public.
    """
    every = tuple(pages)
    hidden = {file.name: file for file in every if is_hidden(file)}
    if not hidden:
        return frozenset()
    shown = {path for file in every if file.name not in hidden for path in _linked(file)}
    only_there = {path for file in hidden.values() for path in _linked(file)} - shown
    uploads = {path for path in others if not path.startswith(f"{ASSETS}/")}
    return frozenset(hidden.keys() | (only_there & uploads))


def _linked(file: PageFile) -> Iterator[str]:
    """Yield the paths below docs/ to which a page links."""
    for link in links(file.document):
        yield target_of(posixpath.dirname(file.name), urlsplit(link.address).path)

"""A book that is too large for one PDF becomes several: its volumes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..catalogue import Entity
from .order import Chapter

LARGEST = 700_000
"""Characters of HTML in a volume. Typst takes some 300 MB of memory for so many (measured: 130 to
340, as the pages are), and 4 GB for ten times as many; the page with everything is then about
500 kB."""

Size = Callable[[Entity[Any]], int]
"""Tells how many characters of HTML a page has."""


@dataclass(frozen=True)
class Volume:
    """A part of the book that is a PDF of its own.

    Attributes:
        number: Its number, from 1.
        total: How many there are.
        chapters: What it holds; the first may go on from the volume before.
    """

    number: int
    total: int
    chapters: tuple[Chapter, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole book."""
        return self.total == 1

    @property
    def pages(self) -> tuple[Entity[Any], ...]:
        """The pages in it, in reading order."""
        return tuple(page for chapter in self.chapters for page in chapter.pages)


def volumes(chapters: Iterable[Chapter], size: Size, largest: int = LARGEST) -> tuple[Volume, ...]:
    """Return the volumes of a book, one at least.

    A page is never cut in two. One that is larger than a volume by itself is not in the book: in
    its place stands where it can be read, which takes no room.

    Args:
        chapters: Those of the book.
        size: Tells how large a page is.
        largest: How large a volume may be.
    """
    divided = [*_divided(chapters, lambda page: _room(size(page), largest), largest)] or [()]
    return tuple(Volume(number, len(divided), part) for number, part in enumerate(divided, 1))


def _room(size: int, largest: int) -> int:
    return size if size <= largest else 0


def _divided(
    chapters: Iterable[Chapter], room: Size, largest: int
) -> Iterator[tuple[Chapter, ...]]:
    volume: list[Chapter] = []
    filled = 0
    for chapter in chapters:
        held: list[Entity[Any]] = []
        now = chapter
        for page in chapter.pages:
            if filled and filled + room(page) > largest:
                if held:
                    volume.append(_with(now, held))
                    now = replace(chapter, is_continued=True)
                yield tuple(volume)
                volume, held, filled = [], [], 0
            held.append(page)
            filled += room(page)
        volume.append(_with(now, held))
    if volume:
        yield tuple(volume)


def _with(chapter: Chapter, pages: list[Entity[Any]]) -> Chapter:
    return replace(chapter, parts=tuple(page for page in pages if page is not chapter.page))

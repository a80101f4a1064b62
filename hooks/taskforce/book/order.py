"""Which pages the book holds, and in what order one reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ..addresses import HOME
from ..catalogue import Catalogue, Entity, by_order
from ..kinds import KINDS
from ..languages import Language
from ..model import PlainPage
from ..vocabulary import Overview

_NOT_TO_READ = frozenset(
    {
        Overview.SEARCH,
        Overview.EVERYTHING,
        Overview.AUDIT,
        Overview.FORMATTING,
        Overview.FIELDS,
        Overview.RULES,
        Overview.TRANSLATIONS,
        Overview.REVIEWS,
    }
)
"""A tool, the book itself, what is measured of the site after the book has been made, and what only
editors need."""


@dataclass(frozen=True)
class Chapter:
    """A page that opens a chapter, and the pages in it.

    Where a chapter has no page of its own, `label` is what it is called, and `path` where its page
    would stand. A chapter that goes on in a further volume is opened by its title only.
    """

    path: str
    page: Entity[Any] | None
    label: str = ""
    parts: tuple[Entity[Any], ...] = ()
    is_continued: bool = False

    @property
    def pages(self) -> tuple[Entity[Any], ...]:
        """The pages in it, with the one that opens it."""
        opening = (self.page,) if self.page and not self.is_continued else ()
        return opening + self.parts


def is_in_book(entity: Entity[Any]) -> bool:
    """Return whether a page stands in the book."""
    return entity.overview not in _NOT_TO_READ


def chapters(catalogue: Catalogue, language: Language) -> tuple[Chapter, ...]:
    """Return the chapters; each page that is in the book stands in one of them."""
    subjects = list(_subjects(catalogue, language))
    page = catalogue.page_with(Overview.SOURCES)
    register = [Chapter(page.path, page)] if page else []
    placed = {chapter.path for chapter in [*subjects, *register]}
    folders, pages = _others(catalogue, placed)
    return (*subjects, *pages, *register, *folders)


def _subjects(catalogue: Catalogue, language: Language) -> Iterator[Chapter]:
    taskforce = catalogue.taskforce
    opening = [taskforce] if taskforce else []
    subjects = [(Overview.HOME, HOME, "taskforce_as_a_whole", opening)]
    for kind in KINDS:
        pages = [item for item in catalogue.in_order(kind, language) if item is not taskforce]
        subjects.append((kind.overview, kind.index, kind.name, pages))
    for overview, path, label, parts in subjects:
        chapter = _chapter(catalogue, overview, path, label, parts)
        if chapter.page is not None or parts:
            yield chapter
    for overview in (Overview.TIMELINE, Overview.GLOSSARY):
        if page := catalogue.page_with(overview):
            yield Chapter(page.path, page)


def _chapter(
    catalogue: Catalogue, overview: Overview, path: str, label: str, parts: list[Entity[Any]]
) -> Chapter:
    page = catalogue.page_with(overview) or catalogue.by_path.get(path)
    return Chapter(page.path if page else path, page, label, tuple(parts))


def _others(catalogue: Catalogue, placed: set[str]) -> tuple[list[Chapter], list[Chapter]]:
    """Return the folders that a page opens, and the pages that stand by themselves."""
    found = {
        page.path: page
        for page in catalogue.pages.values()
        if page.path not in placed and is_in_book(page)
    }
    pages = sorted(found.values(), key=partial(_in_order, found))
    openings = {_folder(page): page for page in pages if page.path == f"{_folder(page)}/{HOME}"}
    inside: dict[str, list[Entity[Any]]] = {folder: [] for folder in openings}
    alone: list[Chapter] = []
    for page in pages:
        opening = openings.get(_folder(page))
        if opening is None:
            alone.append(Chapter(page.path, page))
        elif page is not opening:
            inside[_folder(page)].append(page)
    folders = [
        Chapter(page.path, page, parts=tuple(inside[folder])) for folder, page in openings.items()
    ]
    return folders, alone


def _folder(page: Entity[PlainPage]) -> str:
    """Return the folder at the top that a page stands in, or an empty text."""
    return page.path.partition("/")[0] if "/" in page.path else ""


def _in_order(
    pages: Mapping[str, Entity[PlainPage]], page: Entity[PlainPage]
) -> list[tuple[bool, int, str]]:
    """Return what a page is sorted by: the order of the pages that open its folders, then its own.

    Args:
        pages: All pages that are sorted, by their path.
        page: One of them.
    """
    folders = [str(folder) for folder in PurePosixPath(page.path).parents][-2::-1]
    opening = [pages[path] for folder in folders if (path := f"{folder}/{HOME}") in pages]
    around = [*opening, page] if page not in opening else opening
    return [by_order(one) for one in around]

"""The menu: from a short list of sections to MkDocs, and back to pages that are not in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.nav import Section as MkDocsSection
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the menu.

    Attributes:
        index: Path of the page that opens the section, as in docs/, without a language. Its title
            names the section, in every language.
        children: Sections below it, in order. Keep them few: the menu stands on every page, so
            that listing every page makes the build quadratic (measured: 143 seconds instead of
            21 at 2,000 pages). Pages left out still get a breadcrumb, see
            :func:`adopt_pages_outside_menu`.
    """

    index: str
    children: tuple[Section, ...] = ()


NavItem = str | dict[str, list["NavItem"]]


def menu(sections: Iterable[Section]) -> list[NavItem]:
    """Return the value of MkDocs' ``nav`` for these sections, for use in ``on_config``.

    No entry has a title: pages then take their own, in the language that is built. A section must
    have one to be a section, so it gets the path of its index page until
    :func:`name_sections` runs.
    """
    return [
        {section.index: [section.index, *menu(section.children)]}
        if section.children
        else section.index
        for section in sections
    ]


def adopt_pages_outside_menu(navigation: Navigation, files: Iterable[File]) -> None:
    """Give pages outside the menu a parent in it: the nearest folder whose index page is listed.

    Then MkDocs does the rest: ``page.ancestors`` makes the breadcrumb, and ``page.active`` marks
    the parents as active in tabs and menu. For ``resultaten/plan.md`` the parent is the section
    that ``resultaten/index.md`` opens, or that page itself where it has no section.

    Must run in ``on_nav`` with a priority below -100, when static-i18n has found the home page.
    """
    listed = set(map(id, navigation.pages))
    parents = {
        page.url: page.parent if _opens(page, page.parent) else page
        for page in navigation.pages
        if page.is_index and page is not navigation.homepage
    }
    for file in files:
        if file.page is None or id(file.page) in listed:
            continue
        folder = file.page.url.rstrip("/")
        while folder := posixpath.dirname(folder):
            parent = parents.get(folder + "/")
            if parent is not None:
                file.page.parent = parent  # type: ignore[assignment]
                break


def name_sections(files: Iterable[File]) -> None:
    """Name each section after the page that opens it.

    Must run in ``on_env``, after all titles are known and fallbacks are marked.
    """
    for file in files:
        page = file.page
        if page is not None and page.parent is not None and _opens(page, page.parent):
            page.parent.title = page.title or page.parent.title


def _opens(page: Page, section: MkDocsSection | None) -> bool:
    return section is not None and section.is_section and section.children[0] is page

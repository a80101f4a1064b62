"""What the menu holds: the home page, the folders and the pages at the top, as the pages say."""

from __future__ import annotations

from hooks.engine.navigation import Section
from hooks.taskforce.addresses import HOME
from hooks.taskforce.catalogue import Catalogue, Entity, by_order
from hooks.taskforce.kinds import KINDS
from hooks.taskforce.model import PlainPage
from hooks.taskforce.vocabulary import Overview


def sections(catalogue: Catalogue) -> list[Section]:
    """Return the menu: home first, then every page at the top or opening a folder, by `order`.

    Below a folder stand the pages that no overview lists, and those of a kind whose number does
    not grow; of a folder within it, the page that opens that.
    """
    tops = [
        page
        for page in catalogue.pages.values()
        if page.path != HOME
        # It has a button on every page.
        and page.record.overview is not Overview.SEARCH
        and (page.path.count("/") == 0 or _opens_folder(page))
    ]
    home = [Section(HOME)] if HOME in catalogue.by_path else []
    return home + [
        Section(page.path, _children(catalogue, page) if _opens_folder(page) else ())
        for page in sorted(tops, key=by_order)
    ]


def _opens_folder(page: Entity[PlainPage]) -> bool:
    return page.path.endswith(f"/{HOME}") and page.path.count("/") == 1


def _children(catalogue: Catalogue, index: Entity[PlainPage]) -> tuple[Section, ...]:
    folder = index.path.removesuffix(HOME)
    below = [
        page
        for page in catalogue.pages.values()
        if page.path.startswith(folder)
        and page is not index
        and "/" not in page.path.removeprefix(folder).removesuffix(f"/{HOME}")
    ]
    pages = [Section(page.path) for page in sorted(below, key=by_order)]
    of_kind = [
        Section(entity.path)
        for kind in KINDS
        if kind.in_menu and kind.index == index.path
        for entity in catalogue.of(kind.collection).values()
    ]
    return (*of_kind, *pages)

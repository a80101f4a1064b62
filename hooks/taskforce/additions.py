"""What the site adds to docs/, to which editors may link: parts of pages, and whole files."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from .catalogue import Catalogue
from .destinations import Added
from .kinds import KINDS
from .languages import SOURCE_LANGUAGE, Text
from .pages.expansion import Expansion
from .pages.names import names_in
from .pages.templates import FOLDER, Templates, read_templates
from .places import GENERATED_FILES
from .publish.files import shared_files
from .publish.site import CALENDAR, FEED, Site, theme_feed


def added_names(catalogue: Catalogue, *, is_whole: bool) -> Added:
    """Return a function that returns the names of what the site adds to a page, by its path.

    Args:
        catalogue: Everything the site knows.
        is_whole: Whether no page is missing in it because of a problem. Where one is, the function
            returns all that the site could add, or None for an overview.
    """

    @cache
    def added(path: str) -> Collection[str] | None:
        entity = catalogue.by_path.get(path)
        if entity is None or (not is_whole and entity.overview is not None):
            return None
        if not is_whole:
            return _every_name()
        return Expansion(catalogue, entity, SOURCE_LANGUAGE, _templates()).added_names()

    return added


@cache
def _templates() -> Templates:
    """Return the templates, each compiled once for all pages that something links to."""
    return read_templates()


@cache
def _every_name() -> frozenset[str]:
    names = names_in("\n".join(path.read_text("utf-8") for path in sorted(FOLDER.iterdir())))
    return names | {relation.place for kind in KINDS for relation in kind.relations}


def generated_files(themes: Iterable[str]) -> frozenset[str]:
    """Return the paths of the files that are made beside the pages.

    Args:
        themes: The slugs of the themes, each of which has a feed.
    """
    nowhere = Site("", Text(nl="", en=""))
    shared = {file.path for file in shared_files(Catalogue(), nowhere, None)}
    return frozenset({*shared, *GENERATED_FILES, FEED, CALENDAR, *map(theme_feed, themes)})

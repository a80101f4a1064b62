"""The pages on which long lists are in full, as MkDocs and static-i18n need them.

They are made, and stand below the page to which a list belongs: in no menu, search, feed or list of
pages, but with an address, a breadcrumb, the other languages and a place in the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from hooks.engine.multilingual import (
    LanguageFile,
    built_language,
    list_pages_again,
    plugin_of,
    with_language,
)
from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import Language
from hooks.taskforce.pages.division import Division, FurtherPage
from hooks.taskforce.pages.lists import Lists

Further = Mapping[str, FurtherPage]
"""The pages by their paths, as if they were Dutch files below docs/."""


def add_pages(files: Files, catalogue: Catalogue, config: MkDocsConfig) -> Further:
    """Add the pages to the files, in the language that is being built; return them.

    Call it in `on_files` with a priority below -100: static-i18n would crash on them.
    """
    built = built_language(config)
    pages = {page.path: page for page in _pages(catalogue, built)}
    for page in pages.values():
        files.append(_file(page, built, config))
    if pages:
        list_pages_again(files, config)
    return pages


def _pages(catalogue: Catalogue, built: Language) -> Iterator[FurtherPage]:
    for entity in catalogue.entities:
        lists = Lists(catalogue, entity.version(built).language)
        yield from Division.of(lists, entity).further()


def _file(page: FurtherPage, built: Language, config: MkDocsConfig) -> File:
    file = File.generated(config, page.path, content="")
    _say_where(file, page, built)
    others = {
        code: File(page.path, None, config.site_dir, config.use_directory_urls)
        for code in plugin_of(config).build_languages
        if code != built
    }
    for code, other in others.items():
        _say_where(other, page, code)
    with_language(file).alternates = {
        code: with_language(others.get(code, file)) for code in plugin_of(config).build_languages
    }
    return file


def _say_where(file: File, page: FurtherPage, built: Language) -> None:
    """Say of a file what static-i18n says of those that it knows."""
    # Before anything reads `url`, which is remembered.
    file.dest_uri = f"{path_in(page_address(page.path), built)}index.html"
    variant: LanguageFile = with_language(file)
    variant.locale = page.entity.version(built).language
    variant.locale_alternate_of = built


def meta(page: FurtherPage, language: Language) -> dict[str, Any]:
    """Return what templates read of a page, in the language of its text."""
    version = page.entity.version(language)
    return {
        "title": page.title(language),
        "description": version.summary,
        "translation_outdated": version.outdated,
        "searches": False,
    }


def hang(pages: Further, files: Files) -> None:
    """Give each page the page to which its list belongs as parent, for the breadcrumb.

    Call it in `on_nav`, when all others have theirs.
    """
    for path, further in pages.items():
        file, owner = (files.get_file_from_path(name) for name in (path, further.entity.path))
        if file is not None and owner is not None and file.page is not None:
            file.page.parent = owner.page  # type: ignore[assignment]

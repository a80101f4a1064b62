"""The files beside the pages, and what the head of a page says of them.

Files are made in `on_files` with a priority below -100, after static-i18n, which crashes on files
that are made before it; were they made in `on_post_build`, no page could link to them under MkDocs'
strict checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from hooks.engine.kept import Kept
from hooks.engine.multilingual import built_language, default_language, plugin_of, with_language
from hooks.engine.settings import owner_of
from hooks.taskforce.audit import Report
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.languages import Language, Text
from hooks.taskforce.model import PlainPage
from hooks.taskforce.publish.files import PublishedFile, files_of_language, shared_files
from hooks.taskforce.publish.metadata import Metadata, metadata
from hooks.taskforce.publish.previews import Look
from hooks.taskforce.publish.site import Site
from hooks.taskforce.vocabulary import Overview

TYPEFACE = "assets/fonts/schibsted-grotesk-latin.woff2"
COLOURS = "assets/css/tokens.css"
GABLES = "assets/css/gables.css"


class _MadeWhenWritten(File):
    """A file that takes long to make, such as a picture: never are all of them in memory."""

    def __init__(self, file: PublishedFile, config: MkDocsConfig, kept: Kept) -> None:
        super().__init__(file.path, None, config.site_dir, config.use_directory_urls)
        self._made = partial(kept.content, file.target, file.made_of, file.make)

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file."""
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self._made())


class WrittenElsewhere(File):
    """A file that something else writes: this build knows it only for links to it."""

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file as it is."""


def add_files(
    files: Files,
    catalogue: Catalogue,
    facts: str,
    report: Report | None,
    changes: Mapping[str, str],
    config: MkDocsConfig,
    kept: Kept,
) -> None:
    """Add everything that is published beside the pages, in the language that is being built.

    Call it in `on_files` with a priority below -100.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        facts: Stands for all facts, titles and summaries.
        report: What was measured of the site, if anything was.
        changes: The day on which each file last changed.
        config: MkDocs' configuration.
        kept: What earlier builds made.
    """
    here = site_of(config)
    language = built_language(config)
    is_first = language == default_language(config)
    look = look_of(config)
    of_all = [facts, repr(here), repr(report), look and look.fingerprint]
    for file in shared_files(catalogue, here, look, report):
        if is_first:
            files.append(_generated(file, of_all, config, kept))
        else:
            directories = config.site_dir, config.use_directory_urls
            files.append(WrittenElsewhere(file.path, None, *directories))
    for file in files_of_language(catalogue, here, language, changes):
        files.append(_generated(file, [*of_all, {**changes}], config, kept))


def of_page(
    file: File, entity: Entity[Any] | None, catalogue: Catalogue, config: MkDocsConfig
) -> Metadata | None:
    """Return what overrides/partials/metadata.html prints for a page."""
    if entity is None:
        return None
    return metadata(
        catalogue,
        entity,
        site_of(config),
        with_language(file).locale_alternate_of,
        with_preview=_has_look(config),
    )


def _generated(file: PublishedFile, of_all: object, config: MkDocsConfig, kept: Kept) -> File:
    """Return a file that is made of what it says itself, or else of what any file may be."""
    if file.made_of:
        generated: File = _MadeWhenWritten(file, config, kept)
    else:  # Now: of a large site all open data would not fit beside all pages, which are next.
        made = kept.content(file.target, of_all, file.make)
        generated = File.generated(config, file.path, content=made)
    # Before anything reads `url`, which is remembered.
    generated.dest_uri = file.target
    return generated


def site_of(config: MkDocsConfig) -> Site:
    """Return the site with its name in every language, whichever is being built."""
    plugin = plugin_of(config)
    original = plugin.original_configs.get("site_name", config.site_name)
    names = {
        language: name
        for language in plugin.build_languages
        if (name := plugin.get_language_config(language).site_name)
    }
    texts = Text(**({default_language(config): original} | names))
    return Site(config.site_url or "/", texts, owner_of(config))


def to_take(
    file: File, catalogue: Catalogue, config: MkDocsConfig, *, book: str | None
) -> dict[str, str]:
    """Return what a reader can take along, by the label for it: addresses for MkDocs' `url` filter.

    Args:
        file: The page.
        catalogue: Everything the site knows.
        config: MkDocs' configuration.
        book: Where the whole site can be had as a PDF, if it can.
    """
    language = with_language(file).locale_alternate_of
    links = {}
    if book is not None:
        links["about_pdf"] = book
    if data := catalogue.page_with(Overview.DATA):
        links["about_data"] = _from_root(data, language, config)
    return links


def reporting(page: Page, contact: Entity[PlainPage] | None, config: MkDocsConfig) -> str | None:
    """Return where a reader tells of a mistake on a page, for MkDocs' `url` filter.

    That is a letter to the makers where they can be written to, or else the page that says how to
    reach them; None on that page, where there is no such page, and where nobody would answer.
    """
    site = site_of(config)
    language = with_language(page.file).locale_alternate_of
    title = Markup(page.title or "").striptags()
    if letter := site.owner.letter(title, page.canonical_url or "", language):
        return letter
    if (
        site.owner.archived
        or contact is None
        or page.file.src_uri == contact.version(language).path
    ):
        return None
    return _from_root(contact, language, config)


def _from_root(page: Entity[PlainPage], language: Language, config: MkDocsConfig) -> str:
    """Return the address of a page for MkDocs' `url` filter."""
    return replace(site_of(config), address="").page(page, language)


def _has_look(config: MkDocsConfig) -> bool:
    docs = Path(config.docs_dir)
    return all((docs / name).is_file() for name in (TYPEFACE, COLOURS, GABLES))


def look_of(config: MkDocsConfig) -> Look | None:
    """Return what previews are made with; a site without our typeface and colours has none."""
    if not _has_look(config):
        return None
    docs = Path(config.docs_dir)
    return Look.of(
        (docs / TYPEFACE).read_bytes(),
        *((docs / name).read_text(encoding="utf-8") for name in (COLOURS, GABLES)),
    )

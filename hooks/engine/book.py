"""The page with everything, and its PDF: what the book needs of MkDocs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks.engine.kept import Kept
from hooks.engine.kept_pages import keep_rendering
from hooks.engine.labels import label_extensions
from hooks.engine.multilingual import built_language
from hooks.engine.publishing import look_of, site_of
from hooks.engine.settings import owner_of
from hooks.taskforce.addresses import path_in
from hooks.taskforce.book.binding import Book, Render, bound
from hooks.taskforce.book.page import Download, html_of
from hooks.taskforce.book.pdf import BookError, Cover, Pdf, pdf_of
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.languages import Language, Text, language_name, locale_of
from hooks.taskforce.pages.templates import Templates
from hooks.taskforce.publish.previews import Look
from hooks.taskforce.publish.site import BOOK
from hooks.taskforce.vocabulary import Overview

log = get_plugin_logger("book")

_LEFT_OUT = Text(
    nl="een stuk van deze pagina staat niet in de pdf, wel op de site",
    en="a part of this page is not in the PDF, but it is on the site",
)
_NO_PDF = Text(
    nl="de pdf kan niet worden gemaakt",
    en="the PDF cannot be made",
)


@dataclass(frozen=True)
class Bound:
    """The book in the language that is being built.

    Attributes:
        book: Its text.
        templates: Those that make HTML.
        addresses: Where the pictures in it stand, as the page with everything needs them.
        target: Where the PDF goes.
        setting: Gives the PDF when it is set; None where none is wanted.
    """

    book: Book
    templates: Environment
    addresses: Mapping[str, str]
    target: Path
    setting: Future[Pdf] | None = None

    @property
    def has_pdf(self) -> bool:
        """Whether there is a PDF, or will be."""
        return self.setting is not None

    def complete(self, page: Page) -> None:
        """Add the book to the page that shows it, below the editors' text, and write its PDF.

        Call it as late as can be: the PDF is set while other pages are written. What it cannot hold
        never stops the site: an editor can do nothing about it. It is logged without being a
        warning, since a strict build would stop at that; and on the page itself, where the audit
        counts it.

        Raises:
            Abort: Not even a cover can be made.
        """
        page.content = f"{page.content or ''}{self.html()}"
        if self.pdf is None:
            return
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.target.write_bytes(self.pdf.content)
        for section in self.pdf.left_out:
            where = f"docs/{section.path} ({self.book.language})"
            log.info(f"{where}: {_LEFT_OUT.in_every_language()}")

    def html(self) -> str:
        """Return what stands on the page with everything."""
        return html_of(
            self.book,
            self.templates,
            lambda path: self.addresses.get(path, path),
            self._download(),
        )

    @cached_property
    def pdf(self) -> Pdf | None:
        """The same as a PDF, waited for; None where none is wanted.

        Raises:
            Abort: It cannot be made.
        """
        try:
            return None if self.setting is None else self.setting.result()
        except BookError as error:
            raise Abort(f"{_NO_PDF.in_every_language()}: {error}") from error

    def _download(self) -> Download | None:
        if self.pdf is None:
            return None
        language = self.book.language
        size = format_decimal(
            len(self.pdf.content) / 1_000_000, format="#,##0.0", locale=locale_of(language)
        )
        of = language_name(language).in_language(language)
        # The page stands in a folder of its own, beside the PDF.
        return Download(f"../{BOOK.rpartition('/')[2]}", f"{size} MB, {of}", self.pdf.left_out)


def add_file(files: Files, catalogue: Catalogue, config: MkDocsConfig) -> None:
    """Add the file of the PDF, which is empty until there is one: pages can link to it.

    Call it in `on_files` with a priority below -100.
    """
    if catalogue.page_with(Overview.EVERYTHING) is not None:
        file = File.generated(config, BOOK, content=b"")
        file.dest_uri = path_in(BOOK, built_language(config))
        files.append(file)


def bind(
    files: Files,
    catalogue: Catalogue,
    pages: Mapping[str, Page],
    templates: Templates,
    changes: Mapping[str, str],
    config: MkDocsConfig,
    kept: Kept,
    *,
    with_pdf: bool,
) -> Bound | None:
    """Return the book; None where no page shows it.

    Call it in `on_env`, when all pages have been read. The PDF is set while they are written: typst
    works beside Python, on a core of its own. The page that shows the book is written last.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        pages: Every page as it has been read, by the path of its Dutch file.
        templates: Those of the pages.
        changes: The day on which each file last changed.
        config: MkDocs' configuration.
        kept: What earlier builds made.
        with_pdf: Whether to make a PDF too, which takes a second or so.
    """
    page = catalogue.page_with(Overview.EVERYTHING)
    if page is None:
        return None
    language = built_language(config)
    contents = {path: page.content or "" for path, page in pages.items()}
    render = renderer(pages, config, files, kept)
    book = bound(catalogue, language, templates, site_of(config), contents, render)
    shown_on = pages[page.path].file
    files.remove(shown_on)
    files.append(shown_on)
    wanted = book.pictures
    pictures = {file.dest_uri: file for file in files if file.dest_uri in wanted}
    addresses = {path: get_relative_url(file.url, shown_on.url) for path, file in pictures.items()}
    look = look_of(config)
    setting: Future[Pdf] | None = None
    if with_pdf and look is not None:
        owner = owner_of(config)
        said = [owner.statement, owner.notice] if owner.notice else [owner.statement]
        statement = " ".join(text.in_language(language) for text in said)
        cover = Cover(config.site_url or "", statement, _newest(changes.values(), language))
        drawn = {path: _content(file) for path, file in pictures.items()}
        beside = ThreadPoolExecutor(1)
        setting = beside.submit(_pdf, book, look, cover, drawn, kept)
        beside.shutdown(wait=False)
    target = Path(config.site_dir, path_in(BOOK, language))
    return Bound(book, templates.html, addresses, target, setting)


def _pdf(
    book: Book, look: Look, cover: Cover, drawn: Mapping[str, bytes | None], kept: Kept
) -> Pdf:
    """Return the PDF; one that holds everything is kept."""
    pictures = {path: hashlib.sha256(content or b"").hexdigest() for path, content in drawn.items()}
    name = kept.name("pdf", [repr(book), look.fingerprint, repr(cover), pictures])
    found = kept.read(name)
    if found is not None:
        return Pdf(found)
    made = pdf_of(book, look, cover, drawn.get)
    if not made.left_out:  # Each build is to say what is.
        kept.write(name, made.content)
    return made


def _content(file: File) -> bytes | None:
    return None if file.abs_src_path is None else file.content_bytes


def renderer(pages: Mapping[str, Page], config: MkDocsConfig, files: Files, kept: Kept) -> Render:
    """Return what makes the Markdown of a page into HTML as the page itself was made."""

    def render(entity: Entity[Any], language: Language, text: str) -> str:
        label_extensions(config, language)
        page = copy(pages[entity.path])
        page.markdown = text
        keep_rendering(page, language, kept)
        page.render(config, files)
        return page.content or ""

    return render


def _newest(days: Iterable[str], language: Language) -> str:
    day = max(days, default="")
    return PartialDate.parse(day).in_words(language) if day else ""

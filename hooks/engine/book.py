"""The page with everything, and its PDF: what the book needs of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from babel.numbers import format_decimal
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks.engine.labels import label_extensions
from hooks.engine.multilingual import built_language
from hooks.engine.publishing import look_of, site_of
from hooks.engine.settings import owner_of
from hooks.taskforce.addresses import path_in
from hooks.taskforce.book.binding import Book, Render, bound
from hooks.taskforce.book.page import Download, html_of
from hooks.taskforce.book.pdf import BookError, Cover, Pdf, pdf_of
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.languages import Language, Text, language_name, locale_of
from hooks.taskforce.pages.templates import Templates
from hooks.taskforce.publish.site import BOOK
from hooks.taskforce.vocabulary import Overview

log = get_plugin_logger("book")

_LEFT_OUT = Text(
    nl="een stuk van deze pagina staat niet in de pdf, wel op de site",
    en="a part of this page is not in the PDF, but it is on the site",
)
_NO_PDF = Text(
    nl="de pdf kan niet worden gemaakt; de site wel",
    en="the PDF cannot be made; the site can",
)


@dataclass(frozen=True)
class Bound:
    """The book in the language that is being built.

    Attributes:
        book: Its text.
        templates: Those that make HTML.
        addresses: Where the pictures in it stand, as the page with everything needs them.
        file: The file of the PDF, which is empty until `complete`.
        setting: Gives the PDF when it is set; None where none is wanted.
    """

    book: Book
    templates: Environment
    addresses: Mapping[str, str]
    file: File
    setting: Future[Pdf] | None = None

    def complete(self, pages: Iterable[Page]) -> None:
        """Add the book to the pages that show it, below the editors' text, and fill its file.

        Call it in `on_env`, as late as can be: the PDF is set while the pages are read. What it
        cannot hold never stops the site: an editor can do nothing about it. It is logged without
        being a warning, since a strict build would stop at that; and on the page itself, where the
        audit counts it.
        """
        for page in pages:
            page.content = f"{page.content or ''}{self.html()}"
        if self.pdf is None:
            return
        self.file.content_bytes = self.pdf.content
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
        """The same as a PDF, waited for; None where none was made."""
        try:
            return None if self.setting is None else self.setting.result()
        except BookError as error:
            log.info(f"{_NO_PDF.in_every_language()}: {error}")
            return None

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


def bind(
    files: Files,
    catalogue: Catalogue,
    templates: Templates,
    changes: Mapping[str, str],
    config: MkDocsConfig,
    *,
    with_pdf: bool,
) -> Bound | None:
    """Return the book, and add its PDF to the files; None where no page shows it.

    Call it in `on_files` with a priority below -100. The PDF is set while the pages are read: typst
    works beside Python, on a core of its own.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        templates: Those of the pages.
        changes: The day on which each file last changed.
        config: MkDocs' configuration.
        with_pdf: Whether to make a PDF too, which takes a second or so.
    """
    page = catalogue.page_with(Overview.EVERYTHING)
    if page is None:
        return None
    language = built_language(config)
    book = bound(catalogue, language, templates, site_of(config), renderer(config))
    pictures = _pictures(book, files)
    shown_on = files.get_file_from_path(page.path)
    here = shown_on.url if shown_on else ""
    addresses = {path: get_relative_url(file.url, here) for path, file in pictures.items()}
    look = look_of(config)
    setting: Future[Pdf] | None = None
    if with_pdf and look is not None:
        owner = owner_of(config)
        said = [owner.statement, owner.notice] if owner.notice else [owner.statement]
        statement = " ".join(text.in_language(language) for text in said)
        cover = Cover(config.site_url or "", statement, _newest(changes.values(), language))
        # Read here, since files change while the pages are read.
        contents = {path: _content(file) for path, file in pictures.items()}
        beside = ThreadPoolExecutor(1)
        setting = beside.submit(pdf_of, book, look, cover, contents.get)
        beside.shutdown(wait=False)
    # Empty where there is none: a link to it on a page holds all the same.
    file = File.generated(config, BOOK, content=b"")
    file.dest_uri = path_in(BOOK, language)
    files.append(file)
    return Bound(book, templates.html, addresses, file, setting)


def _pictures(book: Book, files: Files) -> dict[str, File]:
    """Return the file of each picture in the book, by its path; that of the language, if any."""
    pairs = ((path, files.get_file_from_path(path)) for path in sorted(book.pictures))
    return {path: file for path, file in pairs if file is not None}


def _content(file: File | None) -> bytes | None:
    return None if file is None or file.abs_src_path is None else file.content_bytes


def renderer(config: MkDocsConfig) -> Render:
    """Return what makes Markdown into HTML as the pages do, with words in the language."""

    def render(text: str, language: Language) -> str:
        label_extensions(config, language)
        extensions = cast("list[Any]", config.markdown_extensions)
        markdown = Markdown(extensions=extensions, extension_configs=config.mdx_configs)
        return markdown.convert(text)

    return render


def _newest(days: Iterable[str], language: Language) -> str:
    day = max(days, default="")
    return PartialDate.parse(day).in_words(language) if day else ""

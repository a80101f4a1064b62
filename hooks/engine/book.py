"""The page with everything, and its PDF: what the book needs of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, cast

from babel.numbers import format_decimal
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from hooks.engine.bilingual import built_language
from hooks.engine.labels import label_extensions
from hooks.engine.publishing import look_of, site_of
from hooks.taskforce.book.binding import Book, Render, bound
from hooks.taskforce.book.page import html_of
from hooks.taskforce.book.pdf import BookError, Cover, pdf_of
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import Language
from hooks.taskforce.publish.site import BOOK, within
from hooks.taskforce.vocabulary import DocumentLanguage, Overview


@dataclass(frozen=True)
class Bound:
    """The book in the language that is being built.

    Attributes:
        book: Its text.
        size: Of its PDF, in bytes; None where none was made.
    """

    book: Book
    size: int | None = None

    def html(self) -> str:
        """Return what stands on the page with everything, below the editors' text."""
        return self._download() + html_of(self.book)

    def _download(self) -> str:
        if self.size is None:
            return ""
        language = self.book.language
        size = format_decimal(self.size / 1_000_000, format="#,##0.0", locale=language)
        of = DocumentLanguage[language.upper()].label.within(language)
        words = escape(labels()["book_download"].within(language))
        # The page stands in a folder of its own, beside the PDF.
        link = f'<a href="../{BOOK.rpartition("/")[2]}" type="application/pdf">{words}</a>'
        return f'<p class="book-download">{link} ({size} MB, {of})</p>\n'


def bind(
    files: Files,
    catalogue: Catalogue,
    templates: Environment,
    changes: Mapping[str, str],
    config: MkDocsConfig,
    *,
    with_pdf: bool,
) -> Bound | None:
    """Return the book, and add its PDF to the files; None where no page shows it.

    Call it in `on_files` with a priority below -100.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        templates: Those of the pages.
        changes: The day on which each file last changed.
        config: MkDocs' configuration.
        with_pdf: Whether to make a PDF too, which takes a second or so.

    Raises:
        Abort: the PDF cannot be made.
    """
    if catalogue.page_with(Overview.EVERYTHING) is None:
        return None
    language = cast("Language", built_language(config))
    book = bound(catalogue, language, templates, site_of(config), renderer(config))
    look = look_of(config)
    if not with_pdf or look is None:
        return Bound(book)
    try:
        made = pdf_of(book, look, Cover(config.site_url or "", _newest(changes.values(), language)))
    except BookError as error:
        raise Abort(f"De pdf kan niet worden gemaakt / the PDF cannot be made: {error}") from error
    file = File.generated(config, BOOK, content=made)
    file.dest_uri = within(BOOK, language)
    files.append(file)
    return Bound(book, len(made))


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
    return PartialDate.parse(day).shown(language) if day else ""

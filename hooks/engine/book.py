"""The page with everything, and its PDF: what the book needs of MkDocs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import zip_longest
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

from hooks.engine.beside import Work, begun
from hooks.engine.kept import Kept
from hooks.engine.kept_pages import keep_rendering
from hooks.engine.labels import label_extensions
from hooks.engine.multilingual import built_language
from hooks.engine.publishing import WrittenElsewhere, look_of, site_of
from hooks.engine.settings import owner_of
from hooks.taskforce.addresses import path_in
from hooks.taskforce.book.binding import Binding, Book, Render, Section
from hooks.taskforce.book.page import Download, Listed, html_of, list_of
from hooks.taskforce.book.pdf import BookError, Cover, pdf_of
from hooks.taskforce.book.volumes import Volume
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.languages import Language, Text, language_name, locale_of, sentence_case
from hooks.taskforce.pages.templates import Templates
from hooks.taskforce.places import BOOK, volume_path
from hooks.taskforce.publish.previews import Look
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
class Made:
    """A PDF that has been written: its size in bytes, and of which pages a part is not in it."""

    size: int
    left_out: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Bound:
    """The book in the language that is being built.

    Attributes:
        binding: What it holds.
        text: The text of the page with everything; None where it is too large for one page.
        templates: Those that make HTML.
        shown_on: The file of the page with everything.
        pictures: The files of the site that can be shown, by their paths below its root.
        setting: Writes the PDF of each volume; None where none is wanted.
    """

    binding: Binding
    text: Book | None
    templates: Environment
    shown_on: File
    pictures: Mapping[str, File]
    setting: Work[tuple[Made, ...]] | None

    @property
    def address(self) -> str | None:
        """Where the whole site can be had as a PDF, from the root of the site; None where not."""
        if self.setting is None:
            return None
        return self.shown_on.url if self.text is None else self._target(1)

    def complete(self, page: Page) -> None:
        """Add the book to the page that shows it, below the editors' text.

        Call it as late as can be: the PDF is set while other pages are written. What it cannot hold
        never stops the site: an editor can do nothing about it. It is logged without being a
        warning, since a strict build would stop at that; and on the page itself, where the audit
        counts it.

        Raises:
            Abort: Not even a cover can be made.
        """
        page.content = f"{page.content or ''}{self.html()}"
        for section in (section for made in self.made or () for section in made.left_out):
            where = f"docs/{section.path} ({self.binding.language})"
            log.info(f"{where}: {_LEFT_OUT.in_every_language()}")

    def abandon(self) -> None:
        """Stop making the PDF, if it is still being made."""
        if self.setting is not None:
            self.setting.abandon()

    def html(self) -> str:
        """Return what stands on the page with everything."""
        downloads = self._downloads()
        if self.text is not None:
            return html_of(self.text, self.templates, self._picture, next(iter(downloads), None))
        listed = (
            Listed(sentence_case(self.binding.name(volume)), self.binding.titles(volume), download)
            for volume, download in zip_longest(self.binding.volumes, downloads)
        )
        return list_of(listed, self.binding.language, self.templates)

    @cached_property
    def made(self) -> tuple[Made, ...] | None:
        """The PDF of each volume, waited for; None where none is wanted.

        Raises:
            Abort: It cannot be made.
        """
        try:
            return None if self.setting is None else self.setting.result()
        except BookError as error:
            raise Abort(f"{_NO_PDF.in_every_language()}: {error}") from error

    def _downloads(self) -> list[Download]:
        language = self.binding.language
        of = language_name(language).in_language(language)
        return [
            Download(
                get_relative_url(self._target(number), self.shown_on.url),
                f"{_megabytes(made.size, language)}\u00a0MB, {of}",
                made.left_out,
            )
            for number, made in enumerate(self.made or (), 1)
        ]

    def _target(self, number: int) -> str:
        return path_in(volume_path(number), self.binding.language)

    def _picture(self, path: str) -> str:
        file = self.pictures.get(path)
        return path if file is None else get_relative_url(file.url, self.shown_on.url)


def _megabytes(size: int, language: Language) -> str:
    return format_decimal(size / 1_000_000, format="#,##0.0", locale=locale_of(language))


def add_file(files: Files, catalogue: Catalogue, config: MkDocsConfig, *, with_pdf: bool) -> None:
    """Add the file of the PDF, so that pages can link to it; it is empty where none is made.

    Call it in `on_files` with a priority below -100.
    """
    if catalogue.page_with(Overview.EVERYTHING) is None:
        return
    if with_pdf and look_of(config) is not None:
        file: File = WrittenElsewhere(BOOK, None, config.site_dir, config.use_directory_urls)
    else:
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
    seen_by: Callable[[Entity[Any]], object],
    *,
    with_pdf: bool,
) -> Bound | None:
    """Return the book; None where no page shows it.

    Call it in `on_env`, when all pages have been read. The PDF is set while they are written, on a
    core of its own. The page that shows the book is written last.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        pages: Every page as it has been read, by the path of its Dutch file.
        templates: Those of the pages.
        changes: The day on which each file last changed.
        config: MkDocs' configuration.
        kept: What earlier builds made.
        seen_by: Returns all that decides the Markdown of a page.
        with_pdf: Whether to make a PDF too, which takes a second or so.
    """
    page = catalogue.page_with(Overview.EVERYTHING)
    if page is None:
        return None
    language = built_language(config)
    contents = {path: page.content or "" for path, page in pages.items()}
    render = renderer(pages, config, files, kept, seen_by)
    site = site_of(config)
    binding = Binding(catalogue, language, templates, site, contents, render, keep=kept.text)
    first, *others = binding.volumes
    text = None if others else binding.bound(first)
    shown_on = pages[page.path].file
    files.remove(shown_on)
    files.append(shown_on)
    pictures = {file.dest_uri: file for file in files if file.abs_src_path is not None}
    look = look_of(config)
    setting: Work[tuple[Made, ...]] | None = None
    if with_pdf and look is not None:
        owner = owner_of(config)
        said = [owner.statement, owner.notice] if owner.notice else [owner.statement]
        statement = " ".join(one.in_language(language) for one in said)
        cover = Cover(config.site_url or "", statement, _newest(changes.values(), language))
        press = Press(binding, text, look, cover, pictures, Path(config.site_dir), kept)
        setting = begun(press.volumes)
    return Bound(binding, text, templates.html, shown_on, pictures, setting)


@dataclass(frozen=True)
class Press:
    """Makes the PDF of each volume, in a process of its own.

    Attributes:
        binding: What the book holds.
        text: The text of the book, where it is one volume; others are bound here.
        look: What it is set with.
        cover: What stands on the cover of each.
        pictures: The files of the site that can be shown, by their paths below its root.
        site: The folder of the site.
        kept: What earlier builds made.
    """

    binding: Binding
    text: Book | None
    look: Look
    cover: Cover
    pictures: Mapping[str, File]
    site: Path
    kept: Kept

    def volumes(self) -> tuple[Made, ...]:
        """Write all, one after another; return what was made.

        Typst gives back what it has taken of memory when its process ends: so each of several
        volumes has one. Nothing else may set with typst before: a copy lacks its threads.
        """
        if self.text is not None:
            return (self._pdf(1, self.text),)
        return tuple(begun(partial(self._volume, item)).result() for item in self.binding.volumes)

    def _volume(self, volume: Volume) -> Made:
        return self._pdf(volume.number, self.binding.bound(volume))

    def _pdf(self, number: int, text: Book) -> Made:
        """Write the PDF of a volume; one that holds everything is kept."""
        drawn = {path: self._picture(path) for path in sorted(text.pictures)}
        digests = {path: hashlib.sha256(made or b"").hexdigest() for path, made in drawn.items()}
        name = self.kept.name("pdf", [repr(text), self.look.fingerprint, repr(self.cover), digests])
        content = self.kept.read(name)
        left_out: tuple[Section, ...] = ()
        if content is None:
            pdf = pdf_of(text, self.look, self.cover, drawn.get)
            content = pdf.content
            left_out = tuple(replace(section, nodes=()) for section in pdf.left_out)
            if not left_out:  # Each build is to say what is.
                self.kept.write(name, content)
        target = self.site / path_in(volume_path(number), text.language)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return Made(len(content), left_out)

    def _picture(self, path: str) -> bytes | None:
        file = self.pictures.get(path)
        return None if file is None else file.content_bytes


def renderer(
    pages: Mapping[str, Page],
    config: MkDocsConfig,
    files: Files,
    kept: Kept,
    seen_by: Callable[[Entity[Any]], object],
) -> Render:
    """Return what makes the Markdown of a page into HTML as the page itself was made."""

    def render(entity: Entity[Any], language: Language, markdown: Callable[[], str]) -> str:
        label_extensions(config, language)
        page = copy(pages[entity.path])
        page.markdown = kept.text("book Markdown", [language, seen_by(entity)], markdown)
        keep_rendering(page, language, kept)
        page.render(config, files)
        return page.content or ""

    return render


def _newest(days: Iterable[str], language: Language) -> str:
    day = max(days, default="")
    return PartialDate.parse(day).in_words(language) if day else ""

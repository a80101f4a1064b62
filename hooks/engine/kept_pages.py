"""Pages of which nothing has changed are neither made into HTML nor put in their template again.

Whatever cannot be told apart by its text is made anew each time, so that nothing old is shown.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from hooks.engine.kept import Kept
from hooks.engine.logs import generator_logger
from hooks.engine.settings import as_text
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.questions import Answers, asked

_PAGE_TEMPLATE = "main.html"
"""The template in which MkDocs puts each page."""

_NO_DESCRIPTION = " at 0x"
"""Stands in the text of a thing that is only told by where it is in memory."""

_NOT_SHOWN = ("markdown_extensions", "mdx_configs")
"""Settings that no template shows."""

_OF_THE_BUILD = frozenset({"build_date_utc", "config", "nav", "page", "pages"})
"""What a template is given that `around` and `_of_page` tell, and a moment that none shows."""

_OF_STATIC_I18N = frozenset({"i18n_config", "i18n_alternates"})
"""What no template of ours reads."""


# --- what is added to Markdown ----------------------------------------------------------------


def added(of: object, make: Callable[[Catalogue], str], answers: Answers, kept: Kept) -> str:
    """Return the Markdown of a page, made only where it would be another than it was.

    Args:
        of: What it is made of, beside what it asks of the catalogue.
        make: Makes it; asks the catalogue that it is given.
        answers: Those of the catalogue as it is now.
        kept: What earlier builds made.
    """
    name = kept.name("Markdown", of)
    found = kept.read(name)
    if found is not None:
        marks, text = json.loads(found)
        if answers.are(marks):
            return str(text)
    catalogue, marks = asked(answers)
    text = make(catalogue)
    kept.write(name, json.dumps([marks, text]).encode())
    return text


# --- Markdown to HTML -------------------------------------------------------------------------


def keep_rendering(page: Page, language: str, kept: Kept) -> None:
    """Let a page be made into HTML only where it has not been before; call it in `on_pre_page`.

    Args:
        page: The page.
        language: That of the words which Markdown writes by itself.
        kept: What earlier builds made.
    """
    page.render = partial(_render, page, language, kept)  # type: ignore[method-assign]


def _render(page: Page, language: str, kept: Kept, config: MkDocsConfig, files: Files) -> None:
    logger = generator_logger()
    hears_all = logger.isEnabledFor(logging.INFO)
    name = kept.name("html", [page.markdown, page.file.src_uri, page.url, language, hears_all])
    found = kept.read(name)
    if found is not None and _restored(page, json.loads(found), files):
        return
    asked, heard = _Asked(files), _Heard()
    logger.addHandler(heard)
    try:
        Page.render(page, config, cast(Files, asked))
    finally:
        logger.removeHandler(heard)
    if not heard.anything:  # What is said of a page is to be said again.
        kept.write(name, json.dumps(_stored(page, asked.answers)).encode())


def _stored(page: Page, answers: Mapping[str, str | None]) -> dict[str, object]:
    links = page.links_to_anchors
    return {
        "answers": answers,
        "content": page.content,
        "contents": [_token(item) for item in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": None if links is None else {to.src_uri: links[to] for to in links},
    }


def _restored(page: Page, stored: Any, files: Files) -> bool:
    """Give a page what was kept; return whether its links lead where they did."""
    asked = _Asked(files)
    for path in stored["answers"]:
        asked.get_file_from_path(path)
    if asked.answers != stored["answers"]:
        return False
    page.content = stored["content"]
    page.toc = get_toc(stored["contents"])
    page._title_from_render = stored["title"]
    page.present_anchor_ids = set(stored["anchors"])
    links = stored["links"]
    if links is not None:
        linked = {path: files.get_file_from_path(path) for path in links}
        page.links_to_anchors = {file: links[path] for path, file in linked.items() if file}
    return True


def _token(item: AnchorLink) -> dict[str, object]:
    children = [_token(child) for child in item.children]
    return {"name": item.title, "id": item.id, "level": item.level, "children": children}


class _Asked:
    """The files of a build, with what was asked of them and where each answer stands."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file, as MkDocs asks for it where a link leads to it."""
        file = self._files.get_file_from_path(path)
        self.answers[path] = None if file is None else file.url
        return file


class _Heard(logging.Handler):
    """Hears whether anything was logged."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True


# --- HTML to a page ---------------------------------------------------------------------------


def keep_writing(environment: Environment, around: str, kept: Kept) -> None:
    """Let a page be put in its template only where it has not been before; call it in `on_env`.

    Args:
        environment: That of the theme.
        around: What all pages of this language show.
        kept: What earlier builds made.
    """
    original = environment.get_template

    def get_template(name: Any, parent: Any = None, globals: Any = None) -> Any:
        template = original(name, parent, globals)
        is_page = name == _PAGE_TEMPLATE and parent is None
        return _KeptTemplate(template, around, kept) if is_page else template

    environment.get_template = get_template  # type: ignore[method-assign]


def write_anew(environment: Environment) -> None:
    """Let every page be put in its template, as what is around it may have changed since."""
    vars(environment).pop("get_template", None)


def around(config: MkDocsConfig, navigation: Navigation, *others: str) -> str:
    """Return what all pages of a language show, as text: settings and menu, and what is given."""
    settings = as_text(config, *_NOT_SHOWN)
    return repr([settings, [_item(item) for item in navigation.items], *others])


class _KeptTemplate:
    """The template of pages, which gives what it gave before."""

    def __init__(self, template: Template, around: str, kept: Kept) -> None:
        self._template = template
        self._around = around
        self._kept = kept

    def render(self, context: Mapping[str, Any]) -> str:
        """Return a page as HTML."""
        make = partial(self._template.render, context)
        left_out = _OF_THE_BUILD | _OF_STATIC_I18N
        given = {name: value for name, value in context.items() if name not in left_out}
        # This one setting is another on each page.
        given["alternate"] = context["config"].extra.get("alternate")
        described = f"{sorted(given.items())!r} {_of_page(context['page'])!r} {self._around}"
        if _NO_DESCRIPTION in described:
            return make()
        return self._kept.text("page", described, make)


def _of_page(page: Page) -> object:
    beside = page.previous_page, page.next_page
    return [
        *(page.url, page.title, page.content, page.meta, page.canonical_url, page.edit_url),
        *(page.is_homepage, page.file.locale, page.file.locale_alternate_of),  # type: ignore[attr-defined]
        [_item(item) for item in page.ancestors],
        [_item(item) for item in beside if item is not None],
        [_token(item) for item in page.toc],
    ]


def _item(item: Any) -> object:
    """Return what the menu shows of a page or a section, with all that is in it."""
    children = [_item(child) for child in item.children or ()]
    is_page = isinstance(item, Page)
    return [item.title, item.url if is_page else None, children]

"""What the site says around a page and Markdown writes by itself, in the right language.

The defaults of both are English and would stand on Dutch pages (WCAG 2.2, success criterion 3.1.2).
"""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from hooks.taskforce import rendering
from hooks.taskforce.addresses import page_address, within
from hooks.taskforce.catalogue import Entity
from hooks.taskforce.labels import html_text, labels, marked_html
from hooks.taskforce.languages import SOURCE_LANGUAGE, Language
from hooks.taskforce.model import Page


def label_extensions(config: MkDocsConfig, language: Language) -> None:
    """Have the next page made in a language, with all features of running text.

    Each page is rendered by a Markdown instance of its own, made from this configuration; so the
    language may change per page, and a Dutch page in the English site keeps its Dutch words.
    Must run in ``on_pre_page``.
    """
    names = [
        item for item in cast("list[Any]", config.markdown_extensions) if isinstance(item, str)
    ]
    config.markdown_extensions = cast("list[str]", rendering.extensions(names, language))
    config.mdx_configs = rendering.settings(config.mdx_configs, language)


SEARCH_PAGE = "zoeken.md"
"""The page to search on where none says that it is."""


def label_theme(
    environment: Environment, language: Language, searching: Entity[Page] | None = None
) -> None:
    """Give the theme's templates what the site says; for use in ``on_env``, in every build.

    `label` is for between tags, and marks what is not in the language of the site around the page;
    `attribute` is for within quotation marks, where nothing can. `home_page` and `search_page` give
    an address in a language, for the `url` filter.

    Args:
        environment: That of the theme.
        language: The language that is built.
        searching: The page to search on.
    """
    search_page = page_address(searching.path if searching else SEARCH_PAGE)
    environment.globals |= {
        "attribute": lambda name: html_text(labels()[name].within(language)),
        "label": lambda name: marked_html(labels()[name], language),
        "labels": labels(),
        "home_page": partial(within, ""),
        "search_page": partial(within, search_page),
        "said": lambda text: marked_html(text, language),
        "source_language": SOURCE_LANGUAGE,
    }

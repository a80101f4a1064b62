"""Words that Markdown writes by itself, in the language of the page.

Their defaults are English and would stand on Dutch pages (WCAG 2.2, success criterion 3.1.2).
Those of the page around the text come from theme.py.
"""

from __future__ import annotations

from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

from hooks.taskforce import rendering
from hooks.taskforce.languages import Language


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

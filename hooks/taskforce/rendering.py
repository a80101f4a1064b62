"""What the running text becomes, for where a look at its lines does not tell.

A line of Markdown can mean something else by what stands lines away from it: a footnote whose name
holds a backtick, brackets within brackets. So where text has a sign that HTML, an attribute, a
picture or an address needs, and its lines show nothing wrong, the text is made into HTML to look
at that. Most pages have no such sign and cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from .features import extension as features
from .languages import SOURCE_LANGUAGE, Language
from .markup import Active, active_content
from .running_text.marks import Marks
from .running_text.outline import difference, of_html, of_syntax
from .running_text.syntax import parsed
from .running_text.writing import NOTHING, for_python_markdown

EXTENSIONS = (
    "toc",
    "tables",
    "fenced_code",
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
)
"""Those of mkdocs.yml and of MkDocs itself, in the same order; a test compares them."""

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.keys": {"strict": True},
}
"""Those of mkdocs.yml; what is a function or in a language comes with the features."""

_SUSPICIOUS = re.compile(r"[<{&\\]|!\[|(?<!https):(?!\s)|(?<!https:)//|\n[ \t]{60}")
"""Without one of these Markdown makes no HTML of its own but plain links, lists and emphasis."""

_MADE_BY_MARKDOWN = re.compile(
    r"</?(?:a|abbr|blockquote|br|code|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|img"
    r"|ins|kbd|li|mark|ol|p|path|pre|span|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|ul"
    r')[\s/>]|<input type="checkbox" disabled(?: checked)? aria-label="[a-z ]*">'
)


# A preview checks every page after every save, and nearly all are as they were.
@lru_cache(maxsize=2048)
def first_active(body: str) -> tuple[int, Active] | None:
    """Return the line that puts something into the page that may not be there, and what.

    The line counts from 0 and is the one that completes it: without that line it is not there.
    """
    if not _SUSPICIOUS.search(body):
        return None
    active = _active(body)
    if active is None:
        return None
    lines = body.split("\n")
    harmless, harmful = 0, len(lines)
    while harmful - harmless > 1:
        middle = (harmless + harmful) // 2
        if (earlier := _active("\n".join(lines[:middle]))) is None:
            harmless = middle
        else:
            active, harmful = earlier, middle
    return harmful - 1, active


@lru_cache(maxsize=2048)
def first_difference(body: str) -> int | None:
    """Return the first line, from 0, that shows otherwise than on GitHub; None where all is right.

    What is written for Python-Markdown is meant to come out so: this finds what nobody thought of.
    """
    return difference(of_syntax(parsed(body)), of_html(_html_of(body)))


def _active(body: str) -> Active | None:
    try:
        html = _html_of(body)
    except RecursionError:
        return Active("nesting", "- - - - …")
    for tag in re.findall(r"<[^>]*>?", html):
        if tag != NOTHING and not _MADE_BY_MARKDOWN.match(tag):
            return Active("HTML", tag)
    return next(iter(active_content(html)), None)


@lru_cache(maxsize=8)
def _html_of(body: str) -> str:
    return _renderer().reset().convert(for_python_markdown(body))


@lru_cache(maxsize=1)
def _renderer() -> Markdown:
    return renderer(SOURCE_LANGUAGE)


def renderer(language: Language) -> Markdown:
    """Return what makes running text into HTML, as the site does, with words in the language."""
    return Markdown(
        extensions=extensions([*EXTENSIONS], language),
        extension_configs=settings(SETTINGS, language),
    )


def extensions(names: list[str], language: Language) -> list[str | Extension]:
    """Return the extensions of these names, with ours behind them."""
    return [*names, features.Features(language), Marks()]


def settings(
    given: Mapping[str, Mapping[str, Any]], language: Language
) -> dict[str, dict[str, Any]]:
    """Return the settings of extensions, with ours added to those that are written down."""
    ours = features.settings(language)
    return {name: {**given.get(name, {}), **ours.get(name, {})} for name in {**given, **ours}}

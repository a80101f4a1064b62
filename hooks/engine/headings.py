"""Headings that can be linked to: each is a link to its own place.

Python-Markdown's `permalink` puts a ¶ within the heading, so that a screen reader says "pilcrow"
with every heading and as the name of a link; its `anchorlink` puts a link within a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs.structure.toc import AnchorLink

_HEADING = re.compile(
    r'(?P<start><(?P<tag>h[2-4])\b[^>]*?\sid="(?P<id>[^"]+)"[^>]*>)(?P<words>.*?)(?P<end></(?P=tag)>)',
    re.DOTALL,
)

_MARKED = re.compile(r'<span lang="(?P<language>[\w-]+)">[^<]*</span>')

LISTED = 3
"""The least sections of which a page shows a list."""


def link_headings(html: str) -> str:
    """Return the HTML with the words of each heading made a link to it.

    A heading that holds a link already stays as it is. The name of the heading and of the link
    are its words, in whatever language these are. Where a page lists its sections, that list has
    the same links: those of the sections are then no stops on the way of a keyboard.
    """
    is_listed = sum(heading["tag"] == "h2" for heading in _HEADING.finditer(html)) >= LISTED
    return _HEADING.sub(lambda heading: _linked(heading, is_listed=is_listed), html)


def mark_contents(contents: Iterable[AnchorLink], html: str) -> None:
    """Mark each heading of another language in the list of contents, which has only its words.

    Args:
        contents: The list, as MkDocs makes it.
        html: The page, in which those headings are marked.
    """
    languages = {
        heading["id"]: marked["language"]
        for heading in _HEADING.finditer(html)
        if (marked := _MARKED.fullmatch(heading["words"]))
    }
    waiting = [*contents]
    while waiting:
        item = waiting.pop()
        waiting += item.children
        if language := languages.get(item.id):
            item.title = f'<span lang="{language}">{item.title}</span>'


def _linked(heading: re.Match[str], *, is_listed: bool) -> str:
    start, place, words, end = heading.group("start", "id", "words", "end")
    if "<a" in words:
        return heading[0]
    stop = ' tabindex="-1"' if is_listed and heading["tag"] == "h2" else ""
    return f'{start}<a class="heading-link" href="#{place}"{stop}>{words}</a>{end}'

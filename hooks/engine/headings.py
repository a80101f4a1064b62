"""Headings that can be linked to: each is a link to its own place.

Python-Markdown's `permalink` puts a ¶ within the heading, so that a screen reader says "pilcrow"
with every heading and as the name of a link; its `anchorlink` puts a link within a link.
"""

from __future__ import annotations

import re

_HEADING = re.compile(
    r'(?P<start><(?P<tag>h[2-4])\b[^>]*?\sid="(?P<id>[^"]+)"[^>]*>)(?P<words>.*?)(?P<end></(?P=tag)>)',
    re.DOTALL,
)


def link_headings(html: str) -> str:
    """Return the HTML with the words of each heading made a link to it.

    A heading that holds a link already stays as it is. The name of the heading and of the link
    are its words, in whatever language these are.
    """
    return _HEADING.sub(_linked, html)


def _linked(heading: re.Match[str]) -> str:
    start, place, words, end = heading.group("start", "id", "words", "end")
    if "<a" in words:
        return heading[0]
    return f'{start}<a class="heading-link" href="#{place}">{words}</a>{end}'

"""What Markdown for Python-Markdown cannot say, said by signs that no text holds.

Python-Markdown gives every item of a list a paragraph as soon as one of them needs an empty line,
and takes away tabs, and spaces on a line of their own, in code too.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

NO_PARAGRAPH = "\ue000"
"""Stands before words that are no paragraph: GitHub shows them without space around them."""

TAB, SPACE, EMPTY = "\ue001", "\ue002", "\ue003"
"""Stand in code for what would be lost there."""

CITATION = "\ue004"
"""Stands before and after the name of a source that is cited."""

HEADING = "\ue005"
"""Stands before the words of a heading, until it has its name."""

_IN_CODE = ((TAB, "\t"), (SPACE, " "), (EMPTY, ""))
_BEFORE_INLINE = 25
"""Python-Markdown reads what is within a line at priority 20."""


class Marks(Extension):
    """Puts into practice what the marks say, and removes them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register both processors."""
        md.treeprocessors.register(_WithoutParagraphs(md), "no-paragraph", _BEFORE_INLINE)
        md.postprocessors.register(_WithWhiteSpace(md), "white-space-in-code", 0)


def without_marks(text: str) -> str:
    """Return Markdown for whom the marks mean nothing."""
    return _with_white_space(text).replace(NO_PARAGRAPH, "")


def _with_white_space(text: str) -> str:
    for mark, meant in _IN_CODE:
        text = text.replace(mark, meant)
    return text


class _WithoutParagraphs(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                if (child.text or "").startswith(NO_PARAGRAPH):
                    child.text = (child.text or "").removeprefix(NO_PARAGRAPH)
                    if child.tag == "p":
                        _unwrap(parent, child)


def _unwrap(parent: Element, child: Element) -> None:
    """Put the text of `child`, which holds no elements yet, in its place."""
    index = list(parent).index(child)
    text = (child.text or "") + "\n" + (child.tail or "").lstrip("\n")
    if index == 0:
        parent.text = (parent.text or "").rstrip("\n") + text
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    parent.remove(child)


class _WithWhiteSpace(Postprocessor):
    def run(self, text: str) -> str:
        return _with_white_space(text)

"""Columns of a table to the right or in the middle, without a style attribute.

Python-Markdown writes `style="text-align: right;"` for a column with a colon under its head, which
the Content-Security-Policy forbids; its other way, `align="right"`, is no HTML any more.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_STYLE = re.compile(r"text-align: (left|center|right);")


class AlignmentByClass(Extension):
    """Gives cells the class `align-left`, `align-center` or `align-right`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md), "alignment-by-class", 0)


class _Processor(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in {"td", "th"} and (style := _STYLE.fullmatch(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", f"{cell.get('class', '')} align-{style[1]}".strip())

"""Tables: each in a box of its own that scrolls where it must, so that the page never does.

Python-Markdown writes `style="text-align: right;"` for a column with a colon under its head, which
the Content-Security-Policy forbids; its other way, `align="right"`, is no HTML any more.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_STYLE = re.compile(r"text-align: (left|center|right);")
_BOX = "table-wrap"
"""What docs/assets/js/page.js looks for: a box that scrolls gets a name and a tab stop."""


def align_by_class(root: Element) -> None:
    """Give cells the class `align-left`, `align-center` or `align-right` instead of a style."""
    for cell in root.iter():
        if cell.tag in {"td", "th"} and (style := _STYLE.fullmatch(cell.get("style", ""))):
            del cell.attrib["style"]
            cell.set("class", f"{cell.get('class', '')} align-{style[1]}".strip())


def box_tables(root: Element) -> None:
    """Put a box around each table that has none yet."""
    for parent in list(root.iter()):
        if _BOX in parent.get("class", "").split():
            continue
        for place, child in enumerate(parent):
            if child.tag == "table":
                box = Element("div", {"class": f"{_BOX} {_BOX}--text"})
                box.tail, child.tail = child.tail, None
                box.append(child)
                parent[place] = box

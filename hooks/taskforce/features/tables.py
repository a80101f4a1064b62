"""Tables: each in a box of its own that scrolls where it must, so that the page never does.

A head without words is none: where the first column lacks one, its cells are the heads of the rows.

Python-Markdown writes `style="text-align: right;"` for a column with a colon under its head, which
the Content-Security-Policy forbids; its other way, `align="right"`, is no HTML any more.
"""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

_STYLE = re.compile(r"text-align: (left|center|right);")
_BOX = "table-wrap"
"""What docs/assets/js/page.js looks for: a box that scrolls gets a name and a tab stop."""


def align_by_class(root: Element) -> None:
    """Give cells the class `align-left`, `align-center` or `align-right` instead of a style."""
    for cell in root.iter():
        if cell.tag in {"td", "th"} and (style := _STYLE.fullmatch(cell.get("style", ""))):
            del cell.attrib["style"]
            cell.set("class", f"{cell.get('class', '')} align-{style[1]}".strip())


def name_rows(root: Element, markdown: Markdown) -> None:
    """Make a cell of each empty head, and heads of the cells below one in the first column."""
    for table in root.iter("table"):
        without = [head for head in table.iterfind("thead/tr/th") if _is_empty(head, markdown)]
        if without and without[0] is table.find("thead/tr/th"):
            for cell in table.findall("tbody/tr/td[1]"):
                if not _is_empty(cell, markdown):
                    cell.tag = "th"
                    cell.set("scope", "row")
        for head in without:
            head.tag = "td"


def _is_empty(cell: Element, markdown: Markdown) -> bool:
    # Python-Markdown keeps `&nbsp;` apart, with a sign in its place.
    kept = markdown.htmlStash.rawHtmlBlocks
    words = HTML_PLACEHOLDER_RE.sub(lambda place: str(kept[int(place[1])]), cell.text or "")
    return not len(cell) and not html.unescape(words).strip()


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

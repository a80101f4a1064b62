"""Abbreviations that a reader can also reach by keyboard and touch.

Python-Markdown's own `abbr` marks every occurrence, also within links and headings, and can only
be read by pointing at it. Here the first occurrence in running text gets a place in the tab order
(the style sheet shows its title on hover and on focus), and the others stay plain text, so that a
page gets no more tab stops than it has abbreviations. One that the text itself explains, as in
`Vereniging van Nederlandse Gemeenten (VNG)`, needs no explanation.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

_NOT_WITHIN = frozenset(
    {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "dt", "summary", "th"}
)
"""Elements that are a name or a control themselves: an explanation has no place in them."""


def explain_once(root: Element) -> None:
    """Make the first of each abbreviation on a page focusable, and the others plain."""
    _walk(root, set(), running_text=True)


def _walk(element: Element, seen: set[str], *, running_text: bool) -> None:
    running_text = running_text and not _is_name(element)
    before = element.text or ""
    for child in list(element):
        words, after = "".join(child.itertext()), child.tail or ""
        if child.tag != "abbr":
            _walk(child, seen, running_text=running_text)
        elif running_text and words not in seen and not _explained(child, before, after):
            seen.add(words)
            child.set("tabindex", "0")
        else:
            seen |= {words} if running_text else set()
            _unwrap(element, child)
        before += words + after


def _is_name(element: Element) -> bool:
    """Return whether it is a name or control; docs/assets/js/tabs.js makes one of a tab's title."""
    return element.tag in _NOT_WITHIN or element.get("class") == "tabs__title"


def _explained(abbreviation: Element, before: str, after: str) -> bool:
    """Return whether the text beside it has its meaning, with one of the two in brackets."""
    meaning = abbreviation.get("title", "").casefold()
    return before.casefold().endswith(f"{meaning} (") or after.casefold().startswith(f" ({meaning}")


def _unwrap(parent: Element, child: Element) -> None:
    """Put the text of `child` in its place."""
    index = list(parent).index(child)
    text = (child.text or "") + (child.tail or "")
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        previous = parent[index - 1]
        previous.tail = (previous.tail or "") + text
    parent.remove(child)

"""Content tabs (`=== "Title"`): without a script, all of them below one another with their titles.

pymdownx.tabbed makes radio buttons of them, which do nothing without a style sheet that hides and
shows. docs/assets/js/tabs.js makes tabs of what stands here.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

_MADE = "tabbed-set"


def show_tabs(root: Element) -> None:
    """Replace sets of radio buttons by titled parts."""
    for parts in [*root.iter("div")]:
        if parts.get("class") != _MADE:
            continue
        titles = [child for child in parts if child.tag == "label"]
        panels = [child for child in parts if child.tag == "div"]
        tail = parts.tail
        parts.clear()
        parts.tail = tail
        parts.set("class", "tabs")
        for title, panel in zip(titles, panels, strict=True):
            title.tag, title.attrib, title.tail = "p", {"class": "tabs__title"}, "\n"
            panel.attrib = {"class": "tabs__panel"}
            panel.insert(0, title)
            parts.append(panel)

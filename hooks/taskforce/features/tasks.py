"""Task lists (`- [x] done`): boxes to read, not to tick, that say in words how far a task is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from ..languages import Language, Text

_DONE = Text(nl="gedaan", en="done")
_TO_DO = Text(nl="nog te doen", en="to do")


def name_tasks(root: Element, markdown: Markdown, language: Language) -> None:
    """Give each box of a task its name."""
    for item in root.iter("li"):
        if "task-list-item" in item.get("class", "").split():
            first = item[0] if len(item) and not (item.text or "").strip() else item
            _name(first.text or "", markdown, language)


def _name(words: str, markdown: Markdown, language: Language) -> None:
    # pymdownx.tasklist keeps the box apart as HTML, with a sign in its place.
    if place := HTML_PLACEHOLDER_RE.match(words):
        kept = markdown.htmlStash.rawHtmlBlocks
        box = str(kept[int(place[1])])
        done = " checked" in box
        name = (_DONE if done else _TO_DO).in_language(language)
        checked = " checked" if done else ""
        kept[int(place[1])] = f'<input type="checkbox" disabled{checked} aria-label="{name}"> '

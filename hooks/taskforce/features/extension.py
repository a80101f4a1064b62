"""The features of running text, in the order in which they change what Markdown has made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..languages import Language
from . import code, icons, keys
from .abbreviations import explain_once
from .admonitions import show_kinds
from .figures import caption_pictures
from .footnotes import name_footnotes
from .icons import say_lone_icons
from .tables import align_by_class, box_tables, name_rows
from .tabs import show_tabs
from .tasks import name_tasks

_AFTER_ABBR = 6
"""Python-Markdown's `abbr` has priority 7, and all that reads notation within lines comes before;
`toc` has 5, and reads the headings."""


class Features(Extension):
    """Makes semantic HTML of what the other extensions made, with words in one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md, self.language), "features", _AFTER_ABBR)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, language: Language) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: Element) -> None:
        show_tabs(root)
        show_kinds(root, self.language)
        caption_pictures(root)
        name_footnotes(root, self.language)
        name_tasks(root, self.md, self.language)
        say_lone_icons(root, self.language)
        explain_once(root)
        align_by_class(root)
        name_rows(root, self.md)
        box_tables(root)


def settings(language: Language) -> Mapping[str, Mapping[str, Any]]:
    """Return the settings of extensions that are functions, or words in a language."""
    return {
        "pymdownx.emoji": {
            "emoji_index": icons.index,
            "emoji_generator": icons.generated,
            "title": "none",
        },
        "pymdownx.keys": {"key_map": keys.key_map(language)},
        "pymdownx.superfences": {
            "custom_fences": [
                {"name": "*", "class": "", "format": code.formatted, "validator": code.accepts}
            ]
        },
    }

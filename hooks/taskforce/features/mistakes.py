"""What may be wrong in the notation of a feature: a name that does not exist, an icon alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..admonitions import ALIASES, KINDS
from ..guessing import did_you_mean, nearest, nearest_choice
from ..languages import Text, is_language, language_of_country
from ..rules import features as rules
from ..running_text.mistake import Mistake
from ..running_text.slips import box_line
from ..running_text.syntax import Node
from .icons import drawing, in_words, nearest_icon
from .keys import key_names

_KIND_WORDS: Mapping[str, Text] = {name: kind.title for name, kind in KINDS.items()}
_COMMON_KEYS = tuple(sorted(name for name in key_names() if len(name) > 1))
_NO_SUCH_ICON = Text(nl="kies een ander, of een emoji", en="choose another, or an emoji")
_SOME_LANGUAGES = Text(
    nl="schrijf ‘{lang=en}’ voor Engels, ‘{lang=de}’ voor Duits of ‘{lang=fr}’ voor Frans",
    en="write ‘{lang=nl}’ for Dutch, ‘{lang=de}’ for German or ‘{lang=fr}’ for French",
)


def mistakes(root: Node) -> Iterator[Mistake]:
    """Yield what is wrong in a parsed text."""
    for node in root.walk():
        if node.type == "container" and node.meta["kind"]:
            yield from _unknown_kind(node)
        elif node.type == "inline":
            block = node.parent or node
            for child in node.walk():
                if child.type == "icon":
                    yield from _unknown_icon(child, block)
                elif child.type == "keys":
                    yield from _unknown_keys(child, block)
                elif child.type == "language":
                    yield from _unknown_language(child, block)
                elif child.type == "link":
                    yield from _lone_icons(child, block)
            yield from _lone_icons(node, block)


def _unknown_kind(container: Node) -> Iterator[Mistake]:
    kind = container.meta["kind"]
    if kind not in KINDS and kind not in ALIASES:
        instead = nearest(kind.replace("-", " "), [*KINDS], _KIND_WORDS)
        if container.meta["title"] is None and nearest_choice(kind, KINDS, _KIND_WORDS) is None:
            either = Text(
                nl="bedoel je een titel, schrijf dan ‘{line}’; {instead}",
                en="if you mean a title, write ‘{line}’; {instead}",
            )
            instead = either.format(line=box_line(container.meta["line"]), instead=instead)
        yield Mistake(rules.UNKNOWN_ADMONITION, container, kind, {"instead": instead})


def _unknown_icon(icon: Node, block: Node) -> Iterator[Mistake]:
    if drawing(icon.content) is None:
        near = nearest_icon(icon.content)
        instead = did_you_mean(f":{near}:") if near else _NO_SUCH_ICON
        yield Mistake(rules.UNKNOWN_ICON, block, icon.markup, {"instead": instead})


def _unknown_keys(keys: Node, block: Node) -> Iterator[Mistake]:
    # What stands between quotes is shown as it is.
    for name in re.findall(r'"[^"]*"|[^+"]+', keys.content):
        if not name.startswith('"') and name not in key_names():
            instead = nearest(name.lower(), _COMMON_KEYS)
            yield Mistake(rules.UNKNOWN_KEY, block, name, {"instead": instead})


def _unknown_language(language: Node, block: Node) -> Iterator[Mistake]:
    if not is_language(language.content):
        near = language_of_country(language.content)
        instead = did_you_mean(f"{{lang={near}}}") if near else _SOME_LANGUAGES
        yield Mistake(rules.LANGUAGE_CODE, block, language.markup, {"instead": instead})


_WORDS_NEEDED = frozenset({"container_title", "heading", "link"})
_WORD_IN_ITSELF = frozenset({"td", "th"})


def _lone_icons(around: Node, block: Node) -> Iterator[Mistake]:
    """Yield icons that are all there is in a link, heading, cell or item."""
    icons = [child for child in around.children if child.type == "icon"]
    words = "".join(child.content for child in around.children if child.type != "icon")
    if not icons or words.strip() or len(icons) < len([c for c in around.children if _is_seen(c)]):
        return
    place = "link" if around.type == "link" else _place_of(block)
    has_word = place not in _WORDS_NEEDED and any(in_words(icon.content) for icon in icons)
    if place and not has_word and all(drawing(icon.content) is not None for icon in icons):
        quoted = " ".join(icon.markup for icon in icons)
        yield Mistake(rules.LONE_ICON, block, quoted)


def _is_seen(node: Node) -> bool:
    return node.type != "text" or bool(node.content.strip())


def _place_of(block: Node) -> str:
    if block.type in _WORDS_NEEDED | _WORD_IN_ITSELF:
        return block.type
    parent = block.parent
    if parent is None or parent.type not in {"list_item", "dd"} or len(parent.children) > 1:
        return ""
    return parent.type

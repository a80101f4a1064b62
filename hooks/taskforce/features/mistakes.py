"""What may be wrong in the notation of a feature: a name that does not exist, an icon alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..guessing import nearest
from ..languages import Text
from ..problems import Rule
from ..rules import features as rules
from .admonitions import ALIASES, KINDS
from .icons import drawing, nearest_icon, said
from .keys import key_names

_ICON = r":(?:fontawesome|material|octicons?|simple|mdi|fa)[-/][\w/-]+:"
_ICONS = re.compile(_ICON, re.ASCII)
_ROW_OF_ICONS = rf"(?P<icons>{_ICON}(?:[ \t]*{_ICON})*)"
_WITHOUT_WORDS = tuple(
    re.compile(pattern, re.MULTILINE | re.ASCII)
    for pattern in (
        rf"(?<=\[)[ \t]*{_ROW_OF_ICONS}[ \t]*(?=\][(\[])",
        rf"^[ \t>]*#+[ \t]+{_ROW_OF_ICONS}[ \t#]*$",
    )
)
_IN_CELL_OR_ITEM = tuple(
    re.compile(pattern, re.MULTILINE | re.ASCII)
    for pattern in (
        rf"\|[ \t]*{_ROW_OF_ICONS}[ \t]*(?=\||$)",
        rf"^[ \t]*{_ROW_OF_ICONS}[ \t]*(?=\|)",
        rf"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+{_ROW_OF_ICONS}[ \t]*$",
    )
)
_ADMONITION = re.compile(r"^[ \t>]*(?:!!!|\?\?\?\+?) ?(?P<kind>[A-Za-z][\w-]*)", re.MULTILINE)
_KEYS = re.compile(r"(?<![\\+\w])\+\+(?P<names>[\w-]+(?:\+[\w-]+)*)\+\+(?![+\w])")

_KIND_WORDS: Mapping[str, Text] = {name: kind.title for name, kind in KINDS.items()}
_SAME_AS = {"waarschuwing": "warning", "aandacht": "warning", "hulp": "question"}
"""Dutch words for a kind that are not the title it has by default."""

Mistake = tuple[Rule, int, int, str | Text]
"""A rule that is broken, where that begins and ends in the text, and what to write instead."""


def mistakes(text: str) -> Iterator[Mistake]:
    """Yield what is wrong in a text whose code has been blanked."""
    yield from _unknown_icons(text)
    yield from _lone_icons(text)
    for match in _ADMONITION.finditer(text):
        kind = match["kind"].lower()
        if kind not in KINDS and kind not in ALIASES:
            yield rules.UNKNOWN_ADMONITION, *match.span("kind"), _kind_meant(kind)
    for match in _KEYS.finditer(text):
        start = match.start("names")
        for name in re.finditer(r"[^+]+", match["names"]):
            if name[0] not in key_names():
                place = start + name.start(), start + name.end()
                yield rules.UNKNOWN_KEY, *place, nearest(name[0].lower(), _COMMON_KEYS)


_COMMON_KEYS = tuple(sorted(name for name in key_names() if len(name) > 1))


def _kind_meant(written: str) -> Text:
    return nearest(_SAME_AS.get(written, written.replace("-", " ")), [*KINDS], _KIND_WORDS)


def _unknown_icons(text: str) -> Iterator[Mistake]:
    for match in _ICONS.finditer(text):
        name = match[0].strip(":")
        if drawing(name) is None:
            near = nearest_icon(name)
            instead = Text(nl=f"bedoelde je ‘:{near}:’?", en=f"did you mean ‘:{near}:’?")
            yield rules.UNKNOWN_ICON, *match.span(), instead if near else _NO_SUCH_ICON


_NO_SUCH_ICON = Text(nl="kies een ander, of een emoji", en="choose another, or an emoji")


def _lone_icons(text: str) -> Iterator[Mistake]:
    for pattern in (*_WITHOUT_WORDS, *_IN_CELL_OR_ITEM):
        for match in pattern.finditer(text):
            names = [icon.strip(":") for icon in _ICONS.findall(match["icons"])]
            has_word = pattern in _IN_CELL_OR_ITEM and any(map(said, names))
            if not has_word and all(drawing(name) is not None for name in names):
                yield rules.LONE_ICON, *match.span("icons"), ""

"""Signs that no typeface has: which they are, and what stands in their place.

A sign may be several characters: a letter with an accent apart, a family that is four emoji. It is
described by its name in Unicode, which is English: 中 becomes `[cjk unified ideograph-4e2d]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

LANGUAGE = "en"
"""The language of the names of signs."""

_JOINER = "\N{ZERO WIDTH JOINER}"
_COLOURS_OF_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_MOST_NAMES = 3
_WHITE_SPACE = " \t\n\r\f"


@dataclass(frozen=True)
class Signs:
    """The signs that cannot be shown."""

    unknown: frozenset[str] = frozenset()

    def parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield text and descriptions as they follow each other; True stands with the latter."""
        if not self.unknown:
            yield text, False
            return
        for is_unknown, group in groupby(signs_in(text), self.unknown.__contains__):
            signs = [*group]
            yield (description(signs) if is_unknown else "".join(signs)), is_unknown

    def described(self, text: str) -> str:
        """Return the text with descriptions in place of what cannot be shown."""
        return "".join(part for part, _ in self.parts(text))


def description(signs: Sequence[str]) -> str:
    """Return the names of signs that stand beside each other, between square brackets."""
    names = [_name(sign) for sign in signs[:_MOST_NAMES]]
    if len(signs) > _MOST_NAMES:
        names.append("…")
    return f"[{', '.join(names)}]"


def _name(sign: str) -> str:
    named = [
        unicodedata.name(character, f"U+{ord(character):04X}")
        for character in sign
        if unicodedata.category(character) != "Cf" and not _chooses_a_look(character)
    ]
    return " ".join(named).lower()


def unknown_signs(
    texts: Iterable[str], known: Collection[int], can_show: Callable[[str], bool]
) -> Signs:
    """Return the signs in some texts that cannot be shown.

    Args:
        texts: The texts.
        known: The characters that the typeface of the book has; only others are asked for.
        can_show: Tells whether a text can be shown, in whatever typeface.
    """
    asked = sorted({sign for text in texts for sign in text} - {*map(chr, known), *_WHITE_SPACE})
    if not asked:
        return Signs()
    strange = re.compile(f"[{re.escape(''.join(asked))}]")
    unknown = sorted(
        {
            sign
            for text in texts
            if strange.search(text)
            for sign in signs_in(text)
            if strange.search(sign)
        }
    )
    return Signs(frozenset(_not_shown(unknown, can_show)))


def _not_shown(signs: Sequence[str], can_show: Callable[[str], bool]) -> Iterator[str]:
    if not signs or can_show(" ".join(signs)):
        return
    if len(signs) == 1:
        yield signs[0]
        return
    middle = len(signs) // 2
    yield from _not_shown(signs[:middle], can_show)
    yield from _not_shown(signs[middle:], can_show)


def signs_in(text: str) -> Iterator[str]:
    """Yield what reads as one sign each: a character with all that belongs to it."""
    sign = ""
    for character in text:
        belongs = (
            character == _JOINER
            or sign.endswith(_JOINER)
            or unicodedata.category(character).startswith("M")
            or _COLOURS_OF_SKIN.match(character)
        )
        if sign and not belongs:
            yield sign
            sign = ""
        sign += character
    if sign:
        yield sign


def _chooses_a_look(character: str) -> bool:
    return "\N{VARIATION SELECTOR-1}" <= character <= "\N{VARIATION SELECTOR-16}"

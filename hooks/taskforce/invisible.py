"""Signs that no page may hold: nobody sees them, and they change what a text is or seems to be.

Emoji are made with some of them, which join two pictures, colour one, or make the flag of a part of
a country. There they stay, and nowhere else: in no language of this site do they mean anything.
(Unicode Standard Annex 44, "Default_Ignorable_Code_Point"; Technical Standard 51, "Emoji".)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .languages import Text

_PICTURE = (
    "#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""What an emoji begins with; of a key (1️⃣) that is a plain character."""

_TAG = "\U000e0020-\U000e007f"
_LONGEST_FLAG = 7

_KINDS: Mapping[str, Text] = {
    "\u00ad": Text(nl="zacht afbreekstreepje", en="soft hyphen"),
    "\u200b": Text(nl="spatie zonder breedte", en="zero-width space"),
    "\u034f\u180e\u200c\u200d\u2060-\u2064\ufeff": Text(
        nl="teken zonder breedte", en="zero-width character"
    ),
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f": Text(
        nl="teken dat de schrijfrichting verandert", en="character that reverses the text"
    ),
    "\ufe00-\ufe0f\U000e0100-\U000e01ef": Text(
        nl="teken dat een ander teken verandert", en="character that changes another"
    ),
    "\U000e0000-\U000e007f": Text(nl="verborgen letter", en="hidden letter"),
    "\u115f\u1160\u2800\u3164\uffa0": Text(nl="letter die leeg is", en="letter that is empty"),
    "\u2028\u2029": Text(nl="verborgen regeleinde", en="hidden line break"),
    # running_text/marks.py uses some of these itself.
    "\ud800-\uf8ff": Text(
        nl="teken dat alleen in één programma bestaat", en="character of one program only"
    ),
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff": Text(
        nl="stuurteken", en="control character"
    ),
}

# A set of signs comes first, found at once; then whether that sign makes an emoji.
INVISIBLE = re.compile(
    rf"[{''.join(_KINDS)}](?:"
    rf"(?<=[^\u200d\ufe0e\ufe0f{_TAG}])"
    rf"|(?<=\u200d)(?:(?<![{_PICTURE}\ufe0f]\u200d)|(?![{_PICTURE}]))"
    rf"|(?<=[\ufe0e\ufe0f])(?<![{_PICTURE}][\ufe0e\ufe0f])"
    rf"|(?<=[{_TAG}])(?:(?<![\U0001f3f4{_TAG}][{_TAG}])|(?<=[{_TAG}]{{{_LONGEST_FLAG + 1}}}))"
    r")"
)
"""One such sign, where it has no meaning."""


def described(sign: re.Match[str]) -> Text:
    """Return what a sign that `INVISIBLE` found is, with its number in Unicode."""
    name = next(name for signs, name in _KINDS.items() if re.match(f"[{signs}]", sign[0]))
    return name.map(lambda words: f"{words}, U+{ord(sign[0]):04X}")


def word_without(sign: re.Match[str]) -> str:
    """Return the word in which a sign stands without it, and all others; empty if it is no word.

    A hidden line break stands between two words, which stay apart.
    """
    before, after = around(sign)
    between = " " if sign[0].isspace() else ""
    return INVISIBLE.sub("", before + between + after).strip()


def around(sign: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind a sign in its word."""
    text = sign.string
    return re.split(r"\s", text[: sign.start()])[-1], re.split(r"\s", text[sign.end() :])[0]


def blanked(text: str) -> str:
    """Return a text of the same length, with a space for each such sign."""
    return INVISIBLE.sub(" ", text)

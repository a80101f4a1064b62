"""How wide text will be, and where its lines break, without a font at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Widths in hundredths of the size of the letters, rounded up from the bold of the site's typeface
# (Schibsted Grotesk 700); what is set in it is lighter, and so a little narrower.
_WIDTHS = {
    **dict.fromkeys(" \N{NO-BREAK SPACE}'", 22),
    **dict.fromkeys("!|¡.,:;·‘’ijlìíîï", 30),
    **dict.fromkeys('()[]{}²³ft"1*', 40),
    **dict.fromkeys("r-/\\ºªIÌÍÎÏ_`“”„–", 47),
    **dict.fromkeys("szcgFJL7?«»", 58),
    **dict.fromkeys("BPRTVYÝÞ&#", 70),
    **dict.fromkeys("ACDGHKNOQUXÀÁÂÃÄÅÇÐÑÒÓÔÕÖØÙÚÛÜ", 76),
    **dict.fromkeys("mMW@%©®wæœÆ½¼¾…—", 101),
    "Œ": 112,
}
_OTHER_LATIN, _OTHER, _SYMBOL = 64, 115, 150

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_VOWEL = "[aeiouyáàâäéèêëíìîïóòôöúùûü]"
_CONSONANT = rf"(?!{_VOWEL})[^\W\d_]"
_ONSET = "(?:sch|bl|br|ch|cl|cr|dr|fl|fr|gl|gr|kl|kn|kr|ph|pl|pr|tr|vl|vr|wr)"
# A Dutch syllable takes one consonant before its vowel, or two that are always said together.
_SYLLABLE = re.compile(rf"(?:{_ONSET}|{_CONSONANT}){_VOWEL}", re.IGNORECASE)
_WITHIN_ONSET = re.compile(rf"{_ONSET}{_VOWEL}", re.IGNORECASE)
_LEAST_PART = 3
"""How many letters of a broken word stand before and after the break."""


def legible(text: str) -> str:
    """Return the text on one line, composed, without signs that HTML and XML cannot hold."""
    kept = (
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cs", "Cn", "Co"}
    )
    return " ".join("".join(kept).split())


def width(text: str, size: float) -> float:
    """Return the width that the text takes at most, in the same unit as `size`."""
    return sum(map(_sign_width, text)) * size / 100


def _sign_width(sign: str) -> int:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    if sign <= "\N{LATIN SMALL LETTER LONG S}":
        return _OTHER_LATIN
    return _SYMBOL if unicodedata.category(sign).startswith("S") else _OTHER


@dataclass(frozen=True)
class TextLine:
    """One line of a text, and whether the last word goes on in the next."""

    text: str
    goes_on: bool


@dataclass(frozen=True)
class _Piece:
    """Text that stays whole: what joins it to the next on a line, and what ends it at a break."""

    text: str
    joint: str
    ending: str


def lines(text: str, size: float, room: float) -> tuple[TextLine, ...]:
    """Return the text in as few lines as fit in `room`, as even as can be.

    Lines break at spaces and hyphens; a word that is too long for a line is hyphenated.
    """
    pieces = list(_pieces(legible(text), size, room))
    # For the first `end` pieces: how many lines, how uneven, and where the last line starts.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        choices = []
        for start in range(end - 1, -1, -1):
            free = room - width(_line(pieces[start:end]), size)
            # A single piece must do, also where not even one letter fits.
            if free < 0 and start < end - 1:
                break
            count, unevenness, _ = best[start]
            choices.append((count + 1, unevenness + free * free, start))
        best.append(min(choices))
    rows: list[TextLine] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        rows.append(TextLine(_line(pieces[start:end]), pieces[end - 1].joint == ""))
        end = start
    return tuple(reversed(rows))


def _line(pieces: list[_Piece]) -> str:
    *others, final = pieces
    return "".join(piece.text + piece.joint for piece in others) + final.text + final.ending


def _pieces(text: str, size: float, room: float) -> Iterator[_Piece]:
    for word in text.split():
        parts = [part for part in re.split(rf"(?<=\w[-–/])(?=\w)|{_SOFT_HYPHEN}", word) if part]
        if not parts:
            continue
        *others, final = parts
        for part in others:
            # What ends in a hyphen of its own needs no other.
            yield from _chunks(part, size, room, "" if part[-1] in "-–/" else "-", "")
        yield from _chunks(final, size, room, "", " ")


def _chunks(word: str, size: float, room: float, ending: str, joint: str) -> Iterator[_Piece]:
    """Yield the word, hyphenated so that each part fits with its ending."""
    while width(word + ending, size) > room and len(word) > 1:
        at = _break(word, size, room)
        yield _Piece(word[:at], "", "-")
        word = word[at:]
    yield _Piece(word, joint, ending)


def _break(word: str, size: float, room: float) -> int:
    """Return where to break a word: as late as fits, between syllables if any are near."""
    latest = 1
    while latest < len(word) - 1 and width(word[: latest + 1] + "-", size) <= room:
        latest += 1
    for at in range(min(latest, len(word) - _LEAST_PART), _LEAST_PART - 1, -1):
        if _SYLLABLE.match(word, at) and not _WITHIN_ONSET.match(word, at - 1):
            return at
    while latest > 1 and unicodedata.combining(word[latest]):
        latest -= 1
    return latest

"""The typeface as pages need it: every character it had, in less than half the bytes.

The file beside this is Schibsted Grotesk 1.100 as Google Fonts publishes it for Latin: 47 kB, half
of it kerning that differs by weight and covers every sign. Here each pair has one value, that of a
weight between text and headings, and only where it can be seen. Alternatives that no style
sheet asks for, and weights beyond those of the site go.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from string import ascii_letters

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

PUBLISHED = Path(__file__).with_name("schibsted-grotesk-latin.woff2")
"""What the authors publish."""

_FEATURES = ("ccmp", "liga", "tnum")
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""Copyright, what it is called, and the licence, which has to come along."""
_WEIGHTS = (400, 800)
_WEIGHT_OF_KERNING = 650
_KERNED = f"{ascii_letters}.,-'’‘”“"
_SEEN = 20
"""The least kerning, of 2048 in an em, that counts: a sixth of a pixel in running text."""
_STEP = 10

_Pair = tuple[str, str]


def made(published: bytes) -> bytes:
    """Return the typeface of the site, as woff2; the same bytes for the same typeface."""
    font = _opened(published)
    options = Options(layout_features=_FEATURES, name_IDs=_NAMES)
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": _WEIGHTS})
    kerning = _kerning(_opened(published))
    addOpenTypeFeaturesFromString(font, _rules(kerning, _accented(font)), tables=["GPOS"])
    font.flavor = "woff2"
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _opened(content: bytes) -> TTFont:
    return TTFont(BytesIO(content), recalcTimestamp=False)


def _accented(font: TTFont) -> Mapping[str, list[str]]:
    """Return the glyphs that are kerned as each letter is: it, and with every accent."""
    glyphs: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in sorted(font.getBestCmap().items()):
        glyphs[unicodedata.normalize("NFD", chr(code))[0]].append(name)
    return glyphs


def _kerning(font: TTFont) -> Mapping[_Pair, int]:
    """Return by how much each pair of letters is kerned, where that can be seen."""
    between = _lookup(instantiateVariableFont(font, {"wght": _WEIGHT_OF_KERNING}))
    kerning = {(left, right): between(left, right) for left in _KERNED for right in _KERNED}
    return {
        pair: _STEP * round(value / _STEP) for pair, value in kerning.items() if abs(value) >= _SEEN
    }


def _lookup(font: TTFont) -> Callable[[str, str], int]:
    """Return the function that tells how a typeface of one weight kerns two characters."""
    table, names = font["GPOS"].table, font.getBestCmap()
    (kern,) = (one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag == "kern")
    (number,) = kern.LookupListIndex
    subtables = [
        getattr(one, "ExtSubTable", one) for one in table.LookupList.Lookup[number].SubTable
    ]

    def between(left: str, right: str) -> int:
        first, second = names[ord(left)], names[ord(right)]
        # The first that knows the pair decides (OpenType, GPOS lookup type 2).
        for subtable in subtables:
            if first not in subtable.Coverage.glyphs:
                continue
            if subtable.Format == 2:
                row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)]
                value = row.Class2Record[subtable.ClassDef2.classDefs.get(second, 0)].Value1
                return value.XAdvance if value else 0
            pairs = subtable.PairSet[subtable.Coverage.glyphs.index(first)].PairValueRecord
            for pair in pairs:
                if pair.SecondGlyph == second:
                    return pair.Value1.XAdvance if pair.Value1 else 0
        return 0

    return between


def _rules(kerning: Mapping[_Pair, int], accented: Mapping[str, list[str]]) -> str:
    """Return the kerning as an OpenType feature, in classes of letters that are kerned alike."""
    rows = _alike({left: [kerning.get((left, right), 0) for right in _KERNED] for left in _KERNED})
    columns = _alike(
        {right: [kerning.get((left, right), 0) for left in _KERNED] for right in _KERNED}
    )

    def glyphs(letters: Iterable[str]) -> str:
        return " ".join(name for letter in letters for name in accented[letter])

    return "\n".join(
        [
            "languagesystem DFLT dflt; languagesystem latn dflt; feature kern {",
            *(
                f"pos [{glyphs(row)}] [{glyphs(column)}] {value};"
                for row in rows
                for column in columns
                if (value := kerning.get((row[0], column[0]), 0))
            ),
            "} kern;",
        ]
    )


def _alike(values: Mapping[str, list[int]]) -> list[list[str]]:
    """Return the letters that have the same values together, in their own order."""
    together: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for letter, kerned in values.items():
        together[tuple(kerned)].append(letter)
    return list(together.values())

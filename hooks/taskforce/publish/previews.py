"""The picture that others show with a link to the site, in each language.

A theme and a deliverable have one of their own, with their title and their gables; the other pages
one for their kind.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

from .. import mark
from ..catalogue import Catalogue, Entity
from ..gables import GABLES, gables_of
from ..languages import LANGUAGES, Language, sentence_case
from ..mark import Point
from ..vocabulary import Collection
from .site import Site

SIZE = (1200, 630)
"""What Facebook, LinkedIn and X show whole; 1.91 to 1 (https://ogp.me gives none)."""

MARGIN = 90
COLOURS = 64
MOST_LINES = 3
MOST_OWN = 250
"""Of so many themes and deliverables each has a picture with its title. Of more, all with the same
gables share one: where a page is shared its title stands below the picture anyway, and a picture
for each page is half the bytes of a large site."""

Gable = tuple[float, tuple[Point, ...]]
"""How high a roof is, as a share of the highest, and its outline: x as a share of the width, y as a
share of the height of the roof; infinity is the foot of the wall."""


@dataclass(frozen=True)
class Look:
    """What a picture is made with.

    Attributes:
        typeface: The site's own typeface, as woff2 or TrueType, with an axis for its weight.
        ground: The colour of the ground; all colours as `#rrggbb`.
        ink: The colour of the large words, and of one half of the mark.
        soft: The colour of the other words.
        accent: The colour of the other half of the mark.
        house: The colour of gables.
        gables: The outlines of the gables of gables.css, in order.
    """

    typeface: bytes
    ground: str
    ink: str
    soft: str
    accent: str
    house: str
    gables: tuple[Gable, ...]

    @classmethod
    def of(cls, typeface: bytes, tokens: str, gables: str) -> Look:
        """Return the look with the colours of the deep band in tokens.css.

        Args:
            typeface: The site's own.
            tokens: The text of tokens.css.
            gables: The text of gables.css.

        Raises:
            ValueError: A style sheet has no such colour or gable.
        """

        def colour(name: str) -> str:
            match = re.search(rf"--{name}:\s*(?:light-dark\()?(#[0-9a-f]{{6}})\b", tokens)
            if match is None:
                raise ValueError(f"tokens.css: --{name}: #rrggbb")
            return match[1]

        return cls(
            typeface,
            ground=colour("deep"),
            ink=colour("deep-ink"),
            soft=colour("deep-soft"),
            accent=colour("deep-accent"),
            house=colour("deep-line"),
            gables=_gables(gables),
        )

    @cached_property
    def fingerprint(self) -> str:
        """What stands for all of it."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @cached_property
    def _known(self) -> frozenset[int]:
        """The characters that the typeface has."""
        return frozenset(TTFont(BytesIO(self.typeface)).getBestCmap())

    def drawn(self, words: str) -> str:
        """Return words as they can be drawn: a letter that is not there without what is on it.

        What is no letter, such as an emoji, is left out; it would be an empty box.
        """
        signs = (
            sign if ord(sign) in self._known else _plain(sign)
            for sign in unicodedata.normalize("NFC", words)
        )
        known = (sign for sign in "".join(signs) if ord(sign) in self._known)
        return " ".join("".join(known).split())


_LETTER = re.compile(r"LATIN (?:CAPITAL|(SMALL)) LETTER ([A-Z]) WITH ")


def _plain(sign: str) -> str:
    """Return a letter without what is on it or through it, and the letters of a ligature."""
    if letter := _LETTER.match(unicodedata.name(sign, "")):
        return letter[2].lower() if letter[1] else letter[2]
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part))


@dataclass(frozen=True)
class Preview:
    """The words on a picture, and where it stands."""

    path: str
    title: str
    name: str
    note: str
    gables: tuple[int, ...] = ()

    @property
    def alternative(self) -> str:
        """The same in words, for who does not see the picture."""
        return ". ".join(part for part in (self.title, self.name, self.note) if part) + "."

    @classmethod
    def of(
        cls, catalogue: Catalogue, entity: Entity[Any], site: Site, language: Language
    ) -> Preview:
        """Return the preview of a page: its own, or one that it shares."""
        of_kind = cls._of_kind(entity.collection, site, language)
        gables = gables_of(catalogue, entity)
        if not gables:
            return of_kind
        if len(catalogue.themes) + len(catalogue.deliverables) > MOST_OWN:
            folder = of_kind.path.removesuffix(f"-{language}.png")
            shown = "-".join(map(str, gables))
            return replace(of_kind, path=f"{folder}--{shown}-{language}.png", gables=gables)
        return replace(
            of_kind,
            path=f"previews/{entity.name.replace('/', '-')}-{language}.png",
            title=entity.version(language).title,
            gables=gables,
        )

    @classmethod
    def _of_kind(cls, kind: Collection | None, site: Site, language: Language) -> Preview:
        name = site.names.in_language(language)
        label = kind.label.in_language(language) if kind is not None else ""
        return cls(
            path=f"previews/{kind.folder if kind is not None else 'site'}-{language}.png",
            title=sentence_case(label) or name,
            name=name if label else "",
            note=site.owner.motto.in_language(language),
        )

    @classmethod
    def every(cls, catalogue: Catalogue, site: Site) -> Iterator[Preview]:
        """Yield the preview of each kind of page in each language, and those of single pages."""
        for kind in (None, *Collection):
            for language in LANGUAGES:
                yield cls._of_kind(kind, site, language)
        of_pages = (
            cls.of(catalogue, entity, site, language)
            for entity in catalogue.entities
            if gables_of(catalogue, entity)
            for language in entity.versions
        )
        yield from {preview.path: preview for preview in of_pages}.values()


def picture(preview: Preview, look: Look) -> bytes:
    """Return the picture as PNG."""
    image = Image.new("RGB", SIZE, look.ground)
    image.paste(_mark(look, 120), (MARGIN, MARGIN - 24))
    draw = ImageDraw.Draw(image)
    if preview.gables:
        street = _street(preview.gables, look)
        image.paste(street, (SIZE[0] - MARGIN - street.width, 0))
    # Two lines at most where there are gables above them.
    most = 2 if preview.gables else MOST_LINES
    large = (92, 72, 56) if preview.gables else (108,) if preview.name else (84, 60)
    width = SIZE[0] - 2 * MARGIN
    bottom = SIZE[1] - MARGIN
    # From the bottom up: text, colour, sizes to choose from, weight, and room below it.
    for words, colour, sizes, weight, below in (
        (preview.note, look.soft, (34,), 500, 0),
        (preview.name, look.ink, (43, 36), 600, 32),
        (preview.title, look.ink, large, 800, 22),
    ):
        bottom -= below
        for size in sizes:
            font = _font(look, size, weight)
            lines = _lines(look.drawn(words), font, width)
            widest = max(map(font.getlength, lines), default=0)
            if len(lines) <= most and widest <= width:
                break
        if widest > width:  # There is a word that is too long at any of them.
            size = int(size * width / widest)
            font = _font(look, size, weight)
        for line in reversed(lines):
            draw.text((MARGIN, bottom), line, colour, font, anchor="ls")
            bottom -= round(size * 1.08)
    buffer = BytesIO()
    # A palette holds all the soft edges of letters on one ground, in half the bytes.
    reduced = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    reduced.save(buffer, "PNG")
    return buffer.getvalue()


@lru_cache(maxsize=8)
def _font(look: Look, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(BytesIO(look.typeface), size)
    font.set_variation_by_axes([weight])
    return font


def _lines(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return the words on as many lines as they need; a word that is too long stays whole."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=1)
def _mark(look: Look, size: int) -> Image.Image:
    """Return the mark; drawn large and made smaller, since Pillow draws shapes with hard edges."""
    scale = 4 * size / mark.SIZE
    large = Image.new("RGB", (4 * size, 4 * size), look.ground)
    draw = ImageDraw.Draw(large)
    curve = [mark.CURVE[0], *_bezier(mark.CURVE[1:5]), mark.CURVE[5]]
    for shape, colour in ((mark.STEPS, look.accent), (curve, look.ink)):
        draw.polygon([(x * scale, y * scale) for x, y in shape], colour)
    return large.resize((size, size), Image.Resampling.LANCZOS)


_GABLE = re.compile(
    r"\.gable-(\d+) \{\s*--high: calc\(var\(--tall\) \* ([\d.]+)\);\s*--gable: polygon\((.*)\);"
)
_POINT = re.compile(r"([\d.]+)% (?:calc\(var\(--high\) \* ([\d.]+)\)|(0|100%))(?:, |$)")
_FOOT = "100%"


def _gables(styles: str) -> tuple[Gable, ...]:
    outlines = tuple(
        (float(high), tuple(map(_point, _POINT.finditer(outline))))
        for _, high, outline in sorted(_GABLE.findall(styles))
    )
    if len(outlines) != GABLES:
        raise ValueError("gables.css: .gable-1 { --high: calc(var(--tall) * 1); --gable: … }")
    return outlines


def _point(match: re.Match[str]) -> Point:
    x, share, edge = match.groups()
    return float(x) / 100, float("inf") if edge == _FOOT else float(share or 0)


_ALONE, _AMONG_OTHERS = (170, 90, 0), (110, 60, 14)
"""The width, the highest roof and the room between, of one gable and of several."""


@lru_cache(maxsize=64)  # Pages of the same themes have the same gables.
def _street(gables: tuple[int, ...], look: Look) -> Image.Image:
    """Return gables beside one another, all walls as high; large, then made smaller."""
    wide, tall, gap = _ALONE if len(gables) == 1 else _AMONG_OTHERS
    wall, scale = 60, 4
    size = (len(gables) * (wide + gap) - gap, MARGIN - 24 + tall + wall)
    large = Image.new("RGB", (size[0] * scale, size[1] * scale), look.ground)
    draw = ImageDraw.Draw(large)
    for place, number in enumerate(gables):
        share, outline = look.gables[number - 1]
        top, left = size[1] - wall - tall * share, place * (wide + gap)
        points = [
            (left + x * wide, size[1] if y == float("inf") else top + y * tall * share)
            for x, y in outline
        ]
        draw.polygon([(x * scale, y * scale) for x, y in points], look.house)
    return large.resize(size, Image.Resampling.LANCZOS)


def _bezier(points: Sequence[Point]) -> list[Point]:
    """Return points on a cubic curve."""
    steps = 24
    weights = [
        ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        for t in (step / steps for step in range(steps + 1))
    ]
    return [
        (
            sum(weight * x for weight, (x, _) in zip(row, points, strict=True)),
            sum(weight * y for weight, (_, y) in zip(row, points, strict=True)),
        )
        for row in weights
    ]

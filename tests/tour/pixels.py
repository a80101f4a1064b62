"""What a page looks like, in pixels: contrast, and what differs between two looks."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any, cast

from PIL import Image
from playwright.sync_api import Page

Colour = tuple[int, int, int]


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, Definitions)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, Definitions)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def picture(page: Page, **part: Any) -> Image.Image:
    """Return what a page, or a part of it, looks like."""
    return Image.open(io.BytesIO(page.screenshot(**part))).convert("RGB")


def colours(image: Image.Image) -> dict[Colour, int]:
    """Return the colours of a picture, and how many pixels have each."""
    found = cast(list[tuple[int, Colour]], image.getcolors(image.width * image.height))
    return {colour: number for number, colour in found}


def changed(before: Image.Image, after: Image.Image) -> int:
    """Return how many pixels differ by a contrast of 3 or more."""
    both = (cast(list[Colour], list(one.get_flattened_data())) for one in (before, after))
    pairs = Counter(pair for pair in zip(*both, strict=True) if pair[0] != pair[1])
    return sum(number for pair, number in pairs.items() if contrast(*pair) >= 3)

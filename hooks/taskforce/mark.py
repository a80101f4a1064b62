"""The mark of the site: a gable that goes up in steps (recovery) and changes shape (transition).

Drawn once, in a square of 40, for the pages, the icon in the browser's tab, previews and the book.
"""

from __future__ import annotations

from collections.abc import Iterable

Point = tuple[float, float]

SIZE = 40

STEPS: tuple[Point, ...] = (
    *((19, 4), (14, 4), (14, 10), (9, 10), (9, 17)),
    *((5, 17), (5, 25), (2, 25), (2, 36), (19, 36)),
)
"""The corners of the left half."""

CURVE: tuple[Point, ...] = ((21, 4), (26, 4), (26, 17), (37, 17), (38, 36), (21, 36))
"""The right half: straight to the second point, a cubic curve with the next three, and straight."""


def steps_path() -> str:
    """Return the left half as an SVG path."""
    return f"M{_written(STEPS)}z"


def curve_path() -> str:
    """Return the right half as an SVG path."""
    return f"M{_written(CURVE[:2])}C{_written(CURVE[2:5])}L{_written(CURVE[5:])}z"


def icon(ground: str, steps: str, curve: str) -> bytes:
    """Return the mark in these colours as an SVG of its own, with some room round it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<path fill="{ground}" d="M0 0h{SIZE}v{SIZE}H0z"/>'
        '<g transform="translate(1.6 1.6) scale(.92)">'
        f'<path fill="{steps}" d="{steps_path()}"/><path fill="{curve}" d="{curve_path()}"/>'
        "</g></svg>\n"
    ).encode()


def _written(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g} {y:g}" for x, y in points)

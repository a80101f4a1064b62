"""The measures and shapes that the pictures share; one unit is a pixel at a width of 760."""

from __future__ import annotations

from dataclasses import dataclass

from .lettering import TextLine

WIDTH = 760.0
LETTERS, LINE = 15.0, 19.0
"""The size of letters and the distance between lines, as pictures.css sets them."""

PADDING = 4.0
"""Above and below a text. With one line it is then a target of more than 24 pixels, also where
the picture is at its smallest: 709 pixels wide, in a window of 768."""

TALLEST = 1600.0
"""The tallest picture that stands open on a page; a taller one is there when asked for."""

_RISE = 0.34
"""How far below the middle of a line its base line is, as a share of the size of the letters."""


@dataclass(frozen=True)
class Box:
    """A rectangle in the units of a picture; `x` and `y` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half-way down."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Letters:
    """One line of text; `x` is its start, middle or end, and `y` its base line.

    `goes_on` is whether the last word goes on in the next line.
    """

    text: str
    x: float
    y: float
    goes_on: bool = False


def block(lines: tuple[TextLine, ...], x: float, middle: float) -> tuple[Letters, ...]:
    """Return lines of text round a middle."""
    first = middle - LINE * (len(lines) - 1) / 2 + LETTERS * _RISE
    return tuple(
        Letters(line.text, x, first + LINE * row, line.goes_on) for row, line in enumerate(lines)
    )


def beside(text: str, x: float, middle: float, size: float) -> Letters:
    """Return one line of text with its middle at a height."""
    return Letters(text, x, middle + size * _RISE)


def short(number: float) -> str:
    """Return a length with at most one decimal, always written alike."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")

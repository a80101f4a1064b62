"""Things in a column: each as near as can be to where it would like to be, and none on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class _Block:
    """Neighbours that touch: the sum of where each would put the first, and how many they are."""

    total: float
    count: int

    @property
    def place(self) -> float:
        return self.total / self.count


def stacked(sizes: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Return the middle of each thing, one below the other from 0.

    Args:
        sizes: The height of each.
        gaps: The room above each; that above the first counts too.
    """
    middles, end = [], 0.0
    for size, gap in zip(sizes, gaps, strict=True):
        middles.append(end + gap + size / 2)
        end += gap + size
    return middles


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float, room: float) -> list[float]:
    """Return the middle of each thing, in the order given, within 0 and `room`.

    The sum of the squared distances to what is wanted is the least there can be (isotonic
    regression; neighbours that would overlap move as one block).

    Args:
        wanted: Where each thing would like its middle.
        sizes: The height of each.
        gap: The least room between two.
        room: The height of the column, enough for all.
    """
    if not sizes:
        return []
    closest = stacked(sizes, [0.0] + [gap] * (len(sizes) - 1))
    blocks: list[_Block] = []
    for place, offset in zip(wanted, closest, strict=True):
        blocks.append(_Block(place - offset, 1))
        while len(blocks) > 1 and blocks[-2].place > blocks[-1].place:
            last = blocks.pop()
            blocks[-1] = _Block(blocks[-1].total + last.total, blocks[-1].count + last.count)
    free = max(0.0, room - closest[-1] - sizes[-1] / 2)
    shifts = [min(max(block.place, 0.0), free) for block in blocks for _ in range(block.count)]
    return [offset + shift for offset, shift in zip(closest, shifts, strict=True)]

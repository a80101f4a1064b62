"""The picture of how trekkers, themes and deliverables fit together: what stands where.

Three columns: trekkers, what they lead, what came of it. In the middle stand the themes, and above
them the taskforce as a whole. A line is a relation, and each is drawn once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..addresses import relative_address
from ..catalogue import TASKFORCE, Catalogue, Entity
from ..languages import Language, Text
from .geometry import LETTERS, LINE, PADDING, TALLEST, WIDTH, Box, Letters, block, short
from .lettering import TextLine, legible, lines
from .spreading import spread, stacked

MOST_THEMES, MOST_LEAVES = 24, 240
"""The most in the middle, and the most trekkers or deliverables, that still make a picture; beyond
that the words say it better."""

MOST_IN_WORDS = 10
"""How many trekkers or deliverables of a theme the words name then; its page has all."""

HEAD = 34.0
"""The height of the headings of the columns."""

GAP, GROUP_GAP = 6.0, 14.0
"""Between two nodes, and between nodes that belong to different themes."""

GABLE, STEP = 12.0, 9.0
"""The height of the gable of a theme, and the width of its steps."""

TREKKERS_END, DELIVERABLES_START = 180.0, 512.0
MIDDLE_START, MIDDLE_END = 258.0, 416.0
MARGIN = 12.0
"""On either side of a text; on the right of the deliverables for who spaces letters wider."""

PORT = 7.0
"""The most room between the ends of two lines on a theme."""


@dataclass(frozen=True)
class Line:
    """A relation with a theme: the path in SVG, and the number of the theme."""

    path: str
    theme: int


@dataclass(frozen=True)
class Node:
    """A trekker, a theme, the taskforce or a deliverable.

    Attributes:
        title: All of its text.
        language: The language of the title.
        address: Where its page is, seen from the page with the picture; none where it has none.
        letters: Its text in lines.
        box: The room it takes, and where it can be pressed.
        themes: The numbers of the themes it belongs to; of a theme its own.
        lines: The relations of a trekker or a deliverable.
        house: The outline of a theme, as a path in SVG.
    """

    title: str
    language: Language
    address: str | None
    letters: tuple[Letters, ...]
    box: Box
    themes: tuple[int, ...]
    lines: tuple[Line, ...] = ()
    house: str = ""

    def meets(self, other: Node) -> bool:
        """Return whether one is a theme to which the other belongs."""
        return not set(self.themes).isdisjoint(other.themes)


@dataclass(frozen=True)
class Relations:
    """The whole picture; `heads` is where the headings of the three columns are set."""

    width: float
    height: float
    trekkers: tuple[Node, ...]
    themes: tuple[Node, ...]
    deliverables: tuple[Node, ...]
    heads: tuple[float, float, float]

    @property
    def leaves(self) -> tuple[Node, ...]:
        """What belongs to the themes."""
        return self.trekkers + self.deliverables

    def named(self, theme: Node, leaves: Sequence[Node]) -> tuple[Sequence[Node], int]:
        """Return the leaves of a theme that the words name, and how many they leave out."""
        own = [leaf for leaf in leaves if leaf.meets(theme)]
        most = len(own) if self.drawable else MOST_IN_WORDS
        return own[:most], len(own[most:])

    @property
    def folded(self) -> bool:
        """Whether it is only there when asked for."""
        return self.height > TALLEST

    @property
    def drawable(self) -> bool:
        """Whether it is not too much to draw."""
        most = max(len(self.trekkers), len(self.deliverables))
        return len(self.themes) <= MOST_THEMES and most <= MOST_LEAVES


@dataclass(frozen=True)
class _Item:
    """A node that has no place yet; `on` are the positions of its themes in the middle column."""

    title: str
    language: Language
    address: str | None
    lines: tuple[TextLine, ...]
    on: tuple[int, ...]
    roof: float

    @property
    def height(self) -> float:
        return self.roof + len(self.lines) * LINE + 2 * PADDING


def relations(catalogue: Catalogue, language: Language, page: str, taskforce: Text) -> Relations:
    """Return the picture for a page.

    Args:
        catalogue: What to draw.
        language: The language of the page.
        page: The path of the page below docs/.
        taskforce: What the taskforce as a whole is called.
    """
    whole = catalogue.taskforce

    def item(
        entity: Entity[Any] | None, on: Iterable[int], room: float, roof: float = 0.0
    ) -> _Item:
        if entity is None or entity is whole:
            title, written_in = taskforce.in_language(language), taskforce.language(language)
        else:
            version = entity.version(language)
            title, written_in = legible(version.title), version.language
        address = None if entity is None else relative_address(entity.path, page)
        rows = lines(title, LETTERS, room)
        return _Item(title, written_in, address, rows, tuple(sorted(set(on))), roof)

    # What each belongs to, by slug; none is the taskforce as a whole.
    led = {
        slug: [lead.theme for lead in trekker.record.leads]
        for slug, trekker in catalogue.trekkers.items()
    }
    themes_of: dict[str, list[str | None]] = {
        slug: [
            *([None] if TASKFORCE in deliverable.record.makers else []),
            *deliverable.record.themes,
        ]
        for slug, deliverable in catalogue.deliverables.items()
    }
    keys: list[str | None] = list(catalogue.themes)
    if any(None in belongs for belongs in (*led.values(), *themes_of.values())):
        keys.insert(0, None)
    position = {key: number for number, key in enumerate(keys)}

    trekkers = _ordered(
        item(catalogue.trekkers[slug], map(position.__getitem__, belongs), TREKKERS_END - MARGIN)
        for slug, belongs in led.items()
    )
    deliverables = _ordered(
        item(
            catalogue.deliverables[slug],
            map(position.__getitem__, belongs),
            WIDTH - DELIVERABLES_START - 2 * MARGIN,
        )
        for slug, belongs in themes_of.items()
    )
    themes = [
        item(
            whole if key is None else catalogue.themes[key],
            [number],
            MIDDLE_END - MIDDLE_START - 2 * MARGIN,
            GABLE,
        )
        for number, key in enumerate(keys)
    ]
    return _placed(trekkers, themes, deliverables)


def _ordered(items: Iterable[_Item]) -> list[_Item]:
    """Return the items so that few lines cross: by the mean place of what they belong to."""
    return sorted(items, key=lambda item: (_mean(item.on), item.on))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _placed(
    trekkers: Sequence[_Item], themes: Sequence[_Item], deliverables: Sequence[_Item]
) -> Relations:
    room = max(map(_height, (trekkers, themes, deliverables)))
    # The longer column is filled; the themes follow that, and the shorter one follows the themes.
    longer, shorter = sorted((deliverables, trekkers), key=_height, reverse=True)
    above = (room - _height(longer)) / 2
    longer_places = [
        above + place for place in stacked([item.height for item in longer], _gaps(longer))
    ]
    theme_places = spread(
        _beside(longer, longer_places, len(themes)),
        [item.height for item in themes],
        GROUP_GAP,
        room,
    )
    shorter_places = spread(
        [_mean([theme_places[number] for number in item.on]) for item in shorter],
        [item.height for item in shorter],
        GAP,
        room,
    )
    trekker_places, deliverable_places = (
        (shorter_places, longer_places)
        if longer is deliverables
        else (longer_places, shorter_places)
    )
    theme_nodes = tuple(
        _theme(item, number, place)
        for number, (item, place) in enumerate(zip(themes, theme_places, strict=True), 1)
    )
    return Relations(
        width=WIDTH,
        height=HEAD + room + 2,  # for the focus ring of the lowest
        trekkers=_leaves(trekkers, trekker_places, theme_nodes, left=True),
        themes=theme_nodes,
        deliverables=_leaves(deliverables, deliverable_places, theme_nodes, left=False),
        heads=(TREKKERS_END - MARGIN, (MIDDLE_START + MIDDLE_END) / 2, DELIVERABLES_START + MARGIN),
    )


def _height(items: Sequence[_Item]) -> float:
    return sum(item.height for item in items) + sum(_gaps(items))


def _gaps(items: Sequence[_Item]) -> list[float]:
    """Return the room above each."""
    gaps = [GAP if one.on == other.on else GROUP_GAP for one, other in pairwise(items)]
    return [0.0, *gaps] if items else []


def _beside(leaves: Sequence[_Item], places: Sequence[float], count: int) -> list[float]:
    """Return where each theme would like to be: amid its leaves, or after the theme before it."""
    wanted: list[float] = []
    for number in range(count):
        near = [place for leaf, place in zip(leaves, places, strict=True) if number in leaf.on]
        wanted.append(_mean(near) if near else max(wanted, default=0.0))
    return wanted


def _theme(item: _Item, number: int, place: float) -> Node:
    box = Box(MIDDLE_START, HEAD + place - item.height / 2, MIDDLE_END - MIDDLE_START, item.height)
    step = GABLE / 2
    house = (
        f"M{short(box.x)} {short(box.bottom)}V{short(box.y + 2 * step)}h{STEP:g}v{-step:g}"
        f"h{STEP:g}v{-step:g}H{short(box.right - 2 * STEP)}v{step:g}h{STEP:g}v{step:g}"
        f"h{STEP:g}V{short(box.bottom)}Z"
    )
    letters = block(item.lines, (box.x + box.right) / 2, box.middle + item.roof / 2)
    return Node(item.title, item.language, item.address, letters, box, (number,), house=house)


def _leaves(
    items: Sequence[_Item], places: Sequence[float], themes: Sequence[Node], *, left: bool
) -> tuple[Node, ...]:
    """Return the nodes of a column left or right of the themes, with lines to them."""
    ends = _ends(items, places, themes)
    nodes = []
    for index, (item, place) in enumerate(zip(items, places, strict=True)):
        y = HEAD + place
        top = y - item.height / 2
        if left:
            box = Box(0.0, top, TREKKERS_END, item.height)
            start, end, x = TREKKERS_END, MIDDLE_START, TREKKERS_END - MARGIN
        else:
            box = Box(DELIVERABLES_START, top, WIDTH - DELIVERABLES_START, item.height)
            start, end, x = DELIVERABLES_START, MIDDLE_END, DELIVERABLES_START + MARGIN
        drawn = tuple(
            Line(_curve(start, y, end, ends[index, number]), number + 1) for number in item.on
        )
        numbers = tuple(number + 1 for number in item.on)
        letters = block(item.lines, x, y)
        nodes.append(Node(item.title, item.language, item.address, letters, box, numbers, drawn))
    return tuple(nodes)


def _ends(
    items: Sequence[_Item], places: Sequence[float], themes: Sequence[Node]
) -> dict[tuple[int, int], float]:
    """Return the height at which the line of a leaf reaches a theme, so that lines do not meet."""
    ends: dict[tuple[int, int], float] = {}
    for number, theme in enumerate(themes):
        indexes = [index for index, item in enumerate(items) if number in item.on]
        indexes.sort(key=places.__getitem__)
        wall = theme.box.height - GABLE
        distance = min(PORT, (wall - 2 * PADDING) / max(1, len(indexes) - 1))
        first = theme.box.bottom - wall / 2 - distance * (len(indexes) - 1) / 2
        for count, index in enumerate(indexes):
            ends[index, number] = first + distance * count
    return ends


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    half = short((x + to_x) / 2)
    start, end = f"{short(x)} {short(y)}", f"{short(to_x)} {short(to_y)}"
    return f"M{start}C{half} {short(y)} {half} {short(to_y)} {end}"

"""What was measured, as a table, as JSON and as a graph."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from statistics import median
from typing import Any

from tests.bench.variants import COLD, Outcome


@dataclass(frozen=True)
class Spread:
    """The least, the median and the most of some figures."""

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Return the spread of one figure or more.

        Raises:
            ValueError: There is none.
        """
        if not figures:
            raise ValueError("nothing was measured")
        return cls(min(figures), median(figures), max(figures))

    def shown(self, digits: int = 1) -> str:
        """Return the median, and from where to where it goes when it goes anywhere."""
        least, middle, most = (
            f"{figure:,.{digits}f}" for figure in (self.least, self.median, self.most)
        )
        return middle if least == most else f"{middle} ({least}–{most})"


@dataclass(frozen=True)
class Row:
    """All builds of one size by one variant, in the order of the rounds.

    Attributes:
        size: How many deliverables, or the real site.
        pages: How many Markdown files that is.
        variant: The name of the variant.
        outcomes: One for each round.
    """

    size: str
    pages: int
    variant: str
    outcomes: tuple[Outcome, ...]

    @property
    def seconds(self) -> list[float]:
        """How long each build took."""
        return [outcome.usage.seconds for outcome in self.outcomes]

    @property
    def processor_seconds(self) -> list[float]:
        """How much processor time each build took."""
        return [outcome.usage.processor_seconds for outcome in self.outcomes]

    @property
    def stages(self) -> dict[str, Spread]:
        """The processor time of each stage."""
        names = dict.fromkeys(name for outcome in self.outcomes for name in outcome.stages)
        return {
            name: Spread.of([outcome.stages.get(name, 0.0) for outcome in self.outcomes])
            for name in names
        }


def ratios(ours: Sequence[float], others: Sequence[float]) -> Spread:
    """Return how many times as much ours took, round by round: the machine is then about as busy.

    Raises:
        ValueError: They are not as many, or none.
    """
    return Spread.of([our / other for our, other in zip(ours, others, strict=True)])


def growth(smaller: Row, larger: Row) -> float:
    """Return the exponent by which processor time grows with pages: 1 is as fast as pages do."""
    times = median(larger.processor_seconds) / median(smaller.processor_seconds)
    return math.log(times) / math.log(larger.pages / smaller.pages)


def _cold(rows: Iterable[Row], size: str) -> Row | None:
    return next((row for row in rows if row.size == size and row.variant == COLD.name), None)


def as_text(rows: Sequence[Row]) -> str:
    """Return tables for people: what each build took, stages, growth."""
    return "\n".join([*_builds(rows), "", *_stages(rows), "", *_growths(rows)])


def _builds(rows: Sequence[Row]) -> Iterator[str]:
    heads = [
        *("size", "pages", "build", "seconds", "of processor"),
        *("ours is × (seconds)", "ours is × (processor)", "peak MB", "site MB", "kB a page"),
    ]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join(' --- ' for _ in heads)}|"
    for row in rows:
        cold = _cold(rows, row.size)
        size = row.outcomes[-1].bytes
        cells = [
            row.size,
            f"{row.pages:,}",
            row.variant,
            Spread.of(row.seconds).shown(),
            Spread.of(row.processor_seconds).shown(),
            ratios(cold.seconds, row.seconds).shown(2) if cold else "",
            ratios(cold.processor_seconds, row.processor_seconds).shown(2) if cold else "",
            f"{max(outcome.usage.peak_megabytes for outcome in row.outcomes):,.0f}",
            f"{size / 1e6:,.1f}",
            f"{size / 1e3 / row.pages:,.1f}",
        ]
        yield f"| {' | '.join(cells)} |"


def _stages(rows: Sequence[Row]) -> Iterator[str]:
    yield "Seconds of processor time by stage:"
    for row in rows:
        yield f"\n{row.size}, {row.variant}:"
        for name, spread in sorted(row.stages.items(), key=lambda item: -item[1].median):
            yield f"  {spread.shown(2):>22}  {name}"


def _growths(rows: Sequence[Row]) -> Iterator[str]:
    invented = [row for row in rows if row.variant == COLD.name and row.size.isdigit()]
    for smaller, larger in itertools.pairwise(invented):
        if smaller.pages != larger.pages:
            exponent = growth(smaller, larger)
            yield f"{COLD.name}, from {smaller.size} to {larger.size}: exponent {exponent:.2f}"


def as_json(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    """Return all that was measured, with what it was measured on and by which command."""
    found: dict[str, Any] = {**about, "rows": []}
    for row in rows:
        cold = _cold(rows, row.size)
        of_cold = (
            {
                "seconds": asdict(ratios(cold.seconds, row.seconds)),
                "processor_seconds": asdict(ratios(cold.processor_seconds, row.processor_seconds)),
            }
            if cold
            else {}
        )
        found["rows"].append(asdict(row) | {"ours_cold_is_times": of_cold})
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 50, 60
LINE_HEIGHT = 18
COLOURS = ("#9c3300", "#7a5c00", "#5b4b9a", "#00616e", "#1a6b1a")
SHAPES = (
    "M-5-5h10v10h-10z",
    "M0-6l6 11h-12z",
    "M-6 0l6-6 6 6-6 6z",
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-6-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z",
)
"""A shape for each line too: colour alone tells not everybody."""


@dataclass(frozen=True)
class Axis:
    """Maps figures, of which only the ratio counts, to places between two ends."""

    least: float
    most: float
    start: float
    end: float

    def place(self, figure: float) -> float:
        """Return where a figure stands."""
        span = math.log(self.most / self.least)
        return self.start + math.log(figure / self.least) / span * (self.end - self.start)

    def marks(self) -> Iterator[float]:
        """Yield the round figures within the axis: 1, 2 and 5 times every power of ten."""
        for power in range(
            math.floor(math.log10(self.least)), math.ceil(math.log10(self.most)) + 1
        ):
            for figure in (step * 10.0**power for step in (1, 2, 5)):
                if self.least <= figure <= self.most:
                    yield figure


def as_svg(rows: Sequence[Row], command: str) -> str:
    """Return a graph of seconds against pages of the invented programmes, both by their ratio.

    Args:
        rows: What was measured.
        command: The command that measured it; stands below.

    Raises:
        ValueError: There is no row of an invented programme.
    """
    points = {
        name: [
            (row.pages, median(row.seconds))
            for row in rows
            if row.variant == name and row.size.isdigit()
        ]
        for name in dict.fromkeys(row.variant for row in rows)
    }
    points = {name: sorted(line) for name, line in points.items() if line}
    if not points:
        raise ValueError("no invented programme was measured")
    pages = sorted({x for line in points.values() for x, _ in line})
    times = [y for line in points.values() for _, y in line]
    across = Axis(pages[0] / 1.3, pages[-1] * 1.1, LEFT, WIDTH - RIGHT)
    up = Axis(min(times) / 1.3, max(times) * 1.3, HEIGHT - BOTTOM, TOP)
    drawn = [*_grid(across, up, pages), *_lines(points, across, up)]
    title = "How long a build takes, by the number of pages"
    told = "; ".join(
        f"{name}: " + ", ".join(f"{y:,.1f} s for {x:,} pages" for x, y in line)
        for name, line in points.items()
    )
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" \
aria-labelledby="title told" font-family="system-ui, sans-serif" font-size="13">
<title id="title">{escape(title)}</title>
<desc id="told">{escape(told)}.</desc>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
<g aria-hidden="true">
<text x="{LEFT}" y="24" font-size="16" font-weight="600">{escape(title)}</text>
{chr(10).join(drawn)}
<text x="{LEFT}" y="{HEIGHT - 12}" fill="#555">\
Seconds up, pages across, both by their ratio; median. {escape(command)}</text>
</g>
</svg>
"""


def _grid(across: Axis, up: Axis, pages: Sequence[int]) -> Iterator[str]:
    for figure in up.marks():
        y = up.place(figure)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{figure:g} s</text>'
    for page in pages:
        x = across.place(page)
        yield f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{page:,}</text>'


def _lines(points: Mapping[str, list[tuple[int, float]]], across: Axis, up: Axis) -> Iterator[str]:
    ends = {name: up.place(line[-1][1]) for name, line in points.items()}
    names = dict(zip(sorted(ends, key=ends.__getitem__), apart(sorted(ends.values())), strict=True))
    for number, (name, line) in enumerate(points.items()):
        colour, shape = COLOURS[number % len(COLOURS)], SHAPES[number % len(SHAPES)]
        places = [(across.place(x), up.place(y)) for x, y in line]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for x, y in places:
            yield f'<path d="{shape}" transform="translate({x:.1f} {y:.1f})" fill="{colour}"/>'
        x, y = WIDTH - RIGHT + 14, names[name]
        yield f'<path d="{shape}" transform="translate({x} {y:.1f})" fill="{colour}"/>'
        yield f'<text x="{x + 12}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>'


def apart(places: Sequence[float], distance: float = LINE_HEIGHT) -> list[float]:
    """Return places in rising order, none nearer to the one before than a line of text."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + distance) if found else place)
    return found

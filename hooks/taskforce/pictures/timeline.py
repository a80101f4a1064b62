"""The picture of the timeline: what stands where.

Each row is a page with its milestones, from the left to the right as time goes. A date is as wide
as it is vague: a day is a point, a month and a year are bars of just that length. Years in which
nothing happened are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Any

from babel.dates import get_month_names

from ..addresses import relative_address
from ..catalogue import Catalogue, Entity, Event
from ..dates import PartialDate
from ..languages import Language, locale_of, sort_key
from .geometry import LETTERS, LINE, PADDING, TALLEST, WIDTH, Box, Letters, beside, block, short
from .lettering import legible, lines, width

MOST_ROWS = 240
"""The most pages with milestones that still make a picture; beyond that the list says it better."""

SMALL = 13.0
"""The size of the letters of dates and years, as pictures.css sets it."""

AXIS_START, AXIS_END = 236.0, WIDTH - 8
TITLE_END = 220.0
"""Where the titles of the rows end. The axis starts further on, since the mark of a day on which
it starts has a point to the left."""

MARGIN = 4.0
"""Between a title and the ring of its focus; on the left that is outside of the picture, so that
the titles stand in line with the text of the page."""

HEAD = 28.0
"""The height of the years above the rows; as much stands below them."""

LANE = 27.0
"""The height of a row of marks: a target of more than 24 pixels, also where it is smallest."""

POINT = 6.5
"""Half the width of the mark of a day."""

BAR = 9.0
"""The height of the mark of a month or a year."""

APART = 1.75
"""What a year leaves free on either side, so that two years in a row are two bars."""

FOLD = 16.0
"""The width of all years between two in which something happened."""

LEAST_TARGET = 27.0
"""The least width of what can be pressed."""

_BETWEEN = 4.0
"""Between a mark and its date, and on either side of the two."""

_LONGEST_WHOLE_MONTH, _SHORTENED_MONTH = 5, 3


class Precision(Enum):
    """How precise a date is; the value is what the classes in pictures.css are called after."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    @classmethod
    def of(cls, date: PartialDate) -> Precision:
        """Return how precise a date is."""
        if date.month is None:
            return cls.YEAR
        return cls.MONTH if date.day is None else cls.DAY


@dataclass(frozen=True)
class Mark:
    """A milestone.

    Attributes:
        event: The milestone itself.
        anchor: Where the list of milestones on the same page has it.
        precision: How it is drawn.
        shape: The room of the mark itself, as wide as the date is vague.
        outline: The mark as a path in SVG.
        letters: The date beside it; none for a year, which the axis says.
        before: Whether the date stands before the mark and ends at its place.
        box: All of its room, and where it can be pressed.
    """

    event: Event
    anchor: str
    precision: Precision
    shape: Box
    outline: str
    letters: Letters | None
    before: bool
    box: Box


@dataclass(frozen=True)
class Row:
    """A page with its milestones; see `relations.Node` for what its title has."""

    title: str
    language: Language
    address: str
    letters: tuple[Letters, ...]
    box: Box
    marks: tuple[Mark, ...]
    bottom: float


@dataclass(frozen=True)
class Year:
    """Where a year begins, and its number where there is room for it."""

    x: float
    number: int
    middle: float | None


@dataclass(frozen=True)
class Fold:
    """Years in which nothing happened, between two others."""

    x: float
    width: float


@dataclass(frozen=True)
class Timeline:
    """The whole picture; its axis runs from `top` to `bottom`, and its last year ends at `end`."""

    width: float
    height: float
    top: float
    bottom: float
    years: tuple[Year, ...]
    folds: tuple[Fold, ...]
    end: float
    rows: tuple[Row, ...]

    @property
    def folded(self) -> bool:
        """Whether it is only there when asked for."""
        return self.height > TALLEST


@dataclass(frozen=True)
class Sample:
    """A mark for the legend: how precise or probable it is, and how it is drawn."""

    precision: Precision
    probable: bool
    outline: str
    width: float


def anchor(event: Event) -> str:
    """Return the id of a milestone in the list of all milestones."""
    alike = [
        milestone for milestone in event.entity.milestones if milestone.date == event.milestone.date
    ]
    number = next(
        number for number, milestone in enumerate(alike, 1) if milestone is event.milestone
    )
    page = event.entity.path.removesuffix(".md").replace("/", "-")
    return f"mijlpaal:{page}-{event.milestone.date}" + (f"-{number}" if number > 1 else "")


def short_date(date: PartialDate, language: Language) -> str:
    """Return a day or a month without its year, short, in letters that the whole date has too.

    A speech command that says what is seen then finds the mark (WCAG 2.5.3).
    """
    if date.month is None:
        return ""
    month = get_month_names("wide", "format", locale_of(language))[date.month]
    if len(month) > _LONGEST_WHOLE_MONTH:
        month = month[:_SHORTENED_MONTH]
    return month if date.day is None else f"{date.day} {month}"


def timeline(catalogue: Catalogue, language: Language, page: str) -> Timeline | None:
    """Return the picture for a page, or nothing where there is nothing or too much to draw.

    Args:
        catalogue: What to draw.
        language: The language of the page.
        page: The path of the page below docs/.
    """
    events: dict[str, list[Event]] = {}
    for event in sorted(catalogue.timeline, key=lambda event: event.order):
        events.setdefault(event.entity.path, []).append(event)
    if not events or len(events) > MOST_ROWS:
        return None
    axis = _Axis.over(event.milestone.date for group in events.values() for event in group)
    rows: list[Row] = []
    for group in sorted(events.values(), key=lambda group: _row_order(group, language)):
        rows.append(_row(group, axis, language, page, rows[-1].bottom if rows else HEAD))
    bottom = rows[-1].bottom
    years, folds = axis.years(), axis.folds()
    return Timeline(WIDTH, bottom + HEAD, HEAD, bottom, years, folds, AXIS_END, tuple(rows))


def samples(picture: Timeline) -> tuple[Sample, ...]:
    """Return the legend of a picture: one of each that is drawn."""
    marks = [mark for row in picture.rows for mark in row.marks]
    precisions = {mark.precision for mark in marks}
    chosen = [(precision, False) for precision in Precision if precision in precisions]
    if any(mark.event.milestone.probable for mark in marks):
        chosen.append((chosen[0][0], True))
    samples = []
    for precision, probable in chosen:
        wide = {Precision.DAY: 2 * POINT, Precision.MONTH: BAR / 2, Precision.YEAR: 4 * BAR}
        high = 2 * POINT if precision is Precision.DAY else BAR
        shape = Box(1.0, 1.0 + POINT - high / 2, wide[precision], high)
        outline = _outline(shape, pointed=precision is Precision.DAY)
        samples.append(Sample(precision, probable, outline, shape.width + 2))
    return tuple(samples)


def _row_order(events: Sequence[Event], language: Language) -> tuple[object, ...]:
    """By the first milestone, then by title: time goes down the rows as well."""
    entity = events[0].entity
    return events[0].milestone.date, sort_key(entity.version(language).title), entity.path


@dataclass(frozen=True)
class _Axis:
    """The years in which something happened; those between them are folded."""

    numbers: tuple[int, ...]

    @classmethod
    def over(cls, dates: Iterable[PartialDate]) -> _Axis:
        return cls(tuple(sorted({date.year for date in dates})))

    @cached_property
    def _starts(self) -> Mapping[int, float]:
        starts: dict[int, float] = {}
        x = AXIS_START
        for number in self.numbers:
            x += self._fold if number - 1 not in starts and starts else 0.0
            starts[number] = x
            x += self._wide
        return starts

    @property
    def _fold(self) -> float:
        """The width of the years between; however many, half of the axis is for the others."""
        return min(FOLD, (AXIS_END - AXIS_START) / 2 / max(1, self._number_of_folds))

    @property
    def _number_of_folds(self) -> int:
        return sum(later - number > 1 for number, later in pairwise(self.numbers))

    @property
    def _wide(self) -> float:
        room = AXIS_END - AXIS_START - self._fold * self._number_of_folds
        return room / len(self.numbers)

    def x(self, year: int, month: int = 1, day: float = 1) -> float:
        """Return where a day begins; the month may be the thirteenth."""
        whole = date(year, 12, 31).toordinal() + 1 - date(year, 1, 1).toordinal()
        first = whole + 1 if month > 12 else date(year, month, 1).timetuple().tm_yday
        return self._starts[year] + self._wide * (first + day - 2) / whole

    def span(self, date: PartialDate) -> tuple[float, float]:
        """Return from where to where a date may be."""
        if date.month is None:
            start, end = self.x(date.year), self.x(date.year, 13)
            apart = min(APART, (end - start) / 4)
            return start + apart, end - apart
        if date.day is None:
            return self.x(date.year, date.month), self.x(date.year, date.month + 1)
        noon = self.x(date.year, date.month, date.day + 0.5)
        return noon - POINT, noon + POINT

    def years(self) -> tuple[Year, ...]:
        """Return each year, with its number where those do not touch."""
        room = width("0000", SMALL) + 2 * _BETWEEN
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * self._wide >= room)
        years: list[Year] = []
        free = AXIS_START - room
        for number in self.numbers:
            middle = self.x(number) + self._wide / 2
            fits = number % every == 0 and free <= middle - room / 2 and middle + room / 2 <= WIDTH
            if fits:
                free = middle + room / 2
            years.append(Year(self.x(number), number, middle if fits else None))
        return tuple(years)

    def folds(self) -> tuple[Fold, ...]:
        """Return where years are folded."""
        return tuple(
            Fold(self.x(number, 13), self._fold)
            for number, later in pairwise(self.numbers)
            if later - number > 1
        )


def _row(events: Sequence[Event], axis: _Axis, language: Language, page: str, top: float) -> Row:
    entity: Entity[Any] = events[0].entity
    version = entity.version(language)
    title = legible(version.title)
    text = lines(title, LETTERS, TITLE_END - MARGIN)
    spans = [_Span.of(event, axis, language) for event in events]
    lanes = _lanes(spans)
    depth = (max(lanes) + 1) * LANE
    height = max(len(text) * LINE + 2 * PADDING, depth) + 2
    first = top + (height - depth) / 2
    return Row(
        title=title,
        language=version.language,
        address=relative_address(entity.path, page),
        letters=block(text, 0.0, top + height / 2),
        box=Box(-MARGIN, top + 1, TITLE_END + MARGIN, height - 2),
        marks=tuple(
            span.mark(first + lane * LANE) for span, lane in zip(spans, lanes, strict=True)
        ),
        bottom=top + height,
    )


@dataclass(frozen=True)
class _Span:
    """A mark that has no height yet: its own sides, its text, and the sides of both together."""

    event: Event
    start: float
    end: float
    text: str
    left: float
    right: float
    before: bool

    @classmethod
    def of(cls, event: Event, axis: _Axis, language: Language) -> _Span:
        date = event.milestone.date
        start, end = axis.span(date)
        text = short_date(date, language)
        room = width(text, SMALL) + 2 * _BETWEEN if text else 0.0
        before = end + room > WIDTH
        left = start - (room if before else _BETWEEN if text else 0.0)
        right = end + (_BETWEEN if before else room)
        # A year among many is a thin bar; the room round it can be pressed too.
        more = max(0.0, LEAST_TARGET - (right - left)) / 2
        right = min(right + more, WIDTH)
        left = min(left - more, right - LEAST_TARGET)
        return cls(event, start, end, text, left, right, before)

    def mark(self, top: float) -> Mark:
        precision = Precision.of(self.event.milestone.date)
        high = 2 * POINT if precision is Precision.DAY else BAR
        shape = Box(self.start, top + (LANE - high) / 2, self.end - self.start, high)
        x = self.start - _BETWEEN if self.before else self.end + _BETWEEN
        return Mark(
            event=self.event,
            anchor=anchor(self.event),
            precision=precision,
            shape=shape,
            outline=_outline(shape, pointed=precision is Precision.DAY),
            letters=beside(self.text, x, shape.middle, SMALL) if self.text else None,
            before=self.before,
            box=Box(self.left, top, self.right - self.left, LANE),
        )


def _lanes(spans: Sequence[_Span]) -> list[int]:
    """Return the lane of each, the highest that has room for it."""
    ends: list[float] = []
    lanes = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda index: (spans[index].left, index)):
        free = [lane for lane, end in enumerate(ends) if end <= spans[index].left]
        if not free:
            free = [len(ends)]
            ends.append(0.0)
        lanes[index] = free[0]
        ends[free[0]] = spans[index].right
    return lanes


def _outline(shape: Box, *, pointed: bool) -> str:
    left, right = short(shape.x), short(shape.right)
    top, middle, bottom = short(shape.y), short(shape.middle), short(shape.bottom)
    if pointed:
        half = short(shape.x + shape.width / 2)
        return f"M{left} {middle}L{half} {top}L{right} {middle}L{half} {bottom}Z"
    return f"M{left} {top}H{right}V{bottom}H{left}Z"

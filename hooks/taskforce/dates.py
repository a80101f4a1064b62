"""Dates as precise as they are known: a year, a month or a day (EDTF level 0)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from babel import Locale
from babel.dates import format_date, format_skeleton

from .languages import Language

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{4})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", re.ASCII)

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Outside these years a date on this site is a typing error."""


class NotADateError(ValueError):
    """The text has not the form of a date; `suggestion` is the nearest that has, or empty."""

    def __init__(self, suggestion: str = "") -> None:
        super().__init__(suggestion)
        self.suggestion = suggestion


class ImpossibleDateError(ValueError):
    """The text has the form of a date that the calendar does not have."""


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month or a day.

    Ordered by where it begins; of two that begin together the less precise comes first.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            NotADateError: the text has another form.
            ImpossibleDateError: there is no such month or day, or the year is out of range.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise NotADateError(_nearest_form(text))
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
            raise ImpossibleDateError
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ImpossibleDateError
        return cls(year, month, day)

    @property
    def earliest(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def shown(self, language: Language) -> str:
        """Return the date in words, no more precise than it is known (CLDR patterns)."""
        locale = Locale("en", "GB") if language == "en" else Locale(language)
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return format_skeleton("yMMMM", self.earliest, locale=locale)
        return format_date(self.earliest, format="long", locale=locale)


def _nearest_form(text: str) -> str:
    """Return the date that `text` probably means, written as it should be, or an empty text."""
    if match := _DAY_FIRST.fullmatch(text):
        parts = match[3], match[2], match[1]
    elif match := _MONTH_FIRST.fullmatch(text):
        parts = match[2], match[1], ""
    elif match := _LOOSE.fullmatch(text):
        parts = match[1], match[2], match[3] or ""
    else:
        return ""
    suggestion = "-".join(part.zfill(2) for part in parts if part)
    try:
        return str(PartialDate.parse(suggestion))
    except (NotADateError, ImpossibleDateError):
        return ""

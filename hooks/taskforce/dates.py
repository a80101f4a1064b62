"""Dates as precise as they are known: a year, a month or a day (EDTF level 0)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Any

from babel.dates import format_date, format_skeleton

from .languages import LANGUAGES, Language, locale_of

EDTF = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A year, a month or a day (Extended Date/Time Format, level 0; ISO 8601-1)."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Outside these years a date on this site is a typing error."""


class NotADateError(ValueError):
    """The text has not the form of a date; `suggestion` is the date that it probably means."""

    def __init__(self, suggestion: PartialDate | None) -> None:
        super().__init__(suggestion)
        self.suggestion = suggestion


class ImpossibleDateError(ValueError):
    """The calendar does not have the date; `month` is the one that lacks the day, if it does."""

    def __init__(self, month: PartialDate | None = None) -> None:
        super().__init__(month)
        self.month = month


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
            NotADateError: The text has another form.
            ImpossibleDateError: There is no such month or day, or the year is out of range.
        """
        if not re.fullmatch(EDTF, text, re.ASCII):
            raise NotADateError(_meant(text))
        return cls.of(*map(int, text.split("-")))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """Return the date with these numbers.

        Raises:
            ImpossibleDateError: There is no such month or day, or the year is out of range.
        """
        if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
            raise ImpossibleDateError
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ImpossibleDateError(cls(year, month))
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

    def in_words(self, language: Language) -> str:
        """Return the date in words, no more precise than it is known (CLDR patterns)."""
        return _in_words(self, language)


@lru_cache(maxsize=4096)  # The same few dates stand on many pages.
def _in_words(date: PartialDate, language: Language) -> str:
    locale = locale_of(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return format_skeleton("yMMMM", date.earliest, locale=locale)
    return format_date(date.earliest, format="long", locale=locale)


# --- dates in another form ------------------------------------------------------------------

_TIME = re.compile(r"(?<=\d)[Tt ]\d{1,2}:\d{2}.*")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NOT_THEN = {"vóór", "voor", "na", "before", "after"}
"""Before a date these say that it was another."""

_WORDS_ROUND_A_DAY = {"e", "de", "ste", "st", "nd", "rd", "th", "of", "the", "op", "on"}


def _meant(text: str) -> PartialDate | None:
    """Return the one date that a text such as `12 maart 2022` or `12/3/2022` means, if any.

    Of numbers only, the day comes before the month, as in Dutch and British writing, unless the
    calendar has no such date. Where a word is no part of a date, the year alone is certain.

    Raises:
        ImpossibleDateError: It means a day that its month does not have.
    """
    tokens = _TOKEN.findall(_TIME.sub("", text.casefold()))
    if len(tokens) == 1 and len(tokens[0]) in (6, 8):
        tokens = [part for part in (tokens[0][:4], tokens[0][4:6], tokens[0][6:]) if part]
    years = [token for token in tokens if len(token) == 4 and token.isdecimal()]
    if len(years) != 1:
        return None
    words = [token for token in tokens if not token.isdecimal()]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if not _NOT_THEN.isdisjoint(words):
        return None
    numbers = [int(token) for token in tokens if token.isdecimal() and token != years[0]]
    if len(months) > 1 or len(months) + len(numbers) > 2:  # More than one day or month.
        return None
    candidates: list[tuple[int, ...]] = [()]
    if months:
        candidates = [(*months, *numbers)]
    elif _IN_DATES.issuperset(words):
        candidates = [tuple(reversed(numbers)), tuple(numbers)]
        if tokens[0] == years[0]:
            candidates.reverse()
    without_day: ImpossibleDateError | None = None
    for candidate in candidates:
        try:
            return PartialDate.of(int(years[0]), *candidate)
        except ImpossibleDateError as error:
            without_day = without_day or (error if error.month else None)
    if without_day is not None:
        raise without_day
    return None


def _cldr_names(form: str) -> Iterator[tuple[str, Any]]:
    """Yield the names of months or days in every language, short and in full, with their keys."""
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for key, name in getattr(locale_of(language), form)["format"][width].items():
                yield str(name).casefold().rstrip("."), key


_MONTHS = dict(_cldr_names("months")) | {"sept": 9}
_IN_DATES = {name for name, _ in _cldr_names("days")} | _WORDS_ROUND_A_DAY

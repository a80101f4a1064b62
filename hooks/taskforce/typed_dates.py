"""Dates as people type them: `15-11-2023`, where the page has `15 november 2023`.

A date becomes one word, the same for every way to write it; docs/assets/js/search-query.js makes
the same word of what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .dates import ImpossibleDateError, PartialDate
from .languages import Language, locale_of

_NUMBERS = re.compile(
    r"(?=\d)(?<![\d.-])(?:"  # The look ahead passes quickly over where no date can begin.
    r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?"
    r"|(?:(?P<d>\d{1,2})[-/.])?(?P<m>\d{1,2})[-/.](?P<y>\d{4})"
    r")(?![\d-])",
    re.ASCII,
)


def typed_dates(text: str, language: Language) -> Iterator[str]:
    """Yield the word for each day and month in a text; `d202311` is the beginning of its days."""
    months, pattern = _months(language)
    for match in pattern.finditer(text):
        yield from _word(int(match[3]), months[match[2].lower()], int(match[1] or 0))
    for match in _NUMBERS.finditer(text):
        year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"]
        yield from _word(int(year), int(month), int(day or match["d"] or 0))


def _word(year: int, month: int, day: int) -> Iterator[str]:
    try:
        PartialDate.of(year, month, day or None)
    except ImpossibleDateError:
        return
    yield f"d{year}{month:02}" + (f"{day:02}" if day else "")


@cache
def _months(language: Language) -> tuple[dict[str, int], re.Pattern[str]]:
    """Return the numbers of the months by name, and how a date with such a name is written."""
    names = locale_of(language).months["format"]["wide"]
    months = {name.lower(): number for number, name in names.items()}
    date = rf"\b(?:(\d{{1,2}})\s+)?({'|'.join(months)})\s+(\d{{4}})\b"
    return months, re.compile(date, re.IGNORECASE | re.ASCII)

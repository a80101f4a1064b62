"""From which day a page is on the site: what is not public yet is cut off here, and nowhere else.

A page is public always, from a day on, or, being a draft, not at all. So what is public only grows
from day to day, and whatever a page may name on its first day is there on each day after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .dates import ImpossibleDateError, NotADateError, PartialDate
from .documents import KEPT, Document
from .languages import Text
from .nodes import text_in

ALWAYS, NEVER = date.min, date.max
"""The first day of a page that is simply public, and of a draft."""

DRAFT, PUBLISH_FROM = "draft", "publish_from"
"""The fields that say so; they stand on the Dutch page, and its translations follow it."""


@dataclass(frozen=True)
class Opening:
    """When a page comes on the site.

    Attributes:
        path: Its Dutch file, as messages name it.
        day: The first day on which it is public.
    """

    path: str
    day: date

    @property
    def field(self) -> str:
        """The line of front-matter that says so; none where the page is simply public."""
        return as_field(self.day)

    @property
    def when(self) -> Text:
        """The same in words, of a page that is not public yet."""
        if self.day == NEVER:
            return Text(nl="is een concept", en="is a draft")
        return Text(
            nl=f"komt pas op {self.day} op de site", en=f"appears on the site on {self.day}"
        )


def as_field(day: date) -> str:
    """Return the line of front-matter for a page with this first day."""
    if day == NEVER:
        return f"{DRAFT}: true"
    return "" if day == ALWAYS else f"{PUBLISH_FROM}: {day}"


def first_day(*, is_draft: bool, publish_from: date | None) -> date:
    """Return the first day on which a page is public."""
    return NEVER if is_draft else publish_from or ALWAYS


@lru_cache(maxsize=KEPT)
def opening_of(document: Document) -> Opening:
    """Return when a page comes on the site, by its Dutch file.

    Its fields need not be right. What is written under `draft` and is not false, means a draft.
    """
    draft = text_in(document.fields, DRAFT).strip()
    day: date | None = None
    try:
        day = PartialDate.parse(text_in(document.fields, PUBLISH_FROM).strip()).earliest
    except NotADateError as error:  # As it is meant: what that makes wrong, is said at once.
        day = error.suggestion.earliest if error.suggestion is not None else None
    except ImpossibleDateError:
        pass
    is_draft = draft.casefold() not in ("", "false")
    return Opening(document.path, first_day(is_draft=is_draft, publish_from=day))

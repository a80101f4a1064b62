"""The milestones as a calendar to subscribe to (iCalendar, RFC 5545 and RFC 7986).

Only those whose day is known. A calendar has days: a milestone of "2021" would have to be put on a
day that nobody knows, or stand on every day of that year as if it had lasted so long. The
timeline, the feeds and the data have them all.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, vText
from icalendar import Event as CalendarEvent

from ..catalogue import Catalogue, Event
from ..certainty import in_brackets, marks
from ..labels import labels
from ..languages import Language
from .feeds import UNCHANGED, Changes, language_of, summary
from .site import AUTHORITY, CALENDAR, Site, milestone_tag, one_line, revised

NEWEST = 2_000
"""Milestones in one calendar, of some 350 bytes each: Google Calendar takes at most a megabyte, and
who subscribes fetches all of it every day. The timeline and the data hold the others."""

_EVERY_DAY = timedelta(days=1)
_FIRST_REVISION = date(2020, 1, 1)


def calendar(
    catalogue: Catalogue,
    site: Site,
    language: Language,
    changes: Changes = UNCHANGED,
) -> bytes:
    """Return the newest milestones with a day, oldest first, as iCalendar.

    Args:
        catalogue: Everything the site knows.
        site: Where it stands.
        language: The language of the calendar.
        changes: The day on which each file below docs/ last changed, as `YYYY-MM-DD`.
    """
    document = Calendar()
    document.add("prodid", f"-//{AUTHORITY.partition(',')[0]}//{CALENDAR}//{language.upper()}")
    document.add("version", "2.0")
    name = one_line(
        f"{labels()['page.milestones'].in_language(language)} – {site.names.in_language(language)}"
    )
    explanation = labels()["calendar_explanation"].in_language(language)
    for key, text in {
        "name": name,
        "x-wr-calname": name,  # Apple, Google and Microsoft know only these two.
        "description": explanation,
        "x-wr-caldesc": explanation,
    }.items():
        document.add(key, vText(text))
    document.add("url", site.file(CALENDAR, language))
    document.add("refresh-interval", _EVERY_DAY, parameters={"value": "DURATION"})
    document.add("x-published-ttl", "P1D")
    dated = [event for event in catalogue.timeline if event.milestone.date.day is not None]
    for event in reversed(dated[:NEWEST]):
        document.add_component(_entry(catalogue, event, site, language, changes))
    content: bytes = document.to_ical()
    return content


def _entry(
    catalogue: Catalogue, event: Event, site: Site, language: Language, changes: Changes
) -> CalendarEvent:
    milestone = event.milestone
    entry = CalendarEvent()
    # A UID tells nothing of host or user (RFC 7986, section 5.3).
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{milestone_tag(catalogue, event)}/{language}")
    entry.add("uid", str(name))
    # Without METHOD both say when the entry was last revised (RFC 5545, sections 3.8.7.2 and
    # 3.8.7.3), not when the site was built. A revision has a higher number than any before it
    # (3.8.7.4): days do, wherever and however often the site is built.
    day = revised(catalogue, event, changes)
    moment = datetime.combine(day, time(), UTC)
    entry.add("dtstamp", moment)
    entry.add("last-modified", moment)
    entry.add("sequence", max(0, (day - _FIRST_REVISION).days))
    entry.add("dtstart", milestone.date.earliest)
    entry.add("dtend", milestone.date.latest + timedelta(days=1))
    own = language_of(event, language)
    beside = in_brackets(marks(catalogue, milestone), own)
    title = one_line(f"{milestone.text.text.in_language(own)}{beside}")
    entry.add("summary", title, {"language": own})
    entry.add("description", summary(catalogue, event, own), {"language": own})
    entry.add("url", site.page(event.entity, language))
    entry.add("transp", "TRANSPARENT")  # Nobody is busy that day.
    return entry

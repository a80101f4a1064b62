"""Feeds and calendar: valid, readable by others' programs, the same at every build."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from icalendar import Calendar

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.publish import calendar as calendar_module
from hooks.taskforce.publish.calendar import calendar
from hooks.taskforce.publish.feeds import NEWEST, feed_of_theme, site_feed
from hooks.taskforce.publish.site import AUTHORITY, LICENCE, one_line
from tests.builders import changed, loaded, page, tiny_tree
from tests.publishing import ANY_TEXT, HOSTILE, SITE, small, with_words

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
CATALOGUE = small()


def feeds(catalogue: Catalogue, language: Language) -> list[bytes]:
    return [
        site_feed(catalogue, SITE, language),
        *(feed_of_theme(catalogue, theme, SITE, language) for theme in catalogue.themes.values()),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds_have_all_that_rfc_4287_asks(language: Language) -> None:
    for content in feeds(CATALOGUE, language):
        parsed = feedparser.parse(content)
        assert not parsed.bozo
        assert parsed.version == "atom10"
        root = ElementTree.fromstring(content)
        for element in (root, *root.findall("atom:entry", ATOM)):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"atom:{name}", ATOM)) == 1, name
            updated = element.findtext("atom:updated", "", ATOM)
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+00:00", updated)
            tag = element.findtext("atom:id", "", ATOM)
            assert re.fullmatch(rf"tag:{re.escape(AUTHORITY)}:[\w./-]+", tag)
        assert root.findtext("atom:author/atom:name", "", ATOM)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        own = root.find("atom:link[@rel='self']", ATOM)
        assert own is not None
        assert own.get("href", "").endswith("feed.xml")
        licence = root.find("atom:link[@rel='license']", ATOM)
        assert licence is not None
        assert licence.get("href") == LICENCE
        identifiers = [entry.id for entry in parsed.entries]
        assert len(set(identifiers)) == len(identifiers)
        assert all(link.href.startswith("https://") for link in parsed.feed.links)


def test_a_feed_leads_to_its_page_and_to_itself_in_the_other_language() -> None:
    english = site_feed(CATALOGUE, SITE, "en"), feeds(CATALOGUE, "en")[-1]
    pages = f"{SITE.address}en/", f"{SITE.address}en/themas/mkb/"
    for content, page_of_it in zip(english, pages, strict=True):
        feed = feedparser.parse(content).feed
        assert feed.link == page_of_it
        assert [link.href for link in feed.links if "hreflang" in link] == [
            f"{page_of_it}feed.xml".replace("/en/", "/")
        ]


def test_a_feed_is_updated_when_its_newest_entry_was() -> None:
    parsed = feedparser.parse(site_feed(CATALOGUE, SITE, "nl"))
    assert parsed.feed.updated == max(entry.updated for entry in parsed.entries)
    empty = feedparser.parse(site_feed(Catalogue(), SITE, "nl"))
    assert not empty.bozo
    assert empty.feed.updated == "1970-01-01T00:00:00+00:00"


def test_a_title_says_when_as_precisely_as_is_known_and_what_is_uncertain() -> None:
    titles = {entry.title for entry in feedparser.parse(site_feed(CATALOGUE, SITE, "en")).entries}
    assert titles >= {
        "2021: It is being prepared",
        "March 2021: A month",
        "14 June 2023 (probable connection): Signed",
        "14 June 2023: Celebrated",
        "14 June 2099 (expected): Ends",
        "10 June 2021 (probable date): The canvas appears",
    }


def test_a_summary_says_what_is_inferred_and_how_far_the_deliverable_is() -> None:
    entries = feedparser.parse(site_feed(CATALOGUE, SITE, "nl")).entries
    (summary,) = [entry.summary for entry in entries if entry.title.endswith(": Getekend")]
    assert summary.startswith("Dat dit hierbij hoort, is onze eigen conclusie. City Deal. 2021: in")
    (summary,) = [entry.summary for entry in entries if entry.title.endswith("De agenda is klaar")]
    assert "December 2020: in voorbereiding → 2021: in uitvoering." in summary
    (summary,) = [entry.summary for entry in entries if entry.title.endswith("begint")]
    assert summary.startswith("Human capital. Bron: "), "what has no standing leaves no sign of it"


@pytest.mark.parametrize("title", ["iBestuur Toekomstagenda", "jan@example.org", "https: hoe"])
def test_the_letters_of_a_title_stay_as_they_are(title: str) -> None:
    tree = changed("resultaten/welvaart-canvas.md", "Welvaart Model canvas", f"'{title}'")
    parsed = feedparser.parse(site_feed(loaded(tree).catalogue, SITE, "nl"))
    assert any(f"{title}. " in entry.summary for entry in parsed.entries)


def test_an_entry_is_updated_when_the_site_told_it_not_when_it_happened() -> None:
    changes = {"resultaten/mkb-agenda.md": "2026-12-24"}
    parsed = feedparser.parse(site_feed(CATALOGUE, SITE, "en", changes))
    assert not any("published" in entry for entry in parsed.entries)
    # Where git knows nothing: when the source was looked at.
    updated = {said(entry.title): entry.updated[:10] for entry in parsed.entries}
    assert updated["The agenda is ready"] == "2026-12-24"
    assert updated["Ends"] == updated["It is being prepared"] == "2026-11-25"
    assert said(parsed.entries[0].title) == "The agenda is ready", "what was told last comes first"
    assert said(parsed.entries[-1].title) == "Ends", "of one day, what is still to come comes last"


def said(title: str) -> str:
    """Return what a title says after the date."""
    return title.partition(": ")[2]


def names(tree: dict[str, str]) -> dict[str, str]:
    parsed = feedparser.parse(site_feed(loaded(tree).catalogue, SITE, "nl"))
    return {said(entry.title): entry.id for entry in parsed.entries}


CITY_DEAL = "resultaten/city-deal.md"
ALONE = page(
    """\
title: City Deal
summary: Afspraken tussen steden en Rijk over de binnensteden.
kind: city-deal
standing:
  - {progress: in-preparation, date: 2021, source: vng-2021}
themes: [mkb]
milestones:
  - {date: 2023-06, text: {nl: Getekend, en: Signed}, source: vng-2021}
"""
)
LIKE = "  - {date: 2023-06, text: {nl: Eerder, en: Earlier}, source: vng-2021}\n"


def with_like(text: str) -> str:
    return text.replace("milestones:\n", f"milestones:\n{LIKE}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nl: Getekend", "nl: Ondertekend"),
        ("2023-06", "2023"),
        ("2023-06", "2023-06-14"),
        ("2023-06", "2023-07"),
        ("title: City Deal", "title: Een andere titel"),
        ("Signed}, source: vng-2021}", "Signed}, source: vng-2021, probable: [date]}"),
        ("milestones:", "milestones:\n  - {date: 2022, text: {nl: A, en: B}, source: vng-2021}"),
    ],
)
def test_a_milestone_keeps_its_name_when_what_it_says_is_corrected(old: str, new: str) -> None:
    before = names(tiny_tree() | {CITY_DEAL: ALONE})
    assert ALONE.count(old) == 1
    after = names(tiny_tree() | {CITY_DEAL: ALONE.replace(old, new)})
    assert before["Getekend"] in after.values()
    assert set(before.values()) <= set(after.values())


def test_a_milestone_keeps_its_name_when_its_page_is_renamed() -> None:
    before = names(tiny_tree() | {CITY_DEAL: ALONE})
    assert names(tiny_tree() | {"resultaten/binnensteden.md": ALONE}) == before


def test_names_never_change_hands() -> None:
    before = names(tiny_tree() | {CITY_DEAL: ALONE})
    after = names(tiny_tree() | {CITY_DEAL: with_like(ALONE)})
    assert after["Eerder"] not in before.values()
    assert after["Getekend"] != after["Eerder"]
    # The place among others does not count, nor do capitals and signs.
    both = with_like(ALONE).splitlines(keepends=True)
    first = both.index(LIKE)
    both[first : first + 2] = reversed(both[first : first + 2])
    assert names(tiny_tree() | {CITY_DEAL: "".join(both)}) == after
    louder = names(tiny_tree() | {CITY_DEAL: with_like(ALONE).replace("Getekend", "getekend!")})
    assert louder["getekend!"] == after["Getekend"]
    third = with_like(with_like(ALONE).replace("Eerder", "Nog eerder"))
    assert names(tiny_tree() | {CITY_DEAL: third}).items() >= after.items()


def test_what_is_alike_in_everything_still_has_a_name_of_its_own() -> None:
    twice = with_like(with_like(ALONE))
    parsed = feedparser.parse(
        site_feed(loaded(tiny_tree() | {CITY_DEAL: twice}).catalogue, SITE, "nl")
    )
    found = [entry.id for entry in parsed.entries]
    assert len(set(found)) == len(found)


def test_a_theme_has_its_own_milestones_and_those_of_its_deliverables() -> None:
    feed = feedparser.parse(feed_of_theme(CATALOGUE, CATALOGUE.themes["mkb"], SITE, "nl"))
    titles = {said(entry.title) for entry in feed.entries}
    assert {"Getekend", "Het canvas verschijnt"} <= titles
    assert "De taskforce begint" not in titles
    whole = feedparser.parse(site_feed(CATALOGUE, SITE, "nl"))
    # A reader who follows both sees an entry once: it has one name.
    assert {entry.id for entry in feed.entries} <= {entry.id for entry in whole.entries}


def test_entries_say_where_they_were_found_and_lead_to_a_page_that_exists() -> None:
    entries = feedparser.parse(site_feed(CATALOGUE, SITE, "en")).entries
    links = {said(entry.title): {link.rel: link.href for link in entry.links} for entry in entries}
    assert links["Signed"]["via"] == "https://vng.nl/taskforce"
    # Not translated: the Dutch page.
    assert links["Signed"]["alternate"] == f"{SITE.address}resultaten/city-deal/"


def test_a_feed_stays_small() -> None:
    milestones = "".join(
        f"  - {{date: {1900 + number}, text: {{nl: N, en: E}}, source: vng-2021}}\n"
        for number in range(NEWEST + 20)
    )
    tree = changed(
        "themas/mkb.md", "partners: [vng]\n", f"partners: [vng]\nmilestones:\n{milestones}"
    )
    catalogue = loaded(tree).catalogue
    assert len(feedparser.parse(site_feed(catalogue, SITE, "nl")).entries) == NEWEST


@given(ANY_TEXT)
def test_any_text_gives_a_feed_that_reads_back_the_same(words: str) -> None:
    catalogue = with_words(CATALOGUE, words)
    root = ElementTree.fromstring(site_feed(catalogue, SITE, "nl"))
    titles = [title.text or "" for title in root.findall("atom:entry/atom:title", ATOM)]
    assert titles
    assert {said(title) for title in titles} == {one_line(words)}
    assert root.findtext("atom:subtitle", "", ATOM) == one_line(words)
    theme = feed_of_theme(catalogue, catalogue.themes["mkb"], SITE, "en")
    title = ElementTree.fromstring(theme).findtext("atom:title", "", ATOM)
    assert title == one_line(f"{words} – {SITE.names.in_language('en')}")


def test_summaries_are_text_that_no_reader_takes_for_html() -> None:
    parsed = feedparser.parse(site_feed(with_words(CATALOGUE, HOSTILE), SITE, "nl"))
    assert len(parsed.entries) == len(CATALOGUE.timeline) > 0
    for entry in parsed.entries:
        assert entry.summary_detail.type == "text/html"
        assert "<b>" not in entry.summary
        assert "&lt;b&gt;" in entry.summary


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(sign: str) -> None:
    assert one_line(f" a{sign}\n b") == "a\N{REPLACEMENT CHARACTER} b"


# --- the calendar -----------------------------------------------------------------------------


def events(content: bytes) -> dict[str, Any]:
    return {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_the_calendar_has_the_milestones_with_a_day_and_no_others() -> None:
    found = events(calendar(CATALOGUE, SITE, "nl"))
    assert set(found) == {
        "Getekend (waarschijnlijk verband)",
        "Gevierd",
        "Loopt af (verwacht)",
        "Het canvas verschijnt (waarschijnlijke datum)",
    }
    signed = found["Getekend (waarschijnlijk verband)"]
    assert signed["dtstart"].dt == date(2023, 6, 14)
    assert signed["dtend"].dt == date(2023, 6, 15)
    assert signed["dtstamp"].dt == datetime(2026, 11, 25, tzinfo=UTC)
    assert signed["dtstart"].params["value"] == "DATE"
    assert "onze eigen conclusie" in signed["description"]
    assert signed["url"] == f"{SITE.address}resultaten/city-deal/"


def test_of_many_milestones_the_calendar_has_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    every = events(calendar(CATALOGUE, SITE, "nl"))
    monkeypatch.setattr(calendar_module, "NEWEST", 2)
    found = events(calendar(CATALOGUE, SITE, "nl"))
    days = sorted(event["dtstart"].dt for event in every.values())
    assert sorted(event["dtstart"].dt for event in found.values()) == days[-2:]


def test_the_calendar_keeps_rfc_5545() -> None:
    for language in LANGUAGES:
        content = calendar(with_words(CATALOGUE, HOSTILE), SITE, language)
        lines = content.split(b"\r\n")
        assert lines[0] == b"BEGIN:VCALENDAR"
        assert lines[-2:] == [b"END:VCALENDAR", b""]
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in lines)
        made: Any = Calendar.from_ical(content)
        assert made["version"] == "2.0"
        assert made["prodid"]
        assert made["name"] == made["x-wr-calname"]
        explained = labels()["calendar_explanation"].in_language(language)
        assert made["description"] == made["x-wr-caldesc"].replace("\\", "") == explained
        assert made["refresh-interval"].dt == timedelta(days=1)
        assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D" in lines
        assert made["x-published-ttl"] == "P1D"
        events_made = made.walk("VEVENT")
        assert events_made
        for event in events_made:
            for name in ("uid", "dtstamp", "dtstart", "sequence", "last-modified"):
                assert name in event
            assert not event.errors


def test_an_event_has_a_name_of_its_own_in_each_language() -> None:
    uids = [
        str(event["uid"])
        for language in LANGUAGES
        for event in events(calendar(CATALOGUE, SITE, language)).values()
    ]
    assert len(set(uids)) == len(uids) == 8


def test_an_event_has_a_higher_revision_after_each_change() -> None:
    def signed(changes: dict[str, str]) -> Any:
        return events(calendar(CATALOGUE, SITE, "nl", changes))["Gevierd"]

    path = "resultaten/city-deal.md"
    unknown, later, latest = (
        signed(changes) for changes in ({}, {path: "2026-12-01"}, {path: "2027-01-01"})
    )
    assert unknown["last-modified"].dt == datetime(2026, 11, 25, tzinfo=UTC), "source looked at"
    assert signed({path: "2025-01-01"})["sequence"] == unknown["sequence"]
    assert signed({"themas/mkb.md": "2027-01-01"}) == unknown
    assert later["last-modified"].dt == later["dtstamp"].dt == datetime(2026, 12, 1, tzinfo=UTC)
    assert 0 <= unknown["sequence"] < later["sequence"] < latest["sequence"]
    assert unknown["uid"] == later["uid"]


def test_what_was_expected_is_revised_when_it_has_come() -> None:
    (event,) = (one for one in CATALOGUE.timeline if one.milestone.text.nl == "Loopt af")
    source = CATALOGUE.sources[event.milestone.source]
    looked_at_since = source.model_copy(update={"seen": PartialDate.parse("2099-07-01")})
    later = replace(CATALOGUE, sources={**CATALOGUE.sources, source.id: looked_at_since})
    expected = events(calendar(CATALOGUE, SITE, "nl"))
    come = events(calendar(later, SITE, "nl"))
    before, after = expected.pop("Loopt af (verwacht)"), come.pop("Loopt af")
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert after["last-modified"].dt == datetime(2099, 7, 1, tzinfo=UTC)
    assert come.keys() == expected.keys(), "nothing else has come"
    newest, *_ = feedparser.parse(site_feed(later, SITE, "nl")).entries
    assert newest.title == "14 juni 2099: Loopt af"
    assert newest.updated[:10] == "2099-07-01"


@pytest.mark.parametrize(
    ("day", "seen", "is_expected"),
    [
        ("2027-06-14", "2027-06-13", True),
        ("2027-06-14", "2027-06-14", False),
        ("2027-06", "2027-05-31", True),
        ("2027-06", "2027-06-20", False),
        ("2027", "2026-11-25", True),
        ("2027", "2027-01-02", False),
        ("2026", "2026-11-25", False),
    ],
)
def test_something_is_expected_until_its_own_source_is_looked_at_since(
    day: str, seen: str, is_expected: bool
) -> None:
    source = CATALOGUE.sources["vng-2021"]
    days = {"own": seen, "other": "2099-12-31"}
    sources = {
        name: source.model_copy(update={"seen": PartialDate.parse(on)}) for name, on in days.items()
    }
    found = replace(CATALOGUE, sources=sources).is_expected(PartialDate.parse(day), "own")
    assert found is is_expected


@given(ANY_TEXT)
def test_any_text_gives_a_calendar_that_reads_back_the_same(words: str) -> None:
    made = Calendar.from_ical(calendar(with_words(CATALOGUE, words), SITE, "en"))
    summaries = {str(event["summary"]) for event in made.walk("VEVENT")}
    beside = ["", " (expected)", " (probable connection)", " (probable date)"]
    assert summaries == {one_line(words) + mark for mark in beside}


def test_feeds_and_calendar_are_the_same_at_every_build() -> None:
    for language in LANGUAGES:
        assert feeds(small(), language) == feeds(small(), language)
        assert calendar(small(), SITE, language) == calendar(small(), SITE, language)

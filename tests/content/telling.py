"""What is wrong on a built page, told to whoever wrote it: file, line, and what to do.

Whatever is told here, `python -m hooks check` should have told before; so most of it ends with whom
to ask. The line is the one with most of the words in which the fault was found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hooks.taskforce.languages import LANGUAGES, Text
from hooks.taskforce.problems import Place, Problem, shown_value
from tests.content.built import Built, address_of

_WORD = re.compile(r"\w{3,}")
_LONGEST = 300

_ASK = Text(
    nl="de controle had dit al moeten zeggen, dus dit ligt niet aan jou: vraag een beheerder",
    en="the check should have said this before, so this is not your mistake: ask a maintainer",
)

FAULTS: Mapping[str, Text] = {
    "links": Text(nl="een link komt nergens uit", en="a link leads nowhere"),
    "html": Text(nl="de pagina is geen geldige HTML", en="the page is not valid HTML"),
    "axe": Text(nl="de pagina is niet toegankelijk", en="the page is not accessible"),
    "width": Text(
        nl="de pagina is te breed voor een telefoon", en="the page is too wide for a phone"
    ),
    "pages_stand_in_both_languages": Text(
        nl="een pagina ontbreekt of hoort er niet", en="a page is missing, or should not be there"
    ),
    "pages_have_a_title_of_their_own": Text(
        nl="titel of beschrijving klopt niet", en="title or description is not right"
    ),
    "names_of_places_are_unique": Text(
        nl="twee plekken op de pagina heten gelijk", en="two places on the page have one name"
    ),
    "headings_skip_no_level": Text(
        nl="de koppen volgen niet op elkaar", en="the headings do not follow each other"
    ),
    "links_are_called_by_words": Text(nl="een link heeft geen woorden", en="a link has no words"),
    "pictures_say_what_they_show": Text(
        nl="een beeld heeft geen tekst", en="a picture has no text"
    ),
    "texts_are_in_the_language_they_claim": Text(
        nl="deze tekst staat in de verkeerde taal", en="this text is in the wrong language"
    ),
    "languages_lead_to_each_other": Text(
        nl="de talen verwijzen niet goed naar elkaar",
        en="the languages do not lead to each other",
    ),
    "kinds_show_their_sources": Text(
        nl="niet alle bronnen staan op de pagina", en="not all sources are on the page"
    ),
    "links_lead_somewhere": Text(nl="een link komt nergens uit", en="a link leads nowhere"),
    "pages_are_reached_in_three_clicks": Text(
        nl="geen enkele pagina leidt hierheen", en="no page leads here"
    ),
    "overviews_have_every_page_of_their_kind": Text(
        nl="een overzicht mist een pagina", en="an overview lacks a page"
    ),
    "pages_name_files_that_exist": Text(
        nl="een feed of beeld bij de pagina ontbreekt",
        en="a feed or picture with the page is missing",
    ),
    "pages_have_linked_data": Text(
        nl="de gegevens voor zoekmachines kloppen niet",
        en="the data for search engines are not right",
    ),
    "files_for_machines_are_right": Text(
        nl="een feed, de agenda of de open data kloppen niet",
        en="a feed, the calendar or the open data are not right",
    ),
    "the_search_knows_every_page": Text(
        nl="het zoeken kent niet precies deze pagina's",
        en="the search does not know just these pages",
    ),
    "the_book_has_every_page": Text(nl="de pdf mist iets", en="the PDF lacks something"),
}
"""What is wrong, by the name of who looks: a judgement, or one of the tools."""

REMEDIES: Mapping[str, Text] = {
    "texts_are_in_the_language_they_claim": Text(
        nl="vertaal de tekst, of zet woorden uit een andere taal cursief met hun taal erachter "
        "(`*White paper*{lang=en}`)",
        en="translate the text, or put words in another language in italics with their language "
        "(`*Witboek*{lang=nl}`)",
    ),
}
"""What an editor can do about it, where that is something."""


@dataclass(frozen=True)
class Fault:
    """Something wrong on a built page.

    Attributes:
        page: The file of the page below the site, or its address.
        who: The name of who found it, one of `FAULTS`.
        found: What was found.
        words: The words of the page in which it was found, if they are known.
    """

    page: str
    who: str
    found: str
    words: str = ""


class Tell:
    """Tells of faults in one built site by the files that its pages are made of."""

    def __init__(self, built: Built) -> None:
        self._built = built
        self._lines = cache(self._lines_of)
        self._sources = {
            address_of(entity, language): tuple(
                dict.fromkeys([entity.version(language).path, entity.path])
            )
            for entity in built.catalogue.entities
            for language in LANGUAGES
        }

    def sources(self, page: str) -> tuple[str, ...]:
        """Return the files below docs/ that the text and the facts of a page come from."""
        return self._sources.get(page.removesuffix("index.html").strip("/"), ())

    def problem(self, fault: Fault) -> Problem:
        """Return a fault as a problem of the content."""
        found = shown_value(" ".join(fault.found.split()), _LONGEST)
        where = self._place(fault)
        return Problem(
            place=where,
            field=fault.page or "index.html",
            rule=fault.who.replace("_", "-"),
            message=Text.model_validate(
                {
                    language: f"{FAULTS[fault.who].in_language(language)} (‘{found}’)"
                    for language in LANGUAGES
                }
            ),
            remedy=REMEDIES.get(fault.who, _ASK),
            source_line=self._source_line(where),
        )

    def _place(self, fault: Fault) -> Place:
        paths = self.sources(fault.page)
        if not paths:
            return Place("docs")
        sought = Counter(_WORD.findall((fault.words or fault.found).casefold()))
        best = max(
            (
                (self._shared(line, sought), -order, -number, path)
                for order, path in enumerate(paths)
                for number, line in enumerate(self._lines(path), start=1)
            ),
            default=(0, 0, -1, paths[0]),
        )
        shared, _, number, path = best
        return Place(f"docs/{path}", -number) if shared else Place(f"docs/{paths[0]}")

    @staticmethod
    def _shared(line: str, sought: Counter[str]) -> int:
        """Return how many letters of the words that are sought stand on a line."""
        return sum(len(word) for word in {*_WORD.findall(line.casefold())} if word in sought)

    def _lines_of(self, path: str) -> tuple[str, ...]:
        return tuple((self._built.docs / path).read_text(encoding="utf-8").splitlines())

    def _source_line(self, place: Place) -> str:
        if place.path == "docs" or place.line == 1:
            return ""
        return self._lines(place.path.removeprefix("docs/"))[place.line - 1]


def fault_of(who: str, said: str) -> Fault:
    """Return what a judgement said, which begins with an address."""
    page, colon, found = said.partition(": ")
    return Fault(page, who, found) if colon else Fault("*", who, said)


def on_line(site: Path, where: str) -> str:
    """Return the words on a line of a built page, named as `page:line`."""
    page, _, line = where.rpartition(":")
    lines = (site / page).read_text(encoding="utf-8").splitlines()
    return re.sub(r"<[^>]*>", " ", lines[int(line) - 1])

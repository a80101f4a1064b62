"""Footnotes, with names that say where each link leads (DPUB-ARIA 1.1)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..languages import Language, Text

_NOTES = Text(nl="Voetnoten", en="Footnotes")
_TO_NOTE = Text(nl="Voetnoot {number}", en="Footnote {number}")
_BACK = Text(
    nl="Terug naar voetnoot {number} in de tekst", en="Back to footnote {number} in the text"
)
_BACK_AGAIN = Text(
    nl="Terug naar voetnoot {number} in de tekst, plaats {place}",
    en="Back to footnote {number} in the text, place {place}",
)
_ARROW = "↩\N{VARIATION SELECTOR-15}"
"""An arrow as a sign of text: some systems would show an emoji."""


def name_footnotes(root: Element, language: Language) -> None:
    """Number footnotes as they are read, and say in the language of the page what each link is."""
    references = [link for link in root.iter("a") if link.get("class") == "footnote-ref"]
    # In the order of their text, as Python-Markdown numbers them, a reader would meet 2 before 1.
    places = list(dict.fromkeys(link.get("href", "") for link in references))
    for link in references:
        link.text = str(places.index(link.get("href", "")) + 1)
        link.set("role", "doc-noteref")
        link.set("aria-label", _TO_NOTE.in_language(language).format(number=link.text))
    order = {place: number for number, place in enumerate(places)}
    for notes in root.iter("div"):
        if notes.get("class") != "footnote":
            continue
        notes.set("role", "doc-endnotes")
        notes.set("aria-label", _NOTES.in_language(language))
        for line in notes.findall("hr"):
            notes.remove(line)
        for numbered in notes.findall("ol"):
            numbered[:] = sorted(
                numbered, key=lambda note: order.get(f"#{note.get('id')}", len(order))
            )
            for number, note in enumerate(numbered, start=1):
                _name_ways_back(note, number, language)


def _name_ways_back(note: Element, number: int, language: Language) -> None:
    links = [link for link in note.iter("a") if link.get("class") == "footnote-backref"]
    for place, link in enumerate(links, start=1):
        words = _BACK if place == 1 else _BACK_AGAIN
        link.attrib.pop("title", None)
        link.set("role", "doc-backlink")
        link.set("aria-label", words.in_language(language).format(number=number, place=place))
        link.text = _ARROW

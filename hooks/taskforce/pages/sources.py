"""The sources of a page, and the numbers by which its text and facts cite them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from ..catalogue import Catalogue, Entity
from ..formatting import example
from ..languages import SOURCE_LANGUAGE, Text
from ..model import Page
from ..parts import Source
from ..running_text.citations import cited
from ..running_text.headings import headings, translated_names
from ..vocabulary import Overview
from .words import Words

SOURCE = "bron:"
"""What the place of a source begins with; no heading has a colon in its name."""

MOST_WITH_USES = 200
"""How many sources the book lists with the pages that use each. A list of more would be larger than
a volume, and not be in the book at all; the site has those pages."""

_CITED, _LISTED = "\3", "\4"
"""Stand round the id of a source in the place of its number, and round each source in the
list, until all that the page cites is known."""

_NUMBER = re.compile(f"{_CITED}([^{_CITED}]*){_CITED}")


@dataclass(frozen=True)
class Sources:
    """The sources of one page.

    Attributes:
        catalogue: Everything the site knows.
        entity: The page.
        words: What is said in the language of its text.
        templates: Those that make Markdown.
        numbers: In the book, the number of every source; None on the site, where each page has
            numbers of its own.
    """

    catalogue: Catalogue
    entity: Entity[Page]
    words: Words
    templates: Environment
    numbers: Mapping[str, int] | None

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources of the page; one that its text names wrongly is a problem of its own.

        The glossary shows the terms of all pages, with their sources.
        """
        named = dict.fromkeys(self.entity.cited)
        if self.entity.overview is Overview.GLOSSARY:
            named |= dict.fromkeys(term.source for term in self.catalogue.terms if term.source)
        return tuple(filter(None, map(self.catalogue.source, named)))

    @property
    def sign(self) -> Markup:
        """Stands before and after each of `cited` where they are listed; see `numbered`."""
        return Markup(_LISTED)

    def numbered(self, text: str) -> str:
        """Return a page with its sources numbered in the order in which it cites them.

        So they are listed, and after these the ones that it does not cite. Where it cites none, the
        list has no numbers, as nothing leads to them.

        Args:
            text: The Markdown of the page, with signs for what is not known before.
        """
        before, *listed = text.split(_LISTED)
        after = listed.pop() if listed else ""
        items = {source.id: item for source, item in zip(self.cited, listed, strict=bool(listed))}
        cited = dict.fromkeys(_NUMBER.findall(before + after))
        numbers = {name: number for number, name in enumerate(cited | items, 1)}
        mark = "1." if cited or self.numbers else "-"
        lines = (f"{mark} {items[name]}" for name in numbers if name in items)
        return _NUMBER.sub(
            lambda found: str(numbers[found[1]]), "".join((before, "\n".join(lines), after))
        )

    def place(self, identifier: str) -> str:
        """Return the name of the place where a source is listed."""
        return f"{SOURCE}{identifier}"

    def citation(self, identifier: str) -> Markup:
        """Return the number of a source, as a link to where it is listed, or to itself."""
        target = f"#{self.place(identifier)}"
        if self.entity.overview is Overview.HOME and self.numbers is None:  # Which has no list.
            target = self.catalogue.sources[identifier].url
        sign = f"{_CITED}{identifier}{_CITED}"
        number = sign if self.numbers is None else str(self.numbers[identifier])
        return self._citation(number, target)

    def _citation(self, number: str, target: str) -> Markup:
        macros: Any = self.templates.get_template("citation.html").module
        return Markup(macros.citation(number, self.words.label("source"), target))

    def example(self, text: Text) -> Markup:
        """Return an example of running text as the site shows it; what it cites leads nowhere."""
        chosen, dutch = self.words.plain(text), text.in_language(SOURCE_LANGUAGE)
        names = translated_names(headings(chosen), headings(dutch), ())
        numbers = {source: str(number) for number, source in enumerate(cited(chosen), 1)}
        return Markup(example(chosen, lambda source: self._citation(numbers[source], ""), names))

    @property
    def leaves_out_uses(self) -> bool:
        """Whether this is the book of a site with many sources, which says not who uses each."""
        return self.numbers is not None and len(self.catalogue.sources) > MOST_WITH_USES

    def uses(self, source: Source) -> tuple[Entity[Page], ...]:
        """Return the pages that use a source, where that is said; its own register is none."""
        return () if self.leaves_out_uses else self.catalogue.uses_of_source.get(source.id, ())

    def site_of(self, source: Source) -> str:
        """Return the name of the site that a source stands on."""
        return (urlsplit(source.url).hostname or "").removeprefix("www.")

"""One page as it stands in the book: its own milestones only, and sources by their number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from ..catalogue import Event
from ..kinds import KINDS
from ..markdown import link
from ..overviews import SOURCE, View
from ..vocabulary import Overview

_TEMPLATES: Mapping[Overview, str] = {kind.overview: "page.html" for kind in KINDS} | {
    Overview.HOME: "book_home.html",
    Overview.TREKKERS: "overview_trekkers.html",
    Overview.DELIVERABLES: "book_deliverables.html",
    Overview.SOURCES: "book_sources.html",
}
"""Overviews that would only repeat the pages which follow them."""


@dataclass(frozen=True)
class BookView(View):
    """What a template sees of a page in the book; `numbers` are those of the sources."""

    numbers: Mapping[str, int]

    in_book: ClassVar[bool] = True

    def page(self) -> str:
        """Return the page, through the template of its kind."""
        overview = self.entity.overview
        template = _TEMPLATES.get(overview) if overview else None
        if template is None:
            return super().page()
        return self._rendered(self.templates.get_template(template))

    def events(self) -> tuple[Event, ...]:
        """Return the milestones of the page itself; all of them are in the timeline."""
        return tuple(
            event for event in self.catalogue.events_of(self.entity) if event.entity is self.entity
        )

    def events_of_work(self) -> tuple[Event, ...]:
        """Return nothing: the timeline has them all."""
        return ()

    def cite(self, identifier: str) -> Markup:
        """Return the number of a source, as a link to it in the list of all sources."""
        return link(f"[{self.numbers[identifier]}]", f"#{SOURCE}{identifier}")

    def citation(self, identifier: str) -> str:
        """Return the number of a source for in the text."""
        return f'<sup class="citation">{self.cite(identifier)}</sup>'

    def picture_of_relations(self) -> Markup:
        """Return nothing: the book says it in words."""
        return Markup("")

    def picture_of_timeline(self) -> Markup:
        """Return nothing: the book says it in words."""
        return Markup("")

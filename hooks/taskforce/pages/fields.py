"""The fields of a page, each with its label and what it holds, as its type says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue
from ..dates import PartialDate
from ..field_types import FieldType, field_types
from ..model import Page
from ..parts import Localised, field_label
from ..values import IdOfSource, SlugOf, WebAddress
from ..vocabulary import Word
from .links import Links
from .sources import Sources
from .words import Words


@dataclass(frozen=True)
class Fields:
    """The fields of a record, for a page."""

    catalogue: Catalogue
    record: Page
    words: Words
    links: Links
    sources: Sources

    def label(self, name: str) -> str:
        """Return what a field is called."""
        return self.words.text(field_label(type(self.record).model_fields[name]))

    def values(self, name: str) -> list[Any]:
        """Return what a field holds: words, links, dates and pages; nothing where it is empty.

        Raises:
            TypeError: It holds parts, which are for a template to show.
        """
        return list(self._values(name))

    def _values(self, name: str) -> Iterator[Any]:
        kind, value = field_types(type(self.record))[name], getattr(self.record, name)
        if value is not None:
            yield from (self._shown(kind, item) for item in (value if kind.several else [value]))

    def _shown(self, kind: FieldType, value: Any) -> Any:
        if named := kind.mark(SlugOf):
            return self.catalogue.page(named.collection, value)
        if isinstance(value, Word):
            return self.words.text(value.label, capital=True)
        if isinstance(value, Localised):
            return self.words.text(value, capital=True)
        if kind.mark(WebAddress):
            return self.links.to_website(value)
        if kind.mark(IdOfSource):
            return self.sources.citation(value)
        if isinstance(value, PartialDate | str | int | float):
            return value
        raise TypeError(f"what does this look like on a page? {kind}")

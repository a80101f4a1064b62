"""Each theme has a gable by which it is known: on the home page, on its own, wherever it is named.

What the gables look like is in docs/assets/css/gables.css; here stands which theme has which.
"""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue, Entity
from .model import Deliverable, Theme

GABLES = 4
"""How many there are; a fifth theme has that of the first."""


def gable(catalogue: Catalogue, theme: str) -> int:
    """Return the number of the gable of a theme, from 1, by its place among the themes."""
    return list(catalogue.themes).index(theme) % GABLES + 1


def gables_of(catalogue: Catalogue, entity: Entity[Any]) -> tuple[int, ...]:
    """Return the gables of a page: of a theme its own, of a deliverable those of its themes."""
    themes: tuple[str, ...] = ()
    if isinstance(entity.record, Theme):
        themes = (entity.slug,)
    elif isinstance(entity.record, Deliverable):
        themes = entity.record.themes
    return tuple(dict.fromkeys(gable(catalogue, theme) for theme in themes))

"""Each theme has a gable by which it is known: on the home page, on its own, wherever it is named.

What the gables look like is in docs/assets/css/gables.css; here stands which theme has which.
"""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue, Entity
from .vocabulary import Collection

GABLES = 4
"""How many there are; a fifth theme has that of the first."""


def gable(catalogue: Catalogue, theme: str) -> int:
    """Return the number of the gable of a theme, from 1, by its place among the themes."""
    return list(catalogue.themes).index(theme) % GABLES + 1


def gables_of(catalogue: Catalogue, entity: Entity[Any]) -> tuple[int, ...]:
    """Return the gables of a page: of a theme its own, of any other those of its field `themes`."""
    is_theme = entity.collection is Collection.THEMES
    themes: tuple[str, ...] = (entity.slug,) if is_theme else getattr(entity.record, "themes", ())
    return tuple(dict.fromkeys(gable(catalogue, theme) for theme in themes))

"""Each theme has a gable by which it is known: on the home page, on its own, wherever it is named.

What the gables look like is in docs/assets/css/gables.css; here stands which theme has which.
"""

from __future__ import annotations

from .catalogue import Catalogue

GABLES = 4
"""How many there are; a fifth theme has that of the first."""


def gable(catalogue: Catalogue, theme: str) -> int:
    """Return the number of the gable of a theme, from 1, by its place among the themes."""
    return list(catalogue.themes).index(theme) % GABLES + 1

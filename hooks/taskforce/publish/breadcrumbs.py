"""Where a page hangs: the pages above it, from the home page down."""

from __future__ import annotations

from ..addresses import HOME
from ..catalogue import Catalogue, Entity
from ..model import Page


def ancestors(catalogue: Catalogue, entity: Entity[Page]) -> list[Entity[Page]]:
    """Return the home page and the pages that open the folders round `entity`, itself left out."""
    folders = entity.path.split("/")[:-1]
    paths = [HOME] + ["/".join([*folders[:depth], HOME]) for depth in range(1, len(folders) + 1)]
    return [
        catalogue.by_path[path]
        for path in paths
        if path in catalogue.by_path and path != entity.path
    ]

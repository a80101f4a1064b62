"""Keys of a keyboard (`++ctrl+c++`), called as they are in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pymdownx import keymap_db

from ..languages import SOURCE_LANGUAGE, Language, words_in

_ALSO: Mapping[str, str] = {
    "linkermuisknop": "left-button",
    "pijl-links": "arrow-left",
    "pijl-omhoog": "arrow-up",
    "pijl-omlaag": "arrow-down",
    "pijl-rechts": "arrow-right",
    "rechtermuisknop": "right-button",
    "spatie": "space",
    "spatiebalk": "space",
    "win": "windows",
}
"""Dutch names that an editor may write, each with the key that it is."""


@cache
def key_map(language: Language) -> Mapping[str, str]:
    """Return what `pymdownx.keys` shows for a key, where that is not what it shows by itself."""
    names = {**words_in(SOURCE_LANGUAGE).keys, **words_in(language).keys}
    return names | {also: names.get(key, keymap_db.keymap[key]) for also, key in _ALSO.items()}


@cache
def key_names() -> frozenset[str]:
    """Return every name by which a key can be written."""
    return frozenset({*keymap_db.keymap, *keymap_db.aliases, *_ALSO})

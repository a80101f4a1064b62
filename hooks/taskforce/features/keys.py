"""Keys of a keyboard (`++ctrl+c++`), called as they are in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pymdownx import keymap_db

from ..languages import Language

_DUTCH: Mapping[str, str] = {
    "arrow-down": "Pijl omlaag",
    "arrow-left": "Pijl links",
    "arrow-right": "Pijl rechts",
    "arrow-up": "Pijl omhoog",
    "browser-back": "Vorige",
    "browser-favorites": "Favorieten",
    "browser-forward": "Volgende",
    "browser-home": "Startpagina",
    "browser-refresh": "Vernieuwen",
    "browser-search": "Zoeken",
    "browser-stop": "Stoppen",
    "copy": "Kopiëren",
    "eject": "Uitwerpen",
    "fingerprint": "Vingerafdruk",
    "left-alt": "Linker Alt",
    "left-button": "Linkermuisknop",
    "left-command": "Linker Cmd",
    "left-control": "Linker Ctrl",
    "left-meta": "Linker Meta",
    "left-option": "Linker Option",
    "left-shift": "Linker Shift",
    "left-super": "Linker Super",
    "left-windows": "Linker Win",
    "media-next-track": "Volgend nummer",
    "media-pause": "Pauze",
    "media-play": "Afspelen",
    "media-play-pause": "Afspelen/pauze",
    "media-prev-track": "Vorig nummer",
    "media-stop": "Stop",
    "middle-button": "Middelste muisknop",
    "print": "Afdrukken",
    "right-alt": "Rechter Alt",
    "right-button": "Rechtermuisknop",
    "right-command": "Rechter Cmd",
    "right-control": "Rechter Ctrl",
    "right-meta": "Rechter Meta",
    "right-option": "Rechter Option",
    "right-shift": "Rechter Shift",
    "right-super": "Rechter Super",
    "right-windows": "Rechter Win",
    "sleep": "Slaapstand",
    "space": "Spatiebalk",
    "volume-down": "Volume omlaag",
    "volume-mute": "Dempen",
    "volume-up": "Volume omhoog",
}
"""What a Dutch reader calls a key, where that differs from the name on the key."""

_ENGLISH: Mapping[str, str] = {
    "arrow-down": "Down arrow",
    "arrow-left": "Left arrow",
    "arrow-right": "Right arrow",
    "arrow-up": "Up arrow",
}

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
    shown = dict(_DUTCH if language == "nl" else _ENGLISH)
    return shown | {also: shown.get(key, keymap_db.keymap[key]) for also, key in _ALSO.items()}


@cache
def key_names() -> frozenset[str]:
    """Return every name by which a key can be written."""
    return frozenset({*keymap_db.keymap, *keymap_db.aliases, *_ALSO})

"""Icons by name (`:material-check:`): drawings that come with the theme, in the page itself.

An icon is hidden from screen readers, since the words beside it say the same. Alone in a cell or
item, a tick and a cross say yes and no; any other there, and any alone in a link or heading, is a
mistake that the check reports.
"""

from __future__ import annotations

import difflib
import importlib.util
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..labels import labels
from ..languages import Language, Text

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "material": ("material",),
    "octicons": ("octicons",),
    "fontawesome": ("fontawesome/solid", "fontawesome/regular", "fontawesome/brands"),
    "simple": ("simple",),
}
"""The sets of icons, each with where its drawings stand."""

CLASS = "icon"

_NAME = re.compile(r"[a-z0-9_-]+")
_SVG = "{http://www.w3.org/2000/svg}"

_ALONE_IN = frozenset({"dd", "li", "td", "th"})
"""Where a tick or cross without words says yes or no."""

_SHAPES = re.compile(r"-(?:\d+|bold|circle|fill|outline|square|thick|regular|solid)(?=-|$)")
_SAID: Mapping[str, Text] = {
    name: words
    for words, names in (
        (labels()["answer_yes"], ("check",)),
        (labels()["answer_no"], ("close", "x", "xmark")),
    )
    for name in names
}


def drawing(name: str) -> Element | None:
    """Return the icon of a name, such as `material-check`, as SVG; None where there is none."""
    if (path := _path(name)) is None:
        return None
    return deepcopy(_drawn(path))


@cache
def icon_names() -> tuple[str, ...]:
    """Return the name of every icon, in alphabetical order."""
    return tuple(
        sorted(
            f"{folder.replace('/', '-')}-{path.stem}"
            for folders in FOLDERS.values()
            for folder in folders
            for path in (_root() / folder).glob("*.svg")
        )
    )


def nearest_icon(name: str) -> str | None:
    """Return the icon that `name` most likely means, if any: `material-checkmark`, `mdi-check`."""
    of_set, _, words = name.lower().replace("/", "-").partition("-")
    names = icon_names()
    for style in ("solid", "regular", "brands"):
        if f"fontawesome-{style}-{words}" in names and of_set in {"fa", "fontawesome"}:
            return f"fontawesome-{style}-{words}"
    set_meant = f"{of_set if of_set in FOLDERS else 'material'}-"
    in_set = [known.removeprefix(set_meant) for known in names if known.startswith(set_meant)]
    near = difflib.get_close_matches(words, in_set, n=1, cutoff=0.75)
    return f"{set_meant}{near[0]}" if near else None


def in_words(name: str) -> Text | None:
    """Return what an icon says where it stands alone; None where it says nothing by itself."""
    words = _SHAPES.sub("", f"-{name.partition('-')[2]}")
    return _SAID.get(words.removeprefix("-"))


def say_lone_icons(root: Element, language: Language) -> None:
    """Give a tick or cross that stands alone its word, for those who do not see it."""
    for holder in root.iter():
        if holder.tag not in _ALONE_IN or "".join(holder.itertext()).strip():
            continue
        for icon in holder.iter("svg"):
            words = in_words(icon.get("data-icon", ""))
            if words is not None and icon.get("class") == CLASS:
                icon.attrib.pop("aria-hidden", None)
                icon.set("role", "img")
                icon.set("aria-label", words.in_language(language))
    for icon in root.iter("svg"):
        icon.attrib.pop("data-icon", None)


# --- for pymdownx.emoji ---------------------------------------------------------------------


class _Icons(Mapping[str, Mapping[str, str]]):
    """All icons by their notation; a name is looked up among the files only when it is asked."""

    def __getitem__(self, code: str) -> Mapping[str, str]:
        if _path(code.strip(":")) is None:
            raise KeyError(code)
        return {"name": code.strip(":")}

    def __iter__(self) -> Iterator[str]:
        return (f":{name}:" for name in icon_names())

    def __len__(self) -> int:
        return len(icon_names())


def index(options: Mapping[str, object], markdown: object) -> Mapping[str, Any]:
    """Return the icons as `pymdownx.emoji` asks for them."""
    return {"name": "icons", "emoji": _Icons(), "aliases": {}}


def generated(of_index: str, code: str, *_: object) -> Element:
    """Return the element of an icon that the index knows."""
    name = code.strip(":")
    element = drawing(name)
    assert element is not None
    element.set("data-icon", name)
    return element


# --- files ----------------------------------------------------------------------------------


@cache
def _root() -> Path:
    package = importlib.util.find_spec("material")
    assert package is not None and package.submodule_search_locations
    return Path(package.submodule_search_locations[0], "templates", ".icons")


@cache
def _path(name: str) -> Path | None:
    of_set, _, words = name.partition("-")
    if not _NAME.fullmatch(words):
        return None
    for folder in FOLDERS.get(of_set, ()):
        words_in_folder = words
        if "/" in folder:
            style = folder.rpartition("/")[2]
            if not words.startswith(f"{style}-"):
                continue
            words_in_folder = words.removeprefix(f"{style}-")
        path = _root() / folder / f"{words_in_folder}.svg"
        if path.is_file():
            return path
    return None


@cache
def _drawn(path: Path) -> Element:
    read = ElementTree.parse(path).getroot()
    svg = Element(
        "svg", {"class": CLASS, "viewBox": read.get("viewBox", ""), "aria-hidden": "true"}
    )
    for part in read.iter(f"{_SVG}path"):
        svg.append(Element("path", {"d": part.get("d", "")}))
    return svg

"""Admonitions (`!!! note`, GitHub's `> [!NOTE]`) and details (`??? note`), each kind with its look.

A kind has an icon of its own shape, a word in each language, and a colour (docs/assets/css). The
word is the title, or stands hidden before one that the editor wrote, so that a screen reader says
what the icon shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ..languages import Language, Text
from .icons import drawing


@dataclass(frozen=True)
class Kind:
    """A kind of admonition: the title that it has by default, and its icon."""

    title: Text
    icon: str


KINDS: Mapping[str, Kind] = {
    "note": Kind(Text(nl="Opmerking", en="Note"), "material-pencil-circle"),
    "abstract": Kind(Text(nl="Samenvatting", en="Abstract"), "material-clipboard-text"),
    "info": Kind(Text(nl="Informatie", en="Info"), "material-information"),
    "tip": Kind(Text(nl="Tip", en="Tip"), "material-lightbulb"),
    "success": Kind(Text(nl="Gelukt", en="Success"), "material-check-bold"),
    "question": Kind(Text(nl="Vraag", en="Question"), "material-help-circle"),
    "important": Kind(Text(nl="Belangrijk", en="Important"), "material-message-alert"),
    "warning": Kind(Text(nl="Let op", en="Warning"), "material-alert"),
    "caution": Kind(Text(nl="Pas op", en="Caution"), "material-alert-octagon"),
    "failure": Kind(Text(nl="Mislukt", en="Failure"), "material-close-thick"),
    "danger": Kind(Text(nl="Gevaar", en="Danger"), "material-lightning-bolt"),
    "bug": Kind(Text(nl="Fout", en="Bug"), "material-bug"),
    "example": Kind(Text(nl="Voorbeeld", en="Example"), "material-test-tube"),
    "quote": Kind(Text(nl="Citaat", en="Quote"), "material-format-quote-close"),
}
"""The kinds, by what editors write."""

ALIASES: Mapping[str, str] = {
    "summary": "abstract",
    "tldr": "abstract",
    "todo": "info",
    "hint": "tip",
    "check": "success",
    "done": "success",
    "help": "question",
    "faq": "question",
    "attention": "warning",
    "fail": "failure",
    "missing": "failure",
    "error": "danger",
    "cite": "quote",
}
"""Other names that editors of Material sites know, each with its kind."""


def kinds_with_names() -> Mapping[str, tuple[str, ...]]:
    """Return each kind with all names by which it can be written, its own first."""
    return {
        name: (name, *(alias for alias, meant in ALIASES.items() if meant == name))
        for name in KINDS
    }


def show_kinds(root: Element, language: Language) -> None:
    """Give admonitions and details the class, icon and word of their kind."""
    for element in [*root.iter()]:
        classes = element.get("class", "").split()
        if element.tag == "div" and classes[:1] == ["admonition"]:
            _show(element, classes[1:], _title(element), language)
        elif element.tag == "details" and len(element) and element[0].tag == "summary":
            _show(element, classes, element[0], language)


def _title(admonition: Element) -> Element:
    """Return the title of an admonition; where the editor wanted none, an empty one."""
    if len(admonition) and admonition[0].get("class") == "admonition-title":
        return admonition[0]
    title = Element("p", {"class": "admonition-title"})
    admonition.insert(0, title)
    return title


def _show(element: Element, classes: list[str], title: Element, language: Language) -> None:
    kind = classes[0] if classes else ""
    name = ALIASES.get(kind, kind)
    own = "details" if element.tag == "details" else "admonition"
    element.set("class", f"{own} {name}".strip())
    if name not in KINDS:
        return
    icon = drawing(KINDS[name].icon)
    assert icon is not None
    word, own_language = (
        KINDS[name].title.in_language(language),
        KINDS[name].title.language(language),
    )
    marked = {} if own_language == language else {"lang": own_language}
    words = title.text or ""
    if not len(title) and words.strip() in {"", kind.capitalize(), word}:
        if marked:
            SubElement(title, "span", marked).text = word
        else:
            icon.tail = word
    else:
        name_of_kind = Element("span", {"class": "visually-hidden"} | marked)
        name_of_kind.text, name_of_kind.tail = f"{word}: ", words
        title.insert(0, name_of_kind)
    title.text = ""
    title.insert(0, icon)

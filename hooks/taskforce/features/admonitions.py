"""Admonitions (`!!! note`, GitHub's `> [!NOTE]`) and details (`??? note`), each kind with its look.

The word of a kind is the title, or stands hidden before one that the editor wrote, so that a screen
reader says what the icon shows.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from ..admonitions import ALIASES, KINDS, says_kind
from ..languages import Language
from .icons import drawing


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
    if not len(title) and says_kind(words, kind, language):
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

"""Captions: a picture alone in its paragraph, with a title, is a figure with that caption.

`![What you see](photo.png "The caption")` looks the same in GitHub's preview, where the title shows
when one points at the picture.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString


def caption_pictures(root: Element) -> None:
    """Make figures of the pictures that stand alone and have a title."""
    for paragraph in root.iter("p"):
        picture = _alone(paragraph)
        if picture is None or not (caption := picture.attrib.pop("title", "").strip()):
            continue
        paragraph.tag = "figure"
        paragraph.text = "\n"
        paragraph[0].tail = "\n"
        SubElement(paragraph, "figcaption").text = AtomicString(caption)


def _alone(element: Element) -> Element | None:
    """Return the picture that is all that an element holds, also where it is a link."""
    if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
        return None
    only = element[0]
    if only.tag == "a":
        return _alone(only)
    return only if only.tag == "img" else None

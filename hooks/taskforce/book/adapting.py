"""What a page of the site becomes in the book: without what stands on other pages of the book.

The classes are those of overrides/overviews/macros.html and citation.html. Running text can have
none of them: what editors write holds no HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..elements import Element, Node
from ..pages.sources import SOURCE

HEADING_LINK = "heading-link"
"""The class of what hooks/engine/headings.py puts round the words of a heading."""

_UNSEEN = frozenset({"button", "form", "h1", "script", "template"})
"""What does nothing in the book, and titles: a section has its own."""


def adapted(nodes: Iterable[Node], numbers: Mapping[str, int]) -> list[Node]:
    """Return the nodes of a page without what is of no use in the book, at any depth.

    Abbreviations and headings become plain words, and a source is cited by its number in the list
    of all sources.

    Args:
        nodes: Those of the page; they are changed.
        numbers: The number of every source.
    """
    kept: list[Node] = []
    for node in _plain(nodes):
        if isinstance(node, str):
            if kept and isinstance(kept[-1], str):
                node = f"{kept.pop()}{node}"
            kept.append(node)
        elif _is_cited(node):
            kept.append(_renumbered(node, numbers))
        elif _is_usable(node):
            node.children = adapted(node.children, numbers)
            kept.append(node)
    return kept


def _plain(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Element) and (node.tag == "abbr" or HEADING_LINK in node.classes):
            yield from _plain(node.children)
        else:
            yield node


def _is_cited(element: Element) -> bool:
    return element.tag == "sup" and "citation" in element.classes


def _renumbered(citation: Element, numbers: Mapping[str, int]) -> Element:
    """Return a citation with the number that its source has in the list of all sources."""
    for link in citation.elements():
        if name := _source_named(link):
            link.children[-1] = f"{numbers[name]}]"
    return citation


def _source_named(element: Element) -> str:
    """Return the name of the source that a link leads to or an element is, or an empty text."""
    places = (
        element.attributes.get("href", "").removeprefix("#"),
        element.attributes.get("id", ""),
    )
    names = (place.removeprefix(SOURCE) for place in places if place.startswith(SOURCE))
    return next(names, "")


def _is_usable(element: Element) -> bool:
    if element.tag == "input":
        return element.attributes.get("type") == "checkbox"  # The box of a task is to be read.
    return element.tag not in _UNSEEN and "gable" not in element.classes


def said_once(nodes: Iterable[Node], numbers: Mapping[str, int]) -> list[Node]:
    """Return the nodes of a page without what other pages of the book say.

    A milestone stands on the page that it is of, and a source in the list of all sources, to which
    a line with its number leads. A heading that has nothing left below it goes too.

    Args:
        nodes: Those of the page; they are changed.
        numbers: The number of every source.
    """
    kept: list[Node] = []
    is_gone = False  # The list that stood before; where the whole of it is had goes with it.
    for node in nodes:
        if isinstance(node, str):
            # What was left out leaves no blank line.
            if not (kept and isinstance(kept[-1], str)):
                kept.append(node)
            continue
        if node.tag == "div" and "timeline" in node.classes and not _has_own_milestones(node):
            _take_heading(kept)
            is_gone = True
        elif is_gone and "further" in node.classes:
            is_gone = False
        elif node.tag == "div" and "sources" in node.classes:
            heading = _take_heading(kept)
            kept.append(_line(heading.children if heading else [], _citations(node, numbers)))
        else:
            is_gone = False
            kept.append(node)
    return kept


def _has_own_milestones(timeline: Element) -> bool:
    """Return whether a list of milestones has any of its page; those of others go from it."""
    for listed in timeline.elements():
        if listed.tag == "ol":
            own = [
                item
                for item in listed.children
                if isinstance(item, Element) and not _is_of_other_page(item)
            ]
            listed.children = ["\n", *(node for item in own for node in (item, "\n"))]
            return bool(own)
    return False


def _is_of_other_page(milestone: Element) -> bool:
    return any(element.tag == "small" for element in milestone.elements())


def _take_heading(nodes: list[Node]) -> Element | None:
    """Take away the heading that the nodes end with, and return it."""
    if nodes and isinstance(nodes[-1], str):
        nodes.pop()
    heading = nodes.pop() if nodes else None
    return heading if isinstance(heading, Element) else None


def _line(words: Iterable[Node], links: list[Node]) -> Element:
    spaced = [node for link in links for node in (" ", link)]
    return Element("p", {"class": "cited"}, [*words, ":", *spaced])


def _citations(element: Element, numbers: Mapping[str, int]) -> list[Node]:
    """Return a link to every source that an element lists."""
    names = filter(None, map(_source_named, element.elements()))
    return [Element("a", {"href": f"#{SOURCE}{name}"}, [f"[{numbers[name]}]"]) for name in names]

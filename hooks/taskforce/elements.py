"""HTML as a tree: what Markdown has made is read, changed, and written again.

Text is text here and gets its entities only in writing; so nothing that it holds can become markup.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

_VOID = frozenset({"br", "hr", "img", "input", "wbr"})


@dataclass
class Element:
    """An element, with what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the element."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text in it."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                waiting += reversed(node.children)
        return "".join(parts)

    def elements(self) -> Iterator[Element]:
        """Yield every element in it, in the order in which they begin."""
        waiting = _elements_of(self)
        while waiting:
            element = waiting.pop()
            yield element
            waiting += _elements_of(element)


Node = Element | str


def _elements_of(element: Element) -> list[Element]:
    return [child for child in reversed(element.children) if isinstance(child, Element)]


def parsed(content: str) -> list[Node]:
    """Return the nodes that HTML holds."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    return reader.root.children


def as_html(nodes: Iterable[Node]) -> str:
    """Return the nodes as HTML."""
    parts: list[str] = []
    _write(nodes, parts)
    return "".join(parts)


def _write(nodes: Iterable[Node], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(html.escape(node, quote=False))
            continue
        parts.append(f"<{node.tag}")
        for key, value in node.attributes.items():
            if key != "markdown":  # Which is only for Python-Markdown.
                parts.append(f' {key}="{html.escape(value)}"')
        parts.append(">")
        if node.tag not in _VOID:
            _write(node.children, parts)
            parts.append(f"</{node.tag}>")


def as_json(nodes: Iterable[Node]) -> str:
    """Return the nodes as JSON, which is read faster than HTML."""
    return json.dumps([*nodes], default=_members)


def _members(element: Element) -> object:
    return element.tag, element.attributes, element.children


def from_json(text: str) -> list[Node]:
    """Return the nodes that `as_json` has written."""
    return _nodes(json.loads(text))


def _nodes(read: list[Any]) -> list[Node]:
    return [
        node if isinstance(node, str) else Element(node[0], node[1], _nodes(node[2]))
        for node in read
    ]


class _Reader(HTMLParser):
    """Builds the tree; an end tag without a beginning is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        tags = [element.tag for element in self._open]
        if tag in tags[1:]:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

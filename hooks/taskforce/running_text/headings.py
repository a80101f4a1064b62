"""The headings of running text, and the names by which links lead to them.

The names of the Dutch page are the names of its headings in every language: a link to a heading
leads to the same place on each, whether the page that links, or the page itself, is translated or
not. Two headings are the same where they stand in the same place between the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown.extensions.toc import slugify, unique

from ..documents import KEPT
from .syntax import Node, is_readable, parsed

_WITHOUT_WORDS = frozenset({"anchor", "footnote_ref", "html_inline", "icon", "image", "language"})
"""What stands in a heading and is no part of its name."""


@dataclass(frozen=True)
class Heading:
    """A heading of running text.

    Attributes:
        level: 2 for `##`, and so on.
        words: What it says.
        given: The name that its editor gave it, `{#name}`; empty where it has none.
        line: Its first line in the text, counted from 0.
    """

    level: int
    words: str
    given: str
    line: int


@dataclass(frozen=True)
class Name:
    """By what links lead to a heading.

    Attributes:
        name: Its name, the same in every language where it has a counterpart.
        also: What it would be called otherwise; empty where that is its name, or is not free.
    """

    name: str
    also: str = ""


@lru_cache(maxsize=KEPT)
def headings(body: str) -> tuple[Heading, ...]:
    """Return the headings of a text, in order."""
    if not is_readable(body):  # Which is a problem of its own.
        return ()
    return tuple(map(heading_of, heading_nodes(parsed(body))))


def heading_nodes(root: Node) -> Iterator[Node]:
    """Yield the headings of a parsed text, in order."""
    return (node for node in root.walk() if node.type == "heading")


def heading_of(node: Node) -> Heading:
    """Return what a heading of a parsed text says, and its name."""
    inside = [child for inline in node.children for child in inline.children]
    given = next((child.content for child in inside if child.type == "anchor"), "")
    words = " ".join("".join(map(_words, inside)).split())
    return Heading(int(node.tag[1:]), words, given, node.map[0] if node.map else 0)


def _words(node: Node) -> str:
    if node.type in _WITHOUT_WORDS:
        return ""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return node.content if not node.children else "".join(map(_words, node.children))


# --- names ----------------------------------------------------------------------------------


def source_names(headings: Sequence[Heading], taken: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the headings of a Dutch page, as Python-Markdown gives them.

    Args:
        headings: The headings.
        taken: The names of what the site adds to the page.
    """
    used = {*taken, *(heading.given for heading in headings if heading.given)}
    return tuple(heading.given or unique(slugify(heading.words, "-"), used) for heading in headings)


def translated_names(
    translated: Sequence[Heading], dutch: Sequence[Heading], taken: Collection[str]
) -> tuple[Name, ...]:
    """Return the names of the headings of a translation.

    Args:
        translated: The headings of the translation.
        dutch: Those of the Dutch page.
        taken: The names of what the site adds to the page.
    """
    own = source_names(translated, taken)
    names = source_names(dutch, taken)
    same = {index: names[other] for other, index in same_headings(dutch, names, translated).items()}
    used = {*taken, *same.values()}
    chosen = [same.get(index) or unique(name, used) for index, name in enumerate(own)]
    return tuple(
        Name(name, "" if before in used else before)
        for name, before in zip(chosen, own, strict=True)
    )


def same_headings(
    dutch: Sequence[Heading], names: Sequence[str], own: Sequence[Heading]
) -> dict[int, int]:
    """Return which heading of a translation, by its index, is which of the Dutch page.

    A name that an editor gave decides. Otherwise the headings below one heading are the same in
    turn, where there are as many in both languages.
    """
    given = {heading.given: index for index, heading in enumerate(own) if heading.given}
    pairs = {other: given[name] for other, name in enumerate(names) if name in given}
    sections, translated = _sections(dutch), _sections(own)
    groups = [(_below(None, sections), _below(None, translated))]
    groups += [
        (_below(other, sections), _below(index, translated)) for other, index in pairs.items()
    ]
    while groups:
        left, right = groups.pop()
        left = [index for index in left if index not in pairs]
        right = [index for index in right if index not in pairs.values()]
        if [dutch[index].level for index in left] == [own[index].level for index in right]:
            pairs |= zip(left, right, strict=True)
            groups += [
                (_below(other, sections), _below(index, translated))
                for other, index in zip(left, right, strict=True)
            ]
    return pairs


def _sections(headings: Sequence[Heading]) -> dict[int, int | None]:
    """Return below which heading each stands, both by their index; None at the top."""
    above: list[int] = []
    parents: dict[int, int | None] = {}
    for index, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            above.pop()
        parents[index] = above[-1] if above else None
        above.append(index)
    return parents


def _below(parent: int | None, sections: Mapping[int, int | None]) -> list[int]:
    return [index for index, above in sections.items() if above == parent]

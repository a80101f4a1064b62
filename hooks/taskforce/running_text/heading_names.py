"""Headings without words, and names of headings (`{#name}`) that another place on the page has.

A heading has a name by itself, made of its words. Two headings that say the same get two names; a
name that an editor gives is a promise, and has to lead to one place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from markdown.extensions.toc import slugify

from ..nodes import Mapping, Scalar, Sequence, descend
from ..rules import body as rules
from .mistake import Mistake
from .syntax import Node

TAKEN = re.compile(
    r"abonneren|achter|afkortingen|begrippen|bestanden|betrokken|bronnen|gemaakt|gevraagd|kop"
    r"|laatste-controle|lezen|mijlpalen|niet|nieuw|ontbreekt|overige|pagina|partners|resultaten"
    r"|samenhang|soorten|tabel|themas|trekkers|verder|vertaling"
    r"|(?:afkorting|bar|jaar|onderdeel)-[a-z0-9-]+"
)
"""Names of headings that the site itself adds to a page; addresses with them are published."""


def heading_mistakes(root: Node, taken: Collection[str] = ()) -> Iterator[Mistake]:
    """Yield the headings of a text that say nothing, or have the name of another place.

    Args:
        root: The text, parsed.
        taken: Names of places that the fields of this page make.
    """
    headings = [node for node in root.walk() if node.type == "heading"]
    by_themselves = {slugify(_words(node), "-") for node in headings if not _name(node)}
    names = {*by_themselves, *taken}
    for node in headings:
        if not _shown(node):
            yield Mistake(rules.EMPTY_HEADING, node)
        if name := _name(node):
            if name in names or TAKEN.fullmatch(name):
                free = _free(name, names)
                values = {"instead": f"{{#{free}}}"}
                yield Mistake(rules.REPEATED_NAME, node, f"{{#{name}}}", values)
                name = free
            names.add(name)


def names_of_terms(fields: Mapping) -> Iterator[str]:
    """Yield the names of the places that the terms in the fields of a page become on it."""
    terms, _ = descend(fields, ("terms",))
    for term in terms.items if isinstance(terms, Sequence) else ():
        name, _ = descend(term, ("id",))
        if isinstance(name, Scalar):
            yield name.text


def _free(name: str, names: Collection[str]) -> str:
    number = 2
    while f"{name}-{number}" in names or TAKEN.fullmatch(f"{name}-{number}"):
        number += 1
    return f"{name}-{number}"


def _name(heading: Node) -> str:
    """Return the name that an editor gave a heading, or an empty text."""
    return next((node.content for node in heading.walk() if node.type == "anchor"), "")


def _words(heading: Node) -> str:
    """Return the words of which the name of a heading is made, without pictures and notes."""
    return "".join(
        " " if node.type in {"hardbreak", "softbreak"} else node.content
        for node in heading.walk()
        if node.type in {"code_inline", "hardbreak", "keys", "softbreak", "text", "text_special"}
    )


def _shown(heading: Node) -> str:
    """Return what one reads in a heading."""
    said = [_words(heading)]
    said += [node.content for node in heading.walk() if node.type in {"icon", "image"}]
    return "".join(sign for sign in "".join(said) if sign.isprintable() and not sign.isspace())

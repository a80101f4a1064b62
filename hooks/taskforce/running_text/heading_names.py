"""Headings without words, and names of headings (`{#name}`) that another place on the page has.

A heading has a name by itself, made of its words. Two headings that say the same get two names; a
name that an editor gives is a promise, and has to lead to one place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from markdown.extensions.toc import slugify

from ..nodes import Mapping, items_in, scalar_in
from ..rules import body as rules
from .headings import Heading, heading_nodes, heading_of
from .mistake import Mistake
from .syntax import Node

TAKEN = re.compile(
    r"abonneren|achter|afkortingen|begrippen|bestanden|betrokken|bronnen|gemaakt|gevraagd|kop"
    r"|laatste-controle|lezen|melden|mijlpalen|mijlpalen-van-het-thema|nakijken|niet|nieuw"
    r"|ontbreekt|overige|pagina|partners|resultaten|samenhang|soorten|tabel|themas|trekkers|vertaling|wie"
    r"|(?:afkorting|bar|jaar|onderdeel)-[a-z0-9-]+"
)
"""Names of headings that the site itself adds to a page; addresses with them are published."""


def heading_mistakes(root: Node, taken: Collection[str]) -> Iterator[Mistake]:
    """Yield the headings of a text that say nothing, or have the name of another place.

    Args:
        root: The text, parsed.
        taken: Names of places that the fields of this page make.
    """
    pairs = [(node, heading_of(node)) for node in heading_nodes(root)]
    names = {*taken, *(slugify(heading.words, "-") for _, heading in pairs if not heading.given)}
    for node, heading in pairs:
        if not _says_something(node, heading):
            yield Mistake(rules.EMPTY_HEADING, node)
        if name := heading.given:
            if name in names or TAKEN.fullmatch(name):
                free = _free(name, names)
                values = {"instead": f"{{#{free}}}"}
                yield Mistake(rules.REPEATED_NAME, node, f"{{#{name}}}", values)
                name = free
            names.add(name)


def names_of_terms(fields: Mapping) -> Iterator[str]:
    """Yield the names of the places that the terms in the fields of a page become on it."""
    for term in items_in(fields, "terms"):
        if (name := scalar_in(term, "id")) is not None:
            yield name.text


def _free(name: str, names: Collection[str]) -> str:
    """Return a name like `name` that no other place has or could get from the site."""
    if TAKEN.fullmatch(f"{name}-2"):  # The site gives every name that begins so.
        name = f"tekst-{name}"
    number = 2
    while f"{name}-{number}" in names:
        number += 1
    return f"{name}-{number}"


def _says_something(node: Node, heading: Heading) -> bool:
    """Return whether one reads words in a heading, or only icons, which is a mistake of its own."""
    inside = [child for inline in node.children for child in inline.children]
    kinds = {child.type for child in inside if child.type != "text" or child.content.strip()}
    return kinds == {"icon"} or any(
        sign.isprintable() and not sign.isspace() for sign in heading.words
    )

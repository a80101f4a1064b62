"""What is wrong with the running text of a page, each with its place in the file.

First what the text itself shows (`running_text.mistakes`), then, where that finds nothing, what
became of it: whether the page shows what GitHub shows, and nothing that could run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from .documents import KEPT, Document
from .features.mistakes import mistakes as mistakes_in_features
from .links import Link, links, unmade_links
from .nodes import Position
from .problems import Problem, Rule
from .publication import Opening
from .rendering import first_active, first_difference
from .rules import body as rules
from .rules import references
from .running_text.citations import cited
from .running_text.heading_names import heading_mistakes, names_of_terms
from .running_text.headings import headings
from .running_text.mistakes import mistakes
from .running_text.slips import slips
from .running_text.syntax import (
    LONGEST_LINE,
    Node,
    begins_with_paragraph,
    is_readable,
    lines_of,
    parsed,
)
from .web_addresses import url_mistake

NAME = "text"
"""What messages call the running text, where a field has its name."""

_TO_WRITE_TO = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+|tel:\+?[\d() -]+", re.IGNORECASE)


class RunningText:
    """The running text of a page, parsed, and where each part of it stands in the file."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = parsed(document.body)

    def position(self, node: Node, text: str = "") -> Position:
        """Return where `text` stands, best in a block, or else the block."""
        return self._found(node, text) or self._first_line_of(node)

    def _found(self, node: Node, text: str) -> Position | None:
        first, last = lines_of(node)
        everywhere = range(len(self.document.lines) - self.document.body_line + 1)
        for number in (*range(first, last), *everywhere) if text else ():
            line = self.document.body_line + number
            column = self.document.lines[line - 1].find(text) + 1
            if column:
                return Position(line, column, line, column + len(text))
        return None

    def _first_line_of(self, node: Node) -> Position:
        line = self.document.body_line + lines_of(node)[0]
        return self.document.whole_line(min(line, self._last_line))

    @property
    def _last_line(self) -> int:
        return max(1, len(self.document.lines))


def read_through(document: Document) -> None:
    """Read of a text all that is asked of it later: its tree is too large to be kept till then."""
    if is_readable(document.body):
        for of_document in (links, unmade_links):
            of_document(document)
        for of_text in (begins_with_paragraph, cited, headings):
            of_text(document.body)


@lru_cache(maxsize=KEPT)
def body_problems(
    document: Document,
    sources: frozenset[str] = frozenset(),
    later: frozenset[tuple[str, Opening]] = frozenset(),
) -> tuple[Problem, ...]:
    """Return what is wrong in the running text.

    Args:
        document: The page.
        sources: The names of the sources that there are.
        later: Those that come on the site later than the page, which cannot cite them.
    """
    if long := tuple(_long_lines(document)):
        return long
    read_through(document)
    text = RunningText(document)
    problems = (
        *_mistakes(text, sources),
        *_cited_too_early(text, dict(later)),
        *_addresses(document),
    )
    return problems or tuple(_unforeseen(document))


Text = tuple[Document, frozenset[str], frozenset[tuple[str, Opening]]]
"""A page, the sources that there are, and those that come later: see `body_problems`."""


def judged(
    texts: Iterable[Text], problems_in: Callable[..., Iterable[Problem]] = body_problems
) -> Callable[[], list[Problem]]:
    """Return what gives all that is wrong in running text.

    Args:
        texts: What is judged.
        problems_in: Judges one of them.
    """
    problems = [problem for text in texts for problem in problems_in(*text)]
    return lambda: problems


def _long_lines(document: Document) -> Iterator[Problem]:
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if len(line) > LONGEST_LINE:
            values = {"found": str(len(line)), "limit": str(LONGEST_LINE)}
            start = Position(number, 1, number, 2)
            yield document.problem(rules.LONG_LINE, NAME, start, **values)


def _mistakes(text: RunningText, sources: Collection[str]) -> Iterator[Problem]:
    in_text = [
        *mistakes(text.root, text.document.body, sources),
        *mistakes_in_features(text.root),
        *slips(text.root),
        *heading_mistakes(text.root, [*names_of_terms(text.document.fields)]),
    ]
    for mistake in in_text:
        position = text.position(mistake.node, mistake.quoted)
        quoted = mistake.quoted or text.document.lines[position.line - 1].strip()
        values = {"value": quoted} | dict(mistake.values)
        yield text.document.problem(mistake.rule, NAME, position, **values)


def _cited_too_early(text: RunningText, later: Mapping[str, Opening]) -> Iterator[Problem]:
    for node in text.root.walk() if later else ():
        if node.type == "footnote_ref" and not node.meta["noted"] and node.meta["label"] in later:
            cited = f"[^{node.meta['label']}]"
            opening = later[node.meta["label"]]
            position = text.position(node, cited)
            yield text.document.problem(
                references.NOT_PUBLIC_YET,
                NAME,
                position,
                value=cited,
                other=opening.path,
                when=opening.when,
                instead=opening.field,
            )


def _addresses(document: Document) -> Iterator[Problem]:
    for link in links(document):
        if mistake := _address_mistake(link):
            rule, instead = mistake
            yield document.problem(rule, NAME, link.position, value=link.address, instead=instead)


def _address_mistake(link: Link) -> tuple[Rule, str] | None:
    """Return the rule that the address of a link breaks, and what to write instead."""
    if not link.leads_outside:
        return None
    if link.is_picture:
        return rules.OUTSIDE_IMAGE, ""
    if _TO_WRITE_TO.fullmatch(link.read_again):
        return None
    # Of which the entities have been read: `&gt=5` says what is asked of a site.
    return url_mistake("".join(link.address.split()), link.address)


def _unforeseen(document: Document) -> Iterator[Problem]:
    if active := first_active(document.body):
        line, (reason, snippet) = active
        is_image = reason == "address in src"
        yield document.problem(
            rules.OUTSIDE_IMAGE if is_image else rules.ACTIVE_TEXT,
            NAME,
            document.whole_line(document.body_line + line),
            value=snippet,
        )
    elif (first := first_difference(document.body)) is not None:
        position = document.whole_line(document.body_line + first)
        yield document.problem(rules.SHOWN_OTHERWISE, NAME, position)

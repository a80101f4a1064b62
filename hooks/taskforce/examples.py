"""Pages that a text shows as to be copied: all that they refer to must be there.

A guide has such an example. Whoever gives a theme another name is told that the guide names it,
before an editor copies what the check would then refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .bodies import body_problems
from .documents import Document
from .frontmatter import read
from .kinds import KINDS
from .model import Page
from .naming import misfits
from .nodes import items_in, text_in
from .problems import Place, Problem
from .rules import body, references
from .running_text.syntax import is_readable, parsed
from .validation import validated
from .values import Known

_BEGINS = re.compile(r"^[^`~\n]*(?:```|~~~)[^\n]*\n[ >]*---[ \t]*$", re.MULTILINE)
"""Code that begins as a page does; what only looks like it is found to be none."""

_ABOUT_OTHERS = {
    rule.id
    for rule in (
        references.UNKNOWN_SLUG,
        references.WRONG_KIND,
        references.NOT_PUBLIC_YET,
        references.UNKNOWN_SOURCE,
        body.NO_FOOTNOTE,
    )
}
"""What may become wrong in an example by what happens elsewhere."""


def example_problems(document: Document, known: Known) -> Iterator[Problem]:
    """Yield each reference to nothing in a page that a text shows, where it stands there.

    Args:
        document: The page that shows others.
        known: What references may refer to.
    """
    if not _BEGINS.search(document.body) or not is_readable(document.body):
        return
    for node in parsed(document.body).walk():
        if node.type != "fence" or not node.content.startswith("---\n") or node.map is None:
            continue
        example = read(document.path, node.content.encode())
        if example.readable:
            there = _with_own_sources(known, example)
            _, in_fields = validated(example, _record_of(example), there)
            above = document.body_line + node.map[0]
            for problem in (*in_fields, *body_problems(example, there.sources)):
                if problem.rule in _ABOUT_OTHERS:
                    yield _moved(problem, above, document)


def _with_own_sources(known: Known, example: Document) -> Known:
    """Return what is known where an example has been copied, with the sources that it describes."""
    own = {text_in(source, "id") for source in items_in(example.fields, "sources")} - {""}
    return replace(known, sources=known.sources | own) if own else known


def _record_of(example: Document) -> type[Page]:
    """Return the fields of the kind of page that has those of an example; it may miss some."""
    return min(
        (kind.record for kind in KINDS), key=lambda record: misfits(example.fields, record)[0]
    )


def _moved(problem: Problem, above: int, document: Document) -> Problem:
    """Return a problem of an example, at its place in the page that shows it."""
    place = problem.place
    line = above + place.line
    source = document.lines[line - 1]
    indent = max(0, source.find(problem.source_line))
    moved = Place(place.path, line, place.column + indent, place.length)
    return replace(problem, place=moved, source_line=source)

"""What may stand only once: an address, a title, an overview, a term; only all pages tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from .documents import WHOLE_FILE, Document
from .languages import LANGUAGES, SOURCE_LANGUAGE, Language
from .naming import PageFile
from .nodes import Mapping as MappingNode
from .nodes import Position, Scalar, descend, items_in, scalar_in
from .problems import Place, Problem, Rule
from .rules import files, references


def same_names(names: Iterable[str], root: str) -> Iterator[Problem]:
    """Yield files with one address, also where capitals do not count."""
    first: dict[str, str] = {}
    # Of two names the one without capitals is the right one.
    for name in sorted(names, key=lambda name: (name != name.lower(), name)):
        address = re.sub(rf"(?:\.{SOURCE_LANGUAGE})?\.md$", ".md", name.casefold())
        address = re.sub(r"/index(?=(?:\.[a-z]+)?\.md$)", "", address)
        other = first.setdefault(address, name)
        if other != name:
            yield files.DUPLICATE_SLUG.problem(
                Place(f"{root}/{name}"), WHOLE_FILE, other=f"{root}/{other}"
            )


def same_titles(
    files: Iterable[PageFile], first_commits: Callable[[], Mapping[str, str]]
) -> Iterator[Problem]:
    """Yield the pages that have the title of another page in their language.

    Args:
        files: The pages.
        first_commits: Returns when files came, by path. Of two pages the newer is the one to
            change: the one that is not listed or else, where nothing is known, the last.
    """
    groups: dict[tuple[Language, str], list[tuple[PageFile, Scalar]]] = {}
    for file in files:
        title = scalar_in(file.document.fields, "title")
        if title is not None and title.text.strip():
            words = " ".join(title.text.split()).casefold()
            groups.setdefault((file.language, words), []).append((file, title))
    yield from _newer(groups.values(), first_commits, references.DUPLICATE_TITLE, "title")


def same_overviews(
    files: Iterable[PageFile], first_commits: Callable[[], Mapping[str, str]]
) -> Iterator[Problem]:
    """Yield the pages that show an overview of another page; the arguments are as above.

    Such a page is often a copy, and then the whole site would link to that.
    """
    groups: dict[str, list[tuple[PageFile, Scalar]]] = {}
    for file in (file for file in files if file.collection is None):
        overview = scalar_in(file.document.fields, "overview")
        if overview is not None and overview.text.strip():
            groups.setdefault(overview.text, []).append((file, overview))
    yield from _newer(groups.values(), first_commits, references.DUPLICATE_OVERVIEW, "overview")


def _newer(
    groups: Iterable[list[tuple[PageFile, Scalar]]],
    first_commits: Callable[[], Mapping[str, str]],
    rule: Rule,
    field: str,
) -> Iterator[Problem]:
    """Yield the problem of each page but the oldest of a group that has the same in a field."""
    alike = [group for group in groups if len(group) > 1]
    days = first_commits() if alike else {}
    for group in alike:
        (oldest, _), *newer = sorted(
            group, key=lambda item: (item[0].name not in days, days.get(item[0].name, ""))
        )
        for file, value in newer:
            yield file.document.problem(rule, field, value.position, other=oldest.document.path)


def same_terms(files: Iterable[PageFile]) -> Iterator[Problem]:
    """Yield the terms and abbreviations that another page, or line, gives a meaning already."""
    first: dict[tuple[str, str], tuple[Document, Position]] = {}
    for file in files:
        for kind, location in _words(file.document.fields):
            node, _ = descend(file.document.fields, location)
            if not isinstance(node, Scalar) or not node.text.strip():
                continue
            here = file.document, node.position
            other, position = first.setdefault((kind, node.text), here)
            if (other.path, position) != (file.document.path, node.position):
                yield file.document.problem(
                    references.DUPLICATE_TERM,
                    ".".join(str(step + 1) if isinstance(step, int) else step for step in location),
                    node.position,
                    value=node.text,
                    other=other.path,
                    line=str(position.line),
                )


def _words(fields: MappingNode) -> Iterator[tuple[str, tuple[int | str, ...]]]:
    """Yield what must have one meaning on the whole site: its kind, and where it may stand."""
    for language in LANGUAGES:
        yield f"abbreviation {language}", ("abbreviation",)
    for index in range(len(items_in(fields, "terms"))):
        yield "id", ("terms", index, "id")
        for language in LANGUAGES:
            yield f"term {language}", ("terms", index, "term", language)
            yield f"abbreviation {language}", ("terms", index, "abbreviation", language)

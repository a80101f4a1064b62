"""The pages become one text: headings a level or two lower, names unique, links within it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment
from markdown import Markdown

from ..catalogue import Catalogue, Entity
from ..labels import labels
from ..languages import Language
from ..model import Page
from ..publish.files import files_of_language
from ..publish.site import Site
from ..rendering import EXTENSIONS, SETTINGS
from .elements import Element, Node, parsed
from .order import chapters
from .view import SOURCE, BookView

CHAPTER, PAGE = 2, 3
"""The levels of headings; the book's own title is at level 1."""

_LOWEST = 6
_HEADING = re.compile(r"h([1-6])")
_ADDRESS = re.compile(r"(?:https?|mailto|tel):")
_LEFT_OUT = frozenset({"template", "form", "script", "svg", "figure", "input"})
"""What is of no use on paper; Markdown itself makes none of these."""


@dataclass(frozen=True)
class Section:
    """A page in the book.

    Attributes:
        anchor: Its name within the book.
        title: Its title.
        language: The language of its text.
        level: The level of its heading.
        nodes: What it holds, its title left out.
        entity: The page; None for a chapter that has no page of its own.
    """

    anchor: str
    title: str
    language: Language
    level: int
    nodes: tuple[Node, ...]
    entity: Entity[Any] | None = None


@dataclass(frozen=True)
class Book:
    """The whole site in one language, in reading order."""

    language: Language
    sections: tuple[Section, ...]


def anchor(path: str) -> str:
    """Return the name that a page has within the book; no other name on a page has a slash."""
    return f"/{path.removesuffix('.md').removesuffix('index')}"


def bound(
    catalogue: Catalogue, language: Language, templates: Environment, site: Site | None = None
) -> Book:
    """Return the book.

    Args:
        catalogue: Everything the site knows.
        language: That of the book; a page that has not been translated is in it in Dutch.
        templates: Those of the pages.
        site: Where the site stands, for links to files; without it they are relative to docs/.
    """
    binder = _Binder(catalogue, language, templates, site)
    sections = [binder.numbered(section) for section in binder.sections()]
    for section in sections:
        binder.link(section)
    return Book(language, tuple(section for section in sections))


@dataclass(frozen=True)
class _Binder:
    catalogue: Catalogue
    language: Language
    templates: Environment
    site: Site | None

    @cached_property
    def _markdown(self) -> Markdown:
        return Markdown(extensions=[*EXTENSIONS], extension_configs=SETTINGS)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        ordered = self._view(next(iter(self.catalogue.entities))).sources_in_order()
        return {identifier: number for number, (identifier, _) in enumerate(ordered, 1)}

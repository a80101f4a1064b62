"""The templates of overrides/overviews, compiled once, and what they show that no page says.

They are named *.html, since MkDocs publishes any other file of a theme. Whatever they print is
escaped, unless it was made as Markdown or as HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import certainty, filters, reference
from ..admonitions import kinds_with_names
from ..audit import Report, vocabulary
from ..catalogue import Entity
from ..compiling import CompiledOnce
from ..dates import PartialDate
from ..formatting import formatting
from ..gables import gable
from ..kinds import KINDS
from ..labels import labels
from ..markdown import code_block, escaped, link, marked
from ..owner import Owner
from ..pictures.geometry import short
from ..pictures.timeline import anchor
from ..publish import descriptions
from ..repository import Repository
from ..rules import ADVICE, ALL, GROUPS
from ..translations import as_field
from ..vocabulary import Collection, Overview, Result
from .names import name_of, names_of

FOLDER = Path(__file__).parents[3] / "overrides" / "overviews"
"""The folder of the site's own templates."""

_MAKES_HTML = ("book.html", "book_volumes.html", "picture_")
"""How the names of templates begin that make HTML; all others make Markdown."""


@dataclass(frozen=True)
class Surroundings:
    """What is known of the site beside its pages; an address is empty where there is none.

    Attributes:
        report: What was measured of it, where it has been.
        source: The address of the source code, without a slash at the end.
        repository: Where its files are kept.
        owner: Whose site it is.
    """

    report: Report | None = None
    source: str = ""
    repository: Repository = field(default_factory=Repository)
    owner: Owner = field(default_factory=Owner)

    def tree(self, commit: str) -> str:
        """Return the address of the source code as it was at a commit."""
        return self.source and f"{self.source}/tree/{commit}"

    @property
    def issues(self) -> str:
        """The address of the public list of reports."""
        return self.source and f"{self.source}/issues"


@dataclass(frozen=True)
class Templates:
    """The templates: those that make the Markdown of pages, and those that make HTML."""

    markdown: Environment
    html: Environment


def read_templates(surroundings: Surroundings | None = None) -> Templates:
    """Return the templates for a site with these surroundings."""
    markdown = _environment("Markdown", escaped)
    markdown.tests |= {
        "date": lambda value: isinstance(value, PartialDate),
        "page": lambda value: isinstance(value, Entity),
    }
    markdown.globals |= {
        "site": surroundings or Surroundings(),
        "Collection": Collection,
        "Overview": Overview,
        "Result": Result,
        "kinds": KINDS,
        "labels": labels(),
        "rules": ALL,
        "rule_groups": (*GROUPS, ADVICE),
        "formatting": formatting(),
        "box_kinds": kinds_with_names(),
        "checked": vocabulary().checked,
        "reference": reference,
        "data": descriptions,
        "certainty": certainty,
        "filters": filters,
        "anchor_of": anchor,
        "code_block": code_block,
        "field_of": as_field,
        "gable_of": gable,
        "marked": marked,
        "link": link,
        "name_of": name_of,
        "names_of": names_of,
    }
    return Templates(markdown, _environment("HTML", _shown))


def compile_all() -> None:
    """Compile every template, so that its code is there."""
    templates = read_templates()
    for name in templates.markdown.list_templates(["html"]):
        is_html = name.startswith(_MAKES_HTML)
        (templates.html if is_html else templates.markdown).get_template(name)


def _environment(kind: str, finalize: Callable[[Any], Any]) -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        undefined=StrictUndefined,
        bytecode_cache=CompiledOnce(kind),
        # What `finalize` returns as markup is not escaped again, nor is what a macro returns.
        finalize=finalize,
        autoescape=True,
        comment_start_string="{##",  # `{#name}` names a heading in Markdown
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:
    return short(value) if isinstance(value, float) else value

"""What editors may write in running text, and what they may not, with an example of each.

The list is formatting.yml. The page on formatting shows it, and a test tries every example.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from .bodies import body_problems
from .frontmatter import read
from .languages import Language, Text
from .own_yaml import Own, own_yaml
from .problems import Problem
from .running_text.citations import with_citations
from .running_text.headings import Name
from .running_text.writing import for_python_markdown


class Feature(Own):
    """Something that can be written, with what becomes of it."""

    name: Text
    markdown: Text
    makes: str
    remark: Text | None = None
    cites: tuple[str, ...] = ()
    """The names of the sources that the example cites."""


class Group(Own):
    """Features that belong together."""

    name: Text
    features: tuple[Feature, ...]


class Refusal(Own):
    """Something that cannot be written, with the rule that refuses it."""

    name: Text
    rule: str
    markdown: Text
    cites: tuple[str, ...] = ()
    """The names of the sources that the example could cite."""

    def problem(self, language: Language) -> Problem:
        """Return what the check says of the example.

        Raises:
            LookupError: The check does not refuse it by this rule.
        """
        for problem in problems_in(self.markdown.in_language(language), self.cites):
            if problem.rule == self.rule:
                return problem
        raise LookupError(f"{self.rule}: {self.markdown.in_language(language)}")


class Formatting(Own):
    """The whole list."""

    groups: tuple[Group, ...]
    refusals: tuple[Refusal, ...]


@cache
def formatting() -> Formatting:
    """Return what may be written and what not.

    Raises:
        pydantic.ValidationError: An example lacks a language, or something else.
    """
    path = Path(__file__).with_name("formatting.yml")
    return Formatting.model_validate(own_yaml(path))


def problems_in(text: str, sources: Collection[str] = ()) -> tuple[Problem, ...]:
    """Return what the check says of running text that may cite these sources."""
    document = read("voorbeeld.md", f"---\ntitle: x\n---\n{text}\n".encode())
    return body_problems(document, frozenset(sources))


def example(text: str, number: Callable[[str], str], names: tuple[Name, ...] = ()) -> str:
    """Return an example as Python-Markdown reads it.

    Args:
        text: The example.
        number: Returns the number of a source that it cites, as that is shown.
        names: By what links lead to its headings.
    """
    return with_citations(for_python_markdown(text, names), number)

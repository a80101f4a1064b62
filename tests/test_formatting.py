"""Every example of what editors may write comes out as it should; every refusal is refused."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup

from hooks.taskforce.formatting import Feature, Refusal, example, formatting, problems_in
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.problems import Rule, as_text
from hooks.taskforce.rendering import renderer
from hooks.taskforce.rules import body, features

FEATURES = [feature for group in formatting().groups for feature in group.features]
REFUSALS = formatting().refusals
CITATION: Any = read_templates().markdown.get_template("citation.html").module


def shown(text: str, language: Language) -> BeautifulSoup:
    """Return running text as the site shows it."""
    text = example(text, lambda source: CITATION.citation(1, source, ""))
    html = renderer(language).convert(text)
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name.en)
def test_a_feature_is_accepted_and_comes_out(feature: Feature, language: Language) -> None:
    text = feature.markdown.in_language(language)
    # The heading is one of a page where others stand above it.
    above = "## a\n\nb\n\n### c\n\nd\n\n" if text.startswith("####") else ""
    assert as_text(problems_in(above + text, feature.cites)) == ""
    assert shown(text, language).select(feature.makes), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name.en)
def test_a_refusal_is_refused_by_its_rule_alone(refusal: Refusal, language: Language) -> None:
    found = problems_in(refusal.markdown.in_language(language), refusal.cites)
    assert {problem.rule for problem in found} == {refusal.rule}
    assert refusal.problem(language) == found[0]


def test_every_rule_of_running_text_has_an_example() -> None:
    rules = {
        value.id
        for module in (body, features)
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
    # The nets for what nobody foresaw, and a line too long to show.
    without = {"active-text", "long-line", "shown-otherwise"}
    missing = rules - without - {refusal.rule for refusal in REFUSALS}
    assert not missing, "give each an example in hooks/taskforce/formatting.yml"


def test_names_are_told_apart() -> None:
    names = [feature.name for feature in FEATURES] + [refusal.name for refusal in REFUSALS]
    for language in LANGUAGES:
        assert len({name.in_language(language) for name in names}) == len(names)

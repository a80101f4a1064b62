"""The site that tests stand on has all that a site can have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.kinds import KINDS
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.model import Page
from hooks.taskforce.vocabulary import (
    DeliverableKind,
    OrganisationKind,
    Overview,
    Progress,
    Uncertainty,
)
from tests.conftest import ROOT, Pages
from tests.fixed_site import FIRST_DAY, LAST_DAY, settings


def test_it_has_every_word_of_every_vocabulary(fixed_catalogue: Catalogue) -> None:
    deliverables = [item.record for item in fixed_catalogue.deliverables.values()]
    organisations = [item.record for item in fixed_catalogue.organisations.values()]

    assert {record.kind for record in deliverables} == set(DeliverableKind)
    assert {record.newest.progress for record in deliverables} == set(Progress)
    assert any(len(record.standing) > 1 for record in deliverables)
    assert {record.kind for record in organisations} == set(OrganisationKind)
    assert {page.record.overview for page in fixed_catalogue.pages.values()} > set(Overview)


def test_it_has_every_field_of_every_kind(fixed_catalogue: Catalogue) -> None:
    for kind in KINDS:
        records = [entity.record for entity in fixed_catalogue.of(kind.collection).values()]
        # These stand on any page, and on each kind in turn they would be the same again.
        names = set(kind.record.model_fields) - set(Page.model_fields)
        assert {name for name in names if not any(getattr(one, name) for one in records)} == set()
        assert any(record.milestones for record in records)


def test_it_has_pages_in_every_state_of_translation(fixed_catalogue: Catalogue) -> None:
    versions = [
        entity.versions.get(language)
        for entity in fixed_catalogue.entities
        for language in LANGUAGES
    ]
    assert None in versions
    assert {version.outdated for version in versions if version is not None} == {True, False}


def test_it_has_dates_of_every_precision_some_probable(fixed_catalogue: Catalogue) -> None:
    milestones = [event.milestone for event in fixed_catalogue.timeline]
    assert {len(str(milestone.date)) for milestone in milestones} == {4, 7, 10}
    standings = [
        standing
        for item in fixed_catalogue.deliverables.values()
        for standing in item.record.standing
    ]
    for facts in (milestones, standings):
        doubts = {word for fact in facts for word in fact.probable}
        assert doubts == set(Uncertainty)
        assert any(not fact.probable for fact in facts)


def test_it_has_two_leads_at_once_and_one_with_several_roles(fixed_catalogue: Catalogue) -> None:
    together = [len(fixed_catalogue.leads_of_theme(theme)) for theme in fixed_catalogue.themes]
    roles = [len(one.record.leads) for one in fixed_catalogue.trekkers.values()]
    assert max(together) > 1
    assert max(roles) > 1


def test_it_is_built_strictly_and_git_knows_its_age(fixed_pages: Pages) -> None:
    ages = {
        page: newest_day(fixed_pages[page]) for page in ("", "themas/haven", "en/themas/ambacht")
    }
    assert ages == {"": FIRST_DAY, "themas/haven": FIRST_DAY, "en/themas/ambacht": LAST_DAY}


def newest_day(page: BeautifulSoup) -> str:
    time = page.select_one(".page__foot time")
    assert time is not None
    return str(time["datetime"])


def test_the_styles_of_features_are_on_the_pages_that_use_them_and_no_others(
    fixed_pages: Pages,
) -> None:
    styles = (ROOT / "docs/assets/css/features.css").read_text(encoding="utf-8")
    styled = {
        re.sub(r"::?(before|after|hover|focus-visible|checked)", "", selector)
        for rule in re.findall(r"^ +([^@/{}\n]+?) \{", styles, flags=re.MULTILINE)
        for selector in re.split(r", (?![^(]*\))", rule)
    }
    pages = {address: fixed_pages[address] for address in fixed_pages.addresses()}
    using = {address for address, page in pages.items() if any(matching(styled, page))}
    loading = {
        address for address, page in pages.items() if page.select("link[href$='/features.css']")
    }
    assert using
    assert loading == using < set(pages)


def matching(selectors: Iterable[str], page: BeautifulSoup) -> Iterator[str]:
    """Yield the selectors that match something on a page."""
    classes = {name for tag in page.find_all(class_=True) for name in tag["class"]}
    for selector in selectors:
        named = re.findall(r"\.([\w-]+)", re.sub(r"\(.*?\)", "", selector))
        # To look takes long: only where there are all of its classes.
        if classes.issuperset(named) and page.select_one(selector):
            yield selector


def test_it_is_the_same_whatever_the_real_site_is_called_and_whoever_it_is_of() -> None:
    real = (ROOT / "mkdocs.yml").read_text("utf-8")
    other = re.sub(r"^( *site_name:) .*", r"\1 Een andere taskforce", real, flags=re.MULTILINE)
    other = other.replace(
        "\n  owner:\n", "\n  owner:\n    contact: eht@ergens.nl\n    archived: 2027-12-31\n"
    )
    assert other != real
    assert settings(other) == settings(real)

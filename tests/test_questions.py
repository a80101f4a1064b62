"""A page is made again where what it asks of the catalogue has another answer, and only there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hooks.engine.kept import Kept
from hooks.engine.kept_pages import added
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.pages import division
from hooks.taskforce.pages.division import Bounds, Division
from hooks.taskforce.pages.expansion import expanded, further_expanded
from hooks.taskforce.pages.lists import Lists
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.parts import Milestone
from hooks.taskforce.questions import Answers, asked
from hooks.taskforce.vocabulary import Collection, Overview
from tests.builders import Tree, loaded, page, tiny_tree
from tests.conftest import ROOT

TEMPLATES = read_templates()
TEXT = "Gewone tekst.\n"


def whole_tree() -> Tree:
    """Return the tiny tree with a page for every overview."""
    tree = tiny_tree()
    for overview in Overview:
        if not any(f"\noverview: {overview.value}\n" in text for text in tree.values()):
            summary = "Wat deze pagina bij haar eigen tekst laat zien."
            fields = (
                f"title: Met {overview.value}\nsummary: {summary}\noverview: {overview.value}\n"
            )
            tree[f"over/{overview.value}.md"] = page(fields)
    return tree


EDITS: list[tuple[str, str, str]] = [
    ("themas/mkb.md", "title: MKB", "title: Ondernemers"),
    ("themas/mkb.md", "order: 2", "order: 1"),
    ("themas/mkb.md", "partners: [vng]", "partners: [zwolle]"),
    ("themas/mkb.md", "title: ", "review_by: 2026-11-01\ntitle: "),
    ("resultaten/actieplan.md", "title: ", "draft: true\ntitle: "),
    ("themas/mkb.md", TEXT, "Gewone tekst.[^canvas-2021]\n"),
    ("themas/mkb.en.md", "title: SMEs", "title: Firms"),
    ("themas/human-capital.md", TEXT, "Andere tekst.\n"),
    ("themas/human-capital.md", "{nl: De taskforce begint,", "{nl: De start,"),
    ("trekkers/rene-de-heer.md", "municipality: zwolle", "municipality: hengelo"),
    ("trekkers/rene-de-heer.md", "{theme: mkb, from", "{theme: human-capital, from"),
    ("trekkers/mariska-ten-heuw.md", "  - taskforce: true\n", "  - theme: mkb\n"),
    ("resultaten/welvaart-canvas.md", "date: 2021-06-10", "date: 2020-06-10"),
    ("resultaten/welvaart-canvas.md", "progress: published", "progress: superseded"),
    ("resultaten/welvaart-canvas.md", "themes: [mkb, human-capital]", "themes: [mkb]"),
    ("resultaten/welvaart-canvas.md", "partners: [taskforce]", "partners: [hengelo]"),
    ("resultaten/welvaart-canvas.md", "publisher: VNG", "publisher: De vereniging"),
    ("resultaten/welvaart-canvas.md", "kind: canvas", "kind: agenda"),
    ("resultaten/mkb-agenda.md", "makers: [taskforce]", "makers: [vng]"),
    ("resultaten/mkb-agenda.md", "nl: Ruimte voor proeven", "nl: Ruimte en tijd"),
    ("organisaties/vng.md", "abbreviation: VNG", "abbreviation: VvNG"),
    ("organisaties/vng.md", "kind: association", "kind: network"),
    ("organisaties/taskforce.md", TEXT, f"{TEXT}\n## Antwoorden {{#antwoorden}}\n\n{TEXT}"),
    ("bronnen.md", "seen: 2026-11-25", "seen: 2026-11-26"),
    ("bronnen.md", "url: https://vng.nl/taskforce", "url: https://vng.nl/start"),
    ("begrippen.md", "{nl: MKB, en: SMEs}", "{nl: M.K.B., en: SMEs}"),
    ("index.md", TEXT, "Welkom.[^vng-2021]\n"),
]


@dataclass
class Site:
    """The Markdown of all pages, made only where that is needed."""

    kept: Kept
    bounds: Bounds
    made: list[str] = field(default_factory=list)

    def pages(self, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
        """Yield each page as it is kept and as it is made anew, with its name."""
        answers = Answers(catalogue)
        for language in LANGUAGES:
            for entity in catalogue.entities:
                yield self._page(answers, entity, language)
                yield from self._further(answers, entity, language)

    def _page(
        self, answers: Answers, entity: Entity[Any], language: Language
    ) -> tuple[str, str, str]:
        def make(catalogue: Catalogue) -> str:
            return expanded(catalogue, entity, language, TEMPLATES)

        of = [language, *answers.own(entity)]
        return self._both(f"{entity.path} {language}", of, make, answers)

    def _further(
        self, answers: Answers, entity: Entity[Any], language: Language
    ) -> Iterator[tuple[str, str, str]]:
        if not entity.is_translated(language):
            return
        lists = Lists(answers.catalogue, language)
        for further in Division.of(lists, entity, self.bounds).further():

            def make(catalogue: Catalogue, further: division.FurtherPage = further) -> str:
                return further_expanded(catalogue, further, language, TEMPLATES)

            of = [language, further.path, answers.told(further.shown), *answers.own(entity)]
            yield self._both(f"{further.path} {language}", of, make, answers)

    def _both(
        self, name: str, of: object, make: Callable[[Catalogue], str], answers: Answers
    ) -> tuple[str, str, str]:
        def noted(catalogue: Catalogue) -> str:
            self.made.append(name)
            return make(catalogue)

        return name, added(of, noted, answers, self.kept), make(answers.catalogue)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield tmp_path_factory.mktemp("kept")


FEW_ROWS = Bounds(most=2, first=1, further=1)


@pytest.mark.parametrize("bounds", [Bounds(), FEW_ROWS], ids=["whole", "divided"])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=5))
@settings(max_examples=settings().max_examples // 5)
def test_what_is_kept_is_what_would_be_made(
    edits: list[tuple[str, str, str]], bounds: Bounds, folder: Any
) -> None:
    site = Site(Kept(folder, [repr(bounds)]), bounds)
    tree = whole_tree()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(division, "BOUNDS", bounds)
        for path, old, new in [("index.md", "", ""), *edits]:
            # What was changed before is changed back.
            old, new = (new, old) if new in tree[path] else (old, new)
            tree[path] = tree[path].replace(old, new, 1)
            found = loaded(tree)
            if found.problems:
                continue
            for name, kept, anew in site.pages(found.catalogue):
                assert kept == anew, name


def remade(kept: Kept, tree: Tree) -> set[str]:
    site = Site(kept, Bounds())
    found = loaded(tree)
    assert found.problems == ()
    for name, one, anew in site.pages(found.catalogue):
        assert one == anew, name
    return set(site.made)


def edited(*edits: tuple[str, str, str]) -> Tree:
    tree = whole_tree()
    for path, old, new in edits:
        assert old in tree[path]
        tree[path] = tree[path].replace(old, new, 1)
    return tree


def test_what_is_as_it_was_is_not_made_again(folder: Any) -> None:
    kept = Kept(folder, ["as it was"])
    assert remade(kept, whole_tree()) != set()
    assert remade(kept, whole_tree()) == set()


def test_each_edit_makes_something_again() -> None:
    before = Answers(loaded(whole_tree()).catalogue)
    told = {}
    for entity in before.catalogue.entities:
        catalogue, told[entity.path] = asked(before)
        expanded(catalogue, entity, "en", TEMPLATES)
    for edit in EDITS:
        after = Answers(loaded(edited(edit)).catalogue)
        own = {entity.path: after.own(entity) for entity in after.catalogue.entities}
        assert any(
            own.get(path) != before.own(before.catalogue.by_path[path]) or not after.are(marks)
            for path, marks in told.items()
        ), edit


def test_running_text_makes_its_own_page_again_and_what_says_that_a_translation_is_behind(
    folder: Any,
) -> None:
    kept = Kept(folder, ["text"])
    remade(kept, whole_tree())
    texts = "resultaten/welvaart-canvas.md", "themas/mkb.md"
    untranslated, translated = (edited((path, TEXT, "Andere tekst.\n")) for path in texts)
    assert {name.split()[0] for name in remade(kept, untranslated)} == {texts[0]}
    assert {name.split()[0] for name in remade(kept, translated)} == {
        texts[1],
        "over/translations.md",
    }


def test_a_link_to_a_heading_comes_and_goes_with_it(folder: Any) -> None:
    kept = Kept(folder, ["heading"])
    remade(kept, whole_tree())
    with_heading = edited(
        ("organisaties/taskforce.md", TEXT, f"## Antwoorden {{#antwoorden}}\n\n{TEXT}")
    )
    assert "index.md nl" in remade(kept, with_heading)
    assert "index.md nl" in remade(kept, whole_tree())


def test_a_fact_makes_again_what_shows_it(folder: Any) -> None:
    kept = Kept(folder, ["fact"])
    remade(kept, whole_tree())
    path = "resultaten/actieplan.md"
    again = remade(kept, edited((path, "date: 2021,", "date: 2022,")))
    assert {f"{path} nl", "themas/mkb.md nl", "over/deliverables.md en"} <= again
    assert not {"resultaten/mkb-agenda.md nl", "organisaties/vng.md nl", "begrippen.md nl"} & again


def test_an_abbreviation_makes_again_what_has_it_also_where_it_stands_for_the_same() -> None:
    before = Answers(loaded(whole_tree()).catalogue)
    catalogue, marks = asked(before)
    assert "VNG" in catalogue.abbreviations("nl")
    after = loaded(edited(("organisaties/vng.md", "abbreviation: VNG", "abbreviation: VVNG")))
    assert [*after.catalogue.abbreviations("nl").values()] == [
        *before.catalogue.abbreviations("nl").values()
    ]
    assert not Answers(after.catalogue).are(marks)


def test_a_page_that_has_gone_is_an_answer_too() -> None:
    tree = whole_tree()
    before = Answers(loaded(tree).catalogue)
    catalogue, marks = asked(before)
    gone = before.catalogue.by_path["organisaties/zwolle.md"]
    catalogue.page(Collection.ORGANISATIONS, "zwolle")
    [*catalogue.naming(gone)]
    assert len(marks) == 2
    assert before.are(marks)
    after = Answers(Catalogue())
    assert not any(after.are({question: mark}) for question, mark in marks.items())


def test_a_question_that_cannot_be_asked_again_stands_for_all_questions() -> None:
    answers = Answers(loaded(whole_tree()).catalogue)
    catalogue, marks = asked(answers)
    milestone = next(iter(answers.catalogue.timeline)).milestone
    assert isinstance(milestone, Milestone)
    assert catalogue.events_like(milestone) == answers.catalogue.events_like(milestone)
    assert catalogue.due_since(date(2020, 1, 1)) == answers.catalogue.due_since(date(2020, 1, 1))
    assert answers.are(marks)
    for edit in EDITS:
        if edit[1] != TEXT:
            assert not Answers(loaded(edited(edit)).catalogue).are(marks), edit


def test_a_question_is_asked_once() -> None:
    answers = Answers(loaded(whole_tree()).catalogue)
    catalogue, _ = asked(answers)
    theme = answers.catalogue.themes["mkb"]
    assert catalogue.events_of(theme) is catalogue.events_of(theme)
    assert [*catalogue.naming(theme)] == [*catalogue.naming(theme)] != []


MARKS = """
import json
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.questions import Answers, asked
from tests.builders import loaded
from tests.test_questions import whole_tree
answers = Answers(loaded(whole_tree()).catalogue)
catalogue, marks = asked(answers)
for entity in answers.catalogue.entities:
    expanded(catalogue, entity, "nl", read_templates())
print(json.dumps([answers.facts, answers.pages, marks]))
"""


def test_marks_are_the_same_in_every_process() -> None:
    def told(seed: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-c", MARKS],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        )
        return json.loads(done.stdout)

    assert told("1") == told("2")

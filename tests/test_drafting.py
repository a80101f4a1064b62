"""Pages that are not there yet: what is asked, what follows from the answers, what is written."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hooks.taskforce.drafting.answers import answers_of, complete, field_values, listed, one_line
from hooks.taskforce.drafting.asking import answered
from hooks.taskforce.drafting.drafts import PAGE, new_milestone, new_page, new_source
from hooks.taskforce.drafting.drafts import new_translation as translated
from hooks.taskforce.drafting.examples import example
from hooks.taskforce.drafting.insertion import with_item
from hooks.taskforce.drafting.questions import Answers, Question, missing, questions
from hooks.taskforce.drafting.site import Site
from hooks.taskforce.drafting.skeleton import as_yaml
from hooks.taskforce.frontmatter import read
from hooks.taskforce.kinds import KINDS, Kind
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.model import Deliverable, Organisation, Theme, Trekker
from hooks.taskforce.nodes import Scalar, descend
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.parts import Milestone, Source
from hooks.taskforce.reference import part_descriptions
from hooks.taskforce.vocabulary import Collection
from tests.draft_sites import fixed_site, tiny_site
from tests.fixed_site import fixed_catalogue

ALL_KINDS = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def kind_with(record: type) -> Kind:
    return next(kind for kind in KINDS if kind.record is record)


def needed(kind: Kind, site: Site) -> Answers:
    """Return right answers to the questions that a page cannot do without."""
    answers = answers_of(example(kind.record, site.known, "nl"))
    return {
        question.name: answers[question.name]
        for question in questions(kind.record)
        if question.required and not question.group
    }


def names(asked: tuple[Question, ...]) -> list[str]:
    return [question.name for question in asked]


# What is asked


def test_what_a_page_cannot_do_without_is_asked_for() -> None:
    assert names(missing(questions(Deliverable), {})) == [
        "title", "summary", "kind", "standing.progress", "standing.date", "themes", "sources",
    ]  # fmt: skip
    assert names(missing(questions(Trekker), {})) == [
        "title", "summary", "municipality", "office.nl", "office.en", "leads.theme", "leads.from",
        "sources",
    ]  # fmt: skip


def test_one_of_two_fields_is_enough() -> None:
    without = names(missing(questions(Trekker), {"leads.taskforce": "true"}))
    assert "leads.theme" not in without


def test_a_part_that_is_begun_has_to_be_finished() -> None:
    begun = {"milestones.date": "2021"}
    assert {"milestones.text.nl", "milestones.text.en"} <= {
        *names(missing(questions(Theme), begun))
    }


def test_a_new_source_stands_for_one_that_is_there() -> None:
    asked = names(missing(questions(Organisation), {"sources.title": "Een titel"}))
    assert "sources" not in asked
    assert {"sources.publisher", "sources.url", "sources.seen"} <= {*asked}


def test_what_is_shared_by_all_pages_comes_last() -> None:
    fields = [*dict.fromkeys(question.name.split(".")[0] for question in questions(Theme))]
    assert fields == [
        "title", "summary", "order", "partners", "asks", "milestones", "links", "sources",
        "draft", "publish_from", "review_by",
    ]  # fmt: skip


# What answers mean


@pytest.mark.parametrize(
    ("record", "name", "typed", "meant"),
    [
        (Deliverable, "kind", "Actieplan", "action-plan"),
        (Deliverable, "kind", "action plan", "action-plan"),
        (Deliverable, "kind", "plan", "plan"),
        (
            Deliverable,
            "standing.probable",
            "probable date, Waarschijnlijk verband",
            "date, connection",
        ),
        *(
            (Deliverable, "standing.date", typed, meant)
            for typed, meant in {
                "14 maart 2021": "2021-03-14",
                "14 mrt. 2021": "2021-03-14",
                "maart 2021": "2021-03",
                "March 2021": "2021-03",
                "14-03-2021": "2021-03-14",
                "31/1/2021": "2021-01-31",
                "3-2021": "2021-03",
                "2021": "2021",
                "3-4-2021": "3-4-2021",
                "voor maart 2021": "voor maart 2021",
                "begin 2021": "begin 2021",
                "najaar 2021": "najaar 2021",
                "31 februari 2021": "31 februari 2021",
                "2021-2022": "2021-2022",
                "± 2021": "± 2021",
            }.items()
        ),
        (Deliverable, "themes", "MKB, Human capital", "mkb, human-capital"),
        (Deliverable, "themes", "mkb en human capital", "mkb, human-capital"),
        (Deliverable, "themes", "mkb / human capital", "mkb, human-capital"),
        (Deliverable, "themes", "mkb en wonen", "mkb en wonen"),
        (Deliverable, "themes", "mkb dienstverlening", "mkb dienstverlening"),
        (Deliverable, "makers", "VNG", "vng"),
        (Deliverable, "makers", "Vereniging van Nederlandse Gemeenten", "vng"),
        (Trekker, "municipality", "Gemeente Zwolle", "zwolle"),
        (Trekker, "municipality", "VNG", "VNG"),
        (Trekker, "municipality", "Zwolle en Breda", "Zwolle en Breda"),
        (Trekker, "leads.taskforce", "Ja", "true"),
        (Organisation, "sources", "https://www.vng.nl/taskforce/", "vng-2021"),
        (Organisation, "sources", "taskforce: Van start", "vng-2021"),
        (Organisation, "sources", "VNG", "VNG"),
        (Organisation, "title", "maart 2021", "maart 2021"),  # a title is no date
        (Organisation, "title", "Boer\u2028👩\u200d🌾\x00\x85", "Boer 👩\u200d🌾"),
        (Organisation, "title", "  Bond\u200b van \u202ekust\nsteden ", "Bond van kust steden"),
    ],
)
def test_an_answer_is_read_as_it_was_meant(
    record: type[Deliverable], name: str, typed: str, meant: str
) -> None:
    assert complete(record, {name: typed}, tiny_site().known)[name] == meant


def test_a_comma_in_the_name_of_one_thing_divides_it_no_more_than_in_a_title() -> None:
    names = {Collection.THEMES: {"Werk, wonen; winkels": "werk", "Water": "water"}}
    known = replace(tiny_site().known, names=names)
    answers = {"themes": "werk, wonen; winkels", "title": "Een plan, en meer; veel meer"}
    assert complete(Deliverable, answers, known)["themes"] == "werk"
    assert field_values(Deliverable, answers)["title"] == "Een plan, en meer; veel meer"


def test_no_is_no_answer() -> None:
    assert complete(Trekker, {"leads.taskforce": "nee"}, tiny_site().known) == {}


@pytest.mark.parametrize("typed", ["n.v.t.", "NVT", "n/a", "geen", "-", "?"])
@pytest.mark.parametrize("name", ["abbreviation", "url", "title", "sources", "milestones.date"])
def test_nothing_is_no_answer(name: str, typed: str) -> None:
    assert complete(Organisation, {name: typed}, tiny_site().known) == {}


def test_every_fact_gets_the_first_source_of_the_page() -> None:
    answers = {"standing.progress": "published", "sources": "canvas-2021, vng-2021"}
    given_ = complete(Deliverable, answers, tiny_site().known)
    assert given_ == answers | {"standing.source": "canvas-2021"}


def test_a_new_source_gets_a_free_id_and_is_that_of_every_fact() -> None:
    source = {"sources.publisher": "VNG", "sources.title": "2021"}
    given_ = complete(Deliverable, {"standing.date": "2021", **source}, tiny_site().known)
    assert given_["sources.id"] == given_["standing.source"] == "vng-2021-2"
    long = complete(Source, {"publisher": "x" * 40, "title": "y" * 40}, tiny_site().known)
    assert long["id"] == "x" * 40
    longest = complete(Source, {"publisher": "x" * 80, "title": "y"}, tiny_site().known)
    assert longest["id"] == "x" * 50


# What is written


@cache
def guide(language: Language) -> str:
    """Return the page that lists the fields."""
    catalogue = fixed_catalogue()
    return expanded(catalogue, catalogue.by_path["over/velden.md"], language, read_templates())


def test_the_guide_has_an_example_of_every_part() -> None:
    parts = part_descriptions(fixed_catalogue())
    assert {"milestones", "sources", "standing", "leads"} <= {part.name for part in parts}
    for part in parts:
        (item,) = yaml.safe_load(part.example)[part.name]
        required = {field.name for field in part.fields if field.required}
        assert required <= item.keys(), part.name


@ALL_KINDS
def test_the_example_of_the_guide_passes_the_check(kind: Kind) -> None:
    """It is taken from the page that shows it, in every language."""
    site = fixed_site()
    for language in LANGUAGES:
        below = guide(language).partition(f"{{#{kind.collection.folder}}}")[2]
        example = below.partition("```yaml\n")[2].partition("```")[0]
        path = f"{kind.collection.folder}/voorbeeld.md"
        assert example.startswith("---\ntitle: ")
        assert not site.problems_with({path: example})


@ALL_KINDS
def test_a_page_with_only_what_it_needs_passes_the_check(kind: Kind) -> None:
    draft = new_page(kind, needed(kind, fixed_site()), fixed_site(), body="Gewone tekst.")
    assert not draft.unanswered
    assert not draft.problems, draft.problems
    ((path, _),) = draft.changes.items()
    assert path.startswith(f"{kind.collection.folder}/")


@ALL_KINDS
def test_each_field_that_was_left_out_can_be_used_by_taking_its_sign_away(kind: Kind) -> None:
    site = tiny_site()
    ((path, text),) = new_page(kind, needed(kind, site), site).changes.items()
    left_out = {name.split(".")[0] for name in names(questions(kind.record))}
    left_out -= {name.split(".")[0] for name in needed(kind, site)}
    assert left_out
    for field in left_out:
        used = as_yaml({field: example(kind.record, site.known, "nl")[field]})
        commented = "".join(f"#{line}\n" for line in used.splitlines())
        assert text.count(f"\n{commented}") == 1
        assert not site.problems_with({path: text.replace(commented, used)}), used


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_are_in_the_language_of_the_page(language: Language) -> None:
    kind = kind_with(Theme)
    draft = new_page(kind, needed(kind, tiny_site()), tiny_site(), language=language)
    (text,) = draft.changes.values()
    expected = {"nl": "# Volgorde. De plaats in het menu", "en": "# Order. The place in the menu"}
    assert expected[language] in text


def test_a_page_that_is_there_is_not_written_again() -> None:
    kind = kind_with(Theme)
    draft = new_page(kind, {**needed(kind, tiny_site()), "title": "MKB"}, tiny_site())
    assert [problem.rule for problem in draft.problems] == ["taken"]
    assert "‘mkb-2’" in draft.problems[0].remedy.nl
    assert not draft.changes


def test_a_page_that_readers_are_sent_on_to_is_not_written_again() -> None:
    """Nobody who fills in a form can do anything about the `formerly` of another page."""
    kind, site = kind_with(Deliverable), fixed_site()
    draft = new_page(kind, {**needed(kind, site), "title": "Actieplan kust"}, site)
    assert [(problem.rule, problem.field) for problem in draft.problems] == [("taken", "title")]
    assert "‘docs/resultaten/actieplan-strand.md’" in draft.problems[0].message.nl
    assert "‘actieplan-kust-2’" in draft.problems[0].remedy.nl


def test_a_name_that_was_given_and_is_taken_is_told_as_that_of_the_file() -> None:
    kind, site = kind_with(Theme), tiny_site()
    (problem,) = new_page(kind, needed(kind, site), site, slug="mkb").problems
    assert (problem.rule, problem.field) == ("taken", "-")


def test_a_title_without_letters_for_a_name_of_a_file_wants_one() -> None:
    kind, site = kind_with(Organisation), tiny_site()
    answers = {**needed(kind, site), "title": "Ωμέγα"}
    (problem,) = new_page(kind, answers, site).problems
    assert (problem.rule, problem.field) == ("no-file-name", "title")
    assert [*new_page(kind, answers, site, slug="omega").changes] == ["organisaties/omega.md"]


def test_what_is_wrong_is_told_beside_what_was_not_answered() -> None:
    kind, site = kind_with(Theme), tiny_site()
    answers = {**needed(kind, site), "order": "x"}
    del answers["summary"]
    draft = new_page(kind, answers, site)
    assert names(draft.unanswered) == ["summary"]
    assert [(problem.rule, problem.field) for problem in draft.problems] == [
        ("wrong-type", "order")
    ]


@pytest.mark.parametrize("slug", ["../../kwaad", "Een Slug", "con", "a.en", "/etc/passwd"])
def test_a_slug_is_no_path(slug: str) -> None:
    kind = kind_with(Theme)
    draft = new_page(kind, needed(kind, tiny_site()), tiny_site(), slug=slug)
    assert [problem.rule for problem in draft.problems] == ["file-name"]
    assert not draft.changes


@pytest.mark.parametrize(
    ("title", "slug"), [("Café ’t Gooi: één", "cafe-t-gooi-een"), ("../../x", "x"), ("∞", "naam")]
)
def test_the_slug_follows_from_the_title(title: str, slug: str) -> None:
    kind = kind_with(Organisation)
    draft = new_page(kind, {**needed(kind, tiny_site()), "title": title}, tiny_site())
    assert [*draft.changes] == [f"organisaties/{slug}.md"]


def test_a_translation_has_the_headings_and_no_fact() -> None:
    site = fixed_site()
    answers = {
        "title": "Energy",
        "summary": "How the towns on the coast wanted to make energy of wind and water.",
        "order": "3",
    }
    draft = translated("themas/energie.md", answers, site, "en")
    assert not draft.problems, draft.problems
    text = draft.changes["themas/energie.en.md"]
    assert "## *Wat de tekst uit 2021 zegt*{lang=nl}" in text
    assert "\n#translates: " in text
    assert "order" not in text


def test_a_translation_that_is_there_is_not_written_again() -> None:
    draft = translated("themas/haven.md", {"title": "Port"}, fixed_site(), "en")
    (problem,) = draft.problems
    assert (problem.rule, problem.place.path) == ("taken", "docs/themas/haven.en.md")
    assert not draft.changes


@given(st.text())
def test_whatever_a_value_holds_it_stays_a_value(text: str) -> None:
    value = one_line(text)
    fields = as_yaml({"title": value, "list": [value, "x"]})
    assert yaml.safe_load(fields) == {"title": value, "list": [value, "x"]}
    document = read("x.md", f"---\n{fields}---\n".encode())
    node, _ = descend(document.fields, ("title",))
    assert isinstance(node, Scalar)
    assert document.unread or node.text == value


@pytest.mark.parametrize(
    "value",
    ["&a b", "*a", "!!python/object:x {}", "<<: x", "- x", "a: b #c", "{x}", "null", "2021", "'x"],
)
def test_a_value_is_no_yaml(value: str) -> None:
    kind = kind_with(Organisation)
    answers = {**needed(kind, tiny_site()), "title": value}
    draft = new_page(kind, answers, tiny_site(), slug="x")
    assert yaml.safe_load(draft.changes["organisaties/x.md"].split("---\n")[1])["title"] == value


# What is added to a page that is there
MILESTONE = {"date": "2021", "text.nl": "Er gebeurt iets", "text.en": "Something happens"}


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("Kadefonds", "resultaten/kadefonds.md"),
        ("kadefonds", "resultaten/kadefonds.md"),
        ("https://x.example.org/taskforce/resultaten/kadefonds/", "resultaten/kadefonds.md"),
        ("docs/themas/energie.md", "themas/energie.md"),
    ],
)
def test_a_milestone_is_added_to_the_page_that_was_named(page: str, path: str) -> None:
    site = fixed_site()
    draft = new_milestone({PAGE: page, "source": "kust-2021", **MILESTONE}, site)
    assert not draft.problems, draft.problems
    ((changed, text),) = draft.changes.items()
    assert changed == path
    assert "".join(site.text(path).split()) != "".join(text.split())
    assert {*site.text(path).split("\n")} <= {*text.split("\n")}, "every other line stays"


@pytest.mark.parametrize("page", ["../../etc/passwd", "Energie en Kadefonds", "Kadefonds 2"])
def test_a_milestone_of_no_page_is_a_problem(page: str) -> None:
    draft = new_milestone({PAGE: page, **MILESTONE}, fixed_site())
    assert [problem.rule for problem in draft.problems] == ["unknown-page"]
    assert not draft.changes


def test_of_pages_with_one_name_somebody_has_to_choose() -> None:
    (problem,) = new_milestone({PAGE: "xgeheimx", **MILESTONE}, fixed_site()).problems
    assert problem.rule == "unknown-page"
    assert "organisaties/xgeheimx.md, resultaten/xgeheimx.md" in problem.remedy.nl


@pytest.mark.parametrize(
    ("page", "instead"),
    [
        ("Kadefonds 2", "bedoelde je ‘resultaten/kadefonds.md’?"),
        ("kadefnods", "bedoelde je ‘kadefonds’?"),
        ("Iets heel anders", "kies uit: begrippen.md, "),
    ],
)
def test_of_a_page_that_is_not_there_the_nearest_is_told(page: str, instead: str) -> None:
    (problem,) = new_milestone({PAGE: page, **MILESTONE}, fixed_site()).problems
    assert problem.remedy.nl.startswith(instead)


@pytest.mark.parametrize("register", [None, b"---\ntitle: [\n---\n"])
def test_without_a_register_that_can_be_read_no_source_is_added(register: bytes | None) -> None:
    files = fixed_site().files
    others = {path: text for path, text in files.contents.items() if path != "bronnen.md"}
    contents = others if register is None else others | {"bronnen.md": register}
    draft = new_source(
        {"title": "x"}, replace(fixed_site(), files=replace(files, contents=contents))
    )
    (problem,) = draft.problems
    assert (problem.rule, problem.place.path) == ("unreadable-page", "bronnen.md")
    assert not draft.changes


def test_a_source_is_added_to_the_register() -> None:
    answers = {
        "title": "Een titel: van iets",
        "publisher": "De Kustbode",
        "url": "https://kustbode.example.org/nieuw",
        "seen": "2024-05-08",
    }
    draft = new_source(answers, fixed_site())
    assert not draft.problems, draft.problems
    assert "\n  - id: de-kustbode-een-titel-van-iets\n    title: " in draft.changes["bronnen.md"]


def test_the_name_of_a_file_may_be_given_whole() -> None:
    kind = kind_with(Organisation)
    draft = new_page(kind, needed(kind, tiny_site()), tiny_site(), slug="kust.md")
    assert [*draft.changes] == ["organisaties/kust.md"]


def test_a_source_that_is_there_is_not_described_again() -> None:
    address = {"url": "http://www.vng.nl/taskforce"}
    draft = new_source({"title": "x", "publisher": "x", **address}, tiny_site())
    assert [problem.rule for problem in draft.problems] == ["known-source"]
    assert "‘vng-2021’" in draft.problems[0].remedy.nl
    new = {f"sources.{name}": text for name, text in address.items()}
    assert complete(Organisation, new, tiny_site().known) == {"sources": "vng-2021"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nlist:\n  - x: y\n"),
        ("list:\na: 1\n", "list:\n  - x: y\na: 1\n"),
        ("list: []\na: 1\n", "list:\n  - x: y\na: 1\n"),
        ("list: [{x: z}]\n", "list:\n  - x: z\n  - x: y\n"),
        (
            "list: [{x: 2021-05-12, z: true, b: 'true'}]\n",
            'list:\n  - x: 2021-05-12\n    z: true\n    b: "true"\n  - x: y\n',
        ),
        ("list:\n  [\n    {x: z},\n  ]\na: 1\n", "list:\n  - x: z\n  - x: y\na: 1\n"),
        ("list:\n- x: z\n\n# b\na: 1\n", "list:\n- x: z\n- x: y\n\n# b\na: 1\n"),
        ("list:\n    - x: z\n      b: c\n", "list:\n    - x: z\n      b: c\n    - x: y\n"),
    ],
)
def test_an_item_is_added_at_the_end_of_a_list(before: str, after: str) -> None:
    text = with_item(f"---\n{before}---\n\nTekst.\n", "list", {"x": "y"})
    assert text == f"---\n{after}---\n\nTekst.\n"


@pytest.mark.parametrize("text", ["", "geen velden", "---\na: [\n"])
def test_a_page_without_fields_gets_nothing(text: str) -> None:
    assert with_item(text, "list", {"x": "y"}) is None


# Asking


def test_a_question_is_asked_until_the_answer_is_right() -> None:
    site, said = tiny_site(), list[str]()
    typed = iter(["", "werk", "actieplan", "published", "2021-13", "2021", "", "MKB", "vng-2021"])
    start = {"title": "Een plan", "summary": "Een plan dat zegt wat er met de kade gaat gebeuren."}
    answers = answered(Deliverable, start, site.known, lambda _: next(typed), said.append)
    assert [*typed] == []
    assert answers == start | {
        "kind": "actieplan",
        "standing.progress": "published",
        "standing.date": "2021",
        "themes": "MKB",
        "sources": "vng-2021",
    }
    assert "dit is nodig / this is needed" in said
    assert any("‘werk’ staat niet in de lijst" in line for line in said)
    assert not new_page(kind_with(Deliverable), answers, site).problems


def test_a_source_that_is_not_there_yet_is_asked_for_in_full() -> None:
    site = tiny_site()
    typed = iter(["", "De agenda", "VNG", "https://vng.nl/agenda", "2026-11-01"])
    start = needed(kind_with(Organisation), site)
    start = {name: text for name, text in start.items() if name != "sources"}
    answers = answered(Organisation, start, site.known, lambda _: next(typed), lambda _: None)
    draft = new_page(kind_with(Organisation), answers, site)
    assert not (*draft.unanswered, *draft.problems)


def test_several_values_may_be_given_in_many_ways() -> None:
    assert listed("a, b;c\n d ,, ") == ("a", "b", "c", "d")


@pytest.mark.parametrize("record", [Milestone, Source])
def test_a_part_can_be_asked_for_by_itself(record: type[Milestone]) -> None:
    assert missing(questions(record), {})

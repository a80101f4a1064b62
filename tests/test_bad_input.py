"""Whatever an editor gets wrong is said in the right place, with what to write instead."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hooks.__main__ import main
from hooks.taskforce.languages import LANGUAGES, Language, fields_of
from hooks.taskforce.loading import Circumstances, load, load_files
from hooks.taskforce.problems import Problem, Rule, as_text, visible
from hooks.taskforce.reading import Files
from hooks.taskforce.rules import ALL, GROUPS, uploads
from tests.bad_inputs import BAD_INPUTS, MKB, PLAIN, BadInput
from tests.builders import (
    Tree,
    added,
    as_bytes,
    changed,
    loaded,
    page,
    tiny_tree,
    translation,
    written,
)

ROOT = Path(__file__).parent.parent
ONE_LINE = re.compile(
    r"(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<rest>.+; .+ \[[\w-]+\])"
)
ON_DISK_ONLY = {"symbolic-link", "unreadable-file"} | {
    rule.id for rule in vars(uploads).values() if isinstance(rule, Rule)
}
"""Rules about files as they stand on a disk, which a tree in memory cannot break."""
OF_THE_PAST = {"moved-page", "removed-page", "withdrawn-page"}
"""Rules about what was published before; tests/test_former_addresses.py has them."""
OF_NO_FILE = {"no-home", "no-search"}
"""Rules about what is not there; tests/test_former_addresses.py has them."""
NOTICES = {"outdated-translation"}
"""Rules that stop nothing; tests/test_translations.py has them."""

ONE_OF_EACH_SET_OF_FILES = {frozenset(case.tree): case for case in BAD_INPUTS}.values()


def keys(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str, str]]:
    return sorted(
        (problem.place.path, problem.place.line, problem.place.column, problem.field, problem.rule)
        for problem in problems
    )


def expected_keys(case: BadInput) -> list[tuple[str, int, int, str, str]]:
    path = f"docs/{case.path}"
    return sorted((path, *place, item.field, item.rule) for place, item in case.placed())


def rules(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.rule for problem in problems}


def on_disk(tree: Tree, folder: Path) -> Path:
    """Return the tree as files; skip where the disk cannot tell two of the names apart."""
    docs = written(tree, folder)
    if sum(1 for path in docs.rglob("*") if path.is_file()) != len(tree):
        pytest.skip("this file system takes no notice of capitals")
    return docs


def test_the_tree_that_each_case_changes_has_no_problems() -> None:
    assert as_text(loaded(tiny_tree()).problems) == ""


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in BAD_INPUTS}) == len(BAD_INPUTS)


@pytest.mark.parametrize("case", BAD_INPUTS, ids=lambda case: case.name)
def test_a_mistake_is_told_once_in_its_place_with_its_line_and_what_to_write(
    case: BadInput,
) -> None:
    assert keys(case.problems) == expected_keys(case)
    found = {(problem.field, problem.rule): problem for problem in case.problems}
    for _, item in case.placed():
        remedy = found[item.field, item.rule].remedy
        options = item.remedy.split("|")
        for language in LANGUAGES:
            assert any(option in remedy.in_language(language) for option in options)
    lines = as_bytes(case.tree[case.path]).decode("utf-8", "replace").split("\n")
    for problem in case.problems:
        line = lines[min(problem.place.line, len(lines)) - 1]
        if line.isascii() and line.isprintable():
            assert problem.source_line in ("", line)
    assert listed(as_text(case.problems)) == shown(case)


@pytest.mark.parametrize(
    ("path", "old", "new", "belongs"),
    [
        ("themas/mkb.md", "title: MKB", "title: {nl: MKB}", "een tekst"),
        ("themas/mkb.md", "partners: [vng]", "partners: vng", "een lijst"),
        ("themas/mkb.md", "order: 2", "order: [2]", "een geheel getal"),
        ("resultaten/welvaart-canvas.md", "megabytes: 1.2", "megabytes: [1.2]", "een getal"),
        ("resultaten/welvaart-canvas.md", "  - vng-2021\n", "  - [vng-2021]\n", "een groep velden"),
    ],
)
def test_what_belongs_in_a_field_is_told(path: str, old: str, new: str, belongs: str) -> None:
    (problem,) = loaded(changed(path, old, new)).problems
    assert problem.message.nl.endswith(f", maar hier hoort {belongs}")


def shown(case: BadInput) -> list[tuple[str, ...]]:
    """Return the places that the check must list."""
    return sorted(
        (path.replace("\n", "\N{REPLACEMENT CHARACTER}"), str(line), str(column))
        for path, line, column, _, _ in expected_keys(case)
    )


def listed(output: str) -> list[tuple[str, ...]]:
    """Return the places that the check lists."""
    return sorted(
        match.groups()[:3] for match in map(ONE_LINE.fullmatch, output.split("\n")) if match
    )


@pytest.mark.parametrize("case", ONE_OF_EACH_SET_OF_FILES, ids=lambda case: case.name)
def test_the_command_line_says_the_same_of_files_on_a_disk(
    case: BadInput, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = on_disk(case.tree, tmp_path)

    assert main(["check", "--docs", str(docs)]) == 1

    output = capsys.readouterr()
    assert "Traceback" not in output.out + output.err
    assert listed(output.out) == shown(case)


def test_a_docs_folder_without_mistakes_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = written(tiny_tree(), tmp_path)

    assert main(["check", "--docs", str(docs)]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_docs_folder_that_is_not_there_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--docs", str(tmp_path / "nergens")]) == 2
    assert "nergens" in capsys.readouterr().err


# --- many mistakes at once ------------------------------------------------------------------

TERRIBLE = (
    "---\r\n"
    "title: \"Drie mkb's: wat nu\r\n"
    "summary: no\r\n"
    "sumary: 12:30\r\n"
    "kind: @agenda\r\n"
    "standing:\r\n"
    "  - progress: gepubliceerd # denk ik\r\n"
    "    date: 2021-02-30\r\n"
    "    source: vng-2021\r\n"
    "    probable: ja\r\n"
    "themes: [mbk, mkb\r\n"
    "makers: [mkb]\r\n"
    "partners: [vng, vng]\r\n"
    "sources: [&vng vng-2021, *vng, !!str vng-2021]\r\n"
    "other_makers: {nl: elke gemeente, zelf, en: each: one}\r\n"
    "milestones:\r\n"
    "\t- date: 14 maart 2021\r\n"
    "\t  text: {nl: Klaar}\r\n"
    "\t  source: vng-2012\r\n"
    "links:\r\n"
    "  - {url: 'javascript:alert(1)', title: Lees, format: PDF, language: nl, megabytes: 0}\r\n"
    "links: x\r\n"
    "asks: [[[[[[[[]]]]]]]]\r\n"
    "zomaar wat\r\n"
    "---\r\n"
    "# Kop <b>vet</b>{: onclick=x } en [x](http://example.org)\r\n"
)
TERRIBLE_RULES = {
    *("line-endings", "unclosed-quote", "not-text", "unknown-key", "special-character"),
    *("unknown-word", "cut-off", "impossible-date", "unclosed-bracket", "repeated-reference"),
    *("wrong-kind", "yaml-anchor", "yaml-tag", "yaml-syntax", "tab", "date-form", "missing-field"),
    *("probable-what", "unknown-source", "bad-url", "number-range", "duplicate-key", "too-deep"),
    *("not-a-field", "top-heading", "raw-html", "attribute", "http-url"),
}


def test_one_terrible_page_has_all_its_mistakes_told_in_one_run() -> None:
    found = loaded(added("resultaten/ramp.md", TERRIBLE)).problems
    assert TERRIBLE_RULES - rules(found) == set()


def test_mistakes_in_many_files_are_told_in_one_run() -> None:
    tree = tiny_tree()
    loose = [
        case
        for case in BAD_INPUTS
        if {*case.tree.items()} - {*tree.items()} == {("los.md", case.tree.get("los.md"))}
    ]
    tree |= {f"map-{number}/los.md": case.tree["los.md"] for number, case in enumerate(loose)}

    found = {(problem.place.path, problem.rule) for problem in loaded(tree).problems}

    for number, case in enumerate(loose):
        assert {(f"docs/map-{number}/los.md", item.rule) for item in case.expected} <= found


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_the_command_tells_all_mistakes_in_every_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = written(added("resultaten/ramp.md", TERRIBLE), tmp_path)

    assert main(["check", "--docs", str(docs), "--format", form]) == 1

    said = capsys.readouterr().out
    assert {rule for rule in ALL if re.search(rf"\b{rule}\b", said)} >= TERRIBLE_RULES
    if form == "json":
        assert {row["path"] for row in json.loads(said)} == {"docs/resultaten/ramp.md"}
    elif form == "github":
        assert said.count("\n::error file=docs/resultaten/ramp.md,line=") > 30


def test_output_that_cannot_hold_every_letter_is_no_reason_to_stop(tmp_path: Path) -> None:
    docs = written(added("los.md", page("title: René 😀\nsummary: no\n")), tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "hooks", "check", "--docs", docs],
        cwd=ROOT,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"los.md:3:10: summary:" in done.stdout


@pytest.mark.depth
@pytest.mark.parametrize(
    "many",
    [
        lambda count: page("".join(f"k{n}: x\n" for n in range(count))),
        lambda count: page("".join(f"k{n}: @x\n" for n in range(count))),
        lambda count: page("title: L\n" * count),
        lambda count: page(
            "title: L\nsummary: Een pagina waarop niets bijzonders staat.\n", "a <b>\n\n" * count
        ),
    ],
    ids=["unknown keys", "syntax errors", "same key", "HTML"],
)
def test_ten_times_as_many_mistakes_take_some_ten_times_as_long(many: Any) -> None:
    def seconds(count: int) -> float:
        best = float("inf")
        for more in range(3):
            tree = {"los.md": many(count + more)}  # A text that was read before, is not read again.
            start = time.process_time()
            found = loaded(tree).problems
            best = min(best, time.process_time() - start)
        assert len(found) >= count - 1
        return best

    assert seconds(5000) < 40 * seconds(500)


@pytest.mark.parametrize(
    "line",
    [
        "`" * 300_000,
        "` `` ``` ```` " * 20_000,
        "<a:" * 20_000,
        "](" * 100_000,
        "[a" * 100_000,
        "{a" * 100_000,
        "> " * 100_000,
        "- " * 100_000,
        "#" * 200_000,
        "](" + " " * 200_000,
        "a" * 1_000_000,
    ],
    ids=lambda line: line[:4],
)
def test_a_hostile_line_in_the_text_takes_no_time(line: str) -> None:
    start = time.process_time()
    loaded(
        {
            "los.md": page(
                "title: L\nsummary: Een pagina waarop niets bijzonders staat.\n", line + "\n"
            )
        }
    )
    assert time.process_time() - start < 10


# --- files that are no ordinary files -------------------------------------------------------


def at(docs: Path, rule: str, path: str) -> tuple[str, int, int, str, str]:
    return f"{docs.name}/{path}", 1, 1, "-", rule


def test_a_symbolic_link_is_told_and_not_followed(tmp_path: Path) -> None:
    docs = written(tiny_tree(), tmp_path)
    (docs / "geheim.md").symlink_to("/etc/hostname")
    (docs / "map").symlink_to(docs / "themas", target_is_directory=True)
    (docs / "kring").symlink_to(docs, target_is_directory=True)
    (docs / "nergens.md").symlink_to(tmp_path / "weg.md")

    names = ("geheim.md", "kring", "map", "nergens.md")
    assert keys(load(docs).problems) == [at(docs, "symbolic-link", name) for name in names]


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = written(tiny_tree() | {"dicht.md": "x"}, tmp_path)
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "dicht.md":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert keys(load(docs).problems) == [at(docs, "unreadable-file", "dicht.md")]


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = written(tiny_tree() | {"dicht/los.md": "x"}, tmp_path)
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if Path(path).name == "dicht":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert keys(load(docs).problems) == [at(docs, "unreadable-file", "dicht")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    docs = written(tiny_tree(), tmp_path)
    os.mkfifo(docs / "pijp.md")

    assert keys(load(docs).problems) == [at(docs, "unreadable-file", "pijp.md")]


def test_a_file_in_a_folder_with_the_name_of_a_page_is_told(tmp_path: Path) -> None:
    docs = written(
        tiny_tree()
        | {
            "los.md/meer.md": page("title: M\nsummary: Een pagina waarop niets bijzonders staat.\n")
        },
        tmp_path,
    )

    assert keys(load(docs).problems) == [at(docs, "file-name", "los.md/meer.md")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_file_name_that_is_no_utf8_is_told_and_can_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = written(tiny_tree(), tmp_path)
    Path(os.fsdecode(os.fsencode(docs) + b"/caf\xe9.md")).write_text(
        page("title: C\nsummary: Een pagina waarop niets bijzonders staat.\n")
    )

    assert main(["check", "--docs", str(docs)]) == 1
    assert "docs/caf\N{REPLACEMENT CHARACTER}.md:1:1: -: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("over/alles.pdf", "docs/over/alles-1.pdf"),
        ("data/eigen.pdf", "docs/data-1/eigen.pdf"),
        ("pagefind/deep/plan.pdf", "docs/pagefind-1/deep/plan.pdf"),
        ("en/over/plan.pdf", "docs/over/plan.pdf"),
    ],
)
def test_a_document_where_the_build_puts_something_is_told(
    name: str, free: str, tmp_path: Path
) -> None:
    docs = written(tiny_tree(), tmp_path)
    (docs / name).parent.mkdir(parents=True)
    (docs / name).write_bytes(b"%PDF-1.7")
    (problem,) = load(docs).problems
    assert (problem.place.path, problem.rule) == (f"docs/{name}", "taken-name")
    assert f"‘{free}’" in problem.remedy.nl


def test_hidden_files_and_styles_are_no_pages(tmp_path: Path) -> None:
    tree = tiny_tree() | {
        "._los.md": "x",
        ".#los.md": "x",
        ".git/los.md": "x",
        "assets/css/los.css": "x",
    }
    assert load(written(tree, tmp_path)).problems == ()


def test_docs_may_be_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(added("los.md", ""), tmp_path))
    assert keys(load(Path()).problems) == [("docs/los.md", 1, 1, "-", "empty-file")]


# --- what depends on more than one file, or on more than files ------------------------------


def test_a_translation_moves_with_its_page() -> None:
    tree = added("trekkers/los.md", tiny_tree()[MKB].replace("title: MKB", "title: Los"))
    tree["trekkers/los.en.md"] = translation(
        "Loose", "A page that stands in a folder for others.", tree["trekkers/los.md"]
    )

    found = {problem.place.path: problem for problem in loaded(tree).problems}

    assert found.keys() == {"docs/trekkers/los.md", "docs/trekkers/los.en.md"}
    assert "docs/themas/los.md" in found["docs/trekkers/los.md"].remedy.nl
    assert "docs/themas/los.en.md" in found["docs/trekkers/los.en.md"].remedy.nl


def test_a_page_that_goes_leaves_one_problem_where_it_was_named() -> None:
    tree = tiny_tree()
    del tree["organisaties/vng.md"], tree["organisaties/vng.en.md"]

    problems = loaded(tree).problems

    assert keys(problems) == [
        ("docs/resultaten/welvaart-canvas.md", 8, 10, "makers.1", "unknown-slug"),
        ("docs/themas/mkb.md", 5, 12, "partners.1", "unknown-slug"),
    ]
    for problem in problems:
        assert "docs/organisaties/vng.md" in problem.remedy.nl
        assert "bedoelde je" not in problem.remedy.nl


def test_what_refers_to_a_page_or_source_that_cannot_be_read_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = written(tiny_tree(), tmp_path)
    read_bytes = Path.read_bytes
    closed = {"bronnen.md", "zwolle.md"}

    def refuse(path: Path) -> bytes:
        if path.name in closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert keys(load(docs).problems) == [
        at(docs, "unreadable-file", "bronnen.md"),
        at(docs, "unreadable-file", "organisaties/zwolle.md"),
    ]


@pytest.mark.parametrize(
    ("commits", "told"),
    [
        ({"aa.md": "1", "themas/mkb.md": "2"}, "themas/mkb.md"),
        ({"aa.md": "2", "themas/mkb.md": "1"}, "aa.md"),
        ({"themas/mkb.md": "1"}, "aa.md"),
        ({}, "themas/mkb.md"),
    ],
    ids=["the later commit", "the other order", "not yet committed", "nothing known"],
)
def test_of_two_pages_with_one_title_the_newer_is_told(commits: dict[str, str], told: str) -> None:
    tree = added("aa.md", page(PLAIN.replace("Los", "mkb")))
    contents = {path: as_bytes(text) for path, text in tree.items()}

    problems = load_files(Files(contents), Circumstances(None, lambda: commits)).problems

    assert [problem.place.path for problem in problems] == [f"docs/{told}"]


@pytest.mark.parametrize("path", ["themas/mkb.md", "themas/mkb.en.md"])
def test_of_a_page_without_fields_only_that_is_told(path: str) -> None:
    (problem,) = loaded(added(path, "Geen velden.\n")).problems
    assert (problem.place.path, problem.rule) == (f"docs/{path}", "no-front-matter")


def test_a_link_to_what_a_page_with_a_mistake_brings_another_is_no_mistake() -> None:
    asks = "asks: [{nl: Geld, en: Money, source: vng-2021}]\n"
    tree = changed("resultaten/welvaart-canvas.md", "kind: canvas\n", f"{asks}kind: doek\n")
    tree["index.md"] += "\nZie [wat is gevraagd](themas/human-capital.md#gevraagd).\n"
    (problem,) = loaded(tree).problems
    assert problem.field == "kind"


def test_an_example_may_use_a_source_that_it_describes() -> None:
    shown = tiny_tree()["resultaten/welvaart-canvas.md"].replace("canvas-2021", "canvas-2020")
    shown += "\nZo staat het er.[^canvas-2020]\n"
    tree = added("los.md", page(PLAIN, f"```yaml\n{shown}```\n"))
    assert loaded(tree).problems == ()
    tree["los.md"] = tree["los.md"].replace("id: canvas-2020", "id: canvas-2019")
    found = {problem.rule for problem in loaded(tree).problems}
    assert found == {"unknown-source", "no-footnote"}


@pytest.mark.parametrize("field", ["title", "overview", "abbreviation"])
def test_pages_that_leave_a_field_empty_have_not_the_same_in_it(field: str) -> None:
    place = "organisaties/" if field == "abbreviation" else ""
    pages = {}
    for name in ("aa", "bb"):
        fields = PLAIN.replace("Los", name)
        if place:
            fields += "kind: network\nsources: [vng-2021]\n"
        kept = [line for line in fields.splitlines(True) if not line.startswith(field)]
        pages[f"{place}{name}.md"] = page(f"{''.join(kept)}{field}:\n")
    problems = loaded(tiny_tree() | pages).problems
    assert [problem.rule for problem in problems] == ["empty-value", "empty-value"]


@pytest.mark.parametrize(("day", "broken"), [(24, {"future-date"}), (25, set()), (26, set())])
def test_a_date_is_in_the_future_until_its_day_has_come(day: int, broken: set[str]) -> None:
    contents = {path: as_bytes(text) for path, text in tiny_tree().items()}
    given = Circumstances(date(2026, 11, day))
    assert rules(load_files(Files(contents), given).problems) == broken


# --- the rules ------------------------------------------------------------------------------


def test_every_rule_is_broken_by_a_case() -> None:
    broken = {item.rule for case in BAD_INPUTS for item in case.expected}
    # The net below all others: whoever finds a text that it catches adds it here.
    nets = {"active-text"}
    assert broken | ON_DISK_ONLY | OF_THE_PAST | OF_NO_FILE | NOTICES | nets == set(ALL)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👨\u200d👩\u200d👧 en ❤️", "👨\u200d👩\u200d👧 en ❤️"),
        ("a\u200db 👩\u200d", "a�b 👩�"),
        ("een\ntwee\u202e", "een�twee�"),
    ],
)
def test_what_nobody_sees_is_shown_by_a_sign_unless_it_makes_an_emoji(
    text: str, shown: str
) -> None:
    assert visible(text) == shown


def test_the_id_of_a_rule_is_a_slug_of_its_own() -> None:
    assert all(re.fullmatch(r"[a-z]+[a-z0-9]*(-[a-z0-9]+)*", rule) for rule in ALL)
    assert all(rule.id == name for name, rule in ALL.items())
    assert len(ALL) == sum(len(rules) for _, rules in GROUPS)


def test_a_rule_says_the_same_in_every_language() -> None:
    for rule in ALL.values():
        for text in (rule.title, rule.message, rule.remedy, rule.explanation):
            assert all(text.in_language(language).strip() for language in LANGUAGES), rule.id
            assert text.nl != text.in_language("en") or fields_of(text.nl), rule.id
        for template in (rule.message, rule.remedy):
            assert fields_of(template.nl) == fields_of(template.in_language("en")), rule.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_is_told_in_few_words(language: Language) -> None:
    for rule in ALL.values():
        assert len(rule.message.in_language(language).split()) <= 20, rule.id
        assert len(rule.remedy.in_language(language).split()) <= 30, rule.id
        for sentence in re.split(r"[.?!:;] ", rule.explanation.in_language(language)):
            assert len(sentence.split()) <= 28, sentence


def told() -> Iterator[str]:
    """Yield every message and remedy of every case, in every language."""
    for case in BAD_INPUTS:
        for problem in case.problems:
            for language in LANGUAGES:
                yield problem.message.in_language(language)
                yield problem.remedy.in_language(language)


def test_no_message_has_a_hole_or_a_line_break_in_it() -> None:
    for sentence in told():
        assert sentence == sentence.strip()
        assert sentence
        assert sentence == visible(sentence)
        assert re.search(r"\{[a-z_]+\}|\{\{|\}\}", sentence) is None, sentence


EVERY_MESSAGE = """
import json, sys
from tests.bad_inputs import BAD_INPUTS
from tests.test_bad_input import messages_of
json.dump({case.name: messages_of(case) for case in BAD_INPUTS}, sys.stdout)
"""


def messages_of(case: BadInput) -> str:
    return as_text(loaded(case.tree).problems)


@pytest.mark.depth
def test_every_message_is_the_same_each_time() -> None:
    """Python orders sets otherwise in each process, unless it is told by which seed."""
    first, second = (
        json.loads(
            subprocess.run(
                [sys.executable, "-c", EVERY_MESSAGE],
                cwd=ROOT,
                env=os.environ | {"PYTHONHASHSEED": seed},
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for seed in ("1", "2")
    )
    assert {name for name in first if first[name] != second[name]} == set()

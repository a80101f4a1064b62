"""What VS Code reads: snippets, schemas, settings, and the check that underlines mistakes."""

from __future__ import annotations

import errno
import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from hooks.__main__ import main
from hooks.taskforce.drafting.answers import answers_of
from hooks.taskforce.drafting.editors import editor_files, schema
from hooks.taskforce.drafting.examples import example
from hooks.taskforce.drafting.questions import missing, questions
from hooks.taskforce.kinds import KINDS, Kind
from hooks.taskforce.model import Translation
from hooks.taskforce.problems import as_text
from hooks.taskforce.reading import stamps
from hooks.taskforce.schema import front_matter_schema
from tests.builders import changed, loaded, tiny_tree
from tests.builders import written as write_tree
from tests.draft_sites import tiny_site
from tests.fixed_site import DOCS, ROOT

ALL_KINDS = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def with_comments(text: str) -> Any:
    """Return what a file of VS Code says; its comments stand on lines of their own."""
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


class _Yaml12(yaml.SafeLoader):
    """Reads no date, as YAML 1.2 does and with it the programs that use a schema."""


_Yaml12.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def fields_of(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8").split("---\n")[1], _Yaml12)


# Schemas


@ALL_KINDS
def test_right_pages_keep_to_the_schema_of_their_kind(kind: Kind) -> None:
    assert meta.is_valid(schema(kind.record, "nl"))
    validator = Draft202012Validator(schema(kind.record, "nl"))
    pages = [*(DOCS / kind.collection.folder).glob("[!i]*.md")]
    dutch = [path for path in pages if not path.name.endswith(".en.md")]
    assert dutch
    for path in dutch:
        assert not [*validator.iter_errors(fields_of(path))], path
    properties = schema(kind.record, "nl")["properties"]
    examples = {name: one["examples"][0] for name, one in properties.items()}
    assert not [*validator.iter_errors(examples)]


def test_right_translations_keep_to_their_schema() -> None:
    validator = Draft202012Validator(schema(Translation, "nl"))
    translations = [*DOCS.rglob("*.en.md")]
    assert translations
    for path in translations:
        assert not [*validator.iter_errors(fields_of(path))], path


def test_right_pages_keep_to_the_schema_of_all_that_is_published() -> None:
    site: dict[str, dict[str, Any]] = {name: {} for name in front_matter_schema()["properties"]}
    for path in DOCS.rglob("*.md"):
        folder = path.parent.name if path.stem != "index" else ""
        of_kind = folder if folder in site else "pages"
        name = "translations" if path.stem.endswith(".en") else of_kind
        site[name][path.relative_to(DOCS).as_posix()] = fields_of(path)
    assert all(site.values())
    assert not [*Draft202012Validator(front_matter_schema()).iter_errors(site)]


@ALL_KINDS
def test_wrong_fields_do_not(kind: Kind) -> None:
    validator = Draft202012Validator(schema(kind.record, "nl"))
    wrong = {"title": "x" * 81, "summary": "kort", "titel": "x", "milestones": [{"date": "straks"}]}
    messages = " ".join(error.message for error in validator.iter_errors(wrong))
    for part in ("longer than 80", "shorter than 40", "'titel' was unexpected", "does not match"):
        assert part in messages


@ALL_KINDS
def test_a_schema_says_in_dutch_what_each_field_is_with_an_example(kind: Kind) -> None:
    whole = schema(kind.record, "nl")
    properties = whole["properties"]
    assert properties["title"]["description"] == "Wordt de kop van de pagina."
    assert all({"title", "description", "examples"} <= one.keys() for one in properties.values())
    assert "x-" not in re.sub(r'"[^"]*": "[^"]*"', "", json.dumps(whole))
    if "kind" in properties:
        assert len(properties["kind"]["enumDescriptions"]) == len(properties["kind"]["enum"])


def test_the_settings_give_each_page_one_schema() -> None:
    places = with_comments(editor_files()[".vscode/settings.json"])["yaml.schemas"]
    for path in places:
        assert path in editor_files()
    assert {"docs/resultaten/*.md", "docs/**/*.en.md"} <= {one[0] for one in places.values()}


# Snippets


@ALL_KINDS
def test_a_snippet_that_was_filled_in_passes_the_check(kind: Kind) -> None:
    site = tiny_site()
    snippets = with_comments(editor_files()[".vscode/pages.code-snippets"])
    (snippet,) = (one for one in snippets.values() if one["prefix"] == kind.collection.label.nl)
    answers = answers_of(example(kind.record, site.known, "nl"))
    asked = missing(questions(kind.record), {})

    def filled(match: re.Match[str]) -> str:
        question = asked[int(match[1]) - 1]
        if match[2].startswith("|"):
            choices = match[2].strip("|").split(",")
            assert choices == [word.value for word in question.type.words]
        return answers[question.name]

    text = re.sub(r"\$\{(\d+)([:|][^}]*)\}", filled, "\n".join(snippet["body"]))
    text = re.sub(r"\\([\\$}])", r"\1", text.replace("$0", "Gewone tekst."))
    assert "$" not in text
    path = f"{kind.collection.folder}/voorbeeld.md"
    assert not site.problems_with({path: f"{text}\n"})


# Mistakes underlined


def test_the_task_reads_what_the_check_says() -> None:
    (task,) = with_comments((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    tree = changed("resultaten/welvaart-canvas.md", "kind: canvas", "kind: kanvas")
    (problem,) = loaded(tree).problems
    lines = as_text([problem]).split("\n")
    (match, *others) = filter(None, (re.match(pattern["regexp"], line) for line in lines))
    assert not others
    assert match[pattern["file"]] == "docs/resultaten/welvaart-canvas.md"
    assert (int(match[pattern["line"]]), int(match[pattern["column"]])) == (4, 7)
    assert "bedoelde je ‘canvas’?" in match[pattern["message"]]


def test_the_check_looks_again_when_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    said = []

    def wait(seconds: float) -> None:
        said.append(capsys.readouterr().out)
        if len(said) == 2:
            (docs / "themas/mkb.md").write_text("---\ntitle: x\n---\n", "utf-8")
        if len(said) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", wait)
    assert main(["--docs", str(docs), "check", "--watch"]) == 0
    begins, ends = (
        with_comments((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0][
            "problemMatcher"
        ]["background"][name]
        for name in ("beginsPattern", "endsPattern")
    )
    first, same, wrong, same_again = said
    assert (same, same_again) == ("", "")
    for text in (first, wrong):
        assert re.match(begins, text)
        assert re.search(ends, text, re.MULTILINE)
    assert "docs/themas/mkb.md:1:1: " not in first
    assert "docs/themas/mkb.md:1:1: " in wrong


def test_a_folder_that_is_gone_for_a_moment_ends_no_watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = write_tree(tiny_tree(), tmp_path)
    away = tmp_path / "away"
    said = []

    def wait(seconds: float) -> None:
        said.append(capsys.readouterr().out)
        if len(said) == 1:
            docs.rename(away)
        if len(said) == 2:
            write_tree(tiny_tree() | {"themas/mkb.md": "---\ntitle: x\n---\n"}, tmp_path)
        if len(said) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", wait)
    assert main(["--docs", str(docs), "check", "--watch"]) == 0
    assert said[1] == ""
    assert "docs/themas/mkb.md:1:1: " in said[2]


def test_a_folder_that_goes_while_it_is_looked_at_ends_no_watch_and_no_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs, look = write_tree(tiny_tree(), tmp_path), os.scandir

    def gone(place: Path | str) -> Any:
        if Path(place).name == "themas":
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place))
        return look(place)

    def wait(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "scandir", gone)
    monkeypatch.setattr(time, "sleep", wait)
    assert main(["--docs", str(docs), "check", "--watch"]) == 0
    assert docs / "index.md" in stamps([docs])


@pytest.mark.parametrize(
    "arguments", [["changes", ""], ["due", "--since", "gisteren"]], ids=lambda args: args[0]
)
def test_what_a_command_cannot_use_is_told_in_both_languages(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    said = capsys.readouterr().err
    assert re.search(r"(noem een|schrijf) .* / (name a|write) ", said)


def test_a_folder_in_the_place_of_a_file_is_told_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["from-form", str(tmp_path)]) == 2
    assert "noem een bestand / this is a folder" in capsys.readouterr().err


def test_without_pages_there_is_nothing_to_watch(tmp_path: Path) -> None:
    assert main(["--docs", str(tmp_path / "gone"), "check", "--watch"]) == 2

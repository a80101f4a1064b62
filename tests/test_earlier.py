"""What differs from another commit, and that its lines come first among what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.__main__ import main
from hooks.engine.earlier import NoBaseError, changed_lines, checked_out, start_of
from hooks.taskforce.languages import Text
from hooks.taskforce.problems import Place, Problem, nearest_first
from tests.builders import page, tiny_tree, written
from tests.repositories import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "root")


def test_changed_lines_are_those_that_were_added_or_replaced(repository: Repository) -> None:
    repository.commit(a="een\ntwee\ndrie\n", b="gelijk\n", c="weg\n", d="vast\nlos\n")
    repository.commit(a="een\nTWEE\ndrie\nvier\nvijf\n", c="", d="vast\n", e="++ b/x\n+++ b/y\n")
    repository.write(b="nog niet vastgelegd")
    assert changed_lines(repository.docs, "HEAD~1") == {
        "docs/a.md": {2, 4, 5},
        "docs/b.md": {1},
        "docs/d.md": set(),
        "docs/e.md": {1, 2},
    }


@pytest.mark.parametrize("name", ['België "nieuw".md', "met spatie.md"])
def test_names_that_git_writes_otherwise_are_read(name: str, repository: Repository) -> None:
    repository.commit(a="een\n")
    (repository.docs / name).write_text("een\n", encoding="utf-8")
    repository.commit()
    assert changed_lines(repository.docs, "HEAD~1") == {f"docs/{name}": {1}}


def test_an_earlier_commit_is_seen_with_its_history_and_leaves_nothing(
    repository: Repository,
) -> None:
    repository.commit(a="een")
    repository.commit(a="twee")
    with checked_out(repository.docs, start_of(repository.docs, "HEAD~1")) as tree:
        assert (tree / "docs/a.md").read_text("utf-8") == "een"
        assert start_of(tree, "HEAD") == start_of(repository.docs, "HEAD~1")
    assert not list((repository.root / ".git").glob("worktrees/*"))


@pytest.mark.parametrize("base", ["nergens", "--help"])
def test_a_base_that_is_not_there_is_told(base: str, repository: Repository) -> None:
    repository.commit(a="een")
    with pytest.raises(NoBaseError, match=base):
        start_of(repository.docs, base)


def problem(path: str, line: int) -> Problem:
    return Problem(Place(path, line), "x", "x", Text(nl="x"), Text(nl="x"))


def test_problems_on_changed_lines_come_first_and_then_those_in_changed_files() -> None:
    others = [problem("docs/a.md", line) for line in range(1, 20)]
    near, on_line = problem("docs/b.md", 1), problem("docs/b.md", 7)
    changed = {"docs/b.md": frozenset({7})}
    assert nearest_first([*others, near, on_line], changed) == [on_line, near, *others]
    assert nearest_first([*others, near, on_line], {}) == [*others, near, on_line]


def test_the_first_annotations_are_on_what_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "root")
    repository.docs.rmdir()
    tree = tiny_tree() | {f"a{number}.md": "Zonder feiten.\n" for number in range(12)}
    written(tree, repository.root)
    repository.commit()
    repository.commit(zzz=page("title: Laatste\nsummary: Te kort.\n"))
    monkeypatch.chdir(repository.root)
    assert main(["check", "--format", "github", "--base", "HEAD~1"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("::error file=docs/zzz.md,line=3,")
    assert "%0A" in said[0], "Dutch, and English beneath"
    assert said[1].startswith("::error file=docs/a0.md,")
    assert main(["check", "--format", "github", "--base", "nergens"]) == 2
    assert "nergens: geen commit" in capsys.readouterr().err

"""The comment on a pull request: on which, made of what, and one only (.ci/comment)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from hooks.reviewing import LARGEST_REPORT
from hooks.taskforce.changes.report import PageChange, Report
from hooks.taskforce.changes.telling import MARK, comment
from hooks.taskforce.languages import Text
from tests.conftest import ROOT

GITHUB = """#!/usr/bin/env python3
import json, os, sys
given = sys.argv[1:]
assert given.pop(0) == "api"
path = next(word for word in given if word.startswith("repos/"))
if "--input" in given:
    assert given[given.index("--input") + 1] == "-"
    said = {"method": given[given.index("--method") + 1], "path": path}
    said["body"] = json.load(sys.stdin)["body"]
    with open(os.environ["LOG"], "a") as log:
        print(json.dumps(said), file=log)
    sys.exit()
if path.endswith("/zip"):
    with open(os.environ["HELD"], "rb") as held:
        sys.stdout.buffer.write(held.read())
    sys.exit()
assert given[given.index("--method") + 1] == "GET"
answers = json.loads(os.environ["ANSWERS"])
name = path.removeprefix("repos/a/b/")
fields = [given[at + 1] for at, word in enumerate(given) if word == "-f"]
if name == "pulls":
    assert "head=vreemd:tak" in fields and "state=open" in fields, fields
print(json.dumps(answers[name]))
"""

COMMIT = "c" * 40
BOT = {"login": "github-actions[bot]"}
PAGE = PageChange(change="new", title=Text(nl="Nieuwe pagina"), addresses=("/nieuw/",))
REPORT = Report(pages=(PAGE,))
PREVIEW = "https://github.example/a/b/actions/runs/5/artifacts/9"


def pull_request(number: int, **head: Any) -> dict[str, Any]:
    return {"number": number, "head": {"sha": COMMIT, "repo": {"id": 77}} | head}


def artifact(number: int, name: str, **other: Any) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "expired": False,
        "created_at": f"2026-11-28T12:00:{number:02}Z",
    } | other


def said_by(user: dict[str, Any] | None, body: str, number: int = 3) -> dict[str, Any]:
    return {"id": number, "user": user, "body": body}


@dataclass
class GitHub:
    """GitHub as the script finds it, and what it is told."""

    folder: Path
    pulls: list[dict[str, Any]] = field(default_factory=lambda: [pull_request(8)])
    artifacts: list[dict[str, Any]] = field(
        default_factory=lambda: [artifact(9, "voorbeeld.html"), artifact(7, "wijzigingen.json")]
    )
    comments: list[dict[str, Any]] = field(default_factory=list)
    held: bytes = field(default_factory=lambda: REPORT.model_dump_json().encode())

    def told(self) -> list[dict[str, str]]:
        """Run the script; return what it writes."""
        done = self.run()
        assert done.returncode == 0, done.stderr
        return self.written()

    def run(self, script: str = GITHUB) -> subprocess.CompletedProcess[str]:
        command, log, held = (self.folder / name for name in ("gh", "log", "held"))
        command.write_text(script, encoding="utf-8")
        command.chmod(0o755)
        log.write_text("", encoding="utf-8")
        held.write_bytes(self.held)
        answers = {
            "pulls": [self.pulls[:1], self.pulls[1:]],
            "actions/runs/5/artifacts": [{"artifacts": self.artifacts}],
            "issues/8/comments": [self.comments[:1], self.comments[1:]],
        }
        given = {
            "ANSWERS": json.dumps(answers),
            "HELD": str(held),
            "LOG": str(log),
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "GITHUB_REPOSITORY": "a/b",
            "GITHUB_SERVER_URL": "https://github.example",
            "GH_TOKEN": "geheim",
            "BRANCH": "tak",
            "OWNER": "vreemd",
            "COMMIT": COMMIT,
            "REPOSITORY_ID": "77",
            "RUN": "5",
        }
        return subprocess.run(
            [sys.executable, ROOT / ".ci/comment"],
            env=os.environ | given,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )

    def written(self) -> list[dict[str, str]]:
        return [json.loads(line) for line in (self.folder / "log").read_text("utf-8").splitlines()]


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return GitHub(tmp_path)


def test_the_first_time_a_comment_is_made(github: GitHub) -> None:
    github.comments = [
        said_by(BOT, "Iets anders."),
        said_by({"login": "vreemd"}, f"{MARK}\nNiet van ons.", 4),
        said_by(None, f"{MARK}\nVan niemand meer.", 5),
    ]
    (said,) = github.told()
    assert (said["method"], said["path"]) == ("POST", "repos/a/b/issues/8/comments")
    assert said["body"] == comment(REPORT, PREVIEW, COMMIT[:7])


@pytest.mark.depth
def test_then_the_same_is_changed(github: GitHub) -> None:
    github.comments = [said_by({"login": "vreemd"}, "Mooi!", 2), said_by(BOT, f"{MARK}\nOud.", 6)]
    (said,) = github.told()
    assert (said["method"], said["path"]) == ("PATCH", "repos/a/b/issues/comments/6")


@pytest.mark.depth
def test_what_says_the_same_stays(github: GitHub) -> None:
    there = comment(REPORT, PREVIEW, COMMIT[:7]).strip().replace("\n", "\r\n")
    github.comments = [said_by(BOT, there)]
    assert github.told() == []


@pytest.mark.depth
@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull_request(8, sha="d" * 40)],
        [pull_request(8, repo={"id": 78})],
        [pull_request(8, repo=None)],
        [pull_request(8), pull_request(9)],
    ],
    ids=["closed", "moved on", "elsewhere", "fork is gone", "two"],
)
def test_nothing_is_told_where_it_is_not_known_on_which(
    pulls: list[dict[str, Any]], github: GitHub
) -> None:
    github.pulls = pulls
    assert github.told() == []


@pytest.mark.depth
def test_the_one_that_was_checked_is_found_among_others(github: GitHub) -> None:
    github.pulls = [pull_request(9, sha="d" * 40), pull_request(8)]
    assert len(github.told()) == 1


@pytest.mark.depth
@pytest.mark.parametrize(
    "artifacts",
    [[], [artifact(9, "voorbeeld.html")], [artifact(7, "wijzigingen.json", expired=True)]],
)
def test_without_a_report_nothing_is_told(artifacts: list[dict[str, Any]], github: GitHub) -> None:
    github.artifacts = artifacts
    assert github.told() == []


@pytest.mark.depth
def test_without_a_preview_there_is_no_link_to_one(github: GitHub) -> None:
    github.artifacts = [artifact(7, "wijzigingen.json")]
    (said,) = github.told()
    assert "Bekijk het voorbeeld" not in said["body"]


@pytest.mark.depth
@pytest.mark.parametrize(
    "held",
    [
        b"Klik op [deze link](https://elders.example)!",
        b"PK\x03\x04" + b"\0" * 100,
        b'{"pages": "x"}',
        b'{"body": "x", "number": 1}',
        b" " * (LARGEST_REPORT + 1),
    ],
    ids=["words", "archive", "other form", "other fields", "too large"],
)
def test_what_is_no_report_is_told_to_nobody(held: bytes, github: GitHub) -> None:
    github.held = held
    done = github.run()
    assert done.returncode == 1
    assert "Nothing is told" in done.stderr
    assert github.written() == []


def test_all_of_a_report_is_read_that_may_be_as_large(github: GitHub) -> None:
    """Two programs have the bound: the one that reads has a token, and runs none of our code."""
    report = REPORT.model_dump_json().encode()
    github.held = report.rjust(LARGEST_REPORT)
    assert len(github.told()) == 1
    github.held = report.rjust(LARGEST_REPORT + 1)
    assert github.run().returncode == 1


def test_a_report_can_only_say_what_ours_says(github: GitHub) -> None:
    hostile = PAGE.model_copy(update={"title": Text(nl="@everyone `[x](https://elders.example)`")})
    github.held = Report(pages=(hostile,)).model_dump_json().encode()
    (said,) = github.told()
    assert "`@everyone [x](https://elders.example)`" in said["body"]


@pytest.mark.depth
def test_without_github_it_says_so(github: GitHub) -> None:
    done = github.run("#!/bin/sh\nexit 1\n")
    assert done.returncode == 1
    assert "Nothing is told" in done.stderr
    assert "Traceback" not in done.stderr

"""What the workflows promise beyond what zizmor and the schemas see, and the scripts they call."""

from __future__ import annotations

import functools
import json
import os
import re
import stat
import subprocess
import threading
from collections.abc import Callable, Iterator
from copy import deepcopy
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.audit.measuring import BIN
from tests.conftest import ROOT

Workflows = dict[str, dict[str, Any]]

FOLDER = ROOT / ".github/workflows"
DEPLOYS = ("deploy.yml", "rollback.yml")


@pytest.fixture
def workflows() -> Workflows:
    # A loader that leaves `on` a word.
    return {
        path.name: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for path in sorted(FOLDER.glob("*.yml"))
    }


def jobs(workflows: Workflows) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in workflows.items():
        for job, content in workflow["jobs"].items():
            yield f"{name}: {job}", content


def before(workflow: dict[str, Any], job: str) -> set[str]:
    """Return every job that has to succeed before this one starts."""
    needs = workflow["jobs"][job].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(before(workflow, name) for name in direct))


# Each of these returns what is wrong.


def trusted_jobs_that_run_code(workflows: Workflows) -> list[str]:
    """Who may sign or publish runs no code but that of pinned actions of GitHub's own."""
    return [
        name
        for name, job in jobs(workflows)
        if {"id-token", "attestations"} & {k for k, v in job["permissions"].items() if v == "write"}
        for step in job["steps"]
        if "run" in step or re.match(r"actions/(?!(download-artifact|deploy|attest))", step["uses"])
    ]


def deployments_without_proof(workflows: Workflows) -> list[str]:
    """What is deployed from main was checked, audited and attested; an earlier build, verified."""
    found = []
    for name, needed in (("deploy.yml", {"check", "build", "attest"}), ("rollback.yml", {"fetch"})):
        first = "build" if name == "deploy.yml" else "fetch"
        if workflows[name]["jobs"][first].get("if") != "github.ref == 'refs/heads/main'":
            found.append(f"{name}: {first} not only on main")
        if missing := needed - before(workflows[name], "deploy"):
            found.append(f"{name}: deploy does not wait for {sorted(missing)}")
    if {"check", "audit"} - set(workflows["check.yml"]["jobs"]):
        found.append("check.yml: no check or no audit")
    if workflows["deploy.yml"]["jobs"]["check"]["uses"] != "$/.github/workflows/check.yml":
        found.append("deploy.yml: another check")
    steps = workflows["rollback.yml"]["jobs"]["fetch"]["steps"]
    runs = [step.get("run", "") for step in steps]
    if not any(run.startswith("gh attestation verify") for run in runs):
        found.append("rollback.yml: the earlier build is not verified")
    return found


def others_that_publish(workflows: Workflows) -> list[str]:
    """Only the job that deploys may write to Pages, and only one at a time."""
    found = [
        name
        for name, job in jobs(workflows)
        if job["permissions"].get("pages") == "write"
        and name not in {f"{workflow}: deploy" for workflow in DEPLOYS}
    ]
    groups = [workflows[name]["jobs"]["deploy"]["concurrency"] for name in DEPLOYS]
    if groups != [{"group": "pages", "cancel-in-progress": "false"}] * 2:
        found.append(f"deployments beside each other: {groups}")
    return found


def actions_in_two_versions(workflows: Workflows) -> list[str]:
    """Of each action one version is used."""
    text = json.dumps(workflows)
    versions: dict[str, set[str]] = {}
    for action, commit in re.findall(r'"uses": "([^@"]+)@([^"]+)"', text):
        versions.setdefault(action, set()).add(commit)
    return [action for action, commits in versions.items() if len(commits) > 1]


def commands_that_are_not_there(workflows: Workflows) -> list[str]:
    """Every target of make and every script exists."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    found = []
    for name, job in jobs(workflows):
        for step in job.get("steps", []):
            for target in re.findall(r"^make ([a-z]+)", step.get("run", ""), re.MULTILINE):
                found += [f"{name}: make {target}"] if target not in targets else []
            for script in re.findall(r"(?:^|[\s(])(\.ci/[\w-]+)", step.get("run", "")):
                is_there = os.access(ROOT / script, os.X_OK)
                found += [] if is_there else [f"{name}: {script}"]
    return found


RULES: list[Callable[[Workflows], list[str]]] = [
    trusted_jobs_that_run_code,
    deployments_without_proof,
    others_that_publish,
    actions_in_two_versions,
    commands_that_are_not_there,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: Callable[[Workflows], list[str]], workflows: Workflows) -> None:
    assert rule(workflows) == []


def _set(*path: str | int, to: Any) -> Callable[[Any], None]:
    def change(workflows: Any) -> None:
        for step in path[:-1]:
            workflows = workflows[step]
        workflows[path[-1]] = to

    return change


BROKEN = [
    (trusted_jobs_that_run_code, _set("deploy.yml", "jobs", "attest", "steps", 0, "run", to="x")),
    (
        trusted_jobs_that_run_code,
        _set("deploy.yml", "jobs", "deploy", "steps", 0, "uses", to="actions/checkout@x"),
    ),
    (deployments_without_proof, _set("deploy.yml", "jobs", "deploy", "needs", to="build")),
    (deployments_without_proof, _set("deploy.yml", "jobs", "build", "needs", to=[])),
    (deployments_without_proof, _set("deploy.yml", "jobs", "build", "if", to="always()")),
    (deployments_without_proof, _set("deploy.yml", "jobs", "check", "uses", to="$/x.yml")),
    (deployments_without_proof, _set("check.yml", "jobs", to={"check": {}})),
    (deployments_without_proof, _set("rollback.yml", "jobs", "fetch", "steps", to=[])),
    (others_that_publish, _set("deploy.yml", "jobs", "build", "permissions", "pages", to="write")),
    (others_that_publish, _set("rollback.yml", "jobs", "deploy", "concurrency", to="other")),
    (
        actions_in_two_versions,
        _set("rollback.yml", "jobs", "deploy", "steps", 0, "uses", to="actions/deploy-pages@x"),
    ),
    (
        commands_that_are_not_there,
        _set("weekly.yml", "jobs", "links", "steps", 0, "run", to="make gone"),
    ),
    (
        commands_that_are_not_there,
        _set("weekly.yml", "jobs", "links", "steps", 0, "run", to="x\n.ci/gone y"),
    ),
]


@pytest.mark.parametrize(("rule", "break_it"), BROKEN)
def test_rule_finds(
    rule: Callable[[Workflows], list[str]],
    break_it: Callable[[Workflows], None],
    workflows: Workflows,
) -> None:
    broken = deepcopy(workflows)
    break_it(broken)
    assert rule(broken)


def test_dependabot_watches_every_lock() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    watched = {(update["package-ecosystem"], update["directory"]) for update in updates}
    locks = {
        f"/{path.parent.relative_to(ROOT).as_posix()}".removesuffix(".")
        for path in ROOT.rglob("package-lock.json")
        if "node_modules" not in path.parts
    }
    assert locks
    assert watched == {("uv", "/"), ("github-actions", "/"), *(("npm", lock) for lock in locks)}
    for update in updates:
        assert update["schedule"] == {"interval": "weekly"}
        assert update["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


# Which build a rollback brings back

GH = """#!/usr/bin/env python3
import os, sys
if sys.argv[1:2] == ["api"]:
    print(os.environ["SITE"])
elif sys.argv[1:3] == ["run", "list"] and "--branch=main" in sys.argv:
    print(os.environ["RUNS"])
else:
    sys.exit("not so")
"""

RUNS = [
    {"databaseId": number, "headSha": commit * 40, "conclusion": conclusion}
    for number, commit, conclusion in (
        (6, "f", "failure"),
        (5, "e", "success"),
        (4, "d", "cancelled"),
        (3, "c", "success"),
        (2, "c", "success"),
        (1, "b", "success"),
    )
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Be quiet."""


@pytest.fixture
def folder_online(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "online"
    folder.mkdir()
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("online", "asked", "expected"),
    [
        ("f", "", "5 e"),
        ("e", "", "3 c"),
        ("c", "", "1 b"),
        (None, "", "5 e"),
        ("0", "", "5 e"),
        ("e", "1", "1 b"),
        ("e", "6", "6 f"),
        ("b", "", None),
        ("e", "7", None),
        ("e", "1; id", None),
    ],
)
def test_the_build_that_is_brought_back(
    online: str | None,
    asked: str,
    expected: str | None,
    folder_online: tuple[Path, str],
    tmp_path: Path,
) -> None:
    folder, address = folder_online
    if online is not None:
        (folder / "versie.txt").write_text(f"{online * 40}\n", encoding="utf-8")
    command = tmp_path / "bin/gh"
    command.parent.mkdir()
    command.write_text(GH, encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    done = subprocess.run(
        [ROOT / ".ci/earlier-build", asked],
        env=os.environ
        | {"PATH": f"{command.parent}:{os.environ['PATH']}"}
        | {"SITE": address, "RUNS": json.dumps(RUNS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    if expected is None:
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Choose one at Actions → Deploy" in done.stderr
    else:
        run, commit = expected.split()
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"run={run}\ncommit={commit * 40}\n"
    assert (online is None) == ("versie.txt cannot be read" in done.stderr)


def test_without_github_a_rollback_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / ".ci/earlier-build"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "GH_TOKEN": "", "GH_CONFIG_DIR": "/none"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "GitHub could not be asked" in done.stderr
    assert "Traceback" not in done.stderr


# Links to other sites


def test_links_to_other_sites_are_followed(folder_online: tuple[Path, str], tmp_path: Path) -> None:
    folder, address = folder_online
    (folder / "there.html").write_text("<p>x</p>", encoding="utf-8")
    page = tmp_path / "site/over/index.html"
    page.parent.mkdir(parents=True)
    home = tmp_path / "site/index.html"

    def follow(link: str) -> subprocess.CompletedProcess[str]:
        home.write_text('<link rel="canonical" href="https://example.org/x/">', encoding="utf-8")
        page.write_text(
            f'<a href="{link}">a</a><a href="https://example.org/x/gone/">b</a>'
            '<a href="../gone/">c</a><a href="https://github.com/a/b/edit/main/x.md">d</a>',
            encoding="utf-8",
        )
        return subprocess.run(
            [ROOT / ".ci/links", BIN / "lychee", tmp_path / "site"],
            capture_output=True,
            text=True,
            check=False,
        )

    good = follow(f"{address}there.html")
    assert good.returncode == 0, good.stdout + good.stderr
    dead = follow(f"{address}gone.html")
    assert dead.returncode == 2, dead.stdout + dead.stderr
    assert f"{address}gone.html" in dead.stdout
    assert "example.org" not in dead.stdout.split("## Errors")[1]

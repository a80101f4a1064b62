"""What the workflows promise beyond what zizmor and the schemas see, and the scripts they call."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import stat
import subprocess
import tarfile
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from tests.audit.measuring import BIN
from tests.conftest import ROOT, listening
from tests.fixed_site import git

Workflows = dict[str, dict[str, Any]]

FOLDER = ROOT / ".github/workflows"
DEPLOYS = ("deploy.yml", "rollback.yml")


@pytest.fixture(scope="module")
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
    """What is deployed from main was checked and attested; an earlier build, verified."""
    found = []
    for name, needed in (("deploy.yml", {"check", "build", "attest"}), ("rollback.yml", {"fetch"})):
        if missing := needed - before(workflows[name], "deploy"):
            found.append(f"{name}: deploy does not wait for {sorted(missing)}")
    build = workflows["deploy.yml"]["jobs"]["build"].get("if", "").removesuffix(" }}")
    fetch = workflows["rollback.yml"]["jobs"]["fetch"].get("if", "")
    found += [
        f"not only on main: {condition}"
        for condition in (build, fetch)
        if not condition.endswith("github.ref == 'refs/heads/main'")
    ]
    if " && needs.check.outputs.passed == 'yes' && " not in build:
        found.append("deploy.yml: built whatever the check says")
    if workflows["deploy.yml"]["jobs"]["check"]["uses"] != "$/.github/workflows/check.yml":
        found.append("deploy.yml: another check")
    steps = workflows["rollback.yml"]["jobs"]["fetch"]["steps"]
    runs = [step.get("run", "") for step in steps]
    if not any(run.startswith("gh attestation verify") for run in runs):
        found.append("rollback.yml: the earlier build is not verified")
    return found


def jobs_skipped_with_what_they_wait_for(workflows: Workflows) -> list[str]:
    """Behind a check of which parts were skipped, a job runs only if it asks for that itself."""
    behind = workflows["deploy.yml"]
    return [
        job
        for job, content in behind["jobs"].items()
        if "check" in before(behind, job)
        and not (
            content.get("if", "").startswith("${{ !cancelled() && ")
            and f"needs.{content['needs']}." in content["if"]
        )
    ]


def changes_that_are_not_checked(workflows: Workflows) -> list[str]:
    """Every change gets one verdict by one name, on content always and on code where it changes."""
    workflow = workflows["check.yml"]
    events, jobs_of_check = workflow["on"], workflow["jobs"]
    result = jobs_of_check["result"]
    found = [f"filter: {events['pull_request']}"] if events["pull_request"] else []
    if (result.get("name"), result.get("if")) != ("Check", "always()"):
        found.append("the verdict is not always there, by the same name")
    if set(result["needs"]) != set(jobs_of_check) - {"result"}:
        found.append(f"the verdict is on {result['needs']}")
    code = "needs.change.outputs.kind == 'code'"
    for job in set(jobs_of_check) - {"change", "content", "result"}:
        if jobs_of_check[job].get("if") != code:
            found.append(f"{job}: if {jobs_of_check[job].get('if')}")
    if jobs_of_check["content"].get("if"):
        found.append("content is not always judged")
    steps = [step for job in jobs_of_check.values() for step in job.get("steps", [])]
    made = re.findall(r"make ([a-z-]+)", " ".join(step.get("run", "") for step in steps))
    found += [
        f"no make {target}" for target in ("content", "test", "test-all") if target not in made
    ]
    if jobs_of_check["audit"]["uses"] != "$/.github/workflows/measure.yml":
        found.append("no audit")
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


def pushes_that_another_branch_replaces(workflows: Workflows) -> list[str]:
    """Of a group that waits GitHub keeps the last run; one begun by hand is of any branch."""
    return [
        name
        for name, workflow in workflows.items()
        if "push" in workflow["on"] and "github.ref " not in workflow["concurrency"]["group"]
    ]


def attempts_that_cannot_deploy(workflows: Workflows) -> list[str]:
    """GitHub keeps what an earlier attempt of a run left; of two sites deploy-pages takes none."""
    uploads = [
        (name, step.get("with", {}))
        for name, job in jobs(workflows)
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/upload-")
    ]
    sites = [given for _, given in uploads if given.get("name") == "github-pages"]
    found = [f"{name}: {given}" for name, given in uploads if not {"name", "archive"} & {*given}]
    found += [f"stays beside another: {site}" for site in sites if site.get("overwrite") != "true"]
    return found if len(sites) == len(DEPLOYS) else [*found, f"sites: {sites}"]


def artifacts_unpacked_over_each_other(workflows: Workflows) -> list[str]:
    """The tools of the audit run the code of many: they choose no site that is signed or shown."""
    found = []
    for name, job in jobs(workflows):
        folders = [
            step["with"].get("path", ".")
            for step in job.get("steps", [])
            if step.get("uses", "").startswith("actions/download-artifact@")
        ]
        found += [f"{name}: {folders}"] if len({*folders}) < len(folders) else []
    return found


def caches_that_lack_what_their_key_names(workflows: Workflows) -> list[str]:
    """What is kept under a key is never kept again, so it has to hold all that the key is of."""
    found = []
    for name, job in jobs(workflows):
        runs = " ".join(step.get("run", "") for step in job.get("steps", []))
        fetched = {*re.findall(r"make (\S+)", runs)}
        has_tools = fetched - {"check", "site", ".venv/.site-ready"}
        key = "requirements*.txt" if has_tools else "requirements.txt"
        found += [
            f"{name}: {step['with']}"
            for step in job.get("steps", [])
            if step.get("with", {}).get("cache") == "pip"
            and step["with"]["cache-dependency-path"] != key
        ]
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
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    found = []
    for name, job in jobs(workflows):
        for step in job.get("steps", []):
            for target in re.findall(r"^make ([a-z-]+)", step.get("run", ""), re.MULTILINE):
                found += [f"{name}: make {target}"] if target not in targets else []
            for script in re.findall(r"(?:^|[\s(])(\.ci/[\w-]+)", step.get("run", "")):
                is_there = os.access(ROOT / script, os.X_OK)
                found += [] if is_there else [f"{name}: {script}"]
    return found


def issue_text_in_workflows(workflows: Workflows) -> list[str]:
    """What somebody wrote in an issue stands in no workflow but to see whether it is a form."""
    return [
        name
        for name, job in jobs(workflows)
        if re.search(r"event\.(issue|comment)\.(?!number)", json.dumps(job.get("steps", [])))
    ]


MAY_COMMENT = {"actions": "read", "contents": "read", "pull-requests": "write"}


def powers_beside_what_was_proposed(workflows: Workflows) -> list[str]:
    """What may write runs, checks out and unpacks nothing of a pull request of somebody else."""
    found = [name for name, content in workflows.items() if "pull_request_target" in content["on"]]
    checked = workflows["check.yml"]
    found += [
        f"check.yml: {job} may {name} {right}"
        for job, content in checked["jobs"].items()
        for name, right in content["permissions"].items()
        if right != "read"
    ]
    for name, workflow in workflows.items():
        for job, content in workflow["jobs"].items() if "workflow_run" in workflow["on"] else ():
            if content["permissions"] != MAY_COMMENT:
                found.append(f"{name}: {job} may {content['permissions']}")
            for step in content["steps"]:
                action = step.get("uses", "").partition("@")[0]
                if action not in {"", "actions/checkout", "actions/setup-python"}:
                    found.append(f"{name}: {job} uses {action}")
                if {"ref", "repository"} & set(step.get("with", {})):
                    found.append(f"{name}: {job} checks out something else than main")
                if "${{" in step.get("run", "") or "secrets." in json.dumps(step):
                    found.append(f"{name}: {job} runs {step}")
    return found


def untried_software_with_powers(workflows: Workflows) -> list[str]:
    """Versions that nobody has looked at run where there is nothing to take or to write."""
    return [
        name
        for name, job in jobs(workflows)
        if ".ci/newest " in json.dumps([step.get("run") for step in job.get("steps", [])])
        and (
            job["permissions"] != {"contents": "read"}
            or re.search(r"github\.token|secrets\.|actions/cache|\"cache\"", json.dumps(job))
            or job["steps"][0]["with"]["persist-credentials"] != "false"
        )
    ]


RULES: list[Callable[[Workflows], list[str]]] = [
    trusted_jobs_that_run_code,
    deployments_without_proof,
    jobs_skipped_with_what_they_wait_for,
    changes_that_are_not_checked,
    others_that_publish,
    pushes_that_another_branch_replaces,
    attempts_that_cannot_deploy,
    artifacts_unpacked_over_each_other,
    caches_that_lack_what_their_key_names,
    actions_in_two_versions,
    commands_that_are_not_there,
    issue_text_in_workflows,
    powers_beside_what_was_proposed,
    untried_software_with_powers,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: Callable[[Workflows], list[str]], workflows: Workflows) -> None:
    assert workflows
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
    (jobs_skipped_with_what_they_wait_for, _set("deploy.yml", "jobs", "deploy", "if", to="")),
    (
        jobs_skipped_with_what_they_wait_for,
        _set("deploy.yml", "jobs", "smoke", "if", to="always()"),
    ),
    (
        changes_that_are_not_checked,
        _set("check.yml", "on", "pull_request", to={"paths": ["docs/"]}),
    ),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "result", "if", to="success()")),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "result", "name", to="x")),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "result", "needs", to=["content"])),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "content", "if", to="false")),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "audit", "if", to="false")),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "depth", "steps", to=[])),
    (changes_that_are_not_checked, _set("check.yml", "jobs", "audit", "uses", to="$/x.yml")),
    (deployments_without_proof, _set("rollback.yml", "jobs", "fetch", "steps", to=[])),
    (others_that_publish, _set("deploy.yml", "jobs", "build", "permissions", "pages", to="write")),
    (others_that_publish, _set("rollback.yml", "jobs", "deploy", "concurrency", to="other")),
    (
        pushes_that_another_branch_replaces,
        _set("deploy.yml", "concurrency", "group", to="deploy"),
    ),
    (
        attempts_that_cannot_deploy,
        _set("rollback.yml", "jobs", "fetch", "steps", -1, "with", "overwrite", to="false"),
    ),
    (
        attempts_that_cannot_deploy,
        _set("deploy.yml", "jobs", "build", "steps", -1, to={"uses": "actions/upload-pages-x@x"}),
    ),
    (
        artifacts_unpacked_over_each_other,
        _set("deploy.yml", "jobs", "attest", "steps", 1, "with", to={"name": "audit"}),
    ),
    (
        caches_that_lack_what_their_key_names,
        _set(
            *("form.yml", "jobs", "propose", "steps", 1, "with", "cache-dependency-path"),
            to="requirements*.txt",
        ),
    ),
    (
        caches_that_lack_what_their_key_names,
        _set("check.yml", "jobs", "test", "steps", 2, "run", to="make .venv/.site-ready"),
    ),
    (
        actions_in_two_versions,
        _set("rollback.yml", "jobs", "deploy", "steps", 0, "uses", to="actions/deploy-pages@x"),
    ),
    (
        issue_text_in_workflows,
        _set("form.yml", "jobs", "propose", "steps", 0, "run", to="${{ github.event.issue.body }}"),
    ),
    (powers_beside_what_was_proposed, _set("form.yml", "on", "pull_request_target", to="")),
    (
        powers_beside_what_was_proposed,
        _set("check.yml", "jobs", "content", "permissions", "pull-requests", to="write"),
    ),
    (
        powers_beside_what_was_proposed,
        _set("comment.yml", "jobs", "comment", "permissions", "contents", to="write"),
    ),
    (
        powers_beside_what_was_proposed,
        _set("comment.yml", "jobs", "comment", "steps", 0, "with", "ref", to="x"),
    ),
    (
        powers_beside_what_was_proposed,
        _set(
            "comment.yml", "jobs", "comment", "steps", 1, "uses", to="actions/download-artifact@x"
        ),
    ),
    (
        powers_beside_what_was_proposed,
        _set("comment.yml", "jobs", "comment", "steps", 2, "run", to="echo ${{ github.event.x }}"),
    ),
    (
        untried_software_with_powers,
        _set("weekly.yml", "jobs", "newest", "permissions", "issues", to="write"),
    ),
    (
        untried_software_with_powers,
        _set("weekly.yml", "jobs", "newest", "env", to={"GH_TOKEN": "${{ github.token }}"}),
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


# The verdict on a change

DONE, SKIPPED = "success success success", "skipped skipped skipped"


@pytest.mark.parametrize(
    ("kind", "content", "code", "is_good"),
    [
        ("content", "success", SKIPPED, True),
        ("code", "success", DONE, True),
        ("content", "success", DONE, True),
        ("content", "failure", SKIPPED, False),
        ("content", "skipped", SKIPPED, False),
        ("content", "cancelled", SKIPPED, False),
        ("content", "success", "skipped failure skipped", False),
        ("code", "success", SKIPPED, False),
        ("code", "success", "success success skipped", False),
        ("code", "success", "success success failure", False),
        ("code", "success", "cancelled success success", False),
        ("code", "failure", DONE, False),
        ("", "skipped", SKIPPED, False),
        ("", "success", SKIPPED, False),
    ],
)
def test_the_verdict_is_good_only_if_all_that_had_to_be_done_was(
    kind: str, content: str, code: str, is_good: bool, workflows: Workflows, tmp_path: Path
) -> None:
    (step,) = workflows["check.yml"]["jobs"]["result"]["steps"]
    said = tmp_path / "output"
    done = subprocess.run(
        # As GitHub runs what names bash as its shell.
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={"KIND": kind, "CONTENT": content, "CODE": code, "GITHUB_OUTPUT": str(said)},
        check=False,
    )
    assert (done.returncode == 0) is is_good
    assert (said.exists() and said.read_text("utf-8") == "passed=yes\n") is is_good


# What is deployed


def test_the_site_is_packed_as_pages_takes_it(workflows: Workflows, tmp_path: Path) -> None:
    """All of it, files that begin with a dot too, by names that `versie.txt` is found by."""
    for name in ("versie.txt", ".well-known/security.txt", "themas/index.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name, encoding="utf-8")
    (tmp_path / "site/again.txt").hardlink_to(tmp_path / "site/versie.txt")
    (step,) = (
        step
        for step in workflows["deploy.yml"]["jobs"]["build"]["steps"]
        if "artifact.tar" in step.get("run", "")
    )
    subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env=os.environ | {"RUNNER_TEMP": str(tmp_path)},
        check=True,
    )
    with tarfile.open(tmp_path / "artifact.tar") as packed:
        members = {member.name: member for member in packed}
    assert members.keys() >= {"./versie.txt", "./.well-known/security.txt", "./themas/index.html"}
    assert all(member.isfile() or member.isdir() for member in members.values()), "no links"


# What the day changes


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("2026-11-30T22:59:59Z", "2026-11-30"),
        ("2026-11-30T23:10:05Z", "2026-12-01"),
        ("2026-06-30T22:10:05Z", "2026-07-01"),
        ("", None),
    ],
)
def test_a_day_begins_in_amsterdam(
    created: str, day: str | None, workflows: Workflows, tmp_path: Path
) -> None:
    """Or what came in the night in which it was deployed would be deployed once more."""
    commands = {
        "gh": f"echo {created}",
        "make": "true",
        ".venv/bin/python": 'echo "$*" > said\necho docs/a.md',
    }
    for name, command in commands.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    *_, step = workflows["daily.yml"]["jobs"]["due"]["steps"]
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "TZ": "UTC"}
        | {"GITHUB_STEP_SUMMARY": "summary", "GITHUB_OUTPUT": "output"},
        check=True,
    )
    said, output = tmp_path / "said", tmp_path / "output"
    assert said.exists() is output.exists() is (day is not None)
    if day is not None:
        assert said.read_text("utf-8").endswith(f" due --since {day}\n")
        assert output.read_text("utf-8") == "pages=1\n"


# Content or code


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    for name in ("docs/index.md", "docs/assets/js/page.js", "hooks/x.py", "README.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("een", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=een")
    return root


def changes(root: Path, *arguments: str, online: str = "") -> dict[str, str]:
    """Return what .ci/changes says, where GitHub says that a commit is online."""
    command = root.parent / "bin/gh"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f"#!/bin/sh\necho {online}\n", encoding="utf-8")
    command.chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci/changes", *arguments],
        cwd=root,
        env=os.environ | {"PATH": f"{command.parent}:{os.environ['PATH']}"},
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(line.split("=", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("paths", "kind"),
    [
        (["docs/index.md"], "content"),
        (["docs/themas/nieuw.md", "docs/themas/foto.png"], "content"),
        ([], "content"),
        (["docs/assets/js/page.js"], "code"),
        (["docs/index.md", "hooks/x.py"], "code"),
        (["README.md"], "code"),
        (["documenten.md"], "code"),
        ([".github/workflows/check.yml"], "code"),
    ],
)
def test_content_is_told_from_code(paths: list[str], kind: str, repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD")
    for path in paths:
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text("twee", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "--message=twee")
    expected = {"kind": kind, "base": start}
    assert changes(repository, "HEAD^1") == expected
    assert changes(repository, "", online=start) == expected


def test_a_page_that_moves_out_of_docs_is_no_content(repository: Path) -> None:
    git(repository, "mv", "docs/index.md", "index.md")
    git(repository, "commit", "--quiet", "--message=twee")
    assert changes(repository, "HEAD^1")["kind"] == "code"


def test_code_that_never_came_online_is_not_carried_along_by_content(repository: Path) -> None:
    online = git(repository, "rev-parse", "HEAD")
    for path in ("hooks/x.py", "docs/index.md"):
        (repository / path).write_text("twee", encoding="utf-8")
        git(repository, "commit", "--quiet", "--all", f"--message={path}")
    assert changes(repository, "HEAD^1")["kind"] == "content"
    assert changes(repository, "", online=online) == {"kind": "code", "base": online}


@pytest.mark.parametrize("online", ["", "0" * 40])
def test_where_nothing_is_online_all_is_new(online: str, repository: Path) -> None:
    assert changes(repository, "", online=online) == {"kind": "code", "base": ""}


# Which audit is shown

LISTED = """#!/usr/bin/env python3
import os, sys
sys.exit("not so") if sys.argv[1:2] != ["api"] or "name=audit&" not in sys.argv[-1] else None
print(os.environ["PAGES"])
"""


def report(run: int, day: int, **changes: Any) -> dict[str, Any]:
    of_run = {"id": run, "head_branch": "main", "repository_id": 7, "head_repository_id": 7}
    of_run |= {name: changes.pop(name) for name in of_run.keys() & changes.keys()}
    made = {"created_at": f"2026-11-{day:02}T12:00:00Z", "expired": False}
    return made | changes | {"workflow_run": of_run}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([], ""),
        ([report(1, 1), report(2, 3), report(3, 2)], "2\n"),
        ([report(1, 1), report(2, 2, expired=True)], "1\n"),
        ([report(1, 1), report(2, 2, head_branch="x")], "1\n"),
        ([report(1, 1), report(2, 2, head_repository_id=8)], "1\n"),
        ([report(2, 2, head_repository_id=8)], ""),
    ],
)
def test_the_last_audit_of_main_is_shown(
    listed: list[dict[str, Any]], expected: str, tmp_path: Path
) -> None:
    command = tmp_path / "gh"
    command.write_text(LISTED, encoding="utf-8")
    command.chmod(0o755)
    pages = [{"artifacts": listed[:1]}, {"artifacts": listed[1:]}]
    done = subprocess.run(
        [ROOT / ".ci/last-audit"],
        env=os.environ
        | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
        | {"PAGES": json.dumps(pages)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == expected


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


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Yield the address at which a folder is served."""
    with listening(functools.partial(handler, directory=str(folder))) as address:
        yield f"{address}/"


@pytest.fixture
def folder_online(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    folder = tmp_path / "online"
    folder.mkdir()
    with served(folder, _Quiet) as address:
        yield folder, address


def brought_back(asked: str, address: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Ask which build to bring back of a site at an address."""
    command = folder / "bin/gh"
    command.parent.mkdir(exist_ok=True)
    command.write_text(GH, encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return subprocess.run(
        [ROOT / ".ci/earlier-build", asked],
        env=os.environ
        | {"PATH": f"{command.parent}:{os.environ['PATH']}"}
        | {"SITE": address, "RUNS": json.dumps(RUNS)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.depth
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
    done = brought_back(asked, address, tmp_path)
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


class _Keeping(_Quiet):
    """Has an answer for each address, and never asks again what became of it."""

    kept: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        online = (Path(self.directory) / "versie.txt").read_bytes()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.kept.setdefault(self.path, online))


def test_what_is_online_is_asked_anew(tmp_path: Path) -> None:
    """Or right after a deployment, when it matters, two versions would be taken back."""
    with served(tmp_path, _Keeping) as address:
        (tmp_path / "versie.txt").write_text("c" * 40, encoding="utf-8")
        urllib.request.urlopen(f"{address}versie.txt").close()
        assert brought_back("", address, tmp_path).stdout.startswith("run=1\n")
        (tmp_path / "versie.txt").write_text("e" * 40, encoding="utf-8")
        assert brought_back("", address, tmp_path).stdout.startswith("run=3\n")


@pytest.mark.parametrize("script", ["earlier-build", "last-audit"])
def test_without_github_a_script_says_so(script: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / ".ci" / script],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "GH_TOKEN": "", "GH_CONFIG_DIR": "/none"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "GitHub could not be asked" in done.stderr
    assert "Traceback" not in done.stderr


# One issue for the editors

ISSUES = """#!/usr/bin/env bash
printf '%s\\n' "$*" | sed 's|/dev/fd/.*|FILE|' >> "$SAID"
[[ $2 != list ]] || echo "$NUMBER"
"""


@pytest.mark.parametrize(
    ("text", "number", "done"),
    [
        ("x", "", "issue create --title Pagina's --body-file FILE"),
        ("x", "7", "issue edit 7 --body-file FILE"),
        ("", "7", "issue close 7"),
        ("", "", ""),
    ],
)
def test_editors_have_one_issue_as_long_as_there_is_anything_to_say(
    text: str, number: str, done: str, tmp_path: Path
) -> None:
    said, file, gh = tmp_path / "said", tmp_path / "text.md", tmp_path / "gh"
    file.write_text(text, encoding="utf-8")
    gh.write_text(ISSUES, encoding="utf-8")
    gh.chmod(0o755)
    subprocess.run(
        [ROOT / ".ci/tell", "Pagina's", file],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "SAID": str(said), "NUMBER": number},
        check=True,
    )
    _, *lines = said.read_text("utf-8").splitlines()
    assert lines == [*filter(None, [done])]


# Links to other sites


@pytest.mark.depth
def test_links_to_other_sites_are_followed(folder_online: tuple[Path, str], tmp_path: Path) -> None:
    folder, address = folder_online
    (folder / "there.html").write_text("<p>x</p>", encoding="utf-8")
    page = tmp_path / "site/over/index.html"
    page.parent.mkdir(parents=True)
    home = tmp_path / "site/index.html"

    docs = tmp_path / "docs"
    docs.mkdir()

    def follow(link: str, *more: str) -> subprocess.CompletedProcess[str]:
        home.write_text('<link rel="canonical" href="https://example.org/x/">', encoding="utf-8")
        page.write_text(
            f'<a href="{link}">a</a><a href="https://example.org/x/gone/">b</a>'
            '<a href="../gone/">c</a><a href="https://github.com/a/b/edit/main/x.md">d</a>',
            encoding="utf-8",
        )
        return subprocess.run(
            [ROOT / ".ci/links", BIN / "lychee", tmp_path / "site", *more],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    good = follow(f"{address}there.html")
    assert (good.returncode, good.stdout) == (0, ""), good.stdout + good.stderr
    dead = follow(f"{address}gone.html")
    assert dead.returncode == 2, dead.stdout + dead.stderr
    assert dead.stdout.endswith(f"\n- [ ] <{address}gone.html> (404)\n    - `over/index.html`\n"), (
        "each once, and none of the site's own"
    )

    (docs / "bronnen.md").write_text(f"x\nurl: {address}gone.html\n{address}gone.html2\n")
    dead = follow(f"{address}gone.html", "--again", "0")
    assert dead.stdout.endswith("(404)\n    - `docs/bronnen.md:2`\n"), dead.stdout

    (folder / "gone.html").write_text("<p>x</p>", encoding="utf-8")
    assert follow(f"{address}gone.html").returncode == 0, "what did not work is not remembered"
    (folder / "gone.html").unlink()
    assert follow(f"{address}gone.html").returncode == 0, "what worked is, for a day"


def test_links_that_cannot_be_looked_at_are_no_broken_links(tmp_path: Path) -> None:
    for home in ('<link rel="canonical" href="https://example.org/x/">', "<p>no address</p>"):
        (tmp_path / "index.html").write_text(home, encoding="utf-8")
        command: list[str | Path] = [ROOT / ".ci/links", "false", tmp_path]
        assert subprocess.run(command, capture_output=True, check=False).returncode not in {0, 2}


# Newest versions

CHECKS = """\
lock:
	sed -i 's/==1/==2/' requirements.txt
lint:
	@echo ruff has something to say; false
tests-at-depth:
	@echo passed; echo 'FAILED tests/test_x.py::test_y - AssertionError'; false
content audit:
	@true
"""

NPM = """#!/bin/bash
echo "$(basename "$PWD")" "$@" >> "$SAID"
sed -i 's/"1.0"/"3.0"/' package.json
"""


def try_newest(folder: Path, checks: str) -> subprocess.CompletedProcess[str]:
    """Try the newest versions for a repository that makes these checks."""
    files = {
        "Makefile": checks,
        "requirements.in": "a==1  # x==1\nb[c]>=1\n",
        "requirements.txt": "a==1 \\\n    --hash=sha256:0\nb==3\n",
        "tests/audit/package.json": '{"devDependencies": {"@d/e": "1.0"}}',
        "npm": NPM,
    }
    for name, text in files.items():
        (folder / "repository" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "repository" / name).write_text(text, encoding="utf-8")
    root = folder / "repository"
    (root / "npm").chmod(0o755)
    (root / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/newest", root / ".ci/newest")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=x")
    environment = {"PATH": f"{root}:{os.environ['PATH']}", "SAID": str(folder / "said")}
    return subprocess.run(
        [root / ".ci/newest", folder / "clone"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_the_newest_versions_break_is_told_with_what_is_newer(tmp_path: Path) -> None:
    done = try_newest(tmp_path, CHECKS)
    assert (done.returncode, done.stdout.splitlines()) == (
        2,
        [
            "Newer than what is locked:",
            "    @d/e 1.0 → 3.0",
            "    a 1 → 2",
            "",
            "make lint:",
            "    ruff has something to say",
            f"    make: *** [Makefile:{CHECKS.splitlines().index('lint:') + 2}: lint] Error 1",
            "make tests-at-depth:",
            "    FAILED tests/test_x.py::test_y - AssertionError",
        ],
    )
    asked = (tmp_path / "clone/requirements.in").read_text("utf-8")
    assert asked == "a>=1  # x==1\nb[c]>=1\n"
    assert (tmp_path / "said").read_text("utf-8").endswith(" @d/e@latest\n")
    assert (tmp_path / "repository/requirements.txt").read_text("utf-8").startswith("a==1 ")


def test_where_the_newest_versions_break_nothing_there_is_nothing_to_tell(tmp_path: Path) -> None:
    done = try_newest(tmp_path, re.sub(r"\bfalse\b", "true", CHECKS))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_newest_versions_that_cannot_be_locked_are_no_fault_of_theirs(tmp_path: Path) -> None:
    done = try_newest(tmp_path, CHECKS.replace("sed -i", "false"))
    assert (done.returncode, done.stdout) == (1, "")


# Forms

PROPOSING = """#!/usr/bin/env python3
import json, os, sys
with open(os.environ["LOG"], "a") as log:
    print(*sys.argv[1:], sep="|", file=log)
if sys.argv[1:3] == ["pr", "create"]:
    assert "Closes #7" in sys.stdin.read()
    sys.exit(1) if os.environ["MAY"] == "no" else print("https://example.org/pull/8")
elif sys.argv[1:2] == ["api"]:
    assert {"--method", "GET", "repos/a/b/pulls", "state=open", "base=main"} < {*sys.argv}
    head = next(word for word in sys.argv if word.startswith("head="))
    print(json.loads(os.environ["OPEN"]).get(head.removeprefix("head="), ""))
elif sys.argv[1:3] == ["pr", "list"]:  # By the name of the branch, whose ever it is.
    print(*json.loads(os.environ["OPEN"]).values())
"""


@pytest.fixture
def cloned(repository: Path) -> Path:
    """A clone of a repository, as a workflow has it, in which a form was written."""
    clone = repository.parent / "clone"
    git(repository.parent, "clone", "--quiet", "--bare", str(repository), "origin.git")
    git(repository.parent, "clone", "--quiet", "origin.git", str(clone))
    (clone / "docs/nieuw.md").write_text("nieuw", encoding="utf-8")
    return clone


def propose(
    clone: Path, said: str = "Klaar.\n", may: str = "yes", open_: Mapping[str, str] = {}
) -> list[str]:
    """Return what is asked of GitHub; the answer comes last.

    Args:
        clone: Where the form was written.
        said: The answer so far.
        may: Whether workflows may make pull requests, `yes` or `no`.
        open_: The address of each open pull request, by owner and branch.
    """
    folder = clone.parent
    (folder / "gh").write_text(PROPOSING, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    log, answer = folder / "log", folder / "answer.md"
    log.write_text("", encoding="utf-8")
    answer.write_text(said, encoding="utf-8")
    subprocess.run(
        [ROOT / ".ci/propose", "7", answer],
        cwd=clone,
        env=os.environ
        | {"PATH": f"{folder}:{os.environ['PATH']}", "LOG": str(log), "MAY": may}
        | {"OPEN": json.dumps(open_)}
        | {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "a/b"},
        check=True,
    )
    return [*log.read_text("utf-8").splitlines(), answer.read_text("utf-8")]


def without_fetching(clone: Path) -> None:
    """Let everything but looking and fetching go well, as in a failure of the network."""
    (clone.parent / "git").write_text(
        f"""#!/bin/bash
[[ " $* " != *" fetch "* && " $* " != *" ls-remote "* ]] || exit 128
exec {shutil.which("git")} "$@"
""",
        encoding="utf-8",
    )
    (clone.parent / "git").chmod(0o755)


def test_what_a_form_wrote_becomes_one_pull_request_and_one_answer(cloned: Path) -> None:
    listed, created, commented, answer = propose(cloned)
    assert "|head=a:formulier-7|" in listed
    assert created.startswith("pr|create|--head|formulier-7|--base|main|")
    assert "|Voorstel uit formulier 7: docs/nieuw.md|" in created
    assert commented.startswith("issue|comment|7|--edit-last|--create-if-none|")
    assert "[Bekijk je voorstel](https://example.org/pull/8)" in answer
    origin = cloned.parent / "origin.git"
    assert git(origin, "show", "formulier-7:docs/nieuw.md") == "nieuw"
    assert git(origin, "rev-parse", "formulier-7^") == git(origin, "rev-parse", "main")

    git(cloned, "switch", "--quiet", "main")
    (cloned / "docs/nieuw.md").write_text("anders", encoding="utf-8")
    asked = propose(cloned, open_={"a:formulier-7": "https://example.org/pull/8"})
    assert [line.split("|")[0] for line in asked[:-1]] == ["api", "issue"]
    assert "https://example.org/pull/8" in asked[-1]
    assert git(origin, "show", "formulier-7:docs/nieuw.md") == "anders"
    assert git(origin, "rev-list", "--count", "main..formulier-7") == "1"


def test_a_branch_of_a_fork_by_the_same_name_is_not_the_proposal(cloned: Path) -> None:
    answer = propose(cloned, open_={"vreemd:formulier-7": "https://example.org/pull/6"})[-1]
    assert "https://example.org/pull/8" in answer
    assert "pull/6" not in answer


def test_where_workflows_may_propose_nothing_a_click_does(cloned: Path) -> None:
    assert "https://example.org/a/b/compare/formulier-7?expand=1" in propose(cloned, may="no")[-1]


@pytest.mark.depth
def test_what_somebody_else_went_on_with_stays(cloned: Path) -> None:
    propose(cloned)
    (cloned / "docs/nieuw.md").write_text("verbeterd", encoding="utf-8")
    git(cloned, "commit", "--quiet", "--all", "--message=beter")
    git(cloned, "push", "--quiet", "origin", "formulier-7")
    git(cloned, "switch", "--quiet", "main")
    (cloned / "docs/nieuw.md").write_text("anders", encoding="utf-8")
    asked = propose(cloned)
    assert len(asked) == 2
    assert "Iemand werkt al verder" in asked[-1]
    origin = cloned.parent / "origin.git"
    assert git(origin, "show", "formulier-7:docs/nieuw.md") == "verbeterd"


@pytest.mark.depth
def test_what_somebody_else_went_on_with_stays_where_the_last_change_is_ours(cloned: Path) -> None:
    propose(cloned)
    git(cloned, "commit", "--quiet", "--allow-empty", "--message=beter")
    bot = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"
    git(cloned, "commit", "--quiet", "--allow-empty", "--message=later", f"--author={bot}")
    git(cloned, "push", "--quiet", "origin", "formulier-7")
    git(cloned, "switch", "--quiet", "main")
    (cloned / "docs/nieuw.md").write_text("anders", encoding="utf-8")
    assert "Iemand werkt al verder" in propose(cloned)[-1]


@pytest.mark.depth
def test_a_branch_that_cannot_be_looked_at_is_not_replaced(cloned: Path) -> None:
    propose(cloned)
    origin = cloned.parent / "origin.git"
    before = git(origin, "rev-parse", "formulier-7")
    git(cloned, "switch", "--quiet", "main")
    (cloned / "docs/nieuw.md").write_text("anders", encoding="utf-8")
    without_fetching(cloned)
    with pytest.raises(subprocess.CalledProcessError):
        propose(cloned)
    assert git(origin, "rev-parse", "formulier-7") == before


def test_where_something_is_wrong_or_nothing_is_said_nothing_is_proposed(cloned: Path) -> None:
    assert propose(cloned, said="") == [""], "no form"
    (cloned / "docs/nieuw.md").unlink()
    asked = propose(cloned, said="Er klopt iets niet.\n")
    assert [line.split("|")[:2] for line in asked[:-1]] == [["issue", "comment"]]
    assert asked[-1] == "Er klopt iets niet.\n"

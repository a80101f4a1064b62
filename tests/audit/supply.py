"""What the site is made with: known weaknesses, workflows, exact versions, and the list of it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import BIN, BlindError, measured, run, shown

_PINNED_PACKAGE = re.compile(
    r"[A-Za-z0-9_.-]+(\[[^\]]+\])?==[^ ;]+( ; .+)? --hash=sha256:[0-9a-f]{64}"
)
_PINNED_ACTION = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_PINNED_IMAGE = re.compile(r"docker://.+@sha256:[0-9a-f]{64}")


def _answer(text: str, tool: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise BlindError(f"{tool} gave no answer: {text[:200]!r}.") from error


def _requirements(root: Path) -> list[Path]:
    return sorted(root.glob("requirements*.txt"))


def _locks(root: Path) -> list[Path]:
    found = sorted(root.glob("**/package-lock.json"))
    return [path for path in found if "node_modules" not in path.parts]


def _weak_python(root: Path) -> tuple[list[Evidence], int, str]:
    files = _requirements(root)
    command: list[str | Path] = [
        BIN / "pip-audit", "--strict", "--require-hashes", "--disable-pip",
        "--progress-spinner=off", "--format=json",
        *(part for file in files for part in ("--requirement", file)),
    ]  # fmt: skip
    # With code 1 it says both that it found something and that it could not look.
    packages = _answer(run(command, accepted=(0, 1)), "pip-audit")["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    if skipped:
        raise BlindError(f"pip-audit could not look up {', '.join(skipped[:3])}.")
    found = [
        Evidence(where=f"{package['name']} {package['version']}", found=weakness["id"])
        for package in packages
        for weakness in package["vulns"]
    ]
    return found, len(packages), shown(command)


def _weak_node(lock: Path) -> tuple[list[Evidence], int, str]:
    command = ["npm", "audit", "--json", "--package-lock-only"]
    answer = _answer(run(command, accepted=(0, 1), where=lock.parent), "npm audit")
    if "vulnerabilities" not in answer:
        raise BlindError(f"npm audit could not look: {answer.get('message', answer)}")
    found = [
        Evidence(where=f"{name} {weak['range']}", found=f"{weak['severity']}: {_titles(weak)}")
        for name, weak in answer["vulnerabilities"].items()
    ]
    return found, answer["metadata"]["dependencies"]["total"], " ".join(command)


def _titles(weak: dict[str, Any]) -> str:
    return "; ".join(via if isinstance(via, str) else via["title"] for via in weak["via"])


def vulnerabilities(root: Path) -> Measurement:
    """Return the known weaknesses of all packages that make or check the site; needs network.

    Raises:
        BlindError: When a database of weaknesses cannot be reached.
    """
    parts = [_weak_python(root), *(_weak_node(lock) for lock in _locks(root))]
    return measured(
        "vulnerabilities",
        [one for found, _, _ in parts for one in found],
        checked=sum(number for _, number, _ in parts),
        checked_what="packages",
        command=" && ".join(command for _, _, command in parts),
        tools=["pip-audit", "npm"],
    )


def vulnerabilities_not_measured(reason: str) -> Measurement:
    """Return that nothing could be looked up, and why."""
    return Measurement(
        bar="vulnerabilities",
        figure=None,
        checked=0,
        checked_what="packages",
        command="make audit",
        tools=(),
        reason=reason,
    )


def workflows(root: Path) -> Measurement:
    """Return what zizmor finds in the workflows.

    Raises:
        BlindError: When a workflow cannot be read.
    """
    folder = root / ".github"
    command: list[str | Path] = [
        BIN / "zizmor", "--quiet", "--offline", "--strict-collection", "--no-exit-codes",
        "--format=json", folder,
    ]  # fmt: skip
    findings = []
    for finding in _answer(run(command), "zizmor"):
        path = Path(finding["locations"][0]["symbolic"]["key"]["Local"]["verbatim_path"])
        said = f"{finding['ident']}: {finding['desc']}"
        findings.append(Evidence(where=path.relative_to(root).as_posix(), found=said))
    return measured(
        "workflows",
        findings,
        checked=len(_workflow_files(root)),
        checked_what="workflows",
        command=shown([*command[:-1], ".github"]),
        tools=["zizmor"],
    )


def _workflow_files(root: Path) -> list[Path]:
    return sorted((root / ".github").glob("workflows/*.y*ml")) + sorted(
        (root / ".github").glob("actions/*/action.y*ml")
    )


def _uses(node: Any) -> Iterator[str]:
    """Yield every action that a workflow uses, its own left out."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "uses" and isinstance(value, str) and not value.startswith(("./", "$/")):
                yield value
            yield from _uses(value)
    elif isinstance(node, list):
        for value in node:
            yield from _uses(value)


def _packages(lock: Path) -> Iterator[str]:
    """Yield every package of a requirements file on one line: version, condition and hashes."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        folded = " ".join(line.split("#")[0].split())
        if folded and not folded.startswith("-"):
            yield folded


def unpinned(root: Path) -> Measurement:
    """Return the packages and actions of which another version could come tomorrow."""
    findings = []
    checked = 0
    for requirements in _requirements(root):
        for package in _packages(requirements):
            checked += 1
            if not _PINNED_PACKAGE.match(package):
                findings.append(Evidence(where=requirements.name, found=package[:200]))
    for lock in _locks(root):
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        for name, package in packages.items():
            checked += bool(name)
            if name and not package.get("integrity", "").startswith("sha512-"):
                findings.append(Evidence(where=lock.name, found=name))
    for workflow in _workflow_files(root):
        for action in _uses(yaml.safe_load(workflow.read_text(encoding="utf-8"))):
            checked += 1
            if not (_PINNED_ACTION.fullmatch(action) or _PINNED_IMAGE.fullmatch(action)):
                findings.append(Evidence(where=workflow.name, found=action))
    return measured(
        "unpinned",
        findings,
        checked=checked,
        checked_what="pins",
        command="make audit",
        tools=[],
    )


def bill_of_materials() -> str:
    """Return the list of all software that makes and checks the site (CycloneDX, as JSON)."""
    command: list[str | Path] = [
        BIN / "cyclonedx-py", "environment", "--output-reproducible", "--of=JSON", sys.executable,
    ]  # fmt: skip
    text = run(command)
    if not _answer(text, "cyclonedx-py").get("components"):
        raise BlindError("cyclonedx-py found no packages.")
    return text

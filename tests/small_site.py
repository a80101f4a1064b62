"""A small site with the real mkdocs.yml, hooks and overrides, also with its checks switched off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.builders import Tree, as_bytes
from tests.conftest import ROOT
from tests.fixed_site import keep_together, settings
from tests.pages import ADDRESS

UNCHECKED = """
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))
from hooks.engine import security
from hooks.taskforce import loading
from mkdocs.__main__ import cli

off, *arguments = sys.argv[1:]
checked = loading.load_files
loading.load_files = lambda files, given=None: replace(checked(files, given), problems=())
security.SHOWN = 10_000
if off == "all":
    security.site_problems = lambda site: []
cli(["build", *arguments])
"""


def write_site(root: Path, tree: Tree, binary: dict[str, bytes] | None = None) -> Path:
    """Make a site below `root` whose docs/ holds the tree; return `root`."""
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "mkdocs.yml").write_text(settings(), encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    contents = {path: as_bytes(text) for path, text in tree.items()} | (binary or {})
    for path, content in contents.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    keep_together(root)
    return root


def environment() -> dict[str, str]:
    return os.environ | {
        "SITE_URL": ADDRESS,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def python_in(
    root: Path, *arguments: str | Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run Python in the folder of a site, with other variables in its environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=environment() | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def build_unchecked(root: Path, target: Path, *, off: str) -> subprocess.CompletedProcess[str]:
    """Build without the check on the sources (`off="sources"`), or without any (`off="all"`)."""
    return python_in(root, "-c", UNCHECKED, off, "--quiet", "--site-dir", target)

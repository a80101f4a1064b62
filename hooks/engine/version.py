"""Which commit a published site was built from: what the check after a deployment asks for."""

from __future__ import annotations

from pathlib import Path

from hooks.engine.git import Git

FILE = "versie.txt"

MADE_OF = ("docs", "hooks", "overrides", "mkdocs.yml")
"""All that a site is made of, the packages left out."""


def write(site: Path, git: Git) -> None:
    """Write the commit into the site; not where files differ from it, for then none is right."""
    commit, changes = (
        git("rev-parse", "HEAD"),
        git("status", "--porcelain", "--untracked-files=normal", "--", *MADE_OF),
    )
    if commit is not None and changes == "":
        (site / FILE).write_text(commit, encoding="utf-8", newline="\n")

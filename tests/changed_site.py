"""The real content, whatever it is, with correct changes made to it (tests/content/changes.py)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from tests.content.changes import Change, Content, Seen
from tests.fixed_site import FIRST_DAY, LAST_DAY, git, write_around

_SEEN = "seen.json"


def write_changed_site(root: Path, docs: Path, changes: Iterable[Change]) -> Path:
    """Write a site below `root` of these docs, changed, with a history of two days.

    Returns:
        `root`.

    Raises:
        AssertionError: When the check has found a problem.
    """
    write_around(root, docs)
    git(root, "init", "--quiet", day=FIRST_DAY)
    _commit(root, FIRST_DAY)
    content = Content(root / "docs")
    seen = [seen for change in changes for seen in change(content)]
    content.catalogue()  # the check finds nothing
    _commit(root, LAST_DAY)
    (root / _SEEN).write_text(json.dumps([asdict(one) for one in seen]), encoding="utf-8")
    return root


def must_be_seen(root: Path) -> list[Seen]:
    """Return what readers must see of the changes."""
    return [Seen(**one) for one in json.loads((root / _SEEN).read_text(encoding="utf-8"))]


def _commit(root: Path, day: str) -> None:
    git(root, "add", "docs", day=day)
    git(root, "commit", "--quiet", "--allow-empty", "--message=x", day=day)

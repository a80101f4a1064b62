"""The site that tests stand on: tests/site/docs, invented, with the real mkdocs.yml, hooks, look.

It has every kind of page and every field; pages without a translation, and pages whose translation
is behind; two leads at once and one after the other; dates of every precision, some probable;
signs that HTML, YAML and Markdown read in their own way. Change it freely when a test needs more;
what the real docs/ hold is no concern of these tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from hooks.engine.kept import FOLDER
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import Text
from hooks.taskforce.loading import load
from hooks.taskforce.publish.site import Site
from tests.pages import ADDRESS

ROOT = Path(__file__).parent.parent
DOCS = Path(__file__).parent / "site" / "docs"

SITE = Site(
    ADDRESS,
    Text(
        nl="Taskforce economisch herstel en transitie",
        en="Taskforce for Economic Recovery and Transition",
    ),
)
"""Where sites of tests stand and what they are called, whatever the real one is."""

FIRST_DAY, LAST_DAY = "2024-05-09", "2024-05-10"
CHANGED_LAST = "themas/ambacht.en.md"
"""The one page that changed on the last day; all others are of the first."""

NO_FINGERPRINT = 'translates: "0badbeef"'
"""Stands in a translation that is behind, with git and without."""


@cache
def fixed_catalogue() -> Catalogue:
    """Return what the pages of the fixed site say."""
    loaded = load(DOCS)
    assert not loaded.problems
    return loaded.catalogue


def write_around(root: Path, docs: Path) -> Path:
    """Make a site below `root` of these docs and the repository's own hooks and look."""
    without = shutil.ignore_patterns("__pycache__")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=without)
    (root / "mkdocs.yml").write_text(settings(), encoding="utf-8")
    shutil.copytree(docs, root / "docs")
    if not (root / "docs/assets").exists():
        shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    keep_together(root)
    return root


def keep_together(root: Path) -> None:
    """Let builds of a copy use what those of the repository and of all other copies have kept.

    A test of what is kept, or of all that makes a site, takes this away: see `keep_apart`.
    """
    (ROOT / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER).symlink_to(ROOT / FOLDER)


def keep_apart(root: Path) -> None:
    """Let builds of a copy begin with nothing."""
    (root / FOLDER).unlink()


def settings(real: str | None = None) -> str:
    """Return the mkdocs.yml of a site for tests: the real one, whoever's site that is.

    Args:
        real: What the real one says, where that is not what stands in the repository.
    """
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8") if real is None else real
    for ours, found in {
        f"site_name: {SITE.names.nl}\n": r"^site_name: .*\n",
        f"          site_name: {SITE.names.in_language('en')}\n": r"^          site_name: .*\n",
        "  owner:\n    official: false\n": r"^  owner:\n(?:    .*\n)+",
    }.items():
        text, replaced = re.subn(found, ours, text, flags=re.MULTILINE)
        assert replaced == 1, found
    return text


def changed(path: Path, *replacements: tuple[str, str]) -> None:
    """Change a file, each text in it once."""
    text = path.read_text("utf-8")
    for old, new in replacements:
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def differing(root: Path) -> set[str]:
    """Return the files of the copy that the project does not have, or has otherwise."""
    before = {"docs": DOCS, "hooks": ROOT / "hooks", "overrides": ROOT / "overrides"}
    found = set()
    for folder, original in before.items():
        for path in (root / folder).rglob("*"):
            name = path.relative_to(root / folder)
            if path.is_file() and "assets" not in name.parts and "__pycache__" not in name.parts:
                there = original / name
                if not there.is_file() or there.read_bytes() != path.read_bytes():
                    found.add(f"{folder}/{name.as_posix()}")
    return found


def write_fixed_site(root: Path) -> Path:
    """Write the fixed site below `root`, with a history of two days; return `root`."""
    write_around(root, DOCS)
    (root / ".gitignore").write_text("__pycache__\n.cache\n", encoding="utf-8")
    last = f"docs/{CHANGED_LAST}"
    behind = {path: path.read_text("utf-8") for path in _behind(root / "docs")}
    for path, text in behind.items():
        path.write_text(f"{text}\nVroeger stond hier meer.\n", encoding="utf-8")
    git(root, "init", "--quiet", day=FIRST_DAY)
    git(root, "add", ".", f":!{last}", day=FIRST_DAY)
    git(root, "commit", "--quiet", "--message=Begin", day=FIRST_DAY)
    for path, text in behind.items():
        path.write_text(text, encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Korter", day=FIRST_DAY)
    git(root, "add", last, day=LAST_DAY)
    git(root, "commit", "--quiet", "--message=Vertaling", day=LAST_DAY)
    return root


def _behind(docs: Path) -> list[Path]:
    """Return the Dutch pages that say something else than what was translated."""
    pages = docs.rglob("*.en.md")
    return [
        path.with_name(path.name.replace(".en.md", ".md"))
        for path in pages
        if NO_FINGERPRINT in path.read_text("utf-8")
    ]


def git(root: Path, *arguments: str, day: str = FIRST_DAY) -> str:
    """Run git in `root` as if it were noon on this day, whatever the user has set.

    Returns what it prints.
    """
    moment = f"{day}T12:00:00+0000"
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        cwd=root,
        env={
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "PATH": os.environ["PATH"],
        },
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()

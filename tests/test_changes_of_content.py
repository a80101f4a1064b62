"""What editors may do, they can do: a correct change stops nothing, and no test objects.

Each change is made to a copy of the content, whatever that is; the check finds nothing, the site is
built strictly, what was written can be seen, and all that judges content finds nothing. All are
made at once here; `make test-all` makes each by itself, and to the fixed site too.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import build
from tests.content.built import Built
from tests.content.changes import CHANGES, GUIDES, Change, Content, examples, with_item
from tests.content.judging import judged
from tests.fixed_site import DOCS as FIXED_DOCS
from tests.fixed_site import FIRST_DAY, LAST_DAY, ROOT, git, write_around

REAL_DOCS = ROOT / "docs"


def all_wrong(docs: Path, changes: tuple[Change, ...], folder: Path) -> list[str]:
    """Return all that is wrong with a copy of the content to which changes are made."""
    root = write_around(folder / "root", docs)
    git(root, "init", "--quiet", day=FIRST_DAY)
    commit(root, FIRST_DAY)
    content = Content(root / "docs")
    seen = [seen for change in changes for seen in change(content)]
    content.catalogue()  # the check finds nothing
    commit(root, LAST_DAY)
    done = build(root, root / "site")
    if done.returncode or "WARNING" in done.stderr:
        return [done.stderr]
    built = Built(root / "site", content.docs)
    missing = [one for one in seen if one.words not in words_on(built, one.address)]
    return [*map(str, missing), *judged(built)]


def commit(root: Path, day: str) -> None:
    git(root, "add", "docs", day=day)
    git(root, "commit", "--quiet", "--message=x", day=day)


def words_on(built: Built, address: str) -> str:
    return re.sub(r"\s+", " ", built.pages[address].get_text())


def test_correct_changes_are_published_and_no_test_objects(tmp_path: Path) -> None:
    assert all_wrong(REAL_DOCS, CHANGES, tmp_path) == []


@pytest.mark.depth
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("docs", [REAL_DOCS, FIXED_DOCS], ids=["real", "fixed"])
def test_one_correct_change_is_published(docs: Path, change: Change, tmp_path: Path) -> None:
    if docs is FIXED_DOCS and "guide" in change.__name__:
        return  # the examples of the guides are about the real content
    assert all_wrong(docs, (change,), tmp_path) == []


def test_the_guides_have_examples_of_pages_and_sources() -> None:
    for guide in GUIDES:
        assert any("\nstanding:" in example for example in examples(guide)), guide
        assert any("\ntitle:" in example for example in examples(guide)), guide


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("a: [x, y]\n", "a: [z, x, y]\n"),
        ("a: []\n", "a: [z]\n"),
        ("a:\n  - x\nb: 1\n", "a:\n  - z\n  - x\nb: 1\n"),
        ("a:\n- x\n", "a:\n- z\n- x\n"),
        ("b: 1\n", "b: 1\na:\n- z\n"),
    ],
)
def test_an_item_joins_a_list_however_that_is_written(fields: str, expected: str) -> None:
    assert with_item(f"---\n{fields}---\nT\n", "a", "- z\n") == f"---\n{expected}---\nT\n"

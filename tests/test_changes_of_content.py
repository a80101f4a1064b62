"""What editors may do, they can do: a correct change stops nothing, and no test objects.

Each change is made to a copy of the content, whatever that is; the check finds nothing, the site is
built strictly, what was written can be seen, and all that judges content finds nothing. The site
that tests have of the real content is a copy with all changes (tests/test_content.py judges it);
`make test-all` makes each by itself, and to the fixed site too.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.builders import page, tiny_tree, written
from tests.changed_site import must_be_seen, write_changed_site
from tests.conftest import build
from tests.content.built import Built
from tests.content.changes import CHANGES, GUIDES, Change, Content, examples, with_item
from tests.content.judging import judged
from tests.fixed_site import DOCS as FIXED_DOCS
from tests.fixed_site import ROOT

REAL_DOCS = ROOT / "docs"


def unseen(root: Path, built: Built) -> list[str]:
    """Return what readers must see of the changes, and do not."""
    return [
        f"{one.address}: {one.words}"
        for one in must_be_seen(root)
        if one.words not in words_on(built, one.address)
    ]


def words_on(built: Built, address: str) -> str:
    return re.sub(r"\s+", " ", built.pages[address].get_text())


def test_correct_changes_can_be_seen(changed_root: Path, real_built: Built) -> None:
    assert must_be_seen(changed_root)
    assert unseen(changed_root, real_built) == []


@pytest.mark.depth
@pytest.mark.parametrize(
    "changes",
    [(), *((change,) for change in CHANGES)],
    ids=lambda changes: "".join(change.__name__ for change in changes) or "none",
)
@pytest.mark.parametrize("docs", [REAL_DOCS, FIXED_DOCS], ids=["real", "fixed"])
def test_one_correct_change_is_published_and_no_test_objects(
    docs: Path, changes: tuple[Change, ...], tmp_path: Path
) -> None:
    if docs is FIXED_DOCS and any("guide" in change.__name__ for change in changes):
        return  # the examples of the guides are about the real content
    root = write_changed_site(tmp_path / "root", docs, changes)
    done = build(root, root / "site")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    built = Built(root / "site", root / "docs")
    assert [*unseen(root, built), *judged(built)] == []


def test_the_guides_have_examples_of_pages_and_sources() -> None:
    for guide in GUIDES:
        assert any("\nstanding:" in example for example in examples(guide)), guide
        assert any("\ntitle:" in example for example in examples(guide)), guide


WITHOUT_GUIDES = tuple(change for change in CHANGES if "guide" not in change.__name__)


@pytest.mark.parametrize("change", WITHOUT_GUIDES)
def test_each_change_finds_something_to_change(change: Change, tmp_path: Path) -> None:
    docs = shutil.copytree(FIXED_DOCS, tmp_path / "docs")
    assert [*change(Content(docs))]


def test_a_site_that_has_just_begun_has_less_to_change(tmp_path: Path) -> None:
    tree = {
        path: text
        for path, text in tiny_tree().items()
        if not path.startswith(("resultaten/", "trekkers/"))
    }
    tree["trekkers/index.md"] = page(
        "title: De trekkers\nsummary: Wie de thema's trekken, en wanneer dat was.\n"
        "overview: trekkers\norder: 2\n"
    )
    root = write_changed_site(tmp_path / "root", written(tree, tmp_path), WITHOUT_GUIDES)
    assert must_be_seen(root)


def test_what_does_not_fit_the_content_any_more_is_told_as_the_check_tells_it(
    tmp_path: Path,
) -> None:
    tree = tiny_tree()
    tree["themas/mkb.md"] = tree["themas/mkb.md"].replace("partners: [vng]", "partners: [weg]")
    said = r"docs/themas/mkb\.md:5:12: partners\.1: there is no organisation ‘weg’"
    with pytest.raises(AssertionError, match=said):
        Content(written(tree, tmp_path)).catalogue()


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

"""What the build puts into the site stands where no page and no upload can come."""

from __future__ import annotations

from pathlib import Path

from hooks.taskforce.places import ASSETS, GENERATED_FOLDERS, free_name
from hooks.taskforce.uploads import FOR_EDITORS


def test_no_file_of_an_editor_can_take_the_place_of_one_that_is_made(
    fixed_root: Path, fixed_site: Path
) -> None:
    made = {
        path.relative_to(fixed_site).as_posix()
        for path in fixed_site.rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    docs = fixed_root / "docs"
    made -= {path.relative_to(docs).as_posix() for path in docs.rglob("*")}
    assert {"feed.xml", "sitemap.xml", "404.html", "over/alles.pdf"} <= made
    for path in made:
        name = path.removeprefix("en/")
        could_be_put_there = Path(name).suffix in FOR_EDITORS
        assert not could_be_put_there or free_name(name, GENERATED_FOLDERS), path
        if name.startswith(f"{ASSETS}/"):
            assert free_name(name, frozenset()), "that is the folder of its owners"


def test_a_name_that_only_begins_alike_is_free() -> None:
    for name in ("pagefinder.md", "over/data.md", "themas/pagefind.md", "datakaart/plan.pdf"):
        assert free_name(name, GENERATED_FOLDERS) is None
    assert free_name("data/over/index.en.md", GENERATED_FOLDERS) == "data-1/over/index.en.md"
    assert free_name("pagefind.en.md", GENERATED_FOLDERS) == "pagefind-1.en.md"

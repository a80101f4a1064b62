"""The ways out: of Material, of MkDocs to what continues it, and to another generator altogether.

The versions are pinned in tests/ways_out, and `make test-all` installs them apart from all else.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.vocabulary import Overview
from tests.builders import tiny_tree
from tests.conftest import ROOT, build
from tests.fixed_site import changed, write_fixed_site
from tests.pages import difference, differences, fingerprints, sends_on
from tests.small_site import write_site

pytestmark = pytest.mark.depth

NAMED, NAMELESS = "  name: material\n", "  name: null\n"
"""The one change in mkdocs.yml that takes the theme out."""

WARN = """
import logging

def on_pre_page(page, **_):
    if page.file.src_uri == "themas/mkb.md":  # which only the first language has
        logging.getLogger("mkdocs.warn").warning("x")
"""

PACKAGES = Path(sys.prefix) / "ways-out"

NOT_FOUND = {"404.html", "en/404.html"}
"""What is shown at an unknown address: every generator has its own."""


def test_without_the_theme_the_site_is_the_same(fixed_site: Path, tmp_path: Path) -> None:
    root = write_fixed_site(tmp_path / "root")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count(NAMED) == 1
    settings.write_text(text.replace(NAMED, NAMELESS), encoding="utf-8")
    done = build(root, root / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    # The one that names the commit, which this change is not in.
    nameless, named = fingerprints(root / "site"), fingerprints(fixed_site)
    assert differences(nameless, named) == ["versie.txt"]


def test_properdocs_makes_the_same_site(
    fixed_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(installed("properdocs")))
    root = write_fixed_site(tmp_path / "root")
    done = build(root, root / "site", generator="properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ProperDocs" in done.stderr  # and not MkDocs, which is there too
    assert difference(fixed_site, root / "site") is None, "MkDocs | ProperDocs"


def test_properdocs_too_keeps_the_last_good_site_where_a_strict_build_warns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(installed("properdocs")))
    root = write_site(tmp_path / "root", tiny_tree())
    changed(root / "mkdocs.yml", ("  - hooks/events.py\n", "  - hooks/events.py\n  - warn.py\n"))
    (root / "warn.py").write_text(WARN, encoding="utf-8")
    (root / "site").mkdir()
    (root / "site/index.html").write_text("good", encoding="utf-8")
    done = build(root, root / "site", generator="properdocs")
    assert done.returncode == 1, done.stderr
    assert "in strict mode" in done.stdout + done.stderr
    assert [path.name for path in (root / "site").iterdir()] == ["index.html"]


def test_zensical_makes_every_page_and_heading_of_an_export(
    fixed_site: Path, fixed_root: Path, fixed_catalogue: Catalogue, tmp_path: Path
) -> None:
    """Its settings are ours, but for what is code of ours and how its own theme wants Markdown."""
    zensical = installed("zensical") / "bin/zensical-i18n"
    export = [sys.executable, "-m", "hooks", "export", str(tmp_path / "docs")]
    subprocess.run(export, cwd=fixed_root, check=True, capture_output=True)
    settings = settings_for_zensical((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [zensical, "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert (done.returncode, said.count("No issues found")) == (0, 2), said

    theirs = tmp_path / "site"
    book = fixed_catalogue.page_with(Overview.EVERYTHING)
    assert book is not None
    ours = pages(fixed_site) - NOT_FOUND
    gone = {page for page in ours if sends_on(fixed_site / page)}
    assert gone, "the fixed site has addresses where a page stood before"
    assert pages(theirs) - NOT_FOUND == ours - gone
    # Within the book, every id begins with the page that it is of: that is ours to do.
    of_book = {f"{path_in(page_address(book.path), code)}index.html" for code in LANGUAGES}
    assert {
        page: missing
        for page in sorted(ours - gone - of_book)
        if (missing := headings(fixed_site / page) - headings(theirs / page))
    } == {}, "these headings have another id with Zensical, or none"


def installed(name: str) -> Path:
    """Return the folder that `make test-all` installed another generator in."""
    folder = PACKAGES / name
    if not (folder / ".ready").exists():
        pytest.fail(f"{name} is not installed: run `make {folder / '.ready'}`", pytrace=False)
    return folder


def settings_for_zensical(text: str) -> str:
    """Return settings for Zensical: those of mkdocs.yml without hooks, look and features of ours.

    Args:
        text: That of mkdocs.yml.
    """
    of_code = "extra", "hooks", "watch", "exclude_docs"
    text = re.sub(rf"^(?:{'|'.join(of_code)}):.*\n(?:(?:[ #].*)?\n)*", "", text, flags=re.MULTILINE)
    return replaced(
        text,
        ("  custom_dir: overrides\n", ""),
        ("  static_templates:\n    - 404.html\n", ""),
        ("      use_pygments: false", "      use_pygments: true"),  # which a title of code needs
        (
            "  - pymdownx.emoji\n",
            "  - pymdownx.emoji:\n"
            "      emoji_index: !!python/name:zensical.extensions.emoji.twemoji\n"
            "      emoji_generator: !!python/name:zensical.extensions.emoji.to_svg\n",
        ),
        ("  - pymdownx.tabbed\n", "  - pymdownx.tabbed:\n      alternate_style: true\n"),
    )


def replaced(text: str, *replacements: tuple[str, str]) -> str:
    """Return a text in which each of these, which stands in it once, is replaced."""
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def pages(site: Path) -> set[str]:
    """Return the place of every page of a built site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def headings(page: Path) -> set[str]:
    """Return the ids of the headings in the text of a page."""
    article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").find("article")
    assert article is not None, page
    return {str(heading["id"]) for heading in article.select(":is(h1, h2, h3, h4, h5, h6)[id]")}

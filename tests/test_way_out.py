"""The way out of Material: no template, style or script of it is used, so that it can be left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import build
from tests.fixed_site import write_fixed_site
from tests.pages import differences, fingerprints

NAMED, NAMELESS = "  name: material\n", "  name: null\n"
"""The one change in mkdocs.yml that takes the theme out."""


@pytest.mark.depth
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

"""What we mend in software of others is still broken there.

A tiny site with the same software and none of our hooks and templates. When a test here fails, a
newer version has mended it: then the mend that the test names can go.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

# Only a new version of that software can change what is found here.
pytestmark = pytest.mark.depth

CONFIGURATION = """
site_name: Proef
site_url: https://example.org/proef/
theme: {name: material, language: nl, font: false}
plugins:
  - i18n:
      docs_structure: suffix
      fallback_to_default: true
      reconfigure_material: true
      reconfigure_search: false
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: en, name: English}
markdown_extensions:
  - abbr
  - admonition
  - footnotes
  - tables
  - toc: {permalink: true}
"""

PAGE = """---
title: Wie & "wat"
description: Zegt "wat".
---

# Kop

De VNG en nog eens de VNG.[^1]

## Met ampersand

!!! warning

    Pas op.

| Naam | Aantal |
| ---- | -----: |
| Een  |      1 |

[^1]: Noot.

*[VNG]: Vereniging van Nederlandse Gemeenten
"""


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("stock")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name in ("index.md", "index.en.md", "alleen.md"):
        (root / "docs" / name).write_text(PAGE, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    return root / "site"


def text(stock: Path, path: str) -> str:
    return (stock / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(stock: Path) -> BeautifulSoup:
    """The Dutch home page."""
    return BeautifulSoup(text(stock, "index.html"), "html.parser")


def only(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def test_a_permalink_is_part_of_the_name_of_its_heading(page: BeautifulSoup) -> None:
    """Mended in hooks/engine/headings.py."""
    heading = only(page, "article h2")
    assert heading.get_text() == "Met ampersand¶"
    assert only(page, "h2 .headerlink")["title"] == "Permanent link"


def test_a_footnote_leads_back_in_english(page: BeautifulSoup) -> None:
    """Mended in hooks/engine/labels.py."""
    assert only(page, ".footnote-backref")["title"] == "Jump back to footnote 1 in the text"


def test_an_admonition_has_an_english_title(page: BeautifulSoup) -> None:
    """Mended in hooks/engine/labels.py."""
    assert only(page, ".admonition-title").get_text() == "Warning"


def test_an_abbreviation_is_out_of_reach_of_the_keyboard(page: BeautifulSoup) -> None:
    """Mended in hooks/taskforce/features/abbreviations.py."""
    found = page.select("article abbr")
    assert len(found) == 2, "and every one is marked"
    assert not any(element.has_attr("tabindex") for element in found)


def test_a_column_is_aligned_by_a_style_that_the_policy_forbids(page: BeautifulSoup) -> None:
    """Mended in hooks/taskforce/features/tables.py."""
    assert [cell["style"] for cell in page.select("[style]")] == ["text-align: right;"] * 2


def test_dutch_pages_have_english_words(page: BeautifulSoup) -> None:
    """Mended in hooks/engine/labels.py."""
    assert only(page, "nav[aria-label=Header]") is not None


def test_the_only_page_for_what_is_not_there_is_english(stock: Path) -> None:
    """Mended in hooks/engine/multilingual.py (mkdocs-static-i18n#284)."""
    missing = BeautifulSoup(text(stock, "404.html"), "html.parser")
    assert missing.html is not None
    assert missing.html["lang"] == "en"


def test_a_page_that_is_not_translated_claims_to_be(stock: Path) -> None:
    """Mended in hooks/engine/multilingual.py: `lang`, and the original as canonical address."""
    fallback = BeautifulSoup(text(stock, "en/alleen/index.html"), "html.parser")
    assert fallback.html is not None
    assert fallback.html["lang"] == "en"
    assert not fallback.select("body [lang=nl]:not(a)")
    assert only(fallback, "link[rel=canonical]")["href"] == "https://example.org/proef/en/alleen/"


def test_switching_language_on_the_home_page_leaves_where_one_is(page: BeautifulSoup) -> None:
    """Mended in hooks/engine/multilingual.py: the link is that of `site_url`, wherever it is."""
    assert only(page, "header a[hreflang=en]")["href"] == "/proef/en/"


def test_a_description_stands_in_the_page_unescaped(stock: Path) -> None:
    """Mended in hooks/engine/multilingual.py (escape_metadata)."""
    assert '<meta name="description" content="Zegt "wat".">' in text(stock, "index.html")


def test_the_sitemap_names_no_default_language(stock: Path) -> None:
    """Mended in hooks/engine/sitemap.py."""
    sitemap = text(stock, "sitemap.xml")
    assert 'hreflang="en"' in sitemap
    assert "x-default" not in sitemap

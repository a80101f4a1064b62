"""One file in docs/ is all it takes to publish something, and its removal leaves no trace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import Tag

from tests.conftest import ROOT, Pages, build

TITLE = "Proef van één bestand & <meer>"
PAGE = """\
---
title: "Proef van één bestand & <meer>"
summary: "Een proef die laat zien dat één bestand genoeg is: \\"echt\\" <b>waar</b>."
kind: agenda
progress: announced
as_of: 2021-05
themes: [regionale-economie]
makers: [platform31]
milestones:
  - date: 2021-05-06
    text: {nl: De proef verschijnt, en: The trial appears}
    source: g40-taskforce
---

Dit is de tekst van de proef.
"""

LISTED_ON = [
    "resultaten",
    "themas/regionale-economie",
    "trekkers/jeroen-joon",
    "trekkers/pieter-meekels",
    "organisaties/platform31",
    "organisaties",
    "tijdlijn",
    "",
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def built(root: Path, name: str) -> Pages:
    done = build(root, root / name)
    assert done.returncode == 0, done.stderr
    return Pages(root / name)


def test_one_file_appears_everywhere_it_belongs_and_vanishes_without_a_trace(copy: Path) -> None:
    page = copy / "docs" / "resultaten" / "proef.md"
    page.write_text(PAGE, encoding="utf-8")
    pages = built(copy, "with")

    for language in ("", "en"):
        for listed_on in LISTED_ON:
            address = "/".join(part for part in (language, listed_on) if part)
            text = pages.text(address)
            assert TITLE in text or "De proef verschijnt" in text or "The trial appears" in text, (
                address
            )
        for listed_on in ("resultaten", "themas/regionale-economie", "organisaties/platform31"):
            address = "/".join(part for part in (language, listed_on) if part)
            assert TITLE in pages.text(address), address
    assert "The trial appears" in pages.text("en/tijdlijn")
    assert "6 mei 2021" in pages.text("tijdlijn")

    # Its own English page is Dutch under a notice, and says so to machines too.
    english = pages["en/resultaten/proef"]
    assert english.find("html", lang="en")
    heading = english.find("h1")
    assert isinstance(heading, Tag)
    assert heading.find_parent(lang="nl") or heading.find(lang="nl")
    notice = english.find(role="note")
    assert isinstance(notice, Tag)
    assert "not been translated" in notice.get_text()
    assert "stand van mei 2021" in pages.text("en/resultaten/proef"), "wholly Dutch"
    assert "as of" not in pages.text("en/resultaten/proef")
    canonical = english.find("link", rel="canonical")
    assert isinstance(canonical, Tag)
    assert str(canonical["href"]).endswith("/taskforce/resultaten/proef/")
    sitemap = (copy / "with" / "sitemap.xml").read_text(encoding="utf-8")
    assert "/taskforce/resultaten/proef/" in sitemap
    assert "/en/resultaten/proef/" not in sitemap

    # A link to it on an English page says that it leads to Dutch text.
    links = [link for link in pages["en/resultaten"].find_all("a") if link.get_text() == TITLE]
    assert links
    assert all(link.get("lang") == "nl" for link in links)

    page.unlink()
    after = built(copy, "without")
    assert "resultaten/proef" not in after.addresses()
    for path in (copy / "without").rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".csv", ".ics", ".txt"}:
            content = path.read_text(encoding="utf-8")
            assert "Proef van één bestand" not in content, path
            assert "resultaten/proef" not in content, path


def test_a_mistake_stops_the_build_with_the_list_and_without_a_traceback(copy: Path) -> None:
    page = copy / "docs" / "resultaten" / "proef.md"
    page.write_text(PAGE.replace("regionale-economie", "regionale-ekonomie"), encoding="utf-8")
    try:
        done = build(copy, copy / "wrong")
    finally:
        page.unlink()
    assert done.returncode == 1
    assert "docs/resultaten/proef.md:7:10: themes.1:" in done.stderr + done.stdout
    assert "[unknown-slug]" in done.stderr + done.stdout
    assert "‘regionale-economie’" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout
    assert not (copy / "wrong").exists(), "nothing is built of a wrong source"

"""The pages of a built site, read as HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bs4 import BeautifulSoup

PREFIX = "/taskforce/"
"""The path under which a site is served, as GitHub Pages serves a project."""


def sends_on(page: Path) -> bool:
    """Return whether a page stands where another stood before: no reader stays there."""
    return '<meta http-equiv="refresh"' in page.read_text(encoding="utf-8")


@lru_cache(maxsize=1_000)
def parsed(html: str) -> BeautifulSoup:
    """Return a page as a tree, which is not to be changed: whoever asks gets the same one."""
    return BeautifulSoup(html, "html.parser")


def fingerprints(site: Path) -> dict[str, str]:
    """Return a fingerprint of every file of a site, by its place."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Return the files that two sites do not have alike."""
    return sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )


class Pages:
    """The pages of a built site by address, each parsed once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._parsed: dict[str, BeautifulSoup] = {}

    def __getitem__(self, address: str) -> BeautifulSoup:
        if address not in self._parsed:
            path = self.site / address
            path = path / "index.html" if not path.suffix else path
            self._parsed[address] = parsed(path.read_text(encoding="utf-8"))
        return self._parsed[address]

    def addresses(self) -> list[str]:
        """The address of every page, the 404 page and those that send readers on left out."""
        return sorted(
            str(path.parent.relative_to(self.site)).removeprefix(".")
            for path in self.site.rglob("index.html")
            if not sends_on(path)
        )

    def text(self, address: str) -> str:
        """What a reader sees of a page's article, with white space folded."""
        article = self[address].find("article")
        assert article is not None, address
        return " ".join(article.get_text(" ").split())

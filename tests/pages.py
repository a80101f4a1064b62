"""The pages of a built site, read as HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from bs4 import BeautifulSoup

from hooks.engine.assets import folder_of, read

PREFIX = "/taskforce/"
HOST = "https://taskforce.invalid"
"""Where every site that tests build says that it stands: no page can link there (RFC 2606)."""
ADDRESS = f"{HOST}{PREFIX}"
"""The path under which a site is served, as GitHub Pages serves a project."""

ASSETS = folder_of(read(Path(__file__).parent.parent / "docs"))
"""The folder of the styles, scripts and typeface of every site that is built here."""


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


def difference(first: Path, second: Path) -> str | None:
    """Return the first file that two sites do not have alike, and where in it; none if all are."""
    names = differences(fingerprints(first), fingerprints(second))
    if not names:
        return None
    more = f" ({len(names) - 1} more: {', '.join(names[1:10])})" if names[1:] else ""
    return f"{names[0]}{_place(first / names[0], second / names[0])}{more}"


def _place(first: Path, second: Path) -> str:
    """Return where two files begin to differ, and what each has there."""
    if not (first.exists() and second.exists()):
        return f": in the {'first' if first.exists() else 'second'} only"
    contents = first.read_bytes(), second.read_bytes()
    byte = _begin_to_differ(*contents)
    try:
        one, other = (content.decode("utf-8") for content in contents)
    except UnicodeDecodeError:
        said = [content[byte : byte + 20].hex(" ") or "the end" for content in contents]
        return f", byte {byte}: {said[0]} | {said[1]}"
    place = _begin_to_differ(one, other)
    start = max(one.rfind("\n", 0, place) + 1, place - 20)
    said = [repr(text[start : place + 60].split("\n")[0]) for text in (one, other)]
    return f", line {one.count(chr(10), 0, place) + 1}: {said[0]} | {said[1]}"


def _begin_to_differ(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


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
        found = sorted(
            str(path.parent.relative_to(self.site)).removeprefix(".")
            for path in self.site.rglob("index.html")
            if not sends_on(path)
        )
        assert found, f"{self.site} has no pages: whatever is said of each of them would hold"
        return found

    def text(self, address: str) -> str:
        """What a reader sees of a page's article, with white space folded."""
        article = self[address].find("article")
        assert article is not None, address
        return " ".join(article.get_text(" ").split())

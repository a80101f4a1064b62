"""Looks whether a site that has been deployed is there, whole and the right one.

It needs Python and nothing else, so that it also runs where no package is installed:
`.ci/smoke https://example.org/taskforce/`. Ends with 0, with 1 where something is wrong, or with 2
where it was called wrongly.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from hooks.engine.policy import POLICY, SECURITY_TXT
from hooks.engine.version import FILE as VERSION

SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
SOURCE_LANGUAGE = "nl"
"""As hooks.taskforce.languages has it, which needs a package."""

_NAME = re.compile(r"""^ *site_name: +(["']?)(.+?)\1(?: +#.*)?$""", re.MULTILINE)


def names(settings: str) -> dict[str, str]:
    """Return what the site is called in each of its languages, as its settings say."""
    of_all, *of_languages = re.split(r"^ +- locale: +", settings, flags=re.MULTILINE)
    found = {
        lines.split()[0]: _NAME.search(lines) or _NAME.search(of_all) for lines in of_languages
    }
    return {language: name[2] if name else "" for language, name in found.items()}


def start(language: str) -> str:
    """Return where the pages of a language begin."""
    return "" if language == SOURCE_LANGUAGE else f"{language}/"


NAMES = names(SETTINGS.read_text("utf-8"))
"""What the title of a page in each language holds."""

ARCHIVED = 'class="site-notice"'
"""What a page has on a site that nobody keeps up."""

NOT_FOUND = "Pagina niet gevonden"
MISSING = "deze-pagina-bestaat-niet/"
ENTRY = "pagefind/pagefind-entry.json"
DATA = "data/catalogus.json"

ROLLBACK = (
    "Put the last good site back in one step: on GitHub, Actions > Rollback > Run workflow "
    "(README.md, Deploying)."
)

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class WrongError(Exception):
    """Something on the site is not as it should be; says what."""


@dataclass(frozen=True)
class Answer:
    """What the server said to one request."""

    status: int
    content: bytes

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8")


class Visitor:
    """Asks for files of the site at an address, each of them anew."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, path: str) -> Answer:
        """Return what the server says, also of a page that is not there.

        Raises:
            WrongError: no answer comes.
        """
        request = urllib.request.Request(
            urljoin(self.address, path), headers={"Cache-Control": "no-cache"}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answer(response.status, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.read())
        except (OSError, HTTPException) as error:
            raise WrongError(f"no answer: {error}") from error

    def found(self, path: str) -> Answer:
        """Return the file.

        Raises:
            WrongError: it is not there.
        """
        answer = self.get(path)
        expect(answer.status == 200, f"status {answer.status}, not 200")
        return answer


def expect(holds: bool, otherwise: str) -> None:
    """Raise where something does not hold.

    Raises:
        WrongError: says the text.
    """
    if not holds:
        raise WrongError(otherwise)


def _first(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.DOTALL | re.IGNORECASE)
    return unescape(match[1]).strip() if match else ""


def _expect_policy(page: str) -> None:
    found = _first(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    expect(found == POLICY, f"its policy is {found!r}, not {POLICY!r}")


def _page(language: str, name: str, path: str, site: Visitor) -> None:
    page = site.found(path).text
    title = _first(r"<title[^>]*>(.*?)</title>", page)
    expect(name in title, f"its title is {title!r}, without {name!r}")
    found = _first(r"<html[^>]* lang=\"?([a-z]+)", page)
    expect(found == language, f"its language is {found!r}, not {language!r}")
    _expect_policy(page)


def _missing(site: Visitor) -> None:
    answer = site.get(MISSING)
    expect(answer.status == 404, f"status {answer.status}, not 404")
    expect(NOT_FOUND in answer.text, f"not our page: {NOT_FOUND!r} is not on it")
    _expect_policy(answer.text)


def _addresses(site: Visitor) -> list[str]:
    sitemap = ElementTree.fromstring(site.found("sitemap.xml").content)
    found = [str(place.text) for place in sitemap.iter(f"{_SITEMAP}loc")]
    expect(len(found) > 1, f"it lists {len(found)} pages")
    elsewhere = [place for place in found if not place.startswith(site.address)]
    expect(not elsewhere, f"it lists {elsewhere[:1]}, which is not on this site")
    return found


def _deepest(language: str, site: Visitor) -> None:
    """Look at a page as deep in the site as there is, in one language."""
    others = tuple(site.address + start(other) for other in NAMES if start(other))
    own = [
        place
        for place in _addresses(site)
        if place.startswith(site.address + start(language))
        and (start(language) or not place.startswith(others))
    ]
    deepest = max(own, key=lambda place: (place.count("/"), place), default="")
    expect(deepest != "", f"no page in {language!r}")
    try:
        _page(language, NAMES[language], deepest, site)
    except WrongError as error:
        raise WrongError(f"{deepest}: {error}") from error


def _search(site: Visitor) -> None:
    languages = json.loads(site.found(ENTRY).content).get("languages", {})
    for language in NAMES:
        count = languages.get(language, {}).get("page_count", 0)
        expect(count > 0, f"the search has no pages in {language!r}")


def _feed(path: str, site: Visitor) -> None:
    feed = ElementTree.fromstring(site.found(path).content)
    expect(feed.tag == f"{_ATOM}feed", f"it is <{feed.tag}>, not an Atom feed")
    expect(feed.find(f"{_ATOM}entry") is not None, "it has no entries")


def _data(site: Visitor) -> None:
    data = json.loads(site.found(DATA).content)
    filled = isinstance(data, dict) and any(isinstance(v, list) and v for v in data.values())
    expect(filled, "it holds no records")


def _security(days: int, now: datetime, site: Visitor) -> None:
    if ARCHIVED in site.found("").text:
        answer = site.get(SECURITY_TXT)
        expect(answer.status == 404, "it promises an answer, and nobody keeps the site up")
        return
    text = site.found(SECURITY_TXT).text
    fields = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    expect("Contact" in fields, "it has no Contact")
    canonical = urljoin(site.address, SECURITY_TXT)
    expect(fields.get("Canonical") == canonical, f"Canonical is not {canonical}")
    expires = datetime.fromisoformat(fields.get("Expires", "1970-01-01T00:00:00Z"))
    expect(
        expires > now + timedelta(days=days),
        f"it expires on {expires:%Y-%m-%d}, within {days} days: any change to main renews it",
    )


def _version(commit: str, site: Visitor) -> None:
    found = site.found(VERSION).text.strip()
    expect(re.fullmatch(r"[0-9a-f]{40}", found) is not None, f"{found[:60]!r} is no commit")
    expect(found == (commit or found), f"the site is of commit {found}, not {commit}")


def checks(commit: str, days: int, now: datetime) -> Mapping[str, Callable[[Visitor], object]]:
    """Return what is looked at: each a name and a function that raises WrongError."""
    return {
        **{
            start(language) or "/": partial(_page, language, name, start(language))
            for language, name in NAMES.items()
        },
        MISSING: _missing,
        "sitemap.xml": _addresses,
        **{f"a deep page in {language}": partial(_deepest, language) for language in NAMES},
        ENTRY: _search,
        **{
            path: partial(_feed, path)
            for path in (f"{start(language)}feed.xml" for language in NAMES)
        },
        DATA: _data,
        SECURITY_TXT: partial(_security, days, now),
        VERSION: partial(_version, commit),
    }


def wrong(site: Visitor, looks: Mapping[str, Callable[[Visitor], object]]) -> Iterator[str]:
    """Yield everything that is wrong with the site, each with where."""
    for name, look in looks.items():
        try:
            look(site)
        except (WrongError, ValueError, ElementTree.ParseError) as error:
            yield f"{name}: {error}"


def main(arguments: list[str] | None = None, pause: Callable[[float], Any] = time.sleep) -> int:
    """Look, until all is well or the time is over; return the exit code."""
    parser = argparse.ArgumentParser(prog=".ci/smoke", description=__doc__)
    parser.add_argument("address", help="where the site stands: https://example.org/taskforce/")
    parser.add_argument("--commit", default="", help="the commit that must stand there")
    parser.add_argument("--wait", type=int, default=0, metavar="SECONDS",
                        help="how long to look again until a new site has spread (0)")  # fmt: skip
    parser.add_argument("--days", type=int, default=0,
                        help="how long security.txt must hold (0)")  # fmt: skip
    chosen = parser.parse_args(arguments)
    if not re.fullmatch(r"https?://[^\s?#]+", chosen.address):
        parser.error(f"{chosen.address}: no full address")
    site = Visitor(chosen.address.rstrip("/") + "/")
    looks = checks(chosen.commit, chosen.days, datetime.now(UTC))
    end = time.monotonic() + chosen.wait
    while (found := list(wrong(site, looks))) and time.monotonic() < end:
        print(f"not yet: {found[0]}", file=sys.stderr)
        pause(15)
    if not found:
        print(f"{site.address}: {len(looks)} checks, all well")
        return 0
    for line in found:
        print(f"WRONG {line}")
    print(f"\n{site.address}: {len(found)} of {len(looks)} checks failed. {ROLLBACK}")
    return 1


if __name__ == "__main__":
    sys.exit(main())

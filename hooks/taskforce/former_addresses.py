"""Where pages stood before: each such address leads to one page of today, and none is lost."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from .addresses import HOME, SEARCH_PAGE, former_name, page_address
from .documents import WHOLE_FILE
from .frontmatter import read
from .languages import LANGUAGES, Text
from .naming import PageFile
from .nodes import Scalar, items_in
from .places import ASSETS, GENERATED_FOLDERS, free_name
from .problems import Place, Problem, Rule
from .publication import opening_of
from .rules import addresses as rules
from .values import as_former_address, is_file_name
from .vocabulary import Overview

FIELD = "formerly"
_AT_HOME = page_address(HOME)

Stood = Iterable[tuple[bytes, date | None]]
"""What a file said, the newest first, and until which day; None where it still does."""

Published = Mapping[str, Callable[[], Stood]]
"""Every file that the site's own line has ever had, by its path below docs/.

A file that is still there may be among them.
"""

_COMMENT = re.compile(r"#(?!#)")
"""How a comment begins in front-matter; a heading in text begins with more signs."""

_TAKEN = GENERATED_FOLDERS | {ASSETS, *LANGUAGES}


@dataclass(frozen=True)
class Claim:
    """A former address under `formerly` of a page."""

    file: PageFile
    index: int
    written: Scalar

    @property
    def name(self) -> str:
        """What the page was called there; the one that is meant, where it is written wrongly."""
        name = as_former_address(self.written.text)
        return former_name(f"/{name}" if "/" in self.written.text else name, self.file.source_name)

    def problem(self, rule: Rule, **values: str) -> Problem:
        """Return the problem of breaking a rule with it."""
        return self.file.document.problem(
            rule,
            f"{FIELD}.{self.index + 1}",
            self.written.position,
            value=self.written.text,
            **values,
        )


def claims(files: Iterable[PageFile]) -> Iterator[Claim]:
    """Yield the former addresses that Dutch pages have."""
    for file in files:
        for index, item in enumerate(items_in(file.document.fields, FIELD)):
            if isinstance(item, Scalar) and item.text.strip():
                yield Claim(file, index, item)


def mistaken_claims(files: Iterable[PageFile]) -> Iterator[Problem]:
    """Yield what is wrong with former addresses that only all pages together can tell.

    Args:
        files: The Dutch pages, also those with a wrong name.
    """
    every = tuple(files)
    today = {page_address(file.source_name): file for file in every}
    first: dict[str, Claim] = {}
    for claim in claims(every):
        address = page_address(f"{claim.name}.md")
        other = first.setdefault(address, claim)
        if address in today:
            path = today[address].document.path
            yield claim.problem(rules.FORMER_ADDRESS_IN_USE, other=path)
        elif free_name(claim.name, _TAKEN) is not None:
            yield claim.problem(rules.FORMER_ADDRESS_TAKEN)
        elif other is not claim:
            yield claim.problem(
                rules.FORMER_ADDRESS_TWICE,
                other=other.file.document.path,
                line=str(other.written.position.line),
            )


# --- addresses that are lost --------------------------------------------------------------------


def lost_addresses(
    files: Iterable[PageFile], published: Callable[[], Published], root: str, day: date
) -> Iterator[Problem]:
    """Yield the pages of which the address, or that of a page before them, leads nowhere now.

    What a page shares with another says nothing of which one it is: most of its other lines stand
    on the page that it became. Where a page cannot be read, nobody knows what it says, and nothing
    is yielded. What has never been public, cannot be lost; a page that is not public has no address
    now, and leads on from none. No other page can stand for the home page: see `missing_home`.

    Args:
        files: The Dutch pages, also those with a wrong name.
        published: Returns all files that the site has ever had.
        root: The name of the docs folder.
        day: That of today.
    """
    every = tuple(files)
    if any(file.document.problems or not file.document.readable for file in every):
        return
    ever = published()
    public = [file for file in every if opening_of(file.document).day <= day]
    names = {file.address for file in public} | {claim.name for claim in claims(public)}
    found = {page_address(f"{name}.md") for name in names}
    lost = {
        name: text
        for path in sorted(ever)
        if (name := _page_name(path)) and page_address(path) not in {*found, _AT_HOME}
        if (text := _public_text(path, ever[path](), day)) is not None
    }
    if not lost:
        return
    by_name = {file.name: file for file in every}
    lines = {file.name: _lines(file.document.lines) for file in every}
    shared = {line for line, pages in Counter(chain(*lines.values())).items() if pages > 1}
    moved: dict[str, list[str]] = {}
    removed: dict[str, list[str]] = {}
    for name, text in lost.items():
        before = _lines(text.decode("utf-8", "replace").splitlines()) - shared
        alike = {page: len(before & now) for page, now in lines.items() if before & now}
        successor = max(alike, key=lambda page: alike[page], default="")
        if f"{name}.md" in by_name:  # It is there, and not public any more.
            successor = f"{name}.md"
            moved.setdefault(successor, []).append(name)
        elif successor and 2 * alike[successor] >= len(before):
            moved.setdefault(successor, []).append(name)
        else:
            removed.setdefault(_overview_above(name, by_name), []).append(name)
    for path, old in moved.items():
        if by_name[path] in public:
            yield _lost(by_name[path], rules.MOVED_PAGE, old, path)
        else:
            yield _withdrawn(by_name[path], old)
    for path, old in removed.items():
        if path in by_name:
            yield _lost(by_name[path], rules.REMOVED_PAGE, old, "")
        else:
            line = _line(old, "")
            place = Place(f"{root}/{old[0]}.md")
            yield rules.REMOVED_PAGE.problem(place, WHOLE_FILE, value=", ".join(old), instead=line)


def missing_home(files: Iterable[PageFile], root: str) -> Iterator[Problem]:
    """Yield the problem of a site that has no home page; a translation alone is told as one."""
    if all(page_address(file.source_name) != _AT_HOME for file in files):
        path = f"{root}/{HOME}"
        yield rules.NO_HOME.problem(Place(path), WHOLE_FILE, value=path)


def missing_search(files: Iterable[PageFile], root: str) -> Iterator[Problem]:
    """Yield the problem of a site that has no page to search; `files` are without mistakes."""
    if not any(file.shows(Overview.SEARCH) for file in files):
        path = f"{root}/{SEARCH_PAGE}"
        yield rules.NO_SEARCH.problem(Place(path), WHOLE_FILE, value=path)


def hidden_everywhere(files: Iterable[PageFile]) -> Iterator[Problem]:
    """Yield the problem of a page to which every page links, and that is not always there."""
    for file in files:
        is_home = page_address(file.source_name) == _AT_HOME
        if (is_home or file.shows(Overview.SEARCH)) and (line := opening_of(file.document).field):
            yield _of_opening(file, rules.ALWAYS_PUBLIC, line)


def _public_text(path: str, stood: Stood, day: date) -> bytes | None:
    """Return what a page said last, if it has ever been public; None otherwise."""
    last: bytes | None = None
    for text, until in stood:
        last = text if last is None else last
        if opening_of(read(path, text)).day <= (until or day):
            return last
    return None


def _withdrawn(file: PageFile, names: Iterable[str]) -> Problem:
    """Return the problem of a page that was public, and would not be any more."""
    listed, line = ", ".join(names), opening_of(file.document).field
    return _of_opening(file, rules.WITHDRAWN_PAGE, line, value=listed, instead=_line(names, ""))


def _of_opening(file: PageFile, rule: Rule, line: str, **values: str | Text) -> Problem:
    """Return a problem of a page with the field that says when it is public."""
    name = line.partition(":")[0]
    entry = file.document.fields.by_name.get(name)
    position = entry.key.position if entry is not None else None
    return file.document.problem(rule, name, position, line=line, **values)


def _lost(file: PageFile, rule: Rule, names: Iterable[str], page: str) -> Problem:
    """Return the problem of a page that has to say where readers came before.

    Args:
        file: The page.
        rule: What is the matter.
        names: The names that are lost.
        page: The path of the page for which the line is meant; empty where that can be any.
    """
    fields = file.document.fields
    there = items_in(fields, FIELD) if page else ()
    before = [item.text for item in there if isinstance(item, Scalar)]
    return file.document.problem(
        rule,
        FIELD,
        fields.by_name[FIELD].key.position if FIELD in fields.by_name else None,
        value=", ".join(names),
        instead=_line(names, page, before),
    )


def _line(names: Iterable[str], page: str, before: Iterable[str] = ()) -> Text:
    """Return the line of front-matter that says what a page was called before.

    As text, since a value is cut off when long, and half a line is of no use to who copies it.
    """
    written = [*before, *(_written(name, page) for name in names)]
    return Text.same(f"{FIELD}: [{', '.join(written)}]")


def _written(name: str, page: str) -> str:
    """Return a former name as a page has it: in short where it stood in the same folder."""
    folder, _, slug = name.rpartition("/")
    if page and folder == posixpath.dirname(page):
        return slug
    return name if folder else f"/{name}"


def _page_name(path: str) -> str:
    """Return what a page was called, or an empty text where a file was no Dutch page."""
    name = path.removesuffix(".md")
    is_page = name != path and all(map(is_file_name, name.split("/")))
    return name if is_page and free_name(path, _TAKEN) is None else ""


def _overview_above(name: str, paths: Mapping[str, object]) -> str:
    """Return the path of the page that opens the folder nearest to a page that is gone."""
    folder = posixpath.dirname(name)
    while folder and f"{folder}/{HOME}" not in paths:
        folder = posixpath.dirname(folder)
    return posixpath.join(folder, HOME)


def _lines(lines: Iterable[str]) -> frozenset[str]:
    """Return what the lines of a page say, each once; a comment says nothing of the page.

    The comments that a form writes beside fields are the same on every page that came of one.
    """
    return frozenset(line for line in map(str.strip, lines) if not _COMMENT.match(line))

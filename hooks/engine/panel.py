"""What the preview shows of all that would stop publication: a panel on every page.

Its template, style sheet and script stand in `preview/`. They are never published.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.exceptions import Abort, BuildError, MkDocsException

from hooks.taskforce.labels import labels
from hooks.taskforce.languages import SOURCE_LANGUAGE, Text
from hooks.taskforce.problems import Problem, shown_source, visible

FILES = Path(__file__).parent / "preview"
ADDRESS = "preview"
"""Folder in the preview where the style sheet and script of the panel stand."""

SENT = ("panel.css", "panel.js")
"""The files of `FILES` that a browser asks for."""

_WORDS = SimpleNamespace(
    close=labels()["close"],
    waiting=Text(
        nl="De site verschijnt hier zodra alles klopt",
        en="The site appears here as soon as all is right",
    ),
)
_SENTENCE = Text.same("{message}; {remedy} [{rule}]")
_ONE = Text(nl="1 probleem houdt publicatie tegen", en="1 problem stops publication")
_MORE = Text(nl="{count} problemen houden publicatie tegen", en="{count} problems stop publication")
_NEW = Text(
    nl="Je ziet de nieuwe pagina's, maar zo kunnen ze niet online.",
    en="You see the new pages, but they cannot go online like this.",
)
_OLD = Text(
    nl="Je ziet de site van vóór de laatste verandering.",
    en="You see the site from before the last change.",
)
_NONE = Text(
    nl="Er is nog geen goede site om te laten zien.", en="There is no good site to show yet."
)
_LANGUAGE = re.compile(rb'<html[^>]*\blang="([a-z]+)')


class Refused(Abort):
    """A build stops at problems of the content; MkDocs prints the message and no traceback."""

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Finding:
    """One thing that stops publication.

    Attributes:
        text: What it is.
        place: File, line, column and field, where they are known.
        source: The line of the file.
        in_english: Whether it is said in English whatever the language of the page.
    """

    text: Text
    place: str = ""
    source: str = ""
    in_english: bool = False


def findings_of_failure(error: BaseException) -> tuple[Finding, ...]:
    """Return what a build that failed has to say."""
    # Asked for by name: once the hooks have been loaded anew, the class is another.
    problems: tuple[Problem, ...] = getattr(error, "problems", ())
    if problems:
        return tuple(map(_finding_of_problem, problems))
    text = text_of_failure(error).strip()
    return (Finding(Text.same(text)),)


def text_of_failure(error: BaseException) -> str:
    """Return what to say of a build that failed."""
    # MkDocs replaces a BuildError by an Abort that no longer says what is wrong.
    cause = error.__context__ if isinstance(error.__context__, BuildError) else error
    text = str(cause) or type(cause).__name__
    return text if isinstance(cause, MkDocsException) else f"{type(cause).__name__}: {text}"


def finding_of_record(record: logging.LogRecord) -> Finding:
    """Return what a warning of MkDocs says, for which a strict build stops."""
    return Finding(Text.same(record.getMessage()), in_english=True)


def _finding_of_problem(problem: Problem) -> Finding:
    place = problem.place
    return Finding(
        _SENTENCE.format(message=problem.message, remedy=problem.remedy, rule=problem.rule),
        f"{visible(place.path)}:{place.line}:{place.column}: {problem.field}",
        shown_source(problem.source_line, place.column)[0].strip(),
    )


@dataclass(frozen=True)
class Panel:
    """What is shown: the findings, and of when the site is that they stand upon.

    Attributes:
        findings: At least one.
        is_new: Whether the site is that of the build which found them.
        is_there: Whether there is a site at all.
    """

    findings: tuple[Finding, ...]
    is_new: bool = False
    is_there: bool = True

    @property
    def title(self) -> Text:
        """How many problems there are."""
        count = len(self.findings)
        return _ONE if count == 1 else _MORE.format(count=count)

    @property
    def state(self) -> Text:
        """What stands upon the page that the panel is on."""
        if not self.is_there:
            return _NONE
        return _NEW if self.is_new else _OLD

    @property
    def set(self) -> str:
        """A name for these findings, so that who puts them away sees the next."""
        content = json.dumps([(item.place, item.text.nl) for item in self.findings])
        return hashlib.sha256(content.encode()).hexdigest()[:16]


def with_panel(page: bytes, panel: Panel | None, root: str) -> bytes:
    """Return the HTML of a page with the panel at its beginning, if there is one.

    Args:
        page: The page.
        panel: What to show.
        root: The path at which the preview stands, with a slash at both ends.
    """
    if panel is None:
        return page
    match = _LANGUAGE.search(page)
    language = match[1].decode() if match is not None else SOURCE_LANGUAGE
    section = _written("panel.html", panel=panel, language=language, words=_WORDS)
    head = _written("head.html", folder=f"{root}{ADDRESS}")
    page = page.replace(b"</head>", head + b"</head>", 1)
    return re.sub(rb"<body[^>]*>", lambda match: match[0] + section, page, count=1)


def waiting_page() -> bytes:
    """Return the page that stands at every address while there is no site yet."""
    return _written("waiting.html", words=_WORDS)


def add_files(site: Path) -> None:
    """Put what the panel needs into the preview."""
    (site / ADDRESS).mkdir(exist_ok=True)
    for name in SENT:
        shutil.copyfile(FILES / name, site / ADDRESS / name)


def _written(template: str, **values: object) -> bytes:
    return _templates().get_template(template).render(**values).encode()


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(FILES, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""What the running text of a page may hold: Markdown, and safe addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .frontmatter import Document
from .nodes import Position
from .problems import Problem, Rule
from .rules import body as rules
from .rules import fields
from .values import url_rule

NAME = "text"
"""What messages call the running text, where a field has its name."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TOP_HEADING = re.compile(r"#(?!#)")
_SETEXT = re.compile(r"=+\s*$")
_HTML = re.compile(r"<(?!https?://)[A-Za-z/!?][^>\s]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")
_HEADING_NAME = re.compile(r"\{ ?#[a-z0-9-]+ ?\}")
_TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]+)|^ {0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"
    r"|<(?P<automatic>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")


def body_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong in the running text, in order."""
    for number, line in _prose(document):
        for rule, start, end, value in _line_problems(line):
            position = Position(number, start + 1, number, end + 1)
            yield document.problem(
                rule, NAME, position, value=value, instead="https" + value.strip()[4:]
            )


def _prose(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the lines outside code, with code within a line blanked out."""
    fence = ""
    previous = ""
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if match:
            fence = match[1]
            continue
        if _SETEXT.match(line) and previous.strip():
            yield number, "# " + line
        previous = line
        yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def _line_problems(line: str) -> Iterator[tuple[Rule, int, int, str]]:
    if _TOP_HEADING.match(line):
        yield rules.TOP_HEADING, 0, len(line), line
    for match in _HTML.finditer(line):
        if not _TARGET.match(match[0]):
            yield rules.RAW_HTML, match.start(), match.end(), match[0]
    for match in _ATTRIBUTES.finditer(line):
        if not (_HEADING_NAME.fullmatch(match[0]) and line.startswith("#")):
            yield rules.ATTRIBUTE, match.start(), match.end(), match[0]
    for match in _TARGET.finditer(line):
        group = match.lastgroup or ""
        target = match[group]
        meant = "".join(html.unescape(target).split())
        if _SCHEME.match(meant) and (rule := _address_rule(meant)):
            yield rule, match.start(group), match.end(group), target


def _address_rule(address: str) -> Rule | None:
    if address.lower().startswith(("https:", "http:")):
        return url_rule(address)
    return fields.BAD_URL

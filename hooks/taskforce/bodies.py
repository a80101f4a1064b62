"""What the running text of a page may hold: Markdown, and safe addresses.

What counts as code is code to the Markdown of this site for certain; in doubt it is text, so that
nothing hides from these checks.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from .documents import Document
from .features.mistakes import Mistake, mistakes
from .nodes import Position
from .problems import Problem, Rule
from .rendering import first_active
from .rules import body as rules
from .rules import fields
from .web_addresses import url_rule

NAME = "text"
"""What messages call the running text, where a field has its name."""

_FENCE = re.compile(
    r"(?P<mark>(?P<indent> *)(?:`{3,}|~{3,}))"
    r'[ ]?(?P<language>[\w+-]*)(?:[ \t]+title="[^"\n]*")?[ \t]*'
)
_FENCE_LIKE = re.compile(r"[ \t>]*(?:```|~~~)")
# No more than nine backticks: every one without a partner costs a walk to the end of the line.
_CODE = re.compile(r"(?<![`\\])(`{1,9}+)(?!`)(.+?)(?<!`)\1(?!`)")

_TOP_HEADING = re.compile(r"^(?: {0,3}(?:>|[-*+] |\d+\. ))* {0,3}(#(?!#).*)", re.MULTILINE)
_UNDERLINED_HEADING = re.compile(r"\S[ \t]*\n(=+)[ \t]*$", re.MULTILINE)
_LOWER_HEADING = re.compile(
    r"^(?: {0,3}(?:>|[-*+] |\d+\. ))* {0,3}(?P<level>#{2,6})(?!#)|^[^\s|].*\n-+[ \t]*$",
    re.MULTILINE,
)
_TITLE_LEVEL = 1
_HTML = re.compile(r"<(?![Hh][Tt][Tt][Pp][Ss]?://)[A-Za-z/!?][^<>\s]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_HEADING_NAME = re.compile(r"^[^#{}\n]*#[^{}\n]*(\{ ?#[a-z0-9-]+ ?\})[ \t]*$", re.MULTILINE)
_FOREIGN_WORDS = re.compile(r"(?<=\S)[*_](\{lang=[a-z]{2}\})")
_TARGETS = (
    re.compile(r"\]\(\s*(<[^<>\n]*>|(?:(?!\]\()[^)])*)"),
    re.compile(r"(?<!\*)\[(?!\^)[^\[\]]*\]:\s*(\S+)"),
    re.compile(r"(?<!\]\()<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>"),
)
_NO_ALTERNATIVE = re.compile(r"!\[\s*\](?=[(\[])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s`]+\](?!:)")
_FOOTNOTE_TEXT = re.compile(r"^ {0,3}(\[\^[^\[\]\s]+\]):", re.MULTILINE)
_LINK_TITLE = re.compile(r"\s[\"']")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")


def body_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong in the running text."""
    found = list(_problems_of_lines(document))
    yield from found
    if not found and (active := first_active(document.body)):
        line, (reason, snippet) = active
        is_image = reason == "address in src"
        yield document.problem(
            rules.OUTSIDE_IMAGE if is_image else rules.ACTIVE_TEXT,
            NAME,
            document.whole_line(document.body_line + line),
            value=snippet,
        )


def page_links(document: Document) -> Iterator[tuple[str, Position]]:
    """Yield the addresses within the site that the running text names, each with where."""
    text = _Text(document)
    for targets in _TARGETS:
        for match in targets.finditer(text.content):
            target = _target(match)
            address = _address(target)
            if address and not _SCHEME.match(address):
                start = match.start(1)
                yield address, text.position(start, start + len(target))


def _problems_of_lines(document: Document) -> Iterator[Problem]:
    text = _Text(document)
    for rule, start, end, instead in _mistakes(text.content):
        value = text.content[start:end]
        yield document.problem(rule, NAME, text.position(start, end), value=value, instead=instead)


class _Text:
    """The running text of a page without its code, and where each part stands in the file."""

    def __init__(self, document: Document) -> None:
        lines = list(_without_code(document.body.split("\n")))
        self.content = "\n".join(lines)
        self._first_line = document.body_line
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def position(self, start: int, end: int) -> Position:
        """Return where a part stands, as far as its first line goes."""
        index = bisect_right(self._starts, start) - 1
        line = self._first_line + index
        column = start - self._starts[index] + 1
        return Position(line, column, line, column + len(self.content[start:end].split("\n", 1)[0]))


def _without_code(lines: list[str]) -> Iterator[str]:
    """Yield the lines with code replaced by spaces, and the lines of a code block emptied."""
    blocks = _code_blocks(lines)
    is_paired = True
    for number, line in enumerate(lines):
        if number in blocks or not line.strip():
            # Code within a line never runs on past the end of its paragraph.
            is_paired = True
            yield "" if number in blocks else line
            continue
        without = _CODE.sub(lambda code: " " * len(code[0]), line)
        # After a backtick without a partner nobody can tell at a glance which text is code.
        is_paired = is_paired and "`" not in without
        yield without if is_paired else line


def _code_blocks(lines: list[str]) -> set[int]:
    """Return the indexes of the lines of code between fences, as pymdownx.superfences finds them.

    Only the plain form counts: a closing fence that is the same as the opening one, and lines
    indented as far. After any other fence no more code is recognised.
    """
    found: set[int] = set()
    block: list[int] = []
    mark, indent = "", ""
    for number, line in enumerate(lines):
        if not block:
            if match := _FENCE.fullmatch(line):
                mark, indent, block = match["mark"], match["indent"], [number]
            elif _FENCE_LIKE.match(line):
                break
            continue
        block.append(number)
        if line.rstrip() == mark:
            found |= set(block)
            block = []
        elif line.strip() and not line.startswith(indent):
            break
    return found


def _mistakes(text: str) -> Iterator[Mistake]:
    """Yield every rule that the text breaks, with where it begins and ends, and what is right."""
    for headings in (_TOP_HEADING, _UNDERLINED_HEADING):
        for match in headings.finditer(text):
            yield rules.TOP_HEADING, *match.span(1), ""
    yield from _skipped_levels(text)
    yield from mistakes(text)
    for match in _HTML.finditer(text):
        if not _TARGETS[-1].match(match[0]):
            yield rules.RAW_HTML, *match.span(), ""
    allowed = {
        match.span(1)
        for allowed_form in (_HEADING_NAME, _FOREIGN_WORDS)
        for match in allowed_form.finditer(text)
    }
    for match in _ATTRIBUTES.finditer(text):
        if match.span() not in allowed:
            yield rules.ATTRIBUTE, *match.span(), ""
    for match in _NO_ALTERNATIVE.finditer(text):
        yield rules.NO_ALTERNATIVE, *match.span(), ""
    footnotes = set(_FOOTNOTE_TEXT.findall(text))
    for match in _FOOTNOTE.finditer(text):
        if match[0] not in footnotes:
            yield rules.NO_FOOTNOTE, *match.span(), ""
    for targets in _TARGETS:
        for match in targets.finditer(text):
            target = _target(match)
            if rule := _address_rule(target):
                start = match.start(1)
                instead = "https" + target.lstrip("< ")[4:].rstrip("> ")
                yield rule, start, start + len(target), instead


def _skipped_levels(text: str) -> Iterator[Mistake]:
    above = _TITLE_LEVEL
    for match in _LOWER_HEADING.finditer(text):
        level = len(match["level"] or "##")
        if level > above + 1:
            yield rules.HEADING_LEVEL, *match.span("level"), "#" * (above + 1)
        above = level


def _target(match: re.Match[str]) -> str:
    """Return the address of a link as it stands there, without the title after it."""
    return _LINK_TITLE.split(match[1], maxsplit=1)[0].rstrip()


def _address_rule(target: str) -> Rule | None:
    address = _address(target)
    if not _SCHEME.match(address):
        return None
    if address.lower().startswith(("https:", "http:")):
        return url_rule(address)
    return fields.BAD_URL


def _address(target: str) -> str:
    """Return an address as browsers read it: without white space, and `&#58;` as a colon."""
    return "".join(html.unescape(target.strip("<>")).split())

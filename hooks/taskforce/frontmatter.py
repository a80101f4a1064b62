"""One file becomes fields with their places, and a body; a mistake becomes a problem.

MkDocs drops broken front-matter without a word, takes the last of two equal keys and cuts a value
off at ` #`. So files are read here first, and what passes here means the same to MkDocs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from sys import intern

from .blocks import with_fields
from .documents import KEPT, WHOLE_FILE, Document
from .guessing import write
from .invisible import INVISIBLE, around, blanked
from .languages import Text
from .nodes import Position
from .problems import Problem, Rule
from .rules import files

_FENCE = re.compile(r"(---|\.\.\.)[ \t]*")
_CONFLICT_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")
"""What git puts before, between and after two versions of the same lines."""
_READ_WRONGLY = re.compile(
    r"\ufffd|[ÂÃ][\x80-\xbf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€\S?"
)
"""What is left of a letter or quote in UTF-8 that some program took for Windows-1252."""
_FIELD_LIKE = re.compile(r"[A-Za-z_][\w-]*:(\s|$)|\s+\S|- |#(?!#)|$")


@lru_cache(maxsize=KEPT)
def read(path: str, content: bytes) -> Document:
    """Return what the file holds, with every mistake in its form.

    Args:
        path: How messages name the file.
        content: Its bytes.
    """
    document = Document(path)
    problems: list[Problem] = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems.append(document.problem(files.BYTE_ORDER_MARK, WHOLE_FILE))
    # Before anything is counted, so that a line is the same to every message.
    first_return = content.find(b"\r")
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    is_utf8 = True
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        # Windows-1252 is what such a file almost always is: reading on finds the other mistakes.
        is_utf8, text = False, content.decode("cp1252", "replace")
        document = replace(document, lines=tuple(text.split("\n")))
        problems.append(
            document.problem(files.NOT_UTF8, WHOLE_FILE, Position(line, column, line, column + 1))
        )
        if b"\x00" in content:
            return replace(document, readable=False, problems=tuple(problems))
    document = replace(document, lines=tuple(text.split("\n")))
    if first_return >= 0:
        line = content[:first_return].count(b"\n") + 1
        end = len(document.lines[line - 1]) + 1
        problems.append(
            document.problem(files.LINE_ENDINGS, WHOLE_FILE, Position(line, end, line, end + 1))
        )
    if not blanked(text).strip():
        problems.append(document.problem(files.EMPTY_FILE, WHOLE_FILE))
        return replace(document, readable=False, problems=tuple(problems))
    if line := _merge_conflict(document.lines):
        problems.append(
            document.problem(files.MERGE_CONFLICT, WHOLE_FILE, document.whole_line(line))
        )
        return replace(document, readable=False, problems=tuple(problems))
    for number, line_text in enumerate(document.lines, start=1):
        if is_utf8 and (broken := _READ_WRONGLY.search(line_text)):
            where = Position(number, broken.start() + 1, number, broken.end() + 1)
            value, instead = broken[0], _anew(broken)
            problems.append(
                document.problem(
                    files.BROKEN_LETTER, WHOLE_FILE, where, value=value, instead=instead
                )
            )
        elif sign := INVISIBLE.search(line_text):
            column = sign.start() + 1
            problems.append(
                document.problem(
                    files.CONTROL_CHARACTER,
                    WHOLE_FILE,
                    Position(number, column, number, column + 1),
                    **files.without(sign),
                )
            )
    # Half of all lines stand in several files: each is in memory once.
    document = replace(document, lines=tuple(intern(blanked(line)) for line in document.lines))
    return _split(replace(document, problems=tuple(problems)))


def _anew(broken: re.Match[str]) -> Text:
    """Return what to do with a broken letter: the word as it was, where that can be told."""
    before, after = around(broken)
    word = before + broken[0] + after
    try:
        meant = word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return Text(nl="typ het woord opnieuw", en="type the word again")
    return write(meant)


def _merge_conflict(lines: tuple[str, ...]) -> int:
    """Return the number of the line where two versions begin, or 0."""
    numbered = enumerate(lines, start=1)
    places = [
        next((number for number, line in numbered if line.startswith(mark)), 0)
        for mark in _CONFLICT_MARKS
    ]
    return places[0] if all(places) else 0


def _split(document: Document) -> Document:
    """Return the document with its lines divided into fields and body."""
    lines = document.lines
    opening = next(index for index, line in enumerate(lines) if line.strip())
    if not _FENCE.fullmatch(lines[opening].lstrip()) or lines[opening].lstrip().startswith("."):
        return replace(
            document,
            body="\n".join(lines),
            readable=False,
            problems=(*document.problems, document.problem(files.NO_FRONT_MATTER, WHOLE_FILE)),
        )
    if opening or lines[0].startswith((" ", "\t")):
        problem = document.problem(files.SPACE_FIRST, WHOLE_FILE)
        document = replace(document, problems=(*document.problems, problem))
    below = range(opening + 1, len(lines))
    close = next((index for index in below if _FENCE.fullmatch(lines[index].lstrip())), None)
    rule: Rule | None = None
    if close is None:
        rule, close = files.UNCLOSED_FRONT_MATTER, _end_of_fields(lines, opening)
        body_start = close
    else:
        body_start = close + 1
        if lines[close].startswith((".", " ", "\t")):
            rule = files.UNCLOSED_FRONT_MATTER
        elif body_start == len(lines):
            rule = files.NO_LINE_AFTER_FIELDS
    problems = document.problems
    if rule is not None:
        where = document.whole_line(min(close + 1, len(lines)))
        problems = (*problems, document.problem(rule, WHOLE_FILE, where))
    body = "\n".join(lines[body_start:])
    document = replace(document, body=body, body_line=body_start + 1, problems=problems)
    return with_fields(document, opening, close)


def _end_of_fields(lines: tuple[str, ...], opening: int) -> int:
    """Return the index of the first line below the opening that looks no longer like a field."""
    for index, line in enumerate(lines[opening + 1 :], start=opening + 1):
        if not line.strip() or not _FIELD_LIKE.match(line):
            return index
    return len(lines)

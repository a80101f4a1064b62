"""What the parser of YAML stumbles on in a block of fields, and what to write instead.

A line, or an error of the parser with the lines it is about, becomes a problem or a remedy: nothing
here makes fields of them.
"""

from __future__ import annotations

import re

import yaml

from .documents import WHOLE_FILE, Document
from .guessing import write
from .languages import Text
from .nodes import Position
from .problems import Problem
from .rules import syntax

DEEPEST = 6
"""Levels of lists and groups within each other; the model itself needs four."""

TOP_LEVEL = re.compile(r"[^\s#\[\]{},-]|-\S")
"""How the first line of a field of the page begins."""

_FIELD_NAME = re.compile(r"\s*(?:- +)*[\"']?([^\"':]+?)[\"']?\s*:")
CURLY = re.compile(r"[“”„][^“”„]*[“”„]|‘[^‘’]*’")
"""A value between quotes that are none to YAML."""

_CLOSING = {"[": "]", "{": "}"}
_APOSTROPHE = r"'(?:[A-Za-z]\b|\d\d\b)"
_APOSTROPHE_FIRST = re.compile(rf"(?:[:-] +|[\[{{,] *)(?P<value>{_APOSTROPHE}.*)")


def field_name(line: str) -> str:
    """Return the name of the field that begins on a line, or what stands for none."""
    match = _FIELD_NAME.match(line)
    return match[1].strip() if match else WHOLE_FILE


def field_at(lines: list[str], index: int) -> str:
    """Return the name of the field that a line belongs to."""
    top = (line for line in reversed(lines[: index + 1]) if TOP_LEVEL.match(line))
    return field_name(next(top, lines[0]))


def syntax_problem(
    error: yaml.YAMLError, document: Document, lines: list[str], first_line: int
) -> Problem:
    """Return the problem that the parser's error stands for, in its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        position = Position(first_line, 1, first_line, 2)
        return document.problem(syntax.YAML_SYNTAX, WHOLE_FILE, position, value=str(error))
    message = error.problem or ""
    at_end = mark.line >= len(lines)
    at = _point(len(lines) - 1, len(lines[-1]), first_line) if at_end else _at(mark, first_line)
    name = field_at(lines, at.line - first_line)
    line = lines[at.line - first_line]
    before = line[: at.column - 1].rstrip()
    opening, sign = at, ""
    if error.context_mark is not None and error.context_mark.line < len(lines):
        opening = _at(error.context_mark, first_line)
        sign = lines[opening.line - first_line][opening.column - 1 :][:1]
    context = error.context or ""
    if "nesting depth" in message:
        return document.problem(syntax.TOO_DEEP, name, at, limit=str(DEEPEST))
    if context == "while scanning a quoted scalar":
        return _apostrophe(document, lines, opening, first_line, name) or document.problem(
            syntax.UNCLOSED_QUOTE, name, opening
        )
    if at_end and context.startswith("while parsing a flow") and sign in _CLOSING:
        return document.problem(
            syntax.UNCLOSED_BRACKET, name, opening, value=sign, instead=_CLOSING[sign]
        )
    if message.startswith("mapping values are not allowed"):
        instead = _quoted(line, at.column - 1)
        return document.problem(syntax.UNQUOTED_COLON, name, at, instead=instead)
    if message.startswith("did not find expected") and not at_end and before.endswith(('"', "'")):
        return _apostrophe(document, lines, at, first_line, name) or document.problem(
            syntax.TEXT_AFTER_QUOTE, name, at, instead=_with_other_quotes(line)
        )
    if message == "found character that cannot start any token" or context in {
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a directive",
    }:
        remedy = _without_special(lines[opening.line - first_line], opening.column - 1)
        return document.problem(syntax.SPECIAL_CHARACTER, name, opening, value=sign, instead=remedy)
    if context == "while parsing a tag" or message == "found undefined tag handle":
        return document.problem(syntax.YAML_TAG, name, opening, value=sign)
    if _NOTHING.fullmatch(line):
        nothing = Text(nl="", en="")
        return document.problem(syntax.EMPTY_VALUE, name, at, instead=FILL_IN, hint=nothing)
    if message.startswith("block sequence entries are not allowed"):
        if on_line := _LIST_ON_LINE.fullmatch(line):
            return document.problem(syntax.LIST_ON_LINE, name, at, instead=f"[{on_line[1]}]")
    elif message.startswith("did not find expected") and (link := _LINK.fullmatch(line)):
        return document.problem(syntax.LINK_IN_FIELD, name, at, instead=link[1])
    return document.problem(syntax.YAML_SYNTAX, name, at, value=message)


_LIST_ON_LINE = re.compile(r"\s*(?:- )?[\w-]+:\s+- +([^\s#\[{\"'].*?)\s*")
_LINK = re.compile(r"\s*(?:- )?[\w-]+:\s+\[[^\]]*\]\((\S+)\)\s*")
_FIELD = re.compile(r"\s*(?:- )?[\w-]+:\s+(?P<value>[^\s\"'\[{].*?)\s*")
"""A field with its value on one line."""

_NOTHING = re.compile(r"\s*(?:- )?[\w-]+:\s+[-?]\s*")
"""A field with a sign for which there is no value."""

_IN_SINGLE_QUOTES = re.compile(r"\s*(?:- )?[\w-]+:\s+'([^\"\\]*)'\s*")
_STARRED_ITEM = re.compile(r"\s*\*\s+(\S.*?)\s*")
_ALMOST_FIELD = re.compile(r"([A-Za-z_]+)\s*[:=]\s*([^\s=:][^:]*)")
"""A field without the space after its colon, or with another sign for that."""

FILL_IN = Text(nl="vul iets in of haal het veld weg", en="fill it in or remove the field")
"""What to do with a field that has no value."""


def _with_other_quotes(line: str) -> Text:
    """Return how a value with quotes within has to be written."""
    if quoted := _IN_SINGLE_QUOTES.fullmatch(line):
        return Text(
            nl=f'zet dubbele aanhalingstekens om het geheel: "{quoted[1]}"',
            en=f'put double quotes round the whole: "{quoted[1]}"',
        )
    return Text(
        nl="gebruik binnen de waarde ‘ ’ als aanhalingstekens; zet tussen twee velden in {…} een "
        "komma",
        en="use ‘ ’ as quotes within the value; put a comma between two fields in {…}",
    )


def _without_special(line: str, index: int) -> Text:
    """Return how a value that begins with a special sign has to be written."""
    if item := _STARRED_ITEM.fullmatch(line):
        return Text(
            nl=f"een regel van een lijst begint met een streepje: ‘- {item[1]}’",
            en=f"a line of a list begins with a dash: ‘- {item[1]}’",
        )
    instead = _quoted(line, index)
    return Text(
        nl=f"zet de hele waarde tussen rechte aanhalingstekens: {instead}",
        en=f"put the whole value between straight quotes: {instead}",
    )


def as_field(line: str) -> Text:
    """Return how a line has to be written to be a field."""
    if match := _ALMOST_FIELD.fullmatch(line.strip()):
        return write(f"{match[1]}: {match[2]}")
    return Text(
        nl="maak er een veld van; hoort de regel bij het veld erboven, begin die dan met twee "
        "spaties",
        en="make it a field; if the line belongs to the field above it, begin it with two spaces",
    )


def _quoted(line: str, index: int) -> str:
    """Return the value in which a sign stands as it has to be written; `"…"` where that is open."""
    match = _FIELD.fullmatch(line)
    if match is None or match.start("value") > index or re.search(r'["\\]| #', match["value"]):
        return '"…"'
    value = match["value"]
    return f'"{value[1:-1] if CURLY.fullmatch(value) else value}"'


def _apostrophe(
    document: Document, lines: list[str], at: Position, first_line: int, name: str
) -> Problem | None:
    """Return the problem of a value with an apostrophe in front, where that is what is wrong."""
    line = lines[at.line - first_line]
    match = _APOSTROPHE_FIRST.search(line)
    if match is None or match.start("value") >= at.column:
        return None
    column = match.start("value") + 1
    position = Position(at.line, column, at.line, column + 1)
    instead = with_apostrophe(line[: column - 1], match["value"])
    return document.problem(syntax.APOSTROPHE_FIRST, name, position, instead=instead)


def with_apostrophe(before: str, value: str) -> str:
    """Return a value that begins with an apostrophe as it ought to be written, with its field.

    Args:
        before: What stands before it on the line.
        value: The value, and all that comes after it on the line.
    """
    lead = re.search(r"(?:[\w-]+:|-) +$", before)
    if re.search(r"[\[{][^\]}]*$", before):  # Within braces, where the value ends at a comma.
        lead, value = None, re.split(r"[,\]}]", value)[0]
    words = value.strip().removesuffix("'").replace("\\", "\\\\").replace('"', '\\"')
    return f'{lead[0] if lead else ""}"{words}"'


def _at(mark: yaml.Mark, first_line: int) -> Position:
    return _point(mark.line, mark.column, first_line)


def _point(line: int, column: int, first_line: int) -> Position:
    number = line + first_line
    return Position(number, column + 1, number, column + 2)

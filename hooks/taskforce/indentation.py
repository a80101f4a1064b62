"""How far the lines of a block of fields are indented, and how far they ought to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .languages import LANGUAGES
from .nodes import Entry, Mapping, Position, Scalar

INDENTED = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)")
_FIELD_LINE = re.compile(r"(?P<indent> +)(?P<dashes>(?:- +)*)(?:[A-Za-z_][\w-]*:(?: |$)|(?<=- )\S)")
_OUTERMOST = re.compile(r"[A-Za-z_][\w-]*:(?: |$)")


def right_indentation(lines: list[str], index: int) -> int | None:
    """Return how far a line with a field ought to be indented; None where that is not wrong.

    Within its outermost field it must begin below a line of the same kind: an item below an item,
    a field below a field.
    """
    if not (here := _FIELD_LINE.match(lines[index])):
        return None
    start = max((i for i, line in enumerate(lines[:index]) if _OUTERMOST.match(line)), default=0)
    filled = filter(str.strip, lines[start:index])
    above = [match for line in filled if (match := INDENTED.match(line))]
    if here["dashes"]:
        places = {len(match["indent"]) for match in above if match["dashes"]}
    else:
        places = {match.end() for match in above}
    if not places or len(here["indent"]) in places:
        return None
    return min(places, key=lambda place: (abs(place - len(here["indent"])), place))


def is_first_indented(lines: list[str]) -> bool:
    """Return whether the first field stands further in than one below it, which has no indentation.

    Where all fields are indented as far, they are fields all the same.
    """
    first, *rest = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return _FIELD_LINE.match(first) is not None and any(map(_OUTERMOST.match, rest))


def with_languages_inside(entries: Iterable[Entry]) -> Iterator[Entry | tuple[Entry, Position]]:
    """Yield the entries of a group, with texts per language within the empty field above them.

    Such a field comes with the place of the first text, which is not indented far enough.
    """
    waiting = [*entries]
    while waiting:
        entry, *waiting = waiting
        inside: list[Entry] = []
        if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
            while waiting and waiting[0].key.text in LANGUAGES:
                inside.append(waiting.pop(0))
        if inside:
            position = inside[0].key.position
            yield Entry(entry.key, Mapping(position, tuple(inside))), position
        else:
            yield entry

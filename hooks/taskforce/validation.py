"""The fields of a file become a record of the model, and every mistake a problem in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .block_mistakes import FILL_IN
from .documents import KEPT, Document
from .field_types import field_type, written_fields
from .guessing import nearest, nearest_choice
from .kinds import FIELD_NAMES
from .languages import Text
from .model import Translation
from .nodes import Entry, Node, Position, Scalar, Sequence, descend, value_of
from .nodes import Mapping as MappingNode
from .parts import NAMED, WRITTEN_OUT, Record, field_label
from .problems import Problem, shown_value
from .rules import ALL, fields, syntax
from .values import (
    FORMER_ADDRESS,
    AddressBefore,
    Known,
    SlugOf,
    as_former_address,
    says_nothing,
)

_RecordT = TypeVar("_RecordT", bound=Record)

_KINDS = {
    "text": Text(nl="een tekst", en="a text"),
    "list": Text(nl="een lijst", en="a list"),
    "group": Text(nl="een groep velden", en="a group of fields"),
    "number": Text(nl="een getal", en="a number"),
    "whole": Text(nl="een geheel getal", en="a whole number"),
    "truth": Text(nl="‘true’ of ‘false’", en="‘true’ or ‘false’"),
    "only-true": Text(nl="‘true’", en="‘true’"),
}
_EXPECTED = {
    "tuple_type": "list",
    "model_type": "group",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_parsing_size": "whole",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "truth",
    "literal_error": "only-true",
}


@lru_cache(maxsize=KEPT)
def validated(
    document: Document, record: type[_RecordT], known: Known, dutch_path: str = ""
) -> tuple[_RecordT | None, tuple[Problem, ...]]:
    """Return the document's fields as a `record`, or nothing, and the problems.

    Args:
        document: What was read.
        record: The type of the page.
        known: What references may refer to.
        dutch_path: For a translation, the Dutch page where facts belong.
    """
    problems = list(_empty_values(document, document.fields, "", record))
    spoilt = {(problem.place.line, problem.place.column) for problem in document.problems}
    reported = document.unread | {problem.field for problem in problems}
    # One that is empty is told already, and may not be judged as a value as well.
    entries = (entry for entry in document.fields.entries if not _is_empty(entry.value))
    values = {entry.key.text: value_of(entry.value) for entry in entries}
    try:
        return record.model_validate(values, context=known), tuple(problems)
    except ValidationError as error:
        mistakes = error.errors(include_url=False)
        reported |= set(_misspelt(record, mistakes))
        for details in mistakes:
            location = _location(details)
            node, _ = descend(document.fields, location)
            if _name(location) in reported and (details["type"] == "missing" or _is_empty(node)):
                continue
            if details.get("ctx", {}).get("of_whole") and _start(node) in spoilt:
                continue  # It is not the whole value that could be read.
            if details["type"] == "too_short" and isinstance(node, Sequence) and node.items:
                continue  # Its items are wrong, which is a problem of theirs.
            problems.append(_problem(document, record, details, location, dutch_path, known))
    return None, tuple(problems)


def _misspelt(record: type[Record], mistakes: list[ErrorDetails]) -> Iterator[str]:
    """Yield the names of the fields that unknown fields are probably meant for."""
    for details in mistakes:
        if details["type"] == "extra_forbidden":
            *group, key = _location(details)
            labels = _labels(_record_at(record, tuple(group)))
            if meant := nearest_choice(str(key), labels, labels):
                yield _name((*group, meant))


def _start(node: Node) -> tuple[int, int]:
    return node.position.line, node.position.column


def _location(details: ErrorDetails) -> tuple[int | str, ...]:
    return tuple(step for step in details["loc"] if step not in (NAMED, WRITTEN_OUT))


def _name(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in location) or "-"


# --- values left empty ----------------------------------------------------------------------


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (
        not node.text.strip() or (node.plain and node.text in {"~", "null", "Null", "NULL"})
    )


def _empty_values(
    document: Document, node: Node, name: str, record: type[BaseModel]
) -> Iterator[Problem]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            inner = f"{name}.{entry.key.text}" if name else entry.key.text
            if _is_empty(entry.value):
                hint = Text(nl="", en="")
                if node.flow:
                    hint = Text(
                        nl="; hoort dit bij de tekst ervoor, zet dan alles tussen rechte "
                        'aanhalingstekens: "…"',
                        en="; if it belongs to the text before it, put all of that between "
                        'straight quotes: "…"',
                    )
                instead = _WANTED if _is_wanted(record, entry.key.text) else FILL_IN
                yield document.problem(
                    syntax.EMPTY_VALUE, inner, entry.key.position, instead=instead, hint=hint
                )
            else:
                within = _record_at(record, (entry.key.text,))
                yield from _empty_values(document, entry.value, inner, within)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, start=1):
            if _is_empty(item):
                none = Text(nl="", en="")
                yield document.problem(
                    syntax.EMPTY_VALUE,
                    f"{name}.{number}",
                    item.position,
                    instead=FILL_IN,
                    hint=none,
                )
            else:
                yield from _empty_values(document, item, f"{name}.{number}", record)


_WANTED = Text(nl="vul iets in: dit veld is verplicht", en="fill it in: this field is required")


def _is_wanted(record: type[BaseModel], field: int | str) -> bool:
    """Return whether a field cannot be left out."""
    information = written_fields(record).get(str(field))
    return information is not None and information.is_required()


# --- from pydantic's errors to problems -----------------------------------------------------


def _problem(
    document: Document,
    record: type[Record],
    details: ErrorDetails,
    location: tuple[int | str, ...],
    dutch_path: str,
    known: Known,
) -> Problem:
    kind = details["type"]
    node, entry = descend(document.fields, location)
    position = node.position
    name = _name(location)
    owner = _record_at(record, location[:-1])
    if kind in ALL:
        return _broken_rule(document, details, location)
    if kind == "extra_forbidden":
        assert entry is not None
        return _unknown_key(document, owner, name, entry, dutch_path)
    if kind == "missing":
        field = str(location[-1])
        label = _labels(owner).get(field, Text(nl=field, en=field))
        position = node.position if len(location) > 1 else Position(1, 1, 1, 4)
        return document.problem(fields.MISSING_FIELD, name, position, value=field, label=label)
    text = node.text if isinstance(node, Scalar) else ""
    if kind == "too_short":
        return document.problem(
            fields.WRONG_TYPE,
            name,
            position,
            found=Text(nl="een lege lijst", en="an empty list"),
            expected=Text(
                nl="een lijst met ten minste één waarde", en="a list of at least one value"
            ),
            example="[…]",
        )
    if kind in {"greater_than", "greater_than_equal"}:
        instead = Text(nl="een getal vanaf 1", en="a number from 1")
        if kind == "greater_than":
            instead = Text(nl="een getal boven 0", en="a number above 0")
        return document.problem(fields.NUMBER_RANGE, name, position, value=text, instead=instead)
    expected = _KINDS[_EXPECTED.get(kind, "text")]
    example = _example(kind, text)
    group = _group_at(record, location)
    if text and says_nothing(text):
        example = _in_place_of_nothing(expected, wanted=_is_wanted(owner, location[-1]))
    elif group is not None:
        example = _example_of_group(group, node, listed=kind == "tuple_type")
    elif kind == "string_type" and isinstance(node, Sequence) and len(node.items) == 1:
        (only,) = node.items
        example = only.text if isinstance(only, Scalar) and only.text.strip() else example
    elif kind == "tuple_type" and text:
        example = f"[{_listed(owner, location[-1], text, known)}]"
    return document.problem(
        fields.WRONG_TYPE,
        name,
        position,
        found=_found(node),
        expected=expected,
        example=example,
    )


def _group_at(record: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Return the group that stands there, or of which there is a list; None where another can."""
    *above, field = location[:-1] if isinstance(location[-1], int) else location
    information = written_fields(_record_at(record, tuple(above))).get(str(field))
    kind = field_type(information) if information is not None else None
    return kind.part if kind is not None and isinstance(kind.base, type) else None


def _example_of_group(group: type[BaseModel], node: Node, *, listed: bool) -> Text:
    """Return how a group of fields is written, or a list of such groups."""
    wanted = [
        name for name, information in written_fields(group).items() if information.is_required()
    ]
    written = f"{{{', '.join(f'{name}: …' for name in wanted)}}}"
    if isinstance(node, MappingNode):  # One group, and not the list of them.
        return Text(
            nl="‘- ’ voor de eerste regel van de groep, en twee spaties voor de andere",
            en="‘- ’ before the first line of the group, and two spaces before the others",
        )
    if listed:
        return Text(
            nl=f"op de regel onder het veld ‘  - {written}’",
            en=f"‘  - {written}’ on the line below the field",
        )
    return Text(
        nl=f"{written} of de velden op eigen regels",
        en=f"{written} or the fields on lines of their own",
    )


def _in_place_of_nothing(expected: Text, *, wanted: bool) -> Text:
    """Return what to write where somebody wrote that there is nothing."""
    if wanted:
        return expected
    return Text(
        nl="{expected}, of haal het veld weg als er niets is",
        en="{expected}, or remove the field where there is nothing",
    ).format(expected=expected)


def _listed(record: type[BaseModel], field: int | str, text: str, known: Known) -> str:
    """Return what a list written as a text holds, by slugs where those are sure."""
    information = written_fields(record).get(str(field))
    if information is None:
        return text
    kind = field_type(information)
    if kind.mark(AddressBefore):
        parts = [part for part in re.split(r"\s*[,;]\s*", text) if part]
        return ", ".join(
            part if FORMER_ADDRESS.fullmatch(part) else as_former_address(part) for part in parts
        )
    named = kind.mark(SlugOf)
    return ", ".join(named.meant(text, known)) or text if named else text


def _broken_rule(
    document: Document, details: ErrorDetails, location: tuple[int | str, ...]
) -> Problem:
    """Return the problem of a rule, where it points; what is not there, is missing in its group."""
    context = details["ctx"]
    location = (*location, *context["below"])
    while location and _node(document, location) is _node(document, location[:-1]):
        location = location[:-1]
    node, entry = descend(document.fields, location)
    position = entry.key.position if entry and context["at_key"] else node.position
    return document.problem(ALL[details["type"]], _name(location), position, **context["values"])


def _node(document: Document, location: tuple[int | str, ...]) -> Node:
    return descend(document.fields, location)[0]


def _found(node: Node) -> Text:
    if isinstance(node, MappingNode):
        return _KINDS["group"]
    if isinstance(node, Sequence):
        return _KINDS["list"]
    text = shown_value(node.text)
    return Text(nl=f"de tekst ‘{text}’", en=f"the text ‘{text}’")


_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?\s*(?:MB)?", re.ASCII | re.IGNORECASE)
"""A number as people write the size of a file."""


def _example(kind: str, text: str) -> Text | str:
    number = _NUMBER.fullmatch(text)
    examples: Mapping[str, Text | str] = {
        "text": Text(nl="gewone tekst op één regel", en="plain text on one line"),
        "list": f"[{text}]" if text else Text(nl="een lijst: [een, twee]", en="a list: [one, two]"),
        "group": Text(
            nl="{nl: …, en: …} of de velden op eigen regels",
            en="{nl: …, en: …} or the fields on lines of their own",
        ),
        "whole": "1, 2, 3 …",
        "number": ".".join(filter(None, number.groups())) if number else "1.2",
        "truth": Text(nl="‘true’ of ‘false’", en="‘true’ or ‘false’"),
        "only-true": Text(nl="‘true’, of haal het veld weg", en="‘true’, or remove the field"),
    }
    return examples[_EXPECTED.get(kind, "text")]


def _unknown_key(
    document: Document, owner: type[BaseModel], name: str, entry: Entry, dutch_path: str
) -> Problem:
    key = entry.key.text
    if dutch_path and key in FACTS:
        return document.problem(
            fields.FACT_ON_TRANSLATION, name, entry.key.position, value=key, instead=dutch_path
        )
    labels = _labels(owner)
    instead = nearest(key, labels, labels)
    return document.problem(
        fields.UNKNOWN_KEY, name, entry.key.position, value=key, instead=instead
    )


def _labels(record: type[BaseModel]) -> dict[str, Text]:
    """Return the fields of a record as editors write them, with their labels."""
    return {name: field_label(information) for name, information in written_fields(record).items()}


@lru_cache(maxsize=4096)  # Asked of every field of every page, over and over.
def _record_at(record: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the type of the group of fields that `location` leads to."""
    for step in location:
        information = written_fields(record).get(str(step))
        if information is not None:
            record = field_type(information).part or record
    return record


FACTS = FIELD_NAMES - frozenset(_labels(Translation))
"""The fields that only the Dutch page has."""

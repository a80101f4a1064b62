"""The text of a page: its fields with what they hold, and the others ready to be filled in.

What is explained stands behind `# `; a field that is left out behind `#`, which is all that has to
be taken away to use it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from ..field_types import FieldType
from ..languages import Language, Text
from ..nodes import Untyped
from ..parts import Localised, Record, field_explanation, field_label
from ..vocabulary import Word
from .answers import Typed, Values
from .questions import ordered_fields

_WIDTH = 100

_OPENING = Text(
    nl="Regels die met een # beginnen, tellen niet mee. Haal de # weg om een veld te gebruiken.",
    en="Lines that begin with a # do not count. Remove the # to use a field.",
)
_EXPLAINED = Text(nl="{label}. {explanation}", en="{label}. {explanation}")
_CHOICES = Text(nl="Kies uit: {words}.", en="Choose from: {words}.")


def page(fields: str, body: str = "") -> str:
    """Return the text of a file with these fields."""
    return f"---\n{fields}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def skeleton(record: type[Record], values: Values, examples: Values, language: Language) -> str:
    """Return the lines of front-matter of a page.

    Args:
        record: What kind of page it is.
        values: What its fields hold.
        examples: What the others could hold; they are commented out.
        language: That of the comments.
    """
    lines = [*_comment(_OPENING.in_language(language))]
    for field, information, kind in ordered_fields(record):
        explained = _EXPLAINED.format(
            label=field_label(information), explanation=field_explanation(information)
        )
        lines += _comment(_with_choices(explained, kind, language))
        if kind.part not in (None, Localised):
            lines += _parts(kind.part, language)
        if field in values:
            lines += as_yaml({field: values[field]}).splitlines()
        else:
            lines += [f"#{line}" for line in as_yaml({field: examples[field]}).splitlines()]
    return "".join(f"{line}\n" for line in lines)


def _parts(record: type[BaseModel], language: Language, indent: str = "  ") -> Iterator[str]:
    for field, information, kind in ordered_fields(record):
        explanation = _with_choices(field_explanation(information), kind, language)
        yield from _comment(f"{field}: {explanation}", indent)


def _with_choices(explanation: Text, kind: FieldType, language: Language) -> str:
    text = explanation.in_language(language)
    if not kind.words:
        return text
    words = ", ".join(_choice(word, language) for word in kind.words)
    return f"{text} {_CHOICES.format(words=words).in_language(language)}"


def _choice(word: Word, language: Language) -> str:
    label = word.label.in_language(language)
    return word.value if label == word.value else f"{word.value} ({label})"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    first, below = f"# {indent}", f"# {indent}{'  ' if indent else ''}"
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=below,
        break_long_words=False,
        break_on_hyphens=False,
    )


# --- YAML -----------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Writes fields as the pages of this site do: lists indented, quotes only where needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


def _typed(dumper: yaml.SafeDumper, text: Typed | Untyped) -> yaml.Node:
    tag = dumper.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, str(text))


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    is_flat = all(isinstance(item, str) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_flat)


_Dumper.add_representer(Typed, _typed)
_Dumper.add_representer(Untyped, _typed)
_Dumper.add_representer(list, _list)


def as_yaml(values: Mapping[str, object]) -> str:
    """Return fields as YAML, by a library: whatever a value holds, it stays a value."""
    return yaml.dump(
        dict(values),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=float("inf"),
    )

"""The kinds of admonition, and what editors may call them.

A kind has an icon of its own shape, a word in each language, and a colour (docs/assets/css).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .languages import SOURCE_LANGUAGE, Language, Text


@dataclass(frozen=True)
class Kind:
    """A kind of admonition: the title that it has by default, and its icon."""

    title: Text
    icon: str


KINDS: Mapping[str, Kind] = {
    "note": Kind(Text(nl="Opmerking", en="Note"), "material-pencil-circle"),
    "abstract": Kind(Text(nl="Samenvatting", en="Abstract"), "material-clipboard-text"),
    "info": Kind(Text(nl="Informatie", en="Info"), "material-information"),
    "tip": Kind(Text(nl="Tip", en="Tip"), "material-lightbulb"),
    "success": Kind(Text(nl="Gelukt", en="Success"), "material-check-bold"),
    "question": Kind(Text(nl="Vraag", en="Question"), "material-help-circle"),
    "important": Kind(Text(nl="Belangrijk", en="Important"), "material-message-alert"),
    "warning": Kind(Text(nl="Let op", en="Warning"), "material-alert"),
    "caution": Kind(Text(nl="Pas op", en="Caution"), "material-alert-octagon"),
    "failure": Kind(Text(nl="Mislukt", en="Failure"), "material-close-thick"),
    "danger": Kind(Text(nl="Gevaar", en="Danger"), "material-lightning-bolt"),
    "bug": Kind(Text(nl="Fout", en="Bug"), "material-bug"),
    "example": Kind(Text(nl="Voorbeeld", en="Example"), "material-test-tube"),
    "quote": Kind(Text(nl="Citaat", en="Quote"), "material-format-quote-close"),
}
"""The kinds, by what editors write."""

ALIASES: Mapping[str, str] = {
    "summary": "abstract",
    "tldr": "abstract",
    "todo": "info",
    "hint": "tip",
    "check": "success",
    "done": "success",
    "help": "question",
    "faq": "question",
    "attention": "warning",
    "fail": "failure",
    "missing": "failure",
    "error": "danger",
    "cite": "quote",
}
"""Other names that editors of Material sites know, each with its kind."""


def kinds_with_names() -> Mapping[str, tuple[str, ...]]:
    """Return each kind with all names by which it can be written, its own first."""
    return {
        name: (name, *(alias for alias, meant in ALIASES.items() if meant == name))
        for name in KINDS
    }


def says_kind(words: object, kind: str, language: Language = SOURCE_LANGUAGE) -> bool:
    """Return whether a title is no more than the word that a kind has by itself."""
    known = KINDS.get(ALIASES.get(kind, kind))
    of_kind = {"", kind.capitalize(), known.title.in_language(language)} if known else set()
    return isinstance(words, str) and words.strip(" ") in of_kind

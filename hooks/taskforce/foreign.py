"""Text in another language than it should be in, told by words that only one language has.

Measured on the texts of this site (README): short ones give no false alarms, since a title or name
in another language is no mistake, and of longer ones nine in ten are recognised. A page that was
forgotten has many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .documents import KEPT, Document
from .languages import LANGUAGES, Language, language_name, words_in
from .nodes import Mapping, Node, Position, Scalar, Sequence
from .problems import Problem
from .rules import translations as rules
from .running_text.syntax import Node as Part
from .running_text.syntax import parsed, with_next

FEWEST = 8
"""Words in a text of which the language counts."""

_TELLING: dict[Language, frozenset[str]] = {
    language: frozenset(words_in(language).telling.split()) for language in LANGUAGES
}
"""Words that belong to one language of the site only; two of them tell what a text is in."""

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
"""Is in the language of where it leads."""

_TIMES = 4
"""How many there must be for one of the other language: a sentence may hold a foreign title."""
_SHOWN = 5
"""Words of a text that are quoted."""


def seems_to_be_in(words: str, fewest: int = 0) -> Language | None:
    """Return the language that the words of a text tell, if they do.

    Args:
        words: The text.
        fewest: How many words it must have to tell anything.
    """
    tokens = _WORD.findall(_ADDRESS.sub(" ", words.casefold()))
    counts = {
        language: sum(word in _TELLING[language] for word in tokens) for language in LANGUAGES
    }
    for language in LANGUAGES if len(tokens) >= fewest else ():
        others = sum(counts.values()) - counts[language]
        if counts[language] >= 2 and counts[language] > _TIMES * others:
            return language
    return None


@lru_cache(maxsize=KEPT)
def foreign_texts(document: Document, language: Language) -> tuple[Problem, ...]:
    """Return the texts of a page that seem to be in another language than its own or than they say.

    Args:
        document: The page.
        language: Its language, that of its running text and summary.
    """
    return tuple(_foreign_texts(document, language))


def _foreign_texts(document: Document, language: Language) -> Iterator[Problem]:
    for name, expected, scalar in field_texts(document.fields, language):
        if is_foreign(scalar.text, expected):
            yield _problem(document, name, scalar.position, scalar.text, expected)
    if not _may_be_foreign(document.body, language):
        return
    goes_on = False
    for block, words in _runs(parsed(document.body)):
        foreign = is_foreign(words, language)
        if foreign and not goes_on:  # Of a page that was not translated one message is enough.
            first = block.map[0] if block.map else 0
            line = min(document.body_line + first, len(document.lines))
            yield _problem(document, "text", document.whole_line(line), words, language)
        goes_on = foreign or (goes_on and seems_to_be_in(words) != language)


def is_foreign(words: str, expected: str, fewest: int = FEWEST) -> bool:
    """Return whether a text seems to be in another language than is expected.

    Of a language without telling words nobody can say that a text is not in it.
    """
    return bool(_TELLING.get(expected)) and seems_to_be_in(words, fewest) not in {None, expected}


def _may_be_foreign(body: str, expected: Language) -> bool:
    """Return whether a text has enough words of another language to look at it more closely."""
    tokens = set(_WORD.findall(body.casefold()))
    return any(
        len(tokens & words) > 1 for language, words in _TELLING.items() if language != expected
    )


def _problem(
    document: Document, name: str, position: Position, words: str, expected: Language
) -> Problem:
    apparent = seems_to_be_in(words)
    quoted = " ".join(words.split()[:_SHOWN])
    return document.problem(
        rules.OTHER_LANGUAGE,
        name,
        position,
        value=f"{quoted} …",
        found=language_name(apparent or expected),
        language=language_name(expected),
    )


def field_texts(
    node: Node, language: Language, name: str = ""
) -> Iterator[tuple[str, Language, Scalar]]:
    """Yield the texts in the fields of which the language is known, each with its field.

    Args:
        node: The fields.
        language: That of the page, and of its summary.
        name: The field that they stand in; empty for those of a page.
    """
    if isinstance(node, Sequence):
        for item in node.items:
            yield from field_texts(item, language, name)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            key, value = entry.key.text, entry.value
            of_key = key if key in LANGUAGES else None
            if isinstance(value, Scalar):
                if key == "summary" or of_key:
                    yield name or key, of_key or language, value
            else:
                yield from field_texts(value, language, key)


def _runs(root: Part) -> Iterator[tuple[Part, str]]:
    """Yield every piece of text that the page shows in one style, with the part it stands in."""
    for inline in root.walk():
        if inline.type == "inline":
            titles = (str(node.attrs.get("title", "")) for node in inline.walk())
            for words in (*_pieces(inline), *filter(None, titles)):
                yield inline if inline.map else inline.parent or inline, words


def _pieces(node: Part) -> Iterator[str]:
    run: list[str] = []
    for child, after in with_next(node):
        if child.children:
            yield "".join(run)
            run = []
            if after is None or after.type != "language":
                yield from _pieces(child)
        elif child.type == "text":
            run.append(child.content)
        elif child.type != "code_inline":
            run.append(" ")
    yield "".join(run)

"""What an editor probably meant: the right value that a wrong one looks most like."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection as Choices
from collections.abc import Mapping
from types import MappingProxyType

from .languages import Text, sort_key

_NEAR, _NEAR_NAME = 0.6, 0.75
"""How like a value must be: to a word of a short list that is published, and to a name."""

_SHORT = 4
"""Names up to this many characters are alike by accident (`ezk`, `bzk`)."""

_COMMON = frozenset(
    re.findall(r"\w+", "aan de den der het een en in of op te tot van voor the a an and for")
)
"""Words that tell no name from another."""

_OF_ANY_NAME = frozenset(("gemeente", "gem", "municipality", "thema", "theme"))
"""Words that people put before a name to say what kind of thing it is of."""

_LISTED = 20
"""A remedy lists at most this many values."""


def nearest_choice(
    value: str, choices: Choices[str], labels: Mapping[str, Text] = MappingProxyType({})
) -> str | None:
    """Return the right value that `value` looks most like, if it looks like any (see `nearest`)."""
    words = {
        word.casefold(): choice
        for choice, label in labels.items()
        for word in label.by_language.values()
    } | {choice: choice for choice in choices}
    near = difflib.get_close_matches(value.casefold(), words, n=1, cutoff=_NEAR)
    return words[near[0]] if near else None


def nearest(
    value: str, choices: Choices[str], labels: Mapping[str, Text] = MappingProxyType({})
) -> Text:
    """Return the remedy: the nearest right value, or all of them where none is near.

    `labels` gives what readers see for a choice, which an editor may have written in its place.
    """
    right = nearest_choice(value, choices, labels)
    return did_you_mean(right) if right is not None else choose_from(choices)


def nearest_name(value: str, names: Choices[str]) -> str | None:
    """Return the name that `value` is probably a slip of the keyboard for, if there is one.

    A short name is only taken for one with the same characters in another order.
    """
    small = value.casefold()
    same = sorted(small)
    swapped = [name for name in sorted(names) if sorted(name) == same]
    if swapped or len(small) <= _SHORT:
        return swapped[0] if swapped else None
    long = [name for name in names if len(name) > _SHORT]
    return next(iter(difflib.get_close_matches(small, long, n=1, cutoff=_NEAR_NAME)), None)


def named_so(value: str, names: Mapping[str, str]) -> str | None:
    """Return what a thing with this name is referred to by, where exactly one has such a name.

    ‘Gemeente Zwolle’ and ‘VNG (Den Haag)’ are names of what is called ‘Zwolle’ and ‘VNG’, and
    ‘Economische Zaken’ of what is called ‘Ministerie van Economische Zaken’.

    Args:
        value: The name as an editor wrote it.
        names: What things are called, with what they are referred to by.
    """
    wanted = _words(value)
    if not wanted:
        return None
    by_words = [(_words(name), reference) for name, reference in names.items()]
    same = {reference for words, reference in by_words if words == wanted}
    if len(same) == 1:
        return same.pop()
    contained = [
        (len(words), reference) for words, reference in by_words if words and words < wanted
    ]
    longest = max((size for size, _ in contained), default=0)
    matches = {reference for size, reference in contained if size == longest}
    if not matches:
        matches = {reference for words, reference in by_words if wanted < words}
    return matches.pop() if len(matches) == 1 else None


def surely_named_so(value: str, names: Mapping[str, str]) -> str | None:
    """Return what the one thing is referred to by that has each word of `value` in its name.

    Other than for `named_so` no word is left over: ‘centres and SMEs’ is the name of neither.
    """
    named = [(_words(name), reference) for name, reference in names.items()]
    for wanted in filter(None, (_words(value), _words(value) - _OF_ANY_NAME)):
        matches = {reference for words, reference in named if words == wanted} or {
            reference for words, reference in named if words > wanted
        }
        if matches:
            return matches.pop() if len(matches) == 1 else None
    return None


_BETWEEN_NAMES = re.compile(r"\s*[,;/&+]\s*|\s+(?:en|and)\s+", re.IGNORECASE)


def each_surely_named_so(value: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the things are referred to by that `value` names, where each is certain.

    ‘mkb en human capital’ names two, and ‘Economie en Klimaat’ the one ministry of that name.
    """
    if whole := surely_named_so(value, names):
        return (whole,)
    parts = [surely_named_so(part, names) for part in _BETWEEN_NAMES.split(value)]
    return tuple(dict.fromkeys(filter(None, parts))) if all(parts) else ()


def did_you_mean(right: str) -> Text:
    """Return the remedy that offers one value."""
    return Text(nl=f"bedoelde je ‘{right}’?", en=f"did you mean ‘{right}’?")


def write(right: str) -> Text:
    """Return the remedy that gives what to write."""
    return Text(nl=f"schrijf ‘{right}’", en=f"write ‘{right}’")


def choose_from(choices: Choices[str]) -> Text:
    """Return the remedy that offers all values, as far as there is room."""
    listed = ", ".join([*choices][:_LISTED]) + (", …" if len(choices) > _LISTED else "")
    if not listed:
        return Text(nl="maak die eerst", en="make it first")
    return Text(nl=f"kies uit: {listed}", en=f"choose from: {listed}")


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", sort_key(name)[0])) - _COMMON

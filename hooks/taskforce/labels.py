"""The words that the site itself adds to a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from .languages import Text, sentence_case
from .own_yaml import own_yaml
from .vocabulary import Collection


@cache
def labels() -> Mapping[str, Text]:
    """Return every label by name; the kinds of page have theirs in the vocabulary.

    Raises:
        pydantic.ValidationError: a label lacks a language.
    """
    path = Path(__file__).with_name("labels.yml")
    read = own_yaml(path)
    return MappingProxyType(TypeAdapter(dict[str, Text]).validate_python(read) | _of_kinds())


def _of_kinds() -> dict[str, Text]:
    """Return what a kind of page is called above one page and above several."""
    found = {}
    for collection in Collection:
        several = collection.name.lower()
        found[several.removesuffix("s")] = _heading(collection.label)
        found[several] = _heading(collection.several)
    return found


def _heading(words: Text) -> Text:
    return Text(nl=sentence_case(words.nl), en=sentence_case(words.en))

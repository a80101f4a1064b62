"""The words that the site itself adds to a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from .languages import Text
from .own_yaml import own_yaml


@cache
def labels() -> Mapping[str, Text]:
    """Return every label by name.

    Raises:
        pydantic.ValidationError: a label lacks a language.
    """
    path = Path(__file__).with_name("labels.yml")
    read = own_yaml(path)
    return MappingProxyType(TypeAdapter(dict[str, Text]).validate_python(read))

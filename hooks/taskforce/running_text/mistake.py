"""Something wrong in a running text, before it has a place in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..languages import Text
from ..problems import Rule
from .syntax import Node


@dataclass(frozen=True)
class Mistake:
    """A rule that a text breaks.

    Attributes:
        rule: The rule.
        node: The block in which it happens.
        quoted: What stands there, to find its place by; empty where the whole line is meant.
        values: What the messages of the rule name besides `value`, which is `quoted`.
    """

    rule: Rule
    node: Node
    quoted: str = ""
    values: Mapping[str, str | Text] = field(default_factory=dict)

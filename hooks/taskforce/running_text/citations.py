"""Citations: `[^source-id]` in running text names a source where its fact stands.

It is written as a footnote, which GitHub's preview leaves as it is. A footnote has its text on the
page; a citation has it in the register of sources.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ..documents import KEPT
from .marks import CITATION
from .syntax import is_readable, parsed

IN_BRACKETS = re.compile(r"\[([a-z0-9-]+)\]")
"""What looks like a citation that lacks its sign."""

_MARKED = re.compile(f"{CITATION}([^{CITATION}\n]+){CITATION}")


@lru_cache(maxsize=KEPT)
def cited(body: str) -> tuple[str, ...]:
    """Return the names that a text cites and gives no note for, each once, in their order."""
    if "[^" not in body:
        return ()
    references = (node.meta for node in parsed(body).walk() if node.type == "footnote_ref")
    return tuple(dict.fromkeys(meta["label"] for meta in references if not meta["noted"]))


def named(body: str) -> frozenset[str]:
    """Return all that a text cites, or may be meant to cite: of no other source does it say."""
    if not is_readable(body):  # Which is a problem of its own.
        return frozenset()
    return frozenset((*cited(body), *IN_BRACKETS.findall(body)))


def with_citations(text: str, cite: Callable[[str], str]) -> str:
    """Return a text written for Python-Markdown with each citation as `cite` makes it."""
    return _MARKED.sub(lambda match: cite(match[1]), text)

"""How a translation is tied to the text it was made from."""

from __future__ import annotations

import hashlib
import re

_FINGERPRINT = re.compile(r"[0-9a-f]{8}")


def fingerprint(title: str, summary: str, body: str) -> str:
    """Return eight characters that change whenever a word of the page does.

    White space does not count: wrapping a paragraph anew asks for no new translation.
    """
    words = " ".join(" ".join((title, summary, body)).split())
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def is_fingerprint(text: str | None) -> bool:
    """Return whether the text looks like a fingerprint."""
    return text is not None and _FINGERPRINT.fullmatch(text) is not None


def with_fingerprint(text: str, mark: str) -> str:
    """Return the text of a translated page with `mark` as what it translates.

    Args:
        text: a whole file that begins with front-matter.
        mark: the fingerprint of the Dutch page.
    """
    line = f'translates: "{mark}"'
    head, fence, rest = text.partition("\n---")
    if re.search(r"^translates:.*$", head, flags=re.MULTILINE):
        head = re.sub(r"^translates:.*$", line, head, count=1, flags=re.MULTILINE)
    else:
        head = f"{head}\n{line}"
    return head + fence + rest

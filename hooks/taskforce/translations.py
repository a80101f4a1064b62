"""How a translation is tied to the words that it was made from."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from .frontmatter import read
from .nodes import text_in

Versions = Iterable[tuple[bytes | None, bytes | None]]
Past = Callable[[str, str], Versions]
"""Returns what a translation and its Dutch page held whenever the translation changed.

Given their paths; newest first. None for what is not known.
"""


def no_past(translation: str, dutch: str) -> Versions:
    """Return nothing, as where there is no git."""
    return ()


_kept = lru_cache(maxsize=10_000)
"""The preview asks again for each page at every save."""

_FINGERPRINT = re.compile(r"[0-9a-f]{8}")

_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), instead)
    for pattern, instead in (
        (r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]", ""),  # what nobody sees
        (r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+", ""),  # [label]: address
        (r"\]\([ \t]*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)", "] "),  # [text](address
        (r"\]\[[^\]\n]*\]", "]"),  # [text][label]
        (r"\b(?:https?://|mailto:|www\.)[^\s<>()\]]+", " "),
        (r"\[\^[^\]\n]+\]", " "),  # [^note]
        (r"\[![A-Za-z]+\]", " "),  # > [!NOTE]
        (r"^[ \t>]*(?:!{3}|\?{3}\+?)[\w \t-]*", " "),  # !!! note "Title"
        (r"(?:`{3,}|~{3,})[ \t]*[\w+-]*", " "),  # ```yaml
        (r"\{[ \t]*[:#.][^{}\n]*\}", " "),  # {#name .class}
        (r":[a-z][\w+-]*:", " "),  # :material-check:
        (r"^[ \t>]*\d{1,9}[.)](?=\s)", " "),  # 1.
        (r"[*_`~^\\]|==|\+\+", ""),
    )
)
"""What stands in Markdown and is no word of the reader's; the rest of it is punctuation."""

_WORD = re.compile(r"[^\W_]+|%|[^\x00-\x7f\w\s]")


def words(text: str) -> list[str]:
    """Return the words of a text in Markdown, with signs that mean something, such as €.

    White space, emphasis, addresses, the kind of a list or notice, punctuation and capitals are
    none: a translation stays right when they change.
    """
    text = unicodedata.normalize("NFC", html.unescape(text))
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return [
        word.casefold()
        for word in _WORD.findall(text)
        if word.isascii() or unicodedata.category(word[0])[0] in "LNS"
    ]


@_kept
def fingerprint(title: str, summary: str, body: str) -> str:
    """Return eight characters that change whenever a word of the page does."""
    text = "\n".join(" ".join(words(part)) for part in (title, summary, body))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@_kept
def fingerprint_of(content: bytes) -> str:
    """Return the fingerprint of a whole file, whatever is wrong with its fields."""
    document = read.__wrapped__("", content)  # Nothing else asks what it was.
    title, summary = (text_in(document.fields, name) for name in ("title", "summary"))
    return fingerprint(title, summary, document.body)


def made_from(now: str, versions: Versions, known: Mapping[bytes, str]) -> str | None:
    """Return the fingerprint of the Dutch page when the translation got the words it has now.

    None where that is not known: a translation that was not committed yet is of now.

    Args:
        now: The fingerprint of the translation itself.
        versions: What it and the Dutch page held before, newest first.
        known: The fingerprints of some files, by all that they hold: those are not read again.
    """

    def mark(content: bytes) -> str:
        return known.get(content) or fingerprint_of(content)

    dutch: bytes | None = None
    for earlier, beside in versions:
        if earlier is None:
            return None
        if mark(earlier) != now:
            break
        dutch = beside
    return None if dutch is None else mark(dutch)


def is_behind(
    dutch: str,
    claimed: str | None,
    translation: str,
    versions: Versions,
    known: Mapping[bytes, str],
) -> bool:
    """Return whether the Dutch page has got other words since a translation was right.

    Args:
        dutch: The fingerprint of the Dutch page.
        claimed: The one that the translation names as its own; what editors say holds, and so does
            what they do: changing the words of a translation makes it one of the text of then.
        translation: The fingerprint of the translation.
        versions: What both held before, newest first.
        known: The fingerprints of some files, by all that they hold.
    """
    if claimed == dutch:
        return False
    possible = {claimed, made_from(translation, versions, known)} - {None}
    return bool(possible) and dutch not in possible


def is_fingerprint(text: str | None) -> bool:
    """Return whether the text looks like a fingerprint."""
    return text is not None and _FINGERPRINT.fullmatch(text) is not None


def as_field(mark: str) -> str:
    """Return the line of front-matter by which a translation says which Dutch text it is of."""
    return f'translates: "{mark}"'


def with_fingerprint(text: str, mark: str) -> str:
    """Return the text of a translated page with `mark` as what it translates.

    Args:
        text: A whole file that begins with front-matter.
        mark: The fingerprint of the Dutch page.
    """
    head, fence, rest = text.partition("\n---")
    if re.search(r"^translates:.*$", head, flags=re.MULTILINE):
        head = re.sub(r"^translates:.*$", as_field(mark), head, count=1, flags=re.MULTILINE)
    else:
        head = f"{head}\n{as_field(mark)}"
    return head + fence + rest

"""Words as people type them: without accents and capitals, in parts, in other forms.

Dutch writes compounds as one word, and the stemmer of the search engine knows only endings. A
compound is split here where its last part is a word that the site (or the list in search.yml)
knows, and its first part is one too or ends in the linking `s`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INITIALS = re.compile(r"\b[^\W_](?: ?& ?[^\W_])+\b")
_SIGNED = re.compile(r"\b([^\W\d_])(\+\+|#)(?!\w)")
_SIGNS = {"++": "plusplus", "#": "sharp"}
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_LINKS = ("", "s", "e", "en", "n")
_LIGATURES = (0x132, 0x133, *range(0xFB00, 0xFB07))
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
"""The soft hyphen, and what joins, parts or turns round letters without being seen."""
_UNTYPED = {
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys((0x2010, 0x2011), "-"),
    **{letter: unicodedata.normalize("NFKC", chr(letter)) for letter in _LIGATURES},
}
_SELDOM_TYPED = re.compile(f"[{''.join(map(chr, _UNTYPED))}]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_HARDENED = {"v": "f", "z": "s"}
"""How a consonant is written at the end of a word."""
_SHORT_VOWEL = re.compile(r"(?<![aeiou])[aeou][^aeiou]$")
_SHORTEST_ADJECTIVE = 5
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 4
_SHORTEST_WITH_LINK = 5
"""How long an unknown first part with the linking `s` must be."""


def searchable(text: str) -> str:
    """Return the text as it is looked through: with the letters that a reader sees and types.

    Soft hyphens and what else has no width fall out, a ligature becomes the letters that it joins,
    and every hyphen is the one of a keyboard.
    """
    return text if text.isascii() else _SELDOM_TYPED.sub(_as_typed, text)


def _as_typed(sign: re.Match[str]) -> str:
    return _UNTYPED[ord(sign[0])]


def folded(text: str) -> str:
    """Return the text without capitals, accents and what nobody types."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_without_accents, text.casefold())


def _without_accents(letters: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", searchable(letters[0])).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; `thema's` and `MKB-agenda` are one word each."""
    return _words_of_folded(folded(text))


def _words_of_folded(text: str) -> list[str]:
    return _WORD.findall(_lettered(text).replace("’", "'"))


def _lettered(text: str) -> str:
    """Return a text with letters for the signs of a name: `r&d` is `rd`, `c++` is `cplusplus`."""
    if "&" in text:
        text = _INITIALS.sub(lambda match: re.sub("[& ]", "", match[0]), text)
    if "+" in text or "#" in text:
        text = _SIGNED.sub(lambda match: match[1] + _SIGNS[match[2]], text)
    return text


def plain_words(text: str) -> list[str]:
    """Return the words of a text as a search reads them: hyphens part, a possessive falls off."""
    words: list[str] = []
    for word in words_of(text):
        if word.isalnum():
            words.append(word)
        else:
            words += filter(None, re.split("[-']", _POSSESSIVE.sub("", word)))
    return words


def around_signs(text: str) -> Iterator[str]:
    """Yield what is typed for words with signs inside: in letters; joined, and the longer parts.

    `O'Neill` is also looked for as `oneill` and `neill`, `R&D` as `rd`, and Pagefind knows none of
    these by itself.
    """
    plain = folded(text)
    yield from (_lettered(name) for name in _INITIALS.findall(plain))
    yield from (_lettered(match[0]) for match in _SIGNED.finditer(plain))
    for word in _words_of_folded(plain):
        for name in _POSSESSIVE.sub("", word).split("-") if "'" in word else ():
            parts = name.split("'")
            if len(parts) > 1:
                yield "".join(parts)
                yield from (part for part in parts if len(part) >= _SHORTEST_FIRST)


def uninflected(adjective: str) -> Iterator[str]:
    """Yield what a Dutch adjective in -e may be without it, where more than the ending differs.

    `weerbare` is `weerbaar`, `snelle` is `snel`, `massieve` is `massief`; most that is yielded is
    no word.
    """
    if len(adjective) < _SHORTEST_ADJECTIVE or not adjective.endswith("e"):
        return
    root = adjective[:-1]
    if root[-1] == root[-2]:
        yield root[:-1]
        return
    hard = root[:-1] + _HARDENED.get(root[-1], root[-1])
    if hard != root:
        yield hard
    if _SHORT_VOWEL.search(hard):
        yield hard[:-1] + hard[-2:]


class Compounds:
    """Splits Dutch compounds with the words that it was given."""

    def __init__(
        self, known: Iterable[str], *, never: Iterable[str] = (), whole: Iterable[str] = ()
    ) -> None:
        """Take the words to split with.

        Args:
            known: The words that may be parts.
            never: Words that are no part, such as prepositions: `over` in `overzicht`.
            whole: Words that are never split.
        """
        self._never = frozenset(never)
        self._known = frozenset(known) - self._never
        self._whole = frozenset(whole)
        self._found: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound, first to last; nothing where it is none."""
        if word not in self._found:
            self._found[word] = self._split(word)
        return self._found[word]

    def _split(self, word: str) -> tuple[str, ...]:
        if word in self._whole:
            return ()
        # The longest last part wins: `arbeidsmarkt|regio` before `arbeids|marktregio`.
        for at in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
            first, last = word[:at], word[at:]
            head = self._first(first) if last in self._known else ""
            if head:
                return (*(self.parts(head) or (head,)), *(self.parts(last) or (last,)))
        return ()

    def _first(self, first: str) -> str:
        for link in _LINKS:
            bare = first.removesuffix(link) if link else first
            fits = first.endswith(link) and len(bare) >= _SHORTEST_FIRST
            if fits and (bare in self._known or self.parts(bare)):
                return bare
        linked = first.endswith("s") and len(first) >= _SHORTEST_WITH_LINK
        return first[:-1] if linked and first not in self._never else ""

"""The site's languages, text that exists in each of them, and how words are sorted and shown."""

from __future__ import annotations

import unicodedata
from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SOURCE_LANGUAGE: Language = "nl"
"""Dutch carries every fact; the other languages carry only language."""

TRANSLATIONS: tuple[Language, ...] = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)


class Text(BaseModel):
    """One text in every language of the site."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str

    def within(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.nl if language == "nl" else self.en

    def format(self, **values: object) -> Text:
        """Return the text with its `{name}` fields filled in, in every language.

        A value that is itself a `Text` is filled in in the language at hand.
        """
        return Text(
            nl=self.nl.format(**_values_within("nl", values)),
            en=self.en.format(**_values_within("en", values)),
        )


def _values_within(language: Language, values: dict[str, object]) -> dict[str, object]:
    return {
        name: value.within(language) if isinstance(value, Text) else value
        for name, value in values.items()
    }


def sort_key(words: str) -> tuple[str, str]:
    """Return a key that sorts as readers expect: accents and capitals weigh last."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare, words


def person_sort_key(name: str) -> tuple[str, str]:
    """Return a key that sorts people by surname, as Dutch lists do.

    Dutch prefixes (de, ten, van der) do not count, so the last word of the name rules.
    """
    surname = name.rsplit(maxsplit=1)[-1] if name.strip() else ""
    return sort_key(f"{surname} {name}")


def sentence_case(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]


def enumeration(words: list[str], conjunction: str) -> str:
    """Return `a, b and c`, with the given word before the last."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"

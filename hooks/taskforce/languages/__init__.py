"""The site's languages, text in as many of them as there is, and how words are sorted and shown.

A language of the site is a file in this folder: `en.yml` holds what the site says in English.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from pydantic import BaseModel, ConfigDict, Field

from ..own_yaml import Own, own_yaml

Language = str
"""The code of a language of the site (BCP 47), such as `en`."""

SOURCE_LANGUAGE: Language = "nl"
"""Dutch carries every fact; the other languages carry only language, and fall back to it."""

TRANSLATIONS: tuple[Language, ...] = tuple(
    sorted({path.stem for path in Path(__file__).parent.glob("*.yml")} - {SOURCE_LANGUAGE})
)
LANGUAGES: tuple[Language, ...] = (SOURCE_LANGUAGE, *TRANSLATIONS)


class Wording(Own):
    """What the site says in one language. Whatever is left out is said in Dutch.

    Attributes:
        locale: By which dates and numbers are written (Unicode CLDR).
        is_required: Whether every text in the fields of a page must be in this language.
        labels: What the templates say, by name.
        keys: The keys of a keyboard, by their names in pymdown-extensions.
        texts: What stands in Dutch and English in the code and the other lists, by the Dutch text.
        telling: Words that only this language has, by which its texts are known.
    """

    locale: str
    is_required: bool = False
    labels: Mapping[str, str] = Field(default_factory=dict)
    keys: Mapping[str, str] = Field(default_factory=dict)
    texts: Mapping[str, str] = Field(default_factory=dict)
    telling: str = ""


@cache
def words_in(language: Language) -> Wording:
    """Return what the file of a language holds.

    Raises:
        pydantic.ValidationError: It holds something that it may not.
        ValueError: It says something that nl.yml does not, or fills in something else.
    """
    read = Wording.model_validate(own_yaml(Path(__file__).with_name(f"{language}.yml")))
    if language != SOURCE_LANGUAGE:
        dutch = words_in(SOURCE_LANGUAGE)
        _refuse_strangers(language, "labels", read.labels, dutch.labels)
        _refuse_strangers(language, "keys", read.keys, dutch.keys)
        _refuse_strangers(language, "texts", read.texts, {text: text for text in read.texts})
    return read


def _refuse_strangers(
    language: Language, part: str, own: Mapping[str, str], dutch: Mapping[str, str]
) -> None:
    for name, text in own.items():
        if name not in dutch:
            raise ValueError(f"languages/{language}.yml: {part}: {name}: not in nl.yml")
        if fields_of(text) != fields_of(dutch[name]):
            raise ValueError(f"languages/{language}.yml: {part}: {name}: other {{fields}}")


def fields_of(text: str) -> set[str]:
    """Return the names between braces in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@cache
def locale_of(language: Language) -> Locale:
    """Return by which conventions dates and numbers are written in a language."""
    return Locale.parse(words_in(language).locale)


class Text(BaseModel):
    """One text, in Dutch and in whatever other languages it was written in.

    What `Text(nl=…, en=…)` lacks, the file of a language may have.
    """

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, str]

    nl: str

    @classmethod
    def same(cls, words: str) -> Text:
        """Return what is the same in every language, such as a year or what a program said."""
        return cls(**dict.fromkeys(LANGUAGES, words))

    @property
    def by_language(self) -> dict[Language, str]:
        """The text in each language that it is in."""
        return {code: self.in_language(code) for code in LANGUAGES if self.language(code) == code}

    def in_every_language(self) -> str:
        """Return the text for who may read any of the languages: all of them, one by one."""
        return " / ".join(dict.fromkeys(self.by_language.values()))

    def language(self, wanted: Language) -> Language:
        """Return the language in which a reader of `wanted` gets the text."""
        return wanted if self._own(wanted) is not None else SOURCE_LANGUAGE

    def in_language(self, language: Language) -> str:
        """Return the text in `language`, or else in Dutch."""
        own = self._own(language)
        return self.nl if own is None else own

    def _own(self, language: Language) -> str | None:
        if language == SOURCE_LANGUAGE:
            return self.nl
        own = self.__pydantic_extra__.get(language)
        return words_in(language).texts.get(self.nl) if own is None else own

    def format(self, **values: object) -> Text:
        """Return the text with its `{name}` fields filled in, in every language that it is in.

        A value that is itself a `Text` is filled in in the language at hand.
        """
        return Text(
            **{
                language: text.format(
                    **{
                        name: value.in_language(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language, text in self.by_language.items()
            }
        )

    def map(self, change: Callable[[str], str]) -> Text:
        """Return the text with a change made to it, in every language that it is in."""
        return Text(**{language: change(text) for language, text in self.by_language.items()})


def language_name(language: Language) -> Text:
    """Return what a language is called, in every language of the site (CLDR)."""
    code = locale_of(language).language
    return Text(**{other: locale_of(other).languages.get(code, code) for other in LANGUAGES})


def is_language(code: str) -> bool:
    """Return whether any language, of the site or not, has this code (CLDR)."""
    return code in locale_of(SOURCE_LANGUAGE).languages


def language_of_country(code: str) -> str | None:
    """Return the code of the language of a country: people write that in its place."""
    spoken = get_global("likely_subtags").get(f"und_{code.upper()}")
    return spoken.partition("_")[0] if spoken else None


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

"""Everything that is said in the language of a page: labels, texts, dates, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import format_decimal
from markupsafe import Markup

from ..dates import PartialDate
from ..labels import labels, lang_attribute
from ..languages import Language, Text, locale_of, sentence_case
from ..markdown import code_span, escaped, filled_in, marked
from ..parts import Localised

_QUOTED = re.compile(r"‘([^‘’]+)’")


@dataclass(frozen=True)
class Words:
    """What a template says, in one language."""

    language: Language

    def label(self, name: str, **values: object) -> Markup:
        """Return a label, with values filled in; the values are escaped.

        What is not in the language of the page is marked, here and in all that follows.
        """
        text = labels()[name]
        own = text.language(self.language)
        return filled_in(text.in_language(self.language), values, own, self.language)

    def attribute(self, name: str, **values: object) -> Markup:
        """Return a label for within quotation marks, where nothing can be marked."""
        text = labels()[name].in_language(self.language)
        return filled_in(text, values, self.language, self.language)

    def text(self, text: Text | Localised, *, capital: bool = False) -> Markup:
        """Return a text of the site or its content; `capital` gives it a capital first letter."""
        chosen = text if isinstance(text, Text) else text.text
        words = self.plain(chosen, capital=capital)
        return marked(words, chosen.language(self.language), self.language)

    def plain(self, text: Text, *, capital: bool = False) -> str:
        """Return a text where `lang` marks what it stands in."""
        words = text.in_language(self.language)
        return sentence_case(words) if capital else words

    def lang(self, text: Text) -> Markup:
        """Return the attribute for what holds a text in another language; or else nothing."""
        return lang_attribute(text, self.language)

    def markdown(self, text: Text) -> Markup:
        """Return our own Markdown, such as a rule's paragraph."""
        words = Markup(text.in_language(self.language))
        return marked(words, text.language(self.language), self.language)

    def sentence(self, text: Text) -> Markup:
        """Return what the check says as a sentence by itself, what it quotes as code."""
        words = self.plain(text, capital=True)
        words = words if words.endswith((".", "?", "!")) else f"{words}."
        parts = _QUOTED.split(words)
        quoting = Markup("").join(
            code_span(part) if index % 2 else escaped(part) for index, part in enumerate(parts)
        )
        return marked(quoting, text.language(self.language), self.language)

    def date(self, date: PartialDate) -> str:
        """Return a date in words."""
        return date.in_words(self.language)

    def day(self, moment: datetime) -> str:
        """Return the day of a moment in words."""
        return self.date(PartialDate.parse(moment.date().isoformat()))

    def number(self, number: float) -> str:
        """Return a number as it is written in the language (CLDR), of two decimals at most."""
        return format_decimal(number, format="#,##0.##", locale=locale_of(self.language))

"""Everything that is said in the language of a page: labels, texts, dates, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.numbers import format_decimal
from markupsafe import Markup

from ..dates import PartialDate
from ..labels import labels
from ..languages import Language, Text, sentence_case
from ..markdown import code_span, escaped

_QUOTED = re.compile(r"‘([^‘’]+)’")


@dataclass(frozen=True)
class Words:
    """What a template says, in one language."""

    language: Language

    def label(self, name: str, **values: object) -> Markup:
        """Return a label, with values filled in; the values are escaped."""
        text = labels()[name].within(self.language)
        return Markup(text.format(**{key: escaped(value) for key, value in values.items()}))

    def text(self, text: Any) -> str:
        """Return a text of the content, `Text` or `Localised`."""
        chosen: Text = text if isinstance(text, Text) else text.text
        return chosen.within(self.language)

    def markdown(self, text: Text) -> Markup:
        """Return our own Markdown, such as a rule's paragraph."""
        return Markup(text.within(self.language))

    def sentence(self, text: Text) -> Markup:
        """Return what the check says as a sentence by itself, what it quotes as code."""
        words = sentence_case(text.within(self.language))
        words = words if words.endswith((".", "?", "!")) else f"{words}."
        parts = _QUOTED.split(words)
        return Markup("").join(
            code_span(part) if index % 2 else escaped(part) for index, part in enumerate(parts)
        )

    def date(self, date: PartialDate) -> str:
        """Return a date in words."""
        return date.shown(self.language)

    def day(self, moment: datetime) -> str:
        """Return the day of a moment in words."""
        return self.date(PartialDate.parse(moment.date().isoformat()))

    def number(self, number: float) -> str:
        """Return a number as it is written in the language (CLDR), of two decimals at most."""
        return format_decimal(number, format="#,##0.##", locale=self.language)

"""The words that the site itself adds to a page."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from markupsafe import Markup
from pydantic import BaseModel

from .field_types import field_type
from .kinds import KINDS
from .languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text, sentence_case, words_in
from .model import Page
from .parts import field_label
from .vocabulary import Collection


@cache
def labels() -> Mapping[str, Text]:
    """Return every label by name, from the files of the languages.

    A kind of page is called what the vocabulary calls it, and a field what the model calls it:
    `page.title`, `deliverables.kind`, `deliverables.standing.progress`.
    """
    own = {name: Text(**_in_languages(name)) for name in words_in(SOURCE_LANGUAGE).labels}
    return MappingProxyType(own | _of_kinds() | dict(_of_fields(Page, "page")))


def marked_html(text: Text, language: Language) -> Markup:
    """Return a text as HTML, marked where it is not in the language of what it stands in."""
    words, own = html_text(text.in_language(language)), text.language(language)
    return words if own == language else Markup(f'<span lang="{own}">{words}</span>')


def lang_attribute(text: Text, language: Language) -> Markup:
    """Return `lang` for an element that holds only a text in another language; or else nothing."""
    own = text.language(language)
    return Markup("" if own == language else f' lang="{own}"')


def html_text(words: str) -> Markup:
    """Return words as HTML, for between tags and within quotation marks."""
    return Markup(html.escape(words, quote=False).replace('"', "&quot;"))


def _in_languages(name: str) -> dict[str, str]:
    labels = {language: words_in(language).labels for language in LANGUAGES}
    return {language: words[name] for language, words in labels.items() if name in words}


def _of_kinds() -> dict[str, Text]:
    """Return what a kind of page is called above one page and above several."""
    names = {}
    for collection in Collection:
        several = collection.name.lower()
        names[several.removesuffix("s")] = collection.label.map(sentence_case)
        names[several] = collection.several.map(sentence_case)
    for kind in KINDS:
        names |= dict(_of_fields(kind.record, kind.name))
    return names


def _of_fields(record: type[BaseModel], name: str) -> Iterator[tuple[str, Text]]:
    for field, information in record.model_fields.items():
        inner = f"{name}.{field}"
        yield inner, field_label(information)
        if part := field_type(information).part:
            yield from _of_fields(part, inner)

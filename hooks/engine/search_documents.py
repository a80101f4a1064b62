"""What the search reads: one document per page, and one per term of the glossary.

A document is an HTML page made for Pagefind alone. So the site's own HTML carries nothing for the
search, and hidden words are no part of any page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from hooks.taskforce.findability import Findable
from hooks.taskforce.languages import Language
from hooks.taskforce.lexicon import Lexicon
from hooks.taskforce.words import searchable

_OPENING_WEIGHT = 2.0
"""How much the summary and the text above the first heading count: they say what it is about."""

_SECTION = re.compile(r"(?=<h2\b)")
_HEADING = re.compile(r'<h2\b[^>]*?\bid="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NUMBER_OF_NOTE = re.compile(r'<sup (?:class="citation"|id="fnref)[^>]*>.*?</sup>', re.DOTALL)
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|\w+);")

NOT_INDEXED = (
    ".facts, .sources, .timeline small, dd small, .footnote, .footnote-ref, h1, "  # repeat or refer
    ".picture, svg, form, template"  # drawings and controls
)
"""What is no running text, as selectors."""


@dataclass(frozen=True)
class Document:
    """A page, or a part of one, as the search reads it.

    Attributes:
        path: Where the page stands in the site, such as `en/themas/mkb/index.html`.
        language: The language of its text.
        sections: The HTML of the parts of its text that count, each with how much.
        about: What else the search knows of it.
        place: The name of the place on the page, where it is not the whole page.
    """

    path: str
    language: Language
    sections: tuple[tuple[float, str], ...]
    about: Findable
    place: str = ""

    @property
    def own_path(self) -> str:
        """A path that no other document has.

        One of a file, without a folder of its own: Pagefind reads it, and to remove a thousand
        folders takes longer than that.
        """
        page = PurePosixPath(self.path).parent / self.place
        return f"{page}.html" if page.name else "index.html"

    @property
    def address(self) -> str:
        """Where a reader finds it, from the root of the site."""
        return self.path.removesuffix("index.html") + (self.place and f"#{self.place}")

    @property
    def text(self) -> str:
        """All that counts as plain text."""
        parts = [self.about.title, self.about.summary]
        parts += [plain_text(section) for _, section in self.sections]
        return "\n".join(parts)

    @property
    def names(self) -> str:
        """The title and all other names."""
        return "\n".join((self.about.title, *self.about.names))


def sections_of(content: str, about: Findable) -> tuple[tuple[float, str], ...]:
    """Return the parts of HTML that count, each with how much."""
    first, *rest = _SECTION.split(content)
    return ((_OPENING_WEIGHT, first), *_weighed(rest, about))


def _weighed(sections: list[str], about: Findable) -> Iterator[tuple[float, str]]:
    for section in sections:
        heading = _HEADING.match(section)
        weight = about.weight(heading[1], _words_of(heading[2])) if heading else 0.0
        if weight:
            yield weight, section


def _words_of(heading: str) -> str:
    """Return the words of the HTML of a heading, also where one is in italics in part."""
    return html.unescape(_TAG.sub("", _NUMBER_OF_NOTE.sub("", heading)))


def searchable_html(content: str) -> str:
    """Return HTML with words as readers type them, also where they stand as `&…;`.

    The numbers of sources and notes are left out: nobody looks for those.
    """
    return searchable(_REFERENCE.sub(_as_typed, _NUMBER_OF_NOTE.sub("", content)))


def _as_typed(reference: re.Match[str]) -> str:
    """Return the letters in the place of a character reference; `&lt;` and its like stay."""
    meant = html.unescape(reference[0])
    typed = searchable(meant)
    return reference[0] if typed == meant else typed


def plain_text(content: str) -> str:
    """Return the words of HTML, with a line break where an element begins or ends."""
    return html.unescape(_TAG.sub("\n", content))


@dataclass(frozen=True)
class Hidden:
    """Words by which a document is found and that it does not show.

    Attributes:
        near: What stands for a word of its names.
        topic: What stands for another word of its summary, or of what belongs to it.
        words: What stands for another word of its text.
    """

    near: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, with what counts most first."""
        return self.near + self.topic + self.words


def hidden(document: Document, lexicon: Lexicon) -> Hidden:
    """Return the words by which a document is found and that it does not show, by their weight."""
    about = document.about
    near = lexicon.hidden(document.names, is_title=True)
    topic = lexicon.hidden("\n".join((about.summary, *about.near)))
    words = lexicon.hidden(document.text)
    return Hidden(
        near=tuple(near),
        topic=tuple(word for word in topic if word not in near),
        words=tuple(word for word in words if word not in near and word not in topic),
    )


def page_for_index(document: Document, also: Hidden) -> str:
    """Return the page that Pagefind reads.

    All that is not text stands in metadata, which is searched with a weight per field (see
    docs/assets/js/search-engine.js) and never comes out in an excerpt.
    """
    about = document.about
    metadata = {
        "term" if document.place else "title": about.title,
        "summary": about.summary,
        "kind": about.kind.in_language(document.language),
        "place": document.place,
        "names": ", ".join(about.names),
        "near": ", ".join(dict.fromkeys((*about.near, *also.near))),
        "topic": ", ".join(also.topic),
        "words": ", ".join(also.words),
    }
    fields = "".join(
        f'<i data-pagefind-meta="{name}[data-value]" data-value="{html.escape(value)}"></i>\n'
        for name, value in metadata.items()
        if value
    )
    opening = f"<p>{html.escape(about.summary)}</p>\n"
    body = "".join(
        f'<div data-pagefind-weight="{weight:g}">{part}</div>\n'
        for weight, part in [(_OPENING_WEIGHT, opening), *document.sections]
    )
    return searchable_html(
        f'<!doctype html><html lang="{document.language}"><body data-pagefind-body>\n'
        f"{fields}{body}</body></html>\n"
    )

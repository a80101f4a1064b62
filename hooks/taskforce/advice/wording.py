"""Words that serve readers badly: of links, of pictures, and of a time that passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..bodies import NAME
from ..documents import Document
from ..languages import sentence_case
from ..links import links
from ..problems import Problem
from ..rules import advice as rules
from .measuring import sentences
from .prose import Passage
from .style import Style

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def vague_links(document: Document, style: Style) -> Iterator[Problem]:
    """Yield the links of a page that do not say where they lead."""
    for link in links(document):
        words = " ".join(link.words.split())
        if not link.is_picture and words.strip(" .…!:>»→").lower() in style.vague_links:
            yield document.problem(rules.VAGUE_LINK, NAME, link.position, value=words)


def pictures_of(document: Document, style: Style) -> Iterator[Problem]:
    """Yield the pictures of a page that say that they are one."""
    for link in links(document):
        words = " ".join(link.words.split())
        beginning = next(
            (start for start in style.picture_of if words.lower().startswith(f"{start} ")), ""
        )
        if link.is_picture and beginning:
            yield document.problem(
                rules.PICTURE_OF,
                NAME,
                link.position,
                value=words[: len(beginning)],
                instead=sentence_case(words[len(beginning) :].strip()),
            )


def passing_times(passage: Passage, style: Style, today: date) -> Iterator[Problem]:
    """Yield the words of a passage that are told from the day of writing, and no year with them."""
    if style.passing_words.search(passage.unquoted):
        for sentence in sentences(passage.unquoted, style):
            match = style.passing_words.search(sentence)
            if match and not _YEAR.search(sentence):
                yield passage.problem(
                    rules.PASSING_TIME, match[0], value=match[0], year=str(today.year)
                )

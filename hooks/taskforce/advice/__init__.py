"""Advice on the prose of pages: with a reason, and stopping nothing.

What is told has to be worth an editor's time. So each rule is sharp rather than complete, and
nothing is said of quotations, names, code, or the titles of sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..catalogue import Catalogue
from ..languages import LANGUAGES
from ..naming import PageFile
from ..problems import Problem, in_order
from .counting import Counting
from .prose import Passage, passages
from .readability import hard_page, long_sentences, long_words, passive_runs
from .spelling import Dictionary, Known, misspellings
from .style import style_of
from .wording import passing_times, pictures_of, vague_links


@dataclass(frozen=True)
class Advice:
    """All advice for a site.

    Attributes:
        of_pages: What there is to say of each page, in the order of files and lines.
        caused: The part of it that a change brought about, on whatever page it stands.
    """

    of_pages: tuple[Problem, ...]
    caused: frozenset[Problem]


def advice(
    files: Iterable[PageFile],
    catalogue: Catalogue,
    *,
    known: Known,
    dictionary: Dictionary,
    today: date,
    before: Catalogue | None = None,
) -> Advice:
    """Return the advice for the pages of a site.

    Args:
        files: The pages.
        catalogue: What the site knows.
        known: The words that the site knows.
        dictionary: Who knows all other words.
        today: The day on which advice is asked.
        before: What the site knew before a change, to see what that made wrong.
    """
    told: list[Problem] = []
    caused: list[Problem] = []
    prose = [(file, passages(file.document, file.language)) for file in files]
    for language in LANGUAGES:
        style = style_of(language)
        if style is None:
            continue
        counting = Counting(language, style, catalogue, before)
        own: list[Passage] = []
        for file, all_passages in prose:
            if file.language == language:
                told += vague_links(file.document, style)
                told += pictures_of(file.document, style)
            of_page = [item for item in all_passages if item.language == language]
            if file.language == language:
                told += hard_page(of_page, style)
            for passage in of_page:
                if passage.kind == "quotation":
                    continue
                own.append(passage)
                if passage.kind == "text":
                    told += long_sentences(passage, style)
                    told += passive_runs(passage, style)
                told += long_words(passage, style, known.words)
                if passage.field != "definition":  # What a word means, it means at all times.
                    told += passing_times(passage, style, today)
                for miscount in counting.miscounts(passage, file.source_name):
                    told.append(miscount.problem)
                    caused += [miscount.problem] if miscount.is_caused else []
        told += misspellings(language, style, own, known, dictionary)
    return Advice(in_order(told), frozenset(caused))

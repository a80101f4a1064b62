"""Catalogue and language become the Markdown of a page, through the template of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Template
from markupsafe import Markup

from ..catalogue import Catalogue, Entity, Version
from ..kinds import KINDS, Kind
from ..languages import Language
from ..markdown import escaped
from ..model import Page
from ..pictures.drawing import picture_of_relations, picture_of_timeline, picture_of_years
from ..running_text.citations import with_citations
from ..running_text.syntax import begins_with_paragraph
from ..running_text.writing import for_python_markdown
from .division import WHOLE, Division, FurtherPage
from .fields import Fields
from .links import Links
from .lists import Lists
from .names import heading_names, names_in
from .sources import Sources
from .templates import Templates
from .words import Words

_BODY, _OPENING, _REST = "\0", "\1", "\2"
"""Stand for the running text, its first paragraph and what follows it, which cannot hold them,
until all that comes round it is known."""

_USABLE_ABBREVIATION = re.compile(r"\w(?:[\w .&/+-]*\w)?")


def expanded(
    catalogue: Catalogue, entity: Entity[Page], language: Language, templates: Templates
) -> str:
    """Return the whole Markdown of a page as the site of `language` shows it.

    A page that is not translated is wholly in Dutch, also what is added to it.
    """
    page = Expansion(catalogue, entity, entity.version(language).language, templates)
    return _with_abbreviations(page.text(), catalogue, page.language)


def further_expanded(
    catalogue: Catalogue, page: FurtherPage, language: Language, templates: Templates
) -> str:
    """Return the whole Markdown of a page on which a part of a long list stands.

    Args:
        catalogue: Everything the site knows.
        page: The page.
        language: That of its text, in which the page exists to which the list belongs.
        templates: Those of the site.
    """
    added = Expansion(
        catalogue, page.entity, language, templates, template="further.html", further=page
    )
    return _with_abbreviations(added.text(), catalogue, language)


def _with_abbreviations(text: str, catalogue: Catalogue, language: Language) -> str:
    """Return a text with the abbreviations that it has, as definitions of Markdown's `abbr`.

    No others: that extension takes four times as long for twice as many, on each page.
    """
    defined = [
        f"*[{short}]: {' '.join(long.split())}\n"
        for short, long in catalogue.abbreviations(language).items()
        if _USABLE_ABBREVIATION.fullmatch(short) and _has(text, short)
    ]
    return f"{text}\n\n{''.join(defined)}"


def _has(text: str, words: str) -> bool:
    """Return whether words stand in Markdown by themselves, where `_` may be round them."""
    by_themselves = rf"(?<![^\W_]){re.escape(words)}(?![^\W_])"
    return words in text and re.search(by_themselves, text) is not None


@dataclass(frozen=True)
class Expansion:
    """A page in one of its languages, with what the site adds to it.

    Attributes:
        catalogue: Everything the site knows.
        entity: The page.
        language: One in which the page exists.
        templates: Those of the site.
        numbers: In the book, the number of every source; None on the site.
        template: The name of the template; that of the page's kind where it is empty.
        further: Of a page on which a part of a long list stands, that page; it is shown instead.
    """

    catalogue: Catalogue
    entity: Entity[Page]
    language: Language
    templates: Templates
    numbers: Mapping[str, int] | None = None
    template: str = ""
    further: FurtherPage | None = None

    def text(self) -> str:
        """Return the Markdown of the page, the list of abbreviations left out."""
        added = self._added()
        if self.further is not None:  # Which shows nothing of the running text.
            return _tidied(self._sources.numbered(added))
        names = heading_names(self.entity, self.language, names_in(added))
        body = for_python_markdown(self._version.body, names)
        body = with_citations(body, self._sources.citation)
        opening, rest = self._opening(body)
        for sign, text in ((_BODY, body), (_OPENING, opening), (_REST, rest)):
            added = added.replace(sign, text)
        return _tidied(self._sources.numbered(added))

    def added_names(self) -> frozenset[str]:
        """Return the names of what the site adds to the page, the same in every language."""
        return names_in(self._added())

    def _added(self) -> str:
        """Return what the site adds to the page, with a sign in the place of the running text."""
        words = Words(self.language)
        here = self.entity.path if self.further is None else self.further.path
        links = Links(self.catalogue, here, self.language)
        lists = Lists(self.catalogue, self.language)
        sources = self._sources
        picture = (self.catalogue, self.language, self.entity.path, self.templates.html)
        return self._template().render(
            catalogue=self.catalogue,
            entity=self.entity,
            record=self.entity.record,
            version=self._version,
            language=self.language,
            in_book=self.numbers is not None,
            kind_listed=self._kind_listed,
            body=Markup(_BODY),
            opening=Markup(_OPENING),
            rest=Markup(_REST),
            words=words,
            links=links,
            lists=lists,
            parts=self._division(lists),
            further=self.further,
            here=here,
            sources=sources,
            fields=Fields(self.catalogue, self.entity.record, words, links, sources),
            picture_of_relations=partial(picture_of_relations, *picture),
            picture_of_timeline=partial(picture_of_timeline, *picture),
            picture_of_years=partial(picture_of_years, self.language, self.templates.html),
        )

    def _division(self, lists: Lists) -> Division:
        if self.further is not None:
            return self.further.division
        return Division.of(lists, self.entity, None if self.numbers is None else WHOLE)

    def _template(self) -> Template:
        templates, kind, overview = self.templates.markdown, self.entity.kind, self.entity.overview
        if self.template:
            return templates.get_template(self.template)
        if kind is not None:
            return templates.get_template(f"page_{kind.name}.html")
        if overview is None:
            return templates.get_template("page.html")
        own = [f"overview_{overview.value}.html"]
        return templates.select_template([*own, "overview.html"] if self._kind_listed else own)

    @property
    def _kind_listed(self) -> Kind | None:
        """The kind of which the page is the overview, if it is one."""
        overview = self.entity.overview
        return next((kind for kind in KINDS if kind.overview is overview), None)

    @property
    def _version(self) -> Version:
        return self.entity.version(self.language)

    @property
    def _sources(self) -> Sources:
        words, templates = Words(self.language), self.templates.markdown
        return Sources(self.catalogue, self.entity, words, templates, self.numbers)

    def _opening(self, body: str) -> tuple[str, str]:
        """Return what answers first, and the rest: the first paragraph, or else the summary."""
        if not begins_with_paragraph(self._version.body):
            return escaped(self._version.summary), body
        opening, _, rest = body.partition("\n\n")
        return opening, rest


def _tidied(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip()

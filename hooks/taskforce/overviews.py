"""Catalogue and language become Markdown: the editors' text, with what the site adds round it.

The words are in labels.yml and the shape is in the templates of overrides/overviews/ (named
*.html, since MkDocs publishes any other file of a theme). Whatever a template prints is escaped,
unless it was made as Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markdown.extensions.toc import slugify, unique
from markupsafe import Markup, escape

from . import certainty, filters, reference
from .audit import Measurement, Report, vocabulary
from .catalogue import TASKFORCE, Appointment, Catalogue, Entity, Event, Version
from .dates import PartialDate
from .features.admonitions import kinds_with_names
from .field_types import FieldType, field_types
from .formatting import example, formatting
from .gables import gable
from .kinds import KINDS, Kind, kind_of
from .labels import labels
from .languages import (
    SOURCE_LANGUAGE,
    TRANSLATIONS,
    Language,
    Text,
    enumeration,
    sentence_case,
    sort_key,
)
from .markdown import code_block, code_span, escaped, link, relative_path
from .model import Organisation, Page, Trekker
from .owner import Owner
from .parts import Lead, Link, Localised, Milestone, Source, Standing, field_label
from .pictures.drawing import picture_of_relations, picture_of_timeline
from .pictures.timeline import anchor
from .publish import descriptions
from .rules import ALL as ALL_RULES
from .rules import GROUPS
from .running_text.citations import numbered, with_citations
from .running_text.headings import Name, headings, source_names, translated_names
from .running_text.syntax import parsed
from .running_text.writing import for_python_markdown
from .translations import as_field
from .values import IdOfSource, SlugOf, WebAddress, as_slug
from .vocabulary import Collection, OrganisationKind, Overview, Progress, Result, Word
from .web_addresses import as_read

SOURCE = "bron:"
"""What the place of a source begins with; no heading has a colon in its name."""

TEMPLATES = Path(__file__).parents[2] / "overrides" / "overviews"
"""The folder of the site's own templates."""

ANSWERS = "antwoorden"
"""The name of the heading on the page of the taskforce below which stands what came of the asks."""

_BODY, _OPENING, _REST = "\0", "\1", "\2"
"""Stand for the running text, its first paragraph and what follows it, which cannot hold them,
until all that comes round it is known."""

_QUOTED = re.compile(r"‘([^‘’]+)’")
_CODE = re.compile(r"^( *)(`{3,})[^`\n]*\n.*?^\1\2$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_NAMES = re.compile(r'^#+ .*\{#([\w:-]+)[^{}\n]*\}$|<[^<>]*\sid="([^"]+)"', re.MULTILINE)

_USABLE_ABBREVIATION = re.compile(r"\w(?:[\w .&/+-]*\w)?")


def environment(
    templates: Path,
    report: Report | None = None,
    source: str = "",
    edit: str = "",
    owner: Owner | None = None,
) -> Environment:
    """Return the environment that renders the templates in a folder.

    Args:
        templates: The folder.
        report: What was measured of the site, where it has been.
        source: The address of the source code, without a slash at the end.
        edit: The address at which a file below docs/ can be changed, as GitHub writes it, with
            `{path}` in it.
        owner: Whose site it is.
    """
    made = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        undefined=StrictUndefined,
        finalize=escaped,
        comment_start_string="{##",  # `{#name}` names a heading in Markdown
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # `finalize` does it, for Markdown rather than HTML
    )
    # What a macro returns is Markdown already.
    made.filters["md"] = Markup
    made.globals |= {"Collection": Collection, "Overview": Overview, "TASKFORCE": TASKFORCE}
    made.globals |= {
        "report": report,
        "kinds": KINDS,
        "source_code": source,
        "edit_address": edit,
        "owner": owner or Owner(),
        "field_of": as_field,
        "Result": Result,
        "checked": vocabulary().checked,
    }
    return made


def expanded(
    catalogue: Catalogue, entity: Entity[Page], language: Language, templates: Environment
) -> str:
    """Return the whole Markdown of a page as the site of `language` shows it.

    A page that is not translated is wholly in Dutch, also what is added to it.
    """
    view = View(catalogue, entity, entity.version(language).language, templates)
    return f"{view.page()}\n\n{abbreviation_list(catalogue, view.language)}"


def names_in(text: str) -> frozenset[str]:
    """Return the names of places in Markdown that the site itself has made."""
    return frozenset(name for pair in _NAMES.findall(_CODE.sub("", text)) for name in pair if name)


def heading_names(
    entity: Entity[Page], language: Language, added: frozenset[str]
) -> tuple[Name, ...]:
    """Return the names of the headings in the running text of a page, in order.

    Args:
        entity: The page.
        language: That of the page.
        added: The names of what the site adds to it.
    """
    dutch = headings(entity.version(SOURCE_LANGUAGE).body)
    if language == SOURCE_LANGUAGE or not entity.is_translated(language):
        return tuple(map(Name, source_names(dutch, added)))
    return translated_names(headings(entity.version(language).body), dutch, added)


def abbreviation_list(catalogue: Catalogue, language: Language) -> str:
    """Return the abbreviations as definitions of Markdown's `abbr` extension."""
    return "".join(
        f"*[{short}]: {' '.join(long.split())}\n"
        for short, long in catalogue.abbreviations(language).items()
        if _USABLE_ABBREVIATION.fullmatch(short)
    )


@dataclass(frozen=True)
class View:
    """What a template sees: one page in one language, and ways to show the rest of the site."""

    catalogue: Catalogue
    entity: Entity[Page]
    language: Language
    templates: Environment

    def page(self) -> str:
        """Return the page, through the template of its kind."""
        return self._rendered(self._template)

    def added_names(self) -> frozenset[str]:
        """Return the names of what the site adds to the page, the same in every language."""
        return names_in(self._added(self._template))

    @property
    def _template(self) -> Template:
        if self.entity.kind is not None:
            return self.templates.get_template(f"page_{self.entity.kind.name}.html")
        overview = self.entity.overview
        if overview is None:
            return self.templates.get_template("page.html")
        own = f"overview_{overview.written}.html"
        if self.kind_shown is not None:
            return self.templates.select_template([own, "overview.html"])
        return self.templates.get_template(own)

    @property
    def kind_shown(self) -> Kind | None:
        """The kind of which the page is the overview, if it is one."""
        overview = self.entity.overview
        return next((kind for kind in KINDS if kind.overview is overview), None)

    def _rendered(self, template: Template) -> str:
        added = self._added(template)
        names = heading_names(self.entity, self.language, names_in(added))
        body = with_citations(for_python_markdown(self.version.body, names), self.citation)
        opening, rest = self._opening(body)
        for sign, text in ((_BODY, body), (_OPENING, opening), (_REST, rest)):
            added = added.replace(sign, text)
        return re.sub(r"\n{3,}", "\n\n", added).strip()

    def _opening(self, body: str) -> tuple[str, str]:
        """Return what answers first, and the rest: the first paragraph, or else the summary."""
        blocks = parsed(self.version.body).children
        if not blocks or blocks[0].type != "paragraph":
            return escaped(self.version.summary), body
        opening, _, rest = body.partition("\n\n")
        return opening, rest

    def _added(self, template: Template) -> str:
        """Return what the site adds to a page, with a sign in the place of the running text."""
        return template.render(
            view=self,
            catalogue=self.catalogue,
            entity=self.entity,
            record=self.entity.record,
            reference=reference,
            data=descriptions,
            body=Markup(_BODY),
            opening=Markup(_OPENING),
            rest=Markup(_REST),
            rule_groups=GROUPS,
            formatting=formatting(),
            box_kinds=kinds_with_names(),
        )

    @property
    def version(self) -> Version:
        """The page in the language of the view."""
        return self.entity.version(self.language)

    in_book: ClassVar[bool] = False
    """Whether the page stands in the book, which has the sources once."""

    def names_of(self, things: Iterable[Text | str], *taken: str) -> Mapping[Text | str, str]:
        """Return the names of headings that the site adds, the same in every language.

        Args:
            things: What the headings say.
            taken: Names that they cannot have.
        """
        used = {*taken}
        return {
            thing: unique(slugify(thing if isinstance(thing, str) else thing.nl, "-"), used)
            for thing in things
        }

    # --- fields -----------------------------------------------------------------------------

    def field_label(self, name: str) -> str:
        """Return what a field of the page is called."""
        return self.text(field_label(type(self.entity.record).model_fields[name]))

    def value(self, name: str) -> Markup:
        """Return what a field of the page holds, as its type says; empty where it has none.

        Raises:
            TypeError: it holds parts, which are for a template to show.
        """
        kind = field_types(type(self.entity.record))[name]
        value = getattr(self.entity.record, name)
        if value is None:
            return Markup()
        if kind.several:
            return self.joined(self._value(kind, item) for item in value)
        return self._value(kind, value)

    def _value(self, kind: FieldType, value: Any) -> Markup:
        if named := kind.mark(SlugOf):
            return self.reference(named.collection, value)
        if isinstance(value, Word):
            return escaped(sentence_case(self.text(value.label)))
        if isinstance(value, Localised):
            return escaped(sentence_case(self.text(value)))
        if isinstance(value, PartialDate):
            return self.date(value)
        if kind.mark(WebAddress):
            return self.website(value)
        if kind.mark(IdOfSource):
            return self.numbered(value)
        if isinstance(value, str | int | float):
            return escaped(value)
        raise TypeError(f"what does this look like on a page? {kind}")

    def reference(self, collection: Collection, slug: str) -> Markup:
        """Return a link to a page that a field names, by its abbreviation where it has one."""
        if collection is Collection.THEMES:
            return self.themes([slug])[0]
        entity = self.catalogue.of(collection)[slug]
        return self.to(entity, getattr(entity.record, "abbreviation", None))

    # --- words ------------------------------------------------------------------------------

    def label(self, name: str, **values: object) -> Markup:
        """Return a label, with values filled in; the values are escaped."""
        text = labels()[name].within(self.language)
        return Markup(text.format(**{key: escaped(value) for key, value in values.items()}))

    def text(self, text: Any) -> str:
        """Return a text of the content (`Text` or `Localised`) in the language of the view."""
        chosen: Text = text if isinstance(text, Text) else text.text
        return chosen.within(self.language)

    def markdown(self, text: Text) -> Markup:
        """Return our own Markdown, such as a rule's paragraph, in the language of the view."""
        return Markup(text.within(self.language))

    def sentence_case(self, words: str) -> str:
        """Return the words with a capital first letter."""
        return sentence_case(words)

    def joined(self, parts: Iterable[object]) -> Markup:
        """Return the parts with commas and `and`."""
        conjunction = labels()["and"].within(self.language)
        return Markup(enumeration([escaped(part) for part in parts], conjunction))

    # --- dates ------------------------------------------------------------------------------

    def date(self, date: PartialDate) -> Markup:
        """Return a date in words, readable for machines too (HTML, the time element)."""
        return Markup(f'<time datetime="{date}">{date.shown(self.language)}</time>')

    def anchored_date(self, event: Event) -> Markup:
        """Return the date of a milestone as the place to which the picture of them links."""
        date = event.milestone.date
        words = date.shown(self.language)
        return Markup(f'<time id="{anchor(event)}" datetime="{date}">{words}</time>')

    def period(self, lead: Lead) -> Markup:
        """Return since when, and until when if known."""
        until = "" if lead.until is None else self.date(lead.until)
        return self.label(lead.period_label, start=self.date(lead.start), until=until)

    def events(self) -> tuple[Event, ...]:
        """Return the milestones of the page, newest first; those of what belongs to it too.

        Of a trekker only what he or she did: `events_of_work` has the rest.
        """
        found = self.catalogue.events_of(self.entity)
        if not isinstance(self.entity.record, Trekker):
            return found
        return tuple(event for event in found if event.entity is self.entity)

    def events_of_work(self) -> tuple[Event, ...]:
        """Return the milestones of what a trekker leads, newest first."""
        found = self.catalogue.events_of(self.entity)
        return tuple(event for event in found if event.entity is not self.entity)

    def first(self, entity: Entity[Page]) -> Milestone | None:
        """Return the first milestone of a page."""
        return min(entity.milestones, key=lambda item: item.date, default=None)

    # --- the home page ----------------------------------------------------------------------

    def years_of_taskforce(self) -> str:
        """Return from which until which year the taskforce is certain to have been there."""
        taskforce = self.catalogue.organisations.get(TASKFORCE)
        milestones = taskforce.record.milestones if taskforce else ()
        years = [item.date.year for item in milestones if not item.probable]
        return "–".join(str(year) for year in sorted({min(years), max(years)})) if years else ""

    def ways_in(self) -> tuple[tuple[Overview, Markup, Markup], ...]:
        """Return the three ways into the site: an overview, what it answers, what it holds."""
        return (
            (Overview.SEARCH, self.label("way_search"), self.label("way_search_by")),
            (
                Overview.DELIVERABLES,
                self.label("way_deliverables"),
                self.label("way_deliverables_by", number=len(self.catalogue.deliverables)),
            ),
            (
                Overview.TREKKERS,
                self.label("way_people"),
                self.label("way_people_by", number=len(self.catalogue.trekkers)),
            ),
        )

    def to_answers(self) -> Markup:
        """Return a link to what came of the asks, where the page of the taskforce tells it."""
        taskforce = self.catalogue.organisations.get(TASKFORCE)
        told = headings(taskforce.version(SOURCE_LANGUAGE).body) if taskforce else ()
        if taskforce is None or all(heading.given != ANSWERS for heading in told):
            return Markup("")
        target = f"{relative_path(taskforce.path, self.entity.path)}#{ANSWERS}"
        return link(self.label("what_came_of_asks"), target)

    def gable(self, theme: str) -> int:
        """Return the number of the gable that a theme has wherever it is drawn, from 1."""
        return gable(self.catalogue, theme)

    def gable_mark(self, theme: str) -> Markup:
        """Return the gable of a theme, for beside its name; nothing in the book."""
        number = self.gable(theme)
        mark = f'<span class="gable gable-{number}"></span>'
        return Markup("" if self.in_book else mark)

    # --- pictures ---------------------------------------------------------------------------

    def picture_of_relations(self) -> Markup:
        """Return how trekkers, themes and deliverables fit together, drawn and in words."""
        return picture_of_relations(self.catalogue, self.language, self.entity.path, self.templates)

    def picture_of_timeline(self) -> Markup:
        """Return the milestones on an axis; their list on the page has `anchor` as ids."""
        return picture_of_timeline(self.catalogue, self.language, self.entity.path, self.templates)

    # --- links ------------------------------------------------------------------------------

    def to(self, entity: Entity[Page], words: str | None = None) -> Markup:
        """Return a link to a page, marked where the page is in another language."""
        version = entity.version(self.language)
        other = version.language if version.language != self.language else None
        target = relative_path(entity.path, self.entity.path)
        return link(words or version.title, target, other if words is None else None)

    def to_overview(self, overview: Overview, words: str | None = None) -> Markup:
        """Return a link to the page with an overview; only the words where there is none."""
        page = self.catalogue.page_with(overview)
        return escaped(words or "") if page is None else self.to(page, words)

    def to_organisation(self, slug: str) -> Markup:
        """Return a link to an organisation, by its abbreviation where it has one."""
        return self.reference(Collection.ORGANISATIONS, slug)

    def named(self, entity: Entity[Page]) -> Markup:
        """Return a link to a page, with its abbreviation behind it where it has one."""
        short = getattr(entity.record, "abbreviation", None)
        return Markup(f"{self.to(entity)} ({escaped(short)})") if short else self.to(entity)

    def summary(self, entity: Entity[Page]) -> Markup:
        """Return the summary of a page, marked where it is in another language."""
        version = entity.version(self.language)
        if version.language == self.language:
            return escaped(version.summary)
        return Markup(f'<span lang="{version.language}">{escaped(version.summary)}</span>')

    def organisations(self, slugs: Iterable[str]) -> Markup:
        """Return links to organisations, as an enumeration."""
        return self.joined(self.to_organisation(slug) for slug in slugs)

    def themes(self, slugs: Iterable[str]) -> list[Markup]:
        """Return links to themes, each behind its gable."""
        return [
            Markup(f"{self.gable_mark(slug)}{self.to(self.catalogue.themes[slug])}")
            for slug in slugs
        ]

    def people(
        self, appointments: Iterable[Appointment], *, with_municipality: bool = True
    ) -> list[Markup]:
        """Return links to trekkers, each with the municipality unless that is too much."""
        return [
            Markup(
                f"{self.to(item.trekker)} "
                f"({self.to_organisation(item.trekker.record.municipality)})"
            )
            if with_municipality
            else self.to(item.trekker)
            for item in appointments
        ]

    def pages(self, entities: Iterable[Entity[Page]]) -> list[Markup]:
        """Return links to pages."""
        return [self.to(entity) for entity in entities]

    def roles(self, organisation: Entity[Organisation]) -> list[Markup]:
        """Return links to all that an organisation takes part in."""
        found: dict[str, Entity[Page]] = {}
        for relation, others in self.catalogue.naming(organisation):
            if relation.heading is not None:
                found |= {entity.path: entity for entity in others}
        return self.pages(found.values())

    def website(self, url: str) -> Markup:
        """Return a link to a website, by its name."""
        return link(as_read(url), url, name="is-address")

    def document(self, item: Link) -> Markup:
        """Return a link to a document, marked where it is in another language."""
        language = item.language.written
        return link(item.title, item.url, language if language != self.language else None)

    def makers(self, entity: Entity[Any]) -> Markup:
        """Return who made a deliverable."""
        if entity.record.makers:
            return self.organisations(entity.record.makers)
        if entity.record.other_makers is not None:
            return escaped(self.text(entity.record.other_makers))
        return self.label("maker_unknown")

    def badge(self, progress: Progress) -> Markup:
        """Return a progress as a badge that has words, not only a colour."""
        words = escaped(self.text(progress.label))
        return Markup(f'<span class="badge badge--progress-{progress.written}">{words}</span>')

    def newest_deliverables(self, limit: int) -> list[Entity[Any]]:
        """Return the deliverables of which something was last known, newest first."""
        newest = sorted(
            self.catalogue.deliverables.values(),
            key=lambda item: item.record.newest.date,
            reverse=True,
        )
        return newest[:limit]

    def by_progress(self) -> Mapping[Progress, list[Entity[Any]]]:
        """Return the deliverables by progress; each stands in one group, and none is left out."""
        groups: dict[Progress, list[Entity[Any]]] = {}
        for item in self.catalogue.deliverables.values():
            groups.setdefault(item.record.newest.progress, []).append(item)
        return {progress: groups[progress] for progress in Progress if progress in groups}

    def in_order(self, kind: Kind) -> list[Entity[Any]]:
        """Return the pages of a kind, in the order of the view's language."""
        return self.catalogue.in_order(kind, self.language)

    def organisations_by_kind(self) -> Mapping[OrganisationKind, list[Entity[Any]]]:
        """Return the organisations by what they are; each stands in one group."""
        groups: dict[OrganisationKind, list[Entity[Any]]] = {}
        for item in self.in_order(kind_of(Collection.ORGANISATIONS)):
            groups.setdefault(item.record.kind, []).append(item)
        return groups

    def filter_options(self) -> Mapping[str, filters.Options]:
        """Return by what the deliverables can be filtered."""
        return filters.options(self.catalogue, self.language)

    def filter_values(self, item: Entity[Any]) -> Markup:
        """Return by what a deliverable is found, and since when it is there, as attributes."""
        found = {key: " ".join(values) for key, values in filters.values(item).items()}
        first = self.first(item)
        found["sinds"] = str(first.date) if first else ""
        return Markup(" ".join(f'data-{key}="{words}"' for key, words in found.items()))

    def by_year(self) -> Mapping[int, list[Any]]:
        """Return the events of the timeline by year, newest first."""
        years: dict[int, list[Any]] = {}
        for event in self.catalogue.timeline:
            years.setdefault(event.milestone.date.year, []).append(event)
        return years

    def terms_in_order(self) -> list[Any]:
        """Return the terms of the glossary in alphabetical order."""
        return sorted(self.catalogue.terms, key=lambda term: sort_key(self.text(term.term)))

    def organisations_with_abbreviation(self) -> list[Entity[Any]]:
        """Return the organisations with an abbreviation, in its alphabetical order."""
        found = [item for item in self.catalogue.organisations.values() if item.record.abbreviation]
        return sorted(found, key=lambda item: sort_key(item.record.abbreviation))

    # --- sources ----------------------------------------------------------------------------

    def source(self, identifier: str) -> Source:
        """Return a source."""
        return self.catalogue.sources[identifier]

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the page; one that its text names wrongly is a problem of its own."""
        return tuple(name for name in self.entity.cited if name in self.catalogue.sources)

    def to_source(self, identifier: str) -> Markup:
        """Return a link to a source itself, marked where it is in another language."""
        source = self.source(identifier)
        language = source.language.written
        return link(source.title, source.url, language if language != self.language else None)

    def to_archived(self, source: Source) -> Markup:
        """Return a link to the copy of a source in a web archive; empty where it has none."""
        return link(self.label("archived_copy"), source.archived) if source.archived else Markup()

    def citation(self, identifier: str) -> str:
        """Return the number of a source, as a link to where the page lists it."""
        number = self.cited.index(identifier) + 1
        place = f"#{SOURCE}{identifier}"
        if self._has_no_list:
            place = escape(self.source(identifier).url)
        return numbered(f"{self.label('source')} ", str(number), place)

    def numbered(self, identifier: str) -> Markup:
        """Return the number of a source, for beside a fact."""
        return Markup(self.citation(identifier))

    def place_of(self, identifier: str) -> Markup:
        """Return the place to which the numbers of a source lead."""
        return Markup(f'<span id="{SOURCE}{identifier}"></span>')

    @property
    def _has_no_list(self) -> bool:
        return self.entity.overview is Overview.HOME

    def sources_in_order(self) -> list[tuple[str, tuple[Entity[Page], ...]]]:
        """Return all sources by publisher and title, each with the pages that use it."""
        ordered = sorted(
            self.catalogue.sources.values(),
            key=lambda source: (sort_key(source.publisher), sort_key(source.title), source.id),
        )
        uses = self.catalogue.uses_of_source
        return [(source.id, uses.get(source.id, ())) for source in ordered]

    def sources_by_publisher(
        self, several: int = 3
    ) -> Mapping[str, list[tuple[str, tuple[Entity[Page], ...]]]]:
        """Return the sources by publisher; those who publish fewer than `several` share the last.

        The name of that last group is empty. Each source comes with the pages that use it.
        """
        published = Counter(source.publisher for source in self.catalogue.sources.values())
        groups: dict[str, list[tuple[str, tuple[Entity[Page], ...]]]] = {}
        for identifier, uses in self.sources_in_order():
            publisher = self.source(identifier).publisher
            name = publisher if published[publisher] >= several else ""
            groups.setdefault(name, []).append((identifier, uses))
        rest = groups.pop("", [])
        return groups | {"": rest}

    def site_of(self, source: Source) -> str:
        """Return the name of the site that a source stands on."""
        return (urlsplit(source.url).hostname or "").removeprefix("www.")

    def marks(self, milestone: Milestone) -> tuple[str, ...]:
        """Return what is said beside a milestone: that it is still to come, what is inferred."""
        return certainty.marks(self.catalogue, milestone, self.language)

    def doubts(self, standing: Standing) -> tuple[str, ...]:
        """Return what of a standing is inferred."""
        return certainty.doubts(standing, self.language)

    def size(self, item: Link) -> Markup:
        """Return the form, size and language of a document."""
        parts: list[object] = [self.text(item.format.label)]
        if item.megabytes is not None:
            number = f"{item.megabytes:g}"
            number = number.replace(".", ",") if self.language == "nl" else number
            parts.append(f"{number} MB")
        parts.append(self.text(item.language.label))
        return Markup(", ".join(escaped(part) for part in parts))

    # --- how text is formatted ----------------------------------------------------------------

    def code(self, written: Text) -> Markup:
        """Return an example as an editor writes it."""
        return code_block(written.within(self.language), "markdown")

    def all_code(self, names: Iterable[str]) -> Markup:
        """Return how a box begins, for each of its names."""
        return Markup(", ".join(f"`!!! {name}`" for name in names))

    def sentence(self, text: Text) -> Markup:
        """Return what the check says as a sentence by itself, what it quotes as code."""
        words = self.sentence_case(text.within(self.language))
        words = words if words.endswith((".", "?", "!")) else f"{words}."
        parts = _QUOTED.split(words)
        return Markup("").join(
            code_span(part) if index % 2 else escaped(part) for index, part in enumerate(parts)
        )

    def shown(self, written: Text) -> Markup:
        """Return an example as the site shows it."""
        text, dutch = written.within(self.language), written.within(SOURCE_LANGUAGE)
        names = translated_names(headings(text), headings(dutch), ())
        return Markup(example(text, self.label("source"), names))

    def place(self, name: Text) -> str:
        """Return the name of a place on the page, the same in each language."""
        return as_slug(name.within(SOURCE_LANGUAGE))

    def to_rule(self, rule: str) -> Markup:
        """Return a link to what the page with all rules says of one."""
        page = self.catalogue.page_with(Overview.RULES)
        title = self.text(ALL_RULES[rule].title)
        if page is None:
            return escaped(title)
        return link(title, f"{relative_path(page.path, self.entity.path)}#{rule}")

    # --- what was measured --------------------------------------------------------------------

    def number(self, number: float) -> str:
        """Return a number as it is written in the language (CLDR), of two decimals at most."""
        return format_decimal(number, format="#,##0.##", locale=self.language)

    def result(self, item: Measurement) -> Markup:
        """Return how a measurement came out, as a badge that has words, not only a colour."""
        words = escaped(self.text(item.result.label))
        return Markup(f'<span class="badge badge--result-{item.outcome}">{words}</span>')

    def to_measurement(self, item: Measurement) -> Markup:
        """Return a link to where a measurement is shown in full."""
        page = self.catalogue.page_with(Overview.AUDIT)
        title = self.text(item.definition.title)
        if page is None:
            return escaped(title)
        return link(title, f"{relative_path(page.path, self.entity.path)}#bar-{item.bar}")

    def commit(self, commit: str) -> Markup:
        """Return a link to the source code as it was, or its name where no address is known."""
        source = self.templates.globals["source_code"]
        return link(commit[:12], f"{source}/tree/{commit}") if source else escaped(commit[:12])

    # --- whose site it is -------------------------------------------------------------------

    def to_owner(self) -> Markup:
        """Return the address of the makers, as a link to write to it."""
        owner: Any = self.templates.globals["owner"]
        contact = owner.contact
        return link(contact, f"mailto:{contact}")

    def to_reports(self) -> Markup:
        """Return a link to the public list of reports; empty where no source code is known."""
        source = self.templates.globals["source_code"]
        return link(self.label("contact_list_name"), f"{source}/issues") if source else Markup()

    # --- the state of the build -------------------------------------------------------------

    def moment(self, moment: datetime) -> Markup:
        """Return the day of a moment in words."""
        day = PartialDate.parse(moment.date().isoformat())
        return Markup(f'<time datetime="{moment.isoformat()}">{day.shown(self.language)}</time>')

    # --- the state of the translations ------------------------------------------------------

    def missing_translations(self) -> list[Entity[Page]]:
        """Return the pages that lack a language."""
        return [
            entity
            for entity in self.catalogue.entities
            if any(not entity.is_translated(code) for code in TRANSLATIONS)
        ]

    def outdated_translations(self) -> list[tuple[Entity[Page], Version]]:
        """Return each translation that was made from an older text, with its page."""
        return [
            (entity, version)
            for entity in self.catalogue.entities
            for version in entity.versions.values()
            if version.outdated
        ]

    def edit(self, path: str) -> Markup:
        """Return a file's name, as a link to where it can be changed if there is such a place."""
        name = Markup("<code>docs/{}</code>").format(path)
        address = self._edit_address(path)
        return link(name, address) if address else name

    def _edit_address(self, path: str) -> str:
        return str(self.templates.globals["edit_address"]).replace("{path}", path)

    def changes_of(self, path: str) -> Markup:
        """Return a link to how a file changed; empty where no such place is known."""
        address = self._edit_address(path)
        label = self.label("outdated_translations_changes")
        return link(label, address.replace("/edit/", "/commits/", 1)) if address else Markup()

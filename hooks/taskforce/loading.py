"""All files become a catalogue and all their problems.

Steps: read the folder, pair the files of each page, learn what references may refer to, validate
every page, then look at what only all pages together can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .additions import added_names, generated_files
from .bodies import Text, body_problems, judged, read_through
from .catalogue import Catalogue, Entity, Version, by_slug
from .destinations import Added, Destinations
from .documents import Document
from .duplicates import same_overviews, same_terms, same_titles
from .examples import example_problems
from .foreign import foreign_texts
from .former_addresses import (
    Published,
    claims,
    hidden_everywhere,
    lost_addresses,
    missing_home,
    missing_search,
    mistaken_claims,
)
from .frontmatter import read
from .hidden import hidden_files
from .known import known_from, titles_of, unsourced
from .languages import LANGUAGES, SOURCE_LANGUAGE, Language
from .link_problems import link_problems
from .links import links, unmade_links
from .model import Page, Translation
from .naming import PageFile
from .nodes import descend
from .pairing import PageFiles, paired
from .parts import Source
from .problems import Problem, in_order
from .publication import ALWAYS, NEVER, Opening, opening_of
from .reading import Files, files_in
from .rules import translations as rules
from .running_text.syntax import parsed
from .stray_fields import stray_fields
from .translations import (
    Past,
    Versions,
    as_field,
    fingerprint,
    fingerprint_of,
    is_behind,
    is_fingerprint,
    no_past,
)
from .validation import validated
from .values import Known
from .vocabulary import Collection


@dataclass(frozen=True)
class Loaded:
    """What the files hold. With problems the catalogues have only the pages that are right.

    Attributes:
        catalogue: What the site is made of.
        problems: What stops it.
        notices: What is worth knowing, and stops nothing.
        whole: The catalogue with all pages, also those that are not public yet.
        hidden: The paths below docs/ of all files that are not in the site: pages that are not
            public, and what only they show.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    whole: Catalogue = field(default_factory=Catalogue)
    hidden: frozenset[str] = frozenset()


Judging = Callable[[Sequence[Text]], Callable[[], list[Problem]]]
"""Begins to judge running text; what it returns gives all that is wrong, once that is asked."""


@dataclass(frozen=True)
class Circumstances:
    """What the check depends on besides the files; by default it looks at none of it."""

    today: date | None = None
    """What lies after this day has yet to come."""

    first_commits: Callable[[], Mapping[str, str]] = dict
    """Returns when files came, by path, as texts that sort; the newest may be left out."""

    published: Callable[[], Published] = dict
    """Returns every file that the site has ever had; none of its pages may be lost."""

    past: Past = no_past
    """Returns what a translation and its Dutch page held before."""

    day: date | None = None
    """The day for which the site is made, with what is public by then; by default today."""

    with_drafts: bool = False
    """Whether what is not public yet is in the site nevertheless, as in a preview."""

    judging: Judging = judged
    """Judges running text: whoever has judged it before may say so at once, or have it judged
    beside what else is read."""


class _Last:
    """What was known last, so that what was judged by it need not be judged again."""

    def __init__(self) -> None:
        self._known = Known()
        self._on: dict[date, Known] = {}

    def known_as(self, known: Known) -> Known:
        """Return what is known: that of before, where it is the same."""
        if not known.same_as(self._known):
            self._known, self._on = known, {}
        return self._known

    def known_on(self, day: date) -> Known:
        """Return the same for a page that is there from a day on."""
        if day not in self._on:
            self._on[day] = replace(self._known, public_from=day)
        return self._on[day]


_LAST = _Last()


def load(docs: Path, circumstances: Circumstances | None = None) -> Loaded:
    """Return what the files below `docs` hold; raises only where `docs` itself is not a folder.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    return load_files(files_in(docs), circumstances)


def load_files(files: Files, circumstances: Circumstances | None = None) -> Loaded:
    """Return the pages that files hold, with all problems in them."""
    given = circumstances or Circumstances()
    pages = paired(files)
    problems = [*files.problems, *pages.problems]
    right = [file for file in pages.files if file.is_right]
    wrong = [file for file in pages.files if not file.is_right]
    dutch = [file for file in right if file.language == SOURCE_LANGUAGE]
    today = given.day or given.today or ALWAYS
    openings = {file.address: opening_of(file.document) for file in dutch}

    def public_from(address: str) -> date:
        """Return the first day, from today on, on which a page is in the site."""
        return max(openings[address].day, today) if address in openings else NEVER

    known, more = known_from(right, wrong, files.root, given.today)
    known = _LAST.known_as(known)
    problems += more
    readable = [file for file in pages.files if file.document.readable]

    @cache
    def sources_after(day: date) -> frozenset[tuple[str, Opening]]:
        """Return the sources that come on the site later than a day."""
        openings = known.openings_of_sources.items()
        return frozenset((name, opening) for name, opening in openings if opening.day > day)

    wrong_in_texts = given.judging(
        [
            (file.document, known.sources, sources_after(public_from(file.address)))
            for file in readable
        ]
    )
    entities: list[Entity[Page]] = []
    for versions in pages.pages:
        by_then = public_from(next(iter(versions.values())).address)
        entity, more = _entity(versions, _LAST.known_on(by_then), files.root, given.past)
        problems += more
        if entity is not None:
            entities.append(entity)
    catalogue_on = _catalogues(entities, today)
    for file in readable:
        read_through(file.document)
        problems += stray_fields(file.document)
        problems += example_problems(file.document, _LAST.known_on(public_from(file.address)))
        if file.is_language_sure:
            problems += foreign_texts(file.document, file.language)
    problems += wrong_in_texts()
    is_whole = len(entities) == len(pages.pages) and not wrong
    # A record may be valid without what could not be read, as the register without its sources.
    is_whole = is_whole and not any(file.document.problems for file in right)

    @cache
    def destinations_on(day: date) -> Destinations:
        """Return where links may lead on a day."""
        added = added_names(catalogue_on(day), is_whole=is_whole)
        return _destinations(right, wrong, files.others, known, added, day, is_whole=is_whole)

    problems += link_problems(
        readable, lambda file: destinations_on(public_from(file.address)), titles_of(dutch)
    )
    problems += same_titles(right, given.first_commits)
    problems += same_overviews(dutch, given.first_commits)
    problems += same_terms(dutch)
    in_dutch = [file for file in pages.files if file.language == SOURCE_LANGUAGE]
    problems += mistaken_claims(in_dutch)
    problems += lost_addresses(in_dutch, given.published, files.root, today)
    problems += hidden_everywhere(in_dutch)
    problems += missing_home(pages.files, files.root)
    if is_whole:  # Else a page that cannot be read may be the one.
        problems += missing_search(in_dutch, files.root)
    notices = _outdated(entities, {file.name: file.document for file in right})
    whole = catalogue_on(NEVER)
    if given.with_drafts:
        return Loaded(whole, in_order(problems), in_order(notices), whole)
    return Loaded(
        catalogue_on(today),
        in_order(problems),
        in_order(notices),
        whole,
        hidden_files(readable, files.others, lambda file: public_from(file.address) > today),
    )


def forget_files() -> None:
    """Forget the files that were read: only a preview reads them again, and they are large."""
    for of_file in (
        *(read, opening_of, links, unmade_links, body_problems, foreign_texts, parsed),
        fingerprint_of,
    ):
        of_file.cache_clear()
    validated.cache_clear()


def _destinations(
    right: Iterable[PageFile],
    wrong: Iterable[PageFile],
    others: Iterable[str],
    known: Known,
    added: Added,
    day: date,
    *,
    is_whole: bool,
) -> Destinations:
    """Return where links may lead on a day."""
    readable = [file for file in right if file.document.readable]
    dutch = [file for file in right if file.language == SOURCE_LANGUAGE]
    openings = {file.name: opening_of(file.document) for file in dutch}
    later_themes = {
        slug for slug, opening in known.openings[Collection.THEMES].items() if opening.day > day
    }
    return Destinations(
        pages={file.name: file for file in readable if file.language == SOURCE_LANGUAGE},
        translations={
            (file.address, file.language): file
            for file in readable
            if file.language != SOURCE_LANGUAGE
        },
        files=generated_files(known.slugs[Collection.THEMES] - later_themes)
        | {*others, *openings}
        | {name for file in wrong for name in (file.name, file.source_name)},
        added=added,
        later={name: opening for name, opening in openings.items() if opening.day > day},
        former={f"{claim.name}.md": claim.file.name for claim in claims(dutch)},
        is_whole=is_whole,
    )


def _catalogues(entities: Iterable[Entity[Page]], today: date) -> Callable[[date], Catalogue]:
    """Return a function that returns the catalogue of what is public on a day."""
    every = tuple(entities)

    @cache
    def of_as_many(number: int) -> Catalogue:
        return _catalogue(by_opening[:number], today)

    by_opening = sorted(every, key=lambda entity: entity.record.public_from)

    def on(day: date) -> Catalogue:
        return of_as_many(sum(entity.record.public_from <= day for entity in every))

    return on


# --- pages ----------------------------------------------------------------------------------


def _entity(
    files: PageFiles, known: Known, root: str, past: Past
) -> tuple[Entity[Page] | None, list[Problem]]:
    """Return a page, unless something is wrong with its facts or its name, and all problems."""
    problems: list[Problem] = []
    record: Page | None = None
    mark = ""
    dutch = files.get(SOURCE_LANGUAGE)
    if dutch is not None and dutch.document.readable:
        record, more = validated(dutch.document, dutch.record_type, known)
        problems += [*more, *unsourced(dutch, known)]
        mark = fingerprint(record.title, record.summary, dutch.document.body) if record else ""
    versions: dict[Language, Version] = {}
    for language, file in files.items():
        if language == SOURCE_LANGUAGE:
            continue
        path = dutch.document.path if dutch else f"{root}/{file.source_name}"
        before = past(file.name, dutch.name) if dutch else ()
        marks = {dutch.document.content: mark} if dutch and mark else {}
        version, mistakes = _translation(file, known, path, mark, before, marks)
        problems += mistakes
        if version is not None and file.is_right:
            versions[language] = version
    if dutch is None or record is None or not dutch.is_right:
        return None, problems
    versions[SOURCE_LANGUAGE] = Version(
        SOURCE_LANGUAGE, dutch.name, record.title, record.summary, dutch.document.body
    )
    ordered = {language: versions[language] for language in LANGUAGES if language in versions}
    entity = Entity(
        path=dutch.name,
        slug=dutch.slug,
        collection=dutch.collection,
        record=record,
        versions=MappingProxyType(ordered),
    )
    return entity, problems


def _translation(
    file: PageFile,
    known: Known,
    dutch_path: str,
    mark: str,
    before: Versions,
    marks: Mapping[bytes, str],
) -> tuple[Version | None, list[Problem]]:
    if not file.document.readable:
        return None, []
    record, mistakes = validated(file.document, Translation, known, dutch_path)
    problems = list(mistakes)
    if record is None:
        return None, problems
    body = file.document.body
    claimed = record.translates
    if mark and claimed is not None and not is_fingerprint(claimed):
        node, _ = descend(file.document.fields, ("translates",))
        problems.append(
            file.document.problem(
                rules.FINGERPRINT,
                "translates",
                node.position,
                value=claimed,
                instead=as_field(mark),
            )
        )
        claimed = None
    own_mark = fingerprint(record.title, record.summary, body)
    marks = {**marks, file.document.content: own_mark}
    outdated = bool(mark) and is_behind(mark, claimed, own_mark, before, marks)
    version = Version(file.language, file.name, record.title, record.summary, body, outdated)
    return version, problems


def _outdated(
    entities: Iterable[Entity[Page]], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    for entity in entities:
        for version in entity.versions.values():
            if version.outdated:
                document = documents[version.path]
                node, entry = descend(document.fields, ("translates",))
                yield document.problem(
                    rules.OUTDATED,
                    "translates",
                    node.position if entry else None,
                    instead=as_field(entity.fingerprint),
                )


def _catalogue(entities: Iterable[Entity[Page]], day: date) -> Catalogue:
    groups: dict[Collection | None, list[Entity[Any]]] = {}
    sources: dict[str, Source] = {}
    for entity in entities:
        groups.setdefault(entity.collection, []).append(entity)
        sources |= {
            source.id: source for source in entity.record.sources if isinstance(source, Source)
        }

    ordered: dict[Collection | None, Mapping[str, Entity[Any]]] = {
        name: MappingProxyType(by_slug(group)) for name, group in groups.items()
    }
    pages = ordered.pop(None, {})
    return Catalogue(
        MappingProxyType({name: group for name, group in ordered.items() if name is not None}),
        pages=pages,
        sources=MappingProxyType(dict(sorted(sources.items()))),
        day=day,
    )

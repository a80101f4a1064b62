"""All files become a catalogue and all their problems.

Steps: name every file, read it, pair the languages, learn what references may refer to, validate
every page, then look at what only all pages together can tell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from .bodies import body_problems
from .catalogue import Catalogue, Entity, Version, in_order
from .frontmatter import WHOLE_FILE, Document, read
from .languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, Language
from .model import RECORDS, Page, PlainPage, Translation
from .nodes import Mapping as MappingNode
from .nodes import Node, Position, Scalar, Sequence, descend
from .parts import Source
from .problems import Place, Problem
from .rules import fields as field_rules
from .rules import files as file_rules
from .rules import references
from .translations import fingerprint, is_fingerprint
from .validation import validated
from .values import SLUG, Known, as_slug
from .vocabulary import Collection, OrganisationKind

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
"""What MkDocs takes for a page; only the first is used here."""


@dataclass(frozen=True)
class Loaded:
    """What the files hold. With problems the catalogue has only the pages that are right."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


def load(docs: Path) -> Loaded:
    """Return what the files below `docs` hold; raises only where `docs` itself is not a folder.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    if not docs.is_dir():
        raise NotADirectoryError(docs)
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _files_below(docs):
        name = path.relative_to(docs).as_posix()
        place = Place(f"{docs.name}/{name}")
        if path.is_symlink():
            problems.append(file_rules.SYMBOLIC_LINK.problem(place, WHOLE_FILE))
            continue
        if path.suffix.lower() not in _MARKDOWN:
            continue
        try:
            contents[name] = path.read_bytes()
        except OSError:
            problems.append(file_rules.UNREADABLE_FILE.problem(place, WHOLE_FILE))
    loaded = load_contents(contents, docs.name)
    return Loaded(loaded.catalogue, _in_order([*problems, *loaded.problems]))


def _files_below(docs: Path) -> Iterator[Path]:
    """Yield the files that MkDocs would publish, and links that it would follow, in order."""
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if not name.startswith("."):
                yield Path(folder) / name


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.order))


@dataclass(frozen=True)
class _File:
    """A file with a usable name."""

    name: str
    address: str
    language: Language
    document: Document


def load_contents(contents: Mapping[str, bytes], root: str = "docs") -> Loaded:
    """Return what files hold, given by their paths below `root`."""
    problems: list[Problem] = []
    files: list[_File] = []
    for name in sorted(contents):
        document = read(f"{root}/{name}", contents[name])
        problems += document.problems
        named = _named(name, document)
        problems += named.problems
        if named.address is not None:
            files.append(_File(name, named.address, named.language, document))
        if document.readable:
            problems += body_problems(document)
    problems += _same_names(contents, root)

    dutch = {file.address: file for file in files if file.language == SOURCE_LANGUAGE}
    known, source_problems = _known(dutch.values())
    problems += source_problems

    entities: list[Entity[Page]] = []
    translated = {
        (file.address, file.language): file for file in files if file.language != SOURCE_LANGUAGE
    }
    for file in translated.values():
        if file.address not in dutch:
            problems.append(
                file.document.problem(
                    file_rules.ORPHAN_TRANSLATION, WHOLE_FILE, instead=f"{root}/{file.address}.md"
                )
            )
    for address, file in dutch.items():
        entity, found = _entity(
            file,
            known,
            {
                language: translated[address, language]
                for language in TRANSLATIONS
                if (address, language) in translated
            },
        )
        problems += found
        if entity is not None:
            entities.append(entity)
    problems += _same_titles(entities, {file.name: file for file in files})
    problems += _same_terms(entities, dutch)
    return Loaded(_catalogue(entities), _in_order(problems))


# --- names ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Named:
    address: str | None
    language: Language = SOURCE_LANGUAGE
    problems: tuple[Problem, ...] = ()


def _named(name: str, document: Document) -> _Named:
    """Return the address and language that a file's name gives, or what is wrong with the name."""
    path = PurePosixPath(name)
    stem, *suffixes = path.name.split(".")
    folders = path.parts[:-1]
    language: Language = SOURCE_LANGUAGE
    if len(suffixes) == 2 and suffixes[0] in TRANSLATIONS:
        language = suffixes[0]
        suffixes = suffixes[1:]
    address = "/".join((*folders, stem))
    if suffixes == ["md"] and all(SLUG.fullmatch(part) for part in (*folders, stem)):
        collection = _collection_of(folders)
        if collection is not None and len(folders) > 1:
            instead = f"{document.path.split('/', 1)[0]}/{folders[0]}/{path.name}"
            problem = document.problem(
                file_rules.WRONG_FOLDER, WHOLE_FILE, folder=folders[0], instead=instead
            )
            return _Named(None, language, (problem,))
        return _Named(address, language)
    known = f".{language}" if language != SOURCE_LANGUAGE else ""
    if len(suffixes) == 2 and suffixes[1] == "md" and re.fullmatch(r"[A-Za-z]{2,3}", suffixes[0]):
        meant = "" if suffixes[0].lower() in {"nl", "nld", "ned"} else ".en"
        problem = document.problem(
            file_rules.UNKNOWN_LANGUAGE,
            WHOLE_FILE,
            value=suffixes[0],
            instead=f"{as_slug(stem)}{meant}.md",
        )
        return _Named(None, language, (problem,))
    words = [stem, *suffixes[:-1]]
    instead = "/".join((*map(as_slug, folders), as_slug("-".join(words)) + f"{known}.md"))
    problem = document.problem(file_rules.FILE_NAME, WHOLE_FILE, value=name, instead=instead)
    return _Named(None, language, (problem,))


def _collection_of(folders: tuple[str, ...]) -> Collection | None:
    return next((item for item in Collection if folders and item.folder == folders[0]), None)


def _same_names(names: Iterable[str], root: str) -> Iterator[Problem]:
    """Yield files that would be one file where capitals do not count."""
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(name.casefold().replace(".nl.md", ".md"), name)
        if other != name:
            yield file_rules.DUPLICATE_SLUG.problem(
                Place(f"{root}/{name}"), WHOLE_FILE, other=f"{root}/{other}"
            )


# --- what references may refer to -----------------------------------------------------------


def _known(files: Iterable[_File]) -> tuple[Known, list[Problem]]:
    slugs: dict[Collection, set[str]] = {collection: set() for collection in Collection}
    municipalities: set[str] = set()
    sources: dict[str, tuple[_File, Position]] = {}
    problems: list[Problem] = []
    for file in files:
        folder, _, slug = file.address.rpartition("/")
        collection = _collection_of((folder,) if folder else ())
        if collection is not None and slug != "index":
            slugs[collection].add(slug)
            kind, _ = descend(file.document.fields, ("kind",))
            if collection is Collection.ORGANISATIONS and (
                not isinstance(kind, Scalar) or kind.text == OrganisationKind.MUNICIPALITY.written
            ):
                # An organisation without a kind has a problem already; one is enough.
                municipalities.add(slug)
        for index, identifier in _source_ids(file.document.fields):
            if identifier.text in sources:
                other, position = sources[identifier.text]
                problems.append(
                    file.document.problem(
                        references.DUPLICATE_SOURCE,
                        f"sources.{index + 1}.id",
                        identifier.position,
                        value=identifier.text,
                        other=other.document.path,
                        line=str(position.line),
                    )
                )
            else:
                sources[identifier.text] = file, identifier.position
    known = Known(
        slugs={collection: frozenset(found) for collection, found in slugs.items()},
        sources=frozenset(sources),
        municipalities=frozenset(municipalities),
    )
    return known, problems


def _source_ids(fields: MappingNode) -> Iterator[tuple[int, Scalar]]:
    """Yield the ids of the sources that a page describes, with their places in its list."""
    for index, item in enumerate(_items(fields, "sources")):
        if isinstance(item, MappingNode):
            identifier = next((e.value for e in item.entries if e.key.text == "id"), None)
            if isinstance(identifier, Scalar):
                yield index, identifier


def _items(fields: MappingNode, name: str) -> tuple[Node, ...]:
    node = next((entry.value for entry in fields.entries if entry.key.text == name), None)
    return node.items if isinstance(node, Sequence) else ()


# --- pages ----------------------------------------------------------------------------------


def _entity(
    file: _File, known: Known, translations: Mapping[Language, _File]
) -> tuple[Entity[Page] | None, list[Problem]]:
    folder, _, slug = file.address.rpartition("/")
    collection = _collection_of((folder,)) if folder and slug != "index" else None
    record_type: type[Page] = RECORDS[collection] if collection else PlainPage
    problems: list[Problem] = []
    record: Page | None = None
    if file.document.readable:
        record, found = validated(file.document, record_type, known)
        problems += found
    mark = ""
    if record is not None:
        mark = fingerprint(record.title, record.summary, file.document.body)
    versions: dict[Language, Version] = {}
    for language, translation in translations.items():
        version, mistakes = _translation(translation, language, known, file.document.path, mark)
        problems += mistakes
        if version is not None:
            versions[language] = version
    if record is None:
        return None, problems
    versions[SOURCE_LANGUAGE] = Version(
        SOURCE_LANGUAGE, file.name, record.title, record.summary, file.document.body
    )
    ordered = {language: versions[language] for language in LANGUAGES if language in versions}
    entity = Entity(
        path=file.name,
        slug=slug if collection else file.address,
        collection=collection,
        record=record,
        versions=MappingProxyType(ordered),
    )
    return entity, problems


def _translation(
    file: _File, language: Language, known: Known, dutch_path: str, mark: str
) -> tuple[Version | None, list[Problem]]:
    if not file.document.readable:
        return None, []
    record, found = validated(file.document, Translation, known, dutch_path)
    problems = list(found)
    if record is None:
        return None, problems
    if mark and not is_fingerprint(record.translates):
        node, entry = descend(file.document.fields, ("translates",))
        position = node.position if entry else Position(1, 1, 1, 4)
        problems.append(
            file.document.problem(field_rules.FINGERPRINT, "translates", position, instead=mark)
        )
    version = Version(
        language,
        file.name,
        record.title,
        record.summary,
        file.document.body,
        outdated=bool(mark) and record.translates != mark,
    )
    return version, problems


# --- what only all pages together can tell --------------------------------------------------


def _same_titles(entities: Iterable[Entity[Page]], files: Mapping[str, _File]) -> Iterator[Problem]:
    first: dict[tuple[Language, str], str] = {}
    for entity in entities:
        for version in entity.versions.values():
            key = version.language, version.title.casefold()
            other = first.setdefault(key, version.path)
            if other != version.path:
                document = files[version.path].document
                position = descend(document.fields, ("title",))[0].position
                yield document.problem(
                    references.DUPLICATE_TITLE, "title", position, other=files[other].document.path
                )


def _same_terms(entities: Iterable[Entity[Page]], files: Mapping[str, _File]) -> Iterator[Problem]:
    first: dict[tuple[str, str], tuple[Document, Position]] = {}
    for entity in entities:
        document = files[entity.path.removesuffix(".md")].document
        for kind, location in _words(entity.record):
            node, _ = descend(document.fields, location)
            if not isinstance(node, Scalar):
                continue
            key = kind, node.text
            other, position = first.setdefault(key, (document, node.position))
            if (other.path, position) != (document.path, node.position):
                yield document.problem(
                    references.DUPLICATE_TERM,
                    ".".join(str(step + 1) if isinstance(step, int) else step for step in location),
                    node.position,
                    value=node.text,
                    other=other.path,
                    line=str(position.line),
                )


def _words(record: Page) -> Iterator[tuple[str, tuple[int | str, ...]]]:
    """Yield what must have one meaning on the whole site: its kind, and where it stands."""
    if getattr(record, "abbreviation", None):
        for language in LANGUAGES:
            yield f"abbreviation {language}", ("abbreviation",)
    if isinstance(record, PlainPage):
        for index, term in enumerate(record.terms):
            yield "id", ("terms", index, "id")
            for language in LANGUAGES:
                yield f"term {language}", ("terms", index, "term", language)
                if term.abbreviation:
                    yield f"abbreviation {language}", ("terms", index, "abbreviation", language)


def _catalogue(entities: Iterable[Entity[Page]]) -> Catalogue:
    groups: dict[Collection | None, list[Entity[Any]]] = {}
    sources: dict[str, Source] = {}
    for entity in entities:
        groups.setdefault(entity.collection, []).append(entity)
        sources |= {
            source.id: source for source in entity.record.sources if isinstance(source, Source)
        }

    def group(collection: Collection | None) -> Mapping[str, Entity[Any]]:
        return MappingProxyType(in_order(groups.get(collection, ())))

    return Catalogue(
        themes=group(Collection.THEMES),
        trekkers=group(Collection.TREKKERS),
        deliverables=group(Collection.DELIVERABLES),
        organisations=group(Collection.ORGANISATIONS),
        pages=group(None),
        sources=MappingProxyType(dict(sorted(sources.items()))),
    )

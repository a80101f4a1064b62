"""All files become a catalogue and all their problems.

Steps: name every file, read it, pair the languages, learn what references may refer to, validate
every page, then look at what only all pages together can tell.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from .additions import added_names, made_files
from .bodies import body_problems
from .catalogue import Catalogue, Entity, Version, by_slug
from .destinations import Destinations
from .documents import WHOLE_FILE, Document
from .duplicates import same_names, same_terms, same_titles
from .foreign import foreign_texts
from .frontmatter import read
from .known import known_from, titles_of, unsourced
from .languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, Language, Text
from .link_problems import link_problems
from .model import Page, Translation
from .naming import PageFile, named
from .nodes import descend
from .parts import Source
from .problems import Place, Problem, Rule
from .rules import files as file_rules
from .rules import translations as translation_rules
from .stray_fields import stray_fields
from .translations import Past, Versions, as_field, fingerprint, is_behind, is_fingerprint, no_past
from .uploads import is_page_by_content, page_size_problem, upload_problems
from .validation import FACTS, validated
from .values import Known
from .vocabulary import Collection

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
"""What MkDocs takes for a page; only the first is used here."""


@dataclass(frozen=True)
class Loaded:
    """What the files hold. With problems the catalogue has only the pages that are right.

    `notices` are worth knowing, and stop nothing.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Circumstances:
    """What the check depends on besides the files; by default it looks at none of it."""

    today: date | None = None
    """What lies after this day has yet to come."""

    first_commits: Callable[[], Mapping[str, str]] = dict
    """Returns when files came, by path, as texts that sort; the newest may be left out."""

    past: Past = no_past
    """Returns what a translation and its Dutch page held before."""


@dataclass(frozen=True)
class Files:
    """What stands below a folder of pages, before any page is read.

    Attributes:
        root: The name of the folder.
        contents: The pages, by their paths below it.
        others: The paths of what else is there: pictures, documents, pages that cannot be read.
        problems: What is wrong with files that are not read as pages.
    """

    root: str
    contents: Mapping[str, bytes]
    others: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(docs: Path, circumstances: Circumstances | None = None) -> Loaded:
    """Return what the files below `docs` hold; raises only where `docs` itself is not a folder.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    return load_files(files_in(docs), circumstances)


def load_files(files: Files, circumstances: Circumstances | None = None) -> Loaded:
    """Return what files hold."""
    loaded = load_contents(files.contents, files.root, files.others, circumstances)
    return replace(loaded, problems=_in_order([*files.problems, *loaded.problems]))


def files_in(docs: Path) -> Files:
    """Return the files below `docs`.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    if not docs.is_dir():
        raise NotADirectoryError(docs)
    root = docs.absolute().name
    contents: dict[str, bytes] = {}
    others: list[str] = []
    problems: list[Problem] = []

    def broken(rule: Rule, path: Path) -> None:
        place = Place(f"{root}/{_name_below(docs, path)}")
        problems.append(rule.problem(place, WHOLE_FILE))

    def unreadable_folder(error: OSError) -> None:
        broken(file_rules.UNREADABLE_FILE, Path(error.filename))

    for path in _files_below(docs, unreadable_folder):
        name = _name_below(docs, path)
        others.append(name)
        if path.is_symlink():
            broken(file_rules.SYMBOLIC_LINK, path)
            continue
        try:
            if not path.is_file():  # A pipe would keep us waiting for ever.
                raise OSError(path)
            if path.suffix.lower() not in _MARKDOWN and not is_page_by_content(path, name):
                problems += upload_problems(path, name, root)
            elif problem := page_size_problem(path, name, root):
                problems.append(problem)
            else:
                contents[name] = path.read_bytes()
                others.pop()
        except OSError:
            broken(file_rules.UNREADABLE_FILE, path)
    return Files(root, contents, tuple(others), tuple(problems))


def _name_below(docs: Path, path: Path) -> str:
    """Return the path below `docs`; a name that is no UTF-8 with a sign for its odd bytes."""
    return os.fsencode(path.relative_to(docs).as_posix()).decode("utf-8", "replace")


def _files_below(docs: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the files that MkDocs would publish, and links that it would follow, in order."""
    for folder, folders, names in os.walk(docs, onerror=unreadable):
        folders[:] = sorted(filter(_is_published, folders))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if _is_published(name):
                yield Path(folder) / name


def _is_published(name: str) -> bool:
    """Tell whether MkDocs publishes a file or folder of this name (`exclude_docs`)."""
    return not name.startswith(".") or name == ".well-known"


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def load_contents(
    contents: Mapping[str, bytes],
    root: str = "docs",
    others: Iterable[str] = (),
    circumstances: Circumstances | None = None,
) -> Loaded:
    """Return what files hold, given by their paths below `root`.

    Args:
        contents: The pages.
        root: The name of the docs folder.
        others: The paths of what else is there: pictures, documents, pages that cannot be read.
        circumstances: What the check depends on besides the files.
    """
    given = circumstances or Circumstances()
    problems: list[Problem] = []
    files: list[PageFile] = []
    misnamed: list[PageFile] = []
    for name in sorted(contents):
        document = read(f"{root}/{name}", contents[name])
        problems += document.problems
        file, mistake = named(name, document, root)
        if mistake is None:
            files.append(file)
        else:
            misnamed.append(file)
            problems.append(mistake)
    others = [*others]
    renamed: set[str] = set()
    for file in [*files]:
        if _is_dutch_all_the_same(file, [*files, *misnamed], others):
            files.remove(file)
            renamed.add(file.name)
            file = replace(file, language=SOURCE_LANGUAGE)
            misnamed.append(file)
            instead = file.path_meant(root)
            problem = file.document.problem(
                file_rules.DUTCH_IN_ENGLISH, WHOLE_FILE, instead=instead
            )
            problems.append(problem)
    problems += same_names([*contents, *others], root)

    unread = [
        named(name, Document(f"{root}/{name}", readable=False), root)[0]
        for name in others
        if PurePosixPath(name).suffix.lower() in _MARKDOWN
    ]
    known, source_problems = known_from(files, [*misnamed, *unread], root, given.today)
    problems += source_problems
    for file in (*files, *misnamed):
        if file.document.readable:
            problems += body_problems(file.document, known.sources)
            problems += stray_fields(file.document)

    dutch = {file.address: file for file in files if file.language == SOURCE_LANGUAGE}
    translated = {
        (file.address, file.language): file for file in files if file.language != SOURCE_LANGUAGE
    }
    problems += _without_dutch_page(translated.values(), dutch, [*misnamed, *unread], root)
    for file in (*misnamed, *(file for key, file in translated.items() if key[0] not in dutch)):
        if file.language == SOURCE_LANGUAGE:
            problems += _entity(file, known, {})[1]
        else:
            problems += _translation(file, known, f"{root}/{file.address}.md")[1]
    entities: list[Entity[Page]] = []
    for address, file in dutch.items():
        entity, found = _entity(
            file,
            known,
            {
                language: translated[address, language]
                for language in TRANSLATIONS
                if (address, language) in translated
            },
            given.past,
        )
        problems += found
        if entity is not None:
            entities.append(entity)
    catalogue = _catalogue(entities)
    elsewhere = [*misnamed, *unread]
    destinations = Destinations(
        pages={file.name: file for file in dutch.values() if file.document.readable},
        translations={key: file for key, file in translated.items() if file.document.readable},
        files=made_files(known.slugs[Collection.THEMES])
        | {*others}
        | {name for file in elsewhere for name in (file.name, file.source_name)}
        | {file.name for file in dutch.values()},
        added=added_names(catalogue, is_whole=len(entities) == len(dutch) and not elsewhere),
    )
    readable = [file for file in (*files, *misnamed) if file.document.readable]
    for file in readable:
        if file.name in renamed:
            continue  # Its language is clear when it has its right name.
        problems += foreign_texts(file.document, file.language)
    problems += link_problems(readable, destinations, titles_of(dutch.values()))
    problems += same_titles(files, given.first_commits)
    problems += same_terms(dutch.values())
    notices = _outdated(entities, {file.name: file.document for file in files})
    return Loaded(catalogue, _in_order(problems), _in_order(notices))


def _is_dutch_all_the_same(
    file: PageFile, pages: Iterable[PageFile], others: Container[str]
) -> bool:
    """Tell whether a file called a translation is the Dutch page: with its facts, and alone."""
    return (
        file.language != SOURCE_LANGUAGE
        and not FACTS.isdisjoint(file.document.fields.by_name)
        and file.source_name not in others
        and not any(
            page.language == SOURCE_LANGUAGE
            and file.address in (page.address, page.name.removesuffix(".md"))
            for page in pages
        )
    )


def _without_dutch_page(
    translated: Iterable[PageFile],
    dutch: Container[str],
    elsewhere: Iterable[PageFile],
    root: str,
) -> Iterator[Problem]:
    """Yield the translations that have no Dutch page, or one that has to get another place."""
    moved = {
        file.name.removesuffix(".md"): file
        for file in elsewhere
        if file.language == SOURCE_LANGUAGE
    }
    for file in translated:
        if file.address in dutch:
            continue
        source = moved.get(file.address)
        if source is not None and source.address == file.address:
            continue  # It is there, and cannot be read.
        path = f"{root}/{file.address}.md"
        instead = Text(
            nl=f"maak eerst ‘{path}’, of verbeter de naam van dit bestand",
            en=f"first make ‘{path}’, or correct the name of this file",
        )
        if source is not None:
            path = replace(file, address=source.address).path_meant(root)
            instead = Text(
                nl=f"verplaats dit bestand mee, naar ‘{path}’",
                en=f"move this file along, to ‘{path}’",
            )
        yield file.document.problem(file_rules.ORPHAN_TRANSLATION, WHOLE_FILE, instead=instead)


# --- pages ----------------------------------------------------------------------------------


def _entity(
    file: PageFile,
    known: Known,
    translations: Mapping[Language, PageFile],
    past: Past = no_past,
) -> tuple[Entity[Page] | None, list[Problem]]:
    problems: list[Problem] = []
    record: Page | None = None
    if file.document.readable:
        record, found = validated(file.document, file.record_type, known)
        problems += found
        problems += unsourced(file, known)
    mark = ""
    if record is not None:
        mark = fingerprint(record.title, record.summary, file.document.body)
    versions: dict[Language, Version] = {}
    for language, translation in translations.items():
        before = past(translation.name, file.name)
        version, mistakes = _translation(translation, known, file.document.path, mark, before)
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
        slug=file.slug,
        collection=file.collection,
        record=record,
        versions=MappingProxyType(ordered),
    )
    return entity, problems


def _translation(
    file: PageFile, known: Known, dutch_path: str, mark: str = "", before: Versions = ()
) -> tuple[Version | None, list[Problem]]:
    if not file.document.readable:
        return None, []
    record, found = validated(file.document, Translation, known, dutch_path)
    problems = list(found)
    if record is None:
        return None, problems
    body = file.document.body
    said = record.translates
    if mark and said is not None and not is_fingerprint(said):
        node, _ = descend(file.document.fields, ("translates",))
        problems.append(
            file.document.problem(
                translation_rules.FINGERPRINT,
                "translates",
                node.position,
                value=said,
                instead=as_field(mark),
            )
        )
        said = None
    own_mark = fingerprint(record.title, record.summary, body)
    outdated = bool(mark) and is_behind(mark, said, own_mark, before)
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
                    translation_rules.OUTDATED,
                    "translates",
                    node.position if entry else None,
                    instead=as_field(entity.fingerprint),
                )


def _catalogue(entities: Iterable[Entity[Page]]) -> Catalogue:
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
    )

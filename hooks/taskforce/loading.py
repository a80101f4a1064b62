"""All files become a catalogue and all their problems.

Steps: name every file, read it, pair the languages, learn what references may refer to, validate
every page, then look at what only all pages together can tell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from .bodies import body_problems
from .catalogue import Catalogue, Entity, Version, in_order
from .documents import WHOLE_FILE, Document
from .frontmatter import read
from .languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, Language
from .links import link_problems
from .model import RECORDS, Page, PlainPage, Translation
from .nodes import Mapping as MappingNode
from .nodes import Node, Position, Scalar, Sequence, descend
from .parts import Source
from .places import ASSETS, MADE_FOLDERS, free_name
from .problems import Place, Problem, Rule
from .rules import fields as field_rules
from .rules import files as file_rules
from .rules import references
from .translations import fingerprint, is_fingerprint
from .uploads import page_size_problem, upload_problems
from .validation import validated
from .values import Known, as_file_name, is_file_name, nearest_choice
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
    root = docs.absolute().name
    contents: dict[str, bytes] = {}
    names: list[str] = []
    problems: list[Problem] = []

    def broken(rule: Rule, path: Path) -> None:
        place = Place(f"{root}/{_name_below(docs, path)}")
        problems.append(rule.problem(place, WHOLE_FILE))

    def unreadable_folder(error: OSError) -> None:
        broken(file_rules.UNREADABLE_FILE, Path(error.filename))

    for path in _files_below(docs, unreadable_folder):
        if path.is_symlink():
            broken(file_rules.SYMBOLIC_LINK, path)
            continue
        name = _name_below(docs, path)
        names.append(name)
        try:
            if not path.is_file():  # A pipe would keep us waiting for ever.
                raise OSError(path)
            if path.suffix.lower() not in _MARKDOWN:
                problems += upload_problems(path, name, root)
            elif problem := page_size_problem(path, name, root):
                problems.append(problem)
            else:
                contents[name] = path.read_bytes()
        except OSError:
            broken(file_rules.UNREADABLE_FILE, path)
    problems += _same_names(names, root)
    loaded = load_contents(contents, root)
    return Loaded(loaded.catalogue, _in_order([*problems, *loaded.problems]))


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


@dataclass(frozen=True)
class _File:
    """A file, with the address and language that its name gives or should give."""

    name: str
    address: str
    language: Language
    document: Document


def load_contents(contents: Mapping[str, bytes], root: str = "docs") -> Loaded:
    """Return what files hold, given by their paths below `root`."""
    problems: list[Problem] = []
    files: list[_File] = []
    misnamed: list[_File] = []
    for name in sorted(contents):
        document = read(f"{root}/{name}", contents[name])
        problems += document.problems
        file, mistake = _named(name, document, root)
        if mistake is None:
            files.append(file)
        else:
            misnamed.append(file)
            problems.append(mistake)
        if document.readable:
            problems += body_problems(document)
    problems += _same_names(contents, root)

    pages = {file.name for file in files if file.language == SOURCE_LANGUAGE}
    for file in (*files, *misnamed):
        if file.document.readable:
            problems += link_problems(file.document, file.name, pages)

    dutch = {file.address: file for file in files if file.language == SOURCE_LANGUAGE}
    known, source_problems = _known(dutch.values())
    problems += source_problems

    entities: list[Entity[Page]] = []
    translated = {
        (file.address, file.language): file for file in files if file.language != SOURCE_LANGUAGE
    }
    for file in translated.values():
        if file.address not in dutch:
            source = f"{root}/{file.address}.md"
            problems.append(
                file.document.problem(file_rules.ORPHAN_TRANSLATION, WHOLE_FILE, instead=source)
            )
            problems += _translation(file, known, source, "")[1]
    for file in misnamed:
        if file.language == SOURCE_LANGUAGE:
            problems += _entity(file, known, {})[1]
        else:
            problems += _translation(file, known, f"{root}/{file.address}.md", "")[1]
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
    problems += _same_titles(files)
    problems += _same_terms(dutch.values())
    return Loaded(_catalogue(entities), _in_order(problems))


# --- names ----------------------------------------------------------------------------------


_LANGUAGE_LIKE = re.compile(r"[a-z]{2,3}([-_][a-z]{2})?|engels|english|nederlands|dutch")


def _named(name: str, document: Document, root: str) -> tuple[_File, Problem | None]:
    """Return a file with the address and language of its name, and what is wrong with the name."""
    path = PurePosixPath(name)
    stem, *suffixes = path.name.split(".")
    folders = path.parts[:-1]
    language: Language = SOURCE_LANGUAGE
    if len(suffixes) == 2 and suffixes[0] in TRANSLATIONS:
        language = suffixes[0]
        suffixes = suffixes[1:]
    file = _File(name, "/".join((*folders, stem)), language, document)
    is_right = suffixes == ["md"] and all(is_file_name(part) for part in (*folders, stem))
    rule = file_rules.FILE_NAME
    values = {"value": name}
    site = next((code for code in TRANSLATIONS if code == (*folders, stem)[0]), None)
    if is_right and site is not None:
        # The site in that language stands there already.
        address = "/".join((*folders[1:], stem)) if folders else "index"
        file = replace(file, address=address, language=site)
    elif is_right and (free := free_name(file.address, MADE_FOLDERS | {ASSETS})) is not None:
        rule, values = file_rules.TAKEN_NAME, {"value": name}
        file = replace(file, address=free)
    elif is_right and len(folders) > 1 and _collection_of(folders) is not None:
        rule, values = file_rules.WRONG_FOLDER, {"folder": folders[0]}
        file = replace(file, address=f"{folders[0]}/{stem}")
    elif is_right and (meant := _folder_meant(folders)):
        rule, values = file_rules.UNKNOWN_FOLDER, {"value": folders[0]}
        file = replace(file, address=f"{meant}/{stem}")
    elif is_right:
        return file, None
    elif (
        len(suffixes) == 2
        and suffixes[1] == "md"
        and _LANGUAGE_LIKE.fullmatch(suffixes[0].casefold())
    ):
        rule, values = file_rules.UNKNOWN_LANGUAGE, {"value": suffixes[0]}
        is_dutch = suffixes[0].casefold() in {"nl", "nld", "ned", "nl-nl", "nederlands", "dutch"}
        address = "/".join(map(as_file_name, (*folders, stem)))
        file = replace(file, address=address, language="nl" if is_dutch else "en")
    else:
        words = "-".join((stem, *suffixes[:-1]))
        file = replace(file, address="/".join(map(as_file_name, (*folders, words))))
    suffix = "" if file.language == SOURCE_LANGUAGE else f".{file.language}"
    instead = f"{root}/{file.address}{suffix}.md"
    return file, document.problem(rule, WHOLE_FILE, None, instead=instead, **values)


def _collection_of(folders: tuple[str, ...]) -> Collection | None:
    return next((item for item in Collection if folders and item.folder == folders[0]), None)


def _folder_meant(folders: tuple[str, ...]) -> str | None:
    """Return the folder of a collection that an unknown folder is the misspelt name of."""
    if len(folders) != 1 or _collection_of(folders) is not None:
        return None
    labels = {item.folder: item.label for item in Collection}
    return nearest_choice(folders[0], labels, labels)


def _same_names(names: Iterable[str], root: str) -> Iterator[Problem]:
    """Yield files with one address, also where capitals do not count."""
    first: dict[str, str] = {}
    # Of two names the one without capitals is the right one.
    for name in sorted(names, key=lambda name: (name != name.lower(), name)):
        address = re.sub(r"(?:\.nl)?\.md$", ".md", name.casefold())
        address = re.sub(r"/index(?=(?:\.[a-z]+)?\.md$)", "", address)
        other = first.setdefault(address, name)
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
        version, mistakes = _translation(translation, known, file.document.path, mark)
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
    file: _File, known: Known, dutch_path: str, mark: str
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
        file.language,
        file.name,
        record.title,
        record.summary,
        file.document.body,
        outdated=bool(mark) and record.translates != mark,
    )
    return version, problems


# --- what only all pages together can tell --------------------------------------------------


def _same_titles(files: Iterable[_File]) -> Iterator[Problem]:
    first: dict[tuple[Language, str], _File] = {}
    for file in files:
        title, _ = descend(file.document.fields, ("title",))
        if isinstance(title, Scalar) and title.text.strip():
            words = " ".join(title.text.split()).casefold()
            other = first.setdefault((file.language, words), file)
            if other is not file:
                yield file.document.problem(
                    references.DUPLICATE_TITLE, "title", title.position, other=other.document.path
                )


def _same_terms(files: Iterable[_File]) -> Iterator[Problem]:
    first: dict[tuple[str, str], tuple[Document, Position]] = {}
    for file in files:
        for kind, location in _words(file.document.fields):
            node, _ = descend(file.document.fields, location)
            if not isinstance(node, Scalar) or not node.text.strip():
                continue
            here = file.document, node.position
            other, position = first.setdefault((kind, node.text), here)
            if (other.path, position) != (file.document.path, node.position):
                yield file.document.problem(
                    references.DUPLICATE_TERM,
                    ".".join(str(step + 1) if isinstance(step, int) else step for step in location),
                    node.position,
                    value=node.text,
                    other=other.path,
                    line=str(position.line),
                )


def _words(fields: MappingNode) -> Iterator[tuple[str, tuple[int | str, ...]]]:
    """Yield what must have one meaning on the whole site: its kind, and where it may stand."""
    for language in LANGUAGES:
        yield f"abbreviation {language}", ("abbreviation",)
    for index, _ in enumerate(_items(fields, "terms")):
        yield "id", ("terms", index, "id")
        for language in LANGUAGES:
            yield f"term {language}", ("terms", index, "term", language)
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

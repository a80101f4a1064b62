"""Which files make up each page, by their names: its Dutch text and its translations.

A file with a wrong name belongs to the page that it is meant for, so that all that is wrong with
it is found in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .documents import WHOLE_FILE, Document
from .duplicates import same_names
from .frontmatter import read
from .languages import SOURCE_LANGUAGE, Language, Text
from .naming import PageFile, named
from .problems import Problem, Rule
from .reading import Files
from .rules import files as rules
from .validation import FACTS

PageFiles = Mapping[Language, PageFile]
"""The files of one page, by their language."""


@dataclass(frozen=True)
class Paired:
    """The pages below a folder.

    Attributes:
        files: Every file that is a page, also where its name is wrong or it cannot be read.
        pages: The same files, those of one page together.
        problems: What is wrong with their names, and with how their fields are written.
    """

    files: tuple[PageFile, ...]
    pages: tuple[PageFiles, ...]
    problems: tuple[Problem, ...]


def paired(files: Files) -> Paired:
    """Return the pages that files hold."""
    documents = {
        name: read(f"{files.root}/{name}", content) for name, content in files.contents.items()
    } | {name: Document(f"{files.root}/{name}", readable=False) for name in files.unread}
    problems = list(same_names([*files.contents, *files.others], files.root))
    page_files: list[PageFile] = []
    for name, document in sorted(documents.items()):
        file, mistake = named(name, document, files.root)
        page_files.append(file)
        problems += [*document.problems, *([mistake] if mistake else [])]
    dutch = {file.name: file for file in page_files if file.language == SOURCE_LANGUAGE}
    addresses = {file.address for file in dutch.values()}
    for index, file in enumerate(page_files):
        if file.is_right and file.language != SOURCE_LANGUAGE:
            source = dutch.get(file.source_name)
            has_dutch = source is not None or file.address in addresses
            page_files[index], mistake = _translation(file, source, files.root, has_dutch=has_dutch)
            problems += [mistake] if mistake else []
            if page_files[index].language == SOURCE_LANGUAGE:
                addresses.add(file.address)
    pages = tuple(_pages(page_files))
    problems += _orphans(pages, files.root)
    return Paired(tuple(page_files), pages, tuple(problems))


def _translation(
    file: PageFile, source: PageFile | None, root: str, *, has_dutch: bool
) -> tuple[PageFile, Problem | None]:
    """Return a translation with its right name, and what is wrong with the one that it has.

    Args:
        file: The translation.
        source: The Dutch page with the same name, whose own may be wrong.
        root: The name of the docs folder.
        has_dutch: Whether another file is its Dutch page.
    """
    if source is not None and source.address != file.address:
        file = replace(file, address=source.address, is_right=False)
        path = file.path_meant(root)
        instead = Text(
            nl=f"verplaats dit bestand mee, naar ‘{path}’",
            en=f"move this file along, to ‘{path}’",
        )
        return file, _problem(file, rules.ORPHAN_TRANSLATION, instead)
    if not has_dutch and not FACTS.isdisjoint(file.document.fields.by_name):
        file = replace(file, language=SOURCE_LANGUAGE, is_right=False, is_language_sure=False)
        return file, _problem(file, rules.DUTCH_IN_ENGLISH, file.path_meant(root))
    return file, None


def _pages(files: Iterable[PageFile]) -> Iterator[PageFiles]:
    """Yield the files of each page; of two that could be the same one, the right one is."""
    pages: dict[str, dict[Language, PageFile]] = {}
    for file in sorted(files, key=lambda file: not file.is_right):
        versions = pages.setdefault(file.address, {})
        if versions.setdefault(file.language, file) is not file:
            yield {file.language: file}
    yield from pages.values()


def _orphans(pages: Iterable[PageFiles], root: str) -> Iterator[Problem]:
    """Yield the translations that have no Dutch page; a wrong name may be why, and comes first."""
    for versions in pages:
        alone = versions.values() if SOURCE_LANGUAGE not in versions else ()
        for file in (file for file in alone if file.is_right):
            path = f"{root}/{file.source_name}"
            instead = Text(
                nl=f"maak eerst ‘{path}’, of verbeter de naam van dit bestand",
                en=f"first make ‘{path}’, or correct the name of this file",
            )
            yield _problem(file, rules.ORPHAN_TRANSLATION, instead)


def _problem(file: PageFile, rule: Rule, instead: Text | str) -> Problem:
    return file.document.problem(rule, WHOLE_FILE, instead=instead)

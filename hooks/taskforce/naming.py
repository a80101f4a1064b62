"""What the name of a file says: its address, its language and what kind of page it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from .documents import WHOLE_FILE, Document
from .field_types import field_type, written_fields
from .guessing import nearest_choice
from .kinds import KINDS, kind_of
from .languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, Language, Text, language_name
from .model import Page, PlainPage
from .nodes import Mapping as MappingNode
from .nodes import Scalar, text_in
from .places import ASSETS, GENERATED_FOLDERS, free_name
from .problems import Problem
from .rules import files as rules
from .values import as_file_name, is_file_name
from .vocabulary import Collection, Overview


@dataclass(frozen=True)
class PageFile:
    """A file, with the address and language that its name gives or should give.

    Attributes:
        name: Its path below docs/.
        address: The path of its page, without the end that says language and kind of file.
        language: That of its text.
        document: What it says.
        is_right: Whether its name and place are right.
        is_language_sure: Whether its text must be in its language, whatever else is wrong.
    """

    name: str
    address: str
    language: Language
    document: Document
    is_right: bool = True
    is_language_sure: bool = True

    @property
    def collection(self) -> Collection | None:
        """The collection that the page belongs to; none for a page that opens a folder."""
        folder, _, slug = self.address.rpartition("/")
        return None if slug == "index" else collection_of(folder)

    @property
    def slug(self) -> str:
        """The name by which other pages refer to it."""
        return self.address.rpartition("/")[2] if self.collection else self.address

    @property
    def source_name(self) -> str:
        """The path of the Dutch page, below docs/."""
        return f"{self.address}.md"

    def path_meant(self, root: str) -> str:
        """Return the path that the file has or should have, with the name of the docs folder."""
        suffix = "" if self.language == SOURCE_LANGUAGE else f".{self.language}"
        return f"{root}/{self.address}{suffix}.md"

    def shows(self, overview: Overview) -> bool:
        """Return whether its fields say that it has an overview, whatever else is wrong in them."""
        return text_in(self.document.fields, "overview") == str(overview.value)

    @property
    def record_type(self) -> type[Page]:
        """What the page is in the model."""
        return kind_of(self.collection).record if self.collection else PlainPage


_BY_FOLDER = {item.folder: item for item in Collection}


def collection_of(folder: str) -> Collection | None:
    """Return the collection that has a folder, if any has it."""
    return _BY_FOLDER.get(folder)


_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}([-_][a-z]{2})?")


def named(name: str, document: Document, root: str) -> tuple[PageFile, Problem | None]:
    """Return a file with the address and language of its name, and what is wrong with the name."""
    path = PurePosixPath(name)
    stem, *suffixes = path.name.split(".")
    folders = path.parts[:-1]
    if not suffixes or suffixes[-1] in TRANSLATIONS:
        suffixes.append("")  # `.md` was forgotten.
    is_doubled = "md" in suffixes[:-1]
    suffixes = [suffix for suffix in suffixes[:-1] if suffix != "md"] + suffixes[-1:]
    language: Language = SOURCE_LANGUAGE
    if len(suffixes) == 2 and suffixes[0] in TRANSLATIONS:
        language = suffixes[0]
        suffixes = suffixes[1:]
    file = PageFile(name, "/".join((*folders, stem)), language, document)
    rule = rules.FILE_NAME
    values: dict[str, str | Text] = {"value": name}
    is_right = suffixes == ["md"] and not is_doubled
    if is_right and all(is_file_name(part) for part in (*folders, stem)):
        site = next((code for code in TRANSLATIONS if code == (*folders, stem)[0]), None)
        if site is not None:
            # The site in that language stands there already.
            address = "/".join((*folders[1:], stem)) if folders else "index"
            file = replace(file, address=address, language=site)
        elif (free := free_name(file.address, GENERATED_FOLDERS | {ASSETS})) is not None:
            rule, values = rules.TAKEN_NAME, {"value": name}
            file = replace(file, address=free)
        elif len(folders) > 1 and collection_of(folders[0]) is not None:
            rule, values = rules.WRONG_FOLDER, {"folder": folders[0]}
            own_name = folders[-1] if stem == "index" else stem
            file = replace(file, address=f"{folders[0]}/{own_name}")
        elif meant := _folder_meant(folders):
            rule, values = rules.UNKNOWN_FOLDER, {"value": folders[0]}
            file = replace(file, address=f"{meant}/{stem}")
        elif (kind := _kind_by_fields(file)) is not None:
            rule = rules.MISPLACED_PAGE
            values = {"kind": kind.label, "folder": "/".join((root, *folders))}
            file = replace(file, address=f"{kind.folder}/{stem}")
        else:
            return file, None
    elif (
        stem
        and len(suffixes) == 2
        and suffixes[1] == "md"
        and (meant := _language_meant(suffixes[0].casefold())) is not None
    ):
        rule, values = rules.UNKNOWN_LANGUAGE, {"value": suffixes[0]}
        address = "/".join(map(as_file_name, (*folders, stem)))
        file = replace(file, address=address, language=meant)
    else:
        words = "-".join((stem, *suffixes[:-1]))
        file = replace(file, address="/".join(map(as_file_name, (*folders, words))))
    file = replace(file, is_right=False)
    return file, document.problem(rule, WHOLE_FILE, None, instead=file.path_meant(root), **values)


def _language_meant(suffix: str) -> Language | None:
    """Return the language of the site that something like a language in a name stands for.

    None where it is nothing like a language.
    """
    for language in LANGUAGES:
        names = (name.casefold() for name in language_name(language).by_language.values())
        if re.split("[-_]", suffix)[0] == language or any(
            len(suffix) > 2 and name.startswith(suffix) for name in names
        ):
            return language
    return next(iter(TRANSLATIONS), None) if _LANGUAGE_CODE.fullmatch(suffix) else None


def _folder_meant(folders: tuple[str, ...]) -> str | None:
    """Return the folder of a collection that an unknown folder is the misspelt name of."""
    if len(folders) != 1 or collection_of(folders[0]) is not None:
        return None
    labels = {item.folder: item.label for item in Collection}
    return nearest_choice(folders[0], labels, labels)


# --- a page in the folder of another kind ---------------------------------------------------


def _kind_by_fields(file: PageFile) -> Collection | None:
    """Return the collection whose fields a page has, where its folder is that of other pages.

    A field, or a kind, that the folder does not have must point there; what is missing proves
    nothing. And the fields must fit there twice as well.
    """
    if file.language != SOURCE_LANGUAGE or file.address.split("/")[-1] == "index":
        return None
    fields = file.document.fields
    strange, missing = misfits(fields, file.record_type)
    if not strange:
        return None
    others = sorted(
        (sum(misfits(fields, kind.record)), kind.collection.folder)
        for kind in KINDS
        if kind.collection is not file.collection
    )
    (best, folder), (second, _) = others[:2]
    return collection_of(folder) if best < second and 2 * best <= strange + missing else None


def misfits(fields: MappingNode, record: type[Page]) -> tuple[int, int]:
    """Return how many fields, and kinds, a record does not have, and how many it misses."""
    known = written_fields(record)
    names = set(fields.by_name)
    required = {name for name, information in known.items() if information.is_required()}
    strange = len(names - set(known))
    kind = fields.by_name.get("kind")
    if kind is not None and "kind" in known and isinstance(kind.value, Scalar):
        words = field_type(known["kind"]).words
        strange += kind.value.text not in {word.value for word in words}
    return strange, len(required - names)

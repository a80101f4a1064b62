"""Where links within the site may lead: pages, their headings, and the files beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from .guessing import nearest_name
from .languages import SOURCE_LANGUAGE, TRANSLATIONS, Language
from .naming import PageFile
from .publication import Opening
from .running_text.headings import Name, headings, source_names, translated_names
from .values import as_file_name

_PAGE = ".md"
_PAGE_LIKE = (_PAGE, ".html", ".htm")

Added = Callable[[str], Collection[str] | None]
"""Returns the names of what the site adds to a page, by its path; None where nobody can tell."""


@dataclass(frozen=True)
class Destinations:
    """Where links may lead.

    Attributes:
        pages: The Dutch pages, by their paths below docs/.
        translations: The translations, by the address of the page and the language.
        files: The paths of all other files, and of pages that have a problem of their own.
        added: What the site adds to a page.
        later: The pages that are not there yet, by their paths.
        former: The page of today by each path at which it, or what it is about now, stood before.
        is_whole: Whether no page is missing because of a problem; where one is, `added` tells all
            that could be there.
    """

    pages: Mapping[str, PageFile]
    translations: Mapping[tuple[str, Language], PageFile]
    files: Collection[str]
    added: Added
    later: Mapping[str, Opening] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = True

    def is_there(self, path: str) -> bool:
        """Return whether a link may lead to a path."""
        return path in self.pages or path in self.files

    def has(self, page: PageFile, language: Language) -> bool:
        """Return whether a page exists in a language."""
        return language == SOURCE_LANGUAGE or (page.address, language) in self.translations

    def places(self, path: str, language: Language) -> Mapping[str, str] | None:
        """Return the places within a page as it is shown to readers of a language.

        By name what the heading there says; nothing where the site added it. None where nobody can
        tell, because of another problem.
        """
        page = self.pages[path]
        added = self.added(path)
        if added is None:
            return None
        places = dict.fromkeys(sorted(added), "")
        if language != SOURCE_LANGUAGE and self.has(page, language):
            translated = headings(self.translations[page.address, language].document.body)
            for heading, name in zip(
                translated, self.translated_names(page, language), strict=True
            ):
                places |= {name.name: heading.words}
                places |= {name.also: heading.words} if name.also else {}
            return places
        dutch = headings(page.document.body)
        names = source_names(dutch, added)
        return places | {name: heading.words for name, heading in zip(names, dutch, strict=True)}

    def has_heading(self, path: str, language: Language, name: str) -> bool:
        """Return whether a page certainly has a heading of a name, whatever the site adds to it.

        What is added can give a heading of the text another name, and then has that name itself.
        """
        page = self.pages[path]
        dutch = headings(page.document.body)
        if language == SOURCE_LANGUAGE or not self.has(page, language):
            return name in source_names(dutch, ())
        translated = headings(self.translations[page.address, language].document.body)
        return all(name in {heading.given for heading in own} for own in (dutch, translated))

    def translated_names(self, page: PageFile, language: Language) -> tuple[Name, ...]:
        """Return the names of the headings of a page in a language; none where it has no text."""
        if not self.has(page, language):
            return ()
        translated = headings(self.translations[page.address, language].document.body)
        dutch = headings(page.document.body)
        return translated_names(translated, dutch, frozenset(self.added(page.name) or ()))

    def translation(self, page: PageFile, language: Language) -> PageFile | None:
        """Return the translation of a page, if there is one."""
        return self.translations.get((page.address, language))

    # --- what was meant -------------------------------------------------------------------------

    def meant(self, folder: str, path: str) -> str | None:
        """Return the path that a link from a folder was probably meant for, if any is likely."""
        kind = kind_of(path)
        there = (
            [*self.pages]
            if kind == _PAGE
            else [name for name in self.files if kind_of(name) == kind]
        )
        small = {name.casefold(): name for name in sorted(there)}
        for form in _forms(folder, path):
            if (name := small.get(form.casefold())) is not None:
                return name
            if (today := self.former.get(form)) is not None:
                # What an overview leads on from is gone, whatever is called nearly so.
                return None if _stem(today) == "index" else today
        stem = _stem(path)
        same = [name for name in there if _stem(name) == stem and stem != "index"]
        if len(same) == 1:
            return same[0]
        beside = posixpath.dirname(next(_forms(folder, path)))
        for group in (
            [name for name in there if posixpath.dirname(name) == beside],
            there,
        ):
            by_stem = {_stem(name): name for name in sorted(group, reverse=True)}
            if (near := nearest_name(stem, by_stem.keys())) is not None:
                return by_stem[near]
        return None


def target_of(folder: str, path: str) -> str:
    """Return the path below docs/ that a link from a folder leads to; outside, it begins `../`."""
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


def kind_of(path: str) -> str:
    """Return the ending of the files that a path can mean: `.md` for whatever means a page."""
    name = posixpath.basename(path)
    if name.lower().endswith(_PAGE_LIKE) or "." not in name.strip("."):
        return _PAGE
    return posixpath.splitext(name)[1].lower().replace(".jpeg", ".jpg")


def _forms(folder: str, path: str) -> Iterator[str]:
    """Yield the paths that a wrong path may stand for, the likeliest first."""
    plain = unquote(path).replace("\\", "/")
    from_root = plain.lstrip("/").removeprefix("docs/")
    bases = [from_root] if plain.startswith("/") else [posixpath.join(folder, plain), from_root]
    for base in bases:
        target = posixpath.normpath(base)
        if kind_of(path) != _PAGE:
            yield target
            stem, ending = posixpath.splitext(target)
            yield "/".join((*map(_named, stem.split("/")),)) + kind_of(path)
            continue
        stem = target
        for ending in _PAGE_LIKE:
            stem = stem.removesuffix(ending)
        for language in TRANSLATIONS:
            stem = stem.removesuffix(f".{language}").removeprefix(f"{language}/")
        for form in dict.fromkeys((stem, "/".join(map(_named, stem.split("/"))))):
            yield f"{form}{_PAGE}"
            yield posixpath.normpath(f"{form}/index{_PAGE}")
    # A path may lead out of the site altogether, by one step too many.
    inside = posixpath.normpath(posixpath.join("/", folder, plain)).lstrip("/")
    yield inside


def _named(part: str) -> str:
    return part if part.strip(".") == "" else as_file_name(part)


def _stem(path: str) -> str:
    """Return the name of a file without its folder, endings and language."""
    parts = posixpath.basename(unquote(path).rstrip("/").replace("\\", "/")).split(".")
    return as_file_name(parts[0]) if parts[0] else ""

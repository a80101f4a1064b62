"""What is wrong with the links of a page: each leads to something that is there, in both languages.

So MkDocs, which looks at links too, never finds anything first.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import slugify

from .bodies import NAME
from .destinations import Destinations, kind_of, target_of
from .guessing import choose_from, did_you_mean, named_so, nearest_name, write
from .languages import SOURCE_LANGUAGE, TRANSLATIONS, Language, Text
from .links import NOTE, Link, Unmade, links, unmade_links
from .naming import PageFile
from .nodes import Position
from .problems import Problem, Rule
from .rules import fields, references
from .rules import links as rules
from .running_text.headings import headings, same_headings, source_names
from .uploads import PICTURES
from .web_addresses import corrected, is_site

_MAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")


def link_problems(
    files: Iterable[PageFile],
    destinations: Callable[[PageFile], Destinations],
    titles: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield what is wrong with the links of all pages.

    Args:
        files: The pages.
        destinations: Returns where the links of a page may lead.
        titles: What pages are called, with their paths.
    """
    lost: set[tuple[str, str]] = set()
    for file in files:
        for link in links(file.document):
            checked = _Checked(file, link, destinations(file))
            yield from checked.problems()
            for problem in checked.lost_in_translation():
                key = problem.place.path, problem.remedy.nl
                if key not in lost:
                    yield problem
                lost.add(key)
        for unmade in unmade_links(file.document):
            instead = _remedy(unmade, file, titles)
            yield file.document.problem(
                rules.UNMADE_LINK, NAME, unmade.position, value=unmade.raw, instead=instead
            )


@dataclass(frozen=True)
class _Checked:
    """A link, with the page that it stands on and where it may lead."""

    file: PageFile
    link: Link
    destinations: Destinations

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the link."""
        if not self.link.words and not self.link.is_picture:
            yield self._problem(rules.EMPTY_LINK_TEXT)
        if not self.link.address:
            yield self._problem(rules.EMPTY_ADDRESS)
        elif not self.link.leads_outside:
            yield from self._within_site()

    def _within_site(self) -> Iterator[Problem]:
        path = self._path
        if _MAIL.fullmatch(path):
            yield self._problem(fields.URL_SPELLING, instead=f"mailto:{path}")
        elif not path:
            if self._name:
                yield from self._heading()
        elif self._is_right(path):
            if self.link.is_picture and kind_of(self._target) not in PICTURES:
                yield self._problem(rules.NO_PICTURE)
            elif self._target in self.destinations.pages:
                if later := self.destinations.later.get(self._target):
                    yield self._problem(
                        references.NOT_PUBLIC_YET,
                        other=later.path,
                        when=later.when,
                        instead=later.field,
                    )
                elif self._name:
                    yield from self._heading()
        elif is_site(path) and (instead := corrected(self.link.address)):
            yield self._problem(fields.URL_SPELLING, instead=instead)
        else:
            rule = rules.BROKEN_LINK
            if self.link.is_picture or kind_of(path) != ".md":
                rule = rules.MISSING_FILE
            yield self._problem(rule, instead=self._other_file(path))

    def _is_right(self, path: str) -> bool:
        return not path.startswith("/") and self.destinations.is_there(self._target)

    @property
    def _path(self) -> str:
        return unquote(urlsplit(self.link.address).path)

    @property
    def _name(self) -> str:
        return urlsplit(self.link.address).fragment

    @property
    def _folder(self) -> str:
        return posixpath.dirname(self.file.name)

    @property
    def _target(self) -> str:
        """The path of the file that the link leads to; on a page itself that of the Dutch page."""
        return target_of(self._folder, self._path) if self._path else self.file.source_name

    def _problem(self, rule: Rule, **values: str | Text) -> Problem:
        return self.file.document.problem(
            rule, NAME, self.link.position, value=self.link.raw, **values
        )

    # --- files ------------------------------------------------------------------------------

    def _other_file(self, path: str) -> Text:
        meant = self.destinations.meant(self._folder, path)
        if meant is not None:
            address = posixpath.relpath(meant, self._folder or ".")
            name = f"#{self._name}" if self._name and meant in self.destinations.pages else ""
            return did_you_mean(f"{address}{name}")
        target = self._target if not path.startswith("/") else path.lstrip("/")
        if target.startswith("../"):
            return Text(
                nl="haal de link weg: alleen wat in ‘docs’ staat, komt op de site",
                en="remove the link: only what is in ‘docs’ appears on the site",
            )
        if kind_of(path) == ".md" and not self.link.is_picture:
            page = f"docs/{target.removesuffix('.md')}.md"
            return Text(
                nl=f"haal de link weg, of zet de pagina ‘{page}’ (terug) in de map",
                en=f"remove the link, or put the page ‘{page}’ (back) into the folder",
            )
        return Text(
            nl=f"zet het bestand ‘docs/{target}’ (terug) in de map, of haal de link weg",
            en=f"put the file ‘docs/{target}’ (back) into the folder, or remove the link",
        )

    # --- headings ---------------------------------------------------------------------------

    def _heading(self) -> Iterator[Problem]:
        if self._has_heading(self.file.language):
            return
        places = self._places()
        if places is None or self._name in places:
            return
        # While a page is missing, of what the site adds nobody knows what this page really has.
        is_whole = self.destinations.is_whole
        sure = {name: words for name, words in places.items() if words or is_whole}
        instead = _heading_meant(unquote(self._name), sure)
        if instead is None and self.file.language == SOURCE_LANGUAGE:
            instead = self._from_translation()
        path = self.link.raw.partition("#")[0]
        remedy = Text(
            nl="haal ‘#’ en wat erachter staat weg: in die tekst staan geen koppen",
            en="remove ‘#’ and what follows it: that text has no headings",
        )
        if instead is not None:
            remedy = did_you_mean(f"{path}#{instead}")
        elif sure:
            # Those of the text first: an editor knows them.
            ordered = sorted(sure, key=lambda name: not sure[name])
            remedy = choose_from([f"#{name}" for name in ordered])
        yield self._problem(rules.MISSING_HEADING, instead=remedy)

    def _has_heading(self, language: Language) -> bool:
        """Return whether the page certainly has it: what is added to a page takes long to tell."""
        is_page = self._target in self.destinations.pages
        return is_page and self.destinations.has_heading(self._target, language, self._name)

    def _places(self) -> Mapping[str, str] | None:
        if self._target not in self.destinations.pages:
            return None
        return self.destinations.places(self._target, self.file.language)

    def _from_translation(self) -> str | None:
        """Return the Dutch name of a heading that the link calls by its name in a translation."""
        page = self.destinations.pages[self._target]
        for language in TRANSLATIONS:
            for name in self.destinations.translated_names(page, language):
                if name.also == self._name:
                    return name.name
        return None

    def lost_in_translation(self) -> Iterator[Problem]:
        """Yield the translations that lack the heading to which a page in Dutch only links.

        Where that page is shown to readers of another language, so is the translation.
        """
        target = self.destinations.pages.get(self._target)
        if target is None or not (self._path and self._name):
            return
        if self.file.language != SOURCE_LANGUAGE:
            return
        for language in TRANSLATIONS:
            translation = self.destinations.translation(target, language)
            if translation is None or self.destinations.has(self.file, language):
                continue
            if self._has_heading(language):
                continue
            places = self._places()
            if places is None or self._name not in places:
                return
            translated = self.destinations.places(target.name, language)
            if translated is not None and self._name not in translated:
                yield translation.document.problem(
                    rules.HEADING_NOT_TRANSLATED,
                    NAME,
                    _first_unlike(target, translation),
                    value=places[self._name],
                    other=self.file.document.path,
                    line=str(self.link.position.line),
                    instead=self._name,
                )


def _first_unlike(page: PageFile, translation: PageFile) -> Position:
    """Return the line of the first heading that only the translation has, or else of its text."""
    dutch, translated = headings(page.document.body), headings(translation.document.body)
    same = same_headings(dutch, source_names(dutch, ()), translated).values()
    line = next((item.line for index, item in enumerate(translated) if index not in same), 0)
    document = translation.document
    return document.whole_line(min(document.body_line + line, len(document.lines)))


def _heading_meant(name: str, places: Mapping[str, str]) -> str | None:
    """Return the name of the heading that was probably meant."""
    by_words = {words: place for place, words in places.items() if words}
    plain = slugify(name, "-")
    if plain in places:
        return plain
    return named_so(name.replace("-", " "), by_words) or nearest_name(plain, places.keys())


# --- what only looks like a link ------------------------------------------------------------


def _remedy(unmade: Unmade, file: PageFile, titles: Mapping[str, str]) -> Text:
    """Return how to make a link of what looks like one."""
    raw = unmade.raw
    if unmade.form == "spaced":
        return write(re.sub(r"\]\s+\(", "](", raw))
    if unmade.form == "turned":
        words, _, address = raw[1:-1].partition(")[")
        return write(f"[{words}]({address})")
    if unmade.form == "unclosed":
        return write(f"{raw})")
    if unmade.form == "unreadable":
        # A note within a link is one link within another.
        notes = "".join(NOTE.findall(raw))
        before, _, address = NOTE.sub("", raw)[:-1].partition("](")
        return write(f"{before}]({_without_spaces(address)}){notes}")
    words = raw.removeprefix("!").lstrip("[").partition("]")[0].split("|")[0]
    path = named_so(words, titles)
    address = posixpath.relpath(path, posixpath.dirname(file.name) or ".") if path else "…"
    link = f"[{words}]({address})"
    if unmade.form == "doubled":
        return write(link)
    return Text(
        nl=f"schrijf ‘{link}’; bedoel je gewone haken, schrijf dan ‘\\[’",
        en=f"write ‘{link}’; if you mean plain brackets, write ‘\\[’",
    )


def _without_spaces(address: str) -> str:
    """Return an address that was written with spaces as it ought to be; no file has a space."""
    plain = address.strip().strip("<>")
    title = re.search(r"\s+[\"'].*$", plain)
    path, rest = (plain[: title.start()], title[0]) if title else (plain, "")
    return (corrected(path) or path.replace(" ", "-")) + rest

"""Two states of the content become a report of what the second does to the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from ..addresses import page_address, path_in
from ..catalogue import Catalogue, Entity
from ..kinds import KINDS
from ..languages import LANGUAGES, SOURCE_LANGUAGE, Language
from ..pages.templates import Templates
from ..places import ASSETS
from ..publication import Opening
from .facts import Side, fact_changes
from .outcome import Outcome, outcome
from .report import (
    Change,
    FileChange,
    Follower,
    PageChange,
    Redirect,
    Report,
    TextChange,
    Untranslated,
)


@dataclass(frozen=True)
class State:
    """The content at one moment.

    Attributes:
        catalogue: What the site is made of, pages left out that have problems.
        whole: The same with the pages that are not public yet.
        files: All files of the site below docs/, each with a mark of what it holds.
        is_whole: Whether the catalogue has every page; what comes out of it is known only then.
    """

    catalogue: Catalogue
    whole: Catalogue
    files: Mapping[str, str]
    is_whole: bool = True


def compared(before: State, after: State, templates: Templates) -> Report:
    """Return what a change does to the site.

    Args:
        before: The content that the change began from.
        after: The content with it, which is whole.
        templates: Those of the site.
    """
    pairs = _pairs(before.whole, after.whole)
    changes = {path: change for path, change in _page_changes(pairs, before, after) if change}
    order = get_args(Change)
    listed = sorted(changes.items(), key=lambda item: (order.index(item[1].change), item[0]))
    report = Report(
        pages=tuple(change for _, change in listed),
        uploads=tuple(_uploads(before, after)),
        changes_menu=_menu(before.catalogue) != _menu(after.catalogue),
        untranslated=tuple(_untranslated(pairs, before.catalogue, after.catalogue)),
        redirects=tuple(_redirects(before.catalogue, after.catalogue)),
        lost=tuple(_lost(before, after)),
    )
    if not before.is_whole:
        return report.model_copy(update={"knows_consequences": False})
    edited = {
        version.path
        for entity in after.catalogue.entities
        if entity.path in changes
        for version in entity.versions.values()
    }
    old = outcome(before.catalogue, templates)
    new = outcome(after.catalogue, templates, edited)
    consequences = {
        "followers": tuple(_followers(old, new, after.catalogue, changes)),
        "files": tuple(_file_changes(old.files, new.files)),
        "lost": (
            *report.lost,
            *(f"/{path}" for path in sorted(old.files.keys() - new.files.keys())),
        ),
    }
    return report.model_copy(update=consequences)


# --- pages ----------------------------------------------------------------------------------

Pairs = Mapping[str, Entity[Any]]
"""The page of before, by the path of the page of now that it is, or has become."""


def _pairs(before: Catalogue, after: Catalogue) -> Pairs:
    pairs = {}
    gone = {entity.name: entity for entity in before.entities if entity.path not in after.by_path}
    at_address = {page_address(entity.path): entity for entity in gone.values()}
    for entity in after.entities:
        if entity.path in before.by_path:
            pairs[entity.path] = before.by_path[entity.path]
        elif (same := at_address.get(page_address(entity.path))) is not None:
            pairs[entity.path] = same  # It became a folder's own page, or was one.
        elif old := [gone[name] for name in entity.former_names if name in gone]:
            pairs[entity.path] = old[-1]
    return pairs


def _page_changes(
    pairs: Pairs, before: State, after: State
) -> Iterator[tuple[str, PageChange | None]]:
    for entity in after.whole.entities:
        old = pairs.get(entity.path)
        if old is not None:
            change = _changed((old, before.whole), (entity, after.whole))
        else:
            # What the check cannot read, was there all the same.
            was_there: Any = "changed" if entity.path in before.files else "new"
            texts = tuple(TextChange(language=code, change="new") for code in entity.versions)
            change = _page(entity, change=was_there, texts=texts)
        if change and entity.path not in after.catalogue.by_path:
            opening = Opening(entity.path, entity.record.public_from)
            change = change.model_copy(update={"not_yet": opening.when})
        yield entity.path, change
    kept = {old.path for old in pairs.values()}
    successors = {
        name: entity for entity in after.catalogue.entities for name in entity.former_names
    }
    for entity in before.whole.entities:
        if entity.path not in kept:
            next_one = successors.get(entity.name)
            leads_to = _address(next_one.path) if next_one else ""
            yield entity.path, _page(entity, change="removed", leads_to=leads_to)


def _changed(before: Side, after: Side) -> PageChange | None:
    (old, _), (new, _) = before, after
    facts = fact_changes(before, after)
    texts = tuple(_text_changes(old, new))
    if page_address(old.path) != page_address(new.path):
        return _page(new, change="renamed", stood_at=_address(old.path), facts=facts, texts=texts)
    return _page(new, change="changed", facts=facts, texts=texts) if facts or texts else None


def _text_changes(old: Entity[Any], new: Entity[Any]) -> Iterator[TextChange]:
    for language in LANGUAGES:
        versions = old.versions.get(language), new.versions.get(language)
        bodies = [version.body.strip() if version else None for version in versions]
        if bodies[0] is None and bodies[1] is not None:
            yield TextChange(language=language, change="new")
        elif bodies[1] is None and bodies[0] is not None:
            yield TextChange(language=language, change="removed")
        elif bodies[0] != bodies[1]:
            yield TextChange(language=language, change="changed")


def _page(entity: Entity[Any], **values: Any) -> PageChange:
    addresses = tuple(_address(entity.path, language) for language in LANGUAGES)
    return PageChange(title=entity.title, addresses=addresses, **values)


def _address(path: str, language: Language = SOURCE_LANGUAGE) -> str:
    return f"/{path_in(page_address(path), language)}"


def _uploads(before: State, after: State) -> Iterator[FileChange]:
    for path, mark in sorted(after.files.items()):
        if _is_upload(path) and before.files.get(path) != mark:
            change: Any = "changed" if path in before.files else "new"
            yield FileChange(path=f"/{path}", change=change)


def _is_upload(path: str) -> bool:
    return not path.endswith(".md") and not path.startswith(f"{ASSETS}/")


# --- what follows from them -----------------------------------------------------------------


def _followers(
    old: Outcome, new: Outcome, catalogue: Catalogue, changes: Mapping[str, PageChange]
) -> Iterator[Follower]:
    for entity in catalogue.entities:
        if entity.path not in changes and any(
            old.pages.get((entity.path, language)) != new.pages[entity.path, language]
            for language in entity.versions
        ):
            yield Follower(
                title=entity.title,
                address=_address(entity.path),
                is_overview=entity.overview is not None,
            )


def _file_changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[FileChange]:
    for path in sorted(new):
        if old.get(path) != new[path]:
            yield FileChange(path=f"/{path}", change="changed" if path in old else "new")


def _menu(catalogue: Catalogue) -> tuple[object, ...]:
    """Return what the menu is made of: the pages in it, what they are called, and their order."""
    of_kinds = [catalogue.of(kind.collection).values() for kind in KINDS if kind.in_menu]
    return tuple(
        (entity.path, entity.title, getattr(entity.record, "order", None))
        for entity in (*chain(*of_kinds), *catalogue.pages.values())
    )


def _untranslated(pairs: Pairs, before: Catalogue, after: Catalogue) -> Iterator[Untranslated]:
    for entity in after.entities:
        old = pairs.get(entity.path)
        if old is not None and old.path not in before.by_path:
            old = None  # Nobody read it yet.
        for language in LANGUAGES:
            state: Any = _state(entity, language)
            if state and (old is None or _state(old, language) != state):
                yield Untranslated(title=entity.title, language=language, state=state)


def _state(entity: Entity[Any], language: Language) -> str:
    version = entity.versions.get(language)
    if version is None:
        return "missing"
    return "behind" if version.outdated else ""


# --- addresses ------------------------------------------------------------------------------


def _redirects(before: Catalogue, after: Catalogue) -> Iterator[Redirect]:
    earlier = _sent_on(before)
    for name, target in _sent_on(after).items():
        if earlier.get(name) != target:
            yield Redirect(address=_address(f"{name}.md"), target=_address(target))


def _sent_on(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the path of the page that each former name leads to."""
    return {name: entity.path for entity in catalogue.entities for name in entity.former_names}


def _lost(before: State, after: State) -> Iterator[str]:
    found = _found(after.catalogue) | {page_address(path) for path in after.files}
    for address in sorted(_found(before.catalogue) - found):
        yield from (f"/{path_in(address, language)}" for language in LANGUAGES)
    for path in sorted(before.files.keys() - after.files.keys()):
        if _is_upload(path):
            yield f"/{path}"


def _found(catalogue: Catalogue) -> set[str]:
    """Return the addresses at which there is a page, or what sends readers on to one."""
    names = (name for entity in catalogue.entities for name in (entity.name, *entity.former_names))
    return {page_address(f"{name}.md") for name in names}

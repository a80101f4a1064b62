"""What the head of a page says to others: feeds, a preview for shared links, linked data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..addresses import HOME, path_in
from ..catalogue import Catalogue, Entity
from ..languages import Language, locale_of
from ..model import Page
from ..vocabulary import Collection
from .feeds import theme_title
from .linked_data import linked_data, script_text
from .previews import SIZE, Preview
from .site import CALENDAR, FEED, Site, theme_feed


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page names; `path` is relative to the root of the site."""

    title: str
    path: str


@dataclass(frozen=True)
class Metadata:
    """What overrides/partials/metadata.html prints, and about.html beside the text.

    Attributes:
        feeds: The feeds of the page, its own first.
        calendar: Where the milestones stand for a calendar, from the root of the site.
        properties: Open Graph properties with their values, not yet escaped.
        linked_data: JSON-LD, safe within a `script` element.
    """

    feeds: tuple[FeedLink, ...]
    calendar: str
    properties: tuple[tuple[str, str], ...]
    linked_data: Markup


def metadata(
    catalogue: Catalogue,
    entity: Entity[Page],
    site: Site,
    language: Language,
    *,
    with_preview: bool = True,
) -> Metadata:
    """Return what the head of a page holds.

    Args:
        catalogue: Everything the site knows.
        entity: The page.
        site: Where it stands.
        language: That of the site around the page; the page may have been left in Dutch.
        with_preview: Whether the site has preview images.
    """
    return Metadata(
        feeds=tuple(_feeds(entity, site, language)),
        calendar=path_in(CALENDAR, language),
        properties=tuple(_open_graph(catalogue, entity, site, language, with_preview=with_preview)),
        linked_data=script_text(linked_data(catalogue, entity, site, language)),
    )


def _feeds(entity: Entity[Page], site: Site, language: Language) -> Iterator[FeedLink]:
    if entity.collection is Collection.THEMES:
        title = theme_title(entity, site, language)
        yield FeedLink(title, path_in(theme_feed(entity.slug), language))
    yield FeedLink(site.names.in_language(language), path_in(FEED, language))


def _open_graph(
    catalogue: Catalogue,
    entity: Entity[Page],
    site: Site,
    language: Language,
    *,
    with_preview: bool,
) -> Iterator[tuple[str, str]]:
    """Yield the properties in the order in which they belong together (https://ogp.me)."""
    version = entity.version(language)
    own = version.language
    yield "og:type", _type(entity)
    yield "og:site_name", site.names.in_language(own)
    yield "og:title", version.title
    yield "og:description", version.summary
    yield "og:url", site.page(entity, own)
    yield "og:locale", str(locale_of(own))
    for other in entity.versions:
        if other != own:
            yield "og:locale:alternate", str(locale_of(other))
    if with_preview:
        preview = Preview.of(catalogue, entity, site, own)
        width, height = SIZE
        yield "og:image", site.file(preview.path)
        yield "og:image:type", "image/png"
        yield "og:image:width", str(width)
        yield "og:image:height", str(height)
        yield "og:image:alt", preview.alternative


def _type(entity: Entity[Page]) -> str:
    if entity.kind is not None and entity.kind.page_type == "ProfilePage":
        return "profile"
    return "website" if entity.path == HOME else "article"

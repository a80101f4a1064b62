"""sitemap.xml: every page once, with its translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from mkdocs.config.defaults import MkDocsConfig

from hooks.engine.history import newest
from hooks.engine.multilingual import (
    absolute_url,
    built_language,
    is_fallback,
    plugin_of,
    source_paths,
    translations,
)

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


class Address(NamedTuple):
    """A page in the sitemap.

    Attributes:
        location: Its full address.
        translations: The full address of each version of it, by language.
        changed: The day on which it last changed, or an empty text.
    """

    location: str
    translations: dict[str, str]
    changed: str = ""


def render(addresses: Iterable[Address]) -> str:
    """Return the text of sitemap.xml.

    ``lastmod`` stands only where git knows it: MkDocs gives every page the day of the build, which
    says nothing about the page and makes two builds differ. Source:
    https://www.sitemaps.org/protocol.html and Google, "Tell Google about localized versions of
    your page".
    """
    return _HEAD + "".join(_lines(addresses)) + "</urlset>\n"


def _lines(addresses: Iterable[Address]) -> Iterator[str]:
    for address in addresses:
        yield f"  <url>\n    <loc>{escape(address.location)}</loc>\n"
        if address.changed:
            yield f"    <lastmod>{escape(address.changed)}</lastmod>\n"
        for language, url in address.translations.items():
            yield (
                f'    <xhtml:link rel="alternate" hreflang={quoteattr(language)}'
                f" href={quoteattr(url)}/>\n"
            )
        yield "  </url>\n"


def addresses(config: MkDocsConfig, changes: Mapping[str, str]) -> list[Address]:
    """Return every page in the language that is being built, without the fallbacks.

    A fallback would be offered as an English page while it is a copy of the Dutch one.

    Args:
        config: MkDocs' configuration.
        changes: The day on which each file last changed, by path below docs/.
    """
    files = plugin_of(config).i18n_files_per_language[built_language(config)]
    return [
        Address(
            absolute_url(file, config),
            translations(file, config),
            newest(changes, source_paths(file, config)),
        )
        for file in files
        if not is_fallback(file)
    ]


def write(config: MkDocsConfig, addresses: Iterable[Address]) -> None:
    """Write sitemap.xml, in a fixed order; call it once, with the pages of all languages."""
    path = Path(config.site_dir, "sitemap.xml")
    path.write_text(render(sorted(addresses)), encoding="utf-8", newline="\n")

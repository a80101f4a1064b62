"""The pages that a change touches, in one file that any browser shows: no server, no Python.

GitHub shows an HTML file that is uploaded by itself in the browser, but none that belong to it: so
styles, typeface and pictures stand in the file. Nothing in it runs or loads, since whoever proposes
a change decides what is in it: scripts are left out, each page stands in a sandboxed frame, and a
policy forbids all else.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urljoin

from bs4 import BeautifulSoup, Tag

from tests.content.pictures import WIDTHS, Pictures

MOST = 20
"""Pages in one preview; each brings its own styles and typeface, about 200 kB."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_LEFT_OUT = "script, base, template, dialog, meta[http-equiv], link:not([rel=stylesheet])"
_URL = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)["']?\s*\)""")

_SHELL = """<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Voorbeeld / Preview</title>
<style>
  body {{ margin: 1rem; font: 1rem/1.5 system-ui, sans-serif }}
  .pictures {{ display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }}
  figure {{ margin: 0 }}
  img {{ max-inline-size: 100%; block-size: auto; border: 1px solid }}
  iframe {{
    box-sizing: border-box; inline-size: 100%; block-size: 80vh; border: 2px solid; resize: both;
  }}
</style>
<h1>Voorbeeld / <span lang="en">Preview</span></h1>
<p>Zo komen de pagina’s eruit te zien. Zoeken, filteren en het menu werken hier niet.
Een link gaat naar de site zoals die nu is.
<p lang="en">This is what the pages will look like. Search, filters and the menu do not work here.
A link leads to the site as it is now.
{contents}
{pages}
"""
_PICTURE = (
    '<figure>\n<img width="{width}" alt="De pagina op een scherm van {width} pixels breed. / '
    'The page on a screen of {width} pixels wide." '
    'src="data:image/jpeg;base64,{data}">\n'
    '<figcaption>{width} pixels breed / <span lang="en">wide</span></figcaption>\n</figure>\n'
)
_PICTURED = (
    "<p>Met beelden op {widths} pixels breed: {count}; van een lange pagina het begin. / "
    '<span lang="en">With pictures of {widths} pixels wide: {count}; of a long page, its beginning.'
    "</span>\n"
)
_NOTHING = '<p>Er verandert geen pagina. / <span lang="en">No page changes.</span>\n'
_MORE = (
    "<p>En nog {more} pagina’s veranderen mee, zoals overzichten. / "
    '<span lang="en">{more} more pages change as well, such as overviews.</span>\n'
)


def preview(
    site: Path,
    pages: Sequence[str],
    address: str,
    published: str,
    pictures: Pictures = MappingProxyType({}),
) -> str:
    """Return the preview of some pages of a built site.

    Args:
        site: The folder of the site.
        pages: Files below it, those that matter most first.
        address: Where the site says that it stands.
        published: Where it does stand, and links lead to.
        pictures: What pages look like, of as many as there are pictures of.
    """
    shown = [_Page(site, page, address, published) for page in pages[:MOST]]
    items = "".join(
        f'<li><a href="#p{number}">{escape(page.title)}</a> ({escape(page.path)})\n'
        for number, page in enumerate(shown)
    )
    contents = f"<ol>\n{items}</ol>\n" if shown else _NOTHING
    if more := len(pages) - len(shown):
        contents += _MORE.format(more=more)
    if pictures:
        widths = " + ".join(map(str, WIDTHS))
        contents += _PICTURED.format(count=len(pictures), widths=widths)
    frames = "".join(
        f'<h2 id="p{number}">{escape(page.title)}</h2>\n<p>{escape(page.path)}\n'
        f"{_figures(pictures.get(page.file, {}))}"
        f'<iframe title="{escape(page.title)}" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox" '
        f'srcdoc="{escape(page.html())}"></iframe>\n'
        for number, page in enumerate(shown)
    )
    return _SHELL.format(policy=_POLICY, contents=contents, pages=frames)


def _figures(pictures: Mapping[int, bytes]) -> str:
    figures = "".join(
        _PICTURE.format(width=width, data=base64.b64encode(data).decode())
        for width, data in pictures.items()
    )
    return f'<div class="pictures">\n{figures}</div>\n' if figures else ""


class _Page:
    """A page that brings all that it shows."""

    def __init__(self, site: Path, page: str, address: str, published: str) -> None:
        self._site, self._address, self._published = site, address, published
        self.file = page
        self._own = address + page.removesuffix("index.html")
        self.path = self._own.removeprefix(address) or "/"
        self._tree = BeautifulSoup((site / page).read_text(encoding="utf-8"), "html.parser")
        self.title = " ".join(self._tree.h1.get_text(" ").split()) if self._tree.h1 else page

    def html(self) -> str:
        """Return the page; call it once."""
        for element in self._tree.select(_LEFT_OUT):
            element.decompose()
        for sheet in self._tree.select("link[rel=stylesheet]"):
            style = self._tree.new_tag("style", attrs={"media": str(sheet.get("media") or "all")})
            style.string = self._style(urljoin(self._own, str(sheet["href"])))
            sheet.replace_with(style)
        for picture in self._tree.select("[src]"):
            picture["src"] = self._data(urljoin(self._own, str(picture["src"])))
        self._lead_to_the_site(self._tree.select("a[href]"))
        return str(self._tree)

    def _lead_to_the_site(self, links: Iterable[Tag]) -> None:
        for link in links:
            if not str(link["href"]).startswith("#"):
                full = urljoin(self._own, str(link["href"]))
                link["href"] = full.replace(self._address, self._published, 1)
                link["target"] = "_blank"

    def _file(self, full: str) -> Path | None:
        """Return the file of the site at an address; none for what stands elsewhere."""
        below = unquote(full.removeprefix(self._address).partition("?")[0].partition("#")[0])
        path = (self._site / below).resolve()
        inside = full.startswith(self._address) and path.is_relative_to(self._site.resolve())
        return path if inside and path.is_file() else None

    def _style(self, full: str) -> str:
        """Return a style sheet of the site with all that it names in it."""
        file = self._file(full)
        text = "" if file is None else file.read_text(encoding="utf-8")
        return _URL.sub(lambda found: f'url("{self._data(urljoin(full, found[1]))}")', text)

    def _data(self, full: str) -> str:
        """Return a file of the site as an address that holds it."""
        file = self._file(full)
        if file is None:
            return "data:,"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

"""Where a page stands in the site: the one place that makes an address of the path of its file."""

from __future__ import annotations

import posixpath

from .languages import SOURCE_LANGUAGE, Language
from .places import FURTHER

HOME = "index.md"
"""The path of the home page; below a folder, of the page that opens it."""

SEARCH_PAGE = "zoeken.md"
"""Where the page to search stands, where none says that it is one."""


def page_address(path: str) -> str:
    """Return the address of a page from the root of its language: `themas/mkb.md` → `themas/mkb/`.

    The root of the site itself is the empty text.
    """
    folder, name = posixpath.split(path.removesuffix(".md"))
    address = folder if name == "index" else posixpath.join(folder, name)
    return f"{address}/" if address else ""


def further_path(path: str, name: str, number: int) -> str:
    """Return the path of a page on which a long list of another page is in full.

    It is made, not a file: `themas/mkb/alle/resultaten.md`, and `…/alle/resultaten/2.md`.

    Args:
        path: That of the page to which the list belongs.
        name: The name of the list.
        number: That of the page of it, from 1.
    """
    first = f"{page_address(path)}{FURTHER}/{name}"
    return f"{first}.md" if number == 1 else f"{first}/{number}.md"


def file_in(path: str, language: Language) -> str:
    """Return the path of the file with a page in a language, by that of the Dutch one."""
    return path if language == SOURCE_LANGUAGE else f"{path.removesuffix('.md')}.{language}.md"


def former_name(written: str, page: str) -> str:
    """Return what a page was called: its path below docs/, without the end of a file's name.

    Args:
        written: The name as `formerly` has it: with a slash its whole path, and otherwise a name in
            the folder of the page.
        page: The path of the page that has the field.
    """
    folder = "" if "/" in written else posixpath.dirname(page)
    return posixpath.join(folder, written.strip("/"))


def path_in(path: str, language: Language) -> str:
    """Return a path below the root of the site, in the part that is in `language`."""
    return path if language == SOURCE_LANGUAGE else f"{language}/{path}"


def relative_address(target: str, page: str) -> str:
    """Return the address of one page as raw HTML on another has it; both are paths below docs/.

    MkDocs rewrites links to files in Markdown only. The same in every language: the site of each
    has all pages, in Dutch where one is not translated, so a relative address never leaves it.
    """
    start = page_address(page) or "."
    return posixpath.relpath(page_address(target) or ".", start) + "/"

"""Where a link in raw HTML leads: MkDocs rewrites links to files in Markdown only."""

from __future__ import annotations

import posixpath


def page_address(path: str) -> str:
    """Return the address of a page from the root of its language: `themas/mkb.md` → `themas/mkb/`.

    The root of the site itself is the empty text.
    """
    folder, name = posixpath.split(path.removesuffix(".md"))
    address = folder if name == "index" else posixpath.join(folder, name)
    return f"{address}/" if address else ""


def relative_address(target: str, page: str) -> str:
    """Return the address of one page as a link on another has it; both are paths below docs/.

    The same in every language: the site of each has all pages, in Dutch where one is not
    translated, so a relative address never leaves the language.
    """
    start = page_address(page) or "."
    return posixpath.relpath(page_address(target) or ".", start) + "/"

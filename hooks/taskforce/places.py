"""Where the build itself puts files in the site: no page or upload of an editor may stand there."""

from __future__ import annotations

ASSETS = "assets"
"""Folder of what the site itself is made of; its owners may put styles and scripts there."""

FINGERPRINTED_ASSETS = f"{ASSETS}-[0-9a-f]+"
"""What the folder of those styles and scripts is called in the site, as a pattern."""

SEARCH = "pagefind"
BOOK = "over/alles.pdf"
ICON = "assets/img/favicon.svg"

GENERATED_FOLDERS = frozenset({"data", "previews", SEARCH})
"""Folders at the top with only what is made. A page of that name would stand there too."""

GENERATED_FILES = frozenset({BOOK, ICON})
"""What is made in a folder of editors or owners, of a kind that they could put there."""

LONGEST_NAME = 200
"""Letters in the name of a page or folder. No file can have a much longer one (POSIX, NAME_MAX: 255
bytes), and what is made of a page has the name of its file within its own."""

FURTHER = "alle"
"""Folder below any page, of the pages on which its long lists are in full."""


def volume_path(number: int) -> str:
    """Return the path of the PDF of a volume of the book.

    The first stands where the whole book does while it is one, so that links to that hold; the
    others where no file of an editor can be.
    """
    return BOOK if number == 1 else f"data/alles-{number}.pdf"


def free_name(name: str, taken: frozenset[str]) -> str | None:
    """Return a name that is free, for a file that would stand where the build puts something.

    None where its own name is free.

    Args:
        name: Its path below docs/.
        taken: Names at the top, of folders or pages, that it may not have.
    """
    first, *rest = name.split("/")
    stem, dot, suffix = first.partition(".")
    if stem in taken:
        return "/".join((f"{stem}-1{dot}{suffix}", *rest))
    *folders, file = name.split("/")
    if FURTHER in folders:
        return "/".join((*(f"{part}-1" if part == FURTHER else part for part in folders), file))
    if name in GENERATED_FILES:
        stem, dot, suffix = name.rpartition(".")
        return f"{stem}-1{dot}{suffix}"
    return None

"""Whether everything on the site is in its PDF too; what is not, the page with everything names."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import Subject, measured
from tests.audit.pages import html_files

_BOOK = ('<div class="book">', '<ol class="book-volumes">')
"""What the page with everything has: the text of the site, or a list of volumes."""


def whole_pdf(subject: Subject) -> Measurement:
    """Return which pages are not wholly in the PDF."""
    books = {
        path: text
        for path in html_files(subject)
        if any(sign in (text := path.read_text(encoding="utf-8")) for sign in _BOOK)
    }
    return measured(
        "whole-pdf",
        [
            Evidence(where=subject.place(path), found=missing)
            for path, text in books.items()
            for missing in _missing(BeautifulSoup(text, "html.parser"))
        ],
        checked=len(books),
        checked_what="pages",
        command="make audit",
        tools=[],
    )


def _missing(page: BeautifulSoup) -> Iterator[str]:
    volumes = page.select(".book-download")
    if not volumes or any(volume.a is None for volume in volumes):
        yield "no PDF"
    for link in page.select(".book-left-out a"):
        yield f"not wholly in the PDF: {link.get_text()}"

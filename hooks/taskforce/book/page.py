"""The book as HTML: what stands on the page with everything, below its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from ..labels import labels
from .binding import CHAPTER, Book, Section
from .elements import Element, Node, written


def html_of(book: Book, picture: Callable[[str], str] = str) -> str:
    """Return the contents and the text of the book as HTML.

    Args:
        book: The book.
        picture: Gives the address of the picture at a path below docs/, as the page needs it.
    """
    return "".join([*_contents(book), *_text(book, picture)])


def _contents(book: Book) -> Iterator[str]:
    name = escape(labels()["contents"].within(book.language))
    yield f'<nav class="book-contents" aria-label="{name}">\n<ol>\n'
    for opening, parts in _chapters(book):
        yield f"<li>{_entry(opening, book)}"
        if parts:
            entries = "".join(f"<li>{_entry(part, book)}</li>\n" for part in parts)
            yield f"\n<ol>\n{entries}</ol>\n"
        yield "</li>\n"
    yield "</ol>\n</nav>\n"


def _text(book: Book, picture: Callable[[str], str]) -> Iterator[str]:
    yield '<div class="book">\n'
    for section in book.sections:
        name = "book-chapter" if section.level == CHAPTER else "book-page"
        tag = f"h{section.level}"
        yield (
            f'<section class="{name}"{_language(section, book)}>\n'
            f'<{tag} id="{escape(section.anchor)}">{escape(section.title)}</{tag}>\n'
            f"{written(_with_pictures(section.nodes, picture))}\n</section>\n"
        )
    yield "</div>\n"


def _with_pictures(nodes: Iterable[Node], picture: Callable[[str], str]) -> list[Node]:
    return [node if isinstance(node, str) else _with_picture(node, picture) for node in nodes]


def _with_picture(element: Element, picture: Callable[[str], str]) -> Element:
    attributes = element.attributes
    if element.tag == "img" and "src" in attributes:
        attributes = attributes | {"src": picture(attributes["src"])}
    return Element(element.tag, attributes, _with_pictures(element.children, picture))


def _chapters(book: Book) -> Iterator[tuple[Section, list[Section]]]:
    opening: Section | None = None
    for is_opening, sections in groupby(book.sections, lambda item: item.level == CHAPTER):
        found = list(sections)
        if is_opening:
            for section in found[:-1]:
                yield section, []
            opening = found[-1]
        elif opening is not None:
            yield opening, found
            opening = None
    if opening is not None:
        yield opening, []


def _entry(section: Section, book: Book) -> str:
    title = escape(section.title)
    return f'<a href="#{escape(section.anchor)}"{_language(section, book)}>{title}</a>'


def _language(section: Section, book: Book) -> str:
    return "" if section.language == book.language else f' lang="{section.language}"'

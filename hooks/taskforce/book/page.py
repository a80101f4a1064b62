"""The book as HTML: what stands on the page with everything, below its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from ..catalogue import Version
from ..elements import Element, Node, as_html
from ..labels import labels
from ..languages import Language
from .binding import CHAPTER, Book, Section


@dataclass(frozen=True)
class Download:
    """The book as a PDF, or a volume of it.

    Attributes:
        address: Where it stands, as a link on the page writes it.
        size: How large it is, in words.
        left_out: The pages of which a part is not in it.
    """

    address: str
    size: str
    left_out: tuple[Section, ...]


@dataclass(frozen=True)
class Listed:
    """A volume in the list of volumes.

    Attributes:
        name: What it is called.
        titles: Its first page, and its last.
        pdf: Where it can be had; None where no PDF is made.
    """

    name: str
    titles: tuple[Version, ...]
    pdf: Download | None


def list_of(volumes: Iterable[Listed], language: Language, templates: Environment) -> str:
    """Return the volumes of a book that is too large for one page, as HTML.

    Args:
        volumes: All of them, in their order.
        language: That of the page.
        templates: Those that make HTML.
    """

    def label(name: str) -> str:
        return labels()[name].in_language(language)

    template = templates.get_template("book_volumes.html")
    return template.render(volumes=volumes, language=language, label=label)


def html_of(
    book: Book,
    templates: Environment,
    picture: Callable[[str], str] = str,
    download: Download | None = None,
) -> str:
    """Return the book as HTML: what can be taken along, the contents, the text.

    Args:
        book: The book.
        templates: Those that make HTML.
        picture: Gives the address of the picture at a path below docs/, as the page needs it.
        download: The PDF, where there is one.
    """

    def html(section: Section) -> Markup:
        return Markup(as_html(_with_pictures(section.nodes, picture)))

    def label(name: str) -> str:
        return labels()[name].in_language(book.language)

    return templates.get_template("book.html").render(
        book=book, chapters=_chapters(book), chapter=CHAPTER, html=html, label=label, pdf=download
    )


def _with_pictures(nodes: Iterable[Node], picture: Callable[[str], str]) -> list[Node]:
    return [node if isinstance(node, str) else _with_picture(node, picture) for node in nodes]


def _with_picture(element: Element, picture: Callable[[str], str]) -> Element:
    attributes = element.attributes
    if element.tag == "img" and "src" in attributes:
        attributes = attributes | {"src": picture(attributes["src"])}
    return Element(element.tag, attributes, _with_pictures(element.children, picture))


def _chapters(book: Book) -> list[tuple[Section, list[Section]]]:
    """Return each section that opens a chapter, with those in it."""
    chapters: list[tuple[Section, list[Section]]] = []
    for section in book.sections:
        if section.level == CHAPTER:
            chapters.append((section, []))
        elif chapters:
            chapters[-1][1].append(section)
    return chapters

"""The whole site on one page and as a PDF: nothing left out, and every link leads somewhere."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from hooks.engine import beside
from hooks.engine.book import Bound, Made, Press
from hooks.engine.headings import link_headings
from hooks.engine.kept import Kept
from hooks.taskforce.addresses import page_address, path_in
from hooks.taskforce.book.binding import Binding, Book, Section, anchor
from hooks.taskforce.book.order import Chapter, chapters, is_in_book
from hooks.taskforce.book.page import html_of
from hooks.taskforce.book.pdf import BookError, Cover, pdf_of
from hooks.taskforce.book.volumes import LARGEST, volumes
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.elements import Element, as_html, parsed
from hooks.taskforce.languages import LANGUAGES, Language, Text
from hooks.taskforce.loading import load_files
from hooks.taskforce.pages import sources
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import Surroundings, Templates, read_templates
from hooks.taskforce.places import volume_path
from hooks.taskforce.publish.previews import Look
from hooks.taskforce.publish.site import Site
from hooks.taskforce.reading import Files
from hooks.taskforce.rendering import renderer
from tests.builders import as_bytes, loaded, page, tiny_tree
from tests.conftest import ROOT
from tests.fixed_site import fixed_catalogue
from tests.pages import Pages
from tests.specimen_report import failing_report

SITE = Site("https://example.org/taskforce/", Text(nl="De site", en="The site"))
TEMPLATES = read_templates()


def on_site(entity: Entity[Any], language: Language, text: str) -> str:
    """Return the Markdown of a page as the site has it: with addresses for names of files."""

    def addressed(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(entity.path), found[2]))
        target = page_address(target) if target.endswith(".md") else target
        start = page_address(entity.path) or "."
        slash = "/" if target.endswith("/") else ""
        return f'{found[1]}="{posixpath.relpath(target or ".", start)}{slash}'

    html = renderer(language).convert(text)
    return link_headings(re.sub(r'(href|src)="([^":#]+)(?=["#])', addressed, html))


def rendered(entity: Entity[Any], language: Language, markdown: Callable[[], str]) -> str:
    return on_site(entity, language, markdown())


def binding_of(
    language: Language,
    catalogue: Catalogue,
    templates: Templates = TEMPLATES,
    largest: int = LARGEST,
) -> Binding:
    pages = {
        entity.path: on_site(
            entity,
            entity.version(language).language,
            expanded(catalogue, entity, language, templates),
        )
        for entity in catalogue.entities
        if is_in_book(entity)
    }
    return Binding(catalogue, language, templates, SITE, pages, rendered, largest)


def book_in(language: Language, catalogue: Catalogue, templates: Templates = TEMPLATES) -> Book:
    binding = binding_of(language, catalogue, templates)
    (volume,) = binding.volumes
    return binding.bound(volume)


def catalogue_of(**more: str) -> Catalogue:
    tree = tiny_tree() | {f"{name.replace('__', '/')}.md": text for name, text in more.items()}
    contents = {path: as_bytes(text) for path, text in tree.items()}
    loaded = load_files(Files(contents, others=("vlak.png", "themas/vlak.png")))
    assert loaded.problems == ()
    return loaded.catalogue


def book_of(language: Language = "nl", **more: str) -> Book:
    return book_in(language, catalogue_of(**more))


def section(book: Book, path: str) -> Section:
    return next(item for item in book.sections if item.anchor == anchor(path))


def look() -> Look:
    assets = ROOT / "docs/assets"
    return Look.of(
        (assets / "fonts/schibsted-grotesk-latin.woff2").read_bytes(),
        (assets / "css/tokens.css").read_text(encoding="utf-8"),
        (assets / "css/gables.css").read_text(encoding="utf-8"),
    )


# --- order -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_in_the_book_once(language: Language) -> None:
    catalogue = fixed_catalogue()
    placed = [
        entity.path
        for chapter in chapters(catalogue, language)
        for entity in ([chapter.page] if chapter.page else []) + [*chapter.parts]
    ]
    assert sorted(placed) == sorted(
        entity.path for entity in catalogue.entities if is_in_book(entity)
    )
    left_out = {entity.path for entity in catalogue.entities if not is_in_book(entity)}
    for_editors = {
        f"over/{name}.md" for name in ("opmaak", "regels", "velden", "vertalingen", "nakijken")
    }
    assert left_out == {"zoeken.md", "over/alles.md", "over/controle.md"} | for_editors


def test_the_home_page_comes_first_and_the_pages_about_the_site_last() -> None:
    paths = [chapter.path for chapter in chapters(fixed_catalogue(), "nl")]
    assert (paths[0], paths[-2:]) == ("index.md", ["bronnen.md", "over/index.md"])


def test_pages_of_a_folder_within_a_folder_follow_the_page_that_opens_it() -> None:
    orders = {
        "over/index": 9,
        "over/eerst": 1,
        "over/meedoen/index": 2,
        "over/meedoen/b": 1,
        "over/meedoen/a": 2,
        "over/laatst": 3,
        "over/los/z": 1,
    }
    summary = "summary: Een pagina waarop niets bijzonders staat.\n"
    pages = {
        path: page(f"title: Pagina {number}\n{summary}order: {order}\n")
        for number, (path, order) in enumerate(orders.items())
    }
    more = {path.replace("/", "__"): text for path, text in pages.items()}
    last = chapters(catalogue_of(**more), "nl")[-1]
    assert last.path == "over/index.md"
    # A folder that no page opens has no place of its own: its pages stand by their own order.
    assert [part.path.removesuffix(".md") for part in last.parts] == [
        *("over/eerst", "over/los/z"),
        *("over/meedoen/index", "over/meedoen/b", "over/meedoen/a", "over/laatst"),
    ]


def test_a_collection_without_a_page_of_its_own_has_a_chapter_with_a_name() -> None:
    tree = {path: text for path, text in tiny_tree().items() if path != "themas/index.md"}
    loaded = load_files(Files({path: as_bytes(text) for path, text in tree.items()}))
    book = book_in("nl", loaded.catalogue)
    assert section(book, "themas/index.md").title == "Thema's"


# --- one text --------------------------------------------------------------------------------


def test_headings_go_down_with_their_page_and_names_become_unique() -> None:
    text = page(
        "title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n",
        "## Kop\n\n### Lager\n\n[naar](#kop)\n",
    )
    other = text.replace("Een", "Twee")
    html = html_of(book_of(een=text, twee=other), TEMPLATES.html)
    assert re.search(r'<h3 id="/een\.kop">Kop</h3>', html)
    assert re.search(r'<h4 id="/een\.lager">Lager</h4>', html)
    assert '<a href="#/een.kop">naar</a>' in html
    assert '<a href="#/twee.kop">naar</a>' in html


def test_links_between_pages_lead_to_their_place_in_the_book_and_others_stay() -> None:
    body = (
        "[thema](themas/mkb.md) [kop](themas/mkb.md#trekkers) [zelf](een.md) "
        "[buiten](https://example.org/#x) [zoek](zoeken.md) [feed](feed.xml)\n"
    )
    more = {
        "een": page("title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n", body),
        "zoeken": page(
            "title: Zoeken\nsummary: Een pagina waarop niets bijzonders staat.\noverview: search\n"
        ),
    }
    html = html_of(book_of("en", **more), TEMPLATES.html)
    hrefs = re.findall(r'<a href="([^"]*)">(?:thema|kop|zelf|buiten|zoek|feed)</a>', html)
    assert hrefs == [
        "#/themas/mkb",
        "#/themas/mkb.trekkers",
        "#/een",
        "https://example.org/#x",
        "https://example.org/taskforce/zoeken/",
        "https://example.org/taskforce/en/feed.xml",
    ]


def test_a_link_to_a_place_that_is_not_in_the_book_leads_to_its_page() -> None:
    # The book has the sources once, at its end.
    body = "[daar](themas/mkb.md#bronnen) [hier](#bronnen)\n"
    fields = "title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n"
    book = book_of(een=page(f"{fields}sources: [vng-2021]\n", body))
    html = html_of(book, TEMPLATES.html)
    assert '<a href="#/themas/mkb">daar</a>' in html
    assert '<a href="#/een">hier</a>' in html
    assert pdf_of(book, look(), Cover("https://example.org/")).left_out == ()


def test_many_sources_stand_in_the_book_without_the_pages_that_use_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = len(catalogue_of().sources)
    for most, has_uses in ((number, True), (number - 1, False)):
        monkeypatch.setattr(sources, "MOST_WITH_USES", most)
        html = as_html([*section(book_of(), "bronnen.md").nodes])
        assert html.count("<li") == number
        assert ("Gebruikt op:" in html) == has_uses
        assert ("staat op de site zelf" in html) != has_uses


def test_a_page_that_is_not_translated_says_its_language() -> None:
    html = html_of(
        book_of("en", een=page("title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n")),
        TEMPLATES.html,
    )
    assert '<a href="#/een" lang="nl">Een</a>' in html
    assert re.search(r'<section class="book-chapter" lang="nl">\n<h2 id="/een">', html)


def test_the_book_is_the_same_whatever_was_measured() -> None:
    catalogue = fixed_catalogue()
    measured = read_templates(Surroundings(failing_report()))
    books = [book_in("nl", catalogue, templates) for templates in (TEMPLATES, measured)]
    differing = [
        before.anchor
        for before, after in zip(books[0].sections, books[1].sections, strict=True)
        if before != after
    ]
    # The list of data has a file more once there is a report; which report makes no difference.
    assert differing == ["/over/open-data"]


def test_what_stands_elsewhere_in_the_book_is_not_repeated() -> None:
    book = book_of()
    theme, canvas = section(book, "themas/mkb.md"), section(book, "resultaten/welvaart-canvas.md")
    assert "Het canvas verschijnt" in as_html([*canvas.nodes])
    assert 'id="/resultaten/welvaart-canvas.mijlpalen"' in as_html([*canvas.nodes])
    # The theme has no milestones of its own, so no heading for them either.
    assert "Het canvas verschijnt" not in as_html([*theme.nodes])
    assert "mijlpalen" not in as_html([*theme.nodes])
    # Sources have a line with their numbers, where the page of the site lists them.
    line = r'<p class="cited">Bronnen: <a href="#bron:vng-2021">\[\d+\]</a></p>'
    assert re.search(line, as_html([*theme.nodes]))
    # The timeline has all, with their sources.
    more = page(
        "title: Tijdlijn\nsummary: Een pagina waarop niets bijzonders staat.\noverview: timeline\n"
    )
    timeline = as_html([*section(book_of(tijdlijn=more), "tijdlijn.md").nodes])
    assert re.search(r'Het canvas verschijnt.*<a href="#bron:canvas-2021">\[.*\d+\]</a>', timeline)


def test_what_only_the_site_shows_is_not_in_the_book() -> None:
    text = page(
        "title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n",
        "## Kop\n\nDe VNG vindt dat, en (VNG) ook.\n",
    )
    html = html_of(book_of(een=text), TEMPLATES.html)
    assert "De VNG vindt dat, en (VNG) ook." in html
    for left_out in ("<abbr", "heading-link", "gable"):
        assert left_out not in html


def test_a_source_stands_once_and_is_cited_by_its_number() -> None:
    text = page(
        "title: Een\nsummary: Een pagina waarop niets bijzonders staat.\nsources: [vng-2021]\n",
        "Dat zei de VNG.[^vng-2021]\n",
    )
    html = html_of(book_of(een=text), TEMPLATES.html)
    numbers = re.findall(r'<span id="bron:([^"]*)">', html)
    assert numbers and len(numbers) == len(set(numbers))
    listed = re.findall(r'<a href="#bron:([^"]*)">\[(\d+)\]</a>', html)
    # As on the site: on the line of what it cites, with a word for who only hears it.
    cited = re.findall(
        r'VNG\.<sup class="citation">\u2060<a href="#bron:([^"]*)">'
        r'\[<span class="visually-hidden">bron </span>(\d+)\]</a></sup>',
        html,
    )
    assert listed and cited
    assert all(numbers[int(number) - 1] == name for name, number in listed + cited)


@given(st.text())
def test_text_survives_reading_and_writing_as_text(words: str) -> None:
    element = Element("p", {"title": words}, [words])
    (read,) = parsed(as_html([element]))
    assert isinstance(read, Element)
    assert (
        read.text.replace("\r\n", "\n").replace("\r", "\n")
        == words.replace("\r\n", "\n").replace("\r", "\n")
        or "\x00" in words
    )
    assert not re.search(r"<(?!/?p[ >])", as_html([element]))


# --- the page of the fixed site ---------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_the_title_and_the_first_words_of_every_page(
    fixed_pages: Pages, language: Language
) -> None:
    text = fixed_pages.text(path_in("over/alles", language))
    for entity in fixed_catalogue().entities:
        if not is_in_book(entity):
            continue
        version = entity.version(language)
        assert version.title in text
        plain = re.match(r"[\w ,’‘'-]{20,}", version.body.strip())
        assert plain is None or plain[0].strip() in text, entity.path


def test_on_paper_every_chapter_begins_a_page_and_links_of_the_site_are_gone(
    chromium: Browser, served_fixed_site: str, tmp_path: Path
) -> None:
    tab = chromium.new_page()
    tab.goto(f"{served_fixed_site}over/alles/")
    file = tmp_path / "paper.pdf"
    tab.pdf(path=file, prefer_css_page_size=True)
    tab.close()
    texts = [sheet.extract_text() for sheet in PdfReader(file).pages]
    # Before the heading stands the number of the sheet at most.
    first = [{line.strip() for line in text.strip().split("\n")[:2]} for text in texts]
    for chapter in ("Trekkers", "Resultaten", "Organisaties", "Tijdlijn", "Begrippen"):
        assert any(chapter in lines for lines in first), chapter
    assert "Hoofdmenu" not in "".join(texts)


# --- the PDF ---------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=LANGUAGES)
def reader(request: pytest.FixtureRequest, fixed_site: Path) -> tuple[Language, PdfReader]:
    language: Language = request.param
    return language, PdfReader(fixed_site / path_in("over/alles.pdf", language))


def test_the_pdf_says_its_title_and_language_and_is_tagged(
    reader: tuple[Language, PdfReader],
) -> None:
    language, document = reader
    root: Any = document.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata is not None
    assert str(document.metadata.title).startswith("Taskforce")
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    roles = {str(element.get("/S", "")) for element in structure(document)}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Link", "/Table", "/TH", "/TOC"} <= roles


def structure(document: PdfReader) -> list[Any]:
    """Return every element of the structure tree."""
    root: Any = document.trailer["/Root"]
    found, waiting = [], [root["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found.append(node)
            if "/K" in node:
                waiting.append(node["/K"])
    return found


def test_the_bookmarks_of_the_pdf_are_the_chapters_and_pages(
    reader: tuple[Language, PdfReader],
) -> None:
    language, document = reader
    catalogue = fixed_catalogue()
    found = set(bookmarks(document.outline))
    expected = {
        entity.version(language).title for entity in catalogue.entities if is_in_book(entity)
    }
    assert expected <= found


def bookmarks(outline: list[Any]) -> list[str]:
    return [
        title
        for item in outline
        for title in (bookmarks(item) if isinstance(item, list) else [str(item.title)])
    ]


def test_the_pdf_has_the_typeface_of_the_site_in_it(reader: tuple[Language, PdfReader]) -> None:
    _, document = reader
    fonts: Any = document.pages[3]["/Resources"]["/Font"].values()  # type: ignore[index]
    embedded = set()
    for font in fonts:
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        if {"/FontFile2", "/FontFile3"} & set(described.get_object()):
            embedded.add(str(font.get_object()["/BaseFont"]))
    assert len(embedded) == len(fonts)
    assert any("Schibsted" in name for name in embedded)


def test_the_page_offers_the_pdf_with_form_size_and_language(
    fixed_pages: Pages, fixed_site: Path
) -> None:
    for language in LANGUAGES:
        address = path_in("over/alles", language)
        link = fixed_pages[address].select_one(".book-download a")
        assert isinstance(link, Tag)
        file = (fixed_site / address / str(link["href"])).resolve()
        assert file == (fixed_site / f"{address}.pdf").resolve()
        said = link.parent.get_text() if link.parent else ""
        size = f"{file.stat().st_size / 1e6:.1f}"
        size, form = (size.replace(".", ","), "pdf") if language == "nl" else (size, "PDF")
        own = {"nl": "Nederlands", "en": "English"}[language]
        assert said.endswith(f"{form} ({size}\u00a0MB, {own})"), said
    assert "(pdf, 1,2\u00a0MB, Nederlands)" in fixed_pages["resultaten/havenagenda"].get_text()


class Done:
    """Work that is done, or could not be."""

    def __init__(self, result: tuple[Made, ...] | BookError) -> None:
        self.ended = result

    def result(self) -> tuple[Made, ...]:
        if isinstance(self.ended, BookError):
            raise self.ended
        return self.ended


def shown(binding: Binding, pdfs: tuple[Made, ...] | BookError | None) -> str:
    """Return what the page with everything shows of a book of which these PDFs are made."""
    first, *others = binding.volumes
    text = None if others else binding.bound(first)
    file = File("over/alles.md", None, "site", use_directory_urls=True)
    file.dest_uri = path_in("over/alles/index.html", binding.language)
    work: Any = None if pdfs is None else Done(pdfs)
    return Bound(binding, text, TEMPLATES.html, file, {}, work).html()


def test_the_page_says_what_is_not_in_the_pdf() -> None:
    binding = binding_of("nl", catalogue_of())
    left_out = section(binding.bound(*binding.volumes), "themas/mkb.md")
    html = shown(binding, (Made(4_000_000, (left_out,)),))
    assert '<p class="book-left-out">' in html
    assert 'niet in de pdf: <a href="#/themas/mkb" lang="nl">MKB</a></p>' in html
    assert "book-left-out" not in shown(binding, (Made(4),))
    assert "book-download" not in shown(binding, None)
    with pytest.raises(Abort, match="no titles"):
        shown(binding, BookError("no titles"))


# --- volumes ---------------------------------------------------------------------------------


def many(*sizes: int) -> tuple[tuple[Chapter, ...], dict[str, int]]:
    """Return a chapter with pages of these sizes, the first of which opens it."""
    fields = "title: {}\nsummary: Een pagina waarop niets bijzonders staat.\n"
    names = [f"over/p{number}.md" for number in range(1, len(sizes))]
    tree = {name: page(fields.format(name)) for name in ["over/index.md", *names]}
    found = loaded(tree).catalogue
    pages = [found.by_path[name] for name in tree]
    opening, *parts = pages
    chapter = Chapter(opening.path, opening, parts=tuple(parts))
    return (chapter,), dict(zip(tree, sizes, strict=True))


def divided(*sizes: int, largest: int) -> list[list[str]]:
    chapters, known = many(*sizes)
    found = volumes(chapters, lambda page: known[page.path], largest)
    assert [volume.number for volume in found] == [*range(1, len(found) + 1)]
    assert {volume.total for volume in found} == {len(found)}
    return [[page.path.split("/")[1] for page in volume.pages] for volume in found]


def test_a_book_that_fits_is_one_volume() -> None:
    chapters, known = many(10, 10, 10)
    (volume,) = volumes(chapters, lambda page: known[page.path], 30)
    assert volume.is_whole
    assert volume.chapters == chapters
    assert volumes((), len, 1)[0].is_whole  # type: ignore[arg-type]


def test_a_larger_book_is_divided_between_its_pages() -> None:
    assert divided(10, 10, 10, 10, largest=20) == [["index.md", "p1.md"], ["p2.md", "p3.md"]]
    assert divided(15, 10, 10, 5, largest=20) == [["index.md"], ["p1.md", "p2.md"], ["p3.md"]]


def test_a_page_that_is_too_large_by_itself_takes_no_room() -> None:
    assert divided(10, 99, 10, 10, largest=20) == [["index.md", "p1.md", "p2.md"], ["p3.md"]]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12), st.integers(1, 60))
def test_every_page_stands_in_one_volume_in_the_order_of_the_book(
    sizes: list[int], largest: int
) -> None:
    parts = divided(*sizes, largest=largest)
    assert [name for part in parts for name in part] == [
        "index.md",
        *(f"p{number}.md" for number in range(1, len(sizes))),
    ]


LARGEST_HERE = 3000
"""A bound that divides the tiny tree, and that its list of sources and one page do not exceed."""


@pytest.fixture(scope="module", params=LANGUAGES)
def in_volumes(request: pytest.FixtureRequest) -> tuple[Binding, list[Book]]:
    long = page(
        "title: Lang\nsummary: Een pagina waarop niets bijzonders staat.\n", "Een alinea.\n\n" * 500
    )
    cites = page(
        "title: Citeert\nsummary: Een pagina waarop niets bijzonders staat.\nsources: [vng-2021]\n",
        "Dat staat er[^vng-2021]. Zie [MKB](themas/mkb.md#trekkers), [hier](#kop).\n\n## Kop\n",
    )
    catalogue = catalogue_of(citeert=cites, lang=long)
    binding = binding_of(request.param, catalogue, largest=LARGEST_HERE)
    return binding, [binding.bound(volume) for volume in binding.volumes]


def test_volumes_hold_the_whole_book_and_say_which_they_are(
    in_volumes: tuple[Binding, list[Book]],
) -> None:
    binding, books = in_volumes
    assert len(books) > 2
    found = [item.path for book in books for item in book.sections if item.path]
    expected = [
        page.version(binding.language).path
        for chapter in chapters(binding.catalogue, binding.language)
        for page in chapter.pages
    ]
    assert found == expected
    word = {"nl": "deel 2 van", "en": "part 2 of"}[binding.language]
    assert f", {word} {len(books)}" in books[1].title


def test_a_link_out_of_a_volume_leads_to_the_site(in_volumes: tuple[Binding, list[Book]]) -> None:
    binding, books = in_volumes
    (book,) = (item for item in books if any(one.path == "citeert.md" for one in item.sections))
    html = as_html([*section(book, "citeert.md").nodes])
    theme = SITE.page(binding.catalogue.by_path["themas/mkb.md"], binding.language)
    assert f'<a href="{theme}#trekkers">MKB</a>' in html
    assert '<a href="#/citeert.kop">hier</a>' in html
    # The list of all sources is in another volume: the page on the site has its own.
    path = "resultaten/welvaart-canvas.md"
    (other,) = (item for item in books if any(one.path == path for one in item.sections))
    page_on_site = SITE.page(binding.catalogue.by_path[path], binding.language)
    cited = rf'<a href="{re.escape(page_on_site)}#bron:canvas-2021">\[\d+\]'
    assert re.search(cited, as_html([*section(other, path).nodes]))
    for item in books:
        places = {one.anchor for one in item.sections}
        nodes = [node for one in item.sections for node in one.nodes]
        written = as_html(nodes)
        places |= set(re.findall(r'id="([^"]*)"', written))
        assert places.issuperset(re.findall(r'href="#([^"]*)"', written))


def test_a_page_that_is_too_large_is_named(in_volumes: tuple[Binding, list[Book]]) -> None:
    _, books = in_volumes
    (book,) = (item for item in books if any(one.path == "lang.md" for one in item.sections))
    made = pdf_of(book, look(), Cover("https://example.org/"))
    assert [item.path for item in made.left_out] == ["lang.md"]
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(made.content)).pages)
    assert f"{SITE.address}lang/" in text
    assert "Een alinea." not in text


def test_every_volume_is_written_as_a_pdf_of_its_own(
    in_volumes: tuple[Binding, list[Book]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Typst has been at work here, and no copy of this process would have its threads.
    monkeypatch.setattr(beside, "IS_POSSIBLE", False)
    binding, books = in_volumes
    cover = Cover("https://example.org/")
    kept = Kept(tmp_path / "kept", [])
    press = Press(binding, None, look(), cover, {}, tmp_path, kept)
    made = press.volumes()
    assert [section.path for one in made for section in one.left_out] == [
        section.path for book in books for section in book.sections if section.is_left_out
    ]
    for number, (book, one) in enumerate(zip(books, made, strict=True), 1):
        file = tmp_path / path_in(volume_path(number), binding.language)
        assert file.stat().st_size == one.size
        document = PdfReader(file)
        assert document.metadata is not None
        assert document.metadata.title == book.title
        assert {item.title for item in book.sections} <= set(bookmarks(document.outline))


def test_the_page_lists_the_volumes_with_their_pdfs(
    in_volumes: tuple[Binding, list[Book]],
) -> None:
    binding, books = in_volumes
    left_out = next(one for book in books for one in book.sections if one.is_left_out)
    made = (*(Made(1_200_000) for _ in books[1:]), Made(3_400_000, (left_out,)))
    soup = BeautifulSoup(shown(binding, made), "html.parser")
    links = [str(link["href"]) for link in soup.select(".book-download a")]
    page_of_book = path_in("over/alles", binding.language)
    pdfs = [path_in(volume_path(number), binding.language) for number in (1, 2)]
    assert [posixpath.normpath(f"{page_of_book}/{link}") for link in links[:2]] == pdfs
    assert len(links) == len(books)
    assert soup.select_one(".book") is None
    (named,) = soup.select(".book-left-out a")
    assert named["href"] == left_out.address
    # A preview makes no PDF, but says the same.
    assert len(BeautifulSoup(shown(binding, None), "html.parser").select("li")) == len(books)

"""Any page that the check accepts comes out in the PDF: its elements, signs, pictures and notes."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from hooks.taskforce.book.binding import Book, Section
from hooks.taskforce.book.page import html_of
from hooks.taskforce.book.paper import DEEPEST, Paper, Sheet
from hooks.taskforce.book.pdf import BookError, Cover, Pdf, pdf_of
from hooks.taskforce.book.signs import Signs, description, signs_in, unknown_signs
from hooks.taskforce.book.typesetting import Typesetter, TypesettingError, typesetter
from hooks.taskforce.elements import Element, parsed
from tests.builders import alone, loaded, page
from tests.test_book import TEMPLATES, book_in, book_of, look, structure

COVER = Cover("https://example.org/")
FIELDS = "title: Een\nsummary: Een pagina waarop niets bijzonders staat.\n"


def section_of(html: str, name: str = "een") -> Section:
    return Section(
        f"/{name}", name, "nl", 2, tuple(parsed(html)), f"{name}.md", f"https://example.org/{name}/"
    )


def pdf_with(*pages: str, **pictures: bytes) -> Pdf:
    """Return a PDF of pages in HTML; pictures are named without their extension."""
    sections = tuple(section_of(html, f"p{number}") for number, html in enumerate(pages, 1))
    files = {f"{name}.{'svg' if b'<svg' in content else 'png'}": content
             for name, content in pictures.items()}  # fmt: skip
    return pdf_of(Book("De site", "nl", sections), look(), COVER, files.get)


def reader(made: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(made.content))


def words(made: Pdf) -> str:
    """Return the text from the first page on, without places to break and with single spaces."""
    text = " ".join(sheet.extract_text() for sheet in reader(made).pages[2:])
    return " ".join(text.replace("\u200b", "").split())


HTML_WITH_ALL_KINDS = """\
<h3>Kop</h3><p>Tekst met een <a href="https://example.org/">link</a>.</p><ul><li>Punt</li></ul>
<table><thead><tr><th>Kop</th></tr></thead><tbody><tr><td>Cel</td></tr></tbody></table>"""


def outline_and_structure(made: Pdf) -> str:
    """Return what a reader is told beside the pages: all that the catalogue leads to."""
    document = reader(made)
    elements = [
        [str(element.get(name, "")) for name in ("/S", "/Alt", "/Lang")]
        for element in structure(document)
    ]
    metadata = document.xmp_metadata
    assert metadata is not None
    links = [
        note.get_object().get("/A", {}).get("/URI") or note.get_object()["/Dest"]
        for page in document.pages
        for note in page.get("/Annots", ())
    ]
    about = sorted((document.metadata or {}).items())
    told = [elements, document.outline, about, links]
    # Only numbers of objects are others.
    numbered = re.sub(r"IndirectObject\(.*?\)", "", str(told))
    return numbered + metadata.stream.get_data().decode()


def sheets(html: str) -> list[Sheet]:
    return Paper(Signs(), lambda path: path).sheets(parsed(html), 2)


def png(width: int = 30, height: int = 20) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(made, "PNG")
    return made.getvalue()


# --- what Markdown makes ---------------------------------------------------------------------

EVERYTHING = """\
Een ==gemarkeerd== ~~doorgehaald~~ ^^ingevoegd^^ woord, H~2~O, m^2^, ++ctrl+c++, `code`. Een regel
eindigt.
Hier. :material-check: Klaar[^een], en nog eens[^een], en anders[^twee].

## Kop met ~~[link](themas/mkb.md)~~ en [~~andersom~~](themas/mkb.md)

??? tip "Dicht"
    Toch te lezen.

!!! warning
    Pas op[^een].

=== "Eerste tab"
    Wat erin staat.

=== "Tweede tab"
    - punt[^twee]

- [x] af
- [ ] open

Dan:

1. een
2. twee

    - genest
        - dieper

    | in | lijst |
    | --- | --- |
    | a | b[^een] |

> Een citaat.

Begrip
:   Uitleg ervan.
:   En nog meer.

```yaml title="bestand.yml"
sleutel: waarde
```

![Een rood vlak](vlak.png "Het bijschrift")

Een beeld ![in de zin](vlak.png) in de zin.

| Links | Rechts |
| --- | ---: |
| :material-check: | 12 |

---

[^een]: De **eerste** noot.
[^twee]: De tweede.

    - met een lijst
"""


@pytest.fixture(scope="module")
def everything() -> tuple[Book, Pdf]:
    book = book_of(een=page(FIELDS, EVERYTHING))
    return book, pdf_of(book, look(), COVER, {"vlak.png": png()}.get)


def test_everything_that_editors_may_write_stands_in_the_pdf(
    everything: tuple[Book, Pdf],
) -> None:
    _, made = everything
    text = words(made)
    assert made.left_out == ()
    for said in (
        "gemarkeerd doorgehaald ingevoegd woord, H2O, m2, Ctrl + C , code",
        "Kop met link en andersom",
        "Tip: Dicht Toch te lezen.",
        "Let op Pas op",
        "Eerste tab Wat erin staat. Tweede tab",
        "☑ af ☐ open Dan:",
        "1. een 2. twee • genest • dieper in lijst a b",
        "Een citaat. Begrip: Uitleg ervan. En nog meer. bestand.yml sleutel: waarde",
        "Het bijschrift Een beeld in de zin.",
        "Links Rechts ja 12",
        "De eerste noot.",
    ):
        assert re.sub(r"\W+", "", said) in re.sub(r"\W+", "", text), said


def test_two_explanations_of_one_term_stand_apart(everything: tuple[Book, Pdf]) -> None:
    _, made = everything
    assert "Uitleg ervan. En nog meer." in words(made)


def test_a_picture_is_in_the_pdf_with_its_alternative(everything: tuple[Book, Pdf]) -> None:
    _, made = everything
    said = {str(node["/Alt"]) for node in structure(reader(made)) if node.get("/S") == "/Figure"}
    assert {"Een rood vlak", "in de zin"} <= said


def test_a_picture_on_the_page_has_the_address_that_the_page_needs() -> None:
    book = book_of(themas__index=page(
        "title: Alle thema's\nsummary: Een pagina waarop niets bijzonders staat.\n"
        "overview: themes\norder: 1\n", "![Vlak](vlak.png)\n"))  # fmt: skip
    assert book.pictures == {"themas/vlak.png"}
    assert 'src="../../themas/vlak.png"' in html_of(
        book, TEMPLATES.html, lambda path: f"../../{path}"
    )


# --- footnotes -------------------------------------------------------------------------------


def test_notes_and_their_places_lead_to_each_other(everything: tuple[Book, Pdf]) -> None:
    book, made = everything
    html = html_of(book, TEMPLATES.html)
    names = re.findall(r'id="([^"]*)"', html)
    assert [name for name, number in Counter(names).items() if number > 1] == []
    to_note = re.findall(r'<sup id="([^"]*)"><a [^>]*href="#([^"]*)"', html)
    back = re.findall(r'class="footnote-backref" href="#([^"]*)"', html)
    assert [note for _, note in to_note] == [
        *("/een.fn:een", "/een.fn:een", "/een.fn:twee"),
        *("/een.fn:een", "/een.fn:twee", "/een.fn:een"),
    ]
    assert {place for place, _ in to_note} == set(back)
    assert set(back) | {note for _, note in to_note} <= set(names)
    # In the PDF each of them is a link to a place too.
    within = [link for sheet in reader(made).pages for link in links(sheet) if link is not None]
    assert len(within) >= 2 * len(to_note)


def links(sheet: Any) -> list[Any]:
    """Return the places within the document to which a sheet has links."""
    notes = [note.get_object() for note in sheet.get("/Annots", [])]
    return [note.get("/Dest") or note.get("/A", {}).get("/D") for note in notes]


def test_two_pages_may_have_notes_of_the_same_name() -> None:
    text = page(FIELDS, "Woord[^1].\n\n[^1]: Noot.\n")
    book = book_of(een=text, twee=text.replace("Een", "Twee"))
    names = re.findall(r'id="([^"]*fn:1)"', html_of(book, TEMPLATES.html))
    assert sorted(names) == ["/een.fn:1", "/twee.fn:1"]
    assert pdf_of(book, look(), COVER).left_out == ()


# --- signs -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sign", ["✅", "👍", "🚲", "👍🏽", "👨‍👩‍👧", "☑", "→", "↩", "é", "Ж", "ł", "ع", "ש"]
)
def test_a_sign_that_some_typeface_has_is_shown(sign: str) -> None:
    with typesetter(look().typeface) as setter:
        assert setter.can_show(sign)


@pytest.mark.parametrize("sign", ["中", "\uff41", "\u0001", "\u0378"])
def test_a_sign_that_no_typeface_has_is_described(sign: str) -> None:
    made = pdf_with(f"<h2>Kop {sign}</h2><p>Woord {sign} woord</p><pre>code {sign}</pre>")
    text = words(made)
    assert made.left_out == ()
    assert sign not in text
    assert text.count(description([sign])) == 3, text


def test_signs_beside_each_other_are_described_together() -> None:
    signs = Signs(frozenset("中文字典"))
    assert signs.described("Zie 中 en 文字.") == (
        "Zie [cjk unified ideograph-4e2d] en"
        " [cjk unified ideograph-6587, cjk unified ideograph-5b57]."
    )
    assert signs.described("中文字典").endswith("5b57, …]")
    assert signs.described("gewoon") == "gewoon"


def test_only_signs_that_the_typeface_lacks_are_asked_for() -> None:
    asked: list[str] = []

    def can_show(text: str) -> bool:
        asked.append(text)
        return "q" not in text

    assert unknown_signs(["abc", "ab", "a\nb"], {*map(ord, "abc\n")}, can_show) == Signs()
    assert asked == []
    assert unknown_signs(["abqe\u0301"], {*map(ord, "ab")}, can_show) == Signs(frozenset("q"))
    assert "e\u0301" in asked[0]


@given(st.text())
def test_signs_are_the_whole_text(text: str) -> None:
    assert "".join(signs_in(text)) == text


def faces(made: Pdf) -> str:
    """Return the names of the typefaces on the pages of text."""
    resources = (cast(DictionaryObject, sheet["/Resources"]) for sheet in reader(made).pages[2:])
    fonts = (cast(DictionaryObject, found["/Font"]).values() for found in resources)
    named = (cast(DictionaryObject, font.get_object()) for found in fonts for font in found)
    return " ".join(str(font["/BaseFont"]) for font in named)


def test_italics_are_seen() -> None:
    assert "Italic" not in faces(pdf_with("<p>Gewoon en <strong>vet</strong></p>"))
    made = pdf_with("<p>Gewoon, <em>schuin</em> en <strong><em>allebei</em></strong></p>")
    assert "-Italic" in faces(made)
    assert "-BoldItalic" in faces(made)
    assert "Gewoon, schuin en allebei" in words(made)


def test_a_task_below_another_stands_further_in() -> None:
    box = '<li class="task-list-item"><input type="checkbox">'
    tasks = f'<ul class="task-list">{box} {{}}</li></ul>'
    made = pdf_with(tasks.format("Een" + tasks.format("Twee" + tasks.format("Drie"))))
    places: dict[str, float] = {}

    def look_at(text: str, place: list[float], letters: list[float], *_: object) -> None:
        places[text.strip()] = place[0] * letters[4] + place[4]

    reader(made).pages[-1].extract_text(visitor_text=look_at)
    assert places["Een"] < places["Twee"] < places["Drie"]


def test_words_from_right_to_left_come_out() -> None:
    made = pdf_with('<p>Welkom: <em lang="ar">مرحبا بكم</em> en שלום.</p><h3>مرحبا</h3>')
    assert made.left_out == ()
    assert "[" not in words(made)


# --- what typst would refuse -----------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        *("<h3></h3><h3>\u200b</h3>", "<h6>Zes</h6><h3>Drie</h3><h5>Vijf</h5>"),
        *('<p id="a">x</p><p id="a">y</p><a href="#a">z</a>', '<a href="#weg">x</a><a>y</a>'),
        *('<p lang="en-GB">x</p><p lang="??">y</p>', f'<a href="https://x.nl/{"a" * 9000}">x</a>'),
        *("<pre></pre><code></code><p></p><figure></figure>", "<table></table><ul></ul><dl></dl>"),
        *('<img src="weg.png" alt="weg"><img src="weg.png">', "<dl><dd>zonder</dd></dl>"),
        *('<ol start="x"><li>y</li></ol>', '<ol start="99999999999999999999"><li>y</li></ol>'),
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
        "<ins><del>x <a href='https://x.nl'>y <del>z</del></a></del></ins>",
    ],
)
def test_odd_html_can_be_set(html: str) -> None:
    assert pdf_with(html).left_out == ()


@pytest.mark.parametrize("tag", ["ul><li", "blockquote", "em", "div", "dl><dd", "p><del"])
def test_elements_within_each_other_without_end_keep_their_text(tag: str) -> None:
    made = pdf_with(f"<{tag}>" * (4 * DEEPEST) + "diep")
    assert made.left_out == ()
    assert "diep" in words(made)


@pytest.mark.parametrize(
    ("html", "longest"),
    [
        (f"<p>{'W' * 500}</p>", 40),
        (f"<p>https://example.org/{'een/' * 40}</p>", 40),
        (f"<pre>{'x' * 500}</pre>", 80),
        ("<table><tr>" + f"<td>{'z' * 100}</td>" * 10 + "</tr></table>", 12),
    ],
)
def test_a_word_wider_than_its_place_can_be_broken(html: str, longest: int) -> None:
    stretches = re.split(r"[\s\u200b]", plain(sheets(html)))
    assert max(map(len, stretches)) <= longest


def test_a_title_of_one_long_word_is_broken_rather_than_cut_off() -> None:
    long = Section("/long", "n" * 60, "nl", 2, ())
    pages = reader(pdf_of(Book("De site", "nl", (long,)), look(), COVER)).pages
    assert max(map(len, pages[-1].extract_text().split())) < 40
    assert "".join(pages[-1].extract_text().replace("\u200b", "").split()).startswith("n" * 60)


def plain(sheets: list[Sheet]) -> str:
    return "".join(sheet if isinstance(sheet, str) else plain(sheet[2]) for sheet in sheets)


def test_blank_space_beside_a_block_makes_no_paragraph() -> None:
    assert sheets("<ul>\n<li>a\n b</li>\n</ul>\n<pre>c  d\n</pre>") == [
        ["ul", {}, [["li", {}, ["a b"]]]],
        ["pre", {}, ["c  d\n"]],
    ]


def test_a_name_of_what_only_holds_others_goes_to_the_first_of_them() -> None:
    assert sheets('<ul id="a"><li id="b">x</li></ul>') == [
        ["ul", {}, [["li", {}, [["place", {"id": "a"}, []], ["place", {"id": "b"}, []], "x"]]]]
    ]


def test_what_only_a_link_on_a_screen_says_is_not_on_paper() -> None:
    heard = '<span class="visually-hidden">bron </span>'
    assert plain(sheets(f'<a href="#b">[{heard}3]</a>')) == "[3]"
    assert plain(sheets(f"<p>{heard}Tekst</p>")) == "bron Tekst"


def test_the_date_of_a_milestone_stands_out_from_its_words() -> None:
    assert sheets("<ol><li><time>2021</time> Er is <time>2020</time></li></ol>") == [
        ["ol", {}, [["li", {}, [["strong", {}, ["2021"]], " Er is ", ["time", {}, ["2020"]]]]]]
    ]


def test_whatever_a_page_holds_is_text_in_the_pdf() -> None:
    title = "#panic() $x$ @y <z> *a* _b_ `c` // \\ ] ["
    odd = Section("/odd", title, "nl", 2, (Element("p", {}, [title]),))
    text = "".join(
        sheet.extract_text()
        for sheet in reader(pdf_of(Book("De site", "nl", (odd,)), look(), COVER)).pages
    )
    assert "".join(text.split()).count(title.replace(" ", "")) == 3  # contents, heading, text


def test_the_same_book_gives_the_same_bytes() -> None:
    book = book_of(een=page(FIELDS, "✅ 中[^1]\n\n[^1]: Noot.\n"))
    assert pdf_of(book, look(), COVER) == pdf_of(book, look(), COVER)


def test_packing_leaves_all_that_a_reader_has(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book("De site", "nl", (section_of(HTML_WITH_ALL_KINDS * 20),))
    made = pdf_of(book, look(), COVER)
    with monkeypatch.context() as patch:
        patch.setattr("hooks.taskforce.book.pdf.packed", lambda content: content)
        unpacked = pdf_of(book, look(), COVER)
    assert len(made.content) < len(unpacked.content) / 2
    assert outline_and_structure(made) == outline_and_structure(unpacked)
    for sheet, same in zip(reader(made).pages, reader(unpacked).pages, strict=True):
        assert sheet.get_contents() == same.get_contents() is not None
        assert sheet.extract_text() == same.extract_text()


# --- what cannot be set at all ---------------------------------------------------------------


def test_a_block_that_typst_refuses_leaves_the_way_to_the_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refuse(monkeypatch, "verboden")
    made = pdf_with("<p>Voor.</p><p>Het verboden woord.</p><p>Na.</p>", "<p>Heel.</p>")
    text = words(made)
    assert [section.path for section in made.left_out] == ["p1.md"]
    assert "Voor. Dit deel staat alleen op de site: https://example.org/p1/ Na." in text
    assert "Heel." in text


def test_a_page_that_typst_refuses_after_others_only_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refuse(monkeypatch, "samen", "anders")
    made = pdf_with("<p>Een.</p>", "<p>samen</p>", "<p>Twee.</p>", "<p>anders</p>", "<p>Drie.</p>")
    assert [section.path for section in made.left_out] == ["p4.md"]
    text = words(made)
    assert "Dit deel staat alleen op de site: https://example.org/p4/" in text
    assert all(said in text for said in ("Een.", "samen", "Twee.", "Drie."))


def test_a_book_that_typst_always_refuses_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "De site")
    with pytest.raises(BookError, match="refused"):
        pdf_with("<p>x</p>")


def test_a_book_of_which_typst_refuses_every_page_is_a_cover(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refuse(monkeypatch, '"nodes"')
    made = pdf_with("<p>x</p>", "<p>y</p>")
    assert [section.path for section in made.left_out] == ["p1.md", "p2.md"]
    assert "De site" in reader(made).pages[0].extract_text()


def refuse(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Have typst refuse what holds all of some words."""
    real = Typesetter.pdf

    def refusing(self: Typesetter, source: bytes, **inputs: str) -> bytes:
        if all(word in inputs.get("book", "") for word in words):
            raise TypesettingError("refused")
        return real(self, source, **inputs)

    monkeypatch.setattr(Typesetter, "pdf", refusing)


def test_a_picture_that_cannot_be_drawn_is_said() -> None:
    made = pdf_with(
        '<p><img src="stuk.png" alt="Een kapot beeld"></p>'
        '<p><img src="svg.svg" alt="Een teken"></p>',
        stuk=b"\x89PNG\r\n\x1a\nstuk",
        svg=b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">\xe4\xb8\xad'
        b"</text></svg>",
    )
    assert made.left_out == ()
    assert "Een kapot beeld Een teken" in words(made)


# --- any text --------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("woord", "**vet**", "*schuin*", "`code`", "[link](los.md#a)", "~~weg~~", "==m=="),
        *("^^in^^", "H~2~O", "++ctrl+c++", ":material-check:", "[^1]", "✅", "中", "العربية"),
        *("עברית", "a\u0301", "https://example.org/een/pad", "![beeld](vlak.png)", "&nbsp;", "\\*"),
        *("&#8203;", "~~[a](los.md)~~", "**[b](https://example.org/)**", "[`c`](los.md)", "W" * 90),
        *("*w*{lang=en}", "1.", "|", "  \n", "\n", "\t"),
    ]
)
LINES = st.lists(PIECES, min_size=1, max_size=5).map(" ".join)
STARTS = st.sampled_from(
    [
        *["", "## ", "### ", "- ", "    - ", "        - ", "1. ", "> ", "> - ", "- [x] ", "    "],
        *['!!! note "Titel"\n    ', "??? tip\n    ", '=== "Tab"\n    ', "Term\n:   ", "```\n"],
        *["| a | b |\n| --- | --- |\n| x | ", "[^1]: ", "***\n", "* * * ", "> > > > "],
    ]
)
TEXTS = st.lists(st.tuples(STARTS, LINES).map("".join), max_size=8).map("\n\n".join)
WORDS = st.text(max_size=40)


@given(st.one_of(TEXTS, WORDS, st.tuples(TEXTS, WORDS).map("\n\n".join)))
@example("[^1]\n\n[^1]: x [^1]\n")
@example("##\n\n## {#a}\n\n## A {#a}\n")
@example("\n".join("    " * depth + "- x" for depth in range(30)))
@example("> " * 40 + "x")
@example("## Kop[^1]\n\n[^1]: Noot.\n")
def test_any_text_that_the_check_accepts_comes_out_in_the_pdf(text: str) -> None:
    read = loaded(alone("los.md", page(FIELDS, text)) | {"vlak.png": ""})
    if read.problems:
        return
    book = book_in("nl", read.catalogue)
    assert pdf_of(book, look(), COVER, {"vlak.png": png()}.get).left_out == ()

"""What the search reads of the pages, what it writes, and what it leaves out."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from hooks.engine import search
from hooks.engine.kept import Kept
from hooks.engine.search_documents import Document, Hidden, hidden, page_for_index, sections_of
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.findability import Findable, findable, findable_terms
from hooks.taskforce.languages import LANGUAGES, Language, Text
from hooks.taskforce.lexicon import Lexicon, Table
from hooks.taskforce.model import PlainPage
from hooks.taskforce.vocabulary import Overview
from tests.builders import loaded, tiny_tree
from tests.builders import page as page_of

CONTENT = """
<div class="facts"><dl><dt>Soort</dt><dd>agenda</dd></dl></div>
<p>Waar het over gaat.</p>
<h2 class="x" id="eigen">Eigen <em>kop</em></h2>
<p>Van de redactie.</p>
<h2 id="trekkers">Trekkers</h2>
<p>Iemand.</p>
<h2 id="resultaten">Resultaten</h2>
<p>Van andere pagina's.</p>
"""
THEME, OTHER = Text(nl="thema", en="theme"), Text(nl="overzicht", en="a look")
ABOUT = Findable(
    title='R&D "x"',
    summary="Kort.",
    kind=THEME,
    themes={"b": "B", "a": "A"},
    names=("Onderzoek",),
    near=("trekker Jan",),
    own_headings=frozenset({"eigen kop"}),
    added={"trekkers": 0.5},
)


def a_document(**changes: Any) -> Document:
    fields: dict[str, Any] = {
        "path": "themas/x/index.html",
        "language": "nl",
        "about": ABOUT,
    }
    content = changes.pop("content", CONTENT)
    given = fields | changes
    return Document(**given, sections=sections_of(content, given["about"]))


# --- documents ------------------------------------------------------------------------------


def test_what_editors_wrote_counts_and_what_is_about_other_pages_does_not() -> None:
    document = a_document()
    assert [weight for weight, _ in document.sections] == [2.0, 1.0, 0.5]
    assert "Van de redactie." in document.text
    assert "Iemand." in document.text
    assert "andere pagina's" not in document.text
    assert "¶" not in document.text


def test_an_overview_counts_for_its_introduction_or_as_a_whole() -> None:
    nothing = Findable(title="T", summary="S", kind=OTHER)
    assert len(a_document(about=nothing).sections) == 1
    whole = Findable(title="T", summary="S", kind=OTHER, added=0.3)
    assert [weight for weight, _ in a_document(about=whole).sections] == [2.0, 0.3, 0.3, 0.3]


def test_hidden_words_stand_in_metadata_only() -> None:
    also = Hidden(near=("r en d",), topic=("kortom",), words=("woord",))
    page = BeautifulSoup(page_for_index(a_document(), also), "html.parser")
    metadata = {
        str(element["data-pagefind-meta"]).removesuffix("[data-value]"): element["data-value"]
        for element in page.select("[data-pagefind-meta]")
    }
    assert metadata == {
        "title": 'R&D "x"',
        "summary": "Kort.",
        "kind": "thema",
        "names": "Onderzoek",
        "near": "trekker Jan, r en d",
        "topic": "kortom",
        "words": "woord",
    }
    assert page.html is not None
    assert page.html["lang"] == "nl"
    for word in ("Onderzoek", "trekker Jan", "kortom", "woord"):
        assert word not in page.get_text()


def test_a_hidden_word_counts_once_where_it_counts_most() -> None:
    same = [{"nl": ["agenda", "lijst"]}, {"nl": ["geld", "fonds"]}, {"nl": ["plek", "oord"]}]
    about = Findable(title="Agenda", summary="Agenda, geld", kind=THEME, near=("fonds",))
    document = a_document(about=about, content="<p>Agenda, geld, fonds en plek</p>")
    lexicon = Lexicon("nl", [document.text], Table.model_validate({"same": same}))
    assert hidden(document, lexicon) == Hidden(near=("lijst",), words=("oord",))
    about = replace(about, near=())
    document = a_document(about=about, content="<p>Agenda, geld en plek</p>")
    assert hidden(document, lexicon) == Hidden(("lijst",), ("fonds",), ("oord",))


def test_a_term_is_a_document_below_its_page() -> None:
    term = a_document(path="en/begrippen/index.html", content="", place="mkb")
    assert term.own_path == "en/begrippen/mkb.html"
    page = page_for_index(term, Hidden())
    assert 'data-pagefind-meta="term[data-value]"' in page
    assert 'data-pagefind-meta="place[data-value]" data-value="mkb"' in page


# --- what the domain says -------------------------------------------------------------------


def about(catalogue: Catalogue, path: str, language: Language = "nl") -> Findable:
    found = findable(catalogue, catalogue.by_path[path], language)
    assert found is not None
    return found


def test_a_page_has_its_kind_themes_and_names(fixed_catalogue: Catalogue) -> None:
    theme = about(fixed_catalogue, "themas/haven.md")
    assert (theme.kind.in_language("en"), theme.themes) == ("theme", {"haven": theme.title})
    assert "Harbours & trade" in theme.names
    assert theme.title not in theme.names
    trekker = about(fixed_catalogue, "trekkers/edouard-ozturk.md", "en")
    assert trekker.kind.in_language("en") == "lead"
    assert list(trekker.themes.values()) == ["Crafts: tomorrow's trade", "Water"]
    assert "Municipality of Westerveen" in trekker.near
    union = about(fixed_catalogue, "organisaties/stadsbond.md")
    assert "BVS" in union.names
    assert union.themes
    chair = about(fixed_catalogue, "trekkers/anna-van-den-berg.md")
    assert fixed_catalogue.organisations["taskforce"].version("nl").title in chair.near
    assert about(fixed_catalogue, "over/privacy.md").kind.in_language("nl") == "over deze site"
    assert about(fixed_catalogue, "index.md").kind.in_language("nl") == "overzicht"


def test_what_kind_of_thing_a_page_is_and_what_it_is_part_of_is_near(
    fixed_catalogue: Catalogue,
) -> None:
    near = {
        "resultaten/kadefonds.md": ("fonds", "Haven & handel"),
        "organisaties/stadsbond.md": ("vereniging",),
        "organisaties/oostdam.md": (
            *("gemeente", "trekker", "Anna van den Berg", "María de Wit-O’Neill"),
        ),
        "trekkers/edouard-ozturk.md": (
            *("trekker, wethouder Onderwijs", "Gemeente Westerveen"),
            *("Ambacht: 't vak van morgen", "Water"),
        ),
    }
    assert {path: about(fixed_catalogue, path).near for path in near} == near
    assert about(fixed_catalogue, "organisaties/oostdam.md").names == ("Municipality of Oostdam",)


def small() -> Catalogue:
    timeline = page_of(
        "title: Tijdlijn\n"
        "summary: Wat er in al die jaren gebeurde, op volgorde.\n"
        "overview: timeline\n"
    )
    subject = page_of(
        "title: Midden- en kleinbedrijf\nsummary: Waar het in elke stad van dit land over gaat.\n"
    )
    read = loaded(tiny_tree() | {"tijdlijn.md": timeline, "over.md": subject})
    assert not read.problems
    return read.catalogue


def test_what_the_site_adds_counts_on_a_page_itself_and_hardly_on_an_overview() -> None:
    catalogue = small()
    theme, timeline, home = (
        about(catalogue, path) for path in ("themas/mkb.md", "tijdlijn.md", "index.md")
    )
    for name in ("gevraagd", "trekkers"):
        assert theme.weight(name, "x") == 1.0
    assert 0 < theme.weight("mijlpalen", "x") < 1
    assert theme.weight("resultaten", "x") == 0, "those are pages of their own"
    assert 0 < timeline.weight("jaar-2021", "x") < 1, "which no other page has"
    assert home.weight("gevraagd", "x") == 0
    assert timeline.prior == home.prior < about(catalogue, "over.md").prior == 1.0


def test_a_page_on_what_an_abbreviation_stands_for_has_its_names_too() -> None:
    catalogue = small()
    assert {"MKB", "SMEs"} <= set(about(catalogue, "over.md").names)
    assert not {"MKB", "SMEs"} & set(about(catalogue, "organisaties/vng.md").names)
    (term,) = dict(findable_terms(catalogue.by_path["begrippen.md"], "nl")).values()
    assert (term.title, "MKB" in term.names) == ("Midden- en kleinbedrijf", True)


PROOF = "title: Proef\nsummary: Waar het in elke stad van dit land over gaat.\n"
HEADINGS = {
    "underlined": ("Een kop\n-------", "Een kop"),
    "in a quotation": ("> ## Een kop", "Een kop"),
    "in a tab": ('=== "Tab"\n\n    ## Een kop', "Een kop"),
    "not at the margin": (" ## Een kop", "Een kop"),
    "italics in a word": ("## Het *mkb*beleid", "Het <em>mkb</em>beleid"),
    "a reference": ("## R&amp;D", "R&amp;D"),
    "a link elsewhere": (
        "## De [VNG][a]\n\n[a]: https://vng.nl",
        'De <a href="https://vng.nl">VNG</a>',
    ),
    "a note": (
        "## Een kop[^x]\n\n[^x]: Een noot.",
        'Een kop<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup>',
    ),
}


@pytest.mark.parametrize(("written", "shown"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_of_editors_is_known_however_it_is_written(written: str, shown: str) -> None:
    read = loaded(tiny_tree() | {"proef.md": page_of(PROOF, f"Tekst.\n\n{written}\n")})
    assert not read.problems
    found = about(read.catalogue, "proef.md")
    sections = sections_of(f'<p>Tekst.</p><h2 id="x">{shown}</h2><p>Eronder.</p>', found)
    assert [weight for weight, _ in sections] == [2.0, 1.0]


def test_a_heading_below_another_is_none_of_what_the_site_adds() -> None:
    body = "## Wat volgde\n\nTekst.\n\n### Resultaten\n\nTekst.\n"
    read = loaded(tiny_tree() | {"proef.md": page_of(PROOF, body)})
    assert about(read.catalogue, "proef.md").weight("resultaten", "Resultaten") == 0


def test_years_are_near_to_the_timeline_and_who_leads_to_the_taskforce() -> None:
    catalogue = small()
    assert about(catalogue, "tijdlijn.md").near == ("2021",)
    assert about(catalogue, "index.md").near == ()
    taskforce, other = (
        about(catalogue, f"organisaties/{name}.md") for name in ("taskforce", "vng")
    )
    assert "Mariska ten Heuw" in taskforce.near
    assert "Mariska ten Heuw" not in other.near


def test_the_search_page_is_not_found_itself(fixed_catalogue: Catalogue) -> None:
    page = fixed_catalogue.page_with(Overview.SEARCH)
    assert page is not None
    assert findable(fixed_catalogue, page, "nl") is None


def test_every_term_has_a_place(fixed_catalogue: Catalogue) -> None:
    glossary = fixed_catalogue.page_with(Overview.GLOSSARY)
    assert glossary is not None
    for language in LANGUAGES:
        terms = dict(findable_terms(glossary, language))
        assert len(terms) == len(fixed_catalogue.terms) > 0
        assert "SHB" in terms["havenbedrijf"].names
    assert not list(findable_terms(fixed_catalogue.by_path["over/privacy.md"], "nl"))
    assert isinstance(glossary.record, PlainPage)


# --- the index ------------------------------------------------------------------------------


def test_the_guide_says_what_there_is_to_choose_and_who_bears_a_name() -> None:
    documents = [
        a_document(path="a/index.html"),
        a_document(path="b/index.html", about=Findable(title="Anders", summary="", kind=OTHER)),
        a_document(path="b/index.html", about=ABOUT, place="onderzoek"),
        a_document(path="c/index.html", about=Findable(title="Bronnen", summary="", kind=OTHER)),
    ]
    subjects = [{"nl": ["bronnen", "literatuur", "onderzoek"]}]
    words = Table.model_validate({"stop": [{"nl": ["de"]}], "subjects": subjects})
    lexicon = Lexicon("nl", [document.text for document in documents], words)
    guide = search.guide(documents, [Hidden(words=("verborgen",))], lexicon)
    assert guide["kinds"] == [("overzicht", "overzicht"), ("thema", "thema")]
    assert guide["themes"] == [("a", "A"), ("b", "B")]
    assert guide["pages"] == {
        "addresses": ["a/", "b/", "b/#onderzoek", "c/"],
        "titles": ['R&D "x"', "Anders", 'R&D "x"', "Bronnen"],
        "summaries": ["Kort.", "", "Kort.", ""],
        "priors": [1.0, 1.0, 1.0, 1.0],
        "kinds": [1, 0, 1, 0],
        "themes": [[1, 0], [], [1, 0], []],
    }
    names = {"anders": 1, "bronnen": 3, "literatuur": 3, "onderzoek": 0, "rd x": 0}
    assert guide["names"] == names
    assert guide["stop"] == "de"
    on = dict(zip(str(guide["words"]).split(" "), str(guide["on"]).split(" "), strict=True))
    assert on["verborgen"] == "0"
    assert on["bronnen"] == "3"
    assert on["kort"] == "0.2", "the first number, and how much higher the next is"


def in_dutch(documents: list[Document]) -> tuple[list[Document], Lexicon]:
    """Return those in Dutch, with their words."""
    dutch = [document for document in documents if document.language == "nl"]
    return dutch, Lexicon("nl", [document.text for document in dutch])


def test_the_guide_does_not_say_where_a_word_is_that_is_almost_everywhere(
    many: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch, lexicon = in_dutch(many)
    assert str(search.guide(dutch, [], lexicon)["on"]).split(" ")[0].count(".") == 59
    monkeypatch.setattr(search, "_MOST_PAGES", 59)
    assert str(search.guide(dutch, [], lexicon)["on"]).split(" ")[0] == ""


def test_of_a_large_site_the_guide_leaves_out_what_the_index_has(
    many: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch, lexicon = in_dutch(many)
    whole = search.guide(dutch, [], lexicon, most=len(dutch))
    monkeypatch.setattr(search, "_MOST_WORDS", 2)
    part = search.guide(dutch, [], lexicon, most=len(dutch) - 1)
    assert "part" not in whole
    assert part["part"] is True
    assert part["on"] == ""
    assert part["words"] == " ".join(str(whole["words"]).split(" ")[:2])
    pages: Any = whole["pages"]
    assert part["pages"] == pages | {"summaries": []}
    names: Any = part["names"]
    assert not any(" " in name for name in names)


def config(site: Path) -> Any:
    return SimpleNamespace(site_dir=str(site))


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def many() -> list[Document]:
    return [
        a_document(
            path=f"{'en/' if language == 'en' else ''}p{number}/index.html",
            language=language,
            about=Findable(
                title=f"Pagina {number}",
                summary="S",
                kind=Text.same(f"k{number % 5}"),
                themes={"a": "A", "b": "B"},
            ),
        )
        for language in LANGUAGES
        for number in range(60)
    ]


def write(folder: Path, documents: Iterable[Document]) -> None:
    read = list(documents)
    nothing = Kept(Path(os.devnull), [])
    search.begin(config(folder))
    of_languages = [
        search.write(config(folder), code, (it for it in read if it.language == code), nothing)
        for code in LANGUAGES
    ]
    search.finish(config(folder), of_languages)


def test_an_index_is_the_same_every_time(many: list[Document], tmp_path: Path) -> None:
    write(tmp_path / "0", many)
    first = digest(tmp_path / "0")
    for turn in range(1, 5):
        write(tmp_path / str(turn), reversed(many) if turn % 2 else many)
        assert digest(tmp_path / str(turn)) == first


def test_an_index_replaces_the_one_before(many: list[Document], tmp_path: Path) -> None:
    write(tmp_path, many)
    first = digest(tmp_path)
    write(tmp_path, [*many, a_document()])
    assert set(digest(tmp_path)) != set(first)
    write(tmp_path, many)
    assert digest(tmp_path) == first


def test_a_language_without_pages_has_an_index_of_nothing(
    many: list[Document], tmp_path: Path
) -> None:
    write(tmp_path, [document for document in many if document.language == "nl"])
    index = tmp_path / search.FOLDER
    assert json.loads((index / "guide.en.json").read_text("utf-8"))["ids"] == ""
    assert json.loads((index / search._ENTRY).read_text("utf-8"))["languages"].keys() == {
        "nl",
        "en",
    }
    assert (index / "wasm.en.pagefind").is_file()


def test_a_failure_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(Abort, match="Pagefind failed"):
        search.run_pagefind(tmp_path / "pages", tmp_path / "made")
    monkeypatch.setattr(search, "get_executable", lambda: None)
    with pytest.raises(Abort, match=r"requirements\.txt"):
        search.run_pagefind(tmp_path / "pages", tmp_path / "made")


# --- the fixed site ---------------------------------------------------------------------------


def test_only_what_the_browser_needs_is_published(fixed_site: Path) -> None:
    names = {path.name for path in (fixed_site / search.FOLDER).iterdir()}
    fixed = {"pagefind.js", "pagefind-entry.json", "fragment", "index"}
    fixed |= {f"guide.{language}.json" for language in LANGUAGES}
    fixed |= {f"wasm.{language}.pagefind" for language in LANGUAGES}
    assert {name for name in names - fixed if not name.endswith(".pf_meta")} == set()
    assert fixed < names
    assert not (fixed_site / "search").exists(), "Material's own search is gone"


def test_no_page_carries_anything_for_the_search(fixed_site: Path) -> None:
    pages = [*fixed_site.rglob("*.html")]
    assert pages
    for page in pages:
        assert "data-pagefind-meta" not in page.read_text(encoding="utf-8"), page


def fragments(site: Path) -> Iterator[dict[str, Any]]:
    """Yield what the search shows of each page."""
    for path in site.glob(f"{search.FOLDER}/fragment/*"):
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(search._SIGNATURE))


def test_no_reference_nor_hidden_word_is_in_an_excerpt(fixed_site: Path) -> None:
    found = [*fragments(fixed_site)]
    assert found
    for fragment in found:
        content = str(fragment["content"])
        for text in ("¶", "Bron: ", "Source: ", "bekeken op", "accessed on"):
            assert text not in content, (fragment["url"], text)

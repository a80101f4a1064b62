"""Links lead to something that is there, in both languages; MkDocs never finds one first."""

from __future__ import annotations

import posixpath
import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.destinations import Destinations
from hooks.taskforce.documents import Document
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.naming import PageFile
from hooks.taskforce.pages.expansion import Expansion
from hooks.taskforce.pages.names import heading_names
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.running_text.headings import Name, headings, source_names, translated_names
from hooks.taskforce.running_text.writing import for_python_markdown
from tests.bad_inputs import MKB, PLAIN
from tests.builders import PNG, Tree, added, loaded, page, tiny_tree, translation
from tests.conftest import Pages, build
from tests.small_site import write_site

# --- headings and their names ---------------------------------------------------------------

TEXTS = [
    "## Wat er later gebeurde\n\n### Financiële *ruimte* & `code`\n\n## Wat er later gebeurde\n",
    "## Een [link](x.md) en een noot[^1]\n\n[^1]: Noot.\n\n## Twee {#vast}\n\n## Twee\n",
    "## Kop ##\n\nOnderstreept\n---\n\n> ## In een citaat\n\n- ## In een lijst\n",
    "## Vast\n\n## Iets anders {#vast-1}\n\n## ✅ 2021–2022: en nu?\n\n## snake_case\n",
]


def made(text: str) -> list[str]:
    """Return the names that Python-Markdown gives to headings."""
    markdown = Markdown(extensions=["toc", "attr_list", "footnotes", "tables"])
    markdown.convert(text)

    def names(tokens: list[dict[str, object]]) -> Iterator[str]:
        for token in tokens:
            yield str(token["id"])
            yield from names(token["children"])  # type: ignore[arg-type]

    return list(names(markdown.toc_tokens))  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", TEXTS)
def test_headings_keep_the_names_that_they_always_had(text: str) -> None:
    assert list(source_names(headings(text), ())) == made(text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_names_of_headings_can_be_written_into_a_text(text: str) -> None:
    names = tuple(
        Name(f"naam_{number}", f"ook-{number}") for number, _ in enumerate(headings(text))
    )

    written = for_python_markdown(text, names)

    assert made(written) == [name.name for name in names]
    assert all(f'<span id="{name.also}"></span>' in written for name in names)


def test_a_name_that_the_site_has_given_is_not_given_again() -> None:
    assert source_names(headings("## Bronnen\n\n## Bronnen\n"), {"bronnen"}) == (
        "bronnen_1",
        "bronnen_2",
    )


HEADINGS = st.lists(
    st.sampled_from(
        ["Kop", "Kop 1", "kop_1", "kop_2", "!", "Anders", "Iets {#kop}", "Iets {#kop_1}"]
    ),
    max_size=6,
)


def text_with(words: list[str]) -> str:
    return "\n".join(f"## {heading}\n" for heading in words)


@given(HEADINGS, HEADINGS, st.sets(st.sampled_from(["kop", "kop_1", "kop-1", "anders", "_1"])))
def test_a_place_that_is_certain_is_there_whatever_the_site_adds(
    dutch: list[str], english: list[str], added: set[str]
) -> None:
    files = {
        language: PageFile("a.md", "a", language, Document("docs/a.md", body=text_with(words)))
        for language, words in (("nl", dutch), ("en", english))
    }
    where = Destinations({"a.md": files["nl"]}, {("a", "en"): files["en"]}, (), lambda _: added)
    for language in LANGUAGES:
        places = where.places("a.md", language)
        assert places is not None
        for name in ("kop", "kop_1", "kop_2", "kop-1", "anders", "_1"):
            assert name in places or not where.has_heading("a.md", language, name)


@pytest.mark.parametrize(
    ("dutch", "english", "names"),
    [
        ("## A\n\n## B\n", "## C\n\n## D\n", ["a|c", "b|d"]),
        # A part more below one heading says nothing about the others.
        (
            "## A\n\n### A1\n\n## B\n\n### B1\n",
            "## C\n\n### C1\n\n### C2\n\n## D\n\n### D1\n",
            ["a|c", "c1", "c2", "b|d", "b1|d1"],
        ),
        # Nobody can tell which is which, but for a name.
        ("## A\n\n## B\n", "## C\n\n## D\n\n## E\n", ["c", "d", "e"]),
        ("## A\n\n## B\n", "## C\n\n## D {#b}\n\n## E\n", ["c", "b", "e"]),
        ("## A\n\n## B\n", "## C\n\n## D {#b}\n", ["a|c", "b"]),
        ("## A {#vast}\n\n## B\n", "## C {#eigen}\n\n## D\n", ["vast|eigen", "b|d"]),
        # The order may be another.
        ("## A\n\n### A1\n\n## B\n", "## D {#b}\n\n## C {#a}\n\n### C1\n", ["b", "a", "a1|c1"]),
        # What a heading would be called otherwise, only where no other has that name.
        ("## A\n\n## Partners\n", "## Partners\n\n## C\n", ["a", "partners|c"]),
        ("## A\n", "## Bronnen\n", ["a|bronnen_1"]),
    ],
)
def test_the_names_of_the_dutch_page_are_those_of_its_translation(
    dutch: str, english: str, names: list[str]
) -> None:
    found = translated_names(headings(english), headings(dutch), {"bronnen"})
    assert [f"{name.name}|{name.also}".removesuffix("|") for name in found] == names


# --- a link holds in both languages ---------------------------------------------------------

LATER = "\n## Wat er later gebeurde\n\nTekst.\n"


def with_later(tree: Tree, english: str = "\n## What happened later\n\nText.\n") -> Tree:
    dutch = tiny_tree()[MKB] + LATER
    summary = "What the taskforce does for small and medium-sized firms."
    return tree | {MKB: dutch, "themas/mkb.en.md": translation("SMEs", summary, dutch, english)}


def test_a_dutch_page_links_to_a_heading_of_a_page_that_is_translated() -> None:
    tree = added("over/los.md", page(PLAIN, "[a](../themas/mkb.md#wat-er-later-gebeurde)\n"))
    assert loaded(with_later(tree)).problems == ()


def test_adding_a_translation_breaks_no_page_that_nobody_touched() -> None:
    tree = with_later(added("over/los.md", page(PLAIN, "[a](../themas/mkb.md#gevraagd)\n")))
    del tree["themas/mkb.en.md"]
    assert loaded(tree).problems == ()
    assert loaded(with_later(tree)).problems == ()


def test_a_translation_with_other_headings_matters_only_where_somebody_links_to_one() -> None:
    other = "\n## One\n\n## Two\n"
    assert loaded(with_later(tiny_tree(), other)).problems == ()

    linking = added("over/los.md", page(PLAIN, "[a](../themas/mkb.md#wat-er-later-gebeurde)\n"))
    problems = loaded(with_later(linking, other)).problems
    assert [(item.place.path, item.rule) for item in problems] == [
        ("docs/themas/mkb.en.md", "heading-not-translated")
    ]

    named = "\n## One\n\n## Two {#wat-er-later-gebeurde}\n"
    assert loaded(with_later(linking, named)).problems == ()


def test_a_page_in_english_may_call_a_heading_by_its_english_name() -> None:
    body = (
        "[a](mkb.md#what-happened-later) [b](mkb.md#wat-er-later-gebeurde) [c](#here)\n\n## Here\n"
    )
    tree = with_later(tiny_tree())
    tree["themas/human-capital.md"] += "\n## Hier\n"
    tree["themas/human-capital.en.md"] = translation(
        "People", "Bringing people and work together, in later years too.",
        tree["themas/human-capital.md"], body,
    )  # fmt: skip
    assert loaded(tree).problems == ()


def test_the_english_name_of_a_heading_on_a_dutch_page_leads_to_the_dutch_name() -> None:
    tree = with_later(added("los.md", page(PLAIN, "[a](themas/mkb.md#what-happened-later)\n")))
    (problem,) = loaded(tree).problems
    assert "‘themas/mkb.md#wat-er-later-gebeurde’" in problem.remedy.nl


def test_a_link_to_a_part_that_may_be_there_is_no_second_mistake() -> None:
    body = "[a](themas/mkb.md#trekkers) [b](resultaten/mkb-agenda.md#mijlpalen)\n"
    tree = added("los.md", page(PLAIN, body))
    tree["trekkers/rene-de-heer.md"] = tree["trekkers/rene-de-heer.md"].replace("from:", "form:")
    assert {item.place.path for item in loaded(tree).problems} == {"docs/trekkers/rene-de-heer.md"}


@pytest.mark.parametrize(
    ("old", "new"),
    [('"Taskforce: van start"', "Dit: dat"), ("sources:\n", "sources:\nsources:\n")],
)
def test_a_link_to_a_part_is_no_second_mistake_where_sources_cannot_be_read(
    old: str, new: str
) -> None:
    tree = added("los.md", page(PLAIN, "[a](themas/human-capital.md#mijlpalen)\n"))
    tree["bronnen.md"] = tree["bronnen.md"].replace(old, new)
    assert {item.place.path for item in loaded(tree).problems} == {"docs/bronnen.md"}


VALID = [
    "[x](<themas/mkb.md>)",
    "[x](themas/mkb.md 'Een titel')",
    '[x](themas/mkb.md#gevraagd "Een (titel)")',
    "[x](./themas/../themas/mkb.md#trekkers)",
    "[x](themas/mkb.md#)",
    "[x](#)",
    "[x](themas/mkb.md?a=b)",
    "[x](https://opendata.cbs.nl/zoeken?jaar=2021&gt=5) [x](https://a.nl/?a=1&lt=2&copy=3)",
    "[x][y] en [y] en [y][]\n\n[y]: themas/mkb.md#bronnen",
    "[x](data/catalogus.json) [x](feed.xml) [x](data/mijlpalen.ics) [x](themas/mkb/feed.xml)",
    "[x](over/rapport.pdf#page=2) ![Kaart](kaart.png)",
    "[x](https://münchen.de/) [x](https://nl.wikipedia.org/wiki/Curaçao)",
    "[x](https://example.org/o'brien) [x](https://example.org/a(b)_(c))",
    "Een [noot] (2021), [a](themas/mkb.md) (b), \\[mkb\\](x.md), `[[x]]`, [ ] en [2021].",
    "- [x] klaar\n- [ ] (later)",
    "a[1](themas/mkb.md)[2](themas/mkb.md)",
]
FILES = {"kaart.png": PNG, "over/rapport.pdf": "%PDF-1.7"}


@pytest.mark.parametrize("body", VALID)
def test_what_is_right_is_no_mistake(body: str) -> None:
    assert loaded(added("los.md", page(PLAIN, f"{body}\n")) | FILES).problems == ()


def test_while_a_page_is_missing_no_heading_is_offered_that_may_not_be_there() -> None:
    links = "[x](themas/mkb.md#wg) [x](ander.md#top)\n"
    tree = added("los.md", page(PLAIN, links)) | {
        "ander.md": page(PLAIN.replace("Los", "Ander"), "## Kade\n\nTekst.\n"),
        "weg.md": "---\ntitle: [\n",
    }
    found = [one.remedy.nl for one in loaded(tree).problems if one.rule == "missing-heading"]
    assert found == [
        "haal ‘#’ en wat erachter staat weg: in die tekst staan geen koppen",
        "kies uit: #kade",
    ]


# --- what is built --------------------------------------------------------------------------


def test_the_check_knows_the_places_of_every_page_as_it_is_built(
    fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    templates = read_templates()
    seen = 0
    for entity in fixed_catalogue.entities:
        for language in LANGUAGES:
            shown = entity.version(language).language
            expansion = Expansion(fixed_catalogue, entity, shown, templates)
            names = heading_names(entity, shown, expansion.added_names())
            address = entity.path.removesuffix(".md").removesuffix("index").strip("/")
            article = fixed_pages[("" if language == "nl" else "en/") + address].find("article")
            assert isinstance(article, Tag)
            there = {str(tag["id"]) for tag in article.find_all(id=True)}
            known = expansion.added_names() | {name.name for name in names}
            known |= {name.also for name in names if name.also}
            assert known <= there, entity.path
            if article.find(class_="book") is None:  # Where each page has its own part.
                found = {str(tag["id"]) for tag in article.select("h2[id], h3[id], h4[id]")}
                assert found <= known, entity.path
            seen += len(names)
    assert seen > 20


ADDRESSES = [
    *("mkb.md", "../themas/mkb.md", "./mkb.md", "mkb.en.md", "MKB.md", "mkb.html", "mkb", "mkb/"),
    *("index.md", "../index.md", "../", "..", "/themas/mkb.md", "../../README.md", "weg.md"),
    *("human-capital.md", "human%2Dcapital.md", "<human-capital.md>", "<human capital.md>"),
    *("../trekkers/rene-de-heer.md", "../bronnen.md", "../begrippen.md", "../kaart.png"),
    *("../Kaart.png", "../over/rapport.pdf", "../over/weg.pdf", "../feed.xml", "../weg.xml"),
    *("../data/catalogus.json", "mkb/feed.xml", "../robots.txt", "", "?a", "mkb.md?a=b"),
    *("www.example.org", "info@example.org", "https://example.org/", "https://münchen.de/ü"),
    *(
        "https://example.org/a'b(c)",
        "mailto:info@example.org",
        "mkb%20.md",
        "m\\kb.md",
        "kaart.en.png",
    ),
]
PLACES = [
    *(
        "",
        "",
        "",
        "#",
        "#trekkers",
        "#gevraagd",
        "#bronnen",
        "#mijlpalen",
        "#wat-er-later-gebeurde",
    ),
    *(
        "#what-happened-later",
        "#kop",
        "#Kop",
        "#kop_1",
        "#een-1",
        "#%C3%A9",
        "#fn:1",
        "#mkb",
        "#jaar-2021",
    ),
    *("#midden", "#begrippen", "#site:x", "#lezen"),
]
FORMS = [
    "[x]({0})", "[x]({0} 'Titel')", '[**x** y]({0} "T")', "![x]({0})", "[![x](../kaart.png)]({0})",
    "[x][a]\n\n[a]: {0}", "[x] ({0})", "[[{0}]]", "[x][{0}]", "[x]({0}", "- [x]({0})",
    "> [x]({0})", "| a |\n| --- |\n| [x]({0}) |", "## [x]({0})", "<{0}>", "[]({0})", "*[x]({0})*",
]  # fmt: skip


def random_links(number: int) -> Iterator[str]:
    """Yield bodies with a link, right or wrong; the same ones every time."""
    choices = random.Random(2021)
    for _ in range(number):
        address = choices.choice(ADDRESSES) + choices.choice(PLACES)
        yield f"{choices.choice(FORMS).format(address)}\n\n## Kop\n\n## Kop\n"


@pytest.mark.parametrize("number", [80, pytest.param(400, marks=pytest.mark.depth)])
def test_what_the_check_lets_pass_builds_without_a_warning_and_leads_somewhere(
    number: int, tmp_path: Path
) -> None:
    tree = with_later(tiny_tree()) | FILES
    for place, body in enumerate(random_links(number)):
        fields = PLAIN.replace("Los", f"Los {place}")
        tree[f"over/los-{place}.md"] = page(fields, body)
        if place % 3 == 0:
            tree[f"over/los-{place}.en.md"] = translation(
                f"Loose {place}", "A page of which nothing special is to be said.",
                tree[f"over/los-{place}.md"], body.replace("Kop", "Heading"),
            )  # fmt: skip
    for path in {item.place.path.removeprefix("docs/") for item in loaded(tree).problems}:
        address = path.removesuffix(".md").removesuffix(".en")
        tree.pop(f"{address}.md", None), tree.pop(f"{address}.en.md", None)
    assert loaded(tree).problems == ()
    assert number / 6 < sum(path.startswith("over/los") for path in tree) < number * 5 / 6

    done = build(write_site(tmp_path, tree), tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert list(dead_links(tmp_path / "site")) == []


def dead_links(site: Path) -> Iterator[str]:
    """Yield the links of the pages that lead to no file or place."""
    pages = Pages(site)
    for address in pages.addresses():
        for link in pages[address].select("article a[href]"):
            parts = urlsplit(str(link["href"]))
            if parts.scheme or parts.netloc:
                continue
            target = posixpath.normpath(posixpath.join("/", address, unquote(parts.path))).strip(
                "/"
            )
            file = site / target
            is_page = (file / "index.html").is_file()
            is_there = is_page or file.is_file()
            if is_page and parts.fragment:
                is_there = _is_on(pages[target], parts.fragment)
            if not is_there:
                yield f"{address}: {link['href']}"


def _is_on(soup: BeautifulSoup, fragment: str) -> bool:
    return soup.find(id=unquote(fragment)) is not None

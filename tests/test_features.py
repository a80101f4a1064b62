"""What editors may write beside plain Markdown comes out as HTML that says what it is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from hooks.taskforce.admonitions import ALIASES, KINDS
from hooks.taskforce.features import icons
from hooks.taskforce.features.keys import key_names
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.markup import active_content
from hooks.taskforce.rendering import first_active, first_difference, renderer
from hooks.taskforce.running_text.writing import for_python_markdown


def shown(text: str, language: Language = "nl") -> BeautifulSoup:
    """Return running text as the site shows it, after the site's own look at its safety."""
    assert first_active(text) is None
    html = renderer(language).convert(for_python_markdown(text))
    assert active_content(html) == []
    return BeautifulSoup(html, "html.parser")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the one element that fits."""
    found = page.select(selector)
    assert len(found) == 1, (selector, page)
    return found[0]


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


# Admonitions and details


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_an_admonition_has_the_word_and_icon_of_its_kind(name: str, language: Language) -> None:
    page = shown(f"!!! {name}\n    Tekst.\n", language)
    title = one(page, f"div.admonition.{name} > p.admonition-title")
    assert words(title) == KINDS[name].title.in_language(language)
    assert one(title, "svg[aria-hidden=true] > path")["d"]
    assert words(one(page, ".admonition > p:last-child")) == "Tekst."


def test_every_kind_has_a_word_and_a_shape_of_its_own() -> None:
    assert len({kind.icon for kind in KINDS.values()}) == len(KINDS)
    for language in LANGUAGES:
        assert len({kind.title.in_language(language) for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_an_admonition_by_another_name_is_of_the_same_kind(alias: str, name: str) -> None:
    expected = shown(f"!!! {name}\n    Tekst.\n")
    assert shown(f"!!! {alias}\n    Tekst.\n") == expected


def test_a_title_of_its_own_stands_behind_the_word_for_the_kind() -> None:
    for mark in ("!!!", "???"):
        page = shown(f'{mark} warning "Let *goed* op"\n    Tekst.\n')
        title = one(page, ".admonition-title, summary")
        assert words(title) == "Let op: Let goed op"
        assert one(title, ".visually-hidden").text == "Let op: "
        assert one(title, "em").text == "goed"


def test_an_admonition_without_title_has_the_word_for_its_kind() -> None:
    for mark in ("!!!", "???"):
        assert "Tip" in words(shown(f'{mark} tip ""\n    Tekst.\n'))


def test_details_are_closed_or_open_and_may_have_no_kind() -> None:
    page = shown('??? note\n    a\n\n???+ note\n    b\n\n??? "Meer"\n    c\n')
    closed, opened, plain = page.select("details")
    assert "open" not in closed.attrs
    assert "open" in opened.attrs
    assert words(one(closed, "summary")) == words(one(opened, "summary")) == "Opmerking"
    assert words(one(plain, "summary")) == "Meer"
    assert plain.find("svg") is None


def test_the_notation_in_code_stays_as_it_was_written() -> None:
    page = shown("```\n!!! warning\n- [x] a\n:material-check:\n```\n\n`++ctrl++`\n")
    assert one(page, "pre").text == "!!! warning\n- [x] a\n:material-check:"
    assert one(page, "p > code").text == "++ctrl++"


# Tabs, tasks, footnotes


def test_tabs_are_titled_parts_without_controls() -> None:
    page = shown(
        '=== "Een"\n\n    Eerste.\n\n=== "Twee *schuin*"\n\n    - item\n\n        === "Binnen"\n'
        "            Tekst.\n\nErna.\n"
    )
    outer = page.select("div.tabs")[0]
    panels = outer.find_all("div", class_="tabs__panel", recursive=False)
    assert [words(one(panel, ":scope > .tabs__title")) for panel in panels] == [
        "Een",
        "Twee schuin",
    ]
    assert words(one(panels[1], "li .tabs .tabs__title")) == "Binnen"
    assert page.find(["input", "label"]) is None
    assert words(page).endswith("Erna.")


@pytest.mark.parametrize("line", ['=== "VNG"', '??? "VNG"'])
def test_an_abbreviation_is_explained_below_a_title_that_opens_something(line: str) -> None:
    known = "*[VNG]: Vereniging"
    html = renderer("nl").convert(f"{line}\n\n    De VNG.\n\n{known}\n")
    page = BeautifulSoup(html, "html.parser")
    assert words(one(page, "p:has(> [tabindex])")) == "De VNG ."


@pytest.mark.parametrize(
    ("language", "names"),
    [("nl", ["gedaan", "nog te doen", "gedaan"]), ("en", ["done", "to do", "done"])],
)
def test_tasks_say_in_words_how_far_they_are(language: Language, names: list[str]) -> None:
    page = shown("- [x] a\n- [ ] b\n\n    - [X] **c**\n", language)
    boxes = page.select("li.task-list-item input[type=checkbox][disabled]")
    assert [box["aria-label"] for box in boxes] == names
    assert [box.has_attr("checked") for box in boxes] == [True, False, True]


def test_footnotes_lead_there_and_back_and_say_so() -> None:
    page = shown("a[^x] b[^y] c[^x]\n\n[^y]: Twee.\n[^x]: Een.\n")
    to_notes = page.select("a.footnote-ref")
    assert [(link.text, link["aria-label"]) for link in to_notes] == [
        ("1", "Voetnoot 1"),
        ("2", "Voetnoot 2"),
        ("1", "Voetnoot 1"),
    ]
    notes = one(page, '[role="doc-endnotes"]')
    assert notes["aria-label"] == "Voetnoten"
    assert [words(note).split(".")[0] for note in notes.select("li")] == ["Een", "Twee"]
    names = [str(link["aria-label"]) for link in notes.select('a[role="doc-backlink"]')]
    assert len(set(names)) == 3
    ids = {str(element["id"]) for element in page.select("[id]")}
    assert {str(link["href"]).removeprefix("#") for link in page.select("a")} <= ids
    assert "Footnote 1" in str(shown("a[^x]\n\n[^x]: b\n", "en"))


# Pictures, tables, code


def test_a_picture_alone_with_a_title_has_that_as_its_caption() -> None:
    page = shown('![Een *kaart*](kaart.png "De binnenstad van <Zwolle>")\n')
    figure = one(page, "figure")
    assert words(one(figure, "figcaption")) == "De binnenstad van <Zwolle>"
    assert "title" not in one(figure, "img").attrs
    linked = shown('[![Kaart](kaart.png "Zwolle")](themas/mkb.md)\n')
    assert one(linked, "figure > a > img")["alt"] == "Kaart"
    assert words(one(linked, "figure > figcaption")) == "Zwolle"


@pytest.mark.parametrize(
    "text",
    ["![Kaart](kaart.png)\n", '![Kaart](kaart.png "Zwolle") met tekst\n', 'Een\n![a](b.png "c")\n'],
)
def test_any_other_picture_stays_in_its_paragraph(text: str) -> None:
    page = shown(text)
    assert one(page, "p > img")
    assert page.find("figure") is None


def test_every_table_stands_in_a_box_that_can_scroll_and_none_in_two() -> None:
    table = "| a | b |\n| :- | -: |\n| 1 | 2 |\n"
    page = shown(f"{table}\n- item\n\n    {table.replace(chr(10), chr(10) + '    ')}\n")
    assert len(page.select("div.table-wrap > table")) == len(page.find_all("table")) == 2
    assert [cell["class"] for cell in page.select("th")[:2]] == [["align-left"], ["align-right"]]
    boxed = renderer("nl").convert(f'<div class="table-wrap x" markdown>\n\n{table}\n</div>\n')
    assert boxed.count("table-wrap") == 1


@pytest.mark.parametrize(
    ("heads", "row", "expected"),
    [
        ("| a | b |", "| Zwolle | 5 |", ["th", "th", "td", "td"]),
        ("| | 2021 |", "| Zwolle | 5 |", ["td", "th", "th", "td"]),
        ("| &nbsp; | 2021 |", "| **Zwolle** | |", ["td", "th", "th", "td"]),
        ("| | 2021 |", "| | 5 |", ["td", "th", "td", "td"]),
        ("| a | |", "| Zwolle | |", ["th", "td", "td", "td"]),
        ("| | |", "| Zwolle | 5 |", ["td", "td", "th", "td"]),
    ],
)
def test_no_head_is_empty_and_a_column_without_one_names_its_rows(
    heads: str, row: str, expected: list[str]
) -> None:
    text = f"{heads}\n|---|---|\n{row}\n"
    assert first_difference(text) is None
    cells = shown(text).select("th, td")
    assert [cell.name for cell in cells] == expected
    of_rows = [cell.get("scope") for cell in cells[2:] if cell.name == "th"]
    assert set(of_rows) <= {"row"}


def test_code_may_have_a_title() -> None:
    page = shown('```yaml title="a <b>"\nx: <y>\n```\n\n``` yaml\nz\n```\n\n```\nw\n```\n')
    titled = one(page, "figure")
    assert one(titled, "figcaption").text == "a <b>"
    assert one(titled, "pre > code.language-yaml").text == "x: <y>"
    assert [code.text for code in page.select("pre > code")] == ["x: <y>", "z", "w"]


# Within a line


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("==gemarkeerd==", "<mark>gemarkeerd</mark>"),
        ("~~doorgehaald~~", "<del>doorgehaald</del>"),
        ("^^ingevoegd^^", "<ins>ingevoegd</ins>"),
        ("H~2~O", "H<sub>2</sub>O"),
        ("m^2^", "m<sup>2</sup>"),
        ("1 + 1 == 2, ~50 tot ~60, C++ en ++", "1 + 1 == 2, ~50 tot ~60, C++ en ++"),
        ("12:30:45 en :30:", "12:30:45 en :30:"),
    ],
)
def test_marks_within_a_line(text: str, html: str) -> None:
    assert str(shown(text)) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("++ctrl+c++", ["Ctrl", "C"], ["Ctrl", "C"]),
        ("++alt+arrow-up++", ["Alt", "Pijl omhoog"], ["Alt", "Up arrow"]),
        ("++space++", ["Spatiebalk"], ["Space"]),
        ("++spatiebalk++", ["Spatiebalk"], ["Space"]),
        ('++"Opslaan"++', ["Opslaan"], ["Opslaan"]),
    ],
)
def test_keys_go_by_their_names(text: str, dutch: list[str], english: list[str]) -> None:
    for language, names in zip(LANGUAGES, (dutch, english), strict=True):
        page = shown(text, language)
        assert [key.text for key in page.select("kbd.keys > kbd")] == names


def test_every_name_of_a_key_is_one() -> None:
    for name in key_names():
        assert shown(f"++{name}++").find("kbd") is not None, name


# Icons


def test_an_icon_is_drawn_in_the_page_and_hidden_beside_its_words() -> None:
    for name in ("material-check", "octicons-check-16", "fontawesome-solid-check", "simple-git"):
        icon = one(shown(f"Klaar :{name}: nu"), "svg.icon")
        assert icon["aria-hidden"] == "true"
        assert icon.path is not None and icon.path["d"]


@pytest.mark.parametrize(("language", "said"), [("nl", ["ja", "nee"]), ("en", ["yes", "no"])])
def test_a_tick_and_a_cross_alone_in_a_cell_say_yes_and_no(
    language: Language, said: list[str]
) -> None:
    page = shown("| a | b |\n| - | - |\n| :material-check: | :octicons-x-16: |\n", language)
    assert [icon["aria-label"] for icon in page.select("td > svg[role=img]")] == said
    beside = one(shown("- :material-check: klaar\n", language), "svg")
    assert "aria-label" not in beside.attrs


def test_what_is_no_icon_stays_as_it_was_written() -> None:
    assert words(shown(":material-bestaat-niet: :../check:")) == (
        ":material-bestaat-niet: :../check:"
    )


def test_icons_are_known_by_name() -> None:
    names = icons.icon_names()
    assert len(names) > 10_000
    assert all(icons.drawing(name) is not None for name in names[::997])
    assert icons.drawing("material-../octicons/check-16") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("material-chek", "material-check"),
        ("mdi-check", "material-check"),
        ("material/check", "material-check"),
        ("fontawesome-check", "fontawesome-solid-check"),
        ("octicons-chek-16", "octicons-check-16"),
        ("material-qqqqqqqqqqqqq", None),
    ],
)
def test_the_nearest_icon(written: str, meant: str | None) -> None:
    assert icons.nearest_icon(written) == meant

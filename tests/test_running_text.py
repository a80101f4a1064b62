"""Running text comes out as GitHub shows it, or the check says so."""

from __future__ import annotations

import re
from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from hooks.taskforce.bodies import body_problems
from hooks.taskforce.documents import Document
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.rendering import first_difference, renderer
from hooks.taskforce.running_text.marks import without_marks
from hooks.taskforce.running_text.mistakes import DEEPEST
from hooks.taskforce.running_text.writing import for_python_markdown
from tests.builders import loaded, page, tiny_tree


def shown(body: str) -> str:
    """Return the HTML that the site makes of a body."""
    return renderer("nl").convert(for_python_markdown(body))


def rules(body: str) -> set[str]:
    """Return the rules that a body breaks."""
    lines = tuple(f"---\ntitle: x\n---\n{body}".split("\n"))
    return {
        problem.rule for problem in body_problems(Document("x.md", lines, body=body, body_line=4))
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- a\n  - b\n", "<li>a<ul>\n<li>b</li>"),
        ("1. a\n   - b\n", "<li>a<ul>\n<li>b</li>"),
        ("Tekst:\n- a\n- b\n", "<p>Tekst:</p>\n<ul>\n<li>a</li>"),
        ("Tekst:\n1. a\n2. b\n", "<p>Tekst:</p>\n<ol>\n<li>a</li>"),
        ("Tekst:\n| a | b |\n| - | - |\n| 1 | 2 |\n", "<p>Tekst:</p>\n<div"),
        ("1. a\n\nTekst\n\n2. b\n", '<ol start="2">'),
        ("1) a\n2) b\n", "<ol>\n<li>a</li>\n<li>b</li>"),
        ("1. a\n   ```\n   x\n   ```\n2. b\n", "<code>x</code></pre>\n</li>\n<li>b"),
        ("- a\n\n  b\n", "<p>a</p>\n<p>b</p>"),
        ("> a\nb\n", "<p>a\nb</p>\n</blockquote>"),
        ("> a\n\n> b\n", "</blockquote>\n<!-- -->\n\n<blockquote>"),
        ("a  \nb\\\nc\n", "a<br>\nb<br>\nc".replace("<br>", "<br />")),
        ("> a\\\n> b\n", "a<br />\nb"),
        ("> a  \n> b\n", "a<br />\nb"),
        ("- x\n\n  > a\\\n  > b\n", "a<br />\nb"),
        ("!!! note\n\n    > a\\\n    > b\n", "a<br />\nb"),
        ("Kop\n---\n", "<h2"),
        ("    code\n", "<code>code</code>"),
        ("~~~\na\n\n\nb\n~~~\n", "a\n\n\nb"),
        ("snake_case_naam en 2*3*4\n", "snake_case_naam en 2<em>3</em>4"),
        ("zie https://example.org/a_b_c.\n", '<a href="https://example.org/a_b_c">'),
        ("zie www.example.org, en\n", '<a href="https://www.example.org">'),
        ("mail info@example.org\n", 'href="mailto:info@example.org"'),
        ("[x][y]\n\n[y]: https://example.org/\n", '<a href="https://example.org/">x</a>'),
        ("[x](<https://example.org/a b>)\n", "https://example.org/a%20b"),
        ("2021\\. Het jaar\n", "<p>2021. Het jaar</p>"),
        ("3 < 4 & 5 > 2, {a} [b] ~c ^d\n", "<p>3 &lt; 4 &amp; 5 &gt; 2, {a} [b] ~c ^d</p>"),
        (":bike: en ✅\n", "🚲 en ✅"),
        ("> [!WARNING]\n> Pas op\n", '<div class="admonition warning">'),
        ("[^1] a\n\n[^1]: b\n", '<sup id="fnref:1">'),
        ("[^Noot] a\n\n[^noot]: b\n", '<sup id="fnref:noot">'),
        ("[TOC]\n", "<p>[TOC]</p>"),
        ('![a](b.png "c `d` [e](f) C:\\\\ en")\n', "<figcaption>c `d` [e](f) C:\\ en</figcaption>"),
        ('a [b](c.md "\'")\n', 'title="&#x27;">b'),
        ('![a](b.png "c&nbsp;d")\n', "<figcaption>c\N{NO-BREAK SPACE}d</figcaption>"),
        ('a [b](c.md "`d` **e** \\" :bike:")\n', 'title="`d` **e** &quot; :bike:">b'),
        (
            '!!! tip "a *b* `c` :bike: &quot; 1. ++x++"\n    d\n',
            "a <em>b</em> <code>c</code> 🚲 &quot; 1. <kbd",
        ),
        (
            '??? "snake_case ==a== :material-check: b"\n    c\n',
            "<summary>snake_case <mark>a</mark> <svg",
        ),
        ('=== "# a ** b [c] C:\\d"\n    e\n', '<p class="tabs__title"># a ** b [c] C:\\d</p>'),
    ],
)
def test_text_comes_out_as_github_shows_it(body: str, expected: str) -> None:
    assert rules(body) == set()
    assert expected in html_signs(shown(body))


@pytest.mark.parametrize(
    "body",
    [
        "5 ** 3, 2**10, f**k, a ** b ** c, noot** en \\*\\*zo\n",
        "**a**: b **c**, ***d*** en `**e`\n",
        "10:30:15, a:b:c, :noot:, :-), std::vector::x, :+1: en :smile:\n",
        "- [x](https://example.org)\n- [ ] a\n- [X] b\n- \\[] c\n- [d] e\n- `[]`\n",
        "> [!NOTE]\n> a\n\n> \\[!LETOP]\n\n> [a] b\n",
        "```\na\n```\n\n~~~~\n```\n~~~~\n\n```\n```\n",
        "- a\n\n  ```\n  x\n  ```\n- b\n\n> ```\n> x\n> ```\n",
        "!!! note\n\n    ```\n    x\n    ```\n",
        "```\nx\n```",
        "a | b\n",
        "Term\n:   Uitleg\n:   Nog een\n\nTerm: uitleg\n:-) en\n:bike: en\n\\: zo\n",
    ],
)
def test_signs_that_mean_themselves_are_no_slips(body: str) -> None:
    assert rules(body) == set()


@pytest.mark.parametrize(
    "body",
    ["Tel.\t070 1\n", "Postbus 1\\\nT\t070 1\\\nF\t070 2\n", "`a\tb`\n`c\td`\n", "a\tb\tc\n"],
    ids=["word that was shortened", "lines that were ended", "code", "one line"],
)
def test_not_every_tab_is_of_a_list_or_a_table(body: str) -> None:
    assert rules(body) == set()


def html_signs(html: str) -> str:
    """Return HTML with the entities for signs that Markdown knows as those signs."""
    return re.sub(r"&#(\d+);", lambda match: escape(chr(int(match[1]))), html)


SUMMARY = "summary: Een pagina waarop niets bijzonders staat.\n"
CITED = page(
    f"title: Los\n{SUMMARY}sources: [vng-2021]\n",
    "Een feit.[^canvas-2021] Nog een.[^vng-2021] Weer.[^canvas-2021] Noot.[^1]\n\n[^1]: Tekst.\n",
)


def made_of(text: str) -> BeautifulSoup:
    """Return what the site shows of a page."""
    known = loaded(tiny_tree() | {"los.md": text})
    assert not known.problems
    markdown = expanded(known.catalogue, known.catalogue.by_path["los.md"], "nl", read_templates())
    return BeautifulSoup(renderer("nl").convert(markdown), "html.parser")


def test_sources_are_numbered_and_listed_as_the_text_cites_them() -> None:
    made = made_of(CITED)
    citations = [(link.get_text(), link["href"]) for link in made.select(".citation a")]
    assert citations == [
        ("[bron 1]", "#bron:canvas-2021"),
        ("[bron 2]", "#bron:vng-2021"),
        ("[bron 1]", "#bron:canvas-2021"),
    ]
    places = [item.span["id"] for item in made.select(".sources ol > li") if item.span]
    assert places == ["bron:canvas-2021", "bron:vng-2021"]
    assert len(made.select(".footnote li")) == 1
    (note,) = made.select("a.footnote-ref")
    assert (note.get_text(), note["aria-label"]) == ("1", "Voetnoot 1")


def test_sources_that_are_not_cited_come_last_and_without_numbers_where_none_is() -> None:
    fields = f"title: Los\n{SUMMARY}sources: [vng-2021, canvas-2021]\n"
    made = made_of(page(fields, "Een feit.[^canvas-2021]\n"))
    assert [link.get_text() for link in made.select(".citation a")] == ["[bron 1]"]
    places = [item.span["id"] for item in made.select(".sources ol > li") if item.span]
    assert places == ["bron:canvas-2021", "bron:vng-2021"]
    made = made_of(page(fields))
    assert not made.select(".citation, .sources ol")
    places = [item.span["id"] for item in made.select(".sources ul > li") if item.span]
    assert places == ["bron:vng-2021", "bron:canvas-2021"]


def test_a_citation_of_no_source_names_the_nearest() -> None:
    (problem,) = loaded(
        tiny_tree() | {"los.md": CITED.replace("canvas-2021", "canvas-2012")}
    ).problems
    assert problem.rule == "no-footnote"
    assert "[^canvas-2021]" in problem.remedy.nl


@pytest.mark.parametrize(
    ("body", "element"),
    [
        ("".join(f"{'  ' * level}- niveau\n" for level in range(DEEPEST)), "ul"),
        ("1. " * DEEPEST + "niveau\n", "ol"),
        ("> " * DEEPEST + "niveau\n", "blockquote"),
        ("> - " * (DEEPEST // 2) + "niveau\n", "ul, blockquote"),
    ],
)
def test_all_levels_that_may_stand_within_one_another_are_shown(body: str, element: str) -> None:
    assert rules(body) == set()
    made = BeautifulSoup(shown(body), "html.parser")
    assert len(made.select(element)) == DEEPEST
    assert made.get_text().count("niveau") == body.count("niveau")


def test_tight_and_loose_lists_stay_what_they_are() -> None:
    assert "<p>" not in shown("- a\n- b\n  - c\n")
    assert "<p>" not in shown("- a\n  ```\n  x\n  ```\n- b\n")
    assert shown("- a\n\n- b\n").count("<p>") == 2


def test_code_keeps_its_white_space() -> None:
    assert "a\tb\n  \nc" in shown("```\na\tb\n  \nc\n```\n")


def test_an_export_holds_no_marks() -> None:
    written = without_marks(for_python_markdown("- a\n  ```\n  x\ty\n  ```\n- b\n"))
    assert written.isprintable() or set(written) - {"\n", "\t"} <= set(map(chr, range(32, 127)))


PIECES = st.sampled_from(
    [
        *("- ", "1. ", "  ", "    ", "\n", "\n\n", "\n", "\n", "> ", "`", "``", "*", "**", "_"),
        *("~", "~~", "==", "^", "^^", "++", "[x](https://a.nl)", "![x](a.png)", '[x](a.md "'),
        *('![x](a.png "', '")', "1)", "+ ", "\t", "| a | b |\n|---|---|\n| 1 | 2 |", "```\n"),
        *("~~~\n", "## Kop", "---", "Term\n", "VNG", "!!! note\n    ", "??? tip\n    "),
        *('=== "A"\n    ', '!!! note "', '??? "', '"\n    b', "- [ ] ", "- [x] ", "[^1]", "a"),
        *("\n[^1]: noot", "b c", "12:30", ":   def", ":material-check:", "\\", "\\\n", "  \n"),
        *("&amp;", "&nbsp;", "https://x.nl/a_b", "a@b.nl", "www.x.nl", "(", ")", "!", "|", "é"),
        *("+", "-", "'", '"', "✅", "*schuin*", "**vet**", "`code`", "\\*", "&#42;", "#", "1."),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_what_the_check_accepts_shows_as_on_github(body: str) -> None:
    if not rules(body):
        assert first_difference(body) is None

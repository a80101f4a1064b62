"""Whatever stands in a file, reading it gives pages and problems; it never fails.

And what the check lets pass means to MkDocs what it means here.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import ImpossibleDateError, NotADateError, PartialDate
from hooks.taskforce.languages import LANGUAGES, Text, fields_of
from hooks.taskforce.loading import Loaded, load_files
from hooks.taskforce.problems import Place, Problem, as_github, as_json, as_text
from hooks.taskforce.reading import Files
from hooks.taskforce.rules import ALL
from tests.builders import Tree, as_bytes, loaded, page, tiny_tree

TINY = {path: as_bytes(text) for path, text in tiny_tree().items()}
PATHS = st.sampled_from(
    [
        *("los.md", "themas/los.md", "trekkers/los.md", "resultaten/los.md", "organisaties/los.md"),
        *("begrippen.md", "bronnen.md", "themas/human-capital.en.md", "los.en.md"),
    ]
)


def read(path: str, content: bytes) -> Loaded:
    """Return what the tiny tree with one file holds, after a look at everything in it."""
    result = load_files(Files(TINY | {path: content}))
    assert isinstance(result.catalogue, Catalogue)
    lines = lines_of(content)
    for problem in result.problems:
        if problem.place.path == f"docs/{path}":
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    for show in (as_text, as_github, as_json):
        show(result.problems).encode()
    if not result.problems and path == "los.md":
        assert_means_the_same_to_mkdocs(result, content)
    return result


def lines_of(content: bytes) -> list[str]:
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def assert_means_the_same_to_mkdocs(result: Loaded, content: bytes) -> None:
    ours = result.catalogue.by_path["los.md"].version("nl")
    body, data = get_data(content.decode("utf-8-sig"))
    assert body == ours.body.lstrip("\n")
    for name, value in (("title", ours.title), ("summary", ours.summary)):
        assert isinstance(data[name], str)
        assert " ".join(data[name].split()) == value


# --- any file -------------------------------------------------------------------------------

NAMES = [
    *("title", "summary", "order", "themes", "makers", "partners", "leads", "sources"),
    *("milestones", "links", "terms", "kind", "standing", "progress", "date", "probable"),
    *("municipality", "office", "translates", "overview", "id", "nl", "en", "theme", "taskforce"),
    *("from", "until", "source", "url", "<id>", "<source>", "<<", "1", "~", "no", "😀"),
]
WORDS = [
    *("mkb", "human-capital", "vng", "vng-2021", "zwolle", "agenda", "published", "2021"),
    *("2021-03", "2021-02-30", "2021-13-01", "0", "-1", "1.2", ".inf", ".nan", "1e400", "0x1F"),
    *("010", "12:30", "no", "yes", "true", "~", "null", "=", "<<", "https://vng.nl/"),
    *("http://vng.nl", "javascript:alert(1)", "https://[x", "@x", "%x", "`x`", "&", "*", "!", "|"),
    *(">", "-", "?", "Ab", "é", "😀", "\xa0", "\u200b", "\u2028", "\x85", "\ufeff", "\x00", "\x1b"),
]
GLUE = (
    *("\n", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\t", "\r\n", " ", ": ", ": ", ":"),
    *(", ", "{", "}", "[", "]", "'", '"', " #", "# ", "&a ", "*a ", "!!str ", "!x ", "!<", "| "),
    *(">-", "\\x00", "\\ud800", "\\UFFFFFFFF", "\\N", "\\q", "? ", "---\n", "...\n", "--- "),
    "%YAML 1.1\n",
)
yaml_like = st.lists(st.sampled_from((*NAMES, *WORDS, *GLUE)), max_size=40).map("".join)
field_like = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from([": ", ":", ":\n  - ", ": {nl: ", ": [", ": |\n  "]),
        yaml_like,
    ),
    max_size=6,
).map(lambda fields: "".join(f"{name}{glue}{value}\n" for name, glue, value in fields))


@given(PATHS, st.binary(max_size=200))
@example("los.md", b"\xff\xfe-\x00-\x00-\x00")
@example("los.md", "---\ntitle: é\n---\n".encode("utf-16"))
@example("los.md", b"---\n---")
@example("los.md", b"---\r---\r\r")
def test_any_bytes_are_read(path: str, content: bytes) -> None:
    read(path, content)


@given(PATHS, st.binary(max_size=200))
def test_any_bytes_between_fences_are_read(path: str, content: bytes) -> None:
    read(path, b"---\ntitle: x\n" + content + b"\n---\n")


@given(PATHS, st.text(max_size=200))
def test_any_text_between_fences_is_read(path: str, text: str) -> None:
    read(
        path,
        page(f"title: x\nsummary: Een pagina waarop niets bijzonders staat.\n{text}\n").encode(),
    )


@given(PATHS, st.one_of(yaml_like, field_like))
def test_anything_like_front_matter_is_read(path: str, fields: str) -> None:
    read(path, page(f"{fields}\n").encode("utf-8", "replace"))
    read(
        path,
        page(f"title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n{fields}\n").encode(
            "utf-8", "replace"
        ),
    )


values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(),
        st.sampled_from(WORDS),
        st.text(max_size=20),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=5)), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(
    PATHS,
    st.dictionaries(st.sampled_from(NAMES), values, max_size=8),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, '"', "'", "|"]),
)
def test_any_data_as_front_matter_is_read(
    path: str, data: dict[str, Any], flow: bool | None, style: str | None
) -> None:
    fields = yaml.safe_dump(data, default_flow_style=flow, default_style=style, allow_unicode=True)
    read(path, page(fields).encode("utf-8", "replace"))


MARKDOWN = (
    *("\n", "\n\n", " ", "a", "# ", "## ", "===", "- ", "> ", "    ", "`", "``", "```", "~~~"),
    *("\\", "<b>", "</b>", "<!--", "-->", "<", ">", "{", "}", "{: .x }", "{#x}", "[", "]", "("),
    *(")", "[x](", "[x]: ", "https://a.nl", "http://a.nl", "javascript:x", "java\tscript:x"),
    *("&#58;", "../a.md", "|", "---", "!!! note\n", "[^1]", "[^`]: ", "*[X]: ", "\t", "\x0c"),
    "\u2028",
)


@given(st.lists(st.sampled_from(MARKDOWN), max_size=25).map("".join))
def test_any_running_text_is_read(body: str) -> None:
    read(
        "los.md",
        page("title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n", body).encode(),
    )


# --- what passes means the same to MkDocs ---------------------------------------------------

SENTENCES = st.one_of(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60),
    st.lists(
        st.sampled_from(["De", "stad", ":", " ", "#", "'", '"', "no", "2021", "-", "é", "{", ","]),
        min_size=1,
        max_size=12,
    ).map("".join),
)


@given(SENTENCES, SENTENCES, st.sampled_from([None, '"', "'", "|", ">"]), st.integers(5, 80))
def test_text_that_yaml_wrote_is_read_as_it_was_meant(
    title: str, summary: str, style: str | None, width: int
) -> None:
    fields = yaml.safe_dump(
        {"title": title, "summary": summary}, default_style=style, width=width, allow_unicode=True
    )
    result = read("los.md", page(fields.replace("!!str ", "")).encode())
    if not result.problems:
        version = result.catalogue.by_path["los.md"].version("nl")
        assert version.title == " ".join(title.split())
        assert version.summary == " ".join(summary.split())


@given(
    st.lists(st.sampled_from(["\n", "---\n", "...\n", "--- \n", "title: x\n", "tekst\n", " "])).map(
        "".join
    )
)
def test_a_fence_in_the_text_divides_nothing(body: str) -> None:
    content = page("title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n", body)
    problems = read("los.md", content.encode()).problems
    # Fields below the fields are told; they are none.
    assert {(problem.field, problem.rule) for problem in problems} <= {("text", "second-block")}


# --- dates ----------------------------------------------------------------------------------

DATES = st.dates(min_value=PartialDate(1900).earliest, max_value=PartialDate(2100).latest).flatmap(
    lambda date: st.sampled_from(
        [
            PartialDate(date.year),
            PartialDate(date.year, date.month),
            PartialDate(date.year, date.month, date.day),
        ]
    )
)


@given(DATES)
def test_a_date_that_is_written_and_read_is_the_same(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(DATES, DATES)
def test_dates_are_in_the_order_of_the_days_they_can_mean(
    one: PartialDate, other: PartialDate
) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    if one.latest < other.earliest:
        assert one < other
    if one < other:
        assert one.earliest <= other.earliest
        if one.earliest == other.earliest:
            assert one.latest > other.latest


@given(DATES)
def test_a_date_is_shown_no_more_precisely_than_it_is_known(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    for language in LANGUAGES:
        numbers = re.findall(r"\d+", date.in_words(language))
        assert numbers == [str(part) for part in (date.day, date.year) if part is not None]


@given(
    st.one_of(
        st.text(max_size=12),
        st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}([-/. ][0-9]{1,4})?", fullmatch=True),
    )
)
def test_any_text_is_a_date_or_is_not_one(text: str) -> None:
    try:
        assert str(PartialDate.parse(text)) == text
    except NotADateError as error:
        if error.suggestion is not None:
            assert PartialDate.parse(str(error.suggestion)) == error.suggestion
    except ImpossibleDateError:
        pass


# --- a whole site ---------------------------------------------------------------------------

PARTS = ("mijlpalen", "bronnen", "gevraagd", "trekkers", "resultaten", "x")


def linked_tree() -> Tree:
    """The tiny tree, with a page that links to parts of all pages."""
    tree = tiny_tree()
    links = "".join(f"[x]({path}#{part})\n" for path in tree for part in PARTS)
    fields = "title: Wegen\nsummary: Een pagina die naar alle andere pagina's leidt.\n"
    return tree | {"wegen.md": page(fields, links)}


LINKED = linked_tree()
DAMAGE = (
    *("", "x", ":", ": ", "- ", "[", "{a: b}", '"', "#"),
    *("\t", "2021", "~", "*a", "12 en 13 maart ", "vng-2021", "mkb", "[x](a.md#b)"),
)
"""What comes in the place of a word."""


@st.composite
def damaged(draw: st.DrawFn) -> Tree:
    """A tree in which some lines have gone, stand twice, or have other words."""
    tree = dict(LINKED)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(tree)))
        lines = tree[path].split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        words = re.split(r"(\W+)", lines[at])
        word = draw(st.integers(0, len(words) - 1))
        words[word] = draw(st.sampled_from(DAMAGE))
        lines[at : at + 1] = draw(st.sampled_from([["".join(words)], [], [lines[at]] * 2]))
        tree[path] = "\n".join(lines)
    return tree


@given(damaged())
def test_a_damaged_site_is_told_and_ends_nothing(tree: Tree) -> None:
    loaded(tree)


# --- how problems are shown -----------------------------------------------------------------

ANYTHING = st.text(st.characters(), max_size=90)

TEMPLATE_NAMES = {
    name
    for rule in ALL.values()
    for text in (rule.message, rule.remedy)
    for template in text.by_language.values()
    for name in fields_of(template)
}
"""What the templates of the rules are filled in with."""


@st.composite
def any_problem(draw: st.DrawFn) -> Problem:
    place = Place(
        draw(st.text(min_size=1, max_size=30)),
        draw(st.integers(1, 10**6)),
        draw(st.integers(1, 300)),
        draw(st.integers(1, 300)),
    )
    rule = ALL[draw(st.sampled_from(sorted(ALL)))]
    values: dict[str, str | Text] = dict.fromkeys(TEMPLATE_NAMES, draw(ANYTHING))
    return rule.problem(place, draw(ANYTHING), draw(ANYTHING), **values)


PROBLEMS = st.lists(any_problem(), max_size=4)


@given(PROBLEMS)
def test_problems_as_json_can_be_read_back(problems: list[Problem]) -> None:
    rows = json.loads(as_json(problems))
    assert [(row["path"], row["line"], row["column"], row["rule"]) for row in rows] == [
        (item.place.path, item.place.line, item.place.column, item.rule) for item in problems
    ]
    for row in rows:
        assert set(row["message"]) == set(row["remedy"]) == set(LANGUAGES)


@given(PROBLEMS)
def test_problems_for_github_take_one_line_each(problems: list[Problem]) -> None:
    lines = as_github(problems).splitlines()
    assert len(lines) == len(problems)
    for line, problem in zip(lines, problems, strict=True):
        match = re.fullmatch(r"::error file=[^,:]*,line=(\d+),col=(\d+),title=[^,:]*::(.+)", line)
        assert match is not None
        assert (int(match[1]), int(match[2])) == (problem.place.line, problem.place.column)
        assert match[3].count("%0A") == len(LANGUAGES) - 1


@given(PROBLEMS)
def test_problems_as_text_begin_with_a_line_that_editors_parse(problems: list[Problem]) -> None:
    text = as_text(problems)
    assert all(letter.isprintable() or letter == "\n" for letter in text)
    first = [line for line in text.split("\n") if line and not line.startswith("  ")]
    assert len(first) == len(problems)
    for line, problem in zip(first, problems, strict=True):
        where = f":{problem.place.line}:{problem.place.column}: {problem.field}: "
        assert where in line
        assert line.endswith(f" [{problem.rule}]")

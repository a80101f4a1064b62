"""What is hostile is stopped at its source with file and line, and once more in what is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from hooks.engine.policy import POLICY
from hooks.engine.security import file_problems
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.loading import load
from hooks.taskforce.markup import active_content
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.problems import Problem
from hooks.taskforce.rendering import EXTENSIONS, SETTINGS, renderer
from hooks.taskforce.running_text.writing import for_python_markdown
from hooks.taskforce.svg import first_unsafe
from tests.builders import MARKER, Tree, alone, loaded, marked_places, page, tiny_tree
from tests.conftest import ROOT, build
from tests.hostile_inputs import HARMLESS, File, Text, files, texts
from tests.small_site import build_unchecked, write_site

TEXTS, FILES = texts(), files()


# MkDocs prints why it stops on standard output.


def path_of(text: Text) -> str:
    return f"over/kwaad-{text.name}.md"


def page_with(name: str, body: str) -> str:
    return page(
        f"title: Proef {name}\nsummary: Een proef die laat zien wat er gebeurt met {name}.\n",
        f"{body}\n",
    )


def hostile_tree() -> Tree:
    return tiny_tree() | {path_of(text): page_with(text.name, text.body) for text in TEXTS}


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    binary = {file.path: file.content for file in FILES}
    return write_site(tmp_path_factory.mktemp("hostile"), hostile_tree(), binary)


# At the source


@pytest.fixture(scope="module")
def problems(hostile_site: Path) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in load(hostile_site / "docs").problems:
        found.setdefault(problem.place.path, []).append(problem)
    return found


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_text_is_found_in_its_place(text: Text, problems: dict[str, list[Problem]]) -> None:
    found = problems.get(f"docs/{path_of(text)}", [])
    (line, _), *_ = marked_places(page_with(text.name, text.body))
    rules = {(problem.rule, problem.place.line) for problem in found}
    assert (text.rule, line) in rules if text.rule else not found, found


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_text_puts_nothing_into_the_page_even_where_no_check_stops_it(text: Text) -> None:
    body = text.body.replace(MARKER, "")
    made = renderer("nl").convert(for_python_markdown(body))
    found = active_content(made)
    assert all(reason.startswith("address in") for reason, _ in found) if text.active else not found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_file_is_found(file: File, problems: dict[str, list[Problem]]) -> None:
    found = problems.get(f"docs/{file.path}", [])
    assert (file.rule, file.line) in {(item.rule, item.place.line) for item in found}, found


def test_nothing_else_is_found(problems: dict[str, list[Problem]]) -> None:
    hostile = {f"docs/{path_of(text)}" for text in TEXTS} | {f"docs/{file.path}" for file in FILES}
    assert set(problems) <= hostile


@pytest.mark.parametrize("body", HARMLESS)
def test_what_only_looks_hostile_is_allowed(body: str) -> None:
    found = loaded(tiny_tree() | {"over/proef.md": page_with("goed", body)}).problems
    assert not found


def test_a_build_stops_and_says_where(hostile_site: Path, tmp_path: Path) -> None:
    done = build(hostile_site, tmp_path / "site")
    assert done.returncode == 1
    assert not (tmp_path / "site").exists()
    for text in filter(lambda text: text.rule, TEXTS):
        (line, _), *_ = marked_places(page_with(text.name, text.body))
        said = rf"^docs/{re.escape(path_of(text))}:{line}:\d+: text: .*\[{text.rule}\]$"
        assert re.search(said, done.stdout, re.MULTILINE), text.name
    for file in FILES:
        said = rf"^docs/{re.escape(file.path)}:{file.line}:1: .*\[{file.rule}\]$"
        assert re.search(said, done.stdout, re.MULTILINE), file.path


# In what is built


@pytest.fixture(scope="module")
def refusals(hostile_site: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files that the check on the site refuses when the one on the sources is switched off."""
    target = tmp_path_factory.mktemp("unchecked") / "site"
    done = build_unchecked(hostile_site, target, off="sources")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    assert not target.exists()
    return {match[1] for match in re.finditer(r"^([^:\n]+\.\w+): \S.*$", done.stdout, re.MULTILINE)}


@pytest.mark.parametrize("text", [text for text in TEXTS if text.active], ids=lambda t: t.name)
def test_text_is_refused_in_the_site(text: Text, refusals: set[str]) -> None:
    address = path_of(text).removesuffix(".md")
    assert f"{address}/index.html" in refusals
    assert f"en/{address}/index.html" in refusals


@pytest.mark.parametrize("file", [file for file in FILES if file.active], ids=lambda f: f.path)
def test_file_is_refused_in_the_site(file: File, refusals: set[str]) -> None:
    assert file.path in refusals


def test_harmless_pages_are_not_refused(refusals: set[str]) -> None:
    expected = {path_of(text).removesuffix(".md") + "/index.html" for text in TEXTS}
    expected |= {f"en/{path}" for path in expected} | {file.path for file in FILES}
    assert {path for path in refusals if path not in expected} == set()


@pytest.mark.parametrize(
    "tag",
    [
        '<p title="a>b">',
        '<p title="a<b">',
        "<p title=`a`>",
        '<p title="a"onclick="x">',
        '<p/onclick="x">',
        '<p class="a" class="b">',
        "<p\x0bonclick=x>",
        "<a href='jav\tascript:x'>",
        '<a href=" javascript:x">',
        '<a href="\x01javascript:x">',
        '<a href="\\\\evil.example">',
        '<a href="/\t/evil.example">',
        "<!--->",
        "<!-- <!-- -->",
        "<!-- --!> -->",
        "<script></script>",
        '<script src="https://evil.example/x.js"></script>',
        '<script src="x.csv"></script>',
        '<script src="assets/x.js?callback=alert"></script>',
        '<script type="text/plain" src="assets/x.js"></script>',
        '<script type="application/json">{"a": "<!--<script>"}</script>',
        '<script type="speculationrules">{}</script>',
        '<script type="importmap">{}</script>',
        '<link rel="stylesheet" href="//evil.example/x.css">',
        '<link rel="canonical stylesheet" href="https://evil.example/x.css">',
        '<img srcset="a.png 1x, https://evil.example/b.png 2x">',
        '<path fill="url(https://evil.example/x)">',
        '<use href="other.svg#a">',
        '<use xlink:href="https://evil.example/#a">',
        '<form action="https://evil.example/">',
        "<custom-element>",
        "<p",
        "</p onclick=x",
    ],
)
def test_tag_is_refused(tag: str) -> None:
    assert active_content(f"<div>{tag}</div>")


@pytest.mark.parametrize(
    "tag",
    [
        "<!-- x - y -->",
        "<p class='a\" onclick=x'>",
        "<p class=a hidden>x</p>",
        "<input disabled value='x y'/>",
        '<a href="https://example.org/?a=1&amp;b=2" title="&lt;b&gt;">x</a>',
        '<a href="../../themas/mkb/#kop">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<link rel="alternate " hreflang="en" href="https://example.org/en/">',
        '<script src="../../assets/js/page.js" type="module"></script>',
        '<script src="/taskforce/assets/js/page.js"></script>',
        '<script type="application/ld+json">{"a": "\\u003cb>"}</script>',
        '<svg viewBox="0 0 1 1"><path fill="url(#a)" d="M0 0"/><use href="#b"/></svg>',
        '<img src="x.png" srcset="x.png 1x, y.png 2x" alt="">',
    ],
)
def test_tag_is_allowed(tag: str) -> None:
    assert active_content(f"<!doctype html><div>{tag}</div>") == []


def test_page_begins_with_the_policy() -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    start = '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
    assert file_problems("x/index.html", f"{start}{policy}</head></html>".encode()) == []
    for wrong in (
        f"{start}</head></html>",
        f'{start}<link rel="icon" href="x.png">{policy}</head></html>',
        f"{start}{policy.replace('none', 'self')}</head></html>",
        f"{start}{policy}{policy}</head></html>",
    ):
        assert file_problems("x/index.html", wrong.encode())
    assert file_problems("x/index.html", b"\xff")


def test_ordinary_pictures_are_allowed() -> None:
    drawing = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand, see https://example.org -->\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'viewBox="0 0 9 9"><title>Zie https://example.org</title>'
        "<style>@media (prefers-color-scheme: dark) {.a {fill: url(#g)}}</style>"
        '<defs><linearGradient id="g"><stop offset="1" style="stop-color:#fff"/></linearGradient>'
        '</defs><g class="a"><path d="M0 0"/></g><use xlink:href="#g"/></svg>'
    )
    assert first_unsafe(drawing.encode()) is None


# Fuzzed


def test_the_check_renders_as_the_site_does() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert list(EXTENSIONS) == config.markdown_extensions
    settings_of_site = {
        name: options for name, options in config.mdx_configs.items() if name != "toc"
    }
    assert settings_of_site == SETTINGS


PIECES = st.sampled_from(
    [
        *(*"`<>\\[](){}!\"'#*_|:&;~=-\n\t ", "``", "```", "```\n", "\n```\n", "~~~\n", "\n\n"),
        *("\n    ", "\n>", "\n- ", "\n1. ", "  \n", "<script>", "</script>", "<img src=x onerror="),
        *("<b onclick=", "<!--", "-->", "<svg/", "<div markdown='1'>", "</div>", "<?", "?>"),
        *("<![CDATA[", "]]>", "<a href=", "<https://", "javascript:", "java&#115;cript:"),
        *("&colon;", "&#58;", "&lt;", "data:text/html,", "//", "https://example.org"),
        *("{: onclick=", "{onclick=", "{: #a }", "{ .x", " }", "style=", "[x](", "](", "[x]: "),
        *("[x][y]", "[y]: ", "![", "[^1]", "[^1]: ", "[^`]: ", "*[VNG]: ", "## ", "\n## kop {#a}"),
        *("!!! note ", "\n    ", "| a | b |\n| :- | -: |\n| ", "term\n:   ", "alert(1)", "VNG"),
        *("a", "b c", "12:30", "`<b>`", "``<script>``", "`javascript:x`"),
    ]
)
TEXT = st.lists(PIECES, min_size=1, max_size=14).map("".join)
VALUE = st.one_of(
    st.lists(PIECES, min_size=1, max_size=6).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
)


def rendered(tree: Tree, only: str = "") -> list[tuple[str, str]]:
    """Return the HTML of the pages of a tree without problems, as the site's settings make it."""
    known = loaded(tree)
    if known.problems:
        return []
    templates = read_templates()
    made = []
    for entity in known.catalogue.entities:
        if only not in ("", entity.path):
            continue
        for language in LANGUAGES:
            text = expanded(known.catalogue, entity, language, templates)
            made.append((f"{language} {entity.path}", renderer(language).convert(text)))
    return made


def quoted(text: str) -> str:
    """Return the text as a YAML string in double quotes."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).strip()


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(TEXT)
def test_text_that_passes_the_check_makes_nothing_active(text: str) -> None:
    tree = tiny_tree()
    known = loaded(alone("over/proef.md", page_with("x", text)))
    if known.problems:
        return
    tree["over/proef.md"] = page_with("x", text)
    for name, made in rendered(tree, only="over/proef.md"):
        assert active_content(made) == [], (name, made)


# An example is a whole site, and making it smaller takes longer than reading it.
@settings(
    max_examples=settings().max_examples // 8,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(VALUE, min_size=12, max_size=12))
def test_fields_make_nothing_active(values: list[str]) -> None:
    replaced = [
        ("themas/mkb.md", "title: MKB"),
        ("themas/mkb.md", "summary: Wat de taskforce doet voor het midden- en kleinbedrijf."),
        ("themas/mkb.md", "nl: Geld voor advies"),
        ("resultaten/actieplan.md", "nl: elke gemeente zelf"),
        ("resultaten/welvaart-canvas.md", "title: Canvas"),
        ("resultaten/welvaart-canvas.md", "publisher: VNG"),
        ("trekkers/rene-de-heer.md", "nl: wethouder Economie"),
        ("organisaties/vng.md", "abbreviation: VNG"),
        ("organisaties/vng.md", "title: Vereniging van Nederlandse Gemeenten"),
        ("begrippen.md", "nl: Bedrijven met minder dan 250 mensen"),
        ("begrippen.md", "nl: midden- en kleinbedrijf"),
        ("bronnen.md", 'title: "Taskforce: van start"'),
    ]
    tree = tiny_tree()
    for (path, old), value in zip(replaced, values, strict=True):
        key = old.split(": ")[0]
        changed = tree[path].replace(old, f"{key}: {quoted(value)}", 1)
        # One field that may not be so does not keep the others from being tried.
        if not loaded(tree | {path: changed}).problems:
            tree[path] = changed
    made = rendered(tree)
    assert made
    for name, text in made:
        assert active_content(text) == [], (name, text)


@pytest.mark.depth  # test_fuzz.py builds a site of hostile words too
def test_a_site_of_fuzzed_pages(tmp_path: Path) -> None:
    """What passes the check on the sources passes the one on the site, and two other parsers."""
    bodies: list[str] = []

    @settings(max_examples=250, database=None, derandomize=True)
    @given(TEXT)
    def collect(text: str) -> None:
        if not loaded(alone("over/proef.md", page_with("x", text))).problems:
            bodies.append(text)

    collect()
    assert len(bodies) > 40
    tree = tiny_tree() | {
        f"over/proef-{number}.md": page_with(str(number), body)
        for number, body in enumerate(dict.fromkeys(bodies))
    }
    root = write_site(tmp_path / "root", tree)
    done = build_unchecked(root, tmp_path / "site", off="sources")
    assert done.returncode == 0, done.stderr
    for number in range(len(dict.fromkeys(bodies))):
        content = (tmp_path / "site" / f"over/proef-{number}/index.html").read_text("utf-8")
        for parser in ("html.parser", "lxml"):
            article = BeautifulSoup(content, parser).find("article")
            assert article is not None
            for element in article.find_all(True):
                assert element.name not in {"script", "style", "iframe", "base", "meta", "object"}
                for name, value in element.attrs.items():
                    assert not name.lower().startswith("on"), element
                    assert name != "style", element
                    assert "script:" not in re.sub(r"\s", "", str(value)).lower() or (
                        name not in {"href", "src", "action"}
                    ), element

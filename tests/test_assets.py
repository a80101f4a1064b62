"""Styles and scripts are sent without comments and white space, and say the same."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_javascript
from playwright.sync_api import Browser
from tree_sitter import Language, Node, Parser

from hooks.engine.assets import packed, read

DOCS = Path(__file__).parent.parent / "docs"
SCRIPTS = sorted((DOCS / "assets/js").rglob("*.js"))
SHEETS = sorted((DOCS / "assets/css").rglob("*.css"))
PARSER = Parser(Language(tree_sitter_javascript.language()))

RULES = """sheet => {
    const read = new CSSStyleSheet();
    read.replaceSync(sheet);
    return [...read.cssRules].map(rule => rule.cssText);
}"""


def meaning(script: bytes) -> Iterator[tuple[int, str, bytes]]:
    """Yield what a program consists of: how deep each part stands, its kind, and its words."""

    def parts(node: Node, depth: int) -> Iterator[tuple[int, str, bytes]]:
        if node.type != "comment":
            yield depth, node.type, b"" if node.children else node.text or b""
            for child in node.children:
                yield from parts(child, depth + 1)

    root = PARSER.parse(script).root_node
    assert not root.has_error
    yield from parts(root, 0)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_packed_script_is_the_same_program(path: Path) -> None:
    assert list(meaning(packed(path))) == list(meaning(path.read_bytes()))


def test_another_program_is_seen(tmp_path: Path) -> None:
    """Such as that of a template within a template, whose rest rjsmin takes for a comment."""
    nested = tmp_path / "nested.js"
    nested.write_text("const a = `1 ${ b + `2 // 3` }`;\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        list(meaning(packed(nested)))
    assert list(meaning(b"a = b\n(c)")) != list(meaning(b"a = b;(c)"))
    assert list(meaning(b"a('b  c') // d")) != list(meaning(b"a('b c')"))


def test_packed_style_sheets_have_the_same_rules(chromium: Browser) -> None:
    page = chromium.new_page()
    for path in SHEETS:
        rules = page.evaluate(RULES, path.read_text(encoding="utf-8"))
        assert rules, path
        assert page.evaluate(RULES, packed(path).decode()) == rules, path
    assert page.evaluate(RULES, "a { width: calc(1px + 2px) }") != page.evaluate(
        RULES, "a { width: calc(1px+2px) }"
    )
    page.close()


def test_packed_they_take_a_quarter_less() -> None:
    files = [*SCRIPTS, *SHEETS]
    whole = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert sum(len(gzip.compress(packed(path))) for path in files) < 0.75 * whole


def test_what_is_no_style_or_script_is_sent_as_it_is() -> None:
    others = {name: content for name, content in read(DOCS).items() if "/fonts/" in name}
    assert {Path(name).suffix for name in others} == {".woff2", ".txt"}
    for name, content in others.items():
        assert content == (DOCS / name).read_bytes()


def test_readers_get_them_packed(fixed_site: Path) -> None:
    (folder,) = fixed_site.glob("assets-*")
    every = read(DOCS)
    assert every
    for name, content in every.items():
        assert (folder / name.removeprefix("assets/")).read_bytes() == content, name

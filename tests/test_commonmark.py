"""Each example of the CommonMark specification comes out as specified, or the check refuses it.

The examples are those of CommonMark 0.31, from npm (tests/commonmark). What is expected of the site
is compared by other means than the check itself uses.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from functools import cache
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup, Comment, Tag
from markdown import Markdown

from hooks.taskforce.bodies import body_problems
from hooks.taskforce.documents import Document
from hooks.taskforce.rendering import renderer
from hooks.taskforce.running_text.writing import for_python_markdown
from tests.conftest import ROOT

GITHUB = frozenset({608, 611, 612})
"""Bare addresses: CommonMark leaves them as they are, GitHub makes links of them (GFM 6.9)."""


_BLOCKS = re.compile(r"blockquote|br|h[1-6]|hr|li|ol|p|pre|ul")
_SPACE = re.compile(r"[ \t\n]+")


class Example(NamedTuple):
    """An example: its number in the specification, the text, and the HTML that it becomes."""

    number: int
    markdown: str
    html: str
    section: str


@cache
def examples() -> tuple[Example, ...]:
    folder = ROOT / "tests/commonmark"
    if not (folder / "node_modules").is_dir():
        pytest.fail("no examples of CommonMark: run `make test`", pytrace=False)
    done = subprocess.run(
        ["node", "as_json.mjs"], cwd=folder, capture_output=True, text=True, check=True
    )
    return tuple(
        Example(number, item["markdown"], item["html"], item["section"])
        for number, item in enumerate(json.loads(done.stdout), start=1)
    )


def rules(body: str) -> set[str]:
    lines = tuple(f"---\ntitle: x\n---\n{body}".split("\n"))
    document = Document("x.md", lines, body=body, body_line=4)
    return {problem.rule for problem in body_problems(document)}


Tree = tuple[object, ...]


def tree(html: str) -> Tree:
    """Return what HTML says, without what the site adds to it and white space that nobody sees."""
    soup = BeautifulSoup(html, "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in soup.find_all(True):
        if re.fullmatch("h[1-6]|pre|code", element.name):
            element.attrs.clear()
    for figure in soup.find_all("figure"):
        # The title of a picture is its caption.
        caption, picture = figure.figcaption, figure.img
        assert caption is not None
        assert picture is not None
        picture["title"] = caption.extract().get_text()
        figure.name = "p"
    return inside(soup)


def inside(element: Tag) -> Tree:
    merged: list[object] = []
    for child in element.children:
        part: object = str(child)
        if isinstance(child, Tag):
            attributes = sorted((key, str(value)) for key, value in child.attrs.items())
            part = (child.name, tuple(attributes), inside(child))
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    if element.name == "code" and element.parent is not None and element.parent.name == "pre":
        return tuple(merged)
    shown: list[object] = []
    for index, part in enumerate(merged):
        if isinstance(part, str):
            part = _SPACE.sub(" ", part)
            if (index == 0 and element.name != "code") or is_block(merged, index - 1):
                part = part.lstrip(" ")
            if (index == len(merged) - 1 and element.name != "code") or is_block(merged, index + 1):
                part = part.rstrip(" ")
        if part:
            shown.append(part)
    return tuple(shown)


def is_block(parts: list[object], index: int) -> bool:
    part = parts[index] if 0 <= index < len(parts) else None
    return isinstance(part, tuple) and bool(_BLOCKS.fullmatch(str(part[0])))


@cache
def site() -> Markdown:
    return renderer("nl")


@cache
def outcome(example: Example) -> str:
    """Return how an example comes out: `right`, a rule that refuses it, or `otherwise`."""
    refused = rules(example.markdown)
    if refused:
        return min(refused)
    shown = site().reset().convert(for_python_markdown(example.markdown))
    if example.number in GITHUB:
        return "right" if "<a href=" in shown else "otherwise"
    # Code ends without a line break, which nobody sees.
    specified = example.html.replace("\n</code></pre>", "</code></pre>")
    return "right" if tree(shown) == tree(specified) else "otherwise"


def test_the_examples_are_all_there() -> None:
    assert len(examples()) == 652


def test_every_example_comes_out_as_specified_or_is_refused() -> None:
    wrong = [example for example in examples() if outcome(example) == "otherwise"]
    assert not wrong


def test_refusing_is_for_what_the_site_cannot_have() -> None:
    """HTML, a second main title, addresses that the site may not use, and slips; little else."""
    outcomes = Counter(outcome(example) for example in examples())
    assert outcomes["right"] >= 524, outcomes
    assert outcomes["shown-otherwise"] == outcomes["active-text"] == 0, outcomes
    allowed = {
        "raw-html",
        "top-heading",
        "heading-level",
        "bad-url",
        "http-url",
        "year-as-list",
        "missing-space",
        "unclosed-bold",
        "unclosed-code",
    }
    assert set(outcomes) - {"right"} <= allowed | {
        "no-alternative",
        "outside-image",
        "empty-heading",
    }, outcomes


def test_the_comparison_can_fail() -> None:
    assert tree("<p>a</p>") != tree("<p>b</p>")
    assert tree("<ul><li>a</li></ul>") != tree("<ul><li><p>a</p></li></ul>")
    assert tree("<pre><code>a  b\n</code></pre>") != tree("<pre><code>a b\n</code></pre>")
    assert tree('<p><a href="/a">x</a></p>') != tree('<p><a href="/b">x</a></p>')

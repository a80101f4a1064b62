"""Running text as GitHub reads it, and the additions that editors of Material sites know.

Source: CommonMark 0.31.2 and GitHub Flavored Markdown 0.29, as markdown-it-py reads them; the
additions are those of Python-Markdown and pymdown-extensions (`!!! note`, `??? note`, `=== "Tab"`,
`==marked==`, `^^inserted^^`, `x^2^`, `++ctrl+c++`, `:material-check:`, `*word*{lang=en}`,
definition lists).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from ..documents import KEPT


class Node(SyntaxTreeNode):
    """A block, or what is within a line.

    The same as what it is made of, but faster: every rule walks the whole tree.
    """

    @cached_property
    def type(self) -> str:
        """What it is, by the parser's own name."""
        return super().type

    def walk(self, *, include_self: bool = True) -> Generator[Node, None, None]:
        """Yield the node and all that is in it, in order."""
        yield from self._all if include_self else self._all[1:]

    @cached_property
    def _all(self) -> tuple[Node, ...]:
        waiting, found = [self], []
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting += reversed(node.children)
        return tuple(found)


CONTAINER_LINE = re.compile(
    r"""(?P<mark>!!!|\?\?\?\+?|===[!+]{0,2})
    (?:[ ]+(?P<kind>[A-Za-z][\w-]*))?
    (?:[ ]+"(?P<title>[^"]*)")?[ ]*""",
    re.VERBOSE,
)
"""The line that begins an admonition, details or a tab; what belongs to it is indented."""

INDENT = 4

LONGEST_LINE = 5_000
"""Characters; reading a line takes longer than in proportion to its length."""

_SPANS = {
    "==": ("mark", re.compile(r"==(?![\s=])(.+?)(?<![\s=])==(?!=)")),
    "^^": ("ins", re.compile(r"\^\^(?![\s^])(.+?)(?<![\s^])\^\^(?!\^)")),
    "^": ("sup", re.compile(r"\^(?![\s^])([^\s^]+)\^(?!\^)")),
}
_KEY = r"(?:[A-Za-z0-9-]+|\"[^\"\n]+\")"
_KEYS = re.compile(rf"\+\+({_KEY}(?:\+{_KEY})*)\+\+(?!\+)")
_ICON = re.compile(r":((?:fontawesome|material|octicons?|simple|mdi|fa)[-/][\w/-]+):", re.ASCII)
"""An icon of one of Material's sets, or what looks like one."""
_LANGUAGE = re.compile(r"\{lang=([a-z]{2})\}")
_ANCHOR = re.compile(r"\{ ?#([a-z0-9_-]+) ?\}(?=[ \t]*$)", re.MULTILINE)


@lru_cache(maxsize=8)
def parsed(body: str) -> Node:
    """Return the text as a tree of blocks and of what is within each line.

    A block says in `map` on which lines of `body` it stands, counted from 0. A reference to a
    footnote says in `meta` whether the text has that note; where not, it is a citation. The tree is
    shared: nobody may change it.
    """
    root = Node(_parser().parse(body))
    labels = [node.meta["label"] for node in root.walk() if node.type == "footnote_reference"]
    # GitHub takes no notice of capitals.
    notes = {label.casefold(): label for label in reversed(labels)}
    for node in root.walk():
        if node.type == "footnote_ref":
            note = notes.get(node.meta["label"].casefold())
            node.meta["noted"] = note is not None
            node.meta["label"] = note or node.meta["label"]
        if node.type == "link" and node.info == "auto" and node.children[0].content[:4] == "www.":
            # GitHub makes `http:` of it, which the site does not use.
            node.attrs["href"] = str(node.attrs["href"]).replace("http:", "https:", 1)
    return root


def lines_of(node: Node) -> tuple[int, int]:
    """Return the first line of the block that a node stands in, and the one after its last."""
    block: Node | None = node
    while block is not None and (block.type == "root" or not block.map):
        block = block.parent
    return block.map if block is not None and block.map else (0, 1)


def title_and_blocks(container: Node) -> tuple[Node | None, Sequence[Node]]:
    """Return the title of a box or tab, where its editor wrote one, and the blocks below it."""
    children = container.children
    if children and children[0].type == "container_title":
        return children[0], children[1:]
    return None, children


def with_next(line: Node) -> Iterator[tuple[Node, Node | None]]:
    """Yield each part of a line with the one behind it, such as the language of what is bold."""
    # The parser leaves texts of nothing around what is bold.
    parts = [part for part in line.children if part.type != "text" or part.content]
    yield from zip_longest(parts, parts[1:])


@lru_cache(maxsize=KEPT)
def begins_with_paragraph(body: str) -> bool:
    """Return whether the first block of a text is a paragraph."""
    blocks = parsed(body).children
    return bool(blocks) and blocks[0].type == "paragraph"


def is_readable(body: str) -> bool:
    """Return whether the lines of a text are short enough to read it."""
    return all(len(line) <= LONGEST_LINE for line in body.split("\n"))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"tasklists": True, "alerts": True})
    parser.options["strikethrough_single_tilde"] = True
    # What is deeper than this is left out in silence: far beyond what a rule allows (`mistakes`).
    parser.options["maxNesting"] = 100
    parser.enable(["table", "strikethrough"])
    # What an escape or entity stands for must stay apart from what means itself.
    parser.disable("text_join")
    parser.use(gfm_autolink_plugin).use(deflist_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    # An address that may not be followed has to be seen as one, to be reported.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.block.ruler.before(
        "fence", "container", _container, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.inline.ruler.before("emphasis", "span", _span)
    parser.inline.ruler.before("emphasis", "keys", _keys)
    parser.inline.ruler.before("emphasis", "icon", _icon)
    parser.inline.ruler.push("language", _language)
    parser.inline.ruler.push("anchor", _anchor)
    for sign in "=^+:{":
        parser.inline.add_terminator_char(sign)
    return parser


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read an admonition, details or tab, with the indented blocks that belong to it."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = CONTAINER_LINE.fullmatch(line)
    if match is None or not _is_complete(match):
        return False
    if silent:
        return True
    last = _last_indented(state, start, end)
    token = state.push("container_open", "div", 1)
    token.map = [start, last]
    token.markup = match["mark"]
    kind = match["kind"] or ""
    token.meta = {"kind": kind.lower(), "title": match["title"], "line": line.rstrip()}
    if match["title"]:
        _push_title(state, match["title"], [start, start + 1])
    before = state.parentType, state.blkIndent, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.blkIndent += INDENT
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.blkIndent, state.lineMax = before
    state.push("container_close", "div", -1).markup = match["mark"]
    state.line = last
    return True


def _push_title(state: StateBlock, title: str, lines: list[int]) -> None:
    state.push("container_title_open", "p", 1).map = lines
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title.strip(), lines, []
    state.push("container_title_close", "p", -1)


def _is_complete(line: re.Match[str]) -> bool:
    """Return whether a box has its kind, a tab its title, and what opens one of the two."""
    title = (line["title"] or "").strip()
    if line["mark"].startswith("="):
        return bool(title) and not line["kind"]
    return bool(line["kind"]) or (line["mark"].startswith("?") and bool(title))


def _last_indented(state: StateBlock, start: int, end: int) -> int:
    """Return the line after the last one that belongs to the container at `start`."""
    line = last = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + INDENT):
        line += 1
        if not state.isEmpty(line - 1):
            last = line
    return last


def _span(state: StateInline, silent: bool) -> bool:
    """Read `==marked==`, `^^inserted^^` and `x^2^`."""
    sign = state.src[state.pos : state.pos + 2]
    if sign not in _SPANS:
        sign = sign[:1]
    if sign not in _SPANS:
        return False
    name, pattern = _SPANS[sign]
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        end = state.posMax
        state.push(f"{name}_open", name, 1).markup = sign
        state.pos, state.posMax = match.span(1)
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", name, -1).markup = sign
        state.posMax = end
    state.pos = match.end()
    return True


def _keys(state: StateInline, silent: bool) -> bool:
    return _whole(state, silent, _KEYS, "keys")


def _icon(state: StateInline, silent: bool) -> bool:
    return _whole(state, silent, _ICON, "icon")


def _language(state: StateInline, silent: bool) -> bool:
    """Read the language of the words in italics or bold before it."""
    if state.pos == 0 or state.src[state.pos - 1] not in "*_":
        return False
    return _whole(state, silent, _LANGUAGE, "language")


def _anchor(state: StateInline, silent: bool) -> bool:
    """Read the name of a heading, `{#name}` at its end."""
    return _whole(state, silent, _ANCHOR, "anchor")


def _whole(state: StateInline, silent: bool, pattern: re.Pattern[str], name: str) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push(name, "", 0)
        token.content = match[1]
        token.markup = match[0]
    state.pos = match.end()
    return True

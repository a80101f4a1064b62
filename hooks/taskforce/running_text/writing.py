"""Running text written in the way that Python-Markdown reads as GitHub reads the original.

Blocks stand apart by an empty line, what is within a list is indented by four spaces, code stands
between fences, headings begin with `#`. A sign that means nothing to GitHub but something to
Python-Markdown becomes an entity, which both read as the sign itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

from pymdownx import gemoji_db

from ..documents import KEPT
from ..markdown import backticks, code_span
from .headings import Name
from .marks import CITATION, EMPTY, HEADING, NO_PARAGRAPH, SPACE, TAB
from .syntax import INDENT, Node, parsed, title_and_blocks

ALERTS: Mapping[str, str] = {
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "important",
    "WARNING": "warning",
    "CAUTION": "caution",
}
"""GitHub's alerts, and the admonitions that they are."""

NOTHING = "<!-- -->"
"""Between two lists or quotes that Python-Markdown would make one of, and before a block that it
would not find where it stands first in an item."""

_SIGNS = re.compile(r"[\\`*_\[\]<>&~^|{}]|==|\+\+|:(?=[\w+-]+:)|!(?=\[)")
"""Signs that could mean something to Python-Markdown anywhere in a line."""

_FIRST = re.compile(
    r"#|[-+](?=[ \t-]|$)|=(?==)|:(?=[ \t]|$)|!(?=!!)|\?(?=\?\?)|/(?=//)|(?<=\d)[.)](?=[ \t]|$)"
)
"""Signs that could mean something at the start of a line; the last two only after a number."""

_ANCHOR = re.compile(r"[ ]*\{ ?#[\w-]+ ?\}$")
_CLOSING = re.compile(r"#+(?=(?:[ ]*\{ ?#[\w-]+ ?\})?$)")
"""Signs that Python-Markdown would take for the end of a heading, also before its name."""

_NUMBER = re.compile(r"\d*")

_IN_TITLE = re.compile(r"[\"']|[^\S ]")
"""Signs that end the title of a link or picture, and space that Python-Markdown would level."""

_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_INFO = re.compile(r"[\w+#.-]+(?:[ ]+title=\"[^\"]*\")?")
_SPANS = frozenset({"em", "ins", "mark", "s", "strong", "sup"})


def for_python_markdown(body: str, names: tuple[Name, ...] = ()) -> str:
    """Return running text so that Python-Markdown makes of it what GitHub shows.

    Args:
        body: The text.
        names: By what links lead to its headings, in order; none leaves that to Python-Markdown.
    """
    remaining = iter(names)
    return _MARKED_HEADING.sub(
        lambda match: _named(match[1], next(remaining, None)), _with_marked_headings(body).decode()
    )


@lru_cache(maxsize=KEPT)
def _with_marked_headings(body: str) -> bytes:
    # With our marks in it a text takes twice as much memory as in UTF-8.
    return "\n".join(_blocks(parsed(body).children)).encode()


_MARKED_HEADING = re.compile(f" {HEADING}(.*)")


def _named(words: str, name: Name | None) -> str:
    """Return the words of a heading, behind its sign, with the name by which links lead to it."""
    if not words:
        return ""
    if name is None:
        return f" {words}"
    also = f'<span id="{name.also}"></span>' if name.also else ""
    return f" {also}{_ANCHOR.sub('', words)} {{#{name.name}}}"


# --- blocks ---------------------------------------------------------------------------------


def _blocks(nodes: Sequence[Node], *, tight: bool = False) -> list[str]:
    """Return the lines of blocks that stand below one another."""
    lines: list[str] = []
    before: Node | None = None
    for node in nodes:
        block = _WRITERS[node.type](node)
        if not tight and node.type == "paragraph" and node.hidden:
            block[0] = NO_PARAGRAPH + block[0]
        if before is not None and not (tight and node.type in _LISTS and _is_words(before)):
            lines.append("")
        if before is not None and before.type == node.type and node.type in _MERGING:
            lines += [NOTHING, ""]
        lines += block
        before = node
    return lines


def _is_words(node: Node) -> bool:
    return node.type == "paragraph"


def _paragraph(node: Node) -> list[str]:
    return _words(node).split("\n")


def _in_one_line(node: Node) -> str:
    return " ".join(_words(node).split())


def _heading(node: Node) -> list[str]:
    words = _CLOSING.sub(lambda match: _entity("#") * len(match[0]), _in_one_line(node))
    return [f"{'#' * int(node.tag[1:])} {HEADING}{words}"]


def _code(node: Node) -> list[str]:
    info = node.info.strip()
    language = _INFO.match(info)
    fence = backticks(node.content, 3)
    lines = map(_as_written, node.content.removesuffix("\n").split("\n"))
    return [f"{fence}{language[0] if language else ''}", *lines, fence]


def _as_written(line: str) -> str:
    """Return a line of code with marks for what Python-Markdown would take away."""
    return (line if line.strip() else line.replace(" ", SPACE) + EMPTY).replace("\t", TAB)


def _quote(node: Node) -> list[str]:
    # Two spaces at the end of a line break it.
    return [f"> {line}" if line else ">" for line in _blocks(node.children) or [""]]


def _alert(node: Node) -> list[str]:
    children = node.children[1:]
    kind = ALERTS[str(node.meta["kind"])]
    return [f"!!! {kind}", "", *_indented(_blocks(children))]


def _container(node: Node) -> list[str]:
    parts = [node.markup]
    if node.meta["kind"]:
        parts.append(node.meta["kind"])
    title, blocks = title_and_blocks(node)
    if node.meta["title"] is not None:
        parts.append(f'"{_in_one_line(title) if title else ""}"')
    return [" ".join(parts), "", *_indented(_blocks(blocks))]


def _list(node: Node) -> list[str]:
    number = int(node.attrs.get("start", 1))
    is_tight = _is_written_tight(node)
    lines: list[str] = []
    for offset, item in enumerate(node.children):
        marker = f"{number + offset}. " if node.type == "ordered_list" else "- "
        if "checked" in item.meta:
            marker += "[x] " if item.meta["checked"] else "[ ] "
        if lines and not is_tight:
            lines.append("")
        inside = _blocks(item.children, tight=is_tight)
        if not item.children or item.children[0].type not in _FIRST_IN_ITEM:
            inside = [NOTHING, "", *inside] if inside else [NOTHING]
        lines += [marker + inside[0], *_indented(inside[1:])]
    return lines


def _is_written_tight(node: Node) -> bool:
    """Return whether a list is tight (CommonMark 5.3) and nothing in it needs an empty line."""
    for item in node.children:
        for index, block in enumerate(item.children):
            if block.type in _LISTS:
                if not _is_written_tight(block):
                    return False
            elif not _is_words(block) or not block.hidden or index > 0:
                return False
    return True


def _table(node: Node) -> list[str]:
    head, *body = node.children
    rows = [row for part in (head, *body) for row in part.children]
    lines = [f"| {' | '.join(map(_in_one_line, row.children))} |" for row in rows]
    rule = " | ".join(_ALIGNED[str(cell.attrs.get("style", ""))] for cell in rows[0].children)
    return [lines[0], f"| {rule} |", *lines[1:]]


_ALIGNED = {
    "": "---",
    "text-align:left": ":---",
    "text-align:center": ":---:",
    "text-align:right": "---:",
}


def _definitions(node: Node) -> list[str]:
    lines: list[str] = []
    for part in node.children:
        if part.type == "dt":
            lines += ["", _in_one_line(part)] if lines else [_in_one_line(part)]
        else:
            first, *rest = _blocks(part.children, tight=True) or [""]
            lines += [f":   {first}", *_indented(rest)]
    return lines


def _footnote(node: Node) -> list[str]:
    first, *rest = _blocks(node.children) or [""]
    return [f"[^{node.meta['label']}]: {first}", *_indented(rest)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [" " * INDENT + line if line else "" for line in lines]


_WRITERS: Mapping[str, Callable[[Node], list[str]]] = {
    "alert": _alert,
    "blockquote": _quote,
    "bullet_list": _list,
    "code_block": _code,
    "container": _container,
    "dl": _definitions,
    "fence": _code,
    "footnote_reference": _footnote,
    "heading": _heading,
    "hr": lambda node: ["---"],
    "html_block": lambda node: _plain_signs(node.content.strip()).split("\n"),
    "ordered_list": _list,
    "paragraph": _paragraph,
    "table": _table,
}
_LISTS = frozenset({"bullet_list", "ordered_list"})
_MERGING = frozenset({*_LISTS, "blockquote", "dl"})
_FIRST_IN_ITEM = frozenset({*_LISTS, "heading", "paragraph"})
"""What Python-Markdown finds directly behind the mark of an item."""


# --- within a line --------------------------------------------------------------------------


def _words(node: Node) -> str:
    """Return what stands in the lines of a paragraph, heading or cell."""
    words = ""
    for child in (child for inline in node.children for child in inline.children):
        if child.type == "text" and words[-1:] in {"", "\n"}:
            words += _with_plain_start(_inline(child))
        elif child.type == "text" and words.endswith("]") and child.content.startswith(":"):
            words += _entity(":") + _inline(child)[1:]  # It would define a footnote.
        else:
            words += _inline(child)
    return words


def _with_plain_start(words: str) -> str:
    """Return the words with an entity for a sign that would begin a list, heading or quote."""
    number = _NUMBER.match(words)
    place = number.end() if number else 0
    if match := _FIRST.match(words, place):
        return f"{words[:place]}{_entity(match[0])}{words[match.end() :]}"
    return words


def _inline(node: Node) -> str:
    if node.type in _SPANS:
        return f"{node.markup}{_inside(node)}{node.markup}"
    return _INLINE[node.type](node)


def _inside(node: Node) -> str:
    return "".join(map(_inline, node.children))


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


def shown_text(text: str) -> str:
    """Return plain text as GitHub shows it: `:bicycle:` is the sign itself."""
    return _EMOJI.sub(_sign_of, text)


def _text(node: Node) -> str:
    return _plain_signs(shown_text(node.content))


def _plain_signs(text: str) -> str:
    """Return text in which each sign only means itself."""
    return _SIGNS.sub(lambda match: "".join(map(_entity, match[0])), text)


def _sign_of(match: re.Match[str]) -> str:
    """Return the sign that GitHub shows for a name such as `:bicycle:`."""
    codes = gemoji_db.emoji.get(match[0], {}).get("unicode", "")
    return "".join(chr(int(code, 16)) for code in codes.split("-")) if codes else match[0]


def _sign(node: Node) -> str:
    """Return a sign that was escaped, or written as an entity."""
    return "".join(_entity(sign) if not sign.isalnum() else sign for sign in node.content)


def _code_inline(node: Node) -> str:
    code = node.content
    if code != code.strip() or code.startswith("`") or code.endswith("`"):
        return f"<code>{_plain_signs(code)}</code>"
    return str(code_span(code))


def _link(node: Node) -> str:
    href, title = str(node.attrs["href"]), node.attrs.get("title")
    words = _inside(node)
    if node.info == "auto" and href.startswith(("http:", "https:")) and words == escape(href):
        return f"<{href}>"
    return f"[{words}]({_target(href, title)})"


def _image(node: Node) -> str:
    alternative = _plain_signs("".join(map(_plain, node.children)))
    return f"![{alternative}]({_target(str(node.attrs['src']), node.attrs.get('title'))})"


def _plain(node: Node) -> str:
    """Return what an image says in place of it."""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return node.content or "".join(map(_plain, node.children))


def _target(address: str, title: object) -> str:
    if not title:
        return f"<{address}>"
    words = _IN_TITLE.sub(lambda match: _entity(match[0]), _plain_signs(str(title)))
    return f'<{address}> "{words}"'


def _reference(node: Node) -> str:
    """Return a reference to a note, or the mark of a citation where there is no such note."""
    label = node.meta["label"]
    return f"[^{label}]" if node.meta["noted"] else f"{CITATION}{label}{CITATION}"


_INLINE: Mapping[str, Callable[[Node], str]] = {
    "code_inline": _code_inline,
    "anchor": lambda node: node.markup,
    "footnote_ref": _reference,
    "hardbreak": lambda node: "  \n",
    "html_inline": lambda node: _plain_signs(node.content),
    "icon": lambda node: node.markup,
    "image": _image,
    "keys": lambda node: node.markup,
    "language": lambda node: node.markup,
    "link": _link,
    "softbreak": lambda node: "\n",
    "text": _text,
    "text_special": _sign,
}

"""What was meant as formatting and is none by a slip: GitHub shows the signs, or all else as code.

Each is reported only where the intention is certain: `5 ** 3` and `10:30:15` are what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pymdownx import gemoji_db

from ..admonitions import ALIASES, KINDS
from ..guessing import choose_from, did_you_mean, nearest_choice, nearest_name
from ..languages import Text
from ..rules import body as rules
from ..rules import features as feature_rules
from .mistake import Mistake
from .syntax import Node
from .writing import ALERTS

_ALERT = re.compile(r"\[!(?P<kind>[^\[\]\n]+)\](?P<rest>[^\n]*)")
_TASK = re.compile(r"\[ ?(?P<sign>[xX]?) ?\](?P<rest>[^(\[:].*|$)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?P<word>\*?[^\s*]+)")
_EMOJI = re.compile(r"(?<![\w:/]):(?P<name>[a-z][a-z0-9_+-]*):(?![\w:/])")
_EMOJI_NAMES = frozenset(
    name.strip(":") for names in (gemoji_db.emoji, gemoji_db.aliases) for name in names
)
_OTHER = "\ufffc"
"""Stands for what is no plain text."""


def slips(root: Node) -> Iterator[Mistake]:
    """Yield what in a parsed text was meant as formatting and is none."""
    for node in root.walk():
        if node.type == "blockquote":
            yield from _unknown_alert(node)
        elif node.type == "list_item" and "checked" not in node.meta:
            yield from _task(node)
        elif node.type == "fence":
            yield from _unclosed_code(node)
        elif node.type == "inline":
            yield from _within_lines(node, node.parent or node)


def _unknown_alert(quote: Node) -> Iterator[Mistake]:
    match = _ALERT.match(_first_line(quote))
    if match is None:
        return
    kind = match["kind"].strip()
    if kind.upper() in ALERTS:
        line = f"> [!{kind.upper()}]"
        instead = Text(
            nl=f"schrijf ‘{line}’ op een regel zonder meer, en de tekst op de volgende met ‘> ’",
            en=f"write ‘{line}’ on a line of its own, and the text on the next one with ‘> ’",
        )
        yield Mistake(rules.CONTAINER_FORM, quote, match[0].rstrip(), {"instead": instead})
        return
    words = {name: KINDS[kind].title for name, kind in ALERTS.items()}
    near = nearest_choice(kind, [name.lower() for name in words]) or nearest_choice(kind, [], words)
    remedy = choose_from(words) if near is None else did_you_mean(f"[!{near.upper()}]")
    yield Mistake(feature_rules.UNKNOWN_ADMONITION, quote, f"[!{kind}]", {"instead": remedy})


def _task(item: Node) -> Iterator[Mistake]:
    match = _TASK.fullmatch(_first_line(item))
    if match is not None:
        instead = f"[{match['sign'].lower() or ' '}] {match['rest'].strip() or '…'}"
        yield Mistake(rules.TASK_FORM, item, match[0], {"instead": instead})


def _unclosed_code(fence: Node) -> Iterator[Mistake]:
    assert fence.map is not None
    first, last = fence.map
    content = fence.content.removesuffix("\n").split("\n") if fence.content else []
    # Of the lines on which it stands, one opens it and one closes it.
    if len(content) > last - first - 2:
        values = {"instead": fence.markup}
        yield Mistake(rules.UNCLOSED_CODE, fence, fence.markup + fence.info, values)


def _within_lines(inline: Node, block: Node) -> Iterator[Mistake]:
    bold: list[str] = []
    for parent in inline.walk():
        if not any(child.type == "text" for child in parent.children):
            continue
        words = "".join(map(_shown, parent.children))
        bold += [match[0].partition(_OTHER)[0] for match in _BOLD.finditer(words)]
        for match in _EMOJI.finditer(words):
            name = match["name"]
            if name not in _EMOJI_NAMES and (near := nearest_name(name, _EMOJI_NAMES)):
                values = {"instead": did_you_mean(f":{near}:")}
                yield Mistake(rules.UNKNOWN_EMOJI, block, match[0], values)
    if bold:  # What comes after it in the same paragraph may be meant to close it.
        yield Mistake(rules.UNCLOSED_BOLD, block, bold[0])


def _first_line(block: Node) -> str:
    """Return the first line of a block's first paragraph, up to what is no plain text."""
    paragraph = next(iter(block.children), None)
    if paragraph is None or paragraph.type != "paragraph":
        return ""
    words = "".join(_shown(child) for inline in paragraph.children for child in inline.children)
    return words.partition("\n")[0].partition(_OTHER)[0]


def _shown(node: Node) -> str:
    if node.type == "text":
        return node.content
    return "\n" if node.type in {"softbreak", "hardbreak"} else _OTHER


# --- the line of a box ----------------------------------------------------------------------

_BOX = re.compile(r"(?P<mark>!!!|\?\?\?\+?|===[!+]*)\s*(?P<kind>[A-Za-z][\w-]*)?(?P<title>.*)")
_QUOTES = "\"'“”„‘’«» "


def box_line(source: str) -> Text:
    """Return the line that begins a box or tab as it was probably meant."""
    match = _BOX.match(source)
    assert match is not None
    mark, kind, title = match["mark"], match["kind"] or "", match["title"].strip(_QUOTES)
    if mark.startswith("="):
        mark, kind, title = "===", "", f"{kind}{match['title']}".strip(_QUOTES)
    elif kind.lower() not in {*KINDS, *ALIASES}:
        kind, title = "", f"{kind}{match['title']}".strip(_QUOTES)
    title = re.sub(r"[\"“”„]", "", title)
    if not kind and mark == "!!!":
        kind = "note"
    line = " ".join(filter(None, (mark, kind.lower())))
    return Text(nl=f'{line} "{title or "Titel"}"', en=f'{line} "{title or "Title"}"')

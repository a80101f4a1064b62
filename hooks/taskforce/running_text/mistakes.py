"""What the site cannot have, or cannot show as it was meant: each with what to write instead.

Everything here looks at the text as GitHub reads it; what is code is code, and never a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from markdown.extensions.toc import slugify

from ..guessing import nearest_choice
from ..languages import Text
from ..problems import Rule
from ..rules import body as rules
from . import remedies
from .citations import IN_BRACKETS
from .mistake import Mistake
from .slips import box_line
from .syntax import Node, title_and_blocks


def mistakes(root: Node, body: str, sources: Collection[str] = ()) -> Iterator[Mistake]:
    """Yield what is wrong in a text.

    Args:
        root: The text, parsed.
        body: The text as it was written.
        sources: The names of the sources that it may cite.
    """
    lines = body.split("\n")
    yield from _too_deep(root)
    yield from _headings(root)
    yield from _footnotes(root, sources)
    for node in root.walk():
        if node.type in _OF_BLOCK:
            yield from _OF_BLOCK[node.type](node, lines)
        if node.type == "inline":
            block = node.parent or node
            yield from _html_within(node, block)
            for child in node.walk():
                yield from _within_line(child, block)


# --- levels ---------------------------------------------------------------------------------


DEEPEST = 10
"""Lists, quotes and boxes within one another; on a telephone no more has room."""

_NESTING = frozenset({"alert", "blockquote", "bullet_list", "container", "dl", "ordered_list"})


def _too_deep(root: Node) -> Iterator[Mistake]:
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        depth += node.type in _NESTING
        if depth > DEEPEST:
            yield Mistake(rules.DEEP_NESTING, node, values={"limit": str(DEEPEST)})
        else:
            waiting += [(child, depth) for child in reversed(node.children)]


# --- headings and notes ---------------------------------------------------------------------


_TITLE_LEVEL = 1


def _headings(root: Node) -> Iterator[Mistake]:
    above = _TITLE_LEVEL
    for node in root.walk():
        if node.type != "heading":
            continue
        level = int(node.tag[1:])
        if level == _TITLE_LEVEL:
            yield Mistake(rules.TOP_HEADING, node, node.markup if node.markup == "#" else "")
        elif level > above + 1:
            sign, instead = "#" * level, "#" * (above + 1)
            yield Mistake(rules.HEADING_LEVEL, node, sign, {"instead": instead})
        above = max(level, _TITLE_LEVEL + 1)


_NOTE_NAME = re.compile(r"[\w.:-]+")
"""What can stand in an address and in an `id` as it is."""


def _footnotes(root: Node, sources: Collection[str]) -> Iterator[Mistake]:
    uses = [node for node in root.walk() if node.type == "footnote_ref"]
    named = {node.meta["label"] for node in uses}
    notes: set[str] = set()
    for node in root.walk():
        if node.type != "footnote_reference":
            continue
        label = node.meta["label"]
        if not _NOTE_NAME.fullmatch(label):
            values = {"instead": f"[^{slugify(label, '-') or 'noot'}]"}
            yield Mistake(rules.FOOTNOTE_NAME, node, f"[^{label}]", values)
        if label.casefold() in notes:
            yield Mistake(rules.REPEATED_FOOTNOTE, node, f"[^{label}]")
        elif label not in named:
            yield Mistake(rules.UNUSED_FOOTNOTE, node, f"[^{label}]")
        elif not _says_something(node):
            yield Mistake(rules.EMPTY_FOOTNOTE, node, f"[^{label}]:")
        notes.add(label.casefold())
    for node in uses:
        label = node.meta["label"]
        if not node.meta["noted"] and label not in sources:
            instead = nearest_choice(label, sources)
            where = "docs/bronnen.md" + (f": ‘[^{instead}]’" if instead else "")
            yield Mistake(rules.NO_FOOTNOTE, node, f"[^{label}]", {"instead": where})
    for node in root.walk():
        for match in IN_BRACKETS.finditer(node.content if node.type == "text" else ""):
            if match[1] in sources:
                values = {"instead": f"[^{match[1]}]"}
                yield Mistake(rules.BARE_SOURCE, node, match[0], values)


# --- blocks ---------------------------------------------------------------------------------


_YEAR = 1000
"""A list that begins with such a number is a sentence that begins with a year."""


def _html_block(node: Node, lines: list[str]) -> Iterator[Mistake]:
    match = _TAG.search(node.content)
    yield _html(node, match[0] if match else node.content.strip().split("\n")[0])


def _fence(node: Node, lines: list[str]) -> Iterator[Mistake]:
    language = node.info.split(maxsplit=1)[0].lower() if node.info.strip() else ""
    if language in remedies.FENCES:
        yield Mistake(
            rules.NOT_ON_THIS_SITE, node, language, {"instead": remedies.FENCES[language]}
        )


def _container(node: Node, lines: list[str]) -> Iterator[Mistake]:
    _, blocks = title_and_blocks(node)
    if blocks:
        return
    assert node.map is not None
    below = next((line.strip() for line in lines[node.map[1] :] if line.strip()), "…")
    line = lines[node.map[0]].strip()
    yield Mistake(rules.EMPTY_CONTAINER, node, line, {"instead": f"    {below}"})


def _alert(node: Node, lines: list[str]) -> Iterator[Mistake]:
    if len(node.children) == 1:
        sign = f"[!{node.meta['kind']}]"
        yield Mistake(rules.EMPTY_CONTAINER, node, sign, {"instead": "> …"})


def _ordered_list(node: Node, lines: list[str]) -> Iterator[Mistake]:
    start = int(node.attrs.get("start", 1))
    if start >= _YEAR and len(node.children) == 1 and node.map is not None:
        mark = node.children[0].markup
        words = lines[node.map[0]].strip()
        instead = words.replace(f"{start}{mark}", f"{start}\\{mark}", 1)
        yield Mistake(rules.YEAR_AS_LIST, node, f"{start}{mark}", {"instead": instead})


def _table(node: Node, lines: list[str]) -> Iterator[Mistake]:
    assert node.map is not None
    width = len(node.children[0].children[0].children)
    if len(node.children) == 1:
        instead = {"instead": remedies.ROW.format(row=f"|{' … |' * width}")}
        yield Mistake(rules.TABLE_FORM, node, lines[node.map[0]].lstrip(" >").rstrip(), instead)
    for number in range(node.map[0] + 2, node.map[1]):
        cells = _cells(lines[number])
        if cells > width:
            values = {"found": str(cells), "expected": str(width)}
            yield Mistake(rules.TABLE_CELLS, node, lines[number].strip(), values)


def _cells(line: str) -> int:
    """Return how many cells a row has (GFM 4.10)."""
    inner = re.sub(r"^[\s>]*\|?|(?<!\\)\|\s*$", "", line)
    return len(re.findall(r"(?<!\\)\|", inner)) + 1


def _with_text(line: str) -> Text:
    """Return the remedy for the line that begins a box or tab."""
    remedy = Text(
        nl="schrijf ‘{line}’, met de tekst daaronder, vier spaties ingesprongen",
        en="write ‘{line}’, with the text below it, indented by four spaces",
    )
    return remedy.format(line=box_line(line))


def _as_table(line: str) -> Text:
    """Return the remedy for a row, or a line of hyphens, that makes no table."""
    width = _cells(line)
    if re.fullmatch(r"[\s|:-]+", line):
        heads = f"|{' … |' * width}"
        return Text(
            nl=f"zet erboven een regel met evenveel koppen: ‘{heads}’",
            en=f"put a line above it with as many headings: ‘{heads}’",
        )
    rule = f"|{' --- |' * width}"
    return Text(
        nl=f"zet de koppen op deze regel, en direct eronder ‘{rule}’",
        en=f"put the headings on this line, and directly below it ‘{rule}’",
    )


def _with_bars(line: str) -> Text:
    """Return the remedy for the first row of a table that has tabs between its cells."""
    cells = [cell.strip() for cell in line.split("\t")]
    heads, rule = f"| {' | '.join(cells)} |", f"|{' --- |' * len(cells)}"
    return Text(
        nl=f"schrijf ‘{heads}’, direct eronder ‘{rule}’, en zo ook elke rij: met ‘|’ voor een tab",
        en=f"write ‘{heads}’, directly below it ‘{rule}’, and each row likewise: ‘|’ for a tab",
    )


def _without_next(quoted: str) -> Text:
    """Return the sign that a line begins with; one `#` would be a second title of the page."""
    sign = quoted[:-1]
    sign = "##" if sign == "#" else sign
    return Text(nl=sign, en=sign)


_Remedy = Callable[[str], Text]
"""What to write in the place of a line."""

_FORMS: tuple[tuple[re.Pattern[str], Rule, Text | str | _Remedy], ...] = (
    (re.compile(r"(?:!!!|\?\?\?\+?)(?=\s*$)"), rules.CONTAINER_FORM, _with_text),
    (re.compile(r"!!! ?\S.*|\?\?\?\+? ?\S.*"), rules.CONTAINER_FORM, _with_text),
    (re.compile(r"===[!+]* ?[^=\s].*"), rules.CONTAINER_FORM, _with_text),
    (re.compile(r"///+ .*"), rules.NOT_ON_THIS_SITE, remedies.CAPTION),
    (re.compile(r":::+.*"), rules.NOT_ON_THIS_SITE, remedies.ADMONITION),
    (re.compile(r"\*\[[^\]]+\]:.*"), rules.NOT_ON_THIS_SITE, remedies.ABBREVIATION),
    (re.compile(r"--8<--.*"), rules.NOT_ON_THIS_SITE, remedies.SNIPPET),
    (re.compile(r"\\?\$\$.*"), rules.NOT_ON_THIS_SITE, remedies.FORMULA),
    (re.compile(r"[•·▪◦‣●○■□➢❖]\s*(?=\S)"), rules.FOREIGN_BULLET, ""),
    (re.compile(r"[–—]\s+(?=\S)"), rules.FOREIGN_BULLET, ""),
    (re.compile(r"(?:o|(?:[A-Za-z]|[ivxIVX]{2,4})[.)])\t\s*(?=\S)"), rules.FOREIGN_BULLET, ""),
    (re.compile(r"(?P<sign>#{1,6})[^\s#\d]"), rules.MISSING_SPACE, _without_next),
    (re.compile(r"(?P<sign>[-+*]|\d{1,2}[.)])[^\W\d_]"), rules.MISSING_SPACE, _without_next),
    (re.compile(r":(?=\s*$)"), rules.DEFINITION_FORM, remedies.EMPTY_DEFINITION),
    (re.compile(r":[ \t]+\S.*"), rules.DEFINITION_FORM, remedies.DEFINITION),
    (re.compile(r"\|.*\|\s*$"), rules.TABLE_FORM, _as_table),
    (re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$"), rules.TABLE_FORM, _as_table),
)
"""How a line begins that GitHub takes for plain text, though it was meant for something else."""


def _paragraph(node: Node, lines: list[str]) -> Iterator[Mistake]:
    reported: set[Rule] = set()
    rows: list[str] = []
    for inline in node.children:
        starts = [0, *(i + 1 for i, n in enumerate(inline.children) if n.type in _BREAKS)]
        sources = inline.content.split("\n")
        # A line that was ended on purpose is no row, nor is one within code.
        run_on = [n.type for n in inline.children].count("softbreak") == len(sources) - 1
        for start, source in zip(starts, sources, strict=False):
            first = inline.children[start] if start < len(inline.children) else None
            words = _line_of(inline, start)
            # What was escaped is meant as it stands there.
            if first is None or first.type != "text":
                continue
            for pattern, rule, instead in _FORMS:
                if match := pattern.match(words):
                    if rule not in reported:
                        sign = match.groupdict().get("sign")
                        quoted = match[0].rstrip()
                        remedy = instead(quoted) if callable(instead) else instead
                        values = {"instead": remedy} | ({"value": sign} if sign else {})
                        yield Mistake(rule, node, quoted, values)
                    reported.add(rule)
                    break
            else:
                rows += [source.strip()] if run_on and "\t" in words.strip() else []
    if len(rows) > 1:  # As a spreadsheet or Word has copied them.
        yield Mistake(rules.TABLE_FORM, node, rows[0], {"instead": _with_bars(rows[0])})


_BREAKS = frozenset({"softbreak", "hardbreak"})


def _line_of(inline: Node, start: int) -> str:
    words = ""
    for child in inline.children[start:]:
        if child.type in _BREAKS:
            break
        words += child.content if child.type in {"text", "text_special"} else child.markup
    return words


def _definition(node: Node, lines: list[str]) -> Iterator[Mistake]:
    assert node.map is not None
    first = node.map[0]
    if lines[first].lstrip(" >").startswith("~"):
        yield Mistake(rules.SHOWN_OTHERWISE, node, "~")
    before = node.previous_sibling
    if before is not None and before.type == "dd" and not lines[first - 1].strip(" >"):
        instead = {"instead": remedies.FURTHER_DEFINITION}
        yield Mistake(rules.DEFINITION_FORM, node, lines[first].lstrip(" >").rstrip(), instead)


_OF_BLOCK = {
    "alert": _alert,
    "container": _container,
    "dd": _definition,
    "fence": _fence,
    "html_block": _html_block,
    "ordered_list": _ordered_list,
    "paragraph": _paragraph,
    "table": _table,
}


# --- within a line --------------------------------------------------------------------------


_TAG = re.compile(r"<!--|</?[A-Za-z][^\s>/]*[^>]*>|<[!?][^>]*>?")
_ELEMENT = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]|[\w-]+\s*=)[^{}\n]*\}")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_FORMULA = re.compile(r"\$(?=[^\s$])[^$\n]*[\\^_=][^$\n]*(?<=[^\s$])\$(?!\d)")


def _html_within(inline: Node, block: Node) -> Iterator[Mistake]:
    """Yield the HTML in a block; an element that ends is no further mistake."""
    begun: set[str] = set()
    for node in inline.walk():
        if node.type == "html_inline":
            name = _element_name(node.content)
            if not node.content.startswith("</"):
                begun.add(name)
            elif name in begun:
                continue
            yield _html(block, node.content)


def _element_name(html: str) -> str:
    element = _ELEMENT.match(html)
    return element[1].lower() if element else html[:4]


def _within_line(node: Node, block: Node) -> Iterator[Mistake]:
    if node.type == "image" and not _says_something(node):
        yield Mistake(rules.NO_ALTERNATIVE, block, "![")
    if node.type in _NO_WORDS:
        yield from _no_words(node, block)
    elif node.type == "anchor":
        if block.type != "heading":
            yield _attribute(block, node.markup)
    elif node.type == "text":
        for match in _ATTRIBUTES.finditer(node.content):
            yield _attribute(block, match[0])
        for match in _FORMULA.finditer(node.content):
            instead = {"instead": remedies.FORMULA}
            yield Mistake(rules.NOT_ON_THIS_SITE, block, match[0], instead)


_NO_WORDS = frozenset({"footnote_ref", "image", "link"})
"""What has no place in a title; of these a link and a picture have words of their own."""


def _no_words(node: Node, block: Node) -> Iterator[Mistake]:
    if block.type == "container_title":
        yield _only_words(block, _as_written(node), remedies.TITLE)
    elif node.type == "image":
        for child in node.walk():
            if child.type == "footnote_ref":
                yield _only_words(block, _as_written(child), remedies.BESIDE)
    for match in _NOTE.finditer(str(node.attrs.get("title", ""))):
        yield _only_words(block, match[0], remedies.BESIDE)


def _only_words(block: Node, quoted: str, instead: Text) -> Mistake:
    return Mistake(rules.ONLY_WORDS, block, quoted, {"instead": instead})


def _as_written(node: Node) -> str:
    """Return a link, picture or reference to a note, as it is mostly written."""
    if node.type == "footnote_ref":
        return f"[^{node.meta['label']}]"
    words = "".join(child.content for child in node.walk() if child is not node)
    if node.type == "image":
        return f"![{words}]({node.attrs['src']})"
    return words if node.info == "auto" else f"[{words}]({node.attrs['href']})"


def _says_something(around: Node) -> bool:
    """Return whether there are words, or another note, in a picture or note."""
    inside = (node for node in around.walk() if node is not around and node.type != "inline")
    return any(node.type == "footnote_ref" or node.content.strip() for node in inside)


def _html(node: Node, html: str) -> Mistake:
    name = _element_name(html)
    instead = remedies.HTML.get(name, remedies.SIGN_ITSELF)
    if name == "div" and "grid" in html:
        instead = remedies.GRID
    return Mistake(rules.RAW_HTML, node, html.split("\n")[0], {"instead": instead})


def _attribute(node: Node, quoted: str) -> Mistake:
    instead = next(
        (remedy for sign, remedy in remedies.ATTRIBUTES.items() if sign in quoted),
        remedies.OTHER_ATTRIBUTE,
    )
    return Mistake(rules.ATTRIBUTE, node, quoted, {"instead": instead})

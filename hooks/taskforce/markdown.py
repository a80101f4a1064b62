"""Text becomes Markdown that shows just that text, whatever signs it holds."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

from markupsafe import Markup

# As entities these signs mean themselves everywhere: in running text, tables, links and HTML.
# Backslashes would not do, since Python-Markdown knows only some of them. The second part are signs
# that mean something only at the start of a block: lists, definitions, underlined headings.
_SIGNS = re.compile(
    r"""[&<>"\\`*_{}\[\]|~^#]|=(?==)|\+(?=\+)|:(?=[\w-]+:)|^[-+=:!?]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"""
)


_REPEATED = 20_000
"""How many results are remembered of what is asked again and again."""

_LETTER = re.compile(r"[^\W\d_]")


def escaped(text: object) -> Markup:
    """Return Markdown for one line that reads as `text`; `Markup` is Markdown already."""
    return text if isinstance(text, Markup) else _escaped(str(text))


@lru_cache(maxsize=_REPEATED)  # Labels, titles and dates stand on page after page.
def _escaped(text: str) -> Markup:
    line = " ".join(text.split())
    return Markup(_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", line))


def marked(words: object, language: str, around: str) -> Markup:
    """Return Markdown that reads as `words`, marked where they are in another language.

    Args:
        words: A text, or Markdown for within a line.
        language: BCP 47 code of their language.
        around: That of what they stand in.
    """
    if language == around:
        return escaped(words)
    return Markup(f'<span lang="{language}">{escaped(words)}</span>')


def filled_in(template: str, values: Mapping[str, object], language: str, around: str) -> Markup:
    """Return our own Markdown with its `{name}` fields filled in; the values are escaped.

    What stands between them is marked as `marked` does; the values say their own language.
    """
    if language == around:
        return Markup(template.format(**{name: escaped(value) for name, value in values.items()}))
    parts = []
    for literal, name, _, _ in Formatter().parse(template):
        own = Markup(literal)
        parts.append(marked(own, language, around) if _LETTER.search(own) else own)
        if name is not None:
            parts.append(escaped(values[name]))
    return Markup("").join(parts)


def link(text: object, target: str, language: str | None = None, name: str = "") -> Markup:
    """Return a Markdown link; `language` is given where the text is not in the page's own.

    Args:
        text: What the link says.
        target: A path to a file below docs/, or an address that has been checked.
        language: BCP 47 code for `lang` and `hreflang`.
        name: A class, for the style sheets.
    """
    parts = [f".{name}"] if name else []
    parts += [f'lang="{language}" hreflang="{language}"'] if language else []
    marks = f"{{: {' '.join(parts)} }}" if parts else ""
    return Markup(f"[{escaped(text)}](<{_target(target)}>){marks}")


def _target(target: str) -> str:
    return re.sub(r"[<>\s\\]", lambda sign: f"%{ord(sign[0]):02X}", target)


def backticks(text: str, least: int = 1) -> str:
    """Return as many backticks as make code of a text: more than it has in a row itself."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)


def code_span(text: str) -> Markup:
    """Return Markdown for code within a line that reads as `text`."""
    mark = backticks(text)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return Markup(f"{mark}{space}{text}{space}{mark}")


def code_block(text: str, language: str = "") -> Markup:
    """Return Markdown that shows `text` as it was written."""
    fence = backticks(text, 3)
    return Markup(f"{fence}{language}\n{text}\n{fence}")


def relative_path(target: str, page: str) -> str:
    """Return the path to `target` as a link on `page` writes it; both are below docs/."""
    return _path_from(target, posixpath.dirname(page) or ".")


@lru_cache(maxsize=_REPEATED)  # The same few folders have all pages.
def _path_from(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder)

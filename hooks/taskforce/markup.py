"""What may stand in HTML: nothing that runs, and nothing that loads from elsewhere.

HTML is read as a strict subset on which every parser agrees: a sign `<` always begins a tag, and
no `<` or `>` stands within one. Then a tag is what it seems, whatever is round it, and it is enough
to judge each different tag once: cheap, and without the gap between how a lenient parser
(html.parser, libxml2) and how a browser read bad HTML, in which attacks on sanitisers live. What
does not fit the subset is a problem by itself. All that makes this site writes such HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

LONGEST_SNIPPET = 120

_TAG = re.compile(r"<[^>]*>?")
_PARTS = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)
    (?P<attributes>(?:\s+[A-Za-z][\w:.-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*)
    \s*/?>""",
    re.VERBOSE | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""", re.ASCII
)
_COMMENT = re.compile(r"<!--(?!-?>)(?:[^<>-]|-(?!-))*-->")

_SCRIPT = re.compile(r"<script[^<>]*>[^<]*(?!</script>)<", re.IGNORECASE)
"""A script that holds more than data."""

_HTML = """
a abbr address article aside b blockquote body br button caption cite code col colgroup data dd del
details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header
hgroup hr html i img input ins kbd label legend li link main mark menu meta meter nav ol optgroup
option output p picture pre progress q rp rt ruby s samp script search section select small span
strong sub summary sup table tbody td template tfoot th thead time title tr u ul var wbr
"""
_DRAWING = """
circle clippath defs desc ellipse g line lineargradient marker mask path pattern polygon polyline
radialgradient rect stop svg symbol text textpath tspan use
"""
_ELEMENTS = frozenset((_HTML + _DRAWING).split())
"""Elements of HTML, and of drawings in it, that can be made harmless by what they may hold."""

_DATA = frozenset({"application/json", "application/ld+json"})
"""Kinds of script that no browser runs."""

_SCRIPT_FILE = re.compile(r"[\w./-]+\.js")

_ADDRESSES = frozenset(
    {"action", "cite", "href", "imagesrcset", "manifest", "poster", "src", "srcset", "xlink:href"}
)
_FORBIDDEN_ATTRIBUTES = frozenset({"background", "formaction", "ping", "srcdoc", "style"})
_DRAWN_WITH = frozenset(
    {"clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask"}
    | {"stroke"}
)
"""Attributes of a drawing that may refer to another part of it, and only to that."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|//", re.IGNORECASE)
_TO_FOLLOW = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of an address that somebody may choose to go to."""

_NOT_LOADED = frozenset({"alternate", "author", "canonical", "edit", "license", "next", "prev"})
"""Relations of a `<link>` that a browser does not load."""


class Active(NamedTuple):
    """Something that could run, load or pose: why it may not be there, and what it is."""

    reason: str
    snippet: str

    def __str__(self) -> str:
        """Return both on one line."""
        snippet = " ".join(self.snippet.split())
        if len(snippet) > LONGEST_SNIPPET:
            snippet = snippet[: LONGEST_SNIPPET - 1] + "…"
        return f"{self.reason}: {snippet}"


def active_content(page: str) -> list[Active]:
    """Return everything in HTML that could run, or load anything but the site's own files."""
    active = [
        Active(reason, tag)
        # In the order of the page, each once.
        for tag in dict.fromkeys(_TAG.findall(page))
        if (reason := _fault(tag))
    ]
    active += [Active("script with content", match[0]) for match in _SCRIPT.finditer(page)]
    return active


@lru_cache(maxsize=1 << 18)
def _fault(tag: str) -> str:
    """Return what is wrong with a tag, or an empty text."""
    if tag == "<!doctype html>" or _COMMENT.fullmatch(tag):
        return ""
    parts = _PARTS.fullmatch(tag)
    if parts is None:
        return "HTML that browsers may read otherwise than it looks"
    name = parts["name"].lower()
    if name not in _ELEMENTS:
        return f"element <{name}>"
    if parts["end"]:
        return ""
    attributes: dict[str, str] = {}
    for attribute, double, single, bare in _ATTRIBUTE.findall(parts["attributes"]):
        key = attribute.lower()
        if key in attributes:
            return f"attribute {key} twice"
        attributes[key] = html.unescape(double or single or bare)
    for key, value in attributes.items():
        if key.startswith("on") or key in _FORBIDDEN_ATTRIBUTES:
            return f"attribute {key}"
        if key in _DRAWN_WITH and re.search(r"url\(\s*[\"']?(?!#)|\\", value):
            return f"address in {key}"
        if key in _ADDRESSES and not _is_allowed(name, key, attributes):
            return f"address in {key}"
    return _element_fault(name, attributes)


def _is_allowed(name: str, key: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an address leads to the site itself, or may be followed by who chooses to."""
    if name == "use":
        return attributes[key].startswith("#")
    may_be_followed = (name, key) in {("a", "href"), ("blockquote", "cite"), ("q", "cite")} or (
        name == "link" and set(attributes.get("rel", "").lower().split()) <= _NOT_LOADED
    )
    values = attributes[key].replace("\\", "/")
    for value in values.split(",") if key.endswith("srcset") else [values]:
        # Browsers leave out line breaks and tabs within an address, and what stands before it.
        scheme = _SCHEME.match("".join(sign for sign in value if sign > " "))
        if scheme and not (may_be_followed and (scheme[1] or "").lower() in _TO_FOLLOW):
            return False
    return True


def _element_fault(name: str, attributes: Mapping[str, str]) -> str:
    """Return what is wrong with an element whose attributes are each allowed."""
    kind = attributes.get("type", "").lower()
    if name == "script" and "src" in attributes:
        is_run = kind in {"", "module"} and _SCRIPT_FILE.fullmatch(attributes["src"])
        return "" if is_run else "script from elsewhere"
    if name == "script" and kind not in _DATA:
        return "script in the page"
    if name == "meta" and "http-equiv" in attributes:
        return "meta http-equiv"
    return ""

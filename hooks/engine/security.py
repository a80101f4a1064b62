"""The last check of a build: nothing in the site runs but the site's own scripts.

The checks on what editors write come first, with file and line (hooks/taskforce/bodies.py and
uploads.py). This one looks at what came out, so that it also stops what no check on the sources
foresaw, in content, in templates and in the libraries between them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.parsers import expat

from hooks.engine.policy import POLICY
from hooks.taskforce.markup import Active, active_content
from hooks.taskforce.places import ASSETS, FINGERPRINTED_ASSETS, SEARCH
from hooks.taskforce.svg import first_unsafe

SHOWN = 50
"""Problems listed at most: a mistake in a template is on every page."""

_HEAD = re.compile(
    r'\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*<meta charset="utf-8">\s*'
    rf'<meta http-equiv="Content-Security-Policy" content="{re.escape(POLICY)}">'
)
"""How every page begins: a policy counts only for what follows it."""

_REDIRECT = re.compile(
    r'<meta http-equiv="refresh" content="0; url=(?:\.\./)*(?:[a-z0-9-]+/)*">(?=.*</head>)',
    re.DOTALL,
)
"""How a page sends readers on, within the site (hooks/engine/redirects.py)."""

_PAGES = frozenset({".html"})
_PICTURES = frozenset({".svg"})
_XML = frozenset({".xml", ".atom", ".rss"})
_SCRIPTS = frozenset({".js", ".mjs", ".wasm"})
_SCRIPT_FOLDERS = re.compile(f"(?:{ASSETS}|{FINGERPRINTED_ASSETS}|{SEARCH})/")
"""Where scripts may stand: what maintainers own (docs/assets and the theme), and the search."""

_NEVER = frozenset(
    {".htm", ".xhtml", ".xht", ".shtml", ".svgz", ".xsl", ".xslt", ".mht", ".mhtml", ".hta", ".swf"}
)
"""Other files that a browser opens as a page or a program."""

_RUNS_IN_XML = frozenset({"script", "iframe", "object", "embed", "foreignobject", "style"})


def xml_fault(content: bytes) -> str:
    """Return what in an XML file, such as a feed, a browser could run; or an empty text."""
    faults: list[str] = []

    def element(name: str, attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2].lower() in _RUNS_IN_XML:
            faults.append(f"<{name}>")
        faults.extend(key for key in attributes if key.lower().startswith("on"))

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = lambda name, *_: faults.append(f"<!DOCTYPE {name}>")
    parser.ProcessingInstructionHandler = lambda name, _: faults.append(f"<?{name}")
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        return f"not XML ({error})"
    return ", ".join(faults)


def file_problems(path: str, content: bytes) -> list[Active]:
    """Return what is wrong with one file of the site.

    Args:
        path: Where it stands in the site.
        content: Its bytes.
    """
    kind = Path(path).suffix.lower()
    if kind in _PAGES:
        try:
            page = content.decode("utf-8")
        except UnicodeDecodeError:
            return [Active("page that is not UTF-8", path)]
        beginning = _HEAD.match(page)
        if beginning is None:
            return [Active("page without our policy", page[:80]), *active_content(page)]
        return active_content(_REDIRECT.sub("", page[beginning.end() :], count=1))
    if kind in _PICTURES and (unsafe := first_unsafe(content)):
        return [Active(f"picture, line {unsafe[0]}", unsafe[1])]
    if kind in _XML and (fault := xml_fault(content)):
        return [Active("XML", fault)]
    if kind in _SCRIPTS and not _SCRIPT_FOLDERS.match(path):
        return [Active("script outside the folders for it", path)]
    if kind in _NEVER:
        return [Active("kind of file", path)]
    return []


_RIGHT: set[tuple[str, bytes]] = set()
"""The files in which the last build found nothing, by name and fingerprint: while serving, all but
a few are as they were."""


def site_problems(site: Path) -> list[str]:
    """Return everything in a built site that could run and is not the site's own, by page."""
    read = _PAGES | _PICTURES | _XML
    problems: list[str] = []
    right: set[tuple[str, bytes]] = set()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = path.read_bytes() if path.suffix.lower() in read else b""
        name = path.relative_to(site).as_posix()
        file = name, hashlib.sha256(content).digest()
        found = [] if file in _RIGHT else file_problems(name, content)
        problems += [f"{name}: {problem}" for problem in found]
        if not found:
            right.add(file)
    _RIGHT.clear()
    _RIGHT.update(right)
    return problems


def as_text(problems: Sequence[str]) -> str:
    """Return what to say where a build stops."""
    listed = "\n".join(problems[:SHOWN])
    more = f"\n… ({len(problems) - SHOWN} more)" if len(problems) > SHOWN else ""
    return (
        "Deze pagina's zijn niet veilig; de vorige site is niet veranderd. / "
        f"These pages are not safe; the previous site has not been changed.\n{listed}{more}"
    )

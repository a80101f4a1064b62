"""Pictures that cannot do anything: what an SVG file may hold.

An SVG is a program that draws. Opened by its own address it can run script, load from elsewhere
and pose as a page. So only what draws is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg "
"""The name space as the parser puts it before a name."""

_XLINK = "http://www.w3.org/1999/xlink "

_DRAWING = """
circle clipPath defs desc ellipse g line linearGradient marker mask metadata path pattern polygon
polyline radialGradient rect stop style svg switch symbol text textPath title tspan use
feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
feSpotLight feTile feTurbulence filter
"""
_ELEMENTS = frozenset(_DRAWING.split())
"""All of SVG that draws or describes: no script, no links, no pictures, no animation, no HTML."""

_LOADS = re.compile(r"""url\(\s*["']?(?!\s*["']?#)|//|\\|@import|[a-z]+script:|data:""", re.I)
"""What in a style or an attribute points outside the picture, or hides that it does."""


def first_unsafe(content: bytes) -> tuple[int, str] | None:
    """Return the line and text of the first thing that an SVG may not hold.

    The text is empty where the file is no SVG at all.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except _UnsafeError as error:
        return error.line, error.cause
    except expat.ExpatError as error:
        return error.lineno, ""
    return None


class _UnsafeError(Exception):
    """The picture holds something that it may not hold."""

    def __init__(self, line: int, cause: str) -> None:
        super().__init__(line, cause)
        self.line = line
        self.cause = cause


class _Reader:
    """Listens to the parser and stops it at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True  # So that a style arrives whole.
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.inside = False
        self.in_style = False

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        short = name.removeprefix(_SVG)
        if not self.inside and name != f"{_SVG}svg":
            self._stop("")
        self.inside = True
        self.in_style = short == "style"
        if short == name or short not in _ELEMENTS:
            self._stop(f"<{name.rsplit(' ', 1)[-1]}>")
        for attribute, value in attributes.items():
            local = attribute.rsplit(" ", 1)[-1]
            is_link = attribute in {"href", f"{_XLINK}href", "src"}
            if (
                local.lower().startswith("on")
                or (is_link and not value.startswith("#"))
                or _LOADS.search(value)
            ):
                self._stop(f'{local}="{value}"')

    def _end(self, name: str) -> None:
        self.in_style = False

    def _text(self, text: str) -> None:
        if self.in_style and (match := _LOADS.search(text)):
            self._stop(text[match.start() :].strip())

    def _instruction(self, target: str, data: str) -> None:
        self._stop(f"<?{target} {data}?>")

    def _doctype(self, name: str, *_: object) -> None:
        self._stop(f"<!DOCTYPE {name}>")

    def _stop(self, cause: str) -> None:
        raise _UnsafeError(self.parser.CurrentLineNumber, cause)

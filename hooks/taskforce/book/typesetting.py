"""What typst can set: text, pictures, a whole book; in the typefaces that come with it and with us.

Everything is set as PDF/UA-1, which refuses a sign without a glyph and a picture without words.
Typst has no clock here, so the same gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FALLBACK = Path(__file__).with_name("fonts")
"""Typefaces for signs that neither the site's own nor those of typst have."""

_TEXT = b"""#set document(title: "x")
#set text(font: ("Schibsted Grotesk", "Libertinus Serif", "DejaVu Sans Mono", "Noto Emoji"))
#sys.inputs.given"""
_PICTURE = b"""#set document(title: "x")
#image(sys.inputs.given, alt: "x")"""


class TypesettingError(RuntimeError):
    """Typst refuses it; the message says why."""


@dataclass(frozen=True)
class Typesetter:
    """Sets with one typeface and the fallbacks; pictures are read from `folder`."""

    folder: Path
    fonts: typst.Fonts
    known: frozenset[int]

    def pdf(self, source: bytes, **inputs: str) -> bytes:
        """Return what typst makes of its source; the inputs are `sys.inputs` there.

        Raises:
            TypesettingError: Typst refuses it.
        """
        try:
            # The types of typst want a root of the kind of the source, which is bytes here.
            content = typst.compile(  # type: ignore[call-overload]
                source,
                root=str(self.folder),
                font_paths=self.fonts,
                format="pdf",
                pdf_standards="ua-1",
                sys_inputs=inputs,
            )
        except typst.TypstError as error:
            raise TypesettingError(f"{error.message} {' '.join(error.hints)}".strip()) from error
        except BaseException as error:
            # A fault within typst, which has no name that can be imported.
            if type(error).__name__ != "PanicException":
                raise
            raise TypesettingError(str(error)) from error
        assert isinstance(content, bytes)
        return content

    def can_show(self, text: str) -> bool:
        """Return whether there is a glyph for all of a text."""
        return self._can_set(_TEXT, text)

    def can_draw(self, name: str) -> bool:
        """Return whether a file in the folder is a picture that can be shown."""
        return self._can_set(_PICTURE, f"/{name}")

    def _can_set(self, source: bytes, given: str) -> bool:
        try:
            self.pdf(source, given=given)
        except TypesettingError:
            return False
        return True


@contextmanager
def typesetter(typeface: bytes) -> Iterator[Typesetter]:
    """Lend a typesetter with a typeface, as woff2 or TrueType, and a folder that goes again."""
    with TemporaryDirectory(prefix="book_") as name:
        folder = Path(name)
        content, known = _true_type(typeface)
        (folder / "fonts").mkdir()
        (folder / "fonts/text.ttf").write_bytes(content)
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=[folder / "fonts", FALLBACK],
        )
        yield Typesetter(folder, fonts, known)


@lru_cache(maxsize=1)
def _true_type(typeface: bytes) -> tuple[bytes, frozenset[int]]:
    """Return a typeface as TrueType, which typst reads, and the characters that it has.

    It keeps its axis for weight.
    """
    font = TTFont(BytesIO(typeface), recalcTimestamp=False)
    known = frozenset(font.getBestCmap())
    font.flavor = None
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue(), known

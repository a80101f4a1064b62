"""Writes the typeface of the site: `python -m tests.typeface`."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.typeface.making import PUBLISHED, made

TYPEFACE = ROOT / "docs/assets/fonts/schibsted-grotesk-latin.woff2"

if __name__ == "__main__":
    TYPEFACE.write_bytes(made(PUBLISHED.read_bytes()))

"""Serves a built site on this machine as GitHub Pages does: below a path, compressed, cached."""

from __future__ import annotations

import functools
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tests.conftest import PREFIX, _Handler, listening

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")
"""The types of file that GitHub Pages sends compressed."""


@functools.lru_cache(maxsize=1024)
def _compressed(path: str, changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)


class _PagesHandler(_Handler):
    """Answers from memory, so that a busy disk is not what is measured."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.endswith("/") else path
        kind = self.guess_type(path)
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (path.is_file() and accepts and kind.startswith(COMPRESSED)):
            return super().send_head()
        content = _compressed(str(path), path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder, which need not be there yet; yield its address."""
    with listening(functools.partial(_PagesHandler, directory=str(site))) as address:
        yield f"{address}{PREFIX}"

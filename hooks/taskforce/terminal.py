"""What is said to whoever started a command."""

from __future__ import annotations

import io
import sys


def show_every_letter() -> None:
    """Let a terminal without some letter show a sign in its place, rather than stop there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def somebody_is_there() -> bool:
    """Return whether somebody at a terminal reads what is asked and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()

"""Measures: `python -m tests.bench`, or `make bench`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.bench.measuring import MeasuringError
from tests.bench.report import Row, as_json, as_svg, as_text
from tests.bench.variants import ROOT, SITE, VARIANTS, Outcome, build, prepare, rounds

SIZES = (SITE, "500", "2000", "5000")
LARGEST_OF_OTHERS = 2000
"""Beyond so many deliverables only our own build is measured: stock takes hours there."""

LARGEST_REPEATED = 500
"""Larger ones are built once in each way: a round takes half an hour."""

OUT = Path(__file__).parent / "measured"


def say(text: str) -> None:
    """Tell whoever waits how far it is."""
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def measure(size: str, runs: int, *, with_book: bool) -> list[Row]:
    """Build one size in every way that it is built in, at most so many times; return what it took.

    Raises:
        MeasuringError: Something cannot be built.
    """
    others = size == SITE or int(size) <= LARGEST_OF_OTHERS
    runs = runs if size == SITE or int(size) <= LARGEST_REPEATED else 1
    variants = tuple(variant for variant in VARIANTS if others or variant.is_ours)
    outcomes: dict[str, list[Outcome]] = {variant.name: [] for variant in variants}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        say(f"{size}: writing")
        pages = prepare(folder, size, others=others, with_book=with_book)
        for variant, outcome in rounds(variants, runs, partial(build, folder=folder)):
            outcomes[variant.name].append(outcome)
            say(f"{size}: {variant.name}: {outcome.usage.seconds:.1f} s")
    return [Row(size, pages, name, tuple(found)) for name, found in outcomes.items()]


def about(command: str) -> dict[str, str]:
    """Return what the figures depend on beside the code."""
    asked = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return {
        "command": command,
        "commit": commit.stdout.strip(),
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": str(os.cpu_count()),
        "load": " ".join(f"{figure:.2f}" for figure in os.getloadavg()),
    }


def write(rows: Sequence[Row], found: Mapping[str, str], out: Path) -> None:
    """Write what was measured, the table and the graph in a folder."""
    heading = "\n".join(f"{name}: {value}" for name, value in found.items())
    texts = {
        "figures.json": as_json(rows, found),
        "table.md": f"{heading}\n\n{as_text(rows)}\n",
    }
    if any(row.size.isdigit() for row in rows):
        texts["graph.svg"] = as_svg(rows, found["command"])
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8")


def size(text: str) -> str:
    """Return a size as it is asked for.

    Raises:
        ValueError: It is neither the real site nor a number of deliverables.
    """
    if text != SITE and int(text) < 1:
        raise ValueError(text)
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write what was measured; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=size, help=f"deliverables, or {SITE}")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=OUT, help="a folder for JSON, table and graph")
    parser.add_argument("--book", action="store_true", help="invented programmes have a PDF too")
    given = parser.parse_args(arguments)
    sizes: Sequence[str] = given.sizes or SIZES
    command = f'make bench N="{" ".join(sizes)}" RUNS={given.runs}' + " BOOK=1" * given.book
    found = about(command)
    rows: list[Row] = []
    for asked in sizes:
        try:
            rows += measure(asked, given.runs, with_book=given.book)
        except (MeasuringError, subprocess.CalledProcessError) as error:
            print(f"{asked}: {error}", file=sys.stderr)
            return 1
        write(rows, found, given.out)  # After each: the next one may take an hour, or fail.
        say(f"{asked}: written to {given.out}")
    print(as_text(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How the site is made: the same bytes each time, and no dearer per page when it grows."""

from __future__ import annotations

import gzip
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import ROOT, BlindError, Subject, measured
from tests.audit.serving import COMPRESSED
from tests.bench.variants import COLD, prepare
from tests.bench.variants import build as build_once
from tests.pages import differences, fingerprints

_NOT_COPIED = shutil.ignore_patterns(
    ".venv", "node_modules", "site", ".site-*", "audit", "__pycache__", ".*cache"
)

_BYTES_PER_MB = 1_000_000

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}
"""Another machine, as far as one machine can pretend: other day, other order, other words."""


def build(root: Path, site: Path, address: str | None, report: Path | None) -> None:
    """Build the site strictly.

    Args:
        root: The repository, or a copy of it.
        site: The folder to build it in.
        address: Where it will stand; without it, where `SITE_URL` or mkdocs.yml says.
        report: The report of an audit that it shows.

    Raises:
        BlindError: When it cannot be built without a warning.
    """
    _build(root, site, _environment(address, report))


def _environment(address: str | None, report: Path | None) -> dict[str, str]:
    found = {"SITE_URL": address, "AUDIT_REPORT": report and str(report)}
    return {name: value for name, value in found.items() if value}


def _build(root: Path, site: Path, environment: dict[str, str]) -> None:
    inherited = {name: value for name, value in os.environ.items() if name != "AUDIT_REPORT"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site],
        cwd=root,
        env=inherited | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BlindError(f"The site cannot be built: {done.stderr.strip() or done.stdout.strip()}")


def reproducible(subject: Subject, report: Path | None, root: Path = ROOT) -> Measurement:
    """Build the site again, from a copy in another place and on another day; return what differs.

    Raises:
        BlindError: When it cannot be built again.
    """
    first = fingerprints(subject.site)
    with tempfile.TemporaryDirectory() as folder:
        copy, again = Path(folder) / "copy", Path(folder) / "site"
        shutil.copytree(root, copy, ignore=_NOT_COPIED, symlinks=True)
        _build(copy, again, _environment(subject.address, report) | ELSEWHERE)
        second = fingerprints(again)
    return measured(
        "reproducible",
        [Evidence(where=name, found="differs") for name in differences(first, second)],
        checked=len(first),
        checked_what="files",
        command="mkdocs build --strict, twice; diff -r",
        tools=["mkdocs"],
    )


def sizes(subject: Subject) -> Measurement:
    """Return how many MB the largest file is, with what all weighs, and weighs compressed."""
    files = [path for path in sorted(subject.site.rglob("*")) if path.is_file()]
    plain = {path: path.stat().st_size for path in files}
    sent = sum(len(_as_sent(path)) for path in files)
    largest = max(files, key=plain.__getitem__)
    return measured(
        "largest-file",
        [
            Evidence(where=subject.place(largest), found=f"{plain[largest]:,} bytes"),
            Evidence(where="site", found=f"{sum(plain.values()):,} bytes, {sent:,} as sent"),
        ],
        figure=round(plain[largest] / _BYTES_PER_MB, 2),
        checked=len(files),
        checked_what="files",
        command="gzip -9",
        tools=[],
    )


def _as_sent(path: Path) -> bytes:
    kind = mimetypes.guess_type(path.name)[0] or ""
    content = path.read_bytes()
    return gzip.compress(content, 9, mtime=0) if kind.startswith(COMPRESSED) else content


def _per_page(pages: int) -> float:
    """Return the seconds that a build costs for each of so many pages."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), str(pages), others=False)
        return min(build_once(COLD, Path(folder)).usage.seconds for _ in range(2)) / pages


def linear(few: int = 100, many: int = 400) -> Measurement:
    """Return how many times dearer a page is on a site of `many` pages than on one of `few`."""
    costs = {pages: _per_page(pages) for pages in (few, many)}
    return measured(
        "linear",
        [
            Evidence(where=f"{pages} pages", found=f"{cost * 1000:.1f} ms a page")
            for pages, cost in costs.items()
        ],
        figure=round(costs[many] / costs[few], 2),
        checked=2 * len(costs),
        checked_what="builds",
        command=f'make bench N="{few} {many}"',
        tools=["mkdocs"],
    )

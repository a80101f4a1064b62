"""Two builds of one commit, for one day, are the same bytes: wherever, whenever and by whomever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hooks.engine.kept import FOLDER
from tests.conftest import ROOT, build
from tests.pages import difference

ELSEWHERE = {
    "PYTHONPATH": str(ROOT / "tests/elsewhere"),  # the order of files, and the clock
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",  # without these two Python makes an exception for this locale
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "1",
}


@pytest.mark.depth
def test_two_builds_of_one_commit_for_one_day_are_the_same_bytes(
    fixed_site: Path, fixed_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere, later, by somebody else: folder, order of files, clock, umask, place, language."""
    root = tmp_path / "elders, à côté"
    for path in sorted(fixed_root.rglob("*"), reverse=True):
        if path.is_file() and not {fixed_site, fixed_root / FOLDER} & {*path.parents}:
            place = root / path.relative_to(fixed_root)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)
    day_of_first = (fixed_root / "mkdocs.yml").stat().st_mtime
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day_of_first)))
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    before = os.umask(0o077)
    try:
        done = build(root, tmp_path / "site")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert difference(fixed_site, tmp_path / "site") is None


def test_elsewhere_files_come_in_another_order_on_another_day(tmp_path: Path) -> None:
    names = [f"{number:02}" for number in range(20)]
    for name in names:
        (tmp_path / name).touch()
    look = """
import datetime, glob, os, pathlib, time
print(*os.listdir())
print(*(entry.name for entry in os.scandir()))
print(*next(os.walk("."))[2])
print(*glob.glob("*"))
print(*pathlib.Path().iterdir())
print(*pathlib.Path().glob("*"))
print(datetime.date.today().year, datetime.datetime.now().year, time.gmtime(time.time()).tm_year)
"""
    done = subprocess.run(
        [sys.executable, "-c", look],
        cwd=tmp_path,
        env=os.environ | ELSEWHERE,
        capture_output=True,
        text=True,
        check=True,
    )
    *orders, years = (line.split() for line in done.stdout.splitlines())
    for order in orders:
        assert sorted(order) == names
        assert order != names
    assert {int(year) > date.today().year + 70 for year in years} == {True}


@pytest.mark.parametrize(
    ("name", "first", "second", "said"),
    [
        ("a.txt", b"x\ny\n", b"x\nz\n", "a.txt, line 2: 'y' | 'z'"),
        ("a.txt", b"x\n", b"x\ny\n", "a.txt, line 2: '' | 'y'"),
        (
            "a.txt",
            50 * b"x" + b"yz",
            50 * b"x" + b"z",
            f"a.txt, line 1: '{20 * 'x'}yz' | '{20 * 'x'}z'",
        ),
        ("a.png", b"\x89PNG\xff\x01", b"\x89PNG\xff\x02", "a.png, byte 5: 01 | 02"),
        ("a.txt", b"x", None, "a.txt: in the first only"),
        ("a.txt", None, b"x", "a.txt: in the second only"),
        ("a.txt", b"x", b"x", None),
    ],
)
def test_the_first_difference_is_named_by_file_and_place(
    name: str, first: bytes | None, second: bytes | None, said: str | None, tmp_path: Path
) -> None:
    for folder, content in (("first", first), ("second", second)):
        (tmp_path / folder).mkdir()
        if content is not None:
            (tmp_path / folder / name).write_bytes(content)
    assert difference(tmp_path / "first", tmp_path / "second") == said

"""How much hosts take."""

from __future__ import annotations

import os
from pathlib import Path

from hooks.engine.limits import MOST_OF_FILE, MOST_OF_SITE, too_large


def write(path: Path, size: int) -> None:
    """Make a file that is as large, and takes no room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, size)


def test_a_file_that_hosts_refuse_is_named_with_its_size(tmp_path: Path) -> None:
    write(tmp_path / "over/alles.pdf", MOST_OF_FILE)
    assert too_large(tmp_path) == []
    write(tmp_path / "over/alles.pdf", MOST_OF_FILE + 1)
    (text,) = too_large(tmp_path)
    assert text.startswith("over/alles.pdf is 26 MB; hosts nemen bestanden tot 25 MB.")
    assert "over/alles.pdf is 26 MB; hosts take files of up to 25 MB." in text


def test_a_site_that_does_not_fit_on_pages_says_so(tmp_path: Path) -> None:
    for number in range(MOST_OF_SITE // MOST_OF_FILE):
        write(tmp_path / f"{number}.json", MOST_OF_FILE)
    assert too_large(tmp_path) == []
    write(tmp_path / "one-more.txt", 1)
    (text,) = too_large(tmp_path)
    assert text.startswith("De site is 1001 MB; GitHub Pages neemt tot 1000 MB.")
    assert "The site is 1001 MB; GitHub Pages takes up to 1000 MB." in text

"""What hosts take: a build that has more says so before anybody tries to publish it."""

from __future__ import annotations

from pathlib import Path

from hooks.taskforce.languages import Text

MOST_OF_FILE = 25_000_000
"""Bytes of one file: Cloudflare Pages takes no larger one, and no phone should have to."""

MOST_OF_SITE = 1_000_000_000
"""Bytes of the whole site: GitHub Pages takes no more."""

_FILE = Text(
    nl="{name} is {size} MB; hosts nemen bestanden tot {most} MB. Wat te doen staat in de README "
    "(Many readers).",
    en="{name} is {size} MB; hosts take files of up to {most} MB. What to do is in the README "
    "(Many readers).",
)
_SITE = Text(
    nl="De site is {size} MB; GitHub Pages neemt tot {most} MB. Waarheen dan staat in de README "
    "(Many readers).",
    en="The site is {size} MB; GitHub Pages takes up to {most} MB. Where to move is in the README "
    "(Many readers).",
)


def too_large(site: Path) -> list[str]:
    """Return what in a built site is more than hosts take, each in every language."""
    sizes = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    found = [
        _FILE.format(name=name, size=_megabytes(size), most=_megabytes(MOST_OF_FILE))
        for name, size in sizes.items()
        if size > MOST_OF_FILE
    ]
    if (whole := sum(sizes.values())) > MOST_OF_SITE:
        found.append(_SITE.format(size=_megabytes(whole), most=_megabytes(MOST_OF_SITE)))
    return [text.in_every_language() for text in found]


def _megabytes(size: int) -> str:
    return str(-(-size // 1_000_000))

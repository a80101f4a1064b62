"""Sites that a page can be drafted for: the tiny tree, and the fixed site."""

from __future__ import annotations

from functools import cache

from hooks.taskforce.drafting.site import Site
from hooks.taskforce.loading import Circumstances, load_files
from hooks.taskforce.reading import Files, files_in
from tests.builders import TODAY, as_bytes, tiny_tree
from tests.fixed_site import DOCS


@cache
def tiny_site() -> Site:
    contents = {path: as_bytes(text) for path, text in tiny_tree().items()}
    return _site(Files(contents))


@cache
def fixed_site() -> Site:
    return _site(files_in(DOCS))


def _site(files: Files) -> Site:
    circumstances = Circumstances(TODAY)
    return Site(files, lambda files: load_files(files, circumstances).problems, TODAY)

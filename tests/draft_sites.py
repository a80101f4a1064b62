"""Sites that a page can be drafted for: the tiny tree, and the fixed site."""

from __future__ import annotations

from functools import cache

from hooks.taskforce.drafting.site import Site
from hooks.taskforce.loading import Circumstances
from hooks.taskforce.reading import Files, files_in
from tests.builders import TODAY, as_bytes, tiny_tree
from tests.fixed_site import DOCS


@cache
def tiny_site() -> Site:
    contents = {path: as_bytes(text) for path, text in tiny_tree().items()}
    return Site(Files(contents), Circumstances(TODAY))


@cache
def fixed_site() -> Site:
    return Site(files_in(DOCS), Circumstances(TODAY))

"""Of the theme only the templates are used; what it would have pages load is left out."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Take the style sheets, programs and pictures of the theme itself out of `files`.

    No page refers to any of them: overrides/ and docs/assets/ have the site's own. Published all
    the same they would be two megabytes of programs that nobody has looked at.
    """
    packages = [path for path in config.theme.dirs if path != config.theme.custom_dir]
    for file in list(files):
        source = file.abs_src_path
        if source and any(Path(source).is_relative_to(package) for package in packages):
            files.remove(file)

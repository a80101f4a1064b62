"""A page that was saved, made before the rest of the site: a preview shows it within a second.

MkDocs makes all pages again after each change. What one page needs beside its own text is still
there from the build before; the rest follows right behind, in the build that MkDocs makes anyhow.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from hooks.engine.kept_pages import write_anew
from hooks.engine.multilingual import mark_fallbacks, source_paths, with_language
from hooks.engine.navigation import name_sections


@dataclass(frozen=True)
class Read:
    """What MkDocs has of the site in one language, once all of its pages have been read."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: Environment

    def make(self, saved: Set[str], folder: Path) -> None:
        """Make the pages whose files were saved again, as a build would; and nothing else.

        Args:
            saved: Paths of files below that of the pages.
            folder: Where the pages go: that of a site.
        """
        pages = self.files.documentation_pages()
        changed = {
            file: file.page
            for file in pages
            if file.page and saved & source_paths(with_language(file), self.config)
        }
        for page in changed.values():
            build._populate_page(page, self.config, self.files)
        mark_fallbacks(changed, self.config)
        name_sections(changed)
        write_anew(self.environment)
        for file, page in changed.items():
            target = folder / file.dest_uri
            # Beside it first, as somebody may just be asking for it.
            made = target.with_name(f"{target.name}.made")
            file.abs_dest_path = str(made)
            build._build_page(page, self.config, pages, self.navigation, self.environment)
            made.replace(target)

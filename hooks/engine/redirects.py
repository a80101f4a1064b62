"""Pages that send readers on from where a page stood before.

A host of plain files, such as GitHub Pages, sends no redirect of its own. So a page stands there in
every language, which does it without a script. It is in no menu, sitemap, search or feed.
"""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from hooks.engine.multilingual import built_language
from hooks.engine.publishing import site_of
from hooks.taskforce.addresses import page_address, path_in, relative_address
from hooks.taskforce.catalogue import Catalogue

TEMPLATE = "redirect.html"


def add(files: Files, catalogue: Catalogue, environment: Environment, config: MkDocsConfig) -> None:
    """Add a page to the files for each former address, in the language that is being built.

    Call it in `on_env`, when the templates know all that they need and nothing has been written.

    Args:
        files: Those of the build.
        catalogue: Everything the site knows.
        environment: That of the theme.
        config: MkDocs' configuration.
    """
    language = built_language(config)
    template = environment.get_template(TEMPLATE)
    site = site_of(config)
    for entity in catalogue.entities:
        for name in entity.former_names:
            before = f"{name}.md"
            here = path_in(page_address(before), language)
            html = template.render(
                config=config,
                page=None,
                base_url=get_relative_url(".", here),
                target=relative_address(entity.path, before),
                canonical=site.page(entity, language),
                version=entity.version(language),
            )
            file = File.generated(config, f"{here}index.html", content=html)
            file.dest_uri = f"{here}index.html"
            files.append(file)

"""A hook of MkDocs with the words that our templates ask for, and nothing else of ours.

So that the same pages can be built by the same templates without our hooks: no fact is added,
nothing is checked, found, drawn or fed. Only what a template cannot do without stands here.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks.engine import labels, multilingual, policy, settings, theme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Twice: whose site it is, and in which language."""
    config.extra["owner"] = settings.owner_of(config)
    config.extra |= {"policy": policy.POLICY, "referrer": policy.REFERRER}
    theme.publish_own_files_only(config)
    multilingual.set_language(config)
    return config


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Per page: the text is read as ours is."""
    labels.label_extensions(config, multilingual.with_language(page.file).locale)
    return page


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Twice: what templates can say."""
    theme.add_globals(env, multilingual.built_language(config))
    return env

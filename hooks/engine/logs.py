"""The logger of MkDocs, whichever generator is at work under that name."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig

NAME = MkDocsConfig.__module__.partition(".")[0]
"""The package that really runs: ProperDocs stands in for `mkdocs`, and logs by its own name."""


def generator_logger() -> logging.Logger:
    """Return the logger above all others, at which warnings are counted and shown."""
    return logging.getLogger(NAME)


def build_logger() -> logging.Logger:
    """Return that of the module which builds: static-i18n filters it in its further builds."""
    return logging.getLogger(f"{NAME}.commands.build")


def server_logger() -> logging.Logger:
    """Return that of the server of a preview: what it says is no warning of a build."""
    return logging.getLogger(f"{NAME}.livereload")

"""What a build is given from outside, looked at before it begins: the address and the options."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from pydantic import ValidationError

from hooks.engine.content import MOMENT, moment
from hooks.engine.logs import generator_logger
from hooks.engine.multilingual import plugin_of
from hooks.taskforce.languages import LANGUAGES, SOURCE_LANGUAGE, Text
from hooks.taskforce.owner import Owner
from hooks.taskforce.repository import Repository

ADDRESS = "SITE_URL"
"""The environment variable that says where the site will stand."""

DRAFTS = "DRAFTS"
"""The environment variable that asks for drafts (mkdocs.yml, extra)."""

_OTHER_LANGUAGES = Text(
    nl="Niet in allebei: {wrong}. Een taal van de site staat in mkdocs.yml (plugins, i18n, "
    "languages) en heeft een bestand in hooks/taskforce/languages/.",
    en="Not in both: {wrong}. A language of the site is in mkdocs.yml (plugins, i18n, "
    "languages) and has a file in hooks/taskforce/languages/.",
)
_OTHER_DEFAULT = Text(
    nl="In mkdocs.yml hoort ‘default: true’ bij de taal ‘{language}’.",
    en="In mkdocs.yml ‘default: true’ belongs to the language ‘{language}’.",
)
_OWNER = "owner: {official: false, contact: naam@voorbeeld.nl}"

_TOLD_OTHERWISE = frozenset(
    {
        *("config_file_path", "dev_addr", "docs_dir", "site_dir", "watch"),  # where things are
        *("plugins", "theme"),  # told by what is set of them
        *("hooks", "strict"),  # what is read as code, and what stops a build
    }
)

log = logging.getLogger(f"mkdocs.{__name__}")

_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::[0-9]+)?(?:/[a-z0-9._~%/-]*)?",
    re.IGNORECASE,
)


def site_address(given: str, otherwise: str) -> str:
    """Return the address of the site, with a slash at its end.

    Args:
        given: What the environment says; empty is the same as nothing, as a workflow sets a
            variable that it has no value for.
        otherwise: The address where nothing is given.

    Raises:
        Abort: It is no address at which a site can stand.
    """
    address = given.strip() or otherwise
    if not _ADDRESS.fullmatch(address):
        raise Abort(
            f"{ADDRESS} is ‘{address}’; dat is geen adres waar de site kan staan. Schrijf "
            "bijvoorbeeld https://voorbeeld.nl/taskforce/, zonder ? of #, of laat het weg. / "
            f"{ADDRESS} is ‘{address}’, which is no address at which the site can stand. Write "
            "https://example.org/taskforce/, for example, without ? or #, or leave it out."
        )
    return address.rstrip("/") + "/"


def refuse_no_moment(given: str | None) -> None:
    """Stop where what is given as the moment of the build is none: MkDocs would crash at it.

    Args:
        given: What the environment says, if it says anything.

    Raises:
        Abort: It is no number of seconds.
    """
    if given is not None and moment(given, UTC) is None:
        raise Abort(
            f"{MOMENT} is ‘{given}’. Schrijf een aantal seconden sinds 1970, zoals 1767222000, of "
            f"laat het weg. / {MOMENT} is ‘{given}’. Write a number of seconds since 1970, such as "
            "1767222000, or leave it out."
        )


def with_drafts(config: MkDocsConfig) -> bool:
    """Return whether pages that are not public yet are to be in the site, as in a preview.

    Raises:
        Abort: `extra.drafts`, which the environment can set, is neither true nor false.
    """
    given = config.extra.get("drafts", False)
    if not isinstance(given, bool):
        raise Abort(
            f"{DRAFTS} is ‘{given}’. Schrijf ‘true’ voor een voorbeeld met concepten, of laat het "
            f"weg. / {DRAFTS} is ‘{given}’. Write ‘true’ for a preview with drafts, or leave it "
            "out."
        )
    return given


def owner_of(config: MkDocsConfig) -> Owner:
    """Return whose site it is, as `extra.owner` in mkdocs.yml says.

    Raises:
        Abort: It says something that it cannot say.
    """
    given: Any = config.extra.get("owner") or {}
    try:
        return Owner.model_validate(given)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, ('owner', *one['loc'])))}: {one['msg']}" for one in error.errors()
        )
        raise Abort(
            f"mkdocs.yml, extra: {wrong}. Schrijf bijvoorbeeld: {_OWNER} / Write, for example: "
            f"{_OWNER}"
        ) from error


def repository_of(config: MkDocsConfig, owner: Owner) -> Repository:
    """Return where the files of the site are kept, as `edit_uri_template` in mkdocs.yml says."""
    return Repository(str(config.edit_uri_template or ""), is_archived=bool(owner.archived))


def tell_what_is_missing(owner: Owner) -> None:
    """Say that readers cannot write to the makers, which is no mistake."""
    if not owner.contact and not owner.archived:
        log.info(
            "mkdocs.yml noemt geen e-mailadres (extra.owner.contact): lezers bereiken de makers "
            "alleen via GitHub. / mkdocs.yml has no e-mail address (extra.owner.contact): readers "
            "can reach the makers through GitHub only."
        )


def refuse_other_languages(config: MkDocsConfig) -> None:
    """Stop where mkdocs.yml does not build the languages of which there is a file.

    Raises:
        Abort: A language is missing from either, or another than Dutch is the first.
    """
    plugin = plugin_of(config)
    built = {*plugin.build_languages}
    if wrong := sorted(built ^ {*LANGUAGES}):
        raise Abort(_OTHER_LANGUAGES.format(wrong=", ".join(wrong)).in_every_language())
    if plugin.default_language != SOURCE_LANGUAGE:
        raise Abort(_OTHER_DEFAULT.format(language=SOURCE_LANGUAGE).in_every_language())


def refuse_flat_addresses(config: MkDocsConfig) -> None:
    """Stop where pages would not stand in folders of their own, as every address here does.

    Raises:
        Abort: MkDocs was asked for addresses such as `mkb.html`.
    """
    if not config.use_directory_urls:
        raise Abort(
            "De site kan niet met --no-directory-urls (use_directory_urls: false) worden gemaakt: "
            "elk adres is een map, zoals /themas/mkb/. Laat dat weg. / "
            "The site cannot be built with --no-directory-urls (use_directory_urls: false): "
            "every address is a folder, such as /themas/mkb/. Leave it out."
        )


def never_silence_what_stops(config: MkDocsConfig) -> None:
    """Let MkDocs say, and so count, each warning that a strict build stops at.

    With `--quiet` it drops warnings before it counts them: `--strict --quiet` would publish what
    `--strict` refuses.
    """
    logger = generator_logger()
    if config.strict and logger.getEffectiveLevel() > logging.WARNING:
        logger.setLevel(logging.WARNING)


def as_text(config: MkDocsConfig, *left_out: str) -> str:
    """Return what the settings of a build are, but for where things are and what stops it.

    Args:
        config: MkDocs' configuration.
        left_out: The names of other settings that do not count.
    """
    others = _TOLD_OTHERWISE.union(left_out)
    settings = {name: value for name, value in config.items() if name not in others}
    plugins = {
        name: plugin.config
        for name, plugin in config.plugins.items()
        if isinstance(plugin, BasePlugin)
    }
    look = {name: config.theme[name] for name in config.theme}
    return json.dumps([settings, plugins, look], default=repr, sort_keys=True)

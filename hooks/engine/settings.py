"""What the build is told from outside, looked at before it begins: the address, and the options."""

from __future__ import annotations

import logging
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

ADDRESS = "SITE_URL"
"""The environment variable that says where the site will stand."""

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
        Abort: it is no address at which a site can stand.
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
    logger = logging.getLogger("mkdocs")
    if config.strict and logger.getEffectiveLevel() > logging.WARNING:
        logger.setLevel(logging.WARNING)

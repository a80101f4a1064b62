"""Addresses of web pages: which the site may use, and how they are written."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from .problems import Rule
from .rules import fields as rules

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
_UNUSABLE = re.compile(r"[\s<>\"`{}|\\^]|#.*#")
"""What no URI holds (RFC 3986, appendix A); an apostrophe may stand in one, and one `#`."""

_KEPT = "!$%&'()*+,/:;=?@~"
"""What a part of a URI may hold besides letters, digits, `-`, `.` and `_`."""

_NO_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
"""A `%` that stands for itself: where something is encoded, two digits follow."""

_TOP_LEVEL = "amsterdam|be|com|de|edu|eu|fr|frl|gov|info|int|io|net|nl|nu|org|tv|uk"
_SITE = re.compile(rf"(?:www\.|(?:[\w-]+\.)+(?:{_TOP_LEVEL})(?=[/?#:]|$))", re.IGNORECASE)
_SCHEME_LIKE = re.compile(
    r"(?!https?://)h?t{1,3}p{0,2}s?\s*(?:[:;]\s*/{0,3}|//+)(?=[\w-]+\.)", re.IGNORECASE
)
"""`https:/`, `https//`, `htps://` and their like."""


def url_rule(value: str) -> Rule | None:
    """Return the rule that an address outside the site breaks, if any (RFC 3986)."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return rules.BAD_URL
    usable = (
        host is not None
        and _HOST.fullmatch(host) is not None
        and parts.username is None
        and _UNUSABLE.search(value) is None
        and value.isprintable()
    )
    if usable and parts.scheme == "http":
        return rules.HTTP_URL
    return None if usable and parts.scheme == "https" else rules.BAD_URL


def url_mistake(address: str, written: str) -> tuple[Rule, str] | None:
    """Return the rule that an address outside the site breaks, and what to write instead.

    Args:
        address: As it is used.
        written: As an editor wrote it.
    """
    rule = url_rule(address)
    if rule is rules.BAD_URL and (instead := corrected(written)):
        return rules.URL_SPELLING, instead
    return None if rule is None else (rule, f"https{written.strip()[4:]}")


def as_uri(address: str) -> str:
    """Return an address in the letters of a URI, which every program can use.

    Source: RFC 3987, section 3.1; the name of the host after IDNA. What cannot be read as an
    address, or has white space or brackets `<>` in it, stays as it is.
    """
    if re.search(r"[\s<>\"\\]", address) or not address.isprintable():
        return address
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        name, at, _ = parts.netloc.rpartition("@")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:  # Also where the host has a letter that no name may have.
        return address
    rest = (quote(_NO_CODE.sub("%25", part), safe=_KEPT) for part in parts[2:])
    return urlunsplit((parts.scheme, f"{name}{at}{host}{port}", *rest))


def as_read(address: str) -> str:
    """Return an address as people read it: the opposite of `as_uri`, without the scheme."""
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("ascii").decode("idna")
    except ValueError:
        host = parts.netloc
    path = unquote(parts.path)
    if not path.isprintable() or _UNUSABLE.search(path):
        path = parts.path
    return urlunsplit(("", "", host + path, parts.query, parts.fragment)).rstrip("/")


def is_site(address: str) -> bool:
    """Return whether an address without a scheme begins with the name of a site."""
    return _SITE.match(address) is not None


_LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)|<([^<>\s]+)>")
"""A link as Markdown writes it."""


_QUOTES = " \t\n\"'“”„‘’"
_SEVERAL = re.compile(r"https?://.*\s(?:https?://|www\.)", re.IGNORECASE)


def _round(address: str) -> str:
    """Return an address without what stands round it in running text."""
    link = _LINK.fullmatch(address.strip())
    return (link[1] or link[2] if link else address.strip(_QUOTES)).rstrip(".,;")


def corrected(address: str) -> str | None:
    """Return the address that was meant where it is spelt wrongly; None where nobody can tell."""
    meant = _round(address)
    if _SEVERAL.match(meant):
        return None
    if match := _SCHEME_LIKE.match(meant):
        meant = f"https://{meant[match.end() :]}"
    elif is_site(meant):
        meant = f"https://{meant}"
    meant = as_uri(re.sub(r"[\s<>\"\\]", lambda sign: quote(sign[0]), meant))
    return meant if meant != address and url_rule(meant) is None else None

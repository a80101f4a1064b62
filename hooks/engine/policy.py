"""What a browser may do with the pages of this site, and the files that say so to others.

The policy stands in a `<meta>` element on every page (overrides/main.html), because GitHub Pages
cannot send headers. For a host that can, the build also writes them down in a file of its own, and
`python -m hooks.engine.policy nginx` (or `caddy`, `apache`) prints them for a server.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from hooks.engine.git import Git
from hooks.taskforce.places import ASSETS, FINGERPRINTED_ASSETS, SEARCH

if TYPE_CHECKING:  # The check after a deployment reads the policy where no package is installed.
    from mkdocs.config.defaults import MkDocsConfig

POLICY = "; ".join(
    (
        "default-src 'none'",
        # The search is a WebAssembly module; this allows compiling it, and no eval() of text.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",  # Chromium counts a picture within a style sheet as data
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""The Content-Security-Policy: nothing runs or loads but files of the site itself."""

REFERRER = "strict-origin-when-cross-origin"
"""Another site sees from which site a reader comes, and not from which page."""

HEADERS = {
    # Only a header can forbid others to show a page in a frame.
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # frame-ancestors for older browsers
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Pages elsewhere may read the data, as GitHub Pages allows too; all of it is public.
    "Access-Control-Allow-Origin": "*",
}
"""What a host that can send headers sends with every file."""

HEADERS_FILE = "_headers"
"""Where hosts such as Netlify and Cloudflare Pages look for them."""

FOREVER = "public, max-age=31536000, immutable"
"""The Cache-Control of a file whose name is another whenever it holds something else."""

ASK_AGAIN = "no-cache"
"""That of all else: kept, and shown once the host has said that it is still the same."""

FINGERPRINTED = rf"(?:{FINGERPRINTED_ASSETS}|{SEARCH}/(?:fragment|index))/|{SEARCH}/[^/]+\.pf_meta$"
"""Where such files stand: styles, scripts and typeface (assets.py), and pieces of the search."""

SECURITY_TXT = ".well-known/security.txt"
"""Where RFC 9116 wants it: right below the domain."""

SECURITY_PAGE = "over/veiligheid/"


def headers_file(site: Path) -> str:
    """Return the headers as Netlify, Cloudflare Pages and others read them from `_headers`.

    These hosts have browsers ask again for all that nothing is said of. It cannot be said below
    `/*`, since they join headers of one name.

    Args:
        site: The folder in which the site has been built.
    """
    search = site / SEARCH
    folders = [*site.glob(f"{ASSETS}-*"), search / "fragment", search / "index"]
    places = [f"{folder.relative_to(site).as_posix()}/*" for folder in folders]
    places += sorted(f"{SEARCH}/{path.name}" for path in search.glob("*.pf_meta"))
    rules = {"/*": HEADERS} | {f"/{place}": {"Cache-Control": FOREVER} for place in places}
    return "".join(
        f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for place, headers in rules.items()
    )


SERVERS = {
    "nginx": (
        'add_header {} "{}" always;',
        f"""\
error_page 404 /404.html;
set $caching "{ASK_AGAIN}";
if ($uri ~ "/(?:{FINGERPRINTED})") {{ set $caching "{FOREVER}"; }}
add_header Cache-Control $caching;""",
    ),
    "caddy": (  # What an unknown address gives is up to the whole Caddyfile.
        'header {} "{}"',
        f"""\
@fingerprinted {{
	file
	path_regexp "/(?:{FINGERPRINTED})"
}}
header ?Cache-Control "{ASK_AGAIN}"
header @fingerprinted Cache-Control "{FOREVER}\"""",
    ),
    "apache": (
        'Header always set {} "{}"',
        f"""\
ErrorDocument 404 /404.html
Header set Cache-Control "{ASK_AGAIN}"
Header set Cache-Control "{FOREVER}" "expr=%{{REQUEST_URI}} =~ m#/(?:{FINGERPRINTED})#\"""",
    ),
}
"""How a server is told of a header, and the rest: unknown addresses, and what may be kept."""


def server_configuration(server: str) -> str:
    """Return the headers as they stand in the configuration of one of `SERVERS`."""
    line, rest = SERVERS[server]
    lines = [line.format(name, value) for name, value in HEADERS.items()]
    return "\n".join([*lines, rest]) + "\n"


def security_txt(
    contacts: Iterable[str], languages: Iterable[str], site_url: str, changed: datetime
) -> str:
    """Return where whoever finds a weakness can report it (RFC 9116).

    Args:
        contacts: Full addresses at which to report, the best first.
        languages: Those of the site, in which one can be written to.
        site_url: Full address of the site, with a slash at its end.
        changed: When the site last changed, so that one commit always gives the same text. It
            expires just within a year, as the RFC advises: a site that nobody keeps up should not
            promise an answer.
    """
    expires = changed.astimezone(UTC) + timedelta(days=364)
    return (
        "".join(f"Contact: {contact}\n" for contact in contacts)
        + f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: {', '.join(languages)}\n"
        f"Canonical: {urljoin(site_url, SECURITY_TXT)}\n"
        f"Policy: {urljoin(site_url, SECURITY_PAGE)}\n"
    )


def contacts(private: str, email: str, site_url: str) -> list[str]:
    """Return where to report a weakness: in private on GitHub, and by e-mail where there is any.

    Where there is neither, the page on security says it.

    Args:
        private: The address of the form on GitHub, or nothing.
        email: That of the makers, or nothing.
        site_url: Full address of the site.
    """
    addresses = [private] if private else []
    addresses += [f"mailto:{email}"] if email else []
    return addresses or [urljoin(site_url, SECURITY_PAGE)]


def write(
    config: MkDocsConfig, git: Git, reporting: Iterable[str], languages: Iterable[str]
) -> None:
    """Write the files for hosts and for finders; call it once, after the last language.

    Args:
        config: MkDocs' configuration.
        git: Tells when the site last changed.
        reporting: Where to report a weakness; nowhere, where nobody keeps the site up: then there
            is no security.txt, which would promise an answer.
        languages: Those of the site.
    """
    reporting = list(reporting)
    site = Path(config.site_dir)
    (site / HEADERS_FILE).write_text(headers_file(site), encoding="utf-8", newline="\n")
    seconds = git("log", "-1", "--format=%ct")
    if seconds is None or not config.site_url or not reporting:
        return  # Without a date or an address there is no valid security.txt.
    changed = datetime.fromtimestamp(int(seconds), UTC)
    (site / SECURITY_TXT).parent.mkdir(exist_ok=True)
    text = security_txt(reporting, languages, config.site_url, changed)
    (site / SECURITY_TXT).write_text(text, encoding="utf-8", newline="\n")


def for_preview(page: bytes) -> bytes:
    """Return a page of the preview, whose policy also allows the script within it.

    The page itself has none; `mkdocs serve` adds its own, different each time. All else is as
    strict as on the published site, so that the preview shows what readers will meet.
    """
    scripts = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script).digest()) for script in scripts]
    allowed = b"".join(b" 'sha256-%b'" % digest for digest in hashes)
    directive = b"script-src 'self'"
    return page.replace(directive, directive + allowed, 1)


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) == 2 else ""
    if chosen not in SERVERS:
        sys.exit(f"usage: python -m hooks.engine.policy {'|'.join(SERVERS)}")
    print(server_configuration(chosen), end="")

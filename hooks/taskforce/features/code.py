"""Code between fences, with a title where it has one (```` ```yaml title="mkdocs.yml" ````)."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


def accepts(
    language: str,
    given: Mapping[str, str],
    options: dict[str, str],
    attributes: Mapping[str, str],
    markdown: object,
) -> bool:
    """Take the title from what stands behind the fence; the rest is passed over, as on GitHub."""
    if "title" in given:
        options["title"] = given["title"]
    return True


def formatted(
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, str],
    markdown: object,
    **_: object,
) -> str:
    """Return code as HTML: as `pymdownx.highlight` makes it, in a figure where it has a title."""
    of_language = f' class="language-{escape(language)}"' if language else ""
    code = f'<pre class="highlight"><code{of_language}>{escape(source, quote=False)}</code></pre>'
    if not (title := options.get("title", "").strip()):
        return code
    return (
        f'<figure class="titled-code">\n<figcaption>{escape(title)}</figcaption>\n{code}\n</figure>'
    )

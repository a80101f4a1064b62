"""Words that Python-Markdown writes by itself, in the language of the page.

Their defaults are English and would stand on Dutch pages (WCAG 2.2, success criterion 3.1.2).
Material's own words are in overrides/partials/languages/.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

FOOTNOTE_BACKLINK = {
    "nl": "Terug naar voetnoot {} in de tekst",
    "en": "Back to footnote {} in the text",
}
ADMONITION = {
    "nl": {
        "note": "Opmerking",
        "abstract": "Samenvatting",
        "info": "Informatie",
        "tip": "Tip",
        "success": "Gelukt",
        "question": "Vraag",
        "warning": "Let op",
        "failure": "Mislukt",
        "danger": "Gevaar",
        "bug": "Fout",
        "example": "Voorbeeld",
        "quote": "Citaat",
    },
}

_DEFAULT_TITLE = re.compile(
    r'(<(?:div class="admonition|details class=")[^>]*>\n<(?:p class="admonition-title"|summary)>)'
    r"([A-Z][a-z]+)(?=</)"
)


def label_extensions(config: MkDocsConfig, language: str) -> None:
    """Set the titles of links back from footnotes, for the next page.

    Each page is rendered by a Markdown instance of its own, made from this configuration; so the
    language may change per page, and a Dutch page in the English site keeps its Dutch words.
    Must run in ``on_pre_page``.
    """
    config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = FOOTNOTE_BACKLINK[language]


def label_admonitions(html: str, language: str) -> str:
    """Return the HTML with the titles that admonitions get by default put in the language.

    Python-Markdown makes ``Warning`` out of ``!!! warning``. The finished HTML is changed, not
    the Markdown, so that an example of the notation in a code block stays as it was written.
    """
    words = ADMONITION.get(language)
    if words is None or ("admonition" not in html and "<details" not in html):
        return html
    return _DEFAULT_TITLE.sub(
        lambda found: found[1] + words.get(found[2].lower(), found[2]),
        html,
    )

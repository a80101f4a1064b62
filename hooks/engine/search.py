"""One search index per language.

Material makes one index for the whole site, so that an English reader gets Dutch results and
downloads both languages. (mkdocs-static-i18n#98: by design.) The pages of each language look for
their index below ``base`` in ``__config``; overrides/main.html moves that for English.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from hooks.engine.bilingual import default_language

Index = dict[str, Any]


def split(index: Index, default: str, others: Sequence[str]) -> dict[str, Index]:
    """Return an index per language, with addresses relative to the root of that language."""
    entries: dict[str, list[dict[str, Any]]] = {language: [] for language in (default, *others)}
    for entry in index["docs"]:
        first, _, rest = entry["location"].partition("/")
        if first in others:
            entries[first].append({**entry, "location": rest})
        else:
            entries[default].append(entry)
    return {
        language: {"config": {**index["config"], "lang": [language]}, "docs": documents}
        for language, documents in entries.items()
    }


def write(config: MkDocsConfig) -> None:
    """Replace the index of the whole site by one per language.

    Call it once, in ``on_post_build`` with a priority below -100: static-i18n writes the mixed
    index again at -100. Does nothing where there is no index, as with another search engine.
    """
    plugin: Any = config.plugins["i18n"]
    default = default_language(config)
    mixed = Path(config.site_dir, "search", "search_index.json")
    if not mixed.exists():
        return
    others = [language for language in plugin.build_languages if language != default]
    indexes = split(json.loads(mixed.read_text(encoding="utf-8")), default, others)
    for language, index in indexes.items():
        root = Path(config.site_dir, "" if language == default else language)
        path = root / "search" / "search_index.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, encoding="utf-8", newline="\n")

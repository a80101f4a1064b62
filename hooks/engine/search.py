"""The search index of each language, made by Pagefind.

In the browser Pagefind fetches pieces of it. A page that is not translated is left out of the other
languages. Beside each index stands a guide: what the browser must know before it can ask (see
docs/assets/js/search-query.js).
"""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import shutil
import signal
import subprocess
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from functools import partial
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from pagefind.service import get_executable

from hooks.engine.kept import Kept
from hooks.engine.search_documents import (
    NOT_INDEXED,
    Document,
    Hidden,
    hidden,
    page_for_index,
    sections_of,
)
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.findability import findable, findable_terms
from hooks.taskforce.languages import SOURCE_LANGUAGE, Language
from hooks.taskforce.lexicon import Lexicon
from hooks.taskforce.places import SEARCH

FOLDER = SEARCH
"""Where the index stands in the site; docs/assets/js/search-engine.js knows it too."""

_ENTRY = "pagefind-entry.json"
_USED = ("pagefind.js", "*.pf_meta", "*.pf_index", "*.pf_fragment")
"""What the browser needs of all that Pagefind writes; its own interfaces are not used."""

_SIGNATURE = b"pagefind_dcd"
"""What Pagefind's files begin with."""

_COMPRESSED = b"\x1f\x8b"
_ROOM = 1_000_000
"""Bytes without which a disk counts as full."""

_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
"""How much of the index stands in a file, of which a word takes one: by default four times as much,
30 kB. In smaller ones a beginning of a word finds less, since words that begin so stand apart: here
one in a thousand beginnings misses a page or two, with half of this one in a hundred; one in thirty
finds nothing, where the browser falls back on the guide."""

_MOST_PAGES = 100
"""How many pages a word may be on for the guide to name them; more would only make it heavy."""

_MOST_TOLD = 500
"""Of so many pages in a language the guide tells all that a first answer needs. Of more it leaves
out what the index itself has, and tells only of the commonest words: it is fetched as a whole, so
that it would make the first search heavier with every page."""

_MOST_WORDS = 6_000

_TOO_LARGE = {-getattr(signal, "SIGXFSZ", 0)} - {0}
"""How a program ends that may not write so much."""


def documents(
    path: str, language: Language, content: str, catalogue: Catalogue, entity: Entity[Any]
) -> Iterator[Document]:
    """Yield what the search reads of a page: the page, and the terms that it explains.

    Args:
        path: Where the page stands in the site.
        language: The language of its text.
        content: The HTML of its text.
        catalogue: Everything the site knows.
        entity: The page.
    """
    about = findable(catalogue, entity, language)
    if about is not None:
        yield Document(path, language, sections_of(content, about), about)
    for place, about in findable_terms(entity, language):
        yield Document(path, language, sections_of("", about), about, place)


Entry = dict[str, Any]
"""What Pagefind says of an index, by language."""


def begin(config: MkDocsConfig) -> None:
    """Take away an index that stands in the site; call it before any language is built."""
    shutil.rmtree(Path(config.site_dir, FOLDER), ignore_errors=True)


def write(config: MkDocsConfig, code: Language, documents: Iterable[Document], kept: Kept) -> Entry:
    """Write the index of a language and the guide to it, made where they are not kept.

    Returns:
        What `finish` writes of it.
    """
    read = sorted(documents, key=lambda document: document.own_path)
    files = partial(_files, code, read, Path(config.site_dir), kept)
    index = kept.content("index", [code, *map(_told, read)], lambda: _packed(files()))
    entry: Entry = {}
    for name, content in _unpacked(index):
        if name == _ENTRY:
            entry = json.loads(content)
            continue
        path = Path(config.site_dir, FOLDER, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return entry


def finish(config: MkDocsConfig, entries: Iterable[Entry]) -> None:
    """Write what Pagefind says of all languages; call it once, with what `write` returned."""
    told: Entry = {}
    for entry in entries:
        told = {**entry, "languages": told.get("languages", {}) | entry["languages"]}
    text = json.dumps(told, sort_keys=True)
    Path(config.site_dir, FOLDER, _ENTRY).write_text(text, encoding="utf-8")


def _files(
    code: Language, read: Sequence[Document], site: Path, kept: Kept
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index of a language, by their path in its folder."""
    texts = ("\n".join((item.text, item.names, *item.about.near)) for item in read)
    lexicon = Lexicon(code, texts)
    also = [
        _hidden(document, lexicon, lexicon.related(number), kept)
        for number, document in enumerate(read)
    ]
    site.mkdir(parents=True, exist_ok=True)
    # Within what is being built, so that nothing stays behind where a build is killed.
    with TemporaryDirectory(prefix=".search-", dir=site) as directory:
        folder, output = Path(directory, "pages"), Path(directory, "made")
        for item, more in zip(read, also, strict=True):
            _write(folder / item.own_path, page_for_index(item, more))
        if not read:  # Pagefind fails where there is no word at all; the guide knows no such page.
            _write(folder / "index.html", f'<html lang="{code}"><body>{code}</body></html>')
        run_pagefind(folder, output)
        used = (path for pattern in _USED for path in output.rglob(pattern) if path.is_file())
        for path in sorted(used):
            yield path.relative_to(output).as_posix(), path.read_bytes()
        entry = json.loads((output / _ENTRY).read_text("utf-8"))
        # Languages of which it knows no grammar share a file; here each has one by its name.
        index = entry["languages"][code]
        wasm = output / f"wasm.{index['wasm'] or 'unknown'}.pagefind"
        yield f"wasm.{code}.pagefind", wasm.read_bytes()
        index["wasm"] = code
        yield _ENTRY, json.dumps(entry).encode()
        ids = page_ids(output)
    # Each begins with the language, which is left out.
    own = (ids[item.own_path].rpartition("_")[2] for item in read)
    told = {"ids": " ".join(own), **guide(read, also, lexicon)}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    yield f"guide.{code}.json", text.encode()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _told(document: Document) -> str:
    """Return a fingerprint of a document; what its sections count for stands in these."""
    about = replace(document.about, own_headings=frozenset(), added=0.0)
    return hashlib.sha256(repr(replace(document, about=about)).encode()).hexdigest()


def _hidden(document: Document, lexicon: Lexicon, related: object, kept: Kept) -> Hidden:
    """Return the hidden words of a document, made where they are not kept.

    Args:
        document: The document.
        lexicon: That of its language.
        related: All that other documents decide of them.
        kept: What earlier builds made.
    """

    def make() -> str:
        return json.dumps(astuple(hidden(document, lexicon)))

    return Hidden(*map(tuple, json.loads(kept.text("hidden", [_told(document), related], make))))


def _packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP of files, the same for the same files."""
    archive = BytesIO()
    with ZipFile(archive, "w") as packed:
        for name, content in files:
            packed.writestr(ZipInfo(name), content, ZIP_DEFLATED, compresslevel=1)
    return archive.getvalue()


def _unpacked(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a ZIP, read one after another."""
    with ZipFile(BytesIO(archive)) as packed:
        for name in packed.namelist():
            yield name, packed.read(name)


def guide(
    documents: Sequence[Document],
    also: Iterable[Hidden],
    lexicon: Lexicon,
    most: int = _MOST_TOLD,
) -> dict[str, object]:
    """Return what the browser must know beside the index: pages, words, and what to filter by.

    - `stop`: the words that say nothing in a query;
    - `words`: the words that pages have, those on most pages first;
    - `on`: for each of these the pages that have it, unless too many do: the first number, and how
      much higher each next one is, in hexadecimals;
    - `kinds` and `themes`: the choices of the filters, each as it stands in an address of any
      language, and in words;
    - `pages`: the addresses, titles and summaries of all pages, how likely each is meant, the
      number of its kind, and those of its themes; what is alike stands together, and packs better;
    - `names`: the number of the page that bears a name, or whose subject is called so.

    Of a site with more pages than `most` it leaves out summaries, names of several words, and on
    which pages words are; `part` says that `words` has only the commonest.

    Pagefind has filters too, but writes them in another order at every build (version 1.5.2).
    """
    is_large = len(documents) > most
    words = lexicon.known_words(item.all for item in also)
    if is_large:
        words = dict(islice(words.items(), _MOST_WORDS))
    kinds = _choices(_kind(document) for document in documents)
    themes = _choices(theme for document in documents for theme in document.about.themes.items())
    names: dict[str, int] = {}
    for number, document in sorted(enumerate(documents), key=lambda item: -item[1].about.prior):
        # A term of the glossary is explained on the page that bears its name, where there is one.
        for name in () if document.place else document.names.split("\n"):
            names.setdefault(lexicon.query(name), number)
    for number, document in enumerate(documents):
        for name in () if document.place else lexicon.subjects(document.about.title):
            names.setdefault(lexicon.query(name), number)
    if is_large:
        names = {name: number for name, number in names.items() if " " not in name}
    told: dict[str, object] = {
        "kinds": kinds,
        "themes": themes,
        "pages": {
            "addresses": [document.address for document in documents],
            "titles": [document.about.title for document in documents],
            "summaries": [] if is_large else [document.about.summary for document in documents],
            "priors": [document.about.prior for document in documents],
            "kinds": [kinds.index(_kind(document)) for document in documents],
            "themes": [
                [*map(themes.index, document.about.themes.items())] for document in documents
            ],
        },
        "names": dict(sorted(names.items())),
        "stop": " ".join(lexicon.stop_words()),
        "words": " ".join(words),
        "on": "" if is_large else " ".join(map(_differences, words.values())),
    }
    return told | ({"part": True} if is_large else {})


def _kind(document: Document) -> tuple[str, str]:
    """Return what kind of page it is, as addresses have it and in words."""
    kind = document.about.kind
    return kind.in_language(SOURCE_LANGUAGE), kind.in_language(document.language)


def _choices(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(set(named), key=lambda choice: choice[::-1])


def _differences(numbers: list[int]) -> str:
    """Return increasing numbers as their differences; nothing where they are too many to say."""
    if len(numbers) > _MOST_PAGES:
        return ""
    return ".".join(f"{number - before:x}" for before, number in pairwise([0, *numbers]))


def page_ids(index: Path) -> dict[str, str]:
    """Return the id that Pagefind gave to each document, by its own path."""
    ids = {}
    for fragment in sorted(index.glob("fragment/*.pf_fragment")):
        content = gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE)
        ids[json.loads(content)["url"].removeprefix("/") or "index.html"] = fragment.stem
    return ids


def run_pagefind(pages: Path, target: Path) -> None:
    """Run Pagefind over a folder of HTML.

    Its command, not its Python interface: that waits a tenth of a second for every page.

    Raises:
        Abort: Pagefind is missing, or failed.
        OSError: The disk is full.
    """
    command = get_executable()
    if command is None:
        raise Abort("Pagefind is missing; install what requirements.txt names.")
    arguments: list[str | Path] = [
        *("--site", pages), *("--output-path", target), *("--exclude-selectors", NOT_INDEXED)
    ]  # fmt: skip
    done = subprocess.run(
        [command, "--quiet", *arguments],
        cwd=pages,
        env={**os.environ, **_CHUNKS},
        capture_output=True,
        text=True,
        check=False,
    )
    files = [path for path in target.rglob("*") if path.is_file()]
    # On a full disk Pagefind writes files in part, and ends as if all went well.
    is_full = shutil.disk_usage(pages).free < _ROOM or not all(map(is_whole, files))
    if done.returncode in _TOO_LARGE or (done.returncode == 0 and is_full):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), f"{target} (Pagefind)")
    if done.returncode:
        raise Abort(f"Pagefind failed ({done.returncode}):\n{done.stdout}{done.stderr}")


def is_whole(path: Path) -> bool:
    """Return whether a file of the index can be read to its end."""
    content = path.read_bytes()
    if not content.startswith(_COMPRESSED):
        return bool(content)
    try:
        gzip.decompress(content)
    except (EOFError, OSError, zlib.error):
        return False
    return True

"""A tiny docs/ without a mistake, from which each test changes one thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hooks.taskforce.loading import Circumstances, Loaded, load_files
from hooks.taskforce.reading import Files
from hooks.taskforce.translations import fingerprint

TODAY = date(2026, 11, 27)
"""The day on which trees are checked; no source of the tiny tree was looked at later."""

PNG = "\udc89PNG\r\n\x1a\n"
"""A picture as far as the check looks, as text in a tree."""

MARKER = "▲"
"""Stands in a changed page where a problem is expected; taken out before the page is read."""

Tree = dict[str, str]
"""Files by their paths below docs/; a byte that is no UTF-8 is written as surrogateescape does."""


def page(fields: str, body: str = "Gewone tekst.\n") -> str:
    """Return a page with these lines of front-matter."""
    return f"---\n{fields}---\n\n{body}"


def translation(title: str, summary: str, of: str, body: str = "Plain text.\n") -> str:
    """Return an English page that is up to date with the Dutch page `of`."""
    _, fields, dutch_body = of.split("---\n", 2)
    dutch = dict(
        line.split(": ", 1) for line in fields.splitlines() if line.startswith(("title", "summary"))
    )
    mark = fingerprint(dutch["title"], dutch["summary"], dutch_body)
    return page(f'title: {title}\nsummary: {summary}\ntranslates: "{mark}"\n', body)


def tiny_tree() -> Tree:
    """Return a docs/ with every kind of page and every field, and no mistake."""
    tree = {
        "index.md": page(
            "title: Welkom\nsummary: Waar deze site over gaat, en ook voor wie.\noverview: home\n"
        ),
        "zoeken.md": page(
            "title: Zoeken\nsummary: Zoek in alle pagina's van deze site, in het Nederlands.\n"
            "overview: search\n"
        ),
        "themas/index.md": page(
            "title: Alle thema's\nsummary: Wat de taskforce met gemeenten aanpakt, per thema.\n"
            "overview: themes\norder: 1\n"
        ),
        "themas/mkb.md": page(
            """\
title: MKB
summary: Wat de taskforce doet voor het midden- en kleinbedrijf.
order: 2
partners: [vng]
asks:
  - nl: Geld voor advies
    en: Money for advice
    source: vng-2021
"""
        ),
        "themas/human-capital.md": page(
            """\
title: Human capital
summary: Mensen en werk bij elkaar brengen, ook later.
order: 1
partners: []
milestones:
  - date: 2021-03
    text: {nl: De taskforce begint, en: The taskforce starts}
    source: vng-2021
"""
        ),
        "trekkers/rene-de-heer.md": page(
            """\
title: René de Heer
summary: Wethouder in Zwolle en trekker van het thema MKB.
municipality: zwolle
office: {nl: wethouder Economie, en: alderman for the Economy}
leads:
  - {theme: mkb, from: 2021-01, until: 2022, source: vng-2021}
"""
        ),
        "trekkers/mariska-ten-heuw.md": page(
            """\
title: Mariska ten Heuw
summary: Wethouder in Hengelo en trekker van de taskforce.
municipality: hengelo
office:
  nl: wethouder Werk
  en: alderman for Work
leads:
  - taskforce: true
    from: 2021
    source: vng-2021
  - theme: human-capital
    from: 2021
    source: vng-2021
"""
        ),
        "resultaten/welvaart-canvas.md": page(
            """\
title: Welvaart Model canvas
summary: Een hulpmiddel om over brede welvaart te praten.
kind: canvas
standing:
  - {progress: published, date: 2021-06, source: vng-2021}
themes: [mkb, human-capital]
makers: [vng]
partners: [taskforce]
milestones:
  - date: 2021-06-10
    text: {nl: Het canvas verschijnt, en: The canvas appears}
    source: canvas-2021
    probable: [date]
links:
  - {url: "https://example.org/canvas", title: Canvas, format: pdf, language: nl, megabytes: 1.2}
sources:
  - id: canvas-2021
    title: Het canvas
    publisher: VNG
    url: https://example.org/canvas
    seen: 2026-11-25
    published: 2021
    language: nl
  - vng-2021
"""
        ),
        "resultaten/mkb-agenda.md": page(
            """\
title: MKB-Uitvoeringsagenda
summary: Vier onderwerpen waar gemeenten aan werken.
kind: agenda
standing:
  - {progress: in-preparation, date: 2020-12, source: vng-2021}
  - {progress: in-progress, date: 2021, source: vng-2021}
themes: [mkb]
makers: [taskforce]
asks:
  - {nl: Ruimte voor proeven, en: Room for trials, source: vng-2021}
milestones:
  - date: 2021
    text: {nl: De agenda is klaar, en: The agenda is ready}
    source: vng-2021
"""
        ),
        "resultaten/actieplan.md": page(
            """\
title: Actieplan binnenstad
summary: Een plan dat elke gemeente zelf maakt, hoe dan ook.
kind: action-plan
standing:
  - {progress: unknown, date: 2021, source: vng-2021}
themes: [mkb]
other_makers: {nl: elke gemeente zelf, en: each municipality itself}
sources: [vng-2021]
"""
        ),
        "organisaties/vng.md": page(
            """\
title: Vereniging van Nederlandse Gemeenten
summary: De vereniging waar alle gemeenten lid van zijn.
abbreviation: VNG
kind: association
url: https://vng.nl
sources: [vng-2021]
"""
        ),
        "organisaties/taskforce.md": page(
            """\
title: De taskforce
summary: De taskforce zelf, die in 2021 met dit werk begon.
kind: taskforce
sources: [vng-2021]
"""
        ),
        "organisaties/zwolle.md": page(
            """\
title: Zwolle
summary: Een gemeente in Overijssel, aan de IJssel.
kind: municipality
sources: [vng-2021]
"""
        ),
        "organisaties/hengelo.md": page(
            """\
title: Hengelo
summary: Een gemeente in Twente, niet ver van Duitsland.
kind: municipality
sources: [vng-2021]
"""
        ),
        "bronnen.md": page(
            """\
title: Bronnen
summary: Alle bronnen van deze site, met hun adressen.
overview: sources
sources:
  - id: vng-2021
    title: "Taskforce: van start"
    publisher: VNG
    url: https://vng.nl/taskforce
    seen: 2026-11-25
"""
        ),
        "begrippen.md": page(
            """\
title: Begrippen
summary: Wat woorden en afkortingen op deze site betekenen.
overview: glossary
terms:
  - id: mkb
    term: {nl: midden- en kleinbedrijf, en: small and medium-sized enterprises}
    abbreviation: {nl: MKB, en: SMEs}
    definition: {nl: Bedrijven met minder dan 250 mensen, en: Firms with fewer than 250 people}
    source: vng-2021
"""
        ),
    }
    english = {
        "index": ("Welcome", "What this site is about, and how it is made up."),
        "themas/mkb": ("SMEs", "What the taskforce does for small and medium-sized firms."),
        "trekkers/rene-de-heer": (
            "René de Heer",
            "Alderman in Zwolle who leads the theme of SMEs.",
        ),
        "organisaties/vng": (
            "Association of Netherlands Municipalities",
            "The association of which all municipalities are members.",
        ),
    }
    for path, (title, summary) in english.items():
        tree[f"{path}.en.md"] = translation(title, summary, tree[f"{path}.md"])
    return tree


def changed(path: str, old: str, new: str) -> Tree:
    """Return the tiny tree with one piece of text in one file replaced."""
    tree = tiny_tree()
    assert tree[path].count(old) == 1, f"{old!r} stands {tree[path].count(old)} times in {path}"
    return tree | {path: tree[path].replace(old, new)}


def added(path: str, text: str) -> Tree:
    """Return the tiny tree with a file added, or replaced as a whole."""
    return tiny_tree() | {path: text}


def alone(path: str, text: str) -> Tree:
    """Return the smallest docs/ with this file: that and the pages to which each page links."""
    return {name: tiny_tree()[name] for name in ("index.md", "zoeken.md")} | {path: text}


def as_bytes(text: str) -> bytes:
    """Return the text as it stands in a file."""
    return text.replace(MARKER, "").encode("utf-8", "surrogateescape")


def loaded(tree: Tree) -> Loaded:
    """Return what a tree holds, without writing it anywhere."""
    contents = {path: as_bytes(text) for path, text in tree.items()}
    others = [path for path in tree if path.endswith((".png", ".pdf"))]
    pages = {path: content for path, content in contents.items() if path not in others}
    return load_files(Files(pages, others=tuple(others)), Circumstances(TODAY))


def written(tree: Tree, folder: Path) -> Path:
    """Write a tree below `folder` and return its docs folder."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for path, text in tree.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_bytes(text))
    return docs


def marked_places(text: str) -> list[tuple[int, int]]:
    """Return the line and column of every marker, in the file without markers."""
    return [
        (number, position - taken + 1)
        for number, line in enumerate(text.split("\n"), start=1)
        for taken, position in enumerate(
            index for index, letter in enumerate(line) if letter == MARKER
        )
    ]

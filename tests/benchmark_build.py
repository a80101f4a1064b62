"""What the hooks cost: `python -m tests.benchmark_build [PAGES …]`.

Builds made-up sites of so many deliverables in two languages, once with the hooks and once without
from the same pages as `python -m hooks export` writes them, with everything expanded; in one run on
one machine. Prints the ratios. Not a test: a busy machine is no defect.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent

PAGE = """\
---
title: Resultaat {number}
summary: Het resultaat met nummer {number} van de proef met veel pagina's.
kind: agenda
standing:
  - {{progress: published, date: 2021, source: bron}}
themes: [thema-{theme}]
makers: [gemeente-{theme}]
milestones:
  - date: 2021-{month:02}
    text: {{nl: Resultaat {number} verschijnt, en: Deliverable {number} appears}}
    source: bron
---
"""
TRANSLATION = """\
---
title: Deliverable {number}
summary: The deliverable with number {number} of the trial with many pages.
translates: "00000000"
---
"""
SUMMARY = "summary: Een pagina van de proef met heel veel pagina's."


def body(heading: str, sentence: str, items: str) -> str:
    """Return a text of four parts: a heading, a paragraph and a list in each."""
    return "\n\n".join(
        f"## {heading} {number}\n\n{f'{sentence} ' * 6}\n\n{items}" for number in range(1, 5)
    )


DUTCH = body(
    "Kop",
    "De taskforce werkt met gemeenten aan het herstel van de economie in de regio.",
    "- een\n- twee\n- drie",
)
ENGLISH = body(
    "Heading",
    "The taskforce works with municipalities on the recovery of the economy in the region.",
    "- one\n- two\n- three",
)


def make(root: Path, pages: int) -> None:
    """Write a site of `pages` deliverables, a theme and a municipality for every fifty of them."""
    docs = root / "docs"
    groups = max(1, pages // 50)
    files = {
        "index": ("Proef", "overview: home"),
        "resultaten/index": ("Resultaten", "overview: deliverables"),
        "themas/index": ("Thema's", "overview: themes"),
        "bronnen": (
            "Bronnen",
            "overview: sources\nsources:\n"
            "  - {id: bron, title: B, publisher: G40, url: 'https://b.example/', seen: 2021-01-01}",
        ),
    }
    for group in range(groups):
        files[f"themas/thema-{group}"] = f"Thema {group}", "order: 1\nsources: [bron]"
        files[f"organisaties/gemeente-{group}"] = (
            f"Gemeente {group}",
            "kind: municipality\nsources: [bron]",
        )
    contents = {
        f"{name}.md": f"---\ntitle: {title}\n{SUMMARY}\n{fields}\n---\n\nTekst.\n"
        for name, (title, fields) in files.items()
    }
    for number in range(pages):
        values = {"number": number, "theme": number % groups, "month": number % 12 + 1}
        contents[f"resultaten/nummer-{number}.md"] = PAGE.format(**values) + DUTCH
        contents[f"resultaten/nummer-{number}.en.md"] = TRANSLATION.format(**values) + ENGLISH
    for name, text in contents.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "hooks", "export", "plain"],
        cwd=root,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    menu = "docs_dir: plain\nnav: [index.md, resultaten/index.md, themas/index.md, bronnen.md]\n"
    bare = settings.replace("  - hooks/events.py\n", "").replace("\nhooks:\n", "\nhooks: []\n")
    (root / "bare.yml").write_text(bare + menu, encoding="utf-8")


def seconds(root: Path, settings: str) -> float:
    """Return how long one build takes."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", settings, "-d", "site"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return time.perf_counter() - started


def main(sizes: list[int]) -> None:
    """Print a line for each size."""
    print(f"{'pages':>6} {'without':>9} {'with':>9} {'ratio':>6} {'ms a page':>10}")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            make(root, pages)
            bare, full = seconds(root, "bare.yml"), seconds(root, "mkdocs.yml")
        each = (full - bare) * 500 / pages
        print(f"{pages:>6} {bare:>8.1f}s {full:>8.1f}s {full / bare:>6.2f} {each:>10.2f}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 400])

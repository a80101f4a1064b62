"""The ways in which one programme is built, and a folder in which all of them can be.

Beside our own build, cold and warm, the same text is built as `python -m hooks export` writes it,
with everything expanded: by Material as it comes, by Material with its menu pruned, and by our own
templates and menu without our hooks.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hooks.engine.kept import FOLDER
from tests.bench.measuring import MeasuringError, Usage, usage_of
from tests.bench.programme import programme
from tests.bench.stages import TARGET

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent

SITE = "site"
"""The real site, where a number would say how many deliverables an invented programme has."""

_NOT_COPIED = shutil.ignore_patterns("__pycache__")


@dataclass(frozen=True)
class Variant:
    """A way to build.

    Attributes:
        name: What it is called in tables.
        folder: The folder that it is built in, below that of the programme.
        settings: The file of settings there.
        is_ours: Whether it is our build, which any size is built with.
        begins_warm: Whether it may use what the build before it, in the same folder, has kept.
    """

    name: str
    folder: str
    settings: str
    is_ours: bool = False
    begins_warm: bool = False


COLD = Variant("ours, cold", "cold", "bench.yml", is_ours=True)
WARM = Variant("ours, warm", "cold", "bench.yml", is_ours=True, begins_warm=True)
VARIANTS = (
    Variant("stock", "plain", "stock.yml"),
    Variant("stock, pruned menu", "plain", "pruned.yml"),
    Variant("ours without hooks", "plain", "bare.yml"),
    COLD,
    WARM,
)


@dataclass(frozen=True)
class Outcome:
    """What one build took and made: its usage, the site's bytes and files, seconds per stage."""

    usage: Usage
    bytes: int
    files: int
    stages: dict[str, float]


def prepare(folder: Path, size: str, *, others: bool = True, with_book: bool = False) -> int:
    """Write all that is built for a size; return how many Markdown files its docs/ has.

    Args:
        folder: An empty folder.
        size: A number of deliverables, or the real site.
        others: Whether it is built in other ways than ours too.
        with_book: Whether an invented programme has a page with everything; the real site has.

    Raises:
        subprocess.CalledProcessError: git or the export does not do what is asked.
        ValueError: The size is neither.
    """
    cold, plain = folder / "cold", folder / "plain"
    if size == SITE:
        write_real_site(cold)
    else:
        write_programme(cold, int(size), with_book=with_book)
    (cold / "bench.yml").write_text(settings_of_ours(), encoding="utf-8")
    if others:
        plain.mkdir()
        _run(sys.executable, "-m", "hooks", "export", str(plain / "docs"), where=cold)
        write_settings_of_others(plain)
    return sum(1 for _ in (cold / "docs").rglob("*.md"))


def write_programme(root: Path, deliverables: int, *, with_book: bool) -> None:
    """Write an invented programme with our hooks and look below `root`, as one commit."""
    tree = programme(deliverables, with_book=with_book)
    for path, text in tree.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    _copy_ours(root)
    _run("git", "init", "--quiet", where=root)
    _run("git", "add", "docs", where=root)
    named = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    _run("git", *named, "commit", "--quiet", "--message=Programme", where=root)


def write_real_site(root: Path) -> None:
    """Copy the real site as it stands, with its history, to `root`."""
    _run("git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(root), where=ROOT)
    for name in ("docs", "hooks", "overrides"):
        shutil.rmtree(root / name)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=_NOT_COPIED)
    _copy_ours(root)


def _copy_ours(root: Path) -> None:
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=_NOT_COPIED)
    shutil.copy(ROOT / "mkdocs.yml", root)


def _run(*command: str, where: Path) -> None:
    subprocess.run(command, cwd=where, check=True, stdout=subprocess.DEVNULL)


def settings_of_ours() -> str:
    """Return the settings of our own build, which differ only in that stages are timed."""
    return f"INHERIT: mkdocs.yml\nhooks: [hooks/events.py, {json.dumps(str(HERE / 'stages.py'))}]\n"


def write_settings_of_others(plain: Path) -> None:
    """Write the settings of all other builds beside the exported docs/."""
    shutil.copy(ROOT / "mkdocs.yml", plain)
    shutil.copytree(ROOT / "overrides", plain / "overrides", ignore=_NOT_COPIED)
    extensions = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nmarkdown_extensions:\n")[2]
    settings = {
        "stock.yml": stock_settings(extensions),
        "pruned.yml": stock_settings(extensions, features="[navigation.prune]"),
        "bare.yml": bare_settings(menu_of(plain / "docs")),
    }
    for name, text in settings.items():
        (plain / name).write_text(text, encoding="utf-8")


def stock_settings(extensions: str, features: str = "[]") -> str:
    """Return the settings of Material and static-i18n as they come, without anything of ours.

    Args:
        extensions: The lines of the Markdown extensions: the text is the same.
        features: Material's features, as YAML.
    """
    icons = """\
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""
    extensions = extensions.replace("  - pymdownx.emoji\n", icons)
    return f"""\
site_name: Programma
site_url: https://example.org/programma/
theme: {{name: material, language: nl, font: false, features: {features}}}
hooks: [{json.dumps(str(HERE / "stages.py"))}]
plugins:
  - search
  - i18n:
      docs_structure: suffix
      fallback_to_default: true
      languages:
        - {{locale: nl, name: Nederlands, default: true}}
        - {{locale: en, name: English}}
markdown_extensions:
{extensions}"""


def bare_settings(menu: list[str]) -> str:
    """Return our own settings without our hooks: with the menu and words that templates need."""
    hooks = [str(HERE / "words.py"), str(HERE / "stages.py")]
    lists = {"hooks": hooks, "nav": menu, "watch": []}
    return "INHERIT: mkdocs.yml\n" + "".join(
        f"{name}: {json.dumps(items)}\n" for name, items in lists.items()
    )


def menu_of(docs: Path) -> list[str]:
    """Return a menu as short as ours: the pages at the top and those that open a folder."""
    pages = [*sorted(docs.glob("*.md")), *sorted(docs.glob("*/index.md"))]
    names = [page.relative_to(docs).as_posix() for page in pages if page.name.count(".") == 1]
    return sorted(names, key=lambda name: name != "index.md")


def build(variant: Variant, folder: Path) -> Outcome:
    """Build a programme once and return what it took.

    Raises:
        MeasuringError: It cannot be built.
    """
    root = folder / variant.folder
    site, stages = root / "site", folder / "stages.json"
    if not variant.begins_warm:
        shutil.rmtree(root / FOLDER, ignore_errors=True)
    command = [
        *(sys.executable, "-m", "mkdocs", "build", "--quiet"),
        *("--config-file", str(root / variant.settings), "--site-dir", str(site)),
    ]
    usage = usage_of(command, root, {"NO_MKDOCS_2_WARNING": "1", TARGET: str(stages)})
    if not stages.exists():
        raise MeasuringError(f"{variant.name}: no stages were noted")
    taken = json.loads(stages.read_text("utf-8"))
    stages.unlink()
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    shutil.rmtree(site)  # Stock is two gigabytes at 2,000 deliverables.
    return Outcome(usage, sum(sizes), len(sizes), taken)


def rounds(
    variants: tuple[Variant, ...], runs: int, once: Callable[[Variant], Outcome]
) -> Iterator[tuple[Variant, Outcome]]:
    """Yield what each build took: there and back again, so that a slower machine slows all.

    What begins warm stands behind what is cold in the same folder, so that it finds what that kept,
    on the way back too.
    """
    for number in range(runs):
        for variant in variants if number % 2 == 0 else variants[::-1]:
            yield variant, once(variant)

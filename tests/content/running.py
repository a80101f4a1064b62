"""Judges the content and nothing else: `python -m tests.content`, or `make content`.

First the check that editors know, then a strict build, then what came out of it: with what is not
public yet, so that nothing is published later that nobody has looked at. Code has tests of its own:
nothing fails here for another reason than what stands in docs/. With a base, what is slow is done
on the pages that came out otherwise than there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from hooks.__main__ import check
from hooks.engine.content import content_of
from hooks.engine.earlier import NoBaseError, changed_lines, start_of
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.problems import as_github, as_json, as_text, nearest_first
from hooks.taskforce.terminal import show_every_letter
from hooks.taskforce.vocabulary import Overview
from tests.audit.links import links
from tests.audit.markup import html
from tests.audit.measuring import ROOT, BlindError, Subject
from tests.conftest import build
from tests.content.built import Built, address_of
from tests.content.changed import built_before, changed_files, differing
from tests.content.judging import JUDGEMENTS
from tests.content.looks import seen
from tests.content.pictures import pictured
from tests.content.preview import preview
from tests.content.telling import Fault, Tell, fault_of, on_line
from tests.pages import ADDRESS, sends_on

STOPPED = (
    "De controle vond niets, en toch kan de site niet worden gebouwd. Dat ligt niet aan jou: vraag "
    "een beheerder. /\nThe check found nothing, and yet the site cannot be built. This is not your "
    "mistake: ask a maintainer.\n"
)


@dataclass(frozen=True)
class Look:
    """One way of looking at the built site.

    Attributes:
        name: What it looks for.
        looked_at: How much it looked at, and what that counts.
        faults: What it found.
        seconds: How long it took, beside the others.
    """

    name: str
    looked_at: str
    faults: Sequence[Fault]
    seconds: float

    def __str__(self) -> str:
        verdict = f"{len(self.faults)} !" if self.faults else "ok"
        return f"{verdict:>6}  {self.name:14} {self.looked_at:24} {self.seconds:5.1f} s"


def _timed(name: str, look: Callable[[], tuple[str, Iterable[Fault]]]) -> Look:
    start = time.monotonic()
    looked_at, faults = look()
    found = list(faults)
    return Look(name, looked_at, found, time.monotonic() - start)


def looks(built: Built, pages: Sequence[str]) -> list[Look]:
    """Look at a built site in every way, side by side.

    Args:
        built: The site.
        pages: The files of the pages that what is slow is done on.

    Raises:
        BlindError: A tool cannot look.
    """
    subject = Subject(built.site, ADDRESS)
    number = f"{len(pages)} pages"

    def validity() -> tuple[str, Iterable[Fault]]:
        found = html(subject, pages).evidence if pages else ()
        return number, [
            Fault(
                item.where.rpartition(":")[0], "html", item.found, on_line(built.site, item.where)
            )
            for item in found
        ]

    def ways() -> tuple[str, Iterable[Fault]]:
        found = links(subject)
        faults = [Fault(item.where, "links", item.found) for item in found.evidence]
        return f"{found.checked} links", faults

    def views() -> tuple[str, Iterable[Fault]]:
        # The whole site on one page says what all others do, which are looked at themselves.
        book = built.catalogue.page_with(Overview.EVERYTHING)
        whole = {address_of(book, language) for language in LANGUAGES} if book else set()
        shown = [page for page in pages if page.removesuffix("/index.html") not in whole]
        sights = seen(built.site, shown)
        return f"{len(shown)} pages", [
            Fault(one.page, one.kind, one.found, one.words) for one in sights
        ]

    def judgements() -> tuple[str, Iterable[Fault]]:
        faults = [fault_of(judge.__name__, said) for judge in JUDGEMENTS for said in judge(built)]
        return f"{len(built.addresses)} pages", faults

    with ThreadPoolExecutor() as side_by_side:
        begun = [
            side_by_side.submit(_timed, name, look)
            for name, look in (
                ("accessibility", views), ("html", validity), ("links", ways)
            )
        ]  # fmt: skip
        judged = _timed("judgements", judgements)
        return [*(look.result() for look in begun), judged]


def published_at(root: Path) -> str:
    """Return where the site says that it is published, in mkdocs.yml or the environment."""
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        return str(yaml_load(file)["site_url"])


def judge(
    root: Path,
    base: str | None,
    form: str,
    shown_in: Path | None,
    listed_in: Path | None = None,
) -> int:
    """Judge the content of the site below `root`; print what was judged and what is wrong.

    Args:
        root: Where docs/ and mkdocs.yml stand.
        base: The commit to compare with; none to look at every page.
        form: How problems are shown, as `hooks check` knows it: `text` or `github`.
        shown_in: The file to write the preview to, if one is wanted.
        listed_in: The file to write what is wrong to, as JSON, if one is wanted; what the check
            finds is not in it.

    Returns:
        0 where nothing is wrong, 1 where something is.

    Raises:
        BlindError: A tool cannot look.
        NoBaseError: There is no such commit.
    """
    show = as_github if form == "github" else as_text
    start = time.monotonic()
    commit = start_of(root, base) if base else ""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as side_by_side:
        site, before = Path(folder) / "site", Path(folder) / "before"
        # One core builds while another checks; the build stops by itself at what the check finds.
        building = side_by_side.submit(build, root, site, ADDRESS, with_drafts=True)
        comparing = (
            side_by_side.submit(built_before, root, commit, before, _quietly) if base else None
        )
        loaded, _ = content_of(root / "docs")
        changed_in = changed_lines(root / "docs", commit) if base else {}
        if check(loaded, form, None, changed_in):
            return 1
        done = building.result()
        if not done.returncode and loaded.hidden:
            done = build(root, Path(folder) / "public", ADDRESS)
        if done.returncode:
            print(f"{STOPPED}\n{done.stderr}", file=sys.stderr)
            return 1
        pages = sorted(
            page.relative_to(site).as_posix() for page in site.rglob("*.html") if not sends_on(page)
        )
        said = f"{len(pages)} pages"
        if comparing is not None and comparing.result():
            changed = differing(before, site)
            said += f", {len(changed)} of them other than at {commit[:7]}"
            pages = [page for page in pages if page in changed]
        print(f"    ok  {'build':14} {said:24} {time.monotonic() - start:5.1f} s", flush=True)
        built = Built(site, root / "docs", with_drafts=True)
        tell = Tell(built)
        edited = changed_files(root, commit) if base else frozenset()
        order = sorted(pages, key=lambda page: edited.isdisjoint(tell.sources(page)))
        picturing = side_by_side.submit(pictured, site, order if shown_in is not None else [])
        found = looks(built, pages)
        if shown_in is not None:
            text = preview(site, order, ADDRESS, published_at(root), picturing.result())
            shown_in.write_text(text, encoding="utf-8")
        told = {tell.problem(fault) for look in found for fault in look.faults}
        in_order = sorted(told, key=lambda problem: problem.order)
        problems = nearest_first(in_order, changed_in)
    if listed_in is not None:
        listed_in.write_text(as_json(problems), encoding="utf-8")
    print("\n".join(map(str, found)))
    print(f"{time.monotonic() - start:.0f} s")
    if problems:
        print(f"\n{show(problems)}")
    return 1 if problems else 0


def _quietly(root: Path, site: Path) -> bool:
    # Where the base does not build, every page counts as changed.
    return build(root, site, ADDRESS, with_drafts=True).returncode == 0


def main() -> int:
    """Return the exit code; 2 where it could not look, for silence is no good news."""
    show_every_letter()
    parser = argparse.ArgumentParser(prog="python -m tests.content", description=__doc__)
    parser.add_argument("--base", help="a commit: look longer at what changed since (all pages)")
    parser.add_argument("--format", choices=["text", "github"], default="text")
    parser.add_argument("--preview", type=Path, help="a file to show the changed pages in")
    parser.add_argument("--problems", type=Path, help="a file to list what is wrong in, as JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="where docs/ stands (here)")
    options = parser.parse_args()
    try:
        return judge(
            options.root.absolute(),
            options.base or None,
            options.format,
            options.preview,
            options.problems,
        )
    except (BlindError, NoBaseError) as error:
        print(error, file=sys.stderr)
        return 2

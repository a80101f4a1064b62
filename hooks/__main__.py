"""The command line: `python -m hooks check`, `new`, `translations`, `export` and others.

Every command ends with 0, with 1 where the content has problems, or with 2 where it was called
wrongly; with 130 where it was stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from .engine.content import content_of, without_history
from .engine.earlier import NoBaseError, changed_lines, start_of
from .proposals import add_new, from_form, new, write_generated
from .reviewing import add_reviewing, changes, tell
from .taskforce.disk import place_and_advice, replace_text
from .taskforce.exporting import exported
from .taskforce.languages import LANGUAGES, SOURCE_LANGUAGE, Text
from .taskforce.loading import Loaded
from .taskforce.pages.templates import read_templates
from .taskforce.problems import Lines, as_github, as_json, as_text, nearest_first
from .taskforce.reading import Stamps, stamps
from .taskforce.schema import front_matter_schema
from .taskforce.summary import summary
from .taskforce.terminal import show_every_letter, somebody_is_there
from .taskforce.translations import as_field, with_fingerprint

WATCH_BEGINS, WATCH_ENDS = "[check]", "[checked]"
"""What stands before and after the problems of one run (.vscode/tasks.json)."""

_TO_REVIEW = Text(
    nl="Kijk deze pagina's na. De dag bij `review_by` is voorbij: klopt alles nog, schrijf daar "
    "dan een latere dag, of haal de regel weg. Of er is een mijlpaal voorbij die nog als "
    "‘verwacht’ op de site staat: schrijf bij zijn bron, onder `seen`, de dag waarop je las "
    "of het doorging, en verbeter zo nodig de zin en de datum.",
    en="Please review these pages. The day at `review_by` has passed: if everything is still "
    "right, write a later day there, or remove the line. Or a milestone has passed that "
    "the site still calls ‘expected’: under `seen` of its source, write the day on which you "
    "read whether it took place, and correct the sentence and the date if need be.",
)

ROOT = Path(__file__).parent.parent

_NO_DAY = Text(nl="schrijf een dag als 2026-11-27", en="write a day as 2026-11-27")
_AMONG_PAGES = Text(
    nl="dit staat tussen de pagina's; kies een map ergens anders",
    en="this is among the pages; choose a folder elsewhere",
)
_NO_FOLDER = Text(
    nl="deze map is er niet; ga naar de map van het project, of noem de map van de pagina's met "
    "--docs",
    en="this folder is not there; go to the folder of the project, or name that of the pages with "
    "--docs",
)


def check(
    loaded: Loaded, form: str, language: str | None, changed: Lines = MappingProxyType({})
) -> int:
    """Print every problem, every notice and a summary; return 1 where there are problems.

    On GitHub those on changed lines come first.
    """
    problems, notices = loaded.problems, loaded.notices
    languages = tuple(code for code in LANGUAGES if language in (None, code))
    if form == "json":
        print(as_json(problems, notices))
        return 1 if problems else 0
    if form == "github":
        parts = [
            as_github(nearest_first(problems, changed)),
            as_github(nearest_first(notices, changed), "notice"),
        ]
    else:
        parts = [as_text(problems, languages), as_text(notices, languages)]
    for part in filter(None, parts):
        print(f"{part}\n")
    print(summary(loaded, languages))
    return 1 if problems else 0


def watch(docs: Path) -> int:
    """Print every problem, and again whenever a file changes, for a program that reads along."""
    before: Stamps | None = None
    try:
        while True:
            now = stamps([docs])
            # Gone for a moment, as when git changes branches.
            if before is not None and not docs.is_dir():
                time.sleep(0.5)
                continue
            if now != before:
                print(WATCH_BEGINS, flush=True)
                loaded, _ = content_of(docs)
                if loaded.problems:
                    print(as_text(loaded.problems))
                print(f"{WATCH_ENDS} {summary(loaded, LANGUAGES)}", flush=True)
            before = now
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0


def translations(loaded: Loaded, docs: Path, update: Sequence[Path] | None) -> int:
    """List the translations that are missing or behind, or say that some are right now."""
    if update is None:
        for entity in loaded.catalogue.entities:
            for language in LANGUAGES:
                version = entity.versions.get(language)
                if version is None:
                    print(f"{docs / entity.path}: niet vertaald / not translated ({language})")
                elif version.outdated:
                    mark = as_field(entity.fingerprint)
                    print(f"{docs / version.path}: loopt achter / out of date ({language}): {mark}")
        return 0
    marks = {
        (docs / version.path).resolve(): entity.fingerprint
        for entity in loaded.whole.entities
        for language, version in entity.versions.items()
        if language != SOURCE_LANGUAGE
    }
    unknown = [path for path in update if path.resolve() not in marks]
    if unknown:
        names = ", ".join(map(str, unknown))
        print(f"geen vertaling van een pagina / no translation of a page: {names}", file=sys.stderr)
        return 2
    for path in update:
        text = path.read_text(encoding="utf-8")
        mark = marks[path.resolve()]
        replace_text(path, with_fingerprint(text, mark))
        print(f"{path}: {as_field(mark)}")
    return 0


def _changed(chosen: argparse.Namespace) -> Lines:
    if not chosen.base:
        return {}
    return changed_lines(chosen.docs, start_of(chosen.docs, chosen.base))


def reviews(loaded: Loaded, docs: Path) -> int:
    """List the pages that have to be looked at again, as Markdown for an issue."""
    pages = [
        f"- [ ] `{docs / review.entity.path}`: `{review.line}`"
        for review in loaded.catalogue.to_review
    ]
    if pages:
        print(f"{_TO_REVIEW.in_every_language()}\n\n" + "\n".join(pages))
    return 0


def due(loaded: Loaded, docs: Path, since: date) -> int:
    """List what the days since one have changed on the site by themselves."""
    for entity, line in loaded.catalogue.due_since(since):
        print(f"{docs / entity.path}: {line}")
    return 0


def _day(written: str) -> date:
    """Return a day as it was typed."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written}: {_NO_DAY.in_every_language()}") from None


def export(loaded: Loaded, docs: Path, target: Path) -> int:
    """Write the whole site as plain Markdown, with everything else that docs/ holds."""
    if loaded.problems:
        return check(loaded, "text", None)
    if target.resolve().is_relative_to(docs.resolve()):
        print(f"{target}: {_AMONG_PAGES.in_every_language()}", file=sys.stderr)
        return 2
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        print(f"{target}: bestaat al en is niet leeg / exists and is not empty", file=sys.stderr)
        return 2
    try:
        shutil.copytree(docs, target, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
        for hidden in loaded.hidden:  # What only pages show that are not public yet.
            (target / hidden).unlink(missing_ok=True)
        for path, text in exported(loaded.catalogue, read_templates()):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_text(text, encoding="utf-8", newline="\n")
    except BaseException:  # Half an export is worse than none, also on Ctrl+C.
        shutil.rmtree(target, ignore_errors=True)
        raise
    print(target)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m hooks", description=__doc__)
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="default: docs")
    commands = parser.add_subparsers(dest="command", required=True)
    docs = argparse.ArgumentParser(add_help=False)
    docs.add_argument("--docs", type=Path, default=argparse.SUPPRESS, help="default: docs")

    checking = commands.add_parser(
        "check", parents=[docs], help="show every problem of the content"
    )
    checking.add_argument("--format", choices=("text", "github", "json"), default="text")
    checking.add_argument("--base", help="a commit: on GitHub, lines changed since come first")
    checking.add_argument("--watch", action="store_true", help="again after every change")
    checking.add_argument("--language", choices=LANGUAGES, help="default: every language")
    translating = commands.add_parser(
        "translations", parents=[docs], help="list translations that are missing or behind"
    )
    translating.add_argument(
        "--update", type=Path, nargs="+", metavar="FILE", help="these translations are right now"
    )
    commands.add_parser(
        "reviews",
        parents=[docs],
        help="list pages that were certainly correct until a day that has passed",
    )
    coming = commands.add_parser(
        "due", parents=[docs], help="list what the days since one have changed by themselves"
    )
    coming.add_argument("--since", type=_day, required=True, metavar="YYYY-MM-DD")
    exporting = commands.add_parser("export", parents=[docs], help="write plain, complete Markdown")
    exporting.add_argument("directory", type=Path)
    add_new(commands, docs, sys.argv[1:] if arguments is None else arguments)
    submitting = commands.add_parser(
        "from-form", parents=[docs], help="write what a form on GitHub proposes"
    )
    submitting.add_argument("event", type=Path, help="the file of GITHUB_EVENT_PATH")
    commands.add_parser(
        "forms", help="write the forms on GitHub, and what VS Code reads, anew from the model"
    )
    commands.add_parser("schema", help="print the JSON Schema of the fields")

    add_reviewing(commands, docs)

    chosen = parser.parse_args(arguments)
    if chosen.command == "schema":
        print(json.dumps(front_matter_schema(), ensure_ascii=False, indent=2))
        return 0
    try:
        if chosen.command == "forms":
            return write_generated(ROOT)
        if chosen.command == "check" and chosen.watch:
            return watch(chosen.docs)
        if chosen.command == "new":
            return new(chosen, can_ask=somebody_is_there())
        if chosen.command == "from-form":
            return from_form(chosen.event, chosen.docs)
        if chosen.command == "changes":
            return changes(chosen)
        if chosen.command == "comment":
            return tell(chosen)
        loaded, history = content_of(chosen.docs)
        if said := without_history(chosen.docs, history):
            print(said, file=sys.stderr)
        if chosen.command == "check":
            return check(loaded, chosen.format, chosen.language, _changed(chosen))
        if chosen.command == "reviews":
            return reviews(loaded, chosen.docs)
        if chosen.command == "due":
            return due(loaded, chosen.docs, chosen.since)
        if chosen.command == "translations":
            return translations(loaded, chosen.docs, chosen.update)
        return export(loaded, chosen.docs, chosen.directory)
    except NotADirectoryError:
        print(f"{chosen.docs}: {_NO_FOLDER.in_every_language()}", file=sys.stderr)
        return 2
    except NoBaseError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # As below: that is no mistake.
        raise
    except OSError as error:
        place, advice = place_and_advice(error, getattr(chosen, "directory", chosen.docs))
        print(f"{place}: {advice.in_every_language()}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    show_every_letter()
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # Who stops it asks for no list of where it was.
        sys.exit(128 + signal.SIGINT)
    except BrokenPipeError:
        # The reader of a pipe has enough (`… | head`): that is no mistake.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

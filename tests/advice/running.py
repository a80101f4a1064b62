"""Gives advice on prose: `python -m tests.advice`, or `make advice`. It stops nothing: ends with 0.

With a base it says only what concerns the change: all advice on the files that it touched, and the
numbers that it made wrong anywhere.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from hooks.engine.content import today
from hooks.engine.earlier import NoBaseError, changed_lines, checked_out, start_of
from hooks.engine.git import git_in
from hooks.engine.history import read
from hooks.taskforce.advice import Advice, advice
from hooks.taskforce.advice.spelling import LIST, Dictionary, known_words, words_of_list
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import Language, Text
from hooks.taskforce.loading import Circumstances, load_files
from hooks.taskforce.pairing import paired
from hooks.taskforce.problems import Lines, Problem, as_github, as_json, as_text, nearest_first
from hooks.taskforce.reading import files_in
from hooks.taskforce.terminal import show_every_letter
from tests.advice.dictionary import SilentError, cspell

ROOT = Path(__file__).parent.parent.parent

_NONE = Text(nl="Geen advies.", en="No advice.")
_SOME = Text(
    nl="Adviezen: {count}. Ze houden niets tegen: jij beslist.",
    en="Pieces of advice: {count}. They stop nothing: you decide.",
)
_NO_SPELLING = Text(
    nl="Naar de spelling is niet gekeken: daarvoor zijn Node.js en `make advice` nodig.",
    en="Spelling was not looked at: that needs Node.js and `make advice`.",
)


class NoDictionary:
    """Stands in for the dictionaries where there are none."""

    languages = ()

    def unknown(
        self, language: Language, words: Sequence[str], *, compounds: bool
    ) -> frozenset[str]:
        """Return nothing; nobody asks."""
        return frozenset()

    def suggestions(self, language: Language, word: str) -> Sequence[str]:
        """Return nothing; nobody asks."""
        return ()


def advice_on(root: Path, commit: str, dictionary: Dictionary) -> Advice:
    """Return all advice on the site below `root`.

    Args:
        root: Where docs/ stands.
        commit: The commit that a change began at; empty where there is none.
        dictionary: Who knows words.
    """
    docs = root / "docs"
    files = files_in(docs)
    day = today(read(git_in(docs)))
    loaded = load_files(files, Circumstances(day))
    listed = docs / LIST
    words = listed.read_text("utf-8", "replace") if listed.is_file() else ""
    return advice(
        paired(files).files,
        loaded.catalogue,
        known=known_words(loaded.whole, words_of_list(words)),
        dictionary=dictionary,
        today=day,
        # Where something is wrong, the catalogue lacks pages, and numbers say nothing.
        before=catalogue_at(root, commit, day) if commit and not loaded.problems else None,
    )


def catalogue_at(root: Path, commit: str, day: date) -> Catalogue | None:
    """Return what the site of a commit would know on a day; none where it had no docs/."""
    with checked_out(root, commit) as tree:
        before = tree / "docs"
        if not before.is_dir():
            return None
        return load_files(files_in(before), Circumstances(day)).catalogue


def concerning(found: Advice, changed: Lines) -> list[Problem]:
    """Return the advice that concerns a change: first what it made wrong, then what is near."""
    touched = [item for item in found.of_pages if item.place.path in changed]
    caused = [item for item in found.of_pages if item in found.caused]
    return [*dict.fromkeys([*caused, *nearest_first(touched, changed)])]


def shown(found: Sequence[Problem], form: str) -> str:
    """Return advice as it is told, with a line that says that it is advice."""
    count = str(len(found))
    end = (_SOME.format(count=count) if found else _NONE).in_every_language()
    if not found:
        return end
    if form == "github":
        return f"{as_github(marked(found), 'notice')}\n{end}"
    return f"{as_text(found)}\n\n{end}"


def marked(found: Sequence[Problem]) -> list[Problem]:
    """Return advice that says so, for where problems stand beside it."""
    return [replace(item, field=f"Advies / advice: {item.field}") for item in found]


def _with_spelling(root: Path, commit: str) -> Advice:
    """Return all advice, without that on spelling where the dictionaries give no answer."""
    try:
        with cspell() as dictionary:
            dictionary.unknown("nl", ["woord"], compounds=False)
            return advice_on(root, commit, dictionary)
    except SilentError:
        print(_NO_SPELLING.in_every_language(), file=sys.stderr)
        return advice_on(root, commit, NoDictionary())


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0, whatever there is to say; 2 where it was called wrongly."""
    show_every_letter()
    parser = argparse.ArgumentParser(prog="python -m tests.advice", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these (all)")
    parser.add_argument("--base", help="a commit: only what concerns the change since")
    parser.add_argument("--format", choices=["text", "github"], default="text")
    parser.add_argument("--problems", type=Path, help="a file to list it in, as JSON")
    parser.add_argument("--root", type=Path, default=ROOT, help="where docs/ stands (here)")
    options = parser.parse_args(arguments)
    root = options.root.absolute()
    commit = ""
    try:
        commit = start_of(root, options.base) if options.base else ""
    except NoBaseError as error:
        print(error, file=sys.stderr)
    found = _with_spelling(root, commit)
    told = [*found.of_pages]
    if commit:
        told = concerning(found, changed_lines(root / "docs", commit))
    if options.files:
        wanted = {file.absolute() for file in options.files}
        told = [item for item in told if root / item.place.path in wanted]
    if options.problems:
        options.problems.write_text(as_json([], marked(told)), encoding="utf-8")
    print(shown(told, options.format))
    return 0

"""Asks cspell's dictionaries, which need Node.js and no network."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from hooks.taskforce.languages import Language

FOLDER = Path(__file__).parent


class SilentError(Exception):
    """The dictionaries give no answer."""


@dataclass(frozen=True)
class CspellDictionary:
    """A program that reads questions and writes answers, each on a line."""

    process: subprocess.Popen[str]
    languages = ("nl", "en")  # words.mjs has a file for each

    def unknown(
        self, language: Language, words: Sequence[str], *, compounds: bool
    ) -> frozenset[str]:
        """Return which words are in no dictionary; without words nothing is read for it."""
        if not words:
            return frozenset()
        return frozenset(self._ask(language=language, words=words, compounds=compounds))

    def suggestions(self, language: Language, word: str) -> Sequence[str]:
        """Return what may be meant by a word, the likeliest first."""
        return self._ask(language=language, word=word)

    def _ask(self, **question: object) -> list[str]:
        asked, answered = cast("Any", self.process.stdin), cast("Any", self.process.stdout)
        try:
            asked.write(f"{json.dumps(question)}\n")
            asked.flush()
        except BrokenPipeError as error:
            raise SilentError from error
        try:
            return cast("list[str]", json.loads(answered.readline()))
        except ValueError as error:  # It has stopped, or says what is wrong with it.
            raise SilentError from error


@contextmanager
def cspell() -> Iterator[CspellDictionary]:
    """Lend the dictionaries, as long as questions are asked.

    Raises:
        SilentError: There is no Node.js, or `npm ci` has not been run.
    """
    try:
        process = subprocess.Popen(
            ["node", "words.mjs"],
            cwd=FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
    except OSError as error:
        raise SilentError from error
    try:
        with process:
            yield CspellDictionary(process)
    except BrokenPipeError as error:  # It stopped with a question half asked.
        raise SilentError from error

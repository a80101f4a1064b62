"""The commands that make pages, or what makes them: `new`, `from-form` and `forms`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from .engine.content import site_of
from .taskforce.disk import replace_text
from .taskforce.drafting.answers import one_line
from .taskforce.drafting.asking import answered
from .taskforce.drafting.drafts import Draft, new_page, new_translation
from .taskforce.drafting.editors import editor_files
from .taskforce.drafting.forms import GENERATED, forms
from .taskforce.drafting.questions import Answers, Question, asked_by, questions
from .taskforce.drafting.site import Site
from .taskforce.drafting.submissions import reply_to
from .taskforce.guessing import choose_from, did_you_mean, nearest_choice, surely_named_so
from .taskforce.kinds import KINDS, Kind
from .taskforce.languages import LANGUAGES, SOURCE_LANGUAGE, Text
from .taskforce.model import Translation
from .taskforce.parts import Record
from .taskforce.problems import as_text

_UNKNOWN_KIND = Text(
    nl="‘{value}’ is geen soort pagina; {instead}", en="‘{value}’ is not a kind of page; {instead}"
)
_NO_DUTCH_PAGE = Text(
    nl="‘{value}’ is geen Nederlandse pagina in ‘{folder}’; maak die eerst, of noem haar bestand "
    "met --slug",
    en="‘{value}’ is not a Dutch page in ‘{folder}’; make it first, or name its file with --slug",
)
_UNANSWERED = Text(nl="niets geschreven; dit ontbreekt", en="nothing written; this is missing")
_NO_ISSUE = Text(
    nl="dit is geen bericht van GitHub over een issue",
    en="this is not an event of GitHub on an issue",
)
_STOPPED = Text(nl="niets geschreven", en="nothing written")


_ANSWER = "answer."
"""Keeps the names of questions apart from those of other flags."""

_TITLE = "title"


def kind_named(name: str) -> Kind | None:
    """Return the kind of page with a name: that of its folder, or of one or several in words."""
    wanted = name.casefold()
    return next((kind for kind in KINDS if wanted in map(str.casefold, _names(kind))), None)


def _names(kind: Kind) -> tuple[str, ...]:
    collection = kind.collection
    words = (collection.label, collection.several)
    return (collection.folder, *(word.in_language(code) for word in words for code in LANGUAGES))


def add_new(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    docs: argparse.ArgumentParser,
    arguments: Sequence[str],
) -> None:
    """Add the command `new`, with a flag for each question about the kind that is asked for."""
    parser = commands.add_parser(
        "new", parents=[docs], allow_abbrev=False, help="write a page that is not there yet"
    )
    parser.add_argument("kind", nargs="?", default="", metavar="KIND")
    parser.add_argument("title", nargs="?", default="", metavar="TITLE")
    parser.add_argument("--language", choices=LANGUAGES, default=SOURCE_LANGUAGE)
    parser.add_argument("--slug", default="", help="default: made from the title")
    words = [*arguments]
    after = words[words.index("new") + 1 :] if "new" in words else []
    for kind in [*filter(None, map(kind_named, after))][:1]:
        fields = parser.add_argument_group(kind.collection.folder)
        for question in questions(kind.record):
            if question.name != _TITLE:
                name, explained = f"{_ANSWER}{question.name}", _help(question)
                fields.add_argument(flag(question), dest=name, metavar="…", help=explained)


def flag(question: Question) -> str:
    """Return the flag by which a question is answered."""
    return "--" + question.name.replace(".", "-").replace("_", "-")


def _help(question: Question) -> str:
    words = ", ".join(word.value for word in question.type.words)
    explained = question.explanation.in_every_language() + (f" ({words})" if words else "")
    return explained.replace("%", "%%")


def new(chosen: argparse.Namespace, *, can_ask: bool) -> int:
    """Write a new page, or say what is missing or wrong; return the exit code.

    Args:
        chosen: What the command line says.
        can_ask: Whether somebody is there to answer.

    Raises:
        NotADirectoryError: There is no folder of pages.
        OSError: The page cannot be written.
    """
    site = site_of(chosen.docs)
    answers = {
        name.removeprefix(_ANSWER): text
        for name, text in vars(chosen).items()
        if name.startswith(_ANSWER) and text
    }
    try:
        kind = _kind(chosen.kind, can_ask=can_ask)
        if kind is None:
            return 2
        if chosen.title:
            answers[_TITLE] = chosen.title
        if chosen.language == SOURCE_LANGUAGE:
            make = partial(new_page, kind, site=site, slug=chosen.slug)
            return _finished(kind.record, answers, make, site, chosen.docs, can_ask=can_ask)
        path = _dutch_page(kind, chosen.slug or chosen.title, site)
        if path is None:
            return 1
        if not chosen.slug:
            answers.pop(_TITLE, None)  # It said which page, in Dutch.
        make = partial(new_translation, path, site=site, language=chosen.language)
        return _finished(Translation, answers, make, site, chosen.docs, can_ask=can_ask)
    except (EOFError, KeyboardInterrupt):
        return _refused(_STOPPED)


def _kind(word: str, *, can_ask: bool) -> Kind | None:
    """Return the kind that a word names, or that somebody then chooses."""
    labels = {kind.collection.folder: kind.collection.label for kind in KINDS}
    while (kind := kind_named(word)) is None:
        near = nearest_choice(word, labels, labels) if word else None
        instead = did_you_mean(near) if near else choose_from(labels)
        _refused(_UNKNOWN_KIND.format(value=one_line(word), instead=instead))
        if not can_ask:
            return None
        word = input("> ").strip()
    return kind


def _dutch_page(kind: Kind, name: str, site: Site) -> str | None:
    """Return the path of the Dutch page with a slug or title."""
    folder = kind.collection.folder
    names = {called: path for called, path in site.names.items() if path.startswith(f"{folder}/")}
    path = names.get(name) or surely_named_so(name, names)
    if path is None:
        _refused(_NO_DUTCH_PAGE.format(value=one_line(name), folder=f"docs/{folder}"))
    return path


def _finished(
    record: type[Record],
    answers: dict[str, str],
    make: Callable[[Answers], Draft],
    site: Site,
    docs: Path,
    *,
    can_ask: bool,
) -> int:
    """Ask what is missing, as long as anything is, and write what comes of it."""
    while True:
        if can_ask:
            answers = answered(record, answers, site.known, input, print)
        draft = make(answers)
        again = {asked_by(problem) for problem in draft.problems} & answers.keys()
        if not can_ask or not again:
            return _written(draft, docs)
        print(f"\n{as_text(draft.problems)}")
        answers = {name: text for name, text in answers.items() if name not in again}


def _written(draft: Draft, docs: Path) -> int:
    if draft.problems:
        print(as_text(draft.problems))
    if draft.unanswered:
        _refused(_UNANSWERED)
        for question in draft.unanswered:
            name = "TITLE" if question.name == _TITLE else flag(question)
            print(f"  {name}: {question.label.in_every_language()}", file=sys.stderr)
        return 2
    if draft.problems:
        return _refused(_STOPPED)
    for path, text in draft.changes.items():
        replace_text(docs / path, text)
        print(docs / path)
    return 0


def _refused(message: Text, code: int = 1) -> int:
    print(message.in_every_language(), file=sys.stderr)
    return code


def from_form(event: Path, docs: Path) -> int:
    """Write what a form on GitHub proposes, and print what to answer, in Markdown.

    Prints nothing where the issue is no form. Returns 1 where something is wrong with it.

    Args:
        event: The file in which GitHub says what happened (`GITHUB_EVENT_PATH`).
        docs: The folder of the pages.

    Raises:
        NotADirectoryError: There is no folder of pages.
        OSError: A file cannot be read or written.
    """
    try:
        body = json.loads(event.read_bytes())["issue"]["body"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return _refused(_NO_ISSUE, 2)
    if not isinstance(body, str | None):
        return _refused(_NO_ISSUE, 2)
    text = (body or "").encode("utf-8", "replace").decode("utf-8")  # JSON can hold half a sign.
    reply = reply_to(text, site_of(docs))
    for path, text in reply.changes.items():
        replace_text(docs / path, text)
    print(reply.answer, end="")
    return 1 if reply.answer and not reply.changes else 0


def write_generated(root: Path) -> int:
    """Write the files that follow from the model below the root, and take away those of before.

    Raises:
        OSError: One cannot be written or taken away.
    """
    files = generated_files()
    for path in generated_in(root).keys() - files.keys():
        (root / path).unlink()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        replace_text(root / path, text)
        print(path)
    return 0


def generated_files() -> dict[str, str]:
    """Return the files that follow from the model and that GitHub or VS Code reads, by path."""
    return {form.path: form.file for form in forms()} | editor_files()


def generated_in(root: Path) -> dict[str, str]:
    """Return those files as they stand in the project."""
    texts = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for folder in (".github/ISSUE_TEMPLATE", ".vscode")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }
    return {path: text for path, text in texts.items() if GENERATED in text}

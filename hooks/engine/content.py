"""The pages as they are today: what their files hold, and what git knows of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.structure.files import Files

from hooks.engine.beside import IS_POSSIBLE, begun
from hooks.engine.git import forget_objects, git_in, objects_in, refusal
from hooks.engine.history import History, read
from hooks.engine.kept import Kept
from hooks.taskforce import languages
from hooks.taskforce.bodies import Text, body_problems, judged
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.documents import KEPT, Document
from hooks.taskforce.drafting.site import Site
from hooks.taskforce.loading import Circumstances, Judging, Loaded, forget_files, load_files
from hooks.taskforce.problems import Problem
from hooks.taskforce.publication import Opening
from hooks.taskforce.reading import files_in
from hooks.taskforce.running_text.citations import named

MOMENT = "SOURCE_DATE_EPOCH"
"""The environment variable that says for which moment the site is made."""

_EARLIEST_ZONE = timezone(timedelta(hours=14))
_HERE = ZoneInfo("Europe/Amsterdam")

_MANY = 40
"""Fewer texts are judged sooner than a process begins."""

_SHARE = 0.36
"""Of all texts the process that reads them judges so many: it reads facts, and all of them, too."""


_NO_HISTORY = languages.Text(
    nl="git leest de geschiedenis van deze map niet. Zonder die weet de site niet wanneer een "
    "pagina veranderde, en welke adressen er waren.",
    en="git does not read the history of this folder. Without that the site does not know when a "
    "page changed, and which addresses there were.",
)


class LastRead:
    """What was read last: while serving, the same files are asked for twice after each change."""

    def __init__(self) -> None:
        self._made_of: tuple[object, ...] = ()
        self._loaded = Loaded(Catalogue(), ())

    def loaded(self, made_of: tuple[object, ...], load: Callable[[], Loaded]) -> Loaded:
        """Return what was read, which is read again only where it is made of anything else."""
        if made_of != self._made_of:
            self._made_of = ()
            self._loaded = load()
            self._made_of = made_of
        return self._loaded


def content_of(
    docs: Path,
    *,
    with_drafts: bool = False,
    judging: Judging = judged,
    last: LastRead | None = None,
    circumstances: str = "",
) -> tuple[Loaded, History]:
    """Return what the pages below a folder hold, with all that is wrong with them, and their past.

    Args:
        docs: The folder.
        with_drafts: Whether pages that are not public yet are in the site nevertheless.
        judging: Judges running text.
        last: What was read before; it is returned where nothing has changed since.
        circumstances: What decides that, beside the files and what git knows of them.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    history = read(git_in(docs))
    with objects_in(docs) as objects:
        past = partial(history.together, objects=objects)
        given = Circumstances(
            today(history),
            history.first_commits,
            lambda: {
                path: partial(history.stood, path, objects=objects) for path in history.published()
            },
            past,
            day_of_build(),
            with_drafts,
            judging,
        )
        files = files_in(docs)
        made_of = (files, history, given.today, given.day, with_drafts, circumstances)
        return (last or LastRead()).loaded(made_of, partial(load_files, files, given)), history


def without_history(docs: Path, history: History) -> str:
    """Return what to say where there is a history and git does not read it; else nothing."""
    said = "" if history.commits else refusal(docs)
    return f"{_NO_HISTORY.in_every_language()}\n{said}" if said else ""


@lru_cache(maxsize=KEPT)
def problems_kept(
    kept: Kept,
    document: Document,
    sources: frozenset[str],
    later: frozenset[tuple[str, Opening]],
) -> tuple[Problem, ...]:
    """Return what is wrong in running text; of what is right is kept that it is."""
    about = named(document.body)  # All others would make each page's work grow with the site.
    too_early = (opening for opening in later if opening[0] in about)
    of = [document.path, document.lines, sorted(sources & about), sorted(map(repr, too_early))]
    name = kept.name("right", of)
    if kept.read(name) is not None:
        return ()
    problems = body_problems(document, sources, later)
    if not problems:
        kept.write(name, b"")
    return problems


def judged_kept(kept: Kept, texts: Sequence[Text]) -> Callable[[], list[Problem]]:
    """Return what gives all that is wrong in running text; of what is right that is kept."""
    return judged(texts, partial(problems_kept, kept))


def judged_beside(kept: Kept, texts: Sequence[Text]) -> Callable[[], list[Problem]]:
    """Return the same, while most of it is judged by a process of its own.

    Till all is judged nothing else is at work, and the second core is idle.
    """
    if len(texts) < _MANY or not IS_POSSIBLE:
        return judged_kept(kept, texts)
    share = round(len(texts) * _SHARE)
    others = begun(lambda: judged_kept(kept, texts[share:])())
    own = judged_kept(kept, texts[:share])
    return lambda: [*own(), *others.result()]


def forget() -> None:
    """Forget what content was read from and how it was judged: only a preview asks for it again."""
    forget_files()
    forget_objects()
    problems_kept.cache_clear()


def changes_of(loaded: Loaded, history: History) -> Mapping[str, str]:
    """Return the day on which each file of the site last changed, by its path.

    To readers, a page that came on the site on a later day than it was written is of that day.
    """
    days = {path: day for path, day in history.last_changes().items() if path not in loaded.hidden}
    for entity in loaded.catalogue.entities:
        if entity.record.publish_from is not None:
            for version in entity.versions.values():
                if version.path in days:
                    days[version.path] = max(days[version.path], str(entity.record.publish_from))
    return days


def leave_out(files: Files, hidden: frozenset[str]) -> None:
    """Take files out of those of a build, in which no language then has them.

    Call it in `on_files` with a priority above -100: static-i18n keeps lists of its own.
    """
    for file in [file for file in files if file.src_uri in hidden]:
        files.remove(file)


def site_of(docs: Path) -> Site:
    """Return the site of which the pages stand below a folder, for a page that is meant for it.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    history = read(git_in(docs))
    given = Circumstances(today(history), history.first_commits, day=day_of_build())
    return Site(files_in(docs), lambda files: load_files(files, given).problems, given.today)


def day_of_build() -> date:
    """Return the day for which the site is made: what is public by then is in it.

    It is that of SOURCE_DATE_EPOCH, an input by which the same commit gives the same site again,
    or else that of the clock, where the taskforce is. Unlike with `today`, a clock that is ahead
    somewhere makes no page public early.
    """
    given = moment(os.environ.get(MOMENT), _HERE)
    return (given or datetime.now(_HERE)).date()


def today(history: History) -> date:
    """Return the day of today: the latest that is known to have come.

    The clock may be behind, or set to an earlier day to make a build twice; a commit, or the day
    that a build is made for (reproducible-builds.org, SOURCE_DATE_EPOCH), has come for certain.
    Where it is tomorrow already somewhere on Earth, it is tomorrow.
    """
    last = [commit.seconds for commit in history.commits[:1]]
    given = [os.environ.get(MOMENT), *last]
    moments = (moment(seconds, _EARLIEST_ZONE) for seconds in given)
    return max([datetime.now(_EARLIEST_ZONE), *filter(None, moments)]).date()


def moment(seconds: str | int | None, zone: tzinfo) -> datetime | None:
    """Return the moment so many seconds after the epoch; none where that is no moment."""
    try:
        return datetime.fromtimestamp(int(seconds or ""), zone)
    except (ValueError, OverflowError, OSError):
        return None

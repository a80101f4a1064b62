"""The pages as they are today: what their files hold, and what git knows of them."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from hooks.engine.git import git_in, objects_in
from hooks.engine.history import History, read
from hooks.taskforce.drafting.site import Site
from hooks.taskforce.loading import Circumstances, Loaded, load
from hooks.taskforce.reading import files_in

_EARLIEST_ZONE = timezone(timedelta(hours=14))


def content_of(docs: Path) -> tuple[Loaded, History]:
    """Return what the pages below a folder hold, with all that is wrong with them, and their past.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    history = read(git_in(docs))
    with objects_in(docs) as objects:
        past = partial(history.together, objects=objects)
        given = Circumstances(
            today(history),
            history.first_commits,
            lambda: {path: partial(objects, name) for path, name in history.published().items()},
            past,
        )
        return load(docs, given), history


def site_of(docs: Path) -> Site:
    """Return the site of which the pages stand below a folder, for a page that is meant for it.

    Raises:
        NotADirectoryError: `docs` is not a folder.
    """
    history = read(git_in(docs))
    return Site(files_in(docs), Circumstances(today(history), history.first_commits))


def today(history: History) -> date:
    """Return the day of today: the latest that is known to have come.

    The clock may be behind, or set to an earlier day to make a build twice; a commit, or the day
    that a build is made for (reproducible-builds.org, SOURCE_DATE_EPOCH), has come for certain.
    Where it is tomorrow already somewhere on Earth, it is tomorrow.
    """
    moments = [datetime.now(_EARLIEST_ZONE)]
    last = [commit.seconds for commit in history.commits[:1]]
    for seconds in (os.environ.get("SOURCE_DATE_EPOCH"), *last):
        try:
            moments.append(datetime.fromtimestamp(int(seconds or ""), _EARLIEST_ZONE))
        except (ValueError, OverflowError, OSError):
            continue
    return max(moments).date()

"""A hook of MkDocs that notes how much processor time each stage of a build takes.

The time between two events belongs to the stage that the second one ends. So the same stages are
told of any site, whatever plugins and hooks it has; those run between our first and our last
function of an event. It writes to the file that `BENCH_STAGES` names, at the end of the build.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
from collections.abc import Callable
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from mkdocs.plugins import CombinedEvent, event_priority

TARGET = "BENCH_STAGES"

FIRST, LAST = 1000, -1000
"""Before and after all plugins and hooks."""

STAGES: dict[str, str] = {
    "on_startup": "starting",
    "on_config": "reading and checking",
    "on_files": "files beside the pages",
    "on_nav": "menu",
    "before on_page_markdown": "opening pages",
    "on_page_markdown": "adding facts to Markdown",
    "before on_page_content": "Markdown to HTML",
    "on_page_content": "headings and search texts",
    "before on_env": "checking links",
    "on_env": "the book",
    "before on_page_context": "writing",
    "on_page_context": "what templates need",
    "before on_post_page": "templates",
    "on_post_page": "after templates",
    "before on_post_build": "writing",
    "end": "search, sitemap and what is checked last",
}
"""The stage that ends where an event begins (`before`) or has ended."""


class Clock:
    """Counts the processor time of each stage in this process."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self._last = 0.0
        self._process = os.getpid()

    def ends(self, stage: str) -> None:
        """Let a stage have all the time since the last one ended."""
        if self._process != os.getpid():  # A copy of the process that began, for one language.
            self.__init__()  # type: ignore[misc]
        now = processor_seconds()
        self.taken[stage] = self.taken.get(stage, 0.0) + now - self._last
        self._last = now


def processor_seconds() -> float:
    """Return the processor time of this process and of those that it started and that ended."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


CLOCK = Clock()


def _marking(stage: str) -> Callable[..., None]:
    # MkDocs gives an event's first argument by place, and takes None for: as it was.
    return lambda *_, **__: CLOCK.ends(stage)


def _around(event: str) -> Any:
    """Return an event that ends one stage before all others answer it, and one after."""
    methods = [
        event_priority(priority)(_marking(STAGES[name]))
        for name, priority in ((f"before {event}", FIRST), (event, LAST))
        if name in STAGES
    ]
    return CombinedEvent(*methods)


def on_startup(*, command: str, dirty: bool) -> None:
    """Begin: what came before is Python and what it loads."""
    CLOCK.ends(STAGES["on_startup"])
    atexit.register(_write, Path(os.environ[TARGET]))


on_config = _around("on_config")
on_files = _around("on_files")
on_nav = _around("on_nav")
on_page_markdown = _around("on_page_markdown")
on_page_content = _around("on_page_content")
on_env = _around("on_env")
on_page_context = _around("on_page_context")
on_post_page = _around("on_post_page")


@event_priority(LAST)
def _end_of_copy(*_: Any, **__: Any) -> None:
    if parent_process() is not None:
        target = Path(os.environ[TARGET])
        CLOCK.ends(STAGES["end"])
        _of_copy(target, os.getpid()).write_text(json.dumps(CLOCK.taken), encoding="utf-8")


on_post_build = CombinedEvent(*_around("on_post_build").methods, _end_of_copy)


def _of_copy(target: Path, process: int | str) -> Path:
    """Return the file in which a copy of this process writes its stages."""
    return target.with_name(f"{target.name}.{process}")


def _write(target: Path) -> None:
    CLOCK.ends(STAGES["end"])
    taken = CLOCK.taken
    for path in target.parent.glob(_of_copy(target, "*").name):
        copied = json.loads(path.read_text("utf-8"))
        path.unlink()
        # All of it was counted when that process ended.
        taken[STAGES["end"]] -= sum(copied.values())
        for stage, seconds in copied.items():
            taken[stage] = taken.get(stage, 0.0) + seconds
    target.write_text(json.dumps(taken), encoding="utf-8")

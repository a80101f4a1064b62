"""Work that a process of its own does, on a core of its own, as if it had been done here.

What it logs is logged here, where warnings are counted and shown; what stops it stops this process.
It begins as a copy of this process, which only Linux does both fast and safely.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import multiprocessing
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from mkdocs.exceptions import Abort

from hooks.engine.logs import generator_logger

Result = TypeVar("Result")

IS_POSSIBLE = sys.platform == "linux"
"""Whether a process can begin as a copy of this one."""


@dataclass(frozen=True)
class _Said(Generic[Result]):
    """What a process says at its end: what it logged, and what it made or what stopped it."""

    records: list[logging.LogRecord]
    result: Result | None = None
    error: Exception | None = None


class Beside(Generic[Result]):
    """A function at work in a process of its own."""

    def __init__(
        self, work: Callable[[], Result], later: Callable[..., None] | None = None
    ) -> None:
        """Begin.

        Args:
            work: Needs nothing but what is known now, and returns what can be pickled.
            later: What the process does then, once it is asked; it waits for that.
        """
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe()
        self._process: ForkProcess = context.Process(
            # A daemon, which this one would not wait for at its end, could not begin others.
            daemon=later is not None,
            target=_do,
            args=(work, later, self._here, there),
        )
        self._process.start()
        there.close()

    def result(self) -> Result:
        """Wait for the end, log what was logged, and return what was made.

        Raises:
            Exception: That which stopped the work.
        """
        return self._said()  # type: ignore[return-value]  # There, where no error is.

    def ask(self, *what: object) -> None:
        """Have it do what it was to do later, with these."""
        self._here.send(what)

    def answered(self) -> None:
        """Wait until it has done what was asked, and log what was logged.

        Raises:
            Exception: That which stopped it.
        """
        self._said()

    def _said(self) -> Result | None:
        try:
            said: _Said[Result] = pickle.loads(self._here.recv_bytes())
        except EOFError:
            self._process.join()
            raise Abort(f"A process was stopped ({self._process.exitcode}).") from None
        for record in said.records:
            logging.getLogger(record.name).handle(record)
        if said.error is not None:
            raise said.error
        return said.result

    def abandon(self) -> None:
        """Stop it, if it is still at work."""
        self._process.kill()
        self._process.join()


@dataclass(frozen=True)
class InTurn(Generic[Result]):
    """The same function, done here when its result is asked."""

    work: Callable[[], Result]

    def result(self) -> Result:
        """Return what is made."""
        return self.work()

    def abandon(self) -> None:
        """Do nothing, since nothing has begun."""


Work = Beside[Result] | InTurn[Result]


def begun(work: Callable[[], Result]) -> Work[Result]:
    """Return a function at work, in a process of its own where that is possible.

    Args:
        work: Needs nothing but what is known now, and returns what can be pickled.
    """
    return Beside(work) if IS_POSSIBLE else InTurn(work)


class _Kept(logging.Handler):
    """Keeps what is logged, as text that can be handed over."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.records.append(record)


def _do(
    work: Callable[[], object],
    later: Callable[..., None] | None,
    elsewhere: Connection,
    here: Connection,
) -> None:
    elsewhere.close()
    _end_with_the_one_that_began_it()
    gc.freeze()  # What is here already stays: to go through it would cost time, and copy it.
    kept = _listen()
    # The process that began it is stopped as well on Ctrl+C, and may end without asking for more.
    with suppress(KeyboardInterrupt, EOFError):
        _say(here, kept, work)
        if later is not None:
            asked = here.recv()
            kept.records.clear()
            _say(here, kept, partial(later, *asked))


def _say(here: Connection, kept: _Kept, work: Callable[[], object]) -> None:
    try:
        said = _Said(kept.records, work())
    except Exception as error:
        said = _Said(kept.records, error=_portable(error))
    here.send_bytes(pickle.dumps(said))


def _end_with_the_one_that_began_it() -> None:
    """Let this process be killed where the other is, rather than write on beside the next build."""
    parent_death_signal = 1  # linux/prctl.h
    ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGKILL)


def _listen() -> _Kept:
    """Keep all that is logged from now on, and show none of it."""
    kept = _Kept()
    for logger in map(logging.getLogger, (None, *logging.root.manager.loggerDict)):
        logger.handlers.clear()
        if logger.parent is None or not logger.propagate:
            logger.addHandler(kept)
    return kept


def _portable(error: Exception) -> Exception:
    """Return an error as it is, or else its text, where it cannot be handed over."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        generator_logger().exception("%s", error)
        return Abort(str(error))
    return error

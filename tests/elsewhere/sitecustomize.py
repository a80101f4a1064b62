"""Another machine, for a Python with this folder on its PYTHONPATH: it reads this when it starts.

Folders list their files in another order, and the clock says another day.
"""

from __future__ import annotations

import datetime
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import Any, Self

AHEAD = 75 * 365 * 24 * 3600
"""Seconds: after the day on which the last page of the fixed site would become public."""

_listdir, _scandir, _time = os.listdir, os.scandir, time.time
_chance = random.Random(4242)


def _shuffled(items: Any) -> list[Any]:
    found = sorted(items, key=str)
    _chance.shuffle(found)
    return found


class _Entries:
    """What os.scandir gives, in another order."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as entries:
            self._entries = iter(_shuffled(entries))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Do nothing: the folder was read at once."""


class _Later(datetime.datetime):
    """A moment; what it calls now is years ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Self:
        return cls.now()


class _LaterDay(datetime.date):
    """A day; what it calls today is years ahead."""

    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(time.time())


def _replace(module: Any, **names: Callable[..., Any]) -> None:
    for name, function in names.items():
        setattr(module, name, function)


_replace(os, listdir=lambda *arguments: _shuffled(_listdir(*arguments)), scandir=_Entries)
_replace(time, time=lambda: _time() + AHEAD)
_replace(datetime, datetime=_Later, date=_LaterDay)

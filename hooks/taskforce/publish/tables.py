"""The lists of the published data as tables: CSV that a Dutch Excel opens right.

RFC 4180 with two departures, both for Excel: fields are separated by a semicolon, as Dutch
settings expect, and the file begins with a byte order mark, without which accents go wrong.
A cell that a spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ..kinds import KINDS, Kind
from ..parts import Record
from ..vocabulary import Collection
from . import records
from .cells import Column, columns

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What OWASP, "CSV Injection", lists, the wide forms included; and the same behind apostrophes, so
that adding one apostrophe can always be undone by taking one away."""


@dataclass(frozen=True)
class Table:
    """A list of the published data as a file.

    Attributes:
        name: The name of the list in `records.Catalogue`.
        path: Where the file stands.
        record: What the list holds.
        rows_of: The field, a list itself, of which each item gets a row of its own.
        last_of: The field, a list itself, of which a row shows the last item.
        label: The name of the label that says what it holds; without, that is the list's own.
    """

    name: str
    path: str
    record: type[Record]
    rows_of: str = ""
    last_of: str = ""
    label: str = ""

    def columns(self) -> list[Column]:
        """Return the columns, in the order of the model."""
        return list(columns(self.record, self.rows_of or self.last_of))

    def text(self, data: records.Head) -> bytes:
        """Return the rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
        columns = self.columns()
        buffer = StringIO(newline="")
        writer = csv.writer(buffer, delimiter=SEPARATOR, lineterminator="\r\n")
        writer.writerow(column.name for column in columns)
        for record in getattr(data, self.name):
            for item in self._items(record):
                writer.writerow(defused(column.read(record, item)) for column in columns)
        return (BYTE_ORDER_MARK + buffer.getvalue()).encode()

    def _items(self, record: Record) -> Iterable[Any]:
        """Return what there is a row for: an item each, or nothing where the record is the row."""
        if not (field := self.rows_of or self.last_of):
            return (None,)
        items: tuple[Any, ...] = getattr(record, field)
        return items[-1:] if self.last_of else items


def _of_kind(kind: Kind) -> Table:
    return Table(
        kind.name,
        f"data/{kind.collection.folder}.csv",
        records.OF_KINDS[kind.collection],
        rows_of=kind.row_of,
        last_of=kind.row_with_last_of,
    )


TABLES = (
    *map(_of_kind, KINDS),
    Table(
        "deliverables",
        "data/standen.csv",
        records.OF_KINDS[Collection.DELIVERABLES],
        rows_of="standing",
        label="data_standings",
    ),
    Table("milestones", "data/mijlpalen.csv", records.Milestone),
    Table("asks", "data/gevraagd.csv", records.AskOfPage),
    Table("terms", "data/begrippen.csv", records.Term),
    Table("sources", "data/bronnen.csv", records.Source),
)


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; see the top of this module.

    To read it back: take one apostrophe away from the front of a cell in which `=`, `+`, `-`, `@`,
    a tab or a line break follows on one or more apostrophes.
    """
    return f"'{text}" if _FORMULA.match(text) else text

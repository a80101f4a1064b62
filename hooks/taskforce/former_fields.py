"""Fields that deliverables once had, and what to write in their place."""

from __future__ import annotations

from .documents import Document
from .languages import Text
from .model import Deliverable
from .nodes import Mapping, Scalar
from .parts import Record
from .problems import Problem
from .rules import fields as rules

FORMER = ("progress", "as_of")
STANDING = "standing"


def former_standing(document: Document, record: type[Record]) -> Problem | None:
    """Return the problem of a page that has its standing in the fields of before, if it has.

    It stands at the first of the two, and gives the lines to write.
    """
    fields = document.fields.by_name
    former = [entry for entry in document.fields.entries if entry.key.text in FORMER]
    if record is not Deliverable or not former:
        return None
    instead = Text(
        nl="haal ze weg; ‘standing’ staat er al", en="remove them; ‘standing’ is there already"
    )
    if STANDING not in fields:
        progress, date = (_written(document.fields, name) for name in FORMER)
        item = f"- {{progress: {progress}, date: {date}, source: …}}"
        instead = Text(
            nl=f"schrijf ‘standing:’ en op de regel daaronder ‘  {item}’, met de id van de bron",
            en=f"write ‘standing:’ and on the line below it ‘  {item}’, with the id of the source",
        )
    key = former[0].key
    return document.problem(rules.FORMER_STANDING, key.text, key.position, instead=instead)


def _written(fields: Mapping, name: str) -> str:
    entry = fields.by_name.get(name)
    value = entry.value if entry is not None else None
    return value.text if isinstance(value, Scalar) and value.text.strip() else "…"

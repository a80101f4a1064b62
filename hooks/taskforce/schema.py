"""The model as JSON Schema (draft 2020-12), for editors' tools and for whoever reads the data."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from .kinds import KINDS
from .model import PlainPage, Translation
from .parts import Record


def front_matter_schema() -> dict[str, Any]:
    """Return one schema with a definition for every kind of page.

    The kinds with a folder of their own are under their folder's name in `properties`.
    """
    records: list[type[Record]] = [*(kind.record for kind in KINDS), PlainPage, Translation]
    references, schema = models_json_schema([(record, "validation") for record in records])
    by_record = {record: references[record, "validation"] for record in records}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front-matter",
        "type": "object",
        "properties": {
            kind.collection.folder: {
                "type": "object",
                "additionalProperties": by_record[kind.record],
            }
            for kind in KINDS
        }
        | {
            "pages": {"type": "object", "additionalProperties": by_record[PlainPage]},
            "translations": {"type": "object", "additionalProperties": by_record[Translation]},
        },
        "additionalProperties": False,
        **schema,
    }

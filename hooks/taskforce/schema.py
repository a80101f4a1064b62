"""The model as JSON Schema (draft 2020-12), for editors' tools and for whoever reads the data."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from .model import RECORDS, PlainPage, Translation
from .parts import Record


def front_matter_schema() -> dict[str, Any]:
    """Return one schema with a definition for every kind of page.

    The kinds with a folder of their own are under their folder's name in `properties`.
    """
    records: list[type[Record]] = [*RECORDS.values(), PlainPage, Translation]
    references, schema = models_json_schema([(record, "validation") for record in records])
    by_record = {record: references[record, "validation"] for record in records}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front-matter",
        "type": "object",
        "properties": {
            collection.folder: {"type": "object", "additionalProperties": by_record[record]}
            for collection, record in RECORDS.items()
        }
        | {
            "pages": {"type": "object", "additionalProperties": by_record[PlainPage]},
            "translations": {"type": "object", "additionalProperties": by_record[Translation]},
        },
        "additionalProperties": False,
        **schema,
    }

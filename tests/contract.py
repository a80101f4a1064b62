"""What others read of the data: the schema of the JSON, and the columns of the tables in order.

It stands in `contract.json`; `python -m tests.contract` writes it anew after a change that is
meant. Whoever renames or removes a field raises the first number of `records.VERSION`, and whoever
adds one, or a word that one can hold, the second.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hooks.taskforce.publish import records
from hooks.taskforce.publish.tables import TABLES

FILE = Path(__file__).with_name("contract.json")


def contract() -> dict[str, Any]:
    """Return what the data look like, without the words that explain them."""
    schema = records.Catalogue.model_json_schema(mode="serialization", by_alias=True)
    return {
        "version": records.VERSION,
        "schema": _without_words(schema),
        "columns": {table.path: [column.name for column in table.columns()] for table in TABLES},
    }


def _without_words(schema: Any, *, of_names: bool = False) -> Any:
    if isinstance(schema, list):
        return [_without_words(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_words(value, of_names=key in ("properties", "$defs") and not of_names)
        for key, value in schema.items()
        if of_names or key not in ("title", "description", "x-nl", "x-labels")
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(contract(), indent=1) + "\n", encoding="utf-8")

"""JSON and the JSON Schemas (draft 2020-12) of it, made from the models."""

from __future__ import annotations

import json
from typing import Any

from ..audit import Report
from ..schema import front_matter_schema
from . import records
from .site import AUDIT_SCHEMA, CATALOGUE_SCHEMA, FRONT_MATTER_SCHEMA, Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"

LARGE = 2_000_000
"""Letters of a catalogue that nobody reads as it is: some 250 deliverables."""


def catalogue_json(data: records.Head) -> bytes:
    """Return the whole catalogue as JSON (RFC 8259) that conforms to `catalogue_schema`.

    Laid out for people, but for one that is large: a third of it would be spaces.
    """
    text = data.model_dump_json(by_alias=True)
    if len(text) < LARGE:
        text = data.model_dump_json(by_alias=True, indent=2)
    return text.encode() + b"\n"


def catalogue_schema(site: Site) -> bytes:
    """Return the schema of the published data.

    It allows fields that it does not know, so that who keeps a copy can still read data to which a
    later version of the same main number has added some.
    """
    schema = records.Catalogue.model_json_schema(mode="serialization", by_alias=True)
    return _text(_named(_open(schema), site.file(CATALOGUE_SCHEMA)))


def audit_schema(site: Site) -> bytes:
    """Return the schema of the published report of what was measured of the site."""
    schema = Report.model_json_schema(mode="serialization")
    return _text(_named(_open(schema), site.file(AUDIT_SCHEMA)))


def fields_schema(site: Site) -> bytes:
    """Return the schema of the fields that editors write at the top of a page."""
    return _text(_named(front_matter_schema(), site.file(FRONT_MATTER_SCHEMA)))


def _named(schema: dict[str, Any], address: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": address} | schema


def _open(schema: Any) -> Any:
    """Return a schema that nowhere forbids unknown fields."""
    if isinstance(schema, list):
        return [_open(item) for item in schema]
    if isinstance(schema, dict):
        return {
            key: _open(value)
            for key, value in schema.items()
            if (key, value) != ("additionalProperties", False)
        }
    return schema


def _text(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

"""publiccode.yml has what the standard requires (version 0.5, yml.publiccode.tools)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT


def missing(publiccode: Any) -> Iterator[str]:
    """Yield what the standard requires and is not there, or is not as it must be."""

    def value(path: str) -> Any:
        found = publiccode
        for key in path.split("."):
            found = found.get(key) if isinstance(found, dict) else None
        return found

    for path in (
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
        "description", "legal.license", "maintenance.type", "localisation.availableLanguages",
    ):  # fmt: skip
        if not value(path):
            yield path
    if not isinstance(value("localisation.localisationReady"), bool):
        yield "localisation.localisationReady"
    if value("developmentStatus") not in ("concept", "development", "beta", "stable", "obsolete"):
        yield "developmentStatus"
    if value("maintenance.type") not in ("internal", "contract", "community", "none"):
        yield "maintenance.type"
    if value("maintenance.type") in ("internal", "community"):
        contacts = value("maintenance.contacts") or []
        if not contacts or not all(contact.get("name") for contact in contacts):
            yield "maintenance.contacts"
    for language, texts in (value("description") or {}).items():
        if not 0 < len(texts.get("shortDescription", "")) <= 150:
            yield f"description.{language}.shortDescription"
        if not 150 <= len(texts.get("longDescription", "")) <= 10_000:
            yield f"description.{language}.longDescription"
        if not all(0 < len(feature) <= 100 for feature in texts.get("features") or [""]):
            yield f"description.{language}.features"


PUBLICCODE = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


def test_publiccode_has_all_that_the_standard_requires() -> None:
    assert list(missing(PUBLICCODE)) == []
    assert PUBLICCODE["publiccodeYmlVersion"] == "0.5"
    assert set(PUBLICCODE["description"]) == set(PUBLICCODE["localisation"]["availableLanguages"])


@pytest.mark.parametrize(
    "key", [key for key in PUBLICCODE if key not in ("categories", "intendedAudience")]
)
def test_a_publiccode_that_lacks_something_is_noticed(key: str) -> None:
    assert list(missing({name: value for name, value in PUBLICCODE.items() if name != key}))

"""Reports to test with: one that met every bar, one that met none."""

from __future__ import annotations

from datetime import UTC, datetime

from hooks.taskforce.audit import (
    Definition,
    Evidence,
    Measurement,
    Report,
    Tool,
    definitions,
    report_of,
)

MADE = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
COMMIT = "0123456789abcdef0123456789abcdef01234567"
TOOLS = (Tool(name="axe-core", version="4.14.1"), Tool(name="Lighthouse", version="12.2.3"))


def _measurement(
    bar: Definition, figure: float | None, evidence: tuple[Evidence, ...] = (), left_off: int = 0
) -> Measurement:
    return Measurement(
        bar=bar.name,
        figure=figure,
        checked=0 if figure is None else 144,
        checked_what="views",
        command="make audit",
        tools=("axe-core",),
        evidence=evidence,
        left_off=left_off,
        reason="" if figure is not None else "The list of vulnerabilities could not be reached.",
    )


def passing_report() -> Report:
    """Return a report in which every figure is exactly at its bar."""
    found = [_measurement(bar, bar.limit) for bar in definitions().values()]
    return report_of(found, TOOLS, COMMIT, MADE)


def failing_report(evidence: str = "a label is missing") -> Report:
    """Return a report in which every bar failed, or could not be measured where it may."""
    found = (Evidence(where="themas/mkb/", found=evidence),) * 3
    measurements = [
        _measurement(bar, None)
        if bar.needs_network
        else _measurement(bar, bar.limit + (1 if bar.bound == "at-most" else -1), found, 7)
        for bar in definitions().values()
    ]
    return report_of(measurements, TOOLS, None, MADE)

"""The report of an audit: complete, honest, and read as strictly as a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.taskforce.audit import (
    MOST_EVIDENCE,
    AuditError,
    Result,
    definitions,
    read,
    report_of,
    vocabulary,
    written,
)
from tests.specimen_report import COMMIT, MADE, TOOLS, failing_report, passing_report


def test_a_report_that_was_written_can_be_read() -> None:
    for report in (passing_report(), failing_report()):
        assert read(written(report)) == report
        assert written(read(written(report))) == written(report)


def test_a_bar_is_met_up_to_its_limit() -> None:
    assert passing_report().passed
    assert len(passing_report().with_result(Result.PASSED)) == len(definitions())
    failing = failing_report()
    assert not failing.passed
    assert not failing.with_result(Result.PASSED)


def test_what_could_not_be_measured_did_not_pass_and_did_not_fail() -> None:
    unmeasured = failing_report().with_result(Result.NOT_MEASURED)
    assert {item.bar for item in unmeasured} == {
        bar.name for bar in definitions().values() if bar.needs_network
    }


def test_every_area_has_bars_and_every_bar_is_shown_once() -> None:
    shown = [item.bar for _, items in passing_report().by_area() for item in items]
    assert sorted(shown) == sorted(definitions())
    assert len(list(passing_report().by_area())) == len(vocabulary().areas)


def changed(**changes: Any) -> str:
    """Return a report of which the first measurement has other values."""
    data = json.loads(written(passing_report()))
    data["measurements"][0] |= changes
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Invalid JSON"),
        ("[]", "Input should be an object"),
        (changed(bar="axes"), "audit.yml has no bar named axes"),
        (changed(checked=0), "axe looked at nothing"),
        (changed(checked_what="sheep"), "no word for sheep"),
        (changed(figure=None), "axe must be measured"),
        (changed(figure=-1), "greater than or equal to 0"),
        (changed(tools=["hammer"]), "unnamed tools"),
        (changed(opinion="fine"), "Extra inputs are not permitted"),
        (
            changed(evidence=[{"where": "a", "found": "b"}] * (MOST_EVIDENCE + 1)),
            f"at most {MOST_EVIDENCE}",
        ),
    ],
)
def test_a_report_that_is_not_right_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(AuditError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", list(definitions()))
def test_no_bar_can_be_left_out_or_measured_twice(name: str) -> None:
    measured = passing_report().measurements
    with pytest.raises(AuditError, match=f"missing: {name}"):
        report_of([item for item in measured if item.bar != name], TOOLS, COMMIT, MADE)
    twice = [item for item in measured if item.bar == name]
    with pytest.raises(AuditError):
        report_of([*measured, *twice], TOOLS, COMMIT, MADE)


def test_a_result_in_the_file_is_not_believed() -> None:
    axe = read(changed(figure=3, result="passed")).measurements[0]
    assert axe.result is Result.FAILED


@given(st.text(), st.floats(min_value=0, allow_infinity=False, allow_nan=False))
def test_any_evidence_and_figure_survive_the_file(words: str, figure: float) -> None:
    first, *others = failing_report(words.replace("\x00", "")).measurements
    first = first.model_copy(update={"figure": figure})
    report = report_of([first, *others], TOOLS, COMMIT, MADE)
    assert read(written(report)) == report

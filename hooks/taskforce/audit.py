"""What was measured of a built site, and what it should have been.

audit.yml says what is measured and where the bar lies; tests/audit/ measures and writes a report;
the site shows it. A report is read as strictly as a page: it may leave no bar out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    ValidationError,
    computed_field,
    model_validator,
)

from .languages import Text
from .own_yaml import own_yaml
from .problems import visible
from .vocabulary import Result

MOST_EVIDENCE = 50
"""How much evidence a report keeps of one measurement."""


class AuditError(ValueError):
    """A report cannot be read; the message says why in one sentence."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Definition(_Model):
    """One thing that is measured, and where the bar lies.

    Attributes:
        name: What reports call it.
        area: The heading it stands under.
        title: What readers call it.
        explanation: What is looked at, in a sentence or two.
        unit: What the figure counts.
        unit_of_one: The same of a single one, where that has other words.
        bound: Whether `limit` is the most or the least that the figure may be.
        limit: Where the bar lies.
        needs_network: Whether it may stay unmeasured where there is no network.
    """

    name: str
    area: str
    title: Text
    explanation: Text
    unit: Text
    unit_of_one: Text | None = None
    bound: Literal["at-most", "at-least"]
    limit: float
    needs_network: bool = False

    def met_by(self, figure: float) -> bool:
        """Return whether a figure is good enough."""
        return figure <= self.limit if self.bound == "at-most" else figure >= self.limit

    def unit_of(self, figure: float) -> Text:
        """Return what a figure counts, in the right number."""
        return self.unit_of_one if self.unit_of_one is not None and figure == 1 else self.unit


class Vocabulary(_Model):
    """The whole of audit.yml."""

    areas: Mapping[str, Text]
    checked: Mapping[str, Text]
    bars: tuple[Definition, ...]

    @model_validator(mode="after")
    def _complete(self) -> Vocabulary:
        if len({bar.name for bar in self.bars}) < len(self.bars):
            raise ValueError("two bars have the same name")
        if unknown := {bar.area for bar in self.bars} - set(self.areas):
            raise ValueError(f"unknown areas: {unknown}")
        return self


@cache
def vocabulary() -> Vocabulary:
    """Return what audit.yml holds.

    Raises:
        pydantic.ValidationError: It holds something that it may not.
    """
    path = Path(__file__).with_name("audit.yml")
    return Vocabulary.model_validate(own_yaml(path))


@cache
def definitions() -> Mapping[str, Definition]:
    """Return all that is measured, by name, in the order in which it is shown."""
    return MappingProxyType({bar.name: bar for bar in vocabulary().bars})


def _known_bar(name: str) -> str:
    if name not in definitions():
        raise ValueError(f"audit.yml has no bar named {name}")
    return name


def _known_kind(name: str) -> str:
    if name not in vocabulary().checked:
        raise ValueError(f"audit.yml has no word for {name} below `checked`")
    return name


def _on_one_line(text: str) -> str:
    return visible(" ".join(text.split()))


Line = Annotated[str, AfterValidator(_on_one_line)]
"""What a tool said, on one line: a sign stands for each character that cannot be shown."""

Figure = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Tool(_Model):
    """A program that measured."""

    name: Line
    version: Line


class Evidence(_Model):
    """One thing that was found, and where: a page, a file or a package."""

    where: Line
    found: Line


class Measurement(_Model):
    """What was found for one bar.

    Attributes:
        bar: The name of its definition.
        figure: What was measured, in the unit of the definition; None where nothing could be.
        checked: How much was looked at; never nothing, for then nothing was measured.
        checked_what: What that counts, a word from audit.yml.
        command: How to repeat it.
        tools: The names of the tools.
        evidence: What was found; at most `MOST_EVIDENCE`.
        left_off: How much more was found.
        reason: Why nothing could be measured; empty otherwise.
    """

    bar: Annotated[str, AfterValidator(_known_bar)]
    figure: Figure | None
    checked: NonNegativeInt
    checked_what: Annotated[str, AfterValidator(_known_kind)]
    command: Line
    tools: tuple[Line, ...]
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=MOST_EVIDENCE)] = ()
    left_off: NonNegativeInt = 0
    reason: Line = ""

    @model_validator(mode="before")
    @classmethod
    def _without_outcome(cls, given: Any) -> Any:
        """Leave out what a written report says of the outcome: it follows from the figure."""
        if isinstance(given, Mapping):
            return {key: value for key, value in given.items() if key != "outcome"}
        return given

    @model_validator(mode="after")
    def _honest(self) -> Measurement:
        if self.figure is None:
            if not self.definition.needs_network:
                raise ValueError(f"{self.bar} must be measured")
            if not self.reason:
                raise ValueError(f"{self.bar} was not measured; say why")
        elif self.checked == 0:
            raise ValueError(f"{self.bar} looked at nothing, so it measured nothing")
        return self

    @property
    def definition(self) -> Definition:
        """What was measured."""
        return definitions()[self.bar]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> Literal["passed", "failed", "not-measured"]:
        """How it came out, as reports write it; reading a report works it out again."""
        return cast('Literal["passed", "failed", "not-measured"]', self.result.value)

    @property
    def result(self) -> Result:
        """How it came out."""
        if self.figure is None:
            return Result.NOT_MEASURED
        return Result.PASSED if self.definition.met_by(self.figure) else Result.FAILED


class Report(_Model):
    """One audit of one build.

    Attributes:
        version: Of this form.
        made: When, in UTC.
        commit: Of what; None where the tree had changes of its own.
        tools: All that measured.
        measurements: One for each bar, in the order of audit.yml.
    """

    version: Literal["1"] = "1"
    made: AwareDatetime
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")] | None
    tools: tuple[Tool, ...]
    measurements: tuple[Measurement, ...]

    @model_validator(mode="after")
    def _complete(self) -> Report:
        bars, known = [item.bar for item in self.measurements], list(definitions())
        if bars != known:
            missing = [name for name in known if name not in bars]
            reason = f"these bars are missing: {', '.join(missing)}" if missing else "not in order"
            raise ValueError(f"the measurements are not those of audit.yml: {reason}")
        named = {tool.name for tool in self.tools}
        for item in self.measurements:
            if unnamed := set(item.tools) - named:
                raise ValueError(f"{item.bar} was measured with unnamed tools: {unnamed}")
        return self

    def with_result(self, result: Result) -> tuple[Measurement, ...]:
        """Return the measurements that came out so."""
        return tuple(item for item in self.measurements if item.result is result)

    @property
    def passed(self) -> bool:
        """Whether no bar failed; what could not be measured did not fail."""
        return not self.with_result(Result.FAILED)

    def by_area(self) -> Iterator[tuple[Text, tuple[Measurement, ...]]]:
        """Yield each area that was measured, in the order of audit.yml, with its measurements."""
        for area, title in vocabulary().areas.items():
            measurements = tuple(item for item in self.measurements if item.definition.area == area)
            if measurements:
                yield title, measurements

    def tools_of(self, item: Measurement) -> tuple[Tool, ...]:
        """Return the tools by which something was measured, with their versions."""
        return tuple(tool for tool in self.tools if tool.name in item.tools)


def report_of(
    measurements: Iterable[Measurement], tools: Iterable[Tool], commit: str | None, made: datetime
) -> Report:
    """Return the report of what was measured.

    Args:
        measurements: In any order.
        tools: All that measured.
        commit: What was measured.
        made: When.

    Raises:
        AuditError: A bar is missing, or is there twice.
    """
    order = list(definitions())
    try:
        return Report(
            made=made,
            commit=commit,
            tools=tuple(sorted(tools, key=lambda tool: tool.name)),
            measurements=tuple(sorted(measurements, key=lambda item: order.index(item.bar))),
        )
    except ValidationError as error:
        raise AuditError(_sentence(error)) from error


def read(text: str) -> Report:
    """Return the report that a text holds.

    Raises:
        AuditError: It holds none, or one with something missing or unknown.
    """
    try:
        return Report.model_validate_json(text)
    except ValidationError as error:
        raise AuditError(_sentence(error)) from error


def report_at(path: str) -> Report | None:
    """Return the report in a file; None where no file is named.

    Raises:
        AuditError: There is no such file, or no report in it; the message names the file.
    """
    if not path:
        return None
    try:
        return read(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, AuditError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise AuditError(
            f"{path}: dit is geen heel verslag van de controle; maak het met `make audit`, of haal "
            f"AUDIT_REPORT weg / this is no whole report of the audit; make it with `make audit`, "
            f"or unset AUDIT_REPORT ({reason})"
        ) from error


def _sentence(error: ValidationError) -> str:
    """Return the first thing that is wrong, and where."""
    first, *others = error.errors(include_url=False, include_context=False, include_input=False)
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    more = f" (and {len(others)} more)" if others else ""
    return f"{place}: {message}{more}" if place else f"{message}{more}"


def as_json(report: Report) -> str:
    """Return a report as JSON, the same text for the same report."""
    return report.model_dump_json(indent=2) + "\n"

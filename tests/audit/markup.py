"""HTML, style sheets and pictures: the Nu HTML Checker reads them all."""

from __future__ import annotations

import json
from pathlib import Path

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import NODE_MODULES, BlindError, Subject, measured, run, shown

_CHECKER = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"

NOT_KNOWN_YET = (
    "“container”: Property “container” doesn't exist.",
    "Unrecognized at-rule “@container”",
    "“paint-order”: Property “paint-order” doesn't exist.",
    "“transition”: “allow-discrete” is not a “transition” value.",
)
"""What CSS has, browsers know and the checker (26.9.27) does not; the rest of a rule is checked."""


def _faults(subject: Subject, kind: str) -> tuple[list[Evidence], str]:
    """Return the errors in all files of a kind (`html`, `css`, `svg`), and the command.

    Raises:
        BlindError: When the checker cannot look.
    """
    command: list[str | Path] = [
        "java", "-jar", _CHECKER,
        f"--skip-non-{kind}", "--errors-only", "--format", "json", "--stdout",
        "--exit-zero-always", subject.site,
    ]  # fmt: skip
    said = run(command)
    try:
        messages = json.loads(said)["messages"]
    except (ValueError, KeyError) as error:
        raise BlindError(f"The Nu HTML Checker gave no answer: {said[:200]!r}.") from error
    found = []
    for message in messages:
        if message["type"] == "non-document-error":
            raise BlindError(f"The Nu HTML Checker cannot read {message.get('url')}: {message}.")
        if message["message"].removeprefix("CSS: ") in NOT_KNOWN_YET:
            continue
        where = message["url"].removeprefix(f"file:{subject.site}/")
        line = message.get("lastLine")
        found.append(Evidence(where=f"{where}:{line}" if line else where, found=message["message"]))
    return found, shown(["vnu", *command[3:-1], "site"])


def html(subject: Subject) -> Measurement:
    """Return the errors in the HTML of every page."""
    found, command = _faults(subject, "html")
    return measured(
        "html",
        found,
        checked=len(list(subject.site.rglob("*.html"))),
        checked_what="pages",
        command=command,
        tools=["vnu-jar"],
    )


def css_svg(subject: Subject) -> Measurement:
    """Return the errors in every style sheet and every picture."""
    css, command = _faults(subject, "css")
    svg, _ = _faults(subject, "svg")
    return measured(
        "css-svg",
        [*css, *svg],
        checked=sum(1 for path in subject.site.rglob("*") if path.suffix in {".css", ".svg"}),
        checked_what="files",
        command=command,
        tools=["vnu-jar"],
    )

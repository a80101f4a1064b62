"""HTML, style sheets and pictures: the Nu HTML Checker reads them all."""

from __future__ import annotations

import json
from collections.abc import Sequence
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


def _faults(
    subject: Subject, kind: str, pages: Sequence[str] | None = None
) -> tuple[list[Evidence], str]:
    """Return the errors in files of a kind (`html`, `css`, `svg`), and the command.

    Args:
        subject: The site.
        kind: The kind of file.
        pages: The files to look at; all of the kind where none are given.

    Raises:
        BlindError: When the checker cannot look.
    """
    command: list[str | Path] = [
        "java", "-jar", _CHECKER,
        f"--skip-non-{kind}", "--errors-only", "--format", "json", "--stdout",
        "--exit-zero-always",
    ]  # fmt: skip
    files = [subject.site] if pages is None else [subject.site / page for page in pages]
    said = run([*command, *files])
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
    return found, shown(["vnu", *command[3:], "site"])


def html(subject: Subject, pages: Sequence[str] | None = None) -> Measurement:
    """Return the errors in the HTML of these pages, or of every page where none are given."""
    found, command = _faults(subject, "html", pages)
    return measured(
        "html",
        found,
        checked=len(list(subject.site.rglob("*.html")) if pages is None else pages),
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

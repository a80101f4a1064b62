"""Links and anchors: lychee looks up each one in the built site, without network."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import BIN, BlindError, Subject, measured, run
from tests.audit.pages import html_files
from tests.conftest import PREFIX


def links(subject: Subject) -> Measurement:
    """Return the links within the site that lead nowhere, on any page.

    Raises:
        BlindError: When lychee cannot look, or leaves out an address of the site itself.
    """
    pages = html_files(subject)
    with tempfile.TemporaryDirectory() as folder:
        # Below the same path as where it is served, so that links from the root come out right.
        root = Path(folder) / PREFIX.strip("/")
        root.symlink_to(subject.site)
        command: list[str | Path] = [
            BIN / "lychee", "--offline", "--no-progress", "--format=json",
            "--include-fragments", "--index-files=index.html",
            f"--root-dir={folder}",
            "--remap", f"^{subject.address} file://{root}/",
            *(root / subject.place(page) for page in pages),
        ]  # fmt: skip
        answer = json.loads(run(command, accepted=(0, 2), where=Path(folder)))
    own = [
        link["url"]
        for found in answer["excluded_map"].values()
        for link in found
        if link["url"].startswith((subject.address, "file:"))
    ]
    if own or answer["unsupported"] or answer["unknown"]:
        raise BlindError(f"lychee left out addresses of the site itself: {own[:3]}.")
    faults = [*answer["error_map"].items(), *answer["timeout_map"].items()]
    return measured(
        "links",
        [
            Evidence(
                where=page.removeprefix(f"{root}/"),
                found=f"{link['url'].removeprefix(f'file://{root}/')}: {link['status']['text']}",
            )
            for page, found in faults
            for link in found
        ],
        checked=answer["successful"] + answer["errors"],
        checked_what="links",
        command="lychee --offline --include-fragments --index-files=index.html site",
        tools=["lychee"],
    )

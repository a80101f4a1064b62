"""WebKit by WebDriver: WebKitGTK's driver and small browser, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.reader import PATIENCE, EngineError, Input

STYLE = "* { min-width: 0; margin: 0; border-width: 0; padding: 0; }"
"""Takes all room from the buttons of the browser, whose window is as narrow as a phone then."""

SETTINGS = "[Settings]\ngtk-enable-animations=false\n"
"""Tells pages that less motion is wanted."""


def ask(address: str, method: str, body: object = None) -> Any:
    """Return what comes of a command (WebDriver, 6).

    Raises:
        EngineError: When nothing came of it.
    """
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise EngineError(error.read().decode()) from None
    except OSError as error:
        raise EngineError(f"{address}: {error}") from None


class WebKit:
    """One window of WebKit."""

    def __init__(self, session: str) -> None:
        self._session = session

    def _post(self, command: str, **body: Any) -> Any:
        return ask(f"{self._session}/{command}", "POST", body)

    def resize(self, width: int, height: int) -> None:
        # A window is higher than its page. It takes its new measures when it comes to it.
        for extra in (0, height - self._resized(width, height)[1]):
            measures = self._resized(width, height + extra)
        if measures != [width, height]:
            raise EngineError(f"the page is {measures}, not {width} by {height}")

    def _resized(self, width: int, height: int) -> list[int]:
        self._post("window/rect", width=width, height=height)
        measures: list[int] = self.evaluate("""
            await new Promise((done) => { setTimeout(done, 200); });
            return [innerWidth, innerHeight];
        """)
        return measures

    def open(self, address: str) -> None:
        self._post("url", url=address)

    def back(self) -> None:
        self._post("back")

    def evaluate(self, script: str) -> Any:
        return self._post("execute/sync", script=f"return (async () => {{ {script} }})()", args=[])

    def act(self, source: Input) -> None:
        self._post("actions", actions=[source])

    def console(self) -> list[str]:
        return []


@contextmanager
def webkit(path: str, folder: Path) -> Iterator[str]:
    """Start the driver of WebKit, on a screen of its own; yield its address."""
    for version in ("gtk-3.0", "gtk-4.0"):
        (folder / version).mkdir()
        (folder / version / "gtk.css").write_text(STYLE, encoding="utf-8")
        (folder / version / "settings.ini").write_text(SETTINGS, encoding="utf-8")
    with _screen() as screen, (folder / "log.txt").open("w") as log:
        port = _free_port()
        process = subprocess.Popen(
            [path, f"--port={port}"],
            stdout=log,
            stderr=log,
            env=os.environ
            | {
                "DISPLAY": screen,
                "GDK_BACKEND": "x11",
                "NO_AT_BRIDGE": "1",
                "XDG_CONFIG_HOME": str(folder),
                # The only pages are our own, and a container has no right to make a sandbox.
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            },
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _screen() -> Iterator[str]:
    """Start an X server without a screen; yield its name."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            ask(f"{address}/status", "GET")
        except EngineError:
            time.sleep(0.05)
        else:
            return
    raise EngineError(f"the driver of WebKit does not answer at {address}")


@contextmanager
def webkit_window(driver: str) -> Iterator[WebKit]:
    """Open a browser that knows nothing of what was before."""
    started = ask(f"{driver}/session", "POST", {"capabilities": {}})
    session = f"{driver}/session/{started['sessionId']}"
    try:
        yield WebKit(session)
    finally:
        ask(session, "DELETE")

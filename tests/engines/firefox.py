"""Firefox by WebDriver BiDi, which it speaks itself."""

from __future__ import annotations

import base64
import itertools
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.reader import PATIENCE, EngineError, Input

PREFERENCES = """\
user_pref("ui.prefersReducedMotion", 1);
"""


class Connection:
    """A session of WebDriver BiDi."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count()
        self.entries: list[dict[str, Any]] = []
        """What was written to the console; https://w3c.github.io/webdriver-bidi/#module-log."""
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return what comes of a command.

        Raises:
            EngineError: When nothing came of it.
        """
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer["type"] == "event":
                self.entries.append(answer["params"])
            elif answer["id"] == number:
                if answer["type"] == "error":
                    raise EngineError(f"{method}: {answer['message']}")
                result: dict[str, Any] = answer["result"]
                return result


class Firefox:
    """One tab of Firefox."""

    def __init__(self, connection: Connection, context: str) -> None:
        self._connection = connection
        self._context = context
        self._begin = len(connection.entries)

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._connection.send(method, context=self._context, **parameters)

    def resize(self, width: int, height: int) -> None:
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", delta=-1)

    def evaluate(self, script: str) -> Any:
        done = self._connection.send(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await (async () => {{ {script} }})())",
            target={"context": self._context},
            awaitPromise=True,
        )
        if done["type"] == "exception":
            raise EngineError(done["exceptionDetails"]["text"])
        value = done["result"].get("value")
        return None if value is None else json.loads(value)

    def act(self, source: Input) -> None:
        self._send("input.performActions", actions=[source])

    def printed(self) -> bytes:
        """Return the page as a PDF."""
        return base64.b64decode(self._send("browsingContext.print")["data"])

    def console(self) -> list[str]:
        self._connection.send("session.status")  # what is still on its way comes first
        return [
            entry["text"]
            for entry in self._connection.entries[self._begin :]
            if entry["level"] in {"error", "warn"}
        ]


@contextmanager
def firefox(path: str, folder: Path) -> Iterator[Connection]:
    """Start Firefox with a profile of its own in a folder that is there and empty."""
    (folder / "user.js").write_text(PREFERENCES, encoding="utf-8")
    command = [path, "--headless", "--profile", str(folder), "--remote-debugging-port=0"]
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        address = _address(folder / "WebDriverBiDiServer.json", process)
        # Without pings: their thread draws from `random`, which hypothesis sees in another test.
        with connect(f"{address}/session", max_size=None, ping_interval=None) as socket:
            yield Connection(socket)
    finally:
        process.terminate()
        process.wait()


def _address(file: Path, process: subprocess.Popen[bytes]) -> str:
    """Return where Firefox says that it listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if file.is_file() and (text := file.read_text("utf-8")):
            server = json.loads(text)
            return f"ws://{server['ws_host']}:{server['ws_port']}"
        time.sleep(0.05)
    log = (file.parent / "log.txt").read_text("utf-8")
    raise EngineError(f"Firefox does not listen: {log}")


@contextmanager
def firefox_tab(connection: Connection) -> Iterator[Firefox]:
    """Open a tab that shares nothing with any other."""
    user = connection.send("browser.createUserContext")["userContext"]
    tab = connection.send("browsingContext.create", type="tab", userContext=user)
    try:
        yield Firefox(connection, tab["context"])
    finally:
        connection.send("browser.removeUserContext", userContext=user)

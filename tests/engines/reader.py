"""What a reader does in a browser, whichever engine it has."""

from __future__ import annotations

import json
import time
from itertools import chain
from typing import Any, Protocol

import pytest

Input = dict[str, Any]
"""A source of input with its actions (WebDriver, 15.3 and on; WebDriver BiDi takes the same)."""

KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "Space": " ",
    "End": "\ue010",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
"""Keys that are no characters (WebDriver, 15.4.2)."""

PATIENCE = 60
"""Seconds until something that a page should do counts as not done."""


class EngineError(Exception):
    """A browser says that it could not do what it was asked."""


class Engine(Protocol):
    """A browser with one tab, as its own protocol has it."""

    def resize(self, width: int, height: int) -> None:
        """Give the page these measures, in CSS pixels."""

    def open(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""

    def back(self) -> None:
        """Press the button that goes one page back."""

    def evaluate(self, script: str) -> Any:
        """Return what the body of a function returns; it may await."""

    def act(self, source: Input) -> None:
        """Press keys, or move and press the pointer."""

    def console(self) -> list[str]:
        """Return the errors and warnings of its console, if it tells them."""


class Reader:
    """Somebody who reads the site, by keyboard and pointer."""

    def __init__(self, engine: Engine, site: str) -> None:
        self.engine = engine
        self.site = site
        self.expected = ""
        """Part of what may be written to the console, since the task is one in which it has to."""
        self.resize = engine.resize
        self.back = engine.back
        self.evaluate = engine.evaluate

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.engine.open(self.site + path)
        # WebKit is back a little early where a page is opened anew.
        self.until("document.readyState === 'complete'")

    def press(self, *keys: str) -> None:
        """Press keys one after the other; `Control+v` are two at once."""
        strokes = [[KEYS.get(key, key) for key in stroke.split("+")] for stroke in keys]
        self._press(strokes)

    def type(self, text: str) -> None:
        """Type a text."""
        self._press([[character] for character in text])

    def _press(self, strokes: list[list[str]]) -> None:
        actions = chain.from_iterable(
            [
                *({"type": "keyDown", "value": key} for key in stroke),
                *({"type": "keyUp", "value": key} for key in reversed(stroke)),
            ]
            for stroke in strokes
        )
        self.engine.act({"type": "key", "id": "keyboard", "actions": list(actions)})

    def tab_to(self, selector: str) -> None:
        """Press Tab until something that matches has the focus."""
        for _ in range(60):
            self.press("Tab")
            if self.has_focus(selector):
                return
        pytest.fail(f"Tab does not reach {selector} on {self.path}")

    def click(self, selector: str) -> None:
        """Bring something into view, and click in the middle of it."""
        self.until(f"document.querySelector({json.dumps(selector)})?.checkVisibility()")
        x, y = self.evaluate(f"""
            const one = document.querySelector({json.dumps(selector)});
            one.scrollIntoView({{ block: "center", behavior: "instant" }});
            const {{ x, y, width, height }} = one.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)];
        """)
        self.engine.act(
            {
                "type": "pointer",
                "id": "pointer",
                "actions": [
                    {"type": "pointerMove", "x": x, "y": y},
                    {"type": "pointerDown", "button": 0},
                    {"type": "pointerUp", "button": 0},
                ],
            }
        )

    def until(self, condition: str) -> None:
        """Wait until a condition, in JavaScript, holds.

        Between two pages there is nothing to ask, which an engine may call an error.
        """
        said = ""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.evaluate(f"return Boolean({condition})"):
                    return
            except EngineError as error:
                said = f" ({error})"
            time.sleep(0.05)
        pytest.fail(f"on {self.path} this does not come: {condition}{said}")

    def until_on(self, path: str) -> None:
        """Wait until a page of the site is there, with its scripts."""
        address = json.dumps(self.site + path)
        self.until(f"location.href === {address} && document.readyState === 'complete'")

    @property
    def path(self) -> str:
        """The address of the page, below that of the site."""
        return str(self.evaluate("return location.href")).removeprefix(self.site)

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all that matches and can be seen."""
        found: list[str] = self.evaluate(f"""
            return [...document.querySelectorAll({json.dumps(selector)})]
              .filter((one) => one.checkVisibility({{ visibilityProperty: true }}))
              .map((one) => one.innerText.trim());
        """)
        return found

    def text(self, selector: str) -> str:
        """Return the text of the one that matches and can be seen."""
        (text,) = self.texts(selector)
        return text

    def has_focus(self, selector: str) -> bool:
        """Return whether the focus is on something that matches."""
        matches = f"document.activeElement.matches({json.dumps(selector)})"
        return bool(self.evaluate(f"return {matches}"))

    def wrong(self) -> list[str]:
        """Return what went wrong on all pages so far: messages, requests that failed or left."""
        noted: list[str] = self.evaluate("return JSON.parse(sessionStorage.wrong ?? '[]')")
        said = [*noted, *self.engine.console()]
        return [text for text in said if not self.expected or self.expected not in text]

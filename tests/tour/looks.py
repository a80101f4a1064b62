"""What one can look for on an open page: each function returns what is wrong, or nothing.

WCAG 1.4.4, 1.4.10 and 1.4.12 (large text, reflow, text spacing), 1.4.11 and 2.4.7 (the focus ring),
2.1.1, 2.4.1, 2.4.3 and 2.4.11 (keyboard), 2.3.3 (motion).
"""

from __future__ import annotations

from playwright.sync_api import Page

from hooks.engine.policy import POLICY
from tests.browsing import SCROLLS_SIDEWAYS, restyle
from tests.tour.pixels import changed, picture

_CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((one) => {
  const { overflowX, overflowY, clipPath, position } = getComputedStyle(one);
  const isForEarsOnly = clipPath !== "none" && position === "absolute";
  const isCut = (overflow, needs, has) => ["hidden", "clip"].includes(overflow) && needs > has + 2;
  return !isForEarsOnly && !one.closest("svg") && one.textContent.trim() && one.checkVisibility()
    && (isCut(overflowX, one.scrollWidth, one.clientWidth)
      || isCut(overflowY, one.scrollHeight, one.clientHeight));
}).map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`)"""

_POLICIES = """() => [
  ...document.querySelectorAll("meta[http-equiv=Content-Security-Policy]")
].map((one) => one.content)"""

_PRESS_MENU = """() => {
  const button = document.querySelector("[data-menu-button]");
  button?.click();
  return Boolean(button);
}"""

_WIDE_TEXT = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
  * { word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 lets people set."""

_LARGE_TEXT = "html { font-size: 200% !important; }"
"""What WCAG 1.4.4 lets people set."""

_MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const seconds = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
  return seconds.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""

# What a table needs is seen to in the frame after that in which its room changed.
_COLUMNS = """() => new Promise((frame) => {
  requestAnimationFrame(() => requestAnimationFrame(frame));
}).then(() => [...document.querySelectorAll(".table-wrap")].flatMap((box) => {
  const hidden = box.scrollWidth - box.clientWidth;
  // What editors write may be wider than a phone: then it scrolls, and says so.
  const mayScroll = box.matches(".table-wrap--text[role='region'][tabindex='0'][aria-label]");
  const labels = [...box.querySelectorAll("td[data-label]")].filter((cell) => {
    const label = getComputedStyle(cell, "::before");
    if (label.content === "none") return false;
    const left = parseFloat(getComputedStyle(cell).paddingLeft) + parseFloat(label.marginLeft);
    return left < 0 || left >= 1;
  });
  return [
    ...hidden > 0 && !mayScroll ? [`${hidden} pixels hidden: ${box.outerHTML.slice(0, 120)}`] : [],
    ...labels.map((cell) => `the name of its column is out of place: ${cell.outerHTML}`),
  ];
}))"""

# Of each kind of control one: what its element and that around it are called.
_CONTROLS = """() => {
  const kinds = new Map();
  const name = (one) => `${one.tagName}.${one.getAttribute("class") ?? ""}[${one.type ?? ""}]`;
  for (const one of document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    const isShown = one.checkVisibility({ visibilityProperty: true }) || one.matches(".skip");
    if (!isShown || one.disabled || one.closest("[inert], dialog:not([open])")) continue;
    const ground = one.closest("header, footer, [class]:not(a)");
    const kind = `${name(one)} in ${ground ? name(ground) : ""}`;
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  window.controls = [...kinds.values()];
  return [...kinds.keys()];
}"""

_STOPS = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...document.querySelectorAll(controls)].filter((one) =>
    one.tabIndex >= 0 && !one.closest("[inert], dialog:not([open])")
    && one.checkVisibility({ visibilityProperty: true }));
  window.focused = () => {
    const one = document.activeElement;
    const [box] = one.getClientRects();
    const isSeen = box && [0.5, 0.1, 0.9].some((part) => {
      const x = box.left + box.width * part, y = box.top + box.height * part;
      const there = document.elementFromPoint(x, y);
      return there && (one.contains(there) || there.contains(one));
    });
    return [stops.indexOf(one), Boolean(isSeen), one.outerHTML.slice(0, 160)];
  };
  window.left = [];
  addEventListener("keydown", () => window.left.push(window.focused()), { capture: true });
  return stops.map((one) => Boolean(one.disabled));
}"""
"""Finds all that a keyboard should reach, in the order of the page; tells which are disabled.

From then on it is kept, at every key, which of these has the focus, and whether it can be seen.
"""

_REACHED = "() => [...window.left.slice(1), window.focused()]"

_MOST_STOPS = 50
"""Long pages repeat themselves."""

_TO_SKIP = """() => {
  const skip = document.querySelector(".skip");
  if (!skip) return null;
  skip.focus();
  window.reached = [];
  addEventListener("focusin", ({ target }) => window.reached.push(target));
  return skip.getBoundingClientRect().top >= 0;
}"""
_SKIPPED = """() => [
  window.reached[0]?.id, Boolean(document.activeElement.closest("header, body:focus"))]"""

_FOCUSED = """(number) => {
  const one = window.controls[number];
  one.scrollIntoView({ block: "nearest" });
  one.focus();
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const edge = [...(one.querySelector(".picture__target") ?? one).getClientRects()]
    .reduce((sum, box) => sum + 2 * (box.width + box.height), 0);
  return [left, top, right, bottom, edge];
}"""
"""Gives a control the focus; tells where it is, and how long its edge is, in CSS pixels."""

_WITHOUT_SCRIPT = """() => {
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  const said = (what, all) => all.map((one) => `${what}: ${one.outerHTML.slice(0, 120)}`);
  const all = (selector) => [...document.querySelectorAll(selector)];
  return [
    ...said("not shown", all("main :is(h2, h3, p, li, td, dd)").filter((one) =>
      one.textContent.trim() && !one.checkVisibility()
      && !one.closest("details, .finder__none, .needs-js, .picture"))),
    ...said("not in the menu", all(".site-nav a").filter((one) => !isShown(one))),
    ...said("does nothing", all("header button, main button").filter(isShown)),
    ...all("header a[href$='zoeken/']").some(isShown) ? [] : ["no way to the search"],
  ];
}"""

_WORDS = """() => {
  const buttons = document.querySelectorAll("main .needs-js");
  for (const one of buttons) one.hidden = true;
  const words = document.querySelector("main").innerText;
  for (const one of buttons) one.hidden = false;
  return words;
}"""

_SETTLED = """() => document.fonts.ready.then(
  () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))"""


def settle(page: Page) -> None:
    """Wait until the typeface is there, and what scrolls by itself has been found."""
    page.evaluate(_SETTLED)


def policies(page: Page) -> list[str]:
    """Return what is wrong with the policies that a page brings."""
    found: list[str] = page.evaluate(_POLICIES)
    return [] if found == [POLICY] else [f"policies of the page: {found}"]


def words(page: Page) -> str:
    """Return what a page shows of its text, the buttons left out that need a script."""
    return str(page.evaluate(_WORDS))


def too_wide(page: Page) -> list[str]:
    """Return what makes that one has to scroll sideways."""
    return [wide] if (wide := page.evaluate(SCROLLS_SIDEWAYS)) else []


def moving(page: Page) -> list[str]:
    """Return what moves."""
    found: list[str] = page.evaluate(_MOVES)
    return found


def hidden_columns(page: Page) -> list[str]:
    """Return the tables that hide a column, or show its name where it does not belong."""
    found: list[str] = page.evaluate(_COLUMNS)
    return found


def lost_in_wide_text(page: Page) -> list[str]:
    """Return what no longer fits when text is set wider, with the menu open and closed."""
    restyle(page, _WIDE_TEXT)
    found: list[str] = too_wide(page) + page.evaluate(_CUT_OFF)
    if page.evaluate(_PRESS_MENU):
        found += too_wide(page) + page.evaluate(_CUT_OFF)
        page.evaluate(_PRESS_MENU)
    restyle(page, "")
    return found


def too_wide_in_large_text(page: Page) -> list[str]:
    """Return what makes that one has to scroll sideways when letters are twice as large."""
    restyle(page, _LARGE_TEXT)
    wide = too_wide(page)
    restyle(page, "")
    return wide


def wrong_stops(page: Page) -> list[str]:
    """Return where Tab does not lead to what comes next, or does not show it.

    Begins at the top of a page that has just been opened.
    """
    disabled: list[bool] = page.evaluate(_STOPS)
    if len(disabled) <= 10:
        return [f"only {len(disabled)} things to reach"]
    steps = min(len(disabled) - sum(disabled), _MOST_STOPS)
    for _ in range(steps):
        page.keyboard.down("Tab")  # kept down, which is one message less for every step
    reached: list[tuple[int, bool, str]] = page.evaluate(_REACHED)
    page.keyboard.up("Tab")
    expected = 0
    for number, (place, is_seen, html) in enumerate(reached, start=1):
        # What was disabled may have come into use since.
        while place != expected and expected < len(disabled) - 1 and disabled[expected]:
            expected += 1
        if place != expected or not is_seen:
            return [f"Tab {number}: at {place}, not {expected}, seen: {is_seen}: {html}"]
        expected += 1
    return [] if len(reached) == steps else [f"{len(reached)} of {steps} steps were seen"]


def wrong_skip(page: Page) -> list[str]:
    """Return what is wrong with the link that skips the header."""
    is_shown = page.evaluate(_TO_SKIP)
    if is_shown is None:
        return ["no link that skips the header"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    reached, in_header = page.evaluate(_SKIPPED)
    return [
        *([] if is_shown else ["it is not shown"]),
        *([] if reached == "site:inhoud" else [f"it leads to {reached!r}"]),
        *(["one is still in the header"] if in_header else []),
    ]


def vague_focus(page: Page, met: set[str]) -> list[str]:
    """Return the kinds of control on which the focus can hardly be seen, but for those met.

    A keyboard must have been used, or a browser shows no focus.
    """
    wrong = []
    for number, name in enumerate(page.evaluate(_CONTROLS)):
        if name not in met:
            met.add(name)
            # Twice where need be: an explanation that closes a moment after the focus has left it
            # moves what is below.
            if (share := _ring(page, number)) < 1 and (share := _ring(page, number)) < 1:
                wrong.append(f"{name}: {share:.2f} of a ring")
    return wrong


def _ring(page: Page, number: int) -> float:
    """Return how much of a ring of one pixel is drawn, at least, when a control has the focus."""
    left, top, right, bottom, edge = page.evaluate(_FOCUSED, number)
    size = page.viewport_size
    assert size is not None
    clip = {"x": max(0, left - 6), "y": max(0, top - 6)}
    clip["width"] = min(right + 6, size["width"]) - clip["x"]
    clip["height"] = min(bottom + 6, size["height"]) - clip["y"]
    with_focus = picture(page, clip=clip)
    page.evaluate("() => document.activeElement.blur()")
    return changed(picture(page, clip=clip), with_focus) / float(edge)


def lost_without_script(page: Page) -> list[str]:
    """Return what is not there without script, and what is there and does nothing."""
    found: list[str] = page.evaluate(_WITHOUT_SCRIPT)
    return found

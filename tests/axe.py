"""What axe-core finds on a page as it is now: WCAG 2.0 to 2.2, A and AA, and best practices."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""The axe that comes from PyPI; the audit brings a newer one from npm."""

_RUN = """async ({ only, part, without }) => {
  const found = await axe.run(part ?? document, {
    runOnly: only, preload: false, resultTypes: ["violations"],
    rules: {
      "target-size": { enabled: true },
      ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  });
  return {
    passes: found.passes.length,
    violations: found.violations.flatMap(({ id, help, nodes }) => nodes.map(
      ({ target }) => `${id}: ${help} (${target.join(" ")})`)),
  };
}"""
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules about colours."""

# Contrast follows from how a text and all that is around it are set: two texts of which all of that
# is the same are one kind. What they are called is asked too, for it says where they are placed.
_KINDS_OF_TEXT = """(part) => {
  const known = new Map();
  const looks = (one) => {
    const style = getComputedStyle(one);
    return [
      one.localName, one.getAttribute("class"), style.color, style.backgroundColor,
      style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.textShadow,
      style.fontSize, style.fontWeight, style.position, style.visibility, style.display,
    ].join();
  };
  const kind = (one) => {
    if (!known.has(one)) {
      known.set(one, `${one.parentElement ? kind(one.parentElement) : ""} > ${looks(one)}`);
    }
    return known.get(one);
  };
  window.kinds = new Map();
  const parts = part ? document.querySelectorAll(part) : [document.documentElement];
  for (const one of [...parts].flatMap((whole) => [whole, ...whole.querySelectorAll("*")])) {
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if ((hasText || one.matches("input, select, textarea")) && one.checkVisibility()
      && !window.kinds.has(kind(one))) window.kinds.set(kind(one), one);
  }
  return [...window.kinds.keys()];
}"""

_LOOK_AT = """(kinds) => {
  const before = document.querySelectorAll("[data-new-kind]");
  for (const one of before) one.removeAttribute("data-new-kind");
  for (const kind of kinds) window.kinds.get(kind).setAttribute("data-new-kind", "");
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-new-kind]" }] });
}"""

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(
    page: Page,
    script: str = SCRIPT,
    *,
    part: str | None = None,
    rules: Sequence[str] = (),
    without: Sequence[str] = (),
    met: set[str] | None = None,
) -> list[str]:
    """Return what breaks a rule: the rule, and the element.

    Args:
        page: An opened page.
        script: The text of axe itself.
        part: A selector of the parts to look at; the whole page without one.
        rules: The only rules to look for; without them those of WCAG and the best practices.
        without: Rules to leave out.
        met: The kinds of text whose contrast has been looked at, to which those of this page are
            added. Given these, only one text of each kind that is new is looked at, for contrast
            takes axe longer than all other rules together. Nothing else is left out.

    Raises:
        ValueError: When no rule applied, so that axe looked at nothing.
    """
    # Asked for what it does: an element with the id `axe` goes by that name too.
    if not page.evaluate("() => typeof window.axe?.run === 'function'"):
        # Evaluated rather than added to the page, whose policy would refuse it.
        page.evaluate(script)
    is_known = met is not None and "color-contrast" not in without and _is_known(page, part, met)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
    result: dict[str, Any] = page.evaluate(
        _RUN, {"only": only, "part": part, "without": list(without)}
    )
    if not result["passes"] and not is_known:
        raise ValueError(f"axe looked at nothing on {page.url}")
    return list(result["violations"])


def _is_known(page: Page, part: str | None, met: set[str]) -> bool:
    """Let axe look at the contrast of new kinds of text only; return whether none is new."""
    kinds: list[str] = page.evaluate(_KINDS_OF_TEXT, part)
    new = [kind for kind in kinds if kind not in met]
    page.evaluate(_LOOK_AT, new)
    met.update(new)
    return bool(kinds) and not new

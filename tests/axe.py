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

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(
    page: Page,
    script: str = SCRIPT,
    *,
    part: str | None = None,
    rules: Sequence[str] = (),
    without: Sequence[str] = (),
) -> list[str]:
    """Return what breaks a rule: the rule, and the element.

    Args:
        page: An opened page.
        script: The text of axe itself.
        part: A selector of the parts to look at; the whole page without one.
        rules: The only rules to look for; without them those of WCAG and the best practices.
        without: Rules to leave out.

    Raises:
        ValueError: When no rule applied, so that axe looked at nothing.
    """
    # Asked for what it does: an element with the id `axe` goes by that name too.
    if not page.evaluate("() => typeof window.axe?.run === 'function'"):
        # Evaluated rather than added to the page, whose policy would refuse it.
        page.evaluate(script)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
    result: dict[str, Any] = page.evaluate(
        _RUN, {"only": only, "part": part, "without": list(without)}
    )
    if not result["passes"]:
        raise ValueError(f"axe looked at nothing on {page.url}")
    return list(result["violations"])

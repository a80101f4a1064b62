"""What two other engines say of the pages, since no engine finds all that another does.

HTML_CodeSniffer looks for breaches of WCAG 2, level AA; IBM Equal Access of WCAG 2.2. What either
is sure of counts; what it asks a person to look at does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from hooks.taskforce.audit import Evidence, Measurement
from tests.audit.measuring import NODE_MODULES, BlindError, Subject, measured

_SNIFFER = NODE_MODULES / "html_codesniffer/build/HTMLCS.js"
_IBM = NODE_MODULES / "accessibility-checker-engine/ace-window.js"

_SNIFF = """() => new Promise((resolve, reject) => HTMLCS.process("WCAG2AA", document, () => {
  const { ERROR } = HTMLCS;
  const said = HTMLCS.getMessages();
  resolve([said.length, said.filter(({ type }) => type === ERROR).map(({ code, msg, element }) =>
    `${code}: ${msg} (${element.outerHTML?.slice(0, 120)})`)]);
}, reject))"""

_CHECK = """async () => {
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  const isSure = ([level, outcome]) => level === "VIOLATION" && outcome === "FAIL";
  return [results.length, results.filter(({ value }) => isSure(value)).map(
    ({ ruleId, message, snippet }) => `${ruleId}: ${message} (${snippet.slice(0, 120)})`)];
}"""

_ENGINES = {"html_codesniffer": (_SNIFFER, _SNIFF), "accessibility-checker-engine": (_IBM, _CHECK)}


def _said(page: Page) -> Iterator[str]:
    """Yield what the engines are sure of.

    Raises:
        BlindError: When one of them has nothing to say at all, not even of what is right.
    """
    for name, (script, run) in _ENGINES.items():
        # Evaluated rather than added to the page, whose policy would refuse it.
        page.evaluate(script.read_text(encoding="utf-8"))
        looked_at, sure = page.evaluate(run)
        if not looked_at:
            raise BlindError(f"{name} looked at nothing on {page.url}.")
        yield from dict.fromkeys(f"{name}: {fault}"[:500] for fault in sure)


def second_opinions(subject: Subject, addresses: Sequence[str], browser: Browser) -> Measurement:
    """Return what the engines find on these pages, as they load.

    Args:
        subject: The site.
        addresses: Of its pages, below that of the site.
        browser: The browser to look with.

    Raises:
        BlindError: When an engine cannot look.
    """
    found: list[Evidence] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    try:
        for address in addresses:
            page.goto(subject.address + address, wait_until="load")
            where = address or "index.html"
            found += [Evidence(where=where, found=fault) for fault in _said(page)]
    except (BrowserError, OSError) as error:
        raise BlindError(f"An engine could not look: {str(error)[:300]}") from error
    finally:
        context.close()
    return measured(
        "second-opinions",
        found,
        checked=len(addresses),
        checked_what="pages",
        command="make audit",
        tools=[*_ENGINES, "chromium"],
    )

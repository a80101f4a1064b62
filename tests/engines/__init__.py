"""The two engines beside Chromium that readers use: Gecko, in Firefox, and WebKit, as on a phone.

Playwright drives its own builds of both, which no package registry has, or a Firefox newer than
Debian's. So the browsers of Debian are driven by the standards that they keep themselves: WebDriver
BiDi (:mod:`.firefox`) and WebDriver (:mod:`.webkit`). Keys and clicks are the same JSON in both;
:mod:`.reader` has what a reader does with them.
"""

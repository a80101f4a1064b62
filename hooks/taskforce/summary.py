"""The last line of a check: how much was looked at, and how much is wrong."""

from __future__ import annotations

from .languages import Language, Text
from .loading import Loaded

_CLEAN = Text(
    nl="{pages} pagina's gecontroleerd, geen problemen", en="{pages} pages checked, no problems"
)
_IN_ONE_FILE = Text(
    nl="{count} problemen in 1 bestand; uitleg per regel op de pagina over/regels",
    en="{count} problems in 1 file; each rule is explained on the page over/regels",
)
_PROBLEMS = Text(
    nl="{count} problemen in {files} bestanden; uitleg per regel op de pagina over/regels",
    en="{count} problems in {files} files; each rule is explained on the page over/regels",
)
_ONE = Text(
    nl="1 probleem; uitleg over de regel op de pagina over/regels",
    en="1 problem; the rule is explained on the page over/regels",
)

_HIDDEN = Text(nl="{count} daarvan nog niet op de site", en="{count} of them not on the site yet")
_NOTICE = Text(nl="1 melding", en="1 notice")
_NOTICES = Text(nl="{count} meldingen", en="{count} notices")


def summary(loaded: Loaded, languages: tuple[Language, ...]) -> str:
    """Return one line that says whether all is well, in the given languages.

    Notices are counted too, as they are shown with the problems.
    """
    count = len(loaded.problems)
    files = len({problem.place.path for problem in loaded.problems})
    filled = _text(count, files).format(pages=len(loaded.whole.entities), count=count, files=files)
    lines = [filled]
    public = sum(map(loaded.whole.is_public, loaded.whole.entities))
    if not count and (hidden := len(loaded.whole.entities) - public):
        lines.append(_HIDDEN.format(count=hidden))
    if notices := len(loaded.notices):
        lines.append(_NOTICE if notices == 1 else _NOTICES.format(count=notices))
    sentences = ("; ".join(line.in_language(code) for line in lines) for code in languages)
    return " / ".join(dict.fromkeys(sentences))


def _text(count: int, files: int) -> Text:
    if count < 2:
        return _ONE if count else _CLEAN
    return _PROBLEMS if files > 1 else _IN_ONE_FILE

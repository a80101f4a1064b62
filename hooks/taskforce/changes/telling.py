"""A report as Markdown for GitHub: in each language, and no longer than a comment may be."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..labels import labels
from ..languages import LANGUAGES, SOURCE_LANGUAGE, Language, Text, language_name
from ..publish.site import CALENDAR, FEED
from ..quoting import NOTHING, as_code, as_code_block
from .report import Change, FactChange, FileChange, PageChange, Report, Told

MARK = "<!-- hooks comment -->"
"""Begins the one comment on a pull request, by which it is found again."""

LONGEST = 65_536
"""Characters in a comment; GitHub takes no more."""

LONGEST_SUMMARY = 900_000
"""Characters in the summary of a step; GitHub takes one mebibyte, in which é is two."""

_LONGEST_VALUE, _LONGEST_SENTENCE = 160, 600

_MOST_ON_A_LINE = 20

_TITLE = Text(nl="Wat dit voorstel verandert", en="What this proposal changes")
_AS_OF = Text(nl="Zo staat het ervoor bij {commit}.", en="This is how it stands at {commit}.")
_PREVIEW = Text(nl="Bekijk het voorbeeld", en="Look at the preview")
_PREVIEW_SHOWS = Text(
    nl="Daar staan de pagina's die veranderen, met beelden op 320 en 1440 pixels breed. Je moet "
    "ingelogd zijn bij GitHub. Na veertien dagen is het weg.",
    en="It has the pages that change, with pictures of 320 and 1440 pixels wide. You have to be "
    "signed in to GitHub. After fourteen days it is gone.",
)
_NOTHING = Text(
    nl="Er verandert niets aan de inhoud van de site.",
    en="Nothing changes in the content of the site.",
)
_FIRST_MEND = Text(
    nl="Verhelp eerst wat hieronder staat. Dan staat hier wat er op de site verandert.",
    en="First correct what is below. Then this says what changes on the site.",
)
_PROBLEMS = Text(nl="Wat er niet klopt", en="What is not right")
_NOTICES = Text(nl="Goed om te weten", en="Good to know")
_AT_THE_LINE = Text(
    nl="Bij **Files changed** staan de eerste tien naast de regel.",
    en="Under **Files changed** the first ten are beside their lines.",
)
_WHERE = Text(nl="{path}, regel {line}, {field}", en="{path}, line {line}, {field}")
_PAGES = Text(nl="Pagina's", en="Pages")
_CHANGES: dict[Change, Text] = {
    "new": Text(nl="Nieuw", en="New"),
    "renamed": Text(nl="Andere naam", en="Renamed"),
    "changed": Text(nl="Veranderd", en="Changed"),
    "removed": Text(nl="Weg", en="Removed"),
}
_STOOD_AT = Text(
    nl="stond op {address}; dat verwijst nu door", en="was at {address}, which now leads here"
)
_LEADS_TO = Text(
    nl="wie het adres heeft, komt bij {address}", en="whoever has the address ends up at {address}"
)
_NOT_YET = Text(nl="nog niet op de site", en="not on the site yet")
_TEXT = Text(nl="Tekst", en="Text")
_TEXTS = {
    "new": Text(nl="nieuw in het {language}", en="new in {language}"),
    "changed": Text(nl="veranderd in het {language}", en="changed in {language}"),
    "removed": Text(nl="weg in het {language}", en="removed in {language}"),
}
_WENT = Text(nl="weg", en="removed")
_CAME = Text(nl="erbij", en="added")
_UPLOADS = Text(nl="Documenten en beelden", en="Documents and pictures")
_CONSEQUENCES = Text(nl="Wat daardoor ook verandert", en="What else changes because of it")
_UNKNOWN = Text(
    nl="Dat is niet te zeggen: waar dit voorstel op voortbouwt, klopt zelf niet.",
    en="That cannot be told: what this proposal builds on is not right itself.",
)
_OVERVIEWS = Text(nl="Overzichten", en="Overviews")
_OTHERS = Text(nl="Andere pagina's", en="Other pages")
_MENU = Text(nl="Het menu op elke pagina", en="The menu on every page")
_FEEDS = Text(nl="Feeds", en="Feeds")
_CALENDAR = labels()["about_calendar"]
_DATA = labels()["about_data"]
_OTHER_FILES = Text(nl="Andere bestanden", en="Other files")
_LANGUAGES = Text(nl="Vertalingen", en="Translations")
_STATES = {
    "missing": Text(
        nl="Nu niet vertaald in het {language}", en="Not translated into {language} now"
    ),
    "behind": Text(
        nl="Vertaling in het {language} loopt nu achter", en="Now out of date in {language}"
    ),
}
_ADDRESSES = Text(nl="Adressen", en="Addresses")
_SENDS_ON = Text(nl="Verwijst nu door, in elke taal", en="Sends readers on now, in every language")
_LOST = Text(nl="Komt nergens meer uit", en="Leads nowhere any more")
_MORE = Text(nl="en nog {count}", en="and {count} more")


def comment(report: Report, preview: str = "", commit: str = "") -> str:
    """Return the comment on a pull request, in Markdown.

    Args:
        report: What the change does; whatever it says, stands in code.
        preview: The address of the preview; empty where there is none.
        commit: The commit that the report is of.
    """
    return f"{MARK}\n{as_markdown(report, LONGEST - len(MARK) - 1, preview, commit)}"


def as_markdown(report: Report, longest: int, preview: str = "", commit: str = "") -> str:
    """Return a report as Markdown of at most so many signs; it says what it leaves out."""
    text = ""
    for most in (200, 100, 50, 25, 12, 6, 3, 1):
        own, *others = (_In(code, most).document(report, preview, commit) for code in LANGUAGES)
        text = "\n".join([own, *others])
        if len(text) <= longest:
            break
    return text


@dataclass(frozen=True)
class _In:
    """Tells in one language; of each sort of thing, at most so many."""

    language: Language
    most: int

    def document(self, report: Report, preview: str, commit: str) -> str:
        lines = [*self._opening(report, preview, commit)]
        lines += self._told(report, "error", _PROBLEMS)
        if report.is_compared:
            lines += [*self._pages(report), *self._uploads(report), *self._consequences(report)]
            lines += [*self._translations(report), *self._addresses(report)]
        lines += self._told(report, "notice", _NOTICES)
        text = "\n".join(lines) + "\n"
        title = self._say(_TITLE)
        if self.language == SOURCE_LANGUAGE:
            return f"### {title}\n\n{text}"
        name = language_name(self.language).in_language(self.language)
        return f"<details>\n<summary>{name}: {title}</summary>\n\n{text}\n</details>\n"

    def _say(self, text: Text, **values: object) -> str:
        return text.in_language(self.language).format(**values)

    def _code(self, text: Text | str) -> str:
        words = text if isinstance(text, str) else text.in_language(self.language)
        return as_code(words, _LONGEST_VALUE)

    def _limited(self, items: Sequence[str], most: int, left_out: int) -> Iterator[str]:
        yield from items[:most]
        if more := max(len(items) - most, 0) + left_out:
            yield self._say(_MORE, count=more)

    def _list(self, items: Iterable[str], left_out: int = 0) -> str:
        most = min(self.most, _MOST_ON_A_LINE)
        return ", ".join(self._limited([*dict.fromkeys(items)], most, left_out))

    def _opening(self, report: Report, preview: str, commit: str) -> Iterator[str]:
        if preview:
            yield f"**[{self._say(_PREVIEW)}]({preview})**. {self._say(_PREVIEW_SHOWS)}\n"
        if not report.is_compared:
            yield f"{self._say(_FIRST_MEND)}\n"
        elif not _says_anything(report):
            yield f"{self._say(_NOTHING)}\n"
        if commit:
            yield f"{self._say(_AS_OF, commit=commit)}\n"

    def _told(self, report: Report, severity: str, heading: Text) -> Iterator[str]:
        told = [one for one in report.problems if one.severity == severity]
        if not told:
            return
        yield f"#### {self._say(heading)}\n"
        if severity == "error":
            yield f"{self._say(_AT_THE_LINE)}\n"
        is_last = report.problems[-1].severity == severity
        left_out = report.left_out.get("problems", 0) if is_last else 0
        items = [self._problem(one) for one in told[: self.most]]
        for item in self._limited(items, self.most, len(told) - len(items) + left_out):
            yield f"- {item}\n"

    def _problem(self, told: Told) -> str:
        field = as_code(told.field)
        where = self._say(_WHERE, path=self._code(told.path), line=told.line, field=field)
        sentence = "; ".join(
            text.in_language(self.language) for text in (told.message, told.remedy)
        )
        shown = as_code_block([sentence[:_LONGEST_SENTENCE]])
        return f"{where}\n\n{textwrap.indent(shown, '  ')}"

    def _pages(self, report: Report) -> Iterator[str]:
        if report.pages:
            yield f"#### {self._say(_PAGES)}\n"
            items = ["\n".join(self._page(page)) for page in report.pages[: self.most]]
            left_out = len(report.pages) - len(items) + report.left_out.get("pages", 0)
            for item in self._limited(items, self.most, left_out):
                yield f"- {item}"
            yield ""

    def _page(self, page: PageChange) -> Iterator[str]:
        beside = [self._list(map(self._code, page.addresses))] if page.addresses else []
        if page.stood_at:
            beside.append(self._say(_STOOD_AT, address=self._code(page.stood_at)))
        if page.leads_to:
            beside.append(self._say(_LEADS_TO, address=self._code(page.leads_to)))
        if page.not_yet:
            not_yet = as_code(page.not_yet.in_language(self.language))
            beside.append(f"**{self._say(_NOT_YET)}:** {not_yet}")
        change = self._say(_CHANGES[page.change])
        yield f"**{change}:** {self._code(page.title)} ({', '.join(beside)})"
        facts = [self._fact(fact) for fact in page.facts[: self.most]]
        for fact in self._limited(facts, self.most, len(page.facts) - len(facts)):
            yield f"  - {fact}"
        texts = [
            self._say(_TEXTS[text.change], language=self._name(text.language))
            for text in page.texts
        ]
        if texts:
            yield f"  - {self._say(_TEXT)}: {self._list(texts)}"

    def _uploads(self, report: Report) -> Iterator[str]:
        rows = [
            f"**{self._say(_CHANGES[file.change])}:** {self._code(file.path)}"
            for file in report.uploads
        ]
        left_out = report.left_out.get("uploads", 0)
        yield from self._section(_UPLOADS, [*self._limited(rows, self.most, left_out)])

    def _name(self, language: Language) -> str:
        return language_name(language).in_language(self.language)

    def _fact(self, fact: FactChange) -> str:
        label = self._code(fact.label)
        if len(fact.before) < 2 and len(fact.after) < 2:
            pair = (
                self._code(values[0]) if values else NOTHING for values in (fact.before, fact.after)
            )
            return f"{label}: {' → '.join(pair)}"
        parts = [
            f"{self._say(word)} {self._list(map(self._code, values), more)}"
            for word, values, more in (
                (_WENT, fact.before, fact.more_before),
                (_CAME, fact.after, fact.more_after),
            )
            if values
        ]
        return f"{label}: {'; '.join(parts)}"

    def _consequences(self, report: Report) -> Iterator[str]:
        rows = [] if report.knows_consequences else [self._say(_UNKNOWN)]
        for heading, is_overview in ((_OVERVIEWS, True), (_OTHERS, False)):
            pages = [one for one in report.followers if one.is_overview is is_overview]
            left_out = 0 if is_overview else report.left_out.get("followers", 0)
            if pages or left_out:
                titles = self._list((self._code(page.title) for page in pages), left_out)
                rows.append(f"{self._say(heading)}: {titles}")
        for heading in (_FEEDS, _CALENDAR, _DATA, _OTHER_FILES):
            paths = [file.path for file in report.files if _sort_of(file) is heading]
            if paths:
                rows.append(f"{self._say(heading)}: {self._list(map(self._code, paths))}")
        if more := report.left_out.get("files", 0):
            rows.append(self._say(_MORE, count=more))
        if report.changes_menu:
            rows.append(self._say(_MENU))
        yield from self._section(_CONSEQUENCES, rows)

    def _translations(self, report: Report) -> Iterator[str]:
        rows = []
        for language in LANGUAGES:
            for state, heading in _STATES.items():
                titles = [
                    self._code(one.title)
                    for one in report.untranslated
                    if (one.language, one.state) == (language, state)
                ]
                if titles:
                    words = self._say(heading, language=self._name(language))
                    rows.append(f"{words}: {self._list(titles)}")
        if more := report.left_out.get("untranslated", 0):
            rows.append(self._say(_MORE, count=more))
        yield from self._section(_LANGUAGES, rows)

    def _addresses(self, report: Report) -> Iterator[str]:
        rows = []
        if lost := [self._code(address) for address in report.lost]:
            rows.append(
                f"**{self._say(_LOST)}:** {self._list(lost, report.left_out.get('lost', 0))}"
            )
        if report.redirects:
            pairs = [
                f"{self._code(one.address)} → {self._code(one.target)}" for one in report.redirects
            ]
            more = report.left_out.get("redirects", 0)
            rows.append(f"{self._say(_SENDS_ON)}: {self._list(pairs, more)}")
        yield from self._section(_ADDRESSES, rows)

    def _section(self, heading: Text, rows: Sequence[str]) -> Iterator[str]:
        if rows:
            yield f"#### {self._say(heading)}\n"
            yield from (f"- {row}" for row in rows)
            yield ""


def _says_anything(report: Report) -> bool:
    return report.changes_menu or any(
        (
            report.pages,
            report.uploads,
            report.followers,
            report.files,
            report.lost,
            report.redirects,
        )
    )


def _sort_of(file: FileChange) -> Text:
    """Return the heading under which a file beside the pages is told."""
    if file.path.endswith(f"/{FEED}"):
        return _FEEDS
    if file.path.endswith(CALENDAR):
        return _CALENDAR
    return _DATA if file.path.startswith("/data/") else _OTHER_FILES

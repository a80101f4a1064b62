"""Every mistake that an editor can make: what the page looks like, and what must be said.

A marker (▲) in a page shows where a problem is expected; the page is read without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from hooks.taskforce.problems import Problem
from tests.builders import (
    PNG,
    Tree,
    added,
    changed,
    loaded,
    marked_places,
    page,
    tiny_tree,
    translation,
)


@dataclass(frozen=True)
class Expected:
    """A problem to be found: at `place`, or else at the next marker in the page.

    `remedy` is what the advice must hold, in every language.
    """

    field: str
    rule: str
    remedy: str = ""
    place: tuple[int, int] | None = None


@dataclass(frozen=True)
class BadInput:
    """A docs/ with a mistake in one file, and all that must be said about it."""

    name: str
    path: str
    tree: Tree
    expected: tuple[Expected, ...]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that the check says of it."""
        return loaded(self.tree).problems

    def placed(self) -> Iterator[tuple[tuple[int, int], Expected]]:
        """Yield the expected problems with the line and column where they must be found."""
        markers = iter(marked_places(self.tree[self.path]))
        for expected in self.expected:
            yield expected.place or next(markers), expected
        assert next(markers, None) is None, "a marker without a problem"


def add(name: str, path: str, text: str, *expected: Expected) -> BadInput:
    return BadInput(name, path, added(path, text), expected)


def edit(name: str, path: str, old: str, new: str, *expected: Expected) -> BadInput:
    return BadInput(name, path, changed(path, old, new), expected)


def at_top(rule: str, remedy: str = "", field: str = "-") -> Expected:
    """Return a problem that has no better place than the top of the file."""
    return Expected(field, rule, remedy, place=(1, 1))


def here(rule: str, remedy: str = "") -> Expected:
    """Return a problem of the file rather than of a field, at the marker."""
    return Expected("-", rule, remedy)


NO_TITLE = at_top("missing-field", "title", "title")
NO_SUMMARY = at_top("missing-field", "summary", "summary")
PLAIN = "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n"
MKB, RENE, MARISKA = "themas/mkb.md", "trekkers/rene-de-heer.md", "trekkers/mariska-ten-heuw.md"
CANVAS, AGENDA, PLAN = (
    "resultaten/welvaart-canvas.md",
    "resultaten/mkb-agenda.md",
    "resultaten/actieplan.md",
)
VNG, SOURCES, TERMS = "organisaties/vng.md", "bronnen.md", "begrippen.md"


def plain(name: str, fields: str, *expected: Expected) -> BadInput:
    """Return a case of a page with these fields only."""
    return add(name, "los.md", page(fields), *expected)


def extra(name: str, fields: str, *expected: Expected) -> BadInput:
    """Return a case of a page with these fields below a title and summary that are right."""
    return plain(name, PLAIN + fields, *expected)


def running(name: str, text: str, *expected: Expected | str) -> BadInput:
    """Return a case with this running text; a bare rule is that of the text."""
    return add(
        name,
        "los.md",
        page(PLAIN, text),
        *(Expected("text", rule) if isinstance(rule, str) else rule for rule in expected),
    )


def linked(name: str, text: str, *expected: Expected | str) -> BadInput:
    """Return a case with this running text, and a picture and a document beside the page."""
    case = running(name, text, *expected)
    files = {"kaart.png": PNG, "over/grote-kaart.png": PNG, "over/rapport.pdf": "%PDF-1.7"}
    return replace(case, tree=case.tree | files)


def leads(written: str, rule: str, remedy: str = "") -> BadInput:
    """Return a case of a link to this address, or a picture where it begins with `!`."""
    mark = "!" * written.startswith("!")
    address = written.removeprefix("!")
    marked = f"<▲{address[1:]}" if address.startswith("<") else f"▲{address}"
    return linked(f"link to {written}", f"{mark}[a]({marked})\n", Expected("text", rule, remedy))


def shown(written: str, remedy: str) -> BadInput:
    """Return a case of text that looks like a link."""
    return linked(
        f"link as {written}", f"Zie ▲{written}.\n", Expected("text", "unmade-link", remedy)
    )


HIDDEN = {
    "soft hyphen": "\u00ad",
    "grapheme joiner": "\u034f",
    "sign of Arabic direction": "\u061c",
    "empty letter": "\u3164",
    "zero-width space": "\u200b",
    "zero-width non-joiner": "\u200c",
    "zero-width joiner": "\u200d",
    "left-to-right sign": "\u200e",
    "isolate": "\u2067",
    "word joiner": "\u2060",
    "variation selector": "\ufe0f",
    "variation selector of a supplement": "\U000e0101",
    "hidden letter": "\U000e0041",
}
"""Signs that nobody sees."""

ENCODING = [
    add("byte-order mark", "los.md", "\ufeff" + page(PLAIN), at_top("byte-order-mark", "UTF-8")),
    add(
        "byte-order mark twice",
        "los.md",
        "\ufeff\ufeff" + page(PLAIN),
        at_top("byte-order-mark"),
        at_top("control-character"),
        at_top("space-first"),
    ),
    add(
        "Windows line endings",
        "los.md",
        page(PLAIN).replace("\n", "\r\n"),
        Expected("-", "line-endings", "LF", place=(1, 4)),
    ),
    running("one Windows line ending", "Tekst.▲\r\nMeer.\n", here("line-endings")),
    add(
        "line endings of an old Mac",
        "los.md",
        page(PLAIN).replace("\n", "\r"),
        Expected("-", "line-endings", place=(1, 4)),
    ),
    plain(
        "not UTF-8",
        "title: Caf▲\udce9\nsummary: Een pagina waarop niets bijzonders staat.\n",
        here("not-utf8", "UTF-8"),
    ),
    running("not UTF-8 in the text", "Vijf euro (▲\udc80), één café.\n", here("not-utf8")),
    add(
        "UTF-16",
        "los.md",
        page(PLAIN).encode("utf-16").decode("utf-8", "surrogateescape"),
        at_top("not-utf8"),
    ),
    running(
        "letter that was lost", "Een caf▲\ufffd hier.\n", here("broken-letter", "opnieuw|again")
    ),
    running(
        "letters of another encoding", "Een ‘caf▲Ã©’.\n", here("broken-letter", "opnieuw|again")
    ),
    running("letters of another encoding alone", "Een caf▲Ã©.\n", here("broken-letter", "‘café.’")),
    running("à of another encoding", "Vijf ▲Ã\u00a0 tien.\n", here("broken-letter", "‘à’")),
    plain(
        "null character",
        "title: L▲\0os\nsummary: Een pagina waarop niets bijzonders staat.\n",
        here("control-character"),
    ),
    plain(
        "null character as an escape",
        'title: ▲"L\\x00os"\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "control-character"),
    ),
    plain(
        "line break that only YAML sees",
        "title: L▲\u2028os\nsummary: Een pagina waarop niets bijzonders staat.\n▲onzin: x\n",
        here("control-character"),
        Expected("onzin", "unknown-key"),
    ),
    running(
        "text that turns about",
        "Dit is ▲\u202eomgekeerd.\n",
        here("control-character", "‘omgekeerd.’"),
    ),
    *(
        running(
            f"{name} in a word", f"Gewo▲{sign}ne tekst.\n", here("control-character", "‘Gewone’")
        )
        for name, sign in HIDDEN.items()
    ),
    *(
        plain(
            f"{name} in a field",
            f"title: Ou▲{sign}de kaart\nsummary: Een pagina waarop niets bijzonders staat.\n",
            here("control-character", "‘Oude’"),
        )
        for name, sign in HIDDEN.items()
    ),
    running(
        "joiner after an emoji", "Wij 👩▲\u200d doen mee.\n", here("control-character", "‘👩’")
    ),
    running(
        "text hidden behind a flag",
        f"Vlag 🏴{''.join(map(chr, range(0xE0061, 0xE0068)))}▲\U000e0068.\n",
        here("control-character", "‘🏴"),
    ),
    plain(
        "half a character as an escape",
        'title: "\\u▲d800"\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "yaml-syntax"),
    ),
    plain(
        "character beyond Unicode",
        'title: "\\U▲FFFFFFFF"\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "yaml-syntax"),
    ),
]

FENCES = [
    add("empty file", "los.md", "", at_top("empty-file", "---")),
    add("white space only", "los.md", " \n\n\t\n", at_top("empty-file")),
    add("nothing to be seen", "los.md", "\n\x01 \x0b\n", at_top("empty-file")),
    add("no front-matter", "los.md", "Alleen tekst.\n", at_top("no-front-matter", "title:")),
    *[
        add(f"{what} first", "los.md", space + page(PLAIN), at_top("space-first", "‘---’"))
        for what, space in (("empty line", "\n"), ("spaces", "  \n\n"), ("space", " "))
    ],
    add(
        "white space first hides nothing",
        "los.md",
        "\n" + page(PLAIN + "▲onzin: x\n"),
        at_top("space-first"),
        Expected("onzin", "unknown-key"),
    ),
    add(
        "space before the closing fence",
        "los.md",
        f"---\n{PLAIN}▲ ---\n\nTekst.\n",
        here("unclosed-front-matter", "---"),
    ),
    add("dots first", "los.md", page(PLAIN).replace("---", "...", 1), at_top("no-front-matter")),
    add(
        "closing fence missing",
        "los.md",
        f"---\n{PLAIN}▲\nTekst met <b>vet</b>.\n",
        here("unclosed-front-matter", "---"),
        Expected("text", "raw-html", place=(5, 11)),
    ),
    add(
        "closing fence missing, and no empty line",
        "los.md",
        f"---\n{PLAIN}▲Tekst.\n",
        here("unclosed-front-matter"),
    ),
    add(
        "closing fence missing in a file without a body",
        "los.md",
        f"---\n{PLAIN}▲",
        here("unclosed-front-matter"),
    ),
    add(
        "dots in place of the closing fence",
        "los.md",
        f"---\n{PLAIN}▲...\nTekst.\n",
        here("unclosed-front-matter"),
    ),
    add(
        "only the opening fence",
        "los.md",
        "---",
        NO_TITLE,
        NO_SUMMARY,
        at_top("unclosed-front-matter"),
    ),
    add("nothing between the fences", "los.md", "---\n---\n", NO_TITLE, NO_SUMMARY),
    plain(
        "only comments",
        "# title: Los\n# summary: Een pagina waarop niets bijzonders staat.\n",
        NO_TITLE,
        NO_SUMMARY,
    ),
    add(
        "nothing after the closing fence, not even a line",
        "los.md",
        f"---\n{PLAIN}▲---",
        here("no-line-after-fields", "Enter"),
    ),
    running(
        "second block of fields",
        "▲---\ntitle: Nog een\n---\n\nTekst.\n",
        Expected("text", "second-block", "bovenaan|top"),
    ),
    running(
        "second block of fields further on, with a list and without an opening line",
        "Tekst.\n\n▲kind: agenda\nthemes:\n  - mkb\n---\n",
        Expected("text", "second-block"),
    ),
    extra(
        "front-matter of a hundred thousand characters",
        f"x: {'a' * 100_000}\n",
        at_top("long-front-matter"),
    ),
]

SOURCED = PLAIN + "sources: [vng-2021]\n"
ORDERED = SOURCED + "order: 3\n"
SMES = "title: Small\nsummary: What the taskforce does for small firms.\n"
NAMES = [
    add(
        "dot in a name",
        "themas/los.v2.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/los-v2.md"),
    ),
    add(
        "longer name than what is made of the page can have",
        f"themas/{'lang-' * 40}los.md",
        page(ORDERED),
        at_top("file-name", f"docs/themas/{'lang-' * 39}lang.md"),
    ),
    add(
        "space in a name",
        "themas/mijn thema.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/mijn-thema.md"),
    ),
    *[
        add(f"page called {name}", f"themas/{name}", page(ORDERED), at_top("file-name", remedy))
        for name, remedy in (
            ("los.md.md", "docs/themas/los.md"),
            (".md", "docs/themas/naam.md"),
            (".los.md", "docs/themas/los.md"),
            ("los", "docs/themas/los.md"),
            ("los.txt", "docs/themas/los.md"),
            ("los.md.txt", "docs/themas/los.md"),
        )
    ],
    *[
        BadInput(
            f"translation called {name}",
            name,
            {path: text for path, text in tiny_tree().items() if path != "themas/mkb.en.md"}
            | {name: page(SMES)},
            (at_top("file-name", "docs/themas/mkb.en.md"),),
        )
        for name in ("themas/mkb.en", "themas/mkb.en.md.md", "themas/mkb.en.txt")
    ],
    *[
        add(
            f"page with facts, in {language}, saved as a translation of nothing",
            "organisaties/nieuw.en.md",
            page(f"title: Nieuw\nsummary: {summary}\nkind: network\nsources: [vng-2021]\n", text),
            at_top("facts-without-dutch-page", "docs/organisaties/nieuw.md"),
        )
        for language, summary, text in (
            ("Dutch", "Een netwerk van gemeenten dat nog niet zo oud is.", "Gewone tekst.\n"),
            ("English", "A network of municipalities that is not old yet.", "It has text.\n"),
        )
    ],
    add(
        "capital in a name",
        "themas/Los.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/los.md"),
    ),
    add(
        "accent in a name",
        "themas/ambitieën.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/ambitieen.md"),
    ),
    add(
        "capital in a folder",
        "Nieuws/los.md",
        page(PLAIN),
        at_top("file-name", "docs/nieuws/los.md"),
    ),
    add(
        "capital in the English suffix",
        "themas/mkb.EN.md",
        page(SMES),
        at_top("unknown-language", "docs/themas/mkb.en.md"),
        at_top("duplicate-slug", "naam|name"),
    ),
    add(
        "other ending for Markdown",
        "themas/los.markdown",
        page(ORDERED),
        at_top("file-name", "docs/themas/los.md"),
    ),
    add(
        "name that Windows keeps for itself",
        "themas/con.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/con-1.md"),
    ),
    add(
        "name that Windows keeps for itself, in English",
        "themas/aux.en.md",
        page(SMES),
        at_top("file-name", "docs/themas/aux-1.en.md"),
    ),
    add(
        "name of signs only",
        "themas/!!.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/naam.md"),
    ),
    add(
        "line break in a name",
        "themas/a\nb.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/a-b.md"),
    ),
    add(
        "folder where the English site stands",
        "en/los.md",
        page(PLAIN),
        at_top("file-name", "docs/los.en.md"),
    ),
    add(
        "page where the English home page stands",
        "en.md",
        page(PLAIN),
        at_top("file-name", "docs/index.en.md"),
    ),
    add(
        "unknown language eng",
        "themas/mkb.eng.md",
        page(SMES),
        at_top("unknown-language", "docs/themas/mkb.en.md"),
    ),
    add(
        "unknown language no",
        "themas/mkb.no.md",
        page(SMES),
        at_top("unknown-language", "docs/themas/mkb.en.md"),
    ),
    add(
        "unknown language en-gb",
        "themas/mkb.en-gb.md",
        page(SMES),
        at_top("unknown-language", "docs/themas/mkb.en.md"),
    ),
    add(
        "Dutch with a suffix",
        "themas/los.nl.md",
        page(ORDERED),
        at_top("unknown-language", "docs/themas/los.md"),
    ),
    add(
        "Dutch with and without a suffix",
        "los.nl.md",
        page(PLAIN),
        at_top("unknown-language", "docs/los.md"),
    ),
    add(
        "misnamed file is read all the same",
        "themas/Los.md",
        page(ORDERED + "▲sumary: x\n"),
        at_top("file-name"),
        Expected("sumary", "unknown-key", "summary"),
    ),
    BadInput(
        "misnamed page with a translation, whose name is right",
        "themas/los.nl.md",
        added("themas/los.nl.md", page(ORDERED)) | {"themas/los.en.md": page(SMES)},
        (at_top("unknown-language", "docs/themas/los.md"),),
    ),
    add(
        "same name in another letter case",
        "themas/MKB.md",
        page(ORDERED),
        at_top("file-name", "docs/themas/mkb.md"),
        at_top("duplicate-slug"),
    ),
    BadInput(
        "page and folder with one address",
        "themas/index.md",
        added("themas.md", page(PLAIN)),
        (at_top("duplicate-slug"),),
    ),
    add(
        "sub-folder in a collection",
        "themas/diep/los.md",
        page(ORDERED),
        at_top("wrong-folder", "docs/themas/los.md"),
    ),
    add(
        "sub-folder in a collection, with a page that opens it",
        "themas/diep/index.md",
        page(ORDERED),
        at_top("wrong-folder", "docs/themas/diep.md"),
    ),
    add(
        "page that is as much of one other kind as of another",
        "trekkers/los.md",
        page(SOURCED + "▲themes: [mkb]\n"),
        *[at_top("missing-field", name, name) for name in ("leads", "municipality", "office")],
        Expected("themes", "unknown-key"),
    ),
    add(
        "folder with almost the right name",
        "thema/los.md",
        page(ORDERED),
        at_top("unknown-folder", "docs/themas/los.md"),
    ),
    add(
        "folder with an English name",
        "deliverable/los.md",
        page(SOURCED),
        *[at_top("missing-field", name, name) for name in ("kind", "standing", "themes")],
        at_top("unknown-folder", "docs/resultaten/los.md"),
    ),
    *[
        add(f"page where the build puts {what}", path, page(PLAIN), at_top("taken-name", free))
        for what, path, free in (
            ("the search", "pagefind.md", "docs/pagefind-1.md"),
            ("the search, in its folder", "pagefind/los.md", "docs/pagefind-1/los.md"),
            ("open data", "data.md", "docs/data-1.md"),
            ("pictures for others", "previews/index.md", "docs/previews-1/index.md"),
            ("its own looks", "assets/los.md", "docs/assets-1/los.md"),
            ("long lists", "over/alle/los.md", "docs/over/alle-1/los.md"),
        )
    ],
    BadInput(
        "deliverable in the folder of the trekkers",
        "trekkers/los.md",
        added("trekkers/los.md", tiny_tree()[AGENDA].replace("MKB-Uit", "Uit")),
        (at_top("misplaced-page", "docs/resultaten/los.md"),),
    ),
    BadInput(
        "deliverable without a field it needs, in no folder at all",
        "los.md",
        added("los.md", tiny_tree()[PLAN].replace("plan b", "b").replace("standing", "▲standin")),
        (
            at_top("misplaced-page", "docs/resultaten/los.md"),
            Expected("standin", "unknown-key", "standing"),
        ),
    ),
    add(
        "organisation in the folder of the deliverables",
        "resultaten/breda.md",
        page(SOURCED + "kind: municipality\n"),
        at_top("misplaced-page", "docs/organisaties/breda.md"),
    ),
    add(
        "English page without a Dutch page",
        "themas/nieuw.en.md",
        page(SMES),
        at_top("orphan-translation", "docs/themas/nieuw.md"),
    ),
    add(
        "English page without a Dutch page is read all the same",
        "themas/nieuw.en.md",
        page(f"{SMES}▲onzin: 3\n"),
        at_top("orphan-translation", "docs/themas/nieuw.md"),
        Expected("onzin", "unknown-key"),
    ),
]

SYNTAX = [
    edit(
        "tab as indentation",
        MARISKA,
        "  nl: wethouder",
        "▲\tnl: wethouder",
        Expected("nl", "tab", "spaties|spaces"),
    ),
    edit(
        "tab before a list item",
        SOURCES,
        "  - id: vng-2021",
        "▲\t- id: vng-2021",
        Expected("id", "tab"),
    ),
    edit(
        "special space as indentation",
        MARISKA,
        "  nl: wethouder",
        "▲\u00a0 nl: wethouder",
        Expected("nl", "odd-space", "spatie|space"),
    ),
    edit(
        "special space after a colon",
        MKB,
        "order: 2",
        "order:▲\u00a02",
        Expected("order", "odd-space"),
    ),
    plain(
        "quote that does not close",
        'title: ▲"Los\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "unclosed-quote"),
    ),
    plain(
        "single quote that does not close",
        "title: Los\nsummary: ▲'Een pagina waarop niets bijzonders staat.\n",
        Expected("summary", "unclosed-quote"),
    ),
    plain(
        "quote that does not close, over lines",
        'title: ▲"Los\n  en vast\n  en meer\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "unclosed-quote"),
    ),
    plain(
        "quotes within quotes",
        'title: "De "▲nieuwe" stad"\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "text-after-quote", "‘ ’"),
    ),
    plain(
        "apostrophe within single quotes",
        "title: 'Thema'▲s'\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "text-after-quote", '"Thema\'s"'),
    ),
    plain(
        "text after a closing quote on a further line",
        'title: "a\n  b" ▲c\nsummary: Een pagina waarop niets bijzonders staat.\n',
        Expected("title", "text-after-quote"),
    ),
    edit(
        "comma missing in a group",
        AGENDA,
        "{nl: De agenda is klaar, en",
        '{nl: "De agenda is klaar" ▲en',
        Expected("milestones", "text-after-quote", "komma|comma"),
    ),
    edit(
        "list that does not close",
        AGENDA,
        "themes: [mkb]",
        "themes: ▲[mkb",
        Expected("themes", "unclosed-bracket", "]"),
    ),
    edit(
        "group that does not close",
        RENE,
        "office: {nl: wethouder Economie, en: alderman for the Economy}",
        "office: ▲{nl: wethouder Economie, en: alderman for the Economy",
        Expected("office", "unclosed-bracket", "}"),
    ),
    plain(
        "unquoted colon",
        "title: City Deal▲: regie\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "unquoted-colon", '"City Deal: regie"'),
    ),
    plain(
        "unquoted colon on a further line",
        "title: Los\nsummary: Een pagina\n  over dit▲: dat, en over nog meer dan dat.\n",
        Expected("summary", "unquoted-colon", '"…"'),
    ),
    plain(
        "unquoted colon before what may be a comment",
        "title: City Deal▲: regie # of niet\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "unquoted-colon", '"…"'),
    ),
    plain(
        "at sign",
        "title: ▲@los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "special-character", '"@los"'),
    ),
    plain(
        "backtick",
        "title: Los\nsummary: ▲`Een pagina waarop niets bijzonders staat`.\n",
        Expected("summary", "special-character"),
    ),
    plain(
        "percent sign",
        "title: ▲%los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "special-character"),
    ),
    plain(
        "star",
        "title: ▲* los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "special-character"),
    ),
    edit(
        "wrong indentation",
        MARISKA,
        "    from: 2021\n    source: vng-2021\n  - theme",
        "▲   from: 2021\n    source: vng-2021\n  - theme",
        Expected("leads", "indentation", "4"),
    ),
    edit(
        "field indented less far than the one below it",
        AGENDA,
        "    text: {nl: De agenda is klaar, en: The agenda is ready}\n",
        "    text:\n     nl: De agenda is klaar\n▲      en: The agenda is ready\n",
        Expected("milestones", "indentation", "5"),
    ),
    extra(
        "item indented further than the first, which has one space",
        "sources:\n - vng-2021\n▲  - canvas-2021\n",
        Expected("sources", "indentation", "één spatie|one space"),
    ),
    extra(
        "item indented too far",
        "sources:\n  - vng-2021\n▲   - canvas-2021\n",
        Expected("sources", "indentation", "2"),
    ),
    edit(
        "item with fields indented wrongly",
        AGENDA,
        "milestones:\n",
        "milestones:\n  - {date: 2021, text: {nl: Een, en: One}, source: vng-2021}\n"
        "▲ - {date: 2021, text: {nl: Twee, en: Two}, source: vng-2021}\n",
        Expected("milestones", "indentation", "2"),
    ),
    plain(
        "curly quotes",
        "title: ▲“Los”\nsummary: ▲‘Een pagina waarop niets bijzonders staat.’\n",
        Expected("title", "typographic-quotes", '"“Los”"'),
        Expected("summary", "typographic-quotes"),
    ),
    plain(
        "curly quotes round a value with a colon",
        "title: “Los▲: de kaart”\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "unquoted-colon", 'aanhalingstekens: "Los: de kaart"|: "Los: de kaart"'),
    ),
    edit(
        "list with a hyphen on the line of its field",
        PLAN,
        "themes: [mkb]",
        "themes: ▲- mkb",
        Expected("themes", "list-on-line", "[mkb]"),
    ),
    edit(
        "link in place of an address",
        SOURCES,
        "url: https://vng.nl/taskforce",
        "url: [de site]▲(https://vng.nl/taskforce)",
        Expected("sources", "link-in-field", "https://vng.nl/taskforce"),
    ),
    plain(
        "first field indented",
        "▲  title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "indentation", "spaties aan het begin|spaces at the start"),
    ),
    edit(
        "field further on indented",
        AGENDA,
        "kind: agenda",
        "▲ kind: agenda",
        Expected("kind", "indentation", "spaties aan het begin|spaces at the start"),
    ),
    edit(
        "two fields indented wrongly, and another mistake",
        AGENDA,
        "themes: [mkb]\nmakers: [taskforce]\nasks:\n  - {nl: Ruimte voor proeven,",
        "▲ themes: [mkb]\n▲ makers: [taskforce]\nasks:\n  - {nl: ▲[Ruimte voor proeven],",
        Expected("themes", "indentation"),
        Expected("makers", "indentation"),
        Expected("asks.1.nl", "wrong-type"),
    ),
    edit(
        "text per language beside its field",
        AGENDA,
        "text: {nl: De agenda is klaar, en: The agenda is ready}",
        "text:\n▲    nl: De agenda is klaar\n    en: The agenda is ready",
        Expected("milestones.text", "indentation", "6"),
    ),
    edit(
        "text per language beside its field, outermost",
        MARISKA,
        "  nl: wethouder Werk\n  en: alderman for Work",
        "▲nl: wethouder Werk\nen: alderman for Work",
        Expected("office", "indentation", "2"),
    ),
    plain("two YAML documents", f"{PLAIN}--- x▲: y\n", Expected("--- x", "unquoted-colon")),
    extra("line that is no field", "▲zomaar iets\n", here("not-a-field", "---")),
    plain(
        "list where fields belong",
        "▲- title\n- summary\n",
        NO_TITLE,
        NO_SUMMARY,
        here("not-a-field"),
    ),
    extra("list as a key", "? ▲[a, b]\n▲: c\n", here("not-a-field"), here("yaml-syntax")),
    extra("same field twice", "▲title: Los\n", Expected("title", "duplicate-key", "één|one")),
    edit(
        "same field twice in a group",
        RENE,
        "{nl: wethouder Economie, ",
        "{nl: wethouder Economie, ▲nl: wethouder, ",
        Expected("office.nl", "duplicate-key"),
    ),
    edit(
        "same field twice in an item of a list",
        MARISKA,
        "    from: 2021\n    source: vng-2021\n  - theme",
        "    from: 2021\n    ▲from: 2022\n    source: vng-2021\n  - theme",
        Expected("leads.from", "duplicate-key"),
    ),
    plain(
        "value cut off by a hash sign",
        "title: ▲Thema #1\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "cut-off", '"…"'),
    ),
    edit(
        "value cut off within a list",
        CANVAS,
        "  - vng-2021",
        "  - ▲vng-2021 # van start",
        Expected("sources", "cut-off"),
    ),
    plain(
        "value that is all hash sign",
        "▲title:▲ # MKB\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "empty-value"),
        Expected("title", "cut-off"),
    ),
    plain(
        "empty field",
        "▲title:\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "empty-value", "verplicht|required"),
    ),
    edit(
        "empty field that can be left out",
        CANVAS,
        "partners: [taskforce]",
        "▲partners:",
        Expected("partners", "empty-value", "haal het veld weg|remove the field"),
    ),
    *(
        edit(
            f"sign for nothing: {sign}",
            CANVAS,
            "partners: [taskforce]",
            f"partners: ▲{sign}",
            Expected("partners", "empty-value", "haal het veld weg|remove the field"),
        )
        for sign in "-?"
    ),
    *(
        edit(
            f"nothing in place of a list: {field}",
            CANVAS,
            old,
            f"{field}: ▲{none}",
            Expected(field, "wrong-type", right),
        )
        for field, old, none, right in (
            ("partners", "partners: [taskforce]", "n.v.t.", "haal het veld weg|remove the field"),
            ("themes", "themes: [mkb, human-capital]", "geen", "schrijf een lijst|write a list"),
        )
    ),
    edit(
        "text in place of a list of groups",
        CANVAS,
        "standing:\n  - {progress: published, date: 2021-06, source: vng-2021}",
        "standing: ▲published",
        Expected("standing", "wrong-type", "‘  - {progress: …, date: …, source: …}’"),
    ),
    edit(
        "group in place of a list of groups",
        CANVAS,
        "  - {progress: published, date: 2021-06, source: vng-2021}",
        "  ▲progress: published\n  date: 2021-06\n  source: vng-2021",
        Expected("standing", "wrong-type", "‘- ’ voor de eerste|‘- ’ before the first"),
    ),
    edit(
        "list of one in place of a text",
        CANVAS,
        "date: 2021-06, source: vng-2021}",
        "date: 2021-06, source: ▲[vng-2021]}",
        Expected("standing.1.source", "wrong-type", "schrijf vng-2021|write vng-2021"),
    ),
    plain(
        "sentence that goes on at the start of a line",
        "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n▲En nog iets.\n",
        here("not-a-field", "twee spaties|two spaces"),
    ),
    edit(
        "nothing in place of a number",
        CANVAS,
        "megabytes: 1.2",
        "megabytes: ▲n.v.t.",
        Expected("links.1.megabytes", "wrong-type", "haal het veld weg|remove the field"),
    ),
    edit(
        "list with stars",
        CANVAS,
        "themes: [mkb, human-capital]",
        "themes:\n  ▲* mkb",
        Expected("themes", "special-character", "‘- mkb’"),
    ),
    extra(
        "field without a space", "▲draft:true\n", Expected("draft", "not-a-field", "‘draft: true’")
    ),
    extra("field with an equals sign", "▲draft = true\n", here("not-a-field", "‘draft: true’")),
    plain("empty text", 'title: Los\n▲summary: ""\n', Expected("summary", "empty-value")),
    plain("null", "title: Los\n▲summary: ~\n", Expected("summary", "empty-value")),
    plain("empty block", "title: Los\n▲summary: |\n", Expected("summary", "empty-value")),
    edit(
        "lead of an empty theme",
        RENE,
        "theme: mkb",
        '▲theme: ""',
        Expected("leads.1.theme", "empty-value"),
    ),
    edit("empty item", CANVAS, "  - vng-2021", "  -▲", Expected("sources.2", "empty-value")),
    plain(
        "tag",
        "title: ▲!!str Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "yaml-tag"),
    ),
    plain(
        "unknown tag",
        "title: Los\nsummary: ▲!x!y Een pagina waarop niets bijzonders staat.\n",
        Expected("summary", "yaml-tag"),
    ),
    plain(
        "anchor",
        "title: ▲&a Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "yaml-anchor"),
    ),
    plain(
        "alias",
        "title: ▲&a Los\nsummary: ▲*a\n",
        Expected("title", "yaml-anchor"),
        Expected("summary", "yaml-anchor"),
    ),
    plain(
        "apostrophe in front",
        "title: ▲'s-Hertogenbosch\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "apostrophe-first", 'title: "\'s-Hertogenbosch"'),
    ),
    plain(
        "apostrophe in front, and one further on",
        "title: ▲'s-Hertogenbosch en 's-Gravenhage\n"
        "summary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "apostrophe-first", "\"'s-Hertogenbosch en 's-Gravenhage\""),
    ),
    plain(
        "apostrophe in front that became a quote",
        "title: ▲'t Gooi'\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "apostrophe-first", 'title: "\'t Gooi"'),
    ),
    edit(
        "apostrophe in front within braces",
        RENE,
        "{nl: wethouder Economie, en",
        "{nl: ▲'s-Heerenberg, en",
        Expected("office", "apostrophe-first", '"\'s-Heerenberg"'),
    ),
    edit(
        "apostrophe in front of an item",
        CANVAS,
        "  - vng-2021",
        "  - ▲'n bron",
        Expected("sources", "apostrophe-first", '- "\'n bron"'),
    ),
    extra("deep nesting", "x: [[[[[▲[[[[]]]]]]]]]\n", Expected("x", "too-deep")),
    extra(
        "nesting without end",
        f"x: {'{a: ' * 5}▲{'{a: ' * 5000}\n",
        Expected("x.a.a.a.a.a", "too-deep"),
    ),
    extra("brackets without end", f"x: {'[' * 999}▲{'[' * 9000}\n", Expected("x", "too-deep")),
]

FIELDS = [
    plain(
        "unknown key",
        "▲titel: Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("titel", "unknown-key", "title"),
    ),
    extra(
        "unknown key that is like none",
        "▲qqq: x\n",
        Expected("qqq", "unknown-key", "title, summary"),
    ),
    edit(
        "key of another kind of page",
        MKB,
        "order: 2",
        "order: 2\n▲abbreviation: XYZ",
        Expected("abbreviation", "unknown-key", "title, summary"),
    ),
    edit(
        "yes where a truth belongs",
        CANVAS,
        "    seen: 2026-11-25",
        "    seen: 2026-11-25\n    copied: ▲ja",
        Expected("sources.1.copied", "wrong-type", "schrijf true|write true"),
    ),
    edit(
        "unknown key in an item",
        CANVAS,
        "    seen: 2026",
        "    ▲gezien: 2026",
        Expected("sources.1.gezien", "unknown-key"),
    ),
    edit(
        "Dutch name of a field",
        AGENDA,
        "progress: in-progress",
        "▲voortgang: in-progress",
        Expected("standing.2.voortgang", "unknown-key", "progress"),
    ),
    extra("number as a key", "▲2021: x\n", Expected("2021", "unknown-key")),
    extra("emoji as a key", "▲😀: x\n", Expected("😀", "unknown-key")),
    extra("merge key", "▲<<: {a: b}\n", Expected("<<", "unknown-key")),
    extra("line break in a key", '▲"a\\nb": x\n', Expected("a�b", "unknown-key")),
    extra(
        "key of validation's own",
        "▲<id>: x\n▲<source>: x\n",
        Expected("<id>", "unknown-key"),
        Expected("<source>", "unknown-key"),
    ),
    edit(
        "fact on an English page",
        "themas/mkb.en.md",
        "title: SMEs",
        "title: SMEs\n▲order: 2",
        Expected("order", "fact-on-translation", "docs/themas/mkb.md"),
    ),
    edit(
        "unknown key on an English page",
        "themas/mkb.en.md",
        "title: SMEs",
        "title: SMEs\n▲sumary: x",
        Expected("sumary", "unknown-key", "summary"),
    ),
    plain("missing title", "summary: Een pagina waarop niets bijzonders staat.\n", NO_TITLE),
    edit(
        "missing field in a group",
        RENE,
        "office: {nl: wethouder Economie, en: alderman for the Economy}",
        "office: ▲{nl: wethouder Economie}",
        Expected("office.en", "missing-field", "en"),
    ),
    edit(
        "missing field beside an empty one of that name", SOURCES, "title: Bronnen\n", "", NO_TITLE
    ),
    edit(
        "missing field, and an empty field of that name elsewhere",
        SOURCES,
        tiny_tree()[SOURCES],
        tiny_tree()[SOURCES]
        .replace("title: Bronnen\n", "")
        .replace('title: "Taskforce: van start"', "▲title:"),
        NO_TITLE,
        Expected("sources.1.title", "empty-value"),
    ),
    plain(
        "list where text belongs",
        "title: ▲[Los]\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "wrong-type", "schrijf Los|write Los"),
    ),
    plain(
        "group where text belongs",
        "title: Los\nsummary: ▲{a: b}\n",
        Expected("summary", "wrong-type"),
    ),
    edit(
        "text where a list belongs",
        AGENDA,
        "themes: [mkb]",
        "themes: ▲mkb",
        Expected("themes", "wrong-type", "[mkb]"),
    ),
    edit(
        "group where a list belongs",
        AGENDA,
        "themes: [mkb]",
        "themes: ▲{mkb: x}",
        Expected("themes", "wrong-type", "een lijst: [een|a list: [one"),
    ),
    edit(
        "text where a list of former addresses belongs",
        MKB,
        "title:",
        "formerly: ▲/oud; Nieuw,\ntitle:",
        Expected("formerly", "wrong-type", "[/oud, nieuw]"),
    ),
    edit(
        "text of more lines where a list belongs",
        AGENDA,
        "themes: [mkb]",
        'themes: ▲"mkb\\nvng"',
        Expected("themes", "wrong-type"),
    ),
    edit(
        "empty list where something belongs",
        AGENDA,
        "themes: [mkb]",
        "themes: ▲[]",
        Expected("themes", "wrong-type", "[…]"),
    ),
    edit(
        "text where a group belongs",
        RENE,
        "office: {nl: wethouder Economie, en: alderman for the Economy}",
        "office: ▲wethouder",
        Expected("office", "wrong-type", "{nl: …, en: …} of de|{nl: …, en: …} or the"),
    ),
    edit(
        "text where a milestone belongs",
        AGENDA,
        "  - date: 2021\n"
        "    text: {nl: De agenda is klaar, en: The agenda is ready}\n"
        "    source: vng-2021\n",
        "  - ▲2021 De agenda is klaar\n",
        Expected("milestones.1", "wrong-type"),
    ),
    edit(
        "list where a source belongs",
        CANVAS,
        "  - vng-2021",
        "  - ▲[vng-2021]",
        Expected("sources.2", "wrong-type"),
    ),
    edit(
        "text where a whole number belongs",
        MKB,
        "order: 2",
        "order: ▲eerst",
        Expected("order", "wrong-type", "1, 2, 3"),
    ),
    *(
        edit(
            f"{name} where a whole number belongs",
            MKB,
            "order: 2",
            f"order: ▲{value}",
            Expected("order", "wrong-type", "1, 2, 3"),
        )
        for name, value in (("list", "[1]"), ("number without end", "9" * 5000))
    ),
    *(
        edit(
            f"{name} where a number belongs",
            CANVAS,
            "megabytes: 1.2",
            f"megabytes: ▲{value}",
            Expected("links.1.megabytes", "wrong-type", "schrijf 1.2|write 1.2"),
        )
        for name, value in (("list", "[1]"), ("endless number", "inf"))
    ),
    edit("broken number", MKB, "order: 2", "order: ▲1.5", Expected("order", "wrong-type")),
    *(
        edit(
            f"size of a file: {size}",
            CANVAS,
            "megabytes: 1.2",
            f'megabytes: ▲"{size}"',
            Expected("links.1.megabytes", "wrong-type", f"schrijf {right}|write {right}"),
        )
        for size, right in (("1,5", "1.5"), ("12 MB", "12"), ("0,8 mb", "0.8"))
    ),
    edit(
        "text where a number belongs",
        CANVAS,
        "megabytes: 1.2",
        "megabytes: ▲groot",
        Expected("links.1.megabytes", "wrong-type", "schrijf 1.2|write 1.2"),
    ),
    *[
        edit(
            f"{written} where it should say what is probable",
            CANVAS,
            "probable: [date]",
            f"probable: ▲{written}",
            Expected("milestones.1.probable", "probable-what", "[connection]"),
        )
        for written in ("true", "false", "misschien")
    ],
    edit(
        "one word where a list of what is probable belongs",
        CANVAS,
        "probable: [date]",
        "probable: ▲connection",
        Expected("milestones.1.probable", "wrong-type", "[connection]"),
    ),
    edit(
        "unknown word for what is probable",
        CANVAS,
        "probable: [date]",
        "probable: [▲verband]",
        Expected("milestones.1.probable.1", "unknown-word", "connection"),
    ),
    edit(
        "the same thing twice probable",
        CANVAS,
        "probable: [date]",
        "probable: [date, ▲date]",
        Expected("milestones.1.probable.2", "repeated-reference"),
    ),
    edit(
        "no standing at all",
        PLAN,
        "standing:\n  - {progress: unknown, date: 2021, source: vng-2021}",
        "standing: ▲[]",
        Expected("standing", "wrong-type"),
    ),
    edit(
        "standing without a source",
        PLAN,
        "  - {progress: unknown, date: 2021, source: vng-2021}",
        "  - ▲{progress: unknown, date: 2021}",
        Expected("standing.1.source", "missing-field", "source"),
    ),
    edit(
        "standings with the newest first",
        AGENDA,
        " date: 2021,",
        " date: ▲2019-12,",
        Expected("standing.2.date", "standing-order", "oldest|oudste"),
    ),
    edit(
        "false where only true makes sense",
        MARISKA,
        "taskforce: true",
        "taskforce: ▲false",
        Expected("leads.1.taskforce", "wrong-type", "true"),
    ),
    edit(
        "list where a date belongs",
        AGENDA,
        " date: 2021,",
        " date: ▲[2021],",
        Expected("standing.2.date", "wrong-type"),
    ),
    edit(
        "list where a word belongs",
        AGENDA,
        "kind: agenda",
        "kind: ▲[agenda]",
        Expected("kind", "wrong-type"),
    ),
    edit(
        "list where a slug belongs",
        RENE,
        "municipality: zwolle",
        "municipality: ▲[zwolle]",
        Expected("municipality", "wrong-type"),
    ),
    edit(
        "list where an address belongs",
        VNG,
        "url: https://vng.nl",
        "url: ▲[https://vng.nl]",
        Expected("url", "wrong-type"),
    ),
    plain(
        "no, read as false",
        "title: ▲no\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "not-text", '"no"'),
    ),
    plain(
        "a time, read as a number",
        "title: Los\nsummary: ▲12:30\n",
        Expected("summary", "not-text", '"12:30"'),
    ),
    plain(
        "a year, read as a number",
        "title: ▲2021\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "not-text", '"2021"'),
    ),
    plain(
        "a date",
        "title: ▲2021-02-30\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "not-text", '"2021-02-30"'),
    ),
    plain(
        "a lone equals sign",
        "title: ▲=\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "not-text", '"="'),
    ),
    edit(
        "no in a short text",
        RENE,
        "{nl: wethouder Economie,",
        "{nl: ▲no,",
        Expected("office.nl", "not-text", '"no"'),
    ),
    edit(
        "date as an id",
        CANVAS,
        "- id: canvas-2021",
        "- id: ▲2021-13-01",
        Expected("sources.1.id", "not-text"),
        Expected("milestones.1.source", "unknown-source", place=(13, 13)),
    ),
    plain(
        "title that says nothing",
        "title: ▲---!\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "no-value", "verplicht|required"),
    ),
    *(
        edit(
            f"abbreviation that is none: {none}",
            "organisaties/zwolle.md",
            "kind: municipality",
            f"kind: municipality\nabbreviation: ▲{none}",
            Expected("abbreviation", "no-value", "haal het veld weg|remove the field"),
        )
        for none in ("n.v.t.", "NVT", "n/a", "geen", '"-"', '"?"')
    ),
    plain(
        "title too long",
        f"title: ▲{'a' * 81}\nsummary: Een pagina waarop niets bijzonders staat.\n",
        Expected("title", "text-length", "korter|shorter"),
    ),
    plain(
        "summary too long",
        f"title: Los\nsummary: ▲{'a' * 161}\n",
        Expected("summary", "summary-length", "160"),
    ),
    plain(
        "summary too short",
        f"title: Los\nsummary: ▲{'a' * 39}\n",
        Expected("summary", "summary-length", "40"),
    ),
    plain(
        "summary without a full stop",
        "title: Los\nsummary: ▲Een pagina waarop niets bijzonders staat\n",
        Expected("summary", "summary-end", "‘Een pagina waarop niets bijzonders staat.’"),
    ),
    edit(
        "unknown word",
        AGENDA,
        "progress: in-progress",
        "progress: ▲in-progres",
        Expected("standing.2.progress", "unknown-word", "in-progress"),
    ),
    edit(
        "Dutch label in place of the word",
        AGENDA,
        "progress: in-progress",
        "progress: ▲in uitvoering",
        Expected("standing.2.progress", "unknown-word", "‘in-progress’"),
    ),
    edit(
        "Dutch label with a typing error",
        AGENDA,
        "progress: in-progress",
        "progress: ▲Gepubliseerd",
        Expected("standing.2.progress", "unknown-word", "‘published’"),
    ),
    edit(
        "word that is like none",
        AGENDA,
        "kind: agenda",
        "kind: ▲qqq",
        Expected("kind", "unknown-word", "white-paper, position-paper"),
    ),
    extra(
        "unknown overview",
        "overview: ▲tijdlijn\n",
        Expected("overview", "unknown-word", "‘timeline’"),
    ),
    edit(
        "day first",
        CANVAS,
        "    seen: 2026-11-25",
        "    seen: ▲25-11-2026",
        Expected("sources.1.seen", "date-form", "2026-11-25"),
    ),
    edit(
        "month in words",
        AGENDA,
        " date: 2021,",
        " date: ▲maart 2021,",
        Expected("standing.2.date", "date-form", "2021-03"),
    ),
    edit(
        "month without a zero",
        AGENDA,
        " date: 2021,",
        " date: ▲2021-3,",
        Expected("standing.2.date", "date-form", "2021-03"),
    ),
    edit(
        "year where a day belongs",
        CANVAS,
        "    seen: 2026-11-25",
        "    seen: ▲2026",
        Expected("sources.1.seen", "date-form", "2021-03-14"),
    ),
    *[
        edit(
            f"date as {written}",
            AGENDA,
            " date: 2021,",
            f" date: ▲{quoted},",
            Expected("standing.2.date", "date-form", meant),
        )
        for written, quoted, meant in [
            ("day and month in words", "12 maart 2022", "write 2022-03-12|schrijf 2022-03-12"),
            ("day first", "12-03-2022", "2022-03-12"),
            ("with slashes", "2022/03/12", "2022-03-12"),
            ("with slashes, day first", "12/3/2022", "2022-03-12"),
            ("with slashes, month first", "3/25/2022", "2022-03-25"),
            ("in American English", '"March 12, 2022"', "2022-03-12"),
            ("with a short month", "12 mrt. 2022", "2022-03-12"),
            ("with a day of the week", "zaterdag 12 maart 2022", "2022-03-12"),
            ("with a time", "2022-03-12 10:00:00", "2022-03-12"),
            ("without signs", "20220312", "2022-03-12"),
            ("part of a year", "voorjaar 2022", "write 2022|schrijf 2022"),
            ("two years", "2021-2022", "2021 of 2022|2021 or 2022"),
            ("two days in words", "12 en 13 maart 2022", "2021-03-14"),
        ]
    ],
    edit(
        "impossible day",
        AGENDA,
        " date: 2021,",
        " date: ▲2021-02-29,",
        Expected("standing.2.date", "impossible-date", "2021-02-28"),
    ),
    *[
        edit(
            f"impossible day written as {written}",
            AGENDA,
            " date: 2021,",
            f" date: ▲{written},",
            Expected("standing.2.date", "impossible-date", "2023-02-28"),
        )
        for written in ("2023-2-30", "30-2-2023", "30 februari 2023")
    ],
    edit(
        "impossible month",
        AGENDA,
        " date: 2021,",
        " date: ▲2021-13,",
        Expected("standing.2.date", "impossible-date", "01–12"),
    ),
    edit(
        "impossible year",
        AGENDA,
        " date: 2021,",
        " date: ▲0201,",
        Expected("standing.2.date", "impossible-date"),
    ),
    edit(
        "source seen in the future",
        CANVAS,
        "    seen: 2026-11-25",
        "    seen: ▲2099-11-25",
        Expected("sources.1.seen", "future-date", "vandaag|today"),
    ),
    edit(
        "knowledge from the future",
        AGENDA,
        " date: 2021,",
        " date: ▲2099-01,",
        Expected("standing.2.date", "future-date"),
    ),
    *(
        edit(
            f"lead until {written}",
            RENE,
            "until: 2022",
            f"until: ▲{written}",
            Expected("leads.1.until", "no-date", remedy),
        )
        for written in ("heden", "nu", "nog steeds", "onbekend", "n.v.t.", "...")
        for remedy in ("dit veld weg|remove this field",)
    ),
    edit(
        "milestone of an unknown date",
        AGENDA,
        "  - date: 2021\n",
        "  - date: ▲onbekend\n",
        Expected("milestones.1.date", "no-date", "2021-03"),
    ),
    *(
        edit(
            f"milestone of {written}",
            AGENDA,
            "  - date: 2021\n",
            f"  - date: ▲{written}\n",
            Expected("milestones.1.date", "date-form", meant),
        )
        for written, meant in {
            "± 2021": "2021",
            "najaar 2021": "2021",
            "eind mei 2021": "2021-05",
            "2021-2022": "2021 of 2022|2021 or 2022",
            "2021 t/m 2022": "2021 of 2022|2021 or 2022",
        }.items()
    ),
    edit(
        "reversed period",
        RENE,
        "from: 2021-01, until: 2022",
        "from: 2021-01, until: ▲2020",
        Expected("leads.1.until", "reversed-period", "‘from’"),
    ),
    edit(
        "reversed period beside an unknown source",
        RENE,
        "from: 2021-01, until: 2022, source: vng-2021",
        "from: 2021-01, until: ▲2020, source: ▲vng-2012",
        Expected("leads.1.until", "reversed-period"),
        Expected("leads.1.source", "unknown-source", "vng-2021"),
    ),
    edit("order of zero", MKB, "order: 2", "order: ▲0", Expected("order", "number-range", "1")),
    edit(
        "size of zero",
        CANVAS,
        "megabytes: 1.2",
        "megabytes: ▲0",
        Expected("links.1.megabytes", "number-range", "0"),
    ),
    edit(
        "javascript address",
        VNG,
        "url: https://vng.nl",
        "url: ▲javascript:alert(1)",
        Expected("url", "bad-url", "https://"),
    ),
    edit(
        "data address",
        CANVAS,
        '"https://example.org/canvas"',
        '▲"data:text/html,x"',
        Expected("links.1.url", "bad-url"),
    ),
    edit(
        "address without a scheme",
        VNG,
        "url: https://vng.nl",
        "url: ▲www.vng.nl",
        Expected("url", "url-spelling", "‘https://www.vng.nl’"),
    ),
    edit(
        "address with a misspelt scheme",
        VNG,
        "url: https://vng.nl",
        "url: ▲htps:/vng.nl/é",
        Expected("url", "url-spelling", "‘https://vng.nl/%C3%A9’"),
    ),
    edit(
        "address without a host",
        VNG,
        "url: https://vng.nl",
        "url: ▲https:///vng",
        Expected("url", "bad-url"),
    ),
    edit(
        "address with a space",
        VNG,
        "url: https://vng.nl",
        "url: ▲https://vng.nl/a b",
        Expected("url", "url-spelling", "‘https://vng.nl/a%20b’"),
    ),
    edit(
        "address between quotes from Word",
        CANVAS,
        '"https://example.org/canvas"',
        '▲"“https://example.org/canvas”"',
        Expected("links.1.url", "url-spelling", "‘https://example.org/canvas’"),
    ),
    edit(
        "two addresses",
        VNG,
        "url: https://vng.nl",
        "url: ▲https://vng.nl, https://vng.nl/a",
        Expected("url", "bad-url", "één|one"),
    ),
    edit(
        "address with brackets that fit nothing",
        VNG,
        "url: https://vng.nl",
        "url: ▲https://[vng.nl",
        Expected("url", "bad-url"),
    ),
    edit(
        "address with a port that is none",
        VNG,
        "url: https://vng.nl",
        "url: ▲https://vng.nl:x/",
        Expected("url", "bad-url"),
    ),
    edit(
        "address with a password",
        VNG,
        "url: https://vng.nl",
        "url: ▲https://vng.nl@example.org/",
        Expected("url", "bad-url"),
    ),
    edit(
        "address without https",
        VNG,
        "url: https://vng.nl",
        "url: ▲http://vng.nl/a",
        Expected("url", "http-url", "‘https://vng.nl/a’"),
    ),
    edit(
        "id with capitals",
        CANVAS,
        "  - id: canvas-2021",
        "  - id: ▲Het canvas",
        Expected("sources.1.id", "bad-identifier", "‘het-canvas’"),
    ),
    edit(
        "file name for a slug",
        AGENDA,
        "themes: [mkb]",
        "themes: [▲mkb.md]",
        Expected("themes.1", "bad-identifier", "‘mkb’"),
    ),
    edit(
        "lead who leads nothing",
        RENE,
        "leads:\n  - {theme: mkb, from: 2021-01, until: 2022, source: vng-2021}",
        "▲leads: []\nsources: [vng-2021]",
        Expected("leads", "leads-nothing", "theme: …"),
    ),
    edit(
        "lead without a theme",
        RENE,
        "{theme: mkb, from",
        "▲{from",
        Expected("leads.1", "leads-nothing", "{taskforce: true, from: …, source: …}"),
    ),
    edit(
        "lead of a theme and the taskforce",
        RENE,
        "{theme: mkb, from",
        "{theme: mkb, taskforce: ▲true, from",
        Expected("leads.1.taskforce", "leads-both", "twee|two"),
    ),
    edit(
        "makers in two ways",
        PLAN,
        "other_makers:",
        "makers: [vng]\n▲other_makers:",
        Expected("other_makers", "no-maker"),
    ),
    add(
        "translation with no fingerprint",
        "themas/mkb.en.md",
        page(f"{SMES}translates: ▲gisteren\n"),
        Expected("translates", "fingerprint"),
    ),
    add(
        "empty mark of a translation",
        "themas/mkb.en.md",
        page(f"{SMES}▲translates:\n"),
        Expected("translates", "empty-value"),
    ),
]

REFERENCES = [
    *(
        edit(
            f"two themes as {written}",
            PLAN,
            "themes: [mkb]",
            f"themes: {written}",
            Expected(field, rule, "mkb, human-capital"),
        )
        for written, field, rule in (
            ("▲mkb en human capital", "themes", "wrong-type"),
            ("▲MKB, Human capital", "themes", "wrong-type"),
            ("[▲mkb en human capital]", "themes.1", "several-names"),
            ("[▲MKB & human-capital]", "themes.1", "several-names"),
        )
    ),
    edit(
        "two organisations in one",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲VNG en gemeente Zwolle]",
        Expected("makers.1", "several-names", "vng, zwolle"),
    ),
    edit(
        "two themes of one lead",
        RENE,
        "{theme: mkb,",
        "{theme: ▲mkb en human capital,",
        Expected("leads.1.theme", "several-names", "mkb, human-capital"),
    ),
    edit(
        "unknown theme",
        AGENDA,
        "themes: [mkb]",
        "themes: [mkb, ▲human-kapital]",
        Expected("themes.2", "unknown-slug", "‘human-capital’"),
    ),
    running(
        "examples that refer to nothing",
        """\
Maak zo'n pagina:

```yaml
---
title: Voorbeeld
themes: [mkb, ▲human-kapitaal]
makers:
  - ▲vnp
---

Dit stond in het plan.▲[^bron-weg]
```

1. En zo'n trekker:

    ~~~yaml
    ---
    municipality: ▲zwole
    leads: [{theme: ▲mkbb}]
    ---
    ~~~
""",
        Expected("themes.2", "unknown-slug", "‘human-capital’"),
        Expected("makers.1", "unknown-slug"),
        Expected("text", "no-footnote"),
        Expected("municipality", "unknown-slug", "‘zwolle’"),
        Expected("leads.1.theme", "unknown-slug", "human-capital, mkb"),
    ),
    running(
        "example on the line of a bullet",
        "- ```yaml\n  ---\n  themes: [▲mkbb]\n  ---\n  ```\n",
        Expected("themes.1", "unknown-slug", "human-capital, mkb"),
    ),
    edit(
        "example with a source that is gone",
        AGENDA,
        "Gewone tekst.\n",
        "Gewone tekst.\n\n```yaml\n---\nsources: [▲vng-1921]\n---\n```\n",
        Expected("sources.1", "unknown-source", "‘vng-2021’"),
    ),
    edit(
        "unknown organisation that is like none",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲qqq]",
        Expected("makers.1", "unknown-slug", "hengelo, taskforce, vng, zwolle"),
    ),
    edit(
        "unknown organisation with a short name like another",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲vnp]",
        Expected("makers.1", "unknown-slug", "‘docs/organisaties/vnp.md’"),
    ),
    edit(
        "short name with two letters swapped",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲vgn]",
        Expected("makers.1", "unknown-slug", "‘vng’"),
    ),
    edit(
        "name of a municipality for its slug",
        RENE,
        "municipality: zwolle",
        "municipality: ▲Gemeente Zwolle",
        Expected("municipality", "bad-identifier", "‘zwolle’"),
    ),
    edit(
        "name of a municipality that has no page",
        RENE,
        "municipality: zwolle",
        "municipality: ▲Gemeente Assen",
        Expected("municipality", "unknown-slug", "hengelo, zwolle"),
    ),
    edit(
        "title and abbreviation for a slug",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲Vereniging van Nederlandse Gemeenten (VNG)]",
        Expected("makers.1", "bad-identifier", "‘vng’"),
    ),
    edit(
        "part of a title for a slug",
        AGENDA,
        "themes: [mkb]",
        "themes: [▲capital]",
        Expected("themes.1", "unknown-slug", "‘human-capital’"),
    ),
    edit(
        "unknown municipality",
        RENE,
        "municipality: zwolle",
        "municipality: ▲zwole",
        Expected("municipality", "unknown-slug", "‘zwolle’"),
    ),
    edit(
        "organisation that is no municipality",
        RENE,
        "municipality: zwolle",
        "municipality: ▲vng",
        Expected("municipality", "wrong-kind", "hengelo, zwolle"),
    ),
    edit(
        "theme where an organisation belongs",
        AGENDA,
        "makers: [taskforce]",
        "makers: [▲mkb]",
        Expected("makers.1", "wrong-kind", "hengelo, taskforce, vng, zwolle"),
    ),
    edit(
        "same reference twice",
        CANVAS,
        "makers: [vng]",
        "makers: [vng, ▲vng]",
        Expected("makers.2", "repeated-reference"),
    ),
    edit(
        "same source twice on a page",
        CANVAS,
        "  - vng-2021",
        "  - vng-2021\n  - ▲vng-2021",
        Expected("sources.3", "repeated-reference"),
    ),
    edit(
        "unknown source of a milestone",
        AGENDA,
        "    source: vng-2021",
        "    source: ▲vng-2012",
        Expected("milestones.1.source", "unknown-source", "‘vng-2021’"),
    ),
    edit(
        "unknown source of a page",
        CANVAS,
        "  - vng-2021",
        "  - ▲vgn-2021",
        Expected("sources.2", "unknown-source", "‘vng-2021’"),
    ),
    edit(
        "address of a source for its id",
        AGENDA,
        "    source: vng-2021",
        "    source: ▲https://www.vng.nl/taskforce/",
        Expected("milestones.1.source", "source-by-address", "‘vng-2021’"),
    ),
    edit(
        "address of no known source",
        CANVAS,
        "  - vng-2021",
        "  - ▲https://example.org/nieuw",
        Expected("sources.2", "source-by-address", "‘docs/bronnen.md’"),
    ),
    edit(
        "address in place of the list of sources",
        PLAN,
        "sources: [vng-2021]",
        "sources: ▲www.vng.nl/taskforce",
        Expected("sources", "source-by-address", "‘vng-2021’"),
    ),
    edit(
        "title of a source for its id",
        CANVAS,
        "  - vng-2021",
        '  - ▲"Taskforce: van start"',
        Expected("sources.2", "bad-identifier", "‘vng-2021’"),
    ),
    edit(
        "unknown source that is like none",
        AGENDA,
        "    source: vng-2021",
        "    source: ▲jaarverslag",
        Expected("milestones.1.source", "unknown-source", "‘docs/bronnen.md’"),
    ),
    edit(
        "facts without a source",
        VNG,
        "sources: [vng-2021]\n",
        "",
        at_top("no-source", "docs/bronnen.md", "sources"),
    ),
    edit(
        "facts with an empty list of sources",
        VNG,
        "sources: [vng-2021]\n",
        "sources: ▲[]\n",
        Expected("sources", "no-source"),
    ),
    edit(
        "slip within the sources that other pages name",
        SOURCES,
        '    title: "Taskforce: van start"',
        "    title: Taskforce▲: van start",
        Expected("sources", "unquoted-colon"),
    ),
    edit(
        "slip in the id of a source that other pages name",
        SOURCES,
        "  - id: vng-2021",
        "  - ▲Id: vng-2021",
        Expected("sources.1.Id", "unknown-key", "‘id’"),
    ),
    edit(
        "misspelt list of sources that other pages name",
        SOURCES,
        "sources:\n",
        "▲bronnen:\n",
        Expected("bronnen", "unknown-key", "sources"),
    ),
    edit(
        "sources that cannot be read at all",
        SOURCES,
        tiny_tree()[SOURCES],
        "▲<<<<<<< HEAD\na\n=======\nb\n>>>>>>> tak\n",
        here("merge-conflict"),
    ),
    BadInput(
        "misnamed page that others refer to",
        "organisaties/Zwolle.md",
        {path.replace("zwolle", "Zwolle"): text for path, text in tiny_tree().items()},
        (at_top("file-name", "docs/organisaties/zwolle.md"),),
    ),
    edit(
        "misspelt kind of a municipality that others refer to",
        "organisaties/zwolle.md",
        "kind: municipality",
        "kind: ▲municipalty",
        Expected("kind", "unknown-word", "‘municipality’"),
    ),
    edit(
        "source described twice",
        CANVAS,
        "  - id: canvas-2021",
        "  - id: ▲vng-2021",
        Expected("sources.1.id", "duplicate-source", "- vng-2021"),
        Expected("sources.2", "repeated-reference", place=(25, 5)),
        Expected("milestones.1.source", "unknown-source", place=(13, 13)),
    ),
    edit(
        "abbreviation with two meanings",
        "organisaties/zwolle.md",
        "kind: municipality",
        "kind: municipality\nabbreviation: ▲VNG",
        Expected("abbreviation", "duplicate-term"),
    ),
    edit(
        "term described twice",
        TERMS,
        "    source: vng-2021\n",
        "    source: vng-2021\n"
        "  - id: ▲mkb\n"
        "    term: {nl: kleinbedrijf, en: small firms}\n"
        "    definition: {nl: Klein, en: Small}\n",
        Expected("terms.2.id", "duplicate-term"),
    ),
    add(
        "title of another page",
        "zo.md",
        page("title: ▲mkb\nsummary: Een pagina waarop niets bijzonders staat.\n"),
        Expected("title", "duplicate-title"),
    ),
    edit(
        "title of another page beside another mistake",
        "trekkers/mariska-ten-heuw.md",
        "title: Mariska ten Heuw",
        "title: ▲MKB\n▲onzin: x",
        Expected("title", "duplicate-title"),
        Expected("onzin", "unknown-key"),
    ),
    extra(
        "overview of another page",
        "overview: ▲glossary\n",
        Expected("overview", "duplicate-overview"),
    ),
]

TEXT = [
    running("heading of the highest level", "▲# Kop\n", "top-heading"),
    running("heading of the highest level, underlined", "▲Kop\n===\n", "top-heading"),
    running("heading of the highest level in a list", "- ▲# Kop\n", "top-heading"),
    running("heading that skips a level", "▲### Kop\n", Expected("text", "heading-level", "‘##’")),
    running("heading without words", "▲##\n\nTekst.\n", "empty-heading"),
    running("heading with a name only", "▲## {#naam}\n", "empty-heading"),
    running("heading of a space only", "▲## &nbsp;\n\n▲> ## ##\n", *["empty-heading"] * 2),
    *[
        linked(f"heading without words: {written}", f"▲## {written}\n", "empty-heading")
        for written in (
            "![a](kaart.png)",
            ":material-check: ![a](kaart.png)",
            "**:material-check:**",
        )
    ],
    running("heading of a footnote only", "▲## [^1]\n\n[^1]: Noot.\n", "empty-heading"),
    running(
        "two headings of one name",
        "## Een {#naam}\n\n## Twee ▲{#naam}\n\n## Drie ▲{#naam}\n",
        Expected("text", "repeated-name", "‘{#naam-2}’|‘{#naam-3}’"),
        Expected("text", "repeated-name", "‘{#naam-3}’"),
    ),
    running(
        "a name that another heading has by itself",
        "## Een ▲{#later-nieuws}\n\n## *Later* nieuws\n\n## Later nieuws\n",
        Expected("text", "repeated-name", "‘{#later-nieuws-2}’"),
    ),
    running(
        "a name that the site gives",
        "## Een ▲{#bronnen}\n\n## Twee ▲{#jaar-2021}\n",
        "repeated-name",
        "repeated-name",
    ),
    running(
        "a name of which the site gives every number",
        "## Een ▲{#jaar-2021}\n",
        Expected("text", "repeated-name", "{#tekst-jaar-2021-2}"),
    ),
    add(
        "a name that a term has",
        TERMS,
        tiny_tree()[TERMS] + "\n## Kop ▲{#mkb}\n",
        Expected("text", "repeated-name", "‘{#mkb-2}’"),
    ),
    running(
        "headings that skip levels further on",
        "Kop\n---\n\n### Kop\n\n▲##### Kop\n\n## Kop\n\n▲#### Kop\n",
        "heading-level",
        "heading-level",
    ),
    linked("picture without description", "▲![](kaart.png)\n", "no-alternative"),
    linked("picture with only a space", "▲![ ][kaart]\n\n[kaart]: kaart.png\n", "no-alternative"),
    running(
        "footnote without text",
        "Een▲[^1] en[^2].\n\n[^2]: Twee.\n",
        Expected("text", "no-footnote", "[^1]: …"),
    ),
    *[
        running(
            f"empty note: {note!r}",
            f"a[^1]\n\n▲[^1]:{note}\n",
            Expected("text", "empty-footnote", "‘[^1]: …’"),
        )
        for note in ("", " &nbsp;", " [x]: https://a.nl", " -", " ---", "\n    ```\n    ```")
    ],
    running(
        "two versions in the text",
        "# Kop\n\n▲<<<<<<< HEAD\na\n=======\nb\n>>>>>>> tak\n",
        here("merge-conflict", "======="),
    ),
    running("HTML", "Tekst ▲<b>vet</b>.\n", Expected("text", "raw-html", "‘**vet**’|‘**bold**’")),
    running("HTML that only ends", "Tekst▲</b>.\n", "raw-html"),
    running("HTML over lines", "Tekst ▲<img\nonerror=alert(1)>\n", "raw-html"),
    running("HTML comment", "▲<!-- weg -->\n", "raw-html"),
    running("HTML after a fence that only seems to close", "```\ncode\n````\n▲<b>\n", "raw-html"),
    running("HTML after an escaped backtick", "\\`▲<b>`\n", "raw-html"),
    running("HTML after code over lines", "a ` b\nc ` ▲<b> ` d\n", "raw-html"),
    running("HTML in a footnote", "Zie[^`].\n\n▲[^`]: ▲<b>`\n", "footnote-name", "raw-html"),
    running("attributes", "Tekst▲{: onclick=x }\n", "attribute"),
    running("attributes of a link", "[mkb](themas/mkb.md)▲{ .knop }\n", "attribute"),
    running("language and more", "*a*▲{lang=en onclick=x}\n", "attribute"),
    running("language of a link", "[mkb](themas/mkb.md)▲{lang=en}\n", "attribute"),
    running("name for something other than a heading", "Tekst ▲{#naam}\n", "attribute"),
    running("javascript address in a link", "[x](▲javascript:alert(1))\n", "bad-url"),
    running("javascript address on a further line", "[x](\n▲javascript:alert(1))\n", "bad-url"),
    running("javascript address in code", "▲[x](java&#115;cript&colon;alert(1))\n", "bad-url"),
    running(
        "javascript address in code within code",
        "▲[x](java&amp;#115;cript&amp;colon;alert(1))\n",
        "bad-url",
    ),
    running(
        "javascript address between brackets", "[x](<▲javascript:alert(1)> 'titel')\n", "bad-url"
    ),
    running(
        "javascript address at the end of a list",
        "- tekst\n- [x]: ▲javascript:alert(1)\n\n[x]\n",
        "bad-url",
    ),
    running("address without a scheme in a link", "[x](▲//example.org/)\n", "bad-url"),
    running("mail address without a domain", "[x](▲mailto:info)\n", "bad-url"),
    running(
        "http address in a link",
        "[x](▲http://example.org/a)\n",
        Expected("text", "http-url", "‘https://example.org/a’"),
    ),
    running("picture of another site", "![x](▲https://example.org/x.png)\n", "outside-image"),
    running("http address by itself", "<▲http://example.org/a>\n", "http-url"),
]


def _refused(name: str, body: str, rule: str, remedy: str = "") -> BadInput:
    return linked(name, body, Expected("text", rule, remedy))


NOT_ON_THIS_SITE = [
    running(
        "bullet in the typeface of Word", "Tekst ▲\uf0b7 x\n", Expected("-", "control-character")
    ),
    running(
        "citation of no source on a page with a link to its heading",
        "[x](los.md#abc) ▲[^1]\n\n## Abc\n",
        Expected("text", "no-footnote"),
    ),
    _refused("heading without a space", "▲##Kop\n", "missing-space", "‘## …’"),
    _refused("heading with one sign and no space", "▲#Kop\n", "missing-space", "‘## …’"),
    _refused("source without a caret", "Een zin.▲[vng-2021]\n", "bare-source", "‘[^vng-2021]’"),
    _refused("item without a space", "- a\n▲-b\n", "missing-space", "‘- …’"),
    _refused("number without a space", "▲1.Een\n2.Twee\n", "missing-space", "‘1. …’"),
    *[
        _refused(f"table: {body!r}", body, "table-form", remedy)
        for body, remedy in {
            "▲| a | b |\n| c | d |\n": "‘| --- | --- |’",
            "Tekst\n▲| a | b | c |\n": "‘| --- | --- | --- |’",
            "▲| a | b |\n| --- | --- | --- |\n": "‘| --- | --- |’",
            "▲| --- | --- |\n| a | b |\n": "‘| … | … |’",
        }.items()
    ],
    *[
        _refused(f"box: {line}", f"▲{line}\n\n    Tekst.\n", "box-form", remedy)
        for line, remedy in {
            "??? question Wie": '‘??? question "Wie"’',
            "???+ Wie doet mee?": '‘???+ "Wie doet mee?"’',
            "!!! Let op: nieuw": '‘!!! note "Let op: nieuw"’',
            "!!! tip “Kort”": '‘!!! tip "Kort"’',
            "=== “Een”": 'schrijf ‘=== "Een"’|write ‘=== "Een"’',
            "=== Een twee": '‘=== "Een twee"’',
        }.items()
    ],
    *[
        running(
            f"box with a title for a kind: {line}",
            f"▲{line}\n\n    Tekst.\n",
            Expected("text", "unknown-admonition", remedy),
        )
        for line, remedy in {"??? Wie": '‘??? "Wie"’', "!!! Wie": '‘!!! note "Wie"’'}.items()
    ],
    *[
        running(
            f"alert {written}",
            f"> ▲[!{written}]\n> Tekst\n",
            Expected("text", "unknown-admonition", remedy),
        )
        for written, remedy in {
            "LETOP": "‘[!WARNING]’",
            "Waarschuwing": "[!WARNING]|WARNING, CAUTION",
            "NOTTE": "‘[!NOTE]’",
            "QQQ": "NOTE, TIP, IMPORTANT, WARNING, CAUTION",
        }.items()
    ],
    _refused("alert with a title", "> ▲[!TIP] Kort\n> Tekst\n", "box-form", "‘> [!TIP]’"),
    *[
        _refused(f"task: {written}", f"- [x] a\n- ▲{written}\n", "task-form", f"‘- {right}’")
        for written, right in {
            "[]": "[ ] …",
            "[] b": "[ ] b",
            "[x]b": "[x] b",
            "[X]": "[x] …",
            "[ x ] b": "[x] b",
        }.items()
    ],
    *[
        _refused(f"code without an end: {body!r}", body, "unclosed-code", remedy)
        for body, remedy in {
            "▲```\nx\n\nTekst.\n": "‘```’",
            "▲~~~~yaml\nx\n~~~\n": "‘~~~~’",
            "- a\n  ▲```\n  x\n- b\n": "‘```’",
            "> ▲```\n> x\n\nTekst.\n": "‘```’",
        }.items()
    ],
    *[
        _refused(f"bold: {body}", f"{body}\n", "unclosed-bold", "‘**’")
        for body in ("Dit is ▲**vet en meer.", "**a** en ▲**Let op:**tekst", "▲**vet **")
    ],
    *[
        _refused(f"emoji: {name}", f"Dag ▲:{name}:.\n", "unknown-emoji", f"‘:{near}:’")
        for name, near in {"smiel": "smile", "haert": "heart", "rocekt": "rocket"}.items()
    ],
    *[
        _refused(f"definition: {body!r}", body, "definition-form", remedy)
        for body, remedy in {
            "Raad\nCollege\n▲:   Bestuurt.\n": "‘\\:’",
            "Term\n▲:\n": "‘:   Uitleg’|‘:   Explanation’",
            "Term\n:   Uitleg\n\n▲:   Nog een\n": "lege regel|empty line",
            "> Term\n> :   Uitleg\n>\n> ▲:   Nog een\n": "lege regel|empty line",
        }.items()
    ],
    _refused("table without rows", "▲| a | b |\n|---|---|\n\nTekst\n", "table-form", "‘| … | … |’"),
    _refused("definition with a tilde", "Term\n▲~ Uitleg\n", "shown-otherwise"),
    _refused("line break where nothing stands", "▲\\\n|\n", "shown-otherwise"),
    _refused("quotes within one another", f"▲{'>' * 11} Diep\n\nTekst\n", "deep-nesting", "‘## …’"),
    running(
        "lists within one another",
        "".join(f"{'▲' * (level == 10)}{'  ' * level}- a\n" for level in range(25)),
        "deep-nesting",
    ),
    _refused("lists on one line", f"▲{'- ' * 200}a\n", "deep-nesting"),
    _refused("line without an end", f"▲{'a' * 5001}\n", "long-line"),
    *[
        _refused(f"HTML: {body}", body + "\n", "raw-html", remedy)
        for body, remedy in {
            "a▲<br>b": "\\",
            "▲<details><summary>x</summary>": "??? note",
            "▲<iframe src=x></iframe>": "‘links’",
            '▲<img src="x.png">': "![Wat je ziet]|![What you see]",
            'x ▲<a href="x">y</a>': "[tekst](adres)|[text](address)",
            "x ▲<u>y</u>": "**vet**|**bold**",
            "H▲<sub>2</sub>O": "H~2~O",
            '▲<div class="grid cards" markdown>': "lijst|list",
            "▲<center>x</center>": "haal het weg|remove it",
            "x ▲<button>y</button>": "gewone link|ordinary link|a link",
            "x ▲<naam> y": "\\<",
            "x ▲<!-- y --> z": "voorstel|pull request",
            "x ▲<abbr>y</abbr>": "‘abbreviation’",
        }.items()
    ],
    *[
        _refused(f"braces: {body}", body + "\n", "attribute", remedy)
        for body, remedy in {
            "![x](kaart.png)▲{width=50%}": "vanzelf de juiste breedte|right width by themselves",
            "![x](kaart.png)▲{ align=left }": "vanzelf de juiste breedte|right width by themselves",
            "[x](https://example.org/)▲{ .md-button }": "gewone link|ordinary link|a link",
            "[x](https://example.org/)▲{target=_blank}": "lezers kiezen zelf|readers choose",
            "Tekst ▲{#naam} verder": "achter een kop|heading has a name",
        }.items()
    ],
    *[
        _refused(f"what others draw: {body!r}", body + "\n", "not-on-this-site", remedy)
        for body, remedy in {
            "```▲mermaid\ngraph LR\n```": "![Wat je ziet]|![What you see]",
            "```▲math\nx\n```": "x^2^",
            "```▲geojson\n{}\n```": "‘links’",
            "▲$$": "x^2^",
            "x ▲$a^2$ y": "x^2^",
            "▲*[VNG]: Vereniging": "‘abbreviation’",
            "▲/// caption": "Bijschrift|Caption",
            '▲--8<-- "x.md"': "link naar de pagina|link to the page",
            "▲::: note": "!!! note",
        }.items()
    ],
    _refused("box without text", "▲!!! tip\n\nTekst\n", "empty-box", "‘    Tekst’"),
    _refused("box with text that is not indented", "▲!!! tip\nTekst\n", "empty-box", "‘    Tekst’"),
    _refused("tab without text", '▲=== "Eén"\nTekst\n', "empty-box", "‘    Tekst’"),
    _refused("alert without text", "> ▲[!NOTE]\n", "empty-box", "‘> …’"),
    *[
        running(f"title: {title}", f'{line} "a {title}"\n\n    Tekst.{rest}\n', *rules)
        for line, title, rest, *rules in (
            ("!!! note", "▲[mkb](themas/mkb.md)", "", "only-words"),
            ("??? tip", "▲[mkb](▲nee.md)", "", "only-words", "broken-link"),
            ("===", "▲www.example.org", "", "only-words"),
            ("???", "▲[x](▲http://a.nl)", "", "only-words", "http-url"),
            ("!!! note", "▲[^1]", "\n\n[^1]: Noot.", "only-words"),
            ("===", "▲[^vng-2021]", "", "only-words"),
            ("===", "▲:material-chek:", "", "unknown-icon"),
            ("!!! note", "++▲etner++", "", "unknown-key-name"),
            ("!!! note", "▲**vet", "", "unclosed-bold"),
            ("??? note", "▲<b>", "", "raw-html"),
            ("===", "▲[[mkb]]", "", "unmade-link"),
        )
    ],
    linked(
        "picture in a title",
        '!!! note "▲![a](kaart.png)"\n\n    Tekst.\n',
        Expected("text", "only-words", "onder de titel|below the title"),
    ),
    *[
        _refused(f"note in words: {body}", f"{body}\n\n[^1]: Noot.\n", "only-words", "zin|sentence")
        for body in (
            '![a](kaart.png "Noot▲[^1]")\n\nA[^1].',
            '[mkb](themas/mkb.md "Noot▲[^1]") A[^1].',
            "![*a▲[^1]*](kaart.png)",
        )
    ],
    _refused("source in a caption", '![a](kaart.png "Zo▲[^vng-2021]")\n', "only-words"),
    _refused("icon for a title", '=== "▲:material-check:"\n\n    Tekst.\n', "lone-icon"),
    *[
        _refused(f"no title: {line}", f"▲{line}\n\n    Tekst.\n", "box-form", remedy)
        for line, remedy in {
            '=== ""': '‘=== "Titel"’|‘=== "Title"’',
            '??? " "': '‘??? "Titel"’|‘??? "Title"’',
        }.items()
    ],
    _refused("box without a kind", "▲!!!\n", "box-form", "!!! note"),
    running("bullets of Word", "▲• een\n• twee\n", "foreign-bullet"),
    running("letters of Word", "▲a)\teen\nb)\ttwee\n", "foreign-bullet"),
    running("bullet of Word below another", "- een\n▲o\ttwee\n", "foreign-bullet"),
    running(
        "table of Word",
        "▲Jaar\tBedrag\tStad\n2021\t€ 1.000\tZwolle\n",
        Expected("text", "table-form", "‘| Jaar | Bedrag | Stad |’"),
    ),
    running(
        "table of Word with heads in bold",
        "> ▲**Jaar**\t**Bedrag**\n> 2021\t€ 1.000\n",
        Expected("text", "table-form", "‘| **Jaar** | **Bedrag** |’"),
    ),
    running("dashes of Word", "▲– een\n– twee\n", "foreign-bullet"),
    _refused("year at the start", "▲2021. Het jaar\n", "year-as-list", "‘2021\\. Het jaar’"),
    _refused(
        "too many cells",
        "| a | b |\n| --- | --- |\n▲| 1 | 2 | 3 |\n",
        "table-cells",
        "kolommen|columns",
    ),
    _refused("note that nothing refers to", "Tekst\n\n▲[^1]: noot\n", "unused-footnote"),
    running(
        "note with two texts",
        "a[^1]\n\n[^1]: b\n\n▲[^1]: c\n",
        Expected("text", "repeated-footnote"),
    ),
    running(
        "notes with names that differ in capitals",
        "a[^A] b[^a]\n\n[^A]: b\n\n▲[^a]: c\n",
        Expected("text", "repeated-footnote"),
    ),
    *[
        running(
            f"name of a note: {name}",
            f"a[^{name}]\n\n▲[^{name}]: b\n",
            Expected("text", "footnote-name", remedy),
        )
        for name, remedy in {'"x"': "‘[^x]’", "<b>": "‘[^b]’", "%20": "‘[^20]’"}.items()
    ],
]

FEATURES = [
    *[
        running(f"icon that does not exist: {written}", f"a ▲:{written}: b\n", expected)
        for written, expected in {
            "material-chek": Expected("text", "unknown-icon", "‘:material-check:’"),
            "mdi-check": Expected("text", "unknown-icon", "‘:material-check:’"),
            "fontawesome-check": Expected("text", "unknown-icon", "‘:fontawesome-solid-check:’"),
            "octicons/check-16": Expected("text", "unknown-icon", "‘:octicons-check-16:’"),
            "material-qqqqqqqqqqqq": Expected("text", "unknown-icon"),
        }.items()
    ],
    running("icon alone in a link", "[▲:material-check:](themas/mkb.md)\n", "lone-icon"),
    running("icon alone in a heading", "## ▲:material-home:\n", "lone-icon"),
    running(
        "icons alone in cells and items",
        "| a | b |\n| - | - |\n| ▲:material-home: | ▲:material-map: |\n\n- ▲:material-home:\n",
        *["lone-icon"] * 3,
    ),
    *[
        running(
            f"admonition of no kind: {kind}",
            text.replace("{}", f"▲{kind}"),
            Expected("text", "unknown-admonition", near),
        )
        for text, kind, near in (
            ("!!! {}\n    x\n", "waarschuwing", "‘warning’"),
            ("??? {}\n    x\n", "let-op", "‘warning’"),
            ("???+ {}\n    x\n", "opmerking", "‘note’"),
            ("> !!! {}\n>     x\n", "tips", "‘tip’"),
        )
    ],
    running(
        "key that does not exist",
        "++ctrl+▲delte++\n",
        Expected("text", "unknown-key-name", "‘delete’"),
    ),
    *[
        running(
            f"language that does not exist: {code}",
            f"Dit is *Kreislaufwirtschaft*▲{{lang={code}}}.\n",
            Expected("text", "language-code", remedy),
        )
        for code, remedy in {"cz": "‘{lang=cs}’", "qq": "‘{lang=de}’"}.items()
    ],
    running(
        "words that are no keys",
        "Dit is ++▲belangrijk++.\n",
        Expected("text", "unknown-key-name", "\\+\\+"),
    ),
]

ENGLISH = "What happened to the plan that was made, and who is at work on it now."
DUTCH = "Wat er van het plan is geworden, en wie er nu nog mee aan het werk zijn."

OTHER_LANGUAGE = [
    running(
        "paragraphs in English on a Dutch page, told once",
        f"▲{ENGLISH}\n\n{ENGLISH}\n\n- {ENGLISH}\n\nKort.\n\n{DUTCH}\n",
        Expected("text", "other-language", "{lang="),
    ),
    running(
        "a sentence in English in a quotation, and another further on",
        f"{DUTCH}\n\n▲> {ENGLISH}\n\n{DUTCH}\n\n▲## {ENGLISH}\n\n{DUTCH}\n",
        *[Expected("text", "other-language")] * 2,
    ),
    edit(
        "page that has not been translated",
        "themas/mkb.en.md",
        "Plain text.",
        f"▲{DUTCH}\n\n{DUTCH}",
        Expected("text", "other-language", "{lang="),
    ),
    edit(
        "summary in the other language",
        "themas/mkb.en.md",
        "summary: What the taskforce does for small and medium-sized firms.",
        f"summary: ▲{DUTCH}",
        Expected("summary", "other-language"),
    ),
    edit(
        "languages of a field mixed up",
        "themas/mkb.md",
        "  - nl: Geld voor advies\n    en: Money for advice\n",
        f"  - nl: ▲{ENGLISH}\n    en: ▲{DUTCH}\n",
        *[Expected("asks", "other-language")] * 2,
    ),
]

LINKS = [
    leads("themas/mbk.md#trekkers", "broken-link", "‘themas/mkb.md#trekkers’"),
    leads("themas/mkb.html", "broken-link", "‘themas/mkb.md’"),
    leads("themas/mkb", "broken-link", "‘themas/mkb.md’"),
    leads("themas/mkb/", "broken-link", "‘themas/mkb.md’"),
    leads("/themas/mkb/", "broken-link", "‘themas/mkb.md’"),
    leads("docs/themas/mkb.md", "broken-link", "‘themas/mkb.md’"),
    leads("../themas/mkb.md", "broken-link", "‘themas/mkb.md’"),
    leads("Themas/MKB.md", "broken-link", "‘themas/mkb.md’"),
    leads("themas/mkb.en.md", "broken-link", "‘themas/mkb.md’"),
    leads("en/themas/mkb/", "broken-link", "‘themas/mkb.md’"),
    leads("themas\\mkb.md", "broken-link", "‘themas/mkb.md’"),
    leads("themas/human%20capital.md", "broken-link", "‘themas/human-capital.md’"),
    leads("<themas/human capital.md>", "broken-link", "‘themas/human-capital.md’"),
    leads("!<over/Grote kaart.png>", "missing-file", "‘over/grote-kaart.png’"),
    leads("themas/", "broken-link", "‘themas/index.md’"),
    leads("themas", "broken-link", "‘themas/index.md’"),
    leads("rene-de-heer.md", "broken-link", "‘trekkers/rene-de-heer.md’"),
    leads("themas/human-kapital.md", "broken-link", "‘themas/human-capital.md’"),
    leads("organisaties/vnp.md", "broken-link", "‘docs/organisaties/vnp.md’"),
    leads("over/weg.md", "broken-link", "‘docs/over/weg.md’"),
    leads("../README.md", "broken-link", "‘docs’"),
    leads("Kaart.PNG", "missing-file", "‘kaart.png’"),
    leads("!kaart.jpg", "missing-file", "‘docs/kaart.jpg’"),
    leads("!over/kaart.png", "missing-file", "‘kaart.png’"),
    leads("!over/grote%20kaart.png", "missing-file", "‘over/grote-kaart.png’"),
    leads("raport.pdf", "missing-file", "‘over/rapport.pdf’"),
    leads("over/verslag.pdf", "missing-file", "‘docs/over/verslag.pdf’"),
    leads("!themas/mkb.md", "no-picture", "uitroepteken|exclamation"),
    leads("!over/rapport.pdf", "no-picture", "uitroepteken|exclamation"),
    leads("#Trekkers", "missing-heading", "#"),
    leads("themas/mkb.md#Trekkers", "missing-heading", "‘themas/mkb.md#trekkers’"),
    leads("themas/mkb.md#treckers", "missing-heading", "‘themas/mkb.md#trekkers’"),
    leads("themas/mkb.md#weg", "missing-heading", "#gevraagd"),
    leads("bronnen.md#vng-2021", "missing-heading", "#"),
    leads("www.voorbeeld.nl", "url-spelling", "‘https://www.voorbeeld.nl’"),
    leads("https://voorbeeld.nl/#a#b", "url-spelling", "‘https://voorbeeld.nl/#a%23b’"),
    leads("voorbeeld.nl/pad?a=b", "url-spelling", "‘https://voorbeeld.nl/pad?a=b’"),
    leads("info@voorbeeld.nl", "url-spelling", "‘mailto:info@voorbeeld.nl’"),
    leads("", "empty-address"),
    leads("!", "empty-address"),
    linked("link to the empty address in brackets", "[a](▲<>)\n", "empty-address"),
    linked("link without words", "Zie [](▲kaart.png).\n", "empty-link-text"),
    linked(
        "link that a definition makes, and the same twice",
        "[a][b], [c](▲weg.md) en [d](▲weg.md).\n\n[b]: ▲../README.md 'Lees mij'\n",
        *["broken-link"] * 3,
    ),
    linked("links in a table", "| a |\n| --- |\n| [b](▲weg.md) |\n", "broken-link"),
    linked(
        "heading of the page itself",
        "## Wat er later gebeurde\n\nZie [a](▲#wat-er-later-gebeurt).\n",
        Expected("text", "missing-heading", "‘#wat-er-later-gebeurde’"),
    ),
    BadInput(
        "heading that a translation does not have, or calls otherwise",
        "themas/mkb.en.md",
        tiny_tree()
        | {
            "themas/mkb.md": tiny_tree()[MKB] + "\n## Wat er later gebeurde\n",
            "themas/mkb.en.md": translation(
                "SMEs",
                "What the taskforce does for small firms.",
                tiny_tree()[MKB] + "\n## Wat er later gebeurde\n",
                "▲## One\n\n## Two\n",
            ),
            "los.md": page(PLAIN, "[a](themas/mkb.md#wat-er-later-gebeurde)\n"),
        },
        (Expected("text", "heading-not-translated", "{#wat-er-later-gebeurde}"),),
    ),
    shown("[mkb] (themas/mkb.md)", "‘[mkb](themas/mkb.md)’"),
    shown("[**mkb**] (https://vng.nl)", "‘[**mkb**](https://vng.nl)’"),
    shown("[[mkb]]", "‘[mkb](themas/mkb.md)’"),
    shown("[[Welkom|begin]]", "‘[Welkom](index.md)’"),
    shown("[[nergens]]", "‘[nergens](…)’"),
    shown("(mkb)[themas/mkb.md]", "‘[mkb](themas/mkb.md)’"),
    shown("[de kaart](grote kaart.png)", "‘[de kaart](grote-kaart.png)’"),
    shown("![de kaart](grote kaart.png)", "‘![de kaart](grote-kaart.png)’"),
    shown("[VNG][vng]", "‘[VNG](organisaties/vng.md)’"),
    shown("[wat dan ook][]", "‘\\[’"),
    linked(
        "note within a link",
        "Zie ▲[tekst[^1]](themas/mkb.md).\n\n[^1]: x\n",
        Expected("text", "unmade-link", "‘[tekst](themas/mkb.md)[^1]’"),
    ),
    linked("link that does not close", "Zie ▲[mkb](themas/mkb.md\n", "unmade-link"),
]


def formerly(written: str, rule: str, remedy: str = "", *, name: str = "") -> BadInput:
    """Return a theme with one thing under `formerly`."""
    expected = Expected("formerly.1", rule, remedy)
    case = f"formerly: {name or written}"
    return edit(case, MKB, "title:", f"formerly: [▲{written}]\ntitle:", expected)


def stood(case: BadInput, path: str, former: str) -> BadInput:
    """Return a case in which a page of the tiny tree has a former address too."""
    text = case.tree[path].replace("title:", f"formerly: [{former}]\ntitle:", 1)
    return replace(case, name=f"{case.name}, formerly of {path}", tree=case.tree | {path: text})


# What is called nearly so is another page.
FORMER_ADDRESSES = [
    stood(
        leads("themas/human-kapitaal.md", "broken-link", "‘themas/mkb.md’"), MKB, "human-kapitaal"
    ),
    stood(
        leads("themas/human-kapitaal.md#gevraagd", "broken-link", "‘themas/mkb.md#gevraagd’"),
        MKB,
        "human-kapitaal",
    ),
    stood(
        leads("themas/human-kapitaal.md", "broken-link", "‘docs/themas/human-kapitaal.md’"),
        "themas/index.md",
        "human-kapitaal",
    ),
    stood(
        edit(
            "field with what a page was called",
            AGENDA,
            "themes: [mkb]",
            "themes: [mkb, ▲human-kapitaal]",
            Expected("themes.2", "unknown-slug", "‘mkb’"),
        ),
        MKB,
        "human-kapitaal",
    ),
    formerly("Oude-Naam", "former-address", "‘oude-naam’"),
    formerly("oude naam", "former-address", "‘oude-naam’"),
    formerly("oud.md", "former-address", "‘oud’"),
    formerly("themas/oud.en.md", "former-address", "‘themas/oud’"),
    formerly("/themas/oud/", "former-address", "‘themas/oud’"),
    formerly("docs/themas/oud.md", "former-address", "‘themas/oud’"),
    formerly("en/themas/oud", "former-address", "‘themas/oud’"),
    formerly('"https://example.org/themas/oud/?a#b"', "former-address", "‘themas/oud’"),
    formerly("../themas/oud", "former-address", "‘themas/oud’"),
    formerly('"<script>"', "former-address", "‘script’"),
    formerly("con", "former-address", "‘con-1’"),
    formerly("2021", "not-text", name="a number"),
    formerly("mkb", "former-address-in-use", "haal het hier weg|remove it here"),
    formerly("human-capital", "former-address-in-use"),
    formerly("/begrippen", "former-address-in-use"),
    formerly("/themas", "former-address-in-use"),
    formerly("data/tabellen", "former-address-taken", "haal het weg|remove it"),
    formerly("/pagefind", "former-address-taken"),
    formerly("/en", "former-address-taken"),
    formerly("a" * 201, "former-address", f"‘{'a' * 200}’", name="too long"),
    edit(
        "former address twice on a page",
        MKB,
        "title:",
        "formerly: [oud, ▲themas/oud]\ntitle:",
        Expected("formerly.2", "former-address-twice", "laat het staan|leave it"),
    ),
    BadInput(
        "former address on two pages",
        MKB,
        changed(MKB, "title:", "formerly: [▲oud]\ntitle:")
        | {
            "themas/human-capital.md": tiny_tree()["themas/human-capital.md"].replace(
                "title:", "formerly: [/themas/oud]\ntitle:"
            )
        },
        (Expected("formerly.1", "former-address-twice"),),
    ),
    edit(
        "former address on a translation",
        "themas/mkb.en.md",
        "title:",
        "▲formerly: [oud]\ntitle:",
        Expected("formerly", "fact-on-translation"),
    ),
]

# --- pages that are not public yet ----------------------------------------------------------

DRAFT = PLAIN.replace("Los", "Geheim") + "draft: true\n"
LATER = PLAIN.replace("Los", "Later") + "publish_from: 2026-12-24\n"
IN_BRACKETS = (
    'sources:\n  - {id: geheim, title: Een stuk, publisher: VNG, url: "https://vng.nl/stuk"'
)


def beside(case: BadInput, **pages: str) -> BadInput:
    """Return a case with these pages beside the wrong one; `__` in a name is a folder."""
    files = {f"{name.replace('__', '/')}.md": text for name, text in pages.items()}
    return replace(case, tree=files | case.tree)


PUBLICATION = (
    extra("draft: ja", "draft: ▲ja\n", Expected("draft", "wrong-type", "‘true’|true")),
    extra("draft: nee", "draft: ▲nee\n", Expected("draft", "wrong-type", "false")),
    extra("draft: bijna klaar", "draft: ▲bijna klaar\n", Expected("draft", "wrong-type", "‘true’")),
    extra("draft: a list", "draft: ▲[true]\n", Expected("draft", "wrong-type", "true")),
    extra("draft: nothing", "▲draft:\n", Expected("draft", "empty-value")),
    extra(
        "publish_from: 1 maart 2027",
        "publish_from: ▲1 maart 2027\n",
        Expected("publish_from", "date-form", "2027-03-01"),
    ),
    extra(
        "publish_from: 24-12-2026",
        "publish_from: ▲24-12-2026\n",
        Expected("publish_from", "date-form", "2026-12-24"),
    ),
    extra(
        "publish_from: a month",
        "publish_from: ▲2027-03\n",
        Expected("publish_from", "date-form", "dag|day"),
    ),
    extra(
        "publish_from: vandaag",
        "publish_from: ▲vandaag\n",
        Expected("publish_from", "no-date", "jaar, maand en dag|year, month and day"),
    ),
    extra(
        "formerly: an address, and no list",
        "formerly: ▲/oude/naam/, Nog een\n",
        Expected("formerly", "wrong-type", "[oude/naam, nog-een]"),
    ),
    extra(
        "formerly: the file of a translation",
        "formerly: [▲oude-naam.en]\n",
        Expected("formerly.1", "former-address", "‘oude-naam’"),
    ),
    extra(
        "publish_from: no such day",
        "publish_from: ▲2027-02-30\n",
        Expected("publish_from", "impossible-date", "2027-02-28"),
    ),
    extra(
        "review_by: volgend jaar",
        "review_by: ▲volgend jaar\n",
        Expected("review_by", "date-form", "dag|day"),
    ),
    edit(
        "draft on a translation",
        "themas/mkb.en.md",
        "title: SMEs",
        "▲draft: true\ntitle: SMEs",
        Expected("draft", "fact-on-translation", "docs/themas/mkb.md"),
    ),
    edit(
        "draft of the home page",
        "index.md",
        "overview: home",
        "overview: home\n▲draft: true",
        Expected("draft", "always-public", "‘draft: true’"),
    ),
    edit(
        "a page to search that comes later",
        "zoeken.md",
        "overview: search\n",
        "overview: search\n▲publish_from: 2026-12-24\n",
        Expected("publish_from", "always-public", "‘publish_from: 2026-12-24’"),
    ),
    beside(
        running(
            "link to a draft",
            "Zie [het geheim](▲geheim.md).\n",
            Expected("text", "not-public-yet", "‘draft: true’"),
        ),
        geheim=page(DRAFT),
    ),
    beside(
        running(
            "link to a later page",
            "Zie [later](▲later.md#kop).\n",
            Expected("text", "not-public-yet", "‘publish_from: 2026-12-24’"),
        ),
        later=page(LATER, "## Kop\n\nTekst.\n"),
    ),
    beside(
        add(
            "link of a later page to one still later",
            "los.md",
            page(PLAIN + "publish_from: 2026-12-23\n", "Zie [later](▲later.md).\n"),
            Expected("text", "not-public-yet", "‘publish_from: 2026-12-24’"),
        ),
        later=page(LATER),
    ),
    beside(
        edit(
            "reference to a draft",
            CANVAS,
            "themes: [mkb, human-capital]",
            "themes: [mkb, ▲geheim]",
            Expected("themes.2", "not-public-yet", "‘draft: true’"),
        ),
        themas__geheim=tiny_tree()[MKB].replace("title: MKB", "draft: true\ntitle: Geheim"),
    ),
    beside(
        add(
            "sources that only a draft describes",
            "los.md",
            page(PLAIN + "sources: [▲geheim]\n", "Dat is zo.▲[^geheim]\n"),
            Expected("sources.1", "not-public-yet", "‘draft: true’"),
            Expected("text", "not-public-yet", "‘draft: true’"),
        ),
        geheim=page(DRAFT + IN_BRACKETS + ", seen: 2026-11-25}\n"),
    ),
)

BAD_INPUTS: tuple[BadInput, ...] = tuple(
    chain(
        ENCODING,
        FENCES,
        NAMES,
        FORMER_ADDRESSES,
        PUBLICATION,
        SYNTAX,
        FIELDS,
        REFERENCES,
        TEXT,
        NOT_ON_THIS_SITE,
        FEATURES,
        OTHER_LANGUAGE,
        LINKS,
    )
)

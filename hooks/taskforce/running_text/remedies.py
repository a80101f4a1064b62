"""What to write in place of what the site cannot have, case by case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..languages import Text


def _for(names: str, nl: str, en: str) -> Iterable[tuple[str, Text]]:
    return ((name, Text(nl=nl, en=en)) for name in names.split())


ABBREVIATION = Text(
    nl="een afkorting zet je in het veld ‘abbreviation’ van de organisatie, of bij de begrippen in "
    "docs/begrippen.md; de hele site legt haar dan uit",
    en="an abbreviation goes into the field ‘abbreviation’ of the organisation, or to the terms in "
    "docs/begrippen.md; then the whole site explains it",
)
HTML: Mapping[str, Text] = dict(
    [
        *_for(
            "br",
            "eindig de regel met een backslash: ‘\\’; een nieuwe alinea begint na een lege regel",
            "end the line with a backslash: ‘\\’; or leave an empty line for a new paragraph",
        ),
        *_for(
            "details summary",
            'schrijf ‘??? note "Titel"’, met de tekst daaronder, vier spaties ingesprongen',
            'write ‘??? note "Title"’, with the text below it, indented by four spaces',
        ),
        *_for(
            "<!--",
            "haal het weg; wat je aan een ander wilt zeggen, hoort in je voorstel op GitHub",
            "remove it; what you want to tell others belongs in your pull request",
        ),
        *_for(
            "iframe video audio embed object source track",
            "een video, kaart of geluid staat niet op een pagina: zet een link in het veld ‘links’",
            "a page cannot hold a video, map or sound: put a link in the field ‘links’",
        ),
        *_for(
            "img picture figure figcaption",
            'schrijf ‘![Wat je ziet](beeld.png "Bijschrift")’',
            'write ‘![What you see](picture.png "Caption")’',
        ),
        *_for(
            "a",
            "schrijf ‘[tekst](adres)’; een kop krijgt een naam met ‘{#naam}’",
            "write ‘[text](address)’; a heading gets a name with ‘{#name}’",
        ),
        *_for("b strong", "schrijf ‘**vet**’", "write ‘**bold**’"),
        *_for("i em cite dfn", "schrijf ‘*schuin*’", "write ‘*italics*’"),
        *_for(
            "u",
            "onderstreept lijkt op een link: schrijf ‘**vet**’ of ‘*schuin*’",
            "underlined looks like a link: write ‘**bold**’ or ‘*italics*’",
        ),
        *_for("mark", "schrijf ‘==gemarkeerd==’", "write ‘==marked==’"),
        *_for("s del strike", "schrijf ‘~~doorgestreept~~’", "write ‘~~struck out~~’"),
        *_for("ins", "schrijf ‘^^toegevoegd^^’", "write ‘^^inserted^^’"),
        *_for("sub", "schrijf ‘H~2~O’", "write ‘H~2~O’"),
        *_for("sup", "schrijf ‘m^2^’; een voetnoot is ‘[^1]’", "write ‘m^2^’; a note is ‘[^1]’"),
        *_for("kbd", "schrijf ‘++ctrl+c++’", "write ‘++ctrl+c++’"),
        *_for(
            "code pre tt samp",
            "zet de code tussen accenten graves: ‘`code`’; meer regels tussen regels met ‘```’",
            "put the code between backticks: ‘`code`’; several lines between lines with ‘```’",
        ),
        *_for("h1 h2 h3 h4 h5 h6", "schrijf ‘## Kop’", "write ‘## Heading’"),
        *_for("ul ol li dl dt dd", "schrijf ‘- punt’ of ‘1. punt’", "write ‘- item’ or ‘1. item’"),
        *_for(
            "table thead tbody tr td th caption",
            "schrijf de tabel met streepjes: ‘| kop | kop |’, daaronder ‘| --- | --- |’",
            "write the table with bars: ‘| heading | heading |’, below it ‘| --- | --- |’",
        ),
        *_for("blockquote q", "begin de regel met ‘> ’", "begin the line with ‘> ’"),
        *_for("hr", "schrijf ‘---’, met een lege regel erboven", "write ‘---’ below an empty line"),
        ("abbr", ABBREVIATION),
        *_for(
            "button",
            "schrijf een gewone link: ‘[tekst](adres)’",
            "write an ordinary link: ‘[text](address)’",
        ),
        *_for(
            "form input select textarea label",
            "een formulier kan hier niet staan: link ernaar met ‘[tekst](adres)’",
            "a form cannot be here: link to it with ‘[text](address)’",
        ),
        *_for(
            "p div span center font small big section article header footer nav aside main",
            "haal het weg: hoe het eruitziet, regelt de site",
            "remove it: the site takes care of what things look like",
        ),
        *_for(
            "script style link meta base noscript template",
            "haal het weg: een pagina heeft geen programma's en geen eigen stijl",
            "remove it: a page has no programs and no style of its own",
        ),
        *_for(
            "svg math canvas",
            "bewaar het als beeld en schrijf ‘![Wat je ziet](beeld.svg)’",
            "save it as a picture and write ‘![What you see](picture.svg)’",
        ),
    ]
)
"""For HTML, by the name of the element."""

SIGN_ITSELF = Text(
    nl="bedoel je het teken zelf, schrijf dan ‘\\<’; haal het anders weg",
    en="if you mean the character itself, write ‘\\<’; otherwise remove it",
)
GRID = Text(
    nl="maak er een lijst van (‘- …’) of een tabel (‘| … | … |’)",
    en="make it a list (‘- …’) or a table (‘| … | … |’)",
)
FORMULA = Text(
    nl="schrijf de formule in gewone tekens (‘x^2^’, ‘H~2~O’) of als beeld; bedoel je een "
    "dollarteken, schrijf dan ‘\\$’",
    en="write the formula in plain characters (‘x^2^’, ‘H~2~O’) or as a picture; if you mean a "
    "dollar sign, write ‘\\$’",
)
TITLE = Text(
    nl="zet het in de tekst onder de titel",
    en="put it in the text below the title",
)
BESIDE = Text(
    nl="zet de noot of bron in een zin van de tekst, bij het beeld of de link",
    en="put the note or source in a sentence of the text, beside the picture or link",
)
CAPTION = Text(
    nl='een bijschrift staat bij het beeld: ‘![Wat je ziet](beeld.png "Bijschrift")’',
    en='a caption goes with the picture: ‘![What you see](picture.png "Caption")’',
)
ADMONITION = Text(
    nl='schrijf ‘!!! note "Titel"’, met de tekst daaronder, vier spaties ingesprongen',
    en='write ‘!!! note "Title"’, with the text below it, indented by four spaces',
)
SNIPPET = Text(
    nl="schrijf de tekst zelf, of link naar de pagina waar die staat",
    en="write the text itself, or link to the page that has it",
)
DEFINITION = Text(
    nl="zet er één term boven, op een regel die na een lege regel begint, en geef elke term zijn "
    "eigen uitleg; bedoel je het teken zelf, schrijf dan ‘\\:’",
    en="put one term above it, on a line below an empty line, and give each term an explanation of "
    "its own; if you mean the character itself, write ‘\\:’",
)
EMPTY_DEFINITION = Text(
    nl="zet de uitleg achter de dubbele punt: ‘:   Uitleg’",
    en="put the explanation after the colon: ‘:   Explanation’",
)
FURTHER_DEFINITION = Text(
    nl="haal de lege regel erboven weg: dan hoort deze uitleg bij dezelfde term",
    en="remove the empty line above it: then this explanation belongs to the same term",
)
ROW = Text(
    nl="zet er een rij onder met evenveel cellen: ‘{row}’",
    en="put a row below it with as many cells: ‘{row}’",
)
_DIAGRAM = Text(
    nl="maak er een beeld van: ‘![Wat je ziet](beeld.svg)’, en vertel in de tekst wat het zegt",
    en="make it a picture: ‘![What you see](picture.svg)’, and say in the text what it tells",
)
_MAP = Text(
    nl="een kaart staat niet op een pagina: zet een link in het veld ‘links’",
    en="a page cannot hold a map: put a link in the field ‘links’",
)
FENCES: Mapping[str, Text] = {
    "mermaid": _DIAGRAM,
    "geojson": _MAP,
    "topojson": _MAP,
    "stl": _DIAGRAM,
    "math": FORMULA,
}
"""For blocks that GitHub draws, by the word behind the fence."""

_SIZE = Text(
    nl="haal het weg: beelden krijgen vanzelf de juiste breedte",
    en="remove it: pictures get the right width by themselves",
)
ATTRIBUTES: Mapping[str, Text] = {
    "width": _SIZE,
    "height": _SIZE,
    "align": _SIZE,
    "loading": _SIZE,
    "button": Text(nl="haal het weg: een gewone link is genoeg", en="remove it: a link will do"),
    "target": Text(
        nl="haal het weg: lezers kiezen zelf waar een link opengaat",
        en="remove it: readers choose themselves where a link opens",
    ),
    "style": Text(
        nl="haal het weg: hoe het eruitziet, regelt de site",
        en="remove it: the site takes care of what things look like",
    ),
    "lang": Text(
        nl="zet de taal direct achter schuine of vette woorden: ‘*Smart city*{lang=en}’",
        en="put the language right after words in italics or bold: ‘*Binnenstad*{lang=nl}’",
    ),
    "#": Text(
        nl="een naam kan alleen achter een kop: ‘## Kop {#naam}’, in kleine letters en streepjes",
        en="only a heading has a name: ‘## Heading {#name}’, in lower-case letters and hyphens",
    ),
}
"""For text between braces, by what stands in it."""

OTHER_ATTRIBUTE = Text(
    nl="haal het weg; bedoel je de tekst zelf, zet die dan tussen accenten graves: ‘`…`’",
    en="remove it; if you mean the text itself, put it between backticks: ‘`…`’",
)

"""Advice on prose: it stops nothing, and an editor may always know better."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

LONG_SENTENCE = Rule(
    id="long-sentence",
    title=Text(nl="Lange zin", en="Long sentence"),
    message=Text(
        nl="deze zin heeft {found} woorden (‘{value}’)",
        en="this sentence has {found} words (‘{value}’)",
    ),
    remedy=Text(
        nl="maak er twee van: wie snel leest, raakt na {limit} woorden het begin kwijt",
        en="make it two: after {limit} words quick readers have lost the beginning",
    ),
    explanation=Text(
        nl="Een zin van meer dan 25 woorden is voor veel mensen te lang. Vaak staat er een komma "
        "of ‘en’ waar een punt kan. Namen in een rij en lange citaten tellen als één woord.",
        en="A sentence of more than 25 words is too long for many people. Often there is a comma "
        "or an ‘and’ where a full stop can be. Names in a row and long quotations count as one "
        "word.",
    ),
)
HARD_PAGE = Rule(
    id="hard-page",
    title=Text(nl="Moeilijke pagina", en="Hard page"),
    message=Text(
        nl="deze tekst leest moeilijk: {found} op de schaal van {scale}, waar {limit} genoeg is",
        en="this text is hard to read: {found} on the scale of {scale}, where {limit} is enough",
    ),
    remedy=Text(
        nl="kort lange zinnen in en kies gewone woorden; begin met: {value}",
        en="shorten long sentences and choose plain words; begin with: {value}",
    ),
    explanation=Text(
        nl="De schaal telt woorden per zin en lettergrepen per woord: voor Nederlands is zij van "
        "Flesch en Douma, voor Engels van Flesch. Bij 60 of hoger leest een tekst vlot (taalniveau "
        "B1). Onder de 45 haken veel lezers af. Namen, lange citaten, koppen en tabellen tellen "
        "niet mee, en een tekst van minder dan honderd woorden krijgt geen cijfer.",
        en="The scale counts words per sentence and syllables per word: Flesch's for English, "
        "that of Flesch and Douma for Dutch. At 60 or more a text reads easily (language level "
        "B1). Below 45 many readers give up. Names, long quotations, headings and tables do not "
        "count, and a text of fewer than a hundred words gets no figure.",
    ),
)
PASSIVE = Rule(
    id="passive",
    title=Text(nl="Wie doet het?", en="Who does it?"),
    message=Text(
        nl="in {found} zinnen na elkaar staat niet wie iets doet (‘{value}’)",
        en="{found} sentences in a row do not say who does something (‘{value}’)",
    ),
    remedy=Text(
        nl="noem wie het doet: ‘de gemeente besluit’ in plaats van ‘er wordt besloten’",
        en="say who does it: ‘the council decides’ instead of ‘it is decided’",
    ),
    explanation=Text(
        nl="Een zin met ‘worden’ verzwijgt vaak wie iets doet, en leest stroef. Een enkele keer "
        "is dat goed. Pas bij drie of meer na elkaar komt dit advies.",
        en="A passive sentence often hides who does something, and reads stiffly. Once is fine. "
        "This advice is given only at three or more in a row.",
    ),
)
LONG_WORD = Rule(
    id="long-word",
    title=Text(nl="Lang woord", en="Long word"),
    message=Text(nl="‘{value}’ heeft {found} letters", en="‘{value}’ has {found} letters"),
    remedy=Text(
        nl="zeg het met meer woorden, of zet een streepje waar je even stopt",
        en="say it in more words, or put a hyphen where you pause",
    ),
    explanation=Text(
        nl="Een heel lang woord past op een telefoon niet op een regel, en veel lezers struikelen "
        "erover. Woorden uit titels, namen en de begrippenlijst tellen niet mee.",
        en="A very long word does not fit on a line of a phone, and many readers stumble over it. "
        "Words of titles, names and the glossary do not count.",
    ),
)
VAGUE_LINK = Rule(
    id="vague-link",
    title=Text(nl="Link die niet zegt waarheen", en="Link that does not say where"),
    message=Text(
        nl="de link ‘{value}’ zegt niet waar hij heen leidt",
        en="the link ‘{value}’ does not say where it leads",
    ),
    remedy=Text(
        nl="maak de woorden die zeggen wat daar staat de link",
        en="make the words that say what is there the link",
    ),
    explanation=Text(
        nl="Wie met een schermlezer leest, hoort vaak alleen de links, een voor een. ‘Klik hier’ "
        "zegt dan niets. Schrijf `lees [wat gemeenten vroegen](taskforce.md)` in plaats van "
        "`lees [hier](taskforce.md) wat gemeenten vroegen`.",
        en="Those who use a screen reader often hear the links only, one by one. Then ‘click "
        "here’ says nothing. Write `read [what municipalities asked](taskforce.md)` rather than "
        "`read [here](taskforce.md) what municipalities asked`.",
    ),
)
PICTURE_OF = Rule(
    id="picture-of",
    title=Text(nl="‘Foto van’ bij een beeld", en="‘Picture of’ with a picture"),
    message=Text(
        nl="de beschrijving begint met ‘{value}’, en dat het een beeld is, hoor je al",
        en="the description begins with ‘{value}’, and people hear that it is a picture anyway",
    ),
    remedy=Text(
        nl="begin met wat erop staat: ‘{instead}’",
        en="begin with what it shows: ‘{instead}’",
    ),
    explanation=Text(
        nl="Een schermlezer zegt al dat er een beeld is. Beschrijf meteen wat erop te zien is.",
        en="A screen reader says that there is a picture. Describe at once what it shows.",
    ),
)
PASSING_TIME = Rule(
    id="passing-time",
    title=Text(nl="Tijd die voorbijgaat", en="Time that passes"),
    message=Text(
        nl="‘{value}’ klopt straks niet meer",
        en="‘{value}’ will not be true for long",
    ),
    remedy=Text(
        nl="noem het jaar of de maand, zoals ‘in {year}’, of laat het weg",
        en="name the year or the month, such as ‘in {year}’, or leave it out",
    ),
    explanation=Text(
        nl="Een pagina blijft jaren staan. ‘Dit jaar’ is dan een ander jaar, en ‘binnenkort’ is "
        "voorbij. In een zin die zelf een jaar noemt, en in een citaat, komt dit advies niet.",
        en="A page stays for years. By then ‘this year’ is another year, and ‘at the moment’ is "
        "over. In a sentence that names a year, and in a quotation, this advice is not given.",
    ),
)
WRONG_COUNT = Rule(
    id="wrong-count",
    title=Text(nl="Aantal dat niet klopt", en="Number that is not right"),
    message=Text(
        nl="hier staat ‘{value}’, en de site telt {found}",
        en="this says ‘{value}’, and the site counts {found}",
    ),
    remedy=Text(
        nl="schrijf ‘{instead}’, of laat het getal weg; gaat het over iets anders, laat het dan "
        "staan",
        en="write ‘{instead}’, or leave the number out; if it is about something else, leave it "
        "as it is",
    ),
    explanation=Text(
        nl="De site weet hoeveel thema's, trekkers, resultaten en organisaties er zijn. Komt er "
        "een pagina bij of gaat er een weg, dan kan een aantal in een lopende tekst elders niet "
        "meer kloppen. Dit advies wijst die plek aan, ook als je daar niets veranderde.",
        en="The site knows how many themes, leads, deliverables and organisations there are. When "
        "a page comes or goes, a number in running text elsewhere may no longer be right. This "
        "advice points at that place, also where you changed nothing there.",
    ),
)
UNKNOWN_WORD = Rule(
    id="spelling",
    title=Text(nl="Woord dat niemand kent", en="Word that nobody knows"),
    message=Text(
        nl="‘{value}’ staat niet in het woordenboek", en="‘{value}’ is not in the dictionary"
    ),
    remedy=Text(
        nl="{guess}is het goed, zet het dan op een eigen regel in docs/{list}",
        en="{guess}if it is right, put it on a line of its own in docs/{list}",
    ),
    explanation=Text(
        nl="De woordenboeken zijn die van cspell, voor Nederlands en Brits Engels. Titels, namen, "
        "afkortingen en begrippen van de site zijn bekend, en namen in het algemeen worden "
        "overgeslagen. Een woord uit een andere taal zet je schuin met de taal erachter "
        "(`*roadmap*{lang=en}`). Een goed woord dat nog niemand kent, krijgt een eigen regel in "
        "`docs/.woordenlijst.txt`.",
        en="The dictionaries are cspell's, for Dutch and British English. Titles, names, "
        "abbreviations and terms of the site are known, and names in general are passed over. A "
        "word of another language goes in italics with its language (`*roadmap*{lang=en}`). A "
        "good word that nobody knows yet gets a line of its own in `docs/.woordenlijst.txt`.",
    ),
)

"""Rules about what running text may hold beside plain Markdown: icons, admonitions, keys."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

UNKNOWN_ICON = Rule(
    id="unknown-icon",
    title=Text(nl="Pictogram dat niet bestaat", en="Icon that does not exist"),
    message=Text(
        nl="er is geen pictogram met de naam ‘{value}’",
        en="there is no icon called ‘{value}’",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een pictogram heeft een Engelse naam: `:material-check:`. De naam begint met de "
        "verzameling: `material`, `octicons`, `fontawesome-solid`, `fontawesome-regular`, "
        "`fontawesome-brands` of `simple`. Een gewone emoji mag ook.",
        en="An icon goes by its name: `:material-check:`. The name begins with the set: "
        "`material`, `octicons`, `fontawesome-solid`, `fontawesome-regular`, "
        "`fontawesome-brands` or `simple`. An ordinary emoji will do too.",
    ),
)
LONE_ICON = Rule(
    id="lone-icon",
    title=Text(nl="Pictogram zonder woorden", en="Icon without words"),
    message=Text(
        nl="‘{value}’ staat hier zonder woorden",
        en="‘{value}’ has no words beside it",
    ),
    remedy=Text(
        nl="zet er een woord bij dat hetzelfde zegt",
        en="put a word beside it that says the same",
    ),
    explanation=Text(
        nl="Wie het pictogram niet ziet, leest op die plaats niets. Zet er in een link, kop, "
        "lijst of tabel een woord bij: `:material-map-marker: Zwolle`. Alleen een vinkje of "
        "kruisje (`:material-check:`, `:material-close:`) mag los in een tabel of lijst staan: "
        "dat wordt voorgelezen als ‘ja’ of ‘nee’.",
        en="Those who do not see the icon find nothing there. In a link, heading, list or table "
        "put a word beside it: `:material-map-marker: Zwolle`. Only a tick or cross "
        "(`:material-check:`, `:material-close:`) may stand alone in a table or list: it is read "
        "out as ‘yes’ or ‘no’.",
    ),
)
UNKNOWN_ADMONITION = Rule(
    id="unknown-admonition",
    title=Text(nl="Kader van een soort die niet bestaat", en="Box of a kind that does not exist"),
    message=Text(
        nl="‘{value}’ is geen soort kader",
        en="‘{value}’ is not a kind of box",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Achter `!!!` en `???` staat een Engels woord voor de soort, zoals `note`, `tip` of "
        "`warning`. De titel schrijf je daarachter tussen aanhalingstekens: "
        '`!!! warning "Let op de datum"`. Zonder titel komt er vanzelf een Nederlands woord.',
        en="After `!!!` and `???` comes a word for the kind, such as `note`, `tip` or "
        "`warning`. The title comes after it between quotation marks: "
        '`!!! warning "Mind the date"`. Without a title the word for the kind is shown.',
    ),
)
UNKNOWN_KEY = Rule(
    id="unknown-key-name",
    title=Text(nl="Toets die niet bestaat", en="Key that does not exist"),
    message=Text(
        nl="‘{value}’ is geen naam van een toets",
        en="‘{value}’ is not the name of a key",
    ),
    remedy=Text(
        nl="{instead}; bedoel je geen toets, schrijf dan ‘\\+\\+’",
        en="{instead}; if you do not mean a key, write ‘\\+\\+’",
    ),
    explanation=Text(
        nl="Tussen `++` en `++` staan namen van toetsen, met een plusteken ertussen: "
        "`++ctrl+c++`, `++enter++`, `++pijl-omhoog++`. Iets anders staat tussen aanhalingstekens: "
        '`++"Opslaan"++`.',
        en="Between `++` and `++` go names of keys, with a plus sign between them: "
        "`++ctrl+c++`, `++enter++`, `++arrow-up++`. Anything else goes between quotation marks: "
        '`++"Save"++`.',
    ),
)
LANGUAGE_CODE = Rule(
    id="language-code",
    title=Text(nl="Taal die niet bestaat", en="Language that does not exist"),
    message=Text(
        nl="er is geen taal met de code in ‘{value}’",
        en="no language has the code in ‘{value}’",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Achter schuine of vette woorden in een andere taal staat de code van die taal, in twee "
        "kleine letters: `*Kreislaufwirtschaft*{lang=de}`. Het is de code van de taal en niet die "
        "van het land: Tsjechisch is `cs`, niet `cz`.",
        en="After words in italics or bold in another language comes the code of that language, "
        "in two lower-case letters: `*Kreislaufwirtschaft*{lang=de}`. It is the code of the "
        "language and not that of the country: Czech is `cs`, not `cz`.",
    ),
)

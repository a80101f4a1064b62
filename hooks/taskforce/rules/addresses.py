"""Rules about addresses: one that was published leads somewhere for ever, and to one page."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

_HOW = Text(
    nl="Onder `formerly` staat elk adres dat de pagina eerder had, het oudste eerst: de oude naam "
    "van het bestand zonder `.md`. Zonder streep erin is dat een naam in de map van de pagina "
    "zelf; stond zij in een andere map, schrijf dan ook die, zoals `themas/oude-naam`.",
    en="`formerly` lists each address that the page had before, the oldest first: the old "
    "name of the file without `.md`. Without a slash that is a name in the page's own folder; if "
    "it was in another folder, write that too, such as `themas/old-name`.",
)

FORMER_ADDRESS = Rule(
    id="former-address",
    title=Text(nl="Geen bruikbaar vroeger adres", en="Not a usable former address"),
    message=Text(
        nl="‘{value}’ kan niet het vroegere adres van een pagina zijn",
        en="‘{value}’ cannot be the former address of a page",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl=f"{_HOW.nl} Dus geen heel webadres, geen `.md`, geen hoofdletters of spaties. De taal "
        "hoort er niet bij: elk vroeger adres geldt in alle talen.",
        en=f"{_HOW.in_language('en')} So no full web address, no `.md`, no capitals or spaces. The "
        "language is no part of it: each former address counts in every language.",
    ),
)
FORMER_ADDRESS_IN_USE = Rule(
    id="former-address-in-use",
    title=Text(nl="Vroeger adres van een pagina van nu", en="Former address of a page of today"),
    message=Text(
        nl="‘{value}’ is nu het adres van ‘{other}’",
        en="‘{value}’ is the address of ‘{other}’ today",
    ),
    remedy=Text(
        nl="haal het hier weg, of geef die pagina een andere naam",
        en="remove it here, or give that page another name",
    ),
    explanation=Text(
        nl="Op een adres staat één ding: een pagina, of de weg naar een andere pagina. Een adres "
        "waar nu een pagina staat, kan daarom niet onder `formerly` staan, ook niet op die pagina "
        "zelf.",
        en="There is one thing at an address: a page, or the way to another page. So an address "
        "where there is a page today cannot be under `formerly`, not on that page itself either.",
    ),
)
FORMER_ADDRESS_TAKEN = Rule(
    id="former-address-taken",
    title=Text(nl="Vroeger adres dat van de site is", en="Former address that is the site's own"),
    message=Text(
        nl="op de plaats van ‘{value}’ zet de site zelf al bestanden",
        en="the site puts files of its own in the place of ‘{value}’",
    ),
    remedy=Text(
        nl="haal het weg: daar heeft nooit een pagina gestaan",
        en="remove it: no page was ever there",
    ),
    explanation=Text(
        nl="Bij het maken van de site komen er mappen bij, zoals `data` en `pagefind`. Daar kan "
        "geen pagina staan, en dus ook geen weg naar een pagina.",
        en="Making the site adds folders, such as `data` and `pagefind`. No page can be there, "
        "and so no way to a page either.",
    ),
)
FORMER_ADDRESS_TWICE = Rule(
    id="former-address-twice",
    title=Text(nl="Vroeger adres dat twee keer voorkomt", en="Former address given twice"),
    message=Text(
        nl="‘{value}’ staat al in ‘{other}’, regel {line}",
        en="‘{value}’ is already in ‘{other}’, line {line}",
    ),
    remedy=Text(
        nl="laat het staan op de pagina waar de lezer moet uitkomen, en haal het andere weg",
        en="leave it on the page where the reader should end up, and remove the other",
    ),
    explanation=Text(
        nl="Een vroeger adres leidt naar één pagina. Is een pagina gesplitst? Kies de pagina die "
        "er het meest op lijkt, en link daar naar de andere.",
        en="A former address leads to one page. Has a page been split up? Choose the page that is "
        "most like it, and link to the other from there.",
    ),
)
MOVED_PAGE = Rule(
    id="moved-page",
    title=Text(nl="Pagina met een nieuw adres", en="Page with a new address"),
    message=Text(
        nl="deze pagina had eerst een ander adres ({value}), en wie dat heeft, vindt nu niets",
        en="this page had another address before ({value}), and whoever has that finds nothing now",
    ),
    remedy=Text(
        nl="zet deze regel bij de velden: {instead}",
        en="put this line among the fields: {instead}",
    ),
    explanation=Text(
        nl="Wat ooit op de site stond, blijft te vinden: mensen hebben het adres bewaard, "
        f"doorgestuurd of ernaar gelinkt. {_HOW.nl} Op het oude adres komt dan een pagina die "
        "lezers doorstuurt, in elke taal. Welke adressen er waren, weet de site uit de "
        "geschiedenis van git.",
        en="What was once on the site can still be found: people have kept the address, passed "
        f"it on or linked to it. {_HOW.in_language('en')} At the old address there is then a page "
        "that sends readers on, in every language. The site knows from git's history which "
        "addresses there were.",
    ),
)
WITHDRAWN_PAGE = Rule(
    id="withdrawn-page",
    title=Text(nl="Pagina die van de site af gaat", en="Page that leaves the site"),
    message=Text(
        nl="deze pagina stond al op de site ({value}), en met ‘{line}’ vindt wie dat adres heeft "
        "niets meer",
        en="this page was on the site already ({value}), and with ‘{line}’ whoever has that "
        "address finds nothing",
    ),
    remedy=Text(
        nl="haal ‘{line}’ weg; moet de pagina er toch af, geef haar bestand dan een andere naam "
        "en zet bij de velden van een pagina die er wel staat: {instead}",
        en="remove ‘{line}’; if the page has to go all the same, give its file another name and "
        "put among the fields of a page that stays: {instead}",
    ),
    explanation=Text(
        nl="Wat ooit op de site stond, blijft te vinden. Een pagina kan daarom niet opnieuw een "
        "concept worden, of pas later op de site komen. Wil je een pagina grondig herschrijven? "
        "Doe dat in een voorstel: tot dat is goedgekeurd, blijft de pagina staan zoals zij is.",
        en="What was once on the site can still be found. So a page cannot become a draft again, "
        "or appear on the site later. Would you like to rewrite a page thoroughly? Do so in a "
        "proposal: until that is approved the page stays as it is.",
    ),
)
ALWAYS_PUBLIC = Rule(
    id="always-public",
    title=Text(
        nl="Beginpagina of zoekpagina die er niet is", en="Home or search that is not there"
    ),
    message=Text(
        nl="van elke pagina gaat een link naar deze, en met ‘{line}’ is zij er niet",
        en="each page links to this one, and with ‘{line}’ it is not there",
    ),
    remedy=Text(nl="haal ‘{line}’ weg", en="remove ‘{line}’"),
    explanation=Text(
        nl="De beginpagina en de zoekpagina zijn er altijd: van elke pagina gaat er een "
        "link naartoe. Zij kunnen dus geen concept zijn en niet later komen.",
        en="The home page and the search page are always there: each page links to them. So "
        "they can neither be a draft nor come later.",
    ),
)
NO_HOME = Rule(
    id="no-home",
    title=Text(nl="Site zonder beginpagina", en="Site without a home page"),
    message=Text(nl="de site heeft geen beginpagina", en="the site has no home page"),
    remedy=Text(
        nl="zet ‘{value}’ terug, of maak het: met ‘title’, ‘summary’ en ‘overview: home’",
        en="put ‘{value}’ back, or make it: with ‘title’, ‘summary’ and ‘overview: home’",
    ),
    explanation=Text(
        nl="Wie het adres van de site intikt, komt op de beginpagina: `index.md` in de map `docs`. "
        "Je mag haar veranderen, maar zij kan niet weg, en geen andere pagina neemt met `formerly` "
        "haar plaats in.",
        en="Whoever types the address of the site ends up on the home page: `index.md` in the "
        "folder `docs`. You may change it, but it cannot go, and no other page takes its place "
        "with `formerly`.",
    ),
)
NO_SEARCH = Rule(
    id="no-search",
    title=Text(nl="Site zonder zoekpagina", en="Site without a search page"),
    message=Text(
        nl="de site heeft geen zoekpagina, en elke pagina heeft een link ernaartoe",
        en="the site has no search page, and each page links to one",
    ),
    remedy=Text(
        nl="zet ‘{value}’ terug, of maak het: met ‘title’, ‘summary’ en ‘overview: search’",
        en="put ‘{value}’ back, or make it: with ‘title’, ‘summary’ and ‘overview: search’",
    ),
    explanation=Text(
        nl="Van elke pagina gaat een link naar de pagina met `overview: search`. Die mag heten en "
        "staan zoals je wilt, maar zij kan niet weg.",
        en="Each page links to the page with `overview: search`. It may have any name and be "
        "anywhere, but it cannot go.",
    ),
)
REMOVED_PAGE = Rule(
    id="removed-page",
    title=Text(nl="Pagina die er niet meer is", en="Page that is no longer there"),
    message=Text(
        nl="er stond eerst een pagina op een adres waar nu niets meer is ({value})",
        en="there was a page at an address where there is nothing now ({value})",
    ),
    remedy=Text(
        nl="zet deze regel bij de velden van de pagina die er nu over gaat, of anders hier: "
        "{instead}",
        en="put this line among the fields of the page that is about it now, or else here: "
        "{instead}",
    ),
    explanation=Text(
        nl="Een pagina mag weg. Wie haar adres heeft, moet dan wel ergens uitkomen: op de pagina "
        "die er nu over gaat, of op het overzicht waar zij bij hoorde. Zet het oude adres daar "
        "onder `formerly`. Staat er al een `formerly`? Zet het dan achteraan in die lijst. "
        "Welke adressen er waren, weet de site uit de geschiedenis van git.",
        en="A page may go. But whoever has its address must end up somewhere: at the page that is "
        "about it now, or at the overview that it belonged to. Put the old address there under "
        "`formerly`. Is there a `formerly` already? Then put it at the end of that list. The site "
        "knows from git's history which addresses there were.",
    ),
)

"""Rules about what fields hold."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

UNKNOWN_KEY = Rule(
    id="unknown-key",
    title=Text(nl="Onbekend veld", en="Unknown field"),
    message=Text(nl="‘{value}’ is hier geen veld", en="‘{value}’ is not a field here"),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Elk soort pagina heeft zijn eigen velden; zie de lijst van velden. Een verkeerd "
        "gespelde veldnaam zou anders stil verdwijnen.",
        en="Every kind of page has its own fields; see the list of fields. A misspelt field name "
        "would otherwise vanish silently.",
    ),
)
FACT_ON_TRANSLATION = Rule(
    id="fact-on-translation",
    title=Text(nl="Feit op een vertaling", en="Fact on a translation"),
    message=Text(
        nl="‘{value}’ is een feit en hoort niet op de vertaling",
        en="‘{value}’ is a fact and does not belong on the translation",
    ),
    remedy=Text(
        nl="zet het op de Nederlandse pagina ‘{instead}’ en haal het hier weg",
        en="put it on the Dutch page ‘{instead}’ and remove it here",
    ),
    explanation=Text(
        nl="Feiten staan op één plaats: de Nederlandse pagina. Een vertaling heeft alleen "
        "`title`, `summary`, `translates` en de tekst. Zo kunnen de talen elkaar niet "
        "tegenspreken.",
        en="Facts are in one place: the Dutch page. A translation has only `title`, "
        "`summary`, `translates` and the text. So the languages cannot contradict each other.",
    ),
)
MISSING_FIELD = Rule(
    id="missing-field",
    title=Text(nl="Veld ontbreekt", en="Field is missing"),
    message=Text(nl="dit veld ontbreekt", en="this field is missing"),
    remedy=Text(nl="voeg toe: ‘{value}: …’ ({label})", en="add: ‘{value}: …’ ({label})"),
    explanation=Text(
        nl="Zonder dit veld kan de pagina niet op de overzichten staan. De lijst van velden zegt "
        "welke verplicht zijn.",
        en="Without this field the page cannot be on the overviews. The list of fields says "
        "which are required.",
    ),
)
WRONG_TYPE = Rule(
    id="wrong-type",
    title=Text(nl="Verkeerd soort waarde", en="Wrong kind of value"),
    message=Text(
        nl="hier staat {found}, maar hier hoort {expected}",
        en="this is {found}, but {expected} belongs here",
    ),
    remedy=Text(nl="schrijf {example}", en="write {example}"),
    explanation=Text(
        nl="Een veld verwacht een tekst, een getal, een lijst (`[een, twee]` of regels met `- ` "
        "ervoor) of een groepje velden (`nl:` en `en:`). De lijst van velden zegt welke.",
        en="A field expects a text, a number, a list (`[one, two]` or lines with `- ` before "
        "them) or a group of fields (`nl:` and `en:`). The list of fields says which.",
    ),
)
NOT_TEXT = Rule(
    id="not-text",
    title=Text(nl="Waarde wordt als iets anders gelezen", en="Value is read as something else"),
    message=Text(
        nl="‘{value}’ wordt zonder aanhalingstekens gelezen als {meaning}",
        en="without quotes ‘{value}’ is read as {meaning}",
    ),
    remedy=Text(nl='schrijf "{value}"', en='write "{value}"'),
    explanation=Text(
        nl="Zonder aanhalingstekens leest YAML `no` als ‘nee’, `12:30` als 750 en `2021` als "
        "getal. Bedoel je de tekst zelf, zet er dan dubbele aanhalingstekens om.",
        en="Without quotes YAML reads `no` as ‘false’, `12:30` as 750 and `2021` as a number. If "
        "you mean the text itself, put double quotes round it.",
    ),
)
NO_VALUE = Rule(
    id="no-value",
    title=Text(nl="Waarde die niets zegt", en="Value that says nothing"),
    message=Text(
        nl="‘{value}’ komt zo op de site te staan", en="‘{value}’ is shown on the site like this"
    ),
    remedy=Text(
        nl="haal het veld weg als er niets is; is het verplicht, schrijf dan wat er hoort",
        en="remove the field where there is nothing; if it is required, write what belongs there",
    ),
    explanation=Text(
        nl="Een veld dat niet van toepassing is, laat je weg. De site zou `n.v.t.`, `geen` of een "
        "streepje anders laten zien als een titel of afkorting.",
        en="Leave out a field that does not apply. The site would otherwise show `n/a`, `none` or "
        "a dash as a title or an abbreviation.",
    ),
)
TEXT_LENGTH = Rule(
    id="text-length",
    title=Text(nl="Te lange tekst", en="Text too long"),
    message=Text(
        nl="deze tekst heeft {length} tekens; er passen er {limit}",
        en="this text has {length} characters; {limit} fit",
    ),
    remedy=Text(
        nl="maak de tekst korter en zet de rest onder de velden",
        en="make the text shorter and put the rest below the fields",
    ),
    explanation=Text(
        nl="Titels en korte teksten staan ook in lijsten, zoekresultaten en voorvertoningen. "
        "Daar past een beperkt aantal tekens.",
        en="Titles and short texts are also in lists, search results and previews. A limited "
        "number of characters fits there.",
    ),
)
SUMMARY_LENGTH = Rule(
    id="summary-length",
    title=Text(nl="Samenvatting te kort of te lang", en="Summary too short or too long"),
    message=Text(
        nl="deze samenvatting heeft {length} tekens",
        en="this summary has {length} characters",
    ),
    remedy=Text(
        nl="schrijf één zin van {least} tot {most} tekens",
        en="write one sentence of {least} to {most} characters",
    ),
    explanation=Text(
        nl="De samenvatting is één zin die zegt wat er op de pagina staat. Zoekmachines en "
        "overzichten laten die zin zien: een kortere zegt te weinig, een langere wordt afgekapt.",
        en="The summary is one sentence that says what the page holds. Search engines and "
        "overviews show that sentence: a shorter one says too little, a longer one is cut off.",
    ),
)
SUMMARY_END = Rule(
    id="summary-end",
    title=Text(nl="Samenvatting zonder punt", en="Summary without a full stop"),
    message=Text(
        nl="de samenvatting is een zin, en eindigt niet met een punt",
        en="the summary is a sentence, and does not end with a full stop",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="De samenvatting is één hele zin. In overzichten en feeds komt er tekst achter. Een "
        "punt, vraagteken of uitroepteken zegt waar zij ophoudt.",
        en="The summary is one whole sentence. In overviews and feeds, text follows it. A full "
        "stop, question mark or exclamation mark says where it ends.",
    ),
)
UNKNOWN_WORD = Rule(
    id="unknown-word",
    title=Text(nl="Woord buiten de lijst", en="Word outside the list"),
    message=Text(
        nl="‘{value}’ staat niet in de lijst voor dit veld",
        en="‘{value}’ is not in the list for this field",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Sommige velden kennen een korte, vaste lijst van woorden, zoals `published` of "
        "`agenda`. De site zet die om naar gewone taal in het Nederlands en het Engels. De lijst "
        "van velden toont ze allemaal.",
        en="Some fields take a short, fixed list of words, such as `published` or `agenda`. The "
        "site turns those into plain language in Dutch and English. The list of fields shows all "
        "of them.",
    ),
)
DATE_FORM = Rule(
    id="date-form",
    title=Text(nl="Datum verkeerd geschreven", en="Date written wrongly"),
    message=Text(
        nl="‘{value}’ is geen datum zoals deze site die schrijft",
        en="‘{value}’ is not a date as this site writes it",
    ),
    remedy=Text(nl="schrijf {instead}", en="write {instead}"),
    explanation=Text(
        nl="Een datum is een jaar (`2021`), een maand (`2021-03`) of een dag (`2021-03-14`), zo "
        "precies als bekend is. Het jaar staat vooraan. Is de datum van een stand of mijlpaal niet "
        "zeker? Zet er dan `probable: [date]` bij, in plaats van ‘ca.’ of ‘±’.",
        en="A date is a year (`2021`), a month (`2021-03`) or a day (`2021-03-14`), as precise as "
        "is known. The year comes first. If the date of a standing or milestone is not certain, "
        "add `probable: [date]`, in place of ‘about’ or ‘±’.",
    ),
)
NO_DATE = Rule(
    id="no-date",
    title=Text(nl="Geen datum", en="No date"),
    message=Text(nl="‘{value}’ is geen datum", en="‘{value}’ is not a date"),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Loopt iets nog, of weet je de datum niet? Laat een veld dat niet verplicht is dan weg: "
        "een trekker zonder `until` is dat voor zover bekend nog. Is een datum verplicht, schrijf "
        "dan het jaar dat de bron noemt.",
        en="If something has not ended, or you do not know the date, leave out a field that is not "
        "required: a lead without `until` is one still, as far as is known. Where a date is "
        "required, write the year that the source gives.",
    ),
)
IMPOSSIBLE_DATE = Rule(
    id="impossible-date",
    title=Text(nl="Datum die niet bestaat", en="Date that does not exist"),
    message=Text(nl="de datum ‘{value}’ bestaat niet", en="the date ‘{value}’ does not exist"),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="De maand ligt tussen 01 en 12 en de dag bestaat in die maand. Weet je de dag niet "
        "zeker, schrijf dan alleen de maand of het jaar.",
        en="The month is between 01 and 12 and the day exists in that month. If you are not sure "
        "of the day, write only the month or the year.",
    ),
)
FUTURE_DATE = Rule(
    id="future-date",
    title=Text(nl="Datum in de toekomst", en="Date in the future"),
    message=Text(
        nl="‘{value}’ is nog niet geweest, en hier staat wat al bekend of gebeurd is",
        en="‘{value}’ has yet to come, and this says what is known or done already",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="De datum onder `standing` zegt wanneer iets zo was, `seen` wanneer een bron is gelezen "
        "en `published` wanneer zij verscheen. Dat kan niet in de toekomst liggen; op een pagina "
        "met `publish_from` mogen een stand en `published` tot en met die dag. Wat nog moet "
        "komen, kan wel een mijlpaal zijn.",
        en="The date under `standing` says when something was so, `seen` when a source was read "
        "and `published` when it appeared. None of these can lie in the future; on a page with "
        "`publish_from`, a standing and `published` may be up to that day. What is still to "
        "come can be a milestone.",
    ),
)
STANDING_ORDER = Rule(
    id="standing-order",
    title=Text(nl="Standen in de verkeerde volgorde", en="Standings in the wrong order"),
    message=Text(
        nl="de stand van {value} staat onder een latere, die van {start}",
        en="the standing of {value} comes below a later one, that of {start}",
    ),
    remedy=Text(
        nl="zet de oudste stand bovenaan en de nieuwste onderaan, of verbeter een datum",
        en="put the oldest standing first and the newest last, or correct a date",
    ),
    explanation=Text(
        nl="Onder `standing` staat hoe ver iets was, van vroeger naar nu. De onderste stand is de "
        "nieuwste: die staat op de overzichten en daarop kun je filteren.",
        en="`standing` says how far something was, from earlier to now. The last standing "
        "is the newest: the overviews show that one, and readers filter by it.",
    ),
)
PROBABLE_WHAT = Rule(
    id="probable-what",
    title=Text(nl="Waarschijnlijk, maar wat?", en="Probable, but what?"),
    message=Text(
        nl="‘{value}’ zegt niet wat er waarschijnlijk is",
        en="‘{value}’ does not say what is probable",
    ),
    remedy=Text(
        nl="schrijf ‘[date]’ voor de datum, ‘[connection]’ voor het verband met de pagina, of "
        "‘[date, connection]’ voor allebei; is alles zeker, haal het veld dan weg",
        en="write ‘[date]’ for the date, ‘[connection]’ for the connection with the page, or "
        "‘[date, connection]’ for both; if all is certain, remove the field",
    ),
    explanation=Text(
        nl="Er zijn twee soorten twijfel. `date`: de datum staat niet in de bron. `connection`: de "
        "bron zegt niet dat dit bij de pagina hoort. De lezer ziet ‘waarschijnlijke datum’ of "
        "‘waarschijnlijk verband’.",
        en="There are two kinds of doubt. `date`: the source does not give the date. "
        "`connection`: the source does not say that this belongs to the page. Readers see "
        "‘probable date’ or ‘probable connection’.",
    ),
)
REVERSED_PERIOD = Rule(
    id="reversed-period",
    title=Text(nl="Periode achterstevoren", en="Period back to front"),
    message=Text(
        nl="de periode eindigt ({until}) voordat zij begint ({start})",
        en="the period ends ({until}) before it begins ({start})",
    ),
    remedy=Text(
        nl="wissel ‘from’ en ‘until’ om, of verbeter een van de twee",
        en="swap ‘from’ and ‘until’, or correct one of them",
    ),
    explanation=Text(
        nl="`from` is het begin en `until` het einde. Het einde ligt niet voor het begin.",
        en="`from` is the beginning and `until` the end. The end does not come before the "
        "beginning.",
    ),
)
NUMBER_RANGE = Rule(
    id="number-range",
    title=Text(nl="Getal buiten het bereik", en="Number out of range"),
    message=Text(
        nl="{value} is hier geen bruikbaar getal", en="{value} is not a usable number here"
    ),
    remedy=Text(nl="schrijf {instead}", en="write {instead}"),
    explanation=Text(
        nl="Een volgorde is een geheel getal vanaf 1. Een grootte in megabyte is meer dan nul.",
        en="An order is a whole number from 1. A size in megabytes is more than zero.",
    ),
)
BAD_URL = Rule(
    id="bad-url",
    title=Text(nl="Geen bruikbaar webadres", en="Not a usable web address"),
    message=Text(
        nl="‘{value}’ is geen webadres dat de site mag gebruiken",
        en="‘{value}’ is not a web address that the site may use",
    ),
    remedy=Text(
        nl="schrijf één volledig adres, dat met ‘https://’ begint",
        en="write one full address, which begins with ‘https://’",
    ),
    explanation=Text(
        nl="Een adres begint met `https://`, dan de naam van de site, en heeft geen spaties. "
        "Andere soorten (`javascript:`, `data:`, `ftp:`) zijn niet toegestaan, omdat ze de lezer "
        "kunnen schaden of niet werken.",
        en="An address begins with `https://`, then the name of the site, and has no spaces. "
        "Other kinds (`javascript:`, `data:`, `ftp:`) are not allowed, since they can harm the "
        "reader or do not work.",
    ),
)
URL_SPELLING = Rule(
    id="url-spelling",
    title=Text(nl="Webadres verkeerd gespeld", en="Web address misspelt"),
    message=Text(
        nl="‘{value}’ is geen volledig webadres, of heeft een teken dat daar niet in kan",
        en="‘{value}’ is not a full web address, or has a character that none can have",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Een adres begint met `https://`. Een spatie erin wordt `%20`. Een link zonder "
        "`https://`, zoals `www.voorbeeld.nl`, leidt naar een bestand van deze site, en dat is er "
        "niet. Letters met een accent mogen gewoon: `https://münchen.de/`.",
        en="An address begins with `https://`. A space in it becomes `%20`. A link without "
        "`https://`, such as `www.example.org`, leads to a file of this site, which is not there. "
        "Letters with an accent are fine: `https://münchen.de/`.",
    ),
)
HTTP_URL = Rule(
    id="http-url",
    title=Text(nl="Webadres zonder beveiliging", en="Web address without security"),
    message=Text(
        nl="dit adres begint met ‘http://’ en is dus niet beveiligd",
        en="this address begins with ‘http://’ and so is not secure",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Gebruik `https://`. Kijk of het adres daarmee werkt. Bestaat het alleen met "
        "`http://`, verwijs dan naar een bewaarde kopie in een webarchief.",
        en="Use `https://`. Check that the address works with it. Where it exists only with "
        "`http://`, link to a stored copy in a web archive.",
    ),
)
BAD_IDENTIFIER = Rule(
    id="bad-identifier",
    title=Text(nl="Naam met verkeerde tekens", en="Identifier with wrong characters"),
    message=Text(
        nl="‘{value}’ is geen bruikbare korte naam", en="‘{value}’ is not a usable short name"
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Een korte naam (‘id’ of ‘slug’) heeft alleen kleine letters zonder accent, cijfers en "
        "streepjes, zoals `g40-taskforce`. De naam van een pagina is de naam van haar bestand "
        "zonder `.md`.",
        en="A short name (‘id’ or ‘slug’) has only lower-case letters without accents, digits and "
        "hyphens, such as `g40-taskforce`. The name of a page is that of its file without `.md`.",
    ),
)
LEADS_NOTHING = Rule(
    id="leads-nothing",
    title=Text(nl="Trekker zonder taak", en="Lead without a task"),
    message=Text(nl="deze trekker trekt niets", en="this lead leads nothing"),
    remedy=Text(
        nl="schrijf onder ‘leads’ ten minste één ‘{{theme: …, from: …, source: …}}’ of "
        "‘{{taskforce: true, from: …, source: …}}’",
        en="write under ‘leads’ at least one ‘{{theme: …, from: …, source: …}}’ or "
        "‘{{taskforce: true, from: …, source: …}}’",
    ),
    explanation=Text(
        nl="Een trekker trekt een thema of de hele taskforce, in een periode en met een bron. "
        "Zonder dat komt de pagina op geen enkel overzicht.",
        en="A lead leads a theme or the whole taskforce, in a period and with a source. Without "
        "that the page appears on no overview at all.",
    ),
)
LEADS_BOTH = Rule(
    id="leads-both",
    title=Text(nl="Thema en taskforce in één regel", en="Theme and taskforce in one item"),
    message=Text(
        nl="dit onderdeel noemt een thema én de taskforce",
        en="this item names both a theme and the taskforce",
    ),
    remedy=Text(
        nl="maak er twee onderdelen van, elk met een eigen periode",
        en="make two items of it, each with a period of its own",
    ),
    explanation=Text(
        nl="Wie een thema trekt én de taskforce leidt, krijgt daarvoor twee onderdelen onder "
        "`leads`, want de periodes kunnen verschillen.",
        en="Someone who leads a theme and also the taskforce gets two items under `leads`, since "
        "the periods may differ.",
    ),
)
NO_MAKER = Rule(
    id="no-maker",
    title=Text(nl="Makers op twee manieren", en="Makers in two ways"),
    message=Text(
        nl="‘other_makers’ staat naast een lijst ‘makers’ die al gevuld is",
        en="‘other_makers’ is given beside a ‘makers’ list that is already filled",
    ),
    remedy=Text(nl="haal een van de twee weg", en="remove one of the two"),
    explanation=Text(
        nl="Gebruik `makers` voor organisaties met een eigen pagina. Gebruik `other_makers` "
        "alleen als de maker niet één organisatie is, zoals ‘elke gemeente zelf’.",
        en="Use `makers` for organisations that have a page. Use `other_makers` only where the "
        "maker is not one organisation, such as ‘each municipality itself’.",
    ),
)

"""Rules about references between pages and to sources."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

UNKNOWN_SLUG = Rule(
    id="unknown-slug",
    title=Text(nl="Verwijzing naar niets", en="Reference to nothing"),
    message=Text(nl="er is geen {kind} ‘{value}’", en="there is no {kind} ‘{value}’"),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Naar een pagina verwijs je met de naam van haar bestand zonder `.md`, zoals "
        "`vitale-binnensteden`. Bestaat de pagina nog niet, maak haar dan in dezelfde wijziging. "
        "Dit geldt ook in een voorbeeld van een pagina, zoals in de handleiding staat.",
        en="You refer to a page by the name of its file without `.md`, such as "
        "`vitale-binnensteden`. If the page does not exist yet, make it in the same change. This "
        "holds in an example of a page too, such as the guide shows.",
    ),
)
SEVERAL_NAMES = Rule(
    id="several-names",
    title=Text(nl="Meer namen in één", en="Several names in one"),
    message=Text(
        nl="‘{value}’ is niet één naam, maar zijn er meer",
        en="‘{value}’ is not one name but several",
    ),
    remedy=Text(nl="schrijf elke naam apart: {instead}", en="write each name by itself: {instead}"),
    explanation=Text(
        nl="Een verwijzing is de naam van één pagina. In een lijst staat tussen twee namen een "
        "komma, zoals `[mkb, human-capital]`, of staat elke naam op een eigen regel met `- ` "
        "ervoor.",
        en="A reference is the name of one page. In a list a comma goes between two names, such "
        "as `[mkb, human-capital]`, or each name on a line of its own with `- ` before it.",
    ),
)
WRONG_KIND = Rule(
    id="wrong-kind",
    title=Text(nl="Verwijzing naar het verkeerde soort", en="Reference to the wrong kind"),
    message=Text(
        nl="‘{value}’ is een {found}, geen {kind}",
        en="‘{value}’ is of the kind ‘{found}’, and ‘{kind}’ is needed here",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Elk veld verwijst naar één soort pagina: `themes` naar thema's, `makers` en "
        "`partners` naar organisaties, `municipality` naar een gemeente.",
        en="Every field refers to one kind of page: `themes` to themes, `makers` and `partners` "
        "to organisations, `municipality` to a municipality.",
    ),
)
NOT_PUBLIC_YET = Rule(
    id="not-public-yet",
    title=Text(nl="Verwijzing naar wat nog niet op de site staat", en="Reference to a later page"),
    message=Text(
        nl="‘{value}’ leidt naar ‘{other}’, en die pagina {when}",
        en="‘{value}’ leads to ‘{other}’, and that page {when}",
    ),
    remedy=Text(
        nl="haal dit weg zolang die pagina er niet staat; is deze pagina zelf nieuw, dan kan ook "
        "hier ‘{instead}’ bij de velden",
        en="remove this as long as that page is not there; if this page is new itself, you can "
        "also put ‘{instead}’ among its fields",
    ),
    explanation=Text(
        nl="Een concept (`draft: true`) staat niet op de site, en een pagina met `publish_from` "
        "pas vanaf die dag. Een pagina die er eerder staat, kan er dus niet naar verwijzen of "
        "linken: lezers zouden niets vinden. Andersom mag wel, en pagina's die op dezelfde dag "
        "komen, mogen naar elkaar verwijzen. Een bron is er als de pagina er is waar zij "
        "beschreven staat.",
        en="A draft (`draft: true`) is not on the site, and a page with `publish_from` only from "
        "that day on. So a page that is there earlier cannot refer or link to it: readers would "
        "find nothing. The other way round is fine, and pages that come on the same day may refer "
        "to each other. A source is there when the page is that describes it.",
    ),
)
REPEATED_REFERENCE = Rule(
    id="repeated-reference",
    title=Text(nl="Twee keer hetzelfde in een lijst", en="The same twice in a list"),
    message=Text(nl="‘{value}’ staat al in deze lijst", en="‘{value}’ is already in this list"),
    remedy=Text(nl="haal het een keer weg", en="remove it once"),
    explanation=Text(
        nl="Een lijst van verwijzingen noemt elke pagina of bron één keer.",
        en="A list of references names every page or source once.",
    ),
)
UNKNOWN_SOURCE = Rule(
    id="unknown-source",
    title=Text(nl="Bron die er niet is", en="Source that is not there"),
    message=Text(nl="er is geen bron ‘{value}’", en="there is no source ‘{value}’"),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een bron staat één keer beschreven, met een `id`: op de pagina Bronnen of onder "
        "`sources` van een andere pagina. Overal elders noem je alleen die `id`.",
        en="A source is described once, with an `id`: on the Sources page or under `sources` of "
        "another page. Everywhere else you name only that `id`.",
    ),
)
SOURCE_BY_ADDRESS = Rule(
    id="source-by-address",
    title=Text(nl="Adres in plaats van een bron", en="Address in place of a source"),
    message=Text(
        nl="‘{value}’ is een adres; een bron noem je met haar id",
        en="‘{value}’ is an address; a source is named by its id",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een bron staat één keer beschreven, met titel, uitgever, adres en de dag waarop zij is "
        "gelezen. Elders noem je alleen haar `id`. Staat de bron er nog niet bij, voeg haar dan "
        "toe op de pagina Bronnen.",
        en="A source is described once, with its title, publisher, address and the day on which "
        "it was read. Elsewhere you name only its `id`. If the source is not there yet, add it "
        "to the Sources page.",
    ),
)
NO_SOURCE = Rule(
    id="no-source",
    title=Text(nl="Feiten zonder bron", en="Facts without a source"),
    message=Text(
        nl="deze pagina heeft feiten en noemt geen enkele bron",
        en="this page has facts and names no source at all",
    ),
    remedy=Text(
        nl="voeg toe: ‘sources: [id]’, met de id van een bron uit ‘{register}’",
        en="add: ‘sources: [id]’, with the id of a source from ‘{register}’",
    ),
    explanation=Text(
        nl="Elk feit op deze site heeft een openbare bron, zodat iedereen het kan nagaan. Een "
        "pagina over een thema, trekker, resultaat of organisatie noemt er daarom ten minste één.",
        en="Every fact on this site has a public source, so that anyone can verify it. So a page "
        "about a theme, lead, deliverable or organisation names at least one.",
    ),
)
DUPLICATE_SOURCE = Rule(
    id="duplicate-source",
    title=Text(nl="Bron twee keer beschreven", en="Source described twice"),
    message=Text(
        nl="de bron ‘{value}’ staat al beschreven in ‘{other}’, regel {line}",
        en="the source ‘{value}’ is already described in ‘{other}’, line {line}",
    ),
    remedy=Text(
        nl="noem hier alleen de id: ‘- {value}’, of kies een andere id",
        en="name only the id here: ‘- {value}’, or choose another id",
    ),
    explanation=Text(
        nl="Een bron staat op één plaats beschreven, zodat een verbetering overal aankomt.",
        en="A source is described in one place, so that a correction shows everywhere.",
    ),
)
DUPLICATE_TERM = Rule(
    id="duplicate-term",
    title=Text(nl="Begrip twee keer beschreven", en="Term described twice"),
    message=Text(
        nl="het begrip of de afkorting ‘{value}’ staat al op regel {line} van ‘{other}’",
        en="the term or abbreviation ‘{value}’ is already on line {line} of ‘{other}’",
    ),
    remedy=Text(nl="voeg de twee samen", en="merge the two"),
    explanation=Text(
        nl="Een begrip of afkorting heeft op de hele site één betekenis.",
        en="A term or abbreviation has one meaning on the whole site.",
    ),
)
DUPLICATE_OVERVIEW = Rule(
    id="duplicate-overview",
    title=Text(nl="Overzicht dat er al is", en="Overview that is there already"),
    message=Text(nl="‘{other}’ heeft dit overzicht al", en="‘{other}’ has this overview already"),
    remedy=Text(
        nl="haal deze regel weg, en maak in de tekst een link naar die pagina",
        en="remove this line, and link to that page in the text",
    ),
    explanation=Text(
        nl="Een overzicht staat op één pagina: daar leidt elke link van de site naartoe. Wie een "
        "pagina kopieert, krijgt haar overzicht mee; haal dat weg.",
        en="An overview is on one page, to which every link of the site leads. Whoever copies "
        "a page gets its overview too; remove that.",
    ),
)
DUPLICATE_TITLE = Rule(
    id="duplicate-title",
    title=Text(nl="Twee pagina's met dezelfde titel", en="Two pages with the same title"),
    message=Text(nl="‘{other}’ heeft dezelfde titel", en="‘{other}’ has the same title"),
    remedy=Text(
        nl="maak duidelijk waarin deze pagina verschilt",
        en="make clear how this page differs",
    ),
    explanation=Text(
        nl="Een titel is het eerste wat iemand in een tabblad of zoekresultaat ziet, of van een "
        "schermlezer hoort. Twee dezelfde titels zijn niet uit elkaar te houden.",
        en="A title is the first thing that somebody sees in a tab or a search result, or hears "
        "from a screen reader. Two identical titles cannot be told apart.",
    ),
)

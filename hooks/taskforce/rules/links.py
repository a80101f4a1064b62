"""Rules about links and pictures in the running text."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

BROKEN_LINK = Rule(
    id="broken-link",
    title=Text(nl="Link naar een pagina die er niet is", en="Link to a page that is not there"),
    message=Text(
        nl="‘{value}’ wijst niet naar het bestand van een pagina",
        en="‘{value}’ does not point to the file of a page",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een link binnen de site noemt het Nederlandse bestand van de pagina, gerekend vanaf de "
        "map van dit bestand: `[Breda](../organisaties/breda.md)`. Op een vertaling leidt "
        "dezelfde link vanzelf naar de tekst in die taal.",
        en="A link within the site names the Dutch file of the page, as seen from the folder of "
        "this file: `[Breda](../organisaties/breda.md)`. On a translation the same link leads "
        "to the text in that language by itself.",
    ),
)
MISSING_FILE = Rule(
    id="missing-file",
    title=Text(nl="Link naar een bestand dat er niet is", en="Link to a file that is not there"),
    message=Text(
        nl="‘{value}’ wijst naar geen beeld of document in de map ‘docs’",
        en="‘{value}’ points to no picture or document in the folder ‘docs’",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een beeld of document staat in een map naast de pagina's. De link noemt het precies, "
        "gerekend vanaf de map van dit bestand: `![Kaart](kaart.png)`. Hoofdletters tellen mee.",
        en="A picture or document is in a folder beside the pages. The link names it exactly, "
        "as seen from the folder of this file: `![Map](map.png)`. Capitals count.",
    ),
)
NO_PICTURE = Rule(
    id="no-picture",
    title=Text(nl="Geen beeld waar een beeld hoort", en="No picture where a picture belongs"),
    message=Text(
        nl="‘{value}’ is een pagina of document, geen beeld",
        en="‘{value}’ is a page or document, not a picture",
    ),
    remedy=Text(
        nl="haal het uitroepteken voor de haken weg, dan wordt het een link",
        en="remove the exclamation mark before the brackets, and it becomes a link",
    ),
    explanation=Text(
        nl="Een uitroepteken voor de haken maakt een beeld: `![Kaart](kaart.png)`. Zonder "
        "uitroepteken is het een link. Een pagina kan geen pdf, tabel of andere pagina laten zien.",
        en="An exclamation mark before the brackets makes a picture: `![Map](map.png)`. Without "
        "it, it is a link. A page cannot show a PDF, a table or another page.",
    ),
)
MISSING_HEADING = Rule(
    id="missing-heading",
    title=Text(nl="Link naar een kop die er niet is", en="Link to a heading that is not there"),
    message=Text(
        nl="‘{value}’ wijst naar een kop die er niet is",
        en="‘{value}’ points to a heading that is not there",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Achter `#` staat de naam van een kop: de woorden van de Nederlandse kop in kleine "
        "letters, met streepjes ertussen. Die naam geldt in elke taal. Verandert een kop vaak, "
        "geef hem dan een vaste naam: `## Wat er later gebeurde {#later}`.",
        en="After `#` comes the name of a heading: the words of the Dutch heading in lower case, "
        "with hyphens between them. That name is the same in every language. If a heading changes "
        "often, give it a fixed name: `## What happened later {#later}`.",
    ),
)
HEADING_NOT_TRANSLATED = Rule(
    id="heading-not-translated",
    title=Text(nl="Kop die de vertaling niet heeft", en="Heading that the translation lacks"),
    message=Text(
        nl="‘{other}’, regel {line}, linkt naar de kop ‘{value}’; welke is dat hier?",
        en="‘{other}’, line {line}, links to the heading ‘{value}’; which is that here?",
    ),
    remedy=Text(
        nl="zet ‘{{#{instead}}}’ achter de kop die daarbij hoort",
        en="put ‘{{#{instead}}}’ after the heading that corresponds to it",
    ),
    explanation=Text(
        nl="Een link naar een kop werkt in elke taal, zolang een vertaling evenveel koppen heeft, "
        "in dezelfde volgorde. Heeft zij er meer of minder, dan zegt een naam achter de kop welke "
        "bij welke hoort.",
        en="A link to a heading works in every language, as long as a translation has as many "
        "headings, in the same order. Where it has more or fewer, a name after the heading says "
        "which belongs to which.",
    ),
)
EMPTY_ADDRESS = Rule(
    id="empty-address",
    title=Text(nl="Link zonder adres", en="Link without an address"),
    message=Text(nl="deze link leidt nergens heen", en="this link leads nowhere"),
    remedy=Text(
        nl="zet het adres tussen de ronde haken, of haal de link weg",
        en="put the address between the round brackets, or remove the link",
    ),
    explanation=Text(
        nl="Een link heeft woorden en een adres: `[MKB](../themas/mkb.md)`. Zonder adres brengt "
        "hij de lezer terug naar dezelfde pagina.",
        en="A link has words and an address: `[SMEs](../themas/mkb.md)`. Without an address it "
        "brings readers back to the same page.",
    ),
)
EMPTY_LINK_TEXT = Rule(
    id="empty-link-text",
    title=Text(nl="Link zonder woorden", en="Link without words"),
    message=Text(
        nl="de link naar ‘{value}’ heeft geen woorden", en="the link to ‘{value}’ has no words"
    ),
    remedy=Text(
        nl="zet tussen de vierkante haken waar de link heen leidt",
        en="put between the square brackets where the link leads",
    ),
    explanation=Text(
        nl="Wie met een schermlezer leest, hoort de woorden van een link. Schrijf waar hij heen "
        "leidt, niet ‘klik hier’.",
        en="Those who read with a screen reader hear the words of a link. Write where it leads, "
        "not ‘click here’.",
    ),
)
UNMADE_LINK = Rule(
    id="unmade-link",
    title=Text(nl="Link die er geen wordt", en="Link that does not become one"),
    message=Text(
        nl="‘{value}’ lijkt een link, maar komt zo op de pagina te staan",
        en="‘{value}’ looks like a link, but is shown on the page like this",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een link is `[woorden](adres)`, zonder spatie tussen de haken en zonder spaties in het "
        "adres. `[[woorden]]` en `[woorden][naam]` werken hier niet, tenzij die naam onderaan de "
        "pagina een adres krijgt.",
        en="A link is `[words](address)`, without a space between the brackets and without spaces "
        "in the address. `[[words]]` and `[words][name]` do not work here, unless that name gets "
        "an address at the end of the page.",
    ),
)

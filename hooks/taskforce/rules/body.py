"""Rules about the running text below the fields."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

TOP_HEADING = Rule(
    id="top-heading",
    title=Text(nl="Kop van het hoogste niveau", en="Heading of the highest level"),
    message=Text(nl="‘# …’ maakt een tweede hoofdtitel", en="‘# …’ makes a second main title"),
    remedy=Text(
        nl="begin tussenkoppen met ‘## ’; de hoofdtitel is het veld ‘title’",
        en="begin headings with ‘## ’; the main title is the field ‘title’",
    ),
    explanation=Text(
        nl="De hoofdtitel van een pagina komt uit het veld `title`. Tussenkoppen in de tekst "
        "beginnen met `## `. Zo klopt de opbouw voor wie met een schermlezer van kop naar kop "
        "springt.",
        en="The main title of a page comes from the field `title`. Headings in the text begin "
        "with `## `. So the structure is right for those who jump from heading to heading with a "
        "screen reader.",
    ),
)
RAW_HTML = Rule(
    id="raw-html",
    title=Text(nl="HTML in de tekst", en="HTML in the text"),
    message=Text(
        nl="‘{value}’ is HTML, en dat mag hier niet",
        en="‘{value}’ is HTML, which is not allowed here",
    ),
    remedy=Text(
        nl="gebruik Markdown; bedoel je het teken zelf, schrijf dan ‘&lt;’",
        en="use Markdown; if you mean the sign itself, write ‘&lt;’",
    ),
    explanation=Text(
        nl="Tekst is Markdown: `**vet**`, `## kop`, `- opsomming`, `[tekst](bestand.md)`. HTML is "
        "niet toegestaan, omdat het de pagina onveilig of ontoegankelijk kan maken.",
        en="Text is Markdown: `**bold**`, `## heading`, `- list item`, `[text](file.md)`. HTML is "
        "not allowed, since it can make the page unsafe or inaccessible.",
    ),
)
ATTRIBUTE = Rule(
    id="attribute",
    title=Text(nl="Code tussen accolades", en="Code between braces"),
    message=Text(
        nl="‘{value}’ zet eigenschappen op de pagina, en dat mag hier niet",
        en="‘{value}’ sets attributes on the page, which is not allowed here",
    ),
    remedy=Text(
        nl="haal het weg; bedoel je de tekst zelf, zet die dan tussen accenten graves (`…`)",
        en="remove it; if you mean the text itself, put it between backticks (`…`)",
    ),
    explanation=Text(
        nl="Tussen accolades kan Markdown eigenschappen van HTML zetten, ook onveilige. Alleen "
        "een naam voor een kop (`{#naam}`) is toegestaan.",
        en="Between braces Markdown can set attributes of HTML, unsafe ones too. Only a name for "
        "a heading (`{#name}`) is allowed.",
    ),
)

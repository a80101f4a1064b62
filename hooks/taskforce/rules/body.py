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
HEADING_LEVEL = Rule(
    id="heading-level",
    title=Text(nl="Kop die een niveau overslaat", en="Heading that skips a level"),
    message=Text(
        nl="‘{value}’ slaat een niveau van koppen over",
        en="‘{value}’ skips a level of headings",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Begin met `## `; een kop daaronder heeft er één `#` bij: `### `. Wie met een "
        "schermlezer van kop naar kop springt, denkt anders dat er iets ontbreekt.",
        en="Begin with `## `; a heading below that has one `#` more: `### `. Otherwise those who "
        "jump from heading to heading with a screen reader think that something is missing.",
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
        "een naam voor een kop (`{#naam}`) en de taal van schuine woorden "
        "(`*White paper*{lang=en}`) zijn toegestaan.",
        en="Between braces Markdown can set attributes of HTML, unsafe ones too. Only a name for "
        "a heading (`{#name}`) and the language of words in italics "
        "(`*Witboek*{lang=nl}`) are allowed.",
    ),
)
ACTIVE_TEXT = Rule(
    id="active-text",
    title=Text(nl="Tekst die code wordt", en="Text that becomes code"),
    message=Text(
        nl="met deze regel erbij wordt een stuk van de tekst code: ‘{value}’",
        en="with this line a part of the text becomes code: ‘{value}’",
    ),
    remedy=Text(
        nl="schrijf het eenvoudiger: zonder HTML, accolades of backtick in een link of voetnoot",
        en="write it in a simpler way: without HTML, braces or backtick in a link or footnote",
    ),
    explanation=Text(
        nl="Sommige tekens betekenen samen iets anders dan elk apart. De site maakt de tekst op "
        "zoals op de pagina en kijkt of er iets in staat wat daar niet mag: HTML, programma's, of "
        "adressen die niet met `https:` beginnen.",
        en="Some signs together mean something else than each of them alone. The site lays out the "
        "text as on the page, and looks for what may not be there: HTML, programs, or addresses "
        "that do not begin with `https:`.",
    ),
)
NO_ALTERNATIVE = Rule(
    id="no-alternative",
    title=Text(nl="Beeld zonder beschrijving", en="Picture without description"),
    message=Text(
        nl="bij dit beeld staat niet wat er te zien is",
        en="nothing says what this picture shows",
    ),
    remedy=Text(
        nl="zet het tussen de vierkante haken: ‘![Wat je ziet](…)’",
        en="put that between the square brackets: ‘![What you see](…)’",
    ),
    explanation=Text(
        nl="Wie het beeld niet ziet, hoort of leest de beschrijving. Schrijf in een zin wat het "
        "beeld vertelt. Vertelt het niets, laat het dan weg.",
        en="Those who do not see the picture hear or read the description. Write in one sentence "
        "what the picture tells. If it tells nothing, leave it out.",
    ),
)
NO_FOOTNOTE = Rule(
    id="no-footnote",
    title=Text(nl="Voetnoot zonder tekst", en="Footnote without text"),
    message=Text(
        nl="bij ‘{value}’ staat nergens een voetnoot",
        en="nowhere is there a footnote for ‘{value}’",
    ),
    remedy=Text(
        nl="zet onderaan een regel ‘{value}: …’, na een lege regel",
        en="put a line ‘{value}: …’ at the end, after an empty line",
    ),
    explanation=Text(
        nl="Een voetnoot heeft twee delen: `[^1]` in de tekst, en onderaan `[^1]: de noot`. "
        "Ontbreekt het tweede, dan staat er op de pagina alleen `[^1]`. Een bron noem je niet in "
        "een voetnoot maar in het veld `sources`.",
        en="A footnote has two parts: `[^1]` in the text, and `[^1]: the note` at the end. Without "
        "the second the page only shows `[^1]`. A source is not named in a footnote but in the "
        "field `sources`.",
    ),
)
OUTSIDE_IMAGE = Rule(
    id="outside-image",
    title=Text(nl="Beeld van een andere site", en="Picture of another site"),
    message=Text(
        nl="hier komt een beeld van een andere site: ‘{value}’",
        en="a picture of another site comes here: ‘{value}’",
    ),
    remedy=Text(
        nl="zet het beeld zelf in de map van de pagina en verwijs daarnaar",
        en="put the picture itself into the folder of the page and refer to that",
    ),
    explanation=Text(
        nl="Een beeld van een andere site laat die zien wie deze pagina leest, en kan morgen iets "
        "anders zijn. Zet het beeld in de map van de pagina: `![Wat je ziet](beeld.png)`.",
        en="A picture of another site lets that see who reads this page, and can be something else "
        "tomorrow. Put the picture into the folder of the page: `![What you see](picture.png)`.",
    ),
)

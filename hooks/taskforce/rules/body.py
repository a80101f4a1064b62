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
EMPTY_HEADING = Rule(
    id="empty-heading",
    title=Text(nl="Kop zonder woorden", en="Heading without words"),
    message=Text(nl="deze kop heeft geen woorden", en="this heading has no words"),
    remedy=Text(
        nl="zet de woorden achter ‘##’ en een spatie, of haal de regel weg; een beeld of noot "
        "staat onder een kop",
        en="put the words after ‘##’ and a space, or remove the line; a picture or note goes "
        "below a heading",
    ),
    explanation=Text(
        nl="Achter de hekjes staat wat de kop zegt: `## Wat later gebeurde`. Een lege kop maakt "
        "een gat in de inhoudsopgave, en een schermlezer noemt hem zonder iets te zeggen. "
        "Een beeld is geen woord: zet het onder de kop.",
        en="What the heading says comes after the hashes: `## What happened later`. An empty "
        "heading makes a gap in the table of contents, and a screen reader announces it without "
        "saying anything. A picture is no word: put it below the heading.",
    ),
)
REPEATED_NAME = Rule(
    id="repeated-name",
    title=Text(nl="Naam van een kop die al bestaat", en="Name of a heading that exists already"),
    message=Text(
        nl="‘{value}’ is op deze pagina al de naam van een andere plek",
        en="‘{value}’ is the name of another place on this page already",
    ),
    remedy=Text(
        nl="kies een andere naam, zoals ‘{instead}’", en="choose another name, such as ‘{instead}’"
    ),
    explanation=Text(
        nl="Een link naar een naam moet op één plek uitkomen. Elke kop heeft al een naam die van "
        "zijn woorden is gemaakt: `## Later nieuws` heet `later-nieuws`. Ook de koppen die de site "
        "zelf onder de tekst zet, hebben een naam, zoals `mijlpalen` en `bronnen`. Geef met "
        "`{#naam}` dus een naam die er nog niet is.",
        en="A link to a name has to lead to one place. Each heading has a name already, made of "
        "its words: `## Later news` is called `later-news`. The headings that the site itself puts "
        "below the text have a name too, such as `mijlpalen` and `bronnen`. So the name that you "
        "give with `{#name}` must be a new one.",
    ),
)
RAW_HTML = Rule(
    id="raw-html",
    title=Text(nl="HTML in de tekst", en="HTML in the text"),
    message=Text(
        nl="‘{value}’ is HTML, en dat mag hier niet",
        en="‘{value}’ is HTML, which is not allowed here",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
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
    remedy=Text(nl="{instead}", en="{instead}"),
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
        nl="schrijf het eenvoudiger: geen HTML, accolades of accent grave in een link of voetnoot",
        en="write it in a simpler way: without HTML, braces or backtick in a link or footnote",
    ),
    explanation=Text(
        nl="Sommige tekens betekenen samen iets anders dan elk apart. De site maakt de tekst op "
        "zoals op de pagina en kijkt of er iets in staat wat daar niet mag: HTML, programma's, of "
        "adressen die niet met `https:` beginnen.",
        en="Some characters mean something together that they do not mean alone. The site lays "
        "out the text as on the page, and looks for what may not be there: HTML, programs, or "
        "addresses that do not begin with `https:`.",
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
BARE_SOURCE = Rule(
    id="bare-source",
    title=Text(nl="Bron zonder dakje", en="Source without a caret"),
    message=Text(
        nl="‘{value}’ is een bron, maar komt zo op de pagina te staan",
        en="‘{value}’ is a source, but is shown on the page like this",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Een bron noem je in de tekst met een dakje voor haar id: "
        "`[^id-van-de-bron]`. Zonder het dakje blijft het gewone tekst.",
        en="A source is named in the text with a caret before its id: `[^id-of-the-source]`. "
        "Without the caret it stays plain text.",
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
        nl="zet onderaan een regel ‘{value}: …’, na een lege regel; bedoel je een bron, gebruik "
        "dan de id uit {instead}",
        en="put a line ‘{value}: …’ at the end, after an empty line; if you mean a source, write "
        "its id from {instead}",
    ),
    explanation=Text(
        nl="Een voetnoot heeft twee delen: `[^1]` in de tekst, en onderaan `[^1]: de noot`. "
        "Ontbreekt het tweede, dan staat er op de pagina alleen `[^1]`. Een bron noem je met haar "
        "id, `[^id-van-de-bron]`: zo wordt het een nummer dat naar de bron leidt.",
        en="A footnote has two parts: `[^1]` in the text, and `[^1]: the note` at the end. Without "
        "the second the page only shows `[^1]`. A source is named by its id, "
        "`[^id-of-the-source]`: so it becomes a number that leads to the source.",
    ),
)
OUTSIDE_IMAGE = Rule(
    id="outside-image",
    title=Text(nl="Beeld van een andere site", en="Picture from another site"),
    message=Text(
        nl="hier komt een beeld van een andere site: ‘{value}’",
        en="this picture comes from another site: ‘{value}’",
    ),
    remedy=Text(
        nl="zet het beeld zelf in de map van de pagina en verwijs daarnaar",
        en="put the picture itself into the folder of the page and refer to that",
    ),
    explanation=Text(
        nl="Een beeld van een andere site laat die zien wie deze pagina leest, en kan morgen iets "
        "anders zijn. Zet het beeld in de map van de pagina: `![Wat je ziet](beeld.png)`.",
        en="A picture from another site lets that site see who reads this page, and can be "
        "another one tomorrow. Put the picture into the folder of the page: "
        "`![What you see](picture.png)`.",
    ),
)
NOT_ON_THIS_SITE = Rule(
    id="not-on-this-site",
    title=Text(nl="Wat de site niet kan laten zien", en="What the site cannot show"),
    message=Text(
        nl="‘{value}’ doet op deze site niet wat je ermee bedoelt",
        en="on this site ‘{value}’ does not do what you mean by it",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Formules, diagrammen, kaarten, stukken uit andere bestanden en eigen bouwstenen werken "
        "hier niet: ze vragen programma's van een ander, of zijn niet voor iedereen te lezen. De "
        "melding zegt wat wel kan.",
        en="Formulas, diagrams, maps, pieces of other files and building blocks of your own do not "
        "work here: they need other people's programs, or not everybody can read them. The "
        "message says what you can do.",
    ),
)
CONTAINER_FORM = Rule(
    id="box-form",
    title=Text(nl="Kader of tabblad niet herkend", en="Box or tab not recognised"),
    message=Text(
        nl="‘{value}’ lijkt het begin van een kader of tabblad, maar klopt niet",
        en="‘{value}’ looks like the start of a box or tab, but is not right",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een kader begint met `!!! note`, een kader dat je openklapt met `??? note`, een "
        'tabblad met `=== "Titel"`. Een eigen titel staat tussen rechte aanhalingstekens. De tekst '
        "staat eronder, vier spaties ingesprongen.",
        en="A box begins with `!!! note`, a box that opens with `??? note`, a tab with "
        '`=== "Title"`. A title of your own goes between straight quotes. The text goes below '
        "it, indented by four spaces.",
    ),
)
EMPTY_CONTAINER = Rule(
    id="empty-box",
    title=Text(nl="Kader of tabblad zonder tekst", en="Box or tab without text"),
    message=Text(
        nl="onder ‘{value}’ staat geen tekst die erbij hoort",
        en="there is no text below ‘{value}’ that belongs to it",
    ),
    remedy=Text(
        nl="laat de tekst eronder met vier spaties beginnen: ‘{instead}’",
        en="begin the text below it with four spaces: ‘{instead}’",
    ),
    explanation=Text(
        nl="Bij een kader of tabblad hoort de tekst die eronder staat en met vier spaties begint. "
        "Zonder die spaties staat de tekst erbuiten. Bij `> [!NOTE]` begint elke regel met `> `.",
        en="The text of a box or tab is below it and begins with four spaces. Without those spaces "
        "it is outside. With `> [!NOTE]` each line begins with `> `.",
    ),
)
ONLY_WORDS = Rule(
    id="only-words",
    title=Text(
        nl="Link, beeld of noot in een titel of bijschrift",
        en="Link, picture or note in a title or caption",
    ),
    message=Text(
        nl="hier staan alleen woorden; ‘{value}’ kan er niet bij",
        en="only words can be here; ‘{value}’ cannot",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een lezer klikt op de titel van een kader of tabblad om het te openen. Een link of "
        "noot in die titel zou iets anders doen. Woorden mogen wel schuin, vet of code zijn, en "
        "een pictogram met een woord erbij mag ook. Het bijschrift en de beschrijving van een "
        "beeld en de titel van een link zijn gewone woorden: een noot staat in de tekst ernaast.",
        en="Readers click the title of a box or tab to open it. A link or note in that title would "
        "do something else. Words may be in italics, in bold or code, and an icon with a word "
        "beside it will do too. The caption and description of a picture and the title of a link "
        "are plain words: a note goes into the text beside them.",
    ),
)
FOREIGN_BULLET = Rule(
    id="foreign-bullet",
    title=Text(nl="Opsommingsteken uit een tekstverwerker", en="Bullet from a word processor"),
    message=Text(
        nl="‘{value}’ maakt geen opsomming: de regels lopen dan door in één alinea",
        en="‘{value}’ makes no list: the lines then run on in one paragraph",
    ),
    remedy=Text(nl="begin elke regel met ‘- ’", en="begin each line with ‘- ’"),
    explanation=Text(
        nl="Wie uit Word plakt, krijgt een `•` of `–` aan het begin van de regel, of een `o` of "
        "`a)` met een tab. Die maken in Markdown geen lijst. Met een gewoon streepje en een "
        "spatie wordt het een opsomming.",
        en="What is pasted from Word has a `•` or `–` at the start of the line, or an `o` or `a)` "
        "with a tab. Markdown does not know those. With an ordinary hyphen and a space it "
        "becomes a list.",
    ),
)
YEAR_AS_LIST = Rule(
    id="year-as-list",
    title=Text(nl="Jaartal dat een lijst wordt", en="Year that becomes a list"),
    message=Text(
        nl="‘{value}’ aan het begin van een regel maakt er een genummerde lijst van",
        en="‘{value}’ at the start of a line turns it into a numbered list",
    ),
    remedy=Text(nl="schrijf ‘{instead}’", en="write ‘{instead}’"),
    explanation=Text(
        nl="Een getal met een punt erachter begint een genummerde lijst. Met een backslash voor de "
        "punt (`2021\\.`) blijft het gewone tekst.",
        en="A number followed by a full stop begins a numbered list. With a backslash before the "
        "full stop (`2021\\.`) it stays plain text.",
    ),
)
TABLE_CELLS = Rule(
    id="table-cells",
    title=Text(nl="Te veel cellen in een rij", en="Too many cells in a row"),
    message=Text(
        nl="deze rij heeft {found} cellen, en het aantal koppen is {expected}; de rest verdwijnt",
        en="this row has {found} cells, and the number of headings is {expected}; the rest is lost",
    ),
    remedy=Text(
        nl="geef de tabel meer kolommen, of haal een ‘|’ weg; een streep als teken is ‘\\|’",
        en="give the table more columns, or remove a ‘|’; a bar as such is ‘\\|’",
    ),
    explanation=Text(
        nl="Een tabel heeft zoveel kolommen als er koppen zijn. Staan er in een rij meer cellen, "
        "dan laten GitHub en de site de rest weg.",
        en="A table has as many columns as it has headings. Where a row has more cells, GitHub and "
        "the site leave out the rest.",
    ),
)
TABLE_FORM = Rule(
    id="table-form",
    title=Text(nl="Tabel niet herkend", en="Table not recognised"),
    message=Text(
        nl="‘{value}’ hoort bij een tabel, maar het wordt er geen",
        en="‘{value}’ belongs to a table, but makes none",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een tabel begint met een regel koppen en daaronder een regel streepjes: `| Jaar | "
        "Bedrag |` en `| --- | --- |`. Beide hebben evenveel kolommen. Wie een tabel uit Word "
        "of Excel plakt, krijgt tabs in plaats van strepen.",
        en="A table begins with a line of headings, and below it a line of hyphens: `| Year | "
        "Amount |` and `| --- | --- |`. Both have the same number of columns. A "
        "table that is pasted from Word or "
        "Excel has tabs in place of bars.",
    ),
)
DEFINITION_FORM = Rule(
    id="definition-form",
    title=Text(nl="Uitleg van een term niet herkend", en="Explanation of a term not recognised"),
    message=Text(
        nl="‘{value}’ lijkt de uitleg van een term, maar wordt dat zo niet",
        en="‘{value}’ looks like the explanation of a term, but does not become one like this",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een term staat alleen op een regel, na een lege regel. Direct daaronder staat zijn "
        "uitleg, achter een dubbele punt en drie spaties: `:   Bestuurt de gemeente.`",
        en="A term is alone on a line, below an empty line. Its explanation is directly below it, "
        "after a colon and three spaces: `:   Governs the municipality.`",
    ),
)
UNUSED_FOOTNOTE = Rule(
    id="unused-footnote",
    title=Text(nl="Voetnoot waar niets naar verwijst", en="Footnote that nothing refers to"),
    message=Text(
        nl="nergens in de tekst staat ‘{value}’; GitHub laat deze noot daarom weg",
        en="‘{value}’ is nowhere in the text; so GitHub leaves this note out",
    ),
    remedy=Text(
        nl="zet ‘{value}’ in de tekst waar de noot bij hoort, of haal de noot weg",
        en="put ‘{value}’ in the text where the note belongs, or remove the note",
    ),
    explanation=Text(
        nl="Een voetnoot heeft twee delen: `[^1]` in de tekst, en onderaan `[^1]: de noot`. Zonder "
        "het eerste vindt niemand het tweede.",
        en="A footnote has two parts: `[^1]` in the text, and `[^1]: the note` at the end. Without "
        "the first nobody finds the second.",
    ),
)
EMPTY_FOOTNOTE = Rule(
    id="empty-footnote",
    title=Text(nl="Lege voetnoot", en="Empty footnote"),
    message=Text(
        nl="achter ‘{value}’ staat niets",
        en="there is nothing after ‘{value}’",
    ),
    remedy=Text(
        nl="zet de tekst van de noot erachter: ‘{value} …’; of haal de noot weg, ook uit de zin",
        en="put the text of the note after it: ‘{value} …’; or remove the note, also from its "
        "sentence",
    ),
    explanation=Text(
        nl="Een voetnoot heeft twee delen: `[^1]` in de tekst, en onderaan `[^1]: de noot`. Zonder "
        "woorden in het tweede komt een lezer nergens uit, en vindt ook de weg terug niet.",
        en="A footnote has two parts: `[^1]` in the text, and `[^1]: the note` at the end. Without "
        "words in the second it leads readers nowhere, and not back to the text either.",
    ),
)
REPEATED_FOOTNOTE = Rule(
    id="repeated-footnote",
    title=Text(nl="Voetnoot staat er twee keer", en="Footnote given twice"),
    message=Text(
        nl="‘{value}’ heeft al een tekst, hoger op de pagina",
        en="‘{value}’ has a text already, higher up on the page",
    ),
    remedy=Text(
        nl="geef deze noot een andere naam, ook in de tekst, of haal er een weg",
        en="give this note another name, in the text too, or remove one of them",
    ),
    explanation=Text(
        nl="Elke voetnoot heeft één tekst. Bij twee met dezelfde naam verdwijnt er een.",
        en="Each footnote has one text. Of two with the same name one disappears.",
    ),
)
FOOTNOTE_NAME = Rule(
    id="footnote-name",
    title=Text(nl="Naam van een voetnoot", en="Name of a footnote"),
    message=Text(
        nl="‘{value}’ heeft een teken dat niet in een adres kan staan",
        en="‘{value}’ has a character that cannot be in an address",
    ),
    remedy=Text(
        nl="schrijf ‘{instead}’, hier en in de tekst",
        en="write ‘{instead}’, here and in the text",
    ),
    explanation=Text(
        nl="De naam van een voetnoot wordt een plek op de pagina, waar het nummer naartoe leidt. "
        "Gebruik letters, cijfers en streepjes: `[^1]` of `[^kade]`.",
        en="The name of a footnote becomes a place on the page, to which the number leads. Use "
        "letters, digits and hyphens: `[^1]` or `[^quay]`.",
    ),
)
SHOWN_OTHERWISE = Rule(
    id="shown-otherwise",
    title=Text(nl="Anders dan in het voorbeeld", en="Different from the preview"),
    message=Text(
        nl="vanaf deze regel wordt de tekst op de site anders dan in het voorbeeld van GitHub",
        en="from this line on, the text on the site differs from GitHub's preview",
    ),
    remedy=Text(
        nl="schrijf het eenvoudiger: een lege regel om elke lijst, tabel, citaat en stuk code, "
        "en een backslash voor een teken dat zichzelf betekent",
        en="write it in a simpler way: an empty line around each list, table, quote and piece of "
        "code, and a backslash before a character that means itself",
    ),
    explanation=Text(
        nl="De site leest Markdown zoals GitHub. Soms kan een ingewikkelde schrijfwijze op de site "
        "toch iets anders worden dan in het voorbeeld dat je op GitHub ziet. Dan zegt de controle "
        "dat, zodat je niet voor een verrassing staat.",
        en="The site reads Markdown as GitHub does. Sometimes a complicated notation could still "
        "become something else on the site than the preview that you see on GitHub. Then the "
        "check says so, so that you are not surprised.",
    ),
)
LONG_LINE = Rule(
    id="long-line",
    title=Text(nl="Te lange regel", en="Line too long"),
    message=Text(
        nl="deze regel heeft {found} tekens; hooguit {limit} mag",
        en="this line has {found} characters; at most {limit} are allowed",
    ),
    remedy=Text(
        nl="verdeel de tekst over alinea's, met een lege regel ertussen; zet een beeld als bestand "
        "in de map van de pagina",
        en="divide the text into paragraphs, with an empty line between them; put a picture as a "
        "file into the folder of the page",
    ),
    explanation=Text(
        nl="Zo'n lange regel is bijna altijd een vergissing: een beeld dat als tekst is geplakt, "
        "of een heel stuk zonder alinea's. Niemand kan er iets in terugvinden.",
        en="A line this long is nearly always a mistake: a picture pasted as text, or a whole "
        "piece without paragraphs. Nobody can find anything in it.",
    ),
)
DEEP_NESTING = Rule(
    id="deep-nesting",
    title=Text(nl="Te veel niveaus in elkaar", en="Too many levels within one another"),
    message=Text(
        nl="hier staan meer dan {limit} lijsten, citaten of kaders in elkaar",
        en="more than {limit} lists, quotes or boxes are nested here",
    ),
    remedy=Text(
        nl="maak er minder niveaus van: zet een kop (‘## …’) boven een lijst die nu in een andere "
        "staat",
        en="use fewer levels: put a heading (‘## …’) above a list that is now within another",
    ),
    explanation=Text(
        nl="Elke lijst, elk citaat en elk kader in een ander schuift de tekst verder naar rechts, "
        "tot er op een telefoon geen plaats meer voor is. Daarom is er een grens.",
        en="Each list, quote or box within another moves the text further to the right, until a "
        "phone has no room for it. That is why there is a limit.",
    ),
)
MISSING_SPACE = Rule(
    id="missing-space",
    title=Text(nl="Spatie vergeten", en="Space forgotten"),
    message=Text(
        nl="achter ‘{value}’ staat geen spatie, en zonder spatie is het gewone tekst",
        en="there is no space after ‘{value}’, and without a space it is plain text",
    ),
    remedy=Text(
        nl="schrijf ‘{instead} …’; bedoel je het teken zelf, zet er dan een backslash voor",
        en="write ‘{instead} …’; if you mean the character itself, put a backslash before it",
    ),
    explanation=Text(
        nl="Een kop (`## Kop`), een punt van een opsomming (`- punt`) en een nummer (`1. punt`) "
        "hebben een spatie achter het teken. Zonder die spatie blijft het gewone tekst.",
        en="A heading (`## Heading`), an item of a list (`- item`) and a number (`1. item`) have a "
        "space after the character. Without that space it stays plain text.",
    ),
)
UNCLOSED_CODE = Rule(
    id="unclosed-code",
    title=Text(nl="Stuk code dat niet sluit", en="Piece of code that does not close"),
    message=Text(
        nl="‘{value}’ begint een stuk code dat nergens sluit; alles eronder wordt code",
        en="‘{value}’ begins a piece of code that is never closed; all below it becomes code",
    ),
    remedy=Text(
        nl="zet onder de code een regel met alleen ‘{instead}’",
        en="put a line with only ‘{instead}’ below the code",
    ),
    explanation=Text(
        nl="Een stuk code staat tussen twee regels met dezelfde tekens: drie accenten graves of "
        "drie slangetjes. Zonder de tweede houdt de code pas op waar de pagina ophoudt.",
        en="A piece of code is between two lines with the same characters: three backticks or "
        "three "
        "tildes. Without the second the code ends only where the page ends.",
    ),
)
UNCLOSED_BOLD = Rule(
    id="unclosed-bold",
    title=Text(nl="Vette letters die niet sluiten", en="Bold letters that do not close"),
    message=Text(
        nl="bij ‘{value}’ beginnen vette woorden die nergens ophouden; de sterretjes blijven staan",
        en="the bold words that begin at ‘{value}’ never end; the asterisks are shown",
    ),
    remedy=Text(
        nl="zet ‘**’ direct achter het laatste vette woord, en daarna een spatie of leesteken; "
        "bedoel je sterretjes, schrijf dan ‘\\*\\*’",
        en="put ‘**’ directly after the last bold word, and then a space or punctuation; if you "
        "mean asterisks, write ‘\\*\\*’",
    ),
    explanation=Text(
        nl="Vette woorden staan tussen twee keer twee sterretjes, zonder spatie aan de binnenkant: "
        "`**vet**`. Ze sluiten in dezelfde alinea.",
        en="Bold words are between two pairs of asterisks, without a space on the inside: "
        "`**bold**`. They close in the same paragraph.",
    ),
)
TASK_FORM = Rule(
    id="task-form",
    title=Text(nl="Taak verkeerd geschreven", en="Task written wrongly"),
    message=Text(
        nl="‘{value}’ lijkt een vakje van een takenlijst, maar wordt gewone tekst",
        en="‘{value}’ looks like the box of a task list, but becomes plain text",
    ),
    remedy=Text(nl="schrijf ‘- {instead}’", en="write ‘- {instead}’"),
    explanation=Text(
        nl="Een taak begint met `- [ ] ` of, als zij gedaan is, met `- [x] `: een spatie of een x "
        "tussen de haken, en een spatie erachter.",
        en="A task begins with `- [ ] ` or, when it is done, with `- [x] `: a space or an x "
        "between the brackets, and a space after them.",
    ),
)
UNKNOWN_EMOJI = Rule(
    id="unknown-emoji",
    title=Text(nl="Emoji met een naam die er bijna is", en="Emoji with almost the right name"),
    message=Text(
        nl="er is geen emoji met de naam ‘{value}’; zo blijft de naam staan",
        en="there is no emoji called ‘{value}’; its name is shown as it is",
    ),
    remedy=Text(nl="{instead} Of plak de emoji zelf", en="{instead} Or paste the emoji itself"),
    explanation=Text(
        nl="Een emoji mag je zelf plakken of met zijn Engelse naam schrijven, zoals `:bike:`. "
        "Dubbele punten die niets met een emoji te maken hebben, blijven gewoon staan.",
        en="You may paste an emoji itself or write its name, such as `:bike:`. Colons that have "
        "nothing to do with an emoji stay as they are.",
    ),
)

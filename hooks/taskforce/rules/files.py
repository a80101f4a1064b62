"""Rules about files: their names, encoding and the block of fields at their top."""

from __future__ import annotations

from re import Match

from babel.lists import format_list

from ..invisible import described, word_without
from ..languages import (
    LANGUAGES,
    SOURCE_LANGUAGE,
    TRANSLATIONS,
    Language,
    Text,
    language_name,
    locale_of,
)
from ..places import BOOK, FURTHER, GENERATED_FOLDERS, LONGEST_NAME
from ..problems import Rule, shown_value
from ..vocabulary import Collection

_FOLDERS = ", ".join(f"`{collection.folder}`" for collection in Collection)
_CODES = ", ".join(f"`{language}`" for language in TRANSLATIONS)


def _endings(language: Language) -> str:
    """Return how the names of pages end, with the language that each is for."""
    suffixes = {code: "" if code == SOURCE_LANGUAGE else f".{code}" for code in LANGUAGES}
    endings = [
        f"`{suffixes[code]}.md` ({language_name(code).in_language(language)})" for code in LANGUAGES
    ]
    return format_list(endings, "or", locale_of(language))


_ENDINGS = Text(nl=_endings("nl"), en=_endings("en"))
_NEW = ", ".join(f"`{folder}`" for folder in sorted(GENERATED_FOLDERS))

FILE_NAME = Rule(
    id="file-name",
    title=Text(nl="Naam van een bestand", en="Name of a file"),
    message=Text(
        nl="een bestand kan niet ‘{value}’ heten",
        en="a file cannot be called ‘{value}’",
    ),
    remedy=Text(nl="noem het bestand ‘{instead}’", en="name the file ‘{instead}’"),
    explanation=Text(
        nl="De naam van een bestand wordt het webadres van de pagina. Gebruik alleen kleine "
        f"letters zonder accent, cijfers en streepjes, samen hooguit {LONGEST_NAME}, en eindig op "
        f"{_ENDINGS.nl}. Dus geen hoofdletters, spaties of extra punten. De naam van een taal "
        f"({_CODES}) is bezet: daar staat de site in die taal. Ook namen die Windows niet "
        "toestaat, zoals `con` en `aux`, kunnen niet.",
        en="The name of a file becomes the page's web address. Use only lower-case letters "
        f"without accents, digits and hyphens, no more than {LONGEST_NAME} in all, and end with "
        f"{_ENDINGS.in_language('en')}. So no capitals, spaces or extra dots. The name of a "
        f"language ({_CODES}) is taken: the site in that language is there. Names that Windows "
        "does not allow, such as `con` and `aux`, do not work either.",
    ),
)
UNKNOWN_LANGUAGE = Rule(
    id="unknown-language",
    title=Text(nl="Onbekende taal in een bestandsnaam", en="Unknown language in a file name"),
    message=Text(
        nl="‘.{value}.md’ is geen taal van deze site",
        en="‘.{value}.md’ is not a language of this site",
    ),
    remedy=Text(nl="noem het bestand ‘{instead}’", en="name the file ‘{instead}’"),
    explanation=Text(
        nl=f"De naam van een bestand eindigt op {_ENDINGS.nl}. Andere talen heeft de site niet. "
        "Een bestand met een andere taal in de naam zou zonder melding verdwijnen.",
        en=f"The name of a file ends with {_ENDINGS.in_language('en')}. The site has no other "
        "languages. A file with another language in its name would vanish without a word.",
    ),
)
DUPLICATE_SLUG = Rule(
    id="duplicate-slug",
    title=Text(nl="Twee bestanden voor één pagina", en="Two files for one page"),
    message=Text(
        nl="dit bestand geeft hetzelfde webadres als ‘{other}’",
        en="this file gives the same web address as ‘{other}’",
    ),
    remedy=Text(
        nl="geef een van de twee een andere naam, of voeg ze samen",
        en="give one of the two another name, or merge them",
    ),
    explanation=Text(
        nl="Twee namen die alleen verschillen in hoofdletters zijn op veel computers hetzelfde "
        "bestand. Daarom mag een naam maar één keer voorkomen, hoe hij ook geschreven is.",
        en="On many computers two names that differ only in capitals are the same file. So a "
        "name may be used only once, however it is written.",
    ),
)
TAKEN_NAME = Rule(
    id="taken-name",
    title=Text(nl="Naam die al bezet is", en="Name that is taken"),
    message=Text(
        nl="op de plaats van ‘{value}’ zet de site zelf al bestanden",
        en="the site puts files of its own in the place of ‘{value}’",
    ),
    remedy=Text(nl="noem het bestand ‘{instead}’", en="name the file ‘{instead}’"),
    explanation=Text(
        nl=f"Bij het maken van de site komen er bestanden bij: {_NEW}, `assets` voor de opmaak en "
        f"`{BOOK}`. Een pagina of document met dezelfde naam zou die overschrijven, of zelf "
        f"verdwijnen. In een map `{FURTHER}` zet de site de vervolgpagina's van lange lijsten. "
        f"In de map van een taal ({_CODES}) staat de site in die taal: zet een "
        "beeld of document naast de Nederlandse pagina's, dan vindt elke taal het.",
        en=f"Making the site adds files: {_NEW}, `assets` for how it looks, and `{BOOK}`. A page "
        "or document of the same name would overwrite those, or vanish itself. In a folder "
        f"`{FURTHER}` the site puts the pages on which long lists go on. The "
        f"folder of a language ({_CODES}) holds the site in that language: put a picture or "
        "document beside the Dutch pages, and every language finds it.",
    ),
)
ORPHAN_TRANSLATION = Rule(
    id="orphan-translation",
    title=Text(nl="Vertaling zonder Nederlandse pagina", en="Translation without a Dutch page"),
    message=Text(
        nl="naast deze vertaling staat geen Nederlandse pagina met een goede naam",
        en="there is no Dutch page with the right name beside this translation",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Nederlands is de brontaal. Elke vertaling, zoals `naam.en.md`, heeft een Nederlandse "
        "pagina `naam.md` in dezelfde map.",
        en="Dutch is the source language. Every translation, such as `name.en.md`, has a Dutch "
        "page `name.md` in the same folder.",
    ),
)
DUTCH_IN_ENGLISH = Rule(
    id="facts-without-dutch-page",
    title=Text(nl="Feiten op een vertaling alleen", en="Facts on a translation that stands alone"),
    message=Text(
        nl="deze pagina heet een vertaling, maar zij heeft feiten en er is geen Nederlandse",
        en="this page is called a translation, but it has facts and there is no Dutch one",
    ),
    remedy=Text(
        nl="noem het bestand ‘{instead}’; zet een vertaling later in een bestand ernaast",
        en="name the file ‘{instead}’; put a translation into a file beside it later",
    ),
    explanation=Text(
        nl="Feiten staan op de Nederlandse pagina `naam.md`. Daarnaast mag een vertaling staan, "
        "`naam.en.md`, met alleen titel, samenvatting en tekst. Dus begin met de Nederlandse.",
        en="Facts are on the Dutch page `name.md`. Beside it there may be a translation, "
        "`name.en.md`, with only title, summary and text. So begin with the Dutch one.",
    ),
)
UNREADABLE_FILE = Rule(
    id="unreadable-file",
    title=Text(nl="Onleesbaar bestand", en="Unreadable file"),
    message=Text(nl="dit bestand kan niet worden gelezen", en="this file cannot be read"),
    remedy=Text(
        nl="controleer de rechten van het bestand of zet het opnieuw neer",
        en="check the file's permissions or put it there again",
    ),
    explanation=Text(
        nl="De computer die de site maakt, mag of kan het bestand niet openen. Zet het bestand "
        "opnieuw in de map, als gewoon bestand.",
        en="The computer that makes the site may not or cannot open the file. Put the file into "
        "the folder again, as an ordinary file.",
    ),
)
SYMBOLIC_LINK = Rule(
    id="symbolic-link",
    title=Text(nl="Verwijzing in plaats van bestand", en="Link in place of a file"),
    message=Text(
        nl="dit is een symbolische koppeling, geen gewoon bestand",
        en="this is a symbolic link, not an ordinary file",
    ),
    remedy=Text(nl="zet het bestand zelf in de map", en="put the file itself into the folder"),
    explanation=Text(
        nl="Een symbolische koppeling kan buiten de map `docs` wijzen en zo iets publiceren dat "
        "daar niet voor bedoeld is. Zet het bestand zelf in de map.",
        en="A symbolic link can point outside the `docs` folder and so publish something that "
        "was not meant for it. Put the file itself into the folder.",
    ),
)
EMPTY_FILE = Rule(
    id="empty-file",
    title=Text(nl="Leeg bestand", en="Empty file"),
    message=Text(nl="dit bestand is leeg", en="this file is empty"),
    remedy=Text(
        nl="begin met ‘---’, de velden, nog een regel ‘---’ en dan de tekst",
        en="begin with ‘---’, the fields, another line ‘---’ and then the text",
    ),
    explanation=Text(
        nl="Een pagina heeft ten minste een titel en een samenvatting nodig. Schrijf die, of "
        "haal het bestand weg.",
        en="A page needs at least a title and a summary. Write them, or remove the file.",
    ),
)
BYTE_ORDER_MARK = Rule(
    id="byte-order-mark",
    title=Text(nl="Onzichtbaar teken aan het begin", en="Invisible character at the start"),
    message=Text(
        nl="het bestand begint met een onzichtbaar teken (BOM)",
        en="the file begins with an invisible character (BOM)",
    ),
    remedy=Text(
        nl="bewaar het als ‘UTF-8’, niet als ‘UTF-8 met BOM’",
        en="save it as ‘UTF-8’, not as ‘UTF-8 with BOM’",
    ),
    explanation=Text(
        nl="Sommige programma's op Windows zetten een onzichtbaar teken voor de eerste regel. "
        "Kies bij het opslaan ‘UTF-8’ zonder BOM. In de editor van GitHub helpt het om de hele "
        "tekst opnieuw te plakken.",
        en="Some programs on Windows put an invisible character before the first line. Choose "
        "‘UTF-8’ without BOM when you save. In GitHub's editor it helps to paste the whole text "
        "again.",
    ),
)
LINE_ENDINGS = Rule(
    id="line-endings",
    title=Text(nl="Regeleinden van Windows", en="Windows line endings"),
    message=Text(
        nl="het bestand heeft regeleinden van Windows (CRLF)",
        en="the file has Windows line endings (CRLF)",
    ),
    remedy=Text(
        nl="bewaar het met regeleinden ‘LF’ (Unix)", en="save it with ‘LF’ (Unix) line endings"
    ),
    explanation=Text(
        nl="De site gebruikt overal dezelfde regeleinden, zodat een verschil tussen twee versies "
        "alleen laat zien wat er echt veranderde. Kies bij het opslaan ‘LF’. In de editor van "
        "GitHub gaat het vanzelf goed.",
        en="The site uses the same line endings everywhere, so that a difference between two "
        "versions shows only what really changed. Choose ‘LF’ when you save. GitHub's editor "
        "does this by itself.",
    ),
)
NOT_UTF8 = Rule(
    id="not-utf8",
    title=Text(nl="Verkeerde tekencodering", en="Wrong character encoding"),
    message=Text(
        nl="deze regel bevat tekens die geen UTF-8 zijn",
        en="this line holds characters that are not UTF-8",
    ),
    remedy=Text(nl="bewaar het bestand als UTF-8", en="save the file as UTF-8"),
    explanation=Text(
        nl="Letters met accenten (é, ë, ï) gaan verloren als een bestand niet als UTF-8 is "
        "opgeslagen. Open het, kies ‘Opslaan als’ en daarbij de codering UTF-8.",
        en="Letters with accents (é, ë, ï) get lost when a file is not saved as UTF-8. Open it, "
        "choose ‘Save as’ and then the encoding UTF-8.",
    ),
)
BROKEN_LETTER = Rule(
    id="broken-letter",
    title=Text(nl="Letter die kapot is", en="Broken letter"),
    message=Text(
        nl="‘{value}’ is wat er van een letter overbleef bij opslaan of kopiëren",
        en="‘{value}’ is what saving or copying left of a letter",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Een bestand dat in de ene tekencodering is bewaard en in een andere geopend, heeft "
        "vreemde tekens waar een `é` of een aanhalingsteken stond. Zet het bestand terug zoals het "
        "was, of typ het woord opnieuw.",
        en="A file that was saved in one character encoding and opened in another has odd "
        "characters where an `é` or a quote was. Put the file back as it was, or type the word "
        "again.",
    ),
)
CONTROL_CHARACTER = Rule(
    id="control-character",
    title=Text(nl="Onzichtbaar teken", en="Invisible character"),
    message=Text(
        nl="hier staat een teken dat niemand ziet ({value})",
        en="here is a character that nobody sees ({value})",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Bij kopiëren uit Word, een pdf of een webpagina komen soms onzichtbare tekens mee, "
        "zoals een zacht afbreekstreepje. Zoeken vindt het woord dan niet, en sommige draaien de "
        "tekst om. Haal het teken weg; typ het woord opnieuw als dat niet lukt. In emoji mogen "
        "zulke tekens staan.",
        en="Copying from Word, a PDF or a web page sometimes brings invisible characters along, "
        "such as a soft hyphen. A search then does not find the word, and some reverse the "
        "text. Remove the character; type the word again where that does not work. Within emoji "
        "such characters are allowed.",
    ),
)


def without(sign: Match[str]) -> dict[str, Text]:
    """Return what `CONTROL_CHARACTER` says of a sign that `INVISIBLE` found."""
    instead = Text(nl="haal het weg", en="remove it")
    if word := shown_value(word_without(sign)):
        instead = Text(nl=f"typ het woord opnieuw: ‘{word}’", en=f"type the word again: ‘{word}’")
    return {"value": described(sign), "instead": instead}


NO_FRONT_MATTER = Rule(
    id="no-front-matter",
    title=Text(nl="Geen velden bovenaan", en="No fields at the top"),
    message=Text(
        nl="de eerste regel is niet ‘---’, dus de pagina heeft geen velden",
        en="the first line is not ‘---’, so the page has no fields",
    ),
    remedy=Text(
        nl="begin met ‘---’, ten minste ‘title:’ en ‘summary:’, en weer ‘---’",
        en="begin with ‘---’, at least ‘title:’ and ‘summary:’, and ‘---’ again",
    ),
    explanation=Text(
        nl="Boven elke pagina staat een blok met velden, tussen twee regels `---`. De allereerste "
        "regel van het bestand is `---`, zonder lege regel ervoor.",
        en="Every page begins with a block of fields, between two lines `---`. The very first "
        "line of the file is `---`, with no empty line before it.",
    ),
)
SPACE_FIRST = Rule(
    id="space-first",
    title=Text(nl="Witruimte boven de velden", en="White space above the fields"),
    message=Text(
        nl="boven of voor de eerste ‘---’ staat witruimte; zo zijn de velden geen velden",
        en="there is white space above or before the first ‘---’; so the fields are not fields",
    ),
    remedy=Text(
        nl="haal alles weg wat boven en voor die ‘---’ staat, ook lege regels",
        en="remove everything above and before that ‘---’, empty lines too",
    ),
    explanation=Text(
        nl="De allereerste regel van het bestand is `---`, zonder spaties ervoor. Met een lege "
        "regel erboven komen de velden als tekst op de pagina, ook in het voorbeeld van GitHub.",
        en="The very first line of the file is `---`, with no spaces before it. With an empty line "
        "above it the fields are shown on the page as text, in GitHub's preview too.",
    ),
)
UNCLOSED_FRONT_MATTER = Rule(
    id="unclosed-front-matter",
    title=Text(nl="Sluitende ‘---’ ontbreekt", en="Closing ‘---’ is missing"),
    message=Text(
        nl="het blok met velden heeft geen sluitende regel ‘---’",
        en="the block of fields has no closing line ‘---’",
    ),
    remedy=Text(
        nl="zet op deze plaats een regel met alleen ‘---’",
        en="put a line with only ‘---’ here",
    ),
    explanation=Text(
        nl="Het blok met velden eindigt met een regel waarop alleen `---` staat. Zonder die regel "
        "weet niemand waar de velden ophouden en de tekst begint.",
        en="The block of fields ends with a line that has only `---`. Without that line nobody "
        "knows where the fields end and the text begins.",
    ),
)
NO_LINE_AFTER_FIELDS = Rule(
    id="no-line-after-fields",
    title=Text(nl="Geen regel onder de velden", en="No line below the fields"),
    message=Text(
        nl="het bestand houdt op na ‘---’, zonder nieuwe regel",
        en="the file ends after ‘---’, without a new line",
    ),
    remedy=Text(
        nl="zet de cursor achter ‘---’, druk op Enter en schrijf de tekst",
        en="put the cursor after ‘---’, press Enter and write the text",
    ),
    explanation=Text(
        nl="De sluitende regel `---` telt pas als er een nieuwe regel op volgt. Anders leest de "
        "site de velden als gewone tekst.",
        en="The closing line `---` counts only when a new line follows it. Otherwise the site "
        "reads the fields as ordinary text.",
    ),
)
LONG_FRONT_MATTER = Rule(
    id="long-front-matter",
    title=Text(nl="Te veel velden", en="Too many fields"),
    message=Text(
        nl="het blok met velden is langer dan {limit} tekens",
        en="the block of fields is longer than {limit} characters",
    ),
    remedy=Text(nl="zet lange tekst onder de velden", en="put long text below the fields"),
    explanation=Text(
        nl="Velden zijn kort. Lange tekst hoort onder de tweede `---`.",
        en="Fields are short. Long text belongs below the second `---`.",
    ),
)
MERGE_CONFLICT = Rule(
    id="merge-conflict",
    title=Text(nl="Twee versies door elkaar", en="Two versions mixed up"),
    message=Text(
        nl="hier begint een stuk waarvan twee versies in het bestand staan",
        en="the file holds two versions of the part that begins here",
    ),
    remedy=Text(
        nl="kies wat er moet staan, en haal de regels met ‘<<<<<<<’, ‘=======’ en ‘>>>>>>>’ weg",
        en="choose what it must say, and remove the lines with ‘<<<<<<<’, ‘=======’ and ‘>>>>>>>’",
    ),
    explanation=Text(
        nl="Hebben twee mensen dezelfde regels gewijzigd, dan zet GitHub beide versies in het "
        "bestand. Tussen `<<<<<<<` en `=======` staat de ene, daaronder tot `>>>>>>>` de andere. "
        "De rest van het bestand wordt pas bekeken als dit is opgelost.",
        en="Where two people changed the same lines, GitHub puts both versions into the file. "
        "One is between `<<<<<<<` and `=======`, the other below that, up to `>>>>>>>`. "
        "The rest of the file is only checked once this is solved.",
    ),
)
UNKNOWN_FOLDER = Rule(
    id="unknown-folder",
    title=Text(nl="Map met een naam die er bijna is", en="Folder with almost the right name"),
    message=Text(
        nl="de map ‘{value}’ is er niet; daarin komt een pagina op geen enkel overzicht",
        en="there is no folder ‘{value}’; a page in it appears on no overview",
    ),
    remedy=Text(nl="verplaats het bestand naar ‘{instead}’", en="move the file to ‘{instead}’"),
    explanation=Text(
        nl=f"De map bepaalt wat een pagina is: {_FOLDERS}. Andere pagina's staan in `over` of in "
        "geen enkele map.",
        en=f"The folder decides what a page is: {_FOLDERS}. Other pages are in `over` or in no "
        "folder.",
    ),
)
WRONG_FOLDER = Rule(
    id="wrong-folder",
    title=Text(nl="Pagina in een onderliggende map", en="Page in a folder below"),
    message=Text(
        nl="in een map binnen ‘{folder}’ komt een pagina op geen enkel overzicht",
        en="a page in a folder within ‘{folder}’ appears on no overview",
    ),
    remedy=Text(nl="verplaats het bestand naar ‘{instead}’", en="move the file to ‘{instead}’"),
    explanation=Text(
        nl="Thema's, trekkers, resultaten en organisaties staan rechtstreeks in hun eigen map, "
        "zonder mappen daarbinnen.",
        en="Themes, leads, deliverables and organisations are directly in their own folder, "
        "with no folders within it.",
    ),
)
MISPLACED_PAGE = Rule(
    id="misplaced-page",
    title=Text(nl="Pagina in de map van een ander soort", en="Page in the folder of another kind"),
    message=Text(
        nl="dit zijn de velden van een {kind}, en dit is de map ‘{folder}’",
        en="these are the fields of the kind ‘{kind}’, and this is the folder ‘{folder}’",
    ),
    remedy=Text(
        nl="verkeerde map: verplaats het bestand naar ‘{instead}’",
        en="wrong folder: move the file to ‘{instead}’",
    ),
    explanation=Text(
        nl=f"De map bepaalt wat een pagina is: {_FOLDERS}. Aan de velden is te zien dat deze "
        "pagina in een andere map hoort. Verplaats je haar, neem de vertaling dan mee.",
        en=f"The folder decides what a page is: {_FOLDERS}. The fields show that this page "
        "belongs in another folder. When you move it, take the translation along.",
    ),
)
SECOND_BLOCK = Rule(
    id="second-block",
    title=Text(nl="Tweede blok met velden", en="Second block of fields"),
    message=Text(
        nl="hier begint een tweede blok met velden, dat als tekst op de pagina komt",
        en="a second block of fields begins here, which is shown on the page as text",
    ),
    remedy=Text(
        nl="zet de velden in het blok bovenaan en haal dit blok met zijn ‘---’ weg",
        en="put the fields into the block at the top and remove this one with its ‘---’",
    ),
    explanation=Text(
        nl="Een pagina heeft één blok met velden, helemaal bovenaan. Alles eronder is tekst. Zo'n "
        "tweede blok ontstaat vaak als een voorbeeld onder de velden is geplakt.",
        en="A page has one block of fields, at the very top. All below it is text. Such a second "
        "block often arises when an example was pasted below the fields.",
    ),
)

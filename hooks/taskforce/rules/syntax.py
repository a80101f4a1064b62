"""Rules about how fields are written (YAML 1.1)."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

TAB = Rule(
    id="tab",
    title=Text(nl="Tab in plaats van spaties", en="Tab in place of spaces"),
    message=Text(nl="de regel is ingesprongen met een tab", en="the line is indented with a tab"),
    remedy=Text(nl="gebruik twee spaties", en="use two spaces"),
    explanation=Text(
        nl="Spring in met spaties, twee per niveau. Een tab ziet er hetzelfde uit, maar werkt "
        "niet.",
        en="Indent with spaces, two a level. A tab looks the same but does not work.",
    ),
)
ODD_SPACE = Rule(
    id="odd-space",
    title=Text(nl="Bijzondere spatie", en="Special space"),
    message=Text(
        nl="hier staat een bijzondere spatie ({value}) die op een gewone lijkt",
        en="here is a special space ({value}) that looks like an ordinary one",
    ),
    remedy=Text(
        nl="haal haar weg en typ een gewone spatie", en="remove it and type an ordinary space"
    ),
    explanation=Text(
        nl="Tekst uit Word, een mail of een webpagina heeft soms vaste spaties. Vooraan een regel, "
        "na `- ` en na de dubbele punt van een veld werkt alleen een gewone spatie.",
        en="Text from Word, an e-mail or a web page sometimes has non-breaking spaces. At the "
        "start of a line, after `- ` and after the colon of a field only an ordinary space works.",
    ),
)
UNCLOSED_QUOTE = Rule(
    id="unclosed-quote",
    title=Text(nl="Aanhalingsteken niet gesloten", en="Quote not closed"),
    message=Text(
        nl="hier begint een aanhalingsteken dat nergens sluit",
        en="a quote opens here and is never closed",
    ),
    remedy=Text(
        nl="zet hetzelfde aanhalingsteken aan het eind van de waarde",
        en="put the same quote at the end of the value",
    ),
    explanation=Text(
        nl='Een waarde die met een aanhalingsteken begint, eindigt er ook mee: `title: "Thema: '
        "MKB\"`. Een apostrof binnen enkele aanhalingstekens schrijf je twee keer (`''`), of "
        "gebruik dubbele aanhalingstekens om de waarde.",
        en='A value that begins with a quote also ends with it: `title: "Theme: SMEs"`. Write '
        "an apostrophe within single quotes twice (`''`), or put double quotes round the value.",
    ),
)
APOSTROPHE_FIRST = Rule(
    id="apostrophe-first",
    title=Text(nl="Apostrof aan het begin van een waarde", en="Apostrophe at the start of a value"),
    message=Text(
        nl="de apostrof aan het begin telt als aanhalingsteken",
        en="the apostrophe at the start counts as a quote",
    ),
    remedy=Text(
        nl="zet dubbele aanhalingstekens om het geheel: ‘{instead}’",
        en="put double quotes round the whole: ‘{instead}’",
    ),
    explanation=Text(
        nl="Een waarde die met een apostrof begint, zoals `'s-Hertogenbosch`, krijgt dubbele "
        'aanhalingstekens om het geheel: `title: "\'s-Hertogenbosch"`. Zo blijft de apostrof '
        "staan.",
        en="A value that begins with an apostrophe, such as `'s-Hertogenbosch`, gets double "
        'quotes round the whole: `title: "\'s-Hertogenbosch"`. So the apostrophe stays.',
    ),
)
TEXT_AFTER_QUOTE = Rule(
    id="text-after-quote",
    title=Text(nl="Tekst na het sluitende aanhalingsteken", en="Text after the closing quote"),
    message=Text(
        nl="vóór deze plaats is de waarde al gesloten met een aanhalingsteken",
        en="before this place a quote has already closed the value",
    ),
    remedy=Text(
        nl="{instead}",
        en="{instead}",
    ),
    explanation=Text(
        nl="Het tweede aanhalingsteken sluit de waarde; daarna kan er niets meer volgen. Gebruik "
        'binnen een waarde daarom andere aanhalingstekens: `title: "Wat ‘herstel’ betekent"`.',
        en="The second quote closes the value; nothing can follow it. So use other quotes within "
        'a value: `title: "What ‘recovery’ means"`.',
    ),
)
UNCLOSED_BRACKET = Rule(
    id="unclosed-bracket",
    title=Text(nl="Haakje niet gesloten", en="Bracket not closed"),
    message=Text(
        nl="hier begint een ‘{value}’ die nergens sluit",
        en="a ‘{value}’ opens here and is never closed",
    ),
    remedy=Text(nl="zet ‘{instead}’ aan het eind", en="put ‘{instead}’ at the end"),
    explanation=Text(
        nl="Een lijst op één regel staat tussen `[` en `]`, een groep velden tussen `{` en `}`. "
        "Elk haakje dat opent, sluit ook.",
        en="A list on one line goes between `[` and `]`, a group of fields between `{` and "
        "`}`. Every bracket that opens also closes.",
    ),
)
INDENTATION = Rule(
    id="indentation",
    title=Text(nl="Regel springt verkeerd in", en="Line indented wrongly"),
    message=Text(
        nl="deze regel springt niet even ver in als de regels waar hij bij hoort",
        en="this line is not indented as far as the lines that it belongs to",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Velden die bij elkaar horen, staan precies onder elkaar. Zo ziet de site welk veld "
        "binnen welk ander valt.",
        en="Fields that belong together are exactly below one another. That is how the site sees "
        "which field is part of which.",
    ),
)
TYPOGRAPHIC_QUOTES = Rule(
    id="typographic-quotes",
    title=Text(nl="Gekrulde aanhalingstekens om een waarde", en="Curly quotes round a value"),
    message=Text(
        nl="deze gekrulde aanhalingstekens komen mee op de site",
        en="these curly quotes are shown on the site",
    ),
    remedy=Text(
        nl='haal ze weg; horen ze erbij, zet dan rechte om het geheel: "{value}"',
        en='remove them; if they belong there, put straight ones round the whole: "{value}"',
    ),
    explanation=Text(
        nl="Word en telefoons maken van rechte aanhalingstekens vanzelf gekrulde. Die zijn gewone "
        "tekst: ze houden een waarde niet bij elkaar, en lezers zien ze staan.",
        en="Word and phones turn straight quotes into curly ones by themselves. Those are "
        "plain text: they do not hold a value together, and readers see them.",
    ),
)
UNQUOTED_COLON = Rule(
    id="unquoted-colon",
    title=Text(nl="Dubbele punt in een waarde", en="Colon in a value"),
    message=Text(
        nl="een dubbele punt met spatie begint hier een nieuw veld",
        en="a colon followed by a space begins a new field here",
    ),
    remedy=Text(
        nl="zet de hele waarde tussen rechte aanhalingstekens: {instead}",
        en="put the whole value between straight quotes: {instead}",
    ),
    explanation=Text(
        nl="Een dubbele punt met een spatie erachter scheidt een veld van zijn waarde. Staat er "
        'een in de waarde zelf, zet die dan tussen aanhalingstekens: `title: "City Deal: regie '
        'op transformatie"`.',
        en="A colon followed by a space separates a field from its value. Where the value itself "
        'holds one, put it between quotes: `title: "City Deal: in charge of change"`.',
    ),
)
SPECIAL_CHARACTER = Rule(
    id="special-character",
    title=Text(
        nl="Waarde begint met een bijzonder teken", en="Value begins with a special character"
    ),
    message=Text(
        nl="een waarde kan niet met ‘{value}’ beginnen",
        en="a value cannot begin with ‘{value}’",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="De tekens `@`, `%`, `*`, `&`, `!`, `|`, `>`, `[`, `{` en een accent grave hebben aan "
        "het begin van een waarde een eigen betekenis. Zet zo'n waarde tussen dubbele "
        "aanhalingstekens.",
        en="The characters `@`, `%`, `*`, `&`, `!`, `|`, `>`, `[`, `{` and a backtick have a "
        "meaning of their own at the start of a value. Put such a value between double quotes.",
    ),
)
LIST_ON_LINE = Rule(
    id="list-on-line",
    title=Text(nl="Streepje achter de dubbele punt", en="Hyphen after the colon"),
    message=Text(
        nl="een lijst met streepjes begint op een eigen regel",
        en="a list with hyphens begins on a line of its own",
    ),
    remedy=Text(nl="schrijf hier {instead}", en="write {instead} here"),
    explanation=Text(
        nl="Een lijst staat op één regel tussen haken (`[een, twee]`), of onder het veld met op "
        "elke regel twee spaties, een streepje en een spatie.",
        en="A list goes on one line between brackets (`[one, two]`), or below the field with two "
        "spaces, a hyphen and a space on each line.",
    ),
)
LINK_IN_FIELD = Rule(
    id="link-in-field",
    title=Text(nl="Link in een veld", en="Link in a field"),
    message=Text(
        nl="hier staat een link zoals in de tekst, maar in een veld staat alleen het adres",
        en="this is a link as in the text, but a field holds the address only",
    ),
    remedy=Text(nl="schrijf {instead}", en="write {instead}"),
    explanation=Text(
        nl="`[woorden](adres)` is een link in de lopende tekst. In een veld als `url` staat alleen "
        "het adres; de woorden staan in `title`.",
        en="`[words](address)` is a link in running text. A field such as `url` holds the address "
        "only; the words are those of `title`.",
    ),
)
YAML_SYNTAX = Rule(
    id="yaml-syntax",
    title=Text(nl="Velden niet te lezen", en="Fields cannot be read"),
    message=Text(
        nl="deze regel is niet te lezen als veld (parser: {value})",
        en="this line cannot be read as a field (parser: {value})",
    ),
    remedy=Text(
        nl="let op inspringen, haakjes en aanhalingstekens; vergelijk met een andere pagina",
        en="look at indentation, brackets and quotes; compare with another page",
    ),
    explanation=Text(
        nl="De velden zijn geschreven in YAML: `veld: waarde`, lijsten met `- ` ervoor, niveaus "
        "met twee spaties. Vergelijk de regel, en die erboven, met een pagina die werkt.",
        en="The fields are written in YAML: `field: value`, lists with `- ` before each item, "
        "levels with two spaces. Compare the line, and the one above it, with a page that works.",
    ),
)
NOT_A_FIELD = Rule(
    id="not-a-field",
    title=Text(nl="Regel zonder veld", en="Line without a field"),
    message=Text(nl="hier hoort ‘veld: waarde’ te staan", en="‘field: value’ belongs here"),
    remedy=Text(
        nl="{instead}; is het al tekst van de pagina, zet er dan een regel ‘---’ boven",
        en="{instead}; if it is text of the page already, put a line ‘---’ above it",
    ),
    explanation=Text(
        nl="Tussen de twee regels `---` staan alleen velden: een naam, een dubbele punt, een "
        "spatie en een waarde. Een regel die bij het veld erboven hoort, is ingesprongen.",
        en="Between the two lines `---` are only fields: a name, a colon, a space and a value. "
        "A line that belongs to the field above it is indented.",
    ),
)
DUPLICATE_KEY = Rule(
    id="duplicate-key",
    title=Text(nl="Veld staat er twee keer", en="Field given twice"),
    message=Text(
        nl="dit veld staat ook al op regel {line}", en="this field is on line {line} already"
    ),
    remedy=Text(nl="houd er één over", en="keep one of them"),
    explanation=Text(
        nl="Een veld mag maar één keer voorkomen. Anders telt er een niet mee, zonder dat iemand "
        "het ziet.",
        en="A field may be given only once. Otherwise one of them is ignored, and nobody sees it.",
    ),
)
CUT_OFF = Rule(
    id="cut-off",
    title=Text(nl="Waarde afgekapt door een hekje", en="Value cut off by a hash sign"),
    message=Text(
        nl="alles na ‘ #’ telt niet mee: de waarde wordt ‘{value}’",
        en="everything after ‘ #’ does not count: the value becomes ‘{value}’",
    ),
    remedy=Text(
        nl='zet de hele waarde tussen rechte aanhalingstekens ("…"), of de opmerking op een eigen '
        "regel",
        en='put the whole value between straight quotes ("…"), or the comment on a line of its own',
    ),
    explanation=Text(
        nl="Een spatie met een hekje begint een opmerking. De rest van de regel verdwijnt dan. "
        "Bedoel je een hekje, zet dan aanhalingstekens om de waarde. Bedoel je een opmerking, "
        "geef die een eigen regel.",
        en="A space followed by a hash sign begins a comment. The rest of the line is then gone. "
        "If you mean a hash sign, put quotes round the value. If you mean a comment, give it a "
        "line of its own.",
    ),
)
EMPTY_VALUE = Rule(
    id="empty-value",
    title=Text(nl="Veld zonder waarde", en="Field without a value"),
    message=Text(nl="dit veld heeft geen waarde", en="this field has no value"),
    remedy=Text(nl="{instead}{hint}", en="{instead}{hint}"),
    explanation=Text(
        nl="Een leeg veld zegt niets. Vul het in, of haal de hele regel weg. Binnen accolades "
        "`{…}` splitst een komma de tekst: zet een tekst met een komma daar tussen dubbele "
        "aanhalingstekens.",
        en="An empty field says nothing. Fill it in, or remove the whole line. Within braces "
        "`{…}` a comma splits the text: put a text with a comma between double quotes there.",
    ),
)
YAML_TAG = Rule(
    id="yaml-tag",
    title=Text(nl="Uitroepteken als bijzondere code", en="Exclamation mark as a special code"),
    message=Text(
        nl="‘{value}’ aan het begin van een waarde is een code die hier niet mag",
        en="‘{value}’ at the start of a value is a code that is not allowed here",
    ),
    remedy=Text(
        nl='haal de code weg, of zet de hele waarde tussen rechte aanhalingstekens: "…"',
        en='remove the code, or put the whole value between straight quotes: "…"',
    ),
    explanation=Text(
        nl="In YAML begint een uitroepteken een code (‘tag’). Die zijn hier niet nodig en niet "
        "toegestaan.",
        en="In YAML an exclamation mark begins a code (a ‘tag’). Those are not needed and not "
        "allowed here.",
    ),
)
YAML_ANCHOR = Rule(
    id="yaml-anchor",
    title=Text(nl="Verwijzing binnen de velden", en="Reference within the fields"),
    message=Text(
        nl="‘{value}’ is een verwijzing binnen YAML, en die mag hier niet",
        en="‘{value}’ is a reference within YAML, which is not allowed here",
    ),
    remedy=Text(
        nl='schrijf de waarde zelf uit, of zet haar tussen rechte aanhalingstekens: "…"',
        en='write out the value itself, or put it between straight quotes: "…"',
    ),
    explanation=Text(
        nl="In YAML beginnen `&` en `*` een verwijzing (‘anchor’ en ‘alias’). Hier staat elk feit "
        "gewoon uitgeschreven.",
        en="In YAML `&` and `*` begin a reference (‘anchor’ and ‘alias’). Here every fact is "
        "simply written out.",
    ),
)
TOO_DEEP = Rule(
    id="too-deep",
    title=Text(nl="Te veel niveaus", en="Too many levels"),
    message=Text(
        nl="hier zijn meer dan {limit} niveaus in elkaar gezet",
        en="more than {limit} levels are nested here",
    ),
    remedy=Text(
        nl="haal de overbodige haakjes of inspringing weg",
        en="remove the superfluous brackets or indentation",
    ),
    explanation=Text(
        nl="De velden van deze site hebben hooguit een paar niveaus. Meer haakjes of inspringing "
        "zijn een vergissing.",
        en="The fields of this site have a few levels at most. More brackets or indentation are "
        "a mistake.",
    ),
)

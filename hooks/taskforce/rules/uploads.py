"""Rules about files as such: their size, and what may stand beside the pages."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

FILE_KIND = Rule(
    id="file-kind",
    title=Text(nl="Soort bestand", en="Kind of file"),
    message=Text(
        nl="een bestand ‘{value}’ mag hier niet staan",
        en="a file ‘{value}’ may not be here",
    ),
    remedy=Text(nl="gebruik een van deze soorten: {kinds}", en="use one of these kinds: {kinds}"),
    explanation=Text(
        nl="Tussen de pagina's mogen beelden en documenten staan in open vormen die iedereen kan "
        "lezen. Een browser opent sommige andere bestanden als webpagina of programma; die kunnen "
        "de site onveilig maken. Opmaak en programma's van de site zelf staan in `docs/assets`; "
        "daar gaan de beheerders over.",
        en="Alongside the pages there may be pictures and documents in open formats that everybody "
        "can read. A browser opens some other files as a web page or a program; those can make "
        "the site unsafe. The site's own styles and programs are in `docs/assets`, which the "
        "maintainers look after.",
    ),
)
UPLOAD_NAME = Rule(
    id="upload-name",
    title=Text(nl="Naam van een beeld of document", en="Name of a picture or document"),
    message=Text(
        nl="de naam ‘{value}’ werkt niet overal als webadres",
        en="the name ‘{value}’ does not work everywhere as a web address",
    ),
    remedy=Text(nl="noem het bestand ‘{instead}’", en="name the file ‘{instead}’"),
    explanation=Text(
        nl="Gebruik kleine letters zonder accent, cijfers en streepjes, en één punt. Een naam met "
        "hoofdletters werkt op de ene computer wel en op de andere niet. Een naam met twee punten "
        "(`plan.en.pdf`) ziet de site aan voor een vertaling.",
        en="Use lower-case letters without accents, digits and hyphens, and one dot. A name with "
        "capitals works on one computer and not on another. A name with two dots (`plan.en.pdf`) "
        "is taken for a translation.",
    ),
)
FILE_CONTENT = Rule(
    id="file-content",
    title=Text(nl="Inhoud past niet bij de naam", en="Content does not fit the name"),
    message=Text(
        nl="dit bestand is geen {kind}, al heet het zo",
        en="this file is no {kind}, though its name says so",
    ),
    remedy=Text(
        nl="bewaar het opnieuw als {kind}; hernoemen is niet genoeg",
        en="save it again as {kind}; giving it another name is not enough",
    ),
    explanation=Text(
        nl="Een browser gaat af op de naam. Een beeld of document dat iets anders is dan het heet, "
        "is niet te openen. Vaak is een foutpagina gedownload in plaats van het document.",
        en="A browser goes by the name. A picture or document that is something other than it says "
        "cannot be opened. Often an error page was downloaded in place of the document.",
    ),
)
FILE_SIZE = Rule(
    id="file-size",
    title=Text(nl="Te groot bestand", en="File too large"),
    message=Text(
        nl="dit bestand is {size}; hooguit {limit} mag",
        en="this file is {size}; at most {limit} is allowed",
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=Text(
        nl="Grote bestanden laden traag, vooral op een telefoon. Een beeld voor een pagina hoeft "
        "niet breder te zijn dan 1600 pixels. Een lange tekst is makkelijker te lezen als hij over "
        "meer pagina's is verdeeld.",
        en="Large files load slowly, above all on a phone. A picture for a page need not be wider "
        "than 1600 pixels. A long text is easier to read when it is divided over more pages.",
    ),
)
UNSAFE_SVG = Rule(
    id="unsafe-svg",
    title=Text(nl="Onveilig SVG-beeld", en="Unsafe SVG picture"),
    message=Text(
        nl="‘{value}’ mag niet in een SVG-beeld", en="‘{value}’ may not be in an SVG picture"
    ),
    remedy=Text(
        nl="bewaar het als ‘gewone SVG’ (Plain SVG) of als PNG",
        en="save it as ‘plain SVG’, or as PNG",
    ),
    explanation=Text(
        nl="Een SVG kan meer dan een beeld zijn: programma's draaien, andere sites laden, zich "
        "voordoen als pagina. Hier mag alleen wat tekent. Geen script, links, animatie, HTML, "
        "ingesloten beelden of verwijzingen naar buiten. Tekenprogramma's kunnen zo'n bestand "
        "maken: kies ‘gewone’ of ‘geoptimaliseerde’ SVG.",
        en="An SVG can be more than a picture: run programs, load other sites, pose as a page. "
        "Here only what draws is allowed. No script, links, animation, HTML, embedded pictures or "
        "references to elsewhere. Drawing programs can make such a file: choose ‘plain’ or "
        "‘optimised’ SVG.",
    ),
)

"""What can be wrong with a proposal before there is a page that the check could look at."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

_NOTHING = Text(nl="", en="")

OTHER_NAME = Text(
    nl=", of noem deze anders, zoals ‘{name}’",
    en=", or give this one another name, such as ‘{name}’",
)
TAKEN = Rule(
    id="taken",
    title=Text(nl="Bestaat al", en="Already there"),
    message=Text(nl="‘{value}’ bestaat al", en="‘{value}’ is there already"),
    remedy=Text(
        nl="verander die pagina{other}",
        en="change that page{other}",
    ),
    explanation=_NOTHING,
)
NO_FILE_NAME = Rule(
    id="no-file-name",
    title=Text(nl="Geen naam voor het bestand", en="No name for the file"),
    message=Text(
        nl="de titel ‘{value}’ heeft geen letters waar de naam van het bestand van kan worden "
        "gemaakt",
        en="the title ‘{value}’ has no letters that the name of the file can be made from",
    ),
    remedy=Text(
        nl="schrijf de titel in het Nederlands; op je eigen computer kun je ook zelf een naam "
        "kiezen: --slug naam-van-de-pagina",
        en="write the title in Dutch; on your own computer you can also choose a name yourself: "
        "--slug name-of-the-page",
    ),
    explanation=_NOTHING,
)
KNOWN_SOURCE = Rule(
    id="known-source",
    title=Text(nl="Bron die er al is", en="Source that is there already"),
    message=Text(nl="deze bron staat al op de site", en="the site has this source already"),
    remedy=Text(nl="noem haar met haar id: ‘{value}’", en="name it by its id: ‘{value}’"),
    explanation=_NOTHING,
)
NEW_SOURCE_FIRST = Text(
    nl="staat de bron nog niet op de site, beschrijf haar dan eerst als nieuwe bron",
    en="if the site has not got the source yet, describe it as a new source first",
)
UNANSWERED = Rule(
    id="unanswered",
    title=Text(nl="Niet beantwoord", en="Not answered"),
    message=Text(nl="deze vraag is niet beantwoord", en="this question was not answered"),
    remedy=Text(nl="geef een antwoord", en="give an answer"),
    explanation=_NOTHING,
)
UNKNOWN_PAGE = Rule(
    id="unknown-page",
    title=Text(nl="Onbekende pagina", en="Unknown page"),
    message=Text(
        nl="‘{value}’ is geen pagina van deze site", en="‘{value}’ is not a page of this site"
    ),
    remedy=Text(nl="{instead}", en="{instead}"),
    explanation=_NOTHING,
)
UNREADABLE_PAGE = Rule(
    id="unreadable-page",
    title=Text(nl="Pagina met fouten", en="Page with mistakes"),
    message=Text(
        nl="de velden van ‘{value}’ kunnen niet worden gelezen",
        en="the fields of ‘{value}’ cannot be read",
    ),
    remedy=Text(nl="verbeter eerst die pagina", en="correct that page first"),
    explanation=_NOTHING,
)

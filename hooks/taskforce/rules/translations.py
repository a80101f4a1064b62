"""Rules about translations: what they are made from, and whether that has changed since."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule

FINGERPRINT = Rule(
    id="fingerprint",
    title=Text(nl="Kenmerk van de vertaling", en="Fingerprint of the translation"),
    message=Text(
        nl="‘{value}’ is geen kenmerk van een Nederlandse tekst",
        en="‘{value}’ is not the fingerprint of a Dutch text",
    ),
    remedy=Text(
        nl="haal de regel weg; klopt de vertaling nu al, dan mag ook: {instead}",
        en="remove the line; if the translation is right already, you may also write: {instead}",
    ),
    explanation=Text(
        nl="Een nieuwe vertaling heeft het veld `translates` niet nodig. Het is er voor later: "
        "verandert de Nederlandse tekst en klopt de vertaling nog, dan zeg je dat met de acht "
        "tekens die de controle en de pagina Vertalingen geven.",
        en="A new translation does not need the field `translates`. It is there for later: when "
        "the Dutch text changes and the translation is still right, you say so with the eight "
        "characters that the check and the page Translations give.",
    ),
)
OUTDATED = Rule(
    id="outdated-translation",
    title=Text(nl="Vertaling loopt achter", en="Translation is out of date"),
    message=Text(
        nl="de Nederlandse tekst is veranderd na deze vertaling",
        en="the Dutch text has changed since this translation",
    ),
    remedy=Text(
        nl="werk de vertaling bij; klopt zij nog, zet dan deze regel bij de velden: {instead}",
        en="update the translation; if it is still right, put this line among the fields: "
        "{instead}",
    ),
    explanation=Text(
        nl="Dit is een melding en houdt niets tegen: lezers zien boven de vertaling dat zij "
        "achterloopt. De site kijkt in de geschiedenis van git welke Nederlandse tekst er was "
        "toen de woorden van de vertaling voor het laatst veranderden. Alleen woorden tellen, "
        "dus geen witruimte, opmaak, leestekens, hoofdletters of webadressen. Staat de regel "
        "`translates` er, dan telt ook de tekst die daarbij hoort. Zonder geschiedenis loopt een "
        "vertaling zonder `translates` nooit achter.",
        en="This is a notice and stops nothing: readers see above the translation that it is out "
        "of date. The site looks up in git's history which Dutch text there was when the words of "
        "the translation last changed. Only words count, so no white space, markup, punctuation, "
        "capitals or web addresses. Where there is a line `translates`, the text that belongs to "
        "it counts too. Without history a translation without `translates` is never out of date.",
    ),
)
OTHER_LANGUAGE = Rule(
    id="other-language",
    title=Text(nl="Tekst in de andere taal", en="Text in the other language"),
    message=Text(
        nl="‘{value}’ lijkt {found}, en hier hoort {language}",
        en="‘{value}’ seems to be {found}, where {language} belongs",
    ),
    remedy=Text(
        nl="vertaal het; hoort het zo, zet het dan in de tekst, schuin en met de taal erachter: "
        "‘*White paper*{{lang=en}}’",
        en="translate it; if it is meant so, put it in the text, in italics and with its language: "
        "‘*Witboek*{{lang=nl}}’",
    ),
    explanation=Text(
        nl="Een pagina zonder `.en` in de naam is Nederlands, een met `.en` Engels. In een veld "
        "met `nl` en `en` heeft elke taal een eigen tekst. Wie naar een pagina luistert, hoort "
        "anders Nederlands in een Engelse stem, of andersom. Een zin, titel of naam in een andere "
        "taal mag: zet die schuin, met de taal erachter. In een bijschrift kan dat niet: dat zijn "
        "gewone woorden. Bij teksten van minder dan acht woorden kijkt de controle niet.",
        en="A page without `.en` in its name is Dutch, one with `.en` English. In a field with "
        "`nl` and `en` each language has a text of its own. Otherwise those who listen to a page "
        "hear Dutch in an English voice, or the other way round. A sentence, title or name in "
        "another language is fine: put it in italics, with its language. A caption cannot have "
        "that: it is plain words. Texts of fewer than eight words are not looked at.",
    ),
)

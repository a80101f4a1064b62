"""The rules that content keeps; each stands beside its messages and its paragraph for editors."""

from __future__ import annotations

from ..languages import Text
from ..problems import Rule
from . import (
    addresses,
    advice,
    body,
    features,
    fields,
    files,
    links,
    references,
    syntax,
    translations,
    uploads,
)


def _rules_of(module: object) -> tuple[Rule, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


GROUPS: tuple[tuple[Text, tuple[Rule, ...]], ...] = (
    (Text(nl="Bestanden en mappen", en="Files and folders"), _rules_of(files)),
    (Text(nl="Vroegere adressen", en="Former addresses"), _rules_of(addresses)),
    (Text(nl="Schrijfwijze van de velden", en="How fields are written"), _rules_of(syntax)),
    (Text(nl="Inhoud van de velden", en="What fields hold"), _rules_of(fields)),
    (Text(nl="Verwijzingen", en="References"), _rules_of(references)),
    (Text(nl="Vertalingen", en="Translations"), _rules_of(translations)),
    (Text(nl="Lopende tekst", en="Running text"), _rules_of(body) + _rules_of(features)),
    (Text(nl="Links in de tekst", en="Links in the text"), _rules_of(links)),
    (Text(nl="Beelden en documenten", en="Pictures and documents"), _rules_of(uploads)),
)

ALL: dict[str, Rule] = {rule.id: rule for _, rules in GROUPS for rule in rules}

ADVICE: tuple[Text, tuple[Rule, ...]] = (
    Text(nl="Advies, dat niets tegenhoudt", en="Advice, which stops nothing"),
    _rules_of(advice),
)

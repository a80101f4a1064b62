"""An invented programme of any size: the same seed gives the same bytes, on every machine.

Its running text has every example of hooks/taskforce/formatting.yml, a few on each page, so what
editors can write tomorrow is in it by itself. The check has nothing to say of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from hooks.taskforce.formatting import Feature, formatting
from hooks.taskforce.languages import Language
from hooks.taskforce.vocabulary import DeliverableKind, Overview, Progress

SEED = 2021

Tree = dict[str, str]
"""Texts of files by their paths below docs/."""

SEEN = "2026-11-01"

NEEDS = "assets/img/gevels.svg"
"""What an example shows: the one file that the programme needs and does not bring."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")
"""Those that the programme is written in; what else the site has falls back."""

UNTRANSLATED = 20
"""Of so many deliverables one has no English page."""

FEATURES_ON_A_PAGE = 4

MOST_SOURCES = 270
"""More in one list would be a longer block of fields than the check allows; the rest of the
sources stand on the pages that use them."""


@dataclass(frozen=True)
class Size:
    """How many pages of each kind there are, and how many sources in the list of sources."""

    deliverables: int
    themes: int
    trekkers: int
    organisations: int
    sources: int


def size_for(deliverables: int) -> Size:
    """Return the size of a programme with so many deliverables; themes grow slowest.

    Raises:
        ValueError: There are none.
    """
    if deliverables < 1:
        raise ValueError("a programme has one deliverable or more")
    return Size(
        deliverables=deliverables,
        themes=4 + deliverables // 250,
        trekkers=6 + deliverables // 25,
        organisations=10 + deliverables // 10,
        sources=min(20 + deliverables // 2, MOST_SOURCES),
    )


@dataclass(frozen=True)
class Words:
    """What a language makes sentences of."""

    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    endings: tuple[str, ...]
    headings: tuple[str, ...]


WORDS: Mapping[Language, Words] = {
    "nl": Words(
        subjects=(
            "De gemeente",
            "Het college",
            "De taskforce",
            "Een groep ondernemers",
            "De regio",
            "De provincie",
            "Een werkgroep van wethouders",
        ),
        verbs=("onderzocht", "bekostigde", "beschreef", "steunde", "besprak", "herzag"),
        objects=(
            "de hulp aan kleine bedrijven",
            "een plan voor de binnenstad",
            "het loket voor werk en scholing",
            "de afspraken over lege winkels",
            "het fonds voor nieuwe bedrijvigheid",
            "de overgang naar schone energie",
        ),
        endings=(
            "in het voorjaar van dat jaar",
            "samen met scholen en vakbonden",
            "op verzoek van de raad",
            "met geld van het Rijk",
            "in drie wijken van de stad",
        ),
        headings=("Hoe het begon", "Wat er gebeurde", "Wat het opleverde", "Wat niet bekend is"),
    ),
    "en": Words(
        subjects=(
            "The municipality",
            "The executive",
            "The taskforce",
            "A group of entrepreneurs",
            "The region",
            "The province",
            "A working group of aldermen",
        ),
        verbs=("examined", "funded", "described", "supported", "discussed", "revised"),
        objects=(
            "the support for small businesses",
            "a plan for the city centre",
            "the contact point for work and training",
            "the agreements on empty shops",
            "the fund for new business",
            "the change to clean energy",
        ),
        endings=(
            "in the spring of that year",
            "together with schools and trade unions",
            "at the request of the council",
            "with funding from central government",
            "in three districts of the city",
        ),
        headings=("How it began", "What happened", "What came of it", "What is not known"),
    ),
}

INDEXES: Mapping[str, tuple[str, str, Overview | None]] = {
    "index": ("Welkom", "Welcome", Overview.HOME),
    "themas/index": ("Thema's", "Themes", Overview.THEMES),
    "trekkers/index": ("Trekkers", "Leads", Overview.TREKKERS),
    "resultaten/index": ("Resultaten", "Deliverables", Overview.DELIVERABLES),
    "organisaties/index": ("Organisaties", "Organisations", Overview.ORGANISATIONS),
    "tijdlijn": ("Tijdlijn", "Timeline", Overview.TIMELINE),
    "zoeken": ("Zoeken", "Search", Overview.SEARCH),
    "over/index": ("Over deze site", "About this site", None),
    "over/alles": ("Alles op één pagina", "Everything on one page", Overview.EVERYTHING),
    "over/open-data": ("Open data", "Open data", Overview.DATA),
    "over/vertalingen": ("Vertalingen", "Translations", Overview.TRANSLATIONS),
}


def programme(deliverables: int, seed: int = SEED, *, with_book: bool = False) -> Tree:
    """Return the docs/ of a programme with so many deliverables, in Dutch and English.

    Args:
        deliverables: How many.
        seed: What is drawn by; the same one gives the same bytes.
        with_book: Whether there is a page with everything, of which a PDF is made.

    Raises:
        ValueError: There are none.
    """
    size = size_for(deliverables)
    tree: Tree = {}
    for path, (dutch, english, overview) in INDEXES.items():
        if overview is Overview.EVERYTHING and not with_book:
            continue
        number = len(tree)
        fields: dict[str, Any] = (
            {} if overview in (None, Overview.SEARCH) else {"order": number + 1}
        )
        if overview:
            fields["overview"] = overview.value
        tree |= _plain(path, (dutch, english), fields)
    tree |= _plain(
        "bronnen", ("Bronnen", "Sources"), {"overview": "sources", "order": 40} | _sources(size)
    )
    tree |= _plain(
        "begrippen", ("Begrippen", "Terms"), {"overview": "glossary", "order": 41} | _terms()
    )
    for make, count in (
        (_theme, size.themes),
        (_trekker, size.trekkers),
        (_organisation, size.organisations),
        (_deliverable, size.deliverables),
    ):
        for number in range(count):
            tree |= make(Random(f"{seed} {make.__name__} {number}"), number, size)
    return tree


def _page(fields: Mapping[str, Any], body: str) -> str:
    written = yaml.safe_dump(dict(fields), sort_keys=False, allow_unicode=True, width=90)
    return f"---\n{written}---\n\n{body}"


def _pages(
    path: str,
    titles: tuple[str, str],
    summaries: tuple[str, str],
    fields: Mapping[str, Any],
    bodies: tuple[str, str],
) -> Tree:
    dutch, english = ({"title": t, "summary": s} for t, s in zip(titles, summaries, strict=True))
    return {
        f"{path}.md": _page(dutch | dict(fields), bodies[0]),
        f"{path}.en.md": _page(english, bodies[1]),
    }


def _plain(path: str, titles: tuple[str, str], fields: Mapping[str, Any]) -> Tree:
    summaries = (
        f"{titles[0]}: een pagina van een verzonnen programma, om mee te meten.",
        f"{titles[1]}: a page of an invented programme that is there to measure with.",
    )
    bodies = (
        "Een verzonnen programma, om mee te meten.\n",
        "An invented programme to measure with.\n",
    )
    return _pages(path, titles, summaries, fields, bodies)


def _source(name: str, number: int) -> dict[str, Any]:
    return {
        "id": name,
        "title": f"Bericht {number} over het herstel van de economie",
        "publisher": f"Uitgever {number % 40}",
        "url": f"https://example.org/berichten/{name}",
        "seen": SEEN,
        "published": f"{2021 + number % 5}-{number % 12 + 1:02}",
    }


def _sources(size: Size) -> dict[str, Any]:
    return {"sources": [_source(f"bericht-{number}", number) for number in range(size.sources)]}


def _terms() -> dict[str, Any]:
    names = {"loket": "desk", "wethouder": "alderman", "raad": "council", "vakbond": "trade union"}
    return {
        "terms": [
            {
                "id": dutch,
                "term": {"nl": dutch, "en": english},
                "definition": {
                    "nl": f"Wat op deze site {dutch} heet.",
                    "en": f"What this site calls {english}.",
                },
                "source": "bericht-1",
            }
            for dutch, english in names.items()
        ]
    }


def _some(random: Random, name: str, count: int, most: int) -> list[str]:
    numbers = random.sample(range(count), random.randint(1, min(most, count)))
    return [f"{name}-{number}" for number in numbers]


def _any_source(random: Random, size: Size) -> str:
    return f"bericht-{random.randrange(size.sources)}"


def _milestones(random: Random, size: Size, what: tuple[str, str], count: int) -> dict[str, Any]:
    days = [
        (random.randint(2021, 2025), random.randint(1, 12), random.randint(1, 28))
        for _ in range(count)
    ]
    return {
        "milestones": [
            {
                "date": f"{year}-{month:02}-{day:02}" if index % 3 else f"{year}-{month:02}",
                "text": {
                    "nl": f"{what[0]} krijgt stap {index}",
                    "en": f"{what[1]} reaches step {index}",
                },
                "source": _any_source(random, size),
            }
            for index, (year, month, day) in enumerate(sorted(days), start=1)
        ]
    }


def _asks(random: Random, size: Size) -> dict[str, Any]:
    return {
        "asks": [
            {
                "nl": "Geld voor advies",
                "en": "Money for advice",
                "source": _any_source(random, size),
            }
        ]
    }


def _theme(random: Random, number: int, size: Size) -> Tree:
    return _pages(
        f"themas/thema-{number}",
        (f"Thema {number}", f"Theme {number}"),
        (
            f"Wat gemeenten in thema {number} van dit verzonnen programma samen doen.",
            f"What municipalities do together in theme {number} of this invented programme.",
        ),
        {"order": number + 1, "partners": _some(random, "gemeente", size.organisations, 4)}
        | _asks(random, size)
        | _milestones(random, size, (f"Thema {number}", f"Theme {number}"), 2),
        _bodies(random, number, size),
    )


def _trekker(random: Random, number: int, size: Size) -> Tree:
    theme = number % size.themes
    start = random.randint(2021, 2023)
    lead = {"theme": f"thema-{theme}", "from": f"{start}", "source": _any_source(random, size)}
    if number % 2:
        lead["until"] = f"{start + 1}"
    name = f"Sanne Voorbeeld {number}"
    return _pages(
        f"trekkers/sanne-voorbeeld-{number}",
        (name, name),
        (
            f"{name} was wethouder en trok thema {theme} van dit programma.",
            f"{name} was an alderman and led theme {theme} of this programme.",
        ),
        {
            "municipality": f"gemeente-{random.randrange(size.organisations)}",
            "office": {"nl": "wethouder Economie", "en": "alderman for the Economy"},
            "leads": [lead],
        },
        _bodies(random, number, size),
    )


def _organisation(random: Random, number: int, size: Size) -> Tree:
    return _pages(
        f"organisaties/gemeente-{number}",
        (f"Gemeente Voorbeeld {number}", f"Municipality of Voorbeeld {number}"),
        (
            f"Een verzonnen gemeente met nummer {number}, die aan het programma meedoet.",
            f"An invented municipality with number {number} that takes part in the programme.",
        ),
        {
            "kind": "municipality",
            "url": f"https://gemeente-{number}.example.org/",
            "sources": [_any_source(random, size)],
        },
        _bodies(random, number, size),
    )


def _deliverable(random: Random, number: int, size: Size) -> Tree:
    years = sorted(random.sample(range(2020, 2026), 2))
    progress = random.sample([word.value for word in Progress], 2)
    own = f"stuk-{number}"
    path, title = f"resultaten/resultaat-{number}", f"Plan {number} voor de stad"
    pages = _pages(
        path,
        (title, f"Plan {number} for the city"),
        (
            f"Plan {number} van dit verzonnen programma: wat erin stond en wat ervan kwam.",
            f"Plan {number} of this invented programme: what it said and what came of it.",
        ),
        {
            "kind": random.choice([kind.value for kind in DeliverableKind]),
            "standing": [
                {"progress": word, "date": f"{year}", "source": _any_source(random, size)}
                for word, year in zip(progress, years, strict=True)
            ],
            "themes": _some(random, "thema", size.themes, 2),
            "makers": (makers := _some(random, "gemeente", size.organisations, 2)),
            "partners": [
                name
                for name in _some(random, "gemeente", size.organisations, 3)
                if name not in makers
            ],
        }
        | _asks(random, size)
        | _milestones(random, size, (f"Plan {number}", f"Plan {number}"), 3)
        | {
            "links": [
                {
                    "url": f"https://example.org/plannen/{number}.pdf",
                    "title": title,
                    "format": "pdf",
                    "language": "nl",
                    "megabytes": 1.5,
                }
            ],
            "sources": [_source(own, number), _any_source(random, size)],
        },
        _bodies(random, number, size, own),
    )
    if number % UNTRANSLATED == UNTRANSLATED - 1:
        del pages[f"{path}.en.md"]
    return pages


def _bodies(random: Random, number: int, size: Size, own: str | None = None) -> tuple[str, str]:
    """Return the running text of a page in both languages: the same parts, in other words."""
    sources = [_any_source(random, size) for _ in range(4)] + ([own] if own else [])
    others = [random.randrange(size.deliverables) for _ in range(3)]
    chosen = list(_features_of(number))
    turns = random.random()
    dutch, english = (
        "".join(_parts(Random(turns), language, sources, others, chosen)) for language in LANGUAGES
    )
    return dutch, english


def _features_of(number: int) -> Iterator[Feature]:
    """Yield what is shown on the page with this number: everything, on enough pages in a row."""
    features = [feature for group in formatting().groups for feature in group.features]
    for place in range(number * FEATURES_ON_A_PAGE, (number + 1) * FEATURES_ON_A_PAGE):
        yield features[place % len(features)]


def _parts(
    random: Random,
    language: Language,
    sources: list[str],
    others: list[int],
    features: list[Feature],
) -> Iterator[str]:
    """Yield the parts of a running text; which they are follows from `random` alone."""
    for place, heading in enumerate(WORDS[language].headings):
        yield f"{_paragraph(random, language)}[^{sources[place]}]\n\n" if place == 0 else ""
        yield f"## {heading} {{#deel-{place + 1}}}\n\n"
        yield f"{_paragraph(random, language)}[^{random.choice(sources)}]\n\n"
        if place < len(others):
            link = f"../resultaten/resultaat-{others[place]}.md"
            words = {"nl": f"plan {others[place]}", "en": f"plan {others[place]}"}[language]
            see = {"nl": "Zie ook", "en": "See also"}[language]
            yield f"{see} [{words}]({link}).\n\n"
        if place < len(features):
            yield from _example(features[place], language, sources[0])


def _paragraph(random: Random, language: Language) -> str:
    words = WORDS[language]
    return " ".join(
        f"{random.choice(words.subjects)} {random.choice(words.verbs)} "
        f"{random.choice(words.objects)} {random.choice(words.endings)}."
        for _ in range(random.randint(3, 6))
    )


def _example(feature: Feature, language: Language, source: str) -> Iterator[str]:
    """Yield an example as it can stand in a text: it cites and links to what is there."""
    text = feature.markdown.in_language(language)
    for name in feature.cites:
        text = text.replace(f"[^{name}]", f"[^{source}]")
    for name in ("#mijn-kop", "#my-heading"):
        text = text.replace(f"({name})", "(#deel-1)")
    if text.startswith("####"):  # The example shows a heading below two others.
        yield f"### {feature.name.in_language(language)}\n\n"
        yield f"{_paragraph(Random(feature.name.nl), language)}\n\n"
    yield f"{text}\n\n"

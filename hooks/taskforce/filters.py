"""By what readers can filter the deliverables, and what each of them has of it.

The keys and values stand in the address of a filtered overview. They are the same in every
language, and people share and keep them: do not change them.
"""

from __future__ import annotations

from collections.abc import Mapping

from .catalogue import Catalogue, Entity
from .labels import labels
from .languages import Language, Text, sort_key
from .model import Deliverable
from .vocabulary import DeliverableKind, Progress

# No slug starts with an underscore, so these are never those of an organisation.
OTHER_MAKER = "_anders"
NO_MAKER = "_onbekend"

Options = Mapping[str, Text]
"""Values with the words that readers see, in the order in which they see them."""


def values(deliverable: Entity[Deliverable]) -> Mapping[str, tuple[str, ...]]:
    """Return by what a deliverable is found: values by the key of the filter."""
    record = deliverable.record
    no_slug = OTHER_MAKER if record.other_makers is not None else NO_MAKER
    years = {milestone.date.year for milestone in record.milestones}
    return {
        "thema": record.themes,
        "voortgang": (record.newest.progress.value,),
        "soort": (record.kind.value,),
        "maker": record.makers or (no_slug,),
        "jaar": tuple(str(year) for year in sorted(years)),
    }


def options(catalogue: Catalogue, language: Language) -> Mapping[str, Options]:
    """Return the filters by key, each with the values that occur.

    Themes and progress have an order of their own, years stand newest first, and the rest by name.
    """
    occurring: dict[str, set[str]] = {}
    for deliverable in catalogue.deliverables.values():
        for key, entries in values(deliverable).items():
            occurring.setdefault(key, set()).update(entries)
    ordered = {
        "thema": {slug: theme.title for slug, theme in catalogue.themes.items()},
        "voortgang": {word.value: word.label for word in Progress},
        "soort": _by_name({word.value: word.label for word in DeliverableKind}, language),
        "maker": _makers(catalogue, language),
        "jaar": {year: Text.same(year) for year in sorted(occurring.get("jaar", ()), reverse=True)},
    }
    return {
        key: {value: words for value, words in entries.items() if value in occurring.get(key, ())}
        for key, entries in ordered.items()
    }


def _makers(catalogue: Catalogue, language: Language) -> Options:
    names = {}
    for slug, organisation in catalogue.organisations.items():
        title, short = organisation.title, organisation.record.abbreviation
        both = Text.same("{short} ({title})").format(short=short, title=title)
        names[slug] = both if short else title
    return _by_name(names, language) | {
        OTHER_MAKER: labels()["deliverables.other_makers"],
        NO_MAKER: labels()["maker_unknown"],
    }


def _by_name(words: Options, language: Language) -> dict[str, Text]:
    return dict(sorted(words.items(), key=lambda item: sort_key(item[1].in_language(language))))

"""The pictures as HTML: a figure with a caption and an SVG, from the templates picture_*.html."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment
from markupsafe import Markup

from ..catalogue import Catalogue, Event
from ..certainty import in_brackets, marks
from ..labels import labels, lang_attribute, marked_html
from ..languages import Language, locale_of
from ..parts import Localised
from .lettering import legible
from .relations import relations
from .timeline import samples, timeline


def picture_of_relations(
    catalogue: Catalogue, language: Language, page: str, templates: Environment
) -> Markup:
    """Return how trekkers, themes and deliverables fit together, as HTML within Markdown.

    The same stands below the picture in words, and only there where it is too much to draw.

    Args:
        catalogue: What to draw.
        language: The language of the text of the page.
        page: The path of the page below docs/.
        templates: Those that make HTML.
    """
    picture = relations(catalogue, language, page, labels()["taskforce_as_a_whole"])
    if not picture.leaves:
        return Markup("")
    more = labels()["further_more"]
    return _drawn(
        templates,
        "picture_relations.html",
        language,
        picture=picture,
        more=lambda number: marked_html(more.format(number=f"{number}"), language),
    )


def picture_of_timeline(
    catalogue: Catalogue, language: Language, page: str, templates: Environment
) -> Markup:
    """Return the milestones on an axis, as HTML within Markdown; see `picture_of_relations`.

    Nothing where there is nothing or too much to draw: the list of milestones does without it.
    """
    picture = timeline(catalogue, language, page)
    if picture is None:
        return Markup("")
    return _drawn(
        templates,
        "picture_timeline.html",
        language,
        picture=picture,
        samples=samples(picture),
        beside=lambda milestone, own: in_brackets(marks(catalogue, milestone), own),
    )


def picture_of_years(
    language: Language, templates: Environment, events: Mapping[int, Sequence[Event]]
) -> Markup:
    """Return how many milestones each year has, where there are too many to draw each of them.

    Args:
        language: The language of the text of the page.
        templates: Those that make HTML.
        events: The milestones by their year.
    """
    numbers = {year: len(own) for year, own in events.items()}
    written = {
        year: format_decimal(number, locale=locale_of(language)) for year, number in numbers.items()
    }
    most = max(numbers.values())
    return _drawn(
        templates, "picture_years.html", language, numbers=numbers, most=most, written=written
    )


def _drawn(templates: Environment, template: str, language: Language, **values: Any) -> Markup:
    def text(text: Localised) -> str:
        return legible(text.text.in_language(language))

    html = templates.get_template(template).render(
        language=language,
        label=lambda name: marked_html(labels()[name], language),
        attribute=lambda name: labels()[name].in_language(language),
        lang=lambda name: lang_attribute(labels()[name], language),
        text=text,
        **values,
    )
    # A blank line would end the HTML for readers of CommonMark.
    return Markup(re.sub(r"\n\s*", "\n", html).strip())

"""A form that somebody sent in becomes a proposal, or an answer that says what to change in it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..languages import Text
from ..problems import Place, Problem, shown_source
from ..quoting import as_code, as_code_block
from . import rules
from .forms import TEXT, Form, broken_form_of, form_of
from .questions import Question, asked_by
from .site import Site

LONGEST = 65_536
"""Characters in an issue (GitHub takes no more); a form that holds more was not sent by it."""

_MOST_PROBLEMS = 25
"""Problems that an answer lists: it has to be read, and to fit into a comment."""

_READY = Text(
    nl="**Je voorstel staat klaar.** De controle vond niets. Er verandert dit:",
    en="**Your proposal is ready.** The check found nothing. This is what changes:",
)
_NOT_YET = Text(
    nl="**Er klopt nog iets niet.** Kies bij je bericht hierboven **…** en **Edit**, en verander "
    "het antwoord onder de kop. Laat de koppen staan. De controle kijkt dan opnieuw.",
    en="**Something is not right yet.** At your message above choose **…** and **Edit**, and "
    "change the answer below the heading. Leave the headings as they are. The check then looks "
    "again.",
)
_NO_HEADINGS = Text(
    nl="**De koppen kloppen niet meer.** Kies bij je bericht hierboven **…** en **Edit**, en zet "
    "ze terug zoals ze waren, in deze volgorde:",
    en="**The headings are not right any more.** At your message above choose **…** and **Edit**, "
    "and put them back as they were, in this order:",
)
_TOO_LONG = Text(
    nl="**Dit is te lang.** Maak de antwoorden korter.",
    en="**This is too long.** Make the answers shorter.",
)
_MORE = Text(nl="En nog {count} andere.", en="And {count} more.")


@dataclass(frozen=True)
class Reply:
    """What to do with an issue.

    Attributes:
        changes: Files to write, by their paths below docs/; none where anything is wrong.
        answer: What to say, in Markdown; empty where the issue is no form.
    """

    changes: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""


def reply_to(body: str, site: Site) -> Reply:
    """Return what to do with the text of an issue.

    Whatever it holds is data: it can become the value of a field, or the text of a page that the
    check has looked at, and in the answer it stands within code.
    """
    if len(body) > LONGEST:
        return Reply(answer=f"{_in_every_language(_TOO_LONG)}\n")
    match = form_of(body)
    if match is None:
        broken = broken_form_of(body)
        return Reply(answer=_headings(broken) if broken else "")
    form, answers = match
    draft = form.draft(answers, site)
    problems = [*draft.problems, *map(_unanswered, draft.unanswered)]
    if problems:
        return Reply(answer=_list(form, problems))
    listed = "\n".join(f"- `{site.files.root}/{path}`" for path in draft.changes)
    return Reply(draft.changes, f"{_in_every_language(_READY)}\n\n{listed}\n")


def _headings(form: Form) -> str:
    return f"{_in_every_language(_NO_HEADINGS)}\n\n{as_code_block([*form.headings])}\n"


def _unanswered(question: Question) -> Problem:
    return rules.UNANSWERED.problem(Place(""), question.name)


def _list(form: Form, problems: list[Problem]) -> str:
    """Return an answer with what is wrong, each under the label of its question."""
    places = {question.name: place for place, question in enumerate(form.questions)}
    in_order = sorted(problems, key=lambda one: places.get(asked_by(one), len(places)))
    # What follows from an answer is as wrong as that is, and was not asked.
    messages = {one.message.nl for one in problems if asked_by(one) in places}
    listed = [one for one in in_order if asked_by(one) in places or one.message.nl not in messages]
    parts = [_in_every_language(_NOT_YET), *(_item(form, one) for one in listed[:_MOST_PROBLEMS])]
    if len(listed) > _MOST_PROBLEMS:
        parts.append(_in_every_language(_MORE.format(count=len(listed) - _MOST_PROBLEMS)))
    return "\n\n".join(parts) + "\n"


def _item(form: Form, problem: Problem) -> str:
    name = asked_by(problem)
    labels = [
        question.label
        for question in form.questions
        if question.name == name or question.name.startswith(f"{name}.")
    ]
    title = f"**{labels[0].in_every_language()}**" if labels else as_code(name)
    lines = [*problem.sentences]
    if name == TEXT and problem.source_line.strip():
        lines.append(f"> {shown_source(problem.source_line, problem.place.column)[0]}")
    return f"- {title}\n\n{textwrap.indent(as_code_block(lines), '  ')}"


def _in_every_language(text: Text) -> str:
    return "\n\n".join(text.by_language.values())

"""What is proposed: files that are new or changed, and what the check says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..addresses import file_in
from ..documents import WHOLE_FILE
from ..guessing import choose_from, did_you_mean, named_so, nearest_name
from ..kinds import Kind
from ..languages import SOURCE_LANGUAGE, Language, Text
from ..model import Translation
from ..parts import Milestone, Record, Source
from ..problems import Place, Problem
from ..rules import fields, files
from ..running_text.headings import headings
from ..values import as_file_name, bare_address, has_slug, is_file_name
from . import rules
from .answers import complete, field_values, first_free, one_line
from .examples import example
from .insertion import with_item
from .questions import SOURCES, Answers, Question, as_asked, asked_by, missing, questions
from .site import Site
from .skeleton import page, skeleton

PAGE = "page"
"""The question to which page something has to be added."""

_MILESTONES = "milestones"


@dataclass(frozen=True)
class Draft:
    """What is proposed.

    Attributes:
        changes: Whole files, by their paths below docs/.
        unanswered: The questions that the model wants an answer to.
        problems: What else is wrong.
    """

    changes: Mapping[str, str]
    unanswered: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()


def new_page(
    kind: Kind,
    answers: Answers,
    site: Site,
    *,
    body: str = "",
    slug: str = "",
    language: Language = SOURCE_LANGUAGE,
) -> Draft:
    """Return a page that is not there yet.

    Args:
        kind: What kind of page it is.
        answers: What was answered about it.
        site: Where it belongs.
        body: Its running text.
        slug: The name of its file, where that does not follow from the title.
        language: That of the comments.
    """
    given = complete(kind.record, answers, site.known)
    title = given.get("title", "")
    name = slug.removesuffix(".md") or as_file_name(title)
    path = f"{kind.collection.folder}/{name}.md"
    if title and not slug and not has_slug(title):
        problem = rules.NO_FILE_NAME.problem(Place(path.replace(name, "…")), "title", value=title)
        return Draft({}, problems=(problem,))
    if not is_file_name(name):
        instead = as_file_name(name)
        problem = files.FILE_NAME.problem(Place(path), WHOLE_FILE, value=name, instead=instead)
        return Draft({}, problems=(problem,))
    if (found := site.found_at(path)) is not None:
        field = WHOLE_FILE if slug else "title"  # Which is what has to be answered otherwise.
        other = rules.OTHER_NAME.format(name=_free_name(site, path))
        taken = _taken(site, found, field, other)
        free = f"{kind.collection.folder}/{_free_name(site, path)}.md"
        rest = _new_file(kind.record, given, site, free, body, language)
        others = (problem for problem in rest.problems if asked_by(problem) != field)
        return Draft({}, rest.unanswered, (*taken.problems, *others))
    return _new_file(kind.record, given, site, path, body, language)


def new_translation(path: str, answers: Answers, site: Site, language: Language) -> Draft:
    """Return a Dutch page in another language, with its headings, which are to be translated."""
    body = "\n\n".join(
        f"{'#' * heading.level} *{heading.words}*{{lang={SOURCE_LANGUAGE}}}"
        for heading in headings(site.pages[path].document.body)
    )
    given = complete(Translation, answers, site.known)
    path = file_in(path, language)
    if site.has(path):
        return _taken(site, path, WHOLE_FILE, Text(nl="", en=""))
    return _new_file(Translation, given, site, path, body, language)


def _new_file(
    record: type[Record], given: Answers, site: Site, path: str, body: str, language: Language
) -> Draft:
    examples = example(record, site.known, language)
    text = page(skeleton(record, field_values(record, given), examples, language), body)
    return _tried(site, {path: text}, missing(questions(record), given))


def _taken(site: Site, path: str, field: str, other: Text) -> Draft:
    place = Place(f"{site.files.root}/{path}")
    return Draft({}, problems=(rules.TAKEN.problem(place, field, value=place.path, other=other),))


def _free_name(site: Site, path: str) -> str:
    """Return a name for a page that no file has, like that of one that is there."""
    free = first_free(
        path.removesuffix(".md"), lambda name: site.found_at(f"{name}.md") is not None
    )
    return free.rpartition("/")[2]


def new_source(answers: Answers, site: Site) -> Draft:
    """Return the register of sources with one more."""
    address = bare_address(answers.get("url", ""))
    for url, name in site.known.addresses.items():
        if address == bare_address(url):
            return Draft({}, problems=(rules.KNOWN_SOURCE.problem(Place(""), "url", value=name),))
    register = site.known.register.removeprefix(f"{site.files.root}/")
    return _with_part(Source, SOURCES, answers, site, register)


def new_milestone(answers: Answers, site: Site) -> Draft:
    """Return a page with one more milestone; `PAGE` answers which page."""
    asked = one_line(answers.get(PAGE, ""))
    path = site.page_called(asked)
    if path is None:
        near = named_so(asked, site.names) or nearest_name(asked, site.names)
        if len(alike := site.with_slug(asked)) > 1:
            instead = choose_from(alike)
        else:
            instead = did_you_mean(near) if near else choose_from(sorted(site.pages))
        problem = rules.UNKNOWN_PAGE.problem(Place(""), PAGE, value=asked, instead=instead)
        return Draft({}, problems=(problem,))
    return _with_part(Milestone, _MILESTONES, answers, site, path)


def _with_part(record: type[Record], field: str, answers: Answers, site: Site, path: str) -> Draft:
    given = complete(record, answers, site.known)
    text = (
        with_item(site.text(path), field, field_values(record, given))
        if path in site.pages
        else None
    )
    if text is None:
        value = f"{site.files.root}/{path}"
        return Draft({}, problems=(rules.UNREADABLE_PAGE.problem(Place(path), PAGE, value=value),))
    return _tried(site, {path: text}, missing(questions(record), given), field)


def _tried(
    site: Site, changes: Mapping[str, str], unanswered: tuple[Question, ...], part: str = ""
) -> Draft:
    """Return a proposal with what the check says of it, but for what was not answered."""
    names = [question.name for question in unanswered]
    problems = tuple(
        problem
        for found in site.problems_with(changes)
        for problem in (as_asked(found, site.known.register, part),)
        if not (names and problem.rule == fields.MISSING_FIELD.id)
        and not any(f"{name}.".startswith(f"{asked_by(problem)}.") for name in names)
    )
    return Draft(changes, unanswered, problems)

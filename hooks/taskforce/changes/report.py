"""What a change does to the site, as data: one program makes it, and another tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..languages import LANGUAGES, Language, Text
from ..problems import Severity

MOST = 200
"""Things of a sort that a report holds; how many more there are, it says."""


def _known(language: str) -> Language:
    if language not in LANGUAGES:
        raise ValueError(f"no language of the site: {language[:20]!r}")
    return language


Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
"""A number that can be counted, and that is short in a comment."""

KnownLanguage = Annotated[str, AfterValidator(_known)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FactChange(_Part):
    """A field of which something went or came; what stayed is left out.

    Attributes:
        label: What the field is called.
        before: What went.
        after: What came.
        more_before: How many more went.
        more_after: How many more came.
    """

    label: Text
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    more_before: Count = 0
    more_after: Count = 0


class TextChange(_Part):
    """What happened to the running text of a page in a language."""

    language: KnownLanguage
    change: Literal["new", "changed", "removed"]


Change = Literal["new", "renamed", "changed", "removed"]
"""What happened to a page, in the order in which it is told."""


class PageChange(_Part):
    """A page of which a file was changed.

    Attributes:
        change: What happened to it.
        title: What it is called now, or was.
        addresses: Where it stands, or stood, in each language.
        stood_at: Where it stood before it got another name.
        leads_to: Where readers come who go to a page that is gone; empty where nowhere.
        facts: What changed in its fields.
        texts: In which languages its text changed.
        not_yet: Why it is not on the site, where it is not: it is a draft, or comes on a later day.
    """

    change: Change
    title: Text
    addresses: tuple[str, ...]
    stood_at: str = ""
    leads_to: str = ""
    facts: tuple[FactChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    not_yet: Text | None = None


class Follower(_Part):
    """A page that was not changed itself, and shows something else."""

    title: Text
    address: str
    is_overview: bool


class FileChange(_Part):
    """A file beside the pages that is another than it was."""

    path: str
    change: Literal["new", "changed"]


class Untranslated(_Part):
    """A page that is not translated, or behind, and was not so before."""

    title: Text
    language: KnownLanguage
    state: Literal["missing", "behind"]


class Redirect(_Part):
    """An address that sends readers on, and did not before; both in the source language."""

    address: str
    target: str


class Told(_Part):
    """A problem, or a notice, as `problems.as_json` has it."""

    severity: Severity
    path: str
    line: Count
    column: Count = 1
    length: Count = 1
    field: str
    rule: str
    message: Text
    remedy: Text


class Report(_Part):
    """What a change does to the site.

    Attributes:
        is_compared: Whether it is known; it is not where the content has problems.
        knows_consequences: Whether followers and files are known; they are not where what was
            there before has problems.
        pages: The pages that were changed.
        uploads: The documents and pictures that came, or have become others.
        followers: Pages that show something else because of it.
        files: The feeds, calendars and data that came out otherwise.
        changes_menu: Whether the menu on every page is another.
        untranslated: What is not translated, or behind, since.
        redirects: Addresses that send readers on since.
        lost: Addresses that lead nowhere since.
        problems: What is wrong, and what is worth knowing.
        left_out: How many more there are of something, by its name here.
    """

    is_compared: bool = True
    knows_consequences: bool = True
    pages: tuple[PageChange, ...] = ()
    uploads: tuple[FileChange, ...] = ()
    followers: tuple[Follower, ...] = ()
    files: tuple[FileChange, ...] = ()
    changes_menu: bool = False
    untranslated: tuple[Untranslated, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    lost: tuple[str, ...] = ()
    problems: tuple[Told, ...] = ()
    left_out: Mapping[str, Count] = Field(default_factory=dict)

    def bounded(self) -> Report:
        """Return the report with so much of everything, and how much it leaves out."""
        kept: dict[str, object] = {}
        left_out = dict(self.left_out)
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, tuple) and len(value) > MOST:
                kept[name] = value[:MOST]
                left_out[name] = left_out.get(name, 0) + len(value) - MOST
        return self.model_copy(update=kept | {"left_out": left_out})

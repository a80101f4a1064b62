"""Whose site this is and how its makers are reached: one setting, and all that follows from it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from .dates import ImpossibleDateError, PartialDate
from .labels import labels
from .languages import LANGUAGES, TRANSLATIONS, Language, Text, words_in

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
"""What a browser takes for an address (HTML, section 4.10.5.1.5), with a dot in the domain."""


class Owner(BaseModel):
    """Whoever makes the site: `extra.owner` in mkdocs.yml.

    Attributes:
        name: Who they are, as it stands within a sentence; the makers of this site where nobody is
            named.
        official: Whether those make it whom it is about, or have it made.
        contact: Their e-mail address; empty where they have none.
        archived: The day since which nobody keeps the site up; none while somebody does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Text = Field(default_factory=lambda: labels()["makers_of_the_site"])
    official: bool = False
    contact: str = ""
    archived: date | None = None

    @field_validator("contact")
    @classmethod
    def _is_an_address(cls, contact: str) -> str:
        if contact and not _EMAIL.fullmatch(contact):
            raise ValueError(f"‘{contact}’ is geen e-mailadres / is no e-mail address")
        return contact

    @field_validator("archived", mode="before")
    @classmethod
    def _is_a_day(cls, archived: object) -> object:
        if type(archived) is date:
            with suppress(ImpossibleDateError):
                PartialDate.of(archived.year, archived.month, archived.day)
                return archived
        if archived is None:
            return None
        raise ValueError(f"‘{archived}’ is geen dag / is no day: 2027-12-31")

    @field_validator("name")
    @classmethod
    def _is_in_the_languages_of_the_site(cls, name: Text) -> Text:
        given = set(name.model_dump())
        required = {code for code in TRANSLATIONS if words_in(code).is_required}
        if wrong := sorted((given - {*LANGUAGES}) | (required - given)):
            listed = ", ".join(wrong)
            raise ValueError(
                f"te veel of te weinig talen / too many or too few languages: {listed}"
            )
        return name

    @model_validator(mode="after")
    def _has_a_name(self) -> Owner:
        if self.official and not self.is_named:
            raise ValueError("official: true vraagt ook om / also needs name: {nl: …, en: …}")
        return self

    @property
    def is_named(self) -> bool:
        """Whether somebody is named."""
        return "name" in self.model_fields_set

    @property
    def statement(self) -> Text:
        """What the site says of whose it is."""
        return labels()["official" if self.official else "independent"].format(owner=self.name)

    @property
    def motto(self) -> Text:
        """The same in a few words, for a picture."""
        return labels()["official_site" if self.official else "independent_site"].format(
            owner=self.name
        )

    @property
    def kind_of_work(self) -> Text:
        """What stands above the title of the home page."""
        return labels()["official_work" if self.official else "independent_work"]

    @property
    def notice(self) -> Text | None:
        """What every page says where nobody keeps the site up; none while somebody does."""
        if self.archived is None:
            return None
        day = PartialDate.of(self.archived.year, self.archived.month, self.archived.day)
        in_words = Text(**{language: day.in_words(language) for language in LANGUAGES})
        return labels()["archived"].format(date=in_words)

    def letter(self, title: str, address: str, language: Language) -> str:
        """Return a `mailto:` address to report a mistake on a page (RFC 6068).

        Empty where they have no address, or do not keep the site up.

        Args:
            title: That of the page.
            address: That of the page.
            language: In which the letter is.
        """
        if not self.contact or self.archived:
            return ""
        subject = labels()["report_subject"].format(title=title).in_language(language)
        body = labels()["report_letter"].format(address=address).in_language(language)
        fields = {"subject": subject, "body": body.replace("\n", "\r\n")}
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
        return f"mailto:{quote(self.contact, safe='@')}?{query}"

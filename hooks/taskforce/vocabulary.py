"""The small vocabularies of the content, with their labels in every language side by side."""

from __future__ import annotations

from enum import Enum
from typing import Self

from .languages import Text


class Word(Enum):
    """A word of a vocabulary: what editors write, and what readers see."""

    def __new__(cls, value: str, *_: str) -> Self:
        """Return the word whose `value` is what editors write."""
        word = object.__new__(cls)
        word._value_ = value
        return word

    def __init__(self, value: str, nl: str, en: str) -> None:
        self.label = Text(nl=nl, en=en)


class Collection(Word):
    """The kinds of page that have a folder of their own: by folder, for one and for several.

    What the site does with each is in kinds.py.
    """

    def __init__(self, value: str, nl: str, en: str, several_nl: str, several_en: str) -> None:
        super().__init__(value, nl, en)
        self.several = Text(nl=several_nl, en=several_en)

    THEMES = "themas", "thema", "theme", "thema's", "themes"
    TREKKERS = "trekkers", "trekker", "lead", "trekkers", "leads"
    DELIVERABLES = "resultaten", "resultaat", "deliverable", "resultaten", "deliverables"
    ORGANISATIONS = "organisaties", "organisatie", "organisation", "organisaties", "organisations"

    @property
    def folder(self) -> str:
        """The folder below docs/ that holds the collection."""
        return str(self.value)


class DeliverableKind(Word):
    """What a deliverable is."""

    WHITE_PAPER = "white-paper", "white paper", "white paper"
    POSITION_PAPER = "position-paper", "position paper", "position paper"
    AGENDA = "agenda", "agenda", "agenda"
    ACTION_PLAN = "action-plan", "actieplan", "action plan"
    CANVAS = "canvas", "canvas", "canvas"
    CITY_DEAL = "city-deal", "City Deal", "City Deal"
    FUND = "fund", "fonds", "fund"
    HANDOVER = "handover", "overdrachtsdocument", "handover document"


class Progress(Word):
    """How far a deliverable is; in the order in which they follow each other."""

    ANNOUNCED = "announced", "aangekondigd", "announced"
    IN_PREPARATION = "in-preparation", "in voorbereiding", "in preparation"
    IN_PROGRESS = "in-progress", "in uitvoering", "in progress"
    PUBLISHED = "published", "gepubliceerd", "published"
    COMPLETED = "completed", "afgerond", "completed"
    SUPERSEDED = "superseded", "vervangen", "superseded"
    UNKNOWN = "unknown", "onbekend", "unknown"

    @property
    def is_finished(self) -> bool:
        """Whether the work on it is done, as far as anyone knows."""
        return self in (Progress.PUBLISHED, Progress.COMPLETED, Progress.SUPERSEDED)


class Uncertainty(Word):
    """What is the site's own conclusion: in short, and in a sentence of its own."""

    def __init__(self, value: str, nl: str, en: str, sentence_nl: str, sentence_en: str) -> None:
        super().__init__(value, nl, en)
        self.sentence = Text(nl=sentence_nl, en=sentence_en)

    DATE = (
        "date",
        "waarschijnlijke datum",
        "probable date",
        "De datum is onze eigen conclusie",
        "The date is our own conclusion",
    )
    CONNECTION = (
        "connection",
        "waarschijnlijk verband",
        "probable connection",
        "Dat dit hierbij hoort, is onze eigen conclusie",
        "That this belongs here is our own conclusion",
    )


class OrganisationKind(Word):
    """What an organisation is, for one and for the heading above several; in this order."""

    def __init__(self, value: str, nl: str, en: str, heading_nl: str, heading_en: str) -> None:
        super().__init__(value, nl, en)
        self.heading = Text(nl=heading_nl, en=heading_en)

    TASKFORCE = "taskforce", "taskforce", "taskforce", "De taskforce", "The taskforce"
    ASSOCIATION = "association", "vereniging", "association", "Verenigingen", "Associations"
    NETWORK = (
        "network",
        "netwerk van gemeenten",
        "network of municipalities",
        "Netwerken van gemeenten",
        "Networks of municipalities",
    )
    MUNICIPALITY = "municipality", "gemeente", "municipality", "Gemeenten", "Municipalities"
    GOVERNMENT = (
        "government",
        "landelijke overheid",
        "central government",
        "Het Rijk",
        "Central government",
    )
    MINISTRY = "ministry", "ministerie", "ministry", "Ministeries", "Ministries"
    AGENCY = (
        "agency",
        "uitvoeringsorganisatie",
        "public agency",
        "Uitvoeringsorganisaties",
        "Public agencies",
    )
    KNOWLEDGE = (
        "knowledge",
        "kennisorganisatie",
        "knowledge organisation",
        "Kennisorganisaties",
        "Knowledge organisations",
    )
    PROGRAMME = (
        "programme",
        "gezamenlijk programma van overheden",
        "joint programme of public bodies",
        "Gezamenlijke programma's van overheden",
        "Joint programmes of public bodies",
    )
    COOPERATION = (
        "cooperation",
        "samenwerkingsverband",
        "partnership",
        "Samenwerkingsverbanden",
        "Partnerships",
    )


class LinkFormat(Word):
    """The form in which a document is offered."""

    HTML = "html", "webpagina", "web page"
    PDF = "pdf", "pdf", "PDF"
    CSV = "csv", "csv", "CSV"
    SPREADSHEET = "xlsx", "Excel", "Excel"
    DOCUMENT = "docx", "Word", "Word"


class DocumentLanguage(Word):
    """The language in which a document or source is written."""

    NL = "nl", "Nederlands", "Dutch"
    EN = "en", "Engels", "English"


class Result(Word):
    """How a measurement of the site came out."""

    PASSED = "passed", "gehaald", "met"
    FAILED = "failed", "niet gehaald", "not met"
    NOT_MEASURED = "not-measured", "niet gemeten", "not measured"


class Overview(Word):
    """What the site itself adds below the text of a page."""

    HOME = "home", "beginpagina", "home page"
    THEMES = "themes", "alle thema's", "all themes"
    TREKKERS = "trekkers", "alle trekkers", "all leads"
    DELIVERABLES = "deliverables", "alle resultaten", "all deliverables"
    ORGANISATIONS = "organisations", "alle organisaties", "all organisations"
    TIMELINE = "timeline", "de tijdlijn", "the timeline"
    GLOSSARY = "glossary", "de begrippenlijst", "the glossary"
    SOURCES = "sources", "alle bronnen", "all sources"
    SEARCH = "search", "het zoekveld", "the search field"
    RULES = "rules", "alle regels voor pagina's", "all rules for pages"
    FIELDS = "fields", "alle velden", "all fields"
    FORMATTING = "formatting", "hoe je tekst opmaakt", "how to format text"
    DATA = "data", "de open data", "the open data"
    EVERYTHING = "everything", "de hele site op één pagina", "the whole site on one page"
    AUDIT = "audit", "wat is gecontroleerd", "what has been checked"
    ACCESSIBILITY = (
        "accessibility",
        "wat over toegankelijkheid is gemeten",
        "what was measured about accessibility",
    )
    CONTACT = "contact", "hoe je de makers bereikt", "how to reach the makers"
    TRANSLATIONS = "translations", "de stand van de vertalingen", "the state of the translations"
    REVIEWS = "reviews", "wat moet worden nagekeken", "what has to be reviewed"

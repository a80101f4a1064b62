"""Correct changes of content, as editors make them; each says what must then be seen where.

They are computed from whatever the content is: no page, person or theme is named here. Where a site
has no page that a change could be made to, none is made.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from PIL import Image

from hooks.taskforce.addresses import path_in
from hooks.taskforce.catalogue import Catalogue, Entity
from hooks.taskforce.formatting import formatting
from hooks.taskforce.kinds import KINDS, Kind
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.loading import load
from hooks.taskforce.model import Organisation
from hooks.taskforce.problems import as_text
from hooks.taskforce.vocabulary import Collection, OrganisationKind, Overview
from tests.builders import page, translation
from tests.content.built import address_of

ROOT = Path(__file__).parent.parent.parent
_GUIDE = "docs/over/meedoen"
GUIDES = tuple(
    tuple(f"{_GUIDE}/{page}{ending}.md" for page in ("toevoegen", "vertalen"))
    for ending in ("", ".en")
)
"""The pages that show what to copy, in each language."""

_FENCED = re.compile(r"^```ya?ml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(\]\(<?|^\[[^\]\n]+\]:\s*<?)([^)\s>#]+\.md)", re.MULTILINE)
_REFERENCES = re.compile(
    r"\b(?:themes?|makers|partners|municipality):"
    r"(?:[ ]*\[[^\]]*\]|[ ]+[\w-]+|(?:\n[ ]+- [\w-]+(?=\n))+)"
)
"""Fields that name pages by their slug, in every way in which YAML can write them."""


@dataclass(frozen=True)
class Seen:
    """What readers must see after a change: words on the page with this address."""

    address: str
    words: str


class Content:
    """A docs/ folder that is being changed."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self._taken: set[str] = set()
        self._read: tuple[dict[Path, int], Catalogue] | None = None

    def catalogue(self) -> Catalogue:
        """Return what the content says now, which must be right.

        Raises:
            AssertionError: When the check has found a problem.
        """
        state = {file: file.stat().st_mtime_ns for file in self.docs.rglob("*")}
        if self._read is None or self._read[0] != state:
            loaded = load(self.docs)
            assert not loaded.problems, as_text(loaded.problems, ("en",))
            self._read = state, loaded.catalogue
        return self._read[1]

    def read(self, path: str) -> str:
        return (self.docs / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a page, which is then no longer free for another change."""
        self._taken.add(path)
        file = self.docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def add(self, path: str, text: str) -> None:
        """Write a page that is not there yet."""
        assert not (self.docs / path).exists(), path
        self.write(path, text)

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the text of every page, in every language."""
        for file in sorted(self.docs.rglob("*.md")):
            yield file.relative_to(self.docs).as_posix(), file.read_text(encoding="utf-8")

    def free(self, *collections: Collection) -> list[Entity[Any]]:
        """Return the pages of these kinds that no other change has written."""
        return [
            entity
            for entity in self.catalogue().entities
            if entity.collection in collections and entity.path not in self._taken
        ]

    def source(self) -> str:
        """Return the id of a source."""
        return min(self.catalogue().sources)

    def theme(self) -> Entity[Any]:
        """Return a theme."""
        return next(iter(self.catalogue().themes.values()))


Change = Callable[[Content], Iterator[Seen]]


# --- what the guides show ------------------------------------------------------------------------


def examples(guide: tuple[str, ...]) -> list[str]:
    """Return what a guide shows as to be copied, in order."""
    texts = ((ROOT / path).read_text(encoding="utf-8") for path in guide)
    return [example for text in texts for example in _FENCED.findall(text)]


def _field(name: str, text: str) -> str:
    found = re.search(rf"^{name}: *(.+)$", text, re.MULTILINE)
    return "" if found is None else found[1].strip("\"'")


def _collection(example: str) -> Collection:
    """Return the kind of page that has the fields of an example, and misses the fewest."""
    facts = _facts(example)

    def misfits(kind: Kind) -> int:
        return len(facts ^ set(kind.record.model_fields))

    fitting = (kind for kind in KINDS if facts <= set(kind.record.model_fields))
    return min(fitting, key=misfits).collection


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _facts(example: str) -> set[str]:
    return set(re.findall(r"^(\w+):", example.split("---\n")[1], re.MULTILINE))


def _copied(guide: tuple[str, ...], content: Content) -> Iterator[Seen]:
    """Copy each example of a guide to where the guide says that it goes.

    It is copied as it stands, but with another title where the site has such a page by now.
    """
    pages: list[str] = []
    for example in examples(guide):
        if not example.startswith("---\n"):
            _write_item(content, _page_with(content, Overview.SOURCES), "sources", example)
            yield Seen("bronnen", _field(" *title", example))
            continue
        title = _free_title(content, _field("title", example))
        if title != _field("title", example):
            begin, _, rest = re.split(r"^(title: .*)$", example, maxsplit=1, flags=re.MULTILINE)
            example = f"{begin}title: {json.dumps(title, ensure_ascii=False)}{rest}"
        if _facts(example) <= {"title", "summary", "translates"}:
            # The translation belongs to the page that the guide begins with.
            content.add(pages[0].replace(".md", ".en.md"), example)
            yield Seen(f"en/{pages[0].removesuffix('.md')}", title)
            continue
        path = f"{_collection(example).folder}/{_slug(title)}.md"
        content.add(path, example)
        pages.append(path)
        yield Seen(path.removesuffix(".md"), title)
        yield Seen(posixpath.dirname(path), title)


def _free_title(content: Content, title: str) -> str:
    """Return a title, or one like it where a page in any language has that, or its address."""
    entities = content.catalogue().entities
    titles = {version.title for entity in entities for version in entity.versions.values()}
    slugs = {entity.slug for entity in entities}
    while title in titles or _slug(title) in slugs:
        title = f"Proef met {title}"
    return title


def examples_of_the_dutch_guide(content: Content) -> Iterator[Seen]:
    """All that the Dutch guide shows, copied exactly."""
    yield from _copied(GUIDES[0], content)


def examples_of_the_english_guide(content: Content) -> Iterator[Seen]:
    """All that the English guide shows, copied exactly."""
    yield from _copied(GUIDES[1], content)


# --- new pages ------------------------------------------------------------------------------------


def a_deliverable_without_translation(content: Content) -> Iterator[Seen]:
    """A new deliverable of which only the year is known, and that nobody is known to have made."""
    theme, source = content.theme(), content.source()
    content.add(
        "resultaten/proef-zonder-vertaling.md",
        page(
            f"""\
title: "Proef zonder vertaling: ‘R&D’ & <meer>"
summary: Een proef die er alleen in het Nederlands is, met tekens die overal goed moeten staan.
kind: white-paper
standing:
  - {{progress: announced, date: 2021, source: {source}}}
themes: [{theme.slug}]
makers: []
sources: [{source}]
"""
        ),
    )
    title = "Proef zonder vertaling: ‘R&D’ & <meer>"
    for language in ("nl", "en"):
        for address in ("resultaten", "resultaten/proef-zonder-vertaling", f"themas/{theme.slug}"):
            yield Seen(path_in(address, language), title)
    yield Seen("en/resultaten/proef-zonder-vertaling", "has not been translated")
    yield Seen("over/vertalingen", title)


def a_deliverable_with_translation(content: Content) -> Iterator[Seen]:
    """A new deliverable with milestones of every precision, a link and a translation."""
    theme, source = content.theme(), content.source()
    dutch = page(
        f"""\
title: Proef met vertaling
summary: Een proef die er in twee talen is, met mijlpalen die niet allemaal even precies zijn.
kind: agenda
standing:
  - {{progress: in-progress, date: 2022-05, source: {source}}}
themes: [{theme.slug}]
other_makers: {{nl: een paar gemeenten samen, en: a few municipalities together}}
milestones:
  - {{date: 2022, text: {{nl: Het jaar van de proef, en: The year of the trial}}, source: {source}}}
  - date: 2022-05
    text: {{nl: De maand van de proef, en: The month of the trial}}
    source: {source}
    probable: [date]
  - date: 2022-05-06
    text: {{nl: De dag van de proef, en: The day of the trial}}
    source: {source}
links:
  - {{url: "https://www.voorbeeld.nl/proef.pdf", title: De proef, format: pdf, language: nl}}
sources: [{source}]
"""
    )
    content.add("resultaten/proef-met-vertaling.md", dutch)
    content.add(
        "resultaten/proef-met-vertaling.en.md",
        translation(
            "Trial with translation",
            "A trial in two languages, with milestones that are not all as precise.",
            dutch,
        ),
    )
    yield Seen("en/resultaten", "Trial with translation")
    yield Seen("tijdlijn", "De maand van de proef")
    yield Seen("en/tijdlijn", "The day of the trial")
    yield Seen("en/resultaten/proef-met-vertaling", "a few municipalities together")


def a_lead_with_two_leads(content: Content) -> Iterator[Seen]:
    """A new lead who leads the taskforce and a theme."""
    yield from _lead(content, "Proef Voorbeeld", "voorbeeld", "{taskforce: true, ")


def a_lead_with_an_apostrophe_and_two_themes(content: Content) -> Iterator[Seen]:
    """A new lead whose name has signs in it, with two themes one after the other."""
    theme = [*content.catalogue().themes.values()][-1]
    name = "Zoë d'Été-van 't Hof"
    seen = [*_lead(content, name, "zoe", f"{{theme: {theme.slug}, until: 2022-03, ")]
    yield from seen
    if seen:
        yield Seen(f"themas/{theme.slug}", name)


def _lead(content: Content, name: str, slug: str, lead: str) -> Iterator[Seen]:
    organisations: Iterable[Entity[Organisation]] = content.catalogue().organisations.values()
    municipalities = [
        one.slug for one in organisations if one.record.kind is OrganisationKind.MUNICIPALITY
    ]
    if not municipalities:
        return
    municipality = municipalities[0]
    theme, source = content.theme(), content.source()
    content.add(
        f"trekkers/{slug}.md",
        page(
            f"""\
title: {name}
summary: Een trekker die er voor de proef bij is gekomen, met twee dingen om te trekken.
municipality: {municipality}
office: {{nl: wethouder Proeven, en: alderman for Trials}}
leads:
  - {{theme: {theme.slug}, from: 2022-03, source: {source}}}
  - {lead}from: 2021, source: {source}}}
sources: [{source}]
"""
        ),
    )
    for address in ("trekkers", f"trekkers/{slug}", f"themas/{theme.slug}"):
        yield Seen(address, name)
        yield Seen(f"en/{address}", name)


def a_theme(content: Content) -> Iterator[Seen]:
    """A new theme that nobody leads yet and that has no deliverables."""
    source = content.source()
    dutch = page(
        f"""\
title: Proefthema & meer
summary: Een thema dat er voor de proef bij is gekomen en dat nog door niemand wordt getrokken.
order: 90
asks:
  - {{nl: Ruimte voor proeven, en: Room for trials, source: {source}}}
sources: [{source}]
"""
    )
    content.add("themas/proefthema.md", dutch)
    yield Seen("themas", "Proefthema & meer")
    yield Seen("en", "Proefthema & meer")
    yield Seen("en/themas/proefthema", "has not been translated")


def an_organisation(content: Content) -> Iterator[Seen]:
    """A new organisation with an abbreviation, not translated."""
    _organisation(content, "proefbond")
    yield Seen("organisaties", "Bond van Proeven")
    yield Seen("begrippen", "BVPR")
    yield Seen("en/organisaties/proefbond", "has not been translated")


def an_organisation_with_translation(content: Content) -> Iterator[Seen]:
    """A new organisation, translated."""
    dutch = _organisation(content, "proefdienst", "Dienst voor Proeven", "DVPR")
    content.add(
        "organisaties/proefdienst.en.md",
        translation(
            "Service for Trials", "An organisation that is only here for the trial of it.", dutch
        ),
    )
    yield Seen("en/organisaties", "Service for Trials")


def _organisation(
    content: Content, slug: str, title: str = "Bond van Proeven", abbreviation: str = "BVPR"
) -> str:
    dutch = page(
        f"""\
title: {title}
summary: Een organisatie die er voor de proef bij is gekomen, met een afkorting die overal geldt.
abbreviation: {abbreviation}
kind: association
url: https://www.voorbeeld.nl/
sources: [{content.source()}]
""",
        f"De {abbreviation} bestaat voor de proef.\n",
    )
    content.add(f"organisaties/{slug}.md", dutch)
    return dutch


def a_page_about_the_site(content: Content) -> Iterator[Seen]:
    """A new page that says nothing of its place in the menu."""
    content.add(
        "over/proef.md",
        page(
            """\
title: Proef over de site
summary: Een pagina over de site die niet zegt waar zij in het menu moet staan.
"""
        ),
    )
    yield Seen("over/proef", "Proef over de site")


def a_folder_of_pages(content: Content) -> Iterator[Seen]:
    """A new folder with a page that opens it, and a page in it."""
    for path, title in (("proeven/index.md", "Alle proeven"), ("proeven/een.md", "Eén proef")):
        fields = f"title: {title}\nsummary: Een pagina in een map die er nog niet was.\n"
        content.add(path, page(fields))
    yield Seen("proeven", "Alle proeven")
    yield Seen("en/proeven/een", "Eén proef")


def a_page_of_each_feature(content: Content) -> Iterator[Seen]:
    """A new page with all that the page on formatting shows, in two languages."""
    texts = {language: _each_feature(language, content.source()) for language in LANGUAGES}
    fields = "title: Proef van opmaak\nsummary: Alles wat er in lopende tekst mag, op één pagina.\n"
    dutch = page(fields, texts["nl"])
    content.add("over/proef-opmaak.md", dutch)
    content.add(
        "over/proef-opmaak.en.md",
        translation(
            "Trial of formatting",
            "All that may stand in running text, together on one page.",
            dutch,
            texts["en"],
        ),
    )
    yield Seen("over/proef-opmaak", "Schrijf kort")
    yield Seen("en/over/proef-opmaak", "Write briefly")


def _each_feature(language: Language, source: str) -> str:
    """Return the examples of the page on formatting; what they cite is a source that is there."""
    parts: list[str] = []
    for group in formatting().groups:
        parts.append(f"## {group.name.in_language(language)}")
        for feature in group.features:
            example = feature.markdown.in_language(language)
            for name in feature.cites:
                example = example.replace(f"[^{name}]", f"[^{source}]")
            parts += [f"### {feature.name.in_language(language)}", example]
    return "\n\n".join(parts) + "\n"


# --- changes of pages that are there ------------------------------------------------------------


def a_sentence_where_the_translation_stays(content: Content) -> Iterator[Seen]:
    """The Dutch text of a translated page says more; its translation says that it is behind."""
    translated = (
        one
        for one in content.free(*Collection)
        if one.is_translated("en") and not one.versions["en"].outdated
    )
    for entity in islice(translated, 1):
        text = content.read(entity.path).rstrip()
        content.write(entity.path, f"{text}\n\nDeze zin is later toegevoegd.\n")
        yield Seen(address_of(entity, "nl"), "Deze zin is later toegevoegd.")
        yield Seen(address_of(entity, "en"), "has changed")
        yield Seen("over/vertalingen", entity.version("nl").title)


def a_translation_less(content: Content) -> Iterator[Seen]:
    """A translation is taken away, of a page to whose headings nobody links."""
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        for path, text in content.sources()
        for target in re.findall(r"\(([^)\s#]+\.md)#", text)
    }
    translated = (
        one
        for one in content.free(*Collection)
        if one.is_translated("en") and one.path not in linked
    )
    for entity in islice(translated, 1):
        (content.docs / entity.path.replace(".md", ".en.md")).unlink()
        yield Seen(address_of(entity, "en"), "has not been translated")


def a_source(content: Content) -> Iterator[Seen]:
    """A new source, and a page that names it."""
    _write_item(
        content,
        _page_with(content, Overview.SOURCES),
        "sources",
        "- {id: proefbron, title: De proef van een bron, publisher: De proef, "
        'url: "https://www.voorbeeld.nl/proef?a=1&b=2", seen: 2024-05-06}\n',
    )
    yield Seen(address_of(_page_with(content, Overview.SOURCES), "nl"), "De proef van een bron")
    for entity in content.free(Collection.DELIVERABLES)[:1]:
        _write_item(content, entity, "sources", "- proefbron\n")
        yield Seen(address_of(entity, "nl"), "De proef van een bron")
        yield Seen(address_of(entity, "en"), "De proef van een bron")


def a_milestone(content: Content) -> Iterator[Seen]:
    """A new milestone on a page, in the future."""
    for entity in content.free(Collection.DELIVERABLES)[:1]:
        _write_item(
            content,
            entity,
            "milestones",
            "- {date: 2091-01, text: {nl: De proef is voorbij, en: The trial is over}, "
            f"source: {content.source()}, probable: [date]}}\n",
        )
        yield Seen(address_of(entity, "nl"), "De proef is voorbij")
        yield Seen("tijdlijn", "De proef is voorbij")
        yield Seen("en/tijdlijn", "The trial is over")


def a_term(content: Content) -> Iterator[Seen]:
    """A new term in the glossary, with an abbreviation in each language."""
    _write_item(
        content,
        _page_with(content, Overview.GLOSSARY),
        "terms",
        "- {id: proefwoord, term: {nl: proef van een woord, en: word on trial}, "
        "abbreviation: {nl: PVW, en: WOT}, "
        'definition: {nl: "Een woord, voor de proef.", en: "A word, for the trial."}}\n',
    )
    yield Seen("begrippen", "Een woord, voor de proef.")
    if _page_with(content, Overview.GLOSSARY).is_translated("en"):
        yield Seen("en/begrippen", "WOT")


def a_picture_and_a_document(content: Content) -> Iterator[Seen]:
    """A picture and a PDF beside a page, which shows the one and links to the other."""
    for entity in content.free(Collection.ORGANISATIONS)[:1]:
        for name, form in (("proef-beeld.png", "PNG"), ("proef-stuk.pdf", "PDF")):
            made = io.BytesIO()
            Image.new("RGB", (64, 48), (20, 57, 90)).save(made, form)
            (content.docs / posixpath.dirname(entity.path) / name).write_bytes(made.getvalue())
        text = content.read(entity.path).rstrip()
        content.write(
            entity.path,
            f"{text}\n\n![Een blauw vlak](proef-beeld.png)\n\nLees [het stuk](proef-stuk.pdf).\n",
        )
        yield Seen(address_of(entity, "nl"), "Lees het stuk")


def another_name_for_a_theme(content: Content) -> Iterator[Seen]:
    """A theme gets another address, and all that refers to it follows."""
    for theme in content.free(Collection.THEMES)[-1:]:
        yield from _renamed(content, theme, "proef-naam-van-thema")


def another_name_for_a_deliverable(content: Content) -> Iterator[Seen]:
    """A deliverable gets another address, and all that links to it follows."""
    for deliverable in content.free(Collection.DELIVERABLES)[-1:]:
        yield from _renamed(content, deliverable, "proef-naam-van-resultaat")


def _renamed(content: Content, entity: Entity[Any], slug: str) -> Iterator[Seen]:
    new = posixpath.join(posixpath.dirname(entity.path), f"{slug}.md")
    for path, text in content.sources():
        here = posixpath.dirname(path)

        def follow(link: re.Match[str], here: str = here) -> str:
            target = posixpath.normpath(posixpath.join(here, link[2]))
            return link[1] + posixpath.relpath(new, here) if target == entity.path else link[0]

        changed = _REFERENCES.sub(
            lambda field: re.sub(rf"(?<![\w-]){entity.slug}(?![\w-])", slug, field[0]),
            _LINK.sub(follow, text),
        )
        if changed != text:
            content.write(path, changed)
    for suffix in (".md", ".en.md"):
        old = content.docs / entity.path.replace(".md", suffix)
        if old.exists():
            old.rename(content.docs / new.replace(".md", suffix))
    content.write(new, _with_former(content.read(new), entity.slug))
    yield Seen(new.removesuffix(".md"), entity.version("nl").title)
    for language in LANGUAGES:
        yield Seen(address_of(entity, language), entity.version(language).title)
    yield Seen(posixpath.dirname(new), entity.version("nl").title)


def a_page_less(content: Content) -> Iterator[Seen]:
    """A page is taken away to which nobody links; the overview leads on from its address."""
    texts = dict(content.sources())
    alone = [
        one
        for one in content.free(Collection.DELIVERABLES, Collection.TREKKERS)
        if not any(
            f"{one.slug}.md" in text
            for path, text in texts.items()
            if path not in {version.path for version in one.versions.values()}
        )
    ]
    if not alone:
        list(_lead(content, "Proef Weg", "proef-weg", "{taskforce: true, "))
        added = content.catalogue().trekkers.get("proef-weg")
        alone = [added] if added else []
    for gone in alone[:1]:
        for version in gone.versions.values():
            (content.docs / version.path).unlink()
        overview = posixpath.join(posixpath.dirname(gone.path), "index.md")
        content.write(overview, _with_former(content.read(overview), gone.name))
        title = content.catalogue().by_path[overview].version("nl").title
        yield Seen(address_of(gone, "nl"), title)


# --- what they share ------------------------------------------------------------------------------


def _page_with(content: Content, overview: Overview) -> Entity[Any]:
    found = content.catalogue().page_with(overview)
    assert found is not None, overview
    return found


def _write_item(content: Content, entity: Entity[Any], key: str, item: str) -> None:
    content.write(entity.path, with_item(content.read(entity.path), key, item))


def _with_former(text: str, name: str) -> str:
    """Return a page that says last where it stood before."""
    listed = re.search(r"^formerly: *\[(.*)\]$", text, re.MULTILINE)
    if listed is not None:
        return f"{text[: listed.end() - 1]}, {name}{text[listed.end() - 1 :]}"
    return text.replace("---\n", f"---\nformerly: [{name}]\n", 1)


def with_item(text: str, key: str, item: str) -> str:
    """Return a page with one more item, as YAML, at the head of a list among its fields."""
    item = textwrap.dedent(item).strip("\n")
    listed = re.search(rf"^{key}: *\[ *(.*?) *\]", text, re.MULTILINE | re.DOTALL)
    if listed is not None:
        inner = ", ".join(filter(None, (item.removeprefix("- "), listed[1])))
        return text[: listed.start()] + f"{key}: [{inner}]" + text[listed.end() :]
    found = re.search(rf"^{key}:\n( *)(?=- )", text, re.MULTILINE)
    if found is None:
        _, fields, body = text.split("---\n", 2)
        return f"---\n{fields}{key}:\n{item}\n---\n{body}"
    return (
        text[: found.end(0) - len(found[1])]
        + textwrap.indent(item, found[1])
        + "\n"
        + (text[found.end(0) - len(found[1]) :])
    )


CHANGES: tuple[Change, ...] = (
    examples_of_the_dutch_guide,
    examples_of_the_english_guide,
    another_name_for_a_theme,
    another_name_for_a_deliverable,
    a_page_less,
    a_translation_less,
    a_sentence_where_the_translation_stays,
    a_milestone,
    a_source,
    a_term,
    a_picture_and_a_document,
    a_deliverable_without_translation,
    a_deliverable_with_translation,
    a_lead_with_two_leads,
    a_lead_with_an_apostrophe_and_two_themes,
    a_theme,
    an_organisation,
    an_organisation_with_translation,
    a_page_about_the_site,
    a_page_of_each_feature,
    a_folder_of_pages,
)
"""All changes that are tried; what takes away comes before what adds."""

"""Catalogue and language become Markdown: whatever the facts hold, it shows as just that."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.kinds import KINDS
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.loading import load_files
from hooks.taskforce.markdown import escaped, link, relative_path
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.lists import Lists
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.reading import Files
from hooks.taskforce.rendering import renderer
from hooks.taskforce.vocabulary import Overview
from tests.builders import Tree, added, alone, changed, loaded, page, tiny_tree
from tests.conftest import ROOT
from tests.fixed_site import fixed_catalogue

TEMPLATES = ROOT / "overrides" / "overviews"
HOSTILE = (
    "A & {4} <script>alert(1)</script> *x* [y](javascript:z) | `c` {: onclick=a } \"q\" 'r' $1"
)


def rendered(text: str) -> BeautifulSoup:
    """Return Markdown as the site renders it."""
    return BeautifulSoup(renderer("nl").convert(text), "html.parser")


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\x02\x03")
).filter(lambda text: text.strip())


@given(LINES)
def test_escaped_text_reads_as_it_was_written_wherever_it_lands(text: str) -> None:
    words = " ".join(text.split())
    line = escaped(text)
    soup = rendered(
        f"{line}\n\n- {line}\n\n| h |\n| --- |\n| {line} |\n\nterm\n:   {line}\n\n"
        f"{link(text, 'a.md')}\n"
    )
    elements = soup.select("p, li, td, dd, a")
    assert {element.name for element in elements} == {"p", "li", "td", "dd", "a"}
    for element in elements:
        assert " ".join(element.get_text().split()) == words
    assert {tag.name for tag in soup.find_all(True)} <= {
        "p",
        "ul",
        "li",
        "div",  # round the table
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "a",
    }


def test_hostile_text_does_nothing() -> None:
    for text in (
        HOSTILE,
        "!!! note",
        '??? "x"',
        "=== a",
        "a ==b== ++c++ :material-check: d^2^ ~e~",
    ):
        soup = rendered(str(escaped(text)))
        assert soup.get_text() == text
        assert [tag.name for tag in soup.find_all(True)] == ["p"]
    assert [tag.name for tag in soup.find_all(True)] == ["p"]


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("themas/mkb.md", "index.md", "themas/mkb.md"),
        ("themas/mkb.md", "themas/index.md", "mkb.md"),
        ("index.md", "over/index.md", "../index.md"),
        ("trekkers/a.md", "resultaten/b.md", "../trekkers/a.md"),
    ],
)
def test_links_are_relative_to_the_page(target: str, page: str, expected: str) -> None:
    assert relative_path(target, page) == expected


def hostile_site() -> Catalogue:
    """Return a catalogue of every kind of page, with hostile text in every field that takes it."""
    text: dict[str, Any] = {"nl": HOSTILE, "en": HOSTILE}
    fields: dict[str, dict[str, Any]] = {
        "index.md": {"overview": "home"},
        "tijdlijn.md": {"overview": "timeline"},
        "zoeken.md": {"overview": "search"},
        "begrippen.md": {
            "overview": "glossary",
            "terms": [{"id": "t", "term": text, "definition": text, "source": "s"}],
        },
        "bronnen.md": {
            "overview": "sources",
            # Three by one publisher, who gets a heading.
            "sources": [
                {
                    "id": name,
                    "title": HOSTILE,
                    "publisher": HOSTILE,
                    "url": "https://example.org/?a=(b)&c",
                    "seen": "2021-01-01",
                    "copied": True,
                    "archived": "https://example.org/archive?a=(b)&c",
                }
                for name in ("s", "s-2", "s-3")
            ],
        },
        "themas/index.md": {"overview": "themes"},
        "themas/a.md": {"order": 1, "partners": ["o"], "asks": [text | {"source": "s"}]},
        "trekkers/index.md": {"overview": "trekkers"},
        "trekkers/p.md": {
            "municipality": "o",
            "office": text,
            "leads": [
                {"theme": "a", "from": 2021, "source": "s"},
                {"taskforce": True, "from": 2021, "until": 2022, "source": "s"},
            ],
        },
        "resultaten/index.md": {"overview": "deliverables"},
        "resultaten/d.md": {
            "kind": "agenda",
            "standing": [
                {"progress": "announced", "date": 2020, "source": "s"},
                {"progress": "unknown", "date": 2021, "source": "s", "probable": ["date"]},
            ],
            "themes": ["a"],
            "other_makers": text,
            "milestones": [{"date": 2021, "text": text, "source": "s", "probable": ["connection"]}],
        },
        "organisaties/index.md": {"overview": "organisations"},
        "organisaties/o.md": {
            "kind": "municipality",
            "abbreviation": "A|B {4} <i>",
            "sources": ["s"],
        },
    }
    contents = {}
    for number, (name, values) in enumerate(fields.items()):
        shared = {"title": f"{number} {HOSTILE}"[:80], "summary": f"{HOSTILE}."}
        # JSON is YAML, and its dumper writes no anchors.
        front_matter = "".join(
            f"{key}: {json.dumps(value)}\n" for key, value in (shared | values).items()
        )
        contents[name] = f"---\n{front_matter}---\n\nTekst.\n".encode()
    loaded = load_files(Files(contents))
    assert loaded.problems == ()
    return loaded.catalogue


def test_facts_are_harmless_on_every_kind_of_page() -> None:
    catalogue = hostile_site()
    templates = read_templates()
    assert len(catalogue.entities) == 13
    for entity in catalogue.entities:
        for language in LANGUAGES:
            soup = rendered(expanded(catalogue, entity, language, templates))
            assert not soup.find_all(["script", "i", "em"]), entity.path
            for tag in soup.find_all(True):
                assert not [name for name in tag.attrs if name.startswith("on")], entity.path
                assert not str(tag.get("href", "")).startswith("javascript"), entity.path
            assert "alert(1)" in soup.get_text(), entity.path
    sources = rendered(expanded(catalogue, catalogue.by_path["bronnen.md"], "nl", templates))
    assert [heading.get_text() for heading in sources.select("h2")] == [HOSTILE]


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("De VX bestaat. De VX ook.", ["VX"]),
        ("De Vereniging van X (VX) en de VX.", []),
        ("De **vereniging van X** (VX) bestaat.", []),
        ("VX (Vereniging van X) en de VX.", []),
        ("Een brief (VX) en de VX.", ["VX"]),
        ("## Vereniging van X (VX)\n\nDe VX.", ["VX"]),
    ],
)
def test_an_abbreviation_is_explained_once_by_the_text_or_by_us(
    text: str, explained: list[str]
) -> None:
    soup = rendered(f"{text}\n\n*[VX]: Vereniging van X")
    assert [tag.get_text() for tag in soup.select("abbr")] == explained
    assert "VX" in soup.get_text()


def test_who_leads_brings_what_came_of_it_and_of_the_taskforce_what_that_made() -> None:
    catalogue = loaded(tiny_tree()).catalogue

    def slugs(trekker: str) -> list[str]:
        found = catalogue.deliverables_of_trekker(catalogue.trekkers[trekker])
        return [deliverable.slug for deliverable in found]

    assert set(slugs("rene-de-heer")) == {"welvaart-canvas", "mkb-agenda", "actieplan"}
    assert slugs("mariska-ten-heuw") == ["mkb-agenda", "welvaart-canvas"]


def test_the_register_of_sources_is_no_use_of_them() -> None:
    catalogue = loaded(tiny_tree()).catalogue
    register = catalogue.by_path["bronnen.md"]
    assert "vng-2021" in register.cited
    uses = catalogue.uses_of_source["vng-2021"]
    assert catalogue.themes["mkb"] in uses
    assert register not in uses


def test_without_sources_nothing_is_expected() -> None:
    catalogue = Catalogue()
    assert catalogue.as_of is None
    assert not catalogue.is_expected(PartialDate.parse("2099"), "weg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_abbreviations_stand_in_alphabetical_order(language: Language) -> None:
    found = [*loaded(tiny_tree()).catalogue.abbreviations(language)]
    assert found == {"nl": ["MKB", "VNG"], "en": ["SMEs", "VNG"]}[language]


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("De VNG vergadert.", ["VNG"]),
        ("Het _MKB_ en de VNG.", ["MKB", "VNG"]),
        ("| Wie |\n| --- |\n| VNG |", ["VNG"]),
        ("Zij maken AVNG en VNG2.", []),
        ("Niemand vergadert.", []),
    ],
)
def test_a_page_defines_the_abbreviations_that_it_has_and_no_others(
    text: str, defined: list[str]
) -> None:
    summary = "Wat er die dag is besproken en wat er daarna van kwam."
    fields = f"title: Vergadering\nsummary: {summary}\n"
    catalogue = loaded(added("over/vergadering.md", page(fields, f"{text}\n"))).catalogue
    entity = catalogue.by_path["over/vergadering.md"]
    made = expanded(catalogue, entity, "nl", read_templates())
    assert re.findall(r"^\*\[(.+)\]: ", made, re.MULTILINE) == defined
    shown = BeautifulSoup(renderer("nl").convert(made), "html.parser")
    assert [tag.get_text() for tag in shown.select("abbr")] == defined


def test_every_overview_has_a_template_and_every_template_is_used() -> None:
    templates = {path.stem for path in TEMPLATES.glob("overview_*.html")}
    assert templates == {f"overview_{overview.value}" for overview in Overview}
    of_kinds = {path.stem for path in TEMPLATES.glob("page_*.html")}
    assert of_kinds == {f"page_{kind.name}" for kind in KINDS}


def test_a_page_of_any_kind_shows_what_any_kind_has() -> None:
    of_any = (TEMPLATES / "kind.html").read_text(encoding="utf-8")
    for part in ("asks", "relations", "links", "events", "sources"):
        assert f"show.{part}_section()" in of_any
    for kind in KINDS:
        template = (TEMPLATES / f"page_{kind.name}.html").read_text(encoding="utf-8")
        assert template.startswith('{% extends "kind.html" %}')


def test_every_label_is_complete_and_used() -> None:
    used = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.parent.rglob("*.html"))
    used += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks").rglob("*.py"))
    of_kinds = {kind.name.removesuffix(end) for kind in KINDS for end in ("", "s")}
    for name, text in labels().items():
        assert {"nl", "en"} <= text.by_language.keys(), name
        assert all(words.strip() for words in text.by_language.values()), name
        if name in of_kinds or "." in name:  # A kind and a field are not there for a label.
            continue
        fields = [set(re.findall(r"{(\w+)}", text.in_language(language))) for language in LANGUAGES]
        assert fields[0] == fields[1], name
        assert re.search(rf"""["']{name}["']""", used), f"{name} is used nowhere"


def test_no_heading_of_the_home_page_stands_over_nothing() -> None:
    def headings(catalogue: Catalogue) -> list[str]:
        home = catalogue.by_path["index.md"]
        text = expanded(catalogue, home, "nl", read_templates())
        return re.findall(r"^## .*{#(.*)}$", text, re.MULTILINE)

    every = ["themas", "resultaten", "nieuw", "gevraagd", "samenhang"]
    assert headings(fixed_catalogue()) == every
    path, text = "themas/strand.md", page("title: Strand\nsummary: {}\norder: 1\n")
    summary = "Wat gemeenten aan de kust van hun strand willen maken."
    assert headings(loaded(alone(path, text.replace("{}", summary))).catalogue) == ["themas"]
    assert headings(loaded(alone("zoeken.md", tiny_tree()["zoeken.md"])).catalogue) == []


def test_the_home_page_counts_one_as_one_and_says_nothing_of_none() -> None:
    def counted(tree: Tree) -> list[str]:
        catalogue = loaded(tree).catalogue
        text = expanded(catalogue, catalogue.by_path["index.md"], "nl", read_templates())
        return re.findall(r"<small>(\d+ \w+)", text)

    assert counted(alone("zoeken.md", tiny_tree()["zoeken.md"])) == []
    assert counted(tiny_tree()) == ["3 resultaten", "2 trekkers"]
    fewer = {"actieplan", "welvaart-canvas", "mariska-ten-heuw"}
    tree = {path: text for path, text in tiny_tree().items() if not any(map(path.count, fewer))}
    assert counted(tree) == ["1 resultaat", "1 trekker"]


def test_a_deliverable_stands_in_the_group_of_its_progress_and_in_no_other() -> None:
    catalogue = fixed_catalogue()
    page = catalogue.by_path["resultaten/index.md"]
    text = expanded(catalogue, page, "nl", read_templates())
    sections = re.split(r"^## ", text, flags=re.MULTILINE)
    for item in catalogue.deliverables.values():
        holding = [
            part
            for part in sections[1:]
            if f"](<{item.slug}.md>)" in part and not part.startswith("Alles")
        ]
        assert len(holding) == 1, item.slug
        assert holding[0].casefold().startswith(item.record.newest.progress.label.nl.casefold())


def succession() -> Catalogue:
    """Return a site in which someone leads a theme, and the taskforce, after someone else."""
    tree = tiny_tree()
    first, second = "trekkers/rene-de-heer.md", "trekkers/anna-bos.md"
    leads = "leads:\n  - {theme: mkb, from: 2021-01, until: 2022, source: vng-2021}\n"
    for path, period in ((first, "from: 2020, until: 2021-05"), (second, "from: 2022-01")):
        both = "".join(
            f"  - {{{what}, {period}, source: vng-2021}}\n"
            for what in ("theme: mkb", "taskforce: true")
        )
        tree[path] = tiny_tree()[first].replace(leads, f"leads:\n{both}")
    del tree["trekkers/rene-de-heer.en.md"]
    tree[second] = tree[second].replace("René de Heer", "Anna Bos")
    found = loaded(tree)
    assert found.problems == ()
    return found.catalogue


def test_who_comes_later_or_went_earlier_has_no_part_in_what_was_made() -> None:
    catalogue = succession()
    earlier, later = (catalogue.trekkers[slug] for slug in ("rene-de-heer", "anna-bos"))
    theme = catalogue.themes["mkb"]
    assert theme in catalogue.led_by(later)
    names = {
        item.slug: {lead.trekker.slug for lead in catalogue.trekkers_of_deliverable(item)}
        for item in catalogue.deliverables_of_theme(theme.slug)
    }
    assert names == {
        "welvaart-canvas": {"mariska-ten-heuw"},
        "mkb-agenda": {"rene-de-heer", "anna-bos"},
        "actieplan": {"rene-de-heer", "anna-bos"},
    }, "what is not finished may go on"
    own = catalogue.deliverables_of_trekker(later)
    assert [item.slug for item in own] == ["actieplan", "mkb-agenda"]
    assert catalogue.events_of(later) == ()
    assert [item.slug for item in catalogue.deliverables_of_trekker(earlier)] == [
        "actieplan",
        "mkb-agenda",
    ]
    days = [str(event.milestone.date) for event in catalogue.events_of(earlier)]
    assert days == ["2021"]


def test_a_period_that_is_known_stands_beside_a_name() -> None:
    catalogue, templates = succession(), read_templates()
    home = rendered(expanded(catalogue, catalogue.by_path["index.md"], "nl", templates)).get_text()
    who = (
        "Trekkers van de taskforce: Anna Bos (Zwolle, vanaf januari 2022), "
        "René de Heer (Zwolle, 2020 tot mei 2021) en Mariska ten Heuw (Hengelo)."
    )
    assert who in " ".join(home.split())


def test_the_glossary_shows_terms_of_other_pages_with_their_sources() -> None:
    fields = "id: kust-2022, title: De kust, publisher: Kust, seen: 2026-11-25"
    source = f"{{{fields}, url: 'https://kust.nl'}}"
    terms = (
        "terms:\n  - id: eb\n    term: {nl: eb, en: ebb}\n"
        "    definition: {nl: Het water gaat weg, en: The water goes away}\n    source: kust-2022\n"
    )
    kust = page(
        f"title: De kust\nsummary: Waar het land ophoudt en het water begint, elke dag.\n{terms}"
        f"sources:\n  - {source}\n"
    )
    content = loaded(added("kust.md", kust))
    assert content.problems == ()
    glossary = content.catalogue.page_with(Overview.GLOSSARY)
    assert glossary is not None
    text = expanded(content.catalogue, glossary, "nl", read_templates())
    assert "https://kust.nl" in text
    assert "#bron:kust-2022" in text


# --- lists ------------------------------------------------------------------------------------


def lists_of(tree: Tree) -> Lists:
    read = loaded(tree)
    assert not read.problems
    return Lists(read.catalogue, "nl")


def with_publishers(counts: dict[str, int]) -> Tree:
    """Return the tiny tree with so many sources more of each publisher."""
    sources = "".join(
        f"  - id: {publisher}-{number}\n    title: Stuk {number}\n    publisher: {publisher}\n"
        f"    url: https://example.org/{publisher}/{number}\n    seen: 2026-11-25\n"
        for publisher, count in counts.items()
        for number in reversed(range(count))
    )
    return changed("bronnen.md", "sources:\n", f"sources:\n{sources}")


@pytest.mark.parametrize(
    ("counts", "most", "headings"),
    [
        ({"dd": 1, "cc": 3, "bb": 4, "aa": 5}, 20, ["aa", "bb", "cc", ""]),
        ({"dd": 1, "cc": 3, "bb": 4, "aa": 5}, 2, ["aa", "bb", ""]),
        ({"cc": 2, "aa": 4, "bb": 4}, 1, [""]),
        ({"cc": 2, "aa": 4, "bb": 4}, 2, ["aa", "bb", ""]),
    ],
    ids=["all that publish several", "the two with most", "two as many", "as many as may be"],
)
def test_publishers_with_most_sources_have_a_heading(
    counts: dict[str, int], most: int, headings: list[str]
) -> None:
    lists = lists_of(with_publishers(counts))
    groups = lists.sources_by_publisher(most=most)
    assert [*groups] == headings
    assert {source.id for group in groups.values() for source in group} == {
        *lists.catalogue.sources
    }


def test_sources_stand_by_publisher_and_title() -> None:
    ids = [source.id for source in lists_of(with_publishers({"zz": 2, "aa": 2})).sources()]
    own = [name for name in ids if name[:2] in ("aa", "zz")]
    assert own == ["aa-0", "aa-1", "zz-0", "zz-1"]


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ("", ""),
        ("2023 2024-05", "2023–2024"),
        ("2023 2022 2021", "2021–2023"),
        ("2021-01 2021-12", "2021"),
        ("2021 2023?", "2021"),
        ("2021?", ""),
    ],
)
def test_years_are_those_of_what_is_certain(dates: str, years: str) -> None:
    milestones = "".join(
        f"  - {{date: {one.rstrip('?')}, text: {{nl: Iets, en: Something}}, source: vng-2021"
        f"{', probable: [date]' if one.endswith('?') else ''}}}\n"
        for one in dates.split()
    )
    path = "organisaties/taskforce.md"
    field = f"milestones:\n{milestones}" if milestones else ""
    lists = lists_of(changed(path, "kind: taskforce\n", f"kind: taskforce\n{field}"))
    assert lists.certain_years(lists.catalogue.by_path[path]) == years


def test_of_the_newest_deliverables_there_are_as_many_as_asked_for() -> None:
    lists = lists_of(tiny_tree())
    every = [item.record.newest.date for item in lists.newest_deliverables(9)]
    assert every == sorted(every, reverse=True)
    assert [item.record.newest.date for item in lists.newest_deliverables(2)] == every[:2]


def test_organisations_with_an_abbreviation_stand_in_its_order() -> None:
    path = "organisaties/zwolle.md"
    lists = lists_of(changed(path, "title: Zwolle\n", "title: Zwolle\nabbreviation: AZ\n"))
    assert [item.slug for item in lists.with_abbreviation()] == ["zwolle", "vng"]


def test_pages_that_lack_a_language_are_those_that_are_not_translated() -> None:
    lists = lists_of(tiny_tree())
    lacking = {entity.path for entity, _ in lists.missing_translations()}
    assert "themas/human-capital.md" in lacking
    assert not {"index.md", "themas/mkb.md", "organisaties/vng.md"} & lacking

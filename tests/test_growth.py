"""What it takes to add a kind of page, or a field: shown on a copy of the project.

The copy has the pages of the fixed site. What is new stands everywhere, by a few files.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.builders import translation
from tests.conftest import build
from tests.fixed_site import DOCS, changed, differing, write_around
from tests.pages import Pages
from tests.small_site import python_in

RECORD = '''

class Meeting(Page):
    """A meeting that was held."""

    date: Date = described("Wanneer het was.", "When it was.", label=("Datum", "Date"))
    place: Localised = described("Waar het was.", "Where it was.", label=("Plaats", "Place"))
    organisations: Annotated[tuple[OrganisationSlug, ...], AfterValidator(unique)] = described(
        "Wie er was.", "Who was there.", label=("Aanwezig", "Present"), default=()
    )
'''

KIND = '''    Kind(
        Collection.MEETINGS,
        Meeting,
        Overview.MEETINGS,
        type_of=lambda meeting: "Event",
        properties={"date": "startDate", "place": "location", "organisations": "attendee"},
        order=lambda meeting, title: (meeting.date, sort_key(title)),
        day="date",
        relations=(
            Relation("organisations", heading=Collection.MEETINGS.several, place="bijeenkomsten"),
        ),
    ),
)
"""The kinds of page, in the'''

TEMPLATE = """{% extends "kind.html" %}

{% block facts %}
{{ show.fact("date") }}
{{ show.fact("place") }}
{{ show.fact("organisations") }}
{% endblock %}
"""

INDEX = """---
title: Bijeenkomsten
summary: Waar de taskforce met anderen bij elkaar kwam, en met wie.
overview: meetings
order: 7
---

Wie elkaar spraken, en wanneer.
"""

MEETING = """---
title: Beraad op de kade
summary: Steden en Rijk praten op de kade over werk in de haven.
date: 2021-09-14
place: {nl: het veerhuis in Oostdam, en: the ferry house in Oostdam}
organisations: [stadsbond, oostdam]
sources:
  - id: verslag-kade
    title: Verslag van het beraad op de kade
    publisher: Stadsbond
    url: https://example.org/verslag-kade
    seen: 2024-05-01
---

Er werd vooral geluisterd.
"""

ENGLISH = translation(
    "Talks on the quay", "Cities and the State talk about work in the port.", MEETING
)
ENGLISH_INDEX = translation(
    "Meetings", "Where the taskforce met others, and whom it met there.", INDEX
)
NL, EN = "Beraad op de kade", "Talks on the quay"


def write_meetings(root: Path) -> Path:
    """Make a copy of the project with meetings; what it took is five files."""
    write_around(root, DOCS)
    domain = root / "hooks" / "taskforce"
    changed(domain / "model.py", ("    Choice,\n", "    Choice,\n    Date,\n"))
    with (domain / "model.py").open("a", encoding="utf-8") as file:
        file.write(RECORD)
    changed(
        domain / "vocabulary.py",
        (
            '"organisaties", "organisatie", "organisation", "organisaties", "organisations"\n',
            '"organisaties", "organisatie", "organisation", "organisaties", "organisations"\n'
            "    MEETINGS = "
            '"bijeenkomsten", "bijeenkomst", "meeting", "bijeenkomsten", "meetings"\n',
        ),
        (
            '    TIMELINE = "timeline"',
            '    MEETINGS = "meetings", "alle bijeenkomsten", "all meetings"\n'
            '    TIMELINE = "timeline"',
        ),
    )
    changed(
        domain / "kinds.py",
        ("import Deliverable, Organisation", "import Deliverable, Meeting, Organisation"),
        (')\n"""The kinds of page, in the', KIND),
    )
    (root / "overrides/overviews/page_meetings.html").write_text(TEMPLATE, "utf-8")
    (root / "docs/bijeenkomsten").mkdir()
    (root / "docs/bijeenkomsten/index.md").write_text(INDEX, "utf-8")
    assert len(differing(root)) == 5
    return root


@pytest.fixture(scope="module")
def with_meetings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with meetings, built."""
    root = write_meetings(tmp_path_factory.mktemp("meetings"))
    # What editors add: a page, and translations.
    (root / "docs/bijeenkomsten/index.en.md").write_text(ENGLISH_INDEX, "utf-8")
    (root / "docs/bijeenkomsten/kade.md").write_text(MEETING, "utf-8")
    (root / "docs/bijeenkomsten/kade.en.md").write_text(ENGLISH, "utf-8")
    done = build(root, root / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def of_page(page: BeautifulSoup, kind: str) -> dict[str, Any]:
    """Return what a page says of itself as JSON-LD, of one type."""
    script = page.select_one('script[type="application/ld+json"]')
    assert script is not None
    nodes = json.loads(script.get_text())["@graph"]
    found: dict[str, Any] = next(node for node in nodes if node["@type"] == kind)
    return found


@pytest.mark.depth
@pytest.mark.parametrize(("home", "title"), [("", NL), ("en/", EN)])
def test_a_kind_of_five_files_is_everywhere_on_the_site(
    with_meetings: Path, home: str, title: str
) -> None:
    pages = Pages(with_meetings / "site")
    menu = pages[f"{home}themas"].select_one("nav")
    assert menu is not None
    assert any("bijeenkomsten/" in item["href"] for item in menu.select("a[href]"))
    for address in ("bijeenkomsten", "tijdlijn", "bronnen", "organisaties"):
        links = pages[f"{home}{address}"].select("article a[href]")
        assert any(str(item["href"]).endswith("kade/") for item in links), address
        assert title in pages.text(f"{home}{address}"), address
    organisation = pages[f"{home}organisaties/stadsbond"]
    listed = organisation.select_one("h2#bijeenkomsten + ul")
    assert listed is not None
    assert title in listed.get_text()

    page = pages[f"{home}bijeenkomsten/kade"]
    terms = [term.get_text() for term in page.select(".facts dt")]
    assert terms == (["Date", "Place", "Present"] if home else ["Datum", "Plaats", "Aanwezig"])
    event = of_page(page, "Event")
    assert event["startDate"] == "2021-09-14"
    assert event["location"] == (
        "the ferry house in Oostdam" if home else "het veerhuis in Oostdam"
    )
    assert len(event["attendee"]) == 2
    assert of_page(pages[f"{home}bijeenkomsten"], "CollectionPage")

    assert title in (with_meetings / "site" / home / "feed.xml").read_text("utf-8")
    assert title in pages.text(f"{home}over/alles")
    fields = pages[f"{home}over/velden"].select("h2#bijeenkomsten ~ div code")
    assert {"date", "place", "organisations"} <= {field.get_text() for field in fields}


@pytest.mark.depth
def test_a_kind_of_five_files_is_in_the_search_and_in_the_data(with_meetings: Path) -> None:
    site = with_meetings / "site"
    found_in = (site / "pagefind").glob("guide.*.json")
    guides = [json.loads(path.read_text("utf-8")) for path in found_in]
    found = {
        address: guide["kinds"][kind][1]
        for guide in guides
        for address, kind in zip(guide["pages"]["addresses"], guide["pages"]["kinds"], strict=True)
    }
    assert found["bijeenkomsten/kade/"] == "bijeenkomst"
    assert found["en/bijeenkomsten/kade/"] == "meeting"

    data = site / "data"
    catalogue = json.loads((data / "catalogus.json").read_text("utf-8"))
    (meeting,) = catalogue["meetings"]
    assert meeting["date"] == "2021-09-14"
    assert meeting["place"] == {"nl": "het veerhuis in Oostdam", "en": "the ferry house in Oostdam"}
    assert [one["slug"] for one in meeting["organisations"]] == ["stadsbond", "oostdam"]
    assert meeting["sources"] == ["verslag-kade"]
    assert NL in {one["text"]["nl"] for one in catalogue["milestones"]}
    schema = json.loads((data / "catalogus.schema.json").read_text("utf-8"))
    assert "place" in schema["$defs"]["Meeting"]["properties"]
    columns, row = (data / "bijeenkomsten.csv").read_text("utf-8-sig").splitlines()
    assert {"date_earliest", "place_en", "organisations_title_nl"} <= set(columns.split(";"))
    assert "stadsbond, oostdam" in row
    editors = json.loads((data / "velden.schema.json").read_text("utf-8"))
    assert "bijeenkomsten" in editors["properties"]


@pytest.mark.depth
def test_the_check_knows_the_fields_of_a_kind_of_five_files(with_meetings: Path) -> None:
    docs = with_meetings / "wrong"
    shutil.copytree(with_meetings / "docs", docs)
    page = docs / "bijeenkomsten/kade.md"
    page.write_text(page.read_text("utf-8").replace("[stadsbond, oostdam]", "[stadsbnd]"), "utf-8")
    done = python_in(with_meetings, "-m", "hooks", "--docs", docs, "check", "--format", "json")
    (problem,) = (one for one in json.loads(done.stdout) if one["severity"] == "error")
    assert (problem["rule"], problem["field"]) == ("unknown-slug", "organisations.1")


def test_a_page_of_a_kind_of_five_files_can_be_asked_for(tmp_path: Path) -> None:
    root = write_meetings(tmp_path / "copy")
    answers = {
        "--summary": "Steden en Rijk praten op de kade over werk in de haven.",
        "--date": "2021-09-14",
        "--place-nl": "het veerhuis",
        "--place-en": "the ferry house",
        "--sources": "kust-2021",
    }
    flags = [part for answer in answers.items() for part in answer]
    done = python_in(root, "-m", "hooks", "new", "meeting", NL, *flags)
    assert done.returncode == 0, done.stderr
    page = (root / "docs/bijeenkomsten/beraad-op-de-kade.md").read_text("utf-8")
    assert "# Datum. Wanneer het was.\ndate: 2021-09-14\n" in page


FIELD = """
    audience: Localised | None = described(
        "Voor wie het is.", "Whom it is for.", label=("Doelgroep", "Audience"), default=None
    )

    @property
    def newest"""

SHOWING = """
import json, sys
from pathlib import Path
from hooks.taskforce.languages import Text
from hooks.taskforce.loading import load
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import read_templates
from hooks.taskforce.publish.files import shared_files
from hooks.taskforce.publish.site import Site

loaded = load(Path("docs"))
assert not loaded.problems, loaded.problems
catalogue, templates = loaded.catalogue, read_templates()
files = shared_files(catalogue, Site("https://example.org/", Text(nl="x", en="x")), None)
made = {file.path: file.make().decode() for file in files}
for path in ("resultaten/havenagenda.md", "over/velden.md", "over/open-data.md"):
    page = catalogue.by_path[path]
    for language in ("nl", "en"):
        made[f"{language}:{path}"] = expanded(catalogue, page, language, templates)
json.dump(made, sys.stdout)
"""


def test_a_field_is_the_model_and_a_line_of_a_template(tmp_path: Path) -> None:
    root = write_around(tmp_path / "copy", DOCS)
    changed(root / "hooks/taskforce/model.py", ("\n    @property\n    def newest", FIELD))
    changed(
        root / "overrides/overviews/page_deliverables.html",
        (
            '{{ show.fact("kind") }}\n',
            '{{ show.fact("kind") }}\n{{ show.fact("audience") }}\n',
        ),
    )
    assert len(differing(root)) == 2
    changed(
        root / "docs/resultaten/havenagenda.md",
        ("\nkind: ", "\naudience: {nl: wie op de kade werkt, en: who works on the quay}\nkind: "),
    )
    done = python_in(root, "-c", SHOWING)
    assert done.returncode == 0, done.stderr
    made: dict[str, str] = json.loads(done.stdout)

    assert "Doelgroep\n:   Wie op de kade werkt" in made["nl:resultaten/havenagenda.md"]
    assert "Audience\n:   Who works on the quay" in made["en:resultaten/havenagenda.md"]
    for page in ("over/velden.md", "over/open-data.md"):
        assert "Doelgroep. Voor wie het is." in made[f"nl:{page}"]
        assert "Audience. Whom it is for." in made[f"en:{page}"]
    deliverables = json.loads(made["data/catalogus.json"])["deliverables"]
    (agenda,) = (item for item in deliverables if item["slug"] == "havenagenda")
    assert agenda["audience"] == {"nl": "wie op de kade werkt", "en": "who works on the quay"}
    schema = json.loads(made["data/catalogus.schema.json"])
    assert "audience" in schema["$defs"]["Deliverable"]["properties"]
    assert "audience_nl;audience_en" in made["data/resultaten.csv"].splitlines()[0]
    assert '"audience"' in made["data/velden.schema.json"]

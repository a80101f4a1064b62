"""Open data: JSON that keeps its schema, tables that read back as they were, in both languages."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from jsonschema_rs import Draft202012Validator, meta, validator_cls_for

from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.loading import load
from hooks.taskforce.publish import descriptions, records, schemas
from hooks.taskforce.publish.data import published
from hooks.taskforce.publish.files import files_of_language, shared_files
from hooks.taskforce.publish.listings import language_models, robots
from hooks.taskforce.publish.schemas import catalogue_json, catalogue_schema, fields_schema
from hooks.taskforce.publish.site import CALENDAR, FEED
from hooks.taskforce.publish.tables import TABLES, defused
from hooks.taskforce.vocabulary import DeliverableKind, Overview
from tests.conftest import ROOT
from tests.contract import FILE, contract
from tests.fixed_site import fixed_catalogue
from tests.publishing import ANY_TEXT, HOSTILE, SITE, small, with_words
from tests.specimen_report import passing_report

CATALOGUE = small()
FIXED = fixed_catalogue()


def as_json(catalogue: Catalogue) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(catalogue_json(published(catalogue, SITE)))
    return read


def rows(name: str, catalogue: Catalogue) -> list[dict[str, str]]:
    """Return a table as a program reads it that does what the data page says."""
    table = next(table for table in TABLES if table.name == name)
    text = table.text(published(catalogue, SITE)).decode("utf-8-sig")
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True)
    return [{key: restored(value) for key, value in row.items()} for row in reader]


def restored(cell: str) -> str:
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell  # noqa: RUF001


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("catalogue", [CATALOGUE, FIXED, with_words(CATALOGUE, HOSTILE)])
def test_the_data_keeps_its_own_schema(catalogue: Catalogue) -> None:
    schema = json.loads(catalogue_schema(SITE))
    assert validator_cls_for(schema) is Draft202012Validator
    meta.validate(schema)
    data = as_json(catalogue)
    Draft202012Validator(schema, validate_formats=True).validate(data)
    assert data["$schema"] == schema["$id"] == f"{SITE.address}data/catalogus.schema.json"
    assert data["version"] == records.VERSION
    # Also strictly, as later versions may add fields but this one has none unknown.
    records.Catalogue.model_validate_json(json.dumps(data))


def test_the_page_about_the_data_names_no_version_that_they_do_not_have() -> None:
    page = load(ROOT / "docs").catalogue.page_with(Overview.DATA)
    assert page is not None
    for version in page.versions.values():
        named = set(re.findall(r"\b[Vv]ersi(?:e|on) (\d+)", version.body))
        assert named <= {records.VERSION.partition(".")[0]}


def test_the_data_look_as_those_who_read_them_expect() -> None:
    assert contract() == json.loads(FILE.read_text("utf-8")), "meant? See tests/contract.py"


@pytest.mark.parametrize(
    "broken",
    [
        {"version": "0.9"},
        {"themes": None},
        {"as_of": 2021},
        {"milestones": [{"id": "x", "date": "maart 2021"}]},
    ],
)
def test_the_schema_refuses_what_is_wrong(broken: dict[str, Any]) -> None:
    validator = Draft202012Validator(json.loads(catalogue_schema(SITE)))
    assert not validator.is_valid(as_json(CATALOGUE) | broken)


def test_a_large_catalogue_says_the_same_without_being_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = published(fixed_catalogue(), SITE)
    laid_out = catalogue_json(data)
    monkeypatch.setattr(schemas, "LARGE", 0)
    large = catalogue_json(data)
    assert json.loads(large) == json.loads(laid_out)
    assert (large.count(b"\n"), laid_out.count(b"\n") > 1000) == (1, True)


def test_a_copy_of_the_schema_still_reads_data_with_more_fields() -> None:
    data = as_json(CATALOGUE)
    data["themes"][0]["new"] = 1
    main, later = records.VERSION.partition(".")[0], {"new": 1}
    copy = Draft202012Validator(json.loads(catalogue_schema(SITE)))
    assert copy.is_valid(data | later | {"version": f"{main}.12"})
    assert not copy.is_valid(data | later | {"version": f"{int(main) + 1}.0"})


def test_the_schema_of_the_fields_is_one() -> None:
    schema = json.loads(fields_schema(SITE))
    meta.validate(schema)
    assert schema["$id"] == f"{SITE.address}data/velden.schema.json"
    assert "resultaten" in schema["properties"]


def test_relations_are_slugs_that_exist_with_addresses_in_both_languages() -> None:
    data = as_json(FIXED)
    organisations = {item["slug"]: item for item in data["organisations"]}
    themes = {item["slug"]: item for item in data["themes"]}
    sources = {item["id"] for item in data["sources"]}
    assert data["deliverables"]
    for item in data["deliverables"]:
        for reference in item["makers"] + item["partners"]:
            assert organisations[reference["slug"]]["url"] == reference["url"]
            assert organisations[reference["slug"]]["title"] == reference["title"]
        for reference in item["themes"]:
            assert themes[reference["slug"]]["url"] == reference["url"]
            back = themes[reference["slug"]]["deliverables"]
            assert {key: item[key] for key in ("slug", "title", "url")} in back
        assert set(item["sources"]) <= sources
    assert {item["source"] for item in data["milestones"]} <= sources
    listing = FIXED.page_with(Overview.SOURCES)
    pages = {entity.name: entity for entity in FIXED.entities if entity is not listing}
    for source in data["sources"]:
        named = [path for path in pages if source["id"] in pages[path].cited]
        assert sorted(source["used_on"]) == sorted(named)
    assert any(len(source["used_on"]) > 1 for source in data["sources"])
    address = themes["haven"]["url"]
    assert address == {
        "nl": f"{SITE.address}themas/haven/",
        "en": f"{SITE.address}en/themas/haven/",
    }


def test_a_page_with_another_name_says_what_it_was_called() -> None:
    data = as_json(FIXED)
    pages = [*data["deliverables"], *data["organisations"], *data["pages"]]
    before = {page.get("slug", page.get("path")): page["formerly"] for page in pages}
    assert before["actieplan-strand"] == ["resultaten/actieplan-kust", "plannen/strandplan"]
    assert before["themas/index"] == ["themas/visserij"]
    assert before["havenagenda"] == []
    (row,) = (row for row in rows("deliverables", FIXED) if row["slug"] == "actieplan-strand")
    assert row["formerly"] == "resultaten/actieplan-kust, plannen/strandplan"


def test_what_is_not_translated_is_null() -> None:
    (item,) = (item for item in as_json(CATALOGUE)["deliverables"] if item["slug"] == "city-deal")
    assert item["title"] == {"nl": "City Deal", "en": None}
    assert item["url"]["en"] is None


def test_dates_are_as_precise_as_they_are_known() -> None:
    dates = [item["date"] for item in as_json(CATALOGUE)["milestones"]]
    assert {"2021", "2021-03", "2023-06-14"} <= set(dates)
    for date in dates:
        assert str(PartialDate.parse(date)) == date


def test_no_page_milestone_source_or_term_is_left_out() -> None:
    data = as_json(FIXED)
    for name in ("themes", "trekkers", "deliverables", "organisations", "pages", "sources"):
        assert len(data[name]) == len(getattr(FIXED, name)), name
    assert len(data["milestones"]) == len(FIXED.timeline)
    assert len(data["terms"]) == len(FIXED.terms)
    assert len(data["asks"]) == len(FIXED.asks) > 0
    identifiers = [item["id"] for item in data["milestones"]]
    assert len(set(identifiers)) == len(identifiers)


# --- CSV ----------------------------------------------------------------------------------------


def test_tables_open_in_a_dutch_excel() -> None:
    for table in TABLES:
        content = table.text(published(FIXED, SITE))
        assert content.startswith(b"\xef\xbb\xbf")
        first, *_ = content.decode("utf-8-sig").split("\r\n")
        assert first.split(";") == [column.name for column in table.columns()]
        assert len(set(first.split(";"))) == len(first.split(";"))
        assert not re.match("ID|'", first)  # Excel takes a file that begins with ID for another.


@pytest.mark.parametrize("name", sorted({table.name for table in TABLES}))
def test_a_table_holds_what_the_data_hold(name: str) -> None:
    data = as_json(FIXED)[name]
    found = rows(name, FIXED)
    if name == "trekkers":
        data = [item for item in data for _ in item["leads"]]
    assert len(found) == len(data) > 0
    for row, item in zip(found, data, strict=True):
        for key in ("id", "slug", "date", "publisher", "as_of", "kind"):
            assert row.get(key, item.get(key)) == item.get(key, row.get(key))
        for key in ("title", "summary", "text"):
            if isinstance(item.get(key), dict):
                for language in LANGUAGES:
                    assert row[f"{key}_{language}"] == (item[key][language] or "")


def test_cells_that_are_more_than_one_word() -> None:
    (row,) = (row for row in rows("deliverables", CATALOGUE) if row["slug"] == "welvaart-canvas")
    assert row["themes"] == "mkb, human-capital"
    assert (row["themes_title_nl"], row["themes_title_en"]) == (
        "MKB; Human capital",
        "SMEs; Human capital",
    )
    assert (row["kind"], row["kind_nl"], row["kind_en"]) == ("canvas", "canvas", "canvas")
    assert row["standing_progress_nl"] == "gepubliceerd"
    assert (row["standing_date"], row["standing_date_earliest"], row["standing_date_latest"]) == (
        "2021-06",
        "2021-06-01",
        "2021-06-30",
    )
    leads = [row for row in rows("trekkers", CATALOGUE) if row["slug"] == "mariska-ten-heuw"]
    assert [(row["leads_theme"], row["leads_taskforce"]) for row in leads] == [
        ("", "true"),
        ("human-capital", "false"),
    ]
    (milestone,) = (row for row in rows("milestones", CATALOGUE) if row["text_nl"] == "Getekend")
    assert (milestone["probable"], milestone["probable_en"]) == (
        "connection",
        "probable connection",
    )
    assert milestone["page"] == "resultaten/city-deal"
    assert milestone["page_url_en"] == ""


def test_a_history_is_whole_in_one_table_and_ends_in_the_other() -> None:
    (newest,) = (row for row in rows("deliverables", CATALOGUE) if row["slug"] == "mkb-agenda")
    standings = next(table for table in TABLES if table.rows_of == "standing")
    text = standings.text(published(CATALOGUE, SITE)).decode("utf-8-sig")
    found = [
        row
        for row in csv.DictReader(StringIO(text, newline=""), delimiter=";")
        if row["slug"] == "mkb-agenda"
    ]
    assert [(row["standing_date"], row["standing_progress"]) for row in found] == [
        ("2020-12", "in-preparation"),
        ("2021", "in-progress"),
    ]
    assert newest == found[-1]


@given(ANY_TEXT)
def test_any_text_comes_back_from_a_table_as_it_was(words: str) -> None:
    catalogue = with_words(CATALOGUE, words)
    assert all([*rows(name, catalogue)] for name in ("deliverables", "milestones", "sources"))
    for row in rows("deliverables", catalogue):
        assert row["title_nl"] == row["summary_nl"] == words
    for row in rows("milestones", catalogue):
        assert row["text_nl"] == row["text_en"] == words
    for row in rows("sources", catalogue):
        assert row["publisher"] == words


FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1"]  # noqa: RUF001


@pytest.mark.parametrize("text", [*FORMULAS, "'s avonds", "a=1", "", 'x;y"z\n=1', HOSTILE])
def test_no_cell_is_a_formula_and_each_can_be_read_back(text: str) -> None:
    cell = defused(text)
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)  # noqa: RUF001
    assert restored(cell) == text
    if text not in FORMULAS:
        assert cell == text


@given(ANY_TEXT)
def test_defusing_can_always_be_undone(text: str) -> None:
    assert restored(defused(text)) == text


# --- what the data page says --------------------------------------------------------------------


def test_the_data_page_describes_every_list_column_and_file() -> None:
    lists = {description.name: description for description in descriptions.data_lists()}
    data = as_json(FIXED)
    assert set(lists) == {name for name, value in data.items() if isinstance(value, list)}
    for name, description in lists.items():
        assert {field.name for field in description.fields} == set(data[name][0])
    for table in TABLES:
        shown = [column for field in lists[table.name].fields for column in field.columns]
        assert shown == [column.name for column in table.columns()]
    head = {field.name for field in descriptions.data_head().fields}
    assert head | set(lists) == set(data)
    for report in (None, passing_report()):
        files = {file.path for file in descriptions.data_files(audited=report is not None)}
        files |= {file.path for file in descriptions.subscriptions(FIXED)}
        made = {file.path for file in shared_files(FIXED, SITE, None, report)}
        made |= {file.path for file in files_of_language(FIXED, SITE, "nl")}
        assert made - files == {"robots.txt", "llms.txt", "paginas.json"}
        assert files <= made


def test_every_field_has_words_in_both_languages() -> None:
    described = [*descriptions.data_lists(), *descriptions.data_parts(), descriptions.data_head()]
    for description in described:
        for field in description.fields:
            for text in (field.label, field.explanation, description.label):
                assert text.nl
                assert text.in_language("en")
    (kind,) = (
        field
        for field in {item.name: item for item in described}["deliverables"].fields
        if field.name == "kind"
    )
    assert kind.words == tuple(DeliverableKind)


# --- lists for programs -------------------------------------------------------------------------


def test_robots_txt_names_the_sitemap() -> None:
    assert robots(SITE).decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://example.org/taskforce/sitemap.xml",
    ]


def test_llms_txt_lists_every_page_in_every_language_it_exists_in() -> None:
    text = language_models(FIXED, SITE).decode()
    assert text.startswith("# De taskforce &#38; co\n\n> ")
    listed = re.findall(r"^- \[[^\]]+\]\((https://[^)\s]+)\)", text, flags=re.MULTILINE)
    assert len(set(listed)) == len(listed)
    expected = {
        SITE.page(entity, language) for entity in FIXED.entities for language in entity.versions
    }
    assert expected <= set(listed)
    _, heading, data = text.partition("\n\n## Data\n\n")
    assert heading
    assert re.findall(r"\((.*)\)", data) == [
        *(SITE.file(path) for path in ("data/catalogus.json", *(one.path for one in TABLES))),
        *(SITE.file(path, code) for code in LANGUAGES for path in (FEED, CALENDAR)),
    ]
    assert "\n- [en/feed.xml](" in data
    untranslated = language_models(CATALOGUE, SITE).decode()
    assert untranslated.count("resultaten/city-deal/)") == 1


@given(ANY_TEXT)
def test_no_title_breaks_a_line_of_llms_txt(words: str) -> None:
    before = len(language_models(CATALOGUE, SITE).splitlines())
    text = language_models(with_words(CATALOGUE, words), SITE).decode()
    assert len(text.split("\n")) == before + 1


def test_files_are_the_same_at_every_build() -> None:
    def all_files() -> list[tuple[str, bytes]]:
        catalogue = small()
        files = [*shared_files(catalogue, SITE, None)]
        files += [file for code in LANGUAGES for file in files_of_language(catalogue, SITE, code)]
        return [(file.target, file.make()) for file in files]

    first = all_files()
    assert first == all_files()
    assert len({target for target, _ in first}) == len(first)

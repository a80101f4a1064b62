"""The report of an audit: complete, honest, and read as strictly as a page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from hooks.engine.policy import HEADERS_FILE
from hooks.taskforce.audit import (
    MOST_EVIDENCE,
    AuditError,
    Evidence,
    Measurement,
    Report,
    Tool,
    as_json,
    definitions,
    read,
    report_at,
    report_of,
    vocabulary,
)
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import Surroundings, read_templates
from hooks.taskforce.vocabulary import Result
from tests.audit.__main__ import unaudited
from tests.builders import tiny_tree
from tests.fixed_site import fixed_catalogue
from tests.pages import differences, fingerprints
from tests.small_site import python_in, write_site
from tests.specimen_report import COMMIT, MADE, TOOLS, failing_report, passing_report
from tests.test_overviews import rendered


def test_a_report_that_was_written_can_be_read() -> None:
    for report in (passing_report(), failing_report()):
        assert read(as_json(report)) == report
        assert as_json(read(as_json(report))) == as_json(report)


def test_a_bar_is_met_up_to_its_limit() -> None:
    assert passing_report().passed
    assert len(passing_report().with_result(Result.PASSED)) == len(definitions())
    failing = failing_report()
    assert not failing.passed
    assert not failing.with_result(Result.PASSED)


def test_what_could_not_be_measured_did_not_pass_and_did_not_fail() -> None:
    unmeasured = failing_report().with_result(Result.NOT_MEASURED)
    assert {item.bar for item in unmeasured} == {
        bar.name for bar in definitions().values() if bar.needs_network
    }


def test_every_area_has_bars_and_every_bar_is_shown_once() -> None:
    shown = [item.bar for _, items in passing_report().by_area() for item in items]
    assert sorted(shown) == sorted(definitions())
    assert len(list(passing_report().by_area())) == len(vocabulary().areas)


def changed(**changes: Any) -> str:
    """Return a report of which the first measurement has other values."""
    data = json.loads(as_json(passing_report()))
    data["measurements"][0] |= changes
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Invalid JSON"),
        ("[]", "Input should be an object"),
        (changed(bar="axes"), "audit.yml has no bar named axes"),
        (changed(checked=0), "axe looked at nothing"),
        (changed(checked_what="sheep"), "no word for sheep"),
        (changed(figure=None), "axe must be measured"),
        (changed(figure=-1), "greater than or equal to 0"),
        (changed(figure=float("inf")), "finite number"),
        (changed(figure=float("nan")), "finite number"),
        (changed(tools=["hammer"]), "unnamed tools"),
        (changed(opinion="fine"), "Extra inputs are not permitted"),
        (
            changed(evidence=[{"where": "a", "found": "b"}] * (MOST_EVIDENCE + 1)),
            f"at most {MOST_EVIDENCE}",
        ),
    ],
)
def test_a_report_that_is_not_right_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(AuditError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", list(definitions()))
def test_no_bar_can_be_left_out_or_measured_twice(name: str) -> None:
    measured = passing_report().measurements
    with pytest.raises(AuditError, match=f"missing: {name}"):
        report_of([item for item in measured if item.bar != name], TOOLS, COMMIT, MADE)
    twice = [item for item in measured if item.bar == name]
    with pytest.raises(AuditError):
        report_of([*measured, *twice], TOOLS, COMMIT, MADE)


def test_an_outcome_in_the_file_is_not_believed() -> None:
    axe = read(changed(figure=3, outcome="passed")).measurements[0]
    assert axe.result is Result.FAILED


@given(st.text(), st.floats(min_value=0, allow_infinity=False, allow_nan=False))
def test_any_evidence_and_figure_survive_the_file(words: str, figure: float) -> None:
    first, *others = failing_report(words).measurements
    first = first.model_copy(update={"figure": figure})
    report = report_of([first, *others], TOOLS, COMMIT, MADE)
    assert read(as_json(report)) == report


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    assert report_at("") is None
    with pytest.raises(AuditError) as caught:
        report_at(str(tmp_path / "report.json"))
    assert str(caught.value).startswith(f"{tmp_path}/report.json: ")
    for words in ("make audit", "AUDIT_REPORT", "No such file"):
        assert words in str(caught.value)


def test_one_of_a_thing_is_called_in_the_singular() -> None:
    axe = definitions()["axe"]
    assert [axe.unit_of(figure).nl for figure in (0, 1, 2)] == ["fouten", "fout", "fouten"]
    score = definitions()["lighthouse-seo"]
    assert score.unit_of(1) == score.unit


def shown(path: str, language: Language, report: Report | None, source: str = "") -> BeautifulSoup:
    catalogue = fixed_catalogue()
    templates = read_templates(Surroundings(report, source))
    return rendered(expanded(catalogue, catalogue.by_path[path], language, templates))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_bar_with_figure_limit_and_how_to_repeat_it(
    language: Language,
) -> None:
    report = failing_report()
    page = shown("over/controle.md", language, report)
    for item in report.measurements:
        heading = page.find(id=f"bar-{item.bar}")
        assert isinstance(heading, Tag) and heading.name == "h3"
        assert heading.get_text().removesuffix("¶") == item.definition.title.in_language(language)
        said = " ".join(part.get_text(" ") for part in section_below(heading))
        assert item.result.label.in_language(language) in said
        assert item.command in said
        if item.figure is not None:
            assert item.definition.unit_of(item.figure).in_language(language) in said
            assert "a label is missing" in said
            assert "10" in said  # three shown, seven left off
        else:
            assert item.reason in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_report_the_pages_say_so_and_show_no_figure(language: Language) -> None:
    for path in ("over/controle.md", "over/toegankelijkheid.md"):
        page = shown(path, language, None)
        assert labels()["audit_none"].in_language(language) in page.get_text()
        assert not page.select(".badge")


def test_the_accessibility_page_shows_what_was_measured_of_it_and_nothing_else() -> None:
    page = shown("over/toegankelijkheid.md", "nl", passing_report())
    expected = [
        item.bar
        for item in passing_report().measurements
        if item.definition.area == "accessibility"
    ]
    links = [str(link["href"]) for link in page.select(".ledger li > a, .ledger li p > a")]
    assert links == [f"controle.md#bar-{bar}" for bar in expected]


def facts(page: BeautifulSoup) -> dict[str, Tag]:
    """Return what stands at the top of a report, by its label."""
    terms, values = page.select(".facts dt"), page.select(".facts dd")
    return {term.get_text(strip=True): value for term, value in zip(terms, values, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_top_says_how_many_bars_were_met_and_how_many_not_measured(language: Language) -> None:
    def met(path: str, report: Report) -> str:
        found = facts(shown(path, language, report))[labels()["audit_met"].in_language(language)]
        return " ".join(found.get_text().split())

    of, total = {"nl": "van de", "en": "of"}[language], len(definitions())
    unmeasured = {"nl": "niet gemeten", "en": "not measured"}[language]
    assert met("over/controle.md", passing_report()) == f"{total} {of} {total}"
    assert met("over/controle.md", failing_report()) == f"0 {of} {total}, 1 {unmeasured}"
    # The page about accessibility counts what it shows.
    own = sum(bar.area == "accessibility" for bar in definitions().values())
    assert met("over/toegankelijkheid.md", passing_report()) == f"{own} {of} {own}"


def test_the_commit_links_to_the_source_code_where_its_address_is_known() -> None:
    label = labels()["audit_commit"].nl
    for source in ("", "https://example.org/source"):
        found = facts(shown("over/controle.md", "nl", passing_report(), source))[label]
        assert found.get_text() == COMMIT[:12]
        links = [link["href"] for link in found.find_all("a")]
        assert links == ([f"{source}/tree/{COMMIT}"] if source else [])
    assert not facts(shown("over/controle.md", "nl", failing_report(), "https://e.org"))[
        label
    ].find("a")


HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "`x` | **b** __b__ [l](javascript:alert(1)) ![i](x) [r][1] <https://e.org>",
    "</code></p></details></div><h1>Title</h1>",
    "a\n\n# Title\n\n- b\n\n```\nc\n",
    "{: onclick=alert(1) } {#name} {{ report }} {% raw %} &lt;b&gt; &amp;",
    "\x02klzzwxh:0000\x03 \x02amp\x03 \x00 \u202e \ufeff",
    "*[HTML]: x [^1] [^1]: y :   z",
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("path", ["over/controle.md", "over/toegankelijkheid.md"])
def test_what_a_report_says_is_shown_and_does_nothing(path: str, hostile: str) -> None:
    def hostile_report(text: str) -> Report:
        tool = Tool(name=text, version=text)
        measurements = [
            Measurement(
                bar=item.bar,
                figure=item.figure,
                checked=item.checked,
                checked_what=item.checked_what,
                command=text,
                tools=(text,),
                evidence=(Evidence(where=text, found=text),),
                reason=text if item.figure is None else "",
            )
            for item in failing_report().measurements
        ]
        return report_of(measurements, [tool], None, MADE)

    page, harmless = shown(path, "nl", hostile_report(hostile)), hostile_report("plain")
    expected = shown(path, "nl", harmless)
    assert skeleton(page) == skeleton(expected)
    if path == "over/controle.md":
        line = Tool(name=hostile, version="").name
        # Where, found, tool, version and command of each; where and found are also shown of what
        # was not measured, and that has a reason besides.
        assert page.get_text().count(line) == expected.get_text().count("plain")


def skeleton(page: BeautifulSoup) -> list[tuple[str, dict[str, Any]]]:
    """Return the elements of a page, without their text."""
    return [(tag.name, tag.attrs) for tag in page.find_all(True) if tag.name != "abbr"]


def test_a_site_with_a_report_publishes_it_with_its_schema_and_is_the_same_besides(
    tmp_path: Path,
) -> None:
    report = tmp_path / "report.json"
    report.write_text(as_json(passing_report()), encoding="utf-8")
    done, site = built_with(tmp_path, report)
    assert done.returncode == 0, done.stderr
    published = json.loads((site / "data/audit.json").read_text(encoding="utf-8"))
    schema = json.loads((site / "data/audit.schema.json").read_text(encoding="utf-8"))
    meta.validate(schema)
    assert not list(Draft202012Validator(schema).iter_errors(published))
    assert published == json.loads(as_json(passing_report()))
    page = (site / "en/over/controle/index.html").read_text(encoding="utf-8")
    assert COMMIT[:12] in page
    with_report = fingerprints(site)
    assert built_with(tmp_path, report)[0].returncode == 0
    assert fingerprints(site) == with_report
    done, site = built_with(tmp_path, None)
    assert done.returncode == 0, done.stderr
    assert not (site / "data/audit.json").exists()
    assert json.loads((site / "data/audit.schema.json").read_text(encoding="utf-8")) == schema
    changed = differences(fingerprints(site), with_report)
    assert {"over/controle/index.html", HEADERS_FILE} <= {*changed}
    pages = ["over/controle/", "en/over/controle/"]
    assert unaudited(changed, pages) == []
    assert unaudited(["index.html", *changed], pages) == ["index.html"]
    report.write_text("{", encoding="utf-8")
    done, _ = built_with(tmp_path, report)
    assert done.returncode == 1
    assert f"{report}: dit is geen heel verslag" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def built_with(folder: Path, report: Path | None) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Build a site of a home page and the page with the report."""
    root = folder / "root"
    if not root.exists():
        write_site(
            root,
            {
                "index.md": "---\ntitle: Proef\n"
                "summary: Een pagina waarop niets bijzonders staat.\n"
                "overview: home\n---\n",
                "zoeken.md": tiny_tree()["zoeken.md"],
                "over/controle.md": "---\ntitle: Controle\n"
                "summary: Wat er van deze verzonnen site is gemeten.\n"
                "overview: audit\n---\n\nTekst.\n",
                "over/controle.en.md": "---\ntitle: Check\n"
                "summary: A check of which nothing special is to be said.\n"
                'translates: "00000000"\n---\n\nText.\n',
            },
        )
    command = ("-m", "mkdocs", "build", "--quiet", "--site-dir", "made")
    done = python_in(root, *command, AUDIT_REPORT=str(report or ""))
    return done, root / "made"


def section_below(heading: Tag) -> Iterator[Tag]:
    """Yield what stands below a heading, up to the next."""
    for element in heading.find_next_siblings():
        if element.name in {"h2", "h3"}:
            return
        yield element

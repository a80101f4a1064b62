"""What is published beside the pages, as it stands in the built site."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
from bs4 import Tag
from icalendar import Calendar
from jsonschema import Draft202012Validator
from PIL import Image

from hooks.engine.history import git_in, last_changes, newest
from hooks.engine.sitemap import Address, render
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES, Text
from hooks.taskforce.loading import load
from hooks.taskforce.publish.files import files_of_language, shared_files
from hooks.taskforce.publish.previews import SIZE, Look
from hooks.taskforce.publish.site import Site
from tests.conftest import PREFIX, ROOT, Pages, build

ADDRESS = f"https://example.org{PREFIX}"
NAMES = Text(
    nl="Taskforce economisch herstel en transitie",
    en="Taskforce for Economic Recovery and Transition",
)
SITE = Site(ADDRESS, NAMES)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "docs").catalogue


def test_every_file_stands_where_it_says_with_what_the_catalogue_says(
    built_site: Path, catalogue: Catalogue
) -> None:
    docs = ROOT / "docs/assets"
    typeface = (docs / "fonts/schibsted-grotesk-latin.woff2").read_bytes()
    look = Look.of(typeface, (docs / "css/tokens.css").read_text(encoding="utf-8"))
    files = [*shared_files(catalogue, SITE, look)]
    changes = last_changes(git_in(ROOT / "docs"))
    for code in LANGUAGES:
        files += files_of_language(catalogue, SITE, code, changes)
    assert len(files) == len({file.target for file in files}) > 25
    for file in files:
        assert (built_site / file.target).read_bytes() == file.make(), file.target


def test_two_builds_of_the_same_commit_are_byte_identical(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    done = build(ROOT, tmp_path / "site")
    assert done.returncode == 0, done.stderr

    def contents(site: Path) -> dict[str, str]:
        files = sorted(path for path in site.rglob("*") if path.is_file())
        return {
            path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in files
        }

    assert contents(tmp_path / "site") == contents(built_site)


def test_every_page_names_feeds_and_a_picture_that_exist(pages: Pages) -> None:
    for address in pages.addresses():
        page = pages[address]
        links = page.select('link[rel="alternate"][type="application/atom+xml"]')
        assert links, address
        for link in links:
            path = urljoin(f"{ADDRESS}{address}/" if address else ADDRESS, str(link["href"]))
            target = pages.site / path.removeprefix(ADDRESS)
            assert not feedparser.parse(target.read_bytes()).bozo
        is_english = address == "en" or address.startswith("en/")
        assert str(links[-1]["title"]) == (NAMES.en if is_english else NAMES.nl)
        picture = page.find("meta", property="og:image")
        assert isinstance(picture, Tag)
        name = str(picture["content"]).removeprefix(ADDRESS)
        image = Image.open(BytesIO((pages.site / name).read_bytes()))
        assert image.size == SIZE
        assert name.endswith("-en.png" if is_english else "-nl.png")


def test_every_page_has_linked_data_that_names_that_page(pages: Pages) -> None:
    for address in pages.addresses():
        (script,) = pages[address].select('script[type="application/ld+json"]')
        graph = json.loads(script.get_text())["@graph"]
        canonical = pages[address].find("link", rel="canonical")
        assert isinstance(canonical, Tag)
        assert canonical["href"] in {node.get("url") for node in graph}


def test_facts_with_special_signs_come_through_unchanged(pages: Pages) -> None:
    for address in ("organisaties/mkb-nederland", "en/themas/mkb"):
        page = pages[address]
        title = page.find("meta", property="og:title")
        heading = page.find("h1")
        assert isinstance(title, Tag)
        assert heading is not None
        assert title["content"] == heading.get_text().strip().removesuffix("¶")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_page_links_to_every_file_in_its_own_language(
    pages: Pages, catalogue: Catalogue, language: str
) -> None:
    address = {"nl": "over/open-data", "en": "en/over/open-data"}[language]
    linked = {
        urljoin(f"{ADDRESS}{address}/", str(link["href"])) for link in pages[address].select("a")
    }
    files = [file.target for file in shared_files(catalogue, SITE, None)]
    code = next(code for code in LANGUAGES if code == language)
    files += [file.target for file in files_of_language(catalogue, SITE, code)]
    for target in files:
        if target not in {"robots.txt", "llms.txt"}:
            assert ADDRESS + target in linked
            assert (pages.site / target).is_file()
    text = pages.text(address)
    for name in ("utf-8", "csv", "json schema", "cc by 4.0", "edtf"):
        assert name in text.casefold()


def test_the_published_data_keep_the_published_schema(built_site: Path) -> None:
    data = json.loads((built_site / "data/catalogus.json").read_text(encoding="utf-8"))
    name = data["$schema"].removeprefix(ADDRESS)
    schema = json.loads((built_site / name).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(data)
    addresses = [
        address
        for group in ("themes", "trekkers", "deliverables", "organisations", "pages")
        for item in data[group]
        for address in item["url"].values()
    ]
    for address in filter(None, addresses):
        assert (built_site / address.removeprefix(ADDRESS) / "index.html").is_file(), address
    glossary = {str(tag["id"]) for tag in Pages(built_site)["begrippen"].select("[id]")}
    assert {term["id"] for term in data["terms"]} <= glossary


def test_entries_of_feeds_and_calendars_lead_to_pages(built_site: Path) -> None:
    for language in ("", "en/"):
        entries = feedparser.parse((built_site / language / "feed.xml").read_bytes()).entries
        calendar = Calendar.from_ical((built_site / language / "data/mijlpalen.ics").read_bytes())
        addresses = [entry.link for entry in entries]
        addresses += [str(event["url"]) for event in calendar.walk("VEVENT")]
        assert addresses
        for address in addresses:
            assert address.startswith(ADDRESS + language)
            assert (built_site / address.removeprefix(ADDRESS) / "index.html").is_file()


# --- the age of pages ---------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits, and a file that is not in it."""
    docs = tmp_path / "docs"
    docs.mkdir()

    def git(*arguments: str, day: str = "2021-01-01") -> None:
        moment = f"{day}T12:00:00+0000"
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            cwd=tmp_path,
            env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"},
            check=True,
            capture_output=True,
        )

    git("init", "--quiet")
    for name in ("a.md", "b.md", "é.md"):
        (docs / name).write_text("1", encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "1", day="2021-01-01")
    (docs / "b.md").write_text("2", encoding="utf-8")
    git("commit", "--quiet", "-am", "2", day="2022-02-02")
    (docs / "new.md").write_text("1", encoding="utf-8")
    return tmp_path


def test_a_page_is_as_old_as_its_own_last_commit(repository: Path) -> None:
    assert last_changes(git_in(repository / "docs")) == {
        "a.md": "2021-01-01",
        "b.md": "2022-02-02",
        "é.md": "2021-01-01",
    }


def test_a_page_with_changes_that_are_not_committed_has_no_age(repository: Path) -> None:
    (repository / "docs/a.md").write_text("2", encoding="utf-8")
    assert set(last_changes(git_in(repository / "docs"))) == {"b.md", "é.md"}


def test_without_history_or_with_only_its_end_no_page_has_an_age(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shallow = elsewhere / "shallow"
    source = f"file://{repository}"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", source, str(shallow)], check=True)
    assert last_changes(git_in(shallow / "docs")) == {}
    (elsewhere / "docs").mkdir()
    assert last_changes(lambda *_: None) == {}


def test_all_pages_cost_three_calls_of_git(repository: Path) -> None:
    calls: list[str] = []
    run = git_in(repository / "docs")

    def counted(*arguments: str) -> str | None:
        calls.append(arguments[0])
        return run(*arguments)

    assert last_changes(counted)
    assert calls == ["rev-parse", "log", "diff"]


def test_the_sitemap_gives_the_age_of_a_page_where_it_is_known() -> None:
    text = render([Address("https://x/a/", {}, "2021-01-01"), Address("https://x/b/", {})])
    xml = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    ages = [url.findtext("s:lastmod", None, xml) for url in ElementTree.fromstring(text)]
    assert ages == ["2021-01-01", None]


def test_a_page_is_as_old_as_the_last_of_its_files() -> None:
    changes = {"a.md": "2022-02-02", "a.en.md": "2021-01-01"}
    assert newest(changes, ["a.md", "a.en.md"]) == "2022-02-02"
    assert newest(changes, ["a.en.md"]) == "2021-01-01"
    assert newest(changes, ["a.md", "changed-just-now.md"]) == ""


def test_a_page_says_when_it_changed_and_how_to_cite_it(pages: Pages) -> None:
    foot = pages["en/themas/mkb"].select_one(".page__foot")
    assert foot is not None
    citation = " ".join(foot.select_one("cite").get_text().split())  # type: ignore[union-attr]
    day = newest(last_changes(git_in(ROOT / "docs")), ["themas/mkb.md", "themas/mkb.en.md"])
    time = foot.find("time")
    assert (time["datetime"] if isinstance(time, Tag) else "") == day
    assert citation.startswith("‘Small and medium-sized enterprises (SMEs)’, website on the Taskf")
    assert citation.endswith("https://example.org/taskforce/en/themas/mkb/")
    assert (f"version of {time.get_text()}" in citation) if time else "version" not in citation


def test_the_sitemap_of_the_site_has_the_ages_that_git_knows(
    built_site: Path, catalogue: Catalogue
) -> None:
    known = last_changes(git_in(ROOT / "docs"))
    expected = {
        SITE.page(entity, language): newest(known, {entity.path, version.path})
        for entity in catalogue.entities
        for language, version in entity.versions.items()
    }
    xml = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        url.findtext("s:loc", "", xml): url.findtext("s:lastmod", "", xml)
        for url in ElementTree.parse(built_site / "sitemap.xml").getroot()
    }
    assert found == expected

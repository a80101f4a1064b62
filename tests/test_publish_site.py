"""What is published beside the pages, as it stands in the built site."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import Tag
from PIL import Image

from hooks.engine.git import git_in
from hooks.engine.history import newest, read
from hooks.engine.sitemap import Address, render
from hooks.taskforce.addresses import path_in
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.publish.files import files_of_language, shared_files
from hooks.taskforce.publish.previews import SIZE, Look
from tests.conftest import ROOT
from tests.content.built import Built, address_of
from tests.fixed_site import FIRST_DAY, LAST_DAY, SITE
from tests.pages import ADDRESS, Pages


def test_every_file_stands_where_it_says_with_what_the_catalogue_says(
    fixed_site: Path, fixed_root: Path, fixed_catalogue: Catalogue
) -> None:
    docs = ROOT / "docs/assets"
    typeface = (docs / "fonts/schibsted-grotesk-latin.woff2").read_bytes()
    styles = ((docs / f"css/{name}.css").read_text("utf-8") for name in ("tokens", "gables"))
    look = Look.of(typeface, *styles)
    files = [*shared_files(fixed_catalogue, SITE, look)]
    changes = read(git_in(fixed_root / "docs")).last_changes()
    for code in LANGUAGES:
        files += files_of_language(fixed_catalogue, SITE, code, changes)
    assert len(files) == len({file.target for file in files}) > 25
    for file in files:
        assert (fixed_site / file.target).read_bytes() == file.make(), file.target


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_feed_of_its_language_and_a_picture_in_that_of_its_text(
    fixed_pages: Pages, fixed_catalogue: Catalogue, language: Language
) -> None:
    for entity in fixed_catalogue.entities:
        page = fixed_pages[address_of(entity, language)]
        links = page.select('link[rel="alternate"][type="application/atom+xml"]')
        assert links[-1]["title"] == SITE.names.in_language(language)
        picture = page.find("meta", property="og:image")
        assert isinstance(picture, Tag)
        assert str(picture["content"]).endswith(f"-{entity.version(language).language}.png")
        with Image.open(fixed_pages.site / str(picture["content"]).removeprefix(ADDRESS)) as image:
            assert image.size == SIZE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_page_links_to_every_file_in_its_own_language(
    fixed_built: Built, fixed_catalogue: Catalogue, language: Language
) -> None:
    linked = {target for target, _ in fixed_built.links(path_in("over/open-data", language))}
    files = [file.target for file in shared_files(fixed_catalogue, SITE, None)]
    files += [file.target for file in files_of_language(fixed_catalogue, SITE, language)]
    not_data = {ADDRESS + name for name in ("robots.txt", "llms.txt", "paginas.json")}
    not_data.add(f"{ADDRESS}en/paginas.json")
    assert {ADDRESS + target for target in files} - not_data <= linked


# --- the age of pages ---------------------------------------------------------------------------


def test_the_sitemap_gives_the_age_of_a_page_where_it_is_known() -> None:
    text = render([Address("https://x/a/", {}, "2021-01-01"), Address("https://x/b/", {})])
    xml = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    ages = [url.findtext("s:lastmod", None, xml) for url in ElementTree.fromstring(text)]
    assert ages == ["2021-01-01", None]


def test_a_page_says_when_it_changed_and_how_to_cite_it(fixed_pages: Pages) -> None:
    for address, day, opening, ending in (
        ("themas/haven", FIRST_DAY, "‘Haven & handel’, site over de T", "versie van 9 mei 2024"),
        (
            "en/themas/ambacht",
            LAST_DAY,
            "‘Crafts: tomorrow's trade’, website on the T",
            "version of 10 May 2024",
        ),
    ):
        foot = fixed_pages[address].select_one(".page__foot")
        assert isinstance(foot, Tag)
        cited = foot.select_one("cite")
        assert isinstance(cited, Tag)
        citation = " ".join(cited.get_text().split())
        assert [time["datetime"] for time in foot.select("time")][:1] == [day]
        assert citation.startswith(opening)
        assert ending in citation
        assert citation.endswith(f"{ADDRESS}{address}/")


def test_the_sitemap_of_the_site_has_the_ages_that_git_knows(
    fixed_site: Path, fixed_root: Path, fixed_catalogue: Catalogue
) -> None:
    known = read(git_in(fixed_root / "docs")).last_changes()
    assert {*known.values()} == {FIRST_DAY, LAST_DAY}
    expected = {
        SITE.page(entity, language): newest(known, {entity.path, version.path})
        for entity in fixed_catalogue.entities
        for language, version in entity.versions.items()
    }
    xml = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        url.findtext("s:loc", "", xml): url.findtext("s:lastmod", "", xml)
        for url in ElementTree.parse(fixed_site / "sitemap.xml").getroot()
    }
    assert found == expected


def test_versions_name_each_other_in_the_head_and_in_the_sitemap(
    fixed_site: Path, fixed_pages: Pages, fixed_catalogue: Catalogue
) -> None:
    expected: dict[str, list[tuple[str, str]]] = {}
    for entity in fixed_catalogue.entities:
        places = {language: SITE.page(entity, language) for language in sorted(entity.versions)}
        # A page is no translation of itself, nor is what stands in for one.
        versions = [*places.items(), ("x-default", places["nl"])] if len(places) > 1 else []
        for language in LANGUAGES:
            links = fixed_pages[address_of(entity, language)].select("link[hreflang]")
            named = [(link["hreflang"], link["href"]) for link in links]
            assert named == (versions if language in places else []), (entity.path, language)
        expected |= dict.fromkeys(places.values(), versions)
    link = "{http://www.w3.org/1999/xhtml}link"
    listed = [
        (page[0].text, [(one.get("hreflang"), one.get("href")) for one in page.iterfind(link)])
        for page in ElementTree.parse(fixed_site / "sitemap.xml").getroot()
    ]
    assert sorted(listed) == sorted(expected.items())
    assert not (fixed_site / "sitemap.xml.gz").exists()

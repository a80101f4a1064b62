"""Two languages: what each function returns, without building a site."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock
from xml.etree import ElementTree

import pytest
from markdown import Markdown
from markupsafe import Markup, escape

from hooks.engine import labels, multilingual, sitemap
from hooks.taskforce.languages import LANGUAGES


def a_file(url: str, locale: str, built_for: str) -> Any:
    return SimpleNamespace(
        url=url, src_uri=f"{url}.md", locale=locale, locale_alternate_of=built_for, alternates={}
    )


def a_pair(*, translated: bool) -> tuple[Any, Any]:
    """Return the Dutch and the English file of one page, each knowing the other."""
    dutch = a_file("themas/mkb/", "nl", "nl")
    english = a_file("en/themas/mkb/", "en" if translated else "nl", "en")
    dutch.alternates = english.alternates = {"nl": dutch, "en": english}
    return dutch, english


@pytest.fixture
def config() -> Any:
    """Return the few things that are read from MkDocs' configuration."""
    names = {"nl": "Nederlands", "en": "English"}
    plugin = SimpleNamespace(
        current_language=None,
        default_language="nl",
        build_languages=["nl", "en"],
        building=False,
        get_language_config=lambda language: SimpleNamespace(name=names[language]),
        i18n_files_per_language={},
    )
    return SimpleNamespace(
        plugins={"i18n": plugin}, site_url="https://example.org/taskforce/", mdx_configs={}
    )


def test_language_is_known_before_the_plugin_has_chosen_one(config: Any) -> None:
    assert multilingual.built_language(config) == "nl"
    config.plugins["i18n"].current_language = "en"
    assert multilingual.built_language(config) == "en"
    assert multilingual.default_language(config) == "nl"


def test_a_file_to_which_many_pages_link_is_looked_up_once() -> None:
    found = {"a.md": a_file("a", "nl", "nl")}
    look_up = Mock(side_effect=found.get)
    files: Any = SimpleNamespace(get_file_from_path=look_up)
    multilingual.ask_once(files)
    for path in ("a.md", "weg.md", "a.md", "weg.md"):
        assert files.get_file_from_path(path) is found.get(path)
    assert look_up.call_count == 2


def test_nested_build_is_not_the_last_event(config: Any) -> None:
    assert multilingual.is_last_event(config)
    config.plugins["i18n"].building = True
    assert not multilingual.is_last_event(config)


def test_page_without_translation_is_a_fallback() -> None:
    assert [multilingual.is_fallback(file) for file in a_pair(translated=True)] == [False, False]
    assert [multilingual.is_fallback(file) for file in a_pair(translated=False)] == [False, True]


def test_only_the_default_language_writes_the_404_page() -> None:
    names = {"404.html", "sitemap.xml", "other.html"}
    assert multilingual.templates_to_build(names, is_default=True) == {"404.html", "other.html"}
    assert multilingual.templates_to_build(names, is_default=False) == {"other.html"}


def test_metadata_is_escaped_once() -> None:
    meta: dict[str, Any] = {"title": 'Thema\'s & "R&D" <b>', "description": '<"', "order": 1}
    multilingual.escape_metadata(meta)
    assert meta == {
        "title": "Thema's &amp; &quot;R&amp;D&quot; &lt;b&gt;",
        "description": "&lt;&quot;",
        "order": 1,
    }
    assert escape(meta["title"]) == meta["title"], "a template may escape it again"


def test_a_title_that_yaml_read_as_a_number_is_text() -> None:
    meta: dict[str, Any] = {"title": 2021}
    multilingual.escape_metadata(meta)
    assert meta["title"] == "2021"


def test_fallback_gets_dutch_title_and_dutch_canonical(config: Any) -> None:
    _, english = a_pair(translated=False)
    english.page = SimpleNamespace(
        meta={"title": Markup("R&amp;D")}, title="", canonical_url="…/en/themas/mkb/"
    )
    without_page = a_file("x/", "nl", "en")
    without_page.page = None
    for _ in ("once", "again"):
        multilingual.mark_fallbacks([english, without_page], config)
    assert english.page.title == '<span lang="nl">R&amp;D</span>'
    assert english.page.canonical_url == "https://example.org/taskforce/themas/mkb/"


def test_translated_page_keeps_title_and_canonical(config: Any) -> None:
    for file in a_pair(translated=True):
        file.page = SimpleNamespace(meta={}, title="T", canonical_url="c")
        multilingual.mark_fallbacks([file], config)
        assert (file.page.title, file.page.canonical_url) == ("T", "c")


def test_translations_have_full_addresses_and_a_default(config: Any) -> None:
    expected = {
        "en": "https://example.org/taskforce/en/themas/mkb/",
        "nl": "https://example.org/taskforce/themas/mkb/",
        "x-default": "https://example.org/taskforce/themas/mkb/",
    }
    for file in a_pair(translated=True):
        assert multilingual.translations(file, config) == expected
    for file in a_pair(translated=False):
        assert multilingual.translations(file, config) == {}


def test_switcher_leads_to_the_same_page_even_without_translation(config: Any) -> None:
    for translated in (True, False):
        for file in a_pair(translated=translated):
            assert multilingual.switcher(file, config) == [
                {"name": "Nederlands", "link": "themas/mkb/", "lang": "nl"},
                {"name": "English", "link": "en/themas/mkb/", "lang": "en"},
            ]


def test_sitemap_lists_each_page_once_and_no_fallback(config: Any) -> None:
    pair, single = a_pair(translated=True), a_pair(translated=False)
    for file in single:
        file.url, file.src_uri = file.url.replace("mkb", "a&b"), "other.md"
    config.plugins["i18n"].i18n_files_per_language = {
        "nl": [pair[0], single[0]],
        "en": [pair[1], single[1]],
    }
    addresses = []
    for language in ("nl", "en"):
        config.plugins["i18n"].current_language = language
        addresses += sitemap.addresses(config, {pair[0].src_uri: "2021-03-14"})
    addresses.sort()
    assert [address.location for address in addresses] == [
        "https://example.org/taskforce/en/themas/mkb/",
        "https://example.org/taskforce/themas/a&b/",
        "https://example.org/taskforce/themas/mkb/",
    ]
    assert addresses[1].translations == {}
    assert addresses[0].translations == addresses[2].translations
    assert [address.changed for address in addresses] == ["", "", "2021-03-14"]


def test_sitemap_is_well_formed() -> None:
    url = "https://example.org/a?b=1&c=2"
    text = sitemap.render([sitemap.Address(url, {"nl": url}), sitemap.Address("x", {})])
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.fromstring(text)
    assert [loc.text for loc in root.findall("s:url/s:loc", names)] == [url, "x"]
    link = root.find("s:url/{http://www.w3.org/1999/xhtml}link", names)
    assert link is not None
    assert link.attrib == {"rel": "alternate", "hreflang": "nl", "href": url}
    assert "lastmod" not in text, "the day of the build says nothing about a page"


def test_pages_are_made_in_their_own_language(config: Any) -> None:
    config.markdown_extensions = ["admonition", "footnotes"]
    config.mdx_configs = {"footnotes": {"SEPARATOR": "-"}}
    made = {}
    for language in LANGUAGES:
        labels.label_extensions(config, language)
        made[language] = Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs
        ).convert("!!! warning\n    x[^1]\n\n[^1]: y\n")
    assert "Let op" in made["nl"] and "Voetnoot 1" in made["nl"]
    assert "Warning" in made["en"] and "Footnote 1" in made["en"]
    assert all('id="fn-1"' in html for html in made.values()), "what is written down holds"

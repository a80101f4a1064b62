"""The menu: what MkDocs gets, and what pages outside it get back."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from hooks.engine.navigation import Section, adopt_pages_outside_menu, menu, name_sections
from hooks.engine.sections import sections
from tests.builders import loaded, tiny_tree
from tests.builders import page as page_of

MENU = [
    Section("index.md"),
    Section("themas/index.md", (Section("themas/mkb.md"), Section("themas/diep/index.md"))),
    Section("resultaten/index.md"),
    Section("tijdlijn.md"),
]
OUTSIDE = [
    "themas/los.md",
    "themas/diep/los.md",
    "resultaten/fonds.md",
    "resultaten/2021/los.md",
    "wees/los.md",
    "bronnen.md",
]


def a_site(*prefix: str) -> tuple[Navigation, dict[str, Any]]:
    """Return the navigation of a site with the menu above, and its pages by path."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": ".", "nav": menu(MENU)})
    config.validate()
    paths = ["index.md", "themas/index.md", "themas/mkb.md", "themas/diep/index.md"]
    paths += ["resultaten/index.md", "tijdlijn.md", *OUTSIDE]
    files = Files([File(path, "docs", "site", use_directory_urls=True) for path in paths])
    for file in files:
        if prefix:  # As static-i18n does for a language that is not the default.
            file.url = f"{prefix[0]}/{'' if file.url == './' else file.url}"
    navigation = get_navigation(files, config)
    navigation.homepage = navigation.pages[0]
    adopt_pages_outside_menu(navigation, files)
    pages = {file.src_uri: file.page for file in files}
    for path, page in pages.items():
        assert page is not None
        page.markdown, page.meta = "", {"title": path.upper()}
    name_sections(files)
    return navigation, pages


def trail(page: Any) -> list[str]:
    return [item.title for item in page.ancestors]


def test_menu_has_no_titles_and_opens_sections_with_their_index() -> None:
    assert menu(MENU) == [
        "index.md",
        {"themas/index.md": ["themas/index.md", "themas/mkb.md", "themas/diep/index.md"]},
        "resultaten/index.md",
        "tijdlijn.md",
    ]


def test_menu_may_be_nested() -> None:
    assert menu([Section("a/index.md", (Section("a/b/index.md", (Section("a/b/c.md"),)),))]) == [
        {"a/index.md": ["a/index.md", {"a/b/index.md": ["a/b/index.md", "a/b/c.md"]}]}
    ]


def test_sections_are_named_after_their_index_page() -> None:
    navigation, _ = a_site()
    assert [item.title for item in navigation.items] == [
        "INDEX.MD",
        "THEMAS/INDEX.MD",
        "RESULTATEN/INDEX.MD",
        "TIJDLIJN.MD",
    ]


def test_pages_outside_the_menu_have_ancestors_in_both_languages() -> None:
    for prefix in ((), ("en",)):
        _, pages = a_site(*prefix)
        assert trail(pages["themas/los.md"]) == ["THEMAS/INDEX.MD"]
        assert trail(pages["themas/diep/los.md"]) == ["THEMAS/DIEP/INDEX.MD", "THEMAS/INDEX.MD"]
        assert trail(pages["resultaten/fonds.md"]) == ["RESULTATEN/INDEX.MD"]
        assert trail(pages["resultaten/2021/los.md"]) == ["RESULTATEN/INDEX.MD"]


def test_pages_in_no_section_have_none() -> None:
    for prefix in ((), ("en",)):
        _, pages = a_site(*prefix)
        assert trail(pages["wees/los.md"]) == []
        assert trail(pages["bronnen.md"]) == []


def test_pages_in_the_menu_keep_their_place() -> None:
    _, pages = a_site()
    assert trail(pages["index.md"]) == []
    assert trail(pages["resultaten/index.md"]) == []
    assert trail(pages["themas/index.md"]) == trail(pages["themas/mkb.md"]) == ["THEMAS/INDEX.MD"]
    assert pages["index.md"].is_homepage


def test_active_page_outside_the_menu_marks_its_section_and_only_that() -> None:
    for path, marked in [("resultaten/fonds.md", 2), ("themas/diep/los.md", 1), ("bronnen.md", -1)]:
        navigation, pages = a_site()
        pages[path].active = True
        active = [bool(item.active) for item in navigation.items]
        assert active == [index == marked for index in range(4)]
        pages[path].active = False
        assert not any(item.active for item in navigation.items)


def test_of_a_folder_within_a_folder_only_the_page_that_opens_it_is_in_the_menu() -> None:
    fields = "title: {}\nsummary: Een pagina die over iets gaat, met een zin erbij.\n"
    names = ("over/index", "over/contact", "over/meedoen/index", "over/meedoen/vertalen")
    tree = {f"{name}.md": page_of(fields.format(name)) for name in names}
    (about,) = (one for one in sections(loaded(tree).catalogue) if one.index == "over/index.md")
    assert [one.index for one in about.children] == ["over/contact.md", "over/meedoen/index.md"]


def test_the_menu_has_what_is_at_the_top_and_the_kinds_that_stay_few_in_the_editors_order() -> None:
    fields = "title: {}\nsummary: Een pagina die over iets gaat, met een zin erbij.\norder: {}\n"
    orders = {"over/index": 2, "over/aa": 9, "over/bb": 1}
    pages = {f"{name}.md": page_of(fields.format(name, at)) for name, at in orders.items()}
    found = sections(loaded(tiny_tree() | pages).catalogue)
    assert {one.index: [child.index for child in one.children] for one in found} == {
        "index.md": [],
        "themas/index.md": ["themas/human-capital.md", "themas/mkb.md"],
        "over/index.md": ["over/bb.md", "over/aa.md"],
        "begrippen.md": [],
        "bronnen.md": [],
    }
    assert [one.index for one in found][:3] == ["index.md", "themas/index.md", "over/index.md"]

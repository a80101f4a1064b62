"""What we lean on inside the software of others is there as we know it.

Each test is named in .github/UPGRADING.md beside the one function that knows that inside. A newer
version that fails one changed it: that function is where to look.
"""

from __future__ import annotations

import ast
import gzip
import inspect
import json
import logging
import os
import re
from pathlib import Path
from typing import Any, get_type_hints

import mkdocs.commands.build
import mkdocs.commands.serve
import mkdocs.livereload
import mkdocs.utils
import pytest
from markdown import Markdown
from markdown.extensions.toc import slugify, unique
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocs.config.config_options import Hooks
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs_static_i18n import suffix
from mkdocs_static_i18n.plugin import I18n
from pagefind.service import get_executable
from pymdownx import gemoji_db, keymap_db

from hooks.engine import search
from hooks.engine.logs import generator_logger
from hooks.engine.multilingual import LanguageFile, Plugin
from hooks.taskforce.features import icons
from tests.conftest import ROOT

UPGRADING = ROOT / ".github/UPGRADING.md"


def source(thing: object) -> str:
    return inspect.getsource(thing)  # type: ignore[arg-type]


# --- static-i18n --------------------------------------------------------------------------------


def test_static_i18n_plugin_has_all_that_is_read_of_it() -> None:
    plugin = I18n()
    plugin.load_config({"languages": [{"locale": "nl", "name": "Nederlands", "default": True}]})
    missing = [
        name
        for name in (*get_type_hints(Plugin), "get_language_config")
        # What it makes of the configuration stands in its source only.
        if not hasattr(plugin, name) and f"self.{name}" not in source(I18n)
    ]
    assert missing == []


def test_static_i18n_files_know_their_language_and_their_alternates() -> None:
    text = source(suffix)
    own = get_type_hints(LanguageFile).keys() - {"src_uri", "url"}
    assert own == {"locale", "locale_alternate_of", "alternates"}
    assert [name for name in own if f"file.{name} = " not in text] == []


def test_static_i18n_builds_the_other_languages_within_its_own_post_build() -> None:
    event = I18n.on_post_build
    assert getattr(event, "mkdocs_priority", None) == -100
    assert "self.building" in source(event)


def test_static_i18n_begins_another_language_as_we_do_beside_it() -> None:
    text = source(I18n.on_post_build)
    lines = [line.strip() for line in text.splitlines()]
    begin = lines.index("if self.building:")
    assert lines[begin + 1] == "return"
    # In this order, and nothing else but logging that is the same.
    steps = (
        "self.building = True",
        "build_logger.addFilter(i18n_filter)",
        "utils.clean_directory = lambda x: x",
        "self.current_language = locale",
        "build(config, dirty=dirty)",
        "self.building = False",
    )
    places = [lines.index(step) for step in steps]
    assert places == sorted(places)
    assert places[0] > begin


def test_static_i18n_replaces_what_the_preview_puts_back() -> None:
    text = source(I18n)
    assert "clean_directory" in text
    assert "addFilter" in text


# --- MkDocs -------------------------------------------------------------------------------------


def test_mkdocs_serve_builds_by_a_function_that_can_be_replaced() -> None:
    assert vars(mkdocs.commands.serve)["build"] is mkdocs.commands.build.build
    assert re.search(r"\bbuild\(config", source(mkdocs.commands.serve.serve))


def test_mkdocs_serve_makes_its_server_by_a_name_that_can_be_replaced() -> None:
    assert vars(mkdocs.commands.serve)["LiveReloadServer"] is LiveReloadServer
    assert "server = LiveReloadServer(" in source(mkdocs.commands.serve.serve)
    assert "polling_interval" in inspect.signature(LiveReloadServer.__init__).parameters


def test_mkdocs_reads_and_writes_a_page_by_a_function_each() -> None:
    read, write = mkdocs.commands.build._populate_page, mkdocs.commands.build._build_page
    assert [*inspect.signature(read).parameters][:3] == ["page", "config", "files"]
    given = ["page", "config", "doc_files", "nav", "env"]
    assert [*inspect.signature(write).parameters][:5] == given
    assert "page.file.abs_dest_path" in source(write)


def test_mkdocs_finds_files_of_the_theme_among_its_templates() -> None:
    assert "env.list_templates(" in source(Files.add_files_from_theme)
    assert "config.theme.get_env()" in source(mkdocs.commands.build.build)


def test_mkdocs_gives_a_page_what_is_kept_of_it() -> None:
    given = set(re.findall(r"self\.(\w+)(?:: [^=]+)? = ", source(Page.render)))
    restored = {"content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors"}
    assert given == restored
    asked = re.findall(r"self\.files\.(\w+)", source(pages._RelativePathTreeprocessor))
    assert set(asked) == {"get_file_from_path"}
    assert "files" not in source(pages._ExtractAnchorsTreeprocessor.run)


def test_mkdocs_puts_a_page_in_a_template_of_the_environment() -> None:
    text = source(mkdocs.commands.build._build_page)
    assert "template = env.get_template(page.meta.get('template', 'main.html'))" in text
    assert "output = template.render(context)" in text


def test_mkdocs_server_gives_each_page_to_one_function_with_its_epoch() -> None:
    parameters = inspect.signature(LiveReloadServer._inject_js_into_html).parameters
    assert [*parameters] == ["self", "content", "epoch"]
    text = source(LiveReloadServer)
    assert "self._inject_js_into_html(content, epoch)" in text
    epochs = ("_visible_epoch", "_wanted_epoch", "_epoch_cond")
    for name in (*epochs, "builder", "error_handler", "mount_path", "root"):
        assert f"self.{name}" in text, name


def test_mkdocs_keeps_hooks_in_a_cache_that_can_be_emptied() -> None:
    assert callable(Hooks._load_hook.cache_clear)


def test_mkdocs_counts_warnings_in_a_handler_of_its_logger() -> None:
    handler = CountHandler()
    handler.setLevel(logging.WARNING)
    logger = logging.Logger("x")
    logger.addHandler(handler)
    logger.warning("x")
    assert dict(handler.get_counts()) == {"WARNING": 1}
    assert callable(mkdocs.utils.clean_directory)


def test_mkdocs_names_its_loggers_after_its_package() -> None:
    assert generator_logger().name == "mkdocs"
    assert {thing.log.name for thing in (mkdocs.commands.build, mkdocs.utils)} == {
        "mkdocs.commands.build",
        "mkdocs.utils",
    }
    assert mkdocs.livereload.log.logger.name == "mkdocs.livereload"


# --- Pagefind -----------------------------------------------------------------------------------


def test_pagefind_says_where_its_program_is() -> None:
    program = get_executable()
    assert program is not None
    assert os.access(program, os.X_OK)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Pagefind makes of two pages in two languages."""
    pages = tmp_path_factory.mktemp("pages")
    for language in ("nl", "en"):
        page = f'<html lang="{language}"><title>x</title><main>haven {language}</main></html>'
        (pages / f"{language}.html").write_text(page, encoding="utf-8")
    output = tmp_path_factory.mktemp("made")
    search.run_pagefind(pages, output)
    return output


def test_pagefind_names_each_language_with_its_grammar_in_its_entry(index: Path) -> None:
    entry = json.loads((index / search._ENTRY).read_text("utf-8"))
    assert entry["languages"].keys() == {"nl", "en"}
    for language in entry["languages"].values():
        assert language.keys() >= {"hash", "page_count", "wasm"}
        assert (index / f"wasm.{language['wasm']}.pagefind").is_file()
    assert (index / "wasm.unknown.pagefind").is_file()


def test_pagefind_fragments_say_of_which_page_they_are(index: Path) -> None:
    (fragment, _) = sorted(index.glob("fragment/*.pf_fragment"))
    assert gzip.decompress(fragment.read_bytes()).startswith(search._SIGNATURE)
    assert search.page_ids(index).keys() == {"nl.html", "en.html"}


def test_pagefind_writes_all_that_the_browser_asks_for(index: Path) -> None:
    assert [pattern for pattern in search._USED if not [*index.rglob(pattern)]] == []
    assert "createInstance" in (index / "pagefind.js").read_text("utf-8")


def test_pagefind_divides_its_index_as_its_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(f"w{number:x}" for number in range(300))
    (tmp_path / "index.html").write_text(f"<html lang=nl><main>{words}</main></html>", "utf-8")
    parts = []
    for size in ("20000", "100"):
        monkeypatch.setattr(search, "_CHUNKS", dict.fromkeys(search._CHUNKS, size))
        search.run_pagefind(tmp_path, tmp_path / size)
        parts.append(len([*(tmp_path / size).rglob("*.pf_index")]))
    assert parts[0] == 1
    assert parts[1] > 1


# --- Material, Markdown and its extensions ------------------------------------------------------


def test_material_has_the_drawings_of_icons_in_its_folders() -> None:
    for name in ("material-check", "octicons-check-16", "fontawesome-solid-check", "simple-github"):
        assert icons.drawing(name) is not None, name


def test_markdown_keeps_the_order_in_which_ours_come() -> None:
    markdown = Markdown(extensions=["abbr", "toc"])
    priorities: Any = getattr(markdown.treeprocessors, "_priority")  # noqa: B009
    places = {item.name: item.priority for item in priorities}
    assert (places["inline"], places["abbr"], places["toc"]) == (20, 7, 5)


def test_markdown_names_headings_as_we_foresee() -> None:
    assert slugify("Wat later kwam?", "-") == "wat-later-kwam"
    assert unique("x", {"x"}) == "x_1"
    assert HTML_PLACEHOLDER_RE.fullmatch("\u0002wzxhzdk:0\u0003")


def test_pymdownx_has_its_lists_of_emoji_and_keys() -> None:
    assert gemoji_db.emoji[":smile:"]["unicode"]
    assert keymap_db.keymap["arrow-up"]


# --- the page on upgrading ----------------------------------------------------------------------


def test_the_page_on_upgrading_names_what_there_is() -> None:
    text = UPGRADING.read_text(encoding="utf-8")
    named = re.findall(r"\[`([^`]+)`\]\(\.\./([^)#]+)\)", text)
    assert named
    for name, path in named:
        file = ROOT / path
        assert file.exists(), path
        if file.is_file() and name != Path(path).name:
            assert name.rpartition(".")[2] in file.read_text(encoding="utf-8"), (name, path)


DOCUMENTED = frozenset(
    {
        *("mkdocs.config.defaults", "mkdocs.exceptions", "mkdocs.livereload", "mkdocs.plugins"),
        *("mkdocs.structure.files", "mkdocs.structure.nav", "mkdocs.structure.pages"),
        *("mkdocs.structure.toc", "mkdocs.utils.get_relative_url"),
        *("markdown.Markdown", "markdown.extensions.Extension", "markdown.treeprocessors"),
        *("markdown.postprocessors", "markdown.util.AtomicString"),
    }
)
"""Modules, and names of others, that their makers document: they change with notice."""

INSIDE_OF = frozenset(
    {"mkdocs", "mkdocs_static_i18n", "material", "pagefind", "markdown", "pymdownx"}
)


def leans(code: str) -> set[str]:
    """Return each use that a module makes of what others do not document."""
    nodes = [*ast.walk(ast.parse(code))]
    imported = {
        name.name: f"{node.module}.{name.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.level == 0
        for name in node.names
    }
    imported |= {
        name.name: name.name
        for node in nodes
        if isinstance(node, ast.Import)
        for name in node.names
    }
    found = {
        name
        for name in imported.values()
        if name.partition(".")[0] in INSIDE_OF and not {name, name.rpartition(".")[0]} & DOCUMENTED
    }
    own = {"self", "cls", "other"}
    found |= {
        ast.unparse(node)
        for node in nodes
        if isinstance(node, ast.Attribute)
        and re.fullmatch(r"_[a-z]\w*[a-z]", node.attr)
        and not (isinstance(node.value, ast.Name) and node.value.id in own)
    }
    return found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from mkdocs.utils import clean_directory", {"mkdocs.utils.clean_directory"}),
        ("from mkdocs.utils import get_relative_url", set()),
        ("from mkdocs.plugins import event_priority", set()),
        ("import mkdocs.commands.serve", {"mkdocs.commands.serve"}),
        ("from ..markdown import escaped", set()),
        ("server._epoch = self._epoch", {"server._epoch"}),
    ],
)
def test_use_of_what_is_not_documented_is_found(code: str, found: set[str]) -> None:
    assert leans(code) == found


def test_every_lean_is_in_a_module_that_the_page_on_upgrading_names() -> None:
    text = UPGRADING.read_text(encoding="utf-8")
    leaning = {
        path.relative_to(ROOT).as_posix(): sorted(found)
        for path in sorted((ROOT / "hooks").rglob("*.py"))
        if (found := leans(path.read_text(encoding="utf-8")))
    }
    assert leaning
    unnamed = {name: found for name, found in leaning.items() if f"](../{name})" not in text}
    assert unnamed == {}


def test_every_test_here_is_named_on_the_page_on_upgrading() -> None:
    text = UPGRADING.read_text(encoding="utf-8")
    tests = {
        name
        for name in globals()
        if name.startswith("test_") and not re.search(r"upgrading|documented", name)
    }
    assert tests
    assert {name for name in tests if f"`{name}`" not in text} == set()

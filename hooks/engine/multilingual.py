"""Several languages out of one build: what static-i18n leaves undone.

static-i18n builds the site once per language, all others nested inside the first, with one
configuration object. A page that has no English file is built from the Dutch one (a *fallback*):
its file then has the Dutch ``locale`` while it stands in for English (``locale_alternate_of``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from functools import cache
from typing import Any, Protocol, cast
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs_static_i18n.utils import I18nLoggingFilter

from hooks.engine.logs import build_logger
from hooks.taskforce.labels import html_text


class LanguageFile(Protocol):
    """What static-i18n adds to a MkDocs file."""

    src_uri: str
    url: str
    locale: str
    locale_alternate_of: str
    alternates: dict[str, LanguageFile]


class LanguageSettings(Protocol):
    """What mkdocs.yml says of a language, as static-i18n keeps it."""

    name: str
    site_name: str | None


class Plugin(Protocol):
    """What is used of static-i18n's own object, whose inside this is."""

    building: bool
    build_languages: list[str]
    current_language: str | None
    default_language: str
    i18n_files_per_language: MutableMapping[str, Iterable[LanguageFile]]
    original_configs: Mapping[str, Any]

    def get_language_config(self, language: str) -> LanguageSettings:
        """Return the settings of a language."""


def plugin_of(config: MkDocsConfig) -> Plugin:
    """Return static-i18n's own object: the one place that knows where it is."""
    return cast(Plugin, config.plugins["i18n"])


def built_language(config: MkDocsConfig) -> str:
    """Return the language that is being built.

    Right in every event. ``config.theme.language`` is not: in ``on_config`` it still names the
    previous language, and the plugin's ``current_language`` is None at the first build.
    """
    plugin = plugin_of(config)
    return str(plugin.current_language or plugin.default_language)


def default_language(config: MkDocsConfig) -> str:
    """Return the language that has no prefix in its addresses: Dutch."""
    plugin = plugin_of(config)
    return str(plugin.default_language)


def is_last_event(config: MkDocsConfig) -> bool:
    """Return whether every language has been built.

    Only means something in ``on_post_build`` with a priority below -100: the plugin builds the
    other languages inside its own ``on_post_build``, which has priority -100.
    """
    plugin = plugin_of(config)
    return not plugin.building


def other_languages(config: MkDocsConfig) -> list[str]:
    """Return the languages that are built after the first, in their order."""
    plugin = plugin_of(config)
    return [code for code in plugin.build_languages if code != plugin.current_language]


def build_other(config: MkDocsConfig, language: str) -> None:
    """Build a further language into the same folder, as static-i18n would after the first.

    Call it in the first build, in a copy of its process that does nothing else.
    """
    plugin = plugin_of(config)
    plugin.building, plugin.current_language = True, language
    once = I18nLoggingFilter()
    once.filtered_prefixes |= {"Documentation built in", "Building documentation to directory"}
    build_logger().addFilter(once)
    utils.clean_directory = lambda directory: None
    build(config)


def say_others_are_built(config: MkDocsConfig) -> None:
    """Keep static-i18n from building the other languages; call it in its own `on_post_build`.

    Call it with a priority above -100, and `say_all_is_built` below.
    """
    plugin_of(config).building = True


def say_all_is_built(config: MkDocsConfig) -> None:
    """Let this be the last event."""
    plugin_of(config).building = False


def with_language(file: File) -> LanguageFile:
    """Return the file with the type that static-i18n gave it in ``on_files``."""
    return cast(LanguageFile, file)


def is_fallback(file: LanguageFile) -> bool:
    """Return whether the page is in another language than the site around it."""
    return file.locale != file.locale_alternate_of


def list_pages_again(files: Files, config: MkDocsConfig) -> None:
    """Have the plugin know the pages that were added after it had listed them, for the sitemap."""
    pages = cast(Iterable[LanguageFile], files.documentation_pages())
    plugin_of(config).i18n_files_per_language[built_language(config)] = pages


def absolute_url(file: LanguageFile, config: MkDocsConfig) -> str:
    """Return the full address of a page, whatever language is being built."""
    return urljoin(config.site_url or "", file.url)


def source_paths(file: LanguageFile, config: MkDocsConfig) -> set[str]:
    """Return the paths below docs/ of what a page is made of: its text, and the Dutch facts."""
    facts = file.alternates.get(default_language(config), file)
    return {file.src_uri, facts.src_uri}


def templates_to_build(templates: Iterable[str], *, is_default: bool) -> set[str]:
    """Return the theme's templates that this language's build writes.

    All languages write to the same path and the last one wins, so the English build would leave
    an English 404 page (mkdocs-static-i18n#284). GitHub Pages serves only the one at the root.
    The sitemap is written by :mod:`hooks.engine.sitemap`, once all languages are known.
    """
    unwanted = {"sitemap.xml"} if is_default else {"sitemap.xml", "404.html"}
    return set(templates) - unwanted


def escape_metadata(meta: MutableMapping[str, Any]) -> None:
    """Make the title and description of a page safe to stand in HTML.

    MkDocs' templates escape nothing by themselves, and it takes the title of a page over from
    here: ``R&D`` would be bad HTML, and a tag would run. The result is Markup, so that escaping it
    again in a template changes nothing. An apostrophe may stay.
    """
    for key in ("title", "description"):
        if key in meta:
            meta[key] = html_text(str(meta[key]))


def ask_once(files: Files) -> None:
    """Let each file be looked up once, however many pages link to it: static-i18n tries every name.

    Must run in ``on_files``, when all files are there.
    """
    files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]


def mark_fallbacks(files: Iterable[File], config: MkDocsConfig) -> None:
    """Give each fallback page a title that says its language, and the original as canonical.

    The title in the page itself is enough for heading, menu and breadcrumb, where the templates put
    it as HTML. (WCAG 2.2, success criterion 3.1.2: the language of a passage is marked; Google,
    "Consolidate duplicate URLs": a copy names its original.)

    Must run in ``on_env``: then all pages have been read and none has been written.
    """
    for file in files:
        variant = with_language(file)
        if file.page is None or not is_fallback(variant):
            continue
        # Its own title, which may have been marked before.
        title = file.page.meta.get("title", file.page.title)
        file.page.title = Markup('<span lang="{}">{}</span>').format(variant.locale, title)
        file.page.canonical_url = absolute_url(variant.alternates[variant.locale], config)


def translations(file: LanguageFile, config: MkDocsConfig) -> dict[str, str]:
    """Return the full address of this page in each language that it really exists in.

    Empty when there is only one, as a page is no translation of itself; and for a fallback, which
    is a copy of a version. The key ``x-default`` says where a reader of any other language goes.
    (Google, "Tell Google about localized versions": full addresses, each version lists itself and
    all others.)
    """
    languages = {
        language: absolute_url(other, config)
        for language, other in file.alternates.items()
        if other.locale == language
    }
    if len(languages) < 2 or is_fallback(file):
        return {}
    default = default_language(config)
    return dict(sorted(languages.items())) | {"x-default": languages[default]}


def set_language(config: MkDocsConfig) -> None:
    """Have templates speak the language that is built; for use in ``on_config``, in every build."""
    language, default = built_language(config), default_language(config)
    config.theme["language"] = language
    config.extra["alternate"] = switcher_to_homes(config)
    config.theme.static_templates = templates_to_build(
        config.theme.static_templates, is_default=language == default
    )


def switcher(file: LanguageFile, config: MkDocsConfig) -> list[dict[str, str]]:
    """Return where this same page is in every language, by the name of each.

    static-i18n does this too, but not for the home page, whose links it takes from ``site_url``:
    wrong as soon as the site is looked at under another path. The links are relative to the
    root of the site, as the ``url`` filter expects.
    """
    links = {language: other.url for language, other in file.alternates.items()}
    return _switcher(links, config)


def switcher_to_homes(config: MkDocsConfig) -> list[dict[str, str]]:
    """Return the same for what is no page, such as 404.html: the home pages."""
    default = default_language(config)
    plugin = plugin_of(config)
    links = {code: "" if code == default else f"{code}/" for code in plugin.build_languages}
    return _switcher(links, config)


def _switcher(links: Mapping[str, str], config: MkDocsConfig) -> list[dict[str, str]]:
    plugin = plugin_of(config)
    return [
        {
            "name": plugin.get_language_config(language).name,
            "link": links[language],
            "lang": language,
        }
        for language in plugin.build_languages
        if language in links
    ]

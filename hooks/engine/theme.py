"""Of the theme only the templates are used: what they get, and what of it is left out."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from hooks.engine.beside import Beside
from hooks.engine.headings import LISTED
from hooks.taskforce import compiling, mark
from hooks.taskforce.addresses import SEARCH_PAGE, page_address, path_in
from hooks.taskforce.catalogue import Entity
from hooks.taskforce.compiling import CompiledOnce
from hooks.taskforce.labels import html_text, labels, lang_attribute, marked_html
from hooks.taskforce.languages import SOURCE_LANGUAGE, Language
from hooks.taskforce.model import Page
from hooks.taskforce.pages.templates import FOLDER, compile_all
from hooks.taskforce.publish.site import PAGES


class _Templates(FileSystemLoader):
    """The templates of the theme, of which only those of the site are listed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme.dirs)
        self._own = FileSystemLoader(theme.custom_dir or [])

    def list_templates(self) -> list[str]:
        return self._own.list_templates()


def publish_own_files_only(config: MkDocsConfig) -> None:
    """Leave the style sheets, programs and pictures of the theme itself out of the site.

    No page refers to any of them: overrides/ and docs/assets/ have the site's own. Published all
    the same they would be two megabytes of programs that nobody has looked at; and looking for them
    among thousands of icons takes longer than the menu. Call it in `on_config`.
    """
    theme = config.theme

    def environment() -> Environment:
        made = Theme.get_env(theme)
        made.loader, made.bytecode_cache = _Templates(theme), CompiledOnce("theme")
        made.trim_blocks = made.lstrip_blocks = True  # A line of code leaves no line behind.
        return made

    theme.get_env = environment  # type: ignore[method-assign]


def begin_compiling(theme: Theme) -> Beside[dict[str, bytes]]:
    """Return what compiles all templates, while this process reads what editors have written.

    Call it after `publish_own_files_only`; its result is for `compiling.take_over`.
    """
    return Beside(partial(_compile_all, theme))


def _compile_all(theme: Theme) -> dict[str, bytes]:
    compile_all()
    environment = theme.get_env()
    for name in environment.list_templates(["html"]):
        if not name.startswith(f"{FOLDER.name}/"):
            environment.get_template(name)
    return compiling.code()


def add_globals(
    environment: Environment, language: Language, searching: Entity[Page] | None = None
) -> None:
    """Give the templates what the site says, and its mark; for use in ``on_env``, in every build.

    `label` is for between tags, and marks what is not in the language of the site around the page;
    `attribute` is for where nothing can, and `lang` then marks the element around it. `home_page`,
    `list_of_pages` and `search_page` give an address in a language, for the `url` filter.

    Args:
        environment: That of the theme.
        language: The language that is built.
        searching: The page to search on.
    """
    search_page = page_address(searching.path if searching else SEARCH_PAGE)
    environment.globals |= {
        "attribute": lambda name: html_text(labels()[name].in_language(language)),
        "label": lambda name: marked_html(labels()[name], language),
        "labels": labels(),
        "least_sections": LISTED,
        "lang": lambda name: lang_attribute(labels()[name], language),
        "mark": mark,
        "home_page": partial(path_in, ""),
        "list_of_pages": partial(path_in, PAGES),
        "search_page": partial(path_in, search_page),
        "marked": lambda text: marked_html(text, language),
        "source_language": SOURCE_LANGUAGE,
    }

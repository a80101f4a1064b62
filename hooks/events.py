"""Every MkDocs event that this site answers, in the order in which MkDocs calls them.

mkdocs.yml names this file. Each event calls functions that say what they do and why; here stands
only when. "Twice" means: once per language, the second time nested in the first build's
`on_post_build`. Plugins come before hooks at equal priority; static-i18n is at -100 in `on_config`,
`on_files`, `on_nav` and `on_post_build`, at +50 in the page events.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Literal

# The `mkdocs` command does not put its working directory on the path, and MkDocs takes everything
# back off it once this file has run: so all imports stand here, none in a function.
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from jinja2 import Environment  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402
from mkdocs.plugins import CombinedEvent, event_priority  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.structure.toc import TableOfContents  # noqa: E402

from hooks.engine import (  # noqa: E402
    assets,
    beside,
    book,
    further,
    headings,
    history,
    kept_pages,
    labels,
    limits,
    multilingual,
    navigation,
    policy,
    publishing,
    redirects,
    search,
    security,
    serving,
    settings,
    sitemap,
    sooner,
    staging,
    theme,
    version,
)
from hooks.engine.content import (  # noqa: E402
    MOMENT,
    LastRead,
    changes_of,
    content_of,
    forget,
    judged_beside,
    judged_kept,
    leave_out,
    without_history,
)
from hooks.engine.git import git_in  # noqa: E402
from hooks.engine.kept import FOLDER, Kept, circumstances  # noqa: E402
from hooks.engine.panel import Refused  # noqa: E402
from hooks.engine.search_documents import Document  # noqa: E402
from hooks.engine.sections import sections  # noqa: E402
from hooks.taskforce import audit  # noqa: E402
from hooks.taskforce.catalogue import Catalogue, Entity  # noqa: E402
from hooks.taskforce.compiling import take_over  # noqa: E402
from hooks.taskforce.dates import PartialDate  # noqa: E402
from hooks.taskforce.gables import gables_of  # noqa: E402
from hooks.taskforce.languages import LANGUAGES  # noqa: E402
from hooks.taskforce.loading import Loaded  # noqa: E402
from hooks.taskforce.pages.expansion import expanded, further_expanded  # noqa: E402
from hooks.taskforce.pages.templates import (  # noqa: E402
    Surroundings,
    Templates,
    read_templates,
)
from hooks.taskforce.problems import as_text  # noqa: E402
from hooks.taskforce.questions import Answers  # noqa: E402
from hooks.taskforce.repository import Repository  # noqa: E402
from hooks.taskforce.summary import summary  # noqa: E402
from hooks.taskforce.terminal import show_every_letter  # noqa: E402
from hooks.taskforce.vocabulary import Overview  # noqa: E402

Made = tuple[list[sitemap.Address], search.Entry]
"""What a language has for what is written once, when all are there."""


@dataclass
class Build:
    """What one build has read; the events of one build share it, and MkDocs gives them no place."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    repository: Repository = field(default_factory=Repository)
    hidden: frozenset[str] = frozenset()
    report: audit.Report | None = None
    book: book.Bound | None = None
    further: further.Further = field(default_factory=dict)
    changes: Mapping[str, str] = field(default_factory=dict)
    to_search: list[Document] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    others: list[beside.Beside[list[Made]]] = field(default_factory=list)
    compiling: beside.Beside[dict[str, bytes]] | None = None
    staging: staging.Staging | None = None
    templates: Templates = field(default_factory=read_templates)
    kept: Kept = field(default_factory=lambda: Kept(ROOT / FOLDER, []))
    answers: Answers = field(default_factory=Answers)
    last_read: LastRead = field(default_factory=LastRead)
    loaded: Loaded | None = None
    surroundings: str = ""
    assets: assets.Assets = field(default_factory=dict)
    menu: Navigation = field(default_factory=lambda: Navigation([], []))
    read: sooner.Read | None = None

    def entity(self, file: File) -> Entity[Any] | None:
        """Return what the catalogue knows of a page's file."""
        path = file.src_uri
        for language in LANGUAGES:
            path = path.removesuffix(f".{language}.md")
        return self.catalogue.by_path.get(path.removesuffix(".md") + ".md")


BUILD = Build()
PREVIEW = serving.Preview(ROOT / "hooks")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Once. The preview starts also where the pages are not right: it says what is wrong."""
    show_every_letter()
    # Asked to end, a build tidies up as it does on Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Garbage is what pages leave, as soon as they are done: what was imported stays, and so does
    # what was read. By default Python would look through all of it again and again.
    gc.freeze()
    gc.set_threshold(20_000, 10, 50)
    if serving.is_preview():  # With `--clean` the command is said to be `build`.
        PREVIEW.outlive_first_build()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Twice, default priority: read and check everything once, then make the menu of it."""
    is_default = multilingual.built_language(config) == multilingual.default_language(config)
    theme.publish_own_files_only(config)
    if is_default:
        settings.refuse_flat_addresses(config)
        settings.refuse_other_languages(config)
        settings.refuse_no_moment(os.environ.get(MOMENT))
        settings.never_silence_what_stops(config)
        if not serving.is_preview():  # Which stands where its server says.
            given = os.environ.get(settings.ADDRESS, "")
            config.site_url = settings.site_address(given, config.site_url or "")
        BUILD.staging = staging.begin(config)
        of_all = [*circumstances(ROOT, ["hooks", "overrides"]), settings.as_text(config)]
        kept = Kept(ROOT / FOLDER, of_all)
        if kept.circumstances != BUILD.kept.circumstances:
            BUILD.kept = kept
        # Where pages are kept, few templates are asked for.
        if beside.IS_POSSIBLE and kept.is_empty:
            BUILD.compiling = theme.begin_compiling(config.theme)
        _read_content(config)
        if BUILD.compiling is not None:
            take_over(BUILD.compiling.result())
            BUILD.compiling = None
        search.begin(config)
        if not serving.is_preview():
            forget()
        _abandon_others()
        BUILD.made, BUILD.others = [], []
        owner = config.extra["owner"] = settings.owner_of(config)
        settings.tell_what_is_missing(owner)
        try:
            BUILD.report = audit.report_at(config.extra.get("audit_report") or "")
        except audit.AuditError as error:
            raise Abort(str(error)) from error
        BUILD.repository = settings.repository_of(config, owner)
        if BUILD.repository.is_archived:
            config.edit_uri_template = None  # MkDocs would link to it.
        surroundings = Surroundings(
            report=BUILD.report,
            source=config.extra.get("source_url") or "",
            repository=BUILD.repository,
            owner=owner,
        )
        BUILD.templates = read_templates(surroundings)
        BUILD.surroundings = repr(surroundings)
        config.extra |= {"policy": policy.POLICY, "referrer": policy.REFERRER}
        BUILD.assets = assets.read(Path(config.docs_dir))
        config.extra["assets"] = assets.folder_of(BUILD.assets)
    BUILD.to_search = []
    multilingual.set_language(config)
    config.nav = navigation.menu(sections(BUILD.catalogue))
    return config


def _read_content(config: MkDocsConfig) -> None:
    """Read and check what editors have written.

    Raises:
        Refused: Something is not right.
    """
    loaded, past = content_of(
        Path(config.docs_dir),
        with_drafts=settings.with_drafts(config) or serving.is_preview(),
        judging=partial(judged_kept if serving.is_preview() else judged_beside, BUILD.kept),
        last=BUILD.last_read if serving.is_preview() else None,
        circumstances=BUILD.kept.circumstances,
    )
    if said := without_history(Path(config.docs_dir), past):
        settings.log.warning(said)
    if loaded.problems:
        listed = f"\n{as_text(loaded.problems)}\n\n{summary(loaded, LANGUAGES)}"
        raise Refused(listed, loaded.problems)
    if loaded is not BUILD.loaded:
        BUILD.loaded, BUILD.answers = loaded, Answers(loaded.catalogue)
        BUILD.catalogue, BUILD.hidden = loaded.catalogue, loaded.hidden
        BUILD.changes = changes_of(loaded, past)


@event_priority(100)  # As early as can be: the folder is empty, and all content has been read.
def _build_others_beside(files: Files, config: MkDocsConfig) -> Files:
    """Twice; in the first language, processes of their own begin with the others."""
    if multilingual.is_last_event(config) and beside.IS_POSSIBLE and not staging.is_dirty():
        BUILD.others = [
            beside.Beside(
                partial(_build_in_own_process, config, language),
                later=_make_saved if PREVIEW.is_running else None,
            )
            for language in multilingual.other_languages(config)
        ]
    return files


def _build_in_own_process(config: MkDocsConfig, language: str) -> list[Made]:
    BUILD.staging, BUILD.others = None, []  # Those are of the process that began this one.
    multilingual.build_other(config, language)
    return BUILD.made


def _leave_out_hidden(files: Files, config: MkDocsConfig) -> Files:
    """Twice, default priority: what is not public yet is no file of the site."""
    leave_out(files, BUILD.hidden)
    return files


@event_priority(-200)  # After static-i18n (-100), which would crash on a generated file.
def _add_files(files: Files, config: MkDocsConfig) -> Files:
    """Twice. Feeds, calendar and open data join the files, so that pages can link to them."""
    assets.move(files, BUILD.assets, Path(config.site_dir))
    publishing.add_files(
        files,
        BUILD.catalogue,
        BUILD.answers.facts,
        BUILD.report,
        BUILD.changes,
        config,
        BUILD.kept,
    )
    BUILD.further = further.add_pages(files, BUILD.catalogue, config)
    book.add_file(files, BUILD.catalogue, config, with_pdf=not serving.is_preview())
    multilingual.ask_once(files)
    return files


on_files = CombinedEvent(_build_others_beside, _leave_out_hidden, _add_files)


@event_priority(-150)  # After static-i18n (-100), which finds the home page of each language.
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Twice. Pages outside the menu get a parent, for breadcrumb and active state."""
    navigation.adopt_pages_outside_menu(nav, files.documentation_pages())
    further.hang(BUILD.further, files)
    BUILD.menu = nav
    return nav


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Per page, before it is rendered: how Markdown is read, and its words in the language."""
    language = multilingual.with_language(page.file).locale
    labels.label_extensions(config, language)
    if BUILD.entity(page.file) is not None:  # Its file has been read, and checked.
        page.markdown, page.meta = "", {}
        page.read_source = lambda config: None  # type: ignore[method-assign]
    kept_pages.keep_rendering(page, language, BUILD.kept)
    return page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Per page. The domain adds facts and overviews; what templates print is made safe."""
    if listed := BUILD.further.get(page.file.src_uri):
        language = multilingual.with_language(page.file).locale
        page.meta = further.meta(listed, language)
        multilingual.escape_metadata(page.meta)
        of = [listed.path, BUILD.answers.told(listed.shown), *_own(listed.entity)]
        return kept_pages.added(
            [language, *of],
            lambda catalogue: further_expanded(catalogue, listed, language, BUILD.templates),
            BUILD.answers,
            BUILD.kept,
        )
    entity = BUILD.entity(page.file)
    if entity is None:
        return markdown
    # The language of the text: what is added to a page that falls back to Dutch is Dutch too.
    language = multilingual.with_language(page.file).locale
    version = entity.version(language)
    page.meta = {
        "title": version.title,
        "description": version.summary,
        "translation_outdated": version.outdated,
        "is_draft": entity.record.draft,
        "comes_on": None if BUILD.catalogue.is_public(entity) else entity.record.publish_from,
        "gables": gables_of(BUILD.catalogue, entity),
        "searches": entity.overview is Overview.SEARCH,
    }
    multilingual.escape_metadata(page.meta)
    return kept_pages.added(
        [language, *_own(entity)],
        lambda catalogue: expanded(catalogue, entity, language, BUILD.templates),
        BUILD.answers,
        BUILD.kept,
    )


def _own(entity: Entity[Any]) -> list[object]:
    """Return what decides the Markdown of a page, beside what it asks of the catalogue."""
    return [*BUILD.answers.own(entity), BUILD.surroundings]


def _of_all(entity: Entity[Any]) -> object:
    """Return all that may decide the Markdown of a page."""
    return [*_own(entity), BUILD.answers.facts]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Per page, after it is rendered."""
    page.markdown = ""  # It is HTML now, and that of all pages is as large as the site.
    file = multilingual.with_language(page.file)
    entity = BUILD.entity(page.file)
    if entity is not None and not multilingual.is_fallback(file):
        language = file.locale
        BUILD.to_search += search.documents(
            page.file.dest_uri, language, html, BUILD.catalogue, entity
        )
    headings.mark_contents(page.toc, html)
    # The home page is looked over, not linked into.
    if entity is None or entity is not BUILD.catalogue.page_with(Overview.HOME):
        html = headings.link_headings(html)
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Twice, when all pages have been read and none written: titles are known."""
    searching = BUILD.catalogue.page_with(Overview.SEARCH)
    theme.add_globals(env, multilingual.built_language(config), searching)
    redirects.add(files, BUILD.catalogue, env, config)
    pages = files.documentation_pages()
    multilingual.mark_fallbacks(pages, config)
    navigation.name_sections(pages)  # After mark_fallbacks: a section takes over its marked title.
    BUILD.book = book.bind(
        files,
        BUILD.catalogue,
        {entity.path: file.page for file in pages if file.page and (entity := BUILD.entity(file))},
        BUILD.templates,
        BUILD.changes,
        config,
        BUILD.kept,
        _of_all,
        with_pdf=not serving.is_preview(),
    )
    around = kept_pages.around(config, BUILD.menu, searching.path if searching else "")
    kept_pages.keep_writing(env, around, BUILD.kept)
    BUILD.read = sooner.Read(config, files, BUILD.menu, env)
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Per page, default priority: after static-i18n (+50), which sets its own switcher."""
    file, entity = multilingual.with_language(page.file), BUILD.entity(page.file)
    context["translations"] = multilingual.translations(file, config)
    day = history.newest(BUILD.changes, multilingual.source_paths(file, config))
    context["changed"] = PartialDate.parse(day) if day else None
    context["metadata"] = publishing.of_page(page.file, entity, BUILD.catalogue, config)
    context["history"] = BUILD.repository.history(entity, file.locale) if entity else {}
    context["report"] = publishing.reporting(
        page, BUILD.catalogue.page_with(Overview.CONTACT), config
    )
    if BUILD.book is not None and entity is BUILD.catalogue.page_with(Overview.EVERYTHING):
        BUILD.book.complete(page)
    pdf = None if BUILD.book is None else BUILD.book.address
    context["to_take"] = publishing.to_take(page.file, BUILD.catalogue, config, book=pdf)
    config.extra["alternate"] = multilingual.switcher(file, config)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Per page, last: what is written need not stay, but that a preview may write it again."""
    if not serving.is_preview():
        page.content, page.toc = "", TableOfContents([])
    return output


def _finish_language(config: MkDocsConfig) -> None:
    """Twice, default priority: before static-i18n (-100) builds the other languages."""
    language = multilingual.built_language(config)
    searched = search.write(config, language, BUILD.to_search, BUILD.kept)
    BUILD.made.append((sitemap.addresses(config, BUILD.changes), searched))
    for other in BUILD.others:
        BUILD.made += other.result()
    if BUILD.others:
        multilingual.say_others_are_built(config)


@event_priority(-200)  # After static-i18n (-100) has built every language and written the index.
def _finish(config: MkDocsConfig) -> None:
    """Twice; works only the last time, when all languages are there."""
    if BUILD.others:
        multilingual.say_all_is_built(config)
    if not multilingual.is_last_event(config):
        return
    sitemap.write(config, chain.from_iterable(addresses for addresses, _ in BUILD.made))
    search.finish(config, [searched for _, searched in BUILD.made])
    git = git_in(ROOT)
    owner = settings.owner_of(config)
    private, address = BUILD.repository.weaknesses, config.site_url or ""
    reporting = [] if owner.archived else policy.contacts(private, owner.contact, address)
    policy.write(config, git, reporting, LANGUAGES)
    version.write(Path(config.site_dir), git)
    if problems := security.site_problems(Path(config.site_dir)):
        raise Abort(security.as_text(problems))
    for text in limits.too_large(Path(config.site_dir)):
        settings.log.info(text)  # No warning: that would stop an editor, who can do nothing.
    BUILD.kept.tidy()
    if BUILD.staging is not None:
        BUILD.staging.finish(config)


on_post_build = CombinedEvent(_finish_language, _finish)


def on_build_error(error: Exception) -> None:
    """Twice at most. What is half done goes; a full disk or a lost file gets words."""
    _abandon_others()
    if BUILD.staging is not None:
        BUILD.staging.abandon()
    if isinstance(error, OSError):
        raise Abort(staging.unwritable(error, BUILD.staging)) from error


def _abandon_others() -> None:
    for other in BUILD.others:
        other.abandon()
    if BUILD.compiling is not None:
        BUILD.compiling.abandon()
        BUILD.compiling = None
    if BUILD.book is not None:
        BUILD.book.abandon()


def on_shutdown() -> None:
    """Once, whatever happened: an interrupted build (Ctrl+C) is no error to MkDocs."""
    _abandon_others()
    if BUILD.staging is not None:
        BUILD.staging.abandon()


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Once, after the first build. The rebuild loads this file anew when the code changed."""
    watched = [config.docs_dir, config.config_file_path, *config.watch]
    show = _show_saved if beside.IS_POSSIBLE else None
    return PREVIEW.keep_last_good(server, builder, [*map(Path, watched)], show)


def _show_saved(saved: Set[str], folder: Path) -> None:
    """Between builds of a preview: make the pages whose files were saved, in every language."""
    for other in BUILD.others:
        other.ask(saved, folder)
    _make_saved(saved, folder)
    for other in BUILD.others:
        other.answered()


def _make_saved(saved: Set[str], folder: Path) -> None:
    """Make pages again in the language that this process has built."""
    if BUILD.read is not None:
        _read_content(BUILD.read.config)
        BUILD.read.make(saved, folder)

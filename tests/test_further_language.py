"""What it takes to add a language: shown on a copy of the project, with Frisian.

The copy has the pages of the fixed site. Two of them and some words are in Frisian; whatever else
is not, is in Dutch and says so.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from mkdocs.exceptions import Abort
from pydantic import BaseModel

from hooks.engine.settings import refuse_other_languages
from hooks.taskforce import languages
from hooks.taskforce.audit import vocabulary
from hooks.taskforce.dates import PartialDate
from hooks.taskforce.formatting import formatting
from hooks.taskforce.labels import labels, marked_html
from hooks.taskforce.languages import LANGUAGES, Text, Wording, words_in
from hooks.taskforce.pictures.timeline import short_date
from tests.builders import page
from tests.conftest import build
from tests.fixed_site import DOCS, ROOT, changed, differing, write_around
from tests.pages import ADDRESS, Pages
from tests.small_site import python_in

WORDS = """\
locale: fy_NL

labels:
  foot_changed: Lêst feroare op
  notice_fallback: Dizze side is noch net oersetten. Jo lêze de Nederlânske tekst.
  search: Sykje
  search_hint: Typ ien of mear wurden.
  toc: Op dizze side
texts:
  thema's: tema's
  onbekend: net bekend
"""

SETTINGS = """\
        - locale: fy
          name: Frysk
          site_name: Taskforce ekonomysk herstel
"""

HOME = page(
    "title: Taskforce ekonomysk herstel\n"
    "summary: In betochte taskforce fan betochte gemeenten, dêr't de tests op steane.\n",
    "Yn maart 2021 begûn in betochte taskforce.\n",
)
ENERGY = page(
    "title: Enerzjy\nsummary: Hoe't de kuststêden fan wyn en wetter enerzjy meitsje woene.\n",
    "Oan de kust waait it faak.\n\n## Wat de tekst út 2021 seit\n\nAllinne it wurd enerzjy.\n\n"
    "## Wat letter barde\n\nNeat.\n\n## Wat net bekend is\n\nFolle.\n",
)

GIVEN = set(yaml.safe_load(WORDS)["labels"])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with Frisian: one file of words, lines in mkdocs.yml, and its pages."""
    root = write_around(tmp_path_factory.mktemp("frisian"), DOCS)
    (root / "hooks/taskforce/languages/fy.yml").write_text(WORDS, "utf-8")
    changed(root / "mkdocs.yml", ("\nhooks:\n", f"{SETTINGS}\nhooks:\n"))
    (root / "docs/index.fy.md").write_text(HOME, "utf-8")
    (root / "docs/themas/energie.fy.md").write_text(ENERGY, "utf-8")
    assert differing(root) == {
        "hooks/taskforce/languages/fy.yml",
        "docs/index.fy.md",
        "docs/themas/energie.fy.md",
    }
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return Pages(site)


def only(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def language_of(element: Tag | NavigableString) -> str:
    """Return the language that the nearest `lang` says."""
    return next(str(parent["lang"]) for parent in element.parents if parent.get("lang"))


def texts(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield what a page says outside its attributes, each with the language that it claims."""
    for text in only(page, "body").find_all(string=True):
        if text.strip():
            yield " ".join(text.split()), language_of(text)


@pytest.mark.depth
def test_a_page_in_the_language_is_in_it_and_what_falls_back_to_dutch_says_so(
    pages: Pages,
) -> None:
    page = pages["fy/themas/energie"]
    assert only(page, "html")["lang"] == "fy"
    said = dict(texts(page))
    for words in ("Enerzjy", "Oan de kust waait it faak.", "Sykje", "Febrewaris 2024"):
        assert said[words] == "fy", words
    for words in ("De eerste molen draait", "Naar de inhoud", "Mijlpalen", "Resultaten"):
        assert said[words] == "nl", words
    home = dict(texts(pages["fy"]))
    assert (home["Tema's"], home["net bekend"]) == ("fy", "fy")


@pytest.mark.depth
def test_no_label_that_falls_back_is_read_out_as_if_it_were_in_the_language(pages: Pages) -> None:
    fallen = {text.nl for name, text in labels().items() if name not in GIVEN}
    fallen -= {words for words in fallen if words.casefold() in WORDS.casefold()}
    fallen -= {"Taskforce"}  # Also the beginning of the site's name.
    marked = set()
    for address in ("fy", "fy/themas/energie", "fy/resultaten", "fy/zoeken", "fy/over/open-data"):
        for words, language in texts(pages[address]):
            if words in fallen:
                assert language == "nl", (address, words)
                marked.add(words)
    assert len(marked) > 40


@pytest.mark.depth
def test_a_page_that_is_not_translated_stands_there_in_dutch(pages: Pages) -> None:
    page = pages["fy/themas/haven"]
    assert only(page, "html")["lang"] == "fy"
    assert language_of(next(only(page, "h1").strings)) == "nl"
    assert only(page, ".prose")["lang"] == "nl"
    notice = only(page, ".notice")
    assert notice["lang"] == "fy"
    assert notice.get_text(strip=True).startswith("Dizze side is noch net oersetten.")
    assert only(page, "link[rel=canonical]")["href"] == f"{ADDRESS}themas/haven/"
    assert not page.select("link[rel=alternate][hreflang]")


@pytest.mark.depth
@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("themas/energie", ["en/themas/energie", "fy/themas/energie"]),
        ("en/themas/energie", ["themas/energie", "fy/themas/energie"]),
        ("fy/themas/energie", ["themas/energie", "en/themas/energie"]),
        ("fy", ["", "en"]),
    ],
)
def test_the_switcher_leads_to_every_other_language(
    pages: Pages, address: str, others: list[str]
) -> None:
    links = pages[address].select("header a[rel=alternate]")
    here = f"{ADDRESS}{address}/"
    led = [urljoin(here, str(link["href"])).removeprefix(ADDRESS).strip("/") for link in links]
    assert led == others
    assert all(link["lang"] == link["hreflang"] for link in links)


@pytest.mark.depth
def test_versions_name_each_other_and_the_sitemap_has_each_once(pages: Pages, site: Path) -> None:
    versions = {
        "fy": f"{ADDRESS}fy/themas/energie/",
        "nl": f"{ADDRESS}themas/energie/",
        "x-default": f"{ADDRESS}themas/energie/",
    }
    for address in ("themas/energie", "fy/themas/energie"):
        links = pages[address].select("link[rel=alternate][hreflang]")
        assert {link["hreflang"]: link["href"] for link in links} == versions
    locations = [
        str(place.text)
        for place in ElementTree.parse(site / "sitemap.xml").iter()
        if place.tag.endswith("}loc")
    ]
    frisian = [place for place in locations if place.startswith(f"{ADDRESS}fy/")]
    assert frisian == [f"{ADDRESS}fy/", f"{ADDRESS}fy/themas/energie/"]


@pytest.mark.depth
def test_the_language_has_an_index_of_its_own_to_search(site: Path) -> None:
    folder = site / "pagefind"
    guide = json.loads((folder / "guide.fy.json").read_text("utf-8"))
    assert guide["pages"]["addresses"] == ["fy/", "fy/themas/energie/"]
    assert "enerzjy" in guide["words"].split()
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"].keys() == {"nl", "en", "fy"}
    for code, index in entry["languages"].items():
        assert index["wasm"] == code
        assert (folder / f"wasm.{code}.pagefind").is_file()


@pytest.mark.depth
def test_the_language_has_a_feed_and_a_calendar(site: Path) -> None:
    atom, xml = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}"
    feed = ElementTree.parse(site / "fy/themas/energie/feed.xml").getroot()
    assert feed.get(f"{xml}lang") == "fy"
    assert feed.findtext(f"{atom}title") == "Enerzjy – Taskforce ekonomysk herstel"
    links = feed.findall(f"{atom}link[@hreflang]")
    assert [link.get("hreflang") for link in links] == ["nl", "en"]
    entries = {entry.findtext(f"{atom}title"): entry for entry in feed.findall(f"{atom}entry")}
    assert entries["februari 2024: De eerste molen draait"].get(f"{xml}lang") == "nl"
    assert "SUMMARY;LANGUAGE=nl:" in (site / "fy/data/mijlpalen.ics").read_text("utf-8")


@pytest.mark.depth
def test_the_open_data_have_the_language(site: Path) -> None:
    data = site / "data"
    catalogue = json.loads((data / "catalogus.json").read_text("utf-8"))
    themes = {theme["slug"]: theme for theme in catalogue["themes"]}
    assert themes["energie"]["title"] == {"nl": "Energie", "en": None, "fy": "Enerzjy"}
    assert themes["energie"]["url"]["fy"] == f"{ADDRESS}fy/themas/energie/"
    assert themes["haven"]["title"]["fy"] is None
    assert catalogue["milestones"][0]["text"]["fy"] is None
    columns = (data / "resultaten.csv").read_text("utf-8-sig").splitlines()[0].split(";")
    assert {"title_fy", "summary_fy", "kind_fy"} <= set(columns)
    schema = json.loads((data / "velden.schema.json").read_text("utf-8"))
    assert schema["$defs"]["Localised"]["required"] == ["nl", "en"]
    assert "fy" in schema["$defs"]["Localised"]["properties"]


@pytest.mark.depth
def test_what_is_at_no_address_is_told_in_the_languages_that_have_the_words(site: Path) -> None:
    page = Pages(site)["404.html"]
    assert {tag["lang"] for tag in only(page, "article").select("[lang]")} == {"en"}


@pytest.mark.depth
def test_facts_may_be_in_the_language_too(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "docs", tmp_path / "docs")
    changed(
        tmp_path / "docs/themas/energie.md",
        ("en: The first windmill turns}", "en: The first windmill turns, fy: De mole draait}"),
    )
    assert not checked(project, tmp_path / "docs", "error")


def checked(project: Path, docs: Path, severity: str) -> list[Any]:
    """Return what the check of the project says of a folder."""
    done = python_in(project, "-m", "hooks", "check", "--docs", docs, "--format", "json")
    assert not done.stderr
    return [one for one in json.loads(done.stdout) if one["severity"] == severity]


@pytest.mark.depth
@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("themas/water.fy.md", page("title: Wetter\n"), ("missing-field", "summary")),
        ("themas/water.frysk.md", ENERGY, ("unknown-language", "-")),
        ("themas/los.fy.md", ENERGY, ("orphan-translation", "-")),
        ("fy/water.md", ENERGY, ("file-name", "-")),
        (
            "themas/water.fy.md",
            ENERGY.replace("title:", "order: 1\ntitle:"),
            ("fact-on-translation", "order"),
        ),
    ],
)
def test_the_check_knows_pages_in_the_language(
    project: Path, tmp_path: Path, path: str, text: str, expected: tuple[str, str]
) -> None:
    shutil.copytree(project / "docs", tmp_path / "docs")
    (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
    (tmp_path / "docs" / path).write_text(text, "utf-8")
    problems = [
        one for one in checked(project, tmp_path / "docs", "error") if one["path"].endswith(path)
    ]
    assert expected in [(one["rule"], one["field"]) for one in problems]
    assert all(one["message"].keys() == {"nl", "en"} for one in problems)


@pytest.mark.depth
def test_the_check_knows_how_the_translation_stands(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "docs", tmp_path / "docs")
    behind = tmp_path / "docs/themas/energie.fy.md"
    changed(behind, ("title:", 'translates: "0badbeef"\ntitle:'))
    assert str(Path("docs/themas/energie.fy.md")) in {
        one["path"] for one in checked(project, tmp_path / "docs", "notice")
    }
    done = python_in(project, "-m", "hooks", "translations", "--docs", tmp_path / "docs")
    assert f"{behind}: loopt achter / out of date (fy)" in done.stdout
    assert f"{tmp_path}/docs/themas/haven.md: niet vertaald / not translated (fy)" in done.stdout


@pytest.mark.depth
def test_the_page_on_translations_says_which_languages_are_missing(pages: Pages) -> None:
    listed = {
        item.code.get_text(): item.get_text(" ", strip=True)
        for item in pages["over/vertalingen"].select("#ontbreekt + ul li")
        if item.code
    }
    assert listed["docs/themas/energie.md"].endswith("Engels")
    assert listed["docs/themas/haven.md"].endswith("Fries")
    assert listed["docs/over/privacy.md"].endswith("Engels en Fries")


# --- by themselves ----------------------------------------------------------------------------


@pytest.fixture
def wording(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a language `fy` with one text."""
    frisian = Wording(locale="fy_NL", texts={"tekst": "wurden"})
    monkeypatch.setattr(languages, "LANGUAGES", ("nl", "en", "fy"))
    monkeypatch.setattr(
        languages, "words_in", lambda code: frisian if code == "fy" else words_in(code)
    )


@pytest.mark.usefixtures("wording")
def test_a_text_is_said_in_dutch_where_it_is_not_in_the_language() -> None:
    own, given = Text(nl="tekst", en="text", fy="tekst sels"), Text(nl="tekst", en="text")
    lacking = Text(nl="pagina", en="page")
    assert [text.in_language("fy") for text in (own, given, lacking)] == [
        "tekst sels",
        "wurden",
        "pagina",
    ]
    assert [text.language("fy") for text in (own, given, lacking)] == ["fy", "fy", "nl"]
    assert given.by_language == {"nl": "tekst", "en": "text", "fy": "wurden"}
    assert lacking.in_every_language() == "pagina / page"
    assert marked_html(lacking, "fy") == '<span lang="nl">pagina</span>'
    assert marked_html(given, "fy") == "wurden"


def test_a_picture_has_dates_by_the_locale_of_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """CLDR, which Babel has, knows no Limburgish; its file then names what comes nearest."""
    monkeypatch.setattr(languages, "words_in", lambda code: Wording(locale="nl_NL"))
    assert short_date(PartialDate(2021, 3, 7), "lim") == "7 maart"


@pytest.mark.usefixtures("wording")
def test_a_text_is_filled_in_in_the_languages_that_it_has_itself() -> None:
    sentence = Text(nl="een {what}", en="a {what}")
    assert sentence.format(what=Text(nl="tekst", en="text")).by_language == {
        "nl": "een tekst",
        "en": "a text",
    }


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"locale": "fy_NL", "labels": {"serach": "Sykje"}}, "serach"),
        ({"locale": "fy_NL", "labels": {"as_of": "stân fan {day}"}}, "as_of"),
        ({"locale": "fy_NL", "keys": {"spatie": "Spaasje"}}, "spatie"),
        ({"labels": {}}, "locale"),
        ({"locale": "fy_NL", "label": {}}, "label"),
    ],
)
def test_a_mistake_in_a_file_of_words_is_told(
    monkeypatch: pytest.MonkeyPatch, written: dict[str, Any], said: str
) -> None:
    monkeypatch.setattr(languages, "own_yaml", lambda path: written)
    with pytest.raises(ValueError, match=said):
        words_in.__wrapped__("fy")


@pytest.mark.parametrize(
    ("built", "first", "said"),
    [
        ([*LANGUAGES, "fy"], "nl", ": fy. "),
        (["nl"], "nl", ": en. "),
        (list(LANGUAGES), "en", "‘nl’"),
    ],
)
def test_mkdocs_builds_the_languages_of_which_there_are_words(
    built: list[str], first: str, said: str
) -> None:
    plugin = SimpleNamespace(build_languages=built, default_language=first)
    config: Any = SimpleNamespace(plugins={"i18n": plugin})
    with pytest.raises(Abort, match=said):
        refuse_other_languages(config)


def test_the_languages_of_the_site_are_complete() -> None:
    dutch = words_in("nl")
    for code in LANGUAGES:
        assert words_in(code).labels.keys() == dutch.labels.keys(), code
        assert words_in(code).keys.keys() == dutch.keys.keys(), code


def test_no_label_stands_in_two_places() -> None:
    said: dict[tuple[str, ...], list[str]] = {}
    for name, text in labels().items():
        said.setdefault(tuple(text.by_language.values()), []).append(name)
    own = set(words_in("nl").labels)
    assert [names for names in said.values() if len(names) > 1 and own & set(names)] == []


def written_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the Dutch and English of each `Text` that a module writes out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
            parts = {part.arg: part.value for part in node.keywords}
            assert {"nl", "en"} <= parts.keys() or None in parts, ast.unparse(node)
            found = [parts.get(code) for code in ("nl", "en")]
            if all(isinstance(part, ast.Constant) for part in found):
                dutch, english = (str(part.value) for part in found)  # type: ignore[union-attr]
                yield dutch, english


def test_no_text_of_the_code_is_a_label_as_well() -> None:
    said = {(label.nl, label.in_language("en")) for label in labels().values()}
    written = {path: {*written_texts(path)} for path in (ROOT / "hooks").rglob("*.py")}
    assert any(written.values())
    assert {path: said & texts for path, texts in written.items() if said & texts} == {}


def dumped_texts(part: Any) -> Iterator[dict[str, str]]:
    """Yield each text of a list that stands beside the code."""
    if isinstance(part, dict) and "nl" in part:
        yield part
    elif isinstance(part, dict | list | tuple):
        for item in part.values() if isinstance(part, dict) else part:
            yield from dumped_texts(item)


@pytest.mark.parametrize("read", [vocabulary, formatting], ids=["audit.yml", "formatting.yml"])
def test_the_lists_beside_the_code_are_in_the_languages_of_the_site(
    read: Callable[[], BaseModel],
) -> None:
    found = [*dumped_texts(read().model_dump())]
    assert found
    for text in found:
        assert text.keys() == {"nl", "en"}, text


PLACES = {"Text": ("nl", "en"), "described": (0, 1), "_for": (1, 2)}
"""Where a function of the code has its Dutch and its English."""


def told_in(language: str) -> Iterator[str]:
    """Yield whatever the site and its tools say in Dutch or English, as it is written."""
    yield from words_in(language).labels.values()
    for read in (vocabulary, formatting):
        yield from (text[language] for text in dumped_texts(read().model_dump()))
    for path in (ROOT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (name := getattr(node.func, "id", "")) in PLACES:
                parts: dict[object, ast.expr] = dict(enumerate(node.args))
                parts |= {part.arg: part.value for part in node.keywords}
                written = parts.get(PLACES[name][language == "en"], ast.Constant(""))
                constants = (part for part in ast.walk(written) if isinstance(part, ast.Constant))
                yield " ".join(str(part.value) for part in constants)


@pytest.mark.parametrize(
    ("language", "others"),
    [
        ("nl", r"[Kk]alender|[Vv]oorpagina|schermleesprogramma|backtick|schuine streep|het mkb"),
    ],
)
def test_one_thing_has_one_name(language: str, others: str) -> None:
    found = [*told_in(language)]
    assert len(found) > 500
    assert [text for text in found if re.search(others, text)] == []


def test_english_is_no_dutch_in_english_words() -> None:
    """‘Staat’, ‘komt op de site’, ‘haal het weg’, ‘opnieuw’, ‘achter’ the word and ‘kop’."""
    dutch = re.compile(
        r"\bstands?\b(?! alone| at)|\bstood\b|\banew\b|\bcomes? on (?:the (?:site|page)|no)\b"
        r"|\btakes? [^.;:]* away\b|\bbehind\b|\bheads\b|\bsmall letters\b|\btelephones?\b"
    )
    assert [text for text in told_in("en") if dutch.search(text)] == []

"""When a translation is behind: never at once, and always when the Dutch got other words."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from hooks.__main__ import main
from hooks.engine.content import content_of
from hooks.taskforce import translations
from hooks.taskforce.loading import Loaded, load
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import Surroundings, read_templates
from hooks.taskforce.repository import Repository as KeptAt
from hooks.taskforce.translations import fingerprint, fingerprint_of, words
from tests.builders import added, as_bytes, loaded, page, tiny_tree
from tests.repositories import Repository

# --- what counts as a word ------------------------------------------------------------------

TEXT = """\
De **taskforce** werkt aan [binnensteden](../themas/binnensteden.md "Meer"), en meer.

!!! note "Let op"
    Zie ook ![een plein](plein.png).

1. Eerst
2. Dan

| Stad | Bedrag |
| --- | ---: |
| Zwolle | € 5,3 miljoen (10%) |

## Kop {#kop}

Zie https://voorbeeld.nl/pagina[^1] en
[elders][weg].

[weg]: https://voorbeeld.nl/elders
[^1]: Een noot.
"""


def test_words_are_what_a_reader_reads() -> None:
    assert " ".join(words(TEXT)) == (
        "de taskforce werkt aan binnensteden meer en meer let op zie ook een plein eerst dan "
        "stad bedrag zwolle € 5 3 miljoen 10 % kop zie en elders een noot"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en meer.\n", "en\nmeer.   \n"),
        ("\n\n", "\n\n\n"),
        ("**taskforce**", "taskforce"),
        ("**taskforce**", "*taskforce*"),
        ("**taskforce**", "==taskforce=="),
        ("**taskforce**", "`taskforce`"),
        ("**taskforce**", "Taskforce"),
        ("**taskforce**", "task&shy;force"),
        ("**taskforce**", "task\u200bforce"),
        ("en meer.", "en meer!"),
        (", en meer", " en meer"),
        (", en meer", " – en meer…"),
        ("![een plein]", "![‘een plein’]"),
        ("en meer", "&nbsp;en&nbsp;meer"),
        ("../themas/binnensteden.md", "<../over/index.md>"),
        ("../themas/binnensteden.md", "https://nl.wikipedia.org/wiki/Stad_(plaats)"),
        ('binnensteden.md "Meer")', 'steden.md "Meer"){.knop}'),
        ("plein.png", "beelden/plein-2.webp"),
        ("!!! note", "??? warning"),
        ('!!! note "Let op"\n    ', '> [!NOTE]\n> "Let op"\n> '),
        ("1. Eerst\n2. Dan", "- Eerst\n- Dan"),
        ("1. Eerst\n2. Dan", "1) Eerst\n1) Dan"),
        ("| --- | ---: |", "|:---|:---:|"),
        ("## Kop {#kop}", "### Kop {#andere-kop .breed}"),
        ("https://voorbeeld.nl/pagina[^1]", "<https://voorbeeld.nl/andere?a=b>[^2]"),
        ("[elders][weg]", "[elders][pad]"),
        ("[weg]: https://voorbeeld.nl/elders", "[weg]: https://voorbeeld.nl/hier"),
    ],
)
def test_a_translation_stays_right_where_no_word_changes(old: str, new: str) -> None:
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    assert words(changed) == words(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("werkt aan", "werkte aan"),
        ("en meer", "en minder"),
        ('"Meer"', '"Minder"'),
        ("binnensteden]", "steden]"),
        ("een plein", "een markt"),
        ("Let op", "Pas op"),
        ("€ 5,3", "€ 5,4"),
        ("€ 5,3", "$ 5,3"),
        ("(10%)", "(10)"),
        ("Zwolle", "Zwollé"),
        ("| Stad | Bedrag |", "| Bedrag | Stad |"),
        ("Een noot.", "Een noot. 🚲"),
        ("## Kop {#kop}\n\n", ""),
    ],
)
def test_a_word_more_less_or_other_counts(old: str, new: str) -> None:
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    assert words(changed) != words(TEXT)


def test_title_and_summary_count_and_facts_do_not() -> None:
    def of(fields: str, body: str = "Tekst.\n") -> str:
        return fingerprint_of(as_bytes(page(fields, body)))

    plain = of("title: Los\nsummary: Een.\n")
    assert plain == fingerprint("Los", "Een.", "Tekst.")
    assert of("order: 3\nsummary: 'Een'\ntitle: Los\nlinks: []\n") == plain
    assert of("title: Vast\nsummary: Een.\n") != plain
    assert of("title: Los\nsummary: Twee.\n") != plain
    assert of("title: Los\nsummary: Een. Tekst.\n", "") != plain


# --- made from the Dutch text of then -------------------------------------------------------

NL = "---\ntitle: {title}\nsummary: {summary}\n{facts}---\n\n{body}\n"


def dutch(body: str = "De tekst.", facts: str = "order: 1\n", title: str = "Los") -> str:
    return NL.format(
        title=title,
        summary="Een losse pagina over iets, om mee te proberen.",
        facts=facts,
        body=body,
    )


def english(body: str = "The text.", said: str = "") -> str:
    facts = f'translates: "{said}"\n' if said else ""
    return NL.format(
        title="Loose",
        summary="A loose page about something, to try things with.",
        facts=facts,
        body=body,
    )


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    """A repository with a home page and one other Dutch page, and no translation yet."""
    made = Repository(tmp_path / "site")
    made.commit(index=tiny_tree()["index.md"], zoeken=tiny_tree()["zoeken.md"], a=dutch())
    return made


def loaded_from(docs: Path) -> Loaded:
    return content_of(docs)[0]


def is_behind(site: Repository, name: str = "a") -> bool:
    found = loaded_from(site.docs)
    assert found.problems == ()
    behind = found.catalogue.by_path[f"{name}.md"].versions["en"].outdated
    assert [notice.place.path for notice in found.notices] == [f"docs/{name}.en.md"] * behind
    return behind


def test_what_is_as_git_has_it_is_not_read_again(
    site: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.commit(a__en=english())
    read: list[bytes] = []

    def noted(content: bytes) -> str:
        read.append(content)
        return fingerprint_of(content)

    monkeypatch.setattr(translations, "fingerprint_of", noted)
    assert not is_behind(site)
    assert read == []
    site.write(a=dutch("De nieuwe tekst."))
    assert is_behind(site)
    assert read == [dutch().encode()]


def test_a_new_translation_needs_no_value_and_is_behind_once_the_dutch_has_other_words(
    site: Repository,
) -> None:
    site.write(a__en=english())
    assert not is_behind(site), "not in a commit yet"
    site.commit()
    assert not is_behind(site)
    site.commit(a=dutch("De   *tekst*!", facts="order: 2\n"))
    assert not is_behind(site), "the same words"
    site.write(a=dutch("De nieuwe tekst."))
    assert is_behind(site), "also before that is committed"
    site.commit()
    assert is_behind(site)
    site.write(a__en=english("The new text."))
    assert not is_behind(site), "mended, and not in a commit yet"
    site.commit()
    assert not is_behind(site)


def test_a_page_and_its_translation_may_come_together_or_the_translation_first(
    site: Repository,
) -> None:
    site.commit(b=dutch(title="Bee"), b__en=english().replace("Loose", "Bee"))
    assert not is_behind(site, "b")
    site.commit(c__en=english().replace("Loose", "Cee"))
    site.commit(c=dutch(title="Cee"))
    assert not is_behind(site, "c")
    site.commit(c=dutch("Andere tekst.", title="Cee"))
    assert is_behind(site, "c")


def test_a_link_mended_in_a_translation_does_not_make_it_right(site: Repository) -> None:
    site.commit(a__en=english("The [text](https://example.org/old)."))
    site.commit(a=dutch("De nieuwe tekst."))
    site.commit(a__en=english("The [text](https://example.org/new)."))
    assert is_behind(site)
    site.commit(a=dutch())
    assert not is_behind(site), "the Dutch is again what was translated"


def test_one_line_says_that_a_translation_is_still_right(site: Repository) -> None:
    site.commit(a__en=english())
    site.commit(a=dutch("De teksten."))
    (notice,) = loaded_from(site.docs).notices
    assert notice.rule == "outdated-translation"
    line = re.search(r'translates: "([0-9a-f]{8})"', notice.remedy.nl)
    assert line is not None
    assert line[0] in notice.remedy.in_language("en")
    site.write(a__en=english(said=line[1]))
    assert not is_behind(site)
    site.commit(a=dutch("Alle teksten."))
    assert is_behind(site), "what was said holds for the text of then"
    (notice,) = loaded_from(site.docs).notices
    assert notice.place.line == 4, "where the line stands that is to be replaced"
    site.commit(a__en=english("All texts.", said=line[1]))
    assert not is_behind(site), "translated anew; the line that was left behind does no harm"


def test_a_pull_request_changes_both_pages_at_once_in_any_order(site: Repository) -> None:
    site.commit(a__en=english())
    site.branch("other")
    site.commit(a__en=english("The new text."))
    site.commit(a=dutch("De nieuwe tekst."))
    site.merge("other")
    assert not is_behind(site)


def test_a_translation_is_of_the_text_that_its_pull_request_had(site: Repository) -> None:
    site.branch("other")
    site.commit(a__en=english())
    site.git("checkout", "--quiet", "main")
    site.commit(a=dutch("De nieuwe tekst."))
    site.merge("other")
    assert is_behind(site), "the translator had not seen that"


def test_a_page_that_is_renamed_is_as_right_as_it_was(site: Repository) -> None:
    site.commit(a__en=english("The text. " * 9))
    site.commit(a=dutch("De nieuwe tekst."))
    site.git("mv", "docs/a.md", "docs/b.md")
    site.git("mv", "docs/a.en.md", "docs/b.en.md")
    site.commit(b=dutch("De nieuwe tekst.").replace("title:", "formerly: [a]\ntitle:", 1))
    assert is_behind(site, "b")


def clone(site: Repository, target: Path, *options: str) -> Path:
    source = [*options, f"file://{site.root}", str(target)]
    subprocess.run(["git", "clone", "--quiet", *source], check=True)
    return target / "docs"


def test_what_is_not_known_is_not_behind(site: Repository, tmp_path: Path) -> None:
    site.commit(a__en=english())
    site.commit(a=dutch("De nieuwe tekst."))
    assert is_behind(site)
    assert loaded_from(clone(site, tmp_path / "fork")).notices != ()
    assert loaded_from(clone(site, tmp_path / "shallow", "--depth=1")).notices == ()
    assert loaded_from(clone(site, tmp_path / "deeper", "--depth=2")).notices != ()
    bare = tmp_path / "without"
    clone(site, bare)
    subprocess.run(["rm", "-rf", str(bare / ".git")], check=True)
    assert loaded_from(bare / "docs").notices == ()
    assert load(site.docs).notices == ()


def test_many_pages_ask_git_no_more_often(
    site: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started() -> int:
        programs: list[object] = []
        original = subprocess.Popen.__init__

        def counted(self: subprocess.Popen[bytes], *arguments: object, **options: object) -> None:
            programs.append(arguments)
            original(self, *arguments, **options)  # type: ignore[call-overload]

        with monkeypatch.context() as patched:
            patched.setattr(subprocess.Popen, "__init__", counted)
            assert loaded_from(site.docs).notices == ()
        return len(programs)

    site.commit(a__en=english())
    few = started()
    titles = [f"Los{number}" for number in range(20)]
    pages = {f"b{number}": dutch(title=title) for number, title in enumerate(titles)}
    site.commit(
        **pages,
        **{
            f"b{number}__en": english().replace("Loose", title)
            for number, title in enumerate(titles)
        },
    )
    assert started() == few == 6


# --- where it is told -----------------------------------------------------------------------


def test_without_git_what_a_translation_says_of_itself_counts() -> None:
    tree = tiny_tree()
    assert loaded(tree).notices == ()
    old = added("themas/mkb.md", tree["themas/mkb.md"].replace("Gewone tekst.", "Nieuwe tekst."))
    (notice,) = loaded(old).notices
    assert notice.place.path == "docs/themas/mkb.en.md"
    assert loaded(old).problems == ()
    without = re.sub("translates: .*\n", "", old["themas/mkb.en.md"])
    assert loaded(old | {"themas/mkb.en.md": without}).notices == ()


@pytest.fixture
def behind(site: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A site with a translation that is behind; one stands in its folder."""
    site.commit(a__en=english())
    site.commit(a=dutch("De nieuwe tekst."))
    monkeypatch.chdir(site.root)
    return site


def test_the_check_tells_it_and_gives_the_line_to_paste(
    behind: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    line = f'translates: "{fingerprint_of(as_bytes(dutch("De nieuwe tekst.")))}"'
    assert main(["check"]) == 0, "it stops nothing"
    said = capsys.readouterr().out
    assert f"{line} [outdated-translation]\n" in said
    assert said.endswith("no problems; 1 notice\n")
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr().out.startswith("::notice file=docs/a.en.md,line=1,")
    assert main(["check", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["severity"], row["rule"]) == ("notice", "outdated-translation")
    assert row["remedy"]["en"].endswith(line)
    assert main(["translations"]) == 0
    assert f"docs/a.en.md: loopt achter / out of date (en): {line}\n" in capsys.readouterr().out
    assert main(["translations", "--update", "docs/a.en.md"]) == 0
    assert line in (behind.docs / "a.en.md").read_text("utf-8")
    assert not is_behind(behind)


@pytest.mark.parametrize("name", ["docs/a.en.md", "./docs/../docs/a.en.md", "{root}/docs/a.en.md"])
def test_a_translation_is_known_by_any_path_to_it(name: str, behind: Repository) -> None:
    assert main(["translations", "--update", name.format(root=behind.root)]) == 0
    assert not is_behind(behind)
    assert main(["translations", "--update", "docs/a.md"]) == 2


def test_the_page_on_translations_gives_the_line_and_a_link_to_the_file(
    behind: Repository,
) -> None:
    summary = "title: Vertalingen\nsummary: Wat er ontbreekt en wat er achterloopt, op een rij.\n"
    behind.write(vertalingen=page(f"{summary}overview: translations\n"))
    catalogue = loaded_from(behind.docs).catalogue
    view = catalogue.by_path["vertalingen.md"]
    repository = KeptAt("https://github.com/a/b/edit/main/docs/{path}")
    templates = read_templates(Surroundings(repository=repository))
    line = f'translates: "{catalogue.by_path["a.md"].fingerprint}"'
    for language in ("nl", "en"):
        text = expanded(catalogue, view, language, templates)
        assert f"    ```yaml\n    {line}\n    ```" in text
        assert "](<https://github.com/a/b/edit/main/docs/a.en.md>)" in text
        assert "](<https://github.com/a/b/commits/main/docs/a.md>)" in text
    plain = expanded(catalogue, view, "nl", read_templates())
    assert "<code>docs/a.en.md</code>\n" in plain

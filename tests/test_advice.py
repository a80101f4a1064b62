"""Advice says what is worth an editor's time, where it stands, and nothing else; it never stops."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.taskforce.advice import Advice, advice
from hooks.taskforce.advice.measuring import reading_ease, sentences, syllables, words_that_count
from hooks.taskforce.advice.prose import BLANK, Passage, passages
from hooks.taskforce.advice.spelling import known_words, words_of_list
from hooks.taskforce.advice.style import Style, style_of
from hooks.taskforce.catalogue import Catalogue
from hooks.taskforce.frontmatter import read
from hooks.taskforce.languages import LANGUAGES, Language
from hooks.taskforce.pairing import paired
from hooks.taskforce.reading import Files
from hooks.taskforce.rules import ADVICE, ALL
from tests.advice.dictionary import cspell
from tests.advice.running import concerning, main
from tests.builders import TODAY, Tree, added, as_bytes, changed, loaded, page, tiny_tree
from tests.conftest import ROOT
from tests.repositories import Repository

FIELDS = "title: Los\nsummary: Een pagina die nergens bij hoort, en toch bestaat.\n"
ENGLISH = "title: Loose\nsummary: A page that belongs to no other, and yet is there.\n"
FILES = {"nl": "los.md", "en": "los.en.md"}


class Strangers:
    """Knows every word but these, for which it has suggestions."""

    languages = LANGUAGES

    def __init__(self, strangers: Mapping[str, Sequence[str]]) -> None:
        self.strangers = strangers

    def unknown(
        self, language: Language, words: Sequence[str], *, compounds: bool
    ) -> frozenset[str]:
        return frozenset(words) & self.strangers.keys()

    def suggestions(self, language: Language, word: str) -> Sequence[str]:
        return self.strangers[word]


def style(language: Language) -> Style:
    found = style_of(language)
    assert found is not None
    return found


def advice_for(
    tree: Tree,
    strangers: Mapping[str, Sequence[str]] | None = None,
    before: Catalogue | None = None,
    listed: str = "",
) -> Advice:
    """Return the advice for a tree; what it found on the tiny tree alone would be noise."""
    files = Files({path: as_bytes(text) for path, text in tree.items()})
    catalogue = loaded(tree).catalogue
    return advice(
        paired(files).files,
        catalogue,
        known=known_words(catalogue, words_of_list(listed)),
        dictionary=Strangers(strangers or {}),
        today=TODAY,
        before=before,
    )


def told(
    body: str, language: Language = "nl", strangers: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[str, str]]:
    """Return the rules of what is said of a text, each with the words that it points at."""
    tree = added("los.md", page(FIELDS, body if language == "nl" else "Tekst.\n"))
    if language == "en":
        tree["los.en.md"] = page(ENGLISH, body)
    lines = tree[FILES[language]].splitlines()
    found = advice_for(tree, strangers).of_pages
    assert {item.place.path for item in found} <= {f"docs/{FILES[language]}"}
    return [
        (
            item.rule,
            lines[item.place.line - 1][item.place.column - 1 :][: item.place.length],
        )
        for item in found
    ]


def test_nothing_is_said_of_pages_that_are_right() -> None:
    assert advice_for(tiny_tree()).of_pages == ()


def test_the_rules_of_advice_are_none_of_the_check() -> None:
    ids = [rule.id for rule in ADVICE[1]]
    assert len(ids) == len(set(ids)) > 0
    assert not ALL.keys() & set(ids)


# --- sentences, words, pages ----------------------------------------------------------------

LONG = (
    "Gemeenten wilden samen met bedrijven, scholen en inwoners een plan maken voor winkels die "
    "leeg stonden, omdat steeds meer mensen hun spullen via internet kochten en de stad niet meer "
    "in gingen."
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Kort. {LONG} Kort.\n", ["Gemeenten wilden samen met bedrijven, scholen"]),
        (f"- Een\n- {LONG}\n", ["Gemeenten wilden samen met bedrijven, scholen"]),
        (f"Zij *zei*: {LONG}\n", ["Zij"]),
    ],
)
def test_a_long_sentence_is_told_where_it_begins(body: str, expected: list[str]) -> None:
    assert told(body) == [("long-sentence", words) for words in expected]


@pytest.mark.parametrize(
    "body",
    [
        LONG.replace(" omdat", ". Want") + "\n",
        f"> {LONG}\n",
        f"De wethouder schreef: ‘{LONG}’ Daar bleef het bij.\n",
        "```\n" + LONG + "\n```\n",
        "| Wat | Waar |\n| --- | --- |\n| " + LONG + " | Zwolle |\n",
        f"## {LONG}\n",
        "Geld ging naar Alkmaar, Almelo, Amstelveen, Beekdaelen, Bunschoten, Den Helder, Emmen, "
        "Groningen, Halderberge, Hardenberg, Heerenveen, Heerlen, Hengelo, Hoogeveen, Hoorn, "
        "Houten, Kerkrade, Maastricht, Moerdijk, Oldambt, Sluis, Someren, Terneuzen en Veendam.\n",
        "Zie [het plan](https://example.org/een-twee-drie-vier-vijf-zes-zeven-acht-negen-tien-elf-"
        "twaalf-dertien-veertien-vijftien-zestien-zeventien-achttien-negentien-twintig).\n",
    ],
)
def test_quotations_names_code_and_addresses_make_no_sentence_long(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Het kostte 1.500 euro. Dat was veel.", 2),
        ("Dat is bijv. een plan. Of niet?", 2),
        ("Volgens J. de Vries klopt het. Echt!", 2),
        ("Hij zei: ‘Kom.’ Zij kwam.", 2),
        (f"Heb je dat? {BLANK} doet het. {BLANK} ook.", 3),
        ("Van 2021 tot 2023… Daarna niet meer", 2),
        ("", 0),
    ],
)
def test_a_full_stop_does_not_always_end_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text, style("nl"))) == count


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            {"idee": 2, "economie": 4, "financiële": 5, "gemeente": 3, "avond": 2, "plan": 1}
            | {"samenwerking": 4, "mooie": 2, "bureau": 2, "mbo": 1},
        ),
        (
            "en",
            {"table": 2, "agreed": 2, "made": 1, "asked": 1, "wanted": 2, "economy": 4, "the": 1}
            | {"agencies": 3, "recovery": 4, "municipality": 6},
        ),
    ],
)
def test_syllables_are_counted_as_they_are_said(language: Language, words: dict[str, int]) -> None:
    assert {word: syllables(word, style(language)) for word in words} == words


def test_names_that_follow_one_another_are_one_word() -> None:
    assert words_that_count("De VNG en de G40 schreven aan Jan de Wit een brief") == (
        *("De", "", "schreven", "aan", "", "een", "brief"),
    )


HARD = {
    "nl": "Beleidsmatige verantwoordelijkheidsverdeling veronderstelt multidisciplinaire "
    "afstemming tussen uitvoeringsorganisaties onderling, afhankelijk van regionale "
    "omstandigheden. ",
    "en": "Interdepartmental responsibilities necessitate considerable organisational coordination "
    "between administrative institutions, notwithstanding regional particularities. ",
}
EASY = {
    "nl": "De stad kreeg geld voor de winkels. Daar is een plan van gemaakt. ",
    "en": "The town was given money for its shops. So it made a plan. ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_hard_to_read_is_told_once(language: Language) -> None:
    assert [rule for rule, _ in told(f"{HARD[language] * 15}\n", language)].count("hard-page") == 1
    assert told(f"{EASY[language] * 15}\n", language) == []
    assert "hard-page" not in [rule for rule, _ in told(f"{HARD[language]}\n", language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_ease_is_that_of_the_formula(language: Language) -> None:
    document = read("docs/los.md", as_bytes(page(FIELDS, f"{EASY[language] * 10}\n")))
    of_text = [item for item in passages(document, language) if item.field == "text"]
    ease = reading_ease(of_text, style(language))
    assert ease is not None
    assert 75 < ease < 120


def test_a_long_word_is_told_unless_it_is_a_term_of_the_site() -> None:
    word = "gegevensbeschermingseffectbeoordeling"
    assert told(f"Er kwam een {word}.\n") == [("long-word", word)]
    assert told("Er kwam een gegevensbeschermings-effectbeoordeling.\n") == []
    body = page(FIELDS.replace("Los", word.capitalize()), f"Er kwam een {word}.\n")
    assert advice_for(added("los.md", body)).of_pages == ()


PASSIVE = {
    "nl": "Er wordt een plan gemaakt. Het geld werd verdeeld. Daarna worden de winkels verbouwd.\n",
    "en": "A plan is made. The money was divided. After that the shops are being repaired.\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_passive_sentences_are_told_from_three_in_a_row(language: Language) -> None:
    first, second, _ = PASSIVE[language].split(". ")
    assert [rule for rule, _ in told(PASSIVE[language], language)] == ["passive"]
    assert told(f"{first}. {second}.\n", language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("nl", "Hij werd wethouder. Zij worden groter. Het wordt tijd. Gemeenten worden armer.\n"),
        ("nl", "Zij heeft het gemaakt. Hij is verhuisd. Dat was begonnen. Zij zijn gebleven.\n"),
        (
            "nl",
            "Dit wordt beleid. Het werd een besluit. Zij worden de verantwoordelijkheid kwijt.\n",
        ),
        ("nl", "Het wordt herfst. Dat wordt een goed beeld. Zo worden het regelingen.\n"),
        ("en", "We were interested. The shop is closed. Results are mixed. It is indeed so.\n"),
        ("en", "There were visitors, and it changed. It is red. They were there. She is needy.\n"),
    ],
)
def test_what_only_looks_passive_is_not_told(language: Language, body: str) -> None:
    assert told(body, language) == []


# --- links, pictures, time ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *(("nl", words) for words in ("klik hier", "Hier", "Lees meer …", "**hier**", "website")),
        *(("en", words) for words in ("click here", "Here", "read more »", "this page")),
    ],
)
def test_a_link_that_does_not_say_where_it_leads_is_told(language: Language, words: str) -> None:
    found = told(f"Zie [{words}](themas/mkb.md).\n", language)
    assert found == [("vague-link", "themas/mkb.md")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *(("nl", words) for words in ("hier vandaan", "het plan", "meer geld", "de website van X")),
        *(("en", words) for words in ("hereafter", "more money", "the plan", "hier")),
    ],
)
def test_a_link_that_says_where_it_leads_is_not_told(language: Language, words: str) -> None:
    assert told(f"Zie [{words}](themas/mkb.md).\n", language) == []


def test_a_picture_does_not_say_that_it_is_one() -> None:
    found = told("![Foto van de markt in Zwolle](markt.png)\n")
    assert found == [("picture-of", "markt.png")]
    remedy = advice_for(added("los.md", page(FIELDS, "![Foto van een markt](a.png)\n")))
    assert remedy.of_pages[0].remedy.nl == "begin met wat erop staat: ‘Een markt’"
    assert told("![A picture of a market](a.png)\n", "en") == [("picture-of", "a.png")]


@pytest.mark.parametrize("words", ["De markt in Zwolle", "Fotograaf op de markt", "", "Foto"])
def test_a_picture_that_says_what_it_shows_is_not_told(words: str) -> None:
    assert told(f"![{words}](markt.png)\n") == []


@pytest.mark.parametrize(
    ("language", "body", "words"),
    [
        ("nl", "Dit jaar komt er een plan.\n", "Dit jaar"),
        ("nl", "Er komt binnenkort\neen plan.\n", "binnenkort"),
        ("nl", "Zij werken er momenteel aan.\n", "momenteel"),
        ("nl", "In 2021 begon het. Recent kwam er geld.\n", "Recent"),
        ("nl", "Zij hebben tot nu toe niets gezegd.\n", "tot nu toe"),
        ("en", "They are currently at work.\n", "currently"),
        ("en", "They have said nothing so far.\n", "so far"),
        ("en", "There will be a plan next year.\n", "next year"),
    ],
)
def test_time_that_passes_is_told(language: Language, body: str, words: str) -> None:
    assert told(body, language) == [("passing-time", words)]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("nl", "In 2021 zei zij dat er dit jaar een plan komt.\n"),
        ("nl", "De minister schreef: ‘Dit jaar komt er geld.’\n"),
        ("nl", "> Dit jaar komt er geld.\n"),
        ("nl", "Dit jaartal staat er niet, en recente cijfers wel.\n"),
        ("nl", "Lees `dit jaar` als code.\n"),
        ("nl", "Er was een *this year*{lang=en} in het Engels.\n"),
        ("en", "In 2021 they asked for money this year.\n"),
        ("en", "It happened the year after.\n"),
    ],
)
def test_time_with_a_year_in_a_quotation_or_as_code_is_not_told(
    language: Language, body: str
) -> None:
    assert told(body, language) == []


def test_a_definition_is_true_at_all_times() -> None:
    definition = "nl: Bedrijven met minder dan 250 mensen"
    tree = changed("begrippen.md", definition, "nl: Wat er dit jaar moet gebeuren")
    assert advice_for(tree).of_pages == ()


def test_the_texts_of_fields_are_prose_too() -> None:
    text = "nl: Het canvas verschijnt"
    tree = changed("resultaten/welvaart-canvas.md", text, "nl: Het canvas verschijnt binnenkort")
    found = advice_for(tree).of_pages
    assert [(item.rule, item.field) for item in found] == [("passing-time", "text")]
    line = tree["resultaten/welvaart-canvas.md"].splitlines()[found[0].place.line - 1]
    assert line[found[0].place.column - 1 :].startswith("binnenkort")


# --- spelling -------------------------------------------------------------------------------

COLLEGE = {"colege": ("college", "cortège")}


def test_a_word_that_nobody_knows_is_told_once_a_page() -> None:
    body = "Het colege besloot. Het colege is weg.\n"
    assert told(body, strangers=COLLEGE) == [("spelling", "colege")]
    (found,) = advice_for(added("los.md", page(FIELDS, body)), COLLEGE).of_pages
    assert found.remedy.nl.startswith("bedoelde je ‘college’? is het goed, zet het dan op")


def test_a_number_in_one_word_is_known_and_a_slip_in_it_is_not() -> None:
    numbers = "vijfduizend achtentwintig drieëntwintig tweeduizendvijfhonderd driehonderdste derde"
    strangers = dict.fromkeys([*numbers.split(), "vijfduisend"], ())
    body = f"Er kwamen {numbers} en vijfduisend mensen.\n"
    assert told(body, strangers=strangers) == [("spelling", "vijfduisend")]


def test_an_accent_that_is_a_sign_of_its_own_parts_no_word() -> None:
    apart = normalize("NFD", "coördinatör")
    fields = FIELDS.replace("pagina", apart)
    tree = added("los.md", page(fields, f"De {apart} kwam.\n"))
    found = advice_for(tree, {"coördinatör": (), "rdinat": ()}).of_pages
    assert [item.message.nl.partition("’")[0] for item in found] == ["‘coördinatör"]
    assert advice_for(tree, {"coördinatör": ()}, listed=f"\ufeff{apart}\n").of_pages == ()


def test_fields_are_spelled_too() -> None:
    fields = FIELDS.replace("pagina", "colege")
    found = advice_for(added("los.md", page(fields)), COLLEGE).of_pages
    assert [(item.rule, item.field) for item in found] == [("spelling", "summary")]


def test_a_word_that_editors_listed_is_known() -> None:
    tree = added("los.md", page(FIELDS, "Het colege besloot.\n"))
    assert advice_for(tree, COLLEGE, listed="# goed\n\ncolege  # zo heet het\n").of_pages == ()


def test_a_list_is_read_whatever_its_order_and_remarks() -> None:
    assert words_of_list("zin\n# nee\n\n  aap # ja\nzin\n") == ("aap", "zin")


@pytest.mark.parametrize(
    "body",
    [
        "Zie `colege` hier.\n",
        "Zie https://example.org/colege hier.\n",
        "Zie [het plan](https://example.org/colege).\n",
        "Het *colege*{lang=en} besloot.\n",
        "Het Colege besloot.\n",
        "> Het colege besloot.\n",
        "```\ncolege\n```\n",
        "Tekst.[^colege]\n\n[^colege]: Noot.\n",
    ],
)
def test_code_addresses_names_and_other_languages_are_not_spelled(body: str) -> None:
    assert told(body, strangers=COLLEGE | {"Colege": ()}) == []


@pytest.mark.parametrize(
    ("body", "strangers", "expected"),
    [
        # One letter off a name of the site, with the same ends.
        ("Het is van Hengello.\n", {"Hengello": ()}, ["Hengello"]),
        ("Het zijn Hengeloers.\n", {"Hengeloers": ()}, []),
        # A name of something else; at the start of a sentence only with a word close by.
        ("Het is van Locatus.\n", {"Locatus": ("locaties",)}, []),
        ("Locatus telde.\n", {"Locatus": ("locaties",)}, []),
        ("Gemeentte telde.\n", {"Gemeentte": ("gemeente",)}, ["Gemeentte"]),
        # Titles, terms and abbreviations of the site; parts of a word.
        ("De MKB-agenda voor zwolle.\n", {"MKB-agenda": (), "zwolle": ()}, []),
        ("Een mkb-plan.\n", {"mkb-plan": (), "mkb": ()}, []),
        ("Een mkb-pllan.\n", {"mkb-pllan": (), "pllan": ()}, ["mkb-pllan"]),
        # Short words, and what has digits in it.
        ("De bvx en a4tje.\n", {"bvx": (), "tje": ()}, []),
        # What is shortened.
        ("Met bijv. een plan.\n", {"bijv": ()}, []),
    ],
)
def test_names_are_only_looked_at_where_they_are_slips(
    body: str, strangers: dict[str, Sequence[str]], expected: list[str]
) -> None:
    assert [words for _, words in told(body, strangers=strangers)] == expected


# --- numbers --------------------------------------------------------------------------------


def theme(number: int) -> Tree:
    """Return the files of a further theme."""
    fields = f"""\
title: Thema {number}
summary: Nog een thema waar de taskforce mee begon.
order: {number}
partners: []
sources: [vng-2021]
"""
    return {f"themas/nieuw-{number}.md": page(fields)}


def caused(body: str, *, change: Tree, language: Language = "nl") -> list[str]:
    """Return what becomes wrong in a text when files come."""
    before = added("los.md", page(FIELDS, body if language == "nl" else "Tekst.\n"))
    if language == "en":
        before["los.en.md"] = page(ENGLISH, body)
    after = before | change
    assert loaded(after).problems == ()
    found = advice_for(after, before=loaded(before).catalogue)
    assert set(found.of_pages) == found.caused
    return [f"{item.message.nl}; {item.remedy.nl}" for item in found.of_pages]


@pytest.mark.parametrize(
    ("language", "body", "said"),
    [
        ("nl", "Zo komen wij op twee thema's.\n", "‘drie thema's’"),
        ("nl", "Twee thema's zijn er.\n", "‘Drie thema's’"),
        ("nl", "Er zijn 2 thema's.\n", "‘3 thema's’"),
        ("en", "That makes two themes.\n", "‘three themes’"),
    ],
)
def test_a_number_that_a_new_page_makes_wrong_is_told(
    language: Language, body: str, said: str
) -> None:
    (found,) = caused(body, change=theme(3), language=language)
    assert said in found


@pytest.mark.parametrize(
    "body",
    [
        "Een ander plan heeft vier thema's.\n",
        "Er waren twee andere thema's.\n",
        "Het kostte 1.2 thema's.\n",
        "Op 2 themagroepen na.\n",
        "Gemeenten met twee wethouders.\n",
        "`twee thema's`\n",
        "Schrijf niet ‘twee thema's’ of “twee thema's”.\n",
        "> Er zijn twee thema's, zei zij.\n",
    ],
)
def test_a_number_of_something_else_is_not_told(body: str) -> None:
    assert caused(body, change=theme(3)) == []


def test_a_number_of_a_page_is_its_own() -> None:
    lead = """\
title: Boaz Adank
summary: Wethouder in Breda en trekker van het thema MKB.
municipality: zwolle
office: {nl: wethouder Economie, en: alderman for the Economy}
leads:
  - {theme: human-capital, from: 2021, source: vng-2021}
"""
    change = {"trekkers/boaz-adank.md": page(lead)}
    assert caused("Thema Human capital heeft vier trekkers.\n", change=change) == []
    # All leads were two and are three; those of this theme were one and are two.
    assert caused("Human capital heeft twee trekkers.\n", change=change) == []
    (found,) = caused("Er zijn twee wethouders die een thema trekken.\n", change=change)
    assert "‘drie wethouders’" in found


def test_without_a_change_only_a_number_that_is_about_all_is_judged() -> None:
    assert told("De vijf thema's van de taskforce.\n") == [("wrong-count", "vijf thema's")]
    assert told("De twee thema's van de taskforce.\n") == []
    assert told("Wij kozen vijf thema's. De vijf thema's van de regio ook.\n") == []
    assert told("Over vijf thema's van deze site.\n") == []
    assert told("All five themes of the taskforce.\n", "en") == [("wrong-count", "five themes")]


# --- whatever stands there ------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        *(
            "‘",
            "’",
            "“",
            '"',
            ".",
            "…",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "## ",
            "|",
            "`",
            "[",
            "](a.md)",
            "![",
        ),
        *("twee thema's", "wordt gemaakt", "dit jaar", "*x*{lang=en}", "[^1]", BLANK, "\x00"),
        *("A", "een", "É", "1.5", "-", "'s", "\t", "    ", "!!! note", "İ", "ß", "e.g.", "B."),
    ]
)


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_piece_of_advice_has_its_line(body: str) -> None:
    text = page(FIELDS, body)
    tree = {"los.md": text, "los.en.md": page(ENGLISH, body)}
    for item in advice_for(tree, {"een": (), "thema's": ("thema",)}).of_pages:
        lines = as_bytes(tree[item.place.path.removeprefix("docs/")]).decode().splitlines()
        assert 1 <= item.place.line <= max(1, len(lines))
        assert item.sentences


@given(st.text(max_size=300))
def test_nothing_of_a_text_is_lost_in_its_sentences(text: str) -> None:
    for language in LANGUAGES:
        together = "".join("".join(sentences(text, style(language))).split())
        assert together == "".join(text.split())


def test_a_page_that_cannot_be_read_gets_no_advice() -> None:
    assert advice_for({"los.md": "dit jaar \udcff\n"}).of_pages == ()


@pytest.mark.parametrize("sign", ["*", "**"])
def test_what_is_no_prose_is_as_long_as_it_was(sign: str) -> None:
    body = f"Een {sign}white paper{sign}{{lang=en}} `x` hier.\n"
    document = read("docs/los.md", as_bytes(page(FIELDS, body)))
    (passage,) = [item for item in passages(document, "nl") if item.field == "text"]
    assert isinstance(passage, Passage)
    assert passage.text == f"Een white paper {BLANK} hier."
    assert passage.own == f"Een {BLANK * 5} {BLANK * 5} {BLANK} hier."


# --- the command ----------------------------------------------------------------------------


def test_of_a_change_only_what_concerns_it_is_said() -> None:
    before = added("los.md", page(FIELDS, "Er zijn twee thema's. Dit jaar is een goed jaar.\n"))
    after = before | theme(3) | {"nieuw.md": page(FIELDS, "Binnenkort meer.\n")}
    found = advice_for(after, before=loaded(before).catalogue)
    assert len(found.of_pages) == 3
    of_change = concerning(
        found, dict.fromkeys(("docs/nieuw.md", "docs/themas/nieuw-3.md"), frozenset({1}))
    )
    assert [(item.rule, item.place.path) for item in of_change] == [
        ("wrong-count", "docs/los.md"),
        ("passing-time", "docs/nieuw.md"),
    ]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    for path, text in tiny_tree().items():
        file = made.docs / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(as_bytes(text))
    made.commit(los=page(FIELDS, "Er zijn twee thema's. Het colege ging dit jaar weg.\n"))
    return made


def test_the_command_never_fails(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ["--root", str(repository.root)]
    assert main(root) == 0
    told = capsys.readouterr().out
    assert "docs/los.md:6:27: text: ‘colege’" in told
    assert told.endswith("Pieces of advice: 2. They stop nothing: you decide.\n")

    (repository.docs / ".woordenlijst.txt").write_text("colege\n", encoding="utf-8")
    listed = repository.root / "advies.json"
    given = ["--format", "github", "--problems", str(listed), str(repository.docs / "los.md")]
    assert main([*root, *given]) == 0
    told = capsys.readouterr().out
    assert told.startswith("::notice file=docs/los.md,line=6,")
    assert told.count("::notice") == 1
    (row,) = json.loads(listed.read_text("utf-8"))
    assert (row["severity"], row["line"]) == ("notice", 6)

    for path, text in theme(3).items():
        (repository.docs / path).write_bytes(as_bytes(text))
    assert main([*root, "--base", "HEAD"]) == 0
    told = capsys.readouterr().out
    assert "[wrong-count]" in told
    assert "[passing-time]" not in told

    (repository.docs / "los.md").write_text("---\n: [", encoding="utf-8")
    assert main([*root, "--base", "no-such-commit"]) == 0
    assert "no-such-commit" in capsys.readouterr().err

    monkeypatch.setenv("PATH", "")
    assert main(root) == 0
    assert "Spelling was not looked at" in capsys.readouterr().err


@pytest.mark.parametrize(
    "node", ["echo no answer", 'read asked; echo "[]"; read asked; exit 1', 'echo "[]"; exit 1']
)
def test_dictionaries_that_stop_take_nothing_else_along(
    node: str,
    repository: Repository,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = tmp_path / "bin" / "node"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{node}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    assert main(["--root", str(repository.root)]) == 0
    said = capsys.readouterr()
    assert "[passing-time]" in said.out
    assert "[spelling]" not in said.out
    assert "Spelling was not looked at" in said.err


def test_the_command_runs_from_a_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.advice", "--help"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_the_dictionaries_know_dutch_and_british_words_and_find_slips() -> None:
    with cspell() as dictionary:
        for language, right, wrong in (
            ("nl", ["binnenstadsmanager", "Maart", "omscholingsbudget", "thema's"], "colege"),
            ("en", ["organisation", "colour", "alderman", "Tuesday"], "colour-ful-ness"),
        ):
            assert dictionary.unknown(language, [*right, wrong], compounds=True) == {wrong}
        slips = ["geevalueerd", "sammenwerking", "beleit", "themagroepvoorzitter"]
        assert dictionary.unknown("nl", slips, compounds=True) == {*slips[:3]}
        assert dictionary.unknown("nl", slips, compounds=False) == {*slips}
        assert "college" in dictionary.suggestions("nl", "colege")
        assert "geevalueerd" not in dictionary.suggestions("nl", "geevalueerd")


@pytest.mark.parametrize(
    ("word", "suggestions", "meant"),
    [
        ("colege", ["colere", "college"], "college"),
        ("breif", ["brei", "brief"], "brief"),
        ("deelnemmers", ["delenemmers", "deelnemers"], "deelnemers"),
        ("geevalueerd", ["geevalueerd", "geëvalueerd"], "geëvalueerd"),
        ("nginx", ["nina"], ""),
        ("citydeal", ["citerdeal"], ""),
        ("sammenwerkking", ["samenwerking"], "samenwerking"),
        ("xyzzy", [], ""),
    ],
)
def test_the_likeliest_word_is_offered_and_none_that_is_far(
    word: str, suggestions: list[str], meant: str
) -> None:
    body = page(FIELDS, f"Het {word} is er.\n")
    (found,) = advice_for(added("los.md", body), {word: suggestions}).of_pages
    guess = f"bedoelde je ‘{meant}’? " if meant else ""
    assert found.remedy.nl.startswith(f"{guess}is het goed, zet het dan op")

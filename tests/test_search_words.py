"""Words as people type them: parts of compounds, other forms, other names."""

from __future__ import annotations

import html

import pytest
from playwright.sync_api import Browser

from hooks.engine.search_documents import searchable_html
from hooks.taskforce.languages import LANGUAGES
from hooks.taskforce.lexicon import Lexicon, Table, table
from hooks.taskforce.typed_dates import typed_dates
from hooks.taskforce.words import Compounds, folded, plain_words, searchable, uninflected
from tests.pages import ASSETS

KNOWN = ["arbeid", "markt", "regio", "netwerk", "agenda", "onderwijs", "toekomst", "gemeenten"]


def test_folding_takes_off_accents_and_capitals() -> None:
    assert folded("René COÖPERATIE ﬁnanciën") == "rene cooperatie financien"


UNTYPED = {
    "zero width space": ("vuur\u200btoren", "vuurtoren"),
    "soft hyphen": ("vuur\u00adtoren", "vuurtoren"),
    "word joiner": ("vuur\u2060toren", "vuurtoren"),
    "mark of order": ("vuur\ufefftoren", "vuurtoren"),
    "direction": ("vuur\u200etoren\u202c", "vuurtoren"),
    "ligatures": ("\ufb01nanci\u00eble ko\ufb03e \u0133s", "financi\u00eble koffie ijs"),
    "hyphens": ("zee\u2011sluis zee\u2010sluis", "zee-sluis zee-sluis"),
}


@pytest.mark.parametrize(("written", "typed"), UNTYPED.values(), ids=UNTYPED)
def test_what_nobody_types_does_not_part_words(written: str, typed: str) -> None:
    assert searchable(written) == typed
    assert plain_words(written) == plain_words(typed)
    references = "".join(f"&#{ord(letter)};" for letter in written)
    assert html.unescape(searchable_html(references)) == typed
    assert html.unescape(searchable_html(f"<p>{written}</p>")) == f"<p>{typed}</p>"


def test_signs_of_html_stay_in_what_the_search_reads() -> None:
    assert (
        searchable_html("<p>a &lt; b &amp; c&shy;d &#60; &#8203;e")
        == "<p>a &lt; b &amp; cd &#60; e"
    )


def test_who_types_a_word_finds_it_however_it_is_written(
    chromium: Browser, served_fixed_site: str
) -> None:
    page = chromium.new_page()
    page.goto(served_fixed_site)
    for query in (
        *("vuurtorenwachter", "ligplaatsvergunning", "koffiekade", "zeesluis", "zee-sluis"),
        *("vuur\u200btorenwachter", "ligplaats\u00advergunning", "ko\ufb03ekade", "zee\u2011sluis"),
    ):
        found, changed = page.evaluate(
            """async ({ assets, query }) => {
              const { search } = await import(new URL(`${assets}/js/search-engine.js`, location));
              const { results, changed } = await search(query);
              return [results.map(({ url }) => new URL(url, location).href), changed];
            }""",
            {"assets": ASSETS, "query": query},
        )
        assert found[:1] == [f"{served_fixed_site}over/lopende-tekst/"], query
        assert not changed
    page.close()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thema's en thema’s", ["thema", "en", "thema"]),
        ("MKB-Uitvoeringsagenda (2021)", ["mkb", "uitvoeringsagenda", "2021"]),
        ("midden- en kleinbedrijf", ["midden", "en", "kleinbedrijf"]),
        ("de leden' stem, G40's", ["de", "leden", "stem", "g40"]),
        ("", []),
        ("–·…", []),
    ],
)
def test_words_are_split_as_a_query_is(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsmarkt", ("arbeid", "markt")),
        ("arbeidsmarktregio", ("arbeid", "markt", "regio")),
        ("toekomstagenda", ("toekomst", "agenda")),
        ("uitvoeringsagenda", ("uitvoering", "agenda")),  # only the last part is known
        ("beroepsonderwijs", ("beroep", "onderwijs")),
        ("markt", ()),
        ("gemeenten", ()),
        ("overmarkt", ()),  # a preposition is no part
        ("xmarkt", ()),
        ("netwerken", ()),
    ],
)
def test_compounds_fall_apart_into_known_parts(word: str, parts: tuple[str, ...]) -> None:
    assert Compounds(KNOWN, never=["over"]).parts(word) == parts


def test_a_word_that_only_looks_like_a_compound_stays_whole() -> None:
    assert Compounds(["neder", "land"]).parts("nederland") == ("neder", "land")
    assert Compounds(["neder", "land"], whole=["nederland"]).parts("nederland") == ()


WORDS = Table.model_validate(
    {
        "same": [{"nl": ["geld", "fonds"], "en": ["money", "fund"]}, {"nl": ["tweede kamer", "x"]}],
        "subjects": [{"nl": ["privacy", "avg"]}],
        "forms": [{"nl": ["stad", "steden"]}],
        "stop": [{"nl": ["de", "wat", "is"]}],
        "parts": [{"nl": ["binnen", "stad", "steden"]}],
        "whole": [{"nl": []}],
    }
)
TEXTS = ["Het fonds voor de binnenstad", "Een herstelfonds", "Herstel is de Privacy", "2021"]


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon("nl", TEXTS, WORDS)


def test_hidden_words_are_what_the_text_does_not_say(lexicon: Lexicon) -> None:
    assert lexicon.hidden("Het herstelfonds") == ["herstel", "fonds", "geld"]
    assert lexicon.hidden("geld en fonds") == []
    assert lexicon.hidden("niets") == []


def test_another_form_is_hidden_within_a_compound_too(lexicon: Lexicon) -> None:
    assert lexicon.hidden("binnensteden") == ["binnen", "steden", "binnenstad", "stad"]
    assert "binnensteden" in lexicon.hidden("binnenstad")


def test_a_name_with_an_apostrophe_is_found_joined_and_by_its_longer_part(lexicon: Lexicon) -> None:
    assert lexicon.hidden("María de Wit-O’Neill, thema's en foto’s") == ["oneill", "neill"]
    assert lexicon.hidden("Zoë d'Été-van 't Hof") == ["dete", "ete"]


def test_signs_of_a_name_are_letters(lexicon: Lexicon) -> None:
    assert plain_words("R&D en C++, haven&handel") == ["rd", "en", "cplusplus", "haven", "handel"]
    assert lexicon.hidden("Over R & D, C# en zo") == ["rd", "csharp"]


@pytest.mark.parametrize(
    ("adjective", "base"),
    [
        ("weerbare", ["weerbaar"]),
        ("grote", ["groot"]),
        ("snelle", ["snel"]),
        ("massieve", ["massief"]),
        ("economische", []),  # the stemmer knows this ending
        ("goede", []),
        ("zee", []),
        ("weerbaar", []),
    ],
)
def test_an_adjective_is_known_without_its_ending(adjective: str, base: list[str]) -> None:
    assert list(uninflected(adjective)) == base


def test_either_form_of_an_adjective_finds_the_other() -> None:
    lexicon = Lexicon("nl", ["een weerbare stad", "steden zijn weerbaar", "grote"], WORDS)
    assert "weerbaar" in lexicon.hidden("weerbare")
    assert "weerbare" in lexicon.hidden("weerbaar")
    assert lexicon.hidden("grote") == [], "nothing else has the other form"
    assert Lexicon("en", ["brave", "braaf"], WORDS).hidden("brave") == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("op 15 november 2023 en 5 Juni 2024", ["d20231115", "d20240605"]),
        ("in juni 2024", ["d202406"]),
        ("2023-11-15, 15-11-2023, 15/11/2023 en 15.11.2023", ["d20231115"]),
        ("11-2023 en 2022-03", ["d202311", "d202203"]),
        ("31 februari 2023, 99-99-2023, 2021-2023, 2021", []),
    ],
)
def test_a_date_is_one_word_however_it_is_typed(
    lexicon: Lexicon, written: str, words: list[str]
) -> None:
    assert list(dict.fromkeys(typed_dates(written, "nl"))) == words
    assert lexicon.hidden(written) == words


def test_months_are_those_of_the_language() -> None:
    assert list(typed_dates("15 May 2023 en 15 mei 2023", "en")) == ["d20230515"]


def test_names_of_several_words_count_in_their_order(lexicon: Lexicon) -> None:
    assert lexicon.hidden("de Tweede Kamer") == ["x"]
    assert lexicon.hidden("de kamer, de tweede") == []
    assert lexicon.hidden("x") == ["tweede kamer"]


def test_a_subject_is_only_what_the_title_names(lexicon: Lexicon) -> None:
    assert lexicon.hidden("privacy") == []
    assert lexicon.hidden("privacy", is_title=True) == ["avg"]


def test_other_names_of_a_subject_are_those_of_the_page_that_is_called_so(lexicon: Lexicon) -> None:
    assert list(lexicon.subjects("De privacy")) == ["privacy", "avg"]
    assert list(lexicon.subjects("Privacy van lezers")) == []


def test_english_has_no_dutch_compounds() -> None:
    english = Lexicon("en", ["A fund", "herstelfonds", "fonds"], WORDS)
    assert english.hidden("herstelfonds") == []
    assert english.hidden("the fund") == ["money"]


def test_known_words_begin_with_those_on_most_pages(lexicon: Lexicon) -> None:
    known = lexicon.known_words([["geld"], ["geld", "avg"], ["geld"]])
    assert next(iter(known)) == "geld"
    assert known["geld"] == [0, 1, 2]
    assert known["binnenstad"] == [0]
    assert {"avg", "binnenstad"} < set(known)
    assert not {"de", "2021"} & set(known) - {"de"}
    assert "2021" not in known
    again = lexicon.known_words([["geld"], ["geld", "avg"], ["geld"]])
    assert list(known.items()) == list(again.items())


def test_a_name_is_compared_as_a_query_is_understood(lexicon: Lexicon) -> None:
    assert lexicon.query("Wat is de Binnenstad?") == "binnenstad"
    assert lexicon.query("Wat is de") == "wat is de", "nothing else is left"


def test_the_table_is_right() -> None:
    words = table()
    for language in LANGUAGES:
        for key in ("same", "subjects", "forms"):
            for group in words.groups(key, language):
                assert len(set(group)) == len(group) > 1, group
                assert [form for form in group if form != form.casefold()] == []
        assert not words.words("stop", language) & words.words("parts", language)

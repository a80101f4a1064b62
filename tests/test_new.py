"""`python -m hooks new`, as it is typed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hooks.__main__ import main
from hooks.proposals import kind_named
from hooks.taskforce.kinds import KINDS, Kind
from hooks.taskforce.languages import LANGUAGES
from tests.builders import tiny_tree
from tests.builders import written as write_tree

FLAGS = [
    "--summary=Een plan dat zegt wat er met de kade gaat gebeuren.",
    "--kind=actieplan",
    "--standing-progress=gepubliceerd",
    "--standing-date=2021",
    "--themes=MKB",
    "--sources=vng-2021",
]
PAGE = "resultaten/kade-een-plan.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write_tree(tiny_tree(), tmp_path)


def new(docs: Path, *arguments: str) -> int:
    try:
        return main(["--docs", str(docs), "new", *arguments])
    except SystemExit as stopped:  # As argparse does.
        assert isinstance(stopped.code, int)
        return stopped.code


def written(docs: Path) -> set[str]:
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - {*tiny_tree()}


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which a file can begin, and nothing can be written."""

    def write(path: Path, *_: object, **__: object) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", write)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody at a terminal types, until they have had enough."""
    lines: list[str] = []

    def ask(prompt: str) -> str:
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr("hooks.__main__.somebody_is_there", lambda: True)
    return lines


def test_a_title_without_latin_letters_asks_for_a_name(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(docs, "resultaat", "城市经济", *FLAGS) == 1
    said = capsys.readouterr().out
    assert "--slug naam-van-de-pagina" in said
    assert "--slug name-of-the-page" in said
    assert not written(docs)
    assert new(docs, "resultaat", "城市经济", "--slug=stad", *FLAGS) == 0
    assert written(docs) == {"resultaten/stad.md"}


@pytest.mark.usefixtures("full")
def test_a_full_disk_leaves_no_page_that_says_nothing(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS) == 2
    assert f"{docs / PAGE}: de schijf is vol" in capsys.readouterr().err
    assert not written(docs)


def test_a_page_is_written_and_passes_the_check(docs: Path) -> None:
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS) == 0
    assert written(docs) == {PAGE}
    assert main(["--docs", str(docs), "check"]) == 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_the_names_that_people_use(kind: Kind) -> None:
    words = (kind.collection.label, kind.collection.several)
    for name in (
        kind.collection.folder,
        *(text.in_language(code) for text in words for code in LANGUAGES),
    ):
        assert kind_named(name) is kind_named(name.upper()) is kind


def test_an_unknown_kind_is_told_with_the_nearest(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(docs, "resultat", "X") == 2
    said = capsys.readouterr().err
    assert "bedoelde je ‘resultaten’?" in said
    assert "did you mean ‘resultaten’?" in said


def test_what_is_missing_is_listed_as_flags(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS[:4]) == 2
    said = capsys.readouterr().err
    assert "niets geschreven; dit ontbreekt" in said
    assert "--themes: Thema's / Themes" in said
    assert "--sources" in said
    assert "--kind" not in said
    assert not written(docs)


def test_what_is_missing_and_what_is_wrong_are_told_in_one_run(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS[:3], "--themes=zee") == 2
    said = capsys.readouterr()
    assert "er is geen thema ‘zee’" in said.out
    assert "missing-field" not in said.out
    assert "--standing-date" in said.err


def test_what_is_wrong_is_told_and_nothing_is_written(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS, "--themes=zee,mbk") == 1
    said = capsys.readouterr().out
    assert "themes.1" in said
    assert "bedoelde je ‘mkb’?" in said
    assert not written(docs)


def test_a_page_that_is_there_stays_as_it_is(docs: Path) -> None:
    new(docs, "resultaat", "Kade: een plan", *FLAGS)
    before = (docs / PAGE).read_bytes()
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS[1:], "--summary=" + "x" * 50) == 1
    assert (docs / PAGE).read_bytes() == before
    assert new(docs, "resultaat", "Kade: een plan", *FLAGS, "--slug=kade") == 1, "same title"
    assert new(docs, "resultaat", "Kade: nog een plan", *FLAGS, "--slug=kade") == 0


def test_a_translation_is_made_of_a_dutch_page(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(docs, "resultaat", "Kade: een plan", *FLAGS)
    summary = "--summary=A plan that says what will happen to the quay, and why."
    english = ("--language=en", summary)
    assert new(docs, "deliverable", "Quay: a plan", *english) == 1, "no Dutch page of that name"
    assert "‘Quay: a plan’ is geen Nederlandse pagina" in capsys.readouterr().err
    assert new(docs, "deliverable", "Kade: een plan", *english) == 2, "no English title"
    assert new(docs, "deliverable", "Quay: a plan", *english, "--slug=kade-een-plan") == 0
    assert written(docs) == {PAGE, PAGE.replace(".md", ".en.md")}
    assert main(["--docs", str(docs), "check"]) == 0


def test_at_a_terminal_all_is_asked(
    docs: Path, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [
        "plan",
        "resultaat",
        "Kade: een plan",
        "kort",
        *(flag.split("=")[1] for flag in FLAGS),
    ]
    typed.insert(8, "")  # Whether anything is probable.
    assert new(docs) == 0
    assert not typed
    assert written(docs) == {PAGE}
    said = capsys.readouterr().out
    assert "published (gepubliceerd / published)" in said
    assert "deze samenvatting heeft 4 tekens" in said


def test_at_a_terminal_what_the_check_finds_is_asked_again(docs: Path, typed: list[str]) -> None:
    typed += ["Een nieuw plan"]
    assert new(docs, "resultaat", "Actieplan binnenstad", *FLAGS, "--standing-probable=date") == 0
    assert written(docs) == {"resultaten/een-nieuw-plan.md"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["thema", "X", "--slug=mkb"],
        ["thema", "X", "--slug=../x"],
        ["thema", "MKB", "--language=en"],
        ["thema", "SMEs", "--slug=mkb", "--language=en"],
    ],
)
def test_what_no_answer_changes_is_not_asked_again(
    arguments: list[str], docs: Path, typed: list[str]
) -> None:
    summary = "A sentence of some length about what the page holds."
    typed += ["Small firms"] if arguments[1] == "MKB" else []
    typed += [summary] if "--language=en" in arguments else [summary, "1", "vng-2021"]
    assert new(docs, *arguments) == 1
    assert not typed
    assert not written(docs)


@pytest.mark.parametrize("lines", [[], ["Een plan"], ["Een plan", "kort"]])
def test_whoever_stops_leaves_nothing(lines: list[str], docs: Path, typed: list[str]) -> None:
    typed += lines
    assert new(docs, "resultaat") == 1
    assert not written(docs)


def test_without_pages_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(tmp_path / "gone", "resultaat", "X") == 2
    assert "deze map is er niet" in capsys.readouterr().err

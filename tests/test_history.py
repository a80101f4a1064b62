"""When a page last changed, whatever git has been told to show and however its text was merged."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.__main__ import main
from hooks.engine import policy, version
from hooks.engine.content import today, without_history
from hooks.engine.git import git_in, objects_in
from hooks.engine.history import Commit, History, newest, read
from tests.repositories import Repository

HOSTILE = """
[color]
	ui = always
[core]
	quotePath = true
	fsmonitor = false-is-no-program
	pager = false
	abbrev = 4
[log]
	showSignature = true
	date = format:%Y
	decorate = full
	diffMerges = off
	follow = true
	showRoot = false
	mailmap = true
[diff]
	renames = copies
	renameLimit = 1
	autoRefreshIndex = false
	external = false
	noprefix = true
	mnemonicPrefix = true
	relative = false
	orderFile = /nowhere
	wordRegex = .
[format]
	pretty = format:%s %GK
[status]
	showUntrackedFiles = no
	relativePaths = true
	short = true
	branch = true
[i18n]
	logOutputEncoding = utf-16
[gpg]
	program = false
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with two commits, and a file that is not in it."""
    made = Repository(tmp_path / "repository")
    made.commit("2021-01-01", a="1", b="1", é="1")
    made.commit("2022-02-02", b="2")
    made.write(new="1")
    return made


def days(repository: Repository) -> dict[str, str]:
    return dict(read(git_in(repository.docs)).last_changes())


def days_by_git(repository: Repository) -> dict[str, str]:
    """What git says of each file, asked for one by one."""
    said = {}
    for path in sorted(repository.docs.glob("*.md")):
        done = subprocess.run(
            ["git", "log", "-1", "--format=%cs", "--", path],
            cwd=repository.root,
            capture_output=True,
            text=True,
            check=True,
        )
        if done.stdout.strip():
            said[path.name] = done.stdout.strip()
    return said


def test_a_page_is_as_old_as_its_own_last_commit(repository: Repository) -> None:
    expected = {"a.md": "2021-01-01", "b.md": "2022-02-02", "é.md": "2021-01-01"}
    assert days(repository) == expected == days_by_git(repository)


def test_a_page_with_changes_that_are_not_committed_has_no_age(repository: Repository) -> None:
    repository.write(a="2")
    assert set(days(repository)) == {"b.md", "é.md"}
    repository.git("add", ".")
    assert set(days(repository)) == {"b.md", "é.md"}


def test_a_page_that_only_its_rights_or_another_folder_changed_keeps_its_age(
    repository: Repository,
) -> None:
    (repository.root / "elsewhere.md").write_text("1", "utf-8")
    repository.commit("2023-03-03")
    assert days(repository)["a.md"] == "2021-01-01"


def test_settings_of_whoever_builds_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join("abcdefgh")
    repository.commit("2022-03-03", kept="1", c=f"{text}\n1", d=f"2\n{text}")
    repository.commit("2022-04-04", c="", d="", moved_c=f"{text}\n2", moved_d=f"3\n{text}")
    repository.write(b="uncommitted")
    expected = read(git_in(repository.docs))
    assert expected.uncommitted == {"b.md"}
    assert expected.commits[0].changes == ({"moved_c.md": "c.md", "moved_d.md": "d.md"},)
    now = git_in(repository.root)
    moment = now("log", "-1", "--format=%ct")
    settings = tmp_path / "settings"
    settings.write_text(HOSTILE, "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    own = repository.root / ".git" / "config"
    own.write_text(own.read_text("utf-8") + HOSTILE, "utf-8")
    # As a git hook is run, in another repository.
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other" / "index"))
    read.__globals__["_committed"].cache_clear()

    os.utime(repository.docs / "a.md", (0, 0))  # Which changes nothing in it.
    assert read(git_in(repository.docs)) == expected
    with objects_in(repository.docs) as objects:
        assert objects("HEAD:./b.md") == b"2"
    assert now("log", "-1", "--format=%ct") == moment
    (repository.root / "mkdocs.yml").touch()
    version.write(tmp_path, now)
    assert not (tmp_path / version.FILE).exists(), "there is a page that is in no commit"


@pytest.mark.skipif(os.name == "nt", reason="a program is another thing there")
def test_a_signed_commit_has_a_day_and_a_date(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `log.showSignature` git prints what GnuPG says of a commit before all else."""
    program = tmp_path / "gpg"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *--verify*) echo "gpg: Good signature from nobody" >&2;\n'
        'echo "[GNUPG:] GOODSIG 1 x";;\n'
        '*) cat >/dev/null; echo "[GNUPG:] SIG_CREATED " >&2;\n'
        "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n';; esac\n"
    )
    program.chmod(0o755)
    settings = tmp_path / "settings"
    settings.write_text(f"[gpg]\n\tprogram = {program}\n[log]\n\tshowSignature = true\n", "utf-8")
    repository.write(b="3")
    gpg = ("-c", f"gpg.program={program}")
    repository.git(*gpg, "commit", "-S", "--quiet", "-am", "signed", day="2023-03-03")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    shown = subprocess.run(["git", "log", "-1"], cwd=repository.root, capture_output=True)
    assert b"Good signature" in shown.stdout, "the setting does what it does to others"

    assert days(repository)["b.md"] == "2023-03-03"
    config = type("Config", (), {"site_dir": tmp_path, "site_url": "https://x/"})()
    policy.write(config, git_in(repository.root), ["https://x/report"], ["nl"])
    assert "Expires: 2024-03-01T" in (tmp_path / policy.SECURITY_TXT).read_text("utf-8")


def test_text_that_was_settled_in_a_merge_is_of_that_day(repository: Repository) -> None:
    repository.branch("other")
    repository.commit("2023-01-01", a="theirs", b="theirs", c="theirs")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2023-02-02", a="ours", b="ours")
    repository.merge("other", "2023-03-03", a="settled", b="theirs", c="theirs")
    assert days(repository) == days_by_git(repository) | {"a.md": "2023-03-03"}
    assert days(repository)["b.md"] == "2023-01-01", "as it was written, not as it was merged"


def test_what_a_merge_takes_from_one_side_has_the_day_of_that_side(repository: Repository) -> None:
    repository.branch("other")
    repository.commit("2023-04-04", a="theirs", b="theirs")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2023-02-02", b="ours")
    repository.git(
        "merge", "--quiet", "--no-ff", "-s", "ours", "-m", "m", "other", day="2023-05-05"
    )
    repository.branch("third")
    repository.commit("2023-06-06", c="third")
    repository.git("checkout", "--quiet", "main")
    repository.merge("third", "2023-07-07")
    assert days(repository) == days_by_git(repository)
    assert days(repository) == {
        "a.md": "2021-01-01",
        "b.md": "2023-02-02",
        "c.md": "2023-06-06",
        "é.md": "2021-01-01",
    }


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any number of branches and merges, whatever they changed."""
    paths = st.frozensets(st.sampled_from("abcdef"))
    number = draw(st.integers(1, 9))
    commits = []
    for place in range(number):
        later = range(place + 1, number)
        parents = draw(st.lists(st.sampled_from(later), unique=True, max_size=3)) if later else []
        changes = [dict.fromkeys(draw(paths), "") for _ in parents or [place]]
        names = tuple(map(str, parents))
        commits.append(Commit(str(place), f"day {place}", "0", names, tuple(changes)))
    return History(tuple(commits), draw(paths), draw(paths), draw(st.booleans()))


def days_by_following(history: History) -> dict[str, str]:
    """Follow each file by itself: to the first parent that has the same text."""
    named = {commit.name: commit for commit in history.commits}
    days = {}
    for path in history.paths - history.uncommitted:
        commit = history.commits[0]
        while same := [
            parent
            for parent, changes in zip(commit.parents, commit.changes, strict=False)
            if path not in changes
        ]:
            commit = named[same[0]]
        if commit.parents or not history.is_shallow:
            days[path] = commit.day
    return days


@given(histories())
def test_all_files_together_have_the_days_that_each_has_by_itself(history: History) -> None:
    assert history.last_changes() == days_by_following(history)


class CountedPath(str):
    """A path that counts how often one is looked up."""

    __slots__ = ()
    looked_up = 0

    def __hash__(self) -> int:
        CountedPath.looked_up += 1
        return super().__hash__()


def test_a_commit_costs_what_it_changed_however_many_files_there_are() -> None:
    paths = [CountedPath(number) for number in range(200)]
    commits = [
        Commit(str(place), str(place), "0", (str(place + 1),), ({path: path},))
        for place, path in enumerate(paths[:-1])
    ]
    last = Commit(str(len(commits)), "first", "0", (), (dict.fromkeys(paths, ""),))
    history = History((*commits, last), frozenset(paths))
    CountedPath.looked_up = 0
    assert len(history.last_changes()) == len(paths)
    assert CountedPath.looked_up < 10 * len(paths)


def test_of_the_end_of_a_history_only_what_changed_in_it_has_an_age(
    repository: Repository, tmp_path: Path
) -> None:
    shallow = tmp_path / "shallow"
    for depth, expected in ((1, {}), (2, {"b.md": "2022-02-02"})):
        source = ["--depth", str(depth), f"file://{repository.root}", str(shallow / str(depth))]
        subprocess.run(["git", "clone", "--quiet", *source], check=True)
        assert read(git_in(shallow / str(depth) / "docs")).last_changes() == expected
    everything = tmp_path / "everything"
    source = ["--depth", "3", f"file://{repository.root}", str(everything)]
    subprocess.run(["git", "clone", "--quiet", *source], check=True)
    assert read(git_in(everything / "docs")).last_changes() == days(repository)


def test_without_git_or_a_commit_no_page_has_an_age(tmp_path: Path) -> None:
    assert read(lambda *_, **__: None) == History()
    assert read(git_in(tmp_path)).last_changes() == {}
    assert read(git_in(tmp_path / "nowhere")).last_changes() == {}
    empty = Repository(tmp_path / "empty")
    assert read(git_in(empty.docs)).last_changes() == {}
    for place in (tmp_path, tmp_path / "nowhere", empty.docs):
        with objects_in(place) as objects:
            assert objects("HEAD:./a.md") is None
            assert objects("HEAD:./b.md") is None


def test_a_name_of_two_lines_is_not_taken_for_two(repository: Repository) -> None:
    with objects_in(repository.docs) as objects:
        assert objects("HEAD:./a.md\nHEAD:./b.md") is None
        assert objects("HEAD:./b.md") == b"2"


def test_a_history_that_git_does_not_read_is_told(
    repository: Repository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def said(place: Path) -> str:
        return without_history(place, read(git_in(place)))

    def told() -> str:
        main(["--docs", str(repository.docs), "due", "--since", "2026-01-01"])
        return capsys.readouterr().err

    empty = Repository(tmp_path / "empty")
    assert [said(repository.docs), said(empty.docs), said(tmp_path), told()] == [""] * 4
    config = repository.root / ".git/config"
    config.write_text("[core]\nrepositoryformatversion = 9\n", "utf-8")
    assert re.fullmatch(r"git leest .* / git does not read .*\.\n.+", said(repository.docs))
    assert told().startswith("git leest de geschiedenis")
    monkeypatch.setenv("PATH", "/nowhere")
    assert said(empty.docs).endswith("'git'")
    assert said(tmp_path) == ""


def test_git_is_asked_as_often_for_one_page_as_for_many(repository: Repository) -> None:
    def calls() -> list[str]:
        asked: list[str] = []
        run = git_in(repository.docs)

        def counted(*arguments: str, given: str = "") -> str | None:
            asked.append(arguments[0])
            return run(*arguments, given=given)

        assert read(counted).last_changes()
        first = len(asked)
        assert read(counted).last_changes()
        assert asked[first:] == ["rev-parse", "diff"], "no more where nothing was committed"
        return asked[:first]

    few = calls()
    repository.commit(**{f"page{number}": "1" for number in range(50)})
    assert calls() == few
    assert len(few) == 5


def test_a_page_is_as_old_as_the_last_of_its_files() -> None:
    changes = {"a.md": "2022-02-02", "a.en.md": "2021-01-01"}
    assert newest(changes, ["a.md", "a.en.md"]) == "2022-02-02"
    assert newest(changes, ["a.en.md"]) == "2021-01-01"
    assert newest(changes, ["a.md", "changed-just-now.md"]) == ""


def test_a_file_came_with_its_first_commit(repository: Repository, tmp_path: Path) -> None:
    repository.git("mv", "docs/a.md", "docs/c.md")
    repository.commit("2023-03-03")
    repository.commit("2024-04-04", b="3")
    came = read(git_in(repository.docs)).first_commits()
    days = {path: date.fromtimestamp(int(seconds)).isoformat() for path, seconds in came.items()}
    assert days["b.md"] == days["é.md"] == "2021-01-01"
    assert days["c.md"] == days["new.md"] == "2023-03-03"
    shallow = ["--depth=2", f"file://{repository.root}", str(tmp_path / "shallow")]
    subprocess.run(["git", "clone", "--quiet", *shallow], check=True)
    assert read(git_in(tmp_path / "shallow" / "docs")).first_commits() == {}


def test_today_has_come_for_the_clock_the_last_commit_or_the_build(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    clock = today(History())
    assert abs((clock - date.today()).days) <= 1
    assert today(read(git_in(repository.docs))) == clock
    repository.commit("2098-01-02", a="3")
    assert today(read(git_in(repository.docs))) == date(2098, 1, 3), "it is tomorrow somewhere"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    assert today(History()) == clock
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2**35))
    assert today(History()).year == 3058

"""Whatever goes wrong: the last good site stays, the message is clear, and nothing is left behind.

Each fault happens to the real command that builds a small site, at a chosen moment.
"""

from __future__ import annotations

import ctypes
import errno
import gzip
import hashlib
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import types
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from hooks.__main__ import main
from hooks.engine import search, settings, staging
from hooks.taskforce.disk import place_and_advice, replace_text
from tests.builders import page, tiny_tree, written
from tests.fixed_site import keep_apart
from tests.small_site import environment, write_site

# Builds that are stopped, killed and starved, one after the other: minutes, for code that seldom
# changes. `make test-all` runs them.
pytestmark = pytest.mark.depth

WITH_FAULT = """
import os, resource, signal, sys
from functools import reduce
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))
signal.signal(signal.SIGINT, signal.default_int_handler)
moment, number, fault, *arguments = sys.argv[1:]
module, _, names = moment.partition(":")
*owners, name = names.split(".")
owner = reduce(getattr, owners, import_module(module))
original, calls = getattr(owner, name), []

def faulty(*values, **named):
    calls.append(1)
    if len(calls) == int(number):
        exec(fault)
    return original(*values, **named)

setattr(owner, name, faulty)
from mkdocs.__main__ import cli
cli(arguments)
"""
"""Runs MkDocs, and does something just before the nth call of one function."""

PLACE = "docs/themas/mkb.md"


@dataclass(frozen=True)
class Done:
    """How a command ended, and all that it said."""

    code: int
    said: str


class SmallSite:
    """A small site that has been built, and what may stand there."""

    def __init__(self, root: Path, temporary: Path) -> None:
        self.root = root
        self.temporary = temporary
        self.site = root / "site"
        self.names = {path.name for path in root.iterdir()}
        self.good = self.content()

    def content(self) -> Mapping[str, str]:
        """Return what is published: a digest of each file by its path."""
        return {
            path.relative_to(self.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    def edit(self, path: str = PLACE, old: str = "Gewone tekst.", new: str = "Nieuw.") -> None:
        """Change a page, so that a new site differs from the old one."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), "utf-8")

    def environment(self) -> dict[str, str]:
        return environment() | {"TMPDIR": str(self.temporary), "HOME": str(self.temporary)}

    def run(
        self,
        *command: str,
        encoding: str = "utf-8",
        variables: Mapping[str, str] = MappingProxyType({}),
        **options: Any,
    ) -> Done:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.root,
            env={**self.environment(), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding=encoding,
            check=False,
            timeout=60,
            **options,
        )
        return Done(done.returncode, done.stdout)

    def build(self, **options: Any) -> Done:
        return self.run("-m", "mkdocs", "build", "--strict", "--quiet", **options)

    def build_with(self, fault: str, moment: str, number: int = 1) -> Done:
        """Build, and let something happen just before the nth call of a function."""
        arguments = ["build", "--strict", "--quiet"]
        return self.run("-c", WITH_FAULT, moment, str(number), fault, *arguments)

    def assert_nothing_left(self) -> None:
        assert {path.name for path in self.root.iterdir()} == self.names
        assert list(self.temporary.iterdir()) == []

    def assert_unharmed(self, done: Done, *said: str) -> None:
        """The build failed and said so; the last good site stands, and nothing beside it."""
        assert done.code == 1, done.said
        assert "Traceback" not in done.said, done.said
        for words in said:
            assert words in done.said, done.said
        assert self.content() == self.good
        self.assert_nothing_left()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_site(tmp_path_factory.mktemp("built") / "root", tiny_tree())
    keep_apart(root)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0
    return root


@pytest.fixture
def small(built: Path) -> Iterator[SmallSite]:
    # Not in pytest's own directory, which other users may not enter.
    with tempfile.TemporaryDirectory(prefix="faults_") as directory:
        place = Path(directory)
        place.chmod(0o755)
        (place / "temporary").mkdir()
        shutil.copytree(built, place / "root")
        yield SmallSite(place / "root", place / "temporary")


# Stopped half-way

STARTING = "hooks.taskforce.loading:load_files", 1
WRITING = "mkdocs.commands.build:_build_page", 9
SEARCHING = "hooks.engine.search:run_pagefind", 1
BETWEEN_THE_RENAMES = "pathlib:Path.rename", 2
AFTER_THE_RENAMES = "hooks.engine.staging:Staging.abandon", 1
MOMENTS = {
    "starting": STARTING,
    "writing": WRITING,
    "searching": SEARCHING,
    "between the renames": BETWEEN_THE_RENAMES,
    "after the renames": AFTER_THE_RENAMES,
}


@pytest.mark.parametrize(
    ("sent", "moment"),
    [
        *((signal.SIGINT, moment) for moment in MOMENTS.values()),
        (signal.SIGTERM, WRITING),
        (signal.SIGTERM, BETWEEN_THE_RENAMES),
    ],
)
def test_a_build_that_is_stopped_leaves_one_whole_site(
    sent: signal.Signals, moment: tuple[str, int], small: SmallSite
) -> None:
    small.edit()
    done = small.build_with(f"os.kill(os.getpid(), {int(sent)})", *moment)
    assert done.code == 1, done.said
    assert done.said.strip() == "Aborted!"
    assert (small.content() == small.good) == (moment != AFTER_THE_RENAMES)
    assert len(small.content()) == len(small.good)
    small.assert_nothing_left()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_what_a_killed_build_leaves_is_put_right_by_the_next(
    moment: tuple[str, int], small: SmallSite
) -> None:
    small.edit()
    done = small.build_with("os.kill(os.getpid(), signal.SIGKILL)", *moment)
    assert done.code == -signal.SIGKILL
    if moment == BETWEEN_THE_RENAMES:
        assert not small.site.exists()
    else:
        assert (small.content() == small.good) == (moment != AFTER_THE_RENAMES)
    # Also when the next one finds a mistake.
    small.edit(old="title: MKB", new="titel: MKB")
    done = small.build()
    assert done.code == 1
    assert f"{PLACE}:2:1: titel: " in done.said
    assert (small.content() == small.good) == (moment != AFTER_THE_RENAMES)
    small.assert_nothing_left()


def test_a_hidden_file_in_the_site_outlives_a_killed_build(small: SmallSite) -> None:
    (small.site / ".git").write_text("kept", "utf-8")
    small.build_with("os.kill(os.getpid(), signal.SIGKILL)", *AFTER_THE_RENAMES)
    assert not (small.site / ".git").exists()
    assert small.build().code == 0
    assert (small.site / ".git").read_text("utf-8") == "kept"
    small.assert_nothing_left()


# A disk that is full, or closed

FULL = "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (STARTING, "/site: "),
        (WRITING, "/site: "),
        (SEARCHING, "(Pagefind): "),
        (("hooks.engine.policy:write", 1), "/site: "),
    ],
    ids=["starting", "writing", "searching", "ending"],
)
def test_a_full_disk_leaves_the_last_good_site(
    moment: tuple[str, int], said: str, small: SmallSite
) -> None:
    small.edit()
    done = small.build_with(FULL, *moment)
    small.assert_unharmed(done, said, "de schijf is vol", "the disk is full; make room")
    assert "/.site-new" not in done.said, "no name that only we understand"


@pytest.mark.parametrize("size", [0, 2, 30, 60])
def test_an_index_that_was_written_in_part_is_noticed(size: int, tmp_path: Path) -> None:
    """Pagefind 1.5.2 does not notice a full disk, and then ends with 0."""
    index = tmp_path / "nl.pf_index"
    whole = gzip.compress(os.urandom(60))
    index.write_bytes(whole)
    assert search.is_whole(index)
    index.write_bytes(whole[:size])
    assert not search.is_whole(index)


def without_privileges() -> None:
    """Take from root what lets it open everything; anybody else has not got it."""
    bounding_set_drop, override, read_search = 24, 1, 2  # linux/prctl.h and linux/capability.h
    for capability in (override, read_search):
        if os.geteuid() == 0 and ctypes.CDLL(None).prctl(bounding_set_drop, capability, 0, 0, 0):
            os._exit(99)


@pytest.mark.parametrize(
    ("path", "mode", "said"),
    [
        ("site", 0o555, ("/site: dit mag niet", "this may not be read or changed; give")),
        (".", 0o555, ("/root: dit mag niet", "this may not be read or changed; give")),
        (PLACE, 0o000, (f"{PLACE}:1:1: -: ", "cannot be read; check", "[unreadable-file]")),
        ("docs/themas", 0o000, ("docs/themas:1:1: -: ", "[unreadable-file]")),
    ],
    ids=["site", "tree", "page", "folder"],
)
def test_what_is_closed_is_told_by_name(
    path: str, mode: int, said: Sequence[str], small: SmallSite
) -> None:
    closed = small.root / path
    before = closed.stat().st_mode
    closed.chmod(mode)
    done = small.build(preexec_fn=without_privileges)
    closed.chmod(before)
    small.assert_unharmed(done, *said)


@pytest.mark.parametrize("moment", [WRITING, SEARCHING], ids=["writing", "searching"])
def test_a_build_beside_another_is_refused_and_harms_neither(
    moment: tuple[str, int], small: SmallSite
) -> None:
    small.edit()
    another = "import subprocess; subprocess.run([sys.executable, '-m', 'mkdocs', *arguments])"
    done = small.build_with(another, *moment)
    assert done.code == 0, done.said
    assert f"{small.site}: een andere build" in done.said
    assert "another build is making this site; wait" in done.said
    assert len(small.content()) == len(small.good)
    assert small.content() != small.good
    small.assert_nothing_left()


def config_of(site: Path) -> Any:
    return types.SimpleNamespace(site_dir=str(site), strict=False)


def test_a_file_where_the_site_goes_is_told_before_the_build(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(Abort, match=r"dit is een bestand.*this is a file.*--site-dir"):
        staging.begin(config_of(tmp_path / "site"))
    assert (tmp_path / "site").read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_is_hidden_stays_in_the_site_but_for_what_a_build_makes(tmp_path: Path) -> None:
    for name in (".git", ".well-known"):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "of-before").touch()
    config = config_of(tmp_path / "site")
    staged = staging.begin(config)
    assert staged is not None
    (staged.directory / "index.html").touch()
    staged.finish(config)
    assert {path.name for path in (tmp_path / "site").iterdir()} == {".git", "index.html"}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_disk_that_is_mounted_there_is_filled(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only an administrator can mount; the system then answers a rename like this."""
    (tmp_path / "site" / ".well-known").mkdir(parents=True)
    (tmp_path / "site" / "old.html").touch()
    (tmp_path / "site" / ".git").touch()
    config = config_of(tmp_path / "site")
    staged = staging.begin(config)
    assert staged is not None
    (staged.directory / "new").mkdir()
    (staged.directory / "new" / "index.html").touch()

    def mounted(path: Path, target: Path) -> Path:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "rename", mounted)
    staged.finish(config)
    assert {path.name for path in (tmp_path / "site").rglob("*")} == {".git", "new", "index.html"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_stops_no_build(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", locked)
    config = config_of(tmp_path / "site")
    staged = staging.begin(config)
    assert staged is not None
    (staged.directory / "index.html").touch()
    staged.finish(config)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]


def test_a_site_that_stands_elsewhere_is_replaced_there(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "old.html").touch()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    config = config_of(tmp_path / "site")
    staged = staging.begin(config)
    assert staged is not None
    (staged.directory / "new.html").touch()
    staged.finish(config)
    assert (tmp_path / "site").is_symlink()
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["new.html"]
    assert {path.name for path in tmp_path.iterdir()} == {"site", "elsewhere"}


# What the command is told


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", "https://example.org/standing/"),
        (" ", "https://example.org/standing/"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/taskforce", "https://example.org/taskforce/"),
        ("https://EXAMPLE.org/taskforce//", "https://EXAMPLE.org/taskforce/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("http://[::1]:8000/a~b", "http://[::1]:8000/a~b/"),
    ],
)
def test_the_site_stands_where_the_environment_says(given: str, address: str) -> None:
    assert settings.site_address(given, "https://example.org/standing") == address


@pytest.mark.parametrize(
    "given",
    [
        "example.org",
        "/taskforce/",
        "ftp://example.org/",
        "https://",
        "https:///taskforce/",
        "https://example.org/?a=b",
        "https://example.org/#a",
        "https://me:secret@example.org/",
        'https://example.org/"><script>',
        "https://example.org/a b",
        "https://münchen.example/",
    ],
)
def test_what_is_no_address_of_a_site_is_told_in_both_languages(given: str) -> None:
    with pytest.raises(Abort, match=r"^SITE_URL is ‘.*geen adres.* / SITE_URL is ‘.*no address"):
        settings.site_address(given, "https://example.org/")


@pytest.mark.parametrize("given", ["", "1.5", "99999999999999"])
def test_what_is_no_moment_is_told_in_both_languages(given: str) -> None:
    with pytest.raises(Abort, match=rf"^SOURCE_DATE_EPOCH is ‘{given}’. Schrijf .*’. Write "):
        settings.refuse_no_moment(given)


def test_what_is_no_moment_is_told_before_the_build(small: SmallSite) -> None:
    small.edit()
    done = small.build(variables={"SOURCE_DATE_EPOCH": "abc"})
    small.assert_unharmed(done, "SOURCE_DATE_EPOCH is ‘abc’. Schrijf een aantal seconden")


def test_addresses_that_are_no_folders_are_refused_before_the_build(small: SmallSite) -> None:
    done = small.run("-m", "mkdocs", "build", "--no-directory-urls")
    small.assert_unharmed(done, "niet met --no-directory-urls", "cannot be built with")


def test_a_warning_stops_a_strict_build_also_where_it_is_quiet(small: SmallSite) -> None:
    small.edit()
    warning = "import logging; logging.getLogger('mkdocs.some').warning('Łódź is not right')"
    done = small.build_with(warning, *WRITING)
    small.assert_unharmed(done, "WARNING -  Łódź is not right", "1 warnings in strict mode")


def test_a_history_that_git_does_not_read_stops_a_strict_build(small: SmallSite) -> None:
    (small.root / ".git").write_text("gitdir: /nowhere\n", "utf-8")
    small.names.add(".git")
    small.edit()
    small.assert_unharmed(small.build(), "git does not read the history of this folder. ")


@pytest.mark.parametrize("command", [("mkdocs", "build"), ("hooks", "check")])
def test_a_terminal_without_some_letter_shows_a_sign(
    command: tuple[str, ...], small: SmallSite
) -> None:
    small.edit(old="title: MKB", new="title: MKB\nŁódź 🚲: 1")
    done = small.run("-m", *command, encoding="cp1252", variables={"PYTHONIOENCODING": "cp1252"})
    small.assert_unharmed(done, f"{PLACE}:3:1: ?ód? ?: ")


# Files that are lost, or should not be there


@pytest.mark.parametrize(
    ("path", "moment"),
    [
        ("docs/organisaties/zwolle.md", "mkdocs.commands.build:get_navigation"),
        ("docs/beeld.svg", "mkdocs.structure.files:Files.copy_static_files"),
    ],
)
def test_a_file_that_vanishes_during_a_build_is_told(
    path: str, moment: str, small: SmallSite
) -> None:
    (small.root / "docs/beeld.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    done = small.build_with(f"os.remove({path!r})", moment)
    small.assert_unharmed(done, path, "er niet (meer); kijk de naam na", "put it back")


def test_all_odd_files_are_told_in_one_go(small: SmallSite) -> None:
    docs = small.root / "docs"
    good = page("title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n")
    (docs / "buiten.md").symlink_to("/etc/hostname")
    (docs / "map").symlink_to("/etc", target_is_directory=True)
    os.mkfifo(docs / "pijp.md")
    (docs / "pagina.md").mkdir()
    (docs / "pagina.md" / "los.md").write_text(good, "utf-8")
    (docs / "latin.md").write_bytes(good.replace("Een", "Eén").encode("latin-1"))
    (docs / "windows.md").write_bytes(good.replace("\n", "\r\n").encode())
    (docs / "themas" / "Mkb.md").write_text(good, "utf-8")
    (docs / "assets" / "ofl.txt").write_text("a", "utf-8")
    (docs / "assets" / "OFL.txt").write_text("b", "utf-8")
    (docs / "groot.md").write_text(good + "tekst " * 850_000, "utf-8")
    start = time.monotonic()
    done = small.build()
    assert time.monotonic() - start < 20
    expected = [
        "docs/buiten.md:1:1: -: dit is een symbolische koppeling",
        "docs/map:1:1: -: dit is een symbolische koppeling",
        "docs/pijp.md:1:1: -: dit bestand kan niet worden gelezen",
        "docs/pagina.md/los.md:1:1: -: een bestand kan niet ‘pagina.md/los.md’ heten",
        "docs/latin.md:3:11: -: deze regel bevat tekens die geen UTF-8 zijn",
        "docs/windows.md:1:4: -: het bestand heeft regeleinden van Windows",
        "docs/themas/Mkb.md:1:1: -: dit bestand geeft hetzelfde webadres als ‘docs/themas/mkb.md’",
        "docs/assets/OFL.txt:1:1: -: dit bestand geeft hetzelfde webadres als ‘docs/assets/ofl.txt",
        "docs/groot.md:1:1: -: dit bestand is 5100 kB; hooguit 300 kB mag; verdeel de tekst",
    ]
    small.assert_unharmed(done, *expected)
    told = {line.split(":")[0] for line in done.said.splitlines() if line.startswith("docs/")}
    assert told == {line.split(":")[0] for line in expected}


def test_a_link_in_other_capitals_is_wrong_on_every_computer(small: SmallSite) -> None:
    """The check looks in a list, not on a disk that may take no notice of capitals."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    (small.root / "docs/themas/beeld.svg").write_text(picture, "utf-8")
    pages = "[x](Mkb.md) [x](../Themas/mkb.md)"
    small.edit("docs/themas/human-capital.md", new=pages)
    small.assert_unharmed(small.build(), "‘Mkb.md’", "‘../Themas/mkb.md’", "[broken-link]")
    links = "![x](Beeld.svg) [x](mkb.md#Geld-voor-advies)"
    small.edit("docs/themas/human-capital.md", old=pages, new=links)
    small.edit(new="## Geld voor advies\n")
    small.edit("docs/themas/mkb.en.md", "Plain text.", "## Heading {#geld-voor-advies}\n")
    said = ("‘Beeld.svg’", "[missing-file]", "‘mkb.md#Geld-voor-advies’", "[missing-heading]")
    small.assert_unharmed(small.build(), *said)
    small.edit("docs/themas/human-capital.md", old=links, new=links.lower())
    assert small.run("-m", "mkdocs", "build", "--strict").code == 0


def test_500_problems_are_told_one_by_one(small: SmallSite) -> None:
    text = page(
        "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n",
        "".join(f"<b>{n}\n\n" for n in range(500)),
    )
    (small.root / "docs/los.md").write_text(text, "utf-8")
    done = small.build()
    small.assert_unharmed(done, "500 problemen in 1 bestand;", "500 problems in 1 file;")
    lines = [line for line in done.said.splitlines() if line.startswith("docs/los.md:")]
    assert len(set(lines)) == len(lines) == 500
    assert lines[-1].startswith("docs/los.md:1004:1: text: ")
    counts: Mapping[str, Callable[[str], int]] = {
        "github": lambda said: said.count("::error file=docs/los.md,line="),
        "json": lambda said: len(json.loads(said)),
    }
    for form, count in counts.items():
        assert count(small.run("-m", "hooks", "check", "--format", form).said) == 500


# The preview


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def eventually(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until the condition holds; a server takes its time to see a change and to build."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def test_the_preview_begins_with_a_mistake_and_goes_on_after_others(small: SmallSite) -> None:
    docs, port = small.root / "docs", free_port()
    (docs / "los.md").write_text("titel: Los\n", "utf-8")
    everything = "title: Alles\nsummary: Alles wat op deze site staat, op één pagina.\n"
    (docs / "over").mkdir()
    (docs / "over/alles.md").write_text(page(f"{everything}overview: everything\n"), "utf-8")
    address = f"http://127.0.0.1:{port}/taskforce"

    def fetch(path: str) -> str:
        try:
            with urllib.request.urlopen(f"{address}{path}", timeout=10) as response:
                return str(response.read().decode())
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()}"
        except OSError:
            return ""

    log = small.root.parent / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=small.root,
            env=small.environment(),
            stdout=output,
            stderr=output,
        )
    try:
        eventually(lambda: "docs/los.md:1:1: " in fetch("/los/"))
        loose = "title: Los\nsummary: Een pagina waarop niets bijzonders staat.\n"
        link = "Gewone tekst, en [de pdf](over/alles.pdf), die de preview niet maakt.\n"
        (docs / "los.md").write_text(page(loose, link), "utf-8")
        eventually(lambda: "Gewone tekst" in fetch("/los/"))
        assert "preview-panel" not in fetch("/los/")
        template = small.root / "overrides/main.html"
        good = template.read_text("utf-8")
        template.write_text(good + "{% mistake %}", "utf-8")
        eventually(lambda: "Encountered unknown tag" in fetch("/los/"))
        assert "Gewone tekst" in fetch("/los/")
        template.write_text(good, "utf-8")
        eventually(lambda: "preview-panel" not in fetch("/los/"))
        (docs / "los.md").unlink()
        eventually(lambda: fetch("/los/").startswith("404 "))
        vng = docs / "organisaties/vng.md"
        text = vng.read_text("utf-8")
        vng.unlink()
        eventually(lambda: "docs/themas/mkb.md:5:12: partners.1" in fetch("/themas/mkb/"))
        assert "Gewone tekst" in fetch("/themas/mkb/")
        vng.write_text(text, "utf-8")
        eventually(lambda: "partners.1" not in fetch("/themas/mkb/"))
        assert "Gewone tekst" in fetch("/organisaties/vng/")
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert "Traceback" not in log.read_text("utf-8")
    assert list(small.temporary.iterdir()) == []


# The command line


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def test_a_full_disk_leaves_a_translation_as_it_was(small: SmallSite) -> None:
    english = small.root / "docs/themas/mkb.en.md"
    before = english.read_bytes()
    update = ["-m", "hooks", "translations", "--update", "docs/themas/mkb.en.md"]
    done = small.run(*update, preexec_fn=limited)
    assert done.code == 2
    assert done.said.startswith("docs/themas/mkb.en.md: de schijf is vol; maak ruimte"), done.said
    assert english.read_bytes() == before
    assert [path.name for path in english.parent.glob(".*")] == []
    small.edit()
    english.chmod(0o640)
    assert small.run(*update).code == 0
    assert english.read_bytes() != before
    assert english.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_no_half_export(small: SmallSite) -> None:
    done = small.run("-m", "hooks", "export", "made/export", preexec_fn=limited)
    assert done.code == 2
    assert "/assets/" in done.said
    assert "the disk is full; make room and try again" in done.said
    assert "Traceback" not in done.said
    assert not (small.root / "made/export").exists()


STOPPED = """
import os, runpy, signal, sys

sys.path.insert(0, os.getcwd())
from hooks.engine import content

signal.signal(signal.SIGINT, signal.default_int_handler)
content.load_files = lambda *_: os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["hooks", "check"]
runpy.run_module("hooks", run_name="__main__")
"""


def test_a_command_that_is_stopped_says_nothing(small: SmallSite) -> None:
    assert small.run("-c", STOPPED) == Done(130, "")


@pytest.mark.parametrize("place", ["docs/made", "docs/themas/made"])
def test_an_export_among_the_pages_is_refused(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = written(tiny_tree(), tmp_path)
    assert main(["--docs", str(docs), "export", str(tmp_path / place)]) == 2
    assert "made: dit staat tussen de pagina's; kies" in capsys.readouterr().err
    assert not (tmp_path / place).exists()


def test_with_a_problem_nothing_is_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written({"index.md": "title: Los\n"}, tmp_path)
    assert main(["--docs", str(tmp_path / "docs"), "export", str(tmp_path / "made")]) == 1
    assert "docs/index.md:1:1: " in capsys.readouterr().out
    assert not (tmp_path / "made").exists()


def test_docs_that_are_gone_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--docs", str(tmp_path / "weg"), "check"]) == 2
    assert "deze map is er niet" in capsys.readouterr().err


def test_what_has_no_advice_is_told_in_the_words_of_the_system(tmp_path: Path) -> None:
    error = OSError(errno.EIO, os.strerror(errno.EIO))
    place, said = place_and_advice(error, tmp_path)
    assert (place, said.nl) == (str(tmp_path), os.strerror(errno.EIO))
    with pytest.raises(FileNotFoundError, match=r"weg/los\.md"):
        replace_text(tmp_path / "weg/los.md", "x")

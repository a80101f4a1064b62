"""Each site is built once, for all workers (pytest-xdist), and looked at with one browser each.

Behaviour is tested on the fixed site (tests/fixed_site.py); the real site only for what holds
whatever its content.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from hooks.taskforce.catalogue import Catalogue
from tests.changed_site import write_changed_site
from tests.content.built import Built
from tests.content.changes import CHANGES
from tests.fixed_site import DOCS as FIXED_DOCS
from tests.fixed_site import fixed_catalogue as fixed_site_catalogue
from tests.fixed_site import write_fixed_site
from tests.pages import ADDRESS
from tests.pages import PREFIX as PREFIX
from tests.pages import Pages as Pages

# No time limits: a busy machine is no defect. `make test` tries few examples, the same ones each
# time; `make test-all` tries many (--hypothesis-profile=depth), on CI the same ones each time.
settings.register_profile(
    "site",
    deadline=None,
    derandomize=True,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "depth", settings.get_profile("site"), derandomize="CI" in os.environ, max_examples=400
)
settings.load_profile("site")

LONGEST = ("test_browser_tour.py", "test_search_interface.py", "test_content.py")
"""The files that take a worker longest: begun first, they are not what all others wait for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first; all else stays in order."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


ROOT = Path(__file__).parent.parent

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
"""Keep Chromium from looking for hosts of its own, and let it run as root in a container."""

ALONE = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""Keep pages from finding any host but this machine, too."""


def build(
    root: Path,
    target: Path,
    site_url: str = ADDRESS,
    *,
    with_drafts: bool = False,
    generator: str = "mkdocs",
) -> subprocess.CompletedProcess[str]:
    """Build the site whose mkdocs.yml stands in `root`, as strictly as CI does."""
    drafts = {"DRAFTS": str(with_drafts).lower()}
    return subprocess.run(
        # Not --quiet: MkDocs then counts no warnings, and --strict means nothing.
        [sys.executable, "-m", generator, "build", "--strict", "--site-dir", target],
        cwd=root,
        env=os.environ | drafts | {"SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first worker to ask for it makes, and that all workers share.

    A session is that of one worker: a session fixture by itself would be made by each of them.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    done = folder.with_suffix(".done")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a worker that failed to make it
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def _build(root: Path, target: Path) -> None:
    done = build(root, target)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it stands, built once."""
    made = made_once(tmp_path_factory, "real", lambda folder: _build(ROOT, folder / "site"))
    return made / "site"


@pytest.fixture(scope="session")
def changed_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site with all correct changes, and what is built of it."""

    def make(root: Path) -> None:
        _build(write_changed_site(root, ROOT / "docs", CHANGES), root / "site")

    return made_once(tmp_path_factory, "changed", make)


@pytest.fixture(scope="session")
def fixed_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the fixed site: its docs/, mkdocs.yml, history, and what is built of it."""
    return made_once(
        tmp_path_factory, "fixed", lambda root: _build(write_fixed_site(root), root / "site")
    )


@pytest.fixture(scope="session")
def fixed_site(fixed_root: Path) -> Path:
    """The fixed site, built once."""
    return fixed_root / "site"


@pytest.fixture(scope="session")
def fixed_catalogue() -> Catalogue:
    """What the pages of the fixed site say."""
    return fixed_site_catalogue()


@pytest.fixture(scope="session")
def real_built(changed_root: Path) -> Built:
    """The real site, with all correct changes, to be judged."""
    return Built(changed_root / "site", changed_root / "docs")


@pytest.fixture(scope="session")
def fixed_pages(fixed_site: Path) -> Pages:
    """The pages of the fixed site."""
    return Pages(fixed_site)


@pytest.fixture(scope="session")
def fixed_built(fixed_site: Path) -> Built:
    """The fixed site, to be judged."""
    return Built(fixed_site, FIXED_DOCS)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site below a path with its own 404 page, as GitHub Pages does."""

    prefix = PREFIX
    more: Mapping[str, str] = {}

    def handle(self) -> None:
        # A browser may hang up whenever it likes.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "outside-the-site")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        for name, value in {**self.more, "Cache-Control": "max-age=600"}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Be quiet."""


@contextlib.contextmanager
def listening(handler: Callable[..., SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Have requests answered on this machine; yield the address, without a path."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def serving(
    site: Path, prefix: str = PREFIX, headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serve a built site on this machine, under the path of a project; yield its address.

    Args:
        site: The folder, which need not be there yet.
        prefix: The path.
        headers: What is sent with every file besides.
    """
    below = type("_Below", (_Handler,), {"prefix": prefix, "more": headers or {}})
    with listening(functools.partial(below, directory=str(site))) as address:
        yield f"{address}{prefix}"


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address of the real site on this machine."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def served_fixed_site(fixed_site: Path) -> Iterator[str]:
    """The address of the fixed site on this machine."""
    with serving(fixed_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the session; CHROMIUM says where it is (`.ci/browser chromium` finds it)."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).is_file():
        pytest.fail(f"no Chromium at {path}: run `make test`, or set CHROMIUM", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ALONE)
        yield browser
        browser.close()

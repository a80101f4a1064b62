"""The map of the house is true: every module is on it, and imports run one way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tests.conftest import ROOT

HOOKS = ROOT / "hooks"
LINK = re.compile(r"\]\(([^)#:]+)\)")
OUTSIDE = ("mkdocs", "mkdocs_static_i18n", "material", "hooks.engine", "hooks.events")
"""What the domain knows nothing of."""


def modules() -> dict[str, Path]:
    """Return every module of the hooks by its full name, packages too."""
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(HOOKS.rglob("*.py"))
    }


def imported(name: str, file: Path) -> Iterator[str]:
    """Yield all that a module imports, each name of it too."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: -node.level + 1 or None] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def targets(page: Path) -> set[Path]:
    """Return the files and folders that a page links to."""
    text = page.read_text(encoding="utf-8")
    return {(page.parent / target).resolve() for target in LINK.findall(text)}


def test_every_link_of_the_map_leads_somewhere() -> None:
    linked = targets(HOOKS / "README.md")
    assert len(linked) > 100
    assert [target for target in linked if not target.exists()] == []


def test_every_module_is_on_the_map_or_in_a_package_that_is() -> None:
    shown = targets(HOOKS / "README.md")
    missing = [
        str(file.relative_to(ROOT))
        for file in modules().values()
        if file not in shown
        and file.with_name("__init__.py") not in shown
        and ast.parse(file.read_text(encoding="utf-8")).body[1:]  # more than its docstring
    ]
    assert missing == []


def test_no_module_needs_one_that_needs_it() -> None:
    known = modules()
    graph = {name: set(imported(name, file)) & known.keys() for name, file in known.items()}
    assert len(graph) > 100
    TopologicalSorter({name: needs - {name} for name, needs in graph.items()}).prepare()


def test_no_room_of_the_domain_needs_one_that_needs_it() -> None:
    """Rooms (packages, modules beside them) can do so where no module needs itself."""

    def room(name: str) -> str:
        return ".".join(name.split(".")[:3])

    known = {name: file for name, file in modules().items() if name.count(".") > 1}
    graph: dict[str, set[str]] = {room(name): set() for name in known}
    for name, file in known.items():
        needs = {room(other) for other in imported(name, file) if other in known}
        graph[room(name)] |= needs - {room(name)}
    assert len(graph) > 50
    TopologicalSorter(graph).prepare()


def test_the_domain_knows_nothing_of_mkdocs() -> None:
    domain = {name: file for name, file in modules().items() if name.startswith("hooks.taskforce")}
    assert len(domain) > 100
    strange = [
        f"{name}: {other}"
        for name, file in domain.items()
        for other in imported(name, file)
        if any(other == outside or other.startswith(f"{outside}.") for outside in OUTSIDE)
    ]
    assert strange == []

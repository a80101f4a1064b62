"""The site that a page is meant for: what it can name there, and what the check would say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..former_addresses import claims
from ..guessing import surely_named_so
from ..known import known_from, titles_of
from ..languages import SOURCE_LANGUAGE
from ..naming import PageFile
from ..pairing import paired
from ..problems import Problem
from ..reading import Files
from ..values import Known


@dataclass(frozen=True)
class Site:
    """The files of a site, as they are before anything is added.

    Attributes:
        files: Those files.
        check: Returns what is wrong with files. (It is handed in: the check reads the templates,
            which show what is written here.)
        today: What lies after this day has yet to come.
    """

    files: Files
    check: Callable[[Files], Iterable[Problem]]
    today: date | None = None

    @cached_property
    def pages(self) -> Mapping[str, PageFile]:
        """The Dutch pages, by their paths below docs/."""
        return {
            page.name: page
            for page in paired(self.files).files
            if page.language == SOURCE_LANGUAGE and page.document.readable
        }

    @cached_property
    def known(self) -> Known:
        """What a page can refer to."""
        return known_from(self.pages.values(), (), self.files.root, self.today)[0]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What people call a page (title, slug, address, path), with its path below docs/."""
        addresses = {page.address: name for name, page in self.pages.items()}
        return addresses | titles_of(self.pages.values())

    def with_slug(self, slug: str) -> list[str]:
        """Return the paths below docs/ of the pages with a slug; each kind may have one."""
        return [path for path, page in self.pages.items() if page.slug == slug]

    def page_called(self, name: str) -> str | None:
        """Return the path below docs/ of the one page that has a name for certain."""
        if len(self.with_slug(name)) > 1:
            return None
        if path := surely_named_so(name, self.names):
            return path
        address = f"/{name.partition('#')[0].strip('/')}"
        for path, page in self.pages.items():
            ends = filter(None, (path, page.address.strip("/")))
            if any(address.endswith(f"/{end}") for end in ends):
                return path
        return None

    def has(self, path: str) -> bool:
        """Return whether a file is there."""
        return path in self.files.contents or path in self.files.others

    def found_at(self, path: str) -> str | None:
        """Return the file that is there, or else the page to which readers are sent on from there.

        None where a page of that path would be the first.
        """
        return path if self.has(path) else self._sent_on.get(path.removesuffix(".md"))

    @cached_property
    def _sent_on(self) -> Mapping[str, str]:
        return {claim.name: claim.file.name for claim in claims(self.pages.values())}

    def text(self, path: str) -> str:
        """Return what stands in a page."""
        return self.files.contents[path].decode("utf-8", "replace")

    @cached_property
    def _problems(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(_same, self.check(self.files)))

    def problems_with(self, changes: Mapping[str, str]) -> tuple[Problem, ...]:
        """Return what the check says of changed or added pages, and did not say without them."""
        contents = {path: text.encode() for path, text in changes.items()}
        changed = replace(self.files, contents={**self.files.contents, **contents})
        return tuple(
            problem for problem in self.check(changed) if _same(problem) not in self._problems
        )


def _same(problem: Problem) -> tuple[str, ...]:
    """Return what stays the same of a problem when lines are added above it."""
    return (problem.place.path, problem.field, problem.rule, problem.message.nl)

"""Small repositories with a history, made in a moment."""

from __future__ import annotations

from pathlib import Path

from tests.fixed_site import git


class Repository:
    """A repository whose docs/ has been committed, changed, branched and merged."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.docs.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2021-01-01") -> None:
        git(self.root, *arguments, day=day)

    def write(self, **files: str) -> None:
        """Write files below docs/; `a__en` is `a.en.md`, and an empty text removes."""
        for name, text in files.items():
            path = self.docs / f"{name.replace('__', '.')}.md"
            if text:
                path.write_text(text, encoding="utf-8")
            else:
                path.unlink()

    def commit(self, day: str = "2021-01-01", **files: str) -> None:
        """Write files and commit everything."""
        self.write(**files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x", day=day)

    def branch(self, name: str, start: str = "HEAD") -> None:
        """Begin a branch, and go on there."""
        self.git("checkout", "--quiet", "-b", name, start)

    def merge(self, name: str, day: str = "2021-01-01", **settled: str) -> None:
        """Merge a branch into main; `settled` is what files become where both changed them."""
        self.git("checkout", "--quiet", "main")
        strategy = ["--strategy=ours", "--no-commit"] if settled else []
        self.git("merge", "--quiet", "--no-ff", "--message=m", *strategy, name, day=day)
        if settled:
            self.commit(day, **settled)

"""What an editor's own program reads: a snippet and a JSON Schema of each kind of page.

VS Code completes snippets in any Markdown file. Of its extensions none that is kept well reads
front-matter by a schema (redhat-developer/vscode-yaml, issue 207, open since 2019); the settings
name the schemas for one that does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..kinds import KINDS
from ..languages import SOURCE_LANGUAGE, TRANSLATIONS, Language, Text
from ..model import Translation
from ..parts import Record
from ..values import Known
from .answers import Typed, complete, field_values
from .examples import example
from .forms import GENERATED
from .questions import Question, missing, questions
from .skeleton import page, skeleton

_FOLDER = ".vscode"
_TRANSLATION = Text(nl="Vertaling ({language})", en="Translation ({language})")
_TOKEN = re.compile(r"TABSTOP(\d+)X")


def editor_files() -> dict[str, str]:
    """Return the files that are made, by their paths in the project."""
    schemas, places = {}, {}
    for kind in KINDS:
        folder = kind.collection.folder
        path = f"{_FOLDER}/schemas/{folder}.json"
        schemas[path] = _json(schema(kind.record, SOURCE_LANGUAGE))
        places[path] = [f"docs/{folder}/*.md", f"!docs/{folder}/index*.md", "!docs/**/*.*.md"]
    for language in TRANSLATIONS:
        path = f"{_FOLDER}/schemas/{language}.json"
        schemas[path] = _json(schema(Translation, SOURCE_LANGUAGE))
        places[path] = [f"docs/**/*.{language}.md"]
    settings = {
        "[markdown]": {"editor.quickSuggestions": {"other": "on"}, "editor.wordWrap": "on"},
        "yaml.schemas": places,
    }
    return schemas | {
        f"{_FOLDER}/settings.json": _with_comment(settings),
        f"{_FOLDER}/pages.code-snippets": _with_comment(dict(_snippets())),
    }


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _with_comment(value: Mapping[str, Any]) -> str:
    return f"// {GENERATED}\n{_json(value)}"


# --- snippets -------------------------------------------------------------------------------


def _snippets() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in KINDS:
        label = kind.collection.label.in_language(SOURCE_LANGUAGE)
        yield label, _snippet(kind.record, SOURCE_LANGUAGE, label)
    for language in TRANSLATIONS:
        label = _TRANSLATION.format(language=language).in_language(SOURCE_LANGUAGE)
        yield label, _snippet(Translation, language, f"vertaling-{language}")


def _snippet(record: type[Record], language: Language, prefix: str) -> dict[str, Any]:
    asked = missing(questions(record), {})
    answers = {question.name: f"TABSTOP{number}X" for number, question in enumerate(asked, 1)}
    values = field_values(record, complete(record, answers, Known()))
    lines = skeleton(record, values, example(record, Known(), language), language)
    escaped = re.sub(r"[\\$}]", r"\\\g<0>", page(lines))
    body = _TOKEN.sub(
        lambda match: _tab_stop(asked[int(match[1]) - 1], match[1], language), escaped
    )
    return {"scope": "markdown", "prefix": prefix, "body": [*body.splitlines(), "", "$0"]}


def _tab_stop(question: Question, number: str, language: Language) -> str:
    """Return a place to fill in, by VS Code's syntax of snippets."""
    if words := question.type.words:
        return f"${{{number}|{','.join(word.value for word in words)}|}}"
    label = re.sub(r"[\\$}]", "", question.label.in_language(language))
    return f"${{{number}:{label}}}"


# --- schemas --------------------------------------------------------------------------------


def schema(record: type[Record], language: Language) -> dict[str, Any]:
    """Return the JSON Schema of the fields of a page, with all that it says in one language."""
    whole: dict[str, Any] = _in_language(record.model_json_schema(), language)
    for name, value in example(record, Known(), language).items():
        whole["properties"][name]["examples"] = [_plain(value)]
    return {"$comment": GENERATED, **whole}


def _plain(value: object) -> object:
    """Return a value with numbers and truths as JSON has them."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Typed):
        return {"true": True, "1": 1}.get(str(value), str(value))
    return value


def _in_language(part: Any, language: Language) -> Any:
    if isinstance(part, list):
        return [_in_language(item, language) for item in part]
    if not isinstance(part, dict):
        return part
    labels = part.get("x-labels", {})
    own = part | part.get(f"x-{language}", {})
    if labels:
        own["enumDescriptions"] = [labels[word].get(language, word) for word in own["enum"]]
    return {
        name: _in_language(value, language)
        for name, value in own.items()
        if not name.startswith("x-")
    }

"""What changed in the fields of a page, in the words in which readers see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..catalogue import Catalogue, Entity
from ..dates import PartialDate
from ..field_types import FieldType, field_types
from ..labels import labels
from ..languages import LANGUAGES, SOURCE_LANGUAGE, Text, language_name
from ..model import Page
from ..parts import Localised, field_label
from ..values import SlugOf
from ..vocabulary import Word
from .report import FactChange

_YES, _NO = labels()["answer_yes"], labels()["answer_no"]
_BETWEEN = " · "
_MOST, _LONGEST = 20, 300
"""Values of a field that are told, and the signs of each."""

Side = tuple[Entity[Any], Catalogue]
"""A page, in the catalogue that it is of."""


def fact_changes(before: Side, after: Side) -> tuple[FactChange, ...]:
    """Return what changed in the fields of a page, and in its title and summary per language."""
    return (*_of_record(before, after), *_of_translations(before[0], after[0]))


def _of_record(before: Side, after: Side) -> Iterator[FactChange]:
    records = [after[0].record, before[0].record]
    labels = {
        name: field_label(information)
        for record in reversed(records)
        for name, information in type(record).model_fields.items()
    }
    for name, label in labels.items():
        old, new = _items(before, name), _items(after, name)
        # By what is written: who is referred to may have got another name, which is no change here.
        if old != new:
            gone = [item for item in old if item not in new]
            come = [item for item in new if item not in old]
            if not gone and not come:  # They stand in another order.
                gone, come = old, new
            words = _words(before, name, gone), _words(after, name, come)
            if _seem_the_same(*words):
                words = (
                    _words(before, name, gone, in_full=True),
                    _words(after, name, come, in_full=True),
                )
            yield _change(label, *words)


def _seem_the_same(old: list[Text], new: list[Text]) -> bool:
    """Return whether no reader of a language sees what is other in the texts of another."""
    return any(
        [text.in_language(code) for text in old] == [text.in_language(code) for text in new]
        for code in LANGUAGES
    )


def _of_translations(before: Entity[Any], after: Entity[Any]) -> Iterator[FactChange]:
    for language, version in after.versions.items():
        earlier = before.versions.get(language)
        if language == SOURCE_LANGUAGE or earlier is None:
            continue
        for name in ("title", "summary"):
            old, new = getattr(earlier, name), getattr(version, name)
            if old != new:
                label = field_label(type(after.record).model_fields[name])
                named = Text.same("{label} ({language})").format(
                    label=label, language=language_name(language)
                )
                yield _change(named, [Text.same(old)], [Text.same(new)])


def _change(label: Text, gone: list[Text], come: list[Text]) -> FactChange:
    def short(texts: list[Text]) -> tuple[Text, ...]:
        return tuple(text.map(lambda words: words[:_LONGEST]) for text in texts[:_MOST])

    if len(gone) == len(come) == 1:
        gone, come = _near_the_difference(gone[0], come[0])
    return FactChange(
        label=label,
        before=short(gone),
        after=short(come),
        more_before=len(gone[_MOST:]),
        more_after=len(come[_MOST:]),
    )


def _near_the_difference(old: Text, new: Text) -> tuple[list[Text], list[Text]]:
    """Return two long texts from shortly before the first sign in which they differ."""
    olds, news = {}, {}
    for code in LANGUAGES:
        words = old.in_language(code), new.in_language(code)
        same = next(
            (at for at, (a, b) in enumerate(zip(*words, strict=False)) if a != b),
            min(map(len, words)),
        )
        start = words[1].rfind(" ", 0, max(same - 20, 0)) + 1 if same > 60 else 0
        olds[code], news[code] = (f"…{word[start:]}" if start else word for word in words)
    return [Text(**olds)], [Text(**news)]


def _items(side: Side, name: str) -> list[Any]:
    """Return what a field holds, as it was written."""
    record: Page = side[0].record
    value = getattr(record, name, None)
    if value is None:
        return []
    return [*value] if field_types(type(record))[name].several else [value]


def _words(side: Side, name: str, items: list[Any], *, in_full: bool = False) -> list[Text]:
    record: Page = side[0].record
    kinds = field_types(type(record))
    return [_shown(item, kinds[name], side[1], in_full=in_full) for item in items]


def _shown(value: Any, kind: FieldType, catalogue: Catalogue, *, in_full: bool) -> Text:
    """Return a value in words; in full, what it says in all languages."""
    if named := kind.mark(SlugOf):
        entity = catalogue.of(named.collection).get(value)
        return entity.title if entity else Text.same(value)
    if isinstance(value, Word):
        return value.label
    if isinstance(value, PartialDate):
        return Text(**{code: value.in_words(code) for code in LANGUAGES})
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, BaseModel):
        return _joined([*_parts(value, catalogue, in_full=in_full)])
    return Text.same(str(value))


def _parts(record: BaseModel, catalogue: Catalogue, *, in_full: bool) -> Iterator[Text]:
    if isinstance(record, Localised):
        words = record.text
        yield Text.same(_BETWEEN.join(words.by_language.values())) if in_full else words
    for name, kind in field_types(type(record)).items():
        value = getattr(record, name)
        is_said = name in LANGUAGES and isinstance(record, Localised)
        if not is_said and value is not None and value != type(record).model_fields[name].default:
            for item in value if kind.several else [value]:
                yield _shown(item, kind, catalogue, in_full=in_full)


def _joined(texts: list[Text]) -> Text:
    return Text(
        **{code: _BETWEEN.join(text.in_language(code) for text in texts) for code in LANGUAGES}
    )

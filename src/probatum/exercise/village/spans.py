"""Rows with their files and spans looked up: ready to be put into a case.

A quote is searched in the text that was read from the file, and its offsets, context and the
text's digest come from there: no offset is typed by hand. Words that are not there, or there
twice, are an error of the exercise and not a span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from probatum.derive.text.anchoring import quote
from probatum.exercise.village import record_claims, record_figures, record_judgements
from probatum.exercise.village.record_further import further
from probatum.exercise.village.record_sources import sources
from probatum.exercise.village.rows import DELIVERIES, PATH, Row

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item that was made of a file: its id or reference, and its text (None: none is needed)."""

    item: str
    text: str | None


def rows() -> list[Row]:
    """Every row, delivery by delivery; a row names only rows that come before it."""
    told = [
        *sources(), *record_judgements.taken_statements(), *record_claims.claims(),
        *record_figures.figures(), *record_claims.reprinted(),
        *record_judgements.judgements(), *record_judgements.reviews(), *further(),
    ]  # fmt: skip
    return sorted(told, key=lambda row: DELIVERIES.index(row.delivery))


def anchored(told: Iterable[Row], items: Mapping[str, ItemText]) -> Iterator[Row]:
    """Yield the rows with items and spans in place of paths and words.

    ``items`` is by path below the village's folder. Raises KeyError for a file that is not there,
    ValueError for words that its text does not have exactly once.
    """
    for row in told:
        fields = {name: _anchored(value, items) for name, value in row.fields.items()}
        if fields["record"] == "assertion/1" and "quote" not in fields:
            fields["quote"] = _first_quote(fields["citations"])
        yield Row(row.name, row.delivery, fields)


def _anchored(value: object, items: Mapping[str, ItemText]) -> object:
    if isinstance(value, str):
        return items[value.removeprefix(PATH)].item if value.startswith(PATH) else value
    if isinstance(value, list | tuple):
        return [_anchored(each, items) for each in value]
    if isinstance(value, Mapping):
        if "words" in value and "item" in value:
            path = str(value["item"]).removeprefix(PATH)
            return _span(path, str(value["words"]), items[path])
        return {name: _anchored(each, items) for name, each in value.items()}
    return value


def _span(path: str, words: str, read: ItemText) -> dict[str, object]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = list(re.finditer(pattern, read.text or ""))
    if len(found) != 1:
        raise ValueError(f"{path} has {len(found)} times: {words}")
    quoted = quote(read.text or "", found[0].start(), found[0].end())
    return {
        "item": read.item, "text_sha256": quoted.text_sha256, "start": quoted.start,
        "end": quoted.end, "exact": quoted.exact, "prefix": quoted.prefix, "suffix": quoted.suffix,
    }  # fmt: skip


def _first_quote(citations: object) -> object:
    assert isinstance(citations, list) and isinstance(citations[0], dict)
    return _SPACE.sub(" ", str(citations[0]["exact"]))

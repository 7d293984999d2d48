"""Cells and headings as words: no control characters, no marks of direction, no unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from probatum.link.lists.value_words import UNKNOWN
from probatum.model.list_mapping import NAME_PARTS, Mapping
from probatum.model.record import Name
from probatum.model.tongue import listed, say

_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def clean(cell: str) -> str:
    """Return the words of a cell on one line, as they stand otherwise."""
    if cell.isprintable():
        return cell.strip()
    return " ".join(_CONTROL.sub(" ", _DIRECTION.sub("", cell)).split())


@lru_cache(maxsize=1 << 17)
def known(cell: str) -> str:
    """Return the words of a cell, empty where they say that something is not known.

    Kept, because the cells of most columns are the same few words.
    """
    words = clean(cell)
    return "" if is_unknown(words) else words


def is_unknown(words: str) -> bool:
    """Say whether words say that something is not known."""
    return not words or words.casefold() in UNKNOWN


def headings(cells: Sequence[str]) -> tuple[Name, ...]:
    """Return how columns are called: by their heading, a second of that name ``Name (2)``.

    A column without a heading is called by its number.
    """
    called: list[str] = []
    seen: set[str] = set()
    for number, cell in enumerate(cells, start=1):
        name = base = clean(cell)[:480] or f"column {number}"
        count = 1
        while name in seen:
            count += 1
            name = f"{base} ({count})"
        seen.add(name)
        called.append(name)
    return tuple(called)


def numbered(width: int) -> tuple[Name, ...]:
    """Return how the columns of a table without headings are called."""
    return tuple(f"column {number}" for number in range(1, width + 1))


def missing(mapping: Mapping, header: Iterable[str]) -> list[str]:
    """Return the columns of a mapping that a table does not have."""
    there = set(header)
    return [each for each in dict.fromkeys(mapping.columns()) if each not in there]


def unused(mapping: Mapping, header: Iterable[str]) -> list[str]:
    """Return the columns of a table that a mapping does not read."""
    read = set(mapping.columns())
    return [each for each in header if each not in read]


def meanings(mapping: Mapping) -> dict[str, str]:
    """Return column -> what a mapping reads in it, in words: ``name: given (uk)``, ``died``."""
    found: dict[str, list[str]] = {}

    def tell(column: str | None, words: str, part: str | None = None) -> None:
        if column is not None:
            said = say(words)
            if part is not None:
                said = say("{field}: {part}", field=said, part=say(part))
            found.setdefault(column, []).append(said)

    for field in ("row_id", "sex", "cause", "weapon", "alleged_perpetrator", "status", "people",
                  "source", "source_url"):  # fmt: skip
        tell(getattr(mapping, field), field.replace("_", " "))
    for form in mapping.names:
        for part in NAME_PARTS:
            words = say(part) + (f" ({form.language})" if form.language else "")
            tell(getattr(form, part), "alias" if form.alias else "name", words)
    for name, date in (("born", mapping.born), ("died", mapping.died)):
        for part in ("whole", "year", "month", "day", "precision"):
            tell(
                None if date is None else getattr(date, part),
                name,
                None if part == "whole" else part,
            )
    if mapping.age is not None:
        for part in ("whole", "low", "high"):
            tell(getattr(mapping.age, part), "age", None if part == "whole" else part)
    if mapping.place is not None:
        for part in ("text", "lat", "lon", "precision_m"):
            named = None if part == "text" else part.removesuffix("_m")
            tell(getattr(mapping.place, part), "place", named)
        for number, column in enumerate(mapping.place.path, start=1):
            tell(column, "place", f"{number}")
    for standing in mapping.standings:
        status = standing.status or "words"
        tell(standing.said, "became", status)
        tell(standing.when, "became", say("{what}, when", what=say(status)))
    return {column: listed(words) for column, words in found.items()}

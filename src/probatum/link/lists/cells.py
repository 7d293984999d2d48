"""Cells and headings as words: no control characters, no marks of direction, no unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from probatum.link.lists.value_words import UNKNOWN
from probatum.model.list_mapping import NAME_PARTS, Mapping
from probatum.model.record import Name
from probatum.model.tongue import later, listed, say

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


# What a column may be read as: whole, because languages put the words of a pair otherwise.
MEANINGS = frozenset((
    later("row id"), later("sex"), later("cause"), later("weapon"), later("alleged perpetrator"),
    later("status"), later("people"), later("source"), later("source url"), later("age"),
    later("age: low"), later("age: high"), later("place"), later("place: lat"),
    later("place: lon"), later("place: precision"), later("born"), later("born: year"),
    later("born: month"), later("born: day"), later("born: precision"), later("died"),
    later("died: year"), later("died: month"), later("died: day"), later("died: precision"),
    later("name: full"), later("name: given"), later("name: father"), later("name: grandfather"),
    later("name: family"), later("name: mother"), later("name: kunya"), later("alias: full"),
    later("alias: given"), later("alias: father"), later("alias: grandfather"),
    later("alias: family"), later("alias: mother"), later("alias: kunya"),
    later("became: missing"), later("became: detained"), later("became: dead"),
    later("became: found-alive"), later("became: words"),
))  # fmt: skip


def meanings(mapping: Mapping) -> dict[str, str]:
    """Return column -> what a mapping reads in it, in words: ``name: given (uk)``, ``died``."""
    found: dict[str, list[str]] = {}

    def tell(column: str | None, words: str) -> None:
        if column is not None:
            found.setdefault(column, []).append(words)

    for field in ("row_id", "sex", "cause", "weapon", "alleged_perpetrator", "status", "people",
                  "source", "source_url"):  # fmt: skip
        tell(getattr(mapping, field), say(field.replace("_", " ")))
    for form in mapping.names:
        behind = f" ({form.language})" if form.language else ""
        for part in NAME_PARTS:
            tell(getattr(form, part), say(f"{'alias' if form.alias else 'name'}: {part}") + behind)
    for name, date in (("born", mapping.born), ("died", mapping.died)):
        for part in ("whole", "year", "month", "day", "precision"):
            said = say(name if part == "whole" else f"{name}: {part}")
            tell(None if date is None else getattr(date, part), said)
    if mapping.age is not None:
        for part in ("whole", "low", "high"):
            tell(getattr(mapping.age, part), say("age" if part == "whole" else f"age: {part}"))
    if mapping.place is not None:
        for part in ("text", "lat", "lon", "precision_m"):
            said = say("place" if part == "text" else f"place: {part.removesuffix('_m')}")
            tell(getattr(mapping.place, part), said)
        for number, column in enumerate(mapping.place.path, start=1):
            tell(column, say("place: {number}", number=number))
    for standing in mapping.standings:
        became = say(f"became: {standing.status or 'words'}")
        tell(standing.said, became)
        tell(standing.when, say("{what}, when", what=became))
    return {column: listed(words) for column, words in found.items()}

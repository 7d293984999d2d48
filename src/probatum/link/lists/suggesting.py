"""A mapping that the headings of a table suggest, for a person to look at and confirm.

A full name is never taken apart by a suggestion, and no order of day and month is stated: both
are for a person who knows the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from probatum.link.lists.cells import headings, unused
from probatum.link.lists.header_words import FIELDS, LANGUAGES, LONGEST, OF_OTHERS
from probatum.link.lists.value_words import folded
from probatum.model.list_mapping import (
    NAME_PARTS,
    AgeColumns,
    DateColumns,
    NameColumns,
    PlaceColumns,
    StandingColumns,
)
from probatum.model.list_mapping import Mapping as ListMapping

_APART = re.compile(r"[\s_/().,:;\[\]\-–—]+")
_PATH = ("path1", "path2", "path3")
_NAMED = frozenset({*_PATH, "source", "alleged_perpetrator", "weapon"})
_STANDINGS = ("missing", "detained", "found-alive")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping; None where no heading says anything that makes a list. ``unused``: not read."""

    mapping: ListMapping | None
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    column: str
    field: str
    words: int
    language: str | None
    script: str | None


def suggested(header: Sequence[str]) -> Suggestion:
    """Return the mapping that the headings of a table suggest."""
    called = headings(header)
    meant = [found for column in called if (found := _meant(column)) is not None]
    one = _first_of_each(meant)
    names = tuple(_names(meant))
    if not names and "people" not in one and "row_id" not in one:
        return Suggestion(None, called)
    mapping = ListMapping(
        row_id=one.get("row_id"), names=names, sex=one.get("sex"), age=_age(one),
        born=_date(one, "born"), died=_died(one), place=_place(one, meant),
        cause=one.get("cause"), weapon=one.get("weapon"),
        alleged_perpetrator=one.get("alleged_perpetrator"), status=one.get("status"),
        standings=tuple(_standings(one)), people=one.get("people"), source=one.get("source"),
        source_url=one.get("source_url"),
    )  # fmt: skip
    return Suggestion(mapping, tuple(unused(mapping, called)))


def _meant(column: str) -> _Meant | None:
    """Return which field a heading means: as a whole, else by the longest of its words."""
    whole = folded(column)
    language = script = None
    words = [word for word in _APART.split(whole) if word]
    kept = []
    for word in words:
        if word in LANGUAGES and len(words) > 1:
            language, script = LANGUAGES[word]
        else:
            kept.append(word)
    for text in (whole, " ".join(kept)):
        if text in FIELDS:
            return _Meant(column, FIELDS[text], 99, language, script)
    for length in range(min(LONGEST, len(kept)), 0, -1):
        found = []
        for at in range(len(kept) - length + 1):
            text = " ".join(kept[at : at + length])
            others = (*kept[:at], *kept[at + length :])
            # One letter or sign inside a longer heading says nothing.
            if text in FIELDS and len(text) > 2 and not OF_OTHERS.intersection(others):
                found.append(FIELDS[text])
        if found:
            # "Name of village" is about a village.
            field = next((each for each in found if each in _NAMED), found[0])
            return _Meant(column, field, length, language, script)
    return None


def _first_of_each(meant: Sequence[_Meant]) -> dict[str, str]:
    """Return field -> column: the heading that says it best, the first of equals."""
    best: dict[str, _Meant] = {}
    for each in meant:
        if each.field not in best or each.words > best[each.field].words:
            best[each.field] = each
    return {field: each.column for field, each in best.items()}


def _names(meant: Sequence[_Meant]) -> Iterator[NameColumns]:
    """Yield a form for each language that headings name, and for each second column of a part."""
    forms: dict[tuple[str | None, int], dict[str, str]] = {}
    scripts: dict[str | None, str | None] = {}
    for each in meant:
        if each.field in NAME_PARTS:
            scripts[each.language] = each.script
            number = 0
            while each.field in forms.get((each.language, number), {}):
                number += 1
            forms.setdefault((each.language, number), {})[each.field] = each.column
    for (language, _), parts in forms.items():
        yield msgspec.convert(
            {**parts, "language": language, "script": scripts[language]}, NameColumns
        )
    for each in meant:
        if each.field == "alias":
            yield NameColumns(full=each.column, language=each.language, script=each.script,
                              alias=True)  # fmt: skip


def _age(one: Mapping[str, str]) -> AgeColumns | None:
    if "age_low" in one and "age_high" in one:
        return AgeColumns(low=one["age_low"], high=one["age_high"])
    return AgeColumns(whole=one["age"]) if "age" in one else None


def _date(one: Mapping[str, str], field: str) -> DateColumns | None:
    return DateColumns(whole=one[field]) if field in one else None


def _died(one: Mapping[str, str]) -> DateColumns | None:
    if "died" in one or "died_year" not in one:
        return _date(one, "died")
    month = one.get("died_month")
    return DateColumns(year=one["died_year"], month=month, day=one.get("died_day") if month else
                       None)  # fmt: skip


def _place(one: Mapping[str, str], meant: Sequence[_Meant]) -> PlaceColumns | None:
    path = tuple(one[each] for each in _PATH if each in one)
    has_point = "lat" in one and "lon" in one
    if not (path or has_point or "place" in one):
        return None
    return PlaceColumns(
        text=one.get("place"), path=path, lat=one["lat"] if has_point else None,
        lon=one["lon"] if has_point else None,
        precision_m=one.get("precision_m") if has_point else None,
    )  # fmt: skip


def _standings(one: Mapping[str, str]) -> Iterator[StandingColumns]:
    if "standing" in one:
        yield StandingColumns(said=one["standing"])
    for each in _STANDINGS:
        if each in one:
            yield msgspec.convert({"status": each, "when": one[each]}, StandingColumns)

"""The dates of a row: read by its columns, and weighed against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from probatum.link.lists.cells import known
from probatum.link.lists.dates import DateRead, Order, read_date
from probatum.link.lists.value_words import folded
from probatum.model.edtf import Edtf, parse
from probatum.model.list_mapping import DateColumns
from probatum.model.list_mapping import Mapping as ListMapping
from probatum.model.values import When

Say: TypeAlias = Callable[[str, str | None, str | None], None]
_MOST_TEXT = 400
_PRECISIONS = {
    folded(word): length
    for words, length in (
        ("day|exact|день|точна|точная|يوم", 10), ("month|місяць|месяц|شهر", 7),
        ("year|рік|год|سنة|عام", 4),
    )
    for word in words.split("|")
}  # fmt: skip


class Dates:
    """Reads dates by the columns of a mapping."""

    def __init__(self, mapping: ListMapping, at: Mapping[str, int]) -> None:
        self._mapping, self._at = mapping, at

    def constant(self, words: str | None) -> When | None:
        """Return the date that stands for all rows."""
        return None if words is None else self._when(words, None)[0]

    def read(self, columns: DateColumns | None, cells: Sequence[str], say: Say) -> When | None:
        """Return the date of a row, None if it says none."""
        if columns is None:
            return None
        least = self._precision(columns, cells, say)
        if columns.whole is not None:
            return self.of_column(columns.whole, cells, say, least)
        parts = ["" if each is None else known(cells[self._at[each]])
                 for each in (columns.year, columns.month, columns.day)]  # fmt: skip
        if not parts[0]:
            if any(parts):
                say("not-a-date", columns.year, "-".join(parts))
            return None
        return self._said(_assembled(*parts), columns.year, say, least)

    def of_column(
        self, column: str | None, cells: Sequence[str], say: Say, least: int | None = None
    ) -> When | None:
        """Return the date in a column, None if there is none in it."""
        if column is None:
            return None
        words = known(cells[self._at[column]])
        return self._said(words, column, say, least) if words else None

    def _said(self, words: str, column: str | None, say: Say, least: int | None) -> When:
        when, code = self._when(words[:_MOST_TEXT], least)
        if code is not None:
            say(code, column, words)
        return when

    def _when(self, words: str, least: int | None) -> tuple[When, str | None]:
        return _when(words, self._mapping.date_order, self._mapping.short_years_from, least)

    def _precision(self, columns: DateColumns, cells: Sequence[str], say: Say) -> int | None:
        if columns.precision is None:
            return None
        words = known(cells[self._at[columns.precision]])
        if not words:
            return None
        length = _PRECISIONS.get(folded(words))
        if length is None:
            say("bad-precision", columns.precision, words)
        return length


def _assembled(year: str, month: str, day: str) -> str:
    """Return year, month and day of three columns as one text."""
    if month and not month.isdecimal():
        return f"{day} {month} {year}".strip()
    return "-".join(each for each in (year, month, day if month else "") if each)


@lru_cache(maxsize=1 << 16)
def _when(
    words: str, order: Order | None, short_years_from: int | None, least: int | None
) -> tuple[When, str | None]:
    found: DateRead = read_date(words, order, short_years_from)
    edtf = found.edtf
    if least is not None and edtf is not None and edtf[:1].isdigit() and "/" not in edtf:
        edtf = edtf[:least] + ("" if edtf[-1:].isdigit() else edtf[-1:])
    return When(text=words, edtf=edtf), found.code


def has_not_come(when: When, today: date) -> bool:
    """Say whether all days that a date allows lie ahead."""
    bounds = _bounds(when)
    return bounds is not None and bounds.earliest is not None and bounds.earliest > today


def died_before_birth(born: When, died: When) -> bool:
    """Say whether death came before birth, whichever days are meant."""
    one, other = _bounds(born), _bounds(died)
    if one is None or other is None or one.is_qualified or other.is_qualified:
        return False
    return (one.earliest is not None and other.latest is not None
            and other.latest < one.earliest)  # fmt: skip


def against_age(born: When, died: When, age: tuple[int | None, int | None]) -> bool:
    """Say whether no day of birth and no day of death give an age, one year more or less."""
    one, other = _bounds(born), _bounds(died)
    if one is None or other is None or age[0] is None or age[1] is None:
        return False
    if one.is_qualified or other.is_qualified:
        return False
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    least = _years(one.latest, other.earliest) - 1
    most = _years(one.earliest, other.latest) + 1
    return age[1] < least or age[0] > most


def _years(birth: date | None, day: date | None) -> int:
    assert birth is not None
    assert day is not None
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _bounds(when: When) -> Edtf | None:
    return None if when.edtf is None else parse(when.edtf)

"""Invented lists for tests: headings, a mapping, rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from probatum.link.lists.reading import read_rows
from probatum.link.lists.troubles import ReadRow
from probatum.model.list_mapping import (
    AgeColumns,
    DateColumns,
    Mapping,
    NameColumns,
    PlaceColumns,
)
from probatum.model.victims import Victim

TODAY = date(2032, 1, 1)
HEAD = ("id", "family", "given", "sex", "age", "born", "died", "district", "town")
MAPPING = Mapping(
    row_id="id", names=(NameColumns(family="family", given="given"),), sex="sex",
    age=AgeColumns(whole="age"), born=DateColumns(whole="born"), died=DateColumns(whole="died"),
    place=PlaceColumns(path=("district", "town")),
)  # fmt: skip
FULL = ("1", "Vyhadana", "Olena", "f", "34", "1997-01-02", "5.3.2031", "Mill district", "Mill")


def read(
    *rows: Sequence[str], mapping: Mapping = MAPPING, head: Sequence[str] = HEAD
) -> list[ReadRow]:
    """What becomes of rows below headings in row 1."""
    given = [(number, row, ()) for number, row in enumerate(rows, start=2)]
    return list(read_rows(mapping, head, given, of="A list", today=TODAY))


def changed(**cells: str) -> tuple[str, ...]:
    """The full row with other words in these columns."""
    return tuple(cells.get(name, cell) for name, cell in zip(HEAD, FULL, strict=True))


def victim(row: ReadRow) -> Victim:
    """The victim that a row became."""
    assert isinstance(row.outcome, Victim)
    return row.outcome


def codes(row: ReadRow) -> list[str]:
    """The codes of what was wrong with a row."""
    return [each.code for each in row.troubles]

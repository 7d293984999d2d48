"""The validation report of victim lists: what became of each row, and which lists are alike.

Reading the rows is a read and is logged; the report may show cells, the log never does.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TextIO

from probatum.acts.session import Session, no_progress
from probatum.acts.victim_lists import ListRow, find_list, lists_of
from probatum.acts.victim_rows import read_list
from probatum.derive.tables.values import Opened
from probatum.errors import UseError
from probatum.link.lists.report import Report, Tally
from probatum.link.lists.seen import likeness
from probatum.link.lists.troubles import CODES, Meaning, Trouble
from probatum.model.table_cells import harmless
from probatum.model.tongue import say_many

_EVERY = 5_000  # rows between two words of progress
_ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Checked:
    """The report of one list, and what its file is (None: records of the case).

    ``warnings`` are about the list as a whole, ``other_sheets`` hold rows that are not this list.
    """

    listed: ListRow
    opened: Opened | None
    header_row: int
    unused: tuple[str, ...]
    other_sheets: tuple[str, ...]
    report: Report
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two lists of which one stands in the other, or nearly: they are not independent.

    ``contained`` is the share of the smaller list's rows that stand in the larger word for word,
    an estimate where a list is long; ``same``: they say the same altogether.
    """

    one: ListRow
    other: ListRow
    contained: float
    same: bool


@dataclass(frozen=True, slots=True)
class Checks:
    """What the lists are, and which of them are alike."""

    lists: tuple[Checked, ...]
    alike: tuple[Alike, ...]


def check_lists(
    session: Session,
    refs: Sequence[str] = (),
    *,
    purpose: str | None = None,
    on_trouble: Callable[[ListRow, Trouble], None] | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Checks:
    """Return the validation reports of these lists, all if none is named; reads, logged first.

    ``on_progress(rows read, 0)``. Raises UseError ``unknown-id``, ``wrong-use`` if there is no
    list; InputError ``bad-list``, ``erased``, ``retracted``; EvidenceError.
    """
    chosen = [find_list(session, each) for each in refs] if refs else list(lists_of(session))
    if not chosen:
        raise UseError(
            "wrong-use", item="count lists check", expected="a victim list",
            found="none in this case", remedy="probatum count lists add FILE",
        )  # fmt: skip
    done = 0
    checked = []
    for listed in {each.id: each for each in chosen}.values():
        tell = None if on_trouble is None else _about(listed, on_trouble)
        tally = Tally(tell)
        with read_list(session, listed, purpose) as reading:
            tally.begin(reading.header_row)
            for each in reading.rows:
                tally.add(each)
                done += 1
                if done % _EVERY == 0:
                    on_progress(done, 0)
        sheets = () if reading.opened is None else tuple(
            each.name for each in reading.opened.sheets
            if each.has_rows and each.name != reading.opened.sheet
        )  # fmt: skip
        report = tally.report()
        warnings = _warnings(report, reading.above, sheets, listed)
        checked.append(Checked(listed, reading.opened, reading.header_row, reading.unused, sheets,
                               report, warnings))  # fmt: skip
    return Checks(tuple(checked), tuple(_alike(checked)))


def _about(
    listed: ListRow, on_trouble: Callable[[ListRow, Trouble], None]
) -> Callable[[Trouble], None]:
    return lambda trouble: on_trouble(listed, trouble)


def _warnings(
    report: Report, above: int, sheets: Sequence[str], listed: ListRow
) -> tuple[str, ...]:
    found = list(report.warnings)
    if above:
        found.append(say_many("{n} row above the headings is no row of the list",
                              "{n} rows above the headings are no rows of the list",
                              above))  # fmt: skip
    if sheets:
        found.append(say_many("{n} other sheet of the file holds rows and is not this list",
                              "{n} other sheets of the file hold rows and are not this list",
                              len(sheets)))  # fmt: skip
    again = report.codes.get("same-row-again", 0)
    if again and listed.body.within_list == "one-row-per-person":
        found.append(say_many(
            "{n} row says what an earlier one says, though the list is said to have one row a"
            " person",
            "{n} rows say what an earlier one says, though the list is said to have one row a"
            " person", again))  # fmt: skip
    return tuple(found)


def _alike(checked: Sequence[Checked]) -> list[Alike]:
    found = []
    for one, other in combinations(checked, 2):
        like = likeness(one.report.sketch, other.report.sketch)
        if like.contained >= _ALIKE:
            found.append(Alike(one.listed, other.listed, like.contained, like.same))
    return found


def meaning_of(code: str) -> Meaning:
    """Return what a code means and what becomes of its row."""
    return CODES[code]


class TroublesFile:
    """Every trouble of a check as a line of CSV, written while the rows are read."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(
            ("list", "list_ref", "row", "column", "code", "means", "became", "cell")
        )

    def write(self, listed: ListRow, trouble: Trouble) -> None:
        """Write one trouble."""
        meaning = CODES[trouble.code]
        self._writer.writerow([
            harmless(listed.name), listed.ref, trouble.row, harmless(trouble.column or ""),
            trouble.code, meaning.said, meaning.kept, harmless(trouble.cell or ""),
        ])  # fmt: skip

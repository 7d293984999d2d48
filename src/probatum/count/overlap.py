"""The overlap table: how many persons stand in exactly these lists.

Persons that are in no list are not in the table; how many they are is what models ask.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.errors import InputError

MOST_LISTS = 16  # 65,535 cells; a table of more is a mistake, or wants to be merged first
MOST_PERSONS = 10**9
_COUNT = "count"
_WHOLE = re.compile(r"\s*[+-]?\d{1,30}\s*")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Capture histories and how many persons have each.

    ``histories`` has shape (cells, lists), 0 or 1, each row once, none of it all zero, in the order
    of binary numbers with the first list as the highest digit; ``counts`` has shape (cells,) and is
    at least 1: a history that is not there was seen zero times.
    """

    lists: tuple[str, ...]
    histories: NDArray[np.uint8]
    counts: NDArray[np.int64]

    @property
    def observed(self) -> int:
        """How many different persons the lists name together."""
        return int(self.counts.sum())

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many persons each list has."""
        return tuple(int(size) for size in self.counts @ self.histories.astype(np.int64))

    def full(self) -> NDArray[np.int64]:
        """Return counts of all 2**lists histories, shape (2**lists,); the first, in no list, is 0.

        The place of a history is its binary number, the first list being the highest digit.
        """
        cells = np.zeros(1 << len(self.lists), dtype=np.int64)
        cells[places(self.histories)] = self.counts
        return cells


def places(histories: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the binary number of each history, shape (cells,)."""
    lists = histories.shape[1]
    return histories.astype(np.int64) @ (1 << np.arange(lists - 1, -1, -1, dtype=np.int64))


def overlap(
    lists: Sequence[str], histories: Iterable[Sequence[int]], counts: Iterable[int],
    lines: Sequence[int] = (),
) -> Overlap:  # fmt: skip
    """Return the table of these cells; equal histories are added up, zeros left out.

    ``lines`` are where the names and each of the cells stand in a file, for what errors say.

    Raises InputError ``bad-overlap`` for what is no such table: names that are missing or twice,
    cells of another width or with other values than 0 and 1, negative counts, persons in no list.
    """
    names = tuple(name.strip() for name in lists)
    if not 1 <= len(names) <= MOST_LISTS:
        raise _bad(f"1 to {MOST_LISTS} lists", f"{len(names)}")
    if not all(names) or len(set(names)) != len(names):
        raise _bad("lists that each have a name of their own",
                   f"none, or one twice, in line {lines[0] if lines else 1}")  # fmt: skip
    full: dict[tuple[int, ...], int] = {}
    for at, (history, count) in enumerate(zip(histories, counts, strict=True)):
        number = lines[at + 1] if lines else at + 2
        if len(history) != len(names) or any(value not in (0, 1) for value in history):
            raise _bad(f"0 or 1 for each of {len(names)} lists", f"other values in line {number}")
        if not 0 <= count <= MOST_PERSONS:
            raise _bad(f"a count from 0 to {MOST_PERSONS:,}", f"{count:,} in line {number}")
        if count and not any(history):
            raise _bad("no persons in the cell of no list: nobody can count them",
                       f"some in line {number}")  # fmt: skip
        if count:
            cell = tuple(int(value) for value in history)
            full[cell] = full.get(cell, 0) + count
    cells = sorted(full)
    return Overlap(
        lists=names,
        histories=np.array(cells, dtype=np.uint8).reshape(len(cells), len(names)),
        counts=np.array([full[cell] for cell in cells], dtype=np.int64),
    )


def read_table(text: str) -> Overlap:
    r"""Read a published table: CSV with one 0/1 column for each list, and ``count``.

    Semicolons and tabs are taken as well, where the first line has no comma. Raises InputError
    ``bad-overlap``, with the line.

    >>> read_table("EXH,ABA,count\n1,0,12\n1,1,5\n").full().tolist()
    [0, 0, 12, 5]
    """
    text = text.removeprefix("\ufeff")
    first = text.lstrip().partition("\n")[0]
    by = next((mark for mark in ",;\t" if mark in first), ",")
    head: list[str] = []
    histories: list[list[int]] = []
    counts: list[int] = []
    lines: list[int] = []
    at = 0
    for number, row in _rows(text, by):
        if not head:
            head = [name.strip() for name in row]
            if head.count(_COUNT) != 1:
                raise _bad(f"one column named `{_COUNT}`", f"{head.count(_COUNT)} of them")
            at = head.index(_COUNT)
            lines.append(number)
            continue
        if len(row) != len(head):
            raise _bad(f"{len(head)} columns", f"{len(row)} in line {number}")
        if not all(_WHOLE.fullmatch(value) for value in row):
            raise _bad("whole numbers", f"something else in line {number}")
        values = [int(value) for value in row]
        counts.append(values.pop(at))
        histories.append(values)
        lines.append(number)
    if not head:
        raise _bad("a line of names and lines of numbers", "nothing")
    return overlap(head[:at] + head[at + 1 :], histories, counts, lines)


def _rows(text: str, by: str) -> Iterator[tuple[int, list[str]]]:
    """Yield lines that are not empty, each with its number."""
    reader = csv.reader(io.StringIO(text), delimiter=by)
    try:
        for row in reader:
            if any(value.strip() for value in row):
                yield reader.line_num, row
    except csv.Error:
        raise _bad(
            "lines of a table", f"none that can be read after line {reader.line_num}"
        ) from None


def _bad(expected: str, found: str) -> InputError:
    return InputError(
        "bad-overlap", item="the overlap table", expected=expected, found=found,
        remedy="give a CSV with one column of 0 and 1 for each list, and a column `count`",
    )  # fmt: skip

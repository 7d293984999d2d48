"""Rows of text cells, one after the other, to victims, bare numbers and refused rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from probatum.errors import InputError
from probatum.link.lists.cells import clean, headings, known, missing
from probatum.link.lists.fields import Fields
from probatum.link.lists.month_words import DIGITS
from probatum.link.lists.seen import Seen, content
from probatum.link.lists.troubles import ReadRow, Refused, Trouble
from probatum.link.lists.value_words import PEOPLE, TOTALS, folded
from probatum.model.list_mapping import Mapping
from probatum.model.victims import BareNumber, Victim

RawRow: TypeAlias = "tuple[int, Sequence[str], Sequence[str]]"
"""Number, cells, and codes of what the reader of the file found strange about it."""

_NUMBER = re.compile(r"(\d{1,7})(?:\s*(?:-|–|—|to|до)\s*(\d{1,7}))?\s*([^\d].*)?")
_READABLE = re.compile(r"[^\W_]")
_LARGEST = 10_000_000


def read_rows(
    mapping: Mapping, header: Sequence[str], rows: Iterable[RawRow], *, of: str, today: date
) -> Iterator[ReadRow]:
    """Yield what became of each row. ``of`` is the name of the list, ``header`` its headings.

    Memory: sixteen bytes and what a set takes for each row id and each row. Raises InputError
    ``bad-list`` if the mapping names columns that are not there.
    """
    reader = _Rows(mapping, header, of, today)
    for number, cells, notes in rows:
        yield reader.read(number, cells, notes)


def require_columns(mapping: Mapping, header: Sequence[str]) -> None:
    """Raise InputError ``bad-list`` unless a table has all columns that a mapping names."""
    away = missing(mapping, header)
    if away:
        more = f" and {len(away) - 1} more" if len(away) > 1 else ""
        raise InputError(
            "bad-list", item="the mapping", expected="columns that the table has",
            found=f"`{away[0][:60]}`{more}, which it has not",
            remedy="`probatum count lists mapping` shows the columns of a table",
        )  # fmt: skip


class _Rows:
    """What stays the same from row to row, and what was seen before."""

    def __init__(self, mapping: Mapping, header: Sequence[str], of: str, today: date) -> None:
        called = headings(header)
        require_columns(mapping, called)
        at = {column: number for number, column in enumerate(called)}
        self._of, self._called = of, called
        self._folded_head = tuple(map(folded, called))
        self._first_letters = called[0][:1].upper() + called[0][:1].lower() if called else ""
        self._width = len(called)
        self._id = None if mapping.row_id is None else (at[mapping.row_id], mapping.row_id)
        self._people = None if mapping.people is None else (at[mapping.people], mapping.people)
        self._first_name = [at[each] for form in mapping.names
                            for each in (form.full, form.given, form.family) if each]  # fmt: skip
        self._fields = Fields(mapping, at, today)
        self._seen = Seen()
        self._troubles: list[Trouble] = []
        self._row = 0

    def _say(self, code: str, column: str | None = None, cell: str | None = None) -> None:
        self._troubles.append(Trouble(self._row, code, column, cell))

    def read(self, number: int, cells: Sequence[str], notes: Sequence[str]) -> ReadRow:
        """Return what became of a row."""
        self._row, self._troubles = number, []
        for note in notes:
            self._say(note)
        cells = self._fitted(cells)
        refusal = self._refusal(cells)
        if refusal is not None:
            return self._refused(refusal)
        row = self._row_id(cells)
        bare = self._number_as_name(row, cells)
        names = () if bare is not None else self._fields.names.read(cells, self._say)
        if bare is None and not names:
            bare = self._bare_number(row, cells)
        if bare is not None:
            return ReadRow(bare, tuple(self._troubles))
        said = self._fields.read(cells, self._say)
        if not names:
            if not said.says_something:
                return self._refused("nothing-said")
            self._say("no-name")
        victim = Victim(
            list=self._of, row=row, number=number, names=names, sex=said.sex, age_low=said.age[0],
            age_high=said.age[1], born=said.born, died=said.died, place=said.place,
            cause=said.cause, weapon=said.weapon, alleged_perpetrator=said.alleged_perpetrator,
            status=said.status, standings=said.standings, source=said.source,
            source_url=said.source_url,
        )  # fmt: skip
        if self._people is not None and names:
            self._one_person(cells)
        digest = content(victim)
        if names and self._seen.again(digest):  # no two rows without a name say the same
            self._say("same-row-again")
        return ReadRow(victim, tuple(self._troubles), digest)

    def _fitted(self, cells: Sequence[str]) -> Sequence[str]:
        """Return as many cells as there are columns; too many that say something stay so."""
        missing_cells = self._width - len(cells)
        if missing_cells > 0:
            if cells:  # a line that is no object has none, and says so itself
                self._say("too-few-cells")
            return (*cells, *[""] * missing_cells)
        if missing_cells < 0 and not any(map(clean, cells[self._width :])):
            return cells[: self._width]
        return cells

    def _refusal(self, cells: Sequence[str]) -> str | None:
        """Return why a row says nothing of anybody, None if it may."""
        if any(each.code == "not-an-object" for each in self._troubles):
            return "not-an-object"
        if len(cells) > self._width:
            return "too-many-cells"
        text = "".join(cells)
        if _READABLE.search(text) is None or "\ufffd" in text:
            if not text.strip():
                return "nothing-said"
            if _READABLE.search(text) is None or text.count("\ufffd") * 4 > len(text):
                return "garbage-row"
        if (
            cells[0]
            and cells[0][0] in self._first_letters
            and (folded(cells[0]) == self._folded_head[0])
        ):
            same = sum(folded(cell) == head
                       for cell, head in zip(cells, self._folded_head, strict=True))  # fmt: skip
            if same * 2 > self._width:
                return "header-again"
        return "total-row" if self._is_total(cells) else None

    def _is_total(self, cells: Sequence[str]) -> bool:
        if cells.count("") < self._width - max(3, self._width // 3):
            return False
        said = [each for each in cells if each.strip()]
        first = folded(said[0]).rstrip(":").strip()
        return first in TOTALS or first.split(" ")[0].rstrip(":") in TOTALS and len(said) <= 2

    def _refused(self, code: str) -> ReadRow:
        if all(each.code != code for each in self._troubles):
            self._say(code)
        return ReadRow(Refused(self._row), tuple(self._troubles))

    def _row_id(self, cells: Sequence[str]) -> str:
        if self._id is None:
            return str(self._row)
        at, column = self._id
        words = clean(cells[at])[:480]
        if not words:
            return f"~{self._row}"
        if self._seen.id_again(words):
            self._say("duplicate-row-id", column, words)
            return f"{words}~{self._row}"
        return words

    def _bare_number(self, row: str, cells: Sequence[str]) -> BareNumber | None:
        """Return what a row without a name says, if it gives a number of people."""
        if self._people is None:
            return None
        at, column = self._people
        words = known(cells[at]).translate(DIGITS)
        if not words:
            return None
        people = _people(words)
        if people is None:
            self._say("not-a-number", column, words)
            return None
        return self._numbered(row, cells, people)

    def _number_as_name(self, row: str, cells: Sequence[str]) -> BareNumber | None:
        """Return what a row says that has *3 unidentified bodies* where a name should stand."""
        for at in self._first_name:
            if not cells[at].lstrip()[:1].isdigit():
                continue
            words = clean(cells[at]).translate(DIGITS)
            people = _people(words)
            if people is not None and not words[-1].isdigit():
                self._say("number-in-place-of-name", self._called[at], words)
                return self._numbered(row, cells, people)
        return None

    def _numbered(
        self, row: str, cells: Sequence[str], people: tuple[int, int | None]
    ) -> BareNumber:
        said = self._fields.read(cells, self._say)
        words = "; ".join(filter(None, map(clean, cells)))[:2_000]
        return BareNumber(list=self._of, row=row, number=self._row, people_low=people[0],
                          people_high=people[1], died=said.died, place=said.place,
                          words=words or None)  # fmt: skip

    def _one_person(self, cells: Sequence[str]) -> None:
        assert self._people is not None
        at, column = self._people
        words = known(cells[at]).translate(DIGITS)
        if words and _people(words) not in ((1, None), (1, 1)):
            self._say("number-beside-name", column, words)


def _people(words: str) -> tuple[int, int | None] | None:
    """Return how many people are meant by a number, or by a number and a word for people."""
    found = _NUMBER.fullmatch(words.strip())
    if found is None:
        return None
    unit = folded(found[3] or "")
    low, high = int(found[1]), None if found[2] is None else int(found[2])
    if unit and unit not in PEOPLE and unit.split(" ")[0] not in PEOPLE:
        return None
    if max(low, high or 0) > _LARGEST or (high is not None and high < low):
        return None
    return low, high

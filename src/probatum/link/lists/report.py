"""The validation report of a list: what became of its rows, and what was wrong with which.

Everything is counted; single troubles are kept up to a number of each code, and all of them can be
had one after the other while the list is read (``on_trouble``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from probatum.link.lists.seen import Sketch, Sketching, content
from probatum.link.lists.troubles import CODES, ReadRow, Refused, Trouble
from probatum.model.tongue import number, say
from probatum.model.values import When
from probatum.model.victims import BareNumber, Victim

MOST_OF_A_CODE = 200
# Above these shares a list, or its mapping, is not what it is taken for.
_MANY_REFUSED, _MANY_UNREAD = 0.02, 0.2
_UNREAD = ("not-a-date", "impossible-date", "serial-number", "short-year")
_FEW = 2  # so many are no pattern, however short the list
KNOWN = ("names", "sex", "age", "born", "died", "place", "cause", "weapon", "alleged_perpetrator",
         "status", "standings", "source")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one list. ``known`` counts the victims of whom a field is known.

    ``rows`` counts rows with anything in them: each is a victim, a bare number or refused;
    ``empty`` counts those without. ``died_to_the_day`` are victims whose date of death is one day.
    ``people_low`` and ``people_high`` add up bare numbers, which are never persons.
    """

    rows: int
    empty: int
    victims: int
    bare_numbers: int
    people_low: int
    people_high: int
    refused: int
    codes: dict[str, int]
    troubles: tuple[Trouble, ...]
    rows_with_trouble: int
    known: dict[str, int]
    died_to_the_day: int
    first_died: str | None
    last_died: str | None
    sketch: Sketch
    warnings: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Counts rows as they go by."""

    on_trouble: Callable[[Trouble], None] | None = None
    _counts: Counter[str] = field(default_factory=Counter)
    _codes: Counter[str] = field(default_factory=Counter)
    _known: Counter[str] = field(default_factory=Counter)
    _troubles: list[Trouble] = field(default_factory=list)
    _sketching: Sketching = field(default_factory=Sketching)
    _last_row: int = 0
    _died: tuple[str, str] | None = None

    def begin(self, header_row: int) -> None:
        """Say in which row the headings stand (0: there are none)."""
        self._last_row = header_row

    def add(self, read: ReadRow) -> None:
        """Count one row."""
        outcome = read.outcome
        number = outcome.row if isinstance(outcome, Refused) else outcome.number
        self._counts["empty"] += max(0, number - self._last_row - 1)
        self._last_row = number
        self._counts["rows"] += 1
        for trouble in read.troubles:
            self._codes[trouble.code] += 1
            if self._codes[trouble.code] <= MOST_OF_A_CODE:
                self._troubles.append(trouble)
            if self.on_trouble is not None:
                self.on_trouble(trouble)
        if read.troubles:
            self._counts["troubled"] += 1
        if isinstance(outcome, Victim):
            self._count_victim(outcome)
            self._sketching.add(content(outcome) if read.digest is None else read.digest)
        elif isinstance(outcome, BareNumber):
            self._counts["bare"] += 1
            self._counts["low"] += outcome.people_low
            high = outcome.people_high
            self._counts["high"] += outcome.people_low if high is None else high
        else:
            self._counts["refused"] += 1

    def _count_victim(self, victim: Victim) -> None:
        self._counts["victims"] += 1
        known = self._known
        for name in KNOWN:
            value = victim.age_low if name == "age" else getattr(victim, name)
            if isinstance(value, When) and value.edtf is None:
                continue  # its words are kept, and say no date
            if value is not None and value != ():
                known[name] += 1
        died = victim.died.edtf if victim.died is not None else None
        if died is not None and len(died) == 10 and died.replace("-", "").isdecimal():
            self._counts["to the day"] += 1
            first, last = self._died or (died, died)
            self._died = (min(first, died), max(last, died))

    def report(self) -> Report:
        """Return what was counted."""
        counts = self._counts
        order = list(CODES)
        return Report(
            rows=counts["rows"], empty=counts["empty"], victims=counts["victims"],
            bare_numbers=counts["bare"], people_low=counts["low"], people_high=counts["high"],
            refused=counts["refused"],
            codes={code: self._codes[code] for code in order if self._codes[code]},
            troubles=tuple(self._troubles), rows_with_trouble=counts["troubled"],
            known={name: self._known[name] for name in KNOWN},
            died_to_the_day=counts["to the day"],
            first_died=None if self._died is None else self._died[0],
            last_died=None if self._died is None else self._died[1],
            sketch=self._sketching.sketch(), warnings=tuple(self._warnings()),
        )  # fmt: skip

    def _warnings(self) -> Iterable[str]:
        counts, codes, rows = self._counts, self._codes, self._counts["rows"]
        if not rows:
            yield say("there is no row in it")
            return
        if counts["refused"] > rows * _MANY_REFUSED:
            yield say("{share} % of its rows are refused: look at them before anything is counted",
                      share=number(100 * counts["refused"] / rows, 1))  # fmt: skip
        if not counts["victims"]:
            yield say("nobody is named in it: no person can be counted from it")
        unread = sum(codes[code] for code in _UNREAD)
        if unread > max(_FEW, rows * _MANY_UNREAD):
            yield say("many dates cannot be read: state in the mapping how they are written")
        if codes["ambiguous-date"] > max(_FEW, rows * _MANY_UNREAD / 4):
            yield say(
                "day and month of many dates may be either: state `date_order` in the mapping"
            )
        if codes["too-many-cells"] > max(_FEW, rows * _MANY_REFUSED):
            yield say("many rows have more cells than headings: is the delimiter in a cell?")
        if codes["duplicate-row-id"] > max(_FEW, rows * _MANY_REFUSED):
            yield say("row ids repeat: another column may hold the ids")

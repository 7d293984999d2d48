"""Who is counted: inclusion criteria, and what each row of a list says to each of them.

A row says *yes*, *no*, or nothing clear. Criteria are asked of persons, whose rows may know
different things and contradict each other; so a criterion gives three numbers, not one:

- *low* counts whom every criterion holds for by somebody's word and against nobody's;
- *best* counts whom every criterion holds for by somebody's word;
- *high* counts whom no criterion excludes: everybody whom the lists leave open is in it.

The first criterion is that a row names the person. A body without a name on one list may be
somebody whom another list names, and no linkage can tell: such rows must not raise a minimum.

The second is that a row is not one of its list's told again (:mod:`probatum.count.told_again`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probatum.count.told_again import OPEN, YES, Repeats, in_draw
from probatum.model.letters import fold, is_spelled
from probatum.model.victims import Victim

NO = -1


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Whom to count. ``first`` and ``last`` are days, both included; ``place`` is any part of the
    place's path, or its words; ``status`` is what a source calls the person.
    """

    first: date | None = None
    last: date | None = None
    place: str | None = None
    status: Literal["civilian", "combatant"] | None = None

    def words(self) -> tuple[str, ...]:
        """Return the criteria as sentences for a page."""
        said = [
            "Persons whom at least one list names, and no list says to have been found alive.",
            "Whom no row names, or by initials alone, may be somebody whom another list names; who "
            "is only said to be missing or detained may be alive. Both count in the high alone.",
        ]
        if self.first or self.last:
            since = f"on or after {self.first}" if self.first else ""
            until = f"on or before {self.last}" if self.last else ""
            said.append("Died " + " and ".join(part for part in (since, until) if part) + ".")
        if self.place:
            said.append(f"Died in: {self.place}.")
        if self.status:
            said.append(f"Called {self.status} by a source; most sources do not say.")
        said.append(
            "Of named rows that say the same word for word, in a list that is said to have nobody "
            "twice, those that no other list has count in the high alone, but for one."
        )
        said.append(
            "Low counts whom some row meets every criterion for and no row speaks against; best "
            "counts whom some row meets every criterion for; high leaves out only whom the rows "
            "rule out."
        )
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Included:
    """Who counts in one draw, shape (persons,) each."""

    low: NDArray[np.bool_]
    best: NDArray[np.bool_]
    high: NDArray[np.bool_]


def stances(rows: Sequence[Victim], asked: Inclusion) -> NDArray[np.int8]:
    """Return what each row says to each criterion: 1, 0 or -1; shape (criteria, rows).

    The first criterion is whether the row names anybody, the second whether it is more than
    another row told again: *yes* of every row here, as it depends on the draw.
    """
    questions: list[Callable[[Victim], int]] = [_named, lambda _row: YES, _dead]
    if asked.first or asked.last:
        questions.append(lambda row: _in_time(row, asked))
    if asked.place:
        wanted = fold(asked.place)
        questions.append(lambda row: _in_place(row, wanted))
    if asked.status:
        questions.append(
            lambda row: OPEN if row.status is None else YES if row.status == asked.status else NO
        )
    said = [[question(row) for row in rows] for question in questions]
    return np.array(said, dtype=np.int8).reshape(len(questions), len(rows))


def included(labels: NDArray[np.int32], said: NDArray[np.int8]) -> Included:
    """Return which persons of a draw count; ``labels`` has the person of each row.

    >>> found = included(np.array([0, 0, 1]), np.array([[1, -1, 0]], dtype=np.int8))
    >>> found.low.tolist(), found.best.tolist(), found.high.tolist()
    ([False, False], [True, False], [True, True])
    """
    people = int(labels.max(initial=-1)) + 1
    low, best, high = (np.ones(people, dtype=bool) for _ in range(3))
    for criterion in said:
        yes = np.bincount(labels[criterion == YES], minlength=people) > 0
        no = np.bincount(labels[criterion == NO], minlength=people) > 0
        low &= yes & ~no
        best &= yes
        high &= yes | ~no
    return Included(low, best, high)


def best_rows(
    persons: NDArray[np.int32], said: NDArray[np.int8], repeats: Repeats = ()
) -> NDArray[np.bool_]:
    """Return which rows put a person on their list in overlap tables, shape (draws, rows).

    These are the rows that name somebody, of persons that count by the best reading. A row without
    a name puts nobody on its list, also where it is linked: of such rows those that nothing was
    linked to would be missing alone, and a list without anybody of its own says that all are known.
    """
    kept = []
    for labels in persons:
        now = in_draw(labels, said, repeats)
        kept.append(included(labels, now).best[labels] & (now[0] == YES) & (now[1] == YES))
    return np.stack(kept)


def unheard_place(rows: Sequence[Victim], asked: Inclusion) -> tuple[str, ...]:
    """Return what is to be said where no row has the place that is asked for: it may be misspelt.

    >>> unheard_place((), Inclusion(place="Kelmirad"))
    ('No row of any list names the place Kelmirad: write it as the lists do.',)
    """
    if asked.place is None:
        return ()
    wanted = fold(asked.place)
    if any(_in_place(row, wanted) == YES for row in rows):
        return ()
    return (f"No row of any list names the place {asked.place}: write it as the lists do.",)


def is_named(row: Victim) -> bool:
    """Say whether a row has a name of more than initials.

    >>> from probatum.model.values import NameForm
    >>> [is_named(Victim(list="a", row="1", number=1, names=(NameForm(full=name),)))
    ...  for name in ("Ada Orrin", "A. O.", "А")]
    [True, False, False]
    """
    return any(
        is_spelled(part)
        for form in row.names
        for part in (form.full, form.given, form.father, form.grandfather, form.family, form.kunya)
        if part
    )


def _named(row: Victim) -> int:
    return YES if is_named(row) else OPEN


def _dead(row: Victim) -> int:
    if not row.standings:
        return YES  # a list of the dead says so by naming the person
    dated = [
        (one.when.bounds.earliest or date.min, number)
        for number, one in enumerate(row.standings)
        if one.when is not None and one.when.bounds is not None
    ]
    newest = row.standings[max(dated)[1]] if len(dated) == len(row.standings) else row.standings[-1]
    return {"dead": YES, "found-alive": NO}.get(newest.status, OPEN)


def _in_time(row: Victim, asked: Inclusion) -> int:
    bounds = None if row.died is None else row.died.bounds
    if bounds is None:
        return OPEN
    first, last = bounds.earliest, bounds.latest
    before = asked.first is not None and last is not None and last < asked.first
    after = asked.last is not None and first is not None and first > asked.last
    if before or after:
        return OPEN if bounds.is_qualified else NO
    starts = asked.first is None or (first is not None and first >= asked.first)
    ends = asked.last is None or (last is not None and last <= asked.last)
    return YES if starts and ends and not bounds.is_qualified else OPEN


def _in_place(row: Victim, wanted: str) -> int:
    if row.place is None:
        return OPEN
    if wanted in {fold(part) for part in (*row.place.path, row.place.text or "")}:
        return YES
    return NO if row.place.path else OPEN

"""Which numbers stay out of what is shared: small ones, and those that would give them away.

A number below the threshold could point at a person. Where it is one part of a total that is shown,
it can be worked out from the others: so at least two parts are left out wherever one is, and those
parts hold at least as many people as the threshold.
"""

from __future__ import annotations

from collections.abc import Sequence

from probatum.count.documented import Cell, Span

SMALLEST = 5


def is_small(people: Span, smallest: int) -> bool:
    """Say whether a number that is not zero lies below the threshold."""
    return people.high > 0 and people.best < smallest


def left_out(parts: Sequence[Span], smallest: int = SMALLEST) -> list[bool]:
    """Return which parts of one total are left out."""
    hidden = [is_small(each, smallest) for each in parts]
    _complete(parts, hidden, range(len(parts)), smallest)
    return hidden


def cells_left_out(cells: Sequence[Cell], smallest: int = SMALLEST) -> list[bool]:
    """Return which cells of an overlap table are left out: its total and each list are shown."""
    people = [each.people for each in cells]
    hidden = [is_small(each, smallest) for each in people]
    names = sorted({name for each in cells for name in each.lists})
    margins = [
        [at for at, each in enumerate(cells) if (name in each.lists) is inside]
        for name in names
        for inside in (True, False)
    ]
    while any(_complete(people, hidden, margin, smallest) for margin in margins):
        pass  # a cell that was left out for one list counts for the others
    return hidden


def _complete(
    people: Sequence[Span], hidden: list[bool], margin: Sequence[int], smallest: int
) -> bool:
    """Leave out further parts of one total until none can be worked out; say whether any was."""
    more = False
    while True:
        out = [at for at in margin if hidden[at]]
        enough = len(out) > 1 and sum(people[at].best for at in out) >= smallest
        rest = [at for at in margin if not hidden[at] and people[at].high > 0]
        if not out or enough or not rest:
            return more
        hidden[min(rest, key=lambda at: (people[at].best, at))] = more = True

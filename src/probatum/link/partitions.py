"""Groups of rows and what moves between them: compiled kernels, arrays in, arrays out.

Rows are 0 to n-1; pairs stand in a row-compressed table (``start``, ``other``, ``odds``), each in
both directions. What joining two groups is worth is the mean log odds of the pairs between them
(average linkage): three rows that agree count as two links and not as three, and a pair that
speaks against it weighs as much as one that speaks for it. Pairs that no rule compared count
``UNSEEN``. Lists that name nobody twice are bits of a mask; groups whose masks meet are never
joined.

Randomness comes from a counter of our own (splitmix64), so that the same seed gives the same.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNSEEN = -1.0
"""Log odds of a pair that no rule found: rows of one person are found almost always."""


@compiled
def _random(state: Any) -> float:
    """Return a number from 0 to 1, and move the state (splitmix64)."""
    state[0] += np.uint64(0x9E3779B97F4A7C15)
    mixed = state[0]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = mixed ^ (mixed >> np.uint64(31))
    return float(mixed >> np.uint64(11)) / 9007199254740992.0


@compiled
def _root(parent: Any, row: int) -> int:
    while parent[row] != row:
        parent[row] = parent[parent[row]]
        row = parent[row]
    return row


@compiled
def numbered(roots: Any, made: Any) -> None:
    """Write into ``made`` the groups' numbers from 0, in order of appearance."""
    number = np.full(len(roots), -1, np.int32)
    next_one = 0
    for row in range(len(roots)):
        if number[roots[row]] < 0:
            number[roots[row]] = next_one
            next_one += 1
        made[row] = number[roots[row]]


@compiled
def components(rows: int, left: Any, right: Any) -> Any:
    """Return of each row the least row that it hangs together with by any of the pairs."""
    parent = np.arange(rows).astype(np.int32)
    for pair in range(len(left)):
        one, two = _root(parent, left[pair]), _root(parent, right[pair])
        if one < two:
            parent[two] = one
        elif two < one:
            parent[one] = two
    for row in range(rows):
        parent[row] = _root(parent, row)
    return parent


@compiled
def _across(
    rows_of: Any, start: Any, other: Any, odds: Any, parent: Any, one: int, two: int
) -> float:
    """Return the sum over compared pairs between two groups, ``one`` being the smaller."""
    total, row = 0.0, one
    while True:
        for at in range(start[row], start[row + 1]):
            if _root(parent, other[at]) == two:
                total += odds[at] - UNSEEN
        row = rows_of[row]
        if row == one:
            return total


@compiled
def grouped(start: Any, other: Any, odds: Any, mask: Any, left: Any, right: Any, seed: int) -> Any:
    """Join groups, the best pair first, and return the root of each row.

    ``left`` and ``right`` are the pairs to try, in order. With seed 0 groups are joined if that
    is better; else with the probability that it deserves, decided once for two groups.
    """
    rows = len(start) - 1
    parent = np.arange(rows).astype(np.int32)
    after, size, held = parent.copy(), np.ones(rows, np.int32), mask.copy()
    state = np.zeros(1, np.uint64)
    for pair in range(len(left)):
        one, two = _root(parent, left[pair]), _root(parent, right[pair])
        if one == two or held[one] & held[two]:
            continue
        if size[one] > size[two]:
            one, two = two, one
        between = _across(after, start, other, odds, parent, one, two)
        gain = UNSEEN + between / (size[one] * size[two])
        if seed:
            low, high = min(one, two), max(one, two)
            state[0] = np.uint64(seed) ^ (np.uint64(low) << np.uint64(32)) ^ np.uint64(high)
            _random(state)
            joined = _random(state) < 1.0 / (1.0 + np.exp(-min(max(gain, -50.0), 50.0)))
        else:
            joined = gain > 0
        if joined:
            parent[one] = two
            size[two] += size[one]
            held[two] |= held[one]
            after[one], after[two] = after[two], after[one]
    for row in range(rows):
        parent[row] = _root(parent, row)
    return parent


@compiled
def shaken(
    roots: Any, ends: Any, start: Any, other: Any, odds: Any, mask: Any, sweeps: int, seed: int
) -> Any:
    """Move single rows between groups, and exchange two, until the first grouping is forgotten.

    Gibbs steps: each row in turn is taken out and put where it fits, in proportion to the weight
    that each place gives; Metropolis steps exchange two rows of one list between their groups.
    ``ends`` says where each stretch of rows ends that hang together: nothing moves between two, so
    each is shaken for itself, while all of it is near. Two rows alone were drawn as their pair
    deserves when they were grouped.
    """
    rows = len(start) - 1
    label, state = roots.copy(), np.array([seed], np.uint64)
    size, held = np.zeros(rows, np.int32), np.zeros(rows, np.int64)
    for row in range(rows):
        size[label[row]] += 1
        held[label[row]] |= mask[row]
    between, met = np.zeros(rows), np.zeros(rows, np.bool_)
    most, first = 1, 0
    for end in ends:
        most = max(most, end - first)
        first = end
    free, near = np.empty(most + 1, np.int32), np.empty(most + 1, np.int32)
    gains = np.empty(most + 1)
    first = 0
    for end in ends:
        if end - first > 2:
            unused = 0
            for row in range(first, end):
                if size[row] == 0:
                    free[unused] = row
                    unused += 1
            for _ in range(sweeps):
                for row in range(first, end):
                    unused = _moved(row, label, size, held, free, unused, near, gains, between, met,
                                    start, other, odds, mask, state)  # fmt: skip
                _exchange(first, end, label, size, start, other, odds, mask, state)
        first = end
    return label


@compiled
def _moved(
    row: int, label: Any, size: Any, held: Any, free: Any, unused: int, near: Any, gains: Any,
    between: Any, met: Any, start: Any, other: Any, odds: Any, mask: Any, state: Any,
) -> int:  # fmt: skip
    """Take a row out and put it where it fits; return how many labels are ``free`` now."""
    places = 0
    for at in range(start[row], start[row + 1]):
        there = label[other[at]]
        if not met[there]:
            met[there], between[there] = True, 0.0
            near[places] = there
            places += 1
        between[there] += odds[at] - UNSEEN
    mine = label[row]
    size[mine] -= 1
    held[mine] ^= mask[row]
    if size[mine] == 0:
        free[unused] = mine
        unused += 1
    best, found = 0.0, 0
    for place in range(places):
        there = near[place]
        met[there] = False
        if size[there] == 0 or held[there] & mask[row]:
            continue
        near[found] = there
        gains[found] = UNSEEN + between[there] / size[there]
        best = max(best, gains[found])
        found += 1
    if size[mine] > 0 and not _listed(near, found, mine) and not held[mine] & mask[row]:
        # In its group without a compared pair: it may stay.
        near[found], gains[found] = mine, UNSEEN
        best = max(best, gains[found])
        found += 1
    alone = _weight(-best)
    whole = alone
    for place in range(found):
        gains[place] = _weight(gains[place] - best)
        whole += gains[place]
    left = _random(state) * whole - alone
    chosen = -1
    if left >= 0:
        chosen = near[found - 1] if found else -1
        for place in range(found):
            left -= gains[place]
            if left < 0:
                chosen = near[place]
                break
    if chosen < 0:
        unused -= 1
        chosen = free[unused]
    label[row] = chosen
    size[chosen] += 1
    held[chosen] |= mask[row]
    return unused


@compiled
def _weight(odds: float) -> float:
    """Return what log odds against the best place weigh; below -40, nothing is ever drawn."""
    return np.exp(odds) if odds > -40.0 else 0.0


@compiled
def _listed(near: Any, found: int, place: int) -> bool:
    for at in range(found):
        if near[at] == place:
            return True
    return False


@compiled
def _exchange(
    first: int, end: int, label: Any, size: Any, start: Any, other: Any, odds: Any, mask: Any,
    state: Any,
) -> None:  # fmt: skip
    """Try, for as many rows as hang together, to exchange one with a row of its list elsewhere."""
    for _ in range(end - first):
        row = first + int(_random(state) * (end - first))
        near = start[row + 1] - start[row]
        if near == 0 or mask[row] == 0:
            continue
        middle = other[start[row] + int(_random(state) * near)]
        here, there = label[row], label[middle]
        if here == there:
            continue
        rival = -1
        for at in range(start[middle], start[middle + 1]):
            if label[other[at]] == there and mask[other[at]] == mask[row]:
                rival = other[at]
                break
        if rival < 0:
            continue
        mine_here, mine_there, ways_mine_here, ways_mine_there = _towards(
            label, start, other, odds, row, rival, here, there)  # fmt: skip
        its_there, its_here, ways_its_there, ways_its_here = _towards(
            label, start, other, odds, rival, row, there, here)  # fmt: skip
        one, two = size[here] - 1, size[there] - 1
        gain = (_mean(mine_there, two) + _mean(its_here, one)
                - _mean(mine_here, one) - _mean(its_there, two))  # fmt: skip
        its = start[rival + 1] - start[rival]
        ahead = ways_mine_there / near + ways_its_here / its
        back = ways_mine_here / near + ways_its_there / its
        if back > 0 and np.log(_random(state) + 1e-300) < gain + np.log(back / ahead):
            label[row], label[rival] = there, here


@compiled
def _mean(total: float, rows: int) -> float:
    return UNSEEN + total / rows if rows else 0.0


@compiled
def _towards(
    label: Any, start: Any, other: Any, odds: Any, row: int, rival: int, here: int, there: int
) -> Any:
    """Return what a row is worth to its group and to the other one, and in how many pairs."""
    mine, its, ways_mine, ways_its = 0.0, 0.0, 0, 0
    for at in range(start[row], start[row + 1]):
        if other[at] == rival:
            continue
        if label[other[at]] == here:
            mine += odds[at] - UNSEEN
            ways_mine += 1
        elif label[other[at]] == there:
            its += odds[at] - UNSEEN
            ways_its += 1
    return mine, its, ways_mine, ways_its

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
def _moved_on(state: Any) -> Any:
    """Return the state of chance that follows (splitmix64)."""
    return state + np.uint64(0x9E3779B97F4A7C15)


@compiled
def _chance(state: Any) -> Any:
    """Return the number from 0 to 1 that a state stands for."""
    mixed = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
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
            state = np.uint64(seed) ^ (np.uint64(low) << np.uint64(32)) ^ np.uint64(high)
            joined = _chance(_moved_on(_moved_on(state))) < 1.0 / (
                1.0 + np.exp(-min(max(gain, -50.0), 50.0))
            )
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
    ``ends`` says where each stretch of rows ends that hang together; nothing moves between two.
    Two rows alone were drawn as their pair deserves when they were grouped.
    """
    rows = len(start) - 1
    label, state = roots.copy(), np.uint64(seed)
    size, held = np.zeros(rows, np.int32), np.zeros(rows, np.int64)
    for row in range(rows):
        size[label[row]] += 1
        held[label[row]] |= mask[row]
    for _ in range(sweeps):
        state = _move(ends, label, size, held, start, other, odds, mask, state)
        state = _exchange(ends, label, size, start, other, odds, mask, state)
    return label


# What is called for every row takes numbers and no arrays: numba counts who holds an array at each
# call, which takes longer than what is done with it.


@compiled
def _move(
    ends: Any, label: Any, size: Any, held: Any, start: Any, other: Any, odds: Any, mask: Any,
    state: Any,
) -> Any:  # fmt: skip
    """Take each row out and put it where it fits; return the state of chance."""
    between, met = np.zeros(len(label)), np.zeros(len(label), np.bool_)
    most, first = 1, 0
    for end in ends:
        most = max(most, end - first)
        first = end
    free, near = np.empty(most + 1, np.int32), np.empty(most + 1, np.int32)
    weights = np.empty(most + 1)
    end = 0
    for stretch in range(len(ends)):
        first, end = end, ends[stretch]
        if end - first <= 2:
            continue
        unused = 0
        for row in range(first, end):
            if size[row] == 0:
                free[unused] = row
                unused += 1
        for row in range(first, end):
            places, mine = 0, label[row]
            for at in range(start[row], start[row + 1]):
                there = label[other[at]]
                if not met[there]:
                    met[there], between[there] = True, 0.0
                    near[places] = there
                    places += 1
                between[there] += odds[at] - UNSEEN
            size[mine] -= 1
            held[mine] ^= mask[row]
            if size[mine] == 0:
                free[unused] = mine
                unused += 1
            best, found, stays = 0.0, 0, False
            for place in range(places):
                there = near[place]
                met[there] = False
                if size[there] == 0 or held[there] & mask[row]:
                    continue
                stays = stays or there == mine
                near[found] = there
                weights[found] = UNSEEN + between[there] / size[there]
                best = max(best, weights[found])
                found += 1
            if size[mine] > 0 and not stays and not held[mine] & mask[row]:
                # In its group without a compared pair: it may stay.
                near[found], weights[found] = mine, UNSEEN
                best = max(best, weights[found])
                found += 1
            alone = _weight(-best)
            whole = alone
            for place in range(found):
                weights[place] = _weight(weights[place] - best)
                whole += weights[place]
            state = _moved_on(state)
            left, chosen = _chance(state) * whole - alone, -1
            if left >= 0:
                chosen = near[found - 1] if found else -1
                for place in range(found):
                    left -= weights[place]
                    if left < 0:
                        chosen = near[place]
                        break
            if chosen < 0:
                unused -= 1
                chosen = free[unused]
            label[row] = chosen
            size[chosen] += 1
            held[chosen] |= mask[row]
    return state


@compiled
def _weight(odds: Any) -> Any:
    """Return what log odds against the best place weigh; below -40, nothing is ever drawn."""
    return np.exp(odds) if odds > -40.0 else 0.0


@compiled
def _exchange(
    ends: Any, label: Any, size: Any, start: Any, other: Any, odds: Any, mask: Any, state: Any
) -> Any:
    """Try, for as many rows as there are, to exchange one with a row of its list elsewhere.

    Returns the state of chance.
    """
    end = 0
    for stretch in range(len(ends)):
        first, end = end, ends[stretch]
        if end - first <= 2:
            continue
        for _ in range(end - first):
            state = _moved_on(state)
            row = first + int(_chance(state) * (end - first))
            near = start[row + 1] - start[row]
            if mask[row] == 0:
                continue
            state = _moved_on(state)
            middle = other[start[row] + int(_chance(state) * near)]
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
            state = _moved_on(state)
            if back > 0 and np.log(_chance(state) + 1e-300) < gain + np.log(back / ahead):
                label[row], label[rival] = there, here
    return state


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

"""Pairs of rows that share a key: compiled kernels, arrays in, arrays out.

Keys have shape (rows, rules), -1 where a rule has none for a row. Each pair is found once, by the
first rule whose key both rows share; rows of one list that names nobody twice are no pair.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from probatum.compiling import compiled


@compiled
def pairs_of_keys(keys: Any, list_of_row: Any, repeats: Any) -> Any:
    """Return the pairs, ordered, the first row less than the second, and which rules found them.

    Three arrays of shape (pairs,): rows, rows, and a bit for each rule whose key both share.
    """
    rows, rules = keys.shape
    most = 0
    for rule in range(rules):
        first = 0
        for end in _grouped_by(keys, rule)[1]:
            most += (end - first) * (end - first - 1) // 2
            first = end
    one_side, other_side = np.empty(most, np.int32), np.empty(most, np.int32)
    found = 0
    for rule in range(rules):
        members, ends = _grouped_by(keys, rule)
        first = 0
        for end in ends:
            for at in range(first, end):
                one = members[at]
                for other_at in range(at + 1, end):
                    other = members[other_at]
                    if list_of_row[one] == list_of_row[other] and not repeats[list_of_row[one]]:
                        continue
                    is_new = True
                    for before in range(rule):
                        if keys[one, before] >= 0 and keys[one, before] == keys[other, before]:
                            is_new = False
                            break
                    if is_new:
                        one_side[found], other_side[found] = one, other
                        found += 1
            first = end
    start = np.zeros(rows + 1, np.int64)
    for pair in range(found):
        start[one_side[pair] + 1] += 1
    for row in range(rows):
        start[row + 1] += start[row]
    left, right = np.empty(found, np.int32), np.empty(found, np.int32)
    for pair in range(found):
        place = start[one_side[pair]]
        left[place], right[place] = one_side[pair], other_side[pair]
        start[one_side[pair]] += 1
    rules_of = np.zeros(found, np.uint16)
    first = 0
    for row in range(rows):
        right[first : start[row]].sort()
        for at in range(first, start[row]):
            for rule in range(rules):
                if keys[row, rule] >= 0 and keys[row, rule] == keys[right[at], rule]:
                    rules_of[at] |= np.uint16(1) << np.uint16(rule)
        first = start[row]
    return left, right, rules_of


@compiled
def _grouped_by(keys: Any, rule: int) -> Any:
    """Return the rows with a key, those of one key together and in order, and where each ends."""
    groups = 0
    for row in range(len(keys)):
        groups = max(groups, keys[row, rule] + 1)
    ends = np.zeros(groups + 1, np.int64)
    for row in range(len(keys)):
        if keys[row, rule] >= 0:
            ends[keys[row, rule] + 1] += 1
    for group in range(groups):
        ends[group + 1] += ends[group]
    members = np.empty(ends[groups], np.int32)
    for row in range(len(keys)):
        group = keys[row, rule]
        if group >= 0:
            members[ends[group]] = row
            ends[group] += 1
    return members, ends[:groups]

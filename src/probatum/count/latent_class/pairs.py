"""Steps of the chain that change two classes at once, compiled.

What lists say of two classes together is known better than how they differ: each single class is
held where it is by the other. A pair step keeps the mean chance of each list over the two classes,
weighted by their shares, and changes the difference, or how the two divide their share. As in
``sweeps`` classes, cells and N are summed out, and a draw of N keeps bounds.
"""

from __future__ import annotations

from math import exp, log

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled
from probatum.count.latent_class.chances import (
    ALPHA,
    LOG_LAST,
    SMALLEST_SHARE,
    UNSEEN,
    Floats,
    chance_seen,
    draw_unseen,
    fill_cells,
    surely_within,
)

STRETCH, SHAKE, DIVIDE = 0, 1, 2
SORTS = 3


@compiled
def log_prior_of_shares(shares: Floats, alpha: float, log_last: float) -> float:
    """Return the logarithm of the stick-breaking density of shares, up to a constant."""
    tail = 0.0
    found = alpha * log_last
    for k in range(shares.shape[0] - 1, 0, -1):
        tail += shares[k]
        found -= log(tail)
    return found


@compiled
def shift_pair(
    chance: np.random.Generator,
    one: int,
    two: int,
    histories: NDArray[np.uint8],
    counts: NDArray[np.int64],
    observed: int,
    low: int,
    high: int,
    shares: Floats,
    chances: Floats,
    misses: Floats,
    cells: Floats,
    seen: Floats,
    numbers: Floats,
    room: Floats,
    row: Floats,
) -> None:
    """Change two classes by Metropolis steps: stretch or shake their difference, divide anew.

    With weights w of the two in their common share, mean M and difference D of chances in a list,
    the classes are M + (1 - w) D and M - w D, a map whose Jacobian is 1 for every w. ``room`` has
    shape (3, cells), ``row`` (4, lists).
    """
    classes, lists = chances.shape
    both = shares[one] + shares[two]
    if not (shares[one] > SMALLEST_SHARE and shares[two] > SMALLEST_SHARE):
        return
    others, first, second = room[0], room[1], room[2]
    likelihood = 0.0
    for cell in range(counts.shape[0]):
        given = 0.0
        for k in range(classes):
            if k != one and k != two:
                given += shares[k] * cells[k, cell]
        others[cell] = given
        here = given + shares[one] * cells[one, cell] + shares[two] * cells[two, cell]
        likelihood += counts[cell] * log(here)
    seen_others = 0.0
    unseen_others = 0.0
    for k in range(classes):
        if k != one and k != two:
            seen_others += shares[k] * seen[k]
            unseen_others += shares[k] * (1.0 - seen[k])
    for sort in range(SORTS):
        scale = 10.0 ** (-1.7 * chance.random())  # some steps are near and some are far
        weight = shares[one] / both
        wanted = weight
        stretch = 1.0
        ratio = 0.0
        if sort == STRETCH:
            step = scale * chance.standard_normal()
            stretch = exp(step)
            ratio = lists * step
        elif sort == DIVIDE:
            step = exp(scale * chance.standard_normal())
            wanted = weight * step / (1.0 - weight + weight * step)
            if not 0.0 < wanted < 1.0:
                continue
            ratio = log(wanted * (1.0 - wanted) / (weight * (1.0 - weight)))
        inside = True
        for place in range(lists):
            difference = chances[one, place] - chances[two, place]
            # From the nearer end, so that small chances of missing keep their digits.
            if sort == SHAKE:
                change = scale * chance.standard_normal()
                by_one, by_two = (1.0 - weight) * change, -weight * change
            elif sort == STRETCH:
                change = (stretch - 1.0) * difference
                by_one, by_two = (1.0 - weight) * change, -weight * change
            else:
                by_one = by_two = (weight - wanted) * difference
            row[0, place], row[1, place] = chances[one, place] + by_one, misses[one, place] - by_one
            row[2, place], row[3, place] = chances[two, place] + by_two, misses[two, place] - by_two
            for each in range(4):
                inside = inside and row[each, place] > 0.0
        if not inside:
            continue
        seen_one, seen_two = chance_seen(row[0]), chance_seen(row[2])
        share_one, share_two = both * wanted, both * (1.0 - wanted)
        log_last = numbers[LOG_LAST]
        if sort == DIVIDE:
            if not (share_one > SMALLEST_SHARE and share_two > SMALLEST_SHARE):
                continue
            before = log_prior_of_shares(shares, numbers[ALPHA], log_last)
            old_one, old_two = shares[one], shares[two]
            shares[one], shares[two] = share_one, share_two
            if one == classes - 1:
                log_last = log(share_one)
            if two == classes - 1:
                log_last = log(share_two)
            ratio += log_prior_of_shares(shares, numbers[ALPHA], log_last) - before
            shares[one], shares[two] = old_one, old_two
        old_seen = seen_others + shares[one] * seen[one] + shares[two] * seen[two]
        new_seen = seen_others + share_one * seen_one + share_two * seen_two
        ratio -= observed * log(new_seen / old_seen)
        fill_cells(row[0], row[1], histories, first)
        fill_cells(row[2], row[3], histories, second)
        new_likelihood = 0.0
        for cell in range(counts.shape[0]):
            here = others[cell] + share_one * first[cell] + share_two * second[cell]
            new_likelihood += counts[cell] * log(here)
        ratio += new_likelihood - likelihood
        if not -chance.standard_exponential() < ratio:
            continue
        unseen_share = share_one * (1.0 - seen_one) + share_two * (1.0 - seen_two)
        odds = (unseen_others + unseen_share) / new_seen
        if not surely_within(observed, odds, low, high):
            unseen = draw_unseen(chance, observed, odds, low, high)
            if unseen < 0:
                continue
            numbers[UNSEEN] = unseen
        likelihood = new_likelihood
        numbers[LOG_LAST] = log_last
        shares[one], shares[two] = share_one, share_two
        seen[one], seen[two] = seen_one, seen_two
        for place in range(lists):
            chances[one, place], misses[one, place] = row[0, place], row[1, place]
            chances[two, place], misses[two, place] = row[2, place], row[3, place]
        for cell in range(counts.shape[0]):
            cells[one, cell], cells[two, cell] = first[cell], second[cell]

"""The Markov chain of the latent-class model, compiled.

Each person belongs to one of K classes; in class k list j has a person with chance
``chances[k, j]``, independently of the other lists. Priors: chances uniform; shares of classes by
stick-breaking with Beta(1, alpha), the K-th class taking what is left; alpha Gamma(a, rate b); the
number of persons N proportional to 1/N on what is allowed (Manrique-Vallier 2016).

A sweep has two sorts of steps. *Splitting* is the paper's Gibbs sampler on cells: it draws how many
persons are in no list, splits each cell over the classes by binomial draws, then draws chances and
shares from what each class holds. Alone it mixes slowly, because the persons in no list hold the
class in place that they were drawn from. *Shifting* therefore works with classes, cells and N
summed out: with the prior 1/N the sum over N of the likelihood is (1 - rho)^-n times that of the
observed cells, rho being the chance to be in no list. It moves the chances of one class while its
share *among the persons in lists* stays as it is, which is the direction along which N is
uncertain; or that share alone. Labels of neighbouring classes are exchanged by Metropolis steps,
which keeps larger classes in front.

Where N is bounded, a shift also draws the persons in no list from their distribution without
bounds, and is refused if they are out of bounds: together with the sum above this is a Metropolis
step on (parameters, N) whose ratio is the same.

Steps that change two classes at once are in ``pairs``.
"""

from __future__ import annotations

from math import exp, log

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled
from probatum.count.latent_class.chances import (
    ALPHA,
    LOG_LAST,
    OCCUPIED,
    SMALLEST_SHARE,
    UNSEEN,
    Floats,
    chance_seen,
    draw_unseen,
    fill_cells,
    log_gamma_draw,
    surely_within,
)
from probatum.count.latent_class.pairs import shift_pair

SHIFTS = 3  # all lists together, each list by itself, the share alone
PAIRS = 3  # pairs of classes that are changed in a sweep


@compiled
def split_cells(
    chance: np.random.Generator,
    histories: NDArray[np.uint8],
    counts: NDArray[np.int64],
    shares: Floats,
    cells: Floats,
    seen: Floats,
    unseen: int,
    held: Floats,
    listed: Floats,
) -> None:
    """Split each cell, and the persons in no list, over the classes.

    Writes into ``held`` (K,) the persons of each class, into ``listed`` (K, J) those in each list.
    """
    classes, lists = listed.shape
    held[:] = 0.0
    listed[:] = 0.0
    for cell in range(counts.shape[0] + 1):
        nobody = cell == counts.shape[0]
        left = unseen if nobody else counts[cell]
        weight = 0.0
        for k in range(classes):
            weight += shares[k] * ((1.0 - seen[k]) if nobody else cells[k, cell])
        for k in range(classes):
            if left == 0:
                break
            mine = shares[k] * ((1.0 - seen[k]) if nobody else cells[k, cell])
            if k == classes - 1 or mine >= weight:
                drawn = left
            else:
                drawn = chance.binomial(left, mine / weight)
            weight -= mine
            left -= drawn
            held[k] += drawn
            if drawn > 0 and not nobody:
                for place in range(lists):
                    if histories[cell, place]:
                        listed[k, place] += drawn


@compiled
def draw_parameters(
    chance: np.random.Generator,
    held: Floats,
    listed: Floats,
    shares: Floats,
    chances: Floats,
    misses: Floats,
    numbers: Floats,
) -> None:
    """Draw chances and shares of all classes given the persons that each holds."""
    classes, lists = listed.shape
    behind = 0.0
    occupied = 0
    for k in range(classes):
        behind += held[k]
        occupied += held[k] > 0
    stick = 0.0
    for k in range(classes):
        for place in range(lists):
            yes = chance.standard_gamma(1.0 + listed[k, place])
            no = chance.standard_gamma(1.0 + held[k] - listed[k, place])
            chances[k, place] = yes / (yes + no)
            misses[k, place] = no / (yes + no)
        behind -= held[k]
        if k == classes - 1:
            shares[k] = exp(stick)
        else:
            taken = log_gamma_draw(chance, 1.0 + held[k])
            kept = log_gamma_draw(chance, numbers[ALPHA] + behind)
            top = max(taken, kept)
            both = top + log(exp(taken - top) + exp(kept - top))
            shares[k] = exp(stick + taken - both)
            stick += kept - both
    numbers[LOG_LAST] = stick
    numbers[OCCUPIED] = occupied


@compiled
def swap_neighbours(
    chance: np.random.Generator,
    shares: Floats,
    chances: Floats,
    misses: Floats,
    cells: Floats,
    seen: Floats,
    numbers: Floats,
) -> None:
    """Exchange labels k and k + 1, for each k: the likelihood stays, the prior of shares decides.

    That prior is alpha^(K-1) * share_K^alpha / product of the tails T_k = share_k + ... + share_K.
    """
    classes = shares.shape[0]
    behind = 0.0
    for k in range(classes - 2, -1, -1):
        old_tail = behind + shares[k + 1]
        new_tail = behind + shares[k]
        if shares[k] > SMALLEST_SHARE and shares[k + 1] > SMALLEST_SHARE:
            ratio = log(old_tail / new_tail)
            log_last = numbers[LOG_LAST]
            if k == classes - 2:
                log_last = log(shares[k])
                ratio += numbers[ALPHA] * (log_last - numbers[LOG_LAST])
            if -chance.standard_exponential() < ratio:
                numbers[LOG_LAST] = log_last
                shares[k], shares[k + 1] = shares[k + 1], shares[k]
                seen[k], seen[k + 1] = seen[k + 1], seen[k]
                for place in range(chances.shape[1]):
                    one, two = chances[k, place], misses[k, place]
                    chances[k, place], misses[k, place] = (
                        chances[k + 1, place], misses[k + 1, place])  # fmt: skip
                    chances[k + 1, place], misses[k + 1, place] = one, two
                for cell in range(cells.shape[1]):
                    one = cells[k, cell]
                    cells[k, cell] = cells[k + 1, cell]
                    cells[k + 1, cell] = one
        behind += shares[k + 1]


@compiled
def shift_class(
    chance: np.random.Generator,
    k: int,
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
    scales: Floats,
    tally: Floats,
    room: Floats,
    row: Floats,
) -> None:
    """Shift one class by Metropolis steps, with classes, cells and N summed out.

    ``room`` has shape (2, cells) for what other classes give to each cell and for the new cells of
    this one; ``row`` (2, lists) for its new chances. Shares are kept as they are; a shift changes
    share_k by a factor r and divides all by their sum S, whose Jacobian is r / S^K.
    """
    classes, lists = chances.shape
    others, fresh = room[0], room[1]
    yes, no = row[0], row[1]
    if not shares[k] > SMALLEST_SHARE:
        return
    likelihood = 0.0
    for cell in range(counts.shape[0]):
        given = 0.0
        for each in range(classes):
            if each != k:
                given += shares[each] * cells[each, cell]
        others[cell] = given
        likelihood += counts[cell] * log(given + shares[k] * cells[k, cell])
    seen_others = 0.0
    unseen_others = 0.0
    for each in range(classes):
        if each != k:
            seen_others += shares[each] * seen[each]
            unseen_others += shares[each] * (1.0 - seen[each])
    for sort in range(SHIFTS):
        tally[k, sort, 1] += 1.0
        # Now and then a far step, so that one scale serves narrow and wide directions.
        scale = scales[k, sort] * (4.0 if chance.random() < 0.15 else 1.0)
        step = scale * chance.standard_normal()
        jacobian = 1.0
        if sort == SHIFTS - 1:
            factor, caught = exp(step), seen[k]
        else:
            for place in range(lists):
                if sort == 1 and place > 0:
                    step = scale * chance.standard_normal()
                grown = exp(step)
                whole = misses[k, place] + chances[k, place] * grown
                yes[place] = chances[k, place] * grown / whole
                no[place] = misses[k, place] / whole
                jacobian *= grown / (whole * whole)
            caught = chance_seen(yes)
            factor = seen[k] / caught
        total = 1.0 + (factor - 1.0) * shares[k]
        mine = factor * shares[k]
        if not (caught > 0.0 and mine > SMALLEST_SHARE * total and mine < 1e200 * total):
            continue
        # The prior of shares: tails up to k contain share k, all are divided by S; share_K too.
        tails = 1.0
        behind = 0.0
        for each in range(classes - 1, 0, -1):
            behind += shares[each]
            if each <= k:
                tails *= behind / (behind + (factor - 1.0) * shares[k])
        ratio = log(jacobian * factor * tails / total)
        log_last = numbers[LOG_LAST] - log(total)
        if k == classes - 1:
            log_last += log(factor)
        ratio += numbers[ALPHA] * (log_last - numbers[LOG_LAST])
        old_seen = seen_others + shares[k] * seen[k]
        new_seen = seen_others + mine * caught
        ratio -= observed * log(new_seen / old_seen)
        if sort < SHIFTS - 1:
            fill_cells(yes, no, histories, fresh)
        else:
            fresh[:] = cells[k]
        new_likelihood = 0.0
        for cell in range(counts.shape[0]):
            new_likelihood += counts[cell] * log(others[cell] + mine * fresh[cell])
        ratio += new_likelihood - likelihood
        if not -chance.standard_exponential() < ratio:
            continue
        odds = (unseen_others + mine * (1.0 - caught)) / new_seen
        if not surely_within(observed, odds, low, high):
            unseen = draw_unseen(chance, observed, odds, low, high)
            if unseen < 0:
                continue
            numbers[UNSEEN] = unseen
        tally[k, sort, 0] += 1.0
        numbers[LOG_LAST] = log_last
        for each in range(classes):
            shares[each] /= total
        shares[k] = mine / total
        likelihood = new_likelihood - observed * log(total)
        for cell in range(counts.shape[0]):
            others[cell] /= total
            cells[k, cell] = fresh[cell]
        seen_others /= total
        unseen_others /= total
        seen[k] = caught
        if sort < SHIFTS - 1:
            for place in range(lists):
                chances[k, place] = yes[place]
                misses[k, place] = no[place]


@compiled
def run_chain(
    chance: np.random.Generator,
    histories: NDArray[np.uint8],
    counts: NDArray[np.int64],
    prior: tuple[float, float, int, int],
    every: int,
    thin: int,
    shares: Floats,
    chances: Floats,
    numbers: Floats,
    scales: Floats,
    tally: Floats,
    draws: Floats,
    by_size: Floats,
) -> None:
    """Run ``thin`` sweeps for each row of ``draws``: N, alpha, classes that hold anybody.

    ``prior`` is a, b and the least and most persons in no list. Cells are split in one of ``every``
    sweeps. The state (``shares`` (K,), ``chances`` (K, J), ``numbers``) is changed in place, and
    the next call goes on from there. ``by_size`` (K, 1 + J) gets the sums of shares and chances of
    classes, the largest first.
    """
    a, b, low, high = prior
    classes, lists = chances.shape
    observed = counts.sum()
    misses = 1.0 - chances
    cells = np.empty((classes, counts.shape[0]))
    seen = np.empty(classes)
    held, listed = np.empty(classes), np.empty((classes, lists))
    room, row = np.empty((3, counts.shape[0])), np.empty((4, lists))
    for k in range(classes):
        fill_cells(chances[k], misses[k], histories, cells[k])
        seen[k] = chance_seen(chances[k])
    for sweep in range(draws.shape[0] * thin):
        if sweep % every == 0:
            split_cells(chance, histories, counts, shares, cells, seen, int(numbers[UNSEEN]),
                        held, listed)  # fmt: skip
            draw_parameters(chance, held, listed, shares, chances, misses, numbers)
            for k in range(classes):
                fill_cells(chances[k], misses[k], histories, cells[k])
                seen[k] = chance_seen(chances[k])
        numbers[ALPHA] = chance.standard_gamma(a + classes - 1) / (b - numbers[LOG_LAST])
        for k in range(classes):
            shift_class(chance, k, histories, counts, observed, low, high, shares, chances, misses,
                        cells, seen, numbers, scales, tally, room, row)  # fmt: skip
        for _ in range(PAIRS if classes > 1 else 0):
            # Larger classes, which come first, more often.
            one = int(classes * chance.random() ** 2)
            two = int((classes - 1) * chance.random() ** 2)
            two += two >= one
            shift_pair(chance, one, two, histories, counts, observed, low, high, shares, chances,
                       misses, cells, seen, numbers, room, row)  # fmt: skip
        swap_neighbours(chance, shares, chances, misses, cells, seen, numbers)
        caught = 0.0
        missed = 0.0
        for k in range(classes):
            caught += shares[k] * seen[k]
            missed += shares[k] * (1.0 - seen[k])
        unseen = draw_unseen(chance, observed, missed / caught, low, high)
        if unseen >= 0:  # out of bounds: the one before stays, as in any Metropolis step
            numbers[UNSEEN] = unseen
        if (sweep + 1) % thin == 0:
            at = sweep // thin
            draws[at, 0] = observed + numbers[UNSEEN]
            draws[at, 1] = numbers[ALPHA]
            draws[at, 2] = numbers[OCCUPIED]
            order = np.argsort(-shares)
            for k in range(classes):
                by_size[k, 0] += shares[order[k]]
                for place in range(lists):
                    by_size[k, 1 + place] += chances[order[k], place]

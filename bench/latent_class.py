"""B20: effective draws a second of the latent-class model, on the Kosovo table of 2002.

The peer is the Gibbs sampler of Manrique-Vallier 2016, written plainly below and compiled by the
same compiler: cells of the table are split over classes by binomial draws, as LCMCR does, so that
it does not pay for each person. Both have ten classes, the same prior and cap, and are measured by
turns in one process; draws are judged by the same bulk ESS. Seconds are of the processor, without
warming up (30,000 rounds of the peer, 3,000 sweeps of ours) and without compiling; how long that
takes is said. The table: Ball, Betts, Scheuren, Dudukovich, Asher 2002 (four lists, 4,400 persons).
"""

from __future__ import annotations

import sys
import time
from itertools import product

import numba
import numpy as np
from _measure import promise
from numpy.typing import NDArray

from probatum.count.convergence import ess_bulk, rhat
from probatum.count.latent_class.chains import WARMING, Chains, Prior
from probatum.count.overlap import overlap

LEAST, AIM = 1.0, 5.0
CLASSES, A, B, CAP = 10, 0.25, 0.25, 20
CHAINS, PEER_ROUNDS, OUR_SWEEPS, TURNS = 4, 40_000, 8_000, 5
PEER_THIN, OUR_THIN = 10, 5
CELLS = (306, 936, 123, 845, 31, 217, 32, 1131, 106, 228, 42, 177, 18, 181, 27)
TABLE = overlap(("EXH", "ABA", "OSCE", "HRW"), list(product((0, 1), repeat=4))[1:], CELLS)


@numba.njit
def plain(chance, histories, counts, cap, rounds, thin, shares, chances, alpha, people):
    """Gibbs sampling round by round: missing persons, classes, chances, shares, concentration."""
    cells, lists = histories.shape
    classes = shares.shape[0]
    observed = counts.sum()
    weights = np.empty(classes)
    for turn in range(rounds):
        held, listed = np.zeros(classes), np.zeros((classes, lists))
        for cell in range(cells + 1):
            total = 0.0
            for k in range(classes):
                weights[k] = shares[k]
                for j in range(lists):
                    seen = cell < cells and histories[cell, j] == 1
                    weights[k] *= chances[k, j] if seen else 1 - chances[k, j]
                total += weights[k]
            if cell < cells:
                left = counts[cell]
            else:
                left = cap + 1
                while left > cap:
                    mean = chance.standard_gamma(float(observed)) * total / (1 - total)
                    left = chance.poisson(mean)
                if turn % thin == 0:
                    people[turn // thin] = observed + left
            for k in range(classes):
                if left == 0:
                    break
                last = k == classes - 1 or weights[k] >= total
                mine = left if last else chance.binomial(left, weights[k] / total)
                total -= weights[k]
                left -= mine
                held[k] += mine
                for j in range(lists):
                    if cell < cells and histories[cell, j] == 1:
                        listed[k, j] += mine
        stick, logs, behind = 1.0, 0.0, held.sum()
        for k in range(classes):
            for j in range(lists):
                chances[k, j] = chance.beta(1 + listed[k, j], 1 + held[k] - listed[k, j])
            behind -= held[k]
            if k < classes - 1:
                taken = min(chance.beta(1 + held[k], alpha[0] + behind), 1 - 1e-12)
                shares[k] = stick * taken
                stick *= 1 - taken
                logs += np.log(1 - taken)
        shares[classes - 1] = stick
        alpha[0] = chance.standard_gamma(A + classes - 1) / (B - logs)


class Peer:
    def __init__(self, number: int) -> None:
        self.chance = np.random.Generator(np.random.PCG64([17, number]))
        self.state = (self.chance.dirichlet(np.ones(CLASSES)),
                      self.chance.random((CLASSES, len(TABLE.lists))), np.ones(1))  # fmt: skip

    def run(self, rounds: int) -> NDArray[np.float64]:
        people = np.empty(rounds // PEER_THIN)
        plain(self.chance, TABLE.histories, TABLE.counts, CAP * TABLE.observed, rounds, PEER_THIN,
              *self.state, people)  # fmt: skip
        return people


def main() -> int:
    prior = Prior(CLASSES, A, B, TABLE.observed, (1 + CAP) * TABLE.observed)
    start = time.process_time()
    ours = Chains(TABLE, prior, seed=17, chains=CHAINS, threads=1)
    ours.run(1, 1)
    print(f"  first use, compiled or taken from the cache: {time.process_time() - start:.1f} s")
    for number in range(WARMING):
        ours.warm(number)
    peers = [Peer(number) for number in range(CHAINS)]
    for peer in peers:
        peer.run(PEER_THIN)
        peer.run(30_000)
    theirs_drawn, ours_drawn = [], []
    theirs, mine = 0.0, 0.0
    for _ in range(TURNS):
        start = time.process_time()
        theirs_drawn.append(np.array([peer.run(PEER_ROUNDS) for peer in peers]))
        middle = time.process_time()
        ours_drawn.append(ours.run(OUR_SWEEPS // OUR_THIN, OUR_THIN)[0])
        theirs += middle - start
        mine += time.process_time() - middle
    peer_draws, our_draws = np.concatenate(theirs_drawn, 1), np.concatenate(ours_drawn, 1)
    peer_worth, our_worth = ess_bulk(peer_draws), ess_bulk(our_draws)
    for name, draws, worth, took, rounds in (
        ("peer", peer_draws, peer_worth, theirs, PEER_ROUNDS),
        ("ours", our_draws, our_worth, mine, OUR_SWEEPS),
    ):
        low, median, high = np.quantile(draws, [0.025, 0.5, 0.975])
        print(f"  {name}: {1e6 * took / (TURNS * CHAINS * rounds):.1f} us a round, ESS {worth:,.0f}"
              f" (R-hat {rhat(draws):.3f}), {worth / took:.1f} a second;"
              f" {median:,.0f} [{low:,.0f} - {high:,.0f}]")  # fmt: skip
    ratio = (our_worth / mine) / (peer_worth / theirs)
    kept = promise("times the effective draws a second", ratio, LEAST, at_most=False)
    promise("the aim", ratio, AIM, at_most=False, explained="decisions/0051")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

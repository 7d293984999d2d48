"""Does a 95 % interval of the latent-class model hold the true number 95 times in 100?

``python coverage-study`` simulates populations, fits each and appends a line for each to
``results/<sort>.csv``; what is there already is not done again, so it can be stopped at any time.
It ends by writing ``README.md``. Name sorts to run only these; ``python coverage-study page`` only
writes the page. (The folder is not called ``coverage``: numba imports a library of that name where
it finds one, and would find this.)
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

import numpy as np
from page import write_page
from populations import CLASSES, FEWEST, MOST, RATE, SHAPE, SORTS, Sort, table

from probatum.count.latent_class import estimate

RESULTS = Path(__file__).resolve().parent / "results"
SEED = 20261123
ESS, SWEEPS, CHAINS = 100.0, 40_000, 2
COLUMNS = ("number", "seed", "truth", "observed", "median", "low", "high", "rank", "rhat",
           "ess_bulk", "refused", "reasons", "warnings", "seconds")  # fmt: skip


def main() -> int:
    """Do what is left to do, and write the page."""
    RESULTS.mkdir(exist_ok=True)
    named = sys.argv[1:]
    for at, sort in enumerate(SORTS):
        if not named or sort.name in named:
            study(at, sort)
    write_page(RESULTS, SORTS, settings())
    return 0


def study(at: int, sort: Sort) -> None:
    """Do what is left to do of one sort."""
    path = RESULTS / f"{sort.name}.csv"
    done = 0
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            done = sum(1 for _ in csv.DictReader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        if not done:
            lines.writerow(COLUMNS)
        for number in range(done, sort.tried):
            lines.writerow(line(at, sort, number))
            file.flush()


def line(at: int, sort: Sort, number: int) -> list[str]:
    """Simulate one population, fit it, return its line."""
    start = time.process_time()
    chance = np.random.Generator(np.random.PCG64([SEED, at, number]))
    truth, member = sort.make(chance)
    seed = int(chance.integers(1 << 31))
    lists = table(member)
    found = estimate(
        lists, seed=seed, classes=CLASSES, a=SHAPE, b=RATE, chains=CHAINS, ess=ESS,
        most_sweeps=SWEEPS, population=(FEWEST, MOST) if sort.own_prior else None, threads=1,
        scouts=0,
    )  # fmt: skip
    rank = "" if found.draws is None else (
        f"{(found.draws < truth).mean() + (found.draws == truth).mean() / 2:.4f}")  # fmt: skip
    return [
        str(number), str(seed), str(truth), str(lists.observed),
        *("" if each is None else f"{each:.1f}" for each in (found.median, found.low, found.high)),
        rank, *("" if value is None else f"{value:.4g}" for value in (found.rhat, found.ess_bulk)),
        "yes" if found.refused else "no",
        " ".join(each.code for each in found.reasons),
        " ".join(each.code for each in found.warnings),
        f"{time.process_time() - start:.2f}",
    ]  # fmt: skip


def settings() -> str:
    """Say with which seeds and settings the lines were made."""
    return (
        f"Study seed {SEED}; population `number` of the sort at place `at` has the generator"
        f" PCG64([{SEED}, at, number]), and `seed` is that of its fit. {CHAINS} chains until R-hat"
        f" is at most 1.01 and they are worth {ESS:,.0f} draws, at most {SWEEPS:,} sweeps of each;"
        f" at most {CLASSES} classes, concentration Gamma({SHAPE}, {RATE}). N is log-uniform from"
        f" {FEWEST:,} to {MOST:,}; four lists."
    )


if __name__ == "__main__":
    sys.exit(main())

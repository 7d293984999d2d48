"""The first use on a machine, which compiles the sampler and says so."""

from __future__ import annotations

import time
from collections.abc import Callable

from probatum.compiling import still_to_compile
from probatum.count.latent_class.chains import Chains, Prior
from probatum.count.latent_class.sweeps import run_chain
from probatum.count.overlap import overlap

WORDS = "compiling the sampler, once on this machine"


def prepare(progress: Callable[[str, int, int], None]) -> float:
    """Compile the sampler unless it is compiled already; return how many seconds that took.

    ``progress`` is told before and after: compiling cannot be interrupted between.
    """
    if not still_to_compile(run_chain):
        return 0.0
    start = time.perf_counter()
    progress(WORDS, 0, 1)
    table = overlap("AB", [(1, 0), (0, 1), (1, 1)], [1, 1, 1])
    Chains(table, Prior(2, 1.0, 1.0, 3, 6), seed=0, chains=2, threads=1).run(1, 1)
    progress(WORDS, 1, 1)
    return time.perf_counter() - start

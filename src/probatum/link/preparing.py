"""The first use on a machine, which compiles what linking needs and says so."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet

import numpy as np

from probatum.compiling import still_to_compile
from probatum.link import partitions
from probatum.link.blocking import RULES, keys
from probatum.link.clustering import cluster, graph
from probatum.link.columns import columns
from probatum.link.levels import compare, levels
from probatum.link.pairing import pairs_of_keys
from probatum.model.values import NameForm
from probatum.model.victims import Victim

WORDS = "compiling, once on this machine"
_LOOPS: tuple[Callable[..., object], ...] = (
    pairs_of_keys, compare, partitions.components, partitions.grouped, partitions.shaken,
    partitions.numbered,
)  # fmt: skip
_OFTEN = 0.2  # seconds between two words about it


def prepare(progress: Callable[[str, int, int], None]) -> bool:
    """Compile the loops unless they are compiled already; return whether they had to be.

    ``progress`` is told while it lasts, and may raise to end the waiting.
    """
    if not any(still_to_compile(each) for each in _LOOPS):
        return False
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(_compile)
        while True:
            progress(WORDS, 0, 0)
            try:
                done.result(timeout=_OFTEN)
            except NotYet:
                continue
            return True


def _compile() -> None:
    """Call every loop once, with two rows that are one person."""
    names = (NameForm(full="Aaaa Bbbbbb"),)
    rows = [Victim(list=name, row="1", number=1, names=names) for name in ("a", "b")]
    prepared = columns(rows, policy={})
    found = keys(prepared)
    table = np.stack([found[rule.name] for rule in RULES], axis=1)
    left, right, _ = pairs_of_keys(table, prepared.list_of_row, prepared.repeats)
    levels(prepared, left, right, threads=1)
    # Whether or not they share a key, as an open pair: some loops run for no others.
    one, two = np.array([0], dtype=left.dtype), np.array([1], dtype=right.dtype)
    whole = graph(prepared.list_of_row, prepared.repeats, one, two, np.zeros(1), ())
    cluster(whole, draws=1, seed=1, step=lambda _done, _of: None)

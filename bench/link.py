"""B21: linking victim lists: 1,000,000 rows of four lists in at most 60 s and 4 GB.

Rows are invented, in three scripts, with errors (``probatum.exercise.victim_lists``), by another
process, and come one by one from a file, as from a list; how long the file takes is left out. Three
parts are timed apart: names, days and places made comparable, in two more processes; learning,
comparing and weighing; the best grouping and 20 draws. The peer is Splink itself on the same rows
in the same run: the same model, its own training, prediction and plain union-find over pairs above
one half, with no constraints and no draws. ``PROBATUM_BENCH_ROWS`` sets the size (100,000 by
default; the limit grows with it). Wall time says little on a machine with other work: processor
time stands beside it. Compiling the kernels happens once on a machine and is timed by itself.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from _measure import promise

from probatum.exercise.victim_lists import make_lists
from probatum.link.blocking import keys
from probatum.link.columns import Columns, columns
from probatum.link.linking import link, link_columns
from probatum.link.model import MEMORY, THREADS, settings
from probatum.model.victims import Victim

ROWS = int(os.environ.get("PROBATUM_BENCH_ROWS", "100000"))
SECONDS, GIGABYTES, ROWS_OF_A_PERSON, PAGE = 60.0, 4.0, 1.49, "decisions/0060"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that passed, and of processor time of all threads and of processes that ended."""

    passed: float
    busy: float

    def __str__(self) -> str:
        return f"{self.passed:.1f} s (processor {self.busy:.1f} s)"


def busy() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def took(act: Callable[[], object]) -> Took:
    start, before = time.perf_counter(), busy()
    act()
    return Took(time.perf_counter() - start, busy() - before)


class Rows:
    """Invented rows in a file, and how long reading them took."""

    def __init__(self, path: Path) -> None:
        self.path, self.passed, self.busy = path, 0.0, 0.0

    def __iter__(self) -> Iterator[Victim]:
        with self.path.open("rb") as file:
            while True:
                start, before = time.perf_counter(), time.thread_time()
                size = int.from_bytes(file.read(4), "big")
                some = msgspec.msgpack.decode(file.read(size), type=list[Victim]) if size else []
                if not some:
                    return
                self.passed += time.perf_counter() - start
                self.busy += time.thread_time() - before
                yield from some


def write_rows(path: Path) -> None:
    """Invent rows and write them, some thousands at a time."""
    made = make_lists(int(ROWS / ROWS_OF_A_PERSON), seed=17)
    with path.open("wb") as file:
        for first in range(0, len(made.victims), 10_000):
            data = msgspec.msgpack.encode(made.victims[first : first + 10_000])
            file.write(len(data).to_bytes(4, "big") + data)


def gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def compile_kernels() -> None:
    few = make_lists(20, seed=1)
    link(few.victims, policy=few.policy, seed=1, draws=1)


def peer(prepared: Columns) -> None:
    """Splink alone: train, predict, and connected components of pairs above one half."""
    import duckdb
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    from probatum.link.model import _quiet
    from probatum.link.partitions import components

    with _quiet():
        connection = duckdb.connect(":memory:", config={"memory_limit": MEMORY,
                                                        "threads": THREADS})  # fmt: skip
        api = DuckDBAPI(connection=connection)
        rows = api.register(prepared.table(keys(prepared)))
        linker = Linker(rows, settings() | {"retain_intermediate_calculation_columns": False},
                        log_level=None, validate_settings=False)  # fmt: skip
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        for rule in ("l.given_bones = r.given_bones and l.family_bones = r.family_bones",
                     "l.died_from = r.died_from and l.leaf_bones = r.leaf_bones"):  # fmt: skip
            linker.training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=True, max_pairs=1e6)  # fmt: skip
        found = linker.inference.predict(threshold_match_probability=0.5)
        table = found.as_duckdbpyrelation().project("unique_id_l, unique_id_r").fetchnumpy()
        components(len(prepared), table["unique_id_l"].astype(np.int32),
                   table["unique_id_r"].astype(np.int32))  # fmt: skip


def main() -> int:
    print(f"  kernels compiled or fetched from the cache: {took(compile_kernels)}")
    parts: dict[str, float] = {}
    last = [time.perf_counter()]

    def watch(done: int, _total: int, /) -> None:
        now = time.perf_counter()
        part = "compared" if done <= 72 else "grouped"
        parts[part] = parts.get(part, 0.0) + now - last[0]
        last[0] = now

    with tempfile.TemporaryDirectory() as folder:
        rows = Rows(Path(folder) / "rows")
        subprocess.run([sys.executable, __file__, str(rows.path)], check=True)
        found: list[Columns] = []
        policy = make_lists(20, seed=17).policy
        prepared_in = took(lambda: found.append(columns(rows, policy=policy)))
    prepared_in = Took(prepared_in.passed - rows.passed, prepared_in.busy - rows.busy)
    last[0] = time.perf_counter()
    linked_in = took(lambda: link_columns(found[0], seed=1, progress=watch))
    memory = gigabytes()
    whole = prepared_in.passed + linked_in.passed
    spent = prepared_in.busy + linked_in.busy
    number = len(found[0])
    print(f"  {number:,} rows of {len(found[0].lists)} lists")
    print(f"  made comparable: {prepared_in}; linked: {linked_in}")
    print(f"  of that compared and weighed {parts['compared']:.1f} s, grouped and drawn 20 times"
          f" {parts['grouped']:.1f} s")  # fmt: skip
    theirs = took(lambda: peer(found[0]))
    print(f"  peer (Splink with plain union-find, from the same columns): {theirs}")
    print(f"  all: {whole:.1f} s, processor {spent:.1f} s, at most {memory:.2f} GB")
    limit = SECONDS * number / 1_000_000
    promise(f"times the limit of {limit:.1f} s", whole / limit, 1.0, at_most=True,
                   explained=PAGE)  # fmt: skip
    promise("times the limit, if two processors did nothing else", spent / 2 / limit, 1.0,
                    at_most=True, explained=PAGE)  # fmt: skip
    promise("times the processor time of the peer", linked_in.busy / theirs.busy, 1.5,
            at_most=True, explained=PAGE)  # fmt: skip
    small = promise("gigabytes", memory, GIGABYTES, at_most=True, explained=PAGE)
    return 0 if small else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_rows(Path(sys.argv[1]))
    else:
        sys.exit(main())

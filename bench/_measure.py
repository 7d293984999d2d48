"""What the benchmarks share: a scratch case, a table row, medians."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from probatum.acts.init_case import init_case

SPEED_PAGE = "decisions/0015"


@contextmanager
def scratch() -> Iterator[Path]:
    """Yield an empty folder on the disk of the working directory; state files go there too."""
    with tempfile.TemporaryDirectory(
        prefix="probatum-bench-", dir=os.environ.get("TMPDIR")
    ) as made:
        folder = Path(made)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        yield folder


def new_case(folder: Path) -> Path:
    """Make a case whose passphrase is ``bench passphrase``; opening it is not part of a timing."""
    case = folder / "case"
    init_case(case, "bench passphrase", name="Bench", by="Bench", memory_kib=64)
    return case


def timed(act: Callable[[], object]) -> float:
    """Return how long an act takes, in seconds of wall time."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def promise(
    what: str, value: float, aim: float, *, at_most: bool, explained: str | None = None
) -> bool:
    """Print one promise and whether it is kept; ``explained`` names the page that says why not."""
    kept = value <= aim if at_most else value >= aim
    missed = "NOT KEPT" if explained is None else f"MISSED, see {explained}"
    word = "at most" if at_most else "at least"
    print(f"  {what}: {value:.2f} ({word} {aim:g}): {'kept' if kept else missed}")
    return kept

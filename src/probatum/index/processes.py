"""Starting parts of this program as processes of their own, for work that one core is too slow for.

They start anew, from nothing but a module's name: a copy of this process would hold the case's
lock, its keys and its open files. What they need travels through a pipe; they end with this one,
because the pipe does, and none is left behind.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO

_PIPE_BYTES = 1 << 20  # the most that Linux grants


@dataclass(frozen=True, slots=True)
class Worker:
    """A process at work: what is written to ``said`` it reads, what it writes is in ``heard``."""

    said: IO[bytes]
    heard: IO[bytes]


def cores() -> int:
    """Return how many processes may run at once."""
    if hasattr(os, "sched_getaffinity"):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def started(module: str, count: int) -> Iterator[list[Worker]]:
    """Run a module in so many processes; they are killed when the block is left."""
    places = os.pathsep.join(place for place in sys.path if place)
    processes: list[subprocess.Popen[bytes]] = []
    workers: list[Worker] = []
    try:
        for _ in range(count):
            process = subprocess.Popen(
                [sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": places},
            )  # fmt: skip
            processes.append(process)
            assert process.stdin is not None
            assert process.stdout is not None
            workers.append(Worker(process.stdin, process.stdout))
            for pipe in (process.stdin, process.stdout):
                _widen(pipe.fileno())
        yield workers
    finally:
        for process, worker in zip(processes, workers, strict=False):
            process.kill()
            worker.heard.close()
            with suppress(BrokenPipeError):  # what was still to be said has no listener any more
                worker.said.close()
            process.wait()


def _widen(pipe: int) -> None:
    """Let a pipe hold more, where the system can: whoever writes waits less for who reads."""
    if sys.platform == "linux":
        import fcntl

        with suppress(PermissionError):  # others of this user have much in pipes already
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

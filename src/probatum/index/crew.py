"""Reading far behind: full bundles opened and checked by one process for each core.

Bundles are dealt out in turn and come back in order, so the pipes between are the only queue: a
worker that is ahead waits until its turn has been read.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import msgspec

from probatum import errors
from probatum.errors import ProbatumError, WorldError
from probatum.index.reading import Taken
from probatum.index.worker import Failure, Job
from probatum.preserve.case import Case, LogName

MOST_WORKERS = 4
_FAMILIES = {
    family.__name__: family
    for family in (errors.EvidenceError, errors.InputError, errors.UseError, errors.WorldError)
}
_decoder: msgspec.msgpack.Decoder[Taken | Failure] = msgspec.msgpack.Decoder(Taken | Failure)


def cores() -> int:
    """Return how many processes may run at once."""
    if hasattr(os, "sched_getaffinity"):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_apart(case: Case, log: LogName, first: int, stop: int) -> Iterator[Taken]:
    """Yield the full bundles ``first`` to ``stop`` of a log in order, read by other processes.

    Raises what a worker raised; WorldError ``io-error`` if one ended without saying why.
    """
    count = min(MOST_WORKERS, cores(), stop - first)
    fresh = list(case.keys.unsettled())
    jobs = [
        Job(os.fspath(case.folder.absolute()), case.case_id, case.root.key, case.keys.settled,
            fresh, log, first + n, stop, count)
        for n in range(count)
    ]  # fmt: skip
    with _started(jobs) as pipes:
        for number in range(first, stop):
            yield _next(pipes[(number - first) % count])


@contextmanager
def _started(jobs: list[Job]) -> Iterator[list[IO[bytes]]]:
    workers: list[subprocess.Popen[bytes]] = []
    places = os.pathsep.join(place for place in sys.path if place)
    try:
        for job in jobs:
            worker = subprocess.Popen(
                [sys.executable, "-m", "probatum.index.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": places},
            )  # fmt: skip
            workers.append(worker)
            assert worker.stdin is not None
            # Never on the command line or in a file: the job holds the root key.
            worker.stdin.write(msgspec.msgpack.encode(job))
            worker.stdin.close()
        yield [worker.stdout for worker in workers if worker.stdout is not None]
    except BrokenPipeError as error:
        raise _ended() from error
    finally:
        for worker in workers:
            worker.kill()
            if worker.stdout is not None:
                worker.stdout.close()
            worker.wait()


def _next(pipe: IO[bytes]) -> Taken:
    size = int.from_bytes(pipe.read(4), "big")
    data = pipe.read(size)
    if not size or len(data) != size:
        raise _ended()
    frame = _decoder.decode(data)
    if isinstance(frame, Failure):
        raise _raised(frame)
    return frame


def _raised(failure: Failure) -> ProbatumError:
    return _FAMILIES[failure.family](
        failure.code, item=failure.item, expected=failure.expected, found=failure.found,
        remedy=failure.remedy,
    )  # fmt: skip


def _ended() -> WorldError:
    return WorldError(
        "io-error", item="a process that reads the log", expected="to end its work",
        found="it was stopped", remedy="try again; see whether memory is short",
    )  # fmt: skip

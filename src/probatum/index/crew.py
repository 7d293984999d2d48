"""Reading far behind: full bundles opened and checked by one process for each core.

Bundles are dealt out in turn and come back in order, so the pipes between are the only queue: a
worker that is ahead waits until its turn has been read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import msgspec

from probatum import errors
from probatum.errors import ProbatumError, WorldError
from probatum.index.processes import cores, started
from probatum.index.reading import Taken
from probatum.index.worker import Failure, Job
from probatum.preserve.case import Case, LogName

MOST_WORKERS = 4
_FAMILIES = {
    family.__name__: family
    for family in (errors.EvidenceError, errors.InputError, errors.UseError, errors.WorldError)
}
_decoder: msgspec.msgpack.Decoder[Taken | Failure] = msgspec.msgpack.Decoder(Taken | Failure)


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
    with _at_work(jobs) as pipes:
        for number in range(first, stop):
            yield _next(pipes[(number - first) % count])


@contextmanager
def _at_work(jobs: list[Job]) -> Iterator[list[IO[bytes]]]:
    with started("probatum.index.worker", len(jobs)) as workers:
        try:
            for worker, job in zip(workers, jobs, strict=True):
                # Never on the command line or in a file: the job holds the root key.
                worker.said.write(msgspec.msgpack.encode(job))
                worker.said.close()
        except BrokenPipeError as error:
            raise _ended() from error
        yield [worker.heard for worker in workers]


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

"""Lines of a large delivery, sealed by other processes, and back in their order.

Tasks are dealt out in turn. Each process is so far ahead that it has work while the index follows;
how far is bounded, in tasks and in bytes, and so is memory.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from typing import NamedTuple

import msgspec

from probatum.acts.record_sealing import SealedLine
from probatum.acts.record_texts import RawLine
from probatum.acts.sealing_worker import Answer, Job, Task, frame
from probatum.errors import WorldError
from probatum.index.processes import Worker, cores, started

LINES = 250  # of one task
MOST_BYTES = 1 << 18  # of the lines of one task, but for the last one
AHEAD = 32  # tasks that are handed out
AHEAD_OF_A_PIPE = 4  # the same, where the next line may be long in coming
_AHEAD_BYTES = 1 << 23
MOST_WORKERS = 4
_decode = msgspec.msgpack.Decoder(Answer).decode


class Handed(NamedTuple):
    """A line, what another process made of it (None: nothing yet), and when it was handed out."""

    line: RawLine
    made: SealedLine | None
    at: str


class _Out(NamedTuple):
    """A task that is handed out."""

    worker: int
    at: str
    lines: list[RawLine]
    size: int


class Crew:
    """Processes that seal, for one delivery."""

    def __init__(self, workers: list[Worker]) -> None:
        self._workers = workers
        self._names: list[dict[str, str]] = [{} for _ in workers]  # that each is still to learn

    def learn(self, name: str, object_id: str) -> None:
        """Say that a name stands for another id than the processes would give it."""
        for names in self._names:
            names[name] = object_id

    def hand_out(
        self, lines: Iterator[RawLine], now: Callable[[], str], *, ahead: int
    ) -> Iterator[Handed]:
        """Yield every line with what became of it, in order; ``ahead`` tasks are out at a time.

        Raises WorldError ``io-error`` if a process ended.
        """
        out: deque[_Out] = deque()
        turns, size = cycle(range(len(self._workers))), 0
        while True:
            while len(out) < ahead and size < _AHEAD_BYTES and (task := _task(lines)):
                out.append(self._send(next(turns), now(), task))
                size += out[-1].size
            if not out:
                return
            first = out.popleft()
            size -= first.size
            made = self._answer(first.worker)
            for line, each in zip(first.lines, made, strict=True):
                yield Handed(line, each, first.at)

    def _send(self, number: int, at: str, lines: list[RawLine]) -> _Out:
        names, self._names[number] = self._names[number], {}
        said = self._workers[number].said
        try:
            said.write(frame(Task(at, names, lines)))
            said.flush()
        except BrokenPipeError as error:
            raise _ended() from error
        return _Out(number, at, lines, sum(len(line.data) for line in lines))

    def _answer(self, number: int) -> list[SealedLine | None]:
        heard = self._workers[number].heard
        size = int.from_bytes(heard.read(4), "big")
        data = heard.read(size)
        if not size or len(data) != size:
            raise _ended()
        return _decode(data).made


@contextmanager
def sealing_crew(case_id: str, by: str) -> Iterator[Crew]:
    """Start the processes; when the block is left they end. No secret of the case reaches them."""
    job = frame(Job(case_id, by, secrets.token_bytes(32)))
    with started("probatum.acts.sealing_worker", min(MOST_WORKERS, cores())) as workers:
        try:
            for worker in workers:
                worker.said.write(job)
                worker.said.flush()
        except BrokenPipeError as error:
            raise _ended() from error
        yield Crew(workers)


def _task(lines: Iterator[RawLine]) -> list[RawLine]:
    taken: list[RawLine] = []
    size = 0
    for line in islice(lines, LINES):
        taken.append(line)
        size += len(line.data)
        if size >= MOST_BYTES:
            break
    return taken


def _ended() -> WorldError:
    return WorldError(
        "io-error", item="a process that seals records", expected="to end its work",
        found="it was stopped", remedy="run the command again; see whether memory is short",
    )  # fmt: skip

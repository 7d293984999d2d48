"""One sealing process: lines in, sealed entries out, in the order in which they came.

The parent starts it with nothing on the command line. On standard input come frames, each a
length in four bytes (big endian) and a msgpack array: a ``Job``, then any number of ``Task``. On
standard output goes one frame for each task, a list with a ``SealedLine`` or nil for each line. No
key of the case comes here; the keys of new records leave through the pipe alone.

Writing has a thread of its own: it waits in the system, not for Python, so that answers can pile up
here while the parent is busy with its index, and the parent never waits for a process that waits
for it.
"""

from __future__ import annotations

import gc
import os
import signal
from queue import SimpleQueue
from threading import Thread

import msgspec

from probatum.acts.record_sealing import SealedLine, Sealer
from probatum.acts.record_texts import RawLine

_INPUT, _OUTPUT = 0, 1


class Job(msgspec.Struct, frozen=True, array_like=True):
    """The delivery: which case, who puts the records, and what ids of named ones follow from."""

    case_id: str
    by: str
    seed: bytes


class Task(msgspec.Struct, frozen=True, array_like=True):
    """Lines, the time at which they are recorded, and names that were given since the last task."""

    at: str
    names: dict[str, str]
    lines: list[RawLine]


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """For each line of a task its entry, None if it has to be read where the case is."""

    made: list[SealedLine | None]


def frame(message: msgspec.Struct) -> bytes:
    """Return a message as it goes through the pipe."""
    data = msgspec.msgpack.encode(message)
    return len(data).to_bytes(4, "big") + data


def main() -> None:
    """Do one task after the other; end once the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    gc.freeze()
    gc.set_threshold(100_000)  # records make no cycles; refused ones make a few
    job = msgspec.msgpack.decode(_frame(), type=Job)
    sealer = Sealer(job.case_id, job.by, job.seed)
    decode = msgspec.msgpack.Decoder(Task).decode
    answers: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_write, args=(answers,), daemon=True).start()
    while True:
        task = decode(_frame())
        sealer.learn(task.names)
        answers.put(frame(Answer(sealer.seal(task.lines, task.at))))


def _write(answers: SimpleQueue[bytes]) -> None:
    while True:
        rest = memoryview(answers.get())
        while rest:
            try:
                rest = rest[os.write(_OUTPUT, rest) :]
            except BrokenPipeError:
                os._exit(0)


def _frame() -> bytes:
    return _exactly(int.from_bytes(_exactly(4), "big"))


def _exactly(size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = os.read(_INPUT, size - len(data))
        if not more:
            os._exit(0)  # nobody waits for an answer any more, whatever the other threads do
        data += more
    return data


if __name__ == "__main__":
    main()

"""The process that reads tables: one file on standard input, its rows on standard output.

A job is eight bytes of length and MessagePack, then the file in chunks as ``derive.text.wire`` has
them; an answer is a row of frames, each eight bytes of length, then MessagePack: what the file is,
rows, the end, or why there is none. Nothing of a file is said but its cells: errors of libraries
quote what they stumbled over.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from struct import Struct

import msgspec

from probatum.derive.tables.reading import read
from probatum.derive.tables.values import (
    Answer,
    Ended,
    Failed,
    Job,
    Opened,
    RefusedError,
    Row,
    Rows,
)
from probatum.derive.text.confinement import allow_seconds, confine
from probatum.derive.text.wire import receive_file

LENGTH = Struct(">Q")
_MOST_ROWS = 1_000
_MOST_CELLS = 50_000  # of one frame


def main() -> None:
    """Read one file."""
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is not to be taken for an answer
    warnings.simplefilter("ignore")
    start = jobs.read(LENGTH.size)
    if len(start) < LENGTH.size:
        return
    job = msgspec.msgpack.decode(jobs.read(LENGTH.unpack(start)[0]), type=Job)
    confine(job.limits.memory_bytes)
    allow_seconds(job.limits.seconds)
    data = receive_file(jobs)
    if data is None:
        return
    encoder = msgspec.msgpack.Encoder()
    for answer in _answers(data, job):
        frame = encoder.encode(answer)
        answers.write(LENGTH.pack(len(frame)))
        answers.write(frame)
        answers.flush()


def _answers(data: bytes, job: Job) -> Iterator[Answer]:
    waiting: list[Row] = []
    cells = count = 0
    try:
        for found in read(data, job.file_name, job.limits, job.sheet):
            if isinstance(found, Opened):
                yield found
                continue
            waiting.append(found)
            cells += len(found.cells)
            count += 1
            if len(waiting) >= _MOST_ROWS or cells >= _MOST_CELLS:
                yield Rows(tuple(waiting))
                waiting, cells = [], 0
        if waiting:
            yield Rows(tuple(waiting))
        yield Ended(count)
    except RefusedError as refused:
        yield refused.failed
    except MemoryError:
        waiting = []
        yield Failed("out-of-memory", "more memory than the limit allows")
    except RecursionError:
        yield Failed("unreadable", "nested too deep")


if __name__ == "__main__":
    main()

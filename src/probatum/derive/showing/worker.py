"""The process that opens files to be looked at: jobs on standard input, sights on output.

A job is eight bytes of length and MessagePack, then the file in chunks as ``derive.text.wire`` has
them; a sight is eight bytes of length, then MessagePack. Nothing of a file is ever said: errors of
libraries quote what they stumbled over.
"""

from __future__ import annotations

import sys
import warnings
from struct import Struct
from typing import BinaryIO

import msgspec

from probatum.derive.showing.drawing import draw
from probatum.derive.showing.job import Done, Job, Unseen
from probatum.derive.text.confinement import allow_seconds, confine
from probatum.derive.text.wire import receive_file

LENGTH = Struct(">Q")


def main() -> None:
    """Serve until standard input ends."""
    jobs, sights = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is not to be taken for an answer
    warnings.simplefilter("ignore")
    confined = False
    while (job := _receive(jobs)) is not None:
        if not confined:
            confine(job.limits.memory_bytes)
            confined = True
        allow_seconds(job.limits.seconds)
        data = receive_file(jobs)
        if data is not None:
            _send(sights, _drawn(data, job))


def _drawn(data: bytes, job: Job) -> Done:
    try:
        return draw(data, job)
    except (MemoryError, RecursionError):
        return Unseen(why="too-large", most=job.limits.pixels)


def _receive(pipe: BinaryIO) -> Job | None:
    start = pipe.read(LENGTH.size)
    if len(start) < LENGTH.size:
        return None
    return msgspec.msgpack.decode(pipe.read(LENGTH.unpack(start)[0]), type=Job)


def _send(pipe: BinaryIO, done: Done) -> None:
    data = msgspec.msgpack.encode(done)
    pipe.write(LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


if __name__ == "__main__":
    main()

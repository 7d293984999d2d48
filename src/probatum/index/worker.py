"""One reading process: every n-th bundle of a log, opened and checked, written to a pipe.

The parent starts it with nothing on the command line and sends one ``Job`` on standard input: the
root key travels through that pipe only. Answers are frames on standard output, each a length in
four bytes (big endian) and a msgpack array; a ``Failure`` is the last one.
"""

from __future__ import annotations

import signal
import sys
from bisect import bisect_left
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from probatum.errors import EvidenceError, InputError, ProbatumError
from probatum.index.reading import KeyOf, Reader, Taken
from probatum.preserve import files
from probatum.preserve.keyring import KeyRing
from probatum.preserve.log import Stored, damaged, decode_sealed
from probatum.preserve.slots import Root
from probatum.proof import tiles

_MOST_OPENED = 100_000  # keys kept unwrapped: some 15 MB


class Job(msgspec.Struct, frozen=True, array_like=True):
    """Which bundles of which log, and the keys: ``settled`` in the table, ``fresh`` beside it."""

    case_folder: str
    case_id: str
    root_key: bytes
    settled: int
    fresh: list[tuple[bytes, bytes]]
    log: str
    first: int
    stop: int
    step: int


class Failure(msgspec.Struct, frozen=True, array_like=True, tag="failure"):
    """An error of our family, to be raised again by the parent."""

    family: str
    code: str
    item: str
    expected: str
    found: str
    remedy: str


def key_table(ring: KeyRing, fresh: list[tuple[bytes, bytes]]) -> KeyOf:
    """Return the keys of a ring out of one read of its table.

    Sorted records take half the memory of a dict, which counts with a million objects.
    """
    records = sorted(raw + wrapped for raw, wrapped in chain(ring.records(), fresh))
    opened: dict[bytes, bytes] = {}

    def key_of(raw: bytes) -> bytes | None:
        key = opened.get(raw)
        if key is not None:
            return key
        at = bisect_left(records, raw)
        if at == len(records) or not records[at].startswith(raw):
            raise EvidenceError(
                "keys-damaged", item="object " + raw.hex(), expected="its key", found="none",
                remedy="restore keys/ from a back-up: probatum key restore",
            )  # fmt: skip
        try:
            key = ring.unwrap(raw, records[at][len(raw) :])
        except InputError as error:
            if error.code != "erased":
                raise
            return None
        if len(opened) >= _MOST_OPENED:
            opened.clear()
        opened[raw] = key
        return key

    return key_of


def read_bundle(folder: Path, number: int) -> list[Stored]:
    """Return the entries of a full bundle on disk. Raises EvidenceError ``log-damaged``."""
    name, sealed_name = tiles.entries_path(number), tiles.sealed_path(number)
    data, sealed = files.read(folder / name), files.read(folder / sealed_name)
    if data is None or sealed is None:
        raise damaged(name, "an entry bundle and a sealed bundle", "none")
    leaves = tiles.decode_bundle(data, tiles.WIDTH)
    first = number * tiles.WIDTH
    pairs = zip(leaves, decode_sealed(sealed, sealed_name), strict=True)
    return [Stored(first + n, leaf, part) for n, (leaf, part) in enumerate(pairs)]


def work(job: Job, out: BinaryIO) -> None:
    """Write one frame for each bundle of the job."""
    folder = Path(job.case_folder)
    root = Root(job.root_key, job.case_id)
    ring = KeyRing.open(folder / "keys", root)
    ring.resume(job.settled)
    reader = Reader(job.case_id, root.derive("dedupe"), key_table(ring, job.fresh))
    for number in range(job.first, job.stop, job.step):
        _write(out, reader.take(read_bundle(folder / "log" / job.log, number), job.log))


def _write(out: BinaryIO, frame: Taken | Failure) -> None:
    data = msgspec.msgpack.encode(frame)
    out.write(len(data).to_bytes(4, "big") + data)
    out.flush()


def main() -> None:
    """Read the job, do it; end quietly once the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    out = sys.stdout.buffer
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    try:
        try:
            work(job, out)
        except ProbatumError as error:
            _write(out, Failure(type(error).__name__, error.code, error.item, error.expected,
                                error.found, error.remedy))  # fmt: skip
    except BrokenPipeError:
        sys.stderr.close()  # or Python complains about the pipe at exit


if __name__ == "__main__":
    main()

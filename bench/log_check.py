"""E4: the check of a log (bundles, leaf hashes, tiles, root, signature) and its memory.

The log is written directly as bundles and tiles. The check runs in a process of its own, so that
its peak of memory is its own; rates are entries a second of processor time, which is what one core
does whoever else uses the machine. The limit is a bare loop that hashes the same entries.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from _measure import promise, scratch

from probatum.preserve.check_log import check_log
from probatum.preserve.signing import Signer
from probatum.preserve.tree import Edge
from probatum.proof import tiles
from probatum.proof.b64 import b64url
from probatum.proof.checkpoint import Checkpoint

ENTRIES, FEW, ORIGIN = 1_000_000, 100_000, "probatum/" + "00" * 16


def leaves(first: int, count: int) -> list[bytes]:
    """Well-formed entries of random digests, every second one with a predecessor."""
    made = []
    for number in range(first, first + count):
        block = b64url(os.urandom(33 * 8))
        digests = sorted(block[at : at + 42] + "A" for at in range(0, 44 * 8, 44))
        prev = f'"{os.urandom(32).hex()}"' if number % 2 else "null"
        text = (
            '{"_sd":["' + '","'.join(digests) + f'"],"id":"{number:032x}","kind":"acquire/1"'
            f',"n":"{number:021d}A","prev":{prev},"v":1}}'
        )  # fmt: skip
        made.append(text.encode())
    return made


def write_log(folder: Path, size: int) -> None:
    """Write a log of ``size`` entries as other programs would read it."""
    edge = Edge()
    for number in range(-(-size // tiles.WIDTH)):
        bundle = leaves(number * tiles.WIDTH, min(tiles.WIDTH, size - number * tiles.WIDTH))
        edge.extend(sha256(b"\0" + leaf).digest() for leaf in bundle)
        put(folder / tiles.entries_path(number, len(bundle)), tiles.encode_bundle(bundle))
    for (level, number), tile in edge.pending().items():
        put(folder / tiles.tile_path(level, number, len(tile) // 32), tile)
    checkpoint = Checkpoint(ORIGIN, size, edge.root())
    put(folder / "checkpoint", Signer(bytes(32), ORIGIN).sign(checkpoint))


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def hash_them(folder: Path, size: int) -> float:
    """Return the processor time of a bare loop that hashes the same entries."""
    took = 0.0
    for number in range(size // tiles.WIDTH):
        data = (folder / tiles.entries_path(number)).read_bytes()
        entries = tiles.decode_bundle(data, tiles.WIDTH)
        start = time.process_time()
        for entry in entries:
            sha256(b"\0" + entry).digest()
        took += time.process_time() - start
    return took


def check(folder: Path) -> None:
    """Check, and print processor time, wall time and the peak of memory in MB (the child)."""
    import resource

    wall, start = time.perf_counter(), time.process_time()
    key = Signer(bytes(32), ORIGIN).verifier
    found = list(check_log(folder, key, step=3, on_progress=lambda _what, _done, _total: None))
    assert {each.outcome for each in found} == {"verified"}, found
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.process_time() - start, time.perf_counter() - wall, peak)


def checked(folder: Path) -> tuple[float, float, float]:
    output = subprocess.run(
        [sys.executable, __file__, str(folder)], check=True, capture_output=True, text=True
    ).stdout
    took, wall, peak = map(float, output.split())
    return took, wall, peak


def main() -> int:
    with scratch() as folder:
        write_log(folder / "few", FEW)
        write_log(folder / "many", ENTRIES)
        _, _, peak_few = checked(folder / "few")
        took, wall, peak = min(checked(folder / "many") for _ in range(3))
        bare = hash_them(folder / "many", ENTRIES)
    print(
        f"  {ENTRIES:,} entries: {took:.2f} s of one core ({wall:.2f} s by the clock), "
        f"{ENTRIES / took:,.0f} entries/s; hashing them alone: {ENTRIES / bare:,.0f} entries/s"
    )
    kept = promise("entries/s, in thousands", ENTRIES / took / 1000, 200, at_most=False)
    print(f"  memory: {peak_few:.0f} MB for {FEW:,} entries, {peak:.0f} MB for {ENTRIES:,}")
    return not (
        promise("memory, ten times the entries", peak / peak_few, 1.1, at_most=True) and kept
    )


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) == 1 else check(Path(sys.argv[1])))

"""How far a run goes: ``make test`` takes some places of the longest sweeps, ``test-deep`` all.

What is left out is never a kind of its own, only more of what is tried already; each place that
asks ``DEEP`` says what it keeps. CONTRIBUTING.md lists them.
"""

from __future__ import annotations

import os
import random
import re

DEEP = os.environ.get("PROBATUM_DEEP") == "1"
_WAYS = 16
_END = 48
_LONG_RUN = re.compile(rb"[A-Za-z0-9_+/-]{12,}")


def substitutes(byte: int, seed: int) -> list[int]:
    """Return bytes to put in the place of one: all others, or each bit turned and some more."""
    others = [value for value in range(256) if value != byte]
    if DEEP:
        return others
    bits = [byte ^ 1 << bit for bit in range(8)]
    rest = [value for value in others if value not in bits]
    return bits + random.Random(seed).sample(rest, _WAYS - len(bits))


def places(data: bytes) -> list[int]:
    """Return places of bytes to change: all, or of long runs of letters or digits one in four.

    In such a run stands a digest, a signature, a name; whatever ends, divides or counts stays in.
    """
    if DEEP:
        return list(range(len(data)))
    runs = [range(*run.span()) for run in _LONG_RUN.finditer(data)]
    within = {at for run in runs for number, at in enumerate(run[1:-1]) if number % 4}
    return [at for at in range(len(data)) if at not in within]


def places_in_noise(size: int, one_in: int) -> list[int]:
    """Return places of bytes in what is encrypted: all, or both ends and one in so many.

    Headers, lengths and tags stand at the ends; between them a byte is like another.
    """
    if DEEP:
        return list(range(size))
    ends = {*range(min(_END, size)), *range(max(size - _END, 0), size)}
    return sorted(ends | set(range(0, size, one_in)))

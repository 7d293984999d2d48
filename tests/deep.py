"""How far a run goes: ``make test`` takes some places of the longest sweeps, ``test-deep`` all.

What is left out is never a kind of its own, only more of what is tried already; each place that
asks ``DEEP`` says what it keeps. CONTRIBUTING.md lists them.
"""

from __future__ import annotations

import os
import random

DEEP = os.environ.get("PROBATUM_DEEP") == "1"
_WAYS = 16


def substitutes(byte: int, seed: int) -> list[int]:
    """Return bytes to put in the place of one: all others, or each bit turned and some more."""
    others = [value for value in range(256) if value != byte]
    if DEEP:
        return others
    bits = [byte ^ 1 << bit for bit in range(8)]
    rest = [value for value in others if value not in bits]
    return bits + random.Random(seed).sample(rest, _WAYS - len(bits))

"""What was seen in a list before: row ids, rows word for word; and what a list is by content.

A *sketch* is the smallest of the digests of all rows, a few hundred: enough to say of two lists
how much of them is the same (Broder 1997, bottom-k), and small enough to keep.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from probatum.model.victims import Victim

_MOST = 512
_encoder = msgspec.msgpack.Encoder()


class Seen:
    """Row ids and rows, as numbers of eight bytes."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._rows: set[int] = set()

    def id_again(self, row: str) -> bool:
        """Say whether a row id stood there before."""
        return _again(self._ids, _number(row.encode()))

    def again(self, digest: int) -> bool:
        """Say whether a row says what an earlier row says."""
        return _again(self._rows, digest)


def _again(seen: set[int], number: int) -> bool:
    before = len(seen)
    seen.add(number)
    return len(seen) == before


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest())


def content(victim: Victim) -> int:
    """Return a digest of what a row says of a person, without its ids, list and source."""
    said = (victim.names, victim.sex, victim.age_low, victim.age_high, victim.born, victim.died,
            victim.place)  # fmt: skip
    return _number(_encoder.encode(said))


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different rows a list has, and the smallest of their digests."""

    rows: int
    smallest: tuple[int, ...]


class Sketching:
    """Makes the sketch of a list, row after row."""

    def __init__(self) -> None:
        self._heap: list[int] = []  # the smallest so far, the largest of them first (negated)
        self._kept: set[int] = set()
        self.rows = 0

    def add(self, number: int) -> None:
        """Count a row by its digest."""
        self.rows += 1
        if number in self._kept:
            return
        if len(self._heap) < _MOST:
            heapq.heappush(self._heap, -number)
            self._kept.add(number)
        elif number < -self._heap[0]:
            self._kept.discard(-heapq.heapreplace(self._heap, -number))
            self._kept.add(number)

    def sketch(self) -> Sketch:
        """Return what came of it."""
        return Sketch(self.rows, tuple(sorted(self._kept)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two lists: which share of the rows of the smaller one stands in the other, word for word."""

    contained: float
    same: bool


def likeness(one: Sketch, other: Sketch) -> Likeness:
    """Return how alike two lists are by content; exact where both are small, else an estimate."""
    if not one.smallest or not other.smallest:
        return Likeness(0.0, same=False)
    together = sorted({*one.smallest, *other.smallest})
    # Below this digest both sketches hold every row there is.
    ends = [each.smallest[-1] for each in (one, other) if len(each.smallest) == _MOST]
    sample = [each for each in together if not ends or each <= min(ends)]
    mine, theirs = set(one.smallest), set(other.smallest)
    both = sum(each in mine and each in theirs for each in sample)
    smaller = min(sum(each in mine for each in sample), sum(each in theirs for each in sample))
    contained = both / smaller if smaller else 0.0
    return Likeness(contained, same=both == len(sample) > 0)

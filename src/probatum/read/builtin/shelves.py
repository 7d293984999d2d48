"""What was found in a text, put in order so that it can be looked up by position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probatum.read.found import Mark


class Shelf:
    """Marks with what they belong to, for finding what lies inside a stretch of text."""

    def __init__(self, pairs: Iterable[tuple[Mark, int]]) -> None:
        self._pairs: Sequence[tuple[Mark, int]] = sorted(pairs)
        self._starts = [mark.start for mark, _ in self._pairs]

    def inside(self, mark: Mark) -> list[int]:
        """Return what lies wholly inside a mark, each once, in order."""
        return list(dict.fromkeys(index for _, index in self.pairs(mark)))

    def pairs(self, mark: Mark) -> list[tuple[Mark, int]]:
        """Return the marks that lie wholly inside a mark."""
        first, last = bisect_left(self._starts, mark.start), bisect_left(self._starts, mark.end)
        return [one for one in self._pairs[first:last] if one[0].end <= mark.end]

    def around(self, mark: Mark) -> bool:
        """Say whether a mark lies wholly inside the one that begins last before it."""
        at = bisect_left(self._starts, mark.start + 1) - 1
        return at >= 0 and mark.end <= self._pairs[at][0].end

    def nearest(self, mark: Mark | None) -> int | None:
        """Return what shares most with a mark."""
        if mark is None:
            return None
        last = bisect_left(self._starts, mark.end)
        first = max(0, bisect_left(self._starts, mark.start) - 2)
        best: tuple[int, int] | None = None
        for other, index in self._pairs[first:last]:
            shared = min(mark.end, other.end) - max(mark.start, other.start)
            if shared > 0 and (best is None or shared > best[0]):
                best = shared, index
        return None if best is None else best[1]


@dataclass(frozen=True, slots=True)
class Named:
    """Marks of places or dates in order, each with its index in the list it came from."""

    starts: tuple[int, ...]
    marks: tuple[tuple[Mark, int], ...]

    def within(self, start: int, end: int) -> list[tuple[Mark, int]]:
        """Return those that begin within a stretch of text."""
        return list(self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


def named(pairs: Sequence[tuple[Mark, int]]) -> Named:
    """Return marks in order, for looking up by position."""
    ordered = tuple(sorted(pairs))
    return Named(tuple(mark.start for mark, _ in ordered), ordered)

"""Running numbers as ranges: a read of 20,000 items is one short line in the access log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def compress(numbers: Iterable[int]) -> str:
    """Return sorted numbers as ranges, ``1-3,7``; empty for none."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def expand(text: str) -> Iterator[int]:
    """Yield the numbers of ranges."""
    for part in text.split(",") if text else ():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)

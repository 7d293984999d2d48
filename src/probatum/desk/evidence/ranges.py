"""Ranges of bytes (RFC 9110, 14): what a player asks for when somebody jumps to a place."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MOST_BYTES = 4 << 20  # of one answer: a player asks again for what follows
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_MOST_OPEN = 12
Read = Callable[[], Iterator[bytes]]


class UnsatisfiableError(Exception):
    """Nothing of the file lies in the range."""


def wanted(header: str | None, size: int) -> tuple[int, int] | None:
    """Return first byte and the one behind the last; None: no range, or one that we do not know.

    Raises UnsatisfiableError for a range outside of the file. More ranges than one are answered as
    none, which the standard allows.
    """
    match = _RANGE.fullmatch((header or "").strip())
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":  # the last so many bytes
        length = int(match[2])
        if length == 0 or size == 0:
            raise UnsatisfiableError
        return max(0, size - length), size
    first = int(match[1])
    last = int(match[2]) if match[2] else size - 1
    if first >= size:
        raise UnsatisfiableError
    if last < first:
        return None  # no range at all: to be ignored
    return first, min(last + 1, size)


@dataclass(slots=True)
class _Place:
    at: int
    rest: bytes
    chunks: Iterator[bytes]


class Places:
    """Files that are being played, each at the place where the last answer ended.

    A stored file can be read from its beginning only: whoever goes on where they were is not made
    to wait for all that lies before.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._open: OrderedDict[str, _Place] = OrderedDict()

    def read(self, name: str, read: Read, first: int, end: int) -> bytes:
        """Return bytes ``first`` to ``end`` of a file. ``name`` is one player's."""
        with self._guard:
            place = self._open.pop(name, None)
        if place is None or place.at > first:
            place = _Place(0, b"", read())
        data = _taken(place, first, end)
        with self._guard:
            self._open[name] = place
            while len(self._open) > _MOST_OPEN:
                self._open.popitem(last=False)
        return data


def _taken(place: _Place, first: int, end: int) -> bytes:
    parts: list[bytes] = []
    while place.at < end:
        chunk = place.rest or next(place.chunks, b"")
        place.rest = b""
        if not chunk:
            break
        start, stop = max(0, first - place.at), min(len(chunk), end - place.at)
        if start < stop:
            parts.append(chunk[start:stop])
        used = min(len(chunk), max(stop, 0)) if stop > 0 else len(chunk)
        place.rest = chunk[used:]
        place.at += used
    return b"".join(parts)

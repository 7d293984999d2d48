"""Where suggestions are named in a text, to find who is named first in some of its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from probatum.read.contract import Span


class NamedIn:
    """Spans with the ids of what they name."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._named = sorted({(span.start, span.end, name) for span, name in named})

    def first_in(self, words: Span, but: str | None = None) -> str | None:
        """Return who is named first in these words, other than ``but``."""
        for at in range(bisect_left(self._named, (words.start, 0, "")), len(self._named)):
            start, end, name = self._named[at]
            if start >= words.end:
                return None
            if end <= words.end and name != but:
                return name
        return None

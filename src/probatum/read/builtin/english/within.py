"""What stands within a stretch of a parsed text: sentences, words, and things found there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from probatum.read.builtin.english.parsed import Parsed, Sentence, Word
from probatum.read.found import Mark

_BACK = 4


class Within:
    """Looks up by position, in time that does not depend on the length of the text."""

    def __init__(self, parsed: Parsed) -> None:
        self._sentences = parsed.sentences
        self._starts = [one.mark.start for one in parsed.sentences]

    def sentences(self, mark: Mark) -> list[int]:
        """Return the places of the sentences that share a character with a mark."""
        last = bisect_left(self._starts, mark.end)
        first = max(0, bisect_left(self._starts, mark.start) - _BACK)
        return [
            at for at in range(first, last) if self._sentences[at].mark.end > mark.start
        ]  # fmt: skip

    def words(self, mark: Mark) -> list[Word]:
        """Return the words inside a mark."""
        return [
            word
            for at in self.sentences(mark)
            for word in self._sentences[at].words
            if mark.start <= word.start and word.end <= mark.end
        ]

    def sentence(self, at: int) -> Sentence:
        """Return a sentence by its place."""
        return self._sentences[at]


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

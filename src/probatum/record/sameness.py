"""Who is the same as whom, as far as somebody judged it. Nothing is merged; ids are compared.

``yes`` makes two records one for comparing, ``no`` keeps them apart, *undecided* stays open, and so
does a pair of which one person said yes and another one no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from probatum.model.nouns.people import SameAs
from probatum.model.nouns.sources import Source
from probatum.record.board import Board, Known

Judged: TypeAlias = Literal["same", "different", "undecided", "not-judged"]
Pair: TypeAlias = tuple[str, str]


def pair(a: str, b: str) -> Pair:
    """Return two ids in the one order."""
    return (a, b) if a < b else (b, a)


class Classes:
    """Sets of ids that were joined. ``apart`` pairs are never joined, by whatever detour."""

    def __init__(self, apart: Iterable[Pair] = ()) -> None:
        self._of: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def root(self, one: str) -> str:
        """Return the id that stands for all that ``one`` was joined with: the smallest."""
        return self._of.get(one, one)

    def members(self, one: str) -> list[str]:
        """Return all ids that were joined with ``one``, itself included."""
        return self._members.get(self.root(one), [one])

    def are_apart(self, a: str, b: str) -> bool:
        """Say whether something in the one set must not be joined with something in the other."""
        if not self._apart:
            return False
        others = set(self.members(b))
        return any(self._apart.get(each, set()) & others for each in self.members(a))

    def join(self, a: str, b: str) -> bool:
        """Join two sets; False if something forbids it."""
        one, other = self.root(a), self.root(b)
        if one == other:
            return True
        if self.are_apart(one, other):
            return False
        low, high = pair(one, other)
        together = sorted(self.members(low) + self.members(high))
        self._members.pop(high, None)
        self._members[low] = together
        for each in together:
            self._of[each] = low
        return True


class Sameness:
    """The judgements of identity on a board, and accounts that are somebody's voice."""

    def __init__(self, board: Board) -> None:
        self._judged: dict[Pair, list[Known[SameAs]]] = {}
        for known in board.of(SameAs):
            self._judged.setdefault(pair(*known.record.between), []).append(known)
        answers = {
            each: {known.record.answer for known in rows} for each, rows in self._judged.items()
        }
        apart = [each for each, said in answers.items() if said == {"no"}]
        self._classes = Classes(apart)
        open_pairs = [each for each, said in answers.items() if said not in ({"yes"}, {"no"})]
        together = sorted(each for each, said in answers.items() if said == {"yes"})
        for a, b in [*sorted(_voices(board)), *together]:
            if not self._classes.join(a, b):
                open_pairs.append((a, b))
        self._open = {pair(self.root(a), self.root(b)) for a, b in open_pairs}
        self._perhaps: dict[str, list[str]] = {}
        for a, b in sorted(self._open):
            if a != b:
                self._perhaps.setdefault(a, []).append(b)
                self._perhaps.setdefault(b, []).append(a)

    def root(self, one: str) -> str:
        """Return the id that stands for everything judged to be the same as ``one``."""
        return self._classes.root(one)

    def all_of(self, one: str) -> list[str]:
        """Return the ids judged to be the same as ``one``, itself included."""
        return self._classes.members(one)

    def same(self, a: str, b: str) -> bool:
        """Say whether two ids are one, or were judged to be."""
        return a == b or self.root(a) == self.root(b)

    def perhaps(self, root: str) -> list[str]:
        """Return a compared id and those of which it is undecided whether they are the same."""
        return [root, *self._perhaps.get(root, ())]

    def compare(self, a: str, b: str) -> Judged:
        """Say what was judged of two records."""
        if self.same(a, b):
            return "same"
        if self._classes.are_apart(a, b):
            return "different"
        return "undecided" if pair(self.root(a), self.root(b)) in self._open else "not-judged"

    def judgements(self, ids: Iterable[str]) -> tuple[Known[SameAs], ...]:
        """Return the records that judge two of these ids, in the order of the log."""
        wanted = set(ids)
        rows = [
            known
            for each, found in self._judged.items()
            if each[0] in wanted and each[1] in wanted
            for known in found
        ]
        return tuple(sorted(rows, key=lambda known: (known.index, known.id)))


def _voices(board: Board) -> Iterator[Pair]:
    """Yield what needs no judgement: a person's source record, an account, whose voice it is."""
    for known in board.of(Source):
        source = known.record
        if source.person is not None:
            yield pair(known.id, source.person)
        if source.publisher is not None and source.kind in ("account", "device"):
            yield pair(known.id, source.publisher)

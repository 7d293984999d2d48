"""Words in which a claim and its denial may meet: which of them tell, and which are rare."""

from __future__ import annotations

from collections import Counter

from probatum.model.nouns.figures import Figure
from probatum.model.nouns.propositions import Proposition
from probatum.record.board import Board, Known
from probatum.record.frames import stems
from probatum.record.name_words import COMMON

LONG = 5  # letters of a word that says something
_TELLS = 4  # letters of a word that may return: shot, fire


class ClaimedWords:
    """The words of what is claimed of each incident of the case.

    ``proposed`` are the ids of what a reading proposes: no part of the case yet.
    """

    def __init__(self, board: Board, proposed: frozenset[str]) -> None:
        self._board, self._proposed = board, proposed
        self._of: dict[str, Counter[str]] = {}

    def is_rare(self, word: str, claim: Known[Proposition]) -> bool:
        """Say whether of all that is claimed of an incident only this has a word."""
        incident = claim.record.incident
        if incident is None:
            return False
        if not self._of:
            self._count()
        return self._of.get(incident, Counter())[word] == 1

    def _count(self) -> None:
        for each in self._board.of(Proposition):
            incident = each.record.incident
            if incident is not None and not isinstance(each.record, Figure):
                counts = self._of.setdefault(incident, Counter())
                if each.id not in self._proposed:
                    counts.update(telling_words(each.record.text))


def telling_words(text: str | None) -> frozenset[str]:
    """Return the words of a text that say something, without their endings."""
    return frozenset(_root(word) for word in stems(text) - COMMON if len(word) >= _TELLS)


def one_verb(one: str, two: str) -> bool:
    """Say whether two words have one stem: seize, seized."""
    stem = one[: max(LONG - 1, len(one) - 2)]
    return len(one) >= LONG - 1 and two.startswith(stem) and abs(len(one) - len(two)) < LONG - 1


def _root(word: str) -> str:
    """Return a word without what English adds to it, where enough is left."""
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.isascii() and word.endswith(ending) and len(word) - len(ending) >= LONG - 1:
            return word.removesuffix(ending)
    return word

"""Which texts are one text: reprints with small edits, and parts of a longer one.

Texts are compared by their folded words, each counted once: what two share, of all that either
has (exact Jaccard index). No sampling, so the answer never depends on chance. Limits were tried on
reprints of the exercise and on articles by different hands about one event, which share 0.1 to 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from probatum.model.letters import apart
from probatum.model.nouns.items import Link
from probatum.model.tongue import say
from probatum.record.board import Board
from probatum.record.sameness import Classes
from probatum.record.weighing import Claim

LEAST_SHARED = 0.7  # of the words of both
LEAST_CONTAINED = 0.9  # of the words of the shorter one
FEWEST_IN_A_QUOTE = 8  # different words; fewer are anybody's words
FEWEST_IN_A_PART = 40
_ONE_TEXT = frozenset(
    {"reprint_of", "translation_of", "transcript_of", "redacted_version_of", "working_copy_of"}
)


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two texts, as sets of folded words, are one text."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) < FEWEST_IN_A_QUOTE:
        return False
    may_contain = len(shorter) >= FEWEST_IN_A_PART
    if not may_contain and len(shorter) < LEAST_SHARED * len(longer):
        return False
    shared = len(shorter & longer)
    if shared >= LEAST_SHARED * (len(a) + len(b) - shared):
        return True
    return may_contain and shared >= LEAST_CONTAINED * len(shorter)


class Reprints:
    """Compares what claims quote and cite. ``texts`` are the texts of items, by item id."""

    def __init__(self, board: Board, texts: Mapping[str, str] | None = None) -> None:
        self._texts = texts or {}
        self._words: dict[str, frozenset[str]] = {}
        self._pairs: dict[tuple[str, str], bool] = {}
        self._linked = Classes()
        for known in board.of(Link):
            if known.record.relation in _ONE_TEXT:
                self._linked.join(known.record.item, known.record.of)

    def same_words(self, a: Claim, b: Claim) -> bool:
        """Say whether two claims quote the same words."""
        return alike(self._quoted(a), self._quoted(b))

    def same_text(self, a: Claim, b: Claim) -> str | None:
        """Say why two claims stand in one text; None if they do not, or it is not known."""
        ours, theirs = _items(a), _items(b)
        if set(ours) & set(theirs):
            return say("they stand in one item")
        for one in ours:
            for other in theirs:
                if self._linked.root(one) == self._linked.root(other):
                    return say(
                        "their items are linked as one text (a reprint, copy or translation)"
                    )
        for one in ours:
            for other in theirs:
                if self._near(one, other):
                    return say("the texts of their items are nearly the same")
        return None

    def one_of(self, item: str) -> str:
        """Return the item that stands for all that were linked as one with it: copies, reprints."""
        return self._linked.root(item)

    def _near(self, a: str, b: str) -> bool:
        key = (a, b) if a < b else (b, a)
        if key not in self._pairs:
            self._pairs[key] = alike(self._item(a), self._item(b))
        return self._pairs[key]

    def _item(self, item: str) -> frozenset[str]:
        if item not in self._words:
            self._words[item] = frozenset(apart(self._texts.get(item, "")))
        return self._words[item]

    def _quoted(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._words:
            cited = [each.exact for each in claim.record.citations if each.exact]
            self._words[claim.id] = frozenset(apart(claim.record.quote or " ".join(cited)))
        return self._words[claim.id]


def _items(claim: Claim) -> Iterable[str]:
    return dict.fromkeys(citation.item for citation in claim.record.citations)

"""Rules about what sources say: who supports what, what contradicts, what to show first.

Nouns: a *board* holds the records of one question; *weighed*, it says who supports which
proposition and what was withdrawn. An *origin* is whoever was first in a chain of relays, with all
that repeats them. A *contradiction* has two sides, a kind, and is certain or possible. A
*resolution* is a named rule that chooses which value a page shows first; it removes none. Nothing
here reads or writes anything. ``spec/rules.md`` says what each rule does.

>>> from probatum.model.nouns import Assertion, Occurrence, Source
>>> from probatum.model.values import NameForm
>>> clerk = Source(kind="person", names=(NameForm(full="Clerk"),))
>>> raid = Occurrence(text="The store was shelled.")
>>> says = Assertion(about="a" * 32, stance="asserts", speaker="c" * 32)
>>> denies = Assertion(about="a" * 32, stance="denies")
>>> board = Board(
...     Known(letter * 32, "EXR-" + letter, record.noun, record, number, "2026-01-02", "A. Analyst")
...     for number, (letter, record) in enumerate(zip("acde", (raid, clerk, says, denies)))
... )
>>> weighed = Weighed(board)
>>> [(each.kind, each.certainty, each.aspect) for each in contradictions(weighed)]
[('denial', 'certain', 'occurrence')]
>>> corroboration(weighed, Reprints(board), board.get("a" * 32, Occurrence)).words
'1 distinct origin recorded'
"""

from __future__ import annotations

from probatum.record.board import Board, Known
from probatum.record.contradictions import contradictions
from probatum.record.corroboration import corroboration
from probatum.record.reprints import Reprints
from probatum.record.weighing import Weighed

__all__ = ["Board", "Known", "Reprints", "Weighed", "contradictions", "corroboration"]

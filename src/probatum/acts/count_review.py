"""Review pairs of rows: the queue of pairs whose answers tell most, and the clerical sample.

An answer is a ``row_match/1`` of the person who gives it. *Yes* and *no* bind the next link run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from probatum.acts.count_judged import Pair, judgements, pair_of
from probatum.acts.count_linked import Kept, kept_in, linkage_of, rows_again
from probatum.acts.count_rows import find_lists
from probatum.acts.count_runs import Run, run
from probatum.acts.put_record import Put, put
from probatum.acts.remembered_rows import RememberedRows
from probatum.acts.retract_record import retract
from probatum.acts.rows_beside import Beside, beside
from probatum.acts.session import Session, require_writable
from probatum.count.report.content import Measured
from probatum.errors import UseError
from probatum.link.linking import Answer
from probatum.link.queue import questions
from probatum.link.sampling import Judged, quality, sample
from probatum.model.nouns import RowMatch, plain
from probatum.model.nouns.row_matches import ListedRow
from probatum.model.roles import Deed
from probatum.model.victims import Victim

Purpose: TypeAlias = Literal["queue", "sample"]


@dataclass(frozen=True, slots=True)
class PairShown:
    """A pair of rows as it is shown: ``at`` is its place among the pairs of the run.

    ``together`` says whether the most likely grouping has the two as one person.
    """

    at: int
    left: Victim
    right: Victim
    lists: tuple[str, str]
    probability: float
    together: bool
    lines: tuple[Beside, ...]


@dataclass(slots=True)
class Review:
    """A sitting: the pairs of one link run that are asked for, in their order.

    ``answered`` are this person's pairs, of this sitting or an earlier one; ``skipped`` were passed
    over in this sitting.
    """

    session: Session
    run: Run
    kept: Kept
    rows: list[Victim]
    purpose: Purpose
    order: list[int]
    answered: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)
    done: list[tuple[int, Put]] = field(default_factory=list)

    @property
    def open(self) -> list[int]:
        """The pairs that this person has not answered."""
        return [at for at in self.order if at not in self.answered]

    @property
    def next(self) -> PairShown | None:
        """The next pair to ask for, None where none is left in this sitting."""
        at = next((each for each in self.open if each not in self.skipped), None)
        return None if at is None else self.shown(at)

    def shown(self, at: int) -> PairShown:
        """Return a pair as it is shown."""
        left, right = self.rows[self.kept.left[at]], self.rows[self.kept.right[at]]
        best = self.kept.best
        return PairShown(
            at, left, right, (left.list, right.list), float(self.kept.probability[at]),
            bool(best[self.kept.left[at]] == best[self.kept.right[at]]), beside(left, right),
        )  # fmt: skip

    def between(self, at: int) -> tuple[ListedRow, ListedRow]:
        """Return the two rows of a pair as a record names them."""
        found = []
        for row in (self.kept.left[at], self.kept.right[at]):
            place, row_id = self.kept.rows[row]
            found.append(ListedRow(list=self.kept.lists[place].id, row=row_id))
        return found[0], found[1]

    def answer(self, at: int, answer: Answer, reasons: str) -> Put:
        """Record what this person says of a pair; their earlier answer becomes an older version.

        Raises InputError ``bad-record`` without a reason; UseError ``not-permitted``.
        """
        if not reasons.strip():
            raise UseError("wrong-use", item="the answer", expected="a reason", found="none",
                           remedy="say why, in a few words")  # fmt: skip
        body = RowMatch(
            between=self.between(at), answer=answer, reasons=reasons.strip(), purpose=self.purpose,
            run=self.run.id, probability=_spelled(self.kept.probability[at]),
        )  # fmt: skip
        mine = _mine(self.session).get(pair_of(body.between))
        made = (
            put(self.session, body)
            if mine is None
            else put(self.session, plain(body), id=mine, why=body.reasons)
        )
        self.answered.add(at)
        self.skipped.discard(at)
        self.done.append((at, made))
        return made

    def undo(self) -> int | None:
        """Take back the last answer of this sitting; return its pair, None if there is none."""
        if not self.done:
            return None
        at, made = self.done.pop()
        retract(self.session, made.id, "taken back in the review")
        self.answered.discard(at)
        return at


def review(
    session: Session, *, purpose: Purpose = "queue", run_id: str | None = None, most: int = 200,
    seed: int | None = None, remembered: RememberedRows | None = None,
) -> Review:  # fmt: skip
    """Begin or go on with a review of the pairs of a link run, the newest if none is named.

    ``most`` is the length of the queue, or the size of the sample, which ``seed`` draws, else the
    run's own. What is read is logged, ``remembered`` or not. Raises InputError
    ``no-run``; UseError ``not-permitted``, ``unknown-id``.
    """
    require_writable(session)
    session.require(Deed.READ)
    linked = run(session, "link", run_id)
    kept = kept_in(session, linked)
    rows = (RememberedRows() if remembered is None else remembered).get(
        session, linked.id, find_lists(session, [each.id for each in kept.lists]),
        lambda: rows_again(session, linked, kept)[0],
    )  # fmt: skip
    order = _order(kept, purpose, most, kept.seed if seed is None else seed)
    found = Review(session, linked, kept, rows, purpose, order)
    mine = _mine(session)
    found.answered = {at for at in order if pair_of(found.between(at)) in mine}
    return found


@dataclass(frozen=True, slots=True)
class Measures:
    """Precision and recall of a link run from the pairs drawn at random that were answered."""

    measured: tuple[Measured, ...]
    answered: int


def measured(session: Session, run: Run, kept: Kept) -> Measures:
    """Return how good a link run is, by everybody's answers to pairs drawn at random."""
    probability = np.array(kept.probability, dtype=np.float64)
    best = np.array(kept.best, dtype=np.int32)
    left, right = np.array(kept.left, dtype=np.int64), np.array(kept.right, dtype=np.int64)
    judged = list(_judged(session, run, kept))
    if not any(each.same is not None for each in judged):
        return Measures((), len(judged))
    found = quality(probability, best[left] == best[right], judged, seed=kept.seed)
    return Measures(
        (
            Measured("precision of links", found.precision, found.precision_low,
                     found.precision_high, found.judged),
            Measured("recall among compared pairs", found.recall, found.recall_low,
                     found.recall_high, found.judged),
        ),
        len(judged),
    )  # fmt: skip


def _judged(session: Session, run: Run, kept: Kept) -> Iterator[Judged]:
    """Yield the pairs of this run's sample, with what everybody together answered."""
    ids = [(kept.lists[place].id, row) for place, row in kept.rows]
    at = {
        frozenset((ids[one], ids[other])): place
        for place, (one, other) in enumerate(
            zip(kept.left.tolist(), kept.right.tolist(), strict=True)
        )
    }
    for each in judgements(session):
        drawn = any(
            isinstance(row.body, RowMatch) and row.body.purpose == "sample"
            and row.body.run == run.id for row in each.rows
        )  # fmt: skip
        if drawn and each.pair in at:
            same = None if each.answer == "undecided" else each.answer == "yes"
            yield Judged(at[each.pair], same)


def _mine(session: Session) -> dict[Pair, str]:
    """Return the pairs that this person has answered, with the record of the answer."""
    return {
        each.pair: row.id for each in judgements(session) for row in each.rows
        if row.by == session.by
    }  # fmt: skip


def _spelled(probability: float) -> str:
    return f"{probability:.6f}".rstrip("0").rstrip(".") or "0"


def _order(kept: Kept, purpose: Purpose, most: int, seed: int) -> list[int]:
    probability = np.array(kept.probability, dtype=np.float64)
    if purpose == "sample":
        return [int(at) for at in sample(probability, size=most, seed=seed)]
    return [each.pair for each in questions(linkage_of(kept), most=most)]

"""What reviewers answered about pairs of rows: who counts, what binds, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probatum.acts.count_linked import Judged
from probatum.acts.count_rows import ListRead
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.link.linking import Answer, Decision
from probatum.model.nouns import RowMatch
from probatum.model.nouns.row_matches import ListedRow

Pair = frozenset[tuple[str, str]]
"""Two rows: the id of the list's record, and the row's id in it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is answered about a pair by everybody together. ``rows`` are the records behind it."""

    pair: Pair
    answer: Answer
    disputed: bool
    rows: tuple[RecordRow, ...]


def judgements(session: Session) -> Iterator[Judgement]:
    """Yield what was answered about each pair of the case.

    Of each person the newest answer counts. Yes and no of two people leave it undecided; beside a
    yes or a no, *undecided* says nothing.
    """
    session.catch_up()
    by_pair: dict[Pair, dict[str, RecordRow]] = {}
    for row in session.index.records(["row_match"]):
        if isinstance(row.body, RowMatch) and not row.retracted:
            mine = by_pair.setdefault(pair_of(row.body.between), {})
            if row.by not in mine or mine[row.by].index < row.index:
                mine[row.by] = row
    for pair, people in by_pair.items():
        answers = {row.body.answer for row in people.values() if isinstance(row.body, RowMatch)}
        decided: set[Answer] = {"yes", "no"} & answers  # type: ignore[assignment]
        disputed = len(decided) > 1
        answer: Answer = decided.pop() if len(decided) == 1 else "undecided"
        yield Judgement(pair, answer, disputed, tuple(people.values()))


def pair_of(between: Sequence[ListedRow]) -> Pair:
    """Return two rows without their order."""
    return frozenset((each.list, each.row) for each in between)


def decisions(
    found: Sequence[Judgement], lists: Sequence[ListRead]
) -> tuple[list[Decision], Judged, list[RecordRow]]:
    """Return what binds a link run over these lists, how much that is, and the records behind it.

    An answer about a row that is not there any more is left out.
    """
    called = {each.id: each.called for each in lists}
    there = {(each.id, row.row) for each in lists for row in each.victims}
    made: list[Decision] = []
    records: list[RecordRow] = []
    counts = {"yes": 0, "no": 0, "undecided": 0, "disputed": 0}
    for each in found:
        if not each.pair <= there:
            continue
        left, right = sorted(each.pair)
        counts["disputed" if each.disputed else each.answer] += 1
        made.append(Decision((called[left[0]], left[1]), (called[right[0]], right[1]), each.answer))
        records += each.rows
    return made, Judged(**counts), records

"""The pairs of a review as CSV: which wait for this person, which were judged and how."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from probatum.acts.count_judged import Judgement, judgements, pair_of
from probatum.acts.count_review import PairShown, Review
from probatum.model.nouns import RowMatch
from probatum.model.table_cells import harmless

HEADS = ("list", "row", "other_list", "other_row", "state", "answer", "mine", "probability",
         "together", "says", "other_says", "as_of")  # fmt: skip


def review_csv(sitting: Review) -> str:
    """Return the pairs that are asked for, then those that anybody has judged besides.

    ``answer`` is everybody's together, ``mine`` this person's. Of a pair drawn at random that this
    person has not judged, neither the model nor an answer is told: it must not be led. Reading of
    the rows was logged when the review began.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADS)
    judged = {each.pair: each for each in judgements(sitting.session)}
    for at in [*sitting.order, *_others(sitting, set(judged))]:
        pair = sitting.shown(at)
        said = _line(sitting, pair, judged.get(pair_of(sitting.between(at))))
        writer.writerow([*map(harmless, said), sitting.run.entry.at])
    return text.getvalue()


def _others(sitting: Review, judged: set[frozenset[tuple[str, str]]]) -> Iterator[int]:
    """Yield the pairs of the run that were judged and are not asked for."""
    if not judged:
        return
    asked, kept = set(sitting.order), sitting.kept
    ids = [(kept.lists[place].id, row) for place, row in kept.rows]
    touched = {row for pair in judged for row in pair}
    for at, (one, other) in enumerate(zip(kept.left.tolist(), kept.right.tolist(), strict=True)):
        if ids[one] in touched and at not in asked and frozenset((ids[one], ids[other])) in judged:
            yield at


def _line(sitting: Review, pair: PairShown, judged: Judgement | None) -> list[str]:
    own = "" if judged is None else next(
        (row.body.answer for row in judged.rows
         if row.by == sitting.session.by and isinstance(row.body, RowMatch)), "",
    )  # fmt: skip
    waits = not own and pair.at in sitting.order
    blind = waits and sitting.purpose == "sample"
    together = "" if judged is None else "disputed" if judged.disputed else judged.answer
    model = ["", ""] if blind else [f"{pair.probability:.6f}", "yes" if pair.together else "no"]
    return [
        pair.lists[0], pair.left.row, pair.lists[1], pair.right.row,
        "waits" if waits else "judged",
        "" if blind else together, own, *model,
        "; ".join(f"{line.field}: {line.left}" for line in pair.lines if line.left),
        "; ".join(f"{line.field}: {line.right}" for line in pair.lines if line.right),
    ]  # fmt: skip

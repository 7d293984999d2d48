"""Assess an item or record, and review an assessment: a second reviewer is another person."""

from __future__ import annotations

from collections.abc import Mapping

from probatum.acts.meant import counting, lies_inside
from probatum.acts.put_record import Put, put
from probatum.acts.retract_record import require_counting
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Assessment, plain


def assess(session: Session, target: str, fields: Mapping[str, object]) -> Put:
    """Record an assessment of an item or record; ``fields`` has dimension, value, reasons and more.

    ``supersedes`` names an earlier assessment by anybody. Raises InputError ``bad-record``,
    ``retracted``, ``erased``; UseError ``unknown-id``.
    """
    require_writable(session)
    found = counting(session, target)
    said = {**fields, "record": "assessment/1", "target": found.id}
    return put(session, said, inside=lies_inside(found))


def review(
    session: Session, assessment: str, reasons: str, *, agrees: bool, value: str | None = None
) -> Put:
    """Record whether a second person agrees with an assessment, and why.

    The review is an assessment of the same target; ``value`` is the reviewer's own where it
    differs. Raises UseError ``wrong-use`` for one's own assessment or one that is a review.
    """
    require_writable(session)
    row = session.find_record(assessment)
    require_counting(row, session.record_ref(row.number))
    body = row.body
    if not isinstance(body, Assessment) or body.reviews is not None:
        raise UseError(
            "wrong-use", item=session.record_ref(row.number),
            expected="an assessment that is no review", found=row.noun,
            remedy="name the assessment that is to be reviewed",
        )  # fmt: skip
    if session.by.strip().casefold() in _authors(session, row):
        raise UseError(
            "wrong-use", item=session.record_ref(row.number), expected="a second person",
            found="whoever assessed it", remedy="the other person names themselves with --by",
        )  # fmt: skip
    mine = Assessment(
        target=body.target, dimension=body.dimension, value=value or body.value, reasons=reasons,
        reviews=row.id, agrees=agrees,
    )  # fmt: skip
    return put(session, plain(mine), inside=lies_inside(row))


def _authors(session: Session, row: RecordRow) -> set[str]:
    """Everybody who wrote a version of it: who revised it last is not a second person either."""
    return {each.by.strip().casefold() for each in session.index.versions(row.id)}

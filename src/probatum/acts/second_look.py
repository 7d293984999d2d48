"""A second person looks at a decision about a suggestion: asked for, or of their own accord.

Who decided may ask for it (an assessment of the decision); another person answers with a review of
that assessment, or assesses the decision unasked. Nothing is decided again by it.
"""

from __future__ import annotations

from probatum.acts.assess import assess, review
from probatum.acts.put_record import Put
from probatum.acts.read_item import decisions_on
from probatum.acts.retract_record import require_counting
from probatum.acts.reviews_waiting import SECOND_LOOK
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Assessment, Decision

AGREES, DIFFERS = "second look: agrees", "second look: differs"
_DIMENSION = "other"


def ask(session: Session, decision: str, reasons: str) -> Put:
    """Ask for a second look at a decision. Raises UseError ``wrong-use``; InputError."""
    row = _decision(session, decision)
    asked = _asked(session, row)
    if asked is not None:
        ref = session.record_ref(asked.number)
        return Put(asked.id, ref, asked.noun, asked.index, "unchanged")
    said = {"dimension": _DIMENSION, "value": SECOND_LOOK, "reasons": reasons}
    return assess(session, row.id, said)


def answer(session: Session, decision: str, reasons: str, *, agrees: bool) -> Put:
    """Say whether one sees a decision the same way. Raises UseError ``wrong-use`` for one's own."""
    row = _decision(session, decision)
    if row.by.strip().casefold() == session.by.strip().casefold():
        raise UseError(
            "wrong-use", item=session.record_ref(row.number), expected="a second person",
            found="whoever decided", remedy="ask another person for a second look",
        )  # fmt: skip
    value = AGREES if agrees else DIFFERS
    asked = _asked(session, row)
    if asked is not None and asked.by != session.by:
        return review(session, asked.id, reasons, agrees=agrees, value=value)
    said = {"dimension": _DIMENSION, "value": value, "reasons": reasons}
    return assess(session, row.id, said)


def looks_at(session: Session, decisions: list[str]) -> dict[str, list[RecordRow]]:
    """Return the assessments of these decisions that count, oldest first; the caller logs them."""
    found: dict[str, list[RecordRow]] = {}
    for row in session.index.naming(decisions, ["assessment"]):
        if isinstance(row.body, Assessment) and not row.retracted:
            found.setdefault(row.body.target, []).append(row)
    return found


def _decision(session: Session, decision: str) -> RecordRow:
    require_writable(session)
    row = session.find_record(decision)
    require_counting(row, session.record_ref(row.number))
    if not isinstance(row.body, Decision):
        raise UseError("wrong-use", item=session.record_ref(row.number), expected="a decision",
                       found=row.noun)  # fmt: skip
    return row


def _asked(session: Session, row: RecordRow) -> RecordRow | None:
    looks = looks_at(session, [row.id]).get(row.id, [])
    open_ = [each for each in looks
             if isinstance(each.body, Assessment) and each.body.value == SECOND_LOOK]  # fmt: skip
    return open_[-1] if open_ else None


__all__ = ["AGREES", "DIFFERS", "SECOND_LOOK", "answer", "ask", "decisions_on", "looks_at"]

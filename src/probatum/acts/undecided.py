"""Accept a suggestion of which it is open whether it is a record of the case: both stay.

Only records of one noun are held apart like that, and only of those that `same_as` compares. What
cannot be is refused before anything is decided.
"""

from __future__ import annotations

from probatum.acts import decide_suggestion as deciding
from probatum.acts.retract_record import require_counting
from probatum.acts.review_item import Sheet, Step, accept
from probatum.acts.same_as import same_as
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Suggestion

COMPARED = frozenset(("person", "group", "source", "incident", "place"))


def may_be_undecided(proposed: str, noun: str) -> bool:
    """Say whether it can be left open if what is proposed is a record of a noun."""
    return proposed == noun and noun in COMPARED


def require_undecided(session: Session, step: Step, suggestion: str, record: str) -> RecordRow:
    """Return the record, if it can be left open whether one of a step's suggestions is it.

    Raises UseError ``wrong-use``, ``unknown-id``; InputError ``retracted``.
    """
    bodies = (row.body for row in step.left if row.id == suggestion)
    proposed = next((body.proposed for body in bodies if isinstance(body, Suggestion)), None)
    if proposed is None:
        raise _no("a suggestion of this step that nobody decided about", "another one")
    other = session.find_record(record)
    require_counting(other, session.record_ref(other.number))
    if may_be_undecided(proposed, other.noun):
        return other
    wanted = f"a record of the noun {proposed}"
    if proposed not in COMPARED:
        wanted = f"one of {', '.join(sorted(COMPARED))}: no {proposed} is left undecided"
    raise _no(wanted, other.noun, "say that it is the same, or accept it as new")


def accept_undecided(
    session: Session, shown: Sheet, step: Step, suggestion: str, record: str, reasons: str, *,
    done: list[deciding.Decided], judged: list[str],
) -> None:  # fmt: skip
    """Accept a step; of one of its suggestions record that it is undecided whether it is a record.

    ``done`` grows with each decision, ``judged`` with the judgement: what was recorded before an
    error stays. Raises as ``require_undecided``, or UseError ``wrong-use`` without a reason, before
    anything is recorded; else as ``accept`` and ``same_as``.
    """
    require_writable(session)
    other = require_undecided(session, step, suggestion, record)
    if not reasons.strip():
        raise UseError("wrong-use", item="undecided", expected="a reason", found="none")
    accept(session, shown, step, done=done)
    for each in done:
        if each.body.suggestion == suggestion:
            made = each.made[0].id
            judged.append(same_as(session, made, other.id, "undecided", reasons).id)


def _no(expected: str, found: str, remedy: str = "") -> UseError:
    return UseError("wrong-use", item="undecided", expected=expected, found=found, remedy=remedy)

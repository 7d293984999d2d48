"""Adopt a case that was moved, copied or restored: this machine takes it over, for the record."""

from __future__ import annotations

from probatum.acts.open_case import note_recovery
from probatum.acts.session import Session
from probatum.errors import EvidenceError, UseError
from probatum.model.kinds import Adopt
from probatum.preserve import state
from probatum.preserve.opening import recover


def adopt(session: Session, reason: str) -> Adopt:
    """Accept the case as it is and log why. Raises UseError ``wrong-use`` if there is no need.

    What the machine remembered goes into the entry, so that a roll-back that was accepted shows.
    """
    case = session.case
    if case.writable is None:
        raise UseError("wrong-use", item="case adopt", expected="a case that is read-only here",
                       found="one that this machine knows",
                       remedy="nothing: go on working with it")  # fmt: skip
    if not reason.strip():
        raise UseError("wrong-use", item="case adopt", expected="a reason", found="none",
                       remedy="give one with --reason; it goes into the log")  # fmt: skip
    try:
        remembered = state.recall(case.state_folder, case.root)
    except EvidenceError:
        remembered = None
    entry = Adopt(
        by=session.by, at=session.now(), reason=reason, machine=session.around.machine,
        size=case.evidence.size,
        remembered_size=remembered.evidence.size if remembered is not None else None,
    )  # fmt: skip
    recover(case)
    case.writable = None
    session.record((case.case_id, entry))
    note_recovery(session)
    # The state file now shows another history than before: write it even if nothing else follows.
    case.remember()
    session.checkpoint()
    return entry

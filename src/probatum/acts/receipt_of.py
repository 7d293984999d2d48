"""The receipt of an intake as the log has it, to be printed again at any time."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.checkpoint_out import checkpoint_line
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.index.rows import ItemRow
from probatum.model.ids import is_object_id
from probatum.model.kinds import Intake, Receipt

MOST = 1_000  # lines that are printed; the digest covers all


@dataclass(frozen=True, slots=True)
class IntakeAgain:
    """An intake: what was said, what was taken, and how it ended (None: it did not)."""

    id: str
    said: Intake
    ended: Receipt | None
    items: tuple[ItemRow, ...]
    more: int
    checkpoint: str
    fingerprint: str


def receipt_of(session: Session, intake: str) -> IntakeAgain:
    """Return an intake by its id; logged before it is answered. Raises UseError ``unknown-id``."""
    session.catch_up()
    said, ended = None, None
    if is_object_id(intake):
        for row in session.index.entries_about(intake):
            _, fields = session.entry(row.index)
            said = fields if isinstance(fields, Intake) else said
            ended = fields if isinstance(fields, Receipt) else ended
    if said is None:
        raise UseError("unknown-id", item="the intake", expected="one of this case", found="none",
                       remedy="open it from one of its items")  # fmt: skip
    items = session.index.items_of_intake(intake, MOST)
    session.saw("receipt", items)
    total = ended.items if ended is not None else len(items)
    key = session.case.evidence.signer.verifier
    return IntakeAgain(
        intake, said, ended, tuple(items), max(0, total - len(items)),
        checkpoint_line(session).line, key.fingerprint(),
    )  # fmt: skip

"""The state of the log: size, checkpoint, fingerprint, last check, who holds checkpoints."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.model.kinds import Checked, HeldBy


@dataclass(frozen=True, slots=True)
class LogStatus:
    """What ``probatum log`` shows. ``read_only`` says why the case may not be written, if so.

    ``waiting`` acts are acknowledged and not yet under the published checkpoint.
    """

    size: int
    access_size: int
    origin: str
    vkey: str
    fingerprint: str
    checkpoint: str
    last_check_at: str | None
    last_check_scope: str | None
    last_check_failed: int | None
    last_full_at: str | None
    waiting: int
    held_by: tuple[tuple[str, int, str], ...]
    read_only: str | None


def status(session: Session) -> LogStatus:
    """Return the state of the evidence log; no content of items is read."""
    session.catch_up()
    log = session.case.evidence
    checked: Checked | None = None
    last = session.index.last("check/1")
    if last is not None:
        _, fields = session.entry(last.index)
        checked = fields if isinstance(fields, Checked) else None
    full: str | None = None
    for row in reversed(list(session.index.all_of("check/1"))):
        _, said = session.entry(row.index)
        if isinstance(said, Checked) and said.scope == "full":
            full = said.at
            break
    held = []
    for row in session.index.all_of("held_by/1"):
        _, fields = session.entry(row.index)
        if isinstance(fields, HeldBy):
            held.append((fields.name, fields.size, fields.at))
    key, refusal = log.signer.verifier, session.case.writable
    return LogStatus(
        log.checkpoint.size, session.case.access.checkpoint.size, log.origin, key.text(),
        key.fingerprint(), log.signed_checkpoint().decode(),
        checked.at if checked else None, checked.scope if checked else None,
        checked.failed if checked else None, full, log.size - log.checkpoint.size, tuple(held),
        str(refusal) if refusal is not None else None,
    )  # fmt: skip

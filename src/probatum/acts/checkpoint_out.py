"""Checkpoints for others to hold: only these reveal a log that was rebuilt with its own key."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session, require_writable
from probatum.errors import EvidenceError, UseError
from probatum.model.kinds import HeldBy
from probatum.preserve.signing import open_checkpoint
from probatum.proof import b64, note
from probatum.proof.checkpoint import Checkpoint, parse_decimal

WORD = "probatum-checkpoint"


@dataclass(frozen=True, slots=True)
class CheckpointOut:
    """A signed checkpoint as the note that programs read and as one line to send or read out."""

    note: str
    line: str
    size: int


def checkpoint_line(session: Session) -> CheckpointOut:
    """Return the published checkpoint in both spellings."""
    signed = session.case.evidence.signed_checkpoint()
    parsed = note.parse_note(signed)
    checkpoint = session.case.evidence.checkpoint
    _, key_id, signature = parsed.signatures[0]
    line = " ".join([
        WORD, checkpoint.origin, str(checkpoint.size), b64.b64(checkpoint.root),
        b64.b64(key_id + signature),
    ])  # fmt: skip
    return CheckpointOut(signed.decode(), line, checkpoint.size)


def parse_held(session: Session, text: str) -> Checkpoint:
    """Read a checkpoint that somebody held, in either spelling, and verify our signature on it.

    Raises EvidenceError ``bad-note``, ``wrong-key``, ``bad-signature``.
    """
    key = session.case.evidence.signer.verifier
    data = text.encode()
    words = text.split()
    if words[:1] == [WORD]:
        if len(words) != 5:
            raise EvidenceError("bad-note", item="the held checkpoint", expected="its five parts")
        checkpoint = Checkpoint(words[1], parse_decimal(words[2]), b64.unb64(words[3], 32))
        signature = b64.unb64(words[4], 68)
        data = note.format_note(checkpoint.text(), [(words[1], signature[:4], signature[4:])])
    parsed = note.parse_note(data)
    if Checkpoint.parse(parsed.text).origin != key.name:
        raise EvidenceError(
            "wrong-key", item="the held checkpoint", expected="a checkpoint of this case's log",
            found="one of another log", remedy="look for the one that belongs to this case",
        )  # fmt: skip
    return open_checkpoint(data, key)


def held_by(session: Session, name: str) -> HeldBy:
    """Record that somebody outside keeps the present checkpoint."""
    require_writable(session)
    if not name.strip():
        raise UseError("wrong-use", item="held-by", expected="a name", found="none",
                       remedy="say who keeps the checkpoint")  # fmt: skip
    checkpoint = session.case.evidence.checkpoint
    entry = HeldBy(
        by=session.by, at=session.now(), name=name, size=checkpoint.size,
        root=checkpoint.root.hex(),
    )  # fmt: skip
    session.record((session.case.case_id, entry))
    return entry

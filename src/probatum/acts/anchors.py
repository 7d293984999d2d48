"""What holds the log in place from outside: checkpoints that others keep, this machine's memory.

Only what others keep reveals a log that was rebuilt with its own key. Nothing here asks a network:
a checkpoint travels on paper, by post or by a message, and comes back the same way.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.checkpoint_out import parse_held
from probatum.acts.session import Session
from probatum.model.kinds import Anchor, HeldBy
from probatum.preserve.check_outside import check_held, check_memory
from probatum.preserve.finding import Finding
from probatum.proof.checkpoint import Checkpoint

MOST = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint that somebody keeps: of so many acts; ``since`` came after it."""

    name: str
    size: int
    since: int
    at: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """What holds the log. ``kept`` are the newest first; ``memory`` is what this machine says.

    ``reads`` of the access log are tied into the log of acts by entry ``tied_by`` (None: none yet);
    ``loose`` came after them.
    """

    kept: tuple[Kept, ...]
    memory: tuple[Finding, ...]
    reads: int
    tied_by: int | None
    loose: int


def anchors(session: Session) -> Anchors:
    """Return what holds the log; logged. Raises UseError ``not-permitted``."""
    session.saw_log("anchors")
    session.catch_up()
    size = session.case.evidence.size
    kept = []
    for row in list(session.index.all_of(HeldBy.kind))[-MOST:]:
        _, said = session.entry(row.index)
        if isinstance(said, HeldBy):
            kept.append(Kept(said.name, said.size, size - said.size, said.at))
    last = session.index.last(Anchor.kind)
    tied = session.entry(last.index)[1] if last is not None else None
    reads = tied.size if isinstance(tied, Anchor) else 0
    return Anchors(
        tuple(reversed(kept)), tuple(check_memory(session.case)), reads,
        None if last is None else last.index, session.case.access.size - reads,
    )  # fmt: skip


def compare_kept(session: Session, text: str) -> tuple[Checkpoint, Finding]:
    """Say whether the log continues a checkpoint that somebody kept (the line, or the note).

    Logged. Raises UseError ``not-permitted``; EvidenceError ``bad-note``, ``wrong-key``,
    ``bad-signature`` for a text that is no checkpoint of this log.
    """
    session.saw_log("a kept checkpoint compared")
    checkpoint = parse_held(session, text)
    [finding] = check_held(session.case, checkpoint)
    return checkpoint, finding

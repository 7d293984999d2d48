"""Erase an item: print what it means, decide, destroy its key, and say so in the log.

Steps and crash safety: ``spec/erasure.md``. From ``erase/1`` on there is no way back; opening the
case carries out an erasure that was interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probatum.acts.attachments import attachments_of
from probatum.acts.derived import derived_objects
from probatum.acts.session import Session, require_writable
from probatum.errors import InputError, UseError
from probatum.index.rows import ItemRow
from probatum.model.kinds import Disclose, Erase, Erased

REASONS: Mapping[str, str] = {
    "consent-withdrawn": "the person withdrew consent",
    "protection": "keeping it endangers a person",
    "data-subject-request": "a person asked for erasure of their data",
    "retention-ended": "the agreed time of keeping is over",
    "unlawful": "it must not have been collected or kept",
    "out-of-scope": "private material of third parties without relevance",
    "court-order": "a court ordered it",
}

CANNOT_REACH = (
    "Back-ups and file-system snapshots of the case folder: erase there too, or let them expire.",
    "Back-ups of the keys, and a folder that `key restore` set aside: delete them.",
    "Remnants on flash storage, readable only together with the passphrase or recovery key.",
    "Copies that were disclosed, exported or received by others.",
    "What people remember or wrote down elsewhere.",
)


@dataclass(frozen=True, slots=True)
class Closure:
    """What erasing an item means: what goes with it, what was already given away, what remains."""

    row: ItemRow
    acquisitions: int
    notes: int
    disclosures: tuple[tuple[str, str, int], ...]
    held: bool
    remains: tuple[str, ...]
    derived: int = 0
    attachments: tuple[str, ...] = ()


def plan(session: Session, ref: str) -> Closure:
    """Return the closure of an erasure, without doing anything; logged as a read."""
    require_writable(session)
    row = session.live(ref)
    session.saw("erasure closure", [row])
    disclosures = []
    for about in session.index.entries_about(row.id):
        if about.kind == "disclose/1":
            _, fields = session.entry(about.index)
            if isinstance(fields, Disclose):
                disclosures.append((fields.to, fields.at, about.index))
    return Closure(
        row, row.acquisitions, row.notes, tuple(disclosures), row.held, CANNOT_REACH,
        len(derived_objects(session, row)),
        tuple(each.ref or each.id for each in attachments_of(session, row.id)),
    )  # fmt: skip


def erase(session: Session, ref: str, reason_code: str) -> Erased:
    """Erase an item for ever.

    Raises InputError ``held``; UseError ``wrong-use`` for an unknown reason code.
    """
    require_writable(session)
    row = session.live(ref)
    if reason_code not in REASONS:
        raise UseError(
            "wrong-use", item="--reason", expected="one of " + ", ".join(REASONS),
            found="another word", remedy="choose the code that fits; the log shows it for ever",
        )  # fmt: skip
    if row.held:
        raise InputError(
            "held", item=row.ref or row.id, expected="no legal hold", found="one",
            remedy="whoever placed it may lift it: probatum release " + (row.ref or row.id),
        )  # fmt: skip
    # Texts that were made of it say what it says. Each object has an erase/1 of its own, so that
    # the log explains every key that is gone; all of them stand in one durable write.
    doomed = [row.id, *derived_objects(session, row)]
    entry = Erase(by=session.by, at=session.now(), reason_code=reason_code, closure=doomed)
    session.record(*((each, entry) for each in doomed))
    session.checkpoint()
    return carry_out(session, doomed)


def carry_out(session: Session, object_ids: Sequence[str]) -> Erased:
    """Do what ``erase/1`` decided; every step may be repeated after a crash."""
    case = session.case
    # No wrapped key and no sealed copy may be left in a journal: begin both anew.
    case.rotate()
    case.destroy(frozenset(object_ids))
    session.index.purge()
    case.forget_news()  # what this session knows of the object in plain words goes too
    session.follow()
    entry = Erased(by=session.by, at=session.now(), epoch=case.keys.epoch)
    session.record(*((each, entry) for each in object_ids))
    session.checkpoint()
    session.follow()
    return entry


def resume_erasures(session: Session) -> int:
    """Carry out erasures that were decided and interrupted; return how many."""
    unfinished = session.index.unfinished_erasures()
    if unfinished:
        carry_out(session, unfinished)
    return len(unfinished)

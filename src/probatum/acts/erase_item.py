"""Erase an item or record: decide, destroy its key, and say so in the log.

What it means is shown before (``closure``). Steps and crash safety: ``spec/erasure.md``. From
``erase/1`` on there is no way back; opening the case carries out an erasure that was interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from probatum.acts.closure import CANNOT_REACH, Citing, Closure, closure_of, require_erasable
from probatum.acts.inside import OPENED_BY
from probatum.acts.meant import lies_inside
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Box, Erase, Erased, Fields

__all__ = ["CANNOT_REACH", "REASONS", "Citing", "Closure", "carry_out", "erase", "plan",
           "require_erasable", "resume_erasures"]  # fmt: skip

REASONS: Mapping[str, str] = {
    "consent-withdrawn": "the person withdrew consent",
    "protection": "keeping it endangers a person",
    "data-subject-request": "a person asked for erasure of their data",
    "retention-ended": "the agreed time of keeping is over",
    "unlawful": "it must not have been collected or kept",
    "out-of-scope": "private material of third parties without relevance",
    "court-order": "a court ordered it",
}


def plan(session: Session, ref: str) -> Closure:
    """Return the closure of an erasure, without doing anything; logged as a read."""
    require_writable(session)
    found = closure_of(session, ref)
    records = [each.row for each in (*found.citing, *found.naming)]
    if isinstance(found.row, RecordRow):
        session.saw_records("erasure closure", [found.row, *records])
    else:
        session.saw_records("erasure closure", records, [found.row])
    return found


def erase(
    session: Session, ref: str, reason_code: str, *, citing: Citing | None = None,
    seen: str | None = None,
) -> Erased:  # fmt: skip
    """Erase an item or record for ever; ``citing`` says what becomes of records that cite it.

    ``seen`` is the ``digest`` of the closure that was decided about, where others may have worked
    meanwhile. Raises InputError ``held``; UseError ``wrong-use`` for an unknown reason code, where
    there are records that cite the item and nothing is said of them, or where the closure is
    another one now: then nothing is erased.
    """
    require_writable(session)
    if reason_code not in REASONS:
        raise UseError(
            "wrong-use", item="--reason", expected="one of " + ", ".join(REASONS),
            found="another word", remedy="choose the code that fits; the log shows it for ever",
        )  # fmt: skip
    found = closure_of(session, ref)
    if seen not in (None, found.digest):
        raise UseError(
            "wrong-use", item="what hangs on " + found.ref, expected="what was shown before",
            found="records that came or were revised meanwhile",
            remedy="nothing was erased; look at it once more, and decide again",
        )  # fmt: skip
    require_erasable(found, citing)
    records = found.goes(citing)
    hidden = [row.id for row in records if lies_inside(row)]
    # Texts that were made of it say what it says. Each object has an erase/1 of its own, so that
    # the log explains every key that is gone; all of them stand in one durable write.
    doomed = [row.id for row in records if not lies_inside(row)]
    if isinstance(found.row, ItemRow):
        doomed = [found.row.id, *found.made, *doomed]
    entry = Erase(by=session.by, at=session.now(), reason_code=reason_code, closure=doomed)
    drafts: list[tuple[str, Fields]] = [(each, entry) for each in doomed]
    if hidden:
        drafts += _inside(session, hidden, entry)
    session.record(*drafts)
    session.checkpoint()
    return carry_out(session, [*doomed, *hidden])


def _inside(session: Session, hidden: Sequence[str], said: Erase) -> list[tuple[str, Fields]]:
    """Return the drafts for records of a compartment: outside neither who, nor with what.

    Who erased what stands in a box, about the compartment's own object, whose key stays.
    """
    if session.inside is None:
        raise ValueError("the session is in no compartment")
    within = msgspec.structs.replace(said, closure=list(hidden))
    outside = msgspec.structs.replace(within, by=OPENED_BY)
    box = session.draft(session.inside.id, within, inside=True)
    return [box, *((each, outside) for each in hidden)]


def carry_out(session: Session, object_ids: Sequence[str]) -> Erased:
    """Do what ``erase/1`` decided; every step may be repeated after a crash."""
    case = session.case
    boxed = {each for each in object_ids if _is_boxed(session, each)}
    # No wrapped key and no sealed copy may be left in a journal: begin both anew.
    case.rotate()
    case.destroy(frozenset(object_ids))
    if session.inside is not None:
        session.inside.forget(object_ids)
    session.index.lift()
    session.index.purge()
    case.forget_news()  # what this session knows of the object in plain words goes too
    session.follow()
    entry = Erased(by=session.by, at=session.now(), epoch=case.keys.epoch)
    veiled = msgspec.structs.replace(entry, by=OPENED_BY)
    session.record(*((each, veiled if each in boxed else entry) for each in object_ids))
    session.checkpoint()
    session.follow()
    return entry


def _is_boxed(session: Session, object_id: str) -> bool:
    return any(about.kind == Box.kind for about in session.index.entries_about(object_id))


def resume_erasures(session: Session) -> int:
    """Carry out erasures that were decided and interrupted; return how many."""
    unfinished = session.index.unfinished_erasures()
    if unfinished:
        carry_out(session, unfinished)
    return len(unfinished)

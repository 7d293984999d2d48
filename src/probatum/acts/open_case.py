"""Open a case to work on it: lock, unlock, recover, follow, finish what was interrupted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from probatum.acts.erase_item import resume_erasures
from probatum.acts.session import Session, no_progress
from probatum.acts.surroundings import Surroundings, surroundings
from probatum.errors import UseError
from probatum.index.index import Index
from probatum.model.kinds import Recovered
from probatum.preserve.opening import lock_case, open_case


def open_session(
    folder: Path,
    secret: str,
    person: str | None = None,
    *,
    around: Surroundings | None = None,
    wait_seconds: float = 10.0,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Session:
    """Open a case to work on it. A case of unknown past opens read-only (``case.writable``).

    Raises UseError ``not-a-case``, ``wrong-passphrase``; WorldError ``in-use``; EvidenceError.
    """
    around = around or surroundings()
    if not (folder / "case.json").exists():
        raise UseError(
            "not-a-case", item="the folder", expected="a Probatum case", found="none",
            remedy="name one with --case, or make one: probatum init DIR",
        )  # fmt: skip
    # An examiner's copy on write-blocked media can be checked: nothing is locked or written there.
    protected = not os.access(folder, os.W_OK)
    lock = None if protected else lock_case(folder, wait_seconds)
    try:
        case, slot = open_case(folder, secret, around.state_folder, write_protected=protected)
        if case.evidence.size == 0:
            raise UseError(
                "not-a-case", item="the folder", expected="a case with its first entry",
                found="one whose creation was interrupted, without anything in it",
                remedy="delete the folder and make the case again: probatum init DIR",
            )  # fmt: skip
        index_at = Path(":memory:") if protected else folder / "index.db"
        index = Index.open(index_at, case.root.derive("index"))
        session = Session(case, index, lock, person, around)
        session.opened_with = slot
        index.follow(case, on_progress)
        if case.writable is None:
            note_recovery(session)
            resume_erasures(session)
        return session
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def note_recovery(session: Session) -> None:
    """Record what recovery dropped: the log itself says that a crash happened."""
    for torn in session.case.torn:
        entry = Recovered(
            by="Probatum", at=session.now(), dropped_bytes=torn.size_bytes,
            dropped_sha256=torn.sha256,
        )  # fmt: skip
        session.record((session.case.case_id, entry))

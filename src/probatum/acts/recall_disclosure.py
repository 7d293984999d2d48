"""Ask a package back that was disclosed: what the recipient is to do, and why.

Nothing that left comes back by itself: the log keeps that it was asked, and the notice is handed
over by people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probatum.acts.chosen_entries import require_words
from probatum.acts.leak_check import UNDECIDED, LeakGuard
from probatum.acts.list_disclosures import Given, disclosure
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.model.kinds import Disclose, Recall
from probatum.model.roles import Deed

ASKS: Mapping[str, str] = {
    "destroy": "destroy every copy of it, and say in writing that this was done",
    "return": "give it back with every copy of it",
    "stop-using": "stop using it, and keep it closed until you hear from us",
}


@dataclass(frozen=True, slots=True)
class Recalled:
    """A recall: its position in the log, what it says, and the disclosure that it is about."""

    index: int
    said: Recall
    given: Given


def recall(session: Session, index: int, *, asks: str, reason: str) -> Recalled:
    """Record that the package of the ``disclose/1`` at ``index`` is asked back.

    It may be asked again. Raises InputError ``leak`` for a reason that may name somebody protected;
    UseError ``wrong-use``, ``unknown-id``, ``not-permitted``.
    """
    require_writable(session)
    session.require(Deed.DISCLOSE)
    if asks not in ASKS:
        raise UseError("wrong-use", item="what is asked", expected=", ".join(ASKS),
                       found="another word")  # fmt: skip
    require_words(reason)
    given = disclosure(session, index)
    guard = LeakGuard(session)
    if guard.is_needed:  # the reason leaves with the notice
        guard.look_in(reason, "the reason")
        guard.settle(UNDECIDED, to=given.said.to, purpose="recall", instead="say it without them")
    said = Recall(by=session.by, at=session.now(), to=given.said.to,
                  manifest_sha256=given.said.manifest_sha256, asks=asks, reason=reason)  # fmt: skip
    [position] = session.record((given.object_id, said))
    return Recalled(position, said, given)


def recalled(session: Session, index: int) -> Recalled:
    """Return the recall at a position of the log. Raises UseError ``unknown-id``."""
    session.require(Deed.DISCLOSE)
    session.catch_up()
    if 0 <= index < session.case.evidence.size:
        opened, said = session.entry(index)
        if isinstance(said, Recall):
            about = session.index.entries_about(opened.leaf.id)
            given = next(row.index for row in about if row.kind == Disclose.kind)
            return Recalled(index, said, disclosure(session, given))
    raise UseError("unknown-id", item="the recall", expected="an entry that asks a package back",
                   found="none at that place")  # fmt: skip

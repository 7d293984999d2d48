"""Steps 2, 6 and 9: what others remember of the two logs.

This machine (step 2), the evidence log of the access log (step 6), and whoever was given a
checkpoint (step 9). Each remembers a size and a root; a log that is shorter, or has another root at
that size, is not the log that they saw.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.errors import EvidenceError, WorldError
from probatum.model.tongue import say, say_many
from probatum.preserve import state
from probatum.preserve.case import Case
from probatum.preserve.finding import Faults, Finding, failed, not_checked, verified
from probatum.preserve.ledger import Ledger
from probatum.preserve.log import Log
from probatum.proof import merkle
from probatum.proof.checkpoint import Checkpoint


def check_memory(case: Case) -> Iterator[Finding]:
    """Step 2: the state outside the case."""
    subject = "outside state"
    try:
        remembered = state.recall(case.state_folder, case.root)
    except (EvidenceError, WorldError) as error:
        yield failed(2, subject, str(error))
        return
    if remembered is None:
        yield not_checked(
            2, subject, say("this machine remembers nothing of the case: a roll-back of the whole "
                            "folder would not be seen here"),
        )  # fmt: skip
        return
    for name, log, head in (
        ("evidence log", case.evidence, remembered.evidence),
        ("access log", case.access, remembered.access),
    ):
        said = _continues(log, head.size)
        if isinstance(said, str):
            yield failed(2, name, f"rolled back: this machine has seen {head.size} entries; {said}")
        elif state.head(head.size, said) != head:
            yield failed(
                2, name, "forked: this machine has seen another history within the first "
                f"{head.size} entries",
            )  # fmt: skip
        else:
            seen = say("it continues what this machine saw at size {n}", n=head.size)
            yield verified(2, name, seen)


def check_anchors(case: Case, ledger: Ledger) -> Iterator[Finding]:
    """Step 6: the access log is the one that the evidence log anchors."""
    faults = Faults(6)
    for anchor in ledger.anchors:
        subject = f"access log at size {anchor.head.size}"
        said = _continues(case.access, anchor.head.size)
        if isinstance(said, str):
            faults.add(subject, f"cut: evidence entry {anchor.entry} anchors more; {said}")
        elif said != anchor.head.root:
            faults.add(subject, f"its root is not the one of evidence entry {anchor.entry}")
    yield from faults.findings()
    reach = max((anchor.head.size for anchor in ledger.anchors), default=0)
    if not faults.count:
        rest = case.access.size - reach
        number = len(ledger.anchors)
        said = say_many("{n} anchor agrees", "{n} anchors agree", number)
        if not number:
            said = say("no act has anchored it yet") if rest > 0 else say("nothing was read yet")
        if rest > 0 and number:
            said += "; " + say_many(
                "{n} read after the last anchor could be cut unseen",
                "{n} reads after the last anchor could be cut unseen",
                rest,
            )
        elif rest > 0:
            said += "; " + say_many(
                "{n} read could be cut unseen", "{n} reads could be cut unseen", rest
            )
        yield verified(6, "access log", said)


def check_held(case: Case, held: Checkpoint | None) -> Iterator[Finding]:
    """Step 9: the log continues a checkpoint that somebody else has kept."""
    subject = "held checkpoint"
    if held is None:
        yield not_checked(
            9, subject, say("none was given: whoever holds the keys can rebuild the whole log, and "
                            "only checkpoints that others hold reveal that"),
        )  # fmt: skip
        return
    if held.origin != case.evidence.origin:
        yield failed(9, subject, "it is a checkpoint of another log")
        return
    said = _continues(case.evidence, held.size)
    if isinstance(said, str):
        yield failed(9, subject, f"it commits {held.size} entries; {said}")
    elif said != held.root:
        yield failed(
            9, subject, f"the log's root at size {held.size} is another one: its first "
            f"{held.size} entries are not those that were there then",
        )  # fmt: skip
    else:
        then = say("the log continues it; it had {n} entries then", n=held.size)
        yield verified(9, subject, then)


def _continues(log: Log, size: int) -> bytes | str:
    """Return the log's root at a size that somebody remembers, or why there is none."""
    if size > log.checkpoint.size:
        return f"the log's checkpoint has {log.checkpoint.size}"
    try:
        return log.root_at(size) if size else merkle.EMPTY_ROOT
    except (EvidenceError, WorldError) as error:
        return f"its tiles do not give a root ({error.item})"

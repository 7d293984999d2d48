"""Step 8: keys are destroyed where the log says so, and nowhere else.

A destroyed key without ``erase/1`` is tampering. An ``erased/1`` whose key is still there is an old
table put back. An ``erase/1`` without ``erased/1`` is an erasure that was begun and not finished.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.model.tongue import say, say_many
from probatum.preserve.case import Case
from probatum.preserve.finding import Faults, Finding, not_checked, verified
from probatum.preserve.ledger import Ledger

_STEP = 8


def check_erasures(case: Case, ledger: Ledger) -> Iterator[Finding]:
    """Yield where keys and the log disagree about erasures."""
    faults = Faults(_STEP)
    decided = frozenset[bytes]().union(*(erasure.objects for erasure in ledger.erasures))
    for erasure in ledger.erasures:
        finished = erasure.objects & ledger.erased.keys()
        for raw in sorted(erasure.objects):
            if not finished:
                faults.add(
                    f"object {raw.hex()}", f"its erasure was decided in entry {erasure.entry} and "
                    "is unfinished: open the case for writing, which finishes it",
                )  # fmt: skip
            elif not ledger.destroyed(raw):
                faults.add(f"object {raw.hex()}", "the log says that it was erased, its key exists")
    for raw, (entry, epoch) in ledger.erased.items():
        if raw not in decided:
            faults.add(f"entry {entry}", "erased/1 without erase/1")
        if not 0 < epoch <= case.keys.epoch:
            faults.add(f"entry {entry}", f"key epoch {epoch}, but keys/ is at {case.keys.epoch}")
    for raw in ledger.positions:
        if ledger.destroyed(raw) and raw not in decided:
            faults.add(f"object {raw.hex()}", "its key was destroyed without an erase/1")
    yield from faults.findings()
    if ledger.gaps:
        yield not_checked(_STEP, "erasures", say("entries are missing: see steps 3 and 5"))
    elif not faults.count:
        said = say("nothing was erased")
        if ledger.erased:
            said = say_many(
                "{n} erasure carried out as the log says",
                "{n} erasures carried out as the log says", len(ledger.erased),
            )  # fmt: skip
        yield verified(_STEP, "erasures", said)

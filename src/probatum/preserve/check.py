"""The integrity check: nine numbered steps, from the case folder and its keys alone.

It needs no index and writes nothing. After a failure it goes on wherever it can, so that one wrong
byte does not hide the rest; each finding names the file or the entry. Steps and what each can and
cannot show: ``spec/archive.md``, *Integrity check*.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.preserve.case import Case, LogName
from probatum.preserve.check_entries import EntriesCheck
from probatum.preserve.check_erasures import check_erasures
from probatum.preserve.check_folder import check_folder, cut_at_opening
from probatum.preserve.check_keys import check_keys, read_table
from probatum.preserve.check_log import check_log
from probatum.preserve.check_outside import check_anchors, check_held, check_memory
from probatum.preserve.check_vault import Stock, check_vault
from probatum.preserve.finding import STEPS, Finding, Outcome, Pause, Progress, no_pause
from probatum.proof.checkpoint import Checkpoint

__all__ = ["STEPS", "Finding", "Outcome", "Progress", "check_case", "check_log"]


def check_case(
    case: Case, *, quick: bool, held: Checkpoint | None, on_progress: Progress,
    pause: Pause = no_pause,
) -> Iterator[Finding]:  # fmt: skip
    """Check everything that is stored; yield findings in the order of the steps.

    ``quick`` leaves out the contents of originals and of most sealed fields. ``held`` is a
    checkpoint of the evidence log that somebody else has kept. ``on_progress(what, done, total)``
    is told now and then how far a long step is; a total of 0 means *unknown*.

    Entries and originals are those that were there at the first ``pause``; steps 3 and 4 look at
    the logs as they are then. An erasure during a pause makes the findings worthless: compare
    ``case.keys.epoch`` before and after.
    """
    stock = Stock(case)
    table, key_faults = read_table(case)
    entries = EntriesCheck(case, table, quick=quick, on_progress=on_progress, pause=pause)
    entries.run()  # first, because the key table is ordered by what the entries introduce
    ledger = entries.ledger
    yield from check_keys(case, ledger, key_faults)
    yield from check_memory(case)
    yield from _check_log(case, "evidence", 3, on_progress)
    yield from _check_log(case, "access", 4, on_progress)
    yield from entries.findings()
    yield from check_anchors(case, ledger)
    yield from check_vault(case, ledger, stock, quick=quick, on_progress=on_progress, pause=pause)
    yield from check_erasures(case, ledger)
    yield from check_held(case, held)


def _check_log(case: Case, name: LogName, step: int, on_progress: Progress) -> Iterator[Finding]:
    log = case.log(name)
    yield from check_log(log.folder, log.signer.verifier, step=step, on_progress=on_progress)
    journal_key = case.root.derive("journal " + name)
    yield from check_folder(log, journal_key, step=step, on_progress=on_progress)
    for torn in case.torn:
        if torn.log == name and case.writable is None:
            yield cut_at_opening(step, torn.size_bytes, torn.sha256)
